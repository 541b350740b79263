"""Following watches over the branch of a session, also over what ran before they were added."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from time import perf_counter
from types import MappingProxyType
from typing import TYPE_CHECKING

from nnviz.model.arrays.array import Array
from nnviz.model.history.replay import BranchPast, Replay
from nnviz.model.session.session import Session
from nnviz.model.watches.watch import Watch, WatchCurve, WatchSeries, value_of

if TYPE_CHECKING:
    from nnviz.model.evaluator.reader import Values

_MANY = 64
"""With more updates than this to look at, those that are quick to reach come first; fewer are all done soon anyway."""


class Watching:
    """The curves of some watches, always of the branch that a session is on, from its start to its end.

    The session's cursor costs one evaluation; what lies between is replayed by `work`, update by update, while the
    session stays where it is, so that no extreme is lost. A branch, an edit or Undo costs only what differs.

    Examples
    --------
    >>> import math, nnviz
    >>> from nnviz.model.watches.watch import Watch
    >>> session = nnviz.Session(nnviz.Scenario.load("xor"))
    >>> session.step_update(100)
    >>> watching = Watching()
    >>> watching.watch([Watch("norm(dW1)")])
    >>> watching.follow(session.model)
    >>> watching.work(math.inf)
    False
    >>> watching.curves()[Watch("norm(dW1)")].complete
    101
    """

    def __init__(self) -> None:
        self._series: dict[Watch, WatchSeries] = {}
        self._past: BranchPast | None = None
        self._replay: Replay | None = None
        self._quick: deque[int] = deque()  # updates to look at first, for an overview

    def watch(self, watches: Iterable[Watch]) -> None:
        """Set what is watched; those that were watched before keep their values."""
        self._series = {watch: self._series.get(watch) or WatchSeries() for watch in watches}
        self._quick = deque(self._past.near() if self._past is not None else ())

    def follow(self, session: Session) -> None:
        """Switch to the branch of a session, and take in the values where its cursor is."""
        past, before = session.past, self._past
        if before is None or before.branch is not past.branch or before.updates > past.updates:
            shared = 0 if before is None else past.shared_with(before)
            for series in self._series.values():
                series.keep(shared)
            if self._replay is not None:
                self._replay.switch(past.branch)
            self._quick = deque(past.near(shared))
        elif past.updates - before.updates > _MANY:
            self._quick.extend(past.near(before.updates))
        self._past = past
        position = session.position
        # In the past, some of the edits of the place may not have been made.
        if session.is_newest and position.line == position.lines:
            self._take(position.update, session.symbols, _Live(session), self._series)

    @property
    def is_complete(self) -> bool:
        """Whether the curves cover every update of the branch."""
        return self._past is None or all(series.complete > self._past.updates for series in self._series.values())

    def work(self, seconds: float) -> bool:
        """Read more of the past, for about so long; return whether there is more."""
        end = perf_counter() + seconds
        while not self.is_complete:
            self._look()
            if perf_counter() >= end:
                break
        return not self.is_complete

    def curves(self) -> Mapping[Watch, WatchCurve]:
        """Return the curves as they are now."""
        return MappingProxyType({watch: series.freeze() for watch, series in self._series.items()})

    # Inside ------------------------------------------------------------------------------------------------------

    def _look(self) -> None:
        """Look at one update: first at those that are quick to reach, then at each in order."""
        assert self._past is not None  # without, everything is complete
        if self._replay is None:
            self._replay = Replay(self._past.branch)
        while self._quick:
            update = self._quick[0]
            waiting = {watch: series for watch, series in self._series.items() if not series.has(update)}
            if waiting:
                break
            self._quick.popleft()
        else:
            update = min(series.complete for series in self._series.values())
            waiting = {watch: series for watch, series in self._series.items() if series.complete == update}
        if self._replay.toward(update):
            self._take(update, self._replay.symbols, self._replay, waiting)

    @staticmethod
    def _take(update: int, symbols: tuple[str, ...], values: Values, into: Mapping[Watch, WatchSeries]) -> None:
        for watch, series in into.items():
            try:
                value = value_of(watch, symbols, values)
            except ValueError:
                value = None  # written for other shapes: in this network its value is not one number
            series.add(update, value)


@dataclass(frozen=True)
class _Live:
    """A session as an expression sees it."""

    session: Session

    def value(self, symbol: str) -> Array | None:
        return self.session.value(symbol) if self.session.is_computed(symbol) else None
