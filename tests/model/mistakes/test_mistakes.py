"""The catalogue of mistakes: what each does to the program, and which check sees it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from nnviz.model.checks.gradient import gradient_check
from nnviz.model.checks.update import update_check
from nnviz.model.data.batches import BatchSpec
from nnviz.model.mistakes import CATALOGUE, possible_mistakes
from nnviz.model.mistakes.build import corrections, right_program
from nnviz.model.network.network import Layer
from nnviz.model.quiz.quiz import evidence
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.scenario.validation import ScenarioError, prepare, situation_of
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot

MadeIn = Callable[[str], Scenario]

XOR = Scenario.load("xor")
WORKED = Scenario.load("worked-example-2-3-1")
SQUARE = replace(XOR, layers=(Layer(4, "tanh"), Layer(4, "tanh"), Layer(1, "sigmoid")))
LEAKY = replace(XOR, layers=(Layer(3, "leaky-relu"), Layer(1, "sigmoid")))
PARTIAL = replace(XOR, batch=BatchSpec(3))
TOO_LARGE = replace(XOR, batch=BatchSpec(9))

IN_PROGRAMS = [name for name, row in CATALOGUE.items() if not row.is_own_code]

# A check that does not see a mistake is not at fault: where gradients and updates are right for what is run, the
# mistake lies in what is run. All others are seen by the gradient check.
SEEN_BY_THE_UPDATE_CHECK = {name for name in IN_PROGRAMS if evidence(CATALOGUE[name]) == "update-check"}
SEEN_BY_NEITHER = {
    "no-sum",  # its shape shows it: the line is marked
    "zero-weights",
    "alike-weights",
    "leaking-batch",
    "per-sample-updates",
    "stale-prediction",
}
SEEN_BY_BOTH = {"decay-decoupled"}


def run(scenario: Scenario, *mistakes: str, updates: int = 3) -> Session:
    session = Session(replace(scenario, mistakes=mistakes))
    session.step_update(updates)
    return session


def band_of(snapshot: Snapshot) -> str:
    band = gradient_check(snapshot).band
    assert band is not None
    return band.name


@pytest.mark.parametrize("name", IN_PROGRAMS)
@pytest.mark.slow
@pytest.mark.sample(16)
def test_that_each_check_sees_the_mistakes_that_it_should(made_in: MadeIn, name: str) -> None:
    snapshot = run(made_in(name), name).snapshot()
    by_update = name in SEEN_BY_THE_UPDATE_CHECK
    by_gradient = not by_update and name not in SEEN_BY_NEITHER
    assert (band_of(snapshot) == "wrong") == by_gradient
    assert (update_check(snapshot).agrees is False) == (by_update or name in SEEN_BY_BOTH)


@pytest.mark.parametrize("scenario", [XOR, WORKED, SQUARE, LEAKY, PARTIAL, TOO_LARGE])
def test_that_without_a_mistake_both_checks_hold_and_nothing_is_corrected(scenario: Scenario) -> None:
    session = run(scenario)
    assert band_of(session.snapshot()) in ("good", "fine")
    assert update_check(session.snapshot()).agrees
    assert corrections(session.program) == {}


@pytest.mark.parametrize("name", IN_PROGRAMS)
@pytest.mark.slow
@pytest.mark.sample(16)
def test_that_a_mistake_that_can_be_made_changes_a_run(made_in: MadeIn, name: str) -> None:
    scenario = made_in(name)
    prepared = prepare(scenario)
    assert CATALOGUE[name] in possible_mistakes(situation_of(scenario, prepared.data))
    right, wrong = run(scenario, updates=5), run(scenario, name, updates=5)
    same = all(np.array_equal(right.value(p), wrong.value(p)) for p in right.program.parameters)
    assert same == (name == "stale-prediction")
    assert right.accuracy != wrong.accuracy or not same


@pytest.mark.parametrize("name", ["unhalved-gradient", "leak-forgotten", "not-transposed", "leaking-batch"])
def test_that_a_mistake_that_changes_nothing_is_refused_with_what_it_needs(name: str) -> None:
    with pytest.raises(ScenarioError) as raised:
        Session(replace(XOR, mistakes=(name,)))
    assert "mistakes[0]" in str(raised.value)
    assert CATALOGUE[name].needs in str(raised.value)


def test_that_an_unknown_mistake_is_refused_with_all_there_are() -> None:
    with pytest.raises(ScenarioError, match="no-such"):
        Session(replace(XOR, mistakes=("no-such",)))


def test_that_a_wrong_line_knows_the_right_one() -> None:
    program = run(XOR, "flipped-sign").program
    correction = corrections(program)["delta2"]
    assert correction is not None
    assert correction == right_program(program)[right_program(program).line_of["delta2"]]
    assert program[program.line_of["delta2"]] != correction


def test_that_missing_lines_and_lines_in_a_wrong_place_are_reported() -> None:
    assert set(corrections(run(XOR, "biases-kept").program)) == {"b1", "b2"}
    assert corrections(run(XOR, "in-place").program) == {"W2": None}


def test_that_mistakes_are_made_in_the_catalogue_s_order_whatever_order_they_are_named_in() -> None:
    names = ("no-mean", "flipped-sign", "in-place")
    assert run(XOR, *names).program.lines == run(XOR, *reversed(names)).program.lines


def test_that_switching_a_mistake_on_in_mid_run_keeps_the_network_and_is_undone() -> None:
    session = run(XOR)
    before = session.value("W1")
    assert session.change(replace(XOR, mistakes=("flipped-sign",)), "mistake")
    assert np.array_equal(session.value("W1"), before)
    session.step_update(2)
    session.undo()
    assert session.scenario.mistakes == ()


def test_that_the_stock_code_s_in_place_order_has_its_published_cost() -> None:
    # Its cost of an epoch is the sum of the four samples' losses, each before the update that it leads to.
    session = Session(replace(Scenario.load("xor-stuck"), mistakes=("in-place",)))
    losses = []
    for _ in range(200):
        session.step_update()
        losses.append(float(session.value("L")))
    assert sum(losses[:4]) == pytest.approx(2.78597329281191, abs=1e-12)
    assert sum(losses[-4:]) == pytest.approx(2.7815180201730616, abs=1e-12)


def test_that_a_leaking_batch_averages_over_what_the_epoch_before_left() -> None:
    # 4 samples in batches of 3: one update an epoch, the first of 3 samples, each later one of 1 + 3.
    session = run(PARTIAL, "leaking-batch", updates=1)
    assert list(session.snapshot().batch) == [0, 1, 2]
    session.step_update()
    assert list(session.snapshot().batch) == [3, 0, 1, 2]
    assert session.position.epoch == 2


def test_that_biases_without_the_sum_get_a_column_for_each_sample() -> None:
    session = run(XOR, "no-sum")
    assert session.value("b1").shape == (3, 4)
    assert session.value("db2").shape == (1, 4)


def test_that_a_batch_larger_than_the_data_never_learns() -> None:
    session = run(TOO_LARGE, "batch-beyond-data", updates=50)
    start = Session(TOO_LARGE)
    assert all(np.array_equal(session.value(p), start.value(p)) for p in start.program.parameters)


@pytest.mark.slow
def test_that_a_stale_prediction_gives_every_sample_the_same_answer() -> None:
    right, stale = run(XOR, updates=2000), run(XOR, "stale-prediction", updates=2000)
    assert right.accuracy == 1.0
    assert stale.accuracy == 0.5
    assert stale.loss == right.loss
