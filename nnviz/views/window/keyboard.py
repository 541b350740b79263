"""Who has the keyboard in the window: F6 from panel to panel, Esc and Enter back to the transport's keys."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QKeyEvent
from PyQt6.QtWidgets import QApplication, QLineEdit, QMainWindow, QWidget

from nnviz.views.panel import Panel
from nnviz.views.window.panel_rows import ROWS
from nnviz.views.window.panel_space import PanelSpace

_READING: Final = (
    *("setup", "program", "inspector", "network", "strip", "matrices"),
    *("boundary", "images", "loss", "findings"),
)
"""The order in which F6 goes from panel to panel; then the tools."""

_ENTERING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WindowKeyboard:
    """Moves the keyboard in a window.

    Parameters
    ----------
    window
        Its central widget has the keyboard when nothing else has it.
    space
        The panels, the drawer and the sheet.
    """

    def __init__(self, window: QMainWindow, space: PanelSpace) -> None:
        self._window, self._space = window, space

    def release(self) -> None:
        """Move the keyboard away from all fields: the transport's keys act."""
        column = self._window.centralWidget()
        if column is not None:
            column.setFocus(Qt.FocusReason.OtherFocusReason)

    def press(self, event: QKeyEvent) -> bool:
        """Handle a key that nothing else has had a use for; return whether it has been handled.

        Esc closes the sheet or the drawer, or leaves a field; Enter leaves a field of Setup that has been accepted.
        """
        if event.key() == Qt.Key.Key_Escape:
            self._space.close_top()
        elif event.key() not in _ENTERING or not self._has_entered():
            return False
        self.release()
        return True

    def walk(self, by: int, last: QWidget) -> None:
        """Move the keyboard to the next panel that is seen (+1), or the one before (−1); `last` comes after all."""
        made = self._space.panels.made()
        panels = dict.fromkeys(made[name] for name in (*_READING, *ROWS) if name in made)
        seen = [stop for stop in (*panels, last) if stop.isVisible() and not stop.visibleRegion().isEmpty()]
        now = QApplication.focusWidget()
        here = next((place for place, stop in enumerate(seen) if now is not None and _holds(stop, now)), None)
        start = (-1 if by > 0 else 0) if here is None else here
        for step in range(1, len(seen) + 1):
            stop = seen[(start + by * step) % len(seen)]
            if isinstance(stop, Panel):
                stop.setFocus(Qt.FocusReason.TabFocusReason)
            else:
                QWidget.setFocus(stop, Qt.FocusReason.TabFocusReason)
            after = QApplication.focusWidget()
            if after is not None and after is not now and _holds(stop, after):
                return

    def _has_entered(self) -> bool:
        """Return whether the keyboard is in a field of Setup whose value has been accepted."""
        field = QApplication.focusWidget()
        return isinstance(field, QLineEdit) and self._space.drawer.isAncestorOf(field) and not field.property("fault")


def _holds(stop: QWidget, widget: QWidget) -> bool:
    return stop is widget or stop.isAncestorOf(widget)
