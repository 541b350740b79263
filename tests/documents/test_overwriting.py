"""A file that something else has changed since it was opened or saved is asked about before it is overwritten."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PyQt6.QtCore import QSettings, Qt
from PyQt6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from nnviz.app.application import App
from nnviz.model.files.write import write_atomically
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.selection import Cell
from nnviz.model.session.session import Session
from nnviz.model.session_file.file import open_session, save_session
from nnviz.views import file_dialogs

Open = Callable[..., App]
CONTROL = Qt.KeyboardModifier.ControlModifier
CHANGED = "“mine.nnviz” was changed by another program since it was opened or saved. Overwrite it?"


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, Path | None]:
    """Answer the file dialogs."""
    answers: dict[str, Path | None] = {"save": tmp_path / "mine.nnviz"}
    monkeypatch.setattr(file_dialogs, "ask_save", lambda *_: answers["save"])
    return answers


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "mine.nnviz"
    session = Session(Scenario.load("circle"))
    session.step_update(30)
    save_session(session, path)
    return path


def press_save(qtbot: QtBot, app: App, modifier: Qt.KeyboardModifier = CONTROL) -> None:
    qtbot.keyClick(QApplication.focusWidget() or app.window.centralWidget(), Qt.Key.Key_S, modifier)


def click(qtbot: QtBot, app: App, answer: str) -> None:
    qtbot.mouseClick(app.window.question.findChild(QPushButton, answer), Qt.MouseButton.LeftButton)


def edit(app: App, value: float = 0.5) -> None:
    app.controller.editing.set_value(Cell("W1", 0, 0), value)


def value_in(path: Path) -> float:
    return float(open_session(path).session.value("W1")[0, 0])


def opened(open_app: Open, qtbot: QtBot, path: Path) -> App:
    app = open_app("xor")
    app.documents.open_file(path)
    qtbot.waitUntil(lambda: app.documents.document.path == path)
    return app


@pytest.fixture
def changed(open_app: Open, qtbot: QtBot, path: Path, chosen: dict) -> App:
    """Return an app with an edit, whose file has been saved elsewhere meanwhile, which needs no other window."""
    app = opened(open_app, qtbot, path)
    other = open_session(path).session
    other.set_value("W1", (0, 0), 0.25)
    save_session(other, path)
    edit(app)
    app.documents.save(app.window)
    return app


class TestAFileThatAnotherInstanceHasSaved:
    def test_that_it_is_asked_about_and_stays_until_then(self, changed: App, path: Path) -> None:
        assert changed.window.question.text() == CHANGED
        assert value_in(path) == 0.25
        assert changed.window.isWindowModified()

    def test_that_overwriting_overwrites_it(self, changed: App, qtbot: QtBot, path: Path) -> None:
        click(qtbot, changed, "overwrite")
        assert value_in(path) == 0.5
        assert not changed.window.isWindowModified()
        assert not changed.window.question.isVisible()
        edit(changed, 0.75)
        changed.documents.save(changed.window)
        assert value_in(path) == 0.75, "it is known again"

    def test_that_cancel_leaves_it_and_the_work(self, changed: App, qtbot: QtBot, path: Path) -> None:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        assert value_in(path) == 0.25
        assert changed.window.isWindowModified()
        assert not changed.window.question.isVisible()
        changed.documents.save(changed.window)
        assert changed.window.question.text() == CHANGED, "it is asked again"

    def test_that_it_can_be_saved_elsewhere(self, changed: App, qtbot: QtBot, path: Path, chosen: dict) -> None:
        chosen["save"] = path.with_name("other.nnviz")
        click(qtbot, changed, "save_as")
        assert value_in(path) == 0.25
        assert value_in(path.with_name("other.nnviz")) == 0.5
        assert changed.documents.document.path == path.with_name("other.nnviz")

    def test_that_a_dialog_that_is_cancelled_saves_nothing(
        self, changed: App, qtbot: QtBot, path: Path, chosen
    ) -> None:
        chosen["save"] = None
        click(qtbot, changed, "save_as")
        assert value_in(path) == 0.25
        assert changed.window.isWindowModified()

    def test_that_choosing_it_in_that_dialog_is_the_answer(self, changed: App, qtbot: QtBot, path: Path) -> None:
        click(qtbot, changed, "save_as")
        assert not changed.window.question.isVisible()
        assert value_in(path) == 0.5

    def test_that_the_answer_counts_in_a_window_that_was_rebuilt_meanwhile(
        self, changed: App, qtbot: QtBot, path: Path, chosen: dict
    ) -> None:
        changed.rebuild()
        assert changed.window.question.text() == CHANGED
        chosen["save"] = path.with_name("other.nnviz")
        click(qtbot, changed, "save_as")
        assert value_in(path.with_name("other.nnviz")) == 0.5

    def test_that_it_is_asked_in_the_language_of_the_window(self, changed: App, qtbot: QtBot, path: Path) -> None:
        old = changed.window
        next(a for a in changed.window.menus["language"].actions() if a.data() == "zh_CN").trigger()
        qtbot.waitUntil(lambda: changed.window is not old)
        assert "mine.nnviz" in changed.window.question.text()
        assert "Overwrite" not in changed.window.question.text()
        click(qtbot, changed, "overwrite")
        assert value_in(path) == 0.5

    def test_that_a_save_before_closing_asks_and_then_closes(self, changed: App, qtbot: QtBot, path: Path) -> None:
        click(qtbot, changed, "cancel")
        closed: list[bool] = []
        changed.documents.close_allowed.disconnect()
        changed.documents.close_allowed.connect(lambda: closed.append(True))
        changed.documents.ask_close()
        click(qtbot, changed, "save")
        assert changed.window.question.text() == CHANGED
        assert not closed
        click(qtbot, changed, "overwrite")
        assert closed
        assert value_in(path) == 0.5

    def test_that_cancelling_that_cancels_closing(self, changed: App, qtbot: QtBot, path: Path) -> None:
        click(qtbot, changed, "cancel")
        closed: list[bool] = []
        changed.documents.close_allowed.connect(lambda: closed.append(True))
        changed.documents.ask_close()
        click(qtbot, changed, "save")
        click(qtbot, changed, "cancel")
        assert not closed
        assert not changed.window.question.isVisible()
        assert value_in(path) == 0.25

    def test_that_save_as_onto_it_asks_too(self, changed: App, qtbot: QtBot, path: Path) -> None:
        click(qtbot, changed, "cancel")
        changed.documents.save_as(changed.window)
        assert changed.window.question.text() == CHANGED
        assert value_in(path) == 0.25


class TestOtherChanges:
    def test_that_saving_again_and_again_asks_nothing(self, open_app: Open, qtbot: QtBot, path: Path, chosen) -> None:
        app = opened(open_app, qtbot, path)
        for value in (0.25, 0.5, 0.75):
            edit(app, value)
            press_save(qtbot, app)
            assert not app.window.question.isVisible()
            assert value_in(path) == value

    def test_that_a_file_that_was_only_touched_or_copied_is_no_change(
        self, open_app: Open, qtbot: QtBot, path: Path
    ) -> None:
        app = opened(open_app, qtbot, path)
        data = path.read_bytes()
        path.unlink()
        path.write_bytes(data)
        os.utime(path, ns=(1, 1))
        edit(app)
        press_save(qtbot, app)
        assert not app.window.question.isVisible()
        assert value_in(path) == 0.5

    def test_that_a_deleted_file_is_asked_about(self, open_app: Open, qtbot: QtBot, path: Path) -> None:
        app = opened(open_app, qtbot, path)
        edit(app)
        path.unlink()
        press_save(qtbot, app)
        assert app.window.question.text().startswith("“mine.nnviz” is no longer there")
        assert not path.exists()
        click(qtbot, app, "overwrite")
        assert value_in(path) == 0.5

    def test_that_a_folder_in_its_place_is_asked_about_and_refused(
        self, open_app: Open, qtbot: QtBot, path: Path
    ) -> None:
        app = opened(open_app, qtbot, path)
        edit(app)
        path.unlink()
        path.mkdir()
        press_save(qtbot, app)
        assert app.window.question.text().startswith("“mine.nnviz” is no file any more")
        click(qtbot, app, "overwrite")
        assert "mine.nnviz was not saved." in app.window.notice.text()
        assert "found a folder" in app.window.notice.text()
        assert path.is_dir()
        assert app.window.isWindowModified()

    def test_that_a_file_that_can_no_longer_be_read_is_asked_about(
        self, open_app: Open, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        app = opened(open_app, qtbot, path)
        edit(app)
        os.utime(path)
        read = Path.open

        def refuse(asked: Path, *arguments: str) -> object:
            if asked == path:
                raise PermissionError(13, "Permission denied")
            return read(asked, *arguments)

        monkeypatch.setattr(Path, "open", refuse)
        press_save(qtbot, app)
        assert "can no longer be read" in app.window.question.text()

    def test_that_a_session_from_the_command_line_is_known_too(
        self, settings: QSettings, qtbot: QtBot, path: Path
    ) -> None:
        app = App(open_session(path), settings, path)
        try:
            app.start()
            write_atomically(path, b"something else")
            edit(app)
            app.documents.save(app.window)
            assert app.window.question.text() == CHANGED
            assert path.read_bytes() == b"something else"
        finally:
            app.dispose()


class TestExports:
    def test_that_a_scenario_that_was_changed_since_it_was_exported_is_asked_about(
        self, open_app: Open, qtbot: QtBot, tmp_path: Path, chosen: dict
    ) -> None:
        app = open_app("xor")
        path = chosen["save"] = tmp_path / "mine.json"
        app.window.actions_by_name["export"].trigger()
        ours = path.read_bytes()
        app.window.actions_by_name["export"].trigger()
        assert not app.window.question.isVisible()
        path.write_bytes(b"of an editor")
        app.window.actions_by_name["export"].trigger()
        assert "“mine.json” was changed by another program" in app.window.question.text()
        assert path.read_bytes() == b"of an editor"
        click(qtbot, app, "overwrite")
        assert path.read_bytes() == ours

    def test_that_the_opened_scenario_is_known_and_another_one_is_the_dialogs_business(
        self, open_app: Open, qtbot: QtBot, tmp_path: Path, chosen: dict
    ) -> None:
        path = tmp_path / "mine.json"
        Scenario.load("circle").save(path)
        app = opened(open_app, qtbot, path)
        path.write_bytes(b"of an editor")
        other = chosen["save"] = tmp_path / "other.json"
        other.write_bytes(b"old")
        app.window.actions_by_name["export"].trigger()
        assert other.read_bytes() != b"old"
        chosen["save"] = path
        app.window.actions_by_name["export"].trigger()
        assert path.read_bytes() == b"of an editor"
        chosen["save"] = tmp_path / "third.json"
        click(qtbot, app, "save_as")
        assert path.read_bytes() == b"of an editor"
        assert chosen["save"].read_bytes() == other.read_bytes()

    @pytest.mark.parametrize(
        ("action", "name"), [("export", "no/a.json"), ("picture", "no/a.png"), ("picture", "a.xyz")]
    )
    def test_that_what_cannot_be_written_is_reported_with_its_reason(
        self, open_app: Open, tmp_path: Path, chosen: dict, action: str, name: str
    ) -> None:
        app = open_app("xor")
        chosen["save"] = tmp_path / name
        app.window.actions_by_name[action].trigger()
        reported = app.window.notice.text()
        assert reported.startswith(f"{chosen['save'].name} was not saved.\n")
        assert "found" in reported
        assert "accepted" in reported
        assert not chosen["save"].exists()

    def test_that_a_picture_takes_the_place_of_an_old_one(self, open_app: Open, tmp_path: Path, chosen: dict) -> None:
        app = open_app("xor")
        for name, begin in (("a.png", b"\x89PNG"), ("a.JPG", b"\xff\xd8"), ("plain", b"\x89PNG")):
            chosen["save"] = tmp_path / name
            chosen["save"].write_bytes(b"old")
            app.window.actions_by_name["picture"].trigger()
            assert chosen["save"].read_bytes().startswith(begin)
