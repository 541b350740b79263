"""What became of each part of a Playground link."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from nnviz.model.mistakes.mistake import LEAKING
from nnviz.model.playground.fields import SEED, SHAPE, TUTORIAL, LinkFields
from nnviz.model.playground.samples import FEATURES, Samples, data_field
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.text.numbers import format_short
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

LinkOutcome = Literal["kept", "differs", "left"]
_ORDER: Final = ("differs", "left", "kept")


@dataclass(frozen=True)
class LinkNote:
    """What became of one part.

    Attributes
    ----------
    outcome
        ``"kept"``: it is the same here. ``"differs"``: it is here, with the difference that the text describes.
        ``"left"``: it was left out.
    fields
        The fields of the link concerned; empty for what Playground does without a field.
    text
        The description in English, marked for translation, or a `Filled` text.
    """

    outcome: LinkOutcome
    fields: tuple[str, ...]
    text: str


def notes_of(fields: LinkFields, samples: Samples, scenario: Scenario) -> tuple[LinkNote, ...]:
    """Return the notes about a link: differences first, then what was left out, then what was kept."""
    notes = [
        *(LinkNote("differs", (QT_TRANSLATE_NOOP("model", "the link"),), text) for text in fields.repairs),
        *_about_samples(fields, samples),
        *_about_start(fields),
        *_about_training(fields, samples, scenario),
        *_about_view(fields),
        *_left(fields),
    ]
    return tuple(sorted(notes, key=lambda note: _ORDER.index(note.outcome)))


def _about_samples(fields: LinkFields, samples: Samples) -> Iterator[LinkNote]:
    noise = fields.number("noise")
    if noise != samples.noise:
        text = QT_TRANSLATE_NOOP("model", "Playground uses {taken} % instead of {asked} %, and so does nnviz")
        yield LinkNote("differs", ("noise",), filled(text, asked=_number(noise), taken=_number(samples.noise)))
    if samples.is_written_out:
        text = QT_TRANSLATE_NOOP("model", "the same samples, listed one by one")
    else:
        text = QT_TRANSLATE_NOOP("model", "the same samples")
    if fields.has(SEED):
        yield LinkNote("kept", ("problem", data_field(fields), "noise", SEED), text)
    else:
        text = QT_TRANSLATE_NOOP("model", "no seed: Playground draws other samples each time, nnviz always these")
        yield LinkNote("differs", (SEED,), text)
    text = QT_TRANSLATE_NOOP("model", "{train} samples for training, {test} for testing")
    yield LinkNote(
        "kept", ("percTrainData",), filled(text, train=str(samples.trained), test=str(samples.count - samples.trained))
    )
    text = QT_TRANSLATE_NOOP("model", "{count} of the seven features")
    chosen = tuple(name for name in FEATURES if fields.switch(name))
    yield LinkNote("kept", chosen, filled(text, count=str(len(chosen))))


def _about_start(fields: LinkFields) -> Iterator[LinkNote]:
    yield LinkNote(
        "kept", (SHAPE, "activation"), QT_TRANSLATE_NOOP("model", "hidden layers, activations, output and loss")
    )
    if fields.switch("initZero"):
        yield LinkNote("kept", ("initZero",), QT_TRANSLATE_NOOP("model", "all weights and biases start at zero"))
    elif fields.has(SEED):
        text = QT_TRANSLATE_NOOP(
            "model", "the initial weights of a page just loaded; its Reset button would draw others"
        )
        yield LinkNote("kept", (SEED,), text)
    else:
        text = QT_TRANSLATE_NOOP("model", "weights between −0.5 and 0.5 as in Playground, drawn by nnviz; biases 0.1")
        yield LinkNote("differs", (SEED,), text)


def _about_training(fields: LinkFields, samples: Samples, scenario: Scenario) -> Iterator[LinkNote]:
    yield LinkNote("kept", ("learningRate",), QT_TRANSLATE_NOOP("model", "learning rate, with means over the batch"))
    if not scenario.mistakes:
        yield LinkNote("kept", ("batchSize",), QT_TRANSLATE_NOOP("model", "batch size, and samples in a fixed order"))
    elif LEAKING in scenario.mistakes:
        text = QT_TRANSLATE_NOOP(
            "model",
            "batches of {size} leave {rest} samples over, which Playground adds to the next epoch’s first update; "
            "carried over as a known mistake, which can be switched off",
        )
        size = scenario.batch.size
        assert isinstance(size, int)  # in a link it is always a number
        yield LinkNote("kept", ("batchSize",), filled(text, size=str(size), rest=str(samples.trained % size)))
    else:
        text = QT_TRANSLATE_NOOP(
            "model",
            "batches of more samples than there are: Playground never learns then; carried over as a known mistake, "
            "which can be switched off",
        )
        yield LinkNote("kept", ("batchSize",), text)
    penalty = ("regularization", "regularizationRate")
    if scenario.penalty.kind == "l1" and scenario.penalty.rate:
        text = QT_TRANSLATE_NOOP(
            "model", "in Playground, a weight that L1 moves across 0 stays at 0 for good; here it can move again"
        )
        yield LinkNote("differs", penalty, text)
    elif scenario.penalty.kind != "none":
        text = QT_TRANSLATE_NOOP("model", "the penalty; nnviz shows the loss with it, Playground without")
        yield LinkNote("differs" if scenario.penalty.rate else "kept", penalty, text)


def _about_view(fields: LinkFields) -> Iterator[LinkNote]:
    view = tuple(name for name in ("showTestData", "discretize") if fields.has(name))
    if view:
        yield LinkNote("kept", view, QT_TRANSLATE_NOOP("model", "how the plane is drawn"))


def _left(fields: LinkFields) -> Iterator[LinkNote]:
    idle = tuple(name for name in ("cosX", "cosY") if fields.switch(name))
    if idle:
        yield LinkNote("left", idle, QT_TRANSLATE_NOOP("model", "has no effect in Playground either"))
    unknown = fields.unknown_options()
    if unknown:
        text = QT_TRANSLATE_NOOP("model", "an option that Playground does not know; its default is used")
        yield LinkNote("left", unknown, text)
    hidden = fields.hidden_controls()
    if hidden:
        text = QT_TRANSLATE_NOOP("model", "hidden by the link; nnviz shows every control")
        yield LinkNote("left", tuple(f"{name}_hide" for name in hidden), text)
    page = (TUTORIAL, "hideText", "collectStats")
    about_page = tuple(name for name in page if fields.has(name) and fields.texts[name] != "false")
    if about_page:
        yield LinkNote("left", about_page, QT_TRANSLATE_NOOP("model", "about the web page, not about learning"))
    strangers = fields.strangers()
    if strangers:
        yield LinkNote("left", strangers, QT_TRANSLATE_NOOP("model", "unknown to Playground"))


def _number(value: float) -> str:
    return format_short(value)
