"""The arrays of a strip as they are drawn: their colours' scales, their numbers as text, and their reduced pictures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from time import perf_counter
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.arrays.norm import largest
from nnviz.model.strip.tokens import StripOperand
from nnviz.model.text.columns import ColumnFormat, column_format
from nnviz.views.colour_scales import StableScale
from nnviz.views.matrix_cells.block_extremes import in_bands, reduced
from nnviz.views.matrix_cells.quantities import QuantityScales, quantity_of
from nnviz.views.strip.axis import Axis
from nnviz.views.strip.boxes import MatrixBox

PATIENCE: Final = 0.006
"""Seconds of a painting that reducing huge matrices may take."""


class StripValues:
    """Follows the arrays from frame to frame; what has not changed is not made again."""

    def __init__(self) -> None:
        self._quantities = QuantityScales()
        self._others: defaultdict[str, StableScale] = defaultdict(StableScale)
        self._forms: dict[tuple[str, int], ColumnFormat] = {}
        self._texts: dict[tuple[str, int], tuple[Array, ColumnFormat, list[str]]] = {}
        self._blocks: dict[tuple[str, int, int], tuple[Array, Array]] = {}
        self._begun: dict[tuple[str, int, int], tuple[Array, Iterator[Array | None]]] = {}
        self._end = 0.0
        self.is_behind = False

    def forget(self) -> None:
        """Start again, for another network."""
        self.__init__()  # type: ignore[misc]

    def begin(self) -> None:
        """Begin a painting."""
        self._end = perf_counter() + PATIENCE
        self.is_behind = False

    # Colours -----------------------------------------------------------------------------------------------------

    def follow(self, shown: Iterable[tuple[StripOperand, Array]], *, has_symbols: bool) -> None:
        """Follow the largest magnitudes of what is shown."""
        sizes = []
        for operand, value in shown:
            if operand.is_number:
                continue
            if has_symbols and operand.symbol:
                sizes.append((quantity_of(operand.symbol), largest(value)))
            else:
                self._others[operand.label].follow(largest(value))
        self._quantities.follow(sizes)

    def scale(self, operand: StripOperand) -> float:
        """Return the magnitude that has the full colour in an operand."""
        if operand.symbol:
            return self._quantities.of(quantity_of(operand.symbol))
        return self._others[operand.label].scale

    def scale_of_quantity(self, quantity: str) -> float:
        """Return the magnitude that has the full colour in arrays of a quantity."""
        return self._quantities.of(quantity)

    # Numbers -----------------------------------------------------------------------------------------------------

    def texts(self, box: MatrixBox, value: Array, has_room: Callable[[str], bool]) -> tuple[ColumnFormat, list[str]]:
        """Return how the numbers of a matrix are written, and all of them row by row.

        `has_room` says whether a power of ten fits into its heading.
        """
        key = box.label + box.tag, box.slots
        last = self._texts.get(key)
        if last is not None and last[0] is value:
            return last[1:]
        numbers = value.ravel().tolist()
        before = self._forms.get(key)
        form = column_format(numbers, box.slots, before)
        if form.factor and not has_room(form.factor):
            form = column_format(numbers, box.slots, before, has_factor=False)
        self._forms[key] = form
        texts = form.texts(numbers)
        self._texts[key] = value, form, texts
        return form, texts

    # Reduced pictures --------------------------------------------------------------------------------------------

    def drawn(self, box: MatrixBox, value: Array) -> Array | None:
        """Return what each segment of a matrix shows; None where that takes another painting to find out."""
        rows, columns = box.rows, box.columns
        if rows.step == columns.step == 1:
            return value
        blocks = self._reduced(box, value)
        if blocks is None:
            return None
        if rows.enlarged is not None:
            across = reduced(value[rows.enlarged : rows.enlarged + 1], 1, columns.step)
            blocks = _inserted(blocks, across, rows, 0)
        if columns.enlarged is not None:
            down = reduced(value[:, columns.enlarged : columns.enlarged + 1], rows.step, 1)
            if rows.enlarged is not None:
                down = _inserted(down, value[rows.enlarged, columns.enlarged].reshape(1, 1), rows, 0)
            blocks = _inserted(blocks, down, columns, 1)
        return blocks

    def _reduced(self, box: MatrixBox, value: Array) -> Array | None:
        key = box.label + box.tag, box.rows.step, box.columns.step
        stored = self._blocks.get(key)
        # Arrays of snapshots do not change; a transpose is another object over the same memory.
        if stored is not None and _same(stored[0], value):
            return stored[1]
        begun = self._begun.get(key)
        if begun is None or not _same(begun[0], value):
            begun = self._begun[key] = value, in_bands(value, box.rows.step, box.columns.step)
        blocks = next(begun[1])
        while blocks is None and perf_counter() < self._end:
            blocks = next(begun[1])
        if blocks is None:
            self.is_behind = True
            return None
        del self._begun[key]
        self._blocks[key] = value, blocks
        return blocks


def _same(one: Array, other: Array) -> bool:
    """Return whether two read-only arrays are the same, or views of the same memory in the same order."""
    if one is other:
        return True
    is_view = one.base is not None and one.base is other.base
    return is_view and one.strides == other.strides and one.shape == other.shape and _start(one) == _start(other)


def _start(array: Array) -> int:
    return int(array.__array_interface__["data"][0])


def _inserted(blocks: Array, line: Array, axis: Axis, along: int) -> Array:
    """Return blocks with the enlarged row or column after the block that it is of, or in its place."""
    assert axis.enlarged is not None
    block = axis.enlarged // axis.step
    after = block if axis.step == 1 else block + 1
    if axis.step == 1:
        blocks = np.delete(blocks, block, along)
    before, behind = np.split(blocks, [after], axis=along)
    return np.concatenate([before, line, behind], axis=along)
