"""Moving the cursor: steps, runs, and going back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import perf_counter
from typing import Final

from PyQt6.QtCore import QCoreApplication, QObject, QTimer

from nnviz.controller.editing import Changing
from nnviz.controller.frame_budget import SLICE, Pacer
from nnviz.model.errors import ModelError
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.available_commands import FASTEST
from nnviz.model.session.session import Session

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
        self._idle.timeout.connect(self._note_painted)

    def step_line(self) -> None:
        """Run one line."""
        self._move(self._breakpoints.step_line)

    def step_update(self) -> None:
        """Run to the end of the update."""
        self._move(self._breakpoints.step_update)

    def step_epoch(self) -> None:
        """Run to the end of the pass over the training data."""
        self._move(self._breakpoints.step_epoch)

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
        self._move(lambda session: session.seek(update, line))

    def reach(self, update: object, line: object = None) -> None:
        """Stand where `seek` would, and run on until there where the run has not been there yet."""
        assert isinstance(update, int)
        assert line is None or isinstance(line, int)
        self.pause()
        if self._session.newest_place.completed >= update:
            self.seek(update, line)
            return
        self._goal = update, line
        self._timer.start()
        self._set_state(running=True)

    def pause(self) -> None:
        """Stop running."""
        self._goal = None
        self._idle.stop()
        super().pause()

    def to_newest(self) -> None:
        """Return to where the run ends."""
        self._move(Session.to_newest)

    def restart(self) -> None:
        """Go back to the start, with the same initial parameters."""
        self._move(Session.restart)

    def run_to_line(self, line: int) -> None:
        """Run until line `line` (from 1) of the update has run; of the next update where it has run already."""
        self._move(lambda session: self._breakpoints.run_to_line(session, line))

    def advance(self, updates: int, lines: int) -> None:
        """Run whole updates, then lines of the next."""
        self._move(lambda session: self._breakpoints.advance(session, updates, lines))

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
        if self._state.can_pause:
            self.pause()
        else:
            self.run()

    def set_speed(self, speed: float) -> None:
        """Set how many updates per second a run makes; `FASTEST` for as many as the machine can."""
        self._set_state(speed=speed)

    # Inside ------------------------------------------------------------------------------------------------------

    def _run_updates(self, n: int) -> bool:
        session = self._held
        session.use_chosen_engine()
        before, begin = session.place.completed, perf_counter()
        goes_on = self._breakpoints.run(session, n)
        self._comparison.note_updates(
            session.place.completed - before, perf_counter() - begin, beside=self._beside.is_busy
        )
        return goes_on

    def _run_slice(self, session: Session) -> bool:
        done = self._pacer.frame(self._state.speed)
        while self._beside.wants_more and self._state.speed == FASTEST and not self._breakpoints.has_stopped:
            done += self._pacer.frame(FASTEST)
        return done > 0

    def _search_slice(self, session: Session) -> bool:
        """Search the past; tell whether the search has ended."""
        begin = perf_counter()
        while self._breakpoints.search_on():
            if perf_counter() - begin >= SLICE and not self._beside.wants_more:
                return False
        return True

    def _tell_found(self) -> None:
        self.pause()
        if self._breakpoints.has_stopped:
            self._breakpoints.tell_stop()
        else:
            self.notice_given.emit(
                QCoreApplication.translate("Controller", "No breakpoint held anywhere before this line.")
            )

    def _reach_slice(self, update: int, line: int | None, session: Session) -> None:
        begin = perf_counter()
        session.to_newest()
        while session.place.completed < update:
            if perf_counter() - begin >= SLICE and not self._beside.wants_more:
                return
            session.step_update(1 if self._beside.is_busy else min(_REACH, update - session.place.completed))
        session.seek(update, line)

    def _end_reaching(self) -> None:
        if self._goal is not None and self._held.position.update >= self._goal[0]:
            self.pause()

    def _run_frame(self) -> None:
        if self._beside.is_busy:
            # Painting is over: what has been computed meanwhile can be shown.
            self._beside.ask()
        elif self._goal is not None:
            self._carry_out(partial(self._reach_slice, *self._goal), self._end_reaching)
        elif self._breakpoints.is_searching:
            self._carry_out(self._search_slice, self._tell_found)
        else:
            self._carry_out(self._run_slice, self._end_frame)

    def _end_frame(self) -> None:
        self._idle.start()
        self._tell_stop()

    def _note_painted(self) -> None:
        if self._beside.is_busy:  # which paces itself
            return
        self._pacer.painted()
        if self._held.is_large and self._state.running and self._state.speed == FASTEST:
            self._run_frame()  # whose thread would do nothing until the next frame is due

    def _tell_stop(self) -> None:
        if self._breakpoints.has_stopped:
            self.pause()
            self._breakpoints.tell_stop()

    def _refuse(self, error: ModelError) -> None:
        """Tell what cannot be done; what goes on asking for it ends."""
        if self._goal is not None:
            self.pause()
        super()._refuse(error)

    def _move(self, move: Callable[[Session], None]) -> None:
        """Pause, move the session's cursor, announce where it stands, and what has stopped it on the way."""
        self.pause()
        self._carry_out(move, self._tell_stop)
