"""Checking a person's code in a process of its own, watched by a thread, while the window stays responsive."""

from __future__ import annotations

import threading
from pathlib import Path

from PyQt6.QtCore import QFileSystemWatcher, QObject, QTimer, pyqtSignal

from nnviz.controller.controller import Controller
from nnviz.model.codecheck import FileCaller, Report, check_by
from nnviz.model.errors import ModelError
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.text.convention import Convention

SETTLING = 200
"""Milliseconds after a change of the file: editors write more than once."""


class CodeCheck(QObject):
    """Checks one file at a time, and again whenever it changes on disk.

    Signals
    -------
    begun(Path)
        A check of this file has begun.
    finished(Report)
        What the newest check found.
    failed(ModelError)
        The check could not be made.

    Parameters
    ----------
    controller
        Its scenario is checked against when no other is chosen.
    """

    begun = pyqtSignal(object)
    finished = pyqtSignal(object)
    failed = pyqtSignal(object)
    _ended = pyqtSignal(int, object)

    def __init__(self, controller: Controller, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._path: Path | None = None
        self._scenario = ""
        self._convention: Convention | None = None
        self._number = 0
        self._caller: FileCaller | None = None
        self._threads: list[threading.Thread] = []
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._wait_until_settled)
        self._watcher.directoryChanged.connect(self._look_at_folder)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLING)
        self._settling.timeout.connect(self._run_changed)
        self._seen: tuple[int, int] | None = None
        self._last: Report | ModelError | None = None
        self._ended.connect(self._take)

    @property
    def path(self) -> Path | None:
        """The file; None before one is chosen."""
        return self._path

    @property
    def is_running(self) -> bool:
        """Whether a check is running."""
        return self._caller is not None

    def announce(self) -> None:
        """Send everything again, for views that have just been connected."""
        if self._path is None:
            return
        self.begun.emit(self._path)
        if not self.is_running:
            self._report()

    def choose(self, path: Path) -> None:
        """Check a file, from now on whenever it changes."""
        self._path = path.resolve()
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)
        # The folder too: many editors replace the file by another one.
        self._watcher.addPaths([str(self._path), str(self._path.parent)])
        self.run()

    def choose_scenario(self, name: str) -> None:
        """Check against a shipped scenario; against the one in the window when the name is empty."""
        self._scenario = name
        self.run()

    def choose_convention(self, name: str) -> None:
        """Set what samples are, ``columns`` or ``rows``; with anything else it is found out."""
        self._convention = "columns" if name == "columns" else "rows" if name == "rows" else None
        self.run()

    def run(self) -> None:
        """Check again; a check that is running is stopped."""
        self._stop_caller()
        if self._path is None:
            return
        self._seen = _stamp(self._path)
        try:
            caller = FileCaller(self._path)
            scenario = Scenario.load(self._scenario) if self._scenario else self._controller.snapshot.scenario
        except ModelError as error:
            self._last = error
            self._report()
            return
        self._caller = caller
        self.begun.emit(self._path)
        arguments = (self._number, caller, scenario, self._convention)
        thread = threading.Thread(target=self._check, args=arguments, daemon=True)
        # One that was stopped may still be writing its report, which is not waited for.
        self._threads = [*(t for t in self._threads if t.is_alive()), thread]
        thread.start()

    def stop(self) -> None:
        """Stop a check, and wait until nothing of it runs: for the end of the app."""
        self._stop_caller()
        for thread in self._threads:
            thread.join()
        self._threads = []

    def _stop_caller(self) -> None:
        self._settling.stop()
        self._number += 1
        if self._caller is not None:
            self._caller.stop()
            self._caller = None

    # In the thread -----------------------------------------------------------------------------------------------

    def _check(self, number: int, caller: FileCaller, scenario: Scenario, convention: Convention | None) -> None:
        result: Report | Exception
        try:
            result = check_by(caller, scenario, convention)
        except Exception as error:  # noqa: BLE001 - reported, or raised again, in the window's thread
            result = error
        self._ended.emit(number, result)

    # In the window's thread --------------------------------------------------------------------------------------

    def _take(self, number: int, result: object) -> None:
        if number != self._number:
            return
        self._caller = None
        if isinstance(result, Exception) and not isinstance(result, ModelError):
            raise result
        assert isinstance(result, Report | ModelError)  # there is nothing else
        self._last = result
        self._report()

    def _report(self) -> None:
        if isinstance(self._last, ModelError):
            self.failed.emit(self._last)
        elif self._last is not None:
            self.finished.emit(self._last)

    def _wait_until_settled(self, path: str) -> None:
        self._settling.start()

    def _look_at_folder(self, folder: str) -> None:
        if self._path is not None and _stamp(self._path) != self._seen:
            self._settling.start()

    def _run_changed(self) -> None:
        if self._path is None or not self._path.is_file():
            return
        if str(self._path) not in self._watcher.files():
            self._watcher.addPath(str(self._path))
        if _stamp(self._path) != self._seen:
            self.run()


def _stamp(path: Path) -> tuple[int, int] | None:
    """Return what differs between two states of a file."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
