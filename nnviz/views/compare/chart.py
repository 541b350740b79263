"""The plot of the losses of several sessions."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PyQt6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTransform,
)
from PyQt6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnviz.model.comparison import Axis, ComparedSnapshots
from nnviz.views.compare import texts
from nnviz.views.compare.curves import SessionCurve, across_of, curves_of, entry_pen, losses_scale
from nnviz.views.plots.axis_range import AxisRange
from nnviz.views.plots.copying import Columns, copy_menu
from nnviz.views.plots.scale import Scale
from nnviz.views.plots.ticks import count_ticks, linear_ticks
from nnviz.views.theme import Theme, hint_font, metrics

_LEAST_HEIGHT: Final = 110
_WIDTH: Final = 240
_TICK_ACROSS, _TICK_UP = 60, 24
"""Pixels at scale 1 for each number of an axis."""
_DOT: Final = 5.0
"""Diameter of the dot at the end of a session's line, at scale 1."""


class CompareChart(QWidget):
    """Draws the training losses of all sessions on the same axes, each up to its cursor.

    Parameters
    ----------
    theme
        Colours, fonts and sizes.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font = hint_font(theme)
        self._measure = QFontMetricsF(self._font)
        self._compared: ComparedSnapshots | None = None
        self._axis: Axis = "updates"
        self._log = False
        self._curves: list[SessionCurve] | None = None
        self._across, self._scale = AxisRange(0.0, 1.0), Scale(AxisRange(0.0, 1.0), log=False)
        self._hovered: float | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def sizeHint(self) -> QSize:
        """Return room for a few hundred updates."""
        return QSize(self._theme.px(_WIDTH), self._theme.px(_LEAST_HEIGHT + metrics.HEADING))

    def minimumSizeHint(self) -> QSize:
        """Return a size at which the lines can still be distinguished."""
        return QSize(self._theme.px(_WIDTH / 2), self._theme.px(_LEAST_HEIGHT))

    # What comes in -----------------------------------------------------------------------------------------------

    def show_compared(self, compared: ComparedSnapshots) -> None:
        """Show sessions."""
        self._compared, self._curves = compared, None
        self.update()

    def show_axis(self, axis: Axis) -> None:
        """Choose what the losses are drawn against."""
        self._axis, self._curves = axis, None
        self.update()

    def show_log(self, log: bool) -> None:
        """Draw the losses on a logarithmic axis, or a linear one."""
        self._log, self._curves = log, None
        self.update()

    # What can be asked -------------------------------------------------------------------------------------------

    @property
    def curves(self) -> list[SessionCurve]:
        """The lines drawn: those of the sessions whose places on the axis are known."""
        if self._curves is None:
            self._curves = [] if self._compared is None else curves_of(self._compared, self._axis)
            self._across = across_of(self._curves, self._axis)
            self._scale = losses_scale(self._curves, log=self._log)
        return self._curves

    @property
    def across(self) -> AxisRange:
        """The range of the axis across."""
        return self._across if self.curves else AxisRange(0.0, 1.0)

    @property
    def area(self) -> QRectF:
        """The plot between its axes, in pixels."""
        gap, row = self._theme.px(metrics.SMALL_GAP), self._measure.height()
        left = self._measure.horizontalAdvance("0.0000") + gap
        return QRectF(left, row / 2, max(1.0, self.width() - left - 2 * gap), max(1.0, self.height() - 2 * row - gap))

    def tip(self, where: float) -> str:
        """Return the losses at a place of the axis across, a line for each session that has reached it."""
        lines = (texts.losses_at(curve.entry, self._axis, where) for curve in self.curves)
        return "\n".join(line for line in lines if line is not None)

    # Painting ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw axes, lines, and what is under the mouse."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.panel))
        area, curves = self.area, self.curves
        self._draw_losses(painter, area)
        self._draw_across(painter, area)
        if self._compared is not None and len(curves) < len(self._compared.all):
            text = self.tr("A line is drawn once enough of its updates have been timed.")
            painter.drawText(area, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight, text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        to_pixels = QTransform(area.width(), 0, 0, -area.height(), area.left(), area.bottom())
        # The session in the window is drawn last, over the others.
        for curve in reversed(curves):
            self._draw_curve(painter, curve, to_pixels)
        if self._hovered is not None:
            x = area.left() + self._across.share(self._hovered) * area.width()
            painter.setPen(QPen(QColor(self._theme.faint), self._theme.px(metrics.BORDER)))
            painter.drawLine(QLineF(x, area.top(), x, area.bottom()))

    def _draw_curve(self, painter: QPainter, curve: SessionCurve, to_pixels: QTransform) -> None:
        theme, main = self._theme, curve.entry.is_main
        width = metrics.STROKE * theme.scale if main else float(theme.px(metrics.BORDER))
        pen = entry_pen(theme, curve.entry, width)
        painter.setPen(pen)
        pieces = curve.pieces(self._across, self._scale)
        for piece in pieces:
            painter.drawPolyline(to_pixels.map(piece))
        if pieces:
            last = pieces[-1]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(pen.color())
            radius = _DOT * theme.scale / 2
            painter.drawEllipse(to_pixels.map(last.at(last.count() - 1)), radius, radius)
            painter.setBrush(Qt.BrushStyle.NoBrush)

    def _draw_losses(self, painter: QPainter, area: QRectF) -> None:
        gap, row = self._theme.px(metrics.SMALL_GAP), self._measure.height()
        painter.setFont(self._font)
        most = max(2, int(area.height() / self._theme.px(_TICK_UP)))
        ticks = self._scale.ticks(most)
        # A range between two round numbers gets finer ticks.
        for tick in ticks if len(ticks) > 1 else self._scale.ticks(2 * most):
            y = round(area.bottom() - tick.at * area.height()) + 0.5
            painter.setPen(QPen(QColor(self._theme.border), self._theme.px(metrics.BORDER)))
            painter.drawLine(QLineF(area.left(), y, area.right(), y))
            painter.setPen(QColor(self._theme.secondary))
            box = QRectF(0, y - row / 2, area.left() - gap, row)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tick.text)

    def _draw_across(self, painter: QPainter, area: QRectF) -> None:
        unit, row, gap = texts.axis_unit(self._axis), self._measure.height(), self._theme.px(metrics.SMALL_GAP)
        painter.setFont(self._font)
        painter.setPen(QColor(self._theme.secondary))
        below = QRectF(area.left(), area.bottom() + gap, area.width() + gap, row)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, unit)
        # The unit is at the end of the numbers, which keep clear of it.
        free = below.right() - self._measure.horizontalAdvance(unit) - 2 * gap
        most = max(2, int(area.width() / self._theme.px(_TICK_ACROSS)))
        ticks = linear_ticks(self._across, most) if self._axis == "seconds" else count_ticks(self._across, most)
        for tick in ticks:
            x = area.left() + self._across.share(tick.at) * area.width()
            half = self._measure.horizontalAdvance(tick.text) / 2
            if x + half <= free:
                painter.drawText(QPointF(x - half, below.top() + self._measure.ascent()), tick.text)

    # The mouse ---------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Show the losses of all sessions at the place under the mouse."""
        if event is None:
            return
        area = self.area
        inside = area.contains(event.position()) and bool(self.curves)
        self._hovered = self._across.at((event.position().x() - area.left()) / area.width()) if inside else None
        text = "" if self._hovered is None else self.tip(self._hovered)
        QToolTip.showText(event.globalPosition().toPoint(), text, self)
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent | None) -> None:
        """Offer to copy the numbers or the picture."""
        if event is not None:
            menu = copy_menu(self, texts.axis_unit(self._axis), self._columns)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(event.globalPos())

    def _columns(self) -> Columns:
        """Return all losses of the sessions, not only those that are drawn."""
        columns = {}
        for curve in self.curves:
            along = curve.entry.along(self._axis)
            if along is not None:
                columns[curve.entry.name] = along, curve.entry.losses
        return columns

    def leaveEvent(self, event: QEvent | None) -> None:
        """Remove the vertical line."""
        self._hovered = None
        self.update()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Draw for the new size."""
        super().resizeEvent(event)
        self.update()
