"""Running forward and evaluating conditions after the lines where they may hold, and nowhere else."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field

from nnviz.model.breakpoints.condition import Condition, ConditionPast, Hit
from nnviz.model.breakpoints.moments import Classifier, LiveMoment
from nnviz.model.breakpoints.size_conditions import NotFinite
from nnviz.model.history.position import Place, Position
from nnviz.model.program.program import Program
from nnviz.model.session.session import Session


@dataclass(frozen=True)
class Evaluation:
    """The evaluation of a condition.

    Attributes
    ----------
    position
        Where it was evaluated.
    condition
        The condition.
    track
        See `Condition.track`.
    hit
        What holds, or None.
    begins
        Whether to stop here: at an event, or where a state begins.
    """

    position: Position
    condition: Condition
    track: Hashable
    hit: Hit | None
    begins: bool


@dataclass
class Scanner:
    """Runs a session forward and evaluates conditions.

    Parameters
    ----------
    session
        The session to run; it is left where the last evaluation was made.
    conditions
        The conditions to evaluate.
    past
        What conditions know about earlier updates; it is kept up to date.
    """

    session: Session
    conditions: Sequence[Condition]
    past: ConditionPast
    _classifier: Classifier = field(default_factory=Classifier)
    _program: Program | None = None
    _plan: dict[int, list[Condition]] = field(default_factory=dict)
    _stops: list[int] = field(default_factory=list)
    _lines: int = 0

    def __post_init__(self) -> None:
        self._memory = max((condition.memory for condition in self.conditions), default=0)
        self._screened = [condition for condition in self.conditions if isinstance(condition, NotFinite)]

    def run(self, last: Place) -> Iterator[list[Evaluation]]:
        """Run to a place, and yield the evaluations after each line that has any, in order."""
        session = self.session
        while (here := session.position.place) < last:
            self._adopt(session.program)
            if here.line == 0 and here.completed < last.completed and self._runs_whole_updates(here, last):
                continue
            target = next((stop for stop in self._stops if stop > here.line), self._lines)
            if (Place(here.completed, target) if target < self._lines else Place(here.completed + 1)) > last:
                session.step_line(last.line - here.line)
                return
            if here.line == 0 and target == self._lines:
                session.step_update()
            else:
                session.step_line(target - here.line)
            if target in self._stops:
                yield self._evaluate_at(here.completed + 1, target)

    def _adopt(self, program: Program) -> None:
        """Plan after which lines to evaluate; the past of a run may have several programs."""
        if program is self._program:
            return
        self._program, self._plan, self._lines = program, {}, len(program)
        for condition in self.conditions:
            for line in condition.lines(program):
                self._plan.setdefault(line, []).append(condition)
        lines = set(self._plan)
        if self._memory:
            lines.add(program.line_of[program.objective])
        self._stops = sorted(lines)

    def _runs_whole_updates(self, here: Place, last: Place) -> bool:
        """Run whole updates where there are no conditions, or only ones that can be screened at the end of an update.

        An update in which one of these may hold is undone, to be run line by line.
        """
        session = self.session
        if not self.conditions:
            session.step_update(last.completed - here.completed)
            return True
        if len(self._screened) < len(self.conditions):
            return False
        start, newest = session.position, session.newest_place
        session.step_update()
        moment = LiveMoment(session, session.position, self.past, self._classifier)
        if not any(condition.may_hold_in_update(moment) for condition in self._screened):
            return True
        session.discard_after(newest)
        session.seek(start.update, start.line)
        return False

    def _evaluate_at(self, update: int, line: int) -> list[Evaluation]:
        position = self.session.position
        if position.line == line:
            return self._evaluate(position)
        # In the past, settings that were changed right after an update hide its values.
        self.session.seek(update, line)
        found = self._evaluate(self.session.position)
        self.session.seek(update)
        return found

    def _evaluate(self, position: Position) -> list[Evaluation]:
        moment = LiveMoment(self.session, position, self.past, self._classifier)
        held, found = self.past.held, []
        for condition in self._plan.get(position.line, ()):
            hit, track = condition.holds(moment), condition.track(position.line)
            begins = hit is not None and (condition.is_event or track not in held)
            found.append(Evaluation(position, condition, track, hit, begins))
            if hit is None and track in held:
                held -= {track}
            elif begins and not condition.is_event:
                held |= {track}
        losses = self._losses(moment)
        if held is not self.past.held or losses is not self.past.losses:
            self.past = ConditionPast(losses, held)
        return found

    def _losses(self, moment: LiveMoment) -> tuple[float, ...]:
        """Return the losses to remember: with the present update's after the line that computes it."""
        objective = moment.program.objective
        if not self._memory or moment.position.line != moment.program.line_of[objective]:
            return self.past.losses
        loss = moment.value(objective)
        return (*self.past.losses, float("nan") if loss is None else float(loss[0, 0]))[-self._memory :]
