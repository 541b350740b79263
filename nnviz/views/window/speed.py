"""The speed of a run: lines a second, or updates, from one line a second to as fast as possible."""

from __future__ import annotations

from typing import Final, NamedTuple

from PyQt6.QtCore import QCoreApplication, Qt, pyqtSignal
from PyQt6.QtGui import QAction, QActionGroup
from PyQt6.QtWidgets import QLabel, QMenu, QWidget

from nnviz.model.session.available_commands import FASTEST, RunState
from nnviz.model.text.numbers import format_count


class Speed(NamedTuple):
    """How fast a run goes: so many lines a second, or so many updates."""

    rate: float
    in_lines: bool = False


SPEEDS: Final = (
    *(Speed(rate, in_lines=True) for rate in (1.0, 3.0)),
    *(Speed(rate) for rate in (2.0, 5.0, 10.0, 30.0, 60.0, 200.0, 1000.0, 5000.0, FASTEST)),
)
"""From the slowest on."""


class SpeedMenu(QMenu):
    """The speeds to choose from.

    Signals
    -------
    speed_requested(float)
        The person chose a speed, in updates per second; `FASTEST` for no limit.
    line_speed_requested(float)
        The person chose a speed in lines per second.
    """

    speed_requested = pyqtSignal(float)
    line_speed_requested = pyqtSignal(float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._speed = SPEEDS[-1]
        group = QActionGroup(self)
        self.setTitle(self.tr("Speed of a run"))
        for speed in SPEEDS:
            if speed in (SPEEDS[0], next(each for each in SPEEDS if not each.in_lines)):
                self.addSection(self.tr("lines") if speed.in_lines else self.tr("updates"))
            action = QAction(speed_text(speed), group)
            action.setCheckable(True)
            action.setData(SPEEDS.index(speed))
            self.addAction(action)
        self._group = group
        group.triggered.connect(self._choose)
        self._mark()

    def show_state(self, state: RunState) -> None:
        """Show the present speed."""
        speed = Speed(state.speed) if state.line_speed is None else Speed(state.line_speed, in_lines=True)
        if speed != self._speed:
            self._speed = speed
            self._mark()

    def text(self) -> str:
        """Return the present speed in words."""
        return speed_text(self._speed)

    def step(self, by: int) -> None:
        """Request the next faster (+1) or slower (−1) speed."""
        self._request(SPEEDS[min(max(self._place() + by, 0), len(SPEEDS) - 1)])

    def _place(self) -> int:
        """Return the place of the speed nearest to the present one."""
        alike = [place for place, speed in enumerate(SPEEDS) if speed.in_lines == self._speed.in_lines]
        return min(alike, key=lambda place: abs(_rank(SPEEDS[place]) - _rank(self._speed)))

    def _mark(self) -> None:
        for action in self._group.actions():
            action.setChecked(action.data() == self._place())

    def _choose(self, action: QAction) -> None:
        self._request(SPEEDS[action.data()])

    def _request(self, speed: Speed) -> None:
        if speed.in_lines:
            self.line_speed_requested.emit(speed.rate)
        else:
            self.speed_requested.emit(speed.rate)


class SpeedLabel(QLabel):
    """The present speed beside the run button; as wide as the longest, so that nothing moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "label")
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def wanted_width(self) -> int:
        """Return the width of the longest text."""
        self.ensurePolished()
        return max(self.fontMetrics().horizontalAdvance(speed_text(speed)) for speed in SPEEDS) + 2


def speed_text(speed: Speed) -> str:
    """Return a speed in words."""
    translate = QCoreApplication.translate
    if speed.rate == FASTEST:
        return translate("SpeedMenu", "fastest")
    if speed.in_lines and speed.rate == 1:
        return translate("SpeedMenu", "1 line/s")
    text = translate("SpeedMenu", "%1 lines/s") if speed.in_lines else translate("SpeedMenu", "%1 updates/s")
    return text.replace("%1", format_count(round(speed.rate)))


def _rank(speed: Speed) -> float:
    """Return a finite number that orders speeds."""
    return 2 * SPEEDS[-2].rate if speed.rate == FASTEST else speed.rate
