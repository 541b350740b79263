"""The program's dW and db are the derivatives of what it minimises: against central differences."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from nnviz.model.engine.engine import Engine
from nnviz.model.engine.metrics import Evaluator
from nnviz.model.engine.workspace import Workspace
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.program.expression import Binary, Symbol
from nnviz.model.program.losses import LOSSES
from nnviz.model.program.penalties import PENALTIES
from nnviz.model.program.program import Program
from nnviz.model.scenario.scenario import PenaltySpec
from nnviz.model.scenario.validation import prepare
from nnviz.model.session.session import Session

EPSILON = 1e-5
KINK = 1e-3
"""Nothing that bends is nearer to its bend than this: differences with steps of EPSILON do not reach it."""

OUTPUT_BIAS = {"softplus": -0.5, "bipolar-sigmoid": 1.0, "swish": 0.7, "gelu": 0.6, "gelu-tanh": 0.6}
"""With 0.5 elsewhere and small weights, every output activation has values in (0, 1), as cross-entropy needs."""


def is_a_pair(activation: str, loss: str) -> bool:
    return LOSSES[loss].needs in (None, activation)


def has_a_derivative(activation: str, loss: str, outputs: int) -> bool:
    # A lone softmax output is 1 whatever its input: ln(1 − a) is not a number there.
    return not (activation == "softmax" and outputs == 1 and loss == "binary-cross-entropy")


PAIRS = [pair for pair in product(ACTIVATIONS, LOSSES) if is_a_pair(*pair)]


def draw(rng, activation, loss, outputs, depth, batch):
    """Draw inputs, targets and parameters of one network."""
    sizes = (2, *[3] * (depth - 1), outputs)
    parameters = {}
    for layer in range(1, depth + 1):
        scale = 0.2 if layer == depth else 0.8
        parameters[f"W{layer}"] = scale * rng.standard_normal((sizes[layer], sizes[layer - 1]))
        parameters[f"b{layer}"] = 0.5 * rng.standard_normal((sizes[layer], 1))
    parameters[f"b{depth}"] = OUTPUT_BIAS.get(activation, 0.5) + 0.1 * rng.standard_normal((outputs, 1))
    y = rng.uniform(0.1, 0.9, (outputs, batch))
    if LOSSES[loss].targets == "plus-minus-one":
        y = np.where(y > 0.5, 1.0, -1.0)
    if LOSSES[loss].targets_sum_to_one:
        y /= y.sum(axis=0)
    return rng.uniform(-1.0, 1.0, (2, batch)), y, parameters


def draw_scenario(make, activation, loss, outputs, depth, batch, penalty):
    """Return a session that is away from every bend of its functions."""
    hidden = "tanh" if activation == "softmax" else activation
    layers = [(3, hidden)] * (depth - 1) + [(outputs, activation)]
    for seed in range(100):
        x, y, parameters = draw(np.random.default_rng(seed), activation, loss, outputs, depth, batch)
        rate = 0.0 if penalty == "none" else 0.3
        scenario = make(
            x,
            layers,
            y=y,
            parameters=parameters,
            loss=loss,
            targets=LOSSES[loss].targets,
            penalty=PenaltySpec(penalty, rate),
        )
        session = Session(scenario)
        session.step_line(session.program.line_of["db1"])
        bends = [np.abs(session.value(f"W{layer}")) for layer in range(1, depth + 1) if penalty == "l1"]
        if "relu" in hidden:
            bends += [np.abs(session.value(f"Z{layer}")) for layer in range(1, depth + 1)]
        output = session.value(f"A{depth}")
        if "absolute" in loss:
            bends.append(np.abs(session.value("Y") - output))
        if loss == "hinge":
            bends.append(np.abs(1.0 - session.value("Y") * output))
        inside = loss != "binary-cross-entropy" or (output.min() > 0.02 and output.max() < 0.98)
        if inside and all(distance.min() > KINK for distance in bends):
            return session
    raise AssertionError("no seed is away from every bend")


def differences(session) -> dict[str, np.ndarray]:
    """Return the objective's central differences by parameter."""
    prepared = prepare(session.scenario)
    engine = Engine(prepared)
    evaluator = Evaluator(engine, prepared.data.X, prepared.targets, None, 0.5)
    found = {}
    for name in session.program.parameters:
        array, found[name] = engine.state[name], np.empty_like(engine.state[name])
        for cell in np.ndindex(array.shape):
            value = array[cell]
            array[cell] = value + EPSILON
            above = evaluator.run()[1]
            array[cell] = value - EPSILON
            found[name][cell] = (above - evaluator.run()[1]) / (2 * EPSILON)
            array[cell] = value
    return found


def disagreement(gradients, expected) -> float:
    """Return the greatest |g − e| / max(1, |e|) over all parameters."""
    return max(float((np.abs(gradients[name] - e) / np.maximum(1.0, np.abs(e))).max()) for name, e in expected.items())


def gradients_of(session) -> dict[str, np.ndarray]:
    return {name: session.value(f"d{name}") for name in session.program.parameters}


@pytest.mark.slow
@pytest.mark.no_cover
@pytest.mark.parametrize("depth", [1, 2, 3])
@pytest.mark.parametrize(("activation", "loss"), PAIRS)
@pytest.mark.sample(12)
def test_that_gradients_are_the_derivatives_of_what_is_minimised(make_scenario, activation, loss, depth):
    for outputs, batch, penalty in product((1, 2, 3), (1, 5), ("none", *PENALTIES)):
        if not has_a_derivative(activation, loss, outputs):
            continue
        session = draw_scenario(make_scenario, activation, loss, outputs, depth, batch, penalty)
        worst = disagreement(gradients_of(session), differences(session))
        assert worst < 1e-6, f"{outputs} outputs, batch of {batch}, penalty {penalty}"


# What the check is worth: a wrong line is noticed.


def with_a_factor(line):
    return replace(line, expression=Binary("*", Symbol("A2"), line.expression))


def without_slope(line):
    return replace(line, expression=line.expression.left)


def without_mean(line):
    return replace(line, expression=line.expression.left)


WRONG = [("delta2", with_a_factor), ("delta1", without_slope), ("dW2", without_mean), ("db1", without_mean)]


@pytest.mark.parametrize(("symbol", "mistake"), WRONG)
def test_that_the_check_notices_a_wrong_line(make_scenario, symbol, mistake):
    session = draw_scenario(make_scenario, "sigmoid", "half-squared", 2, 2, 5, "none")
    right = session.program
    wrong = Program(right.recipe, tuple(mistake(line) if line.writes == symbol else line for line in right))
    state = {name: session.value(name).copy() for name in right.state}
    lines = [line for line in wrong if line.stage != "update"]
    workspace = Workspace(wrong, 5, state, {}, lines)
    workspace.arrays["X"][...], workspace.arrays["Y"][...] = session.value("X"), session.value("Y")
    workspace.run()
    gradients = {name: workspace.arrays[f"d{name}"] for name in right.parameters}
    assert disagreement(gradients, differences(session)) > 1e-3
    assert disagreement(gradients_of(session), differences(session)) < 1e-6
