"""The size of the first window: no larger than the screen."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import QSize
from PyQt6.QtGui import QGuiApplication
from PyQt6.QtWidgets import QWidget

SIZE: Final = QSize(1440, 900)
TITLE_BAR: Final = 40
"""Height in pixels that a desktop may give the title bar."""


def fit_screen(window: QWidget) -> None:
    """Set a window's first size, or that of the screen where it is smaller."""
    window.resize(SIZE)
    screen = window.screen()
    # The screen of the offscreen platform is nobody's.
    if screen is not None and QGuiApplication.platformName() != "offscreen":
        window.resize(fitting(SIZE, screen.availableSize()))


def fitting(wanted: QSize, available: QSize) -> QSize:
    """Return the size of a window that fits a screen with its title bar, no larger than wanted."""
    return wanted.boundedTo(available - QSize(0, TITLE_BAR))
