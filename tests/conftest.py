"""What holds for every test: windows are drawn off screen, settings are the test's own, nothing is left running."""

import gc
import os
import secrets
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

import pytest

from nnviz.blas_threads import take_one_thread

if TYPE_CHECKING:
    from PyQt6.QtCore import QSettings
    from pytestqt.qtbot import QtBot

    from nnviz.app.application import App

TRACED = tuple(Path(__file__).parent / name for name in ("model", "scripting", "cli", "controller", "documents"))
"""Folders of tests in which the coverage of the model is measured, where it is."""

SLOW = Path(__file__).with_name("slow.txt")
"""What is slow by nothing but its time: see `slow_table.py`."""

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before any QApplication
take_one_thread()  # as the app does; on a busy machine several make the small products of the tests ten times slower
os.environ["NNVIZ_MOTION"] = "off"  # pictures are compared with what a line leaves, not with what moves
os.environ["NNVIZ_ENGINE"] = "numpy"  # the fastest depends on how long compiling takes


# The run --------------------------------------------------------------------------------------------------------------


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Let the processes of `-n` begin with equal parts of the list and take tests from one another at the end.

    A module's tests then mostly share a process and what the module keeps (`@cache`, fixtures), as with `loadfile`; but
    with that one process is left at the end with a long file, and with `load` each process makes all of it.
    """
    if config.getoption("numprocesses", None) and config.getoption("dist", "no") == "no":
        config.option.dist = "worksteal"


def pytest_pycollect_makemodule(module_path: Path) -> None:
    """Set up hypothesis before the first module that uses it is imported; the import takes most of a second."""
    if "hypothesis" not in sys.modules and "hypothesis" in module_path.read_text(encoding="utf-8"):
        from hypothesis import settings

        # CI draws the same examples each time, so that it never fails at what another change did.
        settings.register_profile("ci", derandomize=True, deadline=None, database=None, print_blob=True)
        settings.register_profile("developer", deadline=None)
        settings.load_profile("ci" if os.environ.get("CI") else "developer")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that runs what the marker `sample` leaves out."""
    parser.addoption("--exhaustive", action="store_true", help="run tests marked 'sample' with all of their parameters")


@pytest.hookimpl(tryfirst=True)  # before `-m` chooses
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Draw samples; mark as slow what opens the window or is known to be; measure no coverage in tests of panels.

    The coverage of the model is what is held. Tracing doubles the time of a test: some long loops of the model's tests,
    which run what others run too, have the marker `no_cover` themselves.
    """
    if not config.getoption("exhaustive"):
        _draw_samples(config, items)
    traced: dict[Path, bool] = {}
    slow = set(SLOW.read_text(encoding="utf-8").split())
    for item in items:
        if "open_app" in getattr(item, "fixturenames", ()) or item.nodeid.partition("[")[0] in slow:
            item.add_marker("slow")
        if item.path not in traced:
            traced[item.path] = any(folder in item.path.parents for folder in TRACED)
        if not traced[item.path]:
            item.add_marker("no_cover")


def _draw_samples(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out all but some of the parameters of each test marked `sample`: the same ones in each run.

    Those that the marker names are among them. What is asked for by its parameters is run.
    """
    of_tests: dict[str, list[pytest.Item]] = {}
    for item in items:
        if item.get_closest_marker("sample") and not any("[" in argument for argument in config.args):
            of_tests.setdefault(item.nodeid.partition("[")[0], []).append(item)
    left_out: set[pytest.Item] = set()
    for name, cases in of_tests.items():
        count, *named = cases[0].get_closest_marker("sample").args
        drawn = {case for case in cases if case.nodeid.partition("[")[2][:-1] in named}
        if len(drawn) < len(named):
            raise pytest.UsageError(f"{name} has not all of the parameters that its marker names: {', '.join(named)}")
        others = [case for case in cases if case not in drawn]
        drawn.update(Random(name).sample(others, max(0, min(count - len(drawn), len(others)))))
        left_out.update(case for case in cases if case not in drawn)
    if left_out:
        config.hook.pytest_deselected(items=list(left_out))
        items[:] = [item for item in items if item not in left_out]


def pytest_collection_finish(session: pytest.Session) -> None:
    """Hide what the imports made from the garbage collector, which has to search the rest often."""
    if session.config.pluginmanager.hasplugin("_cov") and find_spec("numba"):
        _compile_untraced()
    gc.collect()
    gc.freeze()


def _compile_untraced() -> None:
    """Measure no coverage while numba compiles: all of numba would be traced, which takes ten times as long.

    What it imports and registers before it first does so takes longest.
    """
    before = sys.gettrace()
    sys.settrace(None)
    from numba import njit
    from numba.core import event

    njit("float64(float64)")(lambda x: x)
    sys.settrace(before)
    traces = threading.local()

    class Untraced(event.Listener):
        def on_start(self, event: event.Event) -> None:
            traces.before = [*getattr(traces, "before", ()), sys.gettrace()]
            sys.settrace(None)

        def on_end(self, event: event.Event) -> None:
            sys.settrace(traces.before.pop())

    event.register("numba:compile", Untraced())


# Every test -----------------------------------------------------------------------------------------------------------


_NUMBERS = count()


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep QSettings of this test, and of processes that it starts, in its own folder, and return that.

    It is made by what writes into it: few tests do, and making `tmp_path` takes longer than most tests of the model.
    """
    folder = tmp_path_factory.getbasetemp() / f"settings-{next(_NUMBERS)}"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    if "PyQt6.QtCore" not in sys.modules:
        return folder
    from PyQt6.QtCore import QSettings

    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for file_format in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
        for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
            QSettings.setPath(file_format, scope, str(folder))
    return folder


@pytest.fixture(scope="session")
def timers_and_threads() -> WeakSet:
    """Return every QTimer and QThread that Python makes from now on, as long as it lives.

    Searching the heap for them took 30 ms of every test with a window.
    """
    from PyQt6.QtCore import QThread, QTimer

    made: WeakSet = WeakSet()

    def noting(original: Callable[..., None]) -> Callable[..., None]:
        def init(self, *arguments, **named) -> None:
            original(self, *arguments, **named)
            made.add(self)

        return init

    for kind in (QTimer, QThread):
        kind.__init__ = noting(kind.__init__)
    return made


@pytest.fixture(autouse=True)
def nothing_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test of Qt that leaves a visible window, a running timer or a running thread behind."""
    if "qapp" not in request.fixturenames:
        yield
        return
    made = request.getfixturevalue("timers_and_threads")
    before = _running(made)
    yield
    left = [thing for thing in _running(made) if thing not in before]
    if left:
        gc.collect()  # what was only waiting to be collected was not left
        left = [thing for thing in _running(made) if thing not in before]
    names = [_stop(thing) for thing in left]
    if names:
        pytest.fail(f"the test left {', '.join(names)}")


def _running(made: WeakSet) -> list:
    """Return the visible windows, active timers and running threads."""
    from PyQt6 import sip
    from PyQt6.QtCore import QEvent, Qt, QThread, QTimer
    from PyQt6.QtWidgets import QApplication

    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # Qt closes a tooltip later.
    running = [
        window
        for window in QApplication.topLevelWidgets()
        if window.isVisible() and window.windowType() != Qt.WindowType.ToolTip
    ]
    for thing in list(made):
        if sip.isdeleted(thing) or thing is QThread.currentThread():
            continue
        if thing.isActive() if isinstance(thing, QTimer) else thing.isRunning():
            running.append(thing)
    return running


def _stop(thing) -> str:
    """Stop what a test left, so that only this test fails, and return what it was."""
    from PyQt6.QtCore import QThread, QTimer

    if isinstance(thing, QTimer):
        owner = type(thing.parent()).__name__ if thing.parent() else "no object"
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


# Windows --------------------------------------------------------------------------------------------------------------


PATIENCE = 60_000
"""Milliseconds that a test waits for something at least: on a busy machine all takes many times as long as alone."""
WAITS = ("waitUntil", "waitSignal", "waitSignals", "waitCallback", "waitActive", "waitExposed")


@pytest.fixture
def qtbot(qtbot: "QtBot") -> "Iterator[QtBot]":
    """Return pytest-qt's, which here waits patiently and keeps the widgets that it is given until it has closed them.

    It only has weak references. A widget that nothing else refers to once the test's function has returned is garbage,
    and where the collector found it while Qt was just delivering an event to one of its children, Qt crashed.
    """
    kept: list[object] = []
    add = qtbot.addWidget

    def add_and_keep(widget: object, **options: Any) -> None:
        kept.append(widget)
        add(widget, **options)

    def patient(wait: Callable[..., Any]) -> Callable[..., Any]:
        def waits(*things: Any, **options: Any) -> Any:
            if options.get("raising") is not False:  # `assertNotEmitted` waits for what is not to happen
                options["timeout"] = PATIENCE
            return wait(*things, **options)

        return waits

    qtbot.addWidget = add_and_keep
    for name in WAITS:
        setattr(qtbot, name, patient(getattr(qtbot, name)))
    yield qtbot
    kept.clear()


@pytest.fixture
def settings(tmp_path: Path) -> "QSettings":
    """Return this test's own preferences: light, English."""
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
    QApplication.sendPostedEvents(None, QEvent.Type.MetaCall)  # a defect is reported from the event loop
    notices = [app.window.notice.text() for app in apps if app.window.notice.isVisible()]
    for app in apps:
        app.dispose()
    # A defect in a view is reported in the bar, where pytest does not see it.
    defects = [text for text in notices if "defect" in text and "a defect for the test" not in text]
    assert defects == []


# Processes ------------------------------------------------------------------------------------------------------------

LOOKS = 3000
"""How often `wait_until` looks before it gives up: for a minute at least, on however busy a machine."""


@pytest.fixture(scope="session")
def wait_until() -> Callable[[Callable[[], object]], None]:
    """Return a function that waits until something holds, and fails the test when it never does."""

    def wait(holds: Callable[[], object]) -> None:
        for _ in range(LOOKS):
            if holds():
                return
            time.sleep(0.02)
        pytest.fail("what the test waited for did not happen")

    return wait


class Processes:
    """Starts processes, each in a group of its own, and ends them and what they started, in whatever group that is."""

    def __init__(self) -> None:
        self._mark = "NNVIZ_TEST_MARK", secrets.token_hex(8)
        self._started: list[subprocess.Popen[str]] = []

    def start(self, *line: str, **options: Any) -> "subprocess.Popen[str]":
        """Start a process; options are those of `subprocess.Popen`."""
        name, value = self._mark
        options = {"text": True, "start_new_session": os.name != "nt"} | options
        options["env"] = {**options.get("env", os.environ), name: value}
        process = subprocess.Popen(line, **options)
        self._started.append(process)
        return process

    def python(self, *arguments: str, **options: Any) -> "subprocess.Popen[str]":
        """Start Python, which writes to pipes; `env` adds to the environment of this process."""
        pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        surroundings = os.environ | options.get("env", {})
        return self.start(sys.executable, *arguments, **(pipes | options | {"env": surroundings}))

    def run(self, *line: str, timeout: float = 120, **options: Any) -> "subprocess.CompletedProcess[str]":
        """Start a process, wait for its end, and return what it printed."""
        process = self.start(*line, **({"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options))
        printed = process.communicate(timeout=timeout)
        return subprocess.CompletedProcess(line, process.returncode, *printed)

    def end(self) -> None:
        """End all that were started and all that those have started."""
        for process in self._started:
            if os.name == "nt":
                process.kill()
            else:
                with suppress(ProcessLookupError, PermissionError):
                    os.killpg(process.pid, signal.SIGKILL)
        for number in self.alive():
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
        for process in self._started:
            process.wait()
            for pipe in (process.stdin, process.stdout, process.stderr):
                if pipe is not None:
                    pipe.close()

    def alive(self) -> list[int]:
        """Return those that are still there, also what has left its group; Linux only."""
        found, mark = [], "=".join(self._mark).encode()
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                environment = (folder / "environ").read_bytes()
            except OSError:
                continue  # it has ended, or is another person's
            if mark in environment.split(b"\0"):
                found.append(int(folder.name))
        return found

    def wait_until_none_lives(self) -> None:
        """Wait for the end of all of them, for as long as a very slow machine may take."""
        for _ in range(LOOKS):
            if not self.alive():
                return
            time.sleep(0.02)
        assert self.alive() == []

    @staticmethod
    def in_group(group: int) -> list[int]:
        """Return the processes of a group that have not ended; Linux only."""
        return [process for process, (state, _, its_group) in _stats() if its_group == group and state != "Z"]

    @staticmethod
    def children(parent: int | None = None) -> list[int]:
        """Return the processes that a process, or this one, has started and that have not ended; Linux only."""
        parent = os.getpid() if parent is None else parent
        return [process for process, (state, its_parent, _) in _stats() if its_parent == parent and state != "Z"]


def _stats() -> Iterator[tuple[int, tuple[str, int, int]]]:
    """Return each process of this machine with its state, parent and group: a bare Debian has no `ps`."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            text = path.read_text()
        except OSError:  # it has ended since
            continue
        state, parent, group = text.rpartition(")")[2].split()[:3]  # a name may hold anything, also brackets
        yield int(path.parent.name), (state, int(parent), int(group))


@pytest.fixture
def processes() -> Iterator[Processes]:
    """Start processes that end with the test, whether it passes or fails."""
    made = Processes()
    yield made
    made.end()
