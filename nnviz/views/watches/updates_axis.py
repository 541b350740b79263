"""The horizontal axis of updates, once for all charts."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PyQt6.QtWidgets import QSizePolicy, QWidget

from nnviz.model.text.numbers import format_count
from nnviz.views.plots.axis_range import AxisRange
from nnviz.views.plots.ticks import count_ticks
from nnviz.views.theme import Theme, hint_font, metrics

_APART: Final = 24
"""Least distance between numbers, in pixels at scale 1."""


class UpdatesAxis(QWidget):
    """Numbers under the plots of charts, with their unit at the right end.

    Parameters
    ----------
    theme
        Colours, font and sizes.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._font = theme, hint_font(theme)
        self._measure = QFontMetricsF(self._font)
        self._extent = AxisRange(0.0, 1.0)
        self._left = self._right = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(round(self._measure.height()) + theme.px(metrics.SMALL_GAP))

    def show_updates(self, extent: AxisRange, left: float, right: float) -> None:
        """Show the updates between two pixels."""
        if (extent, left, right) != (self._extent, self._left, self._right):
            self._extent, self._left, self._right = extent, left, right
            self.update()

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Paint as many numbers as fit beside each other and the unit."""
        painter = QPainter(self)
        painter.setFont(self._font)
        painter.setPen(QColor(self._theme.secondary))
        unit, across, height = self.tr("updates"), self._right - self._left, self._measure.height()
        free = self._right - self._measure.horizontalAdvance(unit) - self._theme.px(metrics.GAP)
        widest = self._measure.horizontalAdvance(format_count(round(self._extent.high))) + self._theme.px(_APART)
        for tick in count_ticks(self._extent, max(2, int(across / widest))):
            width = self._measure.horizontalAdvance(tick.text)
            begin = self._left + self._extent.share(tick.at) * across - width / 2
            if begin + width <= free:
                painter.drawText(QPointF(begin, self._measure.ascent()), tick.text)
        painter.drawText(QRectF(self._left, 0, across, height), Qt.AlignmentFlag.AlignRight, unit)
