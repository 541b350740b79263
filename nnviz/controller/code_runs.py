"""Running a person's code in the background, one source at a time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PyQt6.QtCore import QObject, pyqtSignal

from nnviz.controller.background import BackgroundWork
from nnviz.model.background.interruption import Interrupted
from nnviz.model.errors import ModelError

if TYPE_CHECKING:
    from nnviz.model.recorded_run.recorded_run import RecordedRun
    from nnviz.model.recorded_run.source import OwnSource

Debug = Callable[["OwnSource", Callable[[], bool], Callable[[str], None]], "RecordedRun"]
"""Runs a source and judges it: with what asks whether to stop, and what is told the progress."""


def debug_source(source: OwnSource, cancelled: Callable[[], bool], tell: Callable[[str], None]) -> RecordedRun:
    """Run a source and judge it; recorder, recogniser and judge are imported when this is first called."""
    from nnviz.model.recorded_run.debug import debug

    return debug(source, cancelled, tell)


class CodeRuns(QObject):
    """Runs one source; another that is started meanwhile waits until that has ended, which is then for nothing.

    Signals
    -------
    ended(RecordedRun | None, ModelError | None)
        What has come of the source that was started last; neither where it was cancelled.
    broke()
        It has come to a defect, which is raised too.
    progressed(str)
        What is being done.
    """

    ended = pyqtSignal(object, object)
    broke = pyqtSignal()
    progressed = pyqtSignal(str)
    _told = pyqtSignal(int, str)

    def __init__(self, run_debug: Debug, parent: QObject) -> None:
        super().__init__(parent)
        self._debug = run_debug
        self._wanted = self._begun = 0
        self._next: OwnSource | None = None
        self._background = BackgroundWork(self)
        self._background.ended.connect(self._take)
        self._told.connect(self._pass_on)

    def start(self, source: OwnSource) -> None:
        """Run a source; what runs is stopped first."""
        self.withdraw()
        if self._background.is_busy:
            self._next = source
        else:
            self._begin(source)

    def cancel(self) -> None:
        """Stop what runs, and report that."""
        if self._background.is_busy:
            self._background.interrupt()

    def withdraw(self) -> None:
        """End what runs, without waiting for it; its result is dropped."""
        self._next = None
        self._wanted += 1
        self.cancel()

    def wait(self) -> None:
        """Stop what runs, and wait until nothing of it runs: for the end of the app."""
        self.withdraw()
        if self._background.is_busy:
            try:
                self._background.take()
            except (Interrupted, ModelError):
                return

    def _begin(self, source: OwnSource) -> None:
        self._begun = self._wanted
        interruption, tell = self._background.interruption, partial(self._told.emit, self._begun)
        self._background.start(partial(self._debug, source, lambda: interruption.is_asked, tell))

    def _take(self) -> None:
        run: RecordedRun | None = None
        problem: ModelError | None = None
        is_wanted = self._begun == self._wanted
        try:
            run = self._background.take()
        except Interrupted:
            problem = None
        except ModelError as error:
            problem = error
        except BaseException:  # a defect, which is reported; the code can be run again
            if is_wanted:
                self.broke.emit()
            raise
        source, self._next = self._next, None
        if source is not None:
            self._begin(source)
        elif is_wanted:
            self.ended.emit(run, problem)

    def _pass_on(self, number: int, progress: str) -> None:
        if number == self._wanted:
            self.progressed.emit(progress)
