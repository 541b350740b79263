"""One array against another: equal, equal up to something simple, or different, and where it differs most."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Final, Literal

import numpy as np

from nnviz.model.arrays.array import Array

Status = Literal[
    "equal", "rounding", "scaled", "transpose", "sign", "factor", "different", "shape", "missing", "unmoved", "unsteady"
]

_EXACT: Final = 1e-9
"""Of a float64, relative to the cell: sums in another order, and other formulas of the same function, differ less."""
_CANCELLED: Final = 1e-13
"""Of a float64, relative to the terms that a cell is the sum of."""
_SINGLE: Final = 1e-6
"""Of a float32, relative to the terms, times the root of their number."""
_LAST_BITS: Final = 8.0
"""A change is known to so many last bits of what was changed."""


@dataclass(frozen=True, eq=False)
class ArrayComparison:
    """How an array compares with what it should be.

    Attributes
    ----------
    status
        The verdict. What is ``scaled`` is a number times what the line has, and the gradients are right for it.
    factor
        The number that every cell is too large by; 1 where it is not that simple.
    worst
        Row and column of the largest difference; None where the shapes differ or all is equal.
    theirs, ours
        The two numbers there.
    """

    status: Status
    factor: float = 1.0
    worst: tuple[int, int] | None = None
    theirs: float = float("nan")
    ours: float = float("nan")

    @property
    def holds(self) -> bool:
        """Whether the array is right."""
        return self.status in ("equal", "rounding", "scaled")

    @property
    def digits(self) -> int:
        """To how many digits the two numbers agree; 0 where that says nothing."""
        gap = abs(self.theirs - self.ours)
        if self.status != "different" or not (gap and self.ours and math.isfinite(gap) and math.isfinite(self.ours)):
            return 0
        return max(0, math.floor(-math.log10(gap / abs(self.ours))))


def compare_changes(theirs: Array, ours: Array, before: Array) -> ArrayComparison:
    """Compare by how much two arrays were changed: an update may be as small as the rounding of the parameter itself.

    The numbers of the comparison are changes, too.
    """
    whole = compare(theirs, ours)
    if whole.status in ("shape", "transpose") or before.shape != ours.shape:
        return whole
    is_single = theirs.dtype == np.float32
    bits = float(np.finfo(np.float32 if is_single else np.float64).eps)
    least = _LAST_BITS * bits * np.where(np.isfinite(before), np.abs(before), 0.0)
    found = compare(theirs - before, ours - before, least=least, is_single=is_single)
    stands = not found.holds and np.array_equal(theirs.astype(before.dtype), before) and not is_single
    return replace(found, status="unmoved") if stands else found


def compare(
    theirs: Array,
    ours: Array,
    terms: Array | None = None,
    *,
    least: Array | float = 0.0,
    is_single: bool | None = None,
) -> ArrayComparison:
    """Compare a person's array with the one that the program computes.

    Parameters
    ----------
    theirs, ours
        The two arrays; the type of the first tells how exact it can be.
    terms
        How large the terms are that each cell is the sum of; the largest cell by default.
    least
        Differences up to this do not count.
    is_single
        Whether the first was a float32 before it was computed with.
    """
    if theirs.shape != ours.shape:
        if theirs.ndim == 2 and theirs.T.shape == ours.shape and _Tolerance(theirs).same(theirs.T, ours):
            return ArrayComparison("transpose")
        return ArrayComparison("shape")
    exactly = _Tolerance(theirs, terms, least, is_single=False)
    if exactly.same(theirs, ours):
        return ArrayComparison("equal")
    tolerance = _Tolerance(theirs, terms, least, is_single)
    row, column = np.unravel_index(int(np.argmax(_differences(theirs, ours))), ours.shape)
    worst = (int(row), int(column))
    at_worst = (worst, float(theirs[row, column]), float(ours[row, column]))
    if tolerance.same(theirs, ours):
        return ArrayComparison("rounding", 1.0, *at_worst)
    if ours.shape[0] == ours.shape[1] > 1 and tolerance.same(theirs.T, ours):
        return ArrayComparison("transpose", 1.0, *at_worst)
    factor = _factor(theirs, ours, tolerance)
    if factor is not None:
        return ArrayComparison("sign" if factor == -1.0 else "factor", factor, *at_worst)
    return ArrayComparison("different", 1.0, *at_worst)


class _Tolerance:
    """By how much each cell may differ.

    Parameters
    ----------
    theirs, terms, least, is_single
        As for `compare`.
    """

    def __init__(
        self,
        theirs: Array,
        terms: Array | None = None,
        least: Array | float = 0.0,
        is_single: bool | None = None,
    ) -> None:
        single = theirs.dtype == np.float32 if is_single is None else is_single
        self._own = _SINGLE if single else _EXACT
        self._of_terms = _SINGLE * math.sqrt(max((1, *theirs.shape))) if single else _CANCELLED
        self._terms, self.least = terms, least

    def same(self, theirs: Array, ours: Array, times: float = 1.0) -> bool:
        """Return whether two arrays are equal; `times` is what the terms are to be multiplied by."""
        finite = np.abs(ours[np.isfinite(ours)])
        # The largest cell counts as a term: a person may have added in another order.
        terms = np.full(ours.shape, float(finite.max(initial=0.0)))
        if self._terms is not None and self._terms.shape == ours.shape:
            terms = np.maximum(terms, abs(times) * np.nan_to_num(self._terms, posinf=0.0))
        cells = np.where(np.isfinite(ours), np.abs(ours), 0.0)
        allowed = self._own * cells + self._of_terms * terms + self.least + np.finfo(np.float64).tiny
        return bool((_differences(theirs, ours) <= allowed).all())


def _differences(theirs: Array, ours: Array) -> Array:
    same = (theirs == ours) | (np.isnan(theirs) & np.isnan(ours))
    with np.errstate(invalid="ignore", over="ignore"):
        gaps = np.abs(theirs - ours)
    return np.where(same, 0.0, np.where(np.isnan(gaps), np.inf, gaps))


def _factor(theirs: Array, ours: Array, tolerance: _Tolerance) -> float | None:
    """Return the number that multiplies ours to theirs, if there is one; a simple fraction where it is one up to
    rounding.
    """
    place = np.unravel_index(int(np.argmax(np.abs(ours))), ours.shape)
    if not (np.isfinite(theirs).all() and np.isfinite(ours).all() and ours[place]):
        return None
    factor = float(theirs[place] / ours[place])
    if factor == 0.0 or not tolerance.same(theirs, factor * ours, factor):
        return None
    # 1/3 and 64 are reported as such; 720 is divisible by all small denominators.
    near = round(factor * 720) / 720
    exact = _SINGLE if theirs.dtype == np.float32 else _EXACT
    allowed = exact + float(np.max(tolerance.least)) / abs(float(ours[place]))
    return near if near and abs(near - factor) <= allowed * abs(factor) else factor
