"""Two axes with round numbers and hairlines, in the units of the data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PyQt6.QtCore import QLineF, QRectF, Qt
from PyQt6.QtGui import QColor, QFontMetrics, QPainter, QPen

from nnviz.views.plots.axis_range import AxisRange
from nnviz.views.plots.predictions.own_units import PlotAxis
from nnviz.views.plots.predictions.viewport import Viewport
from nnviz.views.plots.ticks import Tick, linear_ticks
from nnviz.views.theme import Theme, hint_font, label_font, metrics

_TICK_ROOM = 42
"""Room that a number and the space beside it take along an axis, in pixels at scale 1."""
_MOST_TICKS = 8
_NAME_ROOM = 22
"""How far left of the plot the name of the vertical axis begins."""


class PlotAxes:
    """Draws hairlines, numbers and names.

    Parameters
    ----------
    theme
        Colours and fonts.
    has_lines
        Whether hairlines are drawn; not over a picture.
    name_below
        Whether the name of the axis across has a line of its own below the numbers, at the right end; otherwise it is
        left of them.
    """

    def __init__(self, theme: Theme, *, has_lines: bool = True, name_below: bool = False) -> None:
        self._theme, self._has_lines, self._name_below = theme, has_lines, name_below
        self._numbers, self._names = hint_font(theme), label_font(theme)
        self._hairline = QPen(QColor(theme.border), theme.px(metrics.BORDER))

    def draw(
        self,
        painter: QPainter,
        viewport: Viewport,
        across: PlotAxis,
        up: PlotAxis,
        columns: Sequence[Tick] | None = None,
    ) -> None:
        """Draw both axes.

        Parameters
        ----------
        painter, viewport
            Where to draw.
        across, up
            Names of the axes, and the units of their numbers.
        columns
            Ticks of the axis across, instead of round numbers; they have no hairlines.
        """
        area = viewport.area
        taken = self._draw_names(painter, area, across.name, up.name)
        painter.setFont(self._numbers)
        measure = QFontMetrics(self._numbers)
        right = 0.0
        for tick in self._ticks_across(viewport, across) if columns is None else columns:
            place = viewport.position(tick.at, viewport.extent.bottom).x()
            if columns is None:
                self._draw_line(painter, QLineF(place, area.top(), place, area.bottom()))
            width = measure.horizontalAdvance(tick.text)
            box = QRectF(place - width / 2, area.bottom() + 2, width, measure.height())
            if box.left() > max(taken, right):
                right = box.right() + self._theme.px(metrics.SMALL_GAP)
                painter.setPen(QColor(self._theme.secondary))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tick.text)
        for tick in self._ticks_up(viewport, up):
            place = viewport.position(viewport.extent.left, tick.at).y()
            self._draw_line(painter, QLineF(area.left(), place, area.right(), place))
            painter.setPen(QColor(self._theme.secondary))
            box = QRectF(
                0, place - measure.height() / 2, area.left() - self._theme.px(metrics.SMALL_GAP), measure.height()
            )
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tick.text)

    def _ticks_across(self, viewport: Viewport, axis: PlotAxis) -> list[Tick]:
        extent = viewport.extent
        most = max(2, int(viewport.area.width() / self._theme.px(_TICK_ROOM)))
        return _ticks(extent.left, extent.right, axis, most)

    def _ticks_up(self, viewport: Viewport, axis: PlotAxis) -> list[Tick]:
        extent = viewport.extent
        most = max(2, int(viewport.area.height() / self._theme.px(_TICK_ROOM) * 1.5))
        return _ticks(extent.bottom, extent.top, axis, most)

    def _draw_line(self, painter: QPainter, line: QLineF) -> None:
        if self._has_lines:
            painter.setPen(self._hairline)
            painter.drawLine(line)

    def _draw_names(self, painter: QPainter, area: QRectF, across: str, up: str) -> float:
        """Write the names where no samples are drawn; return where the numbers of the axis across may begin."""
        painter.setFont(self._names)
        painter.setPen(QColor(self._theme.secondary))
        padding, measure = self._theme.px(metrics.PADDING), QFontMetrics(self._names)
        # Beside the plot, wherever in its room that is.
        beside = max(padding, area.left() - self._theme.px(_NAME_ROOM))
        above = QRectF(beside, area.top() - measure.height() - self._theme.px(metrics.SMALL_GAP), 0, measure.height())
        above.setRight(area.right())
        self._draw_name(painter, above, up, Qt.AlignmentFlag.AlignLeft)
        if self._name_below:
            numbers = QFontMetrics(self._numbers).height()
            below = QRectF(padding, area.bottom() + 2 + numbers, area.right() - padding, measure.height())
            self._draw_name(painter, below, across, Qt.AlignmentFlag.AlignRight)
            return 0.0
        corner = QRectF(padding, area.bottom() + 1, area.right(), measure.height())
        self._draw_name(painter, corner, across, Qt.AlignmentFlag.AlignLeft)
        return padding + measure.horizontalAdvance(across)

    def _draw_name(self, painter: QPainter, box: QRectF, name: str, side: Qt.AlignmentFlag) -> None:
        text = QFontMetrics(self._names).elidedText(name, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, text)


def _ticks(low: float, high: float, axis: PlotAxis, most: int) -> list[Tick]:
    """Return ticks at round numbers in the axis's own unit."""
    ends = sorted((axis.value(low), axis.value(high)))
    ticks = linear_ticks(AxisRange(*ends), min(most, _MOST_TICKS))
    return [replace(tick, at=axis.place(tick.at)) for tick in ticks]
