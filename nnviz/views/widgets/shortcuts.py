"""Which keys a focused widget keeps from the window's shortcuts."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import QEvent, Qt
from PyQt6.QtGui import QKeyEvent


def is_override(event: QEvent | None, wants: Callable[[QKeyEvent], bool]) -> bool:
    """Return whether an event asks a focused widget if it wants a key for itself, and it does; accept the event then.

    A widget's `event` then returns True, and the key comes as an ordinary press instead of being a shortcut.
    """
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride or not wants(event):
        return False
    event.accept()
    return True


def is_override_of(event: QEvent | None, *keys: Qt.Key) -> bool:
    """Return the same for certain keys, whatever modifiers are held."""
    return is_override(event, lambda pressed: pressed.key() in keys)


def is_space_override(event: QEvent | None) -> bool:
    """Return the same for Space without modifiers."""
    return is_override(event, _is_space)


def is_space(event: QEvent | None) -> bool:
    """Return whether an event is about Space without modifiers."""
    return isinstance(event, QKeyEvent) and _is_space(event)


def _is_space(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.NoModifier


def is_plain(event: QKeyEvent) -> bool:
    """Return whether a key is pressed without modifiers; the number pad does not count as one."""
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
