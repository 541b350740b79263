"""A large matrix with fewer cells than it has: each block shows its value of largest magnitude."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.views.matrices.entries import MatrixEntry
from nnviz.views.matrices.place import MatrixPlace

PATIENCE: Final = 0.012
"""Seconds of a painting that reducing huge matrices may take: the rest of it takes 10 to 20 ms."""

_BAND: Final = 1_000_000
"""Cells that are reduced at a time, in 2 to 4 ms; a matrix with no more is never late."""


def reduced(array: Array, row_step: int, column_step: int) -> Array:
    """Return for each block of an array its value of largest magnitude, so that no extreme is hidden.

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
    if array.flags.f_contiguous and not array.flags.c_contiguous:
        return reduced(array.T, column_step, row_step).T
    # Along a row first, where numbers lie together in memory: 512 × 48 000 cells take 40 ms so, and 300 ms as blocks.
    greatest, least = (
        _of_rows(_of_columns(array, column_step, extreme), row_step, extreme) for extreme in (np.maximum, np.minimum)
    )
    # Each is NaN where there is one.
    return np.where(greatest >= -least, greatest, least)


class Reductions:
    """Keeps the last reduction of each matrix: most paintings show the same numbers as the one before.

    A huge matrix is reduced band by band, over as many paintings as it takes: 512 × 48 000 cells take 30 to 100 ms, and
    a network has seven such matrices, while a key is to be answered within 50 ms.

    Attributes
    ----------
    is_behind
        Whether there is something that has not been reduced yet, since the last `begin`.
    """

    def __init__(self) -> None:
        self._stored: dict[MatrixEntry, tuple[Array, tuple[object, ...], Array]] = {}
        self._begun: dict[MatrixEntry, tuple[Array, tuple[object, ...], Iterator[Array | None]]] = {}
        self._end = 0.0
        self.is_behind = False

    def forget(self) -> None:
        """Release the arrays."""
        self._stored.clear()
        self._begun.clear()

    def begin(self, seconds: float = PATIENCE) -> None:
        """Begin a painting, in which reducing huge matrices may take this long and one band more."""
        self._end = perf_counter() + seconds
        self.is_behind = False

    def of(self, place: MatrixPlace, values: Array, source: Array | None) -> Array | None:
        """Return what a place shows of its matrix; None where that takes another painting to find out.

        Parameters
        ----------
        place
            Where.
        values
            The matrix as it is drawn.
        source
            The read-only array that it is, or is the transpose of; None when it is neither.
        """
        if place.is_part:
            values = values[place.rows.first : place.rows.end, place.columns.first : place.columns.end]
        if not place.is_reduced:
            return values
        how = place.rows, place.columns, values.strides
        stored = self._stored.get(place.entry)
        if stored is not None and stored[0] is source and stored[1] == how:
            return stored[2]
        if source is None:
            return reduced(values, place.rows.step, place.columns.step)
        begun = self._begun.get(place.entry)
        if begun is None or begun[0] is not source or begun[1] != how:
            begun = source, how, _in_bands(values, place.rows.step, place.columns.step)
            self._begun[place.entry] = begun
        blocks = self._go_on(begun[2], whole=values.size <= _BAND)
        if blocks is None:
            self.is_behind = True
            return None
        del self._begun[place.entry]
        self._stored[place.entry] = source, how, blocks
        return blocks

    def _go_on(self, bands: Iterator[Array | None], *, whole: bool) -> Array | None:
        """Reduce until the painting has lasted long enough, and matrices that are `whole` to the end."""
        while whole or perf_counter() < self._end:
            blocks = next(bands)
            if blocks is not None:
                return blocks
        return None


def _in_bands(array: Array, row_step: int, column_step: int) -> Iterator[Array | None]:
    """Reduce an array band by band; yield None after each, and at last what `reduced` returns."""
    if array.flags.f_contiguous and not array.flags.c_contiguous:
        for blocks in _in_bands(array.T, column_step, row_step):
            yield None if blocks is None else blocks.T
        return
    rows = max(_BAND // array.shape[1] // row_step, 1) * row_step
    done: list[Array] = []
    for first in range(0, len(array), rows):
        done.append(reduced(array[first : first + rows], row_step, column_step))
        if first + rows < len(array):
            yield None
    yield np.vstack(done)


def _of_columns(array: Array, step: int, extreme: np.ufunc) -> Array:
    """Return the extremes of every `step` columns."""
    rows, columns = array.shape
    if step == 1:
        return array
    whole = columns - columns % step
    parts: list[Array] = [extreme.reduce(array[:, :whole].reshape(rows, whole // step, step), axis=2)]
    if whole < columns:
        parts.append(extreme.reduce(array[:, whole:], axis=1, keepdims=True))
    return np.hstack(parts)


def _of_rows(array: Array, step: int, extreme: np.ufunc) -> Array:
    rows: Array = extreme.reduceat(array, np.arange(0, len(array), step), axis=0)
    return rows


def cell_of_block(array: Array | None, place: MatrixPlace, row: int, column: int) -> tuple[int, int]:
    """Return the cell whose value a block shows; of a matrix that has not been computed the block's first."""
    rows, columns = place.rows.range_of(row), place.columns.range_of(column)
    if array is None or not place.is_reduced:
        return rows[0], columns[0]
    block = array[rows.start : rows.stop, columns.start : columns.stop]
    # As in `reduced`: of two of the same magnitude the positive one.
    there = block.argmin() if block.max() < -block.min() else block.argmax()
    within, across = divmod(int(there), block.shape[1])
    return rows[0] + within, columns[0] + across
