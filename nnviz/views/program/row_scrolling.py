"""Scrolling of the source pane by whole rows: no row is cut in half."""

from __future__ import annotations

from bisect import bisect_left

from PyQt6.QtCore import QRect
from PyQt6.QtWidgets import QScrollBar, QWidget

from nnviz.views.program.row_layout import RowLayout


class RowScrolling:
    """Knows which row is at the top of the pane; its scroll bar counts rows.

    Parameters
    ----------
    bar
        The scroll bar.
    viewport
        Where the rows are drawn.
    row_height
        Of a plain row, in pixels.

    Attributes
    ----------
    layout
        The rows.
    """

    def __init__(self, bar: QScrollBar, viewport: QWidget, row_height: int) -> None:
        self._bar, self._viewport, self._row_height = bar, viewport, row_height
        self.layout = RowLayout()
        bar.valueChanged.connect(viewport.update)

    @property
    def first(self) -> int:
        """The row at the top."""
        return self._bar.value()

    def take(self, layout: RowLayout) -> None:
        """Replace the rows; the one at the top stays there, if it is one of them."""
        top = self.layout.entries[self.first] if self.layout.entries else None
        self.layout = layout
        self.fit()
        if top in layout.entries:
            self._bar.setValue(layout.entries.index(top))
        self._viewport.update()

    def fit(self) -> None:
        """Set the range of the bar for the height of the pane: at its end the last row is whole."""
        tops, room = self.layout.tops, self._viewport.height()
        last = bisect_left(tops, tops[-1] - room) if tops[-1] > room else 0
        self._bar.setPageStep(max(1, room // self._row_height))
        self._bar.setRange(0, min(last, max(0, len(self.layout.entries) - 1)))

    def row_at(self, y: int) -> int:
        """Return the row at a height in the pane."""
        return self.layout.row_at(y + self.layout.tops[self.first])

    def rect(self, row: int) -> QRect:
        """Return the rectangle of a row in the pane."""
        tops = self.layout.tops
        return QRect(0, tops[row] - tops[self.first], self._viewport.width(), tops[row + 1] - tops[row])

    def is_whole(self, row: int) -> bool:
        """Return whether a row that begins in the pane ends in it; the one at the top is drawn in any case."""
        return row <= self.first or self.rect(row).bottom() < self._viewport.height()

    def scroll_to(self, line: int) -> None:
        """Bring a line into view, with one more row on either side."""
        if not self.layout.entries:
            return
        tops, room, row = self.layout.tops, self._viewport.height(), self.layout.row_of(line)
        first = min(self.first, max(0, row - 1))
        while first < row and tops[min(row + 2, len(tops) - 1)] - tops[first] > room:
            first += 1
        self._bar.setValue(first)
