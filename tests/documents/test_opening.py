"""Opening what takes long: the window lives, tells it, and lets it be cancelled; what is open stays until then."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from nnviz.app.application import App
from nnviz.documents import open_any
from nnviz.model.background.interruption import check_interrupted
from nnviz.model.data.files import text_table
from nnviz.model.data.files.source import SMALL_BYTES
from nnviz.model.scenario.file import find_scenario
from nnviz.model.session.selection import Cell

Open = Callable[..., App]


class Gate:
    """Holds a reading back, in whatever thread it runs, until it is opened or the reading is given up."""

    def __init__(self) -> None:
        self.opened, self.reached = threading.Event(), threading.Event()
        self.threads: list[threading.Thread] = []

    def pass_through(self) -> None:
        self.threads.append(threading.current_thread())
        self.reached.set()
        while not self.opened.wait(0.002):
            check_interrupted()


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """Stand in the way of every file that is opened, and of every table."""
    made, read_document, layout_of = Gate(), open_any.read_document, text_table.layout_of

    def guarded_document(path: Path) -> object:
        made.pass_through()
        return read_document(path)

    def guarded_layout(*arguments: object) -> object:
        made.pass_through()
        return layout_of(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(open_any, "read_document", guarded_document)
    monkeypatch.setattr(text_table, "layout_of", guarded_layout)
    yield made
    made.opened.set()


@pytest.fixture
def scenarios(open_app: Open, tmp_path: Path) -> list[Path]:
    """Files of two scenarios."""
    paths = []
    for name in ("circle", "sine"):
        paths.append(tmp_path / f"my-{name}.json")
        find_scenario(name).save(paths[-1])
    return paths


def large_table(folder: Path) -> Path:
    rng = np.random.default_rng(0)
    path = folder / "large.csv"
    rows = [f"{x:.9f},{y:.9f},{int(x > y)}" for x, y in rng.normal(size=(3000, 2))]
    path.write_text("\n".join(["width,height,where", *rows]), encoding="utf-8")
    assert path.stat().st_size > SMALL_BYTES
    return path


def name(app: App) -> str:
    return app.controller.snapshot.scenario.name


def reported(app: App) -> str:
    return app.window.opening.text()


def test_that_the_window_lives_while_a_file_is_read(
    open_app: Open, qtbot: QtBot, gate: Gate, scenarios: list[Path]
) -> None:
    app = open_app("xor")
    app.documents.open_file(scenarios[0])
    qtbot.waitUntil(lambda: "my-circle.json" in reported(app))
    assert app.window.opening.isVisible()
    app.window.actions_by_name["update"].trigger()
    assert name(app) == "xor"
    assert app.controller.snapshot.position.update == 1
    gate.opened.set()
    qtbot.waitUntil(lambda: name(app) == "my-circle")
    assert not app.window.opening.isVisible()
    assert gate.threads != [threading.main_thread()]


def test_that_what_comes_soon_is_opened_without_a_word(open_app: Open, qtbot: QtBot, scenarios: list[Path]) -> None:
    app = open_app("xor")
    spoken: list[str] = []
    app.documents.opening_changed.connect(lambda text: spoken.append(text))
    app.documents.open_shipped("circle")
    assert name(app) == "circle"
    assert not any(spoken)


def test_that_opening_is_cancelled_by_its_button(
    open_app: Open, qtbot: QtBot, gate: Gate, scenarios: list[Path]
) -> None:
    app = open_app("xor")
    app.documents.open_file(scenarios[0])
    qtbot.waitUntil(lambda: bool(reported(app)))
    (button,) = (b for b in app.window.opening.findChildren(QPushButton) if b.text() == "Cancel")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not app.window.opening.isVisible()
    gate.opened.set()
    qtbot.wait(50)
    assert name(app) == "xor"


def test_that_the_second_of_two_files_is_opened(
    open_app: Open, qtbot: QtBot, gate: Gate, scenarios: list[Path]
) -> None:
    app = open_app("xor")
    app.documents.open_file(scenarios[0])
    assert gate.reached.wait(5)
    app.documents.open_file(scenarios[1])
    qtbot.waitUntil(lambda: "my-sine.json" in reported(app))
    gate.opened.set()
    qtbot.waitUntil(lambda: name(app) == "my-sine")
    qtbot.wait(50)
    assert name(app) == "my-sine"
    assert app.documents.document.path == scenarios[1]


def test_that_what_is_opened_at_once_takes_the_place_of_what_is_read(
    open_app: Open, qtbot: QtBot, gate: Gate, scenarios: list[Path]
) -> None:
    app = open_app("xor")
    app.documents.open_file(scenarios[0])
    assert gate.reached.wait(5)
    app.documents.open_shipped("spiral")
    assert name(app) == "spiral"
    gate.opened.set()
    qtbot.wait(50)
    assert name(app) == "spiral"


def test_that_a_file_that_cannot_be_opened_is_reported_and_nothing_changes(
    open_app: Open, qtbot: QtBot, gate: Gate, tmp_path: Path
) -> None:
    app = open_app("xor")
    path = tmp_path / "wrong.json"
    path.write_text('{"layers": 3}')
    app.documents.open_file(path)
    qtbot.waitUntil(lambda: bool(reported(app)))
    gate.opened.set()
    qtbot.waitUntil(lambda: "“wrong.json” was not opened." in app.window.notice.text())
    assert not app.window.opening.isVisible()
    assert name(app) == "xor"


def test_that_work_done_meanwhile_is_asked_about(
    open_app: Open, qtbot: QtBot, gate: Gate, scenarios: list[Path]
) -> None:
    app = open_app("xor")
    app.documents.open_file(scenarios[0])
    assert gate.reached.wait(5)
    app.controller.editing.set_value(Cell("W1", 0, 0), 0.5)
    gate.opened.set()
    qtbot.waitUntil(lambda: "Save the changes" in app.window.question.text())
    assert name(app) == "xor"


def test_that_a_new_window_tells_what_is_being_opened(
    open_app: Open, qtbot: QtBot, gate: Gate, scenarios: list[Path]
) -> None:
    app = open_app("xor")
    app.documents.open_file(scenarios[0])
    qtbot.waitUntil(lambda: bool(reported(app)))
    before = app.window
    app.window.actions_by_name["presentation"].trigger()
    qtbot.waitUntil(lambda: app.window is not before)
    assert "my-circle.json" in reported(app)


def test_that_closing_meanwhile_leaves_nothing_behind(
    open_app: Open, qtbot: QtBot, gate: Gate, scenarios: list[Path], tmp_path: Path
) -> None:
    app = open_app("xor")
    app.documents.open_file(scenarios[0])
    assert gate.reached.wait(5)
    app.tools.open_dropped(large_table(tmp_path))
    qtbot.waitUntil(lambda: len(gate.threads) == 2)
    with qtbot.waitSignal(app.documents.close_allowed):
        app.window.close()
    app.tools.stop()
    app.documents.end()
    assert not any(thread.is_alive() for thread in gate.threads)


class TestSamples:
    """Samples are looked at in their panel before they are opened."""

    def test_that_the_window_lives_while_they_are_read_and_then_opened(
        self, open_app: Open, qtbot: QtBot, gate: Gate, tmp_path: Path
    ) -> None:
        app = open_app("xor")
        app.tools.open_dropped(large_table(tmp_path))
        panel = app.window.panels.imports
        qtbot.waitUntil(lambda: panel.found.text() == "Reading “large.csv” …")
        assert not panel.opening.isEnabled()
        app.window.actions_by_name["update"].trigger()
        assert app.controller.snapshot.position.update == 1
        gate.opened.set()
        qtbot.waitUntil(panel.opening.isEnabled)
        assert "3\N{THIN SPACE}000 samples" in panel.found.text()
        gate.opened.clear()
        qtbot.mouseClick(panel.opening, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: panel.found.text() == "Reading “large.csv” …")
        assert name(app) == "xor"
        gate.opened.set()
        qtbot.waitUntil(lambda: app.controller.snapshot.data.n_samples == 3000)
        assert not panel.isVisible()

    def test_that_cancel_gives_the_reading_up_and_keeps_what_was_found(
        self, open_app: Open, qtbot: QtBot, gate: Gate, tmp_path: Path
    ) -> None:
        app = open_app("xor")
        gate.opened.set()
        app.tools.open_dropped(large_table(tmp_path))
        panel = app.window.panels.imports
        qtbot.waitUntil(panel.opening.isEnabled)
        found = panel.found.text()
        gate.opened.clear()
        qtbot.mouseClick(panel.opening, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: panel.found.text() != found)
        qtbot.mouseClick(panel.cancelling, Qt.MouseButton.LeftButton)
        assert panel.found.text() == found
        assert panel.opening.isEnabled()
        assert panel.isVisible()
        gate.opened.set()
        qtbot.wait(50)
        assert name(app) == "xor"

    def test_that_two_choices_in_a_row_are_both_made(
        self, open_app: Open, qtbot: QtBot, gate: Gate, tmp_path: Path
    ) -> None:
        app = open_app("xor")
        gate.opened.set()
        app.tools.open_dropped(large_table(tmp_path))
        panel = app.window.panels.imports
        qtbot.waitUntil(panel.opening.isEnabled)
        gate.opened.clear()
        panel.form.choice("task").choose("regression")
        panel.form.choice("scaling").choose("standard")
        gate.opened.set()
        qtbot.waitUntil(panel.opening.isEnabled)
        assert panel.pending is not None
        assert panel.pending.options is not None
        assert panel.pending.options.task == "regression"
        assert panel.pending.scaling == "standard"

    def test_that_their_reading_ends_with_its_window(
        self, open_app: Open, qtbot: QtBot, gate: Gate, tmp_path: Path
    ) -> None:
        app = open_app("xor")
        app.tools.open_dropped(large_table(tmp_path))
        assert gate.reached.wait(5)
        before = app.window
        app.window.actions_by_name["presentation"].trigger()
        qtbot.waitUntil(lambda: app.window is not before)
        qtbot.waitUntil(lambda: not any(thread.is_alive() for thread in gate.threads))

    def test_that_another_document_takes_the_place_of_samples_being_read(
        self, open_app: Open, qtbot: QtBot, gate: Gate, tmp_path: Path
    ) -> None:
        app = open_app("xor")
        gate.opened.set()
        app.tools.open_dropped(large_table(tmp_path))
        panel = app.window.panels.imports
        qtbot.waitUntil(panel.opening.isEnabled)
        gate.opened.clear()
        qtbot.mouseClick(panel.opening, Qt.MouseButton.LeftButton)
        app.documents.open_shipped("spiral")
        gate.opened.set()
        qtbot.wait(100)
        assert name(app) == "spiral"
