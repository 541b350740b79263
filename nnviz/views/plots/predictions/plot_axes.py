"""Two axes with round numbers and hairlines."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import QLineF, QRectF, Qt
from PyQt6.QtGui import QColor, QFontMetrics, QPainter, QPen

from nnviz.views.plots.axis_range import AxisRange
from nnviz.views.plots.predictions.viewport import Viewport
from nnviz.views.plots.ticks import Tick, linear_ticks
from nnviz.views.theme import Theme, hint_font, label_font, metrics

_TICK_ROOM = 42
"""Room that a number and the space beside it take along an axis, in pixels at scale 1."""
_MOST_TICKS = 8


class PlotAxes:
    """Draws hairlines, numbers and names.

    Parameters
    ----------
    theme
        Colours and fonts.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._numbers, self._names = hint_font(theme), label_font(theme)
        self._hairline = QPen(QColor(theme.border), theme.px(metrics.BORDER))

    def draw(
        self, painter: QPainter, viewport: Viewport, across: str, up: str, columns: Sequence[Tick] | None = None
    ) -> None:
        """Draw both axes.

        Parameters
        ----------
        painter, viewport
            Where to draw.
        across, up
            Names of the axes.
        columns
            Ticks of the axis across, instead of round numbers; they have no hairlines.
        """
        extent, area = viewport.extent, viewport.area
        room = self._theme.px(_TICK_ROOM)
        self._draw_names(painter, area, across, up)
        painter.setFont(self._numbers)
        measure = QFontMetrics(self._numbers)
        # The name of the axis is left of its numbers.
        taken = self._theme.px(metrics.PADDING) + QFontMetrics(self._names).horizontalAdvance(across)
        round_numbers = linear_ticks(
            AxisRange(extent.left, extent.right), min(max(2, int(area.width() / room)), _MOST_TICKS)
        )
        for tick in round_numbers if columns is None else columns:
            place = viewport.position(tick.at, extent.bottom).x()
            if columns is None:
                self._draw_line(painter, QLineF(place, area.top(), place, area.bottom()))
            width = measure.horizontalAdvance(tick.text)
            box = QRectF(place - width / 2, area.bottom() + 2, width, measure.height())
            if box.left() > taken:
                painter.setPen(QColor(self._theme.secondary))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tick.text)
        for tick in linear_ticks(
            AxisRange(extent.bottom, extent.top), min(max(2, int(area.height() / room * 1.5)), _MOST_TICKS)
        ):
            place = viewport.position(extent.left, tick.at).y()
            self._draw_line(painter, QLineF(area.left(), place, area.right(), place))
            painter.setPen(QColor(self._theme.secondary))
            box = QRectF(
                0, place - measure.height() / 2, area.left() - self._theme.px(metrics.SMALL_GAP), measure.height()
            )
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tick.text)

    def _draw_line(self, painter: QPainter, line: QLineF) -> None:
        painter.setPen(self._hairline)
        painter.drawLine(line)

    def _draw_names(self, painter: QPainter, area: QRectF, across: str, up: str) -> None:
        """Write the names where the axes meet and above the vertical axis, where no samples are drawn."""
        painter.setFont(self._names)
        painter.setPen(QColor(self._theme.secondary))
        padding, height = self._theme.px(metrics.PADDING), QFontMetrics(self._names).height()
        corner = QRectF(padding, area.bottom() + 1, area.right(), height)
        painter.drawText(corner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, across)
        above = QRectF(padding, area.top() - height - self._theme.px(metrics.SMALL_GAP), area.right(), height)
        painter.drawText(above, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, up)
