"""Saving the session from time to time where the next start finds it, in case this process ends abnormally."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from PyQt6.QtCore import QObject, Qt, QTimer, pyqtSignal
from PyQt6.QtGui import QGuiApplication

from nnviz.documents.recovery_files import RecoveryFile
from nnviz.documents.savable_session import SavableSession
from nnviz.model.errors import ModelError
from nnviz.model.history.session_contents import SessionContents
from nnviz.model.session.available_commands import RunState

INTERVAL = 30.0
"""Seconds between two checks of whether there is something to save."""

SHARE = 100
"""Saving takes at most one part in so many of the time: a session that takes long to save is saved less often."""

_SOON = 1.0
"""Seconds until the next check, where one came at a bad moment."""


class Autosave(QObject):
    """Keeps one file up to date with the session.

    Parameters
    ----------
    session
        What is saved.
    file
        Where it is saved.
    debugger_state
        Returns what is saved with the session.

    Signals
    -------
    failed(str)
        It cannot be saved, and why; emitted once, until it can be again.
    """

    failed = pyqtSignal(str)

    def __init__(
        self,
        session: SavableSession,
        file: RecoveryFile,
        debugger_state: Callable[[], dict[str, object]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._file = file
        self._debugger_state = debugger_state
        self._unchanged: SessionContents | None = None
        self._saved: SessionContents | None = None
        self._is_failing = False
        self._was_running = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._check)

    def begin(self) -> None:
        """Check from time to time, when a run pauses, and when the person goes to another application."""
        self._timer.start(int(INTERVAL * 1000))
        self._session.run_state_changed.connect(self._watch_run)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._watch_application)

    def end(self) -> None:
        """Stop checking."""
        self._timer.stop()

    def begin_document(self, unchanged: SessionContents | None) -> None:
        """Set another document as the one to save, and drop what was saved of the last.

        Parameters
        ----------
        unchanged
            What needs no saving, as the document's file has it; None if no file has it.
        """
        self._unchanged, self._saved = unchanged, None
        if unchanged is not None:
            self._file.remove()

    def save(self) -> bool:
        """Save now, if something has changed; return whether everything is saved."""
        stamp = self._session.session_stamp
        if stamp == self._saved:
            return True
        if stamp == self._unchanged:
            self.begin_document(self._unchanged)
            return True
        if self._session.is_searching:
            return False
        try:
            self._file.write(self._write)
        except (OSError, ModelError) as error:
            if not self._is_failing:
                self._is_failing = True
                self.failed.emit(str(error))
            return False
        self._is_failing = False
        self._saved = stamp
        return True

    def save_on_defect(self) -> None:
        """Save now, unless that is what the defect is in."""
        if not self._is_failing:
            # Stays set if saving raises what is not caught, which leads here again.
            self._is_failing = True
            self._is_failing = not self.save()

    def _write(self, path: Path) -> None:
        self._session.save_to(path, self._debugger_state())

    def _check(self) -> None:
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton or self._session.is_searching:
            self._timer.start(int(_SOON * 1000))
            return
        begin = perf_counter()
        self.save()
        self._timer.start(int(max(INTERVAL, SHARE * (perf_counter() - begin)) * 1000))

    def _watch_run(self, state: RunState) -> None:
        # After what the pause is part of: going back, or the question that it waits for.
        if self._was_running and not state.running and self._timer.isActive():
            self._timer.start(0)
        self._was_running = state.running

    def _watch_application(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive and self._timer.isActive():
            self._timer.start(0)
