"""The checks panel knows what a person has set: no work of the update's, and gradients of two values are named."""

import pytest
from PyQt6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nnviz.model.scenario.file import find_scenario
from nnviz.model.session.session import Session
from nnviz.views.checks.panel import ChecksPanel
from nnviz.views.theme import LIGHT, apply_theme


@pytest.fixture
def panel(qtbot: QtBot) -> ChecksPanel:
    made = ChecksPanel(LIGHT)
    qtbot.addWidget(made)
    apply_theme(made, LIGHT)
    made.resize(440, 700)
    return made


def edited(lines: int, symbol: str) -> Session:
    session = Session(find_scenario("xor"))
    session.step_update(100)
    session.step_line(lines)
    session.set_value(symbol, (0, 0), 4.0)
    return session


def test_that_gradients_of_lines_that_read_two_values_are_reported(panel: ChecksPanel, qtbot: QtBot) -> None:
    session = edited(7, "W2")
    session.step_line(4)
    panel.show_snapshot(session.snapshot())
    panel.show()
    qtbot.waitUntil(lambda: panel.check is not None)
    assert panel.check.maximum < 1e-5
    assert panel.remark.text().startswith("W² was set by hand between two lines that read it")
    assert panel.remark.isVisible()


@pytest.mark.parametrize("lines", [0, 7, 12])
def test_that_an_edit_is_no_change_of_the_updates(panel: ChecksPanel, qtbot: QtBot, lines: int) -> None:
    session = edited(lines, "W1")
    if lines:
        session.step_line(15 - lines)
    panel.show_snapshot(session.snapshot())
    panel.show()
    qtbot.keyClick(panel.mode, Qt.Key.Key_Tab)
    qtbot.mouseClick(panel.mode.children()[-1], Qt.MouseButton.LeftButton)
    assert panel.bar.text() == "all changed as expected"
    assert panel.remark.text() == "Values set by hand are not counted as changes by the update."
    session.step_update()
    panel.show_snapshot(session.snapshot())
    assert not panel.remark.isVisible()


def test_that_an_edit_before_the_lines_that_read_it_brings_another_check(panel: ChecksPanel, qtbot: QtBot) -> None:
    session = Session(find_scenario("xor"))
    session.step_line(1)
    panel.show_snapshot(session.snapshot())
    panel.show()
    qtbot.waitUntil(lambda: panel.check is not None)
    first = panel.check
    session.set_value("W2", (0, 0), 4.0)
    panel.show_snapshot(session.snapshot())
    qtbot.waitUntil(lambda: panel.check is not first and panel.check is not None)
    assert panel.check.parameters["W1"].maximum < 1e-5
