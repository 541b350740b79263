"""Whether all cells of arrays are finite, found out at little cost."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array

_FEW: Final = 4096
"""Cells up to which copying many small arrays into one costs less than checking each."""


def is_finite(array: Array) -> bool:
    """Return whether all cells are finite."""
    with np.errstate(all="ignore"):
        # One sum decides for nearly all arrays; only finite cells whose sum overflows need a second check.
        return bool(np.isfinite(np.add.reduce(array, axis=None)) or np.isfinite(array).all())


def all_finite(arrays: Sequence[Array]) -> bool:
    """Return whether all cells of some arrays are finite."""
    if sum(array.size for array in arrays) > _FEW:
        return all(is_finite(array) for array in arrays)
    joined = np.concatenate(arrays, axis=None)
    # Arrays of a program's symbols are nearly always finite: the check that is fastest for these comes first.
    with np.errstate(all="ignore"):
        return math.isfinite(np.add.reduce(joined)) or bool(np.isfinite(joined).all())
