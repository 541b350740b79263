"""The breakpoints of the window: running a session until one of them, or a number that is not finite, stops it."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from PyQt6.QtCore import QObject, pyqtSignal

from nnviz.controller.breakpoint_hits import HitLog, Hits
from nnviz.controller.breakpoint_list import BreakpointList
from nnviz.model.history.branch_position import Place
from nnviz.model.history.position import Position
from nnviz.model.session.session import Session

if TYPE_CHECKING:
    from nnviz.model.breakpoints import Breakpoint, Condition, ConditionPast, RunResult, Stop, WentNonFinite


@cache
def _not_finite() -> Breakpoint:
    from nnviz.model.breakpoints import Breakpoint, NotFinite

    return Breakpoint(NotFinite())


class Breakpoints(BreakpointList):
    """Stops runs and steps.

    Whoever has had a session moved by it announces the snapshot, and then calls `tell_stop` if it `has_stopped`.

    Signals
    -------
    stopped_at(tuple[Stop, ...])
        A run has been stopped, by all of these at the same line; the snapshot of it has been announced.
    went_nonfinite(WentNonFinite)
        A run has been stopped where the first number is not finite, or a step has come there; the snapshot of it has
        been announced.
    hits_changed(Mapping[Condition, Hits])
        What breakpoints have stopped on the branch that is shown.
    """

    stopped_at = pyqtSignal(object)
    went_nonfinite = pyqtSignal(object)
    hits_changed = pyqtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._past: tuple[_Where, ConditionPast] | None = None
        self._stops: tuple[Stop, ...] = ()
        self._went: WentNonFinite | None = None
        self._search: _Search | None = None
        self._log = HitLog()
        self._hits: Mapping[Condition, Hits] = {}

    # Forward -----------------------------------------------------------------------------------------------------

    def run(self, session: Session, updates: int) -> bool:
        """Run some updates, or to where something stops it.

        Returns
        -------
        bool
            Whether to go on; if not, `tell_stop` tells why.
        """
        return self._run_to(session, Place(session.place.completed + updates), thorough=False)

    def step_line(self, session: Session) -> None:
        """Run one line; breakpoints do not matter to it."""
        self._past, self._stops = None, ()
        self._went = self._guard.step_line(session)

    def step_update(self, session: Session, updates: int = 1) -> None:
        """Run to the end of the update, or of so many, or to where something stops it."""
        self._run_to(session, Place(session.place.completed + updates))

    def step_epoch(self, session: Session) -> None:
        """Run to the end of the pass over the training data, or to where something stops it."""
        self._run_to(session, Place(session.epoch_end))

    def run_to_line(self, session: Session, line: int) -> None:
        """Run until a line (from 1) has run, of the next update where it has run already, or until something stops."""
        here, lines = session.place, len(session.program)
        completed = here.completed + (line <= here.line)
        self._run_to(session, Place(completed + 1) if line == lines else Place(completed, line))

    def advance(self, session: Session, updates: int, lines: int) -> None:
        """Run whole updates and then lines of the next, or to where something stops it."""
        if self._run_to(session, Place(session.place.completed + updates)):
            here, each = session.place, len(session.program)
            whole, line = divmod(here.line + lines, each)
            self._run_to(session, Place(here.completed + whole, line))

    # Backward ----------------------------------------------------------------------------------------------------

    @property
    def is_searching(self) -> bool:
        """Whether a search of the past is on; the session stands anywhere until it ends or is broken off."""
        return self._search is not None

    def can_search(self, session: Session) -> bool:
        """Return whether there is anything to search the past for."""
        return bool(self._sought(session))

    def begin_search(self, session: Session) -> None:
        """Begin to search the past for where a breakpoint last held, or numbers ceased to be finite if they are not."""
        from nnviz.model.breakpoints import search_back

        self._search = _Search(session, self._enabled, search_back(session, self._sought(session)))

    def search_on(self) -> bool:
        """Search the next stretch; tell whether to go on. In the end the session stands at what was found."""
        search = self._search
        if search is None:
            return False
        try:
            next(search.stretches)
        except StopIteration as end:
            self._search = None
            self._keep_found(search, end.value)
            return False
        return True

    def break_off(self) -> None:
        """End a search where it began."""
        search, self._search = self._search, None
        if search is not None:
            search.stretches.close()

    def _sought(self, session: Session) -> tuple[Breakpoint, ...]:
        return (*self._enabled, _not_finite()) if self.is_guarded and not session.is_finite else self._enabled

    # Telling -----------------------------------------------------------------------------------------------------

    @property
    def has_stopped(self) -> bool:
        """Whether something has stopped a run, and that has not been told yet."""
        return bool(self._stops) or self._went is not None

    def tell_stop(self) -> None:
        """Tell what stopped the run, once."""
        stops, went, self._stops, self._went = self._stops, self._went, (), None
        if stops:
            self.stopped_at.emit(stops)
        if went is not None:
            self.went_nonfinite.emit(went)

    def show_hits(self, session: Session) -> None:
        """Tell of the last stops on the branch on which a session stands, if they are others than before."""
        hits = self._log.here(session)
        if hits != self._hits:
            self._hits = hits
            self.hits_changed.emit(hits)

    def announce(self) -> None:
        """Send everything again, for views that have just been connected."""
        super().announce()
        self.hits_changed.emit(self._hits)

    # Inside ------------------------------------------------------------------------------------------------------

    def _run_to(self, session: Session, last: Place, *, thorough: bool = True) -> bool:
        points = self._enabled
        # What is known of the past is known for these breakpoints, where the run before has left the session.
        past = self._past[1] if self._past is not None and self._past[0] == _where(session, points) else None
        self._past, self._stops, self._went = None, (), None  # for a run that is interrupted
        self._keep(session, points, *self._guard.run(session, points, last, past, thorough=thorough))
        return not self.has_stopped

    def _keep(
        self, session: Session, points: tuple[Breakpoint, ...], outcome: RunResult, went: WentNonFinite | None
    ) -> None:
        self._past = (_where(session, points), outcome.past) if points else None
        self._stops, self._went = outcome.stops, went
        if outcome.stops:
            self._log.add(session, outcome.stops)

    def _keep_found(self, search: _Search, outcome: RunResult) -> None:
        from nnviz.model.breakpoints import RunResult, went_nonfinite
        from nnviz.model.checks.nonfinite import first_nonfinite

        session, stops = search.session, tuple(stop for stop in outcome.stops if stop.breakpoint is not _not_finite())
        if stops or not outcome.stops:
            self._keep(session, search.points, RunResult(stops, outcome.past), None)
            return
        # Several lines of an update may make such numbers out of finite ones; the first is meant.
        first = first_nonfinite(session.snapshot())
        session.seek(session.position.update, session.position.line if first is None else first.line)
        self._past, self._stops, self._went = None, (), went_nonfinite(session)


_Where: TypeAlias = "tuple[Session, str, Position, tuple[Breakpoint, ...]]"


def _where(session: Session, points: tuple[Breakpoint, ...]) -> _Where:
    return session, session.branch, session.position, points


@dataclass(frozen=True)
class _Search:
    """A search of a session's past for some breakpoints."""

    session: Session
    points: tuple[Breakpoint, ...]
    stretches: Generator[int, None, RunResult]
