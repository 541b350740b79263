"""Breakpoints in the window, by keys and clicks."""

from collections.abc import Callable

from PyQt6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from nnviz.app.application import App
from nnviz.views.theme import LIGHT, metrics

Open = Callable[..., App]


def press(qtbot: QtBot, app: App, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(app.window.centralWidget(), key, modifier)


def stand(app: App) -> tuple[int, int]:
    return app.controller.snapshot.position.update, app.controller.snapshot.position.line


def run_to_stop(qtbot: QtBot, app: App) -> tuple[int, int]:
    with qtbot.waitSignal(app.controller.breakpoint_stops.stopped_at):
        press(qtbot, app, Qt.Key.Key_Space)
    return stand(app)


def gutter(app: App, line: int) -> QPoint:
    rect = app.window.panels.program.rows.row_rect(line)
    # Shapes are under a lit line, dot and arrow beside the line itself.
    return QPoint(LIGHT.px(metrics.GUTTER) // 3, rect.top() + LIGHT.px(metrics.PROGRAM_ROW) // 2)


def has_dot(app: App, line: int) -> bool:
    rows = app.window.panels.program.rows
    return rows.viewport().grab().toImage().pixelColor(gutter(app, line)).name().upper() == LIGHT.breakpoint


def test_that_f9_and_then_space_stops_at_the_line_and_says_so(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    for _ in range(9):
        press(qtbot, app, Qt.Key.Key_Right)
    press(qtbot, app, Qt.Key.Key_F9)
    assert has_dot(app, 9)
    assert run_to_stop(qtbot, app) == (2, 9)
    assert not app.controller.run_state.running
    assert app.window.notice.isVisible()
    assert app.window.notice.text() == "Stopped at a breakpoint in update 2: line 9 has run: δ¹."
    assert run_to_stop(qtbot, app) == (3, 9)
    assert "update 3" in app.window.notice.text()


def test_that_stepping_on_takes_the_notice_of_the_stop_away(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    press(qtbot, app, Qt.Key.Key_Right)
    press(qtbot, app, Qt.Key.Key_F9)
    run_to_stop(qtbot, app)
    press(qtbot, app, Qt.Key.Key_Right)
    assert not app.window.notice.isVisible()


def test_that_stepping_on_leaves_other_notices(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    press(qtbot, app, Qt.Key.Key_Right)
    press(qtbot, app, Qt.Key.Key_F9)
    run_to_stop(qtbot, app)
    app.window.notice.tell("info", "something else")
    press(qtbot, app, Qt.Key.Key_Right)
    assert app.window.notice.text() == "something else"


def test_that_clicks_in_the_gutter_set_and_take_away(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    viewport = app.window.panels.program.rows.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=gutter(app, 5))
    assert has_dot(app, 5)
    assert run_to_stop(qtbot, app) == (1, 5)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=gutter(app, 5))
    assert not has_dot(app, 5)


def test_that_ctrl_f9_switches_and_ctrl_shift_f9_clears(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    clear = app.window.actions_by_name["clear_breakpoints"]
    assert not clear.isEnabled()
    press(qtbot, app, Qt.Key.Key_Right)
    press(qtbot, app, Qt.Key.Key_F9)
    press(qtbot, app, Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    assert [point.enabled for point in app.controller.breakpoints.all] == [False]
    assert not has_dot(app, 1)
    assert clear.isEnabled()
    press(qtbot, app, Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert app.controller.breakpoints.all == ()


def test_that_shift_f5_runs_back_to_the_breakpoint(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    app.controller.stepping.advance(10, 0)
    app.controller.selecting.select_line(1)
    press(qtbot, app, Qt.Key.Key_F9)
    with qtbot.waitSignal(app.controller.breakpoint_stops.stopped_at):
        press(qtbot, app, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    assert stand(app) == (10, 1)
    assert "update 10" in app.window.notice.text()


def test_that_breakpoints_outlive_the_window(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    press(qtbot, app, Qt.Key.Key_Right)
    press(qtbot, app, Qt.Key.Key_F9)
    old = app.window
    app.window.actions_by_name["presentation"].trigger()
    qtbot.waitUntil(lambda: app.window is not old)
    assert app.window.panels.program.rows.shown_row(1)[1].breakpoint is True
    assert run_to_stop(qtbot, app) == (2, 1)
    assert "update 2" in app.window.notice.text()


def test_that_a_condition_added_in_the_panel_stops_a_run_and_can_be_taken_away(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    panel = app.window.panels.breakpoints
    panel.toggleViewAction().trigger()
    panel.form.fields().field("bound").line_edit().setText("0.3")
    panel.form.add.click()
    assert [row.title for row in panel.rows] == ["the loss is below 0.3"]
    app.window.centralWidget().setFocus()
    run_to_stop(qtbot, app)
    assert float(app.controller.snapshot.values["L"][0, 0]) < 0.3
    assert "below 0.3" in app.window.notice.text()
    assert "line 5" in app.window.notice.text()
    panel.rows[0].remove.click()
    assert app.controller.breakpoints.all == ()
