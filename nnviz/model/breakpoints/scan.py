"""Going forward over a run and evaluating conditions after the lines where they may hold, and nowhere else."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from nnviz.model.breakpoints.condition import Condition, Hit, Past
from nnviz.model.breakpoints.moments import Classifier, LiveMoment
from nnviz.model.breakpoints.sizes import NotFinite
from nnviz.model.history.place import Place
from nnviz.model.position import Position
from nnviz.model.program import Program
from nnviz.model.session import Session


def place_of(position: Position) -> Place:
    """Give a position as places compare: between two updates it is one place, however one came there."""
    return Place(position.completed, position.line if position.is_inside else 0)


@dataclass(frozen=True)
class Evaluation:
    """A condition, evaluated.

    Attributes
    ----------
    position
        Where.
    condition
        Which.
    track
        See `Condition.track`.
    hit
        What holds, or None.
    begins
        Whether it is worth stopping at: something that happens, or that lasts and begins to here.
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
        What is run; it stands wherever the last evaluation was made.
    conditions
        Which.
    past
        What is known of what came before; it is kept up to date.
    """

    session: Session
    conditions: Sequence[Condition]
    past: Past
    _classifier: Classifier = field(default_factory=Classifier)
    _program: Program | None = None
    _plan: dict[int, list[Condition]] = field(default_factory=dict)
    _stops: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._memory = max((condition.memory for condition in self.conditions), default=0)
        self._screened = [condition for condition in self.conditions if isinstance(condition, NotFinite)]

    def run(self, last: Place) -> Iterator[list[Evaluation]]:
        """Run to a place, and give the evaluations after each line that has any, in order."""
        while (here := place_of(self.session.position)) < last:
            self._adopt(self.session.program)
            if here.line == 0 and self._runs_whole_update(last):
                continue
            lines = len(self.session.program)
            target = next((stop for stop in self._stops if stop > here.line), lines)
            if (Place(here.completed, target) if target < lines else Place(here.completed + 1)) > last:
                self.session.step_line(last.line - here.line)
                return
            if here.line == 0 and target == lines:
                self.session.step_update()
            else:
                self.session.step_line(target - here.line)
            if target in self._stops:
                yield self._evaluate_at(here.completed + 1, target)

    def _adopt(self, program: Program) -> None:
        """Plan where to evaluate; a run's past may have several programs."""
        if program is self._program:
            return
        self._program, self._plan = program, {}
        for condition in self.conditions:
            for line in condition.lines(program):
                self._plan.setdefault(line, []).append(condition)
        lines = set(self._plan)
        if self._memory:
            lines.add(program.line_of[program.objective])
        self._stops = sorted(lines)

    def _runs_whole_update(self, last: tuple[int, int]) -> bool:
        """Run a whole update at once where nothing but conditions that can be screened looks into it.

        An update in which one of these may hold is taken back, to be gone through line by line.
        """
        if not self._screened or len(self._screened) < len(self.conditions):
            return False
        start = self.session.position
        if Place(start.completed + 1) > last:
            return False
        self.session.step_update()
        moment = LiveMoment(self.session, self.past, self._classifier)
        if not any(condition.may_hold_in_update(moment) for condition in self._screened):
            return True
        self.session.seek(start.update, start.line)
        return False

    def _evaluate_at(self, update: int, line: int) -> list[Evaluation]:
        if self.session.position.line == line:
            return self._evaluate(line)
        # In the past, other settings that were chosen right after an update take its values from the screen.
        self.session.seek(update, line)
        found = self._evaluate(line)
        self.session.seek(update)
        return found

    def _evaluate(self, line: int) -> list[Evaluation]:
        moment = LiveMoment(self.session, self.past, self._classifier)
        held, found = set(self.past.held), []
        for condition in self._plan.get(line, ()):
            hit, track = condition.holds(moment), condition.track(line)
            begins = hit is not None and (condition.is_event or track not in held)
            found.append(Evaluation(moment.position, condition, track, hit, begins))
            if hit is None:
                held.discard(track)
            elif not condition.is_event:
                held.add(track)
        self.past = replace(self.past, held=frozenset(held))
        self._remember_loss(moment, line)
        return found

    def _remember_loss(self, moment: LiveMoment, line: int) -> None:
        objective = moment.program.objective
        if self._memory and line == moment.program.line_of[objective]:
            loss = moment.value(objective)
            losses = (*self.past.losses, float("nan") if loss is None else float(loss[0, 0]))
            self.past = replace(self.past, losses=losses[-self._memory :])
