"""Putting a text on the clipboard."""

from __future__ import annotations

from PyQt6.QtGui import QGuiApplication


def copy_text(text: str) -> None:
    """Copy a text to the clipboard, where the desktop has one."""
    clipboard = QGuiApplication.clipboard()
    if clipboard is not None:
        clipboard.setText(text)
