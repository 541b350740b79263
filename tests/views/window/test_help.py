"""The help: its two pages, and that each is written from the window's own keys."""

import re

import pytest
from PyQt6.QtGui import QTextDocument
from PyQt6.QtWidgets import QLabel, QWidget

from nnviz.views.theme import DARK, LIGHT
from nnviz.views.window.actions import Actions, key_text
from nnviz.views.window.help_panel import HelpPanel


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def shown_text(panel: HelpPanel) -> str:
    """Return what stands on the page, as plain text."""
    (label,) = [label for label in panel.findChildren(QLabel) if label.text().startswith("<")]
    document = QTextDocument()
    document.setHtml(label.text())
    return document.toPlainText()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_the_page_on_one_s_own_code_says_how_to_open_it_the_marks_the_keys_and_the_limits(window, qtbot, theme):
    actions = Actions(window, theme)
    panel = HelpPanel(actions, theme, window)
    panel.resize(420, 520)
    window.show()
    qtbot.waitExposed(window)
    keys = shown_text(panel)
    panel.show_page("own-code")
    text = shown_text(panel)
    assert panel.pages.chosen_key() == "own-code"
    for name in ("debug_code", "line", "line-back", "update", "inside", "next_side", "breakpoint"):
        assert key_text(actions[name]) in text
    assert all(mark in text for mark in "✓✗↳")
    assert "your rights" in text
    assert "convolutional" in text
    assert not re.search(r"%\d", text)
    panel.show_page("keys")
    assert shown_text(panel) == keys
    assert key_text(actions["run"]) in keys
