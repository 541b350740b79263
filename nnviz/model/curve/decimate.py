"""Long series made short enough to draw, with every extreme kept.

Runs of values are grouped into bins whose width is a power of two and that begin at multiples of the width. So the part
already drawn does not change while a series grows, until the width doubles.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array


def bin_width(length: int, most: int) -> int:
    """Return the smallest power of two by which `length` values make at most `most` bins (and a partial one)."""
    width = 1
    while length > most * width:
        width *= 2
    return width


def extremes(values: Array, width: int) -> NDArray[np.intp]:
    """Choose the values to draw: of each bin the least and the greatest, and of the whole the first and the last.

    Parameters
    ----------
    values
        ``(n,)``; a bin without any finite value is represented by its first value.
    width
        Values per bin.

    Returns
    -------
    ndarray
        Their indices, ascending; all of them when `width` is 1.
    """
    if width == 1:
        return np.arange(len(values))
    finite = np.isfinite(values)
    least = np.argmin(_binned(np.where(finite, values, np.inf), width, np.inf), axis=1)
    greatest = np.argmax(_binned(np.where(finite, values, -np.inf), width, -np.inf), axis=1)
    starts = np.arange(0, len(values), width)
    chosen = np.concatenate(([0], starts + least, starts + greatest, [len(values) - 1]))
    # `np.unique` takes several times as long for so few.
    chosen.sort()
    is_first = np.ones(len(chosen), dtype=np.bool_)
    np.not_equal(chosen[1:], chosen[:-1], out=is_first[1:])
    return chosen[is_first]


def merged(least: Array, greatest: Array, width: int) -> tuple[Array, Array]:
    """Return the extremes of groups of `width` neighbouring bins; NaN pairs are skipped."""
    if width == 1:
        return least, greatest
    return (
        np.fmin.reduce(_binned(least, width, np.nan), axis=1),
        np.fmax.reduce(_binned(greatest, width, np.nan), axis=1),
    )


def _binned(values: Array, width: int, padding: float) -> Array:
    missing = -len(values) % width
    return np.append(values, np.full(missing, padding)).reshape(-1, width)
