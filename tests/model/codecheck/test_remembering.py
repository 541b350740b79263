"""An update that remembers, as a person writes it: it is tried over two updates, each time from the beginning."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

import nnviz
from nnviz.model.scenario.scenario import OptimiserSpec, Scenario
from tests.model.codecheck.test_named_mistakes import LOGISTIC, XOR, person

MOMENTUM = replace(XOR, optimiser=OptimiserSpec("momentum", 0.1))
ADAM = replace(XOR, optimiser=OptimiserSpec("adam", 0.1))
VELOCITY = {}


def momentum(weights, biases, dWs, dbs, learning_rate):  # noqa: N803
    for kind, parameters, gradients in (("W", weights, dWs), ("b", biases, dbs)):
        for layer, (parameter, gradient) in enumerate(zip(parameters, gradients, strict=True)):
            VELOCITY[kind, layer] = 0.9 * VELOCITY.get((kind, layer), 0.0) + gradient
            parameter -= learning_rate * VELOCITY[kind, layer]


class Adam:
    def __init__(self, *, corrects: bool = True, keeps: bool = True) -> None:
        self.corrects, self.keeps = corrects, keeps
        self.t, self.m, self.v = 0, {}, {}

    def update(self, weights, biases, dWs, dbs, learning_rate):  # noqa: N803
        self.t += 1
        for place, (p, g) in enumerate(zip([*weights, *biases], [*dWs, *dbs], strict=True)):
            key = place if self.keeps else 0
            m = 0.9 * (self.m.get(place, 0.0) if self.keeps else 0.0) + 0.1 * g
            v = 0.999 * (self.v.get(place, 0.0) if self.keeps else 0.0) + 0.001 * g**2
            self.m[key], self.v[key] = m, v
            if self.corrects:
                m, v = m / (1 - 0.9**self.t), v / (1 - 0.999**self.t)
            p -= learning_rate * m / (np.sqrt(v) + 1e-8)


def gradients_of(scenario: Scenario):
    whole = person(scenario, {})

    def backprop(X, Y, weights, biases):  # noqa: N803
        values = whole(X, Y, weights, biases, 0.1)
        return {name: value for name, value in values.items() if name[0] not in "Wb"}

    return backprop


def test_that_a_right_update_that_remembers_in_global_variables_is_right() -> None:
    report = nnviz.check(gradients_of(XOR), MOMENTUM, update=momentum)
    assert report.ok, str(report)


def test_that_a_check_leaves_what_functions_remember_as_it_was() -> None:
    optimiser = Adam()
    report = nnviz.check(gradients_of(XOR), ADAM, update=optimiser.update)
    assert report.ok, str(report)
    assert (optimiser.t, optimiser.m, optimiser.v) == (0, {}, {})


@pytest.mark.parametrize(
    ("optimiser", "mistake"),
    [(Adam(corrects=False), "no-bias-correction"), (Adam(keeps=False), "moments-not-kept")],
    ids=["no-bias-correction", "moments-not-kept"],
)
def test_that_what_is_wrong_with_an_update_that_remembers_has_its_name(optimiser: Adam, mistake: str) -> None:
    report = nnviz.check(gradients_of(XOR), ADAM, update=optimiser.update)
    assert report.mistakes == (mistake,), str(report)


def test_that_a_slope_that_only_the_judge_knows_is_named_in_its_words() -> None:
    report = nnviz.check(person(LOGISTIC, {"delta1": "(W2.T @ delta2) * A1 * (A1 - 1)"}), LOGISTIC)
    assert report.first_difference is not None
    assert report.mistakes == ("wrong-derivative",)
    assert "The slope of σ is a·(1 − a)" in report.first_difference.reason
    assert report.first_difference.reason in str(report)
