"""Running a session to breakpoints, and to where its numbers cease to be finite, without looking at every line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np

from nnviz.model.background.interruption import Interrupted
from nnviz.model.breakpoints.condition import ConditionPast
from nnviz.model.breakpoints.run import Breakpoint, RunResult, recall, run_to
from nnviz.model.breakpoints.size_conditions import NotFinite
from nnviz.model.checks.nonfinite import first_nonfinite
from nnviz.model.explain.sentence import Sentence
from nnviz.model.history.branch_position import START, Place
from nnviz.model.history.position import Position
from nnviz.model.session.selection import Cell
from nnviz.model.session.session import Session

_STRETCH: Final = 256
"""Most updates that are gone through again, line by line, to find the first number that is not finite."""

_UNSEEN: Final = 1024
"""After so many updates every array is looked at, and not only the state and the losses; it may cost as much as one."""

_NOT_FINITE: Final = Breakpoint(NotFinite())


@dataclass(frozen=True)
class WentNonFinite:
    """The first number that is not finite, where all were before.

    Attributes
    ----------
    position
        After which line; the session stands there.
    cell
        Where it appeared.
    value
        ±∞ or not a number.
    cause, reason
        As for `nnviz.model.checks.nonfinite.NonFinite`; None where nothing is found.
    """

    position: Position
    cell: Cell
    value: float
    cause: Sentence | None
    reason: Sentence | None


class Guard:
    """Stops a run where its numbers cease to be finite; it stops again only once they have all been finite again.

    Losses and parameters are looked at after each stretch of updates, everything else of the last update every now and
    then, so that a run is not slowed down. Where something is not finite the stretch is taken back, as though it had
    never been run, and gone through line by line. What is passed over is a number that is not finite inside one update
    of many, and that neither reaches its loss nor its parameters.

    Attributes
    ----------
    enabled
        Whether it stops at all.
    """

    def __init__(self) -> None:
        self.enabled = True
        self._unseen = 0
        self._finite = True
        self._session: Session | None = None
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
        """Run to a place ahead, to where a breakpoint stops the run, or to the first number that is not finite.

        Parameters
        ----------
        session, breakpoints, past
            As for `run_until`.
        last
            The place.
        thorough
            Whether to look at every array in the end; it is for single steps.
        """
        points = [point for point in breakpoints if point.enabled]
        if past is None:
            past = recall(session, [point.condition for point in points]) if points else ConditionPast()
        outcome, went = RunResult((), past), None
        self._stand(session)
        while went is None and not outcome.stops and self._place < last:
            outcome, went = self._run_stretch(session, points, last, outcome.past, thorough)
        return outcome, went

    def step_line(self, session: Session) -> WentNonFinite | None:
        """Run one line, and tell whether it made the first number that is not finite."""
        self._stand(session)
        was_finite = self._finite
        session.step_line()
        self._place, self._finite = session.place, session.is_finite
        return went_nonfinite(session) if self.enabled and was_finite and not self._finite else None

    def _run_stretch(
        self, session: Session, points: list[Breakpoint], last: Place, past: ConditionPast, thorough: bool
    ) -> tuple[RunResult, WentNonFinite | None]:
        start, newest, was_finite = self._place, session.newest_place, self._finite
        # To stand there again takes more than a place where other settings were chosen, which only the past knows.
        position = None if session.is_newest else session.position
        session.watch_losses()
        outcome, broken_off = RunResult((), past), None
        try:
            outcome = _run_to(session, points, start, _end_of_stretch(start, newest, last), past)
        except Interrupted as interrupted:
            broken_off = interrupted
        place = self._place = session.place
        self._unseen += place.completed - start.completed
        finite = session.stays_finite()
        if finite and (thorough or place.line or self._unseen >= _UNSEEN):
            finite, self._unseen = session.is_finite, 0
        self._finite = finite
        if finite or not was_finite or not self.enabled:
            if broken_off is not None:
                raise broken_off
            return outcome, None
        session.take_back(newest)
        if position is not None:
            session.seek(position.update, position.line)
        again = run_to(session, [*points, _NOT_FINITE], place, past)
        stops = tuple(stop for stop in again.stops if stop.breakpoint is not _NOT_FINITE)
        self._place, self._finite = session.place, len(stops) == len(again.stops)
        return RunResult(stops, again.past), None if self._finite else went_nonfinite(session)

    def _stand(self, session: Session) -> None:
        """Find out whether all numbers are finite where a session stands, unless it was left there."""
        place, branch = session.place, session.branch
        if self._session is not session or self._place != place or self._branch != branch:
            self._session, self._branch, self._place, self._finite = session, branch, place, session.is_finite


def _end_of_stretch(start: Place, newest: Place, last: Place) -> Place:
    end = Place(start.completed + _STRETCH)
    if start < newest < end:
        # What has been and what is new are stretches of their own: only the latter can be taken back.
        end = newest
    return end if end < last else last


def _run_to(session: Session, points: list[Breakpoint], start: Place, end: Place, past: ConditionPast) -> RunResult:
    if points or end.line:
        return run_to(session, points, end, past)
    # The way of nearly every run, with as little beside it as can be.
    session.step_update(end.completed - start.completed)
    return RunResult((), past)


def went_nonfinite(session: Session) -> WentNonFinite | None:
    """Tell of the first number that is not finite in what the last line wrote; None where all are."""
    snapshot = session.snapshot()
    written = None if snapshot.lit_line is None else snapshot.values[snapshot.lit_line.writes]
    if snapshot.lit_line is None or written is None or np.isfinite(written).all():
        return None
    row, column = (int(i) for i in np.unravel_index(int(np.argmin(np.isfinite(written))), written.shape))
    cell = Cell(snapshot.lit_line.writes, row, column)
    found = first_nonfinite(snapshot)
    cause, reason = (found.cause, found.reason) if found is not None and found.cell == cell else (None, None)
    return WentNonFinite(snapshot.position, cell, float(written[row, column]), cause, reason)
