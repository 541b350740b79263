"""The horizontal axis of updates, once for all charts."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import QRectF
from PyQt6.QtGui import QPainter, QPaintEvent
from PyQt6.QtWidgets import QSizePolicy, QWidget

from nnviz.model.text.numbers import format_count
from nnviz.views.plots.axes_painter import AxesPainter
from nnviz.views.plots.axis_range import AxisRange
from nnviz.views.plots.ticks import Tick, count_ticks
from nnviz.views.theme import Theme, metrics

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
        self._theme, self._axes = theme, AxesPainter(theme)
        self._extent = AxisRange(0.0, 1.0)
        self._left = self._right = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(round(self._axes.row) + theme.px(metrics.SMALL_GAP))

    def show_updates(self, extent: AxisRange, left: float, right: float) -> None:
        """Show the updates between two pixels."""
        if (extent, left, right) != (self._extent, self._left, self._right):
            self._extent, self._left, self._right = extent, left, right
            self.update()

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Paint as many numbers as fit beside each other and the unit."""
        area = QRectF(self._left, 0, self._right - self._left, self.height())
        widest = self._axes.width_of(format_count(round(self._extent.high))) + self._theme.px(_APART)
        ticks = count_ticks(self._extent, max(2, int(area.width() / widest)))
        placed = [Tick(self._extent.share(tick.at), tick.text) for tick in ticks]
        self._axes.draw_across(QPainter(self), area, 0, placed, self.tr("updates"))
