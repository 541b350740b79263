"""The numbers in cells, all of one colour in one stroke.

A number in a cell is new in every frame, so caching laid-out texts gains nothing; but in a monospace font the places of
the characters are known beforehand, and only the choice of glyphs changes. A text with more characters than its cell
has places for is drawn smaller: it keeps its digits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final

from PyQt6.QtCore import QPointF, QRect, QRectF, Qt
from PyQt6.QtGui import QColor, QFont, QFontMetricsF, QGlyphRun, QPainter, QRawFont

from nnviz.model.text.numbers import MINUS
from nnviz.views.theme import Theme, mono_small_font

_SIGNS: Final = f"0123456789.e{MINUS}∞na≈ "

Characters = tuple[QPointF, ...]
"""Where the characters of one cell are."""


class CellText:
    """Draws texts in cells, right-aligned and vertically centred.

    Parameters
    ----------
    theme
        Provides the font of cells.
    """

    def __init__(self, theme: Theme) -> None:
        self._font = mono_small_font(theme)
        self._raw = QRawFont.fromFont(self._font)
        measures = QFontMetricsF(self._font)
        self._advance = measures.horizontalAdvance("0")
        self._below_middle = measures.capHeight() / 2
        glyphs = zip(_SIGNS, self._raw.glyphIndexesForString(_SIGNS), strict=True)
        # A glyph of 0 means that the font does not have the sign.
        self._glyphs = {sign: glyph for sign, glyph in glyphs if glyph}

    @property
    def advance(self) -> float:
        """The width of a character."""
        return self._advance

    def spots(self, cells: Iterable[QRect], slots: int) -> list[Characters]:
        """Return where the characters of each of some cells are, in cells with room for so many."""
        return [self._of_cell(cell, slots) for cell in cells]

    def draw(self, painter: QPainter, colour: QColor, texts: Sequence[str], spots: Sequence[Characters]) -> None:
        """Draw the texts of one colour, each in the spots of its cell."""
        painter.setPen(colour)
        longer = [(text, cell) for text, cell in zip(texts, spots, strict=True) if len(text) > len(cell)]
        if longer:
            self._draw_smaller(painter, longer)
            fitting = [(text, cell) for text, cell in zip(texts, spots, strict=True) if len(text) <= len(cell)]
            texts, spots = [text for text, _ in fitting], [cell for _, cell in fitting]
        padded = [text.rjust(len(cell)) for text, cell in zip(texts, spots, strict=True)]
        try:
            glyphs = [self._glyphs[sign] for sign in "".join(padded)]
        except KeyError:
            painter.setFont(self._font)
            for text, cell in zip(padded, spots, strict=True):
                painter.drawText(cell[0], text)
            return
        run = QGlyphRun()
        run.setRawFont(self._raw)
        run.setGlyphIndexes(glyphs)
        run.setPositions(chain.from_iterable(spots))
        painter.drawGlyphRun(QPointF(), run)

    def _draw_smaller(self, painter: QPainter, longer: Sequence[tuple[str, Characters]]) -> None:
        """Draw texts that are longer than their cells, in the font whose characters are as much narrower."""
        for text, cell in longer:
            font = QFont(self._font)
            font.setPointSizeF(self._font.pointSizeF() * len(cell) / len(text))
            painter.setFont(font)
            room, height = len(cell) * self._advance, 4 * self._below_middle
            middle = cell[0].y() - self._below_middle
            place = QRectF(cell[0].x(), middle - height / 2, room, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def _of_cell(self, cell: QRect, slots: int) -> Characters:
        left = cell.left() + int((cell.width() - slots * self._advance) / 2)
        baseline = round(cell.top() + cell.height() / 2 + self._below_middle)
        return tuple(QPointF(left + slot * self._advance, baseline) for slot in range(slots))
