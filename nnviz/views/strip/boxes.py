"""What is drawn of a line, and where."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from PyQt6.QtCore import QCoreApplication, QPoint, QRect

from nnviz.model.session.selection import Cell
from nnviz.model.strip.equation import LineEquation
from nnviz.model.strip.tokens import Bracket, StripOperand
from nnviz.model.text.convention import Convention
from nnviz.views.strip.axis import Axis

Tag = Literal["", "old", "new"]


def tag_text(tag: Tag) -> str:
    """Return the word for a value before or after a line has replaced it; empty for any other."""
    if tag == "old":
        return QCoreApplication.translate("StripPanel", "old")
    return QCoreApplication.translate("StripPanel", "new") if tag == "new" else ""


@dataclass(frozen=True, eq=False)
class MatrixBox:
    """An array.

    Attributes
    ----------
    equation, operand
        What it is.
    label, shape, tag
        Its heading; whether it is what a line replaces, or by what.
    frame, corner
        Heading and cells together; the upper left corner of the cells.
    rows, columns
        How the cells are drawn.
    slots
        Characters that a cell with its number has room for.
    is_numbered
        Whether every cell has its number.
    """

    equation: LineEquation
    operand: StripOperand
    label: str
    shape: str
    tag: Tag
    frame: QRect
    corner: QPoint
    rows: Axis
    columns: Axis
    slots: int
    is_numbered: bool

    @property
    def cells(self) -> QRect:
        """The rectangle of all cells."""
        return QRect(self.corner.x(), self.corner.y(), self.columns.length, self.rows.length)

    @property
    def is_result(self) -> bool:
        """Whether it is what the line wrote."""
        return self.operand is self.equation.result

    def cell_rect(self, row: int, column: int) -> QRect:
        """Return where a cell is drawn."""
        (top, height), (left, width) = self.rows.span(row), self.columns.span(column)
        return QRect(self.corner.x() + left, self.corner.y() + top, width, height)

    def region_rect(self, row: int | None, column: int | None) -> QRect:
        """Return where a row, a column, a cell or everything is drawn."""
        cell = self.cell_rect(row or 0, column or 0)
        cells = self.cells
        if row is None:
            cell.setTop(cells.top())
            cell.setHeight(cells.height())
        if column is None:
            cell.setLeft(cells.left())
            cell.setWidth(cells.width())
        return cell

    def moved(self, right: int, down: int) -> MatrixBox:
        """Return it elsewhere."""
        return replace(self, frame=self.frame.translated(right, down), corner=self.corner + QPoint(right, down))

    def enlarging(self, row: int | None, column: int | None) -> MatrixBox:
        """Return it with another row and column enlarged."""
        if self.is_numbered or (self.rows.enlarged, self.columns.enlarged) == (row, column):
            return self
        rows, columns = replace(self.rows, enlarged=row), replace(self.columns, enlarged=column)
        return replace(self, rows=rows, columns=columns)


@dataclass(frozen=True, eq=False)
class NumberBox:
    """A named number: its name above it."""

    equation: LineEquation
    operand: StripOperand
    tag: Tag
    frame: QRect
    middle: int

    @property
    def is_result(self) -> bool:
        """Whether it is what the line wrote."""
        return self.operand is self.equation.result

    def moved(self, right: int, down: int) -> NumberBox:
        """Return it elsewhere."""
        return replace(self, frame=self.frame.translated(right, down), middle=self.middle + down)


@dataclass(frozen=True, eq=False)
class TextBox:
    """A sign or a name between matrices."""

    text: str
    frame: QRect
    is_name: bool = False

    def moved(self, right: int, down: int) -> TextBox:
        """Return it elsewhere."""
        return replace(self, frame=self.frame.translated(right, down))


@dataclass(frozen=True, eq=False)
class BracketBox:
    """A bracket, as high as what it holds."""

    bracket: Bracket
    frame: QRect

    def moved(self, right: int, down: int) -> BracketBox:
        """Return it elsewhere."""
        return replace(self, frame=self.frame.translated(right, down))


Box = MatrixBox | NumberBox | TextBox | BracketBox


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
