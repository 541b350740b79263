"""A formula that is right, or wrong and struck."""

from __future__ import annotations

from PyQt6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PyQt6.QtWidgets import QWidget

from nnviz.views.theme import Theme, metrics, mono_font
from nnviz.views.widgets.elided_label import ElidedLabel


class FormulaLabel(ElidedLabel):
    """A formula on a line of its own.

    Parameters
    ----------
    text
        The formula.
    is_struck
        Whether it is wrong, or left out.
    theme
        Colours and fonts.
    """

    def __init__(self, text: str, theme: Theme, parent: QWidget, *, is_struck: bool) -> None:
        super().__init__(text, parent)
        self.is_struck = is_struck
        self._theme = theme
        self.setFont(mono_font(theme))

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Strike behind the text, so that no minus sign gets lost in the line."""
        painter, theme, area, text = QPainter(self), self._theme, self.contentsRect(), self.shown_text()
        if self.is_struck:
            y, width = area.center().y(), self.fontMetrics().horizontalAdvance(text)
            painter.setPen(QPen(QColor(theme.fault), theme.px(metrics.BORDER)))
            painter.drawLine(area.left(), y, area.left() + width, y)
        painter.setPen(QColor(theme.text if self.is_struck else theme.holds))
        painter.drawText(area, self.alignment(), text)
