"""A Playground link as a scenario that learns the same, number by number."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from nnviz.model.data.batches import BatchSpec
from nnviz.model.mistakes.mistake import LEAKING
from nnviz.model.network.initialisers import InitialSpec, Method
from nnviz.model.network.network import LAYERS, LAYERS_MAX, UNITS_MAX, Layer
from nnviz.model.playground.fields import SHAPE, LinkFields, refuse
from nnviz.model.playground.notes import LinkNote, notes_of
from nnviz.model.playground.samples import Samples, samples_of
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec, Scenario
from nnviz.model.scenario.validation import prepare
from nnviz.model.text.numbers import format_count
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

ACTIVATIONS = {"tanh": "tanh", "relu": "relu", "sigmoid": "sigmoid", "linear": "identity"}
PENALTIES = {"none": "none", "L1": "l1", "L2": "l2"}
BEYOND = "batch-beyond-data"

WEIGHTS_MAX = 200_000
"""Most weights that are drawn as Playground draws them: it takes a second."""

_TITLES = {
    "playground-circle": ("Playground: circle", "Playground：圆环"),
    "playground-xor": ("Playground: exclusive or", "Playground：异或"),
    "playground-gauss": ("Playground: Gaussian", "Playground：高斯"),
    "playground-spiral": ("Playground: spiral", "Playground：螺旋"),
    "playground-plane": ("Playground: plane", "Playground：平面"),
    "playground-bumps": ("Playground: multi Gaussian", "Playground：多个高斯"),
}


@dataclass(frozen=True)
class PlaygroundLink:
    """The scenario of a link, and what became of the link's parts.

    Attributes
    ----------
    scenario
        The scenario, checked.
    notes
        What became of the link's parts: differences first, then what was left out, then what was kept.
    shows_test, discretised
        Whether the plane is drawn with the test samples, and with two colours only.
    """

    scenario: Scenario
    notes: tuple[LinkNote, ...]
    shows_test: bool
    discretised: bool


def read_link(text: str) -> PlaygroundLink:
    """Read a link of TensorFlow Playground.

    Parameters
    ----------
    text
        The link, or the part after its ``#``.

    Raises
    ------
    ModelError
        If it is not such a link, or cannot be run; `where` names the field.
    """
    fields = LinkFields(text)
    samples = samples_of(fields)
    scenario = _scenario(fields, samples)
    prepare(scenario)
    return PlaygroundLink(
        scenario, notes_of(fields, samples, scenario), fields.switch("showTestData"), fields.switch("discretize")
    )


def _scenario(fields: LinkFields, samples: Samples) -> Scenario:
    hidden = _hidden(fields)
    activation = ACTIVATIONS[fields.option("activation")]
    output = "identity" if fields.option("problem") == "regression" else "tanh"
    penalty = PENALTIES[fields.option("regularization")]
    rate = 0.0 if penalty == "none" else _at_least_zero(fields, "regularizationRate")
    batch = _batch(fields)
    english, chinese = _TITLES[samples.kind]
    scenario = Scenario(
        title={"en": english, "zh_CN": chinese},
        data=samples.spec(),
        layers=(*(Layer(units, activation) for units in hidden), Layer(1, output)),
        loss="half-squared",
        initial=_initial(fields, samples, hidden),
        optimiser=OptimiserSpec(learning_rate=_at_least_zero(fields, "learningRate")),
        batch=BatchSpec(batch),
        penalty=PenaltySpec(penalty, rate),
        targets=None if output == "identity" else "plus-minus-one",
    )
    if batch > samples.trained:
        return replace(scenario, mistakes=(BEYOND,))
    return replace(scenario, mistakes=(LEAKING,)) if samples.trained % batch else scenario


def _hidden(fields: LinkFields) -> tuple[int, ...]:
    units = fields.shape()
    if len(units) >= LAYERS_MAX:
        found = filled(QT_TRANSLATE_NOOP("model", "{count} hidden layers"), count=len(units))
        refuse(SHAPE, found, filled(LAYERS.why, most=LAYERS_MAX))
    for number in units:
        if not (number.is_integer() and 1 <= number <= UNITS_MAX):
            accepted = filled(QT_TRANSLATE_NOOP("model", "whole numbers, 1 to {most}"), most=UNITS_MAX)
            refuse(SHAPE, repr(fields.texts[SHAPE]), accepted)
    return tuple(map(int, units))


def _initial(fields: LinkFields, samples: Samples, hidden: tuple[int, ...]) -> InitialSpec:
    if fields.switch("initZero"):
        return InitialSpec(Method("zeros"), Method("zeros"))
    if not fields.has("seed"):
        return InitialSpec(Method("uniform", 0.5), Method("constant", 0.1))
    count = sum(below * above for below, above in pairwise((len(samples.features), *hidden, 1)))
    if count > WEIGHTS_MAX:
        found = filled(QT_TRANSLATE_NOOP("model", "{count} weights"), count=format_count(count))
        accepted = QT_TRANSLATE_NOOP(
            "model", "at most {most} weights, or no seed: with one, they are drawn one by one as Playground does"
        )
        refuse(SHAPE, found, filled(accepted, most=format_count(WEIGHTS_MAX)))
    weights = samples.first_weights(hidden)
    return InitialSpec(Method("uniform", 0.5), Method("constant", 0.1), values=weights)


def _batch(fields: LinkFields) -> int:
    size = fields.number("batchSize")
    if not (size.is_integer() and size >= 1):
        refuse("batchSize", fields.texts["batchSize"], QT_TRANSLATE_NOOP("model", "a whole number, 1 or more"))
    return int(size)


def _at_least_zero(fields: LinkFields, name: str) -> float:
    number = fields.number(name)
    if number < 0:
        refuse(name, fields.texts[name], QT_TRANSLATE_NOOP("model", "a number, 0 or more"))
    return number
