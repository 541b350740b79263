"""The text beside or below the plot."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import QRectF, Qt
from PyQt6.QtGui import QColor, QFontMetrics, QPainter

from nnviz.views.boundary.arrangement import PlotArrangement
from nnviz.views.boundary.texts import TextLine
from nnviz.views.theme import Theme, label_font, metrics


class TextBlock:
    """Draws paragraphs: line under line beside a plot, or each paragraph in one line below it.

    Parameters
    ----------
    theme
        Colours and fonts.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._plain, self._bold = label_font(theme), label_font(theme, bold=True)
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
            # A heading alone would say nothing.
            if len(paragraph) > 1 and top + 2 * self._line > room.bottom():
                return
            for line in paragraph:
                if top + self._line > room.bottom():
                    return
                self._draw_line(painter, QRectF(room.left(), top, room.width(), self._line), line)
                top += self._line
            top += self._theme.px(metrics.GAP)

    def _draw_row(self, painter: QPainter, box: QRectF, paragraph: Sequence[TextLine]) -> None:
        for line in paragraph:
            font = self._bold if line.role == "bold" else self._plain
            self._draw_line(painter, box, line)
            taken = QFontMetrics(font).horizontalAdvance(line.text) + self._theme.px(metrics.PADDING)
            box = box.adjusted(taken, 0, 0, 0)

    def _draw_line(self, painter: QPainter, box: QRectF, line: TextLine) -> None:
        font = self._bold if line.role == "bold" else self._plain
        painter.setFont(font)
        painter.setPen(QColor(self._theme.secondary if line.role == "secondary" else self._theme.text))
        text = QFontMetrics(font).elidedText(line.text, Qt.TextElideMode.ElideRight, max(0, int(box.width())))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
