"""Which sessions are compared with the one in the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Final

from PyQt6.QtCore import QObject, pyqtSignal

from nnviz.model.comparison import ComparedSnapshot, ComparedSnapshots, UpdateCost
from nnviz.model.comparison.compared_snapshot import MAIN
from nnviz.model.errors import ModelError
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

if TYPE_CHECKING:
    from nnviz.model.comparison import ComparedSession

MOST: Final = 6
"""Rivals at once: as many as have colours of their own."""


class Rivals(QObject):
    """Holds up to `MOST` sessions beside the one in the window, its rivals; `Comparison` moves them.

    Signals
    -------
    compared_changed(ComparedSnapshots)
        There are others, or they stand elsewhere.
    problem_found(ModelError)
        What was asked for and cannot be done; nothing has changed.
    about_to_copy()
        The session in the window is about to be read: whoever has it moved elsewhere is to end that first.
    """

    about_to_copy = pyqtSignal()
    compared_changed = pyqtSignal(object)
    problem_found = pyqtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rivals: list[ComparedSession] = []
        self._main: Session | None = None
        self._snapshot: Snapshot | None = None
        self._name = ""
        self._pace = UpdateCost()
        self._pace_of: object = None
        self._together = True
        self._last_key = MAIN
        self._told = 0.0

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
        from nnviz.model.session_file.file import is_session_file, open_session

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
        self._align()
        self._tell()

    def clear(self) -> None:
        """Take all away."""
        if self._rivals:
            self._rivals = []
            self._align()
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
        rival.name, rival.tag = self._name, tag
        rival.is_running, rival.target = False, None
        self._main, self._name, self._pace_of = given, name, None
        return given, left

    def announce(self) -> None:
        """Send everything again, for views that have just been connected."""
        self._tell()

    # Inside ------------------------------------------------------------------------------------------------------

    def _align(self) -> None:
        """Have the rivals go where they are to stand; called when there are others."""
        raise NotImplementedError

    def _get(self, key: int) -> ComparedSession:
        for rival in self._rivals:
            if rival.key == key:
                return rival
        raise KeyError(key)

    def _copy(self) -> Session:
        from nnviz.model.session_file.file import session_bytes
        from nnviz.model.session_file.reading import read_session

        assert self._main is not None  # whoever asks has seen it
        self.about_to_copy.emit()
        return read_session(session_bytes(self._main))[0]

    def _add(self, make: Callable[[], tuple[Session, str]]) -> None:
        from nnviz.model.comparison import ComparedSession

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
        self._rivals.append(ComparedSession(self._last_key, self._unique(name), place, session))
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

    def _tell(self) -> None:
        if self._snapshot is None:
            return
        self._told = perf_counter()
        main = ComparedSnapshot(MAIN, self._name, 0, self._snapshot, self._pace.seconds_per_update)
        rivals = tuple(rival.compared_snapshot() for rival in self._rivals)
        self.compared_changed.emit(ComparedSnapshots(main, rivals, self._together))


def _full() -> ModelError:
    return ModelError(
        asked=QT_TRANSLATE_NOOP("model", "to compare another session"),
        where="",
        found=filled(QT_TRANSLATE_NOOP("model", "{count} of them already"), count=MOST),
        accepted=filled(QT_TRANSLATE_NOOP("model", "{count} at most; take one away first"), count=MOST),
    )
