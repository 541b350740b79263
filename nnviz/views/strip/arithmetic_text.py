"""The arithmetic of the cell in question: beneath the result where there is room, else in a single line."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import QCoreApplication, QRect, Qt
from PyQt6.QtGui import QColor, QFontMetrics, QPainter

from nnviz.views.strip.arranging import Arrangement
from nnviz.views.strip.measures import Measures
from nnviz.views.theme import Theme, label_font, metrics, mono_small_font


def place_text(row: int, column: int) -> str:
    """Return where a cell is: ``row 2 · column 2``."""
    text = QCoreApplication.translate("StripPanel", "row %1 · column %2")
    return text.replace("%1", str(row + 1)).replace("%2", str(column + 1))


class ArithmeticText:
    """Writes the arithmetic.

    Parameters
    ----------
    theme
    measures
    """

    def __init__(self, theme: Theme, measures: Measures) -> None:
        self._theme, self._measures = theme, measures
        self._place_font = label_font(theme)
        self._font, self._bold = mono_small_font(theme), mono_small_font(theme, bold=True)
        self._height = measures.text_line
        self._gap = theme.px(metrics.GAP)

    def draw(
        self, painter: QPainter, arrangement: Arrangement, room: QRect, cell: tuple[int, int], steps: Sequence[str]
    ) -> None:
        """Draw it; `room` is what is seen of the surface."""
        if not steps:
            return
        lines = [place_text(*cell), *steps]
        beneath = arrangement.arithmetic
        widest = max(self._measures.number(text) for text in lines)
        if not beneath.isNull() and widest <= beneath.width() and len(lines) * self._height <= beneath.height():
            for number, text in enumerate(lines):
                line = QRect(beneath.left(), beneath.top() + number * self._height, beneath.width(), self._height)
                self._write(painter, line, text, is_place=not number, is_last=number == len(lines) - 1)
            return
        footer = arrangement.footer
        if footer.isNull():
            left = self._measures.padding + self._measures.ring
            width = room.width() - left - self._measures.padding
            footer = QRect(left, arrangement.height, width, self._height)
            if footer.top() + footer.height() > room.height():
                return
        self._in_one_line(painter, footer, lines)

    def _in_one_line(self, painter: QPainter, room: QRect, lines: Sequence[str]) -> None:
        place, *steps, last = lines
        fonts = QFontMetrics(self._place_font), QFontMetrics(self._font), QFontMetrics(self._bold)
        left = room.left()
        widths = [fonts[0].horizontalAdvance(place), 0, fonts[2].horizontalAdvance(last)]
        between = room.width() - widths[0] - widths[2] - 2 * self._gap
        middle = fonts[1].elidedText(" ".join(steps), Qt.TextElideMode.ElideMiddle, max(0, between))
        widths[1] = fonts[1].horizontalAdvance(middle)
        for number, (text, width) in enumerate(zip((place, middle, last), widths, strict=True)):
            line = QRect(left, room.top(), width + 1, room.height())
            self._write(painter, line, text, is_place=not number, is_last=number == 2)
            left += width + self._gap

    def _write(self, painter: QPainter, room: QRect, text: str, *, is_place: bool, is_last: bool) -> None:
        painter.setFont(self._place_font if is_place else self._bold if is_last else self._font)
        painter.setPen(QColor(self._theme.accent if is_place else self._theme.text))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
