"""Where breakpoints last stopped a run."""

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
class Hits:
    """What a breakpoint has stopped.

    Attributes
    ----------
    count
        How many times.
    last
        Where last; one can go back there.
    """

    count: int
    last: Position


@dataclass(frozen=True)
class _Record:
    hits: Hits
    branch: str


class HitLog:
    """Remembers the last stop of each condition, as long as it is part of some branch of the session."""

    def __init__(self) -> None:
        self._records: dict[Condition, _Record] = {}
        self._session: Session | None = None

    def add(self, session: Session, stops: Iterable[Stop]) -> None:
        """Remember what has stopped a session's run, where it stands."""
        self._forget(session)
        for stop in stops:
            condition = stop.breakpoint.condition
            record = self._records.get(condition)
            count = 1 if record is None else record.hits.count + 1
            self._records[condition] = _Record(Hits(count, stop.position), session.branch)

    def here(self, session: Session) -> Mapping[Condition, Hits]:
        """Return what the branch has on which a session stands; what no branch has any more is forgotten."""
        self._forget(session)
        if not self._records:
            return {}
        branches = {info.name: info for info in session.branches}
        self._records = {
            condition: record
            for condition, record in self._records.items()
            if record.branch in branches and _is_until(record.hits.last, branches[record.branch].newest)
        }
        return {
            condition: record.hits
            for condition, record in self._records.items()
            if _has(branches, session.branch, record)
        }

    def _forget(self, session: Session) -> None:
        if session is not self._session:
            self._session, self._records = session, {}


def _is_until(position: Position, last: Position | None) -> bool:
    return last is not None and position.place <= last.place


def _has(branches: Mapping[str, BranchInfo], name: str, record: _Record) -> bool:
    """Return whether a branch has the place of a record, itself or on one of those that it was made from."""
    while name != record.branch:
        info = branches.get(name)
        if info is None or info.parent is None or not _is_until(record.hits.last, info.begins):
            return False
        name = info.parent
    return True
