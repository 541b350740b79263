"""The picture of one watch: its text, its value now, and its curve over the run."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PyQt6.QtWidgets import QSizePolicy, QWidget

from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import NUMBER_WIDTH
from nnviz.model.watches.watch import Watch, WatchCurve
from nnviz.views.plots.axis_range import AxisRange, updates_range
from nnviz.views.plots.scale import Scale
from nnviz.views.theme import Theme, hint_font, metrics, mono_font
from nnviz.views.watches import words
from nnviz.views.watches.painting import Plot, PlotPainter
from nnviz.views.watches.reading import Reading, read_watch
from nnviz.views.watches.scaling import scale_of
from nnviz.views.watches.strokes import Strokes, strokes_of, updates_per_stroke

_PLOT_HEIGHT: Final = 48
_NAME_SHARE: Final = 0.55
"""What part of the room left of the value a long name may take from what is said beside it."""
_TICKS: Final = 3
_WIDEST_TICK: Final = "−0.00000"


class WatchPicture(QWidget):
    """Draws one watch.

    Signals
    -------
    coarseness_changed()
        The picture has another width, and a stroke maybe stands for another number of updates.

    Parameters
    ----------
    watch
        Which.
    theme
        Colours, fonts and sizes.
    """

    coarseness_changed = pyqtSignal()

    def __init__(self, watch: Watch, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.watch = watch
        self._theme, self._painter = theme, PlotPainter(theme)
        self._name_font, self._value_font = mono_font(theme), mono_font(theme, bold=True)
        self._hint_font = hint_font(theme)
        self._snapshot: Snapshot | None = None
        self._reading = Reading()
        self._curve: WatchCurve | None = None
        self._scale = Scale(AxisRange(0.0, 1.0), log=False)
        self._strokes: Strokes | None = None
        self._log = False
        self._hovered: int | None = None
        self._layer = QPixmap()
        self._layer_made_of: tuple[object, ...] = ()
        self._row = theme.px(metrics.ROW)
        self._axis = QFontMetrics(self._hint_font).horizontalAdvance(_WIDEST_TICK) + theme.px(metrics.SMALL_GAP)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(watch.text)
        self._top = self._row + theme.px(metrics.GAP)
        self.setFixedHeight(self._top + theme.px(_PLOT_HEIGHT) + theme.px(metrics.GAP))

    def sizeHint(self) -> QSize:
        """Return room for the numbers and some of the curve."""
        return QSize(self._axis * 4, self.height())

    # What comes in -----------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show where a person stands, and the value there."""
        self._snapshot = snapshot
        self._reading = read_watch(self.watch, snapshot)
        self.setAccessibleDescription(words.exact_text(self._reading))
        self.update()

    def show_curve(self, curve: WatchCurve | None) -> None:
        """Show the values over the run; None while there are none."""
        self._curve, self._strokes = curve, None
        self.update()

    def show_log(self, log: bool) -> None:
        """Draw values on a logarithmic axis, or a linear one."""
        self._log, self._strokes = log, None
        self.update()

    # What can be asked -------------------------------------------------------------------------------------------

    @property
    def reading(self) -> Reading:
        """The value now."""
        return self._reading

    @property
    def updates_per_stroke(self) -> int:
        """How many updates one stroke stands for."""
        return 1 if self._curve is None else updates_per_stroke(self._curve, self._columns())

    @property
    def plot(self) -> Plot:
        """Where the plot stands."""
        width = max(1, self.width() - self._row - self._axis)
        area = QRectF(self._axis, self._top, width, self._theme.px(_PLOT_HEIGHT))
        return Plot(area, updates_range(self._newest()), self._scale)

    @property
    def value_area(self) -> QRect:
        """Where the value stands."""
        width = QFontMetrics(self._value_font).horizontalAdvance("0" * NUMBER_WIDTH)
        return QRect(self.width() - self._row - width, 0, width, self._row)

    # Painting ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Paint the heading and the plot."""
        painter = QPainter(self)
        self._prepare()
        self._paint_heading(painter)
        plot, strokes = self.plot, self._strokes
        if strokes is not None and not self.is_foreign:
            self._paint_plot(painter, plot, strokes)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.accent), self._theme.px(metrics.BORDER)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(plot.area)

    def _prepare(self) -> None:
        if self._curve is None or self._strokes is not None:
            return
        self._scale = scale_of(self._curve, log=self._log)
        self._strokes = strokes_of(self._curve, self._columns())

    def _paint_heading(self, painter: QPainter) -> None:
        theme, value = self._theme, self.value_area
        left_middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        right_middle = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        gap, said = theme.px(metrics.GAP), self.said()
        room = value.left() - gap
        name_measure, said_measure = QFontMetrics(self._name_font), QFontMetrics(self._hint_font)
        name_room = max(round(room * _NAME_SHARE), room - gap - said_measure.horizontalAdvance(said)) if said else room
        name = name_measure.elidedText(self.watch.text, Qt.TextElideMode.ElideRight, name_room)
        painter.setFont(self._name_font)
        painter.setPen(QColor(theme.text))
        painter.drawText(QRect(0, 0, room, self._row), left_middle, name)
        begin = name_measure.horizontalAdvance(name) + gap
        rest = QRect(begin, 0, max(0, room - begin), self._row)
        painter.setFont(self._hint_font)
        painter.setPen(QColor(theme.secondary))
        shown = said_measure.elidedText(said, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, left_middle, shown)
        painter.setFont(self._value_font)
        painter.setPen(QColor(theme.secondary if self._reading.value is None else theme.text))
        painter.drawText(value, right_middle, words.value_text(self._reading))

    def said(self) -> str:
        """Return the extremes and how far they are known, or why there are none to show."""
        # self.tr would look for them under the name of the subclass.
        translate, curve = QCoreApplication.translate, self._curve
        if self.is_foreign:
            return translate("Watches", "not a number in this network")
        if curve is None:
            return ""
        if self._log and curve.has_numbers and not (curve.greatest > 0).any():
            return translate("Watches", "nothing above 0 for a logarithmic axis")
        if not curve.has_numbers and not curve.finite.all():
            return translate("Watches", "not finite so far")
        return words.known_text(curve)

    def _paint_plot(self, painter: QPainter, plot: Plot, strokes: Strokes) -> None:
        position = self._snapshot.position if self._snapshot is not None else None
        cursor = float(position.completed) if position is not None else 0.0
        painter.drawPixmap(0, 0, self._layer_of(plot, strokes, cursor))
        if self._hovered is not None:
            self._painter.draw_hover(painter, plot, self._hovered)
        if position is not None:
            value = None if position.is_inside else self._reading.value
            # What lies below a logarithmic axis has no place on it.
            height = None if value is None or (self._log and value <= 0) else plot.scale.height(value)
            self._painter.draw_cursor(painter, plot, cursor, height)

    def _layer_of(self, plot: Plot, strokes: Strokes, cursor: float) -> QPixmap:
        """Return axis and curve; while a run is on they are the same for several frames."""
        reach = self._curve.reach if self._curve is not None else 0
        made_of = (strokes, plot, min(cursor, reach), self.devicePixelRatioF())
        if made_of != self._layer_made_of:
            self._layer_made_of = made_of
            self._layer = QPixmap(self.size() * self.devicePixelRatioF())
            self._layer.setDevicePixelRatio(self.devicePixelRatioF())
            self._layer.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._layer)
            if self._curve is not None and self._curve.has_numbers:
                ticks = plot.scale.ticks(_TICKS)
                # Two steps may hold only one round number.
                self._painter.draw_axis(painter, plot, ticks if len(ticks) > 1 else plot.scale.ticks(2 * _TICKS))
            self._painter.draw_curve(painter, plot, strokes, cursor)
            painter.end()
        return self._layer

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Thin the curve out for the new width."""
        self._strokes = None
        super().resizeEvent(event)
        self.coarseness_changed.emit()

    def _columns(self) -> int:
        return round(self.plot.area.width())

    @property
    def is_foreign(self) -> bool:
        """Whether the network has no such number, and had none in all of the run."""
        return bool(self._reading.problem) and (self._curve is None or not self._curve.has_numbers)

    def _newest(self) -> int:
        return self._snapshot.newest.completed if self._snapshot is not None else 0

    def _update_at(self, x: float) -> int:
        return min(max(self.plot.update_at(x), 0), self._newest())
