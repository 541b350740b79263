"""A matrix that is to be placed, and the widths and heights that it may have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PyQt6.QtCore import QCoreApplication

from nnviz.model.program.shapes import shape_text
from nnviz.views.matrices.entries import MatrixEntry
from nnviz.views.matrices.packing import Box
from nnviz.views.matrices.place import CellAxis, axis_in
from nnviz.views.matrices.ruler import Ruler

_FEW: Final = 12
"""Up to so many columns can be counted without numbers along them."""


@dataclass(frozen=True)
class Item:
    """A matrix with its shape as drawn and its label."""

    entry: MatrixEntry
    rows: int
    columns: int
    label: str

    @property
    def shape(self) -> str:
        """Its shape as text."""
        return shape_text((self.rows, self.columns))

    def shape_texts(self, rows: CellAxis, columns: CellAxis) -> list[str]:
        """Return ways to write the shape, longest first: with how many cells share a block where they do."""
        if rows.step == columns.step == 1:
            return [self.shape]
        both = min(rows.step, columns.step) > 1
        ratio = f"1:{rows.step}×{columns.step}" if both else f"1:{rows.step * columns.step}"
        in_words = QCoreApplication.translate("MatricesPanel", "%1, shown %2")
        return [in_words.replace("%1", self.shape).replace("%2", ratio), f"{self.shape} · {ratio}", ratio]


@dataclass(frozen=True)
class Sizes:
    """How wide and how high matrices may be.

    Attributes
    ----------
    ruler
        Lengths of the theme.
    room
        Pixels of a line.
    slots
        Characters of a cell with a number.
    most_rows
        Matrices with more rows have no numbers.
    """

    ruler: Ruler
    room: int
    slots: int
    most_rows: int

    def box(self, item: Item, share: int, terse: bool = False) -> Box:
        """Return how wide a matrix may be.

        Parameters
        ----------
        item
            The matrix.
        share
            Width that it may have without numbers in any case, if it can use it.
        terse
            Whether its heading can do without the shape.
        """
        ruler = self.ruler
        heading = ruler.label_width(item.label) if terse else ruler.heading_width(item.label, item.shape)
        cells = item.columns * ruler.cell(self.slots)
        is_high = item.rows > self.most_rows
        margin = ruler.tick_width(str(item.rows)) + ruler.smallest if is_high else 0
        return Box(
            with_numbers=None if is_high or cells > self.room else max(cells, heading),
            heading=heading,
            margin=margin,
            columns=item.columns,
            smallest=ruler.smallest,
            greatest=ruler.square,
            share=max(min(item.columns * ruler.small, share) + margin, heading),
        )

    def rows(self, item: Item, cell: int) -> CellAxis:
        """Return how a matrix's rows are drawn where cells are `cell` high."""
        if item.rows <= self.most_rows:
            return CellAxis(item.rows, 1, cell)
        return axis_in(self.ruler.column, item.rows, self.ruler.smallest, cell)

    def height(self, item: Item, cell: int, numbers: bool) -> int:
        """Return the height of a matrix with its heading and the numbers along it."""
        ticks = 0 if numbers or item.columns <= _FEW else self.ruler.ticks
        return self.ruler.heading + self.rows(item, cell).length + ticks
