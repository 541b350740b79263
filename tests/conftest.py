"""What holds for every test: windows are drawn off screen, settings are the test's own, nothing is left running."""

import gc
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

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
    from PyQt6.QtCore import QEvent
    from PyQt6.QtWidgets import QApplication

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
    QApplication.sendPostedEvents(None, QEvent.Type.MetaCall)  # a defect is told from the event loop
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
