"""When the arrow keys move from cell to cell, instead of stepping through the program."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QKeyEvent

from nnviz.views.widgets.shortcuts import is_plain

_ARROWS: Final[dict[int, tuple[int, int]]] = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
_RETURNS: Final = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class ArrowKeys:
    """Whose the arrow keys are while cells have the keyboard."""

    def __init__(self) -> None:
        self._are_own = False

    def take_keyboard(self, reason: Qt.FocusReason) -> None:
        """Take the keyboard; the arrow keys come with it unless a click brought it."""
        # After a click the arrow keys still step through the program; what comes back with the window is as it was.
        if reason not in _RETURNS:
            self._are_own = reason != Qt.FocusReason.MouseFocusReason

    def step(self, event: QKeyEvent) -> tuple[int, int] | None:
        """Return the step (down, right) of an arrow key that is pressed alone, if the arrow keys are the cells'."""
        return _ARROWS.get(event.key()) if is_plain(event) and self._are_own else None
