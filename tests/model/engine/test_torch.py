"""The same gradients and the same optimisers as PyTorch's, in float64."""

from itertools import product

import numpy as np
import pytest

from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.network.activations_with_number import LEAK
from nnviz.model.program.losses import LOSSES
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec
from nnviz.model.session.session import Session

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True, scope="module")
def imported() -> None:
    """Import PyTorch with the first test: it takes seconds, and each process of `-n` collects all tests."""
    global torch, functional
    torch = pytest.importorskip("torch")
    functional = torch.nn.functional


TORCH_ACTIVATIONS = {
    "identity": lambda z: z,
    "sigmoid": lambda z: torch.sigmoid(z),
    "tanh": lambda z: torch.tanh(z),
    "relu": lambda z: torch.relu(z),
    "leaky-relu": lambda z: functional.leaky_relu(z, LEAK),
    "softplus": lambda z: functional.softplus(z),
    "elu": lambda z: functional.elu(z),
    "bipolar-sigmoid": lambda z: 2 * torch.sigmoid(z) - 1,
    "swish": lambda z: functional.silu(z),
    "gelu": lambda z: functional.gelu(z),
    "gelu-tanh": lambda z: functional.gelu(z, approximate="tanh"),
    "softmax": lambda z: torch.softmax(z, dim=0),
}
TORCH_LOSSES = {
    "half-squared": lambda z, a, y: 0.5 * ((a - y) ** 2).sum(),
    "squared": lambda z, a, y: ((a - y) ** 2).sum(),
    "mean-squared": lambda z, a, y: ((a - y) ** 2).mean(dim=0).sum(),
    "half-mean-squared": lambda z, a, y: 0.5 * ((a - y) ** 2).mean(dim=0).sum(),
    "absolute": lambda z, a, y: functional.l1_loss(a, y, reduction="sum"),
    "mean-absolute": lambda z, a, y: functional.l1_loss(a, y, reduction="none").mean(dim=0).sum(),
    "binary-cross-entropy": lambda z, a, y: functional.binary_cross_entropy(a, y, reduction="sum"),
    "categorical-cross-entropy": lambda z, a, y: -(y * torch.log_softmax(z, dim=0)).sum(),
    "hinge": lambda z, a, y: torch.clamp(1.0 - y * a, min=0.0).sum(),
}
PAIRS = [pair for pair in product(ACTIVATIONS, LOSSES) if LOSSES[pair[1]].needs in (None, pair[0])]

OUTPUT_BIAS = {"softplus": -0.5, "bipolar-sigmoid": 1.0, "swish": 0.7, "gelu": 0.6, "gelu-tanh": 0.6}
"""With 0.5 elsewhere and small weights, every output activation has values in (0, 1), as cross-entropy needs."""


def draw(rng, activation, loss, outputs, depth, batch):
    sizes = (2, *[3] * (depth - 1), outputs)
    parameters = {}
    for layer in range(1, depth + 1):
        scale = 0.15 if layer == depth else 0.8
        parameters[f"W{layer}"] = scale * rng.uniform(-1.0, 1.0, (sizes[layer], sizes[layer - 1]))
        parameters[f"b{layer}"] = rng.uniform(-0.5, 0.5, (sizes[layer], 1))
    parameters[f"b{depth}"] = np.full((outputs, 1), OUTPUT_BIAS.get(activation, 0.5))
    y = rng.uniform(0.1, 0.9, (outputs, batch))
    if LOSSES[loss].targets == "plus-minus-one":
        y = np.where(y > 0.5, 1.0, -1.0)
    if LOSSES[loss].targets_sum_to_one:
        y /= y.sum(axis=0)
    return rng.uniform(-1.0, 1.0, (2, batch)), y, parameters


def tensors_of(parameters):
    return {name: torch.tensor(array, dtype=torch.float64, requires_grad=True) for name, array in parameters.items()}


def torch_loss(tensors, x, y, activations, loss):
    a = torch.tensor(x)
    for layer, activation in enumerate(activations, start=1):
        z = tensors[f"W{layer}"] @ a + tensors[f"b{layer}"]
        a = TORCH_ACTIVATIONS[activation](z)
    return TORCH_LOSSES[loss](z, a, torch.tensor(y)) / x.shape[1]


def torch_penalty(tensors, penalty, rate):
    weights = [tensor for name, tensor in tensors.items() if name.startswith("W")]
    if penalty == "l1":
        return rate * sum(w.abs().sum() for w in weights)
    return (rate if penalty == "l2-unhalved" else rate / 2) * sum((w**2).sum() for w in weights)


@pytest.mark.parametrize("depth", [1, 2, 3])
@pytest.mark.parametrize(("activation", "loss"), PAIRS)
@pytest.mark.sample(8)
@pytest.mark.no_cover
def test_that_loss_and_gradients_are_those_of_autograd(make_scenario, activation, loss, depth):
    hidden = "tanh" if activation == "softmax" else activation
    activations = [hidden] * (depth - 1) + [activation]
    for outputs, batch, penalty in product((1, 2, 3), (1, 5), ("none", "l1", "l2")):
        if activation == "softmax" and outputs == 1 and loss == "binary-cross-entropy":
            continue  # a lone softmax output is 1 whatever its input: ln(1 − a) is not a number there
        rng = np.random.default_rng([depth, outputs, batch])
        x, y, parameters = draw(rng, activation, loss, outputs, depth, batch)
        layers = [(len(parameters[f"b{layer}"]), name) for layer, name in enumerate(activations, start=1)]
        rate = 0.0 if penalty == "none" else 0.3
        session = Session(
            make_scenario(
                x,
                layers,
                y=y,
                parameters=parameters,
                loss=loss,
                targets=LOSSES[loss].targets,
                penalty=PenaltySpec(penalty, rate),
            )
        )
        session.step_line(session.program.line_of["db1"])
        tensors = tensors_of(parameters)
        expected = torch_loss(tensors, x, y, activations, loss)
        total = expected if penalty == "none" else expected + torch_penalty(tensors, penalty, rate)
        total.backward()
        case = f"{outputs} outputs, batch of {batch}, penalty {penalty}"
        np.testing.assert_allclose(session.value("L"), expected.item(), rtol=1e-12, atol=1e-12, err_msg=case)
        for name, tensor in tensors.items():
            np.testing.assert_allclose(
                session.value(f"d{name}"), tensor.grad.numpy(), rtol=1e-12, atol=1e-12, err_msg=f"{name}, {case}"
            )


def groups(tensors, weight_decay):
    """Return parameters as torch.optim takes them: weights decay, biases do not."""
    return [
        {"params": [t for name, t in tensors.items() if name.startswith("W")], "weight_decay": weight_decay},
        {"params": [t for name, t in tensors.items() if name.startswith("b")], "weight_decay": 0.0},
    ]


TORCH_OPTIMISERS = {
    "gradient-descent": ({}, lambda groups: torch.optim.SGD(groups, lr=0.05)),
    "momentum": ({"mu": 0.8}, lambda groups: torch.optim.SGD(groups, lr=0.05, momentum=0.8)),
    "nesterov": ({"mu": 0.8}, lambda groups: torch.optim.SGD(groups, lr=0.05, momentum=0.8, nesterov=True)),
    "rmsprop": (
        {"rho": 0.9, "epsilon": 1e-6},
        lambda groups: torch.optim.RMSprop(groups, lr=0.05, alpha=0.9, eps=1e-6),
    ),
    "adagrad": ({"epsilon": 1e-6}, lambda groups: torch.optim.Adagrad(groups, lr=0.05, eps=1e-6)),
    "amsgrad": (
        {"beta1": 0.8, "beta2": 0.7, "epsilon": 1e-6},
        lambda groups: torch.optim.Adam(groups, lr=0.05, betas=(0.8, 0.7), eps=1e-6, amsgrad=True),
    ),
    "adam": (
        {"beta1": 0.8, "beta2": 0.95, "epsilon": 1e-6},
        lambda groups: torch.optim.Adam(groups, lr=0.05, betas=(0.8, 0.95), eps=1e-6),
    ),
}


@pytest.mark.parametrize("rate", [0.0, 0.1])
@pytest.mark.parametrize("kind", TORCH_OPTIMISERS)
@pytest.mark.sample(3)
def test_that_twenty_updates_are_those_of_torch_optim(make_scenario, kind, rate):
    settings, optimiser_of = TORCH_OPTIMISERS[kind]
    x, y, parameters = draw(np.random.default_rng(3), "sigmoid", "binary-cross-entropy", 2, 3, 5)
    session = Session(
        make_scenario(
            x,
            [(3, "tanh"), (3, "tanh"), (2, "sigmoid")],
            y=y,
            parameters=parameters,
            loss="binary-cross-entropy",
            optimiser=OptimiserSpec(kind, 0.05, settings),
            penalty=PenaltySpec("l2", rate) if rate else PenaltySpec(),
        )
    )
    tensors = tensors_of(parameters)
    optimiser = optimiser_of(groups(tensors, rate))
    for _ in range(20):
        optimiser.zero_grad()
        torch_loss(tensors, x, y, ["tanh", "tanh", "sigmoid"], "binary-cross-entropy").backward()
        optimiser.step()
        session.step_update()
        for name, tensor in tensors.items():
            np.testing.assert_allclose(session.value(name), tensor.detach().numpy(), rtol=1e-12, atol=1e-12)


@pytest.mark.no_cover
def test_that_the_decay_of_adamw_is_decoupled_as_in_torch(make_scenario):
    x, y, parameters = draw(np.random.default_rng(3), "sigmoid", "binary-cross-entropy", 2, 3, 5)
    layers = [(3, "tanh"), (3, "tanh"), (2, "sigmoid")]
    settings = {"beta1": 0.8, "beta2": 0.95, "epsilon": 1e-6, "decay": 0.2}
    optimiser = OptimiserSpec("adamw", 0.05, settings)
    loss = "binary-cross-entropy"
    session = Session(make_scenario(x, layers, y=y, parameters=parameters, loss=loss, optimiser=optimiser))
    tensors = tensors_of(parameters)
    theirs = torch.optim.AdamW(tensors.values(), lr=0.05, betas=(0.8, 0.95), eps=1e-6, weight_decay=0.2)
    for _ in range(20):
        theirs.zero_grad()
        torch_loss(tensors, x, y, ["tanh", "tanh", "sigmoid"], loss).backward()
        theirs.step()
        session.step_update()
    for name, tensor in tensors.items():
        np.testing.assert_allclose(session.value(name), tensor.detach().numpy(), rtol=1e-11, atol=1e-12)
