"""The axes of a painted plot: hairlines with their numbers on the left, and numbers below it with their unit."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from PyQt6.QtCore import QLineF, QPointF, QRectF, Qt
from PyQt6.QtGui import QColor, QPainter, QPen

from nnviz.views.plots.scale import Scale
from nnviz.views.plots.ticks import Tick
from nnviz.views.theme import Theme, hint_font, metrics
from nnviz.views.theme.fonts import TextWidths

_NARROWEST: Final = "0.0000"
"""Numbers on the left have this much room at least, so that the plot does not move when they change."""


class AxesPainter:
    """Paints axes.

    Parameters
    ----------
    theme
        Colours and fonts.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._font = hint_font(theme)
        self._widths = TextWidths(self._font)
        self._gap = theme.px(metrics.SMALL_GAP)
        self._hair = float(theme.px(metrics.BORDER))

    @property
    def row(self) -> float:
        """The height of a row of numbers."""
        return self._widths.row

    def width_of(self, text: str) -> float:
        """Return the pixels that a number or a unit takes."""
        return self._widths.of(text)

    def room_left(self, ticks: Sequence[Tick]) -> float:
        """Return the pixels that numbers on the left take with the gap beside them, whole with their signs."""
        return max(self.width_of(text) for text in (_NARROWEST, *(tick.text for tick in ticks))) + self._gap

    def draw_up(self, painter: QPainter, area: QRectF, ticks: Sequence[Tick]) -> None:
        """Draw the hairlines of an axis up, with their numbers on the left."""
        painter.setFont(self._font)
        for tick in ticks:
            y = round(area.bottom() - tick.at * area.height()) + 0.5
            painter.setPen(QPen(QColor(self._theme.border), self._hair))
            painter.drawLine(QLineF(area.left(), y, area.right(), y))
            painter.setPen(QColor(self._theme.secondary))
            box = QRectF(0, y - self.row / 2, area.left() - self._gap, self.row)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tick.text)

    def draw_across(
        self, painter: QPainter, area: QRectF, top: float, ticks: Sequence[Tick], unit: str, margin: float = 0.0
    ) -> None:
        """Write the numbers of an axis across that keep clear of the unit at its end.

        Parameters
        ----------
        painter
        area
            The plot.
        top
            Where the row begins.
        ticks
            The numbers, at their shares of the width.
        unit
            What they count.
        margin
            Pixels right of the plot that the unit may take.
        """
        painter.setFont(self._font)
        painter.setPen(QColor(self._theme.secondary))
        width = math.ceil(self.width_of(unit))
        begin = area.right() + margin - width
        painter.drawText(QRectF(begin, top, width + 1, self.row), Qt.AlignmentFlag.AlignLeft, unit)
        for tick in ticks:
            x = area.left() + tick.at * area.width()
            half = self.width_of(tick.text) / 2
            if x + half <= begin - 2 * self._gap:
                painter.drawText(QPointF(x - half, top + self._widths.ascent), tick.text)


def scale_ticks(scale: Scale, most: int) -> list[Tick]:
    """Return the numbers of an axis up: about `most`, more where a range between round numbers would have only one."""
    ticks = scale.ticks(most)
    return ticks if len(ticks) > 1 else scale.ticks(2 * most)
