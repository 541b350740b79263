"""Cells of a strip, and where the cells of symbols are drawn on it."""

from __future__ import annotations

from typing import NamedTuple

from PyQt6.QtCore import QPoint

from nnviz.model.session.selection import Cell
from nnviz.model.text.convention import Convention
from nnviz.views.strip.arranging import Arrangement
from nnviz.views.strip.boxes import MatrixBox, NumberBox


class StripSpot(NamedTuple):
    """A cell of a matrix as it is drawn."""

    box: MatrixBox
    row: int
    column: int

    @property
    def gives_result(self) -> bool:
        """Whether the cell gives the result's cell at its place."""
        place, operand = (self.row, self.column), self.box.operand
        return self.box.is_result or (operand.is_computed and operand.reach(place) == place)

    def cell(self, convention: Convention) -> Cell | None:
        """Return the symbol's cell; for an intermediate value the result's cell that it gives."""
        operand = self.box.operand
        symbol, is_turned = operand.symbol, operand.is_turned
        if not symbol:
            if not self.gives_result:
                return None
            symbol, is_turned = self.box.equation.result.symbol, False
            rows, columns = self.box.equation.shape(self.box.equation.result)
            if self.row >= rows or self.column >= columns:
                return None
        if (convention == "rows") != is_turned:
            return Cell(symbol, self.column, self.row)
        return Cell(symbol, self.row, self.column)


def spot_at(arrangement: Arrangement, point: QPoint) -> StripSpot | None:
    """Return the cell that is drawn at a point; of a block the one of the largest magnitude."""
    for box in arrangement.matrices:
        if box.cells.contains(point):
            away = point - box.corner
            down, across = box.rows.segment_at(away.y()), box.columns.segment_at(away.x())
            value = box.equation.value(box.operand)
            if value is None:
                return StripSpot(box, down.first, across.first)
            block = value[down.first : down.stop, across.first : across.stop]
            there = int(block.argmin() if block.max() < -block.min() else block.argmax())
            row, column = divmod(there, block.shape[1])
            return StripSpot(box, down.first + row, across.first + column)
    return None


def number_at(arrangement: Arrangement, point: QPoint) -> NumberBox | None:
    """Return the number at a point."""
    return next((box for box in arrangement.boxes if isinstance(box, NumberBox) and box.frame.contains(point)), None)


def spots_of(arrangement: Arrangement, cell: Cell, convention: Convention) -> list[StripSpot]:
    """Return where a symbol's cell is drawn."""
    found = []
    for box in arrangement.matrices:
        if box.operand.symbol == cell.symbol:
            turned = (convention == "rows") != box.operand.is_turned
            row, column = (cell.column, cell.row) if turned else (cell.row, cell.column)
            if row < box.rows.count and column < box.columns.count:
                found.append(StripSpot(box, row, column))
    return found
