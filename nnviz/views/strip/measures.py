"""The lengths that a strip is made of, in pixels of the screen."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QFontMetrics, QFontMetricsF

from nnviz.model.strip.tokens import Bracket
from nnviz.views.theme import Theme, hint_font, metrics, mono_font, mono_small_font

_REDUCED: Final = ((12, 150), (9, 130), (7, 110), (5, 90), (3, 70))
"""Pixels at scale 1 of a block of a reduced matrix, and of its longest side."""


@dataclass(frozen=True)
class CellSize:
    """How large cells are.

    Attributes
    ----------
    slots, height
        Characters and pixels of a cell with its number.
    block
        Pixels of a block of a reduced matrix; 0 while all but large matrices have their numbers.
    longest
        Pixels of the longest side of a reduced matrix.
    """

    slots: int
    height: int
    block: int = 0
    longest: int = 150


class Measures:
    """Lengths from the theme's fonts and metrics.

    Attributes
    ----------
    padding, gap, line_gap
        Around everything; between what stands side by side; between lines.
    heading
        Height of a matrix's heading.
    sizes
        Sizes of cells, from the largest; then those of reduced matrices.
    bracket
        Width of a bracket.
    """

    def __init__(self, theme: Theme) -> None:
        self._widths: dict[tuple[int, str], int] = {}
        self._label = QFontMetrics(mono_small_font(theme, bold=True))
        self._hint = QFontMetrics(hint_font(theme))
        self._sign = QFontMetrics(mono_font(theme, bold=True))
        self._small = QFontMetrics(mono_small_font(theme))
        self._advance = QFontMetricsF(mono_small_font(theme)).horizontalAdvance("0")
        px = theme.px
        self._hair = px(metrics.RING)
        self._longest_label = 3 * px(metrics.LEGEND_W)
        self.padding, self.gap, self.line_gap = px(metrics.PADDING), px(metrics.SMALL_CORNER), px(metrics.GAP)
        self.between = px(metrics.SMALL_GAP)
        self.ring = 2 * px(metrics.RING) + px(metrics.BORDER)
        self.heading = self._label.height() + px(metrics.BORDER)
        self.text_line = self._small.height() + px(metrics.RING)
        self.bracket = px(metrics.SMALL_CORNER)
        low = self._small.height() + px(metrics.RING)
        tall = px(metrics.CELL_H)
        self.sizes = (
            CellSize(9, tall),
            CellSize(8, tall),
            CellSize(7, tall),
            CellSize(7, (tall + low) // 2),
            CellSize(7, low),
        )
        self.reduced = tuple(CellSize(7, low, px(block), px(longest)) for block, longest in _REDUCED)

    def cell(self, slots: int) -> int:
        """Return the width of a cell with room for so many characters."""
        return math.ceil(slots * self._advance) + self._hair

    def label(self, text: str) -> int:
        """Return the width of a matrix's name."""
        return self._width(self._label, text)

    def elided(self, text: str) -> str:
        """Shorten a name that is too long for a heading: a person's own expression."""
        return self._label.elidedText(text, Qt.TextElideMode.ElideMiddle, self._longest_label)

    def hint(self, text: str) -> int:
        """Return the width of a shape, or of a tag."""
        return self._width(self._hint, text)

    def sign(self, text: str) -> int:
        """Return the width of a sign between matrices."""
        return self._width(self._sign, text)

    def number(self, text: str) -> int:
        """Return the width of a number's text."""
        return self._small.horizontalAdvance(text)

    def _width(self, font: QFontMetrics, text: str) -> int:
        """Return the width of a text, measured once: there are few of them, in every frame."""
        key = id(font), text
        if key not in self._widths:
            self._widths[key] = font.horizontalAdvance(text)
        return self._widths[key]

    @property
    def sign_height(self) -> int:
        """The height of a sign."""
        return self._sign.height()

    @property
    def number_width(self) -> int:
        """Room for any number, so that nothing moves when it changes."""
        return math.ceil(8 * self._advance)

    def bracket_width(self, bracket: Bracket) -> int:
        """Return the width of a bracket with what is written before and after it."""
        width = self.bracket
        for text in (bracket.before, bracket.after):
            width += self.sign(text) + self._hair if text else 0
        return width
