"""A parameter typed over in the window: what the model holds, Undo, and a branch where it was in the past."""

from collections.abc import Callable

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.app.application import App
from nnviz.model.session.selection import Cell

Open = Callable[..., App]


def type_over(app: App, qtbot: QtBot, cell: Cell, text: str) -> None:
    app.controller.selecting.select_cell(cell)
    app.window.summon("matrices")
    canvas = app.window.panels.matrices.canvas
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_that_a_typed_number_is_what_the_model_holds_and_undo_takes_it_back(open_app: Open, qtbot: QtBot) -> None:
    app = open_app("xor")
    app.controller.stepping.advance(5, 0)
    old = app.controller.snapshot.values["W1"][0, 1]
    for text, number in (("1/3", 1 / 3), ("0,5", 0.5), ("1e-3", 1e-3)):
        type_over(app, qtbot, Cell("W1", 0, 1), text)
        assert app.controller.snapshot.values["W1"][0, 1] == number
        assert app.controller.snapshot.position.update == 5
    app.window.actions_by_name["undo"].trigger()
    assert app.controller.snapshot.values["W1"][0, 1] == old


def test_that_typing_over_a_number_of_the_past_begins_a_branch_and_says_so(open_app: Open, qtbot: QtBot) -> None:
    app = open_app("xor")
    app.controller.stepping.advance(20, 0)
    app.controller.stepping.seek(5)
    type_over(app, qtbot, Cell("b2", 0, 0), "0.25")
    snapshot = app.controller.snapshot
    assert snapshot.is_newest
    assert snapshot.branch == "branch 2"
    assert {branch.name: branch.newest.update for branch in snapshot.branches} == {"branch 1": 20, "branch 2": 5}
    assert "branch 2" in app.window.notice.text()


def test_that_what_is_no_number_is_reported_at_its_cell_and_nothing_changes(open_app: Open, qtbot: QtBot) -> None:
    app = open_app("xor")
    before = app.controller.snapshot.values["W1"]
    type_over(app, qtbot, Cell("W1", 0, 1), "one third")
    assert app.controller.snapshot.values["W1"] is before
    assert app.controller.run_state.undo is None
