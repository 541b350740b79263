"""What the first frame needs, counted, so that it cannot grow unseen; and the panels that are made after it."""

import ast
import json
import os
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
from PyQt6.QtCore import QSettings, Qt, QTimer
from PyQt6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nnviz.app.application import App
from nnviz.model.breakpoints import LossBelow
from nnviz.model.session.selection import Cell
from nnviz.views.loss import LossChoices
from nnviz.views.window.panel_rows import DRAWER, ROWS, SHEET, SHOWN_AT_FIRST

Open = Callable[..., App]

LATE = [name for name in ROWS if name not in SHOWN_AT_FIRST]

FIRST_FRAME = """
import json, os, sys
from nnviz.app.application import App, make_application
from nnviz.documents.open_any import find_document
from PyQt6.QtCore import QSettings, QTimer
from PyQt6.QtWidgets import QWidget
application = make_application(["nnviz"])
app = App(find_document("xor").start, QSettings(sys.argv[1], QSettings.Format.IniFormat))
app.start()
QTimer.singleShot(0, application.quit)
application.exec()
panels = [name for name, panel in app.window.panels.made().items()]
print(json.dumps([sorted(sys.modules), len(app.window.findChildren(QWidget)), panels]))
sys.stdout.flush()
os._exit(0)
"""


@pytest.fixture(scope="module")
def first_frame(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], int, list[str]]:
    """Return the modules, the number of widgets, and the panels of a window that has just been painted."""
    settings = tmp_path_factory.mktemp("first") / "nnviz.ini"
    line = [sys.executable, "-c", FIRST_FRAME, str(settings)]
    own = os.environ | {"TMPDIR": str(settings.parent)}  # it ends without tidying up
    ran = subprocess.run(line, env=own, capture_output=True, text=True, check=True, timeout=300)
    return tuple(json.loads(ran.stdout))


@pytest.mark.parametrize(
    "module",
    [
        *("pydantic", "annotated_types", "joblib", "numba", "torch", "sklearn"),
        *(f"nnviz.views.{name}.panel" for name in ("breakpoints", "checks", "codecheck", "compare", "examples")),
        *(f"nnviz.views.{name}.panel" for name in ("history", "images", "imports", "map", "mistakes", "watches")),
        *("nnviz.views.playground", "nnviz.views.window.help_panel", "nnviz.views.inspector.page_writer"),
        *("nnviz.model.codecheck", "nnviz.model.map", "nnviz.model.examples", "nnviz.model.playground"),
        *("nnviz.model.session_file.reading", "nnviz.model.session_file.writing", "nnviz.model.data.files.read"),
        *("nnviz.model.breakpoints.nonfinite_guard", "nnviz.model.checks.gradient", "nnviz.model.evaluator.evaluator"),
        *(
            "nnviz.model.explain.cell",
            "nnviz.model.explain.chain_rule",
            "nnviz.model.engine.compiled.source",
            "nnviz.model.session_file.debugger_state",
        ),
        *("nnviz.controller.codecheck", "nnviz.controller.map_training"),
    ],
)
@pytest.mark.slow
@pytest.mark.sample(12)
def test_that_the_first_frame_does_without(module: str, first_frame: tuple[list[str], int, list[str]]) -> None:
    assert module not in first_frame[0]


def holds_code(name: str) -> bool:
    """Return whether a module is more than the docstring of a package, which costs a start next to nothing."""
    spec = find_spec(name)
    assert spec is not None
    assert spec.origin is not None
    return len(ast.parse(Path(spec.origin).read_text(encoding="utf-8")).body) > 1


@pytest.mark.slow
def test_that_the_first_frame_makes_the_panels_that_it_shows_and_no_more_widgets_than_they_need(
    first_frame: tuple[list[str], int, list[str]],
) -> None:
    modules, widgets, panels = first_frame
    assert panels == list(SHOWN_AT_FIRST)
    assert len([name for name in modules if name.startswith("nnviz") and holds_code(name)]) <= 410
    assert widgets <= 693


def test_that_the_view_menu_names_panels_as_they_name_themselves(open_app: Open) -> None:
    app = open_app()
    shown = [action.text() for action in app.window.menus["view"].actions()]
    made = app.window.panels.by_name()
    names = [name for name in ROWS if name != "help"]
    assert shown[: len(names)] == [QApplication.translate(ROWS[name].kind, ROWS[name].title) for name in names]
    assert [action.text() for action in app.window.menus["view"].actions()] == shown
    assert made["help"].windowTitle() == ROWS["help"].title


def _wait_for_work(qtbot: QtBot, panel: QWidget) -> None:
    """Wait while a panel goes on working by itself: the examples are checked one by one."""
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in panel.findChildren(QTimer)))


@pytest.mark.parametrize("name", [name for name in LATE if name != "help"])
@pytest.mark.sample(4)
def test_that_a_panel_is_made_shown_in_front_and_hidden_by_its_entry_in_the_view_menu(
    open_app: Open, qtbot: QtBot, name: str
) -> None:
    app = open_app()
    for shown in (True, False):
        entry = next(
            action
            for action in app.window.menus["view"].actions()
            if action.text() == QApplication.translate(ROWS[name].kind, ROWS[name].title)
        )
        assert entry.isChecked() is not shown
        entry.trigger()
        assert app.window.panels.get(name).isVisible() is shown
        assert app.window.panels.get(name).isHidden() is not shown
        if shown:
            qtbot.waitUntil(lambda: not app.window.panels.get(name).visibleRegion().isEmpty())


def _show_everything(app: App) -> None:
    """Bring a run to where every kind of announcement has been made."""
    app.controller.breakpoints.add(LossBelow(0.001))
    app.controller.charting.watch("norm(dW1)")
    app.controller.stepping.advance(12, 5)
    app.controller.selecting.select_cell(Cell("dW1", 1, 0))
    app.window.actions_by_name["rows"].trigger()
    for _ in range(3):
        QApplication.processEvents()


@pytest.mark.parametrize("name", [name for name in LATE if name not in ("compare", "history")])
@pytest.mark.sample(1, "mistakes")
def test_that_a_panel_made_late_shows_what_one_shows_that_was_there(open_app: Open, qtbot: QtBot, name: str) -> None:
    pictures = []
    for early in (True, False):
        app = open_app("mnist" if name == "images" else "xor")
        if early:
            app.window.panels.get(name)
        _show_everything(app)
        assert (name in app.window.panels.made()) is (early or name == "images")
        panel = app.window.panels.get(name)
        panel.setParent(None)
        panel.resize(420, 700)
        panel.show()
        for _ in range(4):
            qtbot.wait(30)
            _wait_for_work(qtbot, panel)
        pictures.append(panel.body().grab().toImage())
        panel.close()
    assert pictures[0] == pictures[1]


def test_that_the_requests_of_a_panel_made_late_are_answered(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    app.controller.stepping.step_update()
    app.window.panels.watches.watch_requested.emit("norm(W1)")
    assert [watch.text for watch in app.controller.watches.all] == ["norm(W1)"]
    app.window.panels.checks.cell_requested.emit(Cell("dW1", 0, 0))
    assert app.controller.selection.cell == Cell("dW1", 0, 0)
    app.window.panels.compare.copy_requested.emit()
    assert len(app.controller.comparison.keys) == 1


def test_that_tabs_have_their_order_whichever_is_opened_first(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    for name in ("mistakes", "breakpoints", "checks"):
        app.window.summon(name)
    bar = app.window.docks.sheet.tabs
    assert [bar.tabText(i) for i in range(bar.count())] == ["Mistakes", "Checks", "Breakpoints"]


def test_that_a_remembered_layout_makes_the_panels_that_it_shows_and_no_others(
    open_app: Open, settings: QSettings
) -> None:
    app = open_app()
    app.window.panels.inspector.hide()
    app.window.summon("watches")
    app.window.remember()
    again = open_app()
    assert set(again.window.panels.made()) == {*SHOWN_AT_FIRST, "watches"} - {"inspector"}
    assert again.window.panels.watches.isVisible()
    assert again.window.panels.inspector.isHidden()
    settings.remove("window/panels-shown")
    older = open_app()
    # Every dock, as any of them may be shown; the tools and the drawer are closed.
    assert set(older.window.panels.made()) == set(ROWS) - {*SHEET, DRAWER}
    assert older.window.panels.boundary.isVisible()
    assert older.window.panels.inspector.isHidden()


def test_that_the_first_layout_comes_back_whatever_was_opened(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    places = {name: app.window.panels.get(name).geometry() for name in SHOWN_AT_FIRST}
    for name in ("map", "history", "help"):
        app.window.panels.get(name).show()
    app.window.panels.setup.hide()
    app.window.docks.reset()
    qtbot.waitUntil(lambda: {name: app.window.panels.get(name).geometry() for name in SHOWN_AT_FIRST} == places)
    hidden = [name for name, panel in app.window.panels.made().items() if panel.isHidden()]
    assert hidden == ["setup", "history", "map", "help"]


def test_that_another_theme_keeps_a_panel_that_was_opened_and_what_was_chosen_in_it(
    open_app: Open, qtbot: QtBot
) -> None:
    app = open_app()
    app.window.summon("map")
    app.window.panels.map.form.length.set_value(17)
    app.window.panels.codecheck.choose(("sine", "rows"))
    app.window.panels.compare.choose(("evaluations", "log"))
    app.window.panels.loss.choose(LossChoices(log=True, accuracy=True))
    chosen, old = app.window.panels.choices(), app.window
    next(action for action in old.menus["theme"].actions() if action.data() == "dark").trigger()
    qtbot.waitUntil(lambda: app.window is not old)
    assert app.window.panels.map.isVisible()
    assert app.window.panels.codecheck.isHidden()
    assert app.window.panels.choices() == chosen
    assert set(chosen) == {"loss", "map", "codecheck", "compare"}
    assert app.window.panels.map.form.to_plain()["length"] == 17
    app.window.panels.codecheck.show()
    app.controller.stepping.step_line()
    # Also one that was made between the windows has the snapshots that come.
    assert app.window.panels.codecheck in app.window.panels.with_snapshot()
    app.window.actions_by_name["rows"].trigger()
    assert app.window.convention == "rows"


def test_that_help_is_made_by_its_key(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    assert "help" not in app.window.panels.made()
    qtbot.keyClick(app.window.centralWidget(), Qt.Key.Key_F1)
    assert app.window.panels.help.isVisible()


def test_that_something_that_is_no_panel_is_an_error(open_app: Open) -> None:
    with pytest.raises(AttributeError, match="nothing"):
        _ = open_app().window.panels.nothing
