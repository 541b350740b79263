"""Scenarios with samples and parameters written out, for the tests of the model."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np
import pytest

from nnviz import Scenario
from nnviz.model.data import DataSpec
from nnviz.model.data.batches import BatchSpec
from nnviz.model.network.initialisers import InitialSpec
from nnviz.model.network.network import Layer
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec

MakeScenario = Callable[..., Scenario]


@pytest.fixture(scope="session")
def make_scenario() -> MakeScenario:
    """Return a function that makes a scenario of explicit numbers.

    `x` is (n_in, m) and `y` (n_out, m), as the model has them; or `labels`. `layers` are (units, activation).
    `parameters` are arrays by symbol; the rest goes to `Scenario`.
    """

    def make(
        x, layers: Sequence[tuple[int, str]], *, y=None, labels=None, parameters=None, loss="half-squared", **rest
    ) -> Scenario:
        initial = InitialSpec(values={name: rows(array) for name, array in (parameters or {}).items()})
        data = DataSpec(
            kind="explicit",
            inputs=rows(np.transpose(x)),
            targets=None if y is None else rows(np.transpose(y)),
            labels=None if labels is None else tuple(labels),
        )
        return Scenario(
            title={"en": "test"},
            data=data,
            layers=tuple(Layer(*layer) for layer in layers),
            loss=loss,
            **({"initial": initial} | rest),
        )

    return make


def rows(array) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(row) for row in np.asarray(array, dtype=np.float64).tolist())


@pytest.fixture(scope="session")
def made_in() -> Callable[[str], Scenario]:
    """Return a function that returns, for the name of a mistake, a small scenario in which it can be made."""
    xor, worked = Scenario.load("xor"), Scenario.load("worked-example-2-3-1")

    def network(*layers: tuple[int, str], **others) -> Scenario:
        return replace(xor, layers=tuple(Layer(*layer) for layer in layers), **others)

    square = network((4, "tanh"), (4, "tanh"), (1, "sigmoid"))
    leaky = network((3, "leaky-relu"), (1, "sigmoid"))
    softmax = network((3, "tanh"), (2, "softmax"), loss="categorical-cross-entropy")
    linear = network((3, "tanh"), (1, "identity"), loss="half-squared", optimiser=OptimiserSpec(learning_rate=0.1))
    two_outputs = network((4, "softplus"), (4, "sigmoid"), loss="half-squared")
    penalised = replace(xor, penalty=PenaltySpec("l2", 0.1))
    kinds = ("momentum", "nesterov", "adam")
    momentum, nesterov, adam = (replace(xor, optimiser=OptimiserSpec(kind)) for kind in kinds)
    scenarios: Mapping[str, Scenario] = {
        "one-minus-square": worked,
        "unhalved-gradient": worked,
        "output-slope-forgotten": worked,
        "leak-forgotten": leaky,
        "not-transposed": square,
        "products-swapped": square,
        "leaking-batch": replace(xor, batch=BatchSpec(3)),
        "batch-beyond-data": replace(xor, batch=BatchSpec(9)),
        "softmax-over-samples": softmax,
        "softmax-diagonal": softmax,
        "one-hot-missing": softmax,
        "slope-for-identity": linear,
        "sigmoid-slope": leaky,
        "errors-unscaled": square,
        "slope-of-delta": leaky,
        "bias-sum-over-units": two_outputs,
        "penalty-forgotten": penalised,
        "penalty-over-m": penalised,
        "penalty-factor": penalised,
        "penalty-on-biases": penalised,
        "no-bias-correction": adam,
        "betas-exchanged": adam,
        "epsilon-under-root": adam,
        "time-off-by-one": adam,
        "moments-not-kept": momentum,
        "nesterov-for-classical": momentum,
        "classical-for-nesterov": nesterov,
        "decay-decoupled": replace(adam, penalty=PenaltySpec("l2", 0.1)),
        "buffer-sign": momentum,
        "moment-weight-added": momentum,
        "moment-weight-forgotten": adam,
    }
    return lambda name: scenarios.get(name, xor)
