"""Evolution strategies: the document's figures, and that a search is a program like any other."""

from dataclasses import replace

import numpy as np
import pytest

import nnviz
from nnviz import Scenario
from nnviz.model.checks import gradient_check, update_check
from nnviz.model.data import DataSpec
from nnviz.model.data.batches import BatchSpec
from nnviz.model.engine.evolution_draws import Draws
from nnviz.model.errors import ModelError, NotComputedError
from nnviz.model.mistakes import possible_mistakes
from nnviz.model.network.network import Layer
from nnviz.model.prediction.forward import values_of_sample
from nnviz.model.program.evolution_strategies import STRATEGIES
from nnviz.model.scenario.edit import with_optimiser, with_setting
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec
from nnviz.model.scenario.validation import ScenarioError, prepare, situation_of
from nnviz.model.session.session import Session
from nnviz.model.session_file.file import open_session, save_session

PARAMETERS = ("W1", "b1", "W2", "b2")
SEED = 565113221


def xor() -> Session:
    return Session(Scenario.load("xor-evolution"))


def population(size: int = 4, **more) -> Scenario:
    """Return a search with a population on 20 samples of a spiral."""
    scenario = Scenario(
        title={"en": "spiral"},
        data=DataSpec("spiral", samples=20, noise=0.1),
        layers=(Layer(3, "tanh"), Layer(1, "sigmoid")),
        loss="binary-cross-entropy",
        optimiser=OptimiserSpec("evolution-population", settings={"population": size}),
        seed=3,
    )
    return replace(scenario, **more)


def bits(session: Session) -> dict[str, bytes]:
    return {name: array.tobytes() for name, array in session.snapshot().values.items()}


def kept(session: Session) -> dict[str, np.ndarray]:
    return {name: session.value(name) for name in PARAMETERS}


def same(one: dict[str, np.ndarray], other: dict[str, np.ndarray]) -> bool:
    return all(np.array_equal(one[name], other[name]) for name in one)


# The document -----------------------------------------------------------------------------------------------------


def test_that_the_document_s_costs_and_predictions_are_reached():
    session = xor()
    costs = {0: 2.772588722, 500: 2.030954326, 1000: 0.091360916, 1999: 0.0000481539}
    for turn, cost in costs.items():
        session.step_update(turn - session.position.update)
        # The document adds the four samples' costs, where a loss is their mean.
        assert 4 * session.loss == pytest.approx(cost, rel=1e-6)
        assert 4 * float(session.value("Lbest")) == pytest.approx(cost, rel=1e-6)
    snapshot = session.snapshot()
    predictions = [float(values_of_sample(snapshot, sample)["A2"][0, 0]) for sample in range(4)]
    np.testing.assert_allclose(predictions, (0.0000112, 0.9999894, 0.9999866, 0.0000130), rtol=0.0, atol=6e-8)


def test_that_every_turn_is_the_document_s():
    random, epsilon = np.random.RandomState(SEED), 0.12
    x = np.array([[0.0, 0, 1, 1], [0, 1, 0, 1]])
    y = np.array([[0.0, 1, 1, 0]])

    def sigmoid(z):
        return 1 / (1 + np.exp(-z))

    shapes = ((2, 2), (2, 1), (1, 2), (1, 1))
    tried, best, least = [np.zeros(shape) for shape in shapes], [], np.inf
    session = xor()
    for turn in range(300):
        w1, b1, w2, b2 = tried
        p = sigmoid(w2 @ sigmoid(w1 @ x + b1) + b2)
        cost = float(np.sum(-y * np.log(p) - (1 - y) * np.log(1 - p)))
        if turn == 0 or cost < least:
            least, best = cost, tried
        tried = [array + random.random_sample(array.shape) * epsilon * 2 - epsilon for array in best]
        for name, array in zip(PARAMETERS, best, strict=True):
            np.testing.assert_allclose(session.value(name), array, rtol=0.0, atol=1e-12)
        session.step_update()


# The program ------------------------------------------------------------------------------------------------------


def test_that_an_update_is_written_as_what_it_does():
    session = xor()
    labels = session.scenario.symbol_labels()
    assert [line.formula(labels) for line in session.program] == [
        "c(W¹) = W¹ + ε u(W¹)",
        "c(b¹) = b¹ + ε u(b¹)",
        "c(W²) = W² + ε u(W²)",
        "c(b²) = b² + ε u(b²)",
        "Z¹ = c(W¹) · X + c(b¹)",
        "A¹ = σ(Z¹)",
        "Z² = c(W²) · A¹ + c(b²)",
        "A² = σ(Z²)",
        "L = BCE(σ(Z²), Y)",
        "W¹ ← c(W¹) if L < L* else W¹",
        "b¹ ← c(b¹) if L < L* else b¹",
        "W² ← c(W²) if L < L* else W²",
        "b² ← c(b²) if L < L* else b²",
        "L* ← L if L < L* else L*",
    ]
    assert session.program[5].formula(labels, "rows") == "Z¹ = X · c(W¹) + c(b¹)"


def test_that_a_population_says_when_it_chooses():
    session = Session(population())
    labels = session.scenario.symbol_labels()
    formulas = {line.writes: line.formula(labels) for line in session.program}
    assert formulas["gW1"] == "g(W¹) ← c(W¹) if k = 1 or L < L* else g(W¹)"
    assert formulas["W1"] == "W¹ ← g(W¹) if k = K else W¹"
    assert formulas["Lbest"] == "L* ← L if k = 1 or L < L* else L*"


def test_that_a_cell_is_explained_with_the_numbers_of_its_choice():
    session = xor()
    session.step_update(2)
    while session.value("L") >= session.snapshot().before["Lbest"]:
        session.step_update()
    session = nnviz.Session(session)
    taken = session.explain("W1", (0, 0))
    assert taken.rows[0] == "W¹₁₁ ← c(W¹)₁₁ if L < L* else W¹₁₁"
    assert taken.value == session.value("cW1")[0, 0]
    candidate = session.explain("cW1", (1, 0))
    assert candidate.rows[0] == "c(W¹)₂₁ = W¹₂₁ + ε · u(W¹)₂₁"
    drawn = session.value("uW1")[1, 0]
    assert candidate.value == pytest.approx(session.snapshot().before["W1"][1, 0] + 0.12 * drawn, abs=1e-16)


@pytest.mark.parametrize("penalty", [None, "l2"])
def test_that_what_is_kept_is_never_worse_and_its_loss_is_the_lowest_so_far(penalty):
    scenario = replace(population(), optimiser=OptimiserSpec("evolution", settings={"reach": 0.3}))
    if penalty:
        scenario = replace(scenario, penalty=PenaltySpec(penalty, 0.01))
    session = Session(scenario)
    least, moved = session.metrics.train_total, 0
    for _ in range(200):
        before = kept(session)
        session.step_update()
        loss = float(session.value("J" if penalty else "L"))
        assert same(before, kept(session)) == (loss >= least)
        moved += loss < least
        least = min(least, loss)
        assert float(session.value("Lbest")) == least
        assert session.metrics.train_total == pytest.approx(least, rel=1e-12)
    assert moved > 10


def test_that_the_best_of_a_generation_is_the_next_parent_even_if_it_is_worse():
    session = Session(population(size=5))
    worse = 0
    for _ in range(40):
        parent, before, tried = kept(session), session.loss, []
        for _ in range(5):
            assert same(parent, kept(session))
            session.step_update()
            tried.append((float(session.value("L")), {name: session.value(f"c{name}") for name in PARAMETERS}))
        least, champion = min(tried, key=lambda each: each[0])
        assert same(champion, kept(session))
        assert float(session.value("Lbest")) == least
        worse += least > before
    assert session.position.epoch == 40
    assert worse > 0


@pytest.mark.parametrize("kind", STRATEGIES)
@pytest.mark.slow
def test_that_a_strategy_learns_the_xor_that_gradient_descent_did_not(kind):
    scenario = with_optimiser(Scenario.load("xor-stuck"), kind)
    session = Session(scenario)
    session.step_update(4000)
    assert session.accuracy == 1.0


def test_that_biases_that_are_not_trained_are_not_searched():
    session = Session(replace(population(), train_biases=False))
    session.step_update(20)
    assert "ub1" not in session.symbols
    assert not session.value("b1").any()
    assert session.value("W1").any()


# No gradients -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("symbol", ["delta1", "dW1", "db2"])
def test_that_there_are_no_gradients_to_ask_for(symbol):
    session = xor()
    session.step_update()
    with pytest.raises(NotComputedError):
        session.value(symbol)


@pytest.mark.parametrize("check", [gradient_check, update_check])
def test_that_checks_say_that_there_are_no_gradients(check):
    session = xor()
    session.step_update()
    with pytest.raises(ModelError, match="computes no gradients"):
        check(session.snapshot())


def test_that_no_mistakes_with_gradients_can_be_made():
    scenario = Scenario.load("xor-evolution")
    prepared = prepare(scenario)
    names = {row.name for row in possible_mistakes(situation_of(scenario, prepared.data))}
    assert names == {"zero-weights", "alike-weights", "stale-prediction"}
    with pytest.raises(ScenarioError, match="computes gradients"):
        prepare(replace(scenario, mistakes=("no-mean",)))
    mistaken = replace(Scenario.load("xor"), mistakes=("no-mean", "stale-prediction"))
    assert with_optimiser(mistaken, "evolution").mistakes == ("stale-prediction",)


@pytest.mark.parametrize("kind", STRATEGIES)
def test_that_it_takes_all_samples_into_each_update(kind):
    scenario = replace(population(), optimiser=OptimiserSpec(kind), batch=BatchSpec(5))
    with pytest.raises(ScenarioError, match="compares losses"):
        prepare(scenario)
    assert with_optimiser(scenario, kind).batch.size == "full"


@pytest.mark.parametrize(("size", "accepted"), [(2.5, "whole"), (1, "2.0 to 1000.0")])
def test_that_a_population_is_a_whole_number(size, accepted):
    with pytest.raises(ScenarioError, match=accepted):
        prepare(population(size))


# Time -------------------------------------------------------------------------------------------------------------


def searches() -> list[Scenario]:
    return [Scenario.load("xor-evolution"), population(), with_optimiser(population(), "evolution")]


@pytest.mark.slow
@pytest.mark.parametrize("scenario", searches(), ids=lambda scenario: scenario.optimiser.kind)
@pytest.mark.sample(1)
def test_that_every_moment_is_the_same_when_it_is_come_back_to(scenario):
    session = Session(scenario)
    lines, seen = len(session.program), {}
    for _ in range(12 * lines):
        session.step_line()
        seen[session.place] = bits(session)
    session.step_update(3000)
    end = bits(session)
    for place in sorted(seen, key=lambda place: (place.completed * 7 + place.line * 5) % 11):
        session.seek(place.completed + (place.line > 0), place.line or None)
        assert bits(session) == seen[place]
    session.to_newest()
    assert bits(session) == end
    run = Session(scenario)
    run.step_update(session.position.update)
    assert bits(run) == end


@pytest.mark.slow
@pytest.mark.parametrize("scenario", searches(), ids=lambda scenario: scenario.optimiser.kind)
@pytest.mark.sample(1)
def test_that_a_saved_search_goes_on_as_though_it_had_not_been_saved(tmp_path, scenario):
    session = Session(scenario)
    session.step_update(130)
    session.set_value("W1", (0, 0), 0.5)
    session.step_update(7)
    session.change(with_setting(session.scenario, STRATEGIES[scenario.optimiser.kind].reach, 0.05))
    session.step_line(5)
    save_session(session, tmp_path / "search.nnviz")
    again = open_session(tmp_path / "search.nnviz").session
    for each in (session, again):
        each.step_line(33)
        each.step_epoch(3)
        each.step_update(2500)
    assert bits(again) == bits(session)
    session.seek(100)
    again.seek(100)
    assert bits(again) == bits(session)


def test_that_candidates_must_beat_what_a_person_has_set():
    session = xor()
    session.step_update(1500)
    session.set_value("W1", (0, 0), 3.0)
    loss = session.loss
    assert float(session.value("Lbest")) == loss > 0.05
    session.step_update(200)
    assert session.loss < loss


def test_that_inside_an_update_the_candidate_must_beat_what_a_person_has_set():
    session = xor()
    session.step_update(20)
    session.step_line(session.program.line_of["L"])
    session.set_value("b2", (0, 0), 40.0)
    session.step_update()
    assert same(kept(session), {name: session.value(f"c{name}") for name in PARAMETERS})


def test_that_other_settings_measure_what_was_kept_anew():
    session = xor()
    session.step_update(100)
    session.change(replace(session.scenario, penalty=PenaltySpec("l2", 0.1)))
    assert float(session.value("Lbest")) == session.metrics.train_total > session.metrics.train
    before = kept(session)
    session.change(with_optimiser(session.scenario, "evolution-population"))
    assert same(before, kept(session))
    session.step_epoch()
    assert session.position.update == 116


def test_that_a_run_goes_from_gradients_to_a_search_and_back():
    session = Session(Scenario.load("xor"))
    session.step_update(50)
    before = kept(session)
    session.change(with_optimiser(session.scenario, "evolution"))
    assert same(before, kept(session))
    session.step_update(50)
    session.change(with_optimiser(session.scenario, "adam"))
    session.step_update(50)
    end = bits(session)
    session.seek(75)
    session.to_newest()
    assert bits(session) == end


# The draws --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("distribution", ["uniform", "normal"])
@pytest.mark.parametrize("legacy", [True, False])
@pytest.mark.parametrize("size", [9, 5000])
@pytest.mark.slow
def test_that_draws_do_not_depend_on_what_was_drawn_before(distribution, legacy, size):
    def draws() -> Draws:
        rng = np.random.RandomState(7) if legacy else None
        return Draws({"uW1": (size, 1)}, distribution, 7, rng)

    onward = draws()
    seen = {}
    for update in range(4000 if size < 100 else 600):
        onward.take(update)
        seen[update] = onward.arrays["uW1"].copy()
    assert not np.array_equal(seen[0], seen[1])
    for update in (599, 3, 0, 598, 300, 1):
        onward.take(update)
        np.testing.assert_array_equal(onward.arrays["uW1"], seen[update])
        fresh = draws()
        fresh.take(update)
        np.testing.assert_array_equal(fresh.arrays["uW1"], seen[update])
    drawn = np.concatenate([array.ravel() for array in seen.values()])
    assert abs(drawn.mean()) < 0.02
    assert drawn.std() == pytest.approx(1.0 if distribution == "normal" else 3**-0.5, abs=0.02)
    assert distribution == "normal" or np.abs(drawn).max() <= 1.0


def test_that_the_legacy_draws_are_one_sequence():
    draws = Draws({"uW1": (2, 2), "ub1": (2, 1)}, "uniform", 0, np.random.RandomState(SEED))
    numbers = 2.0 * np.random.RandomState(SEED).random_sample(6 * 5000).reshape(5000, 6) - 1.0
    for update in (0, 1, 4999, 2730, 2731):
        draws.take(update)
        np.testing.assert_array_equal(draws.arrays["uW1"].ravel(), numbers[update, :4])
        np.testing.assert_array_equal(draws.arrays["ub1"].ravel(), numbers[update, 4:])


def test_that_another_seed_searches_elsewhere():
    one, other = (Session(population(seed=seed)) for seed in (3, 4))
    for session in (one, other):
        session.step_update()
    assert not np.array_equal(one.value("uW1"), other.value("uW1"))


# Breakpoints ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", STRATEGIES)
@pytest.mark.slow
def test_that_breakpoints_on_gradients_never_hold_and_others_do(kind):
    scenario = with_optimiser(Scenario.load("xor-evolution"), kind)
    for quantity in ("gradient", "delta"):
        session = nnviz.Session(scenario)
        session.add_breakpoint("size-below", quantity=quantity, bound=1e9)
        assert session.run_until(100) == ()
    session = nnviz.Session(scenario)
    session.add_breakpoint("Lbest < 0.6")
    assert len(session.run_until(2000)) == 1
    assert float(session.value("Lbest")) < 0.6
