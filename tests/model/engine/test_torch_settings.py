"""Settings of losses, biases, penalties and training: gradients and updates as PyTorch's, and central differences."""

from dataclasses import replace

import numpy as np
import pytest

from nnviz import Scenario
from nnviz.model.checks.gradient import gradient_check
from nnviz.model.data.batches import BatchSpec
from nnviz.model.evaluator.evaluator import parse_expression
from nnviz.model.explain.cell import explain
from nnviz.model.explain.chain_rule import chain
from nnviz.model.network.network import Layer
from nnviz.model.scenario.scenario import PenaltySpec
from nnviz.model.scenario.validation import ScenarioError, prepare
from nnviz.model.session.selection import Cell
from nnviz.model.session.session import Session

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True, scope="module")
def imported() -> None:
    """Import PyTorch with the first test: it takes seconds, and each process of `-n` collects all tests."""
    global torch
    torch = pytest.importorskip("torch")


RNG = np.random.default_rng(5)
X, Y = RNG.uniform(-1.0, 1.0, (2, 5)), RNG.uniform(0.1, 0.9, (2, 5))
PARAMETERS = {
    "W1": RNG.normal(0.0, 0.7, (3, 2)),
    "b1": RNG.normal(0.0, 0.3, (3, 1)),
    "W2": RNG.normal(0.0, 0.7, (2, 3)),
    "b2": RNG.normal(0.0, 0.3, (2, 1)),
}
RIGHT = 1e-6


@pytest.fixture
def base(make_scenario) -> Scenario:
    layers = [(3, "tanh"), (2, "sigmoid")]
    return make_scenario(X, layers, y=Y, parameters=PARAMETERS, loss="binary-cross-entropy")


def tensors_of(session):
    return {name: torch.tensor(session.value(name).copy(), requires_grad=True) for name in session.program.parameters}


def outputs_of(tensors):
    """Return the outputs of the network of `base`; a bias that there is not adds nothing."""
    hidden = torch.tanh(tensors["W1"] @ torch.tensor(X) + tensors.get("b1", 0.0))
    return torch.sigmoid(tensors["W2"] @ hidden + tensors.get("b2", 0.0))


def entropy(tensors, reduction="mean"):
    cells = torch.nn.functional.binary_cross_entropy(outputs_of(tensors), torch.tensor(Y), reduction="sum")
    return cells / Y.shape[1] if reduction == "mean" else cells


def assert_gradients(scenario, objective_of):
    """Check a scenario's objective and gradients against autograd's, and by the gradient check."""
    session = Session(scenario)
    tensors = tensors_of(session)
    objective = objective_of(tensors)
    objective.backward()
    session.step_line(max(session.program.line_of[f"d{name}"] for name in tensors))
    np.testing.assert_allclose(session.value(session.program.objective), objective.item(), rtol=1e-12)
    for name, tensor in tensors.items():
        np.testing.assert_allclose(session.value(f"d{name}"), tensor.grad.numpy(), rtol=1e-11, atol=1e-13)
    assert gradient_check(session.snapshot()).maximum < RIGHT


def test_that_a_summed_loss_is_that_of_torch(base):
    assert_gradients(replace(base, reduction="sum"), lambda tensors: entropy(tensors, "sum"))


@pytest.mark.parametrize(
    ("loss", "of"),
    [
        ("mean-absolute", lambda a: torch.nn.L1Loss()(a, torch.tensor(Y))),
        ("mean-squared", lambda a: torch.nn.MSELoss()(a, torch.tensor(Y))),
        ("half-mean-squared", lambda a: 0.5 * torch.nn.MSELoss()(a, torch.tensor(Y))),
    ],
)
def test_that_the_losses_per_output_are_the_means_of_torch(base, loss, of):
    layers = (Layer(3, "tanh"), Layer(2, "sigmoid"))
    assert_gradients(replace(base, loss=loss, layers=layers), lambda tensors: of(outputs_of(tensors)))


BIASES = [("none", "none"), ("shared", "shared"), ("per-unit", "none"), ("shared", "per-unit")]


def with_biases(scenario, kinds):
    """Return a scenario whose layers have such biases; a shared one starts as the first of the units'."""
    layers = tuple(replace(layer, bias=bias) for layer, bias in zip(scenario.layers, kinds, strict=True))
    values = dict(scenario.initial.values)
    for number, bias in enumerate(kinds, start=1):
        rows = values.pop(f"b{number}")
        if bias != "none":
            values[f"b{number}"] = rows if bias == "per-unit" else rows[:1]
    return replace(scenario, layers=layers, initial=replace(scenario.initial, values=values))


@pytest.mark.parametrize("reduction", ["mean", "sum"])
@pytest.mark.parametrize("kinds", BIASES)
def test_that_layers_without_a_bias_or_with_one_for_all_units_have_the_gradients_of_torch(base, kinds, reduction):
    scenario = replace(with_biases(base, kinds), reduction=reduction)
    assert_gradients(scenario, lambda tensors: entropy(tensors, reduction))
    shapes = {name: Session(scenario).value(name).shape for name in Session(scenario).program.parameters}
    assert shapes.get("b1") == {"none": None, "shared": (1, 1), "per-unit": (3, 1)}[kinds[0]]


PENALTIES = {
    "l1": lambda w: w.abs().sum(),
    "l2": lambda w: 0.5 * (w**2).sum(),
    "l2-unhalved": lambda w: (w**2).sum(),
}


@pytest.mark.parametrize("on_biases", [False, True])
@pytest.mark.parametrize("divided_by", ["one", "batch", "data"])
@pytest.mark.parametrize("kind", PENALTIES)
def test_that_penalties_divided_by_samples_and_on_biases_have_the_gradients_of_torch(base, kind, divided_by, on_biases):
    penalty = PenaltySpec(kind, 0.3, divided_by, on_biases)

    def objective(tensors):
        total = sum(PENALTIES[kind](tensor) for name, tensor in tensors.items() if on_biases or name.startswith("W"))
        return entropy(tensors) + 0.3 * total / (1 if divided_by == "one" else Y.shape[1])

    assert_gradients(replace(base, penalty=penalty), objective)


def test_that_a_penalty_over_the_data_does_not_depend_on_the_batch(base):
    batches = replace(base, batch=BatchSpec(2), penalty=PenaltySpec("l2", 0.3, "data"))
    session = Session(batches)
    session.step_line(session.program.line_of["J"])
    squares = sum(float(np.square(array).sum()) for name, array in PARAMETERS.items() if name.startswith("W"))
    assert session.value("R").item() == pytest.approx(0.15 * squares / 5, rel=1e-14)
    session = Session(replace(batches, penalty=PenaltySpec("l2", 0.3, "batch")))
    session.step_line(session.program.line_of["J"])
    assert session.value("R").item() == pytest.approx(0.15 * squares / 2, rel=1e-14)


def test_that_the_lines_of_a_divided_penalty_say_so(base):
    session = Session(with_biases(replace(base, penalty=PenaltySpec("l2", 0.3, "data", True)), ("none", "per-unit")))
    formulas = {line.writes: line.formula(session.scenario.symbol_labels()) for line in session.program}
    assert formulas["R"] == "R = λ / 2 (‖W¹‖² + ‖W²‖² + ‖b²‖²) / N"
    assert formulas["dR1"] == "∂R/∂W¹ = λ W¹ / N"
    assert formulas["dRb2"] == "∂R/∂b² = λ b² / N"
    assert formulas["db2"] == "∂J/∂b² = Σ δ² / m + ∂R/∂b²"


@pytest.mark.parametrize("reduction", ["mean", "sum"])
def test_that_derivatives_by_activations_and_inputs_are_those_of_torch(base, reduction):
    session = Session(replace(base, derivatives=True, reduction=reduction))
    session.step_update()
    start = session.snapshot().before
    tensors = {name: torch.tensor(array.copy()) for name, array in start.items()}
    x = torch.tensor(X, requires_grad=True)
    hidden = torch.tanh(tensors["W1"] @ x + tensors["b1"])
    output = torch.sigmoid(tensors["W2"] @ hidden + tensors["b2"])
    hidden.retain_grad()
    output.retain_grad()
    total = torch.nn.functional.binary_cross_entropy(output, torch.tensor(Y), reduction="sum")
    (total / 5 if reduction == "mean" else total).backward()
    for name, tensor in (("dX", x), ("dA1", hidden), ("dA2", output)):
        np.testing.assert_allclose(session.value(name), tensor.grad.numpy(), rtol=1e-11, atol=1e-14)
    assert session.scenario.symbol_labels().of("dA1") == "∂L/∂A¹"
    assert Session(base).program.line_of.get("dX") is None
    shown = explain(session.snapshot(), Cell("dX", 0, 1))
    assert shown.tree.value == pytest.approx(session.value("dX")[0, 1], rel=1e-12)
    assert parse_expression("norm(dX) < 100", session.snapshot().shapes).holds(session.snapshot())


@pytest.mark.parametrize(
    ("output", "loss"), [("softmax", "categorical-cross-entropy"), ("sigmoid", "binary-cross-entropy")]
)
def test_that_cross_entropy_of_any_targets_has_the_gradients_of_torch(make_scenario, output, loss):
    targets = np.array([[0.3, 1.7, -0.2, 0.0, 2.0], [0.9, 0.4, 0.1, 0.0, -1.0]])
    layers = [(3, "tanh"), (2, output)]
    with pytest.raises(ScenarioError, match="any_targets"):
        prepare(make_scenario(X, layers, y=targets, parameters=PARAMETERS, loss=loss))
    scenario = make_scenario(X, layers, y=targets, parameters=PARAMETERS, loss=loss, any_targets=True)

    def objective(tensors):
        z = tensors["W2"] @ torch.tanh(tensors["W1"] @ torch.tensor(X) + tensors["b1"]) + tensors["b2"]
        y = torch.tensor(targets)
        if output == "softmax":
            return -(y * torch.log_softmax(z, dim=0)).sum() / 5
        return torch.nn.functional.binary_cross_entropy_with_logits(z, y, reduction="sum") / 5

    assert_gradients(scenario, objective)
    session = Session(scenario)
    session.step_update()
    formula = session.program[session.program.line_of["delta2"]].formula(scenario.symbol_labels())
    assert formula == ("δ² = A² ⊙ Σₖ Y − Y" if output == "softmax" else "δ² = A² − Y")
    found = chain(session.snapshot(), Cell("dW1", 0, 0), 1)
    assert found.value == pytest.approx(found.product.value, rel=1e-12)
