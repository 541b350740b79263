"""Each optimiser against its published formulas, written out once more."""

import numpy as np
import pytest

from nnviz.model.program.optimisers import OPTIMISERS
from nnviz.model.scenario.scenario import OptimiserSpec
from nnviz.model.session.session import Session

X = np.array([[0.2, -0.7, 1.1], [0.5, 0.3, -0.4]])
Y = np.array([[0.3, -0.2, 0.9]])
START = {
    "W1": np.array([[0.3, -0.5], [0.8, 0.1]]),
    "b1": np.array([[0.1], [-0.2]]),
    "W2": np.array([[0.7, -0.4]]),
    "b2": np.array([[0.05]]),
}
ETA = 0.1


def gradients(p):
    """Backpropagation through a tanh layer and a linear output, ½Σ(a − y)², mean over three samples."""
    a1 = np.tanh(p["W1"] @ X + p["b1"])
    delta2 = (p["W2"] @ a1 + p["b2"] - Y) / 3
    delta1 = (p["W2"].T @ delta2) * (1 - a1**2)
    return {
        "W1": delta1 @ X.T,
        "b1": delta1.sum(axis=1, keepdims=True),
        "W2": delta2 @ a1.T,
        "b2": delta2.sum(axis=1, keepdims=True),
    }


def gradient_descent(theta, g, v, s, t):
    return theta - ETA * g, v, s


def momentum(theta, g, v, s, t):
    v = 0.9 * v + g
    return theta - ETA * v, v, s


def nesterov(theta, g, v, s, t):
    v = 0.9 * v + g
    return theta - ETA * (g + 0.9 * v), v, s


def rmsprop(theta, g, v, s, t):
    s = 0.99 * s + 0.01 * g**2
    return theta - ETA * g / (np.sqrt(s) + 1e-8), v, s


def adam(theta, g, v, s, t):
    v = 0.9 * v + 0.1 * g
    s = 0.999 * s + 0.001 * g**2
    return theta - ETA * (v / (1 - 0.9**t)) / (np.sqrt(s / (1 - 0.999**t)) + 1e-8), v, s


def dampened(theta, g, v, s, t):
    v = 0.9 * v + (1 - 0.9) * g
    return theta - ETA * v, v, s


def momentum_step(theta, g, v, s, t):
    v = 0.9 * v - ETA * g
    return theta + v, v, s


def adagrad(theta, g, v, s, t):
    s = s + g**2
    return theta - ETA * g / (np.sqrt(s) + 1e-8), v, s


def rmsprop_within(theta, g, v, s, t):
    s = 0.99 * s + 0.01 * g**2
    return theta - ETA * g / np.sqrt(s + 1e-8), v, s


def adam_within(theta, g, v, s, t):
    v, s = 0.9 * v + 0.1 * g, 0.999 * s + 0.001 * g**2
    return theta - ETA * (v / (1 - 0.9**t)) / np.sqrt(s / (1 - 0.999**t) + 1e-8), v, s


def adam_hat(theta, g, v, s, t):
    v, s = 0.9 * v + 0.1 * g, 0.999 * s + 0.001 * g**2
    rate = ETA * np.sqrt(1 - 0.999**t) / (1 - 0.9**t)
    return theta - rate * v / (np.sqrt(s) + 1e-8), v, s


def adamw(theta, g, v, s, t):
    moved, v, s = adam(theta * (1 - ETA * 0.01), g, v, s, t)
    return moved, v, s


def amsgrad(theta, g, v, s, t):
    s, largest = (s, s) if s.ndim == 2 else s
    v, s = 0.9 * v + 0.1 * g, 0.999 * s + 0.001 * g**2
    largest = np.maximum(largest, s)
    step = (v / (1 - 0.9**t)) / (np.sqrt(largest / (1 - 0.999**t)) + 1e-8)
    return theta - ETA * step, v, np.array([s, largest])


RULES = {
    "gradient-descent": gradient_descent,
    "momentum": momentum,
    "nesterov": nesterov,
    "rmsprop": rmsprop,
    "adam": adam,
    "momentum-dampened": dampened,
    "momentum-step": momentum_step,
    "adagrad": adagrad,
    "rmsprop-within": rmsprop_within,
    "adam-within": adam_within,
    "adam-hat": adam_hat,
    "adamw": adamw,
    "amsgrad": amsgrad,
}


def scenario_with(make_scenario, kind, **more):
    optimiser = OptimiserSpec(kind, ETA)
    return make_scenario(X, [(2, "tanh"), (1, "identity")], y=Y, parameters=START, optimiser=optimiser, **more)


def test_that_every_optimiser_is_tested():
    assert set(RULES) == set(OPTIMISERS)


@pytest.mark.parametrize("kind", RULES)
def test_that_twenty_updates_follow_the_formulas(make_scenario, kind):
    session = Session(scenario_with(make_scenario, kind))
    theta = dict(START)
    v = {name: np.zeros_like(array) for name, array in START.items()}
    s = {name: np.zeros_like(array) for name, array in START.items()}
    for t in range(1, 21):
        g = gradients(theta)
        for name in START:
            theta[name], v[name], s[name] = RULES[kind](theta[name], g[name], v[name], s[name], t)
        session.step_update()
        for name in START:
            np.testing.assert_allclose(session.value(name), theta[name], rtol=1e-12, atol=1e-13)
    assert np.abs(session.value("W1") - START["W1"]).max() > 0.01


@pytest.mark.parametrize("kind", RULES)
def test_that_all_parameters_move_after_all_gradients_are_known(make_scenario, kind):
    program = Session(scenario_with(make_scenario, kind)).program
    stages = [line.stage for line in program]
    assert stages == sorted(stages, key=["forward", "loss", "backward", "update"].index)
    assert all(line.assigns == (line.stage == "update") for line in program)


@pytest.mark.parametrize("kind", RULES)
def test_that_fixed_biases_stay_and_have_no_optimiser_state(make_scenario, kind):
    session = Session(scenario_with(make_scenario, kind, train_biases=False))
    session.step_update(5)
    assert np.array_equal(session.value("b1"), START["b1"])
    assert np.array_equal(session.value("b2"), START["b2"])
    assert np.abs(session.value("db1")).max() > 0  # it is computed, and shown, all the same
    assert not {"vb1", "vb2", "sb1", "sb2"} & set(session.symbols)
    assert not np.array_equal(session.value("W1"), START["W1"])
