"""The widths of texts in a font, measured once: there are few of them, in every frame."""

from __future__ import annotations

from typing import Final

from PyQt6.QtGui import QFont, QFontMetricsF

_MOST_KEPT: Final = 500
"""The numbers of a long run are other ones in every frame."""


class TextWidths:
    """Measures texts, and the height of a row of them.

    Parameters
    ----------
    font
        In which they are written.

    Attributes
    ----------
    row, ascent
        Pixels of a row of text, and of its part above the baseline.
    """

    def __init__(self, font: QFont) -> None:
        self._measure = QFontMetricsF(font)
        self._widths: dict[str, float] = {}
        self.row, self.ascent = self._measure.height(), self._measure.ascent()

    def of(self, text: str) -> float:
        """Return the pixels that a text takes."""
        width = self._widths.get(text)
        if width is None:
            if len(self._widths) >= _MOST_KEPT:
                self._widths.clear()
            width = self._widths[text] = self._measure.horizontalAdvance(text)
        return width
