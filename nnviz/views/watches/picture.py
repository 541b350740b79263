"""The picture of one watch: its text, its value now, and its curve over the run."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PyQt6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPixmap
from PyQt6.QtWidgets import QWidget

from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import NUMBER_WIDTH
from nnviz.model.watches.watch import Watch, WatchCurve
from nnviz.views.plots.axes_painter import AxesPainter, scale_ticks
from nnviz.views.plots.axis_range import AxisRange, VisibleRange, updates_range
from nnviz.views.plots.frame import PlotFrame
from nnviz.views.plots.scale import Scale
from nnviz.views.theme import Theme, hint_font, metrics, mono_font
from nnviz.views.watches import texts
from nnviz.views.watches.painting import WatchPlotPainter
from nnviz.views.watches.reading import WatchReading, read_watch
from nnviz.views.watches.scaling import scale_of
from nnviz.views.watches.strokes import Strokes, seen_of_watch, strokes_of, updates_per_stroke

_PLOT_HEIGHT: Final = 48
_NAME_SHARE: Final = 0.55
"""Share of the room left of the value that a long name may always take."""
_TICKS: Final = 3
_WIDEST_TICK: Final = "−0.00000"


class WatchPicture:
    """Draws one watch over the whole of a widget.

    It is painted, as there may be many of them: the measurement is at `nnviz.views.plots.line_strokes`.

    Parameters
    ----------
    watch
        Which.
    theme
        Colours, fonts and sizes.
    widget
        Where it is drawn; the picture is as wide as the widget is.
    updates
        What is seen of the updates.

    Attributes
    ----------
    reading
        The value now.
    curve
        The values over the run; None while there are none.
    log
        Whether the axis of values is logarithmic.
    hovered
        The update under the mouse, if there is one.
    row_height, height
        Heights in pixels: of the heading, and of all.
    """

    def __init__(self, watch: Watch, theme: Theme, widget: QWidget, updates: VisibleRange) -> None:
        self._watch, self._widget = watch, widget
        self._theme, self._painter, self._axes = theme, WatchPlotPainter(theme), AxesPainter(theme)
        self._updates = updates
        self._name_font, self._value_font = mono_font(theme), mono_font(theme, bold=True)
        self._hint_font = hint_font(theme)
        self._snapshot: Snapshot | None = None
        self.reading = WatchReading()
        self.curve: WatchCurve | None = None
        self.log = False
        self.hovered: int | None = None
        self._scale = Scale(AxisRange(0.0, 1.0), log=False)
        self._strokes: Strokes | None = None
        self._layer = QPixmap()
        self._layer_made_of: tuple[object, ...] = ()
        self._axis = QFontMetrics(self._hint_font).horizontalAdvance(_WIDEST_TICK) + theme.px(metrics.SMALL_GAP)
        self.row_height = theme.px(metrics.ROW)
        self._top = self.row_height + theme.px(metrics.GAP)
        self.height = self._top + theme.px(_PLOT_HEIGHT) + theme.px(metrics.GAP)

    # What is shown -----------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the position in the run, and the value there."""
        self._snapshot = snapshot
        self.reading = read_watch(self._watch, snapshot)
        newest = self._newest()
        self._updates.reach(updates_range(newest), newest)

    def show_curve(self, curve: WatchCurve | None) -> None:
        """Show the values over the run; None while there are none."""
        self.curve = curve
        self.thin()

    def show_log(self, log: bool) -> None:
        """Draw values on a logarithmic axis, or a linear one."""
        self.log = log
        self.thin()

    def thin(self) -> None:
        """Thin the curve out again before the next painting, for another width or other values."""
        self._strokes = None

    # What can be asked -------------------------------------------------------------------------------------------

    @property
    def useful_width(self) -> int:
        """A width with room for the numbers and some of the curve."""
        return self._axis * 4

    @property
    def updates_per_stroke(self) -> int:
        """How many updates one stroke covers."""
        return 1 if self.curve is None else updates_per_stroke(self.curve, self._columns(), self._seen())

    @property
    def plot(self) -> PlotFrame:
        """Where the plot is, and its axes."""
        width = max(1, self._widget.width() - self.row_height - self._axis)
        area = QRectF(self._axis, self._top, width, self._theme.px(_PLOT_HEIGHT))
        return PlotFrame(area, self._updates.extent, self._scale)

    @property
    def value_area(self) -> QRect:
        """Where the value is written."""
        width = QFontMetrics(self._value_font).horizontalAdvance("0" * NUMBER_WIDTH)
        return QRect(self._widget.width() - self.row_height - width, 0, width, self.row_height)

    @property
    def is_foreign(self) -> bool:
        """Whether the network has no such number, and had none in all of the run."""
        return bool(self.reading.problem) and (self.curve is None or not self.curve.has_numbers)

    def update_at(self, x: float) -> int:
        """Return the update at a pixel, the nearest where there is none."""
        return min(max(round(self.plot.at(x)), 0), self._newest())

    def range_text(self) -> str:
        """Return the extremes and how far they are known, or why there are none to show."""
        translate, curve = QCoreApplication.translate, self.curve
        if self.is_foreign:
            return translate("Watches", "not a number in this network")
        if curve is None:
            return ""
        if self.log and curve.has_numbers and not (curve.greatest > 0).any():
            return translate("Watches", "nothing above 0 for a logarithmic axis")
        if not curve.has_numbers and not curve.finite.all():
            return translate("Watches", "not finite so far")
        return texts.known_text(curve)

    # Painting ----------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter) -> None:
        """Paint the heading and the plot."""
        self._prepare()
        self._paint_heading(painter)
        plot, strokes = self.plot, self._strokes
        if strokes is not None and not self.is_foreign:
            self._paint_plot(painter, plot, strokes)

    def paint_focus(self, painter: QPainter) -> None:
        """Paint the ring around the plot that has the keyboard."""
        painter.setPen(QPen(QColor(self._theme.accent), self._theme.px(metrics.BORDER)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.plot.area)

    def _prepare(self) -> None:
        if self.curve is None or self._strokes is not None:
            return
        seen = self._seen()
        self._scale = scale_of(seen_of_watch(self.curve, seen)[0], log=self.log)
        self._strokes = strokes_of(self.curve, self._columns(), seen)

    def _paint_heading(self, painter: QPainter) -> None:
        theme, value, row = self._theme, self.value_area, self.row_height
        left_middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        right_middle = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        gap, known = theme.px(metrics.GAP), self.range_text()
        room = value.left() - gap
        name_measure, hint_measure = QFontMetrics(self._name_font), QFontMetrics(self._hint_font)
        name_room = (
            max(round(room * _NAME_SHARE), room - gap - hint_measure.horizontalAdvance(known)) if known else room
        )
        name = name_measure.elidedText(self._watch.text, Qt.TextElideMode.ElideRight, name_room)
        painter.setFont(self._name_font)
        painter.setPen(QColor(theme.text))
        painter.drawText(QRect(0, 0, room, row), left_middle, name)
        begin = name_measure.horizontalAdvance(name) + gap
        rest = QRect(begin, 0, max(0, room - begin), row)
        painter.setFont(self._hint_font)
        painter.setPen(QColor(theme.secondary))
        shown = hint_measure.elidedText(known, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, left_middle, shown)
        painter.setFont(self._value_font)
        painter.setPen(QColor(theme.secondary if self.reading.value is None else theme.text))
        painter.drawText(value, right_middle, texts.value_text(self.reading))

    def _paint_plot(self, painter: QPainter, plot: PlotFrame, strokes: Strokes) -> None:
        position = self._snapshot.position if self._snapshot is not None else None
        cursor = float(position.completed) if position is not None else 0.0
        painter.drawPixmap(0, 0, self._layer_of(plot, strokes, cursor))
        if self.hovered is not None and self.hovered <= self._newest() and plot.has(self.hovered):
            self._painter.draw_hover(painter, plot, self.hovered)
        if position is not None:
            value = None if position.is_inside else self.reading.value
            # What lies below a logarithmic axis has no place on it.
            height = None if value is None or (self.log and value <= 0) else plot.scale.height(value)
            self._painter.draw_cursor(painter, plot, cursor, height)

    def _layer_of(self, plot: PlotFrame, strokes: Strokes, cursor: float) -> QPixmap:
        """Return axis and curve as a pixmap; during a run they are the same for several frames."""
        reach = self.curve.reach if self.curve is not None else 0
        ratio = self._widget.devicePixelRatioF()
        made_of = (strokes, plot, min(cursor, reach), ratio)
        if made_of != self._layer_made_of:
            self._layer_made_of = made_of
            self._layer = QPixmap(self._widget.size() * ratio)
            self._layer.setDevicePixelRatio(ratio)
            self._layer.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._layer)
            if self.curve is not None and self.curve.has_numbers:
                self._axes.draw_up(painter, plot.area, scale_ticks(plot.scale, _TICKS))
            self._painter.draw_curve(painter, plot, strokes, cursor)
            painter.end()
        return self._layer

    def _seen(self) -> AxisRange | None:
        """Return what is seen of the updates; None for all of them."""
        return None if self._updates.is_whole else self._updates.extent

    def _columns(self) -> int:
        return round(self.plot.area.width())

    def _newest(self) -> int:
        return self._snapshot.newest.completed if self._snapshot is not None else 0
