"""The mouse on the plot: it zooms, drags, selects, moves and draws."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PyQt6.QtCore import QPointF, Qt
from PyQt6.QtGui import QContextMenuEvent, QMouseEvent, QWheelEvent
from PyQt6.QtWidgets import QApplication, QWidget

from nnviz.views.boundary.gesture import Gesture, PlotRequests, Press
from nnviz.views.boundary.scene import PlotScene

_WHEEL: Final = 1.0015
"""How much closer one unit of a wheel brings the plot; a notch has 120."""


class PointerTool:
    """Turns what the mouse does into movements of the plot, and into requests.

    Parameters
    ----------
    canvas
        The widget under the mouse.
    scene
        What is drawn on it.
    gesture
        What has been begun; the keys change it too.
    requests
        What is asked for.
    """

    def __init__(self, canvas: QWidget, scene: PlotScene, gesture: Gesture, requests: PlotRequests) -> None:
        self._canvas, self._scene, self._gesture, self._requests = canvas, scene, gesture, requests

    def press(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            at = event.position()
            self._gesture.press = Press(at, self._scene.samples_at(at), at)

    def move(self, position: QPointF) -> None:
        """Drag a sample or the plot; otherwise ring the sample under the mouse."""
        press = self._gesture.press
        if press is None:
            self._hover(position)
            return
        far = (position - press.at).manhattanLength() >= QApplication.startDragDistance()
        if press.dragging or far:
            self._drag(press, position)
            self._gesture.press = replace(press, last=position, dragging=True)

    def release(self, event: QMouseEvent) -> None:
        """End a drag, or click."""
        press = self._gesture.press
        if event.button() != Qt.MouseButton.LeftButton or press is None:
            return
        self._gesture.press = None
        if press.dragging:
            self.drop()
        elif press.samples:
            self._requests.sample_clicked.emit(self._scene.clicked_sample(press.samples))
        elif self._gesture.editing and self._scene.is_on_plot(press.at):
            self._requests.place_clicked.emit(*self._scene.place_at(press.at))

    def double_click(self, event: QMouseEvent) -> None:
        """Show all of the plot again after a double click on no sample."""
        self.press(event)
        if not self._scene.samples_at(event.position()) and not self._gesture.editing:
            self._scene.go_home()
            self._canvas.update()

    def wheel(self, event: QWheelEvent) -> None:
        """Zoom in or out about the mouse."""
        if self._scene.zooms and self._scene.is_on_plot(event.position()):
            self._scene.zoom(_WHEEL ** event.angleDelta().y(), event.position())
            self._canvas.update()
            event.accept()

    def leave(self) -> None:
        """Forget the sample under the mouse."""
        self._show_hovered(None)

    def ask_menu(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is under the mouse, or of the ringed sample when a key asks."""
        if self._scene.moment() is None:
            return
        area = self._scene.viewport().area
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self._canvas.mapToGlobal(area.center().toPoint())
            self._requests.menu_asked.emit(self._scene.ringed_sample(), at, None)
            return
        position = QPointF(event.pos())
        samples = self._scene.samples_at(position)
        place = self._scene.place_at(position) if area.contains(position) else None
        self._requests.menu_asked.emit(samples[0] if samples else None, event.globalPos(), place)

    def drop(self) -> None:
        """Finish moving a sample or drawing samples, if either has been begun."""
        drawn, moved = self._gesture.finish()
        self._canvas.update()
        if drawn is not None:
            self._requests.stroke_drawn.emit(drawn)
        if moved is not None:
            self._requests.sample_dropped.emit(moved[0], *moved[1])

    # Inside ------------------------------------------------------------------------------------------------------

    @property
    def _draws(self) -> bool:
        """Whether a drag draws samples."""
        return self._gesture.editing and self._gesture.brush is not None and self._scene.can_add

    def _drag(self, press: Press, position: QPointF) -> None:
        if self._draws:
            if self._gesture.stroke is None:
                self._draw_to(press.at)
            self._draw_to(position)
        elif self._gesture.editing and press.samples and self._scene.can_move:
            sample = self._scene.dragged_sample(press.samples)
            if not press.dragging:
                self._requests.sample_clicked.emit(sample)
            self._gesture.moved = (sample, self._scene.place_at(position))
        elif self._scene.zooms and self._scene.is_on_plot(press.at):
            self._scene.move(position - press.last)
        self._canvas.update()

    def _draw_to(self, position: QPointF) -> None:
        if self._scene.is_on_plot(position):
            self._gesture.draw_to(position, self._scene.place_at(position))

    def _hover(self, position: QPointF) -> None:
        samples = self._scene.samples_at(position)
        hovered = samples[0] if samples else None
        if hovered is not None:
            moves = self._gesture.editing and not self._draws
            shape = Qt.CursorShape.OpenHandCursor if moves else Qt.CursorShape.PointingHandCursor
        elif self._gesture.editing and self._scene.can_add and self._scene.is_on_plot(position):
            shape = Qt.CursorShape.CrossCursor
        else:
            shape = Qt.CursorShape.ArrowCursor
        self._canvas.setCursor(shape)
        self._show_hovered(hovered)

    def _show_hovered(self, sample: int | None) -> None:
        if sample != self._gesture.hovered:
            self._gesture.hovered = sample
            self._canvas.update()
