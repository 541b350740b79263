"""Buttons that Tab reaches and Space presses; a click leaves the keyboard where it is, where Space runs and stops."""

from __future__ import annotations

from PyQt6.QtCore import QEvent, Qt
from PyQt6.QtWidgets import QCheckBox, QPushButton, QToolButton, QWidget

from nnviz.views.widgets.shortcuts import is_space_override


class TabCheckBox(QCheckBox):
    """A check box that Tab reaches and a click does not."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def event(self, event: QEvent | None) -> bool:
        """Handle Space while it has the keyboard."""
        return is_space_override(event) or super().event(event)


class TabPushButton(QPushButton):
    """A button with a text."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def event(self, event: QEvent | None) -> bool:
        """Handle Space while it has the keyboard."""
        return is_space_override(event) or super().event(event)


class TabToolButton(QToolButton):
    """A button with an icon and no frame."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("bare", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def event(self, event: QEvent | None) -> bool:
        """Handle Space while it has the keyboard."""
        return is_space_override(event) or super().event(event)
