"""The cursor in a recorded run: moving it by lines, updates and passes, playing, and breakpoints on source lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PyQt6.QtCore import QCoreApplication, QObject, QTimer, pyqtSignal

from nnviz.controller.frame_budget import FRAME
from nnviz.model.session.available_commands import FASTEST

if TYPE_CHECKING:
    from nnviz.model.recorded_run.findings import SourceLine
    from nnviz.model.recorded_run.recorded_run import Moment, RecordedRun

_FRAME_MS: Final = int(FRAME * 1000)


class RecordedStepping(QObject):
    """Moves through a recorded run; its methods are those of `Stepping` and `Running` for a session.

    Signals
    -------
    moment_changed(Moment)
        Where the cursor has come to.
    running_changed(bool)
        The lines begin to run by themselves, or end.
    breakpoints_changed(Mapping[SourceLine, bool])
        The lines that have breakpoints, and whether each is enabled.
    notice_given(str)
        Why nothing has moved.
    """

    moment_changed = pyqtSignal(object)
    running_changed = pyqtSignal(bool)
    breakpoints_changed = pyqtSignal(object)
    notice_given = pyqtSignal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run: RecordedRun | None = None
        self._cursor = 0
        self._moment: Moment | None = None
        self._breakpoints: dict[SourceLine, bool] = {}
        self._speed = FASTEST
        self._owed = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self._play_frame)

    # What there is -----------------------------------------------------------------------------------------------

    @property
    def moment(self) -> Moment | None:
        """Where the cursor is; None where nothing has been recorded."""
        return self._moment

    @property
    def is_running(self) -> bool:
        """Whether the lines run by themselves."""
        return self._timer.isActive()

    @property
    def breakpoints(self) -> Mapping[SourceLine, bool]:
        """The lines that have breakpoints, and whether each is enabled."""
        return self._breakpoints

    def show(self, run: RecordedRun | None, place: tuple[SourceLine, int] | None = None) -> None:
        """Begin to step through another run.

        Parameters
        ----------
        run
            None for none.
        place
            The line and the update that are to stay on the screen, where the run comes there.
        """
        self.pause()
        self._run, self._moment = run, None
        if run is None:
            return
        cursor = None
        if place is not None:
            line, update = place
            begin = run.update_ends[update - 2] if 1 < update <= len(run.update_ends) + 1 else 0
            cursor = run.next_at([line], begin)
        self._go(run.first_shown if cursor is None else cursor)

    def announce(self) -> None:
        """Send everything again, for views that have just been connected."""
        self.breakpoints_changed.emit(dict(self._breakpoints))
        if self._moment is not None:
            self.moment_changed.emit(self._moment)

    # Stepping ----------------------------------------------------------------------------------------------------

    def step_line(self) -> None:
        """Run one line; a loop over cells counts as one from its second cell on."""
        if self._run is not None:
            self._move(self._run.order.after(self._cursor))

    def step_update(self) -> None:
        """Run to the end of the update."""
        if self._run is not None:
            self._move(self._run.next_update(self._cursor))

    def step_epoch(self) -> None:
        """Run to the end of the pass over the data."""
        if self._run is not None:
            self._move(self._run.next_pass(self._cursor))

    def step_back_line(self) -> None:
        """Go back by one line."""
        if self._run is not None:
            self._move(self._run.order.before(self._cursor))

    def step_back_update(self) -> None:
        """Go back to the end of the update before."""
        if self._run is not None:
            self._move(self._run.previous_update(self._cursor))

    def step_back_epoch(self) -> None:
        """Go back to the end of the pass before."""
        if self._run is not None:
            self._move(self._run.previous_pass(self._cursor))

    def step_inside(self) -> None:
        """Go into the loop over cells that has just run."""
        if self._run is None:
            return
        inside = self._run.order.inside(self._cursor)
        if inside is None:
            self.notice_given.emit(QCoreApplication.translate("Controller", "This line is no loop over cells."))
            return
        loop, cursor = inside
        self._run.order.open(loop)
        self._move(cursor)

    def restart(self) -> None:
        """Go back to the start."""
        self._move(0)

    def to_newest(self) -> None:
        """Go to the end of what was recorded."""
        if self._run is not None:
            self._move(len(self._run))

    def seek(self, update: object, line: object = None) -> None:
        """Go to the end of an update (an int, from 0), or to where a line of its program has run."""
        assert isinstance(update, int)
        run = self._run
        if run is None:
            return
        if isinstance(line, int) and run.network is not None and 0 < update <= len(run.update_ends) and line:
            self._move(run.network.cursor_of(update, line))
        elif update <= 0:
            self._move(run.begin)
        else:
            self._move(run.update_ends[min(update, len(run.update_ends)) - 1] if run.update_ends else len(run))

    def go_to(self, cursor: object) -> None:
        """Go to where so many statements (an int) have run."""
        assert isinstance(cursor, int)
        if self._run is not None:
            self._move(min(max(cursor, 0), len(self._run)))

    def run_to(self, line: SourceLine) -> None:
        """Run until a line has run; from the start where it does not run any more."""
        if self._run is None:
            return
        at = self._run.next_at([line], self._cursor)
        at = self._run.next_at([line], 0) if at is None else at
        if at is None:
            text = QCoreApplication.translate("Controller", "Line %1 did not run in what was recorded.")
            self.notice_given.emit(text.replace("%1", str(line.number)))
        else:
            self._move(at)

    # Running -----------------------------------------------------------------------------------------------------

    def toggle(self) -> None:
        """Run lines until a breakpoint or the end, or pause."""
        if self.is_running:
            self.pause()
        elif self._run is not None and self._cursor < len(self._run):
            self._owed = 1.0
            self._timer.start()
            self.running_changed.emit(True)

    def pause(self) -> None:
        """Stop running."""
        if self.is_running:
            self._timer.stop()
            self.running_changed.emit(False)

    def set_speed(self, speed: float) -> None:
        """Set how many lines per second run; `FASTEST` goes to the next breakpoint, or the end, at once."""
        self._speed = speed

    def run_back(self) -> None:
        """Go back to where a line with a breakpoint last ran."""
        if self._run is None:
            return
        enabled = self._enabled()
        at = self._run.last_at(enabled, self._cursor)
        if at is not None:
            self._move(at)
        elif enabled:
            text = QCoreApplication.translate("Controller", "No breakpoint was hit before this line.")
            self.notice_given.emit(text)
        else:
            text = QCoreApplication.translate(
                "Controller", "There are no breakpoints to run back to; press F9 to set one."
            )
            self.notice_given.emit(text)

    def _play_frame(self) -> None:
        run = self._run
        assert run is not None  # only `toggle` starts it
        stop = run.next_at(self._enabled(), self._cursor)
        goal = len(run) if stop is None else stop
        if self._speed == FASTEST:
            cursor = goal
        else:
            self._owed = min(self._owed + self._speed * FRAME, 1e6)
            cursor = self._cursor
            while self._owed >= 1 and cursor < goal:
                self._owed -= 1
                cursor = min(run.order.after(cursor), goal)
        if cursor != self._cursor:
            self._go(cursor)
        if cursor >= goal:
            self.pause()

    # Breakpoints -------------------------------------------------------------------------------------------------

    def toggle_breakpoint(self, line: SourceLine) -> None:
        """Set or remove the breakpoint on a line."""
        if self._breakpoints.pop(line, None) is None:
            self._breakpoints[line] = True
        self.breakpoints_changed.emit(dict(self._breakpoints))

    def switch_breakpoint(self, line: SourceLine) -> None:
        """Disable the breakpoint on a line, or enable it; nothing happens if there is none."""
        if line in self._breakpoints:
            self._breakpoints[line] = not self._breakpoints[line]
            self.breakpoints_changed.emit(dict(self._breakpoints))

    def clear_breakpoints(self) -> None:
        """Remove all."""
        self._breakpoints.clear()
        self.breakpoints_changed.emit({})

    def _enabled(self) -> list[SourceLine]:
        return [line for line, enabled in self._breakpoints.items() if enabled]

    # Inside ------------------------------------------------------------------------------------------------------

    def _move(self, cursor: int) -> None:
        self.pause()
        self._go(cursor)

    def _go(self, cursor: int) -> None:
        if self._run is None:
            return
        self._cursor = cursor
        self._moment = self._run.moment(cursor)
        self.moment_changed.emit(self._moment)
