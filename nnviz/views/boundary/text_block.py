"""The words beside or below the plot."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import QRectF, Qt
from PyQt6.QtGui import QColor, QFontMetrics, QPainter

from nnviz.views.boundary.arrangement import PlotArrangement
from nnviz.views.boundary.words import TextLine
from nnviz.views.theme import Theme, metrics, ui_font


class TextBlock:
    """Draws paragraphs, a line under the other beside a plot and a paragraph a line below it.

    Parameters
    ----------
    theme
        Colours and fonts.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._plain, self._bold = ui_font(theme), ui_font(theme, bold=True)
        self._line = QFontMetrics(self._plain).height() + theme.px(metrics.SMALL_GAP)

    def draw(self, painter: QPainter, where: PlotArrangement, paragraphs: Sequence[Sequence[TextLine]]) -> None:
        """Draw what fits; long lines are elided."""
        room = where.text
        top = room.top()
        if where.place == "below":
            for paragraph in paragraphs:
                self._draw_row(painter, QRectF(room.left(), top, room.width(), self._line), paragraph)
                top += self._line
            return
        for paragraph in paragraphs:
            # A heading without what it heads would say nothing.
            if len(paragraph) > 1 and top + 2 * self._line > room.bottom():
                return
            for words in paragraph:
                if top + self._line > room.bottom():
                    return
                self._draw_words(painter, QRectF(room.left(), top, room.width(), self._line), words)
                top += self._line
            top += self._theme.px(metrics.GAP)

    def _draw_row(self, painter: QPainter, box: QRectF, paragraph: Sequence[TextLine]) -> None:
        for words in paragraph:
            font = self._bold if words.role == "bold" else self._plain
            self._draw_words(painter, box, words)
            taken = QFontMetrics(font).horizontalAdvance(words.text) + self._theme.px(metrics.PADDING)
            box = box.adjusted(taken, 0, 0, 0)

    def _draw_words(self, painter: QPainter, box: QRectF, words: TextLine) -> None:
        font = self._bold if words.role == "bold" else self._plain
        painter.setFont(font)
        painter.setPen(QColor(self._theme.secondary if words.role == "secondary" else self._theme.text))
        text = QFontMetrics(font).elidedText(words.text, Qt.TextElideMode.ElideRight, max(0, int(box.width())))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
