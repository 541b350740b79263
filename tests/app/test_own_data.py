"""A person's own data in the window: from a file, from the clipboard, drawn; and what cannot be read."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.app.application import App
from nnviz.documents.open_any import find_document
from nnviz.views import file_dialogs

Open = Callable[..., App]


def table(path: Path, faulty: str = "") -> Path:
    rng = np.random.default_rng(0)
    rows = [f"{x:.3f},{y:.3f},{'in' if x * x + y * y < 1 else 'out'}" for x, y in rng.normal(size=(60, 2))]
    if faulty:
        rows[6] = faulty
    path.write_text("\n".join(["width,height,where", *rows]), encoding="utf-8")
    return path


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(file_dialogs, "ask_open", lambda *_: path)


def test_that_a_table_is_shown_before_it_is_opened_and_then_trains(
    open_app: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_app("xor")
    choose(monkeypatch, table(tmp_path / "discs.csv"))
    app.window.actions_by_name["open"].trigger()
    panel = app.window.panels.imports
    assert panel.isVisible()
    assert app.controller.snapshot.scenario.name == "xor"
    qtbot.mouseClick(panel.opening, Qt.MouseButton.LeftButton)
    data = app.controller.snapshot.data
    assert data.X.shape == (2, 60)
    assert data.feature_names == ("width", "height")
    assert set(data.class_names) == {"in", "out"}
    app.controller.stepping.advance(20, 0)
    assert app.controller.snapshot.position.update == 20


def test_that_a_faulty_row_is_reported_in_place_and_the_session_stays(
    open_app: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_app("xor")
    app.controller.stepping.advance(5, 3)
    before = app.controller.snapshot
    choose(monkeypatch, table(tmp_path / "faulty.csv", faulty="0.1,tall,in"))
    app.window.actions_by_name["open_data"].trigger()
    panel = app.window.panels.imports
    assert panel.problem.isVisible()
    assert "tall" in panel.problem.text()
    assert app.controller.snapshot.position == before.position
    assert app.controller.snapshot.scenario == before.scenario


def test_that_copied_cells_of_a_spreadsheet_are_taken(open_app: Open, qtbot: QtBot) -> None:
    app = open_app("xor")
    clipboard = QApplication.clipboard()
    assert clipboard is not None
    clipboard.setText("a\tb\tclass\n" + "\n".join(f"{i}\t{i * i % 7}\t{i % 2}" for i in range(12)))
    app.window.actions_by_name["paste_data"].trigger()
    qtbot.mouseClick(app.window.panels.imports.opening, Qt.MouseButton.LeftButton)
    assert app.controller.snapshot.data.X.shape == (2, 12)
    assert app.controller.snapshot.data.n_classes == 2


def test_that_one_can_begin_with_an_empty_plane_and_draw(open_app: Open, qtbot: QtBot) -> None:
    app = open_app("xor")
    app.window.actions_by_name["draw_data"].trigger()
    qtbot.waitUntil(lambda: app.controller.snapshot.scenario.name != "xor")
    assert app.controller.snapshot.data.n_samples <= 2


def test_that_digits_are_shown_as_images_and_the_plane_comes_back(open_app: Open, qtbot: QtBot) -> None:
    app = open_app("digits")
    panels = app.window.panels
    assert panels.images.isVisible()
    app.documents.open_shipped("xor")
    assert not panels.images.isVisible()
    assert panels.boundary.isVisible()


def test_that_a_table_named_on_the_command_line_is_opened_and_what_was_found_is_reported(tmp_path: Path) -> None:
    found = find_document(str(table(tmp_path / "discs.csv")))
    assert found.session.data.X.shape == (2, 60)
    assert found.path is None
    reported = " ".join(found.notices)
    for part in ("discs.csv", "60 samples", "2 inputs", "where", "as they are"):
        assert part in reported


def test_that_a_file_that_needs_a_decision_is_shown_in_the_import_panel_and_then_opened(
    open_app: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "gap.csv"
    path.write_text("a,b,kind\n" + "1,2,x\n3,,y\n5,6,x\n7,8,y\n" * 8)
    app = open_app("xor")
    app.tools.open_dropped(path)
    panel = app.window.panels.imports
    assert panel.isVisible()
    assert "a missing value" in panel.problem.text()
    panel.form.choice("missing").choose("mean")
    qtbot.mouseClick(panel.opening, Qt.MouseButton.LeftButton)
    assert app.controller.snapshot.data.n_samples == 32


def test_that_a_cell_changed_in_the_table_of_samples_can_be_taken_back(open_app: Open, qtbot: QtBot) -> None:
    app = open_app("xor")
    app.window.summon("samples")
    table = app.window.panels.samples.table
    table.rows.setData(table.rows.index(0, 1), "0.25")
    assert app.controller.snapshot.data.raw[0, 0] == 0.25
    table.setCurrentIndex(table.rows.index(2, 1))
    assert app.controller.owner.selection.sample == 2
    app.window.actions_by_name["undo"].trigger()
    assert app.controller.snapshot.data.raw[0, 0] == 0.0
    assert table.rows.index(0, 1).data() == "0"


def test_that_the_playground_link_of_a_scenario_is_copied_and_what_differs_is_told(open_app: Open) -> None:
    app = open_app("circle")
    app.window.actions_by_name["copy_playground_link"].trigger()
    clipboard = QApplication.clipboard()
    assert clipboard is not None
    assert clipboard.text().startswith("https://playground.tensorflow.org/#activation=")
    assert "look alike" in app.window.notice.text()
    app.documents.open_shipped("planar-flower")
    app.window.actions_by_name["copy_playground_link"].trigger()
    assert "data sets that Playground has" in app.window.notice.text()
