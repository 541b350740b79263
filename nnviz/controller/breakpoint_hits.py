"""How often breakpoints have stopped a run, and where last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nnviz.model.history.branch import BranchInfo
from nnviz.model.history.position import Position
from nnviz.model.session.session import Session

if TYPE_CHECKING:
    from nnviz.model.breakpoints import Condition, Stop


@dataclass(frozen=True)
class BreakpointHits:
    """The stops of a breakpoint.

    Attributes
    ----------
    count
        How many times.
    last
        Where last, to go back there.
    """

    count: int
    last: Position


@dataclass(frozen=True)
class _Record:
    hits: BreakpointHits
    branch: str


class HitLog:
    """Records the last stop of each condition, as long as it is on some branch of the session."""

    def __init__(self) -> None:
        self._records: dict[Condition, _Record] = {}
        self._session: Session | None = None

    def add(self, session: Session, stops: Iterable[Stop]) -> None:
        """Record what has stopped a session's run, where it is."""
        self._begin(session)
        for stop in stops:
            condition = stop.breakpoint.condition
            record = self._records.get(condition)
            count = 1 if record is None else record.hits.count + 1
            self._records[condition] = _Record(BreakpointHits(count, stop.position), session.branch)

    def on_branch(self, session: Session) -> Mapping[Condition, BreakpointHits]:
        """Return the hits on the branch that a session is on; those that are on no branch any more are forgotten."""
        self._begin(session)
        if not self._records:
            return {}
        branches = {info.name: info for info in session.branches}
        self._records = {
            condition: record
            for condition, record in self._records.items()
            if record.branch in branches and _is_up_to(record.hits.last, branches[record.branch].newest)
        }
        return {
            condition: record.hits
            for condition, record in self._records.items()
            if _is_on(branches, session.branch, record)
        }

    def _begin(self, session: Session) -> None:
        if session is not self._session:
            self._session, self._records = session, {}


def _is_up_to(position: Position, last: Position | None) -> bool:
    return last is not None and position.place <= last.place


def _is_on(branches: Mapping[str, BranchInfo], name: str, record: _Record) -> bool:
    """Return whether the place of a record is on a branch, or on one of those that it began from."""
    while name != record.branch:
        info = branches.get(name)
        if info is None or info.parent is None or not _is_up_to(record.hits.last, info.begins):
            return False
        name = info.parent
    return True
