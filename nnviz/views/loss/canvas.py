"""The picture of the losses over the run: axes, curves and marks, and when they are drawn."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PyQt6.QtCore import QEvent, QPointF, QRectF, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QPainter, QPaintEvent
from PyQt6.QtWidgets import QGraphicsView, QWidget

from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import format_number
from nnviz.views.loss import words
from nnviz.views.loss.axes import LossAxes
from nnviz.views.loss.compared import ComparedBranch, compared_of
from nnviz.views.loss.curves import Curves
from nnviz.views.loss.filling import fill_curves
from nnviz.views.loss.follow import Follow
from nnviz.views.loss.frame import EDGE, LossFrame
from nnviz.views.loss.marks import LossMarkPainter, LossMarks
from nnviz.views.loss.placing import legend_of, place_marks
from nnviz.views.loss.pointer import Pointer
from nnviz.views.loss.series import Series, band_bin, bin_of, series_of
from nnviz.views.plots.axis_range import AxisRange
from nnviz.views.plots.branch_pens import compared_by_default
from nnviz.views.plots.scale import Scale
from nnviz.views.plots.ticks import Tick
from nnviz.views.theme import Theme, metrics


class LossCanvas(pg.PlotWidget):
    """Draws the curves of a snapshot over the updates that are looked at.

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
        self._axes = LossAxes(theme)
        axes = {"left": self._axes.left, "bottom": self._axes.bottom, "right": self._axes.right}
        super().__init__(parent, background=QColor(theme.panel), axisItems=axes, enableMenu=False)
        self._theme = theme
        self._curves, self._painter = Curves(theme), LossMarkPainter(theme)
        self._marks, self._follow, self._pointer = LossMarks(), Follow(), Pointer()
        # Right of the newest update, where the ends of curves are labelled.
        self._strip = self._painter.label_room(format_number(0.0)) + theme.px(metrics.PADDING)
        self._unit = ""
        self._snapshot: Snapshot | None = None
        self._series: Series | None = None
        self._scale = Scale(AxisRange(0.0, 1.0), log=False)
        self._names: Sequence[str] | None = None
        self._compared: list[ComparedBranch] = []
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
        viewport.setMouseTracking(True)
        viewport.setCursor(Qt.CursorShape.CrossCursor)

    # What comes in -----------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a state."""
        self._snapshot, self._series = snapshot, None
        self._unit = words.unit(snapshot)
        self._compare(snapshot)

    def show_compared(self, names: Sequence[str]) -> None:
        """Draw these branches beside the current one; until this is called, the latest made."""
        self._names = tuple(names)
        if self._snapshot is not None:
            self._compare(self._snapshot)

    def _compare(self, snapshot: Snapshot) -> None:
        names = compared_by_default(snapshot) if self._names is None else self._names
        self._compared = compared_of(snapshot, names) if names else []
        following = self._follow.is_following
        ends = [int(branch.at[-1]) for branch in self._compared if len(branch.at)]
        self._follow.reach(max(snapshot.metrics.update, snapshot.newest.completed, *ends))
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
        return self._compared

    @property
    def scale_of_losses(self) -> Scale:
        """The axis of losses."""
        return self._scale

    @property
    def extent(self) -> AxisRange:
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
        return self._axes.bottom.ticks, self._axes.left.ticks

    @property
    def coarseness(self) -> tuple[int, int]:
        """How many epochs one point of a curve stands for, and how many updates one stroke of the band."""
        if self._snapshot is None:
            return 1, 1
        curve, frame = self._snapshot.curve, self._frame()
        evaluations = bin_of(self._series_of(self._snapshot).seen(frame.shown), frame.columns)
        return curve.evaluated_every * evaluations, curve.stride * band_bin(curve, frame.shown, frame.columns)[1]

    def position(self, update: float, height: float) -> QPointF:
        """Return the pixel of a place: after so many updates, at a share of the plot's height."""
        return self._frame().position(update, height)

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
        below = self._frame().area.bottom() + self._theme.px(metrics.SMALL_GAP)
        if self._axes.has_unit:
            self._painter.draw_unit(painter, self._unit_right(), below, self._unit)
        painter.restore()

    def _frame(self) -> LossFrame:
        area = QRectF(self.plotItem.getViewBox().sceneBoundingRect())
        return LossFrame(area, self._follow.extent, self._strip)

    def _view(self) -> QWidget:
        viewport: QWidget = self.viewport()
        return viewport

    def _lay_out(self) -> None:
        """Give the axes their places now: the marks are placed by them in this very frame."""
        self.plotItem.layout.invalidate()
        self.plotItem.layout.activate()

    def _series_of(self, snapshot: Snapshot) -> Series:
        if self._series is None:
            self._series = series_of(snapshot)
        return self._series

    def _prepare(self, snapshot: Snapshot) -> None:
        series, whole = self._series_of(snapshot), self._follow.is_following
        self._scale = fill_curves(
            self._curves,
            snapshot,
            series,
            self._compared,
            self._frame(),
            log=self._log,
            accuracy=self._with_accuracy,
            whole=whole,
        )
        frame = self._show_axes()
        place_marks(self._marks, snapshot, series, frame, self._scale, self._theme)
        self._marks.legend = legend_of(snapshot, self._compared, self._theme)
        self._marks.hover = self._pointer.cross(series, frame, self._scale)

    def _show_axes(self) -> LossFrame:
        """Show the numbers and the hairlines; give where the plot stands beside them."""
        has_new_losses = self._axes.show_losses(self._scale, self._frame().area.height())
        if has_new_losses:
            self._lay_out()
        frame, box = self._frame(), self.plotItem.getViewBox()
        shown = (frame.shown.low, frame.shown.high)
        has_new_range = tuple(box.viewRange()[0]) != shown
        if has_new_range:
            box.setXRange(*shown, padding=0)
            self._curves.cover(frame.plane)
        self._axes.show_updates(frame, self._unit_right() - self._painter.unit_width(self._unit))
        if has_new_losses or has_new_range:
            heights = np.array([tick.at for tick in self._axes.left.ticks])
            self._curves.grid.setData(np.tile(shown, len(heights)), np.repeat(heights, 2))
        return frame

    def _unit_right(self) -> float:
        return float(self.width() - self._theme.px(metrics.SMALL_GAP))
