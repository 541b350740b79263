"""The layout of the blocks: headings, heat maps and tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PyQt6.QtCore import QRect, QRectF

from nnviz.views.checks.blocks import Block
from nnviz.views.theme import Theme, metrics

CELLS_LISTED: Final = 64
"""With more cells than this, the table lists only the worst one of each parameter."""

_CELL_W: Final = metrics.CELL_W * 5 // 4
"""Width of a cell of a heat map: −1.234e−12 fits."""

_ROWS_TALL: Final = 8
_ROWS_MIDDLE: Final = 32
_HEIGHTS: Final = (metrics.ROW, metrics.ROW // 2, metrics.ROW // 4)


@dataclass(frozen=True)
class Placed:
    """A block and its place.

    Attributes
    ----------
    block
        What is drawn.
    head, heat, table
        The rectangles of its heading, its heat map, and its table with its own heading (empty when there is none).
    listed
        The cells (row, column) of the table, in order.
    transposed
        Whether rows are drawn as columns.
    row_height
        Of the table.
    """

    block: Block
    head: QRect
    heat: QRect
    table: QRect
    listed: tuple[tuple[int, int], ...]
    transposed: bool
    row_height: int

    @property
    def drawn_shape(self) -> tuple[int, int]:
        """Rows and columns as drawn."""
        rows, columns = self.block.shape
        return (columns, rows) if self.transposed else (rows, columns)

    def cell_rect(self, row: int, column: int) -> QRectF:
        """Return the rectangle of a cell in the heat map."""
        rows, columns = self.drawn_shape
        if self.transposed:
            row, column = column, row
        width, height = self.heat.width() / columns, self.heat.height() / rows
        return QRectF(self.heat.left() + column * width, self.heat.top() + row * height, width, height)

    def row_rect(self, index: int) -> QRect:
        """Return the rectangle of a row of the table, from 0; −1 is the heading."""
        top = self.table.top() + (index + 1) * self.row_height
        return QRect(self.table.left(), top, self.table.width(), self.row_height)

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return the cell (row, column) at a place, in the heat map or in the table."""
        if self.heat.contains(int(x), int(y)):
            rows, columns = self.drawn_shape
            row = int((y - self.heat.top()) * rows / self.heat.height())
            column = int((x - self.heat.left()) * columns / self.heat.width())
            return (column, row) if self.transposed else (row, column)
        for index, cell in enumerate(self.listed):
            if self.row_rect(index).contains(int(x), int(y)):
                return cell
        return None


def arrange(
    blocks: Sequence[Block], theme: Theme, width: int, table_width: int, rows_convention: bool
) -> tuple[tuple[Placed, ...], int]:
    """Place blocks one below the other; return them and their total height."""
    px = theme.px
    padding, gap, row = px(metrics.PADDING), px(metrics.GAP), px(metrics.ROW)
    every = sum(block.shape[0] * block.shape[1] for block in blocks) <= CELLS_LISTED
    room = width - 2 * padding
    top, placed = 0, []
    for block in blocks:
        transposed = rows_convention and not block.by_direction
        rows, columns = reversed(block.shape) if transposed else block.shape
        head = QRect(padding, top, room, row)
        cell_width = min(px(_CELL_W), max(1, room // columns))
        cell_height = px(_HEIGHTS[(rows > _ROWS_TALL) + (rows > _ROWS_MIDDLE)])
        heat = QRect(padding, head.bottom() + 1, min(room, cell_width * columns), cell_height * rows)
        listed = _listed(block, every, transposed)
        height = row * (len(listed) + 1) if listed else 0
        beside = heat.width() + gap + table_width <= room
        left = width - padding - table_width if beside else padding
        table = QRect(left, heat.top() if beside else heat.bottom() + 1, table_width if beside else room, height)
        placed.append(Placed(block, head, heat, table, listed, transposed, row))
        bottom = max(heat.bottom(), table.bottom()) if listed else heat.bottom()
        top = bottom + 1 + px(metrics.PADDING)
    return tuple(placed), top


def in_order(block: Block, transposed: bool) -> tuple[tuple[int, int], ...]:
    """Return a block's cells (row, column) in the reading order of the drawing."""
    rows, columns = range(block.shape[0]), range(block.shape[1])
    if transposed:
        return tuple((row, column) for column in columns for row in rows)
    return tuple((row, column) for row in rows for column in columns)


def _listed(block: Block, every: bool, transposed: bool) -> tuple[tuple[int, int], ...]:
    if block.results is None:
        return ()
    if every:
        return in_order(block, transposed)
    return () if block.results.worst is None else (block.results.worst,)
