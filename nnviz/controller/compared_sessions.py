"""Which sessions are compared with the one in the window: up to six, each with a name and a colour of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from nnviz.model.comparison import ComparedSnapshot, UpdateCost
from nnviz.model.comparison.compared_snapshot import MAIN
from nnviz.model.engine.engines import chosen_engine
from nnviz.model.errors import ModelError
from nnviz.model.scenario.file import find_scenario
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

if TYPE_CHECKING:
    from nnviz.model.comparison import ComparedSession

MOST: Final = 6
"""ComparedSnapshots sessions at once: as many as have colours of their own."""


class ComparedSessions:
    """Up to `MOST` sessions, in the order in which they were added."""

    def __init__(self) -> None:
        self._all: list[ComparedSession] = []
        self._last_key = MAIN

    def __iter__(self) -> Iterator[ComparedSession]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def check_room(self) -> None:
        """Check that there is room for another session.

        Raises
        ------
        ModelError
            If there are as many as there can be.
        """
        if len(self._all) == MOST:
            raise ModelError(
                asked=QT_TRANSLATE_NOOP("model", "to compare another session"),
                where="",
                found=filled(QT_TRANSLATE_NOOP("model", "{count} of them already"), count=MOST),
                accepted=filled(QT_TRANSLATE_NOOP("model", "{count} at most; remove one first"), count=MOST),
            )

    def add(self, session: Session, name: str) -> None:
        """Add a session, with the first colour that is free; a name that another one has is numbered."""
        from nnviz.model.comparison import ComparedSession

        session.choose_engine(chosen_engine())
        taken = {compared.place for compared in self._all}
        place = next(place for place in range(MOST) if place not in taken)
        self._last_key += 1
        self._all.append(ComparedSession(self._last_key, self._unique(name), place, session))

    def get(self, key: int) -> ComparedSession:
        """Return the session of a key.

        Raises
        ------
        KeyError
            If there is none.
        """
        for compared in self._all:
            if compared.key == key:
                return compared
        raise KeyError(key)

    def remove(self, key: int) -> None:
        """Remove a session; nothing happens if there is none."""
        self._all = [compared for compared in self._all if compared.key != key]

    def clear(self) -> None:
        """Remove all."""
        self._all = []

    def _unique(self, name: str) -> str:
        """Number a name that another session has."""
        names = {compared.name for compared in self._all}
        numbered, number = name, 1
        while name and numbered in names:
            number += 1
            numbered = filled(QT_TRANSLATE_NOOP("model", "{name} ({number})"), name=name, number=number)
        return numbered


class WindowSession:
    """The session in the window, as the others are compared with it; it is only read.

    Attributes
    ----------
    session, snapshot
        The session, and the newest snapshot of it; None before there is one.
    name
        What the person calls it; empty for the title of its scenario.
    pace
        How long its updates take.
    """

    def __init__(self) -> None:
        self.session: Session | None = None
        self.snapshot: Snapshot | None = None
        self.name = ""
        self.pace = UpdateCost()
        self._pace_of: object = None

    def replace(self, session: Session, name: str) -> None:
        """Set another session, with a name."""
        self.session, self.name, self._pace_of = session, name, None

    def follow(self, session: Session, snapshot: Snapshot) -> None:
        """Record where the session is now; another session has no name yet."""
        if session is not self.session:
            self.name = ""
        self.session, self.snapshot = session, snapshot
        pace_of = (snapshot.program.recipe, snapshot.scenario.effective_batch)
        if pace_of != self._pace_of:
            self.pace, self._pace_of = UpdateCost(), pace_of

    def entry(self, snapshot: Snapshot) -> ComparedSnapshot:
        """Return what may be read of it."""
        return ComparedSnapshot(MAIN, self.name, 0, snapshot, self.pace.seconds_per_update)

    def copy(self) -> Session:
        """Return a copy of the session, with all of its past."""
        from nnviz.model.session_file.file import session_bytes
        from nnviz.model.session_file.reading import read_session

        assert self.session is not None  # what asks for a copy has been shown it
        return read_session(session_bytes(self.session)).session


def read_to_compare(path: Path) -> tuple[Session, str]:
    """Read a session from its file, or a run of a scenario file; return also its name, if it has one.

    Raises
    ------
    ModelError
        If the file cannot be read, or is neither.
    """
    from nnviz.model.session_file.file import is_session_file, open_session

    if is_session_file(path):
        return open_session(path).session, path.stem
    return Session(find_scenario(str(path))), ""
