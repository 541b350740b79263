"""The keyboard in the whole window: where Tab goes, and what Space does there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PyQt6.QtCore import QPoint, QRect, Qt
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QAbstractButton, QApplication, QWidget

from nnviz.app.application import App
from nnviz.views.panel import Panel
from nnviz.views.window.panel_rows import STAGE

Open = Callable[..., App]

_MOST_STOPS = 200


def press(app: App, key: Qt.Key) -> None:
    """Press a key in the window, whatever has the keyboard."""
    QTest.keyClick(app.window.windowHandle(), key)
    QApplication.processEvents()


def ignore(stop: QWidget) -> None:
    """Look at nothing."""


def tab_round(app: App, look: Callable[[QWidget], None] = ignore) -> list[QWidget]:
    """Return what Tab goes through until it comes back to where it began."""
    stops: list[QWidget] = []
    for _ in range(_MOST_STOPS):
        press(app, Qt.Key.Key_Tab)
        stop = QApplication.focusWidget()
        assert stop is not None
        if stops and stop is stops[0]:
            return stops
        assert stop not in stops, f"Tab is caught at {stop.accessibleName()}"
        look(stop)
        stops.append(stop)
    raise AssertionError("Tab never comes back")


def in_sight(widget: QWidget) -> bool:
    """Return whether any of a widget lies within everything that it stands in."""
    area, at = widget.rect(), widget
    while (parent := at.parentWidget()) is not None:
        area, at = area.translated(at.pos()) & parent.rect(), parent
    return not area.isEmpty()


def panel_of(widget: QWidget) -> str:
    """Return the name of the panel that a widget is in."""
    at: QWidget | None = widget
    while at is not None and not isinstance(at, Panel):
        at = at.parentWidget()
    return "" if at is None else at.objectName()


def test_that_tab_comes_to_every_panel_and_back(open_app: Open) -> None:
    stops = tab_round(open_app("xor"))
    shown = {"network", "program", STAGE[0], "boundary", "loss", "inspector"}
    assert shown <= {panel_of(stop) for stop in stops}


def test_that_tab_stops_only_at_what_can_be_seen(open_app: Open) -> None:
    def look(stop: QWidget) -> None:
        assert in_sight(stop), stop.accessibleName()

    tab_round(open_app("xor"), look)


def test_that_tab_comes_to_the_controls_in_a_heading(open_app: Open) -> None:
    names = {stop.accessibleName() or stop.objectName() for stop in tab_round(open_app("xor"))}
    assert {"accuracy", "linear"} <= names


def test_that_tab_closes_the_tool_that_covers_the_panel_that_it_comes_to(open_app: Open) -> None:
    app = open_app("xor")
    app.window.summon("checks")
    QApplication.processEvents()
    loss = app.window.panels.loss
    assert loss.visibleRegion().isEmpty()
    loss.body().setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert not loss.visibleRegion().isEmpty()
    assert app.window.panels.checks.isHidden()


def test_that_space_presses_the_button_that_has_the_keyboard(open_app: Open) -> None:
    app = open_app("xor")
    check = next(one for one in app.window.panels.loss.findChildren(QAbstractButton) if one.objectName() == "accuracy")
    check.setFocus(Qt.FocusReason.TabFocusReason)
    press(app, Qt.Key.Key_Space)
    assert check.isChecked()
    assert not app.controller.run_state.running


def test_that_space_runs_where_nothing_else_wants_it(open_app: Open) -> None:
    app = open_app("xor")
    app.window.panels.program.setFocus()
    press(app, Qt.Key.Key_Space)
    assert app.controller.run_state.running


def test_that_esc_leaves_a_field_so_that_space_runs(open_app: Open) -> None:
    app = open_app("xor")
    for field in (app.window.panels.setup.network.seed.field.line_edit(), app.window.panels.watches.entry.field):
        app.window.summon("watches")
        field.setFocus(Qt.FocusReason.TabFocusReason)
        press(app, Qt.Key.Key_Escape)
        press(app, Qt.Key.Key_Space)
        assert app.controller.run_state.running
        app.controller.pause()


@pytest.mark.parametrize("name", ["mistakes", "examples"])
@pytest.mark.parametrize("width", [900, 1440])
def test_that_a_tool_has_room_covers_no_program_and_is_closed_by_esc(open_app: Open, width: int, name: str) -> None:
    app = open_app("xor")
    app.window.resize(width, 720)
    QApplication.processEvents()
    panels = app.window.panels

    def places() -> dict[str, QRect]:
        shown = {each: panels.get(each) for each in ("program", "inspector", "network", "boundary", "loss")}
        return {each: QRect(panel.mapTo(app.window, QPoint()), panel.size()) for each, panel in shown.items()}

    before = places()
    app.window.summon(name)
    QApplication.processEvents()
    tool = QRect(panels.get(name).mapTo(app.window, QPoint()), panels.get(name).size())
    assert tool.width() >= 480
    assert not tool.intersects(places()["program"])
    if width == 1440:
        assert not tool.intersects(places()["network"])
    press(app, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert panels.get(name).isHidden()
    assert places() == before
    press(app, Qt.Key.Key_Right)
    assert app.controller.snapshot.position.line == 1, "the window has its keys back"
