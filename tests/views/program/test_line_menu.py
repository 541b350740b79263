"""The context menu of a line of the program has the verbs of a debugger."""

import pytest
from PyQt6.QtCore import QPoint
from PyQt6.QtWidgets import QApplication

from nnviz.model.breakpoints import Breakpoint, LineReached
from nnviz.model.scenario.file import find_scenario
from nnviz.model.session.session import Session
from nnviz.views.program import ProgramPanel
from nnviz.views.theme import LIGHT


@pytest.fixture
def panel(qtbot):
    made = ProgramPanel(LIGHT)
    qtbot.addWidget(made)
    made.show_snapshot(Session(find_scenario("xor")).snapshot())
    return made


def choose(panel: ProgramPanel, line: int, text: str) -> None:
    panel.rows.menu_requested.emit(line, QPoint())
    action = next(action for action in panel.line_menu.actions() if action.text().startswith(text))
    action.trigger()
    panel.line_menu.hide()


@pytest.mark.parametrize(
    ("text", "signal", "asked"),
    [
        ("Run to here", "line_run_requested", 9),
        ("Set a breakpoint here", "breakpoint_requested", 9),
        ("Explain its result", "line_requested", 9),
        ("Watch", "watch_requested", "norm(delta1)"),
    ],
)
def test_that_a_verb_asks_for_what_it_says(panel, qtbot, text, signal, asked):
    with qtbot.waitSignal(getattr(panel, signal)) as emitted:
        choose(panel, 9, text)
    assert emitted.args == [asked]


def test_that_a_number_is_watched_itself(panel, qtbot):
    with qtbot.waitSignal(panel.watch_requested) as emitted:
        choose(panel, 5, "Watch L")
    assert emitted.args == ["L"]


def test_that_a_breakpoint_that_is_there_can_be_removed_and_disabled(panel, qtbot):
    panel.show_breakpoints([Breakpoint(LineReached("delta1"))])
    with qtbot.waitSignal(panel.breakpoint_requested):
        choose(panel, 9, "Remove the breakpoint")
    with qtbot.waitSignal(panel.breakpoint_switch_requested):
        choose(panel, 9, "Disable the breakpoint")


def test_that_the_formula_is_copied(panel):
    choose(panel, 9, "Copy the formula")
    clipboard = QApplication.clipboard()
    assert clipboard is not None
    assert clipboard.text() == panel.rows.formula(9)
