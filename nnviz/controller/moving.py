"""Moving the cursor: steps, runs, and going back."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter
from typing import Final

from PyQt6.QtCore import QCoreApplication, QObject, QTimer

from nnviz.controller.changing import Changing
from nnviz.controller.pacing import SLICE, Pacer
from nnviz.model.scenario import Scenario
from nnviz.model.session import Session

_REACH: Final = 16
"""Updates between two looks at the clock on the way to an update."""


class Moving(Changing):
    """Steps the session and runs it, in slices of a frame."""

    def __init__(self, scenario: Scenario, parent: QObject | None = None) -> None:
        self._goal: tuple[int, int | None] | None = None
        super().__init__(scenario, parent)
        self._pacer = Pacer(self._run_updates)
        self._timer.timeout.connect(self._run_frame)
        # It comes when there is nothing else to do: when everything that a frame changed has been painted.
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._pacer.painted)

    def step_line(self) -> None:
        """Run one line."""
        self._step(self._breakpoints.step_line)

    def step_update(self) -> None:
        """Run to the end of the update."""
        self._step(self._breakpoints.step_update)

    def step_epoch(self) -> None:
        """Run to the end of the pass over the training data."""
        self._step(self._breakpoints.step_epoch)

    def step_back_line(self) -> None:
        """Go back by one line."""
        self._move(Session.step_back_line)

    def step_back_update(self) -> None:
        """Go back to the end of the update before."""
        self._move(Session.step_back_update)

    def step_back_epoch(self) -> None:
        """Go back to the end of the pass over the training data before."""
        self._move(Session.step_back_epoch)

    def seek(self, update: object, line: object = None) -> None:
        """Stand at the end of an update (an int, from 0) of the run, or after a line of it."""
        assert isinstance(update, int)
        assert line is None or isinstance(line, int)
        self.pause()
        self._try(lambda session: session.seek(update, line))

    def reach(self, update: object, line: object = None) -> None:
        """Stand where `seek` would, and run on until there where the run has not been there yet."""
        assert isinstance(update, int)
        assert line is None or isinstance(line, int)
        self.pause()
        if self._session.newest_place.completed >= update:
            self.seek(update, line)
            return
        self._session.to_newest()
        self._goal = update, line
        self._timer.start()
        self._set_state(running=True)

    def pause(self) -> None:
        """Stop running."""
        self._goal = None
        super().pause()

    def to_newest(self) -> None:
        """Return to where the run ends."""
        self._move(Session.to_newest)

    def restart(self) -> None:
        """Go back to the start, with the same initial parameters."""
        self._move(Session.restart)

    def run_to_line(self, line: int) -> None:
        """Run until line `line` (from 1) of the update has run; of the next update where it has run already."""
        self._step(lambda session: self._breakpoints.run_to_line(session, line))

    def advance(self, updates: int, lines: int) -> None:
        """Run whole updates, then lines of the next."""
        self._step(lambda session: self._breakpoints.advance(session, updates, lines))

    def run(self) -> None:
        """Run updates until paused."""
        if not self._state.running:
            self._pacer.start()
            self._timer.start()
            self._set_state(running=True)

    def run_back(self) -> None:
        """Run back to where a breakpoint last held."""
        self.pause()
        if not self._breakpoints.can_search(self._session):
            self.notice_given.emit(
                QCoreApplication.translate("Controller", "There is no breakpoint to run back to; F9 sets one.")
            )
            return
        self._breakpoints.begin_search(self._session)
        self._timer.start()
        self._set_state(running=True)

    def toggle_run(self) -> None:
        """Run, or pause."""
        if self._state.running:
            self.pause()
        else:
            self.run()

    def set_speed(self, speed: float) -> None:
        """Set how many updates per second a run makes; `FASTEST` for as many as the machine can."""
        self._set_state(speed=speed)

    # Inside ------------------------------------------------------------------------------------------------------

    def _run_updates(self, n: int) -> bool:
        self._session.use_chosen_engine()
        before, begin = self._session.place.completed, perf_counter()
        goes_on = self._breakpoints.run(self._session, n)
        self._comparison.note_updates(self._session.place.completed - before, perf_counter() - begin)
        return goes_on

    def _search_frame(self) -> None:
        begin = perf_counter()
        while self._breakpoints.search_on():
            if perf_counter() - begin >= SLICE:
                return
        self.pause()
        self._publish()
        if self._breakpoints.has_stopped:
            self._breakpoints.tell_stop()
        else:
            self.notice_given.emit(
                QCoreApplication.translate("Controller", "No breakpoint held anywhere before this line.")
            )

    def _reach_frame(self, update: int, line: int | None) -> None:
        begin = perf_counter()
        while self._session.place.completed < update:
            if perf_counter() - begin >= SLICE:
                self._publish()
                return
            self._session.step_update(min(_REACH, update - self._session.place.completed))
        self.seek(update, line)

    def _run_frame(self) -> None:
        if self._goal is not None:
            self._reach_frame(*self._goal)
            return
        if self._breakpoints.is_searching:
            self._search_frame()
            return
        if self._pacer.frame(self._state.speed) == 0:
            return
        self._publish()
        self._idle.start()
        if self._breakpoints.has_stopped:
            self.pause()
            self._breakpoints.tell_stop()

    def _step(self, step: Callable[[Session], None]) -> None:
        """Pause, step the session, announce where it stands, and what has stopped it on the way."""
        self._move(step)
        if self._breakpoints.has_stopped:
            self._breakpoints.tell_stop()

    def _move(self, move: Callable[[Session], None]) -> None:
        """Pause, move the session's cursor, and announce where it stands."""
        self.pause()
        move(self._session)
        self._publish()
