"""A large matrix with fewer cells than it has: each block shows its value of largest magnitude."""

from __future__ import annotations

import numpy as np

from nnviz.model.binding import Array
from nnviz.views.matrices.place import Place


def reduced(array: Array, row_step: int, column_step: int) -> Array:
    """Give for each block of an array its value of largest magnitude, so that no extreme is hidden.

    Parameters
    ----------
    array
        ``(rows, columns)``; a NaN is larger than anything.
    row_step, column_step
        Size of a block; the last ones may be smaller.

    Returns
    -------
    ndarray
        ``(⌈rows / row_step⌉, ⌈columns / column_step⌉)``.
    """
    rows, columns = array.shape
    # Not np.pad, which takes as long as all the rest.
    padded = np.zeros((rows + -rows % row_step, columns + -columns % column_step))
    padded[:rows, :columns] = array
    blocks = padded.reshape(padded.shape[0] // row_step, row_step, padded.shape[1] // column_step, column_step)
    flat = blocks.transpose(0, 2, 1, 3).reshape(blocks.shape[0], blocks.shape[2], -1)
    largest = np.abs(flat).argmax(axis=2)
    return np.take_along_axis(flat, largest[:, :, None], axis=2)[:, :, 0]


def cell_of_block(array: Array | None, place: Place, row: int, column: int) -> tuple[int, int]:
    """Give the cell whose value a block shows; of a matrix that has not been computed the block's first."""
    rows, columns = place.rows.range_of(row), place.columns.range_of(column)
    if array is None or not place.is_reduced:
        return rows[0], columns[0]
    block = np.abs(array[rows.start : rows.stop, columns.start : columns.stop])
    within, across = divmod(int(block.argmax()), block.shape[1])
    return rows[0] + within, columns[0] + across
