"""Optimisers over several updates: each step against the formula of its paper, written out here."""

from __future__ import annotations

import numpy as np
import pytest

from nnviz.model.judgement.optimiser_steps import Rule, rules

GRADIENTS = [
    np.array([[0.3, -1.2], [2.0, 0.5]]),
    np.array([[0.1, -0.8], [1.0, -0.4]]),
    np.array([[-0.2, 0.7], [0.3, 1]]),
]
STATES = [np.array([[1.0, 2.0], [-3.0, 0.5]])] * 3
ADAM = {"beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8}


def _adam(first: bool = True, second: bool = True, late: int = 0, beta1: float = 0.9, beta2: float = 0.999) -> list:
    m = s = np.zeros((2, 2))
    steps = []
    for t, g in enumerate(GRADIENTS, start=1):
        m, s = beta1 * m + (1 - beta1) * g, beta2 * s + (1 - beta2) * g**2
        hat = m / (1 - beta1 ** (t + late)) if first else m
        root = np.sqrt(s / (1 - beta2 ** (t + late)) if second else s)
        steps.append(-hat / (root + 1e-8))
    return steps


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        (Rule("adam", "", ADAM), _adam()),
        (Rule("adam", "no-bias-correction", ADAM, (True, False)), _adam(second=False)),
        (Rule("adam", "no-bias-correction", ADAM, (False, False)), _adam(first=False, second=False)),
        (Rule("adam", "time-off-by-one", ADAM, time="late"), _adam(late=1)),
        (Rule("adam", "betas-exchanged", ADAM), _adam(beta1=0.999, beta2=0.9)),
    ],
    ids=lambda value: f"{value.optimiser} {value.mistake}" if isinstance(value, Rule) else "",
)
def test_steps_are_those_of_the_formula(rule: Rule, wanted: list) -> None:
    for step, right in zip(rule.steps(STATES, GRADIENTS, 0, 1), wanted, strict=True):
        np.testing.assert_allclose(step, right, rtol=1e-12)


def test_the_second_parameter_is_later_where_each_counts() -> None:
    rule = Rule("adam", "time-off-by-one", ADAM, time="each")
    m, s = 0.1 * GRADIENTS[0], 0.001 * GRADIENTS[0] ** 2
    wanted = -(m / (1 - 0.9**2)) / (np.sqrt(s / (1 - 0.999**2)) + 1e-8)
    np.testing.assert_allclose(rule.steps(STATES, GRADIENTS, 1, 4)[0], wanted, rtol=1e-12)


def test_without_memory_every_step_is_the_first() -> None:
    rule = Rule("adam", "moments-not-kept", ADAM)
    for step, g in zip(rule.steps(STATES, GRADIENTS, 0, 1)[:1], GRADIENTS[:1], strict=True):
        np.testing.assert_allclose(step, -g / (np.abs(g) + 1e-8), rtol=1e-9)


def test_right_rules_come_before_wrong_ones() -> None:
    wrong = [bool(rule.mistake) for rule in rules([0.9, 0.999, 1e-8])]
    assert wrong == sorted(wrong)
    assert any(wrong)
