"""The size of a matrix as one number."""

from __future__ import annotations

import math

import numpy as np

from nnviz.model.binding import Array


def frobenius(array: Array) -> float:
    """Give ‖M‖, the square root of the sum of the squares of a matrix's cells.

    Parameters
    ----------
    array
        ``(rows, columns)``; with a NaN in it the norm is NaN.
    """
    flat = array.ravel()
    with np.errstate(all="ignore"):
        # Not np.dot: BLAS would wake its threads for this, which on a busy machine can cost a frame.
        norm = math.sqrt(np.einsum("i,i", flat, flat))
        if norm not in (0.0, math.inf):
            return norm
        # Squares of very large or very small numbers leave the range of floats; relative to the largest they do not.
        largest = float(np.max(np.abs(flat), initial=0.0))
        if largest == 0.0 or not math.isfinite(largest):
            return largest
        scaled = flat / largest
        return largest * math.sqrt(np.einsum("i,i", scaled, scaled))
