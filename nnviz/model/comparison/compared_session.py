"""A session beside the one in the window."""

from __future__ import annotations

from time import perf_counter

from nnviz.model.comparison.compared_snapshot import Contender
from nnviz.model.comparison.cost import Pace
from nnviz.model.history.branch_position import Place
from nnviz.model.session.available_commands import FASTEST
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot

_FAR = 4096
"""Updates ahead from which on a keyframe is nearer than what stands between."""

_ENDLESS = 1 << 40
"""Updates ahead of a run that nothing limits."""

_LATE = 0.1
"""Seconds for which updates that could not be made in time are made up."""

_CHUNKS = 4
"""In so many parts a slice of time is used, so that what remains can be judged by what has been."""


class Rival:
    """A session, and what it is called.

    Parameters
    ----------
    key, name, place
        As for `Contender`.
    session
        What is run; nobody else moves it meanwhile.

    Attributes
    ----------
    target
        After how many updates it is to stand; None where it stays.
    is_running
        Whether it runs by itself.
    owed
        Updates, and a part of one, that are due where it runs at a speed.
    tag
        Whatever its owner keeps with it.
    """

    def __init__(self, key: int, name: str, place: int, session: Session) -> None:
        self.key, self.name, self.place = key, name, place
        self.target: int | None = None
        self.is_running = False
        self.owed = 0.0
        self.tag: object = None
        self.put(session)

    @property
    def session(self) -> Session:
        """What is run."""
        return self._session

    def put(self, session: Session) -> None:
        """Run another session from here on."""
        self._session = session
        self._pace, self._chunk = Pace(), 1
        self._shown: tuple[object, Snapshot] | None = None

    @property
    def behind(self) -> int:
        """How many updates it has still to make."""
        return 0 if self.target is None else max(self.target - self._session.place.completed, 0)

    def aim(self, target: int | None) -> None:
        """Be asked to stand after so many updates; back it goes at once, forward when it is moved."""
        self.target = target
        if target is None:
            return
        session = self._session
        if session.place > Place(target):
            session.seek(target)
        elif target - session.place.completed > _FAR and session.newest_place.completed > session.place.completed:
            # What has been is not made again update by update.
            session.seek(min(target, session.newest_place.completed))

    def go_on(self, speed: float, seconds: float) -> None:
        """Aim at what is due after so long at a speed, in updates per second."""
        completed = self._session.place.completed
        if speed == FASTEST:
            self.target = completed + _ENDLESS
            return
        # What a slow machine could not do is not owed for ever.
        self.owed = min(self.owed + speed * seconds, max(speed * _LATE, 1.0))
        due = int(self.owed)
        self.owed -= due
        self.target = completed + due

    def step(self, updates: int) -> None:
        """Run updates, and take in how long they take."""
        begin = perf_counter()
        self._session.step_update(updates)
        self._pace.add(updates, perf_counter() - begin)

    def move(self, seconds: float) -> None:
        """Go on towards the target for about so long, by one update at least."""
        begin = perf_counter()
        left = seconds
        while self.behind and left > 0:
            n, before = min(self.behind, self._chunk), perf_counter()
            self.step(n)
            now = perf_counter()
            if n == self._chunk:
                fitting = n * seconds / _CHUNKS / max(now - before, 1e-9)
                self._chunk = max(1, min(2 * self._chunk, int(fitting)))
            # What would take longer than there is time for is left.
            left = seconds - (now - begin) - (now - before)

    def contender(self) -> Contender:
        """Return what may be read of it; the same snapshot until it has moved."""
        session = self._session
        made_of = (session.place, session.branch, session.newest_place)
        if self._shown is None or self._shown[0] != made_of:
            self._shown = made_of, session.snapshot()
        return Contender(
            self.key,
            self.name,
            self.place,
            self._shown[1],
            self._pace.seconds_per_update,
            0 if self.is_running else self.behind,
            self.is_running,
        )
