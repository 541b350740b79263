"""The keyboard on the plot: which keys it uses while focused, and what they do.

The keys of the transport (→, Space, Home, Page Down …) are left to the window.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final

from PyQt6.QtCore import QPointF, Qt
from PyQt6.QtGui import QCursor, QKeyEvent
from PyQt6.QtWidgets import QWidget

from nnviz.views.boundary.edits import rounded
from nnviz.views.boundary.gesture import Gesture, PlotRequests
from nnviz.views.boundary.scene import PlotScene

_KEY_ZOOM: Final = 1.25
_KEY_STEP: Final = 0.01
"""How far an arrow key moves a sample, as a share of what is shown …"""
_KEY_PAN: Final = 0.1
"""… and the plot."""


class Action(Enum):
    """What a key asks of the plot."""

    PREVIOUS = "previous sample"
    NEXT = "next sample"
    NONE = "no sample"
    HOME = "all of the plot"
    CLOSER = "closer"
    FARTHER = "farther"
    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    ADD = "add a sample"
    RELABEL = "relabel the sample"
    REMOVE = "remove the sample"


DIRECTIONS: Mapping[Action, tuple[int, int]] = MappingProxyType(
    {Action.LEFT: (-1, 0), Action.RIGHT: (1, 0), Action.UP: (0, 1), Action.DOWN: (0, -1)}
)
"""Which way the actions of Alt and an arrow go, right and up positive."""

_KEYS = {
    Qt.Key.Key_Up: Action.PREVIOUS,
    Qt.Key.Key_Down: Action.NEXT,
    Qt.Key.Key_Escape: Action.NONE,
    Qt.Key.Key_0: Action.HOME,
    Qt.Key.Key_Plus: Action.CLOSER,
    Qt.Key.Key_Equal: Action.CLOSER,
    Qt.Key.Key_Minus: Action.FARTHER,
}
_ALT_KEYS = {
    Qt.Key.Key_Left: Action.LEFT,
    Qt.Key.Key_Right: Action.RIGHT,
    Qt.Key.Key_Up: Action.UP,
    Qt.Key.Key_Down: Action.DOWN,
}
_EDITING_KEYS = {
    Qt.Key.Key_Plus: Action.ADD,
    Qt.Key.Key_Insert: Action.ADD,
    Qt.Key.Key_L: Action.RELABEL,
    Qt.Key.Key_Delete: Action.REMOVE,
    Qt.Key.Key_Backspace: Action.REMOVE,
}
_IGNORED = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


def action_of(event: QKeyEvent, editing: bool) -> Action | None:
    """Return what a key asks for; None for a key that the plot does not use."""
    key, modifiers = Qt.Key(event.key()), event.modifiers()
    if modifiers & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.AltModifier:
        return _ALT_KEYS.get(key)
    # "+" is Shift and another key on most keyboards; the arrows with Shift are the window's.
    if modifiers & ~_IGNORED or (modifiers & Qt.KeyboardModifier.ShiftModifier and key != Qt.Key.Key_Plus):
        return None
    if editing and key in _EDITING_KEYS:
        return _EDITING_KEYS[key]
    return _KEYS.get(key)


class KeyTool:
    """Carries out the actions of keys.

    Parameters
    ----------
    canvas
        The widget with the keyboard focus.
    scene
        What is drawn on it.
    gesture
        What has been begun; the mouse changes it too.
    requests
        What is asked for.
    """

    def __init__(self, canvas: QWidget, scene: PlotScene, gesture: Gesture, requests: PlotRequests) -> None:
        self._canvas, self._scene, self._gesture, self._requests = canvas, scene, gesture, requests

    def carry_out(self, action: Action) -> None:
        """Do what a key asks."""
        if action in DIRECTIONS:
            self._step(*DIRECTIONS[action])
        elif action in (Action.CLOSER, Action.FARTHER):
            self._zoom(_KEY_ZOOM if action is Action.CLOSER else 1 / _KEY_ZOOM)
        elif action is Action.HOME:
            self._scene.go_home()
            self._canvas.update()
        elif action is Action.ADD:
            self._requests.place_clicked.emit(*self._scene.place_at(self._aim()))
        elif action is Action.NONE:
            self._cancel()
        else:
            self._act_on_sample(action)

    def _zoom(self, factor: float) -> None:
        if self._scene.zooms:
            self._scene.zoom(factor, self._scene.viewport().area.center())
            self._canvas.update()

    def _cancel(self) -> None:
        """Cancel what has been begun; otherwise select no sample."""
        if self._gesture.changes_samples:
            self._gesture.cancel()
            self._canvas.update()
        else:
            self._requests.sample_clicked.emit(None)

    def _act_on_sample(self, action: Action) -> None:
        moment, sample = self._scene.moment(), self._scene.ringed_sample()
        if action in (Action.PREVIOUS, Action.NEXT) and moment is not None and len(moment.predictions.samples):
            step = 1 if action is Action.NEXT else -1
            self._requests.sample_clicked.emit(moment.predictions.neighbour(sample, step))
        elif sample is not None and action is Action.RELABEL:
            self._requests.relabel_asked.emit(sample)
        elif sample is not None and action is Action.REMOVE:
            self._requests.removal_asked.emit(sample)

    def _step(self, across: int, up: int) -> None:
        """Move the ringed sample while editing, else the plot."""
        viewport, sample = self._scene.viewport(), self._scene.ringed_sample()
        if self._gesture.editing and self._scene.can_move and sample is not None:
            place = self._gesture.moved[1] if self._gesture.moved is not None else self._scene.place_of(sample)
            if place is not None:
                extent = viewport.extent
                moved = (place[0] + across * _KEY_STEP * extent.width, place[1] + up * _KEY_STEP * extent.height)
                self._gesture.moved = (sample, rounded(moved, viewport))
        elif self._scene.zooms:
            area = viewport.area
            self._scene.move(QPointF(-across * _KEY_PAN * area.width(), up * _KEY_PAN * area.height()))
        self._canvas.update()

    def _aim(self) -> QPointF:
        """Return the pixel at which a key adds a sample: under the mouse, else the middle."""
        under_mouse, area = QPointF(self._canvas.mapFromGlobal(QCursor.pos())), self._scene.viewport().area
        return under_mouse if self._canvas.underMouse() and area.contains(under_mouse) else area.center()
