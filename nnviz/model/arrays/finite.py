"""Whether numbers are finite, told of whole arrays at little cost."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array

_FEW: Final = 4096
"""Cells up to which copying many small arrays into one costs less than looking at each."""


def is_finite(array: Array) -> bool:
    """Return whether all cells are finite."""
    with np.errstate(all="ignore"):
        # One sum tells it of nearly all arrays; only finite cells that overflow together need a second look.
        return bool(np.isfinite(np.add.reduce(array, axis=None)) or np.isfinite(array).all())


def all_finite(arrays: Sequence[Array]) -> bool:
    """Return whether all cells of some arrays are finite."""
    if sum(array.size for array in arrays) > _FEW:
        return all(is_finite(array) for array in arrays)
    joined = np.concatenate(arrays, axis=None)
    # Arrays of a program's symbols are finite nearly always: first the way that is fastest for these.
    with np.errstate(all="ignore"):
        return math.isfinite(np.add.reduce(joined)) or bool(np.isfinite(joined).all())
