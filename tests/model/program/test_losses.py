"""Losses: their values by the definitions, their extremes, and a mean over the batch's samples."""

import math
from dataclasses import replace

import numpy as np
import pytest

from nnviz.model.program.losses import LOSSES
from nnviz.model.program.symbols import Labels
from nnviz.model.session.session import Session

A = np.array([[0.3, 0.8, 0.55], [0.1, 0.6, 0.25]])
Y = np.array([[0.0, 1.0, 0.4], [1.0, 0.0, 0.9]])
SIGNS = np.array([[1.0, -1.0, 1.0], [-1.0, -1.0, 1.0]])


def entropy(p, q):
    return 0.0 if p == 0.0 else -p * math.log(q)


NAIVE = {
    "half-squared": lambda a, y, n: (a - y) ** 2 / 2,
    "squared": lambda a, y, n: (a - y) ** 2,
    "mean-squared": lambda a, y, n: (a - y) ** 2 / n,
    "half-mean-squared": lambda a, y, n: (a - y) ** 2 / 2 / n,
    "absolute": lambda a, y, n: abs(a - y),
    "mean-absolute": lambda a, y, n: abs(a - y) / n,
    "binary-cross-entropy": lambda a, y, n: entropy(y, a) + entropy(1 - y, 1 - a),
    "categorical-cross-entropy": lambda a, y, n: entropy(y, a),
    "hinge": lambda a, y, n: max(0.0, 1 - y * a),
}


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def cells(loss, a, y):
    with np.errstate(all="ignore"):
        return LOSSES[loss].per_cell(a, y)


def cells_from_logits(loss, z, y):
    with np.errstate(all="ignore"):
        return LOSSES[loss].per_cell_from_logits(z, y)


@pytest.mark.parametrize("loss", LOSSES)
def test_that_values_are_those_of_the_definition(loss):
    y = SIGNS if LOSSES[loss].targets == "plus-minus-one" else Y
    expected = [[NAIVE[loss](float(A[i, k]), float(y[i, k]), 2) for k in range(3)] for i in range(2)]
    np.testing.assert_allclose(cells(loss, A, y), expected, rtol=1e-14, atol=1e-16)


def test_that_nothing_is_lost_where_an_output_is_certain_and_right():
    a, y = np.array([[0.0, 1.0]]), np.array([[0.0, 1.0]])
    assert cells("binary-cross-entropy", a, y).tolist() == [[0.0, 0.0]]
    assert cells("categorical-cross-entropy", a, y).tolist() == [[0.0, 0.0]]


def test_that_certain_and_wrong_is_infinite():
    assert cells("binary-cross-entropy", np.array([[0.0, 1.0]]), np.array([[1.0, 0.0]])).tolist() == [[np.inf, np.inf]]


def test_that_cross_entropy_from_logits_is_that_of_the_outputs():
    z = np.array([[0.3, -2.0, 4.0], [1.2, 0.0, -0.7]])
    from_values = cells("binary-cross-entropy", sigmoid(z), Y)
    np.testing.assert_allclose(cells_from_logits("binary-cross-entropy", z, Y), from_values, rtol=1e-13, atol=1e-15)
    softmax = np.exp(z) / np.exp(z).sum(axis=0)
    from_values = cells("categorical-cross-entropy", softmax, Y)
    np.testing.assert_allclose(
        cells_from_logits("categorical-cross-entropy", z, Y), from_values, rtol=1e-13, atol=1e-15
    )


@pytest.mark.parametrize("z", [1000.0, -1000.0])
def test_that_cross_entropy_of_great_logits_is_exact(z):
    logits = np.array([[z, z]])
    expected = [[max(z, 0.0), max(z, 0.0) - z]]
    assert cells_from_logits("binary-cross-entropy", logits, np.array([[0.0, 1.0]])).tolist() == expected
    pair = np.array([[z, z], [0.0, 0.0]])
    y = np.array([[0.0, 1.0], [1.0, 0.0]])
    found = cells_from_logits("categorical-cross-entropy", pair, y).sum(axis=0)
    assert found.tolist() == expected[0]


@pytest.mark.parametrize(("z", "y"), [(40.0, 1.0), (-40.0, 0.0)])
def test_that_the_loss_of_a_certain_and_right_output_keeps_its_digits(z, y):
    # 1 − σ(40) is less than the smallest step from 1; the loss is e⁻⁴⁰ all the same.
    found = cells_from_logits("binary-cross-entropy", np.array([[z]]), np.array([[y]]))
    assert found[0, 0] == pytest.approx(math.exp(-40), rel=1e-12)


def test_that_hinge_is_nothing_beyond_the_margin():
    assert cells("hinge", np.array([[2.0, -3.0, 1.0]]), np.array([[1.0, -1.0, 1.0]])).tolist() == [[0.0, 0.0, 0.0]]


@pytest.mark.parametrize("loss", ["half-squared", "squared", "mean-squared"])
def test_that_the_loss_is_a_sum_over_outputs_and_a_mean_over_samples(make_scenario, loss):
    weights = np.array([[0.5, -1.0], [2.0, 0.25]])
    x, y = np.array([[1.0, 2.0, -1.0], [0.5, 0.0, 3.0]]), np.array([[0.0, 1.0, 2.0], [1.0, -1.0, 0.5]])
    parameters = {"W1": weights, "b1": [[0.1], [-0.2]]}
    session = Session(make_scenario(x, [(2, "identity")], y=y, parameters=parameters, loss=loss))
    squares = (weights @ x + [[0.1], [-0.2]] - y) ** 2
    factor = {"half-squared": 0.5, "squared": 1.0, "mean-squared": 0.5}[loss]
    assert session.loss == pytest.approx(factor * squares.sum(axis=0).mean(), rel=1e-14)


SUMMED_TEXTS = {
    "half-squared": "½ Σ(A¹ − Y)²",
    "mean-squared": "Σ(A¹ − Y)² / n",
    "absolute": "Σ|A¹ − Y|",
    "mean-absolute": "Σ|A¹ − Y| / n",
    "binary-cross-entropy": "Σ BCE(A¹, Y)",
}


@pytest.mark.parametrize("loss", SUMMED_TEXTS)
def test_that_a_summed_loss_and_its_gradients_are_m_times_the_mean(make_scenario, loss):
    x, y = np.array([[1.0, 2.0, -1.0], [0.5, 0.0, 3.0]]), np.array([[0.0, 1.0, 0.2], [1.0, 0.3, 0.5]])
    parameters = {"W1": [[0.05, -0.1], [0.02, 0.025]], "b1": [[0.4], [0.6]]}
    scenario = make_scenario(x, [(2, "identity")], y=y, parameters=parameters, loss=loss)
    mean, total = Session(scenario), Session(replace(scenario, reduction="sum"))
    assert total.loss == pytest.approx(3 * mean.loss, rel=1e-14)
    for session in (mean, total):
        session.step_line(session.program.line_of["db1"])
    for name in ("dW1", "db1"):
        np.testing.assert_allclose(total.value(name), 3 * mean.value(name), rtol=1e-14)
    formulas = {line.writes: line.formula(Labels()) for line in total.program}
    assert formulas["L"] == f"L = {SUMMED_TEXTS[loss]}"
    assert (formulas["dW1"], formulas["db1"]) == ("∂L/∂W¹ = δ¹ · Xᵀ", "∂L/∂b¹ = Σ δ¹")


@pytest.mark.parametrize("start", [1000.0, -1000.0])
def test_that_a_saturated_network_has_a_finite_loss_and_learns_from_it(make_scenario, start):
    parameters = {"W1": [[start]], "b1": [[0.0]]}
    session = Session(
        make_scenario([[1.0, 1.0]], [(1, "sigmoid")], labels=(0, 1), parameters=parameters, loss="binary-cross-entropy")
    )
    assert session.loss == 500.0
    session.step_update()
    assert abs(session.value("dW1")[0, 0]) == 0.5
    assert np.isfinite(session.value("W1")).all()


def test_that_fused_losses_are_only_those_of_their_own_output():
    fused = {name: row.logits_with for name, row in LOSSES.items() if row.logits_with}
    assert fused == {"binary-cross-entropy": "sigmoid", "categorical-cross-entropy": "softmax"}


@pytest.mark.parametrize(
    ("activation", "loss"), [("sigmoid", "binary-cross-entropy"), ("softmax", "categorical-cross-entropy")]
)
def test_that_the_delta_of_a_fused_output_is_a_minus_y(make_scenario, activation, loss):
    session = Session(make_scenario([[0.2, 0.9]], [(2, activation)], labels=(0, 1), loss=loss))
    session.step_update()
    assert np.array_equal(session.value("delta1"), session.value("A1") - session.value("Y"))
