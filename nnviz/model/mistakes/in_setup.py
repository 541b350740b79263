"""Mistakes that lie not in the lines but in what surrounds them: initial parameters, batches, prediction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nnviz.model.mistakes.mistake import Lines, Mistake, Situation
from nnviz.model.network.initialisers import InitialSpec, Method
from nnviz.model.program.recipe import LEAKING, STALE
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from nnviz.model.program.recipe import Recipe

INITIALS = {
    "zero-weights": InitialSpec(Method("zeros"), Method("zeros")),
    "alike-weights": InitialSpec(Method("constant", 0.5), Method("zeros")),
}
"""Mistake → the initial parameters that it makes of any."""


def _never(lines: Lines, recipe: Recipe) -> Lines:
    return tuple(line for line in lines if line.stage != "update")


def _is_partial(situation: Situation) -> bool:
    return not situation.is_even


ROWS = (
    Mistake(
        "zero-weights",
        QT_TRANSLATE_NOOP("model", "all weights start at zero"),
        "start",
        QT_TRANSLATE_NOOP("model", "np.zeros for the weights as for the biases."),
        QT_TRANSLATE_NOOP(
            "model", "Hidden units are one unit many times over; often nothing moves but the output’s bias."
        ),
    ),
    Mistake(
        "alike-weights",
        QT_TRANSLATE_NOOP("model", "all weights start alike"),
        "start",
        QT_TRANSLATE_NOOP("model", "np.ones, or one number, for all weights."),
        QT_TRANSLATE_NOOP(
            "model", "Hidden units stay alike for ever: the network is as good as one with a single hidden unit."
        ),
    ),
    Mistake(
        LEAKING,
        QT_TRANSLATE_NOOP("model", "the last, partial batch leaks into the next epoch"),
        "batches",
        QT_TRANSLATE_NOOP("model", "Gradients are summed until a batch is full, and not cleared when the epoch ends."),
        QT_TRANSLATE_NOOP(
            "model",
            "An epoch’s first update averages over more samples than a batch has, some of the epoch before.",
        ),
        QT_TRANSLATE_NOOP("model", "a last batch that is smaller than the others"),
        _is_partial,
    ),
    Mistake(
        "batch-beyond-data",
        QT_TRANSLATE_NOOP("model", "a batch larger than the data, that never gets full"),
        "batches",
        QT_TRANSLATE_NOOP(
            "model", "The update is made when a batch is full, and the count starts anew with each epoch."
        ),
        QT_TRANSLATE_NOOP("model", "Nothing is ever learned, and nothing is said."),
        QT_TRANSLATE_NOOP("model", "batches of more samples than there are"),
        lambda situation: situation.asked_batch > situation.samples,
        _never,
    ),
    Mistake(
        STALE,
        QT_TRANSLATE_NOOP("model", "prediction with a stale sample"),
        "prediction",
        QT_TRANSLATE_NOOP("model", "predict() runs on the sample that a loop has left in x."),
        QT_TRANSLATE_NOOP("model", "The loss falls, and yet all samples get the same answer."),
    ),
)
