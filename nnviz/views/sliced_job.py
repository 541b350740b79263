"""Long work in slices, so that the window stays alive.

Where one step of it takes longer than a picture may wait, the slices are made in a thread in the background.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Generator
from functools import partial
from time import perf_counter
from typing import Any, Final

from PyQt6.QtCore import QObject, QTimer, pyqtSignal

from nnviz.controller.background import BackgroundWork

Steps = Generator[float, None, Any]

SLICE = 0.006
"""Seconds of work between two looks at the window's events."""

_DONE: Final = math.inf


class SlicedJob(QObject):
    """Runs one generator at a time; a newer one replaces an older one.

    Signals
    -------
    progressed(float)
        What the generator yielded last in a slice: which part is done, 0 to 1.
    finished(object)
        What it returned.
    """

    progressed = pyqtSignal(float)
    finished = pyqtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Steps | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work)
        self._is_large = self._is_held = False
        self._background = BackgroundWork(self)
        self._background.ended.connect(self._come_back)
        self._under_way: Steps | None = None

    @property
    def is_running(self) -> bool:
        """Whether there is work under way, held or not."""
        return self._steps is not None

    def start(self, steps: Steps, *, is_large: bool = False) -> None:
        """Begin; with `is_large`, in the background."""
        self._steps, self._is_large, self._is_held = steps, is_large, False
        self._timer.start()

    def hold(self, held: bool) -> None:
        """Pause for a while, or go on."""
        self._is_held = held
        if held or self._steps is None:
            self._timer.stop()
        else:
            self._timer.start()

    def stop(self) -> None:
        """Abandon the work."""
        self._timer.stop()
        self._steps = None

    def _work(self) -> None:
        assert self._steps is not None  # the timer runs only with work
        if self._is_large:
            if not self._background.is_busy:
                self._under_way = self._steps
                self._background.start(partial(_slice, self._steps))
            # Abandoned work ends its step first; then the timer is started again.
            self._timer.stop()
        else:
            self._go_on(partial(_slice, self._steps))

    def _come_back(self) -> None:
        if self._under_way is self._steps:
            self._go_on(self._background.take)
        else:
            self._background.take()
        if self._steps is not None and not self._is_held:
            self._timer.start()

    def _go_on(self, take: Callable[[], tuple[float, Any]]) -> None:
        try:
            done, returned = take()
        except BaseException:
            # A defect is reported once, and not again at every turn of the timer.
            self.stop()
            raise
        if done < _DONE:
            self.progressed.emit(done)
        else:
            self.stop()
            self.finished.emit(returned)


def _slice(steps: Steps) -> tuple[float, Any]:
    """Work for a while; return which part is done, and what the generator returned once that is `_DONE`."""
    until = perf_counter() + SLICE
    try:
        done = next(steps)
        while perf_counter() < until:
            done = next(steps)
    except StopIteration as end:
        return _DONE, end.value
    return done, None
