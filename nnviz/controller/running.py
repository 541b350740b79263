"""Runs: training from frame to frame, running on to an update, and searching the past."""

from __future__ import annotations

from functools import partial
from time import perf_counter
from typing import Final

from PyQt6.QtCore import QCoreApplication, QObject, Qt, QTimer

from nnviz.controller.comparison import Comparison
from nnviz.controller.frame_budget import FRAME, SLICE, FrameBudget
from nnviz.controller.session_owner import SessionOwner
from nnviz.model.session.available_commands import FASTEST
from nnviz.model.session.session import Session

_CHUNK: Final = 16
"""Updates between two looks at the clock on the way to an update."""


class Running(QObject):
    """Moves the session from frame to frame until it is paused, stopped, or has come to its goal."""

    def __init__(self, owner: SessionOwner, comparison: Comparison) -> None:
        super().__init__(owner)
        self._owner = owner
        self._stops = owner.stops
        self._background = owner.background
        self._comparison = comparison
        self._goal: tuple[int, int | None] | None = None
        self._next_line = 0.0
        self._budget = FrameBudget(self._run_updates)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(int(FRAME * 1000))
        self._timer.timeout.connect(self._run_frame)
        # It times out when there is nothing else to do: when everything that a frame changed has been painted.
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._note_painted)
        owner.pausing.connect(self._end)
        owner.problem_found.connect(self._give_up_goal)

    def start(self) -> None:
        """Run updates until paused."""
        if not self._owner.run_state.running:
            self._budget.start()
            self._next_line = perf_counter()
            self._begin()

    def toggle(self) -> None:
        """Run, or pause."""
        if self._owner.run_state.can_pause:
            self._owner.pause()
        else:
            self.start()

    def set_speed(self, speed: float) -> None:
        """Set how many updates per second a run makes; `FASTEST` for as many as the machine can."""
        self._owner.set_state(speed=speed, line_speed=None)

    def set_line_speed(self, lines: float) -> None:
        """Set how many lines per second a run makes, one by one."""
        self._owner.set_state(line_speed=lines)

    def reach(self, update: object, line: object = None) -> None:
        """Go to the end of an update (an int), or to where a line of it has run; run on until there if need be."""
        assert isinstance(update, int)
        assert line is None or isinstance(line, int)
        self._owner.pause()
        if self._owner.session.newest_place.completed >= update:
            self._owner.move(lambda session: session.seek(update, line))
            return
        self._goal = update, line
        self._begin()

    def run_back(self) -> None:
        """Run back to where a breakpoint last held."""
        self._owner.pause()
        session = self._owner.session
        if not self._stops.can_search(session):
            self._owner.notice_given.emit(
                QCoreApplication.translate(
                    "Controller", "There are no breakpoints to run back to; press F9 to set one."
                )
            )
            return
        self._stops.begin_search(session)
        self._begin()

    # Inside ------------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        self._timer.start()
        self._owner.set_state(running=True)

    def _end(self) -> None:
        self._goal = None
        self._idle.stop()
        self._timer.stop()

    def _give_up_goal(self) -> None:
        """Pause on the way to an update: what cannot be done would be tried again in the next frame."""
        if self._goal is not None:
            self._owner.pause()

    def _run_frame(self) -> None:
        if self._background.is_busy:
            # Painting is over: what has been computed meanwhile can be shown.
            self._background.ask()
        elif self._goal is not None:
            self._owner.carry_out(partial(self._reach_slice, *self._goal), self._end_reaching)
        elif self._stops.is_searching:
            self._owner.carry_out(self._search_slice, self._report_search)
        elif self._owner.run_state.line_speed is not None:
            self._walk(self._owner.run_state.line_speed)
        else:
            self._owner.carry_out(self._run_slice, self._end_frame)

    # Training

    def _walk(self, lines: float) -> None:
        """Run the next line, if it is due."""
        now = perf_counter()
        if now >= self._next_line:
            # Late frames are not made up for: a person watches the lines.
            self._next_line = max(self._next_line, now - FRAME) + 1 / lines
            self._owner.carry_out(lambda session: self._stops.advance(session, 0, 1), self._owner.report_stop)

    def _run_updates(self, n: int) -> bool:
        session = self._owner.live_session
        session.use_chosen_engine()
        before, begin = session.place.completed, perf_counter()
        goes_on = self._stops.run(session, n)
        self._comparison.note_updates(
            session.place.completed - before, perf_counter() - begin, in_background=self._background.is_busy
        )
        return goes_on

    def _run_slice(self, session: Session) -> bool:
        done = self._budget.run_frame(self._owner.run_state.speed)
        while self._background.wants_more and self._owner.run_state.speed == FASTEST and not self._stops.has_stopped:
            done += self._budget.run_frame(FASTEST)
        return done > 0

    def _end_frame(self) -> None:
        self._idle.start()
        self._owner.report_stop()

    def _note_painted(self) -> None:
        if self._background.is_busy:  # which paces itself
            return
        self._budget.note_painted()
        state = self._owner.run_state
        if self._owner.live_session.is_large and state.running and state.speed == FASTEST:
            self._run_frame()  # whose thread would do nothing until the next frame is due

    # Searching the past

    def _search_slice(self, session: Session) -> bool:
        """Search the past; return whether the search has ended."""
        begin = perf_counter()
        while self._stops.search_on():
            if perf_counter() - begin >= SLICE and not self._background.wants_more:
                return False
        return True

    def _report_search(self) -> None:
        self._owner.pause()
        if self._stops.has_stopped:
            self._stops.report()
        else:
            self._owner.notice_given.emit(
                QCoreApplication.translate("Controller", "No breakpoint was hit before this line.")
            )

    # Going on to an update

    def _reach_slice(self, update: int, line: int | None, session: Session) -> None:
        begin = perf_counter()
        session.to_newest()
        while session.place.completed < update:
            if perf_counter() - begin >= SLICE and not self._background.wants_more:
                return
            session.step_update(1 if self._background.is_busy else min(_CHUNK, update - session.place.completed))
        session.seek(update, line)

    def _end_reaching(self) -> None:
        if self._goal is not None and self._owner.live_session.position.update >= self._goal[0]:
            self._owner.pause()
