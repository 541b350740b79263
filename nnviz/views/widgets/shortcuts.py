"""Which keys a focused widget keeps from the window's shortcuts."""

from __future__ import annotations

from PyQt6.QtCore import QEvent, Qt
from PyQt6.QtGui import QKeyEvent


def is_space_override(event: QEvent | None) -> bool:
    """Tell whether a focused widget is asked if it wants Space for itself, and answer that it does."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    if event.key() != Qt.Key.Key_Space or event.modifiers() != Qt.KeyboardModifier.NoModifier:
        return False
    event.accept()
    return True
