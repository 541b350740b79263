"""A session's history against a naive one: copies of every array at every moment of every branch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from nnviz import Scenario
from nnviz.model.data import DataSpec
from nnviz.model.data.batches import BatchSpec
from nnviz.model.history import keyframe_spacing
from nnviz.model.network.network import Layer
from nnviz.model.program.evolution_strategies import STRATEGIES
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec
from nnviz.model.session.session import Session
from nnviz.model.session_file.file import open_session, save_session
from nnviz.model.text.numbers import parse_number

SCENARIO = Scenario(
    title={"en": "history"},
    data=DataSpec("spiral", samples=16, noise=0.1, test_share=0.25),  # 12 for training: batches of 5, 5 and 2
    layers=(Layer(2, "tanh"), Layer(1, "sigmoid")),
    loss="binary-cross-entropy",
    optimiser=OptimiserSpec("gradient-descent", 0.3),
    batch=BatchSpec(5, "shuffled"),
    penalty=PenaltySpec("l2", 0.01),
    seed=5,
)
UPDATE = 21e-6  # what an update of it is reckoned to take
OPTIMISERS = ("gradient-descent", "momentum", "nesterov", "adam", "rmsprop", "evolution", "evolution-population")
CHANGES = (
    {"optimiser": OptimiserSpec("adam", 0.05)},
    {"optimiser": OptimiserSpec("momentum", 0.1)},
    {"optimiser": OptimiserSpec("rmsprop", 0.02)},
    {"optimiser": OptimiserSpec("gradient-descent", 0.7)},
    {"optimiser": OptimiserSpec("evolution", settings={"reach": 0.3})},
    {"optimiser": OptimiserSpec("evolution-population", settings={"population": 3.0})},
    {"optimiser": OptimiserSpec("evolution-population", settings={"population": 5.0})},
    {"penalty": PenaltySpec("l1", 0.02)},
    {"penalty": PenaltySpec()},
    {"batch": BatchSpec(7, "shuffled")},
    {"batch": BatchSpec(5, "shuffled")},
    {"batch": BatchSpec()},
    {"train_biases": False},
    {"activation": "relu"},
    {"activation": "tanh"},
    {"data": DataSpec("spiral", samples=18, noise=0.2, test_share=0.25)},
)
Moment = tuple[int, int]  # whole updates, lines of the next
State = dict[str, bytes]


def changed(scenario: Scenario, changes: dict[str, object]) -> Scenario:
    """Return a scenario with other settings; ``activation`` is that of the hidden layer, ``units`` its size."""
    hidden, output = scenario.layers
    own = {"activation", "units"}
    layers = (replace(hidden, **{name: changes[name] for name in own & set(changes)}), output)
    changed = replace(scenario, layers=layers, **{name: changes[name] for name in set(changes) - own})
    # Evolution strategies take all samples into each update.
    return replace(changed, batch=BatchSpec()) if changed.optimiser.kind in STRATEGIES else changed


def state_of(session: Session) -> State:
    """Return all that is shown of a moment, to the last bit, but what depends on what came after it."""
    snapshot = session.snapshot()
    state = {name: array.tobytes() for name, array in snapshot.values.items()}
    state |= {f"{name} before": array.tobytes() for name, array in snapshot.before.items()}
    metrics, position = snapshot.metrics, snapshot.position
    return state | {
        "batch": snapshot.batch.tobytes(),
        "position": repr(position).encode(),
        "metrics": repr(metrics).encode(),
        "scalars": repr(sorted(snapshot.scalars.items())).encode(),
        "scenario": repr(snapshot.scenario).encode(),
    }


def curve_of(session: Session) -> State:
    curve = session.loss_curve
    names = ("least", "greatest", "at", "epoch", "train", "train_total", "test", "train_accuracy", "test_accuracy")
    return {name: getattr(curve, name).tobytes() for name in names} | {"updates": str(curve.updates).encode()}


def branches_of(session: Session) -> list[tuple[object, ...]]:
    return [
        (info.name, info.newest, info.parent, info.begins, info.edits, info.curve.least.tobytes(), info.curve.fault)
        for info in session.branches
    ]


def moment_of(session: Session) -> Moment:
    position = session.position
    return position.completed, position.line if position.is_inside else 0


Op = Callable[[Session], object]


@dataclass
class Course:
    """A branch as a list of states: what a session shows that never goes back, and runs line by line."""

    scenario: Scenario
    ops: tuple[tuple[Moment, Op], ...] = ()
    states: dict[Moment, State] = field(default_factory=dict)
    before_settings: dict[int, State] = field(default_factory=dict)
    curve: State = field(default_factory=dict)
    shadow: Session | None = None

    @property
    def end(self) -> Moment:
        return max(self.states)

    @property
    def version(self) -> tuple[Moment, int]:
        return self.end, len(self.ops)

    def extend(self, moment: Moment) -> None:
        """Run on to a moment that has not been."""
        while not self.states or self.end < moment:
            shadow = self._running()
            if self.states:
                shadow.step_line()
            self._note(shadow)

    def after(self, moment: Moment, lines: int) -> Moment:
        """Return the moment so many lines after another."""
        while sum(at > moment for at in self.states) < lines:
            self._running().step_line()
            self._note(self._running())
        return sorted(at for at in self.states if at > moment)[lines - 1]

    def edited(self, moment: Moment, op: Op) -> Course:
        """Return the course as far as a moment, and with something changed there."""
        course = self.until(moment)
        shadow = course._running()
        completed, line = moment
        if line == 0 and shadow.position.line:
            course.before_settings[completed] = state_of(shadow)
        op(shadow)
        if shadow.position.line:
            course.before_settings.pop(completed, None)
        course.ops += ((moment, op),)
        course._note(shadow)
        return course

    def until(self, moment: Moment) -> Course:
        return Course(
            self.scenario,
            tuple(op for op in self.ops if op[0] <= moment),
            {at: state for at, state in self.states.items() if at <= moment},
            {completed: state for completed, state in self.before_settings.items() if (completed, 0) <= moment},
        )

    def copy(self) -> Course:
        return replace(self, states=dict(self.states), before_settings=dict(self.before_settings), shadow=None)

    def _note(self, shadow: Session) -> None:
        self.states[moment_of(shadow)] = state_of(shadow)
        self.curve = curve_of(shadow)

    def _running(self) -> Session:
        """Return the session that stands at the end."""
        if self.shadow is None:
            self.shadow = Session(self.scenario)
            for moment, op in self.ops:
                self._run_to(moment)
                op(self.shadow)
            if self.states:
                self._run_to(self.end)
        return self.shadow

    def _run_to(self, moment: Moment) -> None:
        while moment_of(self.shadow) < moment:
            self.shadow.step_line()


@dataclass(frozen=True)
class Done:
    """Something that can be undone; `gone` left the list of branches by it, `made` came into it.

    `looked_at` is what was on the screen before, if that was an update as it was before other settings.
    """

    op: Op
    keeps_network: bool
    where: tuple[str, Moment]
    gone: tuple[str, Course] | None
    made: str | None
    version: tuple[Moment, int]
    before: Scenario
    looked_at: State | None = None


@dataclass(frozen=True)
class Image:
    """All that Redo brings back."""

    courses: dict[str, Course]
    where: tuple[str, Moment]
    done: list[Done]


class HistoryMachine(RuleBasedStateMachine):
    """Drives a session and the list of all its states."""

    @initialize(optimiser=st.sampled_from(OPTIMISERS), closest=st.sampled_from([1, 2, 4, 64]))
    def begin(self, optimiser: str, closest: int) -> None:
        self.replay, keyframe_spacing.REPLAY = keyframe_spacing.REPLAY, closest * UPDATE
        scenario = changed(SCENARIO, {"optimiser": OptimiserSpec(optimiser, 0.2)})
        self.session = Session(scenario)
        self.courses = {"branch 1": Course(scenario)}
        self.done: list[Done] = []
        self.undone: list[tuple[Image, tuple[str, Moment, int]]] = []
        self.stands_at((0, 0))

    def teardown(self) -> None:
        if hasattr(self, "replay"):
            keyframe_spacing.REPLAY = self.replay

    @property
    def course(self) -> Course:
        return self.courses[self.session.branch]

    @property
    def where(self) -> tuple[str, Moment]:
        return self.session.branch, moment_of(self.session)

    def stands_at(self, moment: Moment) -> None:
        """Compare all that the session shows with what is in the list for a moment."""
        course = self.course
        course.extend(moment)
        assert moment_of(self.session) == moment
        assert state_of(self.session) == course.states[moment]
        assert curve_of(self.session) == course.curve
        assert self.session.is_newest == (moment == course.end)
        newest = self.session.newest
        assert (newest.completed, newest.line if newest.is_inside else 0) == course.end
        assert {info.name for info in self.session.branches} == set(self.courses)
        assert len(self.session.marks) == len(course.ops)

    # Moving ----------------------------------------------------------------------------------------------------

    @rule(n=st.integers(1, 30))
    def step_line(self, n: int) -> None:
        moment = self.course.after(moment_of(self.session), n)
        self.session.step_line(n)
        self.stands_at(moment)

    @rule(n=st.integers(1, 9))
    def step_update(self, n: int) -> None:
        completed = moment_of(self.session)[0]
        self.session.step_update(n)
        self.stands_at((completed + n, 0))

    @rule(n=st.integers(1, 2))
    def step_epoch(self, n: int) -> None:
        before = moment_of(self.session)
        self.session.step_epoch(n)
        moment = moment_of(self.session)
        assert moment > before
        self.stands_at(moment)

    @rule(n=st.integers(1, 40))
    def step_back_line(self, n: int) -> None:
        moments = sorted(self.course.states)
        index = moments.index(moment_of(self.session))
        self.session.step_back_line(n)
        self.stands_at(moments[max(index - n, 0)])

    @rule(n=st.integers(1, 5))
    def step_back_update(self, n: int) -> None:
        completed, line = moment_of(self.session)
        self.session.step_back_update(n)
        self.stands_at((max(completed - n + (line > 0), 0), 0))

    @rule(n=st.integers(1, 3))
    def step_back_epoch(self, n: int) -> None:
        before = moment_of(self.session)
        self.session.step_back_epoch(n)
        moment = moment_of(self.session)
        assert moment < before or moment == before == (0, 0)
        self.stands_at(moment)

    @rule(data=st.data())
    def seek(self, data: st.DataObject) -> None:
        completed, line = data.draw(st.sampled_from(sorted(self.course.states)))
        self.session.seek(completed + (line > 0), line or 0)
        self.stands_at((completed, line))

    @precondition(lambda self: self.course.before_settings)
    @rule(data=st.data())
    def seek_before_settings(self, data: st.DataObject) -> None:
        completed = data.draw(st.sampled_from(sorted(self.course.before_settings)))
        self.session.seek(completed, self.session.history.timeline.branch.lines_of(completed))
        assert state_of(self.session) == self.course.before_settings[completed]
        assert not self.session.is_newest

    @rule()
    def to_newest(self) -> None:
        self.session.to_newest()
        self.stands_at(self.course.end)

    @rule(data=st.data())
    def switch_branch(self, data: st.DataObject) -> None:
        self.session.switch_branch(data.draw(st.sampled_from(sorted(self.courses))))
        self.stands_at(self.course.end)

    @rule(n=st.integers(1, 30), by_line=st.booleans())
    def run_ahead_and_take_it_back(self, n: int, by_line: bool) -> None:
        session = self.session
        position, was_newest, shown = session.position, session.is_newest, state_of(session)
        newest = session.newest_place
        (session.step_line if by_line else session.step_update)(n)
        session.discard_after(newest)
        if was_newest:
            assert session.is_newest
        else:
            session.seek(position.update, position.line)
        assert state_of(session) == shown
        assert session.newest_place == newest == self.course.end
        assert curve_of(session) == self.course.curve

    @rule(budget=st.sampled_from([0, 4000, 20_000, 2**26]))
    def set_budget(self, budget: int) -> None:
        self.session.history_budget = budget

    @rule()
    def save_and_open(self) -> None:
        session, where = self.session, self.where
        with TemporaryDirectory() as folder:
            path = Path(folder, "session.nnviz")
            save_session(session, path)
            opened = open_session(path)
        assert opened.difference == 0.0
        self.session = opened.session
        assert self.where == where
        # Also where one looks at an update as it was before other settings, which no course has.
        assert state_of(self.session) == state_of(session)
        assert curve_of(self.session) == curve_of(session) == self.course.curve
        assert (self.session.is_newest, self.session.newest) == (session.is_newest, session.newest)
        assert (self.session.marks, branches_of(self.session)) == (session.marks, branches_of(session))
        assert self.session.history_budget == session.history_budget
        assert (self.session.undo_text, self.session.redo_text) == (None, None)
        self.done, self.undone = [], []

    # Changing --------------------------------------------------------------------------------------------------

    def shown(self) -> bool:
        """Return whether everything that was changed at this moment is effective here."""
        return state_of(self.session) == self.course.states[moment_of(self.session)]

    @precondition(lambda self: self.shown())
    @rule(change=st.sampled_from(CHANGES))
    def change(self, change: dict[str, object]) -> None:
        where, course, was_newest = self.where, self.course, self.session.is_newest
        scenario = changed(self.session.scenario, change)
        base = (where[1][0], 0)
        belongs = was_newest and not any(at > base for at, _ in course.ops)
        before = self.session.scenario
        assert self.session.change(scenario)
        self.edited(where, course.edited(base, lambda session: session.change(scenario)), belongs, before)

    @precondition(lambda self: self.shown())
    @rule(symbol=st.sampled_from(["W1", "b1", "W2", "b2"]), value=st.sampled_from(["1/3", "0,5", -1.25, 0.0]))
    def set_value(self, symbol: str, value: str | float) -> None:
        where, course, belongs = self.where, self.course, self.session.is_newest
        last = self.done[-1] if self.done else None
        if last and last.made == where[0] and last.version == course.version and course.ops and belongs:
            return  # it may take the place of the last edit, which has a test of its own
        if self.session.value(symbol)[0, 0] == (parse_number(value) if isinstance(value, str) else value):
            self.session.set_value(symbol, (0, 0), value)
            self.stands_at(where[1])
            return
        before = self.session.scenario
        self.session.set_value(symbol, (0, 0), value)
        op = lambda session: session.set_value(symbol, (0, 0), value)  # noqa: E731
        self.edited(where, course.edited(where[1], op), belongs, before)

    def edited(self, where: tuple[str, Moment], course: Course, belongs: bool, before: Scenario) -> None:
        name = self.session.branch
        assert (name in self.courses) == belongs == (name == where[0])
        gone = (name, self.courses[name].copy()) if belongs else None
        self.courses[name] = course
        self.did(course.ops[-1][1], gone, where, keeps=self.session.marks[-1].kind == "settings", before=before)
        self.stands_at(course.ops[-1][0])

    @precondition(lambda self: self.shown())
    @rule(other=st.sampled_from(["units", "seed"]))
    def begin_another_network(self, other: str) -> None:
        where, before = self.where, self.session.scenario
        changes = {"units": 5 - before.layers[0].units} if other == "units" else {"seed": before.seed + 1}
        scenario = changed(before, changes)
        self.began(where, before, scenario, self.course.end == (0, 0), lambda: self.session.change(scenario))

    @precondition(lambda self: self.shown() and (self.course.end != (0, 0) or self.course.ops))
    @rule()
    def restart(self) -> None:
        scenario = self.session.scenario
        self.began(self.where, scenario, scenario, not self.course.ops, self.session.restart)

    def began(
        self, where: tuple[str, Moment], before: Scenario, scenario: Scenario, replaces: bool, act: Callable[[], object]
    ) -> None:
        gone = (where[0], self.courses[where[0]].copy()) if replaces else None
        assert not act()
        assert (self.session.branch in self.courses) == replaces
        self.courses[self.session.branch] = Course(scenario)
        self.courses[self.session.branch].extend((0, 0))
        self.did(lambda session: None, gone, where, keeps=False, before=before)
        self.stands_at((0, 0))

    @precondition(lambda self: len(self.courses) > 1)
    @rule(data=st.data())
    def discard_branch(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.courses)))
        where, gone = self.where, (name, self.courses[name].copy())
        shown = state_of(self.session)
        looked_at = None if self.shown() else shown
        self.session.discard_branch(name)
        del self.courses[name]
        here = self.session.branch
        self.undone = []
        version, scenario = self.course.version, self.session.scenario
        self.done.append(Done(lambda session: None, False, where, gone, None, version, scenario, looked_at))
        assert here in self.courses
        if name == where[0]:
            self.stands_at(self.course.end)
        else:
            # What is on the screen stays, also where one looked at an update as it was before other settings.
            assert self.where == where
            assert state_of(self.session) == shown

    def did(
        self, op: Op, gone: tuple[str, Course] | None, where: tuple[str, Moment], keeps: bool, before: Scenario
    ) -> None:
        self.undone = []
        self.done.append(Done(op, keeps, where, gone, self.session.branch, self.course.version, before))

    # Undo and redo -----------------------------------------------------------------------------------------------

    @precondition(lambda self: self.done and self.shown())
    @rule()
    def undo(self) -> None:
        courses = {name: course.copy() for name, course in self.courses.items()}
        image = Image(courses, self.where, list(self.done))
        done = self.done.pop()
        name, moment = done.where
        self.session.undo()
        if done.made is None or (done.made in self.courses and self.courses[done.made].version == done.version):
            self.courses.pop(done.made, None)
            if done.gone:
                self.courses[done.gone[0]] = done.gone[1].copy()
        elif done.keeps_network and done.gone is not None:
            course = self.courses[name]
            base = (course.end[0], 0)
            assert self.session.branch == name
            self.courses[name] = course.edited(base, lambda session: session.change(done.before))
            moment = base
        elif done.gone is not None:
            new = ({info.name for info in self.session.branches} - set(self.courses)).pop()
            self.courses[new] = done.gone[1].copy()
            # What was done before on the old branch was done on the one that one stands on now.
            self.done = [
                replace(
                    deed,
                    where=(new if deed.where[0] == name else deed.where[0], deed.where[1]),
                    made=new if deed.made == name else deed.made,
                    gone=(new, deed.gone[1]) if deed.gone and deed.gone[0] == name and deed.made else deed.gone,
                )
                for deed in self.done
            ]
            name = new
        assert self.session.branch == name
        if done.looked_at is None:
            self.stands_at(moment)
        else:
            assert (moment_of(self.session), state_of(self.session)) == (moment, done.looked_at)
        self.undone.append((image, (name, *self.course.version)))

    @precondition(lambda self: self.undone and self.undone[-1][1] == (self.session.branch, *self.course.version))
    @rule()
    def redo(self) -> None:
        image, _ = self.undone.pop()
        self.session.redo()
        self.courses, self.done = image.courses, image.done
        assert self.session.branch == image.where[0]
        self.stands_at(image.where[1])


@pytest.mark.slow
@pytest.mark.no_cover
@pytest.mark.parametrize("examples", [4, 20])
@pytest.mark.sample(1, "4")
def test_that_every_moment_of_every_branch_is_what_it_was_to_the_last_bit(examples: int) -> None:
    run_state_machine_as_test(
        HistoryMachine,
        settings=settings(
            max_examples=examples, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
