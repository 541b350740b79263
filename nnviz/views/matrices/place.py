"""Where one matrix stands on the canvas: its heading and its cells, in pixels."""

from __future__ import annotations

from dataclasses import dataclass

from PyQt6.QtCore import QPoint, QRect

from nnviz.views.matrices.entries import Entry


@dataclass(frozen=True)
class Axis:
    """How the rows, or the columns, of a matrix are drawn.

    Attributes
    ----------
    count
        How many there are.
    step
        How many share a block; 1 where each is drawn.
    size
        Pixels of a block.
    """

    count: int
    step: int
    size: int

    @property
    def blocks(self) -> int:
        """How many blocks are drawn."""
        return -(-self.count // self.step)

    @property
    def length(self) -> int:
        """Pixels of all blocks."""
        return self.blocks * self.size

    def block_of(self, index: int) -> int:
        """Give the block in which a row or column is drawn."""
        return index // self.step

    def range_of(self, block: int) -> range:
        """Give the rows or columns that a block stands for."""
        return range(block * self.step, min((block + 1) * self.step, self.count))


def axis_in(room: int, count: int, smallest: int, greatest: int) -> Axis:
    """Give how rows or columns are drawn in some room: each if they fit, else a block for several.

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
    return Axis(count, step, max(smallest, min(greatest, room // blocks)))


@dataclass(frozen=True)
class Place:
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

    entry: Entry
    label: str
    shape: str
    frame: QRect
    corner: QPoint
    rows: Axis
    columns: Axis
    slots: int

    @property
    def cells(self) -> QRect:
        """The rectangle of all cells."""
        return QRect(self.corner.x(), self.corner.y(), self.columns.length, self.rows.length)

    @property
    def is_reduced(self) -> bool:
        """Whether a block stands for more than one cell."""
        return self.rows.step > 1 or self.columns.step > 1

    def block_at(self, point: QPoint) -> tuple[int, int] | None:
        """Give (row, column) of the block at a point, or None beside the cells."""
        if not self.cells.contains(point):
            return None
        away = point - self.corner
        return away.y() // self.rows.size, away.x() // self.columns.size

    def block_rect(self, row: int, column: int) -> QRect:
        """Give the rectangle of a block."""
        width, height = self.columns.size, self.rows.size
        return QRect(self.corner.x() + column * width, self.corner.y() + row * height, width, height)

    def cell_rect(self, row: int, column: int) -> QRect:
        """Give the rectangle in which a cell is drawn."""
        return self.block_rect(self.rows.block_of(row), self.columns.block_of(column))
