"""Saving the session every now and then where the next start finds it, should this process end without being closed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from PyQt6.QtCore import QObject, Qt, QTimer, pyqtSignal
from PyQt6.QtGui import QGuiApplication

from nnviz.documents.recovery_files import RecoveryFile
from nnviz.documents.saved_session import SessionHolder
from nnviz.model.errors import ModelError
from nnviz.model.history.session_contents import SessionContents
from nnviz.model.session.available_commands import RunState

INTERVAL = 30.0
"""Seconds between two looks whether there is something to save."""

SHARE = 100
"""A session that takes long to save is saved so seldom that it takes no more than one part in so many of the time."""

_SOON = 1.0
"""Seconds after which a look is taken again that came at a wrong moment."""


class Autosave(QObject):
    """Keeps one file up to date with the session.

    Parameters
    ----------
    holder
        Holds the session.
    file
        Where it is saved.
    desk
        Gives what is saved with the session.

    Signals
    -------
    failed(str)
        It cannot be saved, and why; told once, until it can be again.
    """

    failed = pyqtSignal(str)

    def __init__(
        self,
        holder: SessionHolder,
        file: RecoveryFile,
        desk: Callable[[], dict[str, object]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._holder = holder
        self._file = file
        self._desk = desk
        self._plain: SessionContents | None = None
        self._saved: SessionContents | None = None
        self._is_failing = False
        self._was_running = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """Look every now and then, when a run pauses, and when the person goes to another application."""
        self._timer.start(int(INTERVAL * 1000))
        self._holder.run_state_changed.connect(self._watch_run)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._watch_application)

    def end(self) -> None:
        """Look no more."""
        self._timer.stop()

    def forget(self, plain: SessionContents | None) -> None:
        """Take what a file gives as it is for nothing to save, and drop what was saved; None if no file gives it."""
        self._plain, self._saved = plain, None
        if plain is not None:
            self._file.remove()

    def save(self) -> bool:
        """Save now, if something has changed; tell whether what there is is saved."""
        stamp = self._holder.session_stamp
        if stamp == self._saved:
            return True
        if stamp == self._plain:
            self.forget(self._plain)
            return True
        if self._holder.is_searching:
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
            # Stays set when the saving raises what nobody expected, which leads here again.
            self._is_failing = True
            self._is_failing = not self.save()

    def _write(self, path: Path) -> None:
        self._holder.save_to(path, self._desk())

    def _look(self) -> None:
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton or self._holder.is_searching:
            self._timer.start(int(_SOON * 1000))
            return
        begin = perf_counter()
        self.save()
        self._timer.start(int(max(INTERVAL, SHARE * (perf_counter() - begin)) * 1000))

    def _watch_run(self, state: RunState) -> None:
        # After what the pause is part of: a look at the past, or the question that it waits for.
        if self._was_running and not state.running and self._timer.isActive():
            self._timer.start(0)
        self._was_running = state.running

    def _watch_application(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive and self._timer.isActive():
            self._timer.start(0)
