"""An axis of the loss plot: its numbers, without a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg
from PyQt6.QtGui import QColor, QFontMetricsF, QPainter

from nnviz.views.plots.ticks import Tick
from nnviz.views.theme import Theme, hint_font, metrics


class NumberAxis(pg.AxisItem):
    """Numbers along one side, without a line or tick marks.

    Parameters
    ----------
    side
        "left", "bottom" or "right".
    theme
        Colours, font and sizes.
    colour
        Of the numbers.
    """

    def __init__(self, side: str, theme: Theme, colour: str) -> None:
        super().__init__(side, pen=None, textPen=QColor(colour), maxTickLength=0)
        self._font = hint_font(theme)
        self._measure = QFontMetricsF(self._font)
        self._gap = theme.px(metrics.GAP)
        self._shown: list[Tick] | None = None
        self.setStyle(
            tickFont=self._font,
            autoExpandTextSpace=False,
            autoReduceTextSpace=False,
            hideOverlappingLabels=False,
            tickTextOffset=theme.px(metrics.SMALL_GAP),
        )

    def drawPicture(self, painter: QPainter, line: Any, marks: Any, texts: Any) -> None:
        """Paint the numbers only."""
        painter.setFont(self._font)
        painter.setPen(self.textPen())
        for rect, flags, text in texts:
            painter.drawText(rect, int(flags), text)

    @property
    def ticks(self) -> list[Tick]:
        """The numbers shown."""
        return self._shown or []

    def show_ticks(self, ticks: Sequence[Tick]) -> bool:
        """Show numbers; return whether they changed."""
        if list(ticks) == self._shown:
            return False
        self._shown = list(ticks)
        self.setTicks([[(tick.at, tick.text) for tick in ticks], []])
        return True

    def width_of(self, texts: Sequence[str]) -> int:
        """Return the pixels that numbers take, with the space beside them."""
        return round(max(map(self._measure.horizontalAdvance, texts), default=0.0)) + self._gap + self._gap // 2

    def row_height(self) -> int:
        """Return the pixels that a row of numbers takes."""
        return round(self._measure.height()) + self._gap // 2
