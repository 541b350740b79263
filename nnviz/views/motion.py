"""The clock of everything that moves between two lines: how far a motion is, forward or reversed."""

from __future__ import annotations

from time import perf_counter
from typing import Final

from PyQt6.QtCore import QEasingCurve, QObject, QVariantAnimation, pyqtSignal

DURATION: Final = 220
"""Milliseconds of a motion: long enough to be followed by the eye, too short to be waited for."""
_FASTEST: Final = 0.1
"""Seconds between two lines below which nothing moves: at more than ten lines a second it would only flicker."""
_EASING: Final = QEasingCurve.Type.InOutQuad


def eased(share: float) -> float:
    """Return how far a motion is after a share of its time: it begins and ends slowly."""
    return QEasingCurve(_EASING).valueForProgress(share)


class MotionClock(QObject):
    """Runs from 0 to 1, or back where a line is taken back.

    Parameters
    ----------
    is_on
        Whether anything moves at all.
    parent
        What moves.

    Signals
    -------
    moved()
        Something is to be drawn again: `progress` is another.
    """

    moved = pyqtSignal()

    def __init__(self, is_on: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_on = is_on
        self._progress: float | None = None
        self._is_held = False
        self._asked_at = 0.0
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(DURATION)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(_EASING)
        self._animation.valueChanged.connect(self._move)
        self._animation.finished.connect(self.end)

    @property
    def progress(self) -> float | None:
        """How far the motion is, from 0 (before the line) to 1 (after it); None while nothing moves."""
        return self._progress

    def begin(self, *, back: bool) -> bool:
        """Begin a motion, the one of a line that is taken back in reverse; return whether there is one."""
        now = perf_counter()
        is_slow, self._asked_at = now - self._asked_at >= _FASTEST, now
        if self._is_held:
            return True
        self._stop()
        if not (self._is_on and is_slow):
            return False
        self._progress = 1.0 if back else 0.0
        self._animation.setDirection(
            QVariantAnimation.Direction.Backward if back else QVariantAnimation.Direction.Forward
        )
        self._animation.start()
        return True

    def hold(self, progress: float | None) -> None:
        """Stand at a moment of every motion, for films; None lets time pass again."""
        self._stop()
        self._is_held = progress is not None
        self._progress = progress
        self.moved.emit()

    def end(self) -> None:
        """End the motion at once: everything is drawn as it is."""
        if self._progress is not None and not self._is_held:
            self._stop()
            self.moved.emit()

    def _stop(self) -> None:
        self._animation.blockSignals(True)  # `finished` is of an end that is reached
        self._animation.stop()
        self._animation.blockSignals(False)
        self._progress = None

    def _move(self, value: object) -> None:
        if isinstance(value, float) and self._animation.state() == QVariantAnimation.State.Running:
            self._progress = value
            self.moved.emit()
