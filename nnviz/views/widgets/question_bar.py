"""A question, asked in the window and not in a dialog."""

from __future__ import annotations

from dataclasses import dataclass

from PyQt6 import sip
from PyQt6.QtCore import QEvent, Qt, pyqtSignal
from PyQt6.QtGui import QKeyEvent, QPaintEvent
from PyQt6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from nnviz.views.theme import Theme, metrics
from nnviz.views.widgets.notice_bar import paint_marked_frame
from nnviz.views.widgets.shortcuts import is_override, is_plain


@dataclass(frozen=True)
class Question:
    """What is asked.

    Attributes
    ----------
    text
        The translated question.
    answers
        (key, translated label with its mnemonic) of each button; the first one has the focus.
    escape
        The key of the answer that Esc stands for.
    """

    text: str
    answers: tuple[tuple[str, str], ...]
    escape: str


class QuestionBar(QWidget):
    """
    A bar with a question and a button for each answer; hidden while nothing is asked.

    It takes the focus, and while it has it, the keys that answer: Enter and Space press a button, the arrows go from
    one to the next, Esc is the harmless answer. Everything else in the window goes on working.

    Signals
    -------
    answered(str)
        The key of the answer; the bar has gone by then, and the focus is back where it was.

    Parameters
    ----------
    theme : Theme
    parent : QWidget, optional
    """

    answered = pyqtSignal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._question: Question | None = None
        self._focus_before: QWidget | None = None
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._row = QHBoxLayout(self)
        padding, gap = theme.px(metrics.PADDING), theme.px(metrics.GAP)
        # Room for the coloured mark on the left.
        self._row.setContentsMargins(padding + gap, gap, padding, gap)
        self._row.setSpacing(gap)
        self._row.addWidget(self._text, 1)
        self._buttons: list[QPushButton] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setVisible(False)

    def show_question(self, question: Question | None) -> None:
        """Ask a question in place of the one that is there; None ends asking. No signal."""
        if question == self._question:
            return
        if self._question is None:
            self._focus_before = QApplication.focusWidget()
        self._question = question
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            # It may be handling the click that has led here.
            button.deleteLater()
        self._buttons = []
        if question is None:
            self._text.clear()
            self.setVisible(False)
            self._restore_focus()
            return
        self._text.setText(question.text)
        first = question.answers[0][0]
        self._buttons = [self._button(key, label, primary=key == first) for key, label in question.answers]
        self.setAccessibleName(question.text)
        self.setVisible(True)
        self._buttons[0].setFocus()

    def text(self) -> str:
        """Return what is being asked; empty if nothing is."""
        return self._text.text()

    def event(self, event: QEvent | None) -> bool:
        """Keep the keys that answer from the window's actions, which have them too."""
        return is_override(event, _answers) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Answer with the harmless one on Esc."""
        if event is not None and event.key() == Qt.Key.Key_Escape and self._question is not None:
            self._answer(self._question.escape)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw the frame, and the mark that distinguishes a question from news."""
        paint_marked_frame(self, self._theme, self._theme.accent, self._theme.accent)

    def _button(self, key: str, label: str, *, primary: bool) -> QPushButton:
        button = QPushButton(label, self)
        button.setProperty("primary", primary)
        button.setObjectName(key)
        # Enter presses it although this is not a dialog.
        button.setAutoDefault(True)
        button.clicked.connect(self._clicked)
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        # A bar that is there already would show it only later, and what is not shown takes no focus.
        button.setVisible(True)
        return button

    def _clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self._answer(sender.objectName())

    def _answer(self, key: str) -> None:
        self.show_question(None)
        self.answered.emit(key)

    def _restore_focus(self) -> None:
        before, self._focus_before = self._focus_before, None
        window = self.window()
        # What had the focus may have been deleted meanwhile, with an old window or a panel's page.
        if before is not None and not sip.isdeleted(before) and before.isVisible() and before.window() is window:
            before.setFocus()
        elif window is not None:
            window.setFocus()


_KEYS = frozenset(
    {
        Qt.Key.Key_Escape,
        Qt.Key.Key_Space,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
    }
)


def _answers(event: QKeyEvent) -> bool:
    return is_plain(event) and event.key() in _KEYS
