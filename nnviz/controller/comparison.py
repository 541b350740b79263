"""The sessions that are compared with the one in the window: which there are, and moving them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Final

from PyQt6.QtCore import QObject, Qt, QTimer, pyqtSignal

from nnviz.controller.pacing import FRAME, SLICE
from nnviz.model.commands import RunState
from nnviz.model.comparing import Compared, Contender, Pace, Rival, take_turns
from nnviz.model.comparing.contender import MAIN
from nnviz.model.errors import ModelError
from nnviz.model.saving.reading import read_session
from nnviz.model.scenario import Scenario
from nnviz.model.scenario_file import find_scenario
from nnviz.model.session import Session
from nnviz.model.session_file import is_session_file, open_session, session_bytes
from nnviz.model.snapshot import Snapshot
from nnviz.model.words import QT_TRANSLATE_NOOP, filled

MOST: Final = 6
"""Rivals at once: as many as have colours of their own."""

RUNNING_SLICE: Final = 0.003
"""Seconds of a frame of a run in which rivals catch up that are not in step with it."""

_TELL_EACH: Final = 0.03
"""Seconds between tellings while anything runs, for each session: drawing one takes 1 to 2 ms."""


class Comparison(QObject):
    """Holds up to `MOST` sessions beside the one in the window, its rivals.

    Together, they stand after as many whole updates as the session in the window: whatever moves that one (a step, a
    run, a breakpoint that stops it, going back, Restart) moves them. While it runs, their updates are made with its
    own, out of the same slice of each frame; one that has to catch up does so beside it, and says how far it is behind.
    Apart, each has its own steps and runs.

    Whoever owns the session calls `follow` whenever it has moved or changed, `note_run_state` for each `RunState`, and
    `note_updates` for what a run has made, before it goes on. Without rivals that costs next to nothing.

    Signals
    -------
    compared_changed(Compared)
        There are others, or they stand elsewhere.
    problem_found(ModelError)
        What was asked for and cannot be done; nothing has changed.
    """

    compared_changed = pyqtSignal(object)
    problem_found = pyqtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rivals: list[Rival] = []
        self._main: Session | None = None
        self._snapshot: Snapshot | None = None
        self._name = ""
        self._pace = Pace()
        self._pace_of: object = None
        self._together = True
        self._state = RunState()
        self._last_key = MAIN
        self._told = self._worked = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(round(FRAME * 1000))
        self._timer.timeout.connect(self._work)

    # Which there are ---------------------------------------------------------------------------------------------

    @property
    def keys(self) -> tuple[int, ...]:
        """The rivals, in the order in which they came."""
        return tuple(rival.key for rival in self._rivals)

    def add_scenario(self, scenario: Scenario, name: str = "") -> None:
        """Add a run of a scenario; without a name it is called by its title."""
        self._add(lambda: (Session(scenario), name))

    def add_shipped(self, name: str) -> None:
        """Add a run of a scenario that comes with nnviz."""
        self._add(lambda: (Session(find_scenario(name)), ""))

    def add_file(self, path: Path) -> None:
        """Add a session from its file, or a run of a scenario file."""

        def read() -> tuple[Session, str]:
            if is_session_file(path):
                return open_session(path).session, path.stem
            return Session(find_scenario(str(path))), ""

        self._add(read)

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
        """Take a rival away; nothing happens where there is none."""
        self._rivals = [rival for rival in self._rivals if rival.key != key]
        self._go_on()
        self._tell()

    def rename(self, key: int, name: str) -> None:
        """Call a rival, or the session in the window, otherwise; by its scenario's title where the name is empty."""
        if key == MAIN:
            self._name = name.strip()
        for rival in self._rivals:
            if rival.key == key:
                rival.name = name.strip()
        self._tell()

    def exchange(self, key: int, session: Session, tag: object = None) -> tuple[Session, object]:
        """Put the session of the window in the place of a rival, and give the rival's, for the window.

        Parameters
        ----------
        key
            Which rival.
        session
            The session in the window; it goes on as the rival, under its own name.
        tag
            Whatever belongs to it, to be given back with it.

        Returns
        -------
        Session
            The rival's.
        object
            What was left with it; None if it has never stood in the window.

        Raises
        ------
        KeyError
            If there is no such rival.
        """
        rival = self._get(key)
        given, name, left = rival.session, rival.name, rival.tag
        rival.put(session)
        rival.name, rival.tag, rival.is_running = self._name, tag, False
        self._main, self._name, self._pace_of = given, name, None
        return given, left

    def announce(self) -> None:
        """Send everything again, for views that have just been connected."""
        self._tell()

    # Moving ------------------------------------------------------------------------------------------------------

    @property
    def is_together(self) -> bool:
        """Whether the rivals stand where the session in the window does."""
        return self._together

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
            self._pace, self._pace_of = Pace(), pace_of
        self._align()
        self._tell_in_time(at_once=not self._state.running)

    def note_updates(self, updates: int, seconds: float) -> None:
        """Take in what a run of the session in the window has just made, and make as many updates of each rival.

        Called before the run goes on, so that what fits into a frame is shared by all.
        """
        self._pace.add(updates, seconds)
        if self._main is None or not self._together:
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

    def _get(self, key: int) -> Rival:
        for rival in self._rivals:
            if rival.key == key:
                return rival
        raise KeyError(key)

    def _stop(self, key: int) -> Rival:
        rival = self._get(key)
        rival.is_running, rival.target = False, None
        self._go_on()
        return rival

    def _copy(self) -> Session:
        assert self._main is not None  # whoever asks has seen it
        return read_session(session_bytes(self._main))[0]

    def _add(self, make: Callable[[], tuple[Session, str]]) -> None:
        try:
            if len(self._rivals) == MOST:
                raise _full()
            session, name = make()
        except ModelError as error:
            self.problem_found.emit(error)
            return
        taken = {rival.place for rival in self._rivals}
        place = next(place for place in range(MOST) if place not in taken)
        self._last_key += 1
        self._rivals.append(Rival(self._last_key, self._unique(name), place, session))
        self._align()
        self._tell()

    def _unique(self, name: str) -> str:
        """Number a name that another rival has."""
        names = {rival.name for rival in self._rivals}
        numbered, number = name, 1
        while name and numbered in names:
            number += 1
            numbered = filled(QT_TRANSLATE_NOOP("model", "{name} ({number})"), name=name, number=number)
        return numbered

    def _align(self) -> None:
        """Have the rivals go where the session in the window stands, while they are together."""
        if self._together and self._main is not None:
            for rival in self._rivals:
                rival.aim(self._main.place.completed)
            if not self._state.running:
                take_turns(self._rivals, SLICE)
        self._go_on()

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
        take_turns(self._rivals, RUNNING_SLICE if self._state.running else SLICE)
        self._go_on()
        self._tell_in_time(at_once=not self._timer.isActive())

    def _tell_in_time(self, *, at_once: bool) -> None:
        if at_once or perf_counter() - self._told >= _TELL_EACH * (1 + len(self._rivals)):
            self._tell()

    def _tell(self) -> None:
        if self._snapshot is None:
            return
        self._told = perf_counter()
        main = Contender(MAIN, self._name, 0, self._snapshot, self._pace.seconds_per_update)
        rivals = tuple(rival.contender() for rival in self._rivals)
        self.compared_changed.emit(Compared(main, rivals, self._together))


def _full() -> ModelError:
    return ModelError(
        asked=QT_TRANSLATE_NOOP("model", "to compare another session"),
        where="",
        found=filled(QT_TRANSLATE_NOOP("model", "{count} of them already"), count=MOST),
        accepted=filled(QT_TRANSLATE_NOOP("model", "{count} at most; take one away first"), count=MOST),
    )
