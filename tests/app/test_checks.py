"""The checks panel in the window."""

from collections.abc import Callable

from PyQt6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nnviz.app.application import App
from nnviz.model.session.selection import Cell
from nnviz.model.text.numbers import scientific

Open = Callable[..., App]


def press_check(qtbot: QtBot, app: App) -> None:
    qtbot.keyClick(app.window.centralWidget(), Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)


def test_that_ctrl_g_checks_the_update_on_the_screen_and_hides_the_panel_again(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    app.controller.stepping.advance(160, 9)
    panel, badge = app.window.panels.checks, app.window.transport.check
    assert not panel.isVisible()
    assert badge.text() == ""
    press_check(qtbot, app)
    assert panel.isVisible()
    qtbot.waitUntil(lambda: badge.text() != "")
    assert panel.check is not None
    found = scientific(panel.check.maximum, 1)
    assert badge.text() == f"check ✓ {found}"
    assert not panel.visibleRegion().isEmpty()  # the inspector, which has the same place, is behind it
    press_check(qtbot, app)
    assert not panel.isVisible()


def test_that_a_click_on_a_cell_of_a_check_selects_it(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    app.controller.stepping.advance(160, 11)
    press_check(qtbot, app)
    panel = app.window.panels.checks
    qtbot.waitUntil(lambda: panel.check is not None)
    place = panel.canvas.cell_rect(0, 1, 0).center().toPoint()
    qtbot.mouseClick(panel.canvas, Qt.MouseButton.LeftButton, pos=place)
    assert app.controller.selection.cell == Cell("dW1", 1, 0)


def test_that_the_badge_goes_with_the_update_and_comes_back_with_a_check_of_the_next(
    open_app: Open, qtbot: QtBot
) -> None:
    app = open_app()
    app.controller.stepping.advance(3, 9)
    press_check(qtbot, app)
    badge = app.window.transport.check
    qtbot.waitUntil(lambda: badge.text() != "")
    app.controller.running.start()
    assert badge.text() == ""
    app.controller.pause()
    qtbot.waitUntil(lambda: badge.text() != "")


def test_that_ctrl_g_brings_the_panel_to_the_front_when_another_tool_hides_it(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    press_check(qtbot, app)
    panel = app.window.panels.checks
    app.window.summon("mistakes")
    qtbot.waitUntil(lambda: not panel.is_in_sight)
    press_check(qtbot, app)
    assert panel.is_in_sight
    assert app.window.actions_by_name["gradient_check"].isChecked()
    press_check(qtbot, app)
    assert not panel.isVisible()
    assert not app.window.actions_by_name["gradient_check"].isChecked()
