"""The speed of a run: a slider over a few speeds, from one update per second to as fast as possible."""

from __future__ import annotations

from PyQt6.QtCore import QSignalBlocker, Qt, pyqtSignal
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSlider, QWidget

from nnviz.model.session.available_commands import FASTEST, RunState
from nnviz.model.text.numbers import format_count
from nnviz.views.theme import Theme, metrics

SPEEDS = (1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 200.0, 1000.0, 5000.0, FASTEST)
"""Updates per second at the slider's positions."""


class SpeedSlider(QWidget):
    """A slider with its name and the speed.

    Signals
    -------
    speed_requested(float)
        The person chose a speed, in updates per second; `FASTEST` for no limit.
    """

    speed_requested = pyqtSignal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = QLabel(self.tr("speed"))
        name.setProperty("role", "secondary")
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, len(SPEEDS) - 1)
        self._slider.setPageStep(1)
        self._slider.setFixedWidth(theme.px(_WIDTH))
        self._slider.setAccessibleName(self.tr("Speed of a run"))
        self._slider.valueChanged.connect(self._request)
        self._value = QLabel()
        self._value.setProperty("role", "hint")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(metrics.GAP), 0, 0, 0)
        row.setSpacing(theme.px(metrics.GAP))
        for widget in (name, self._slider, self._value):
            row.addWidget(widget)
        # The longest text it can hold, so that nothing moves when the speed changes.
        self._value.setMinimumWidth(max(self._value.fontMetrics().horizontalAdvance(self._text(s)) for s in SPEEDS))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._show(FASTEST)

    def show_state(self, state: RunState) -> None:
        """Show the present speed."""
        self._show(state.speed)

    def step(self, by: int) -> None:
        """Request the next faster (+1) or slower (−1) speed."""
        self._slider.setValue(self._slider.value() + by)

    def _show(self, speed: float) -> None:
        nearest = min(range(len(SPEEDS)), key=lambda place: abs(_rank(SPEEDS[place]) - _rank(speed)))
        with QSignalBlocker(self._slider):
            self._slider.setValue(nearest)
        self._value.setText(self._text(speed))
        self._slider.setToolTip(self.tr("Speed of a run: %1 (Ctrl++ and Ctrl+−)").replace("%1", self._text(speed)))

    def _text(self, speed: float) -> str:
        if speed == FASTEST:
            return self.tr("fastest")
        return self.tr("%1 updates/s").replace("%1", format_count(round(speed)))

    def _request(self, place: int) -> None:
        self._show(SPEEDS[place])
        self.speed_requested.emit(SPEEDS[place])


_WIDTH = 96


def _rank(speed: float) -> float:
    """Return a finite number that orders speeds."""
    return 2 * SPEEDS[-2] if speed == FASTEST else speed
