"""A question in the window: it has the keyboard, answers once, and returns the focus."""

from collections.abc import Iterator

import pytest
from PyQt6.QtCore import QEvent, Qt
from PyQt6.QtGui import QAction
from PyQt6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from nnviz.views.theme import LIGHT, apply_theme
from nnviz.views.widgets.question_bar import Question, QuestionBar

QUESTION = Question("Save?", (("save", "&Save"), ("lose", "&Don’t save"), ("cancel", "&Cancel")), "cancel")


class Window(QWidget):
    """A bar over a field, in a window whose actions have the bar's keys too."""

    def __init__(self) -> None:
        super().__init__()
        apply_theme(self, LIGHT)
        self.field, self.bar = QLineEdit(), QuestionBar(LIGHT)
        rows = QVBoxLayout(self)
        rows.addWidget(self.bar)
        rows.addWidget(self.field)
        self.answers: list[str] = []
        self.bar.answered.connect(self.answers.append)
        self.acted: list[str] = []
        for key in ("Esc", "Space", "Right", "Left"):
            action = QAction(key, self)
            action.setShortcut(key)
            action.triggered.connect(self.act)
            self.addAction(action)

    def act(self) -> None:
        sender = self.sender()
        assert isinstance(sender, QAction)
        self.acted.append(sender.text())


@pytest.fixture
def window(qtbot) -> Iterator[Window]:
    font, colours = QApplication.font(), QApplication.palette()
    window = Window()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.field.setFocus()
    yield window
    QApplication.setFont(font)
    QApplication.setPalette(colours)


def focused() -> str:
    widget = QApplication.focusWidget()
    return "" if widget is None else widget.objectName()


def test_that_it_is_hidden_until_it_is_asked(window: Window) -> None:
    assert not window.bar.isVisible()
    window.bar.show_question(QUESTION)
    assert window.bar.isVisible()
    assert window.bar.text() == "Save?"


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        ((Qt.Key.Key_Return,), "save"),
        ((Qt.Key.Key_Space,), "save"),
        ((Qt.Key.Key_Escape,), "cancel"),
        ((Qt.Key.Key_Right, Qt.Key.Key_Return), "lose"),
        ((Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space), "cancel"),
        ((Qt.Key.Key_Tab, Qt.Key.Key_Return), "lose"),
    ],
)
def test_that_keys_answer_and_no_action_of_the_window_gets_them(
    qtbot, window: Window, keys: tuple[Qt.Key, ...], answer: str
) -> None:
    window.bar.show_question(QUESTION)
    assert focused() == "save"
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert window.answers == [answer]
    assert window.acted == []
    assert not window.bar.isVisible()
    assert window.field.hasFocus()


def test_that_a_mnemonic_answers_from_anywhere(qtbot, window: Window) -> None:
    window.bar.show_question(QUESTION)
    window.field.setFocus()
    qtbot.keyClick(window.field, Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.answers == ["lose"])


def test_that_a_click_answers(qtbot, window: Window) -> None:
    window.bar.show_question(QUESTION)
    qtbot.mouseClick(window.bar.findChild(QPushButton, "lose"), Qt.MouseButton.LeftButton)
    assert window.answers == ["lose"]


def test_that_another_question_replaces_the_first_and_returns_the_focus_to_the_same(qtbot, window: Window) -> None:
    window.bar.show_question(QUESTION)
    window.bar.show_question(Question("Recover?", (("recover", "Re&cover"), ("discard", "&Discard")), "later"))
    assert focused() == "recover"
    assert [b.text() for b in window.bar.findChildren(QPushButton) if b.isVisible()] == ["Re&cover", "&Discard"]
    window.bar.show_question(None)
    assert window.answers == []
    assert window.field.hasFocus()


def test_that_an_answer_is_given_although_what_had_the_focus_is_gone(qtbot) -> None:
    window = Window()
    qtbot.addWidget(window)
    other = QLineEdit(window)
    with qtbot.waitActive(window):
        window.show()
    other.show()
    other.setFocus()
    window.bar.show_question(QUESTION)
    other.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.mouseClick(window.findChild(QPushButton, "save"), Qt.MouseButton.LeftButton)
    assert window.answers == ["save"]
