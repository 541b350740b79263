"""Running a session to breakpoints, and to the first number that is not finite, without checking every line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from weakref import ref

import numpy as np

from nnviz.model.background.interruption import Interrupted
from nnviz.model.breakpoints.condition import ConditionPast
from nnviz.model.breakpoints.run import Breakpoint, RunResult, recall, run_to
from nnviz.model.breakpoints.size_conditions import NotFinite
from nnviz.model.checks.nonfinite import first_nonfinite
from nnviz.model.explain.sentence import Sentence
from nnviz.model.history.position import START, Place, Position
from nnviz.model.session.selection import Cell
from nnviz.model.session.session import Session

_STRETCH: Final = 256
"""Updates, at most, that are run again line by line to find the first number that is not finite."""

_UNSEEN: Final = 1024
"""Updates after which every array is checked, not only the state and the losses; that may cost as much as an update."""

_NOT_FINITE: Final = Breakpoint(NotFinite())


@dataclass(frozen=True)
class WentNonFinite:
    """The first number that is not finite, where all were finite before.

    Attributes
    ----------
    position
        The position after the line that computed it, which the session is at.
    cell
        The cell that it appeared in.
    value
        ±∞ or NaN.
    cause, reason
        As for `nnviz.model.checks.nonfinite.NonFinite`; None where neither is found.
    """

    position: Position
    cell: Cell
    value: float
    cause: Sentence | None
    reason: Sentence | None


class Guard:
    """Stops a run at the first number that is not finite; it stops again only after all have been finite again.

    Losses and parameters are checked after each stretch of updates, all other arrays of the last update now and then,
    so that a run is not slowed down. If something is not finite, the stretch is undone, as if it had never been run,
    and run again line by line. What is missed is a number that is not finite within one update of many and that reaches
    neither the loss nor the parameters.

    Attributes
    ----------
    enabled
        Whether it stops a run at all.
    """

    def __init__(self) -> None:
        self.enabled = True
        self._unseen = 0
        self._finite = True
        # The session of the last run is not kept: it may have been large, and another one may be open for long.
        self._session: ref[Session] | None = None
        self._branch = ""
        self._place = START

    def run(
        self,
        session: Session,
        breakpoints: Iterable[Breakpoint],
        last: Place,
        past: ConditionPast | None = None,
        *,
        thorough: bool = False,
    ) -> tuple[RunResult, WentNonFinite | None]:
        """Run to a place ahead, or to the first breakpoint or number that is not finite before it.

        Parameters
        ----------
        session, breakpoints, past
            As for `run_until`.
        last
            The place to run to.
        thorough
            Whether to check every array at the end; for single steps.
        """
        points = [point for point in breakpoints if point.enabled]
        if past is None:
            past = recall(session, [point.condition for point in points]) if points else ConditionPast()
        result, went = RunResult((), past), None
        self._find_state(session)
        while went is None and not result.stops and self._place < last:
            result, went = self._run_stretch(session, points, last, result.past, thorough)
        return result, went

    def step_line(self, session: Session) -> WentNonFinite | None:
        """Run one line, and return the number that is not finite if it made the first one."""
        self._find_state(session)
        was_finite = self._finite
        session.step_line()
        self._place, self._finite = session.place, session.is_finite
        return went_nonfinite(session) if self.enabled and was_finite and not self._finite else None

    def _run_stretch(
        self, session: Session, points: list[Breakpoint], last: Place, past: ConditionPast, thorough: bool
    ) -> tuple[RunResult, WentNonFinite | None]:
        start, newest, was_finite = self._place, session.newest_place, self._finite
        # A place is not enough to return to where other settings were chosen: only the past has both.
        position = None if session.is_newest else session.position
        session.watch_losses()
        result, interruption = RunResult((), past), None
        try:
            result = _run_to(session, points, start, _end_of_stretch(start, newest, last), past)
        except Interrupted as interrupted:
            interruption = interrupted
        place = self._place = session.place
        self._unseen += place.completed - start.completed
        finite = session.stays_finite()
        if finite and (thorough or place.line or self._unseen >= _UNSEEN):
            finite, self._unseen = session.is_finite, 0
        self._finite = finite
        if finite or not was_finite or not self.enabled:
            if interruption is not None:
                raise interruption
            return result, None
        session.discard_after(newest)
        if position is not None:
            session.seek(position.update, position.line)
        again = run_to(session, [*points, _NOT_FINITE], place, past)
        stops = tuple(stop for stop in again.stops if stop.breakpoint is not _NOT_FINITE)
        self._place, self._finite = session.place, len(stops) == len(again.stops)
        return RunResult(stops, again.past), None if self._finite else went_nonfinite(session)

    def _find_state(self, session: Session) -> None:
        """Find out whether all numbers are finite at a session's position, unless that is known."""
        place, branch = session.place, session.branch
        known = self._session is not None and self._session() is session
        if not known or self._place != place or self._branch != branch:
            self._session, self._branch, self._place, self._finite = ref(session), branch, place, session.is_finite


def _end_of_stretch(start: Place, newest: Place, last: Place) -> Place:
    end = Place(start.completed + _STRETCH)
    if start < newest < end:
        # The past and what is new are separate stretches: only the latter can be undone.
        end = newest
    return end if end < last else last


def _run_to(session: Session, points: list[Breakpoint], start: Place, end: Place, past: ConditionPast) -> RunResult:
    if points or end.line:
        return run_to(session, points, end, past)
    # The path of nearly every run, kept as short as possible.
    session.step_update(end.completed - start.completed)
    return RunResult((), past)


def went_nonfinite(session: Session) -> WentNonFinite | None:
    """Return the first number that is not finite in what the last line wrote; None where all are finite."""
    snapshot = session.snapshot()
    written = None if snapshot.lit_line is None else snapshot.values[snapshot.lit_line.writes]
    if snapshot.lit_line is None or written is None or np.isfinite(written).all():
        return None
    row, column = (int(i) for i in np.unravel_index(int(np.argmin(np.isfinite(written))), written.shape))
    cell = Cell(snapshot.lit_line.writes, row, column)
    found = first_nonfinite(snapshot)
    cause, reason = (found.cause, found.reason) if found is not None and found.cell == cell else (None, None)
    return WentNonFinite(snapshot.position, cell, float(written[row, column]), cause, reason)
