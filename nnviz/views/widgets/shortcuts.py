"""Which keys a focused widget keeps from the window's shortcuts."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import QEvent, Qt
from PyQt6.QtGui import QKeyEvent


def is_override(event: QEvent | None, wants: Callable[[QKeyEvent], bool]) -> bool:
    """Return whether a focused widget is asked if it wants a key for itself; where it does, answer so.

    A widget's `event` then returns True, and the key comes as an ordinary press instead of being a shortcut.
    """
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride or not wants(event):
        return False
    event.accept()
    return True


def is_override_of(event: QEvent | None, *keys: Qt.Key) -> bool:
    """Tell the same of certain keys, whatever is held with them."""
    return is_override(event, lambda pressed: pressed.key() in keys)


def is_space_override(event: QEvent | None) -> bool:
    """Tell the same of Space by itself."""
    return is_override(event, _is_space)


def _is_space(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.NoModifier


def is_plain(event: QKeyEvent) -> bool:
    """Return whether nothing is held with a key; that it is one of the number pad does not count."""
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
