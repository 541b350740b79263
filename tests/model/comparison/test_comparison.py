"""Compared sessions: what updates cost, what scenarios differ in, and how sessions share time."""

from dataclasses import replace

import numpy as np
import pytest

from nnviz.model.comparison import ComparedSession, ComparedSnapshot, share_time, suggested
from nnviz.model.comparison.variants import (
    next_seed,
    with_learning_rate,
    with_method,
    with_one_mistake,
    with_seed,
    without_mistakes,
)
from nnviz.model.data.batches import BatchSpec
from nnviz.model.mistakes import CATALOGUE
from nnviz.model.mistakes.mistake import LEAKING
from nnviz.model.network.initialisers import InitialSpec
from nnviz.model.program.training_methods import METHODS
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.session import Session


@pytest.fixture
def xor() -> Scenario:
    return find_scenario("xor")


def compared_snapshot(session: Session) -> ComparedSnapshot:
    return ComparedSnapshot(1, "", 0, session.snapshot())


def counted(session: Session, updates: int) -> int:
    """Run updates, and count the samples of their batches."""
    samples = 0
    for _ in range(updates):
        session.step_update()
        samples += len(session.snapshot().batch)
    return samples


# What updates cost --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [1, 3, 4, "full", 9])
@pytest.mark.parametrize("updates", [0, 1, 2, 3, 4, 5, 11])
@pytest.mark.slow
@pytest.mark.sample(8)
def test_that_evaluations_are_the_samples_of_all_batches(xor: Scenario, size: int, updates: int) -> None:
    session = Session(replace(xor, batch=BatchSpec(size)))
    samples = counted(session, updates)
    along = compared_snapshot(session).along("evaluations")
    assert along is not None
    assert along[-1] == samples


@pytest.mark.parametrize("updates", [1, 2, 3, 4, 5, 9, 10])
def test_that_samples_that_leak_into_the_next_epoch_are_counted_where_they_are_run(updates: int) -> None:
    scenario = find_scenario("sine")
    train = len(Session(scenario).data.train)
    leaking = replace(scenario, batch=BatchSpec(train // 3 - 1), mistakes=(LEAKING,))
    session = Session(leaking)
    samples = counted(session, updates)
    along = compared_snapshot(session).along("evaluations")
    assert along is not None
    assert along[-1] == samples


def test_that_evaluations_go_on_with_the_batches_of_other_settings(xor: Scenario) -> None:
    session = Session(xor)
    samples = counted(session, 5)
    session.change(replace(xor, batch=BatchSpec(1)))
    samples += counted(session, 7)
    session.change(replace(xor, batch=BatchSpec(3)))
    samples += counted(session, 3)
    assert samples == 20 + 7 + 7
    along = compared_snapshot(session).along("evaluations")
    assert along is not None
    assert along[-1] == samples
    assert (np.diff(along) >= 0).all()


def test_that_a_candidate_of_an_evolution_strategy_costs_as_much_as_an_update() -> None:
    session = Session(find_scenario("xor-evolution"))
    assert counted(session, 9) == 36
    along = compared_snapshot(session).along("evaluations")
    assert along is not None
    assert along[-1] == 36


def test_that_seconds_are_not_known_before_updates_were_timed(xor: Scenario) -> None:
    compared = ComparedSession(1, "", 0, Session(xor))
    assert compared.compared_snapshot().along("seconds") is None
    compared.step(200)
    along = compared.compared_snapshot().along("seconds")
    assert along is not None
    assert 0 < along[-1] < 10
    assert along[0] == 0


def test_that_losses_end_where_a_session_stands_in_its_past(xor: Scenario) -> None:
    session = Session(xor)
    session.step_update(300)
    session.seek(120)
    here = compared_snapshot(session)
    assert here.at[-1] == 120
    assert here.losses[-1] == session.loss
    assert len(here.at) == len(here.losses) == 121


# What scenarios differ in -------------------------------------------------------------------------------------------


def test_that_a_variant_differs_in_the_learning_rate_only(xor: Scenario) -> None:
    variant = with_learning_rate(xor, 4.2)
    assert variant.name == "η = 4.2"
    assert variant.scenario == replace(xor, optimiser=replace(xor.optimiser, learning_rate=4.2))


def test_that_another_seed_draws_other_parameters_for_the_same_samples() -> None:
    flower = find_scenario("planar-flower")
    flower = replace(flower, seed=3, data=replace(flower.data, seed=None))
    first, second = Session(flower), Session(with_seed(flower, next_seed(flower)).scenario)
    assert np.array_equal(first.data.X, second.data.X)
    assert not np.array_equal(first.value("W1"), second.value("W1"))


def test_that_another_seed_draws_parameters_where_they_were_given(xor: Scenario) -> None:
    given = replace(xor, initial=InitialSpec(values={"W1": ((1, 1), (1, 1), (1, 1)), "W2": ((1, 1, 1),)}))
    first, second = (Session(with_seed(given, seed).scenario) for seed in (5, 6))
    assert not np.array_equal(first.value("W1"), second.value("W1"))


@pytest.mark.parametrize("kind", list(METHODS))
def test_that_every_way_to_train_can_be_compared(xor: Scenario, kind: str) -> None:
    session = Session(with_method(replace(xor, batch=BatchSpec(2)), kind).scenario)
    session.step_update(3)
    assert session.scenario.optimiser.kind == kind


def test_that_the_right_program_is_offered_against_a_mistake(xor: Scenario) -> None:
    session = Session(xor)
    wrong = suggested(xor, session.data)[2].scenario
    assert len(wrong.mistakes) == 1
    assert suggested(wrong, session.data)[2] == without_mistakes(wrong)
    assert without_mistakes(wrong).scenario == xor


def test_that_a_mistake_made_for_comparing_is_not_hidden(xor: Scenario) -> None:
    made, name, *_ = CATALOGUE
    hidden = replace(xor, mistakes=(made,), hides_mistakes=True)
    assert with_one_mistake(hidden, name).scenario == replace(hidden, mistakes=(name,), hides_mistakes=False)
    assert not without_mistakes(hidden).scenario.hides_mistakes


@pytest.mark.parametrize("name", ["xor", "planar-flower", "sine", "xor-evolution", "xor-stuck", "three-class-spiral"])
def test_that_what_is_suggested_can_be_run(name: str) -> None:
    session = Session(find_scenario(name))
    variants = suggested(session.scenario, session.data)
    assert len(variants) >= 2
    assert len({variant.name for variant in variants}) == len(variants)
    for variant in variants:
        Session(variant.scenario).step_update(2)


# Compared sessions ------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_that_a_compared_session_comes_to_the_very_state_that_stepping_gives(xor: Scenario) -> None:
    compared, other = ComparedSession(1, "", 0, Session(xor)), Session(xor)
    compared.aim(2345)
    while share_time([compared], 0.002):
        pass
    other.step_update(2345)
    assert compared.session.place == other.place
    assert compared.session.value("W1").tobytes() == other.value("W1").tobytes()
    assert compared.behind == 0


def test_that_a_compared_session_goes_back_at_once_and_keeps_its_future(xor: Scenario) -> None:
    compared = ComparedSession(1, "", 0, Session(xor))
    compared.step(500)
    compared.aim(80)
    assert compared.session.place == (80, 0)
    assert compared.session.newest.update == 500


def test_that_a_compared_session_inside_an_update_leaves_it_for_its_beginning(xor: Scenario) -> None:
    session = Session(xor)
    session.step_line(len(session.program) + 4)
    compared = ComparedSession(1, "", 0, session)
    compared.aim(1)
    assert session.place == (1, 0)


def test_that_time_is_shared_also_with_a_slow_compared_session(xor: Scenario) -> None:
    slow = ComparedSession(1, "", 0, Session(find_scenario("mnist")))
    fast = [ComparedSession(2, "", 1, Session(xor)), ComparedSession(3, "", 2, Session(xor))]
    for compared in (slow, *fast):
        compared.aim(400)
    for _ in range(3000):
        if not share_time([slow, *fast], 0.003):
            break
    assert [compared.behind for compared in (slow, *fast)] == [0, 0, 0]


def test_that_a_run_at_a_speed_makes_what_is_due(xor: Scenario) -> None:
    compared = ComparedSession(1, "", 0, Session(xor))
    for _ in range(10):
        compared.go_on(25.0, 0.02)
        share_time([compared], 1.0)
    assert compared.session.place.completed == 5
