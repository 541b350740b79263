"""Lengths on the canvas, in pixels of the screen, from the theme's fonts and metrics."""

from __future__ import annotations

import math
from typing import Final

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QFontMetrics, QFontMetricsF

from nnviz.views.theme import Theme, hint_font, metrics, mono_small_font

SLOTS: Final = (9, 8, 7)
"""Characters that a cell may have room for, widest first: sign, point, four digits, and zeros or an exponent.

The least has room for a sign, a zero before the point, and four digits after it.
"""


class Ruler:
    """The lengths that the arrangement of the matrices is made of.

    Attributes
    ----------
    padding, gap
        Left and right of everything; between matrices side by side.
    top, bottom, line_gap
        Above and below everything; least distance between lines of matrices.
    heading
        Height of a matrix's heading.
    tall, low
        Greatest and least height of a cell with its number.
    square
        Widest cell without its number.
    small
        Cell of a matrix for which there is little room.
    smallest
        Smallest block that is drawn.
    preview
        Width from which a matrix without numbers can be read.
    column
        Height of a matrix that has too many rows for numbers.
    ticks
        Height of the numbers along a large matrix.
    """

    def __init__(self, theme: Theme) -> None:
        self._label = QFontMetrics(mono_small_font(theme, bold=True))
        self._hint = QFontMetrics(hint_font(theme))
        number = QFontMetricsF(mono_small_font(theme))
        self._advance = number.horizontalAdvance("0")
        self._label_room = theme.px(metrics.LEGEND_W)
        self._between = theme.px(metrics.SMALL_GAP)
        self._hair = theme.px(metrics.RING)
        self.padding = theme.px(metrics.PADDING)
        self.gap = theme.px(metrics.GAP) + theme.px(metrics.RING)
        # A ring around a matrix goes a little beyond it, less above than below.
        self.top, self.bottom = self._between, self._between + theme.px(metrics.BORDER)
        self.line_gap = self._between + theme.px(metrics.RING)
        self.heading = self._label.height() + theme.px(metrics.SMALL_GAP)
        self.tall = theme.px(metrics.CELL_H)
        self.low = math.ceil(number.height()) + 3 * theme.px(metrics.BORDER)
        self.square = theme.px(metrics.CELL_H)
        self.small = theme.px(metrics.GAP)
        self.smallest = theme.px(metrics.RING)
        self.preview = theme.px(metrics.LEGEND_W)
        self.column = theme.px(5 * metrics.CELL_H)
        self.ticks = self._hint.height()

    def cell(self, slots: int) -> int:
        """Return the width of a cell with room for so many characters."""
        return math.ceil(slots * self._advance) + self._hair

    def elided(self, label: str) -> str:
        """Shorten a label that is too long for a heading."""
        return self._label.elidedText(label, Qt.TextElideMode.ElideRight, self._label_room)

    def label_width(self, label: str) -> int:
        """Return the width of a label in a heading."""
        return self._label.horizontalAdvance(label)

    def heading_width(self, label: str, shape: str) -> int:
        """Return the width of a heading with its shape."""
        return self.label_width(label) + 2 * self._between + self.tick_width(shape)

    def tick_width(self, text: str) -> int:
        """Return the width of a number along a matrix, or of a shape."""
        return self._hint.horizontalAdvance(text)
