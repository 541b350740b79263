"""What the parts that need a window share: the window, when it is painted, and keys."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from time import perf_counter

from PyQt6.QtCore import (
    QEvent,
    QEventLoop,
    QMessageLogContext,
    QObject,
    QSettings,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication

from nnviz.app.application import App, make_application
from nnviz.model.engine.engines import VARIABLE
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.session import Session

SIZE = 1440, 900
LONGEST_WAIT = 10.0
"""Seconds after which a requested frame counts as missing."""


def _tell(kind: QtMsgType, context: QMessageLogContext, text: str | None) -> None:
    """Pass on what Qt complains of, but what it complains of at each window that is offscreen."""
    if text and "propagateSizeHints" not in text:
        print(text, file=sys.stderr)


@cache
def application() -> QApplication:
    """Return the application, which is made once and lives as long as the process."""
    qInstallMessageHandler(_tell)
    return make_application(["nnviz"])


def let_run(seconds: float) -> None:
    """Let the event loop work for a while, as it does in use."""
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


class Painted(QObject):
    """When the window was painted, and when a snapshot was shown in it for the first time.

    A frame is counted once for each snapshot, from the request that Qt sends the window to paint what has changed.

    Attributes
    ----------
    begun
        Seconds at which paintings of the window began.
    frames
        Those of them that showed another snapshot than the one before.
    """

    def __init__(self, app: App) -> None:
        super().__init__()
        self.begun: list[float] = []
        self.frames: list[float] = []
        self._is_new = False
        self._window = app.window
        app.controller.snapshot_changed.connect(self._note)
        app.window.installEventFilter(self)

    def _note(self, snapshot: object) -> None:
        self._is_new = True

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """Note when the window is asked to paint."""
        if event is not None and event.type() == QEvent.Type.UpdateRequest and watched is self._window:
            self.begun.append(perf_counter())
            if self._is_new:
                self.frames.append(self.begun[-1])
                self._is_new = False
        return False

    def after(self, act: Callable[[], object]) -> float:
        """Act, and return the milliseconds until nothing of it is left to be painted."""
        return self.answered(act)[1]

    def answered(self, act: Callable[[], object]) -> tuple[float, float]:
        """Act, and return the milliseconds until the first painting is done, and until nothing is left to be painted.

        Raises
        ------
        SystemExit
            If nothing is painted.
        """
        begin, before = perf_counter(), len(self.begun)
        act()
        first = done = perf_counter()
        while len(self.begun) == before:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
            first = done = perf_counter()
            if done - begin > LONGEST_WAIT:
                raise SystemExit("nothing was painted")
        while True:
            before = len(self.begun)
            QApplication.processEvents()
            if len(self.begun) == before:
                return 1000 * (first - begin), 1000 * (done - begin)
            done = perf_counter()


@contextmanager
def window(scenario: str | Scenario, engine: str = "fastest") -> Iterator[App]:
    """Return the app with its window open on a scenario, with settings of its own."""
    application()
    os.environ[VARIABLE] = engine
    with tempfile.TemporaryDirectory() as folder:
        start = find_scenario(scenario) if isinstance(scenario, str) else scenario
        app = App(start, QSettings(str(Path(folder, "nnviz.ini")), QSettings.Format.IniFormat))
        app.window.resize(*SIZE)
        app.start()
        app.window.activateWindow()  # without which, and a window manager, no key is a shortcut
        QTest.qWaitForWindowActive(app.window.windowHandle())
        let_run(0.5)
        yield app
        app.dispose()
        let_run(0.1)


def compile_ahead(scenario: str) -> None:
    """Have a scenario's engine compiled, if there is one, so that nothing is compiled while something is measured."""
    Session(find_scenario(scenario), "compiled").step_update(2)


def let_engine_come(app: App, engine: str) -> bool:
    """Run until an engine has been compiled and runs the updates; return whether it does."""
    end = perf_counter() + LONGEST_WAIT
    while app.controller.snapshot.engine != engine and perf_counter() < end:
        app.controller.running.start()
        let_run(0.2)
        app.controller.pause()
        let_run(0.2)
    return app.controller.snapshot.engine == engine


def press(app: App, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key in the window."""
    QTest.keyClick(app.window.windowHandle(), key, modifier)


def percentile_95(times: Sequence[float]) -> float:
    """Return the time that 95 of 100 do not exceed."""
    return sorted(times)[max(0, round(0.95 * len(times)) - 1)]
