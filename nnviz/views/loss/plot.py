"""The plot of the losses over the run: when its axes, curves and marks are drawn, and how it is zoomed and panned."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PyQt6.QtCore import QEvent, QPointF, QRectF, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PyQt6.QtWidgets import QGraphicsView, QToolTip, QWidget

from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import UNSIGNED_WIDTH
from nnviz.views.loss.axes import LossAxes
from nnviz.views.loss.content import LossContent
from nnviz.views.loss.curves import Curves
from nnviz.views.loss.filling import fill_curves
from nnviz.views.loss.frame import EDGE, LossFrame, Pointer
from nnviz.views.loss.marks import LossMarkPainter, LossMarks
from nnviz.views.loss.placing import legend_of, place_marks
from nnviz.views.painter_state import saved
from nnviz.views.plots.axis_range import AxisRange, VisibleRange, updates_range
from nnviz.views.plots.compared_branches import ComparedBranch
from nnviz.views.plots.navigation import NavigationWays, PlotNavigation
from nnviz.views.plots.scale import Scale
from nnviz.views.plots.ticks import Tick
from nnviz.views.theme import Theme, metrics


class LossPlot(pg.PlotWidget):
    """Draws the losses over the updates in view; the wheel zooms, dragging pans, a double click follows the run again.

    Everything is prepared when it is painted, so that several snapshots in a frame cost as much as one.

    Signals
    -------
    following_changed(bool)
        The plot was panned or zoomed, or follows the newest update again.
    coarseness_changed()
        The range on the screen changed, or its size.

    Parameters
    ----------
    theme
        Colours, fonts and sizes.

    Attributes
    ----------
    navigation
        The mouse and the keyboard over it.
    """

    following_changed = pyqtSignal(bool)
    coarseness_changed = pyqtSignal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._ready = False  # pyqtgraph's constructor already sends events
        self._axes = LossAxes(theme)
        axes = {"left": self._axes.left, "bottom": self._axes.bottom, "right": self._axes.right}
        super().__init__(parent, background=QColor(theme.panel), axisItems=axes, enableMenu=False)
        self._theme = theme
        self._content, self._updates, self._pointer = LossContent(), VisibleRange(updates_range(0)), Pointer()
        self._curves, self._marks, self._painter = Curves(theme), LossMarks(), LossMarkPainter(theme)
        # Right of the newest update, where the ends of curves are labelled.
        self._strip = self._painter.label_room("0" * UNSIGNED_WIDTH) + theme.px(metrics.PADDING)
        self._scale = Scale(AxisRange(0.0, 1.0), log=False)
        self._log = self._with_accuracy = self._stale = False
        self._set_up()
        self._ready = True

    def _set_up(self) -> None:
        item = self.plotItem
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
        box.setYRange(-EDGE, 1 + EDGE, padding=0)
        self._curves.add_to(item)
        self._axes.set_up(item)
        viewport = self._view()
        viewport.setCursor(Qt.CursorShape.CrossCursor)
        ways = NavigationWays(margin=self._strip)
        self.navigation = PlotNavigation(viewport, self._area, self._updates, values=self.csv, ways=ways)
        self.navigation.moved.connect(self._show_moved)
        self.navigation.hovered.connect(self._hover)

    # What comes in -----------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a state."""
        self._content.show(snapshot)
        self._reach_last_update()

    def show_compared(self, names: Sequence[str]) -> None:
        """Draw these branches beside the current one; until this is called, the most recent ones."""
        self._content.compare_with(names)
        if self._content.snapshot is not None:
            self._reach_last_update()

    def _reach_last_update(self) -> None:
        following, last = self.is_following, self._content.last_update
        self._updates.reach(updates_range(last), last)
        self._redraw()
        if self.is_following != following:
            self.following_changed.emit(self.is_following)

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

    def _redraw(self) -> None:
        self._stale = True
        self._view().update()

    # What can be asked -------------------------------------------------------------------------------------------

    @property
    def curves(self) -> Curves:
        """The lines drawn."""
        return self._curves

    @property
    def marks(self) -> LossMarks:
        """The marks over them."""
        return self._marks

    @property
    def compared(self) -> list[ComparedBranch]:
        """What is drawn of other branches."""
        return self._content.compared

    @property
    def scale_of_losses(self) -> Scale:
        """The axis of losses."""
        return self._scale

    @property
    def extent(self) -> AxisRange:
        """The updates on the screen."""
        return self._updates.extent

    @property
    def is_following(self) -> bool:
        """Whether it shows the whole run, up to the newest update."""
        return self._updates.is_whole

    @property
    def is_accuracy_shown(self) -> bool:
        """Whether the accuracy is drawn."""
        return self._with_accuracy

    @property
    def ticks(self) -> tuple[list[Tick], list[Tick]]:
        """Numbers of the axis across, and of the one up."""
        return self._axes.bottom.ticks, self._axes.left.ticks

    @property
    def coarseness(self) -> tuple[int, int]:
        """How many epochs one point of a curve represents, and how many updates one stroke of the band."""
        return self._content.coarseness(self._frame())

    def position(self, update: float, height: float) -> QPointF:
        """Return the pixel of a place: after so many updates, at a share of the plot's height."""
        return self._frame().position(update, height)

    # Drawing -----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Bring the items up to date, and paint them all."""
        if self._stale and self._content.snapshot is not None:
            self._stale = False
            self._prepare(self._content.snapshot)
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
        with saved(painter):
            painter.resetTransform()
            self._painter.draw(painter, self._marks)
            below = self._frame().area.bottom() + self._theme.px(metrics.SMALL_GAP)
            if self._axes.has_unit:
                self._painter.draw_unit(painter, self._unit_right(), below, self._content.unit)

    def _frame(self) -> LossFrame:
        return LossFrame(self._area(), self._updates.extent, self._strip)

    def _area(self) -> QRectF:
        return QRectF(self.plotItem.getViewBox().sceneBoundingRect())

    def _view(self) -> QWidget:
        viewport: QWidget = self.viewport()
        return viewport

    def _lay_out(self) -> None:
        """Place the axes now: the marks are placed by them in this very frame."""
        self.plotItem.layout.invalidate()
        self.plotItem.layout.activate()

    def _prepare(self, snapshot: Snapshot) -> None:
        series, compared = self._content.series, self._content.compared
        assert series is not None  # there is a snapshot
        self._scale = fill_curves(
            self._curves,
            snapshot,
            series,
            compared,
            self._frame(),
            log=self._log,
            accuracy=self._with_accuracy,
            whole=self._updates.is_whole,
        )
        frame = self._show_axes()
        place_marks(self._marks, snapshot, series, frame, self._scale, self._theme)
        self._marks.legend = legend_of(snapshot, compared, self._theme)
        self._marks.hover = self._pointer.cross(series, frame, self._scale)

    def _show_axes(self) -> LossFrame:
        """Show the numbers and the hairlines; return the frame that the axes leave to the plot."""
        has_new_losses = self._axes.show_losses(self._scale, self._frame().area.height())
        if has_new_losses:
            self._lay_out()
        frame, box = self._frame(), self.plotItem.getViewBox()
        shown = (frame.shown.low, frame.shown.high)
        has_new_range = tuple(box.viewRange()[0]) != shown
        if has_new_range:
            box.setXRange(*shown, padding=0)
            self._curves.cover(frame.plane)
        self._axes.show_updates(frame, self._unit_right() - self._painter.unit_width(self._content.unit))
        if has_new_losses or has_new_range:
            heights = np.array([tick.at for tick in self._axes.left.ticks])
            self._curves.grid.setData(np.tile(shown, len(heights)), np.repeat(heights, 2))
        return frame

    def _unit_right(self) -> float:
        return float(self.width() - self._theme.px(metrics.SMALL_GAP))

    # Looking around ----------------------------------------------------------------------------------------------

    def _show_moved(self) -> None:
        self.following_changed.emit(self.is_following)
        self.coarseness_changed.emit()
        self._redraw()

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Leave the mouse to what looks around, and to the panel: pyqtgraph would ask each curve about it."""
        if event is not None:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Leave the mouse to what looks around."""
        if event is not None:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent | None) -> None:
        """Leave the wheel to what looks around."""
        if event is not None:
            event.ignore()

    def _hover(self, place: QPointF | None) -> None:
        """Show the evaluation under the mouse, with its exact numbers."""
        self._pointer.place = place
        self._marks.hover = self._pointer.cross(self._content.series, self._frame(), self._scale)
        self._view().update()
        index = self._pointer.nearest(self._content.series, self._frame())
        text = "" if index is None else self._content.text_at(index)
        where = QPointF() if place is None else place
        QToolTip.showText(self._view().mapToGlobal(where.toPoint()), text, self._view())

    def csv(self) -> str:
        """Return the curves exactly as they were measured, as CSV."""
        from nnviz.views.plots.copying import as_csv

        return as_csv(self._content.unit, self._content.columns())
