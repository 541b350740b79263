"""Where one matrix is on the canvas: its heading and its cells, in pixels."""

from __future__ import annotations

from dataclasses import dataclass

from PyQt6.QtCore import QPoint, QRect

from nnviz.views.matrices.entries import MatrixEntry


@dataclass(frozen=True)
class CellAxis:
    """How the rows, or the columns, of a matrix are drawn.

    Attributes
    ----------
    count
        How many there are.
    step
        How many share a block; 1 where each is drawn.
    size
        Pixels of a block.
    first, shown
        From which one on they are drawn, and how many; None for all.
    """

    count: int
    step: int
    size: int
    first: int = 0
    shown: int | None = None

    @property
    def end(self) -> int:
        """The one after the last that is drawn."""
        return self.count if self.shown is None else min(self.first + self.shown, self.count)

    @property
    def blocks(self) -> int:
        """How many blocks are drawn."""
        return -(-(self.end - self.first) // self.step)

    @property
    def length(self) -> int:
        """Pixels of all blocks."""
        return self.blocks * self.size

    def has(self, index: int) -> bool:
        """Return whether a row or column is drawn."""
        return self.first <= index < self.end

    def block_of(self, index: int) -> int:
        """Return the block in which a row or column is drawn."""
        return (index - self.first) // self.step

    def range_of(self, block: int) -> range:
        """Return the rows or columns that a block represents."""
        return range(self.first + block * self.step, min(self.first + (block + 1) * self.step, self.end))


def axis_in(room: int, count: int, smallest: int, greatest: int) -> CellAxis:
    """Return how rows or columns are drawn in some room: each if they fit, else a block for several.

    Parameters
    ----------
    room
        Pixels.
    count
        How many rows or columns there are.
    smallest, greatest
        Pixels of a block, at least and at most.
    """
    fitting = max(room // smallest, 1)
    step = -(-count // fitting)
    blocks = -(-count // step)
    return CellAxis(count, step, max(smallest, min(greatest, room // blocks)))


@dataclass(frozen=True)
class MatrixPlace:
    """One matrix as drawn; rows and columns are those of the convention that is shown.

    Attributes
    ----------
    entry
        What is drawn.
    label, shape
        Texts of the heading; ``shape`` is empty where there is no room for it.
    frame
        Heading and cells together.
    corner
        Upper left corner of the cells.
    rows, columns
        How the cells are drawn.
    slots
        Characters that a cell has room for; 0 where the cells have no numbers.
    """

    entry: MatrixEntry
    label: str
    shape: str
    frame: QRect
    corner: QPoint
    rows: CellAxis
    columns: CellAxis
    slots: int

    @property
    def cells(self) -> QRect:
        """The rectangle of all cells."""
        return QRect(self.corner.x(), self.corner.y(), self.columns.length, self.rows.length)

    @property
    def is_reduced(self) -> bool:
        """Whether a block represents more than one cell."""
        return self.rows.step > 1 or self.columns.step > 1

    @property
    def is_part(self) -> bool:
        """Whether not all of the matrix is drawn."""
        return (self.rows.end - self.rows.first, self.columns.end - self.columns.first) != (
            self.rows.count,
            self.columns.count,
        )

    def shows(self, row: int, column: int) -> bool:
        """Return whether a cell is drawn."""
        return self.rows.has(row) and self.columns.has(column)

    def block_at(self, point: QPoint) -> tuple[int, int] | None:
        """Return (row, column) of the block at a point, or None outside the cells."""
        if not self.cells.contains(point):
            return None
        away = point - self.corner
        return away.y() // self.rows.size, away.x() // self.columns.size

    def block_rect(self, row: int, column: int) -> QRect:
        """Return the rectangle of a block."""
        width, height = self.columns.size, self.rows.size
        return QRect(self.corner.x() + column * width, self.corner.y() + row * height, width, height)

    @property
    def block_rects(self) -> list[QRect]:
        """The rectangles of all blocks, row by row."""
        return [
            self.block_rect(row, column) for row in range(self.rows.blocks) for column in range(self.columns.blocks)
        ]

    def cell_rect(self, row: int, column: int) -> QRect:
        """Return the rectangle in which a cell is drawn."""
        return self.block_rect(self.rows.block_of(row), self.columns.block_of(column))


Spot = tuple[MatrixPlace, int, int]
"""A cell of a matrix: row and column as drawn."""

Block = tuple[MatrixPlace, int, int]
"""A block of cells that are drawn as one: its row and column among the blocks."""
