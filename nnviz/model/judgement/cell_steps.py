"""Updates that use each number of a gradient alone: clipped by value, or its sign."""

from __future__ import annotations

from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array

CLIPPING: Final = frozenset(
    ["numpy.sign", "numpy.clip", "clip", "numpy.minimum", "numpy.maximum", "numpy.where", "min", "max"]
)
"""Operators that an update by cells is made of."""

ROOTS: Final = frozenset(["numpy.sqrt", "math.sqrt", "**", "numpy.power", "numpy.square", "numpy.linalg.norm"])
"""Operators that an update is made of which adapts its rate."""

_LEAST: Final = 8
_SAME: Final = 1e-7


def goes_down_by_cells(gradient: Array, change: Array) -> bool:
    """Return whether changes are minus a growing function of the gradient, the same one for all cells.

    Parameters
    ----------
    gradient, change
        All cells, one after another. Of a few cells it cannot be told.
    """
    if gradient.size < _LEAST or not np.all(np.isfinite(change)):
        return False
    order = np.argsort(gradient, kind="stable")
    slope, step = gradient[order], -change[order]
    size = float(np.abs(step).max(initial=0.0))
    if size == 0 or np.any(np.diff(step) < -_SAME * size):
        return False
    clear = np.abs(slope) > _SAME * np.abs(slope).max()
    return bool(np.all(step[clear] * slope[clear] >= 0))
