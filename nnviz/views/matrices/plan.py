"""One way to place all matrices of a tab: which are side by side, at which width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PyQt6.QtCore import QPoint, QRect, QSize

from nnviz.views.matrices.entries import rank_of
from nnviz.views.matrices.item import Item, Sizes
from nnviz.views.matrices.packing import ColumnSpan
from nnviz.views.matrices.place import CellAxis, MatrixPlace

MatrixLine = list[tuple[Item, ColumnSpan, int]]
"""Matrices side by side: what, how wide, and their left edges."""


def side_by_side(items: Sequence[Item], spans: Sequence[ColumnSpan], sizes: Sizes) -> MatrixLine:
    """Return matrices with their left edges."""
    line, x = [], sizes.ruler.padding
    for span in spans:
        line.append((items[span.column], span, x))
        x += span.width + sizes.ruler.gap
    return line


@dataclass(frozen=True)
class LinePlan:
    """Lines of matrices, before their heights are known."""

    lines: list[MatrixLine]
    sizes: Sizes
    is_aligned: bool = False

    def quality(self) -> tuple[int, ...]:
        """Return a key to sort equally high plans: numbers that matter, completeness, order, all numbers, digits."""
        placed = [(item, span) for line in self.lines for item, span, _ in line]
        core = sum(span.numbers for item, span in placed if rank_of(item.entry) < 2)
        numbers = sum(span.numbers for _, span in placed)
        return core, len(placed), self.is_aligned, numbers, self.sizes.slots

    def cell_height(self, room: int) -> int:
        """Return the greatest height of cells with which everything can be seen at once, or the least one."""
        low, tall = self.sizes.ruler.low, self.sizes.ruler.tall
        if self.height(low) > room:
            return low
        return next(cell for cell in range(tall, low - 1, -1) if self.height(cell) <= room)

    def height(self, cell: int) -> int:
        """Return the height of all lines for a height of cells."""
        ruler = self.sizes.ruler
        between = ruler.line_gap * (len(self.lines) - 1)
        return ruler.top + sum(self._line_height(line, cell) for line in self.lines) + between + ruler.bottom

    def places(self, cell: int, spare: int) -> list[MatrixPlace]:
        """Return the place of every matrix, for a height of cells and pixels that may be spread between lines."""
        ruler = self.sizes.ruler
        gap = ruler.line_gap + min(ruler.gap, spare // len(self.lines))
        places: list[MatrixPlace] = []
        y = ruler.top
        for line in self.lines:
            places.extend(self._place(item, span, QPoint(x, y), cell) for item, span, x in line)
            y += self._line_height(line, cell) + gap
        return places

    def _line_height(self, line: MatrixLine, cell: int) -> int:
        return max(self.sizes.height(item, cell, span.numbers) for item, span, _ in line)

    def _place(self, item: Item, span: ColumnSpan, corner: QPoint, cell: int) -> MatrixPlace:
        sizes, ruler = self.sizes, self.sizes.ruler
        box = sizes.box(item, span.width)
        rows = sizes.rows(item, cell)
        columns = CellAxis(item.columns, 1, ruler.cell(sizes.slots)) if span.numbers else box.axis(span.width)
        fitting = (
            text for text in item.shape_texts(rows, columns) if ruler.heading_width(item.label, text) <= span.width
        )
        shape = next(fitting, "")
        heading = ruler.heading_width(item.label, shape) if shape else ruler.label_width(item.label)
        width = max(box.margin + columns.length, heading)
        return MatrixPlace(
            entry=item.entry,
            label=item.label,
            shape=shape,
            frame=QRect(corner, QSize(width, sizes.height(item, cell, span.numbers))),
            corner=corner + QPoint(box.margin, ruler.heading),
            rows=rows,
            columns=columns,
            slots=sizes.slots if span.numbers else 0,
        )
