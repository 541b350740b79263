"""The first number that is not finite: line, cell, what made it, and the likely reason."""

from dataclasses import replace

import numpy as np
import pytest

from nnviz import Scenario
from nnviz.model.breakpoints import Breakpoint, NotFinite, run_until
from nnviz.model.checks.nonfinite import first_nonfinite
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec
from nnviz.model.session.selection import Cell
from nnviz.model.session.session import Session

X = np.array([[0.2, -0.7, 1.1], [0.5, 0.3, -0.4]])


def found(session, updates=300):
    """Run to where the first such number appears; return what is found there, and its sentences."""
    (stop,) = run_until(session, [Breakpoint(NotFinite())], updates).stops
    snapshot = session.snapshot()
    first = first_nonfinite(snapshot)
    assert first.line == stop.hit.line == session.position.line
    assert first.cell == stop.hit.cell
    assert not np.isfinite(first.value)
    cell = snapshot.values[first.cell.symbol][first.cell.row, first.cell.column]
    assert np.array_equal(first.value, cell, equal_nan=True)
    sentences = [None if s is None else s.write(snapshot.labels, snapshot.shapes) for s in (first.cause, first.reason)]
    # What is found does not change while the same update goes on.
    session.step_line(len(session.program) - session.position.line)
    assert first_nonfinite(session.snapshot()).cell == first.cell
    return first, *sentences


def test_that_nothing_is_found_where_all_is_finite():
    session = Session(Scenario.load("xor"))
    assert first_nonfinite(session.snapshot()) is None
    for _ in range(20):
        session.step_line()
        assert first_nonfinite(session.snapshot()) is None


def test_that_a_learning_rate_that_is_too_large_is_reported(make_scenario):
    scenario = make_scenario(
        X,
        [(3, "relu"), (1, "identity")],
        y=[[1.0, 2.0, 0.5]],
        loss="squared",
        seed=1,
        optimiser=OptimiserSpec("gradient-descent", 5.0),
    )
    first, _, reason = found(Session(scenario))
    assert first.cell.symbol in ("Z1", "Z2", "L", "delta1", "delta2", "dW1", "dW2")
    assert "diverged" in reason
    assert "learning rate below 5" in reason


def test_that_an_update_that_does_not_begin_with_finite_numbers_has_no_first(make_scenario):
    scenario = make_scenario(
        X, [(1, "identity")], y=[[1.0, 2.0, 0.5]], optimiser=OptimiserSpec("gradient-descent", 1e200)
    )
    session = Session(scenario)
    found(session, 3)
    session.step_update()
    assert first_nonfinite(session.snapshot()) is None


def one_layer(make, activation, loss, w, b=0.0, x=1.0, y=1.0, **more):
    parameters = {"W1": [[w]], "b1": [[b]]}
    return Session(make([[x]], [(1, activation)], y=[[y]], parameters=parameters, loss=loss, **more))


CASES = {
    "product": ("identity", "half-squared", 1e200, {"x": 1e200}, "Z1", "1e200 times 1e200 overflows"),
    "sum": (
        "identity",
        "half-squared",
        1e308,
        {"b": 1e308},
        "Z1",
        "the sum or difference of 1e308 and 1e308 overflows",
    ),
    "loss": ("identity", "half-squared", 1e160, {}, "L", "the loss of a¹ = 1e160 overflows"),
    "logarithm of 0": ("relu", "binary-cross-entropy", -1.0, {}, "L", "the logarithm of 0, because a¹ is exactly 0"),
    "logarithm of a negative": (
        "identity",
        "binary-cross-entropy",
        -1.0,
        {},
        "L",
        "the logarithm of a number below 0, because a¹ = −1",
    ),
    "penalty": (
        "tanh",
        "half-squared",
        1e160,
        {"penalty": PenaltySpec("l2", 0.1)},
        "R",
        "the square of 1e160 overflows",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_that_the_cause_is_the_operation_that_made_it(make_scenario, case):
    activation, loss, w, more, symbol, text = CASES[case]
    first, cause, _ = found(one_layer(make_scenario, activation, loss, w, **more), 1)
    assert first.cell == Cell(symbol, 0, 0)
    assert text in cause


def test_that_zero_by_zero_is_reported(make_scenario):
    # The output is its target: no gradient, divided by the root of the mean of its squares, and ε = 0.
    rmsprop = OptimiserSpec("rmsprop", 0.1, {"epsilon": 0.0})
    session = one_layer(make_scenario, "identity", "half-squared", 1.0, y=1.0, optimiser=rmsprop)
    first, cause, reason = found(session, 1)
    assert first.cell == Cell("W1", 0, 0)
    assert cause == "0 divided by 0 is not a number"
    assert reason is None


def test_that_a_division_by_zero_is_reported(make_scenario):
    session = one_layer(make_scenario, "relu", "binary-cross-entropy", 1.0, y=0.0)
    session.step_line(session.program.line_of["delta1"])
    snapshot = session.snapshot()
    # The loss is not finite here, and δ does not read it: it is a first number of its own.
    finite = replace(snapshot, values={**snapshot.values, "L": np.zeros((1, 1))})
    first = first_nonfinite(finite)
    assert first.cell == Cell("delta1", 0, 0)
    assert first.cause.write(finite.labels, finite.shapes) == "1 is divided by 0"


def test_that_an_output_on_the_end_of_its_range_has_its_reason(make_scenario):
    _, _, reason = found(one_layer(make_scenario, "relu", "binary-cross-entropy", -1.0), 1)
    assert "outputs between 0 and 1" in reason


def test_that_huge_inputs_and_huge_initial_weights_are_reported(make_scenario):
    assert "inputs" in found(one_layer(make_scenario, "identity", "half-squared", 1e10, x=1e300), 1)[2]
    assert "initial weights" in found(one_layer(make_scenario, "identity", "half-squared", 1e160), 1)[2]


def test_that_one_step_out_of_all_proportion_is_reported(make_scenario):
    rate = OptimiserSpec("gradient-descent", 1e308)
    session = one_layer(make_scenario, "identity", "half-squared", 1.0, y=-100.0, optimiser=rate)
    first, cause, reason = found(session, 1)
    assert first.cell == Cell("W1", 0, 0)
    assert "1e308 times 101" in cause
    assert "the learning rate 1e308 times the gradient of W¹" in reason


def test_that_a_sum_of_many_terms_names_the_largest(make_scenario):
    parameters = {"W1": [[1e308, 1e308, -1e307]]}
    session = Session(make_scenario([[1.0], [1.0], [1.0]], [(1, "identity")], y=[[0.0]], parameters=parameters))
    _, cause, _ = found(session, 1)
    assert cause == "the sum of 3 terms overflows; the largest is 1e308"
