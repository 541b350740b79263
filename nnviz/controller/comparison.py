"""The sessions that are compared with the one in the window: moving them with it, or each by itself."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, Final

from PyQt6.QtCore import QObject, Qt, QTimer

from nnviz.controller.compared_sessions import MOST, Rivals
from nnviz.controller.frame_budget import FRAME, SLICE
from nnviz.model.comparison import UpdateCost
from nnviz.model.session.available_commands import RunState
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot

if TYPE_CHECKING:
    from nnviz.model.comparison import ComparedSession

__all__ = ["MOST", "Comparison"]

RUNNING_SLICE: Final = 0.003
"""Seconds of a frame of a run in which rivals catch up that are not in step with it."""

_TELL_EACH: Final = 0.03
"""Seconds between tellings while anything runs, for each session: drawing one takes 1 to 2 ms."""


class Comparison(Rivals):
    """Moves up to `MOST` sessions beside the one in the window.

    Together, they stand after as many whole updates as the session in the window: whatever moves that one (a step, a
    run, a breakpoint that stops it, going back, Restart) moves them. While it runs, their updates are made with its
    own, out of the same slice of each frame; one that has to catch up does so beside it, and says how far it is behind.
    Apart, each has its own steps and runs.

    Whoever owns the session calls `follow` whenever it has moved or changed, `note_run_state` for each `RunState`, and
    `note_updates` for what a run has made, before it goes on. Without rivals that costs next to nothing. `Rivals` has
    the signals.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = RunState()
        self._worked = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(round(FRAME * 1000))
        self._timer.timeout.connect(self._work)

    # Moving ------------------------------------------------------------------------------------------------------

    @property
    def is_together(self) -> bool:
        """Whether the rivals stand where the session in the window does."""
        return self._together

    @property
    def has_rivals(self) -> bool:
        """Whether anything is compared with the session in the window."""
        return bool(self._rivals)

    @property
    def is_working(self) -> bool:
        """Whether rivals are catching up, or run by themselves."""
        return self._timer.isActive()

    def set_together(self, together: bool) -> None:
        """Have the rivals stand where the session in the window does, or leave them where they are."""
        self._together = together
        for rival in self._rivals:
            rival.is_running, rival.target = False, None
        self._align()
        self._tell()

    def step(self, key: int) -> None:
        """Run an update of a rival; a run of its own ends."""
        if not self._together:
            self._stop(key).step(1)
            self._tell()

    def run(self, key: int) -> None:
        """Run a rival by itself, as fast as runs are; if it does, stop it."""
        if self._together:
            return
        rival = self._get(key)
        if rival.is_running:
            self._stop(key)
        else:
            rival.is_running, rival.owed = True, 1.0
        self._go_on()
        self._tell()

    def restart(self, key: int) -> None:
        """Go back to the start of a rival."""
        if not self._together:
            rival = self._stop(key)
            rival.aim(0)
            rival.target = None
            self._tell()

    def pause(self) -> None:
        """Stop all runs of rivals by themselves."""
        for rival in self._rivals:
            if rival.is_running:
                rival.is_running, rival.target = False, None
        self._go_on()
        self._tell()

    # The session in the window -----------------------------------------------------------------------------------

    def follow(self, session: Session, snapshot: Snapshot) -> None:
        """Take in where the session in the window stands now; it is only read."""
        if session is not self._main:
            self._name = ""
        self._main, self._snapshot = session, snapshot
        pace_of = (snapshot.program.recipe, snapshot.scenario.batch)
        if pace_of != self._pace_of:
            self._pace, self._pace_of = UpdateCost(), pace_of
        self._align()
        self._tell_in_time(at_once=not self._state.running)

    def note_updates(self, updates: int, seconds: float, *, beside: bool = False) -> None:
        """Take in what a run of the session in the window has just made, and make as many updates of each rival.

        Called before the run goes on, so that what fits into a frame is shared by all; but of what runs `beside` the
        window, in another thread, the rivals keep away: they follow when it is shown.
        """
        self._pace.add(updates, seconds)
        if beside or self._main is None or not self._together:
            return
        target = self._main.place.completed
        for rival in self._rivals:
            if rival.session.place == (target - updates, 0):
                rival.step(updates)

    def note_run_state(self, state: RunState) -> None:
        """Take in whether a run is on, and how fast runs are."""
        was_running, self._state = self._state.running, state
        if was_running and not state.running:
            self._align()
            self._tell()

    # Inside ------------------------------------------------------------------------------------------------------

    def _stop(self, key: int) -> ComparedSession:
        rival = self._get(key)
        rival.is_running, rival.target = False, None
        self._go_on()
        return rival

    def _align(self) -> None:
        """Have the rivals go where the session in the window stands, while they are together."""
        if self._together and self._main is not None:
            for rival in self._rivals:
                rival.aim(self._main.place.completed)
            if not self._state.running:
                self._take_turns(SLICE)
        self._go_on()

    def _take_turns(self, seconds: float) -> None:
        if self._rivals:  # a window without any does without what moves them
            from nnviz.model.comparison import share_time

            share_time(self._rivals, seconds)

    def _go_on(self) -> None:
        if not any(rival.behind or rival.is_running for rival in self._rivals):
            self._timer.stop()
        elif not self._timer.isActive():
            self._worked = perf_counter()
            self._timer.start()

    def _work(self) -> None:
        now = perf_counter()
        for rival in self._rivals:
            if rival.is_running:
                rival.go_on(self._state.speed, now - self._worked)
        self._worked = now
        self._take_turns(RUNNING_SLICE if self._state.running else SLICE)
        self._go_on()
        self._tell_in_time(at_once=not self._timer.isActive())

    def _tell_in_time(self, *, at_once: bool) -> None:
        if at_once or perf_counter() - self._told >= _TELL_EACH * (1 + len(self._rivals)):
            self._tell()
