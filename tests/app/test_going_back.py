"""Going back in time by keys, buttons and the groove."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from PyQt6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from nnviz.app.application import App
from nnviz.model.session.snapshot import Snapshot

Open = Callable[..., App]


def press(qtbot: QtBot, app: App, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(app.window.centralWidget(), key, modifier)


def assert_same(after: Snapshot, before: Snapshot) -> None:
    assert after.position == before.position
    assert set(after.values) == set(before.values)
    for name, value in before.values.items():
        np.testing.assert_array_equal(after.values[name], value)


def test_that_each_back_key_undoes_its_forward_key_to_the_last_bit(open_app: Open, qtbot: QtBot) -> None:
    app = open_app("circle")
    app.controller.stepping.advance(23, 0)
    for modifier in (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.ShiftModifier,
    ):
        before = app.controller.snapshot
        press(qtbot, app, Qt.Key.Key_Right, modifier)
        assert app.controller.snapshot.position != before.position
        press(qtbot, app, Qt.Key.Key_Left, modifier)
        assert_same(app.controller.snapshot, before)
    press(qtbot, app, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert app.controller.snapshot.position.completed == 20


def test_that_a_presenters_page_keys_step_forward_and_back(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    press(qtbot, app, Qt.Key.Key_PageDown)
    press(qtbot, app, Qt.Key.Key_PageDown)
    press(qtbot, app, Qt.Key.Key_PageUp)
    assert app.controller.snapshot.position.line == 1


def test_that_the_past_says_so_and_end_returns_from_it(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    app.controller.stepping.advance(1234, 0)
    newest = app.controller.snapshot
    assert app.window.timeline.words.readout.past == ""
    assert not app.window.actions_by_name["newest"].isEnabled()
    app.controller.stepping.seek(160)
    assert "End" in app.window.timeline.words.readout.past
    assert "1\u2009234" in app.window.timeline.words.readout.past
    press(qtbot, app, Qt.Key.Key_End)
    assert_same(app.controller.snapshot, newest)


def test_that_dragging_the_groove_goes_to_each_place_exactly(open_app: Open, qtbot: QtBot) -> None:
    app = open_app("circle")
    app.controller.stepping.advance(37, 0)
    then = app.controller.snapshot
    app.controller.stepping.advance(63, 0)
    groove = app.window.timeline
    qtbot.mousePress(groove, Qt.MouseButton.LeftButton, pos=groove.band.place_of(80).toPoint())
    assert app.controller.snapshot.position.update == 80
    place = groove.band.place_of(37).toPoint()
    qtbot.mouseMove(groove, QPoint(place.x(), place.y()))
    app.controller.stepping.seek(37)
    qtbot.mouseRelease(groove, Qt.MouseButton.LeftButton, pos=place)
    assert_same(app.controller.snapshot, then)


def test_that_the_pill_returns_to_the_newest(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    app.controller.stepping.advance(50, 0)
    app.controller.stepping.seek(10)
    groove = app.window.timeline
    qtbot.mouseClick(groove, Qt.MouseButton.LeftButton, pos=groove.words.pill.center().toPoint())
    assert app.controller.snapshot.is_newest


def test_that_stepping_on_in_the_past_repeats_what_happened(open_app: Open, qtbot: QtBot) -> None:
    app = open_app("spiral")
    app.controller.stepping.advance(40, 0)
    newest = app.controller.snapshot
    app.controller.stepping.seek(30)
    for _ in range(10):
        press(qtbot, app, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert_same(app.controller.snapshot, newest)
    assert app.controller.snapshot.is_newest


def test_that_a_change_in_the_past_begins_a_branch_and_says_so(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    app.controller.stepping.advance(50, 0)
    app.controller.stepping.seek(20)
    scenario = app.controller.snapshot.scenario
    faster = replace(scenario, optimiser=replace(scenario.optimiser, learning_rate=1.0))
    app.controller.editing.change_scenario(faster, "Learning rate 1")
    snapshot = app.controller.snapshot
    assert len(snapshot.branches) == 2
    assert snapshot.is_newest
    assert snapshot.branch in app.window.notice.text()
    branches = app.window.branches
    branches.aboutToShow.emit()
    assert [a.data() for a in branches.actions() if a.isCheckable() and a.isChecked()] == ["branch 2"]
    next(a for a in branches.actions() if a.data() == "branch 1").trigger()
    assert app.controller.snapshot.branch == "branch 1"
    assert app.controller.snapshot.newest.update == 50
    app.controller.editing.discard_branch("branch 2")
    assert len(app.controller.snapshot.branches) == 1
    app.controller.editing.undo()
    assert len(app.controller.snapshot.branches) == 2


def test_that_nothing_goes_back_before_the_start(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    for name in ("line-back", "update-back", "epoch-back"):
        assert not app.window.actions_by_name[name].isEnabled()


def test_that_an_update_that_has_not_run_is_run_to_and_can_be_stopped_on_the_way(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    app.controller.stepping.advance(5, 0)
    for typed, stops in (("300", False), ("100000000", True)):
        app.window.actions_by_name["jump"].trigger()
        qtbot.keyClicks(app.window.timeline.jump.edit, typed)
        qtbot.keyClick(app.window.timeline.jump.edit, Qt.Key.Key_Return)
        assert app.controller.run_state.running
        if stops:
            qtbot.waitUntil(lambda: app.controller.snapshot.position.update > 300)
            press(qtbot, app, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: not app.controller.run_state.running)
        assert (app.controller.snapshot.position.update == 300) != stops
