"""What the notice bar says of an edit goes with the edit."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from nnviz.app.application import App
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
