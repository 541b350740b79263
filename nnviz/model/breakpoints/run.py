"""Running a session to the next breakpoint, forward or backward."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import dataclass
from typing import Final

from nnviz.model.breakpoints.condition import Condition, ConditionPast, Hit
from nnviz.model.breakpoints.scan import Evaluation, Scanner
from nnviz.model.history.position import Place, Position
from nnviz.model.session.session import Session

_FIRST_STRETCH: Final = 16
_LONGEST_STRETCH: Final = 256


@dataclass(frozen=True)
class Breakpoint:
    """A condition to stop on, which can be disabled."""

    condition: Condition
    enabled: bool = True


@dataclass(frozen=True)
class Stop:
    """The position, after a line, at which a breakpoint stopped a run."""

    position: Position
    breakpoint: Breakpoint
    hit: Hit


@dataclass(frozen=True)
class RunResult:
    """How a run ended.

    Attributes
    ----------
    stops
        One for each breakpoint that stopped the run, all at the same line; empty when it came to its limit.
    past
        What conditions know there, for the next run.
    """

    stops: tuple[Stop, ...]
    past: ConditionPast


def run_until(
    session: Session, breakpoints: Iterable[Breakpoint], limit: int, past: ConditionPast | None = None
) -> RunResult:
    """Run forward, and stop after the line after which a breakpoint's condition holds.

    An event (a line has run, a sign changes) stops the run each time; a state (the loss is below a number) where it
    begins, and again only after it has not held in between.

    Parameters
    ----------
    session
        The session to run.
    breakpoints
        The breakpoints to stop at.
    limit
        How many updates to complete at most; the present one, if it is not complete, is one of them.
    past
        What the run before returned, if the session has not been moved since; when None, the session goes back a little
        to find out.
    """
    return run_to(session, breakpoints, Place(session.position.completed + limit), past)


def run_to(
    session: Session, breakpoints: Iterable[Breakpoint], last: Place, past: ConditionPast | None = None
) -> RunResult:
    """Run forward like `run_until`, to a place ahead at most."""
    active = {point.condition: point for point in breakpoints if point.enabled}
    if past is None:
        past = recall(session, active)
    scanner = Scanner(session, tuple(active), past)
    for evaluations in scanner.run(last):
        stops = _stops(evaluations, active)
        if stops:
            return RunResult(stops, scanner.past)
    return RunResult((), scanner.past)


def run_back_until(session: Session, breakpoints: Iterable[Breakpoint]) -> RunResult:
    """Run backward, and stop after the line after which a breakpoint's condition last held.

    A state has two such lines, the last after which it held and the first: if it holds now, the session goes back to
    where it began. If no condition ever held, the session stays where it is.
    """
    search = search_back(session, breakpoints)
    while True:
        try:
            next(search)
        except StopIteration as end:
            result: RunResult = end.value
            return result


def search_back(session: Session, breakpoints: Iterable[Breakpoint]) -> Generator[int, None, RunResult]:
    """Run backward like `run_back_until`, a stretch of updates at a time, so that a window stays responsive.

    Yields
    ------
    int
        The update down to which has been searched; the session may then be anywhere. Closing the generator moves it
        back to where it was.

    Returns
    -------
    RunResult
        As for `run_back_until`.
    """
    active = {point.condition: point for point in breakpoints if point.enabled}
    position = session.position
    here = position.place
    memory = 1 + max((condition.memory for condition in active), default=0)
    high, stretch = position.update, _FIRST_STRETCH
    found: tuple[Evaluation, ...] = ()
    try:
        while high > 0 and active and not found:
            low = max(0, high - stretch)
            session.seek(max(0, low - memory))
            # The update after the stretch shows what has ceased to hold since.
            last = min(Place(high + 1), here)
            found = _latest(Scanner(session, tuple(active), ConditionPast()), low, here, last)
            high, stretch = low, min(2 * stretch, _LONGEST_STRETCH)
            yield low
        position = found[0].position if found else position
    finally:
        session.seek(position.update, position.line)
    stops = tuple(Stop(e.position, active[e.condition], e.hit) for e in found if e.hit is not None)
    return RunResult(stops, recall(session, active))


def recall(session: Session, conditions: Iterable[Condition]) -> ConditionPast:
    """Return what conditions know at a session's position; the session goes back a little and returns."""
    conditions = tuple(conditions)
    lasting = [condition for condition in conditions if condition.memory or not condition.is_event]
    position = session.position
    if not lasting or position.update == 0:
        return ConditionPast()
    # The update before the present one has evaluated all of them.
    session.seek(max(0, position.update - 2 - max(condition.memory for condition in lasting)))
    scanner = Scanner(session, lasting, ConditionPast())
    for _ in scanner.run(position.place):
        pass
    session.seek(position.update, position.line)
    return scanner.past


def _stops(evaluations: list[Evaluation], active: dict[Condition, Breakpoint]) -> tuple[Stop, ...]:
    return tuple(Stop(e.position, active[e.condition], e.hit) for e in evaluations if e.begins and e.hit is not None)


def _latest(scanner: Scanner, low: int, here: Place, last: Place) -> tuple[Evaluation, ...]:
    """Return the latest evaluations to stop at, after update `low` and before `here`; all are at one place."""
    latest: tuple[Evaluation, ...] = ()
    lasting: dict[object, Evaluation] = {}
    for evaluations in scanner.run(last):
        for evaluation in evaluations:
            ended = lasting.pop(evaluation.track, None) if evaluation.hit is None else None
            for candidate in (ended, evaluation if evaluation.begins else None):
                if candidate is not None and low < candidate.position.update and candidate.position.place < here:
                    latest = _later(latest, candidate)
            if evaluation.hit is not None and not evaluation.condition.is_event:
                lasting[evaluation.track] = evaluation
    return latest


def _later(latest: tuple[Evaluation, ...], candidate: Evaluation) -> tuple[Evaluation, ...]:
    """Replace earlier evaluations by the candidate, or add it to those of the same place."""
    if not latest or latest[0].position.place < candidate.position.place:
        return (candidate,)
    if latest[0].position.place == candidate.position.place and candidate not in latest:
        return (*latest, candidate)
    return latest
