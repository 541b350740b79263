"""A person's code with one line changed: the line is found, and the mistake has its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

import nnviz
from nnviz import Scenario
from nnviz.model.network.network import Layer

RIGHT = {
    "Z1": "W1 @ X + b1",
    "A1": "f(Z1)",
    "Z2": "W2 @ A1 + b2",
    "A2": "g(Z2)",
    "delta2": "A2 - Y",
    "dW2": "delta2 @ A1.T / m",
    "db2": "delta2.sum(axis=1, keepdims=True) / m",
    "delta1": "(W2.T @ delta2) * (1 - A1**2)",
    "dW1": "delta1 @ X.T / m",
    "db1": "delta1.sum(axis=1, keepdims=True) / m",
    "W1": "W1 - learning_rate * dW1",
    "b1": "b1 - learning_rate * db1",
    "W2": "W2 - learning_rate * dW2",
    "b2": "b2 - learning_rate * db2",
}


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def softmax(z):
    return np.exp(z) / np.exp(z).sum(axis=0)


XOR = Scenario.load("xor")
HALF = replace(XOR, loss="half-squared")
SOFTMAX = replace(XOR, layers=(Layer(3, "tanh"), Layer(2, "softmax")), loss="categorical-cross-entropy")
LINEAR = replace(XOR, layers=(Layer(3, "tanh"), Layer(1, "identity")), loss="half-squared")
RELU = replace(XOR, layers=(Layer(3, "relu"), Layer(1, "sigmoid")))
LOGISTIC = replace(XOR, layers=(Layer(3, "sigmoid"), Layer(1, "sigmoid")))

# Scenario → its functions, and the right lines that differ from `RIGHT`.
OWN = {
    XOR.to_json(): (np.tanh, sigmoid, {}),
    HALF.to_json(): (np.tanh, sigmoid, {"delta2": "(A2 - Y) * A2 * (1 - A2)"}),
    SOFTMAX.to_json(): (np.tanh, softmax, {}),
    LINEAR.to_json(): (np.tanh, lambda z: z, {}),
    RELU.to_json(): (lambda z: np.maximum(z, 0), sigmoid, {"delta1": "(W2.T @ delta2) * (Z1 > 0)"}),
    LOGISTIC.to_json(): (sigmoid, sigmoid, {"delta1": "(W2.T @ delta2) * A1 * (1 - A1)"}),
}

WRONG = [
    ("slope-of-a", XOR, {"delta1": "(W2.T @ delta2) * (1 - np.tanh(A1) ** 2)"}),
    ("slope-of-a", LOGISTIC, {"delta1": "(W2.T @ delta2) * f(A1) * (1 - f(A1))"}),
    ("slope-formula-of-z", LOGISTIC, {"delta1": "(W2.T @ delta2) * Z1 * (1 - Z1)"}),
    ("hidden-slope-forgotten", XOR, {"delta1": "W2.T @ delta2"}),
    ("errors-unscaled", HALF, {"delta1": "(W2.T @ (A2 - Y)) * (1 - A1**2)"}),
    ("softmax-diagonal", SOFTMAX, {"delta2": "-Y * (1 - A2)"}),
    ("slope-of-error", HALF, {"delta2": "(A2 - Y) * (A2 - Y) * (1 - (A2 - Y))"}),
    ("slope-of-error-alone", HALF, {"delta2": "(A2 - Y) * (1 - (A2 - Y))"}),
    ("slope-of-delta", RELU, {"delta1": "(W2.T @ delta2) * ((W2.T @ delta2) > 0)"}),
    ("slope-for-identity", LINEAR, {"delta2": "(A2 - Y) * A2 * (1 - A2)"}),
    ("sigmoid-slope", RELU, {"delta1": "(W2.T @ delta2) * A1 * (1 - A1)"}),
    ("relu-slope", XOR, {"delta1": "(W2.T @ delta2) * (Z1 > 0)"}),
    ("activation-for-slope", LOGISTIC, {"delta1": "(W2.T @ delta2) * A1"}),
    ("flat-targets", XOR, {"delta2": "A2 - Y.mean(axis=1, keepdims=True)"}),
    ("bias-after-activation", XOR, {"Z1": "W1 @ X", "A1": "f(Z1) + b1"}),
    ("softmax-over-samples", SOFTMAX, {"A2": "np.exp(Z2) / np.exp(Z2).sum(axis=1, keepdims=True)"}),
    ("logits-as-outputs", HALF, {"A2": "Z2"}),
    ("weights-for-inputs", XOR, {"dW1": "delta1.sum(axis=1, keepdims=True) * W1 / m"}),
    ("net-input-for-activation", XOR, {"dW2": "delta2 @ Z1.T / m"}),
    ("output-for-activation", XOR, {"dW2": "(delta2 * A2).sum(axis=1, keepdims=True) / m * np.ones_like(W2)"}),
    ("reshape-for-transpose", XOR, {"dW1": "delta1 @ X.reshape(X.shape[1], -1) / m"}),
    ("m-is-inputs", XOR, {"dW1": "delta1 @ X.T / len(X)"}),
    ("m-is-outputs", XOR, {"dW1": "delta1 @ X.T / len(Y)"}),
    ("m-is-size", XOR, {"dW1": "delta1 @ X.T / X.size"}),
    ("mean-twice", XOR, {"dW1": "delta1 @ X.T / m / m"}),
    ("last-sample-only", XOR, {"dW1": "delta1[:, -1:] @ X[:, -1:].T / m"}),
    ("last-sample-left-out", XOR, {"dW1": "delta1[:, :-1] @ X[:, :-1].T / m"}),
    ("sample-used-twice", XOR, {"dW1": "(delta1 @ X.T + delta1[:, -1:] @ X[:, -1:].T) / m"}),
    ("bias-sum-of-all", XOR, {"db1": "np.full_like(b1, delta1.sum() / m)"}),
    ("gradient-added", XOR, {"W1": "W1 + learning_rate * dW1"}),
    ("gradients-cleared", XOR, {"W1": "W1 - learning_rate * 0 * dW1"}),
    ("only-output-updated", XOR, {"W1": "W1", "b1": "b1"}),
    ("learning-rate-forgotten", XOR, {"W1": "W1 - dW1"}),
]


def person(scenario: Scenario, changed: dict[str, str]) -> Callable[..., dict[str, np.ndarray]]:
    """Return a function whose lines are the right ones but for those changed; samples are columns."""
    f, g, own = OWN[scenario.to_json()]
    lines = RIGHT | own | changed

    def backprop(X, Y, weights, biases, learning_rate):  # noqa: N803
        names = {"X": X, "Y": Y, "m": X.shape[1], "learning_rate": learning_rate, "f": f, "g": g, "np": np}
        names |= {"W1": weights[0], "W2": weights[1], "b1": biases[0], "b2": biases[1]}
        values = {}
        for symbol, text in lines.items():
            values[symbol] = eval(text, names)
            names |= {} if symbol[0] in "Wb" else {symbol: values[symbol]}
        return values

    return backprop


@pytest.mark.parametrize("scenario", [XOR, HALF, SOFTMAX, LINEAR, RELU, LOGISTIC], ids=range(6))
def test_that_the_code_without_a_change_is_right(scenario: Scenario) -> None:
    report = nnviz.check(person(scenario, {}), scenario)
    assert report.ok, str(report)


@pytest.mark.parametrize(("name", "scenario", "changed"), WRONG, ids=[row[0] for row in WRONG])
@pytest.mark.slow
@pytest.mark.sample(5)
def test_that_a_changed_line_is_found_and_named(name: str, scenario: Scenario, changed: dict[str, str]) -> None:
    report = nnviz.check(person(scenario, changed), scenario)
    first = report.first_difference
    assert first is not None
    assert first.symbol == next(iter(changed)), str(report)
    assert name in first.mistakes, str(report)
    assert len(first.mistakes) == 1 or first.alternatives
