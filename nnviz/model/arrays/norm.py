"""The size of an array as one number: its norm, and its largest cell; of a large array each is computed once."""

from __future__ import annotations

import math
import weakref
from collections.abc import Callable, Iterable
from functools import partial, wraps
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array

Numbers = NDArray[np.floating[Any]]

_LARGE: Final = 10_000
"""Cells from which looking the number up costs less than computing it again."""


_LEAST_SQUARES: Final = {
    type_.itemsize: float(np.finfo(type_).tiny / np.finfo(type_).eps ** 2)
    for type_ in (np.dtype(np.float32), np.dtype(np.float64))
}
"""By the size of a float: a smaller sum of squares may have lost digits of some square, or all of it."""


def cached_for_large(measure: Callable[[Numbers], float]) -> Callable[[Numbers], float]:
    """Cache what a function of an array returns for large arrays, as long as these exist.

    Only read-only arrays are cached: those of a snapshot. Several views ask for the same number of the same array in
    each frame; computing it beforehand, in another thread, spares all of them the work.
    """
    cached: dict[int, tuple[weakref.ref[Numbers], float]] = {}

    def forget(key: int, gone: weakref.ref[Numbers]) -> None:
        if key in cached and cached[key][0] is gone:
            del cached[key]

    @wraps(measure)
    def look_up(array: Numbers) -> float:
        if array.size < _LARGE or array.flags.writeable:
            return measure(array)
        key = id(array)
        found = cached.get(key)
        if found is not None and found[0]() is array:
            return found[1]
        value = measure(array)
        cached[key] = weakref.ref(array, partial(forget, key)), value
        return value

    return look_up


@cached_for_large
def frobenius(array: Numbers) -> float:
    """Return ‖M‖, the square root of the sum of the squares of a matrix's cells.

    Parameters
    ----------
    array
        ``(rows, columns)``; with a NaN in it the norm is NaN.
    """
    flat = array.ravel()
    with np.errstate(all="ignore"):
        # Not np.dot: BLAS would wake its threads for this, which on a busy machine can cost a frame.
        squares = float(np.einsum("i,i", flat, flat))
        if math.isnan(squares) or _LEAST_SQUARES[flat.itemsize] <= squares < math.inf:
            return math.sqrt(squares)
        # Squares of very large or very small numbers leave the range of floats, or lose their last digits before they
        # do; relative to the largest they do not.
        largest = float(np.max(np.abs(flat), initial=0.0))
        if largest == 0.0 or not math.isfinite(largest):
            return largest
        scaled = flat / largest
        return largest * math.sqrt(np.einsum("i,i", scaled, scaled))


@cached_for_large
def largest(array: Numbers) -> float:
    """Return the largest finite magnitude in an array; 0 when there is none."""
    size = float(max(array.max(), -array.min()))
    if np.isfinite(size):
        return size
    finite = np.abs(array[np.isfinite(array)])
    return float(finite.max()) if finite.size else 0.0


def measure(arrays: Iterable[Array]) -> None:
    """Compute the numbers that views ask for of arrays, so that they are cached."""
    for array in arrays:
        # Norms are shown of what lines write, which is C-contiguous. Only samples are not, and copying a large batch of
        # them holds the interpreter's lock: half a second for 48 000 samples of 784 inputs.
        if array.flags.c_contiguous:
            frobenius(array)
        largest(array)
