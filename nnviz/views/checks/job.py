"""A gradient check in slices, so that the window stays alive whatever the size of the network."""

from __future__ import annotations

from collections.abc import Generator
from time import perf_counter

from PyQt6.QtCore import QObject, QTimer, pyqtSignal

from nnviz.model.checks import GradientCheck, gradient_check_steps
from nnviz.model.snapshot import Snapshot

SLICE = 0.010
"""Seconds of work between two looks at the window's events."""


class CheckJob(QObject):
    """Runs one gradient check at a time; a new one takes the place of the old.

    Signals
    -------
    progressed(float)
        Which part is done, 0 to 1.
    finished(GradientCheck)
        What was found.
    """

    progressed = pyqtSignal(float)
    finished = pyqtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Generator[float, None, GradientCheck] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work)

    @property
    def is_running(self) -> bool:
        """Whether a check is under way."""
        return self._steps is not None

    def start(self, snapshot: Snapshot, epsilon: float | None) -> None:
        """Begin a check; `epsilon` is None for the automatic one."""
        self._steps = gradient_check_steps(snapshot, epsilon)
        self._timer.start()

    def stop(self) -> None:
        """Give the check up."""
        self._timer.stop()
        self._steps = None

    def _work(self) -> None:
        steps, until = self._steps, perf_counter() + SLICE
        assert steps is not None  # the timer runs only with a check
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
