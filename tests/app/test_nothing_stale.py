"""A view never draws, tells or edits what is no longer there.

The mouse is over every thing of every view, a button is held or a menu open, when a smaller network, fewer samples,
other data, another way to learn or another branch arrives; then all is drawn, reported and used again.
"""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PyQt6.QtCore import QEvent, QPointF, Qt
from PyQt6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PyQt6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from nnviz.app.application import App
from nnviz.app.crash_reports import CrashReporter
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.selection import Cell, Selection
from nnviz.views.network.spots import Spot

Open = Callable[..., App]

NO, LEFT = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_F2, Qt.Key.Key_Escape)


@pytest.fixture
def reported(open_app: Open) -> tuple[App, list[str]]:
    """Return the app on XOR, and what has been reported as a defect."""
    app, reported = open_app("xor"), []
    reporter = app.findChild(CrashReporter)
    assert reporter is not None
    reporter.fault_found.connect(lambda summary, details: reported.append(details))
    return app, reported


def views(app: App) -> list[QWidget]:
    """Return the widgets in view that nnviz draws itself, or their viewports; no buttons and fields."""
    # By what is in its heading, a panel would be dragged away.
    places = [app.window.timeline, *(panel.body() for panel in app.window.panels.made().values())]
    found = []
    for widget in app.window.findChildren(QWidget):
        ours = [kind for kind in type(widget).__mro__ if kind.__module__.startswith("nnviz.views.")]
        draws = any("paintEvent" in vars(kind) for kind in ours) or (ours and isinstance(widget, QAbstractScrollArea))
        is_in_place = any(place is widget or (place is not None and place.isAncestorOf(widget)) for place in places)
        if draws and is_in_place and widget.isVisible() and not isinstance(widget, QAbstractButton | QLineEdit | QMenu):
            found.append(widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget)
    return found


def points(widget: QWidget) -> list[QPointF]:
    columns, rows = 9, 7
    return [
        QPointF((x + 0.5) * widget.width() / columns, (y + 0.5) * widget.height() / rows)
        for y in range(rows)
        for x in range(columns)
    ]


def mouse(widget: QWidget, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton = NO) -> None:
    held = button if kind != QEvent.Type.MouseButtonRelease else NO
    keys = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QMouseEvent(kind, at, widget.mapToGlobal(at), button, held, keys))


def point_at_everything(app: App) -> None:
    """Leave the mouse over the last of all things in each view, having been over the others."""
    for view in views(app):
        for at in points(view):
            mouse(view, QEvent.Type.MouseMove, at)


def use_everything(app: App, *, press: bool) -> None:
    """Draw each view, ask for the tooltips of its things, and use its keys."""
    for view in views(app):
        view.repaint()
        view.grab()
        for at in points(view):
            tip = QHelpEvent(QEvent.Type.ToolTip, at.toPoint(), view.mapToGlobal(at.toPoint()))
            QApplication.sendEvent(view, tip)
    if press:
        for view in views(app):
            mouse(view, QEvent.Type.MouseButtonRelease, points(view)[-1], LEFT)
    for view in views(app):
        for key in KEYS:
            event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(view, event)
        view.repaint()


def wide() -> Scenario:
    """XOR with a large network."""
    scenario = find_scenario("xor")
    hidden = replace(scenario.layers[0], units=9)
    return replace(scenario, layers=(hidden, hidden, hidden, scenario.layers[1]))


FIRST = {"wide": wide(), "three classes": find_scenario("three-class-spiral"), "images": find_scenario("digits")}
THEN = {
    "xor": find_scenario("xor"),
    "one unit": find_scenario("linear-unit"),
    "a curve": find_scenario("sine"),
    "evolution": find_scenario("xor-evolution"),
    "rows": replace(find_scenario("worked-example-2-3-1"), convention="rows"),
}
TABS = (
    ("boundary", "inspector"),
    ("images", "checks"),
    ("watches", "history"),
    ("examples", "breakpoints"),
    ("compare",),
)


@pytest.mark.slow
@pytest.mark.parametrize("first", FIRST)
@pytest.mark.parametrize("press", [False, True], ids=["hover", "held"])
@pytest.mark.parametrize("then", THEN)
@pytest.mark.sample(2)
def test_that_nothing_of_what_was_there_is_drawn_or_used_when_less_arrives(
    reported: tuple[App, list[str]], qtbot: QtBot, first: str, press: bool, then: str
) -> None:
    app, faults = reported
    app.controller.open_session(_session(FIRST[first]))
    app.controller.stepping.advance(3, 5)
    depth = app.controller.snapshot.network.depth
    app.controller.selecting.select_unit(depth, app.controller.snapshot.network.sizes[-1] - 1)
    app.controller.selecting.select_cell(Cell("W1", app.controller.snapshot.network.sizes[1] - 1, 0))
    app.controller.selecting.select_sample(app.controller.snapshot.data.n_samples - 1)
    for tab in TABS[list(THEN).index(then)]:
        app.window.docks.bring_forward(tab)
    qtbot.wait(30)
    point_at_everything(app)
    if press:
        for view in views(app):
            mouse(view, QEvent.Type.MouseButtonPress, points(view)[-3], LEFT)
            mouse(view, QEvent.Type.MouseMove, points(view)[-2], LEFT)
        qtbot.wait(1)
        app.controller.selecting.select(Selection())
    app.controller.open_session(_session(THEN[then]))
    use_everything(app, press=press)
    qtbot.wait(1)
    assert not faults, f"{first}, then {then}: {faults[0]}"
    point_at_everything(app)


def _session(scenario: Scenario):
    from nnviz.model.session.session import Session

    return Session(scenario)


@pytest.mark.parametrize("way", ["undo", "open"])
def test_that_an_edge_that_was_pointed_at_is_not_marked_in_a_smaller_network(
    reported: tuple[App, list[str]], qtbot: QtBot, way: str
) -> None:
    app, faults = reported
    scenario = app.controller.snapshot.scenario
    larger = replace(scenario, layers=(replace(scenario.layers[0], units=8), scenario.layers[1]))
    app.controller.editing.change_scenario(larger, "8 units")
    canvas = app.window.panels.network.body()
    assert canvas is not None
    place = canvas.place_of(Spot("edge", 2, 0, 7))
    mouse(canvas, QEvent.Type.MouseMove, place)
    assert canvas.hovered == Spot("edge", 2, 0, 7)
    if way == "undo":
        app.window.actions_by_name["undo"].trigger()
    else:
        app.controller.open_session(_session(find_scenario("linear-unit")))
    assert canvas.hovered is None
    for _ in range(3):
        app.window.grab()
        canvas.repaint()
        tip = QHelpEvent(QEvent.Type.ToolTip, place.toPoint(), canvas.mapToGlobal(place.toPoint()))
        QApplication.sendEvent(canvas, tip)
    qtbot.wait(1)
    assert faults == []


@pytest.mark.slow
def test_that_a_menu_that_is_open_goes_when_another_network_or_branch_arrives(
    reported: tuple[App, list[str]], qtbot: QtBot
) -> None:
    app, faults = reported
    for name in ("boundary", "matrices", "program", "inspector", "history", "watches"):
        app.controller.open_session(_session(find_scenario("xor")))
        app.controller.stepping.advance(5, 0)
        app.controller.charting.watch("L")
        app.window.summon(name)
        qtbot.wait(30)
        panel = app.window.panels.get(name)
        opened = 0
        for view in views(app):
            if not panel.isAncestorOf(view):
                continue
            for at in (point.toPoint() for point in points(view)):
                kind = QContextMenuEvent.Reason.Mouse
                QApplication.sendEvent(view, QContextMenuEvent(kind, at, view.mapToGlobal(at)))
                menu = QApplication.activePopupWidget()
                if isinstance(menu, QMenu):
                    opened += 1
                    app.controller.open_session(_session(find_scenario("linear-unit")))
                    assert QApplication.activePopupWidget() is None, f"the menu of {name}"
                    app.controller.open_session(_session(find_scenario("xor")))
                    app.controller.stepping.advance(5, 0)
                    break
        assert opened, f"no menu in {name}"
    qtbot.wait(1)
    assert faults == []
