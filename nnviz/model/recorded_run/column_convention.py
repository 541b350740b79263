"""A person's arrays, turned so that a sample is a column, as nnviz has them."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array, read_only


def in_columns(array: NDArray[Any], shape: tuple[int, ...], samples_are: Literal["rows", "columns"]) -> Array | None:
    """Return an array as the matrix of a shape in the column convention, read-only; None where it cannot be that.

    Where it fits as it is and transposed, it is transposed if samples are rows.

    Parameters
    ----------
    array
        As the person has it: a number, a vector or a matrix.
    shape
        Of the symbol that it is.
    samples_are
        What a sample is of their arrays.
    """
    if array.dtype.kind not in "biuf" or array.size != shape[0] * shape[1]:
        return None
    numbers = np.asarray(array, dtype=np.float64)
    if numbers.ndim == 2:
        ways = (numbers.T, numbers) if samples_are == "rows" else (numbers, numbers.T)
        fitting = next((way for way in ways if way.shape == shape), None)
        # (n, 1, m) and the like are no matrix; a bias of one unit may be a row or a column.
        return None if fitting is None else read_only(fitting)
    squeezed = numbers.squeeze()
    if squeezed.ndim > 1:
        return in_columns(squeezed, shape, samples_are) if numbers.ndim > 2 else None
    return read_only(squeezed.reshape(shape)) if 1 in shape or numbers.size == 1 else None
