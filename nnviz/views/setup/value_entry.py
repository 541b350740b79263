"""A line of text for a value, checked when it is entered."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import QEvent, QObject, Qt, pyqtSignal
from PyQt6.QtGui import QKeyEvent
from PyQt6.QtWidgets import QLabel, QLineEdit, QWidget

from nnviz.views.widgets.looks import set_look


class ValueEntry(QObject):
    """Makes a line edit behave like a number field: Return or Tab enters, Escape restores, faults are shown inline.

    Signals
    -------
    entered(object)
        The value of the text, when a person entered another one.

    Parameters
    ----------
    edit
        The field; it owns this object.
    parse
        Returns the value of a text, or raises `ValueError`.
    accepted
        The sentence that says what is accepted.
    frame
        What turns red while the text is not accepted; the field itself by default.
    """

    entered = pyqtSignal(object)

    def __init__(
        self, edit: QLineEdit, parse: Callable[[str], object], accepted: str, frame: QWidget | None = None
    ) -> None:
        super().__init__(edit)
        self._edit = edit
        self._frame = frame or edit
        self._parse = parse
        self._accepted = accepted
        self._shown = ""
        self._error = QLabel(edit.parentWidget())
        self._error.setProperty("role", "fault")
        self._error.setWordWrap(True)
        self._error.setVisible(False)
        edit.installEventFilter(self)
        edit.editingFinished.connect(self.enter)

    def error_label(self) -> QLabel:
        """Return the text that says what is accepted, to be put under the field."""
        return self._error

    def show_text(self, text: str) -> None:
        """Show a value's text; what a person is typing over the same value stays."""
        if text != self._shown:
            self._shown = text
            self._restore()

    def enter(self) -> None:
        """Accept what is in the field, or show what is accepted."""
        text = self._edit.text()
        if text == self._shown:
            self._show_problem("")
            return
        try:
            value = self._parse(text)
        except ValueError:
            self._show_problem(self._accepted)
            return
        self._show_problem("")
        self._shown = text
        self.entered.emit(value)

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """Restore the value on Escape."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self._edit.text() != self._shown:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()  # otherwise the window's shortcut takes the key
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._restore()
                return True
        return super().eventFilter(watched, event)

    def _restore(self) -> None:
        self._edit.setText(self._shown)
        self._edit.setCursorPosition(0)
        self._show_problem("")

    def _show_problem(self, problem: str) -> None:
        self._error.setText(problem)
        self._error.setVisible(bool(problem))
        set_look(self._frame, "fault", bool(problem))
