"""Work outlives a process that ends without being closed; files of processes that live are left alone."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PyQt6.QtCore import QLockFile, QSettings, Qt
from PyQt6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from nnviz.app.application import App
from nnviz.documents import autosave
from nnviz.documents.recovery_files import RecoveryFile, leftovers
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.selection import Cell
from nnviz.model.session_file.file import open_session

Open = Callable[..., App]

CHILD = """
import sys
from PyQt6.QtCore import QSettings
from nnviz.app.application import App, make_application
from nnviz.model.scenario.scenario import Scenario
application = make_application(["nnviz"])
app = App(Scenario.load("xor"), QSettings(sys.argv[1], QSettings.Format.IniFormat))
app.start()
app.documents.begin()
app.controller.stepping.advance(1234, 0)
app.controller.line_breakpoints.toggle(7)
app.controller.editing.set_value(__import__("nnviz.model.session.selection", fromlist=["Cell"]).Cell("W1", 0, 0), 0.5)
app.documents.save_for_recovery()
print("saved", flush=True)
application.exec()
"""


@pytest.fixture
def child(settings: QSettings) -> Iterator[Callable[[], subprocess.Popen]]:
    """Return a function that starts a real process with the same settings, which has saved for a recovery."""
    started = []
    settings.sync()

    def start() -> subprocess.Popen:
        process = subprocess.Popen(
            [sys.executable, "-c", CHILD, settings.fileName()], stdout=subprocess.PIPE, env=os.environ, text=True
        )
        started.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "saved\n"
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()
        process.stdout.close()


def click(qtbot: QtBot, app: App, answer: str) -> None:
    qtbot.mouseClick(app.window.question.findChild(QPushButton, answer), Qt.MouseButton.LeftButton)


def saved(folder: Path) -> list[Path]:
    return sorted((folder / "recovery").glob("*.nnviz"))


def updates_saved(folder: Path) -> list[int]:
    return [open_session(path).session.position.update for path in saved(folder)]


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_that_what_a_killed_process_had_is_offered_and_comes_back_to_the_bit(
    open_app: Open, qtbot: QtBot, child, tmp_path: Path
) -> None:
    child().send_signal(signal.SIGKILL)
    qtbot.wait(300)
    (path,) = saved(tmp_path)
    expected = open_session(path).session
    app = open_app("circle")
    app.documents.begin()
    text = app.window.question.text()
    assert text.startswith("nnviz ended unexpectedly. Recover “XOR”, update 1\u2009234, of ")
    assert ":" in text[-9:], "the time of day"
    click(qtbot, app, "recover")
    now = app.controller.snapshot
    assert (now.scenario.name, now.position) == ("xor", expected.position)
    np.testing.assert_array_equal(now.values["W1"], expected.value("W1"))
    assert len(app.controller.breakpoints.all) == 1
    assert app.window.isWindowModified(), "what was recovered is in no file of the person's"
    assert saved(tmp_path) != [path], "it is now this process that would leave it"
    assert len(saved(tmp_path)) == 1
    app.window.close()
    assert app.window.question.text() == "Save the changes to “XOR” before closing?"


def test_that_a_living_process_is_not_robbed(open_app: Open, child, tmp_path: Path) -> None:
    child()
    app = open_app("circle")
    app.documents.begin()
    assert not app.window.question.isVisible()
    assert len(saved(tmp_path)) == 1


def leave(folder: Path, name: str = "1-1") -> Path:
    """Leave a session as a process that is gone would."""
    from nnviz.model.session.session import Session
    from nnviz.model.session_file.file import save_session

    session = Session(Scenario.load("sine"))
    session.step_update(7)
    path = folder / "recovery" / f"recovery-{name}.nnviz"
    path.parent.mkdir(exist_ok=True)
    save_session(session, path, {"name": "waves"})
    return path


def test_that_discard_takes_it_away_and_escape_keeps_it_for_another_start(
    open_app: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    first, second = leave(tmp_path, "1-1"), leave(tmp_path, "2-2")
    os.utime(first, (1e9, 1e9))
    app = open_app("xor")
    app.documents.begin()
    assert "“waves”, update 7" in app.window.question.text()
    qtbot.keyClick(app.window.question.findChild(QPushButton, "recover"), Qt.Key.Key_Escape)
    assert app.window.question.isVisible(), "there is another one"
    click(qtbot, app, "discard")
    assert not app.window.question.isVisible()
    assert second.exists()
    assert not first.exists()
    assert not list(second.parent.glob("*.lock"))
    assert app.controller.snapshot.scenario.name == "xor"


def test_that_a_faulty_one_is_reported_and_kept_aside(open_app: Open, tmp_path: Path) -> None:
    path = leave(tmp_path)
    path.write_bytes(path.read_bytes()[:-100])
    app = open_app("xor")
    app.documents.begin()
    assert not app.window.question.isVisible()
    assert f"{path.name}.faulty" in app.window.notice.text()
    assert path.with_name(f"{path.name}.faulty").exists()
    assert not path.exists()


def test_that_a_namesake_of_this_process_is_known_to_be_gone(tmp_path: Path) -> None:
    path = leave(tmp_path, f"{os.getpid()}-1")
    lock = QLockFile(str(path.with_suffix(".lock")))
    assert lock.tryLock(0)
    lock_text = path.with_suffix(".lock").read_bytes()
    lock.unlock()
    path.with_suffix(".lock").write_bytes(lock_text)
    (found,) = leftovers(path.parent, path.with_name("recovery-own.nnviz"))
    assert found.path == path
    found.release()


def test_that_two_in_one_process_leave_each_other_alone(tmp_path: Path) -> None:
    files = [RecoveryFile(tmp_path), RecoveryFile(tmp_path)]
    for file in files:
        file.write(lambda path: path.write_bytes(b"something") and None)
    assert leftovers(tmp_path, files[0].path) == ()
    for file in files:
        file.remove()
    assert list(tmp_path.iterdir()) == []


def test_that_nothing_is_left_after_closing_in_good_order(open_app: Open, qtbot: QtBot, tmp_path: Path) -> None:
    app = open_app("xor")
    app.documents.begin()
    app.controller.stepping.advance(5, 0)
    app.documents.save_for_recovery()
    assert len(saved(tmp_path)) == 1
    with qtbot.waitSignal(app.documents.close_allowed):
        app.window.close()
    app.documents.end()
    assert list((tmp_path / "recovery").iterdir()) == []


def test_that_nothing_is_saved_while_nothing_has_happened(open_app: Open, tmp_path: Path) -> None:
    app = open_app("xor")
    app.documents.begin()
    app.documents.save_for_recovery()
    assert saved(tmp_path) == []
    app.controller.stepping.advance(5, 0)
    app.documents.save_for_recovery()
    (path,) = saved(tmp_path)
    when = path.stat().st_mtime_ns
    app.controller.stepping.step_back_update()
    app.documents.save_for_recovery()
    assert path.stat().st_mtime_ns == when, "looking back is no change"
    app.controller.stepping.restart()
    app.documents.save_for_recovery()
    assert saved(tmp_path) == []


def test_that_a_pause_saves_soon(open_app: Open, qtbot: QtBot, tmp_path: Path) -> None:
    app = open_app("xor")
    app.documents.begin()
    app.controller.running.start()
    qtbot.waitUntil(lambda: app.controller.snapshot.position.update > 10)
    assert saved(tmp_path) == []
    app.controller.pause()
    qtbot.waitUntil(lambda: len(saved(tmp_path)) == 1)


def test_that_what_has_changed_is_saved_every_now_and_then(
    open_app: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(autosave, "INTERVAL", 0.05)
    app = open_app("xor")
    app.documents.begin()
    for expected in (3, 6):
        app.controller.stepping.advance(3, 0)
        qtbot.waitUntil(lambda expected=expected: updates_saved(tmp_path) == [expected])


def test_that_a_defect_saves_at_once(open_app: Open, tmp_path: Path) -> None:
    app = open_app("xor")
    app.documents.begin()
    app.controller.stepping.advance(5, 0)
    try:
        raise RuntimeError("a defect for the test")
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    assert len(saved(tmp_path)) == 1


def test_that_a_folder_that_cannot_be_written_is_reported_once(open_app: Open, tmp_path: Path) -> None:
    (tmp_path / "recovery").write_text("a file in the way")
    app = open_app("xor")
    app.documents.begin()
    app.controller.stepping.advance(5, 0)
    app.documents.save_for_recovery()
    assert "cannot be saved for recovery" in app.window.notice.text()
    app.window.notice.clear()
    app.documents.save_for_recovery()
    assert app.window.notice.text() == ""


def test_that_work_that_nobody_was_asked_about_stays_for_the_next_start(open_app: Open, tmp_path: Path) -> None:
    app = open_app("xor")
    app.documents.begin()
    app.controller.editing.rename_branch("branch 1", "mine")
    app.documents.end()
    assert len(saved(tmp_path)) == 1
    again = open_app("xor")
    again.documents.begin()
    assert again.window.question.isVisible()


def test_that_what_was_saved_before_stays_where_saving_at_the_end_fails(
    open_app: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_app("xor")
    app.documents.begin()
    app.controller.stepping.advance(3, 0)
    app.controller.editing.set_value(Cell("W1", 0, 0), 0.5)
    app.documents.save_for_recovery()
    app.controller.editing.set_value(Cell("W1", 0, 0), 0.75)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    app.documents.leave_for_next_start()
    monkeypatch.undo()
    (path,) = saved(tmp_path)
    assert open_session(path).session.value("W1")[0, 0] == 0.5
