"""The field of an editor over a cell: every key is its own, and it reports how it was left."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import QEvent, Qt, pyqtSignal
from PyQt6.QtGui import QFocusEvent, QKeyEvent
from PyQt6.QtWidgets import QLineEdit

_STAYS: Final = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""Looking into another window, or at the field's own menu, does not leave it."""


class CellField(QLineEdit):
    """A field without a frame of its own, from which no key reaches the window.

    Signals
    -------
    entered(int)
        The text is to be taken; by Tab 1, by Shift+Tab −1, by Enter 0.
    cancelled()
        Escape.
    left()
        The keyboard went elsewhere.
    """

    entered = pyqtSignal(int)
    cancelled = pyqtSignal()
    left = pyqtSignal()

    def event(self, event: QEvent | None) -> bool:
        """Keep all keys from the window's shortcuts and from whatever is under the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._press(event)
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent | None) -> None:
        """Report that the field was left."""
        super().focusOutEvent(event)
        if event is not None and event.reason() not in _STAYS:
            self.left.emit()

    def _press(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit(0)
            case Qt.Key.Key_Escape:
                self.cancelled.emit()
            case Qt.Key.Key_Backtab:
                self.entered.emit(-1)
            case Qt.Key.Key_Tab:
                self.entered.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            case _:
                super().keyPressEvent(event)
