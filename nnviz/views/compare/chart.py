"""The plot of the losses of several sessions."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PyQt6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PyQt6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnviz.model.comparison import Axis, ComparedSnapshots
from nnviz.views.compare import texts
from nnviz.views.compare.curves import SessionCurve, curves_of, entry_pen, losses_scale, whole_of
from nnviz.views.plots.axes_painter import AxesPainter, scale_ticks
from nnviz.views.plots.axis_range import NARROWEST, AxisRange, VisibleRange
from nnviz.views.plots.copying import as_csv
from nnviz.views.plots.frame import PlotFrame
from nnviz.views.plots.navigation import PlotNavigation
from nnviz.views.plots.scale import Scale
from nnviz.views.plots.ticks import Tick, count_ticks, linear_ticks
from nnviz.views.theme import Theme, metrics

_LEAST_HEIGHT: Final = 110
_WIDTH: Final = 240
_TICK_ACROSS, _TICK_UP = 60, 24
"""Pixels at scale 1 for each number of an axis."""
_DOT: Final = 5.0
"""Diameter of the dot at the end of a session's line, at scale 1."""
_FEWEST_SECONDS: Final = 1e-6


class CompareChart(QWidget):
    """Draws the training losses of all sessions on the same axes, each up to its cursor.

    It is painted, as it changes in every frame of a run: the measurement is at `nnviz.views.plots.line_strokes`.

    Parameters
    ----------
    theme
        Colours, fonts and sizes.

    Attributes
    ----------
    navigation
        The mouse and the keyboard over it.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._axes = AxesPainter(theme)
        self._compared: ComparedSnapshots | None = None
        self._axis: Axis = "updates"
        self._log = False
        self._curves: list[SessionCurve] | None = None
        self._across = VisibleRange(AxisRange(0.0, 1.0))
        self._scale, self._ticks = Scale(AxisRange(0.0, 1.0), log=False), list[Tick]()
        self._hovered: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.navigation = PlotNavigation(self, self._area, self._across, values=self._csv)
        self.navigation.moved.connect(self._draw_again)
        self.navigation.hovered.connect(self._hover)

    def sizeHint(self) -> QSize:
        """Return room for a few hundred updates."""
        return QSize(self._theme.px(_WIDTH), self._theme.px(_LEAST_HEIGHT + metrics.HEADING))

    def minimumSizeHint(self) -> QSize:
        """Return a size at which the lines can still be distinguished."""
        return QSize(self._theme.px(_WIDTH / 2), self._theme.px(_LEAST_HEIGHT))

    # What comes in -----------------------------------------------------------------------------------------------

    def show_compared(self, compared: ComparedSnapshots) -> None:
        """Show sessions."""
        self._compared = compared
        self._across.reach(*whole_of(compared, self._axis))
        self._draw_again()
        if self.hasFocus():
            self._describe()

    def show_axis(self, axis: Axis) -> None:
        """Choose what the losses are drawn against."""
        self._axis = axis
        narrowest = _FEWEST_SECONDS if axis == "seconds" else NARROWEST
        self._across.begin(AxisRange(0.0, 1.0), narrowest)
        if self._compared is not None:
            self._across.reach(*whole_of(self._compared, axis))
        self._draw_again()

    def show_log(self, log: bool) -> None:
        """Draw the losses on a logarithmic axis, or a linear one."""
        self._log = log
        self._draw_again()

    def _draw_again(self) -> None:
        self._curves = None
        self.update()

    # What can be asked -------------------------------------------------------------------------------------------

    @property
    def curves(self) -> list[SessionCurve]:
        """The lines drawn: those of the sessions whose places on the axis are known."""
        if self._curves is None:
            compared, seen = self._compared, self._across
            self._curves = [] if compared is None else curves_of(compared, self._axis, seen.extent, self.width())
            self._scale = losses_scale(self._curves, log=self._log, whole=seen.is_whole)
            self._ticks = scale_ticks(self._scale, max(2, int(self._height() / self._theme.px(_TICK_UP))))
        return self._curves

    @property
    def across(self) -> AxisRange:
        """What is seen of the axis across."""
        return self._across.extent

    @property
    def frame(self) -> PlotFrame:
        """The plot between its axes."""
        return PlotFrame(self._area(), self.across, self._scale)

    def tip(self, where: float) -> str:
        """Return the losses at a place of the axis across, a line for each session that has reached it."""
        compared = () if self._compared is None else self._compared.all
        lines = (texts.losses_at(entry, self._axis, where) for entry in compared)
        return "\n".join(line for line in lines if line is not None)

    def _height(self) -> float:
        return max(1.0, self.height() - 2 * self._axes.row - self._theme.px(metrics.SMALL_GAP))

    def _area(self) -> QRectF:
        if self._curves is None:
            _ = self.curves  # the numbers on the left take their room
        left, gap = self._axes.room_left(self._ticks), self._theme.px(metrics.SMALL_GAP)
        return QRectF(left, self._axes.row / 2, max(1.0, self.width() - left - 2 * gap), self._height())

    # Painting ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw axes, lines, and what is under the mouse."""
        painter, theme = QPainter(self), self._theme
        painter.fillRect(self.rect(), QColor(theme.panel))
        curves, frame = self.curves, self.frame
        area = frame.area
        self._axes.draw_up(painter, area, self._ticks)
        self._draw_across(painter, area)
        if self._compared is not None and len(curves) < len(self._compared.all):
            text = self.tr("A line is drawn once enough of its updates have been timed.")
            painter.drawText(area, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight, text)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), theme.px(metrics.BORDER)))
            painter.drawRect(area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(area.adjusted(-1, -self._axes.row / 2, theme.px(_DOT), theme.px(_DOT)))
        # The session in the window is drawn last, over the others.
        for curve in reversed(curves):
            self._draw_curve(painter, curve, frame)
        if self._hovered is not None:
            x = frame.x(self._hovered)
            painter.setPen(QPen(QColor(theme.faint), theme.px(metrics.BORDER)))
            painter.drawLine(QLineF(x, area.top(), x, area.bottom()))

    def _draw_curve(self, painter: QPainter, curve: SessionCurve, frame: PlotFrame) -> None:
        theme, main = self._theme, curve.entry.is_main
        width = metrics.STROKE * theme.scale if main else float(theme.px(metrics.BORDER))
        pen = entry_pen(theme, curve.entry, width)
        painter.setPen(pen)
        pieces = curve.pieces(frame)
        for piece in pieces:
            painter.drawPolyline(piece)
        if pieces and frame.has(curve.x[-1]):
            last = pieces[-1]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(pen.color())
            radius = _DOT * theme.scale / 2
            painter.drawEllipse(last.at(last.count() - 1), radius, radius)
            painter.setBrush(Qt.BrushStyle.NoBrush)

    def _draw_across(self, painter: QPainter, area: QRectF) -> None:
        most, gap = max(2, int(area.width() / self._theme.px(_TICK_ACROSS))), self._theme.px(metrics.SMALL_GAP)
        extent = self.across
        ticks = linear_ticks(extent, most) if self._axis == "seconds" else count_ticks(extent, most)
        placed = [Tick(extent.share(tick.at), tick.text) for tick in ticks]
        self._axes.draw_across(painter, area, area.bottom() + gap, placed, texts.axis_unit(self._axis), gap)

    # The mouse and the keyboard ----------------------------------------------------------------------------------

    def _hover(self, place: QPointF | None) -> None:
        """Show the losses of all sessions at the place under the mouse."""
        self._hovered = self.frame.at(place.x()) if place is not None and self.curves else None
        text = "" if self._hovered is None else self.tip(self._hovered)
        QToolTip.showText(self.mapToGlobal((place or QPointF()).toPoint()), text, self)
        self.update()

    def _csv(self) -> str:
        """Return all losses of the sessions, not only those that are drawn."""
        columns = {}
        for entry in () if self._compared is None else self._compared.all:
            along = entry.along(self._axis)
            if along is not None:
                columns[texts.entry_name(entry)] = along, entry.losses
        return as_csv(texts.axis_unit(self._axis), columns)

    def focusInEvent(self, event: QFocusEvent | None) -> None:
        """Draw the ring, and describe the losses to people who hear the window."""
        super().focusInEvent(event)
        self._describe()

    def _describe(self) -> None:
        compared = () if self._compared is None else self._compared.all
        self.setAccessibleDescription("\n".join(texts.details(entry).replace("\n", ", ") for entry in compared))

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Draw for the new size."""
        super().resizeEvent(event)
        self._draw_again()
