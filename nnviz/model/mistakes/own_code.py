"""Mistakes that only a person's own code can have: the catalogue explains them, and the program never makes them.

An array of the program has two dimensions, numbers with a fraction and memory of its own, and a parameter lives as long
as the session. No line could be rewritten so that it is wrong in these ways.
"""

from __future__ import annotations

from nnviz.model.mistakes.mistake import Mistake
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

_NEEDS = QT_TRANSLATE_NOOP("model", "code of your own: nnviz’s arrays cannot have it")

ROWS = (
    Mistake(
        name="integer-arrays",
        title=QT_TRANSLATE_NOOP("model", "whole numbers where fractions are meant"),
        says=QT_TRANSLATE_NOOP("model", "The array is of an integer type: what is stored is cut off"),
        kind="data",
        where=QT_TRANSLATE_NOOP(
            "model",
            "np.array([[1, 0]]), or np.zeros_like of it, is an array of integers: what is stored there loses its "
            "fraction.",
        ),
        looks=QT_TRANSLATE_NOOP(
            "model", "Weights or gradients are 0, 1, −1; updates vanish, or numpy refuses to cast."
        ),
        needs=_NEEDS,
        is_own_code=True,
    ),
    Mistake(
        name="same-array",
        title=QT_TRANSLATE_NOOP("model", "two names for the same array"),
        says=QT_TRANSLATE_NOOP("model", "Z and A are the same array, changed in place"),
        kind="forward",
        where=QT_TRANSLATE_NOOP(
            "model", "A = Z; A[A < 0] = 0, or Z *= …: what was changed in place is still needed under its other name."
        ),
        looks=QT_TRANSLATE_NOOP("model", "Lines that look right read numbers that a later line has put there."),
        needs=_NEEDS,
        is_own_code=True,
    ),
    Mistake(
        name="not-moved",
        title=QT_TRANSLATE_NOOP("model", "only a local name is updated"),
        kind="update",
        where=QT_TRANSLATE_NOOP(
            "model",
            "for W in weights: W = W − …, or an assignment in a function: the list, or the caller’s array, stays "
            "as it was.",
        ),
        looks=QT_TRANSLATE_NOOP("model", "Nothing is ever learned, though every line computes the right number."),
        needs=_NEEDS,
        is_own_code=True,
    ),
)
