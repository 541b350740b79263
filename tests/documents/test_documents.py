"""What is open: saved, opened, listed and dropped by real keys and events, and never lost without a question."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PyQt6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PyQt6.QtGui import QDragEnterEvent, QDropEvent
from PyQt6.QtWidgets import QApplication, QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from nnviz.app.application import App
from nnviz.documents.open_any import find_document
from nnviz.model.breakpoints import Breakpoint, LineReached
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.session import Session
from nnviz.model.session_file.file import save_session
from nnviz.views import file_dialogs

Open = Callable[..., App]
CONTROL = Qt.KeyboardModifier.ControlModifier


def press(qtbot: QtBot, app: App, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget() or app.window.centralWidget(), key, modifier)


def edit(app: App, rate: float = 0.25) -> None:
    """Make an edit that running the scenario again would not bring back."""
    scenario = app.controller.snapshot.scenario
    optimiser = replace(scenario.optimiser, learning_rate=rate)
    app.controller.editing.change_scenario(replace(scenario, optimiser=optimiser), "Learning rate")


def session_file(path: Path, updates: int = 30, scenario: str = "circle") -> Path:
    session = Session(Scenario.load(scenario))
    session.step_update(updates)
    save_session(session, path)
    return path


def wait_for(qtbot: QtBot, app: App, path: Path) -> None:
    """Wait until a file is open: it is read in the background."""
    qtbot.waitUntil(lambda: app.documents.document.path == path)


def open_file(qtbot: QtBot, app: App, path: Path) -> None:
    app.documents.open_file(path)
    wait_for(qtbot, app, path)


def drop(app: App, *urls: QUrl) -> None:
    data = QMimeData()
    data.setUrls(list(urls))
    where, button, none = QPoint(400, 300), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    handle = app.window.windowHandle()
    QApplication.sendEvent(handle, QDragEnterEvent(where, Qt.DropAction.CopyAction, data, button, none))
    assert app.window.drop.isVisible()
    # Qt delivers a drop only to where its own drag is.
    app.window.drop.dropEvent(QDropEvent(QPointF(where), Qt.DropAction.CopyAction, data, button, none))
    assert not app.window.drop.isVisible()


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, Path | None]:
    """Answer the file dialogs."""
    answers: dict[str, Path | None] = {"open": None, "save": tmp_path / "mine.nnviz"}
    monkeypatch.setattr(file_dialogs, "ask_open", lambda *_: answers["open"])
    monkeypatch.setattr(file_dialogs, "ask_save", lambda *_: answers["save"])
    return answers


class TestSaving:
    def test_that_a_saved_session_opens_where_it_stood_with_its_bits_and_its_desk(
        self, open_app: Open, qtbot: QtBot, chosen: dict, tmp_path: Path
    ) -> None:
        app = open_app("xor")
        app.controller.stepping.advance(20, 4)
        edit(app)
        app.controller.stepping.advance(5, 3)
        app.controller.line_breakpoints.toggle(7)
        app.controller.selecting.select_sample(2)
        app.controller.running.set_speed(10.0)
        app.window.actions_by_name["rows"].trigger()
        press(qtbot, app, Qt.Key.Key_S, CONTROL)
        before = app.controller.snapshot
        points = app.controller.breakpoints.all
        chosen["open"] = chosen["save"]
        app.documents.open_shipped("circle")
        app.controller.breakpoints.clear()
        press(qtbot, app, Qt.Key.Key_O, CONTROL)
        wait_for(qtbot, app, tmp_path / "mine.nnviz")
        after = app.controller.snapshot
        assert after.position == before.position
        for name, value in before.values.items():
            np.testing.assert_array_equal(after.values[name], value)
        assert app.controller.breakpoints.all == points == (Breakpoint(LineReached("dW2")),)
        assert app.controller.selection.sample == 2
        assert app.controller.run_state.speed == 10.0
        assert app.window.actions_by_name["rows"].isChecked()
        assert app.window.windowTitle() == "mine[*] – nnviz"

    def test_that_saving_again_asks_nothing_and_save_as_does(
        self, open_app: Open, qtbot: QtBot, chosen: dict, tmp_path: Path
    ) -> None:
        app = open_app("xor")
        edit(app)
        assert app.window.isWindowModified()
        press(qtbot, app, Qt.Key.Key_S, CONTROL)
        assert not app.window.isWindowModified()
        size = (tmp_path / "mine.nnviz").stat().st_mtime_ns
        chosen["save"] = tmp_path / "other.nnviz"
        app.controller.stepping.advance(3, 0)
        assert app.window.isWindowModified()
        press(qtbot, app, Qt.Key.Key_S, CONTROL)
        assert (tmp_path / "mine.nnviz").stat().st_mtime_ns > size
        assert not (tmp_path / "other.nnviz").exists()
        press(qtbot, app, Qt.Key.Key_S, CONTROL | Qt.KeyboardModifier.ShiftModifier)
        assert (tmp_path / "other.nnviz").exists()
        assert app.window.windowTitle() == "other[*] – nnviz"

    def test_that_what_cannot_be_saved_is_reported_and_stays_unsaved(
        self, open_app: Open, qtbot: QtBot, chosen: dict, tmp_path: Path
    ) -> None:
        app = open_app("xor")
        edit(app)
        chosen["save"] = tmp_path / "no folder" / "mine.nnviz"
        press(qtbot, app, Qt.Key.Key_S, CONTROL)
        assert "mine.nnviz was not saved" in app.window.notice.text()
        assert app.window.isWindowModified()

    def test_that_an_exported_scenario_opens_as_the_same_one(
        self, open_app: Open, qtbot: QtBot, chosen: dict, tmp_path: Path
    ) -> None:
        app = open_app("circle")
        chosen["save"] = chosen["open"] = tmp_path / "mine.json"
        app.window.actions_by_name["export"].trigger()
        before = app.controller.snapshot.values["W1"]
        press(qtbot, app, Qt.Key.Key_O, CONTROL)
        wait_for(qtbot, app, tmp_path / "mine.json")
        assert app.controller.snapshot.scenario.name == "mine"
        np.testing.assert_array_equal(app.controller.snapshot.values["W1"], before)
        assert app.documents.document.kind == "scenario"


class TestAsking:
    def test_that_a_scenario_that_was_merely_run_is_left_without_a_question(self, open_app: Open, qtbot: QtBot) -> None:
        app = open_app("xor")
        app.controller.stepping.advance(50, 3)
        app.controller.line_breakpoints.toggle(7)
        app.controller.stepping.restart()
        app.controller.stepping.advance(20, 0)
        app.controller.stepping.step_back_update()
        app.documents.open_shipped("circle")
        assert app.controller.snapshot.scenario.name == "circle"
        with qtbot.waitSignal(app.documents.close_allowed):
            app.window.close()

    @pytest.mark.parametrize("what", ["edit", "branch", "name", "settings at the start"])
    def test_that_work_is_not_left_without_a_question(self, open_app: Open, what: str) -> None:
        app = open_app("xor")
        if what != "settings at the start":
            app.controller.stepping.advance(10, 0)
        if what == "branch":
            app.controller.stepping.seek(4)
        if what == "name":
            app.controller.editing.rename_branch("branch 1", "mine")
        else:
            edit(app)
        app.window.close()
        assert app.window.isVisible()
        assert app.window.question.isVisible()
        assert app.window.question.text() == "Save the changes to “XOR” before closing?"

    def test_that_what_was_undone_is_no_work(self, open_app: Open) -> None:
        app = open_app("xor")
        app.controller.stepping.advance(10, 0)
        edit(app)
        assert app.window.isWindowModified()
        app.controller.editing.undo()
        assert not app.window.isWindowModified()
        edit(app, 0.1)
        assert app.window.isWindowModified()

    def test_that_another_edit_in_the_place_of_a_saved_one_is_work(
        self, open_app: Open, qtbot: QtBot, chosen: dict
    ) -> None:
        app = open_app("xor")
        app.controller.stepping.advance(10, 0)
        edit(app)
        press(qtbot, app, Qt.Key.Key_S, CONTROL)
        app.controller.editing.undo()
        edit(app, 0.125)
        assert app.window.isWindowModified()

    def test_that_a_session_is_work_once_it_was_run_on_but_not_when_it_was_looked_back_at(
        self, open_app: Open, qtbot: QtBot, tmp_path: Path
    ) -> None:
        app = open_app("xor")
        open_file(qtbot, app, session_file(tmp_path / "s.nnviz"))
        app.controller.stepping.step_back_update()
        app.controller.stepping.step_back_epoch()
        assert not app.window.isWindowModified()
        app.controller.stepping.to_newest()
        app.controller.stepping.step_line()
        assert app.window.isWindowModified()

    def test_that_cancel_keeps_everything_and_the_bar_shows_it(self, open_app: Open, qtbot: QtBot) -> None:
        app = open_app("xor")
        edit(app)
        chooser = app.window.transport.findChild(QComboBox, "scenario")
        index = chooser.findData("sine")
        chooser.setCurrentIndex(index)
        chooser.activated.emit(index)
        assert app.window.question.isVisible()
        press(qtbot, app, Qt.Key.Key_Escape)
        assert not app.window.question.isVisible()
        assert app.controller.snapshot.scenario.name == "xor"
        assert chooser.currentData() == "xor"

    def test_that_enter_saves_and_then_does_what_was_wanted(
        self, open_app: Open, qtbot: QtBot, chosen: dict, tmp_path: Path
    ) -> None:
        app = open_app("xor")
        edit(app)
        app.controller.running.start()
        app.documents.open_shipped("circle")
        assert not app.controller.run_state.running, "a run pauses while it is asked"
        qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QPushButton))
        press(qtbot, app, Qt.Key.Key_Return)
        assert (tmp_path / "mine.nnviz").exists()
        assert app.controller.snapshot.scenario.name == "circle"

    def test_that_saving_that_is_not_finished_keeps_what_is_open(
        self, open_app: Open, qtbot: QtBot, chosen: dict
    ) -> None:
        app = open_app("xor")
        edit(app)
        chosen["save"] = None
        app.documents.open_shipped("circle")
        qtbot.mouseClick(app.window.question.findChild(QPushButton, "save"), Qt.MouseButton.LeftButton)
        assert app.controller.snapshot.scenario.name == "xor"
        assert app.window.isWindowModified()

    def test_that_dont_save_closes_and_leaves_nothing_behind(
        self, open_app: Open, qtbot: QtBot, tmp_path: Path
    ) -> None:
        app = open_app("xor")
        edit(app)
        app.documents.save_for_recovery()
        assert list((tmp_path / "recovery").glob("*.nnviz"))
        app.window.close()
        with qtbot.waitSignal(app.documents.close_allowed):
            qtbot.mouseClick(app.window.question.findChild(QPushButton, "lose"), Qt.MouseButton.LeftButton)
        assert not app.window.isVisible()
        app.documents.end()
        assert list((tmp_path / "recovery").iterdir()) == []

    def test_that_a_question_outlives_another_theme(self, open_app: Open, qtbot: QtBot) -> None:
        app = open_app("xor")
        edit(app)
        app.window.close()
        before = app.window
        next(a for a in app.window.menus["theme"].actions() if a.data() == "dark").trigger()
        qtbot.waitUntil(lambda: app.window is not before)
        assert app.window.question.isVisible()
        assert app.window.isWindowModified()


class TestStarting:
    def test_that_a_session_from_the_command_line_stands_where_it_stood_with_its_desk(
        self, qtbot: QtBot, settings: QSettings, tmp_path: Path
    ) -> None:
        session = Session(Scenario.load("circle"))
        session.step_update(12)
        session.step_line(3)
        path = tmp_path / "s.nnviz"
        save_session(session, path, {"breakpoints": [{"kind": "line", "symbol": "dW2"}], "convention": "rows"})
        found = find_document(str(path))
        app = App(found.start, settings, found.path)
        app.start()
        assert app.controller.snapshot.position == session.position
        assert app.controller.breakpoints.all == (Breakpoint(LineReached("dW2")),)
        assert app.window.actions_by_name["rows"].isChecked()
        assert app.window.windowTitle() == "s[*] – nnviz"
        assert not app.window.isWindowModified()
        assert [a.data() for a in app.window.recent.actions() if a.data()] == [str(path)]
        app.dispose()

    @pytest.mark.slow
    def test_that_a_picture_of_a_session_goes_on_from_where_it_stood(self, tmp_path: Path) -> None:
        picture = tmp_path / "s.png"
        arguments = ["snapshot", str(session_file(tmp_path / "s.nnviz")), "--lines", "3", "--out", str(picture)]
        done = subprocess.run([sys.executable, "-m", "nnviz", *arguments], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        assert picture.exists()


class TestFiles:
    def test_that_recent_files_are_listed_newest_first_and_a_missing_one_is_reported_and_dropped(
        self, open_app: Open, qtbot: QtBot, tmp_path: Path
    ) -> None:
        app = open_app("xor")
        assert not app.window.recent.isEnabled()
        paths = [session_file(tmp_path / f"s{number}.nnviz") for number in range(12)]
        for path in paths:
            open_file(qtbot, app, path)
        listed = [a.data() for a in app.window.recent.actions() if a.data()]
        assert listed == [str(path) for path in reversed(paths[2:])]
        paths[5].unlink()
        next(a for a in app.window.recent.actions() if a.data() == str(paths[5])).trigger()
        assert "s5.nnviz no longer exists" in app.window.notice.text()
        next(a for a in app.window.recent.actions() if a.data() == str(paths[7])).trigger()
        wait_for(qtbot, app, paths[7])
        assert app.window.windowTitle() == "s7[*] – nnviz"
        assert [a.data() for a in app.window.recent.actions() if a.data()][:2] == [str(paths[7]), str(paths[11])]
        app.window.recent.actions()[-1].trigger()
        assert not app.window.recent.isEnabled()

    def test_that_a_dropped_file_is_opened_by_what_it_holds(self, open_app: Open, qtbot: QtBot, tmp_path: Path) -> None:
        app = open_app("xor")
        odd = session_file(tmp_path / "odd name.json")
        drop(app, QUrl.fromLocalFile(str(odd)))
        wait_for(qtbot, app, odd)
        assert app.controller.snapshot.position.update == 30
        path = tmp_path / "plain.json"
        Scenario.load("sine").save(path)
        drop(app, QUrl.fromLocalFile(str(path)), QUrl.fromLocalFile(str(odd)))
        wait_for(qtbot, app, path)
        assert app.controller.snapshot.scenario.name == "plain"

    def test_that_what_is_neither_and_what_is_elsewhere_is_reported_and_nothing_changes(
        self, open_app: Open, qtbot: QtBot, tmp_path: Path
    ) -> None:
        app = open_app("xor")
        picture = tmp_path / "picture.png"
        app.window.grab().save(str(picture))
        drop(app, QUrl.fromLocalFile(str(picture)))
        # Which line of Python makes samples of it stands where its samples would be.
        qtbot.waitUntil(lambda: "a file of PNG" in app.window.panels.imports.problem.text())
        drop(app, QUrl("https://example.org/s.nnviz"))
        assert "Only files on this computer" in app.window.notice.text()
        cut = tmp_path / "cut.nnviz"
        cut.write_bytes(session_file(tmp_path / "whole.nnviz").read_bytes()[:-200])
        drop(app, QUrl.fromLocalFile(str(cut)))
        qtbot.waitUntil(lambda: "“cut.nnviz” was not opened" in app.window.notice.text())
        assert app.controller.snapshot.scenario.name == "xor"

    def test_that_a_drop_onto_unsaved_work_asks_first(self, open_app: Open, qtbot: QtBot, tmp_path: Path) -> None:
        app = open_app("xor")
        edit(app)
        drop(app, QUrl.fromLocalFile(str(session_file(tmp_path / "s.nnviz"))))
        qtbot.waitUntil(app.window.question.isVisible)
        assert app.controller.snapshot.scenario.name == "xor"
        qtbot.mouseClick(app.window.question.findChild(QPushButton, "lose"), Qt.MouseButton.LeftButton)
        assert app.controller.snapshot.scenario.name == "circle"

    def test_that_a_faulty_desk_is_reported_and_the_session_opened(
        self, open_app: Open, qtbot: QtBot, tmp_path: Path
    ) -> None:
        app = open_app("xor")
        path = tmp_path / "s.nnviz"
        desk = {"breakpoints": [{"kind": "line", "symbol": "dW2"}, {"kind": "nonsense"}, 3], "speed": -1, "new": {}}
        save_session(Session(Scenario.load("circle")), path, desk)
        open_file(qtbot, app, path)
        assert app.controller.snapshot.scenario.name == "circle"
        assert app.controller.breakpoints.all == (Breakpoint(LineReached("dW2")),)
        for word in ("nonsense", "speed"):
            assert word in app.window.notice.text()
