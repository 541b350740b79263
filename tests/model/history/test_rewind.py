"""Going back by lines of the update on the screen computes nothing, and yields what replay yields."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nnviz.model.data.batches import BatchSpec
from nnviz.model.engine.workspace import Workspace
from nnviz.model.history.runner import Runner, can_rewind
from nnviz.model.mistakes import CATALOGUE, possible_mistakes
from nnviz.model.network.network import Layer
from nnviz.model.program.optimisers import OPTIMISERS
from nnviz.model.scenario.file import find_scenario, shipped_scenarios
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec, Scenario
from nnviz.model.scenario.validation import prepare, situation_of
from nnviz.model.session.session import Session

XOR = find_scenario("xor")
DEEP = replace(XOR, layers=(Layer(4, "tanh"), Layer(4, "leaky-relu"), Layer(1, "sigmoid")), batch=BatchSpec(3))
LEAKY = replace(XOR, layers=(Layer(3, "leaky-relu"), Layer(1, "sigmoid")))
SQUARE = replace(XOR, layers=(Layer(4, "tanh"), Layer(4, "tanh"), Layer(1, "sigmoid")))
WORKED = find_scenario("worked-example-2-3-1")
BEYOND = replace(XOR, batch=BatchSpec(9))
SOFTMAX = replace(XOR, layers=(Layer(3, "tanh"), Layer(2, "softmax")), loss="categorical-cross-entropy")
LINEAR = replace(XOR, layers=(Layer(3, "tanh"), Layer(1, "identity")), loss="half-squared")
ALL_FOUR = replace(XOR, layers=(Layer(4, "softplus"), Layer(4, "sigmoid")), loss="half-squared")
PENALISED = replace(XOR, penalty=PenaltySpec("l2", 0.1), optimiser=OptimiserSpec("adam"))
MOMENTUM, NESTEROV = (replace(XOR, optimiser=OptimiserSpec(kind)) for kind in ("momentum", "nesterov"))
TO_BE_WRONG = (DEEP, XOR, WORKED, SQUARE, LEAKY, BEYOND, SOFTMAX, LINEAR, ALL_FOUR, PENALISED, MOMENTUM, NESTEROV)
UPDATES = 3


def seen(session: Session) -> dict[str, bytes]:
    """Return all that is shown of a moment, to the last bit."""
    snapshot = session.snapshot()
    found = {name: array.tobytes() for name, array in snapshot.values.items()}
    found |= {f"{name} before": array.tobytes() for name, array in snapshot.before.items()}
    metrics = replace(snapshot.metrics, update=0)  # where nothing is assigned they stay those of an update before
    numbers = snapshot.position, metrics, sorted(snapshot.scalars.items()), snapshot.batch.tolist()
    return found | {"numbers": repr(numbers).encode()}


def assert_back_as_forth(scenario: Scenario, engine: str = "numpy") -> None:
    """Compare every line of some updates, come to from behind, with what it was when it ran first."""
    session = Session(scenario, engine)
    lines = len(session.program)
    forth = [seen(session)]
    for _ in range(UPDATES * lines):
        session.step_line()
        forth.append(seen(session))
    whole = Session(scenario, engine)
    whole.step_update(UPDATES)
    for back in (session, whole):
        for number in range(UPDATES * lines - 1, -1, -1):
            back.step_back_line()
            assert seen(back) == forth[number], number
    session.step_update(2)
    for line in (lines, 1, lines - 1, 2, lines // 2, lines // 2 + 1, lines):
        session.seek(2, line)
        assert seen(session) == forth[lines + line], line
    session.seek(2, 1)
    session.step_update(2)
    assert seen(session) == forth[3 * lines]


@pytest.mark.slow
@pytest.mark.parametrize("name", shipped_scenarios())
@pytest.mark.sample(6)
@pytest.mark.no_cover
def test_that_a_line_back_is_what_it_was_in_every_scenario(name: str) -> None:
    assert_back_as_forth(find_scenario(name))


@pytest.mark.parametrize("optimiser", OPTIMISERS)
@pytest.mark.parametrize("penalty", ["none", "l2"])
@pytest.mark.slow
@pytest.mark.sample(6)
def test_that_a_line_back_is_what_it_was_with_every_optimiser(optimiser: str, penalty: str) -> None:
    penalised = PenaltySpec(penalty, 0.01) if penalty != "none" else PenaltySpec()
    assert_back_as_forth(replace(DEEP, optimiser=OptimiserSpec(optimiser, 0.1), penalty=penalised))


POSSIBLE = {
    number: {row.name for row in possible_mistakes(situation_of(scenario, prepare(scenario).data))}
    for number, scenario in enumerate(TO_BE_WRONG)
}
IN_PROGRAMS = [name for name, row in CATALOGUE.items() if not row.is_own_code]
MISTAKES = [
    (mistake, TO_BE_WRONG[number])
    for mistake in IN_PROGRAMS
    for number in [number for number in POSSIBLE if mistake in POSSIBLE[number]][:3]
]


def test_that_every_mistake_is_tried() -> None:
    assert {mistake for mistake, _ in MISTAKES} == set(IN_PROGRAMS)


@pytest.mark.slow
@pytest.mark.parametrize(("mistake", "scenario"), MISTAKES, ids=[f"{i}-{name}" for i, (name, _) in enumerate(MISTAKES)])
@pytest.mark.parametrize("hides", [False, True], ids=["shown", "hidden"])
@pytest.mark.sample(12)
@pytest.mark.no_cover
def test_that_a_line_back_is_what_it_was_with_every_mistake(mistake: str, scenario: Scenario, hides: bool) -> None:
    assert_back_as_forth(replace(scenario, mistakes=(mistake,), hides_mistakes=hides))


def test_that_going_back_inside_an_update_runs_no_line(monkeypatch: pytest.MonkeyPatch) -> None:
    session = Session(XOR)
    session.step_update(9)
    run: list[int] = []
    run_line = Workspace.run_line

    def counted(workspace: Workspace, number: int) -> None:
        run.append(number)
        run_line(workspace, number)

    monkeypatch.setattr(Workspace, "run_line", counted)
    session.step_back_line(3)
    session.step_back_line(4)
    assert run == []
    session.seek(9, 11)
    assert run == [9, 10, 11]  # those alone that it stood before


@pytest.mark.parametrize("line", [1, 8, 14])
def test_that_what_was_edited_inside_the_update_is_as_it_was_before(line: int) -> None:
    session, other = Session(XOR), Session(XOR)
    for each in (session, other):
        each.step_update(2)
        each.step_line(line)
    there = seen(session)
    session.set_value("W1", (0, 0), 3.0)
    edited = {name: array.tobytes() for name, array in session.snapshot().values.items()}
    session.step_line()
    session.step_back_line()
    assert {name: array.tobytes() for name, array in session.snapshot().values.items()} == edited
    session.step_back_line()
    if line > 1:
        assert session.value("W1")[0, 0] != 3.0
    other.step_back_line()
    assert seen(session) == seen(other)
    session.undo()
    session.seek(3, line)
    assert seen(session) == there


def test_that_a_line_that_writes_over_what_is_kept_is_not_taken_back() -> None:
    runner = Session(XOR).history.timeline.runner
    assert isinstance(runner, Runner)
    lines, state = runner.engine.program.lines, runner.engine.state
    given = {"X", "Y"}
    kept = given | {line.writes for line in lines[:3]}
    assert can_rewind(lines[3:], kept, state)
    assert not can_rewind(lines[2:], kept, state)  # written by an earlier line too
    assert not can_rewind([*lines[3:], lines[4]], kept, state)  # written twice
    assert not can_rewind(lines[3:], given, state)  # reads what nothing before it has written
    assert not can_rewind([replace(lines[3], assigns=True)], kept, state)  # what was there before is gone
