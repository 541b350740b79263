"""Work in the background: one job at a time, in a thread of its own.

numpy releases the interpreter's lock while it multiplies, so the window stays responsive while a job computes.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from typing import Any

from PyQt6 import sip
from PyQt6.QtCore import QObject, pyqtSignal

from nnviz.model.background.interruption import Interruption

Job = Callable[[], Any]


class BackgroundWork(QObject):
    """Runs a job in a thread.

    The owner calls `take` once for each job that it starts, after `ended` or before; `take` waits if it must.

    Signals
    -------
    ended()
        The job is over, and its result has not been taken yet.

    Attributes
    ----------
    interruption
        Whether the job is to stop after the line that it runs; withdrawn when one begins.
    """

    ended = pyqtSignal()
    _over = pyqtSignal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.interruption = Interruption()
        self._enough = Event()
        self._thread: Thread | None = None
        self._result: Any = None
        self._error: BaseException | None = None
        self._number = 0
        self._over.connect(self._announce_end)

    @property
    def is_busy(self) -> bool:
        """Whether there is a job whose result has not been taken yet."""
        return self._thread is not None

    @property
    def wants_more(self) -> bool:
        """Whether a job without an end of its own is to go on: its result is not waited for yet."""
        return self._thread is not None and not self._enough.is_set() and not self.interruption.is_asked

    def start(self, job: Job) -> None:
        """Begin a job; there must be none."""
        assert self._thread is None  # the owner has looked
        self.interruption.withdraw()
        self._enough.clear()
        self._result = self._error = None
        self._number += 1
        # No daemon: Python must not shut down under it.
        self._thread = Thread(target=self._run, args=(job, self._number), name="background work")
        self._thread.start()

    def ask(self) -> None:
        """Have a job without an end of its own end where its result can be shown."""
        self._enough.set()

    def interrupt(self) -> None:
        """Have the job end after the line that it runs."""
        self.interruption.ask()

    def take(self) -> Any:
        """Wait for the job's end, and return what it returned, or raise what it raised."""
        assert self._thread is not None  # the owner has started it
        self._thread.join()
        self._thread = None
        result, error = self._result, self._error
        self._result = self._error = None
        if error is not None:
            raise error
        return result

    def _announce_end(self, number: int) -> None:
        # The owner may have taken its result before this signal arrived, and begun another.
        if self._thread is not None and number == self._number:
            self.ended.emit()

    def _run(self, job: Job, number: int) -> None:
        try:
            self._result = job()
        except BaseException as error:  # noqa: BLE001 - raised again where it is taken
            self._error = error
        if not sip.isdeleted(self):  # its owner may have been closed meanwhile
            self._over.emit(number)
