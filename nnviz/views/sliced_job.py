"""Long work in slices, so that the window stays alive."""

from __future__ import annotations

from collections.abc import Generator
from time import perf_counter
from typing import Any

from PyQt6.QtCore import QObject, QTimer, pyqtSignal

SLICE = 0.006
"""Seconds of work between two looks at the window's events."""


class SlicedJob(QObject):
    """Runs one generator at a time; a new one takes the place of the old.

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
        self._steps: Generator[float, None, Any] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work)

    @property
    def is_running(self) -> bool:
        """Whether there is work under way, held or not."""
        return self._steps is not None

    def start(self, steps: Generator[float, None, Any]) -> None:
        """Begin."""
        self._steps = steps
        self._timer.start()

    def hold(self, held: bool) -> None:
        """Stand still for a while, or go on."""
        if held or self._steps is None:
            self._timer.stop()
        else:
            self._timer.start()

    def stop(self) -> None:
        """Give the work up."""
        self._timer.stop()
        self._steps = None

    def _work(self) -> None:
        steps, until = self._steps, perf_counter() + SLICE
        assert steps is not None  # the timer runs only with work
        try:
            done = next(steps)
            while perf_counter() < until:
                done = next(steps)
        except StopIteration as end:
            self.stop()
            self.finished.emit(end.value)
            return
        except BaseException:
            # A defect is told once, and not again at every turn of the timer.
            self.stop()
            raise
        self.progressed.emit(done)
