"""Reading and building what is to be opened, while the window lives.

Measured with a table of 60 000 × 785: 2.1 s of reading and 0.9 s of building; the window waits for neither. One thing
is fetched at a time: what a newer wish has made void ends first, as two such readings at once would take twice the
memory.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final, NamedTuple

from PyQt6.QtCore import QObject, QTimer, pyqtSignal

from nnviz.controller.background import Beside, Job
from nnviz.model.background.interruption import Interrupted, Interruption, interruptible_by
from nnviz.model.errors import ModelError

PATIENCE: Final = 300
"""Milliseconds after which is told that something is being fetched: what comes sooner comes at once for a person."""


class _Errand(NamedTuple):
    job: Job
    take: Callable[[Any], None]
    refuse: Callable[[ModelError], None]


class Fetching(QObject):
    """Fetches one thing at a time; a newer wish takes the place of the old one.

    Signals
    -------
    waiting_changed(bool)
        Whether something has been under way for so long that the person should know.
    """

    waiting_changed = pyqtSignal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: _Errand | None = None
        self._under_way: _Errand | None = None
        self._is_waiting = False
        self._beside = Beside(self)
        self._beside.ended.connect(self._come_back)
        # A window that goes while its panel reads.
        self.destroyed.connect(self._beside.interruption.ask)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._lose_patience)

    @property
    def is_busy(self) -> bool:
        """Whether something is wanted that is not there yet."""
        return self._wanted is not None

    @property
    def is_waiting(self) -> bool:
        """What `waiting_changed` told last."""
        return self._is_waiting

    def fetch(
        self, job: Job, take: Callable[[Any], None], refuse: Callable[[ModelError], None], *, at_once: bool = False
    ) -> None:
        """Begin to fetch something.

        Parameters
        ----------
        job
            Makes it, in a thread of its own.
        take
            Is given what was made.
        refuse
            Is given the error, where it cannot be made.
        at_once
            Whether it takes so little that nobody notices: it is made before this returns.
        """
        self.cancel()
        errand = _Errand(job, take, refuse)
        if at_once:
            self._deliver(job, errand)
            return
        self._wanted = errand
        self._patience.start()
        if not self._beside.is_busy:
            self._begin()

    def cancel(self) -> None:
        """Want it no more."""
        self._wanted = None
        self._patience.stop()
        if self._beside.is_busy:
            self._beside.interrupt()
        self._tell(waiting=False)

    def end(self) -> None:
        """Want nothing more, and wait until nothing is under way: for the end of the app."""
        self.cancel()
        if self._beside.is_busy:
            self._drop()

    # Inside ------------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        assert self._wanted is not None  # whoever begins has looked
        self._under_way = self._wanted
        self._beside.start(partial(_heeding, self._wanted.job, self._beside.interruption))

    def _come_back(self) -> None:
        wanted = self._wanted
        if wanted is not None and wanted is self._under_way:
            self._wanted = None
            self._patience.stop()
            self._tell(waiting=False)
            self._deliver(self._beside.take, wanted)
            return
        self._drop()
        if wanted is not None:
            self._begin()

    def _drop(self) -> None:
        """Take what nobody wants any more, and nobody is told what was wrong with it."""
        try:
            self._beside.take()
        except (Interrupted, ModelError):
            return

    def _deliver(self, make: Job, errand: _Errand) -> None:
        try:
            made = make()
        except ModelError as error:
            errand.refuse(error)
            return
        errand.take(made)

    def _lose_patience(self) -> None:
        self._tell(waiting=True)

    def _tell(self, *, waiting: bool) -> None:
        if waiting != self._is_waiting:
            self._is_waiting = waiting
            self.waiting_changed.emit(waiting)


def _heeding(job: Job, interruption: Interruption) -> Any:
    with interruptible_by(interruption):
        return job()
