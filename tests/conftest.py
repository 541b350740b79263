"""What holds for every test: windows are drawn off screen, settings are the test's own, nothing is left running."""

import gc
import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from nnviz.blas_threads import take_one_thread

if TYPE_CHECKING:
    from PyQt6.QtCore import QSettings

    from nnviz.app.application import App

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before any QApplication
take_one_thread()  # as the app does; on a busy machine several make the small products of the tests ten times slower
os.environ["NNVIZ_ENGINE"] = "numpy"  # the fastest depends on how long compiling takes


def pytest_collection_finish() -> None:
    """Take what the imports made out of the garbage collector's sight: `nothing_left` searches the rest often."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep QSettings of this test, and of processes that it starts, in its own folder."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    if "PyQt6.QtCore" not in sys.modules:
        return
    from PyQt6.QtCore import QSettings

    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for file_format in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
        for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
            QSettings.setPath(file_format, scope, str(tmp_path / "settings"))


@pytest.fixture(autouse=True)
def nothing_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test of Qt that leaves a visible window, a running timer or a running thread behind."""
    if "qapp" not in request.fixturenames:
        yield
        return
    before = _left()
    yield
    left = [thing for thing in _left() if thing not in before]
    if left:
        gc.collect()  # what was only waiting to be collected was not left
        left = [thing for thing in _left() if thing not in before]
    names = [_stop(thing) for thing in left]
    if names:
        pytest.fail(f"the test left {', '.join(names)}")


class Launcher:
    """Starts real processes, each in a process group of its own, and knows those that they have started in turn."""

    def __init__(self) -> None:
        self._mark = f"NNVIZ_TEST_MARK={secrets.token_hex(8)}"
        self._started: list[subprocess.Popen[str]] = []

    def __call__(self, *arguments: str, **options: Any) -> "subprocess.Popen[str]":
        """Start Python with these arguments; it inherits the environment, and writes to pipes."""
        name, _, value = self._mark.partition("=")
        process = subprocess.Popen(
            [sys.executable, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, name: value, **options.pop("env", {})},
            start_new_session=True,
            **options,
        )
        self._started.append(process)
        return process

    def alive(self) -> list[int]:
        """Return the processes that are still there, also those that have left the group; on Linux alone."""
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                environment = (folder / "environ").read_bytes()
            except OSError:
                continue  # it has ended, or is another person's
            if self._mark.encode() in environment.split(b"\0"):
                found.append(int(folder.name))
        return found

    def wait_until_none_lives(self) -> None:
        """Wait for the end of all of them, for as long as a very slow machine may take."""
        deadline = time.monotonic() + 60
        while self.alive() and time.monotonic() < deadline:
            time.sleep(0.05)
        assert self.alive() == []

    def end(self) -> None:
        """End all of them, whatever has happened."""
        for process in self._started:
            process.kill()
        for number in self.alive():
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
        for process in self._started:
            process.wait()
            for stream in (process.stdout, process.stderr):
                if stream is not None:
                    stream.close()


@pytest.fixture
def launch() -> Iterator[Launcher]:
    """Return what starts processes, and ends them after the test."""
    launcher = Launcher()
    yield launcher
    launcher.end()


@pytest.fixture
def settings(tmp_path: Path) -> "QSettings":
    """Return preferences of this test's own: light, English."""
    from PyQt6.QtCore import QSettings

    made = QSettings(str(tmp_path / "nnviz.ini"), QSettings.Format.IniFormat)
    made.setValue("theme", "light")
    made.setValue("language", "en")
    return made


@pytest.fixture
def open_app(qtbot, settings: "QSettings") -> "Iterator[Callable[[str], App]]":
    """Return a function that opens the whole app, in a real window, on a scenario."""
    from nnviz.app.application import App
    from nnviz.model.scenario.file import find_scenario

    apps: list[App] = []

    def open_on(name: str = "xor") -> App:
        app = App(find_scenario(name), settings)
        apps.append(app)
        with qtbot.waitActive(app.window):
            app.start()
        return app

    yield open_on
    told = [app.window.notice.text() for app in apps if app.window.notice.isVisible()]
    for app in apps:
        app.dispose()
    # A defect in a view is told in the bar, and pytest would not hear of it.
    defects = [text for text in told if "defect" in text and "a defect for the test" not in text]
    assert defects == []


def _left() -> list:
    """Return the visible windows, active timers and running threads that Python knows."""
    from PyQt6 import sip
    from PyQt6.QtCore import QEvent, Qt, QThread, QTimer
    from PyQt6.QtWidgets import QApplication

    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # A tooltip goes by itself.
    left = [
        window
        for window in QApplication.topLevelWidgets()
        if window.isVisible() and window.windowType() != Qt.WindowType.ToolTip
    ]
    timers, threads = _with_subclasses(QTimer), _with_subclasses(QThread)
    either = timers | threads
    for thing in [thing for thing in gc.get_objects() if type(thing) in either]:  # the whole heap: keep this cheap
        if sip.isdeleted(thing) or thing is QThread.currentThread():
            continue
        if thing.isActive() if type(thing) in timers else thing.isRunning():
            left.append(thing)
    return left


def _with_subclasses(kind: type) -> set[type]:
    return {kind}.union(*(_with_subclasses(below) for below in kind.__subclasses__()))


def _stop(thing) -> str:
    """Stop what a test left, so that only this test fails, and return what it was."""
    from PyQt6.QtCore import QThread, QTimer

    if isinstance(thing, QTimer):
        owner = type(thing.parent()).__name__ if thing.parent() else "nobody"
        description = f"an active QTimer of {owner} ({thing.interval()} ms)"
        thing.stop()
    elif isinstance(thing, QThread):
        description = f"a running {type(thing).__name__}"
        thing.quit()
        thing.wait(2000)
    else:
        description = f"a visible {type(thing).__name__} {thing.windowTitle()!r}"
        thing.close()
        thing.deleteLater()
    return description
