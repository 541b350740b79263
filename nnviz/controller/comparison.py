"""Comparing sessions: adding them, and moving them with the one in the window or independently."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Final

from PyQt6.QtCore import QObject, Qt, QTimer, pyqtSignal

from nnviz.controller.compared_sessions import MOST, ComparedSessions, WindowSession, read_to_compare
from nnviz.controller.frame_budget import FRAME, SLICE
from nnviz.model.comparison import ComparedSnapshots
from nnviz.model.comparison.compared_snapshot import MAIN
from nnviz.model.errors import ModelError
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.available_commands import RunState
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from nnviz.model.comparison import ComparedSession

__all__ = ["MOST", "Comparison"]

RUNNING_SLICE: Final = 0.003
"""Seconds of a frame of a run in which compared sessions catch up that are not in step with it."""

_INTERVAL_EACH: Final = 0.03
"""Seconds between announcements while anything runs, for each session: drawing one takes 1 to 2 ms."""


class Comparison(QObject):
    """Holds up to `MOST` sessions that are compared with the one in the window, and moves them.

    Together, they are after as many whole updates as the session in the window: whatever moves that one (a step, a
    run, a breakpoint that stops it, going back, Restart) moves them. While it runs, their updates are made with its
    own, out of the same slice of each frame; one that has to catch up does so in between, and says how far it is
    behind. Apart, each has its own steps and runs.

    The owner of the session calls `follow` whenever it has moved or changed, `note_run_state` for each `RunState`, and
    `note_updates` for what a run has made, before it continues. With nothing to compare that costs next to nothing.

    Signals
    -------
    compared_changed(ComparedSnapshots)
        There are other sessions, or they have moved.
    problem_found(ModelError)
        What was requested and cannot be done; nothing has changed.
    about_to_copy()
        The session in the window is about to be read: what is moving it elsewhere is to end that first.
    """

    about_to_copy = pyqtSignal()
    compared_changed = pyqtSignal(object)
    problem_found = pyqtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sessions = ComparedSessions()
        self._window = WindowSession()
        self._together = True
        self._state = RunState()
        self._worked_at = 0.0
        self._announced_at = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(round(FRAME * 1000))
        self._timer.timeout.connect(self._work)

    @property
    def keys(self) -> tuple[int, ...]:
        """The keys of the compared sessions, in the order in which they were added."""
        return tuple(compared.key for compared in self._sessions)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is compared with the session in the window."""
        return not self._sessions

    @property
    def is_working(self) -> bool:
        """Whether compared sessions are catching up, or running independently."""
        return self._timer.isActive()

    def announce(self) -> None:
        """Send everything again, for views that have just been connected."""
        if self._window.snapshot is None:
            return
        self._announced_at = perf_counter()
        main = self._window.entry(self._window.snapshot)
        others = tuple(compared.compared_snapshot() for compared in self._sessions)
        self.compared_changed.emit(ComparedSnapshots(main, others, self._together))

    # Which there are ---------------------------------------------------------------------------------------------

    def add_scenario(self, scenario: Scenario, name: str = "") -> None:
        """Add a run of a scenario; without a name it is called by its title."""
        self._add(lambda: (Session(scenario), name))

    def add_shipped(self, name: str) -> None:
        """Add a run of a scenario that comes with nnviz."""
        self._add(lambda: (Session(find_scenario(name)), ""))

    def add_file(self, path: Path) -> None:
        """Add a session from its file, or a run of a scenario file."""
        self._add(partial(read_to_compare, path))

    def add_copy(self) -> None:
        """Add a copy of the session in the window, with all of its past."""
        self._add(lambda: (self._copy(), QT_TRANSLATE_NOOP("model", "copy")))

    def add_branch(self, name: str) -> None:
        """Add another branch of the session in the window."""

        def copy() -> tuple[Session, str]:
            session = self._copy()
            session.switch_branch(name)
            return session, name

        self._add(copy)

    def remove(self, key: int) -> None:
        """Remove a compared session; nothing happens if there is none."""
        self._sessions.remove(key)
        self._align()
        self.announce()

    def clear(self) -> None:
        """Remove all."""
        if self._sessions:
            self._sessions.clear()
            self._align()
            self.announce()

    def rename(self, key: int, name: str) -> None:
        """Rename a compared session, or the one in the window; an empty name stands for its scenario's title."""
        if key == MAIN:
            self._window.name = name.strip()
        for compared in self._sessions:
            if compared.key == key:
                compared.name = name.strip()
        self.announce()

    def exchange(self, key: int, session: Session, tag: object = None) -> tuple[Session, object]:
        """Exchange the session of the window for a compared one, and return that, for the window.

        Parameters
        ----------
        key
            Which of the compared sessions.
        session
            The session in the window; it continues as a compared one, under its own name.
        tag
            Any object that belongs to it; it is returned with it later.

        Returns
        -------
        Session
            The one that was compared.
        object
            The tag that was stored with it; None if it has never been in the window.

        Raises
        ------
        KeyError
            If there is no such session.
        """
        compared = self._sessions.get(key)
        taken, name, stored = compared.session, compared.name, compared.tag
        compared.put(session)
        compared.name, compared.tag = self._window.name, tag
        compared.is_running, compared.target = False, None
        self._window.replace(taken, name)
        return taken, stored

    # Moving them -------------------------------------------------------------------------------------------------

    def set_together(self, together: bool) -> None:
        """Have the compared sessions be where the session in the window is, or leave them where they are."""
        self._together = together
        for compared in self._sessions:
            compared.is_running, compared.target = False, None
        self._align()
        self.announce()

    def step(self, key: int) -> None:
        """Run an update of a compared session; a run of its own ends."""
        if not self._together:
            self._stop(key).step(1)
            self.announce()

    def run(self, key: int) -> None:
        """Run a compared session independently, at the speed of runs; if it is running, stop it."""
        if self._together:
            return
        compared = self._sessions.get(key)
        if compared.is_running:
            self._stop(key)
        else:
            compared.is_running, compared.owed = True, 1.0
        self._go_on()
        self.announce()

    def restart(self, key: int) -> None:
        """Go back to the start of a compared session."""
        if not self._together:
            compared = self._stop(key)
            compared.aim(0)
            compared.target = None
            self.announce()

    # The session in the window -----------------------------------------------------------------------------------

    def follow(self, session: Session, snapshot: Snapshot) -> None:
        """Record where the session in the window is now; it is only read."""
        self._window.follow(session, snapshot)
        self._align()
        self._announce_in_time(at_once=not self._state.running)

    def note_updates(self, updates: int, seconds: float, *, in_background: bool = False) -> None:
        """Record what a run of the session in the window has just made, and make as many updates of each other.

        Called before the run continues, so that what fits into a frame is shared by all. While the session in the
        window runs `in_background`, in another thread, the others wait: they follow when it is shown.
        """
        self._window.pace.add(updates, seconds)
        if in_background or self._window.session is None or not self._together:
            return
        target = self._window.session.place.completed
        for compared in self._sessions:
            if compared.session.place == (target - updates, 0):
                compared.step(updates)

    def note_run_state(self, state: RunState) -> None:
        """Record whether a run is on, and how fast runs are."""
        was_running, self._state = self._state.running, state
        if was_running and not state.running:
            self._align()
            self.announce()

    # Inside ------------------------------------------------------------------------------------------------------

    def _copy(self) -> Session:
        self.about_to_copy.emit()
        return self._window.copy()

    def _add(self, make: Callable[[], tuple[Session, str]]) -> None:
        try:
            self._sessions.check_room()
            session, name = make()
        except ModelError as error:
            self.problem_found.emit(error)
            return
        self._sessions.add(session, name)
        self._align()
        self.announce()

    def _stop(self, key: int) -> ComparedSession:
        compared = self._sessions.get(key)
        compared.is_running, compared.target = False, None
        self._go_on()
        return compared

    def _align(self) -> None:
        """Have the compared sessions go where the session in the window is, while they are together."""
        if self._together and self._window.session is not None:
            for compared in self._sessions:
                compared.aim(self._window.session.place.completed)
            if not self._state.running:
                self._take_turns(SLICE)
        self._go_on()

    def _take_turns(self, seconds: float) -> None:
        if self._sessions:  # a window that compares nothing does not import what moves them
            from nnviz.model.comparison import share_time

            share_time(self._sessions, seconds)

    def _go_on(self) -> None:
        if not any(compared.behind or compared.is_running for compared in self._sessions):
            self._timer.stop()
        elif not self._timer.isActive():
            self._worked_at = perf_counter()
            self._timer.start()

    def _work(self) -> None:
        now = perf_counter()
        for compared in self._sessions:
            if compared.is_running:
                compared.go_on(self._state.speed, now - self._worked_at)
        self._worked_at = now
        self._take_turns(RUNNING_SLICE if self._state.running else SLICE)
        self._go_on()
        self._announce_in_time(at_once=not self._timer.isActive())

    def _announce_in_time(self, *, at_once: bool) -> None:
        if at_once or perf_counter() - self._announced_at >= _INTERVAL_EACH * (1 + len(self._sessions)):
            self.announce()
