"""A large matrix with fewer cells than it has: each block shows its value of largest magnitude."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter
from typing import Final

from nnviz.model.arrays.array import Array
from nnviz.views.matrices.entries import MatrixEntry
from nnviz.views.matrices.place import MatrixPlace
from nnviz.views.matrix_cells.block_extremes import BAND, in_bands, reduced

PATIENCE: Final = 0.012
"""Seconds of a painting that reducing huge matrices may take: the rest of it takes 10 to 20 ms."""


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
            begun = source, how, in_bands(values, place.rows.step, place.columns.step)
            self._begun[place.entry] = begun
        blocks = self._go_on(begun[2], whole=values.size <= BAND)
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
