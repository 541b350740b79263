"""The plot of the losses over the run."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from PyQt6.QtCore import QEvent, QPointF, QRectF, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PyQt6.QtWidgets import QGraphicsView, QToolTip, QWidget

from nnviz.model.numbers import format_count, format_number
from nnviz.model.snapshot import Snapshot
from nnviz.views.loss import words
from nnviz.views.loss.axis import NumberAxis
from nnviz.views.loss.curves import Curve, Curves
from nnviz.views.loss.follow import Follow
from nnviz.views.loss.marks import Label, MarkPainter, Marks
from nnviz.views.loss.scale import Scale, scale_for
from nnviz.views.loss.series import Series, band_bin, band_of, bin_of, series_of
from nnviz.views.plots.extents import Extent
from nnviz.views.plots.ticks import Tick, count_ticks
from nnviz.views.theme import Theme, metrics

_EDGE = 0.02
"""Share of the plot's height that is left above and below the axis's ends, so that no stroke is cut there."""
_TICK_ACROSS, _TICK_UP = 56, 21
"""Pixels at scale 1 for each number of an axis."""
_ZOOM_STEP = 1.25
"""Factor of a step of the wheel, or a key."""
_WHEEL_STEP = 120
_PAN_STEP = 0.2
"""Share of the plot's width by which a key moves along."""
_ACCURACIES = (Tick(0.0, "0"), Tick(0.5, "50"), Tick(1.0, "100 %"))


class LossPlot(pg.PlotWidget):
    """Draws the curves of a snapshot; the wheel zooms into the updates, dragging pans, a double click follows again.

    Everything is prepared when it is painted, so that several snapshots in a frame cost one.

    Signals
    -------
    following_changed(bool)
        A person looked elsewhere, or came back to the newest update.
    coarseness_changed()
        The range on the screen is another, or its size.

    Parameters
    ----------
    theme
        Colours, fonts and sizes.
    """

    following_changed = pyqtSignal(bool)
    coarseness_changed = pyqtSignal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._ready = False  # pyqtgraph's constructor sends events already
        self._left = NumberAxis("left", theme, theme.secondary)
        self._bottom = NumberAxis("bottom", theme, theme.secondary)
        self._right = NumberAxis("right", theme, theme.holds)
        axes = {"left": self._left, "bottom": self._bottom, "right": self._right}
        super().__init__(parent, background=QColor(theme.panel), axisItems=axes, enableMenu=False)
        self._theme = theme
        self._curves, self._painter = Curves(theme), MarkPainter(theme)
        self._marks, self._follow = Marks(), Follow()
        # Right of the newest update, where the ends of curves are labelled.
        self._strip = self._painter.label_room(format_number(0.0)) + theme.px(metrics.PADDING)
        self._snapshot: Snapshot | None = None
        self._series: Series | None = None
        self._scale = Scale(Extent(0.0, 1.0), log=False)
        self._log = self._with_accuracy = self._stale = False
        self._with_unit = True
        self._grabbed: float | None = None
        self._mouse: QPointF | None = None
        self._set_up()
        self._ready = True

    def _set_up(self) -> None:
        theme, item = self._theme, self.plotItem
        # Items ask for repaints one by one; the plot is painted as a whole, once in a frame.
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.NoViewportUpdate)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        item.hideButtons()
        item.setContextMenuActionVisible("Transforms", False)
        box = item.getViewBox()
        box.setMenuEnabled(False)
        box.setMouseEnabled(False, False)
        box.setDefaultPadding(0)
        box.disableAutoRange()
        box.setYRange(-_EDGE, 1 + _EDGE, padding=0)
        # The number at the upper end stands half above it.
        item.layout.setContentsMargins(
            theme.px(metrics.SMALL_GAP), theme.px(metrics.SMALL_GAP), theme.px(metrics.PADDING), 0
        )
        item.layout.setSpacing(0)
        self._curves.add_to(item)
        self._bottom.setHeight(self._bottom.row_height())
        self._right.show_ticks(_ACCURACIES)
        self._right.setWidth(self._right.width_of([tick.text for tick in _ACCURACIES]))
        self._right.hide()
        self._left.setWidth(self._left.width_of(["0.00"]))
        viewport = self._view()
        viewport.setMouseTracking(True)
        viewport.setCursor(Qt.CursorShape.CrossCursor)

    # What comes in -----------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a state."""
        self._snapshot, self._series = snapshot, None
        following = self._follow.is_following
        self._follow.reach(snapshot.metrics.update)
        self._redraw()
        if self._follow.is_following != following:
            self.following_changed.emit(self._follow.is_following)

    def show_log(self, log: bool) -> None:
        """Draw losses on a logarithmic axis, or a linear one."""
        self._log = log
        self._redraw()

    def show_accuracy(self, shown: bool) -> None:
        """Draw the accuracy, with its axis on the right."""
        self._with_accuracy = shown
        self.plotItem.showAxis("right", shown)
        self._lay_out()
        self._redraw()

    def follow(self) -> None:
        """Show the whole run again, and go on with it."""
        self._follow.follow()
        self._moved()

    def zoom(self, steps: float, share: float = 0.5) -> None:
        """Come closer by steps of the wheel, around a place at a share of the plot's width."""
        self._follow.zoom(_ZOOM_STEP**-steps, share)
        self._moved()

    def pan(self, steps: float) -> None:
        """Move along the updates by steps of a key; towards later ones when positive."""
        self._follow.pan(steps * _PAN_STEP)
        self._moved()

    def _moved(self) -> None:
        self.following_changed.emit(self._follow.is_following)
        self.coarseness_changed.emit()
        self._redraw()

    def _redraw(self) -> None:
        self._stale = True
        self._view().update()

    # What can be asked -------------------------------------------------------------------------------------------

    @property
    def curves(self) -> Curves:
        """The lines drawn."""
        return self._curves

    @property
    def marks(self) -> Marks:
        """The marks over them."""
        return self._marks

    @property
    def scale_of_losses(self) -> Scale:
        """The axis of losses."""
        return self._scale

    @property
    def extent(self) -> Extent:
        """The updates on the screen."""
        return self._follow.extent

    @property
    def is_following(self) -> bool:
        """Whether it shows the whole run, up to the newest update."""
        return self._follow.is_following

    @property
    def is_accuracy_shown(self) -> bool:
        """Whether the accuracy is drawn."""
        return self._with_accuracy

    @property
    def ticks(self) -> tuple[list[Tick], list[Tick]]:
        """Numbers of the axis across, and of the one up."""
        return self._bottom.ticks, self._left.ticks

    @property
    def coarseness(self) -> tuple[int, int]:
        """How many epochs one point of a curve stands for, and how many updates one stroke of the band."""
        if self._snapshot is None:
            return 1, 1
        curve, shown = self._snapshot.curve, self._shown()
        evaluations = bin_of(self._series_of(self._snapshot).seen(shown), self._columns())
        return curve.evaluated_every * evaluations, curve.stride * band_bin(curve, shown, self._columns())[1]

    def position(self, update: float, height: float) -> QPointF:
        """Give the pixel of a place: after so many updates, at a share of the plot's height."""
        area, extent = self._area(), self._follow.extent
        across = extent.share(update) * (area.width() - self._strip)
        return QPointF(area.left() + across, area.bottom() - (height + _EDGE) / (1 + 2 * _EDGE) * area.height())

    # Drawing -----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Bring the items up to date, and paint them all."""
        if self._stale and self._snapshot is not None:
            self._stale = False
            self._prepare(self._snapshot)
        super().paintEvent(event)

    def resizeEvent(self, event: QEvent | None) -> None:
        """Thin the curves out for the new width."""
        super().resizeEvent(event)
        if self._ready:
            self.coarseness_changed.emit()
            self._redraw()

    def drawForeground(self, painter: QPainter | None, rect: QRectF) -> None:
        """Paint the marks, in pixels."""
        if painter is None or not self._ready:
            return
        painter.save()
        painter.resetTransform()
        self._painter.draw(painter, self._marks)
        below = self._area().bottom() + self._theme.px(metrics.SMALL_GAP)
        if self._with_unit:
            self._painter.draw_unit(painter, self._unit_right(), below, self.tr("updates"))
        painter.restore()

    def _area(self) -> QRectF:
        return QRectF(self.plotItem.getViewBox().sceneBoundingRect())

    def _view(self) -> QWidget:
        viewport: QWidget = self.viewport()
        return viewport

    def _lay_out(self) -> None:
        """Give the axes their places now: the marks are placed by them in this very frame."""
        self.plotItem.layout.invalidate()
        self.plotItem.layout.activate()

    def _columns(self) -> int:
        return max(1, round(self._area().width()))

    def _shown(self) -> Extent:
        """Give the updates on the screen; zoomed in, curves run on where the newest update is labelled otherwise."""
        extent, width = self._follow.extent, self._area().width()
        return Extent(extent.low, extent.at(width / max(1.0, width - self._strip)))

    def _series_of(self, snapshot: Snapshot) -> Series:
        if self._series is None:
            self._series = series_of(snapshot)
        return self._series

    def _prepare(self, snapshot: Snapshot) -> None:
        series, extent, columns = self._series_of(snapshot), self._follow.extent, self._columns()
        shown = self._shown()
        seen = series.seen(shown)
        has_total = snapshot.program.objective != "L"
        losses = {self._curves.train: series.train}
        if has_total:
            losses[self._curves.total] = series.total
        if snapshot.metrics.test is not None:
            losses[self._curves.test] = series.test
        # The whole data's batch losses say nothing new, unless evaluations were left out between them.
        has_band = snapshot.per_epoch > 1 or snapshot.curve.stride > 1
        band_x, band = band_of(snapshot.curve, shown, columns) if has_band else (np.empty(0), np.empty(0))
        whole = self._follow.is_following
        values = [array[seen] for array in losses.values()]
        self._scale = scale_for(values, band, log=self._log, whole=whole)
        self._show_axes(extent)
        self._curves.band.setData(band_x, self._scale.heights(band))
        for curve in (self._curves.train, self._curves.total, self._curves.test):
            if curve in losses:
                x, loss = series.drawn(losses[curve], seen, columns)
                curve.show_points(x, self._scale.heights(loss))
            else:
                curve.clear_points()
        self._show_accuracy(self._curves.accuracy, series, seen, columns)
        self._place_marks(snapshot, series, has_total)

    def _show_accuracy(self, curve: Curve, series: Series, seen: slice, columns: int) -> None:
        if self._with_accuracy:
            curve.show_points(*series.drawn(series.accuracy, seen, columns))
        else:
            curve.clear_points()

    def _show_axes(self, extent: Extent) -> None:
        theme = self._theme
        ticks = self._scale.ticks(max(2, int(self._area().height() / theme.px(_TICK_UP))))
        new = self._left.show_ticks(ticks)
        if new:
            self._left.setWidth(self._left.width_of(["0.00", *(tick.text for tick in ticks)]))
            self._lay_out()
        across = max(1.0, self._area().width() - self._strip)
        box = self.plotItem.getViewBox()
        shown = (extent.low, self._shown().high)
        if tuple(box.viewRange()[0]) != shown:
            box.setXRange(*shown, padding=0)
            self._curves.cover(QRectF(shown[0], -_EDGE, shown[1] - shown[0], 1 + 2 * _EDGE))
            new = True
        self._bottom.show_ticks(self._count_ticks(extent, across))
        if new:
            heights = np.array([tick.at for tick in ticks])
            self._curves.grid.setData(np.tile(shown, len(heights)), np.repeat(heights, 2))

    def _count_ticks(self, extent: Extent, across: float) -> list[Tick]:
        """Give the numbers across, as many as stand apart, without those that the unit at the end would cover."""
        widest = self._bottom.width_of([format_count(round(extent.high))])
        ticks = count_ticks(extent, max(2, int(across / max(widest, self._theme.px(_TICK_ACROSS)))))
        unit = self._unit_right() - self._painter.unit_width(self.tr("updates"))
        ends = [self.position(tick.at, 0).x() + self._bottom.width_of([tick.text]) / 2 for tick in ticks]
        clear = [tick for tick, end in zip(ticks, ends, strict=True) if end <= unit]
        # An axis needs two numbers more than it needs its unit.
        self._with_unit = len(clear) >= 2
        return clear if self._with_unit else ticks

    def _unit_right(self) -> float:
        return float(self.width() - self._theme.px(metrics.SMALL_GAP))

    def _place_marks(self, snapshot: Snapshot, series: Series, has_total: bool) -> None:
        theme, now, marks, extent = self._theme, snapshot.metrics, self._marks, self._follow.extent
        marks.area = self._area()
        inside = extent.low <= now.update <= extent.high
        marks.cursor = self.position(now.update, 0.0).x() if inside else None
        marks.labels, marks.dot = [], None
        ends = [(now.train, format_number(now.train), theme.text)]
        if now.test is not None:
            ends.append((now.test, self.tr("test"), theme.text))
        if has_total:
            ends.append((now.train_total, snapshot.labels.of("J"), theme.secondary))
        for loss, text, colour in ends if inside else ():
            height = self._scale.height(loss)
            if height is not None:
                marks.labels.append(Label(self.position(now.update, height), text, colour))
        height = self._scale.height(now.train)
        if inside and height is not None:
            marks.dot = self.position(now.update, height)
        marks.fault = self._fault(snapshot.curve.fault, series)
        marks.message = self.tr("The curve grows with every update.") if now.update == 0 else ""
        self._place_hover()

    def _fault(self, update: int | None, series: Series) -> Label | None:
        """Give the mark where the curve ends because a loss is not finite."""
        if update is None or not self._follow.extent.low <= update <= self._follow.extent.high:
            return None
        finite = np.flatnonzero(np.isfinite(series.train) & (series.at <= update))
        if not len(finite):
            return Label(self.position(update, 0.5), words.fault(update), self._theme.fault)
        last = finite[-1]
        height = self._scale.height(float(series.train[last])) or 0.0
        return Label(self.position(float(series.at[last]), height), words.fault(update), self._theme.fault)

    # The mouse ---------------------------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent | None) -> None:
        """Zoom into the updates around the pointer."""
        if event is None:
            return
        steps = event.angleDelta().y() / _WHEEL_STEP
        if steps:
            self.zoom(steps, min(max(self._share(event.position()), 0.0), 1.0))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Take hold of the plot; the event goes on to the panel, which takes the keyboard."""
        if event is not None and event.button() == Qt.MouseButton.LeftButton:
            self._grabbed = event.position().x()
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Pan, or show the evaluation under the mouse."""
        if event is None:
            return
        self._mouse = event.position()
        if self._grabbed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            moved = self._grabbed - event.position().x()
            if moved:
                self._grabbed = event.position().x()
                self._follow.pan(moved / max(1.0, self._area().width() - self._strip))
                self._moved()
            return
        self._place_hover()
        self._explain(event)
        self._view().update()

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """Let go."""
        self._grabbed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent | None) -> None:
        """Follow the newest update again."""
        self._grabbed = None
        self.follow()

    def leaveEvent(self, event: QEvent | None) -> None:
        """Take the cross-hairs away."""
        self._mouse = self._marks.hover = None
        self._view().update()

    def _share(self, place: QPointF) -> float:
        area = self._area()
        return (place.x() - area.left()) / max(1.0, area.width() - self._strip)

    def _hovered(self) -> int | None:
        """Give the evaluation nearest to the mouse, where it is over the plot."""
        if self._mouse is None or self._series is None or not self._area().contains(self._mouse):
            return None
        return self._series.nearest(self._follow.extent.at(self._share(self._mouse)))

    def _place_hover(self) -> None:
        index, self._marks.hover = self._hovered(), None
        if index is not None and self._series is not None:
            at, height = float(self._series.at[index]), self._scale.height(float(self._series.train[index]))
            place = self.position(at, math.nan if height is None else height)
            if self._marks.area.left() <= place.x() <= self._marks.area.right() and height is not None:
                self._marks.hover = place

    def _explain(self, event: QMouseEvent) -> None:
        index = self._hovered()
        if index is None or self._series is None or self._snapshot is None:
            QToolTip.hideText()
            return
        penalty = self._snapshot.program.objective != "L"
        text = words.evaluation(self._series, index, penalty=penalty)
        QToolTip.showText(event.globalPosition().toPoint(), text, self._view())
