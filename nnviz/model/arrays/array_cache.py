"""Numbers that are told of large arrays, worked out once for each array."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import partial, wraps
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.floating[Any]]

_LARGE: Final = 10_000
"""Cells from which looking it up costs less than working it out again."""


def remembered(measure: Callable[[Numbers], float]) -> Callable[[Numbers], float]:
    """Have a function of a matrix remember what it gave for large ones, as long as they are there.

    Only arrays that nobody can write to are remembered: those of a snapshot. Several views ask for the same number of
    the same array, in each frame; and who has worked it out beforehand, in another thread, spares them all of it.
    """
    kept: dict[int, tuple[weakref.ref[Numbers], float]] = {}

    def forget(key: int, gone: weakref.ref[Numbers]) -> None:
        if key in kept and kept[key][0] is gone:
            del kept[key]

    @wraps(measure)
    def look_up(array: Numbers) -> float:
        if array.size < _LARGE or array.flags.writeable:
            return measure(array)
        key = id(array)
        found = kept.get(key)
        if found is not None and found[0]() is array:
            return found[1]
        value = measure(array)
        kept[key] = weakref.ref(array, partial(forget, key)), value
        return value

    return look_up
