"""The plot under the mouse."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from PyQt6.QtCore import QEvent, QPoint, QPointF, Qt, pyqtSignal
from PyQt6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QMouseEvent,
    QResizeEvent,
    QWheelEvent,
)
from PyQt6.QtWidgets import QApplication, QToolTip, QWidget

from nnviz.views.boundary.canvas import Canvas
from nnviz.views.boundary.edits import Place, abilities, rounded
from nnviz.views.boundary.stroke import Stroke
from nnviz.views.boundary.words import tooltip
from nnviz.views.theme import Theme, metrics

_WHEEL: Final = 1.0015
"""How much closer one unit of a wheel brings the plot; a notch has 120."""


@dataclass(frozen=True)
class _Press:
    """A mouse button that is held: where it went down, on which samples, and where a drag has come to."""

    at: QPointF
    samples: list[int]
    last: QPointF
    dragging: bool = False


class MouseCanvas(Canvas):
    """A plot that can be zoomed, dragged, clicked and edited with the mouse; `PlotCanvas` adds the keyboard.

    Signals
    -------
    sample_clicked(object)
        A sample's index was chosen; None to choose none.
    place_clicked(float, float)
        A new sample was asked for at a place of the plot.
    sample_dropped(int, float, float)
        A sample was moved to a place of the plot.
    stroke_drawn(object)
        Samples were painted: a tuple of places of the plot.
    menu_asked(object, QPoint, object)
        The context menu was asked for: for a sample or None, at a place on the screen, at a place of the plot or None.

    Parameters
    ----------
    theme
        Colours, fonts and sizes.
    """

    sample_clicked = pyqtSignal(object)
    place_clicked = pyqtSignal(float, float)
    sample_dropped = pyqtSignal(int, float, float)
    stroke_drawn = pyqtSignal(object)
    menu_asked = pyqtSignal(object, QPoint, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._editing = False
        self._press: _Press | None = None
        self._bar: QWidget | None = None
        self.setMouseTracking(True)

    def set_bar(self, bar: QWidget) -> None:
        """Put a bar at the bottom; it takes its room from the plot while editing."""
        bar.setParent(self)
        self._bar = bar
        self.set_editing(self._editing)

    def set_editing(self, editing: bool) -> None:
        """Let the mouse and the keys change samples, or only look at them."""
        self._editing = editing
        self._give_up_drag()
        if self._bar is not None:
            self._bar.setVisible(editing)
            self._place_bar()
        self.update()

    def set_brush(self, label: int | None) -> None:
        """Let a drag paint samples of a class; None lets it move samples, or the plot."""
        self._brush = label
        self._give_up_drag()
        self.update()

    def _give_up_drag(self) -> None:
        self._press, self._preview, self._stroke = None, None, None

    def _free_height(self) -> int:
        if self._bar is None or not self._editing:
            return self.height()
        return self.height() - self._bar.sizeHint().height()

    def _place_bar(self) -> None:
        if self._bar is not None:
            height = self._bar.sizeHint().height()
            self._bar.setGeometry(0, self.height() - height, self.width(), height)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Keep the bar at the bottom."""
        super().resizeEvent(event)
        self._place_bar()

    # The mouse ---------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Begin a click or a drag."""
        if event is not None and event.button() == Qt.MouseButton.LeftButton:
            self._press = _Press(event.position(), self._samples_at(event.position()), event.position())

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Drag a sample or the plot; otherwise ring the sample under the mouse."""
        if event is None:
            return
        if self._press is None:
            self._hover(event.position())
            return
        far = (event.position() - self._press.at).manhattanLength() >= QApplication.startDragDistance()
        if self._press.dragging or far:
            self._drag(self._press, event.position())
            self._press = replace(self._press, last=event.position(), dragging=True)

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """End a drag, or click."""
        if event is None or event.button() != Qt.MouseButton.LeftButton or self._press is None:
            return
        press, self._press = self._press, None
        if press.dragging:
            self._drop()
        elif press.samples:
            self.sample_clicked.emit(self._next_of(press.samples))
        elif self._editing and self.moment() is not None and self.viewport().area.contains(press.at):
            self.place_clicked.emit(*self._place_at(press.at))

    def mouseDoubleClickEvent(self, event: QMouseEvent | None) -> None:
        """Show all of the plot again after a double click on nothing."""
        self.mousePressEvent(event)
        if event is not None and not self._samples_at(event.position()) and not self._editing:
            self.reset_view()

    def wheelEvent(self, event: QWheelEvent | None) -> None:
        """Look closer at the place under the mouse, or less close."""
        if event is not None and self._zooms() and self.viewport().area.contains(event.position()):
            self._zoom(_WHEEL ** event.angleDelta().y(), event.position())
            event.accept()

    def leaveEvent(self, event: QEvent | None) -> None:
        """Forget the sample under the mouse."""
        super().leaveEvent(event)
        if self._hovered is not None:
            self._hovered = None
            self.update()

    def contextMenuEvent(self, event: QContextMenuEvent | None) -> None:
        """Ask for a menu for what is under the mouse, or for the ringed sample when a key asks."""
        if event is None or self.moment() is None:
            return
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            area = self.viewport().area
            self.menu_asked.emit(self.ringed_sample(), self.mapToGlobal(area.center().toPoint()), None)
            return
        position = QPointF(event.pos())
        samples = self._samples_at(position)
        place = self._place_at(position) if self.viewport().area.contains(position) else None
        self.menu_asked.emit(samples[0] if samples else None, event.globalPos(), place)

    def _drag(self, press: _Press, position: QPointF) -> None:
        if self._paints():
            if self._stroke is None:
                self._paint(press.at)
            self._paint(position)
        elif self._editing and press.samples and self._can_move():
            sample = self._held(press.samples)
            if not press.dragging:
                self.sample_clicked.emit(sample)
            self._preview = (sample, self._place_at(position))
        elif self._zooms() and self.viewport().area.contains(press.at):
            self._view.move(self.viewport().area, position - press.last)
        self.update()

    def _paints(self) -> bool:
        return self._editing and self._brush is not None and self._can_add()

    def _paint(self, position: QPointF) -> None:
        """Paint on to a pixel, if it is on the plot."""
        if not self.viewport().area.contains(position):
            return
        if self._stroke is None:
            self._stroke = Stroke(self._theme.px(metrics.SAMPLE))
        self._stroke.reach(position, self._place_at(position))

    def _drop(self) -> None:
        """Let go of the sample that is being moved, or end painting, if there is either."""
        preview, self._preview = self._preview, None
        stroke, self._stroke = self._stroke, None
        self.update()
        if stroke is not None:
            self.stroke_drawn.emit(stroke.places)
        if preview is not None:
            self.sample_dropped.emit(preview[0], *preview[1])

    def _hover(self, position: QPointF) -> None:
        samples = self._samples_at(position)
        hovered = samples[0] if samples else None
        if hovered is not None:
            moves = self._editing and not self._paints()
            shape = Qt.CursorShape.OpenHandCursor if moves else Qt.CursorShape.PointingHandCursor
        elif self._editing and self._can_add() and self.viewport().area.contains(position):
            shape = Qt.CursorShape.CrossCursor
        else:
            shape = Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()

    def event(self, event: QEvent | None) -> bool:
        """Show a tooltip for what is under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tooltip_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def tooltip_at(self, position: QPointF) -> str:
        """Return what can be said about a pixel: its sample with exact numbers, or the network's answer there."""
        moment = self.moment()
        if moment is None or self._plot is None:
            return ""
        text = self._plot.tooltip_at(self.viewport(), moment, position)
        samples = self._samples_at(position) if self._plot.has_spots else []
        return tooltip(moment, samples[0]) if samples else text

    # What is where -----------------------------------------------------------------------------------------------

    def _samples_at(self, position: QPointF) -> list[int]:
        moment = self.moment()
        if moment is None or self._plot is None or not self.viewport().area.contains(position):
            return []
        return self._plot.samples_at(self.viewport(), moment, position, self.spot_reach())

    def _next_of(self, samples: list[int]) -> int:
        """Return the sample that a click selects: of several under one another, the one after the selected one."""
        selected = self._selection.sample
        return samples[(samples.index(selected) + 1) % len(samples)] if selected in samples else samples[0]

    def _held(self, samples: list[int]) -> int:
        """Return the sample that a drag moves: of several under one another, the ringed one."""
        ringed = self.ringed_sample()
        return ringed if ringed is not None and ringed in samples else samples[0]

    def _place_at(self, position: QPointF) -> Place:
        """Return the place of a pixel, or of the one of the plot that is nearest to it."""
        viewport = self.viewport()
        area = viewport.area
        inside = QPointF(
            min(max(position.x(), area.left()), area.right()), min(max(position.y(), area.top()), area.bottom())
        )
        return rounded(viewport.place(inside), viewport)

    def _zooms(self) -> bool:
        return self.moment() is not None and self._plot is not None and self._plot.zooms

    def _can_move(self) -> bool:
        return self._snapshot is not None and abilities(self._snapshot).move

    def _can_add(self) -> bool:
        return self._snapshot is not None and abilities(self._snapshot).add

    def _zoom(self, factor: float, about: QPointF) -> None:
        if self._zooms():
            self._view.zoom(self.viewport().area, factor, about)
            self.update()
