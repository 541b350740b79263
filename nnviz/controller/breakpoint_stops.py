"""Moving a session until a breakpoint, or a number that is not finite, stops it."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from PyQt6.QtCore import QObject, pyqtSignal

from nnviz.controller.breakpoint_hits import BreakpointHits, HitLog
from nnviz.controller.breakpoints import Breakpoints
from nnviz.model.history.position import Place, Position
from nnviz.model.session.session import Session

if TYPE_CHECKING:
    from nnviz.model.breakpoints import Breakpoint, Condition, ConditionPast, RunResult, Stop, WentNonFinite


@cache
def _not_finite() -> Breakpoint:
    from nnviz.model.breakpoints import Breakpoint, NotFinite

    return Breakpoint(NotFinite())


class BreakpointStops(QObject):
    """Runs and steps a session to where breakpoints stop it, and searches its past for that.

    The caller announces the snapshot of where the session has come to, and then calls `report` if it `has_stopped`.

    Parameters
    ----------
    breakpoints
        What stops it.

    Signals
    -------
    stopped_at(tuple[Stop, ...])
        A run has been stopped, by all of these at the same line; the snapshot of it has been announced.
    went_nonfinite(WentNonFinite)
        A run has been stopped where the first number is not finite, or a step has come there; the snapshot of it has
        been announced.
    hits_changed(Mapping[Condition, BreakpointHits])
        How often breakpoints have stopped a run of the branch that is shown, and where.
    """

    stopped_at = pyqtSignal(object)
    went_nonfinite = pyqtSignal(object)
    hits_changed = pyqtSignal(object)

    def __init__(self, breakpoints: Breakpoints, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._breakpoints = breakpoints
        self._past: tuple[_Where, ConditionPast] | None = None
        self._stops: tuple[Stop, ...] = ()
        self._went: WentNonFinite | None = None
        self._search: _Search | None = None
        self._log = HitLog()
        self._hits: Mapping[Condition, BreakpointHits] = {}

    # Forward -----------------------------------------------------------------------------------------------------

    def run(self, session: Session, updates: int) -> bool:
        """Run some updates, or to where something stops it.

        Returns
        -------
        bool
            Whether to go on; if not, `report` says why.
        """
        return self._run_to(session, Place(session.place.completed + updates), thorough=False)

    def step_line(self, session: Session) -> None:
        """Run one line, whatever breakpoints there are."""
        self._past, self._stops = None, ()
        self._went = self._breakpoints.nonfinite_guard.step_line(session)

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
        """Whether a search of the past is on; until it ends or is broken off, the session may be anywhere."""
        return self._search is not None

    def can_search(self, session: Session) -> bool:
        """Return whether there is anything to search the past for."""
        return bool(self._sought(session))

    def begin_search(self, session: Session) -> None:
        """Begin to search the past for where a breakpoint last held, or numbers ceased to be finite."""
        from nnviz.model.breakpoints import search_back

        self._search = _Search(session, self._breakpoints.enabled, search_back(session, self._sought(session)))

    def search_on(self) -> bool:
        """Search the next stretch; return whether to go on. In the end the session is at what was found."""
        search = self._search
        if search is None:
            return False
        try:
            next(search.stretches)
        except StopIteration as end:
            self._search = None
            self._store_found(search, end.value)
            return False
        return True

    def break_off(self) -> None:
        """End a search; the session goes back to where it began."""
        search, self._search = self._search, None
        if search is not None:
            search.stretches.close()

    def _sought(self, session: Session) -> tuple[Breakpoint, ...]:
        points = self._breakpoints
        return (*points.enabled, _not_finite()) if points.is_guarded and not session.is_finite else points.enabled

    # Reporting ---------------------------------------------------------------------------------------------------

    @property
    def has_stopped(self) -> bool:
        """Whether something has stopped a run, and that has not been reported yet."""
        return bool(self._stops) or self._went is not None

    def report(self) -> None:
        """Announce what stopped the run, once."""
        stops, went, self._stops, self._went = self._stops, self._went, (), None
        if stops:
            self.stopped_at.emit(stops)
        if went is not None:
            self.went_nonfinite.emit(went)

    def show_hits(self, session: Session) -> None:
        """Announce the hits on the branch that a session is on, if they have changed."""
        hits = self._log.on_branch(session)
        if hits != self._hits:
            self._hits = hits
            self.hits_changed.emit(hits)

    def announce(self) -> None:
        """Send the hits again, for views that have just been connected."""
        self.hits_changed.emit(self._hits)

    # Inside ------------------------------------------------------------------------------------------------------

    def _run_to(self, session: Session, last: Place, *, thorough: bool = True) -> bool:
        points = self._breakpoints.enabled
        # What is known of the past holds for these breakpoints, where the run before has left the session.
        past = self._past[1] if self._past is not None and self._past[0] == _where(session, points) else None
        self._past, self._stops, self._went = None, (), None  # for a run that is interrupted
        self._store(
            session, points, *self._breakpoints.nonfinite_guard.run(session, points, last, past, thorough=thorough)
        )
        return not self.has_stopped

    def _store(
        self, session: Session, points: tuple[Breakpoint, ...], outcome: RunResult, went: WentNonFinite | None
    ) -> None:
        self._past = (_where(session, points), outcome.past) if points else None
        self._stops, self._went = outcome.stops, went
        if outcome.stops:
            self._log.add(session, outcome.stops)

    def _store_found(self, search: _Search, outcome: RunResult) -> None:
        from nnviz.model.breakpoints import RunResult, went_nonfinite
        from nnviz.model.checks.nonfinite import first_nonfinite

        session, stops = search.session, tuple(stop for stop in outcome.stops if stop.breakpoint is not _not_finite())
        if stops or not outcome.stops:
            self._store(session, search.points, RunResult(stops, outcome.past), None)
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
