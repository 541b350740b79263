"""What the notice bar says of an edit goes with the edit."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from nnviz.app.application import App
from nnviz.model.breakpoints import LineReached, SizeAbove
from nnviz.model.session.selection import Cell

Open = Callable[[str], App]

pytestmark = pytest.mark.slow


def edit_the_past(app: App) -> None:
    app.controller.stepping.step_update()
    app.controller.stepping.step_update()
    app.controller.stepping.step_back_update()
    app.controller.editing.set_value(Cell("W1", 0, 0), 0.25)
    assert "started branch 2" in app.window.notice.text()


def test_that_a_branch_that_was_undone_is_no_longer_announced(open_app: Open) -> None:
    app = open_app("xor")
    edit_the_past(app)
    app.controller.stepping.step_update()
    assert "started branch 2" in app.window.notice.text()
    app.controller.editing.undo()
    assert app.window.notice.text() == ""


def test_that_a_branch_that_was_discarded_is_no_longer_announced(open_app: Open) -> None:
    app = open_app("xor")
    edit_the_past(app)
    app.controller.editing.switch_branch("branch 1")
    assert "started branch 2" in app.window.notice.text()
    app.controller.editing.discard_branch("branch 2")
    assert app.window.notice.text() == ""


def test_that_a_network_that_is_back_does_not_restart(open_app: Open) -> None:
    app = open_app("xor")
    app.controller.stepping.step_update()
    scenario = app.controller.snapshot.scenario
    first = replace(scenario.layers[0], units=5)
    app.controller.editing.change_scenario(replace(scenario, layers=(first, *scenario.layers[1:])), "5 units")
    assert "restarts" in app.window.notice.text()
    app.controller.editing.undo()
    assert app.window.notice.text() == ""


def test_that_undoing_leaves_what_was_reported_of_something_else(open_app: Open) -> None:
    app = open_app("xor")
    edit_the_past(app)
    app.notices.show_problem("The disk is full.")
    app.controller.editing.undo()
    assert app.window.notice.text() == "The disk is full."


def test_that_another_scenario_has_no_notice_of_the_last_one(open_app: Open) -> None:
    app = open_app("xor")
    edit_the_past(app)
    app.documents.open_shipped("circle")
    app.documents.answer("lose", app.window)
    assert app.controller.snapshot.scenario.name == "circle"
    assert app.window.notice.text() == ""


def test_that_a_notice_of_an_edit_undoes_it_and_moves_nothing(open_app: Open, qtbot: QtBot) -> None:
    app = open_app("xor")
    app.window.resize(1280, 720)
    QApplication.processEvents()
    panels = {name: panel.geometry() for name, panel in app.window.panels.made().items()}
    scenario = app.controller.snapshot.scenario
    first = replace(scenario.layers[0], units=5)
    app.controller.editing.change_scenario(replace(scenario, layers=(first, *scenario.layers[1:])), "5 units")
    QApplication.processEvents()
    notice = app.window.notice
    assert notice.isVisible()
    assert {name: panel.geometry() for name, panel in app.window.panels.made().items()} == panels
    place = app.window.timeline.mapFromGlobal(notice.mapToGlobal(notice.rect().bottomLeft()))
    assert app.window.timeline.rect().contains(place), "it is over the left end of the timeline"
    assert place.x() < 20
    undo = next(button for button in notice.findChildren(QPushButton) if button.text() == "Undo")
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert app.controller.snapshot.scenario is scenario
    assert not notice.isVisible()


def test_that_what_could_not_be_done_is_over_when_something_is_undone(open_app: Open) -> None:
    app = open_app("xor")
    app.controller.editing.set_value(Cell("W1", 0, 0), 0.5)
    app.controller.editing.set_value(Cell("W1", 0, 0), "no number")
    assert app.window.notice.text()
    app.controller.editing.undo()
    assert app.window.notice.text() == ""


def test_that_the_number_that_a_stop_speaks_of_is_one_click_away(open_app: Open, qtbot: QtBot) -> None:
    app = open_app("xor")
    app.controller.breakpoints.add(SizeAbove(bound=0.4, quantity="delta"))
    app.controller.stepping.step_update()
    app.controller.selecting.select_cell(Cell("W1", 0, 0))
    go = next(each for each in app.window.notice.findChildren(QPushButton) if each.text() == "Go there")
    qtbot.mouseClick(go, Qt.MouseButton.LeftButton)
    assert app.controller.selection.cell is not None
    assert app.controller.selection.cell.symbol == "delta2"
    assert "Stopped at" in app.window.notice.text(), "it is still true"


def test_that_a_stop_at_a_line_has_nowhere_else_to_go(open_app: Open) -> None:
    app = open_app("xor")
    app.controller.breakpoints.add(LineReached("delta1"))
    app.controller.stepping.step_update()
    notice = app.window.notice.notice()
    assert notice is not None
    assert notice.action == ""
