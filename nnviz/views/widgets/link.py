"""A small button that is only its text, in the accent colour: "new weights", "per layer"."""

from __future__ import annotations

import math

from PyQt6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PyQt6.QtGui import QColor, QFontMetrics, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PyQt6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from nnviz.views.theme import Theme, label_font, metrics
from nnviz.views.widgets.shortcuts import is_space_override


class Link(QAbstractButton):
    """A quiet button.

    Parameters
    ----------
    text
        Translated.
    theme
        Colours and sizes.
    opens
        Whether it opens and closes something: then it is checkable and has an arrow.
    """

    def __init__(self, text: str, theme: Theme, parent: QWidget | None = None, *, opens: bool = False) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(opens)
        self.setFont(label_font(theme))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the text's size with room for the arrow and the focus ring."""
        metric = QFontMetricsF(self.font())
        # A pixel more than the text, whose width is rounded when it is elided.
        width = math.ceil(metric.horizontalAdvance(self.text())) + 1
        return QSize(width + self._arrow_room(), math.ceil(metric.height()))

    def minimumSizeHint(self) -> QSize:
        """Return a size at which the text can still be guessed."""
        metric = QFontMetrics(self.font())
        narrow = metric.horizontalAdvance("m…") + self._arrow_room()
        return QSize(min(self.sizeHint().width(), narrow), metric.height())

    def shown_text(self) -> str:
        """Return the text as it is shown on the screen."""
        room = self.width() - self._arrow_room()
        return QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def event(self, event: QEvent | None) -> bool:
        """Keep Space, which presses it, from the window's shortcut while focused."""
        if is_space_override(event):
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw text, arrow and focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        colour = self._colour()
        painter.setPen(colour)
        text_rect = self.rect().adjusted(0, 0, -self._arrow_room(), 0)
        painter.drawText(text_rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.shown_text())
        if self.isCheckable():
            self._draw_arrow(painter, colour)
        if self.hasFocus() or (self.underMouse() and self.isEnabled()):
            width = QFontMetrics(self.font()).horizontalAdvance(self.shown_text())
            painter.fillRect(QRectF(0, self.height() - 1, width, 1), colour)

    def _arrow_room(self) -> int:
        return self._theme.px(metrics.GAP + metrics.SMALL_GAP) if self.isCheckable() else 0

    def _draw_arrow(self, painter: QPainter, colour: QColor) -> None:
        half = self._theme.px(metrics.SMALL_GAP) * 0.75
        x = self.width() - self._arrow_room() + self._theme.px(metrics.SMALL_GAP) + half
        y, tip = self.height() / 2, half / 2 * (-1 if self.isChecked() else 1)
        painter.setPen(QPen(colour, self._theme.px(metrics.STROKE), join=Qt.PenJoinStyle.RoundJoin))
        painter.drawPolyline(QPolygonF([QPointF(x - half, y - tip), QPointF(x, y + tip), QPointF(x + half, y - tip)]))

    def _colour(self) -> QColor:
        if not self.isEnabled():
            return QColor(self._theme.faint)
        quiet = self.isCheckable() and not (self.underMouse() or self.hasFocus())
        return QColor(self._theme.secondary if quiet else self._theme.accent)
