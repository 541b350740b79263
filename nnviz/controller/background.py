"""Work beside the window: one job at a time, in a thread of its own.

numpy lets go of the interpreter's lock while it multiplies, so the window stays alive while a job computes.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from typing import Any

from PyQt6 import sip
from PyQt6.QtCore import QObject, pyqtSignal

from nnviz.model.background.interruption import Interruption

Job = Callable[[], Any]


class Beside(QObject):
    """Runs a job in a thread.

    Whoever starts jobs calls `take` for each, when `ended` has told of it or before; `take` waits where it must.

    Signals
    -------
    ended()
        The job is over, and nobody has taken it yet.

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
        self._given: Any = None
        self._failed: BaseException | None = None
        self._number = 0
        self._over.connect(self._tell)

    @property
    def is_busy(self) -> bool:
        """Whether there is a job that has not been taken yet."""
        return self._thread is not None

    @property
    def wants_more(self) -> bool:
        """Whether a job that can go on for ever is to go on: nobody waits for what it has made so far."""
        return self._thread is not None and not self._enough.is_set() and not self.interruption.is_asked

    def start(self, job: Job) -> None:
        """Begin a job; there must be none."""
        assert self._thread is None  # whoever starts one has looked
        self.interruption.withdraw()
        self._enough.clear()
        self._given = self._failed = None
        self._number += 1
        # No daemon: Python must not be taken down under it.
        self._thread = Thread(target=self._run, args=(job, self._number), name="beside the window")
        self._thread.start()

    def ask(self) -> None:
        """Have the job end where it can be shown, if it can go on for ever."""
        self._enough.set()

    def interrupt(self) -> None:
        """Have the job end after the line that it runs."""
        self.interruption.ask()

    def take(self) -> Any:
        """Wait for the job's end, and give what it gave, or raise what it raised."""
        assert self._thread is not None  # whoever takes it has started it
        self._thread.join()
        self._thread = None
        given, failed = self._given, self._failed
        self._given = self._failed = None
        if failed is not None:
            raise failed
        return given

    def _tell(self, number: int) -> None:
        # Somebody may have taken it before its end was told, and begun another.
        if self._thread is not None and number == self._number:
            self.ended.emit()

    def _run(self, job: Job, number: int) -> None:
        try:
            self._given = job()
        except BaseException as error:  # noqa: BLE001 - raised again where it is taken
            self._failed = error
        if not sip.isdeleted(self):  # whoever asked may have been closed meanwhile
            self._over.emit(number)
