"""The map in the window."""

from collections.abc import Callable

from PyQt6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nnviz.app.application import App
from nnviz.model.map import MapPlan, read_axis
from nnviz.model.scenario.file import find_scenario

Start = Callable[..., App]


def plan_of(updates: int = 60) -> MapPlan:
    return MapPlan(find_scenario("xor"), read_axis("seed=0:3"), read_axis("learning-rate=0.1,1"), updates)


def test_that_a_click_on_a_cell_opens_it_at_its_start(open_app: Start, qtbot: QtBot) -> None:
    app = open_app("xor")
    app.window.actions_by_name["map"].trigger()
    app.tools.map.start(plan_of())
    qtbot.waitUntil(lambda: not app.tools.map.state.running)
    canvas = app.window.panels.map.canvas
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=canvas.cell_rect(1, 3).center())
    scenario = app.controller.snapshot.scenario
    assert scenario.title_in("en") == "XOR · seed 3 · η 1"
    assert app.controller.snapshot.position.update == 0
    app.controller.stepping.advance(60, 0)
    result = app.tools.map.state.results[1, 3]
    assert result.metrics == app.controller.snapshot.metrics


def test_that_closing_in_the_midst_of_a_map_leaves_no_process(open_app: Start, qtbot: QtBot) -> None:
    app = open_app("xor")
    app.tools.map.start(plan_of(10**7))
    qtbot.wait(1000)
    running = app.tools.map._running
    app.tools.map.close()
    assert running is not None
    assert not running._thread.is_alive()


def test_that_another_theme_shows_the_same_map(open_app: Start, qtbot: QtBot) -> None:
    app = open_app("xor")
    app.window.actions_by_name["map"].trigger()
    app.tools.map.start(plan_of())
    qtbot.waitUntil(lambda: not app.tools.map.state.running)
    app.window.panels.map.measures.choose("reached")
    app.rebuild()
    app.window.actions_by_name["map"].trigger()
    panel = app.window.panels.map
    qtbot.waitUntil(lambda: panel.canvas.picture is not None)
    assert panel.measures.chosen_key() == "reached"
    assert "of 8 cells" in panel.status.text()
