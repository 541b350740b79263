"""Mistakes outside the lines: in the initial parameters, the batches or the prediction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nnviz.model.mistakes.mistake import CLASS_NUMBERS, LEAKING, PER_SAMPLE, STALE, Lines, Mistake, Situation
from nnviz.model.network.initialisers import InitialSpec, Method
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from nnviz.model.program.recipe import Recipe

INITIALS = {
    "zero-weights": InitialSpec(Method("zeros"), Method("zeros")),
    "alike-weights": InitialSpec(Method("constant", 0.5), Method("zeros")),
}
"""Mistake → the initial parameters that replace the scenario's."""


_SEVERAL = QT_TRANSLATE_NOOP("model", "batches of two samples or more")


def _never(lines: Lines, recipe: Recipe) -> Lines:
    return tuple(line for line in lines if line.stage != "update")


def _is_partial(situation: Situation) -> bool:
    return not situation.is_even


ROWS = (
    Mistake(
        name="zero-weights",
        title=QT_TRANSLATE_NOOP("model", "all weights start at zero"),
        kind="start",
        where=QT_TRANSLATE_NOOP("model", "np.zeros for the weights as well as for the biases."),
        looks=QT_TRANSLATE_NOOP("model", "All hidden units are identical; often only the output’s bias changes."),
    ),
    Mistake(
        name="alike-weights",
        title=QT_TRANSLATE_NOOP("model", "all weights start alike"),
        kind="start",
        where=QT_TRANSLATE_NOOP("model", "np.ones, or one number, for all weights."),
        looks=QT_TRANSLATE_NOOP(
            "model", "Hidden units stay identical: the network is no better than one with a single hidden unit."
        ),
    ),
    Mistake(
        name=LEAKING,
        title=QT_TRANSLATE_NOOP("model", "the last, partial batch leaks into the next epoch"),
        kind="batches",
        where=QT_TRANSLATE_NOOP(
            "model", "Gradients are summed until a batch is full, and not cleared when the epoch ends."
        ),
        looks=QT_TRANSLATE_NOOP(
            "model",
            "An epoch’s first update averages over more samples than a batch has, some of them from the epoch before.",
        ),
        needs=QT_TRANSLATE_NOOP("model", "a last batch that is smaller than the others"),
        possible=_is_partial,
    ),
    Mistake(
        name="batch-beyond-data",
        title=QT_TRANSLATE_NOOP("model", "a batch larger than the data, which is never full"),
        kind="batches",
        where=QT_TRANSLATE_NOOP(
            "model", "The update is made when a batch is full, and the count restarts with each epoch."
        ),
        looks=QT_TRANSLATE_NOOP("model", "Nothing is ever learned, and there is no error message."),
        needs=QT_TRANSLATE_NOOP("model", "batches of more samples than there are"),
        possible=lambda situation: situation.asked_batch > situation.samples,
        change=_never,
    ),
    Mistake(
        name=STALE,
        title=QT_TRANSLATE_NOOP("model", "prediction with a stale sample"),
        kind="prediction",
        where=QT_TRANSLATE_NOOP("model", "predict() runs on the sample that a loop has left in x."),
        looks=QT_TRANSLATE_NOOP("model", "The loss falls, and yet all samples get the same answer."),
    ),
    Mistake(
        name=PER_SAMPLE,
        title=QT_TRANSLATE_NOOP("model", "an update after every sample"),
        kind="batches",
        where=QT_TRANSLATE_NOOP(
            "model", "The lines W ← W − η · ∂L/∂W stand inside the loop over the samples, one indentation too deep."
        ),
        looks=QT_TRANSLATE_NOOP(
            "model",
            "It learns, faster at first; the loss of an epoch is a mean over different networks, and never settles.",
        ),
        needs=_SEVERAL,
        possible=lambda situation: min(situation.asked_batch, situation.samples) > 1,
    ),
    Mistake(
        name=CLASS_NUMBERS,
        title=QT_TRANSLATE_NOOP("model", "class numbers as targets: one-hot encoding missing"),
        says=QT_TRANSLATE_NOOP("model", "The targets are class numbers; each output needs its own 0 or 1"),
        kind="data",
        where=QT_TRANSLATE_NOOP(
            "model", "A − y with y = 0, 1, 2 …, or argmax(Y): each output is compared with the number of the class."
        ),
        looks=QT_TRANSLATE_NOOP(
            "model", "All outputs learn the same; those of high classes grow without end, and the accuracy stays low."
        ),
        needs=QT_TRANSLATE_NOOP("model", "classes, and two outputs or more"),
        possible=lambda situation: situation.has_classes and situation.recipe.network.output.units > 1,
    ),
)
