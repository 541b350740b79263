"""A session that is compared with the one in the window."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from time import perf_counter

from nnviz.model.comparison.compared_snapshot import ComparedSnapshot
from nnviz.model.comparison.cost import UpdateCost
from nnviz.model.history.position import Place
from nnviz.model.session.available_commands import FASTEST
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot

_FAR = 4096
"""Updates ahead from which on a keyframe is nearer than running what lies between."""

_ENDLESS = 1 << 40
"""Updates ahead of a run that nothing limits."""

_LATE = 0.1
"""Seconds for which updates that could not be run in time are caught up."""

_CHUNKS = 4
"""A slice of time is used in so many parts, so that how many updates still fit is known from those that have run."""

_behind = attrgetter("behind")


class ComparedSession:
    """A session, and what it is called.

    Parameters
    ----------
    key, name, place
        As for `ComparedSnapshot`.
    session
        What is run; nothing else may move it meanwhile.

    Attributes
    ----------
    target
        After how many updates it is to be; None where it stays.
    is_running
        Whether it runs on its own.
    owed
        Updates, and a part of one, that are due where it runs at a speed.
    tag
        Anything that its owner stores with it.
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
        self._cost, self._chunk = UpdateCost(), 1
        self._shown: tuple[object, Snapshot] | None = None

    @property
    def behind(self) -> int:
        """How many updates it has still to run."""
        return 0 if self.target is None else max(self.target - self._session.place.completed, 0)

    def aim(self, target: int | None) -> None:
        """Set after how many updates it is to be; it goes back at once, and forward when it is moved."""
        self.target = target
        if target is None:
            return
        session = self._session
        if session.place > Place(target):
            session.seek(target)
        elif target - session.place.completed > _FAR and session.newest_place.completed > session.place.completed:
            # What has been run is not run again update by update.
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
        """Run updates, and measure how long they take."""
        self._session.use_chosen_engine()
        begin = perf_counter()
        self._session.step_update(updates)
        self._cost.add(updates, perf_counter() - begin)

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

    def compared_snapshot(self) -> ComparedSnapshot:
        """Return what may be read of it; the same snapshot until it has moved."""
        session = self._session
        made_of = (session.place, session.branch, session.newest_place)
        if self._shown is None or self._shown[0] != made_of:
            self._shown = made_of, session.snapshot()
        return ComparedSnapshot(
            self.key,
            self.name,
            self.place,
            self._shown[1],
            self._cost.seconds_per_update,
            0 if self.is_running else self.behind,
            self.is_running,
        )


def share_time(sessions: Iterable[ComparedSession], seconds: float) -> bool:
    """Move sessions towards their targets for about so long in all, sharing it equally; return whether any is behind.

    Those that are furthest behind come first: where an update takes longer than there is time for, the others have
    their turn the next time.
    """
    end = perf_counter() + seconds
    waiting = sorted((session for session in sessions if session.behind), key=_behind, reverse=True)
    for index, session in enumerate(waiting):
        left = end - perf_counter()
        if left <= 0:
            break
        # What one does not use is left to the others.
        session.move(left / (len(waiting) - index))
    return any(session.behind for session in waiting)
