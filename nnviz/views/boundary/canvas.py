"""The widget on which the plot is drawn."""

from __future__ import annotations

from PyQt6.QtCore import QEvent, QPointF, QSize, Qt
from PyQt6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PyQt6.QtWidgets import QSizePolicy, QWidget

from nnviz.model.session.selection import Selection
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.boundary.gesture import Gesture, PlotRequests
from nnviz.views.boundary.keys import KeyTool, action_of
from nnviz.views.boundary.painting import ScenePainter
from nnviz.views.boundary.pointer_tool import PointerTool
from nnviz.views.boundary.scene import PlotScene
from nnviz.views.plots.predictions.plot import PredictionPlot
from nnviz.views.theme import Theme, metrics
from nnviz.views.widgets.place_tooltip import shows_tooltip
from nnviz.views.widgets.shortcuts import is_override


class BoundaryCanvas(QWidget):
    """A plot that can be looked at closely and edited, with the mouse and with the keyboard.

    Attributes
    ----------
    scene
        What is drawn, and where.
    requests
        What a person asks for on it.

    Parameters
    ----------
    theme
        Colours, fonts and sizes.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bar: QWidget | None = None
        self._key: QWidget | None = None
        self.scene, self.requests = PlotScene(theme, self._room), PlotRequests()
        self._gesture = Gesture(theme.px(metrics.SAMPLE), lambda: self.scene.data)
        self._painter = ScenePainter(theme)
        self._pointer = PointerTool(self, self.scene, self._gesture, self.requests)
        self._keys = KeyTool(self, self.scene, self._gesture, self.requests)
        # Everything is painted over, so that what lies behind need not be.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """Return the size in the first layout."""
        return QSize(self._theme.px(360), self._theme.px(250))

    def minimumSizeHint(self) -> QSize:
        """Return a size at which the picture can still be read."""
        side = self._theme.px(metrics.UNIT)
        return QSize(side, side)

    # What comes in -----------------------------------------------------------------------------------------------

    def show_moment(
        self, snapshot: Snapshot, selection: Selection, plot: PredictionPlot, running: bool, with_test: bool
    ) -> None:
        """Draw a state on a plot; nothing is computed before it is painted."""
        self.scene.show(snapshot, selection, plot, running, with_test)
        self.update()

    def set_bar(self, bar: QWidget) -> None:
        """Show a bar at the bottom; it takes its room from the plot while editing."""
        bar.setParent(self)
        self._bar = bar
        self.set_editing(self._gesture.editing)

    def set_key(self, key: QWidget) -> None:
        """Show a row under the plot, at its own height."""
        key.setParent(self)
        self._key = key
        key.show()
        self._place_bar()

    def set_editing(self, editing: bool) -> None:
        """Allow the mouse and the keys to change samples, or only to look at them."""
        self._gesture.set_editing(editing)
        if self._bar is not None:
            self._bar.setVisible(editing)
        self._place_bar()
        self.update()

    def set_brush(self, label: int | None) -> None:
        """Make a drag draw samples of a class; None makes it move samples, or the plot."""
        self._gesture.set_brush(label)
        self.update()

    def reset_view(self) -> None:
        """Show all of the plot."""
        self.scene.go_home()
        self.update()

    def _room(self) -> tuple[int, int]:
        """Return width and height of what the bar leaves."""
        return self.width(), self.height() - self._taken_by_bar() - self._taken_by_key()

    def _taken_by_bar(self) -> int:
        return self._bar.sizeHint().height() if self._bar is not None and self._gesture.editing else 0

    def _taken_by_key(self) -> int:
        return self._key.sizeHint().height() if self._key is not None else 0

    def _place_bar(self) -> None:
        if self._bar is not None:
            height = self._bar.sizeHint().height()
            self._bar.setGeometry(0, self.height() - height, self.width(), height)
        if self._key is not None:
            height = self._taken_by_key()
            self._key.setGeometry(0, self.height() - self._taken_by_bar() - height, self.width(), height)

    # Events ------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw everything."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.panel))
        self._painter.draw(painter, self.scene, self._gesture)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Keep the bar at the bottom."""
        super().resizeEvent(event)
        self._place_bar()

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Begin a click or a drag."""
        if event is not None:
            self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Drag a sample or the plot; otherwise ring the sample under the mouse."""
        if event is not None:
            self._pointer.move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """End a drag, or click."""
        if event is not None:
            self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent | None) -> None:
        """Show all of the plot again after a double click on no sample."""
        if event is not None:
            self._pointer.double_click(event)

    def wheelEvent(self, event: QWheelEvent | None) -> None:
        """Zoom in or out about the mouse."""
        if event is not None:
            self._pointer.wheel(event)

    def leaveEvent(self, event: QEvent | None) -> None:
        """Forget the sample under the mouse."""
        super().leaveEvent(event)
        self._pointer.leave()

    def contextMenuEvent(self, event: QContextMenuEvent | None) -> None:
        """Ask for a menu for what is under the mouse, or for the ringed sample when a key asks."""
        if event is not None:
            self._pointer.ask_menu(event)

    def event(self, event: QEvent | None) -> bool:
        """Handle the plot's keys before the window's shortcuts, and show the tooltip of what is under the mouse."""
        if is_override(event, self._has_use_for) or shows_tooltip(self, event, self._tip_at):
            return True
        return super().event(event)

    def _tip_at(self, position: QPointF) -> str:
        return self.scene.tooltip_at(position)

    def _has_use_for(self, event: QKeyEvent) -> bool:
        return action_of(event, self._gesture.editing) is not None

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Do what a key asks."""
        if event is not None and self.scene.moment() is not None:
            action = action_of(event, self._gesture.editing)
            if action is not None:
                self._keys.carry_out(action)
                return
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent | None) -> None:
        """Drop a sample that keys have moved, once for all the repeats of a key."""
        super().keyReleaseEvent(event)
        if event is not None and not event.isAutoRepeat() and self._gesture.press is None:
            self._pointer.drop()

    def focusOutEvent(self, event: QFocusEvent | None) -> None:
        """Drop a sample that keys have moved."""
        super().focusOutEvent(event)
        if self._gesture.press is None:
            self._pointer.drop()
