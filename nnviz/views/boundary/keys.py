"""What the keys do while the plot has the focus.

The keys of the transport (→, Space, Home, Page Down …) are left to the window.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QKeyEvent


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
