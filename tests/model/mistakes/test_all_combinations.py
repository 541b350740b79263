"""Every mistake, and pairs of mistakes, run on every kind of network or are refused with their reason.

Of the pairs, a sample is tried, another one on each network; with NNVIZ_ALL_PAIRS=1 all of them, which takes an hour.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, product

import numpy as np
import pytest

from nnviz.model.data.batches import BatchSpec
from nnviz.model.mistakes import CATALOGUE
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.network.network import Layer
from nnviz.model.program.losses import LOSSES
from nnviz.model.program.shapes import shape_of
from nnviz.model.quiz.quiz import broken, choices
from nnviz.model.scenario.edit.mistakes import conflicts_in, possible_in
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec, Scenario
from nnviz.model.scenario.validation import ScenarioError, prepare
from nnviz.model.session.session import Session

XOR = Scenario.load("xor")
HIDDEN = [name for name, row in ACTIVATIONS.items() if not row.couples_units]
OUTPUTS = [pair for pair in product(ACTIVATIONS, LOSSES) if LOSSES[pair[1]].needs in (None, pair[0])]
IN_PROGRAMS = tuple(name for name, row in CATALOGUE.items() if not row.is_own_code)
PAIRS = tuple(combinations(IN_PROGRAMS, 2))
SAMPLE = 20
"""How many pairs are tried on a network."""
OPTIMISED = ["momentum", "nesterov", "rmsprop", "adam"]
BATCHES = ("full", 3, 9)  # of four samples: one batch; a partial last one; a batch that is never full


def network(*hidden: tuple[int, str], output: str = "sigmoid", outputs: int = 1, **others: object) -> Scenario:
    layers = (*(Layer(*layer) for layer in hidden), Layer(outputs, output))
    return replace(XOR, layers=layers, **others)  # type: ignore[arg-type]


def networks(hidden: str) -> Iterator[Scenario]:
    """Yield small networks: sizes that differ and sizes that are alike, with the identity below, above, or nowhere."""
    place = HIDDEN.index(hidden)
    # Over all activations, each of the three comes with all batches.
    specs = [BatchSpec(BATCHES[(place + number) % len(BATCHES)]) for number in range(3)]  # type: ignore[arg-type]
    yield network((3, "identity"), (2, hidden), batch=specs[0])
    yield network((3, hidden), (2, "identity"), batch=specs[1])
    yield network((4, hidden), (4, hidden), batch=specs[2])


def pairs(number: int) -> list[tuple[str, str]]:
    """Return the pairs that are tried on the network of a number."""
    if os.environ.get("NNVIZ_ALL_PAIRS"):
        return list(PAIRS)
    chosen = np.random.default_rng(number).choice(len(PAIRS), SAMPLE, replace=False)
    return [PAIRS[index] for index in chosen]


def run(scenario: Scenario, mistakes: tuple[str, ...]) -> bool:
    """Run three updates if the scenario is accepted; check the shapes, and return whether it was."""
    session, problems = None, ()
    try:
        session = Session(replace(scenario, mistakes=mistakes))
    except ScenarioError as error:
        problems = error.problems
    assert all(problem.field.startswith("mistakes") for problem in problems)
    assert all(problem.accepted and "\n" not in str(problem) for problem in problems)
    if session is None:
        return False
    session.step_update(2)
    snapshot = session.snapshot()
    for line in snapshot.program:
        written = snapshot.values[line.writes].shape
        assert shape_of(line.expression, snapshot.shapes) == snapshot.shapes[line.writes] == written, (mistakes, line)
    return True


@pytest.mark.parametrize("hidden", HIDDEN)
@pytest.mark.sample(1)
@pytest.mark.slow
def test_that_each_mistake_runs_or_is_refused_with_every_hidden_activation(hidden: str) -> None:
    for scenario in networks(hidden):
        ran = {name for name in IN_PROGRAMS if run(scenario, (name,))}
        assert ran == {row.name for row in possible_in(scenario, prepare(scenario).data)}


@pytest.mark.parametrize(("output", "loss"), OUTPUTS)
@pytest.mark.sample(4)
@pytest.mark.slow
def test_that_each_mistake_runs_or_is_refused_with_every_output_and_loss(output: str, loss: str) -> None:
    scenario = network((4, "tanh"), (4, "leaky-relu"), output=output, outputs=2, loss=loss)
    names = IN_PROGRAMS[OUTPUTS.index((output, loss)) % 3 :: 3]
    ran = {name for name in names if run(scenario, (name,))}
    assert ran == {row.name for row in possible_in(scenario, prepare(scenario).data)}.intersection(names)


@pytest.mark.slow
@pytest.mark.parametrize("hidden", HIDDEN)
@pytest.mark.sample(1)
def test_that_pairs_of_mistakes_run_or_are_refused_with_every_hidden_activation(hidden: str) -> None:
    for number, scenario in enumerate(networks(hidden)):
        for mistakes in pairs(100 * HIDDEN.index(hidden) + number):
            run(scenario, mistakes)


@pytest.mark.slow
@pytest.mark.parametrize(("output", "loss"), OUTPUTS)
@pytest.mark.sample(4)
def test_that_pairs_of_mistakes_run_or_are_refused_with_every_output_and_loss(output: str, loss: str) -> None:
    scenario = network((4, "tanh"), (4, "leaky-relu"), output=output, outputs=2, loss=loss)
    for mistakes in pairs(1000 + OUTPUTS.index((output, loss))):
        run(scenario, mistakes)


@pytest.mark.slow
@pytest.mark.parametrize("kind", OPTIMISED)
def test_that_pairs_of_mistakes_run_or_are_refused_with_a_penalty_and_an_optimiser(kind: str) -> None:
    scenario = network((4, "tanh"), (4, "tanh"), optimiser=OptimiserSpec(kind), penalty=PenaltySpec("l2", 0.1))
    for mistakes in pairs(2000 + OPTIMISED.index(kind)):
        run(scenario, mistakes)


@pytest.mark.parametrize(
    "mistakes", [("unweighted-sum", name) for name in IN_PROGRAMS[::3] if name != "unweighted-sum"]
)
@pytest.mark.slow
@pytest.mark.sample(5)
def test_that_pairs_with_a_sum_that_is_a_row_run_or_are_refused(mistakes: tuple[str, str]) -> None:
    for scenario in (network((4, "tanh")), network((4, "tanh"), (4, "tanh")), network((4, "identity"), (4, "tanh"))):
        run(scenario, mistakes)


@pytest.mark.slow
def test_that_what_is_offered_beside_other_mistakes_can_be_switched_on() -> None:
    scenario = network((4, "tanh"), (4, "tanh"))
    data = prepare(scenario).data
    possible = possible_in(scenario, data)
    for first in possible[::5]:
        made = replace(scenario, mistakes=(first.name,))
        offered = {row.name for row in possible_in(made, data)}
        for second in possible[1::4]:
            if second != first:
                assert run(scenario, (first.name, second.name)) == (second.name in offered), (first, second)
                assert bool(conflicts_in(made, data, second.name)) == (second.name not in offered)


def test_that_two_mistakes_that_do_not_go_together_are_refused_with_the_line_and_its_shape() -> None:
    scenario = network((4, "tanh"), mistakes=("unweighted-sum", "products-swapped"))
    with pytest.raises(ScenarioError) as raised:
        prepare(scenario)
    (problem,) = raised.value.problems
    assert problem.field == "mistakes"
    assert problem.found == (
        "unweighted-sum, products-swapped together, with which the line δ¹ = Σₖ δ² · tanh′(Z¹) is 1×4, not 4×4"
    )
    assert problem.accepted == "mistakes whose lines fit together"


@pytest.mark.parametrize("hidden", [("identity",), ("identity", "identity"), ("identity", "tanh")])
def test_that_a_sum_without_weights_is_made_below_identity_layers_too(hidden: tuple[str, ...]) -> None:
    scenario = network(*((3 - place, name) for place, name in enumerate(hidden)))
    session = Session(replace(scenario, mistakes=("unweighted-sum",)))
    right = Session(scenario)
    session.step_update()
    right.step_update()
    snapshot = session.snapshot()
    assert snapshot.program[snapshot.program.line_of["delta1"]].formula(snapshot.labels) == "δ¹ = Σₖ δ² ⊙ id′(Z¹)"
    above = snapshot.values["delta2"].sum(axis=0)
    assert (snapshot.values["delta1"] == above).all()
    assert (snapshot.values["W1"] != right.snapshot().values["W1"]).any()


@pytest.mark.parametrize("made", [(), ("unweighted-sum",)])
def test_that_the_quiz_offers_what_can_be_hidden_alone(made: tuple[str, ...]) -> None:
    scenario = network((4, "tanh"), mistakes=made)
    data = prepare(scenario).data
    offered = choices(scenario, data)
    assert "products-swapped" in {row.name for row in offered}
    for row in offered:
        session = Session(broken(scenario, row))
        session.step_update(3)
