"""The field in which something is renamed, over its name."""

from __future__ import annotations

from PyQt6.QtCore import QEvent, Qt, pyqtSignal
from PyQt6.QtGui import QFocusEvent, QKeyEvent
from PyQt6.QtWidgets import QLineEdit, QWidget

from nnviz.views.theme import Theme, ui_font
from nnviz.views.widgets.looks import set_look
from nnviz.views.widgets.shortcuts import is_override_of

_LONGEST = 60
_OWN = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NameEdit(QLineEdit):
    """A field for a name.

    Signals
    -------
    left(bool)
        Escape was pressed (False), or the keyboard went elsewhere (True).
    """

    left = pyqtSignal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setFont(ui_font(theme))
        self.setMaxLength(_LONGEST)
        self.setAccessibleName(self.tr("New name of the branch"))
        self.hide()

    def event(self, event: QEvent | None) -> bool:
        """Keep Escape and Return from being the window's shortcuts."""
        return is_override_of(event, *_OWN) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Leave on Escape; nothing that is typed reaches the list."""
        if event is None:
            return
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit(False)
        else:
            super().keyPressEvent(event)
            event.accept()

    def focusOutEvent(self, event: QFocusEvent | None) -> None:
        """Leave, unless only a menu or another window has come to the front."""
        super().focusOutEvent(event)
        passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event is not None and event.reason() not in passing and self.isVisible():
            self.left.emit(True)

    def show_fault(self, *, fault: bool) -> None:
        """Turn red, or back."""
        set_look(self, "fault", fault)
