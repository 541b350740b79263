"""One array against another: equal, equal up to something simple, or different, and where it differs most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from nnviz.model.arrays.array import Array

Status = Literal["equal", "rounding", "transpose", "sign", "factor", "different", "shape", "missing"]

_EXACT: Final = 1e-9
_SINGLE: Final = 1e-4
_LAST_BITS: Final = 8 * float(np.finfo(np.float64).eps)
"""Relative to the largest cell: below the first, sums were added in another order; below the second, it is float32."""


@dataclass(frozen=True, eq=False)
class ArrayComparison:
    """How an array compares with what it should be.

    Attributes
    ----------
    status
        The verdict.
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
        return self.status in ("equal", "rounding")


def compare_changes(theirs: Array, ours: Array, before: Array) -> ArrayComparison:
    """Compare by how much two arrays were changed: an update may be as small as the rounding of the parameter itself.

    The numbers of the comparison are changes, too.
    """
    whole = compare(theirs, ours)
    if whole.status in ("shape", "transpose") or before.shape != ours.shape:
        return whole
    # A change is known to the last bit of what was changed.
    finite = np.abs(before[np.isfinite(before)])
    return compare(theirs - before, ours - before, _LAST_BITS * float(finite.max(initial=0.0)))


def compare(theirs: Array, ours: Array, least: float = 0.0) -> ArrayComparison:
    """Compare a person's array with the one that the program computes; differences up to `least` do not count."""
    if theirs.shape != ours.shape:
        if theirs.ndim == 2 and theirs.T.shape == ours.shape and _same(theirs.T, ours, _EXACT):
            return ArrayComparison("transpose")
        return ArrayComparison("shape")
    if _same(theirs, ours, _EXACT, least):
        return ArrayComparison("equal")
    row, column = np.unravel_index(int(np.argmax(_differences(theirs, ours))), ours.shape)
    worst = (int(row), int(column))
    at_worst = (worst, float(theirs[row, column]), float(ours[row, column]))
    if _same(theirs, ours, _SINGLE, least * _SINGLE / _EXACT):
        return ArrayComparison("rounding", 1.0, *at_worst)
    if ours.shape[0] == ours.shape[1] > 1 and _same(theirs.T, ours, _EXACT):
        return ArrayComparison("transpose", 1.0, *at_worst)
    factor = _factor(theirs, ours, least)
    if factor is not None:
        return ArrayComparison("sign" if factor == -1.0 else "factor", factor, *at_worst)
    return ArrayComparison("different", 1.0, *at_worst)


def _differences(theirs: Array, ours: Array) -> Array:
    same = (theirs == ours) | (np.isnan(theirs) & np.isnan(ours))
    with np.errstate(invalid="ignore", over="ignore"):
        gaps = np.abs(theirs - ours)
    return np.where(same, 0.0, np.where(np.isnan(gaps), np.inf, gaps))


def _same(theirs: Array, ours: Array, tolerance: float, least: float = 0.0) -> bool:
    finite = np.abs(ours[np.isfinite(ours)])
    scale = float(finite.max(initial=0.0))
    # An array of zeros, up to rounding, has no scale of its own.
    return bool((_differences(theirs, ours) <= tolerance * scale + least + np.finfo(np.float64).tiny).all())


def _factor(theirs: Array, ours: Array, least: float) -> float | None:
    """Return the number that multiplies ours to theirs, if there is one; a simple fraction where it is one up to
    rounding.
    """
    place = np.unravel_index(int(np.argmax(np.abs(ours))), ours.shape)
    if not (np.isfinite(theirs).all() and np.isfinite(ours).all() and ours[place]):
        return None
    factor = float(theirs[place] / ours[place])
    if factor == 0.0 or not _same(theirs, factor * ours, _EXACT, least):
        return None
    # 1/3 and 64 are reported as such; 720 is divisible by all small denominators.
    near = round(factor * 720) / 720
    return near if near and abs(near - factor) <= (_EXACT + least / abs(float(ours[place]))) * abs(factor) else factor
