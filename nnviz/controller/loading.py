"""Loading: reading and building what is to be opened, while the window stays responsive.

Measured with a table of 60 000 × 785: 2.1 s of reading and 0.9 s of building; the window waits for neither. One thing
is loaded at a time: what a newer request has replaced ends first, as two such readings at once would take twice the
memory.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final, NamedTuple

from PyQt6.QtCore import QObject, QTimer, pyqtSignal

from nnviz.controller.background import BackgroundWork, Job
from nnviz.model.background.interruption import Interrupted, Interruption, interruptible_by
from nnviz.model.errors import ModelError

PATIENCE: Final = 300
"""Milliseconds after which loading is reported: what is there sooner seems to be there at once."""


class _Request(NamedTuple):
    job: Job
    take: Callable[[Any], None]
    refuse: Callable[[ModelError], None]


class Loader(QObject):
    """Loads one thing at a time; a newer request replaces an older one.

    Signals
    -------
    waiting_changed(bool)
        Whether something has been loading for so long that the person should know.
    """

    waiting_changed = pyqtSignal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._request: _Request | None = None
        self._loading: _Request | None = None
        self._is_waiting = False
        self._background = BackgroundWork(self)
        self._background.ended.connect(self._finish)
        # A window that goes while its panel reads.
        self.destroyed.connect(self._background.interruption.ask)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._report_waiting)

    @property
    def is_busy(self) -> bool:
        """Whether something was requested that is not there yet."""
        return self._request is not None

    @property
    def is_waiting(self) -> bool:
        """What `waiting_changed` has announced last."""
        return self._is_waiting

    def load(
        self, job: Job, take: Callable[[Any], None], refuse: Callable[[ModelError], None], *, at_once: bool = False
    ) -> None:
        """Begin to load something.

        Parameters
        ----------
        job
            Makes it, in a thread of its own.
        take
            Called with what was made.
        refuse
            Called with the error, where it cannot be made.
        at_once
            Whether it is quick enough not to be noticed: it is made before this returns.
        """
        self.cancel()
        request = _Request(job, take, refuse)
        if at_once:
            self._deliver(job, request)
            return
        self._request = request
        self._patience.start()
        if not self._background.is_busy:
            self._begin()

    def cancel(self) -> None:
        """Withdraw the request, if there is one."""
        self._request = None
        self._patience.stop()
        if self._background.is_busy:
            self._background.interrupt()
        self._set_waiting(waiting=False)

    def end(self) -> None:
        """Withdraw the request, and wait until nothing is loading: for the end of the app."""
        self.cancel()
        if self._background.is_busy:
            self._drop()

    # Inside ------------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        assert self._request is not None  # the caller has looked
        self._loading = self._request
        self._background.start(partial(_heeding, self._request.job, self._background.interruption))

    def _finish(self) -> None:
        request = self._request
        if request is not None and request is self._loading:
            self._request = None
            self._patience.stop()
            self._set_waiting(waiting=False)
            self._deliver(self._background.take, request)
            return
        self._drop()
        if request is not None:
            self._begin()

    def _drop(self) -> None:
        """Discard a result that is not requested any more, and say nothing of what was wrong with it."""
        try:
            self._background.take()
        except (Interrupted, ModelError):
            return

    def _deliver(self, make: Job, request: _Request) -> None:
        try:
            made = make()
        except ModelError as error:
            request.refuse(error)
            return
        request.take(made)

    def _report_waiting(self) -> None:
        self._set_waiting(waiting=True)

    def _set_waiting(self, *, waiting: bool) -> None:
        if waiting != self._is_waiting:
            self._is_waiting = waiting
            self.waiting_changed.emit(waiting)


def _heeding(job: Job, interruption: Interruption) -> Any:
    with interruptible_by(interruption):
        return job()
