"""Changing the layers and the loss."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from nnviz.model.data import DataSpec
from nnviz.model.data.data_shape import DataShape, shape_of
from nnviz.model.limits import Range, declared_range
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.network.network import Bias, Layer
from nnviz.model.program.losses import LOSSES, Loss
from nnviz.model.scenario.edit.training import fitted
from nnviz.model.scenario.scenario import Scenario

FIRST_HIDDEN = "tanh"
"""Activation of the first hidden layer of a scenario that had none."""

# For two classes, for more classes, and for regression: the output's activation and the loss.
_TWO_CLASSES = ("sigmoid", "binary-cross-entropy")
_MORE_CLASSES = ("softmax", "categorical-cross-entropy")
_REGRESSION = ("identity", "half-squared")


# Hidden layers -----------------------------------------------------------------------------------------------------


def with_hidden(scenario: Scenario, hidden: Sequence[Layer]) -> Scenario:
    """Return the scenario with other hidden layers."""
    return fitted(replace(scenario, layers=(*hidden, scenario.layers[-1])))


def with_hidden_units(scenario: Scenario, units: Sequence[int]) -> Scenario:
    """Return the scenario with hidden layers of these sizes; a new one gets the activation of the last."""
    activations = [layer.activation for layer in scenario.layers[:-1]] or [FIRST_HIDDEN]
    activations += [activations[-1]] * (len(units) - len(activations))
    biases = [layer.bias for layer in scenario.layers]
    biases = [*biases[:-1], *[biases[max(len(biases) - 2, 0)]] * len(units)]
    parts = zip(units, activations, biases, strict=False)
    return with_hidden(scenario, [Layer(n, name, bias) for n, name, bias in parts])


def with_hidden_activation(scenario: Scenario, activation: str) -> Scenario:
    """Return the scenario with one activation in all hidden layers."""
    return with_hidden(scenario, [replace(layer, activation=activation) for layer in scenario.layers[:-1]])


def with_bias(scenario: Scenario, bias: Bias) -> Scenario:
    """Return the scenario with a bias for each unit of every layer, with one that all its units share, or none."""
    return fitted(replace(scenario, layers=tuple(replace(layer, bias=bias) for layer in scenario.layers)))


# The output layer and the loss, each of which may bring the other --------------------------------------------------


def with_outputs_for(scenario: Scenario, shape: DataShape) -> Scenario:
    """Return the scenario with the usual output layer and loss for data of a shape."""
    if shape.task == "regression":
        units, (activation, loss) = shape.n_targets, _REGRESSION
    elif shape.n_classes == 2:
        units, (activation, loss) = 1, _TWO_CLASSES
    else:
        units, (activation, loss) = shape.n_classes, _MORE_CLASSES
    return replace(scenario, layers=(*scenario.layers[:-1], Layer(units, activation)), loss=loss, targets=None)


def output_units_range(scenario: Scenario) -> Range:
    """Return how many outputs are possible with the data."""
    shape, declared = shape_of(scenario.data), declared_range(Layer, "units")
    if shape.task == "regression":
        return Range(shape.n_targets, shape.n_targets, whole=True)
    return replace(declared, low=declared.low if shape.n_classes == 2 else shape.n_classes)


def with_output_units(scenario: Scenario, units: int) -> Scenario:
    """Return the scenario with another number of outputs; a single one is never softmax, as it would always be 1."""
    output = replace(scenario.layers[-1], units=units)
    if units == 1 and output.function.couples_units:
        output = replace(output, activation=_TWO_CLASSES[0])
    return fitted(_with_suiting_loss(_with_output(scenario, output)))


def with_output_activation(scenario: Scenario, activation: str) -> Scenario:
    """Return the scenario with another output activation, and if the loss does not suit it, another loss."""
    output = replace(scenario.layers[-1], activation=activation)
    if output.function.couples_units:
        output = replace(output, units=_several_outputs(scenario))
        partner = _partner(activation)
        if loss_fits(partner, scenario.data):
            scenario = _with_loss(scenario, partner)
    return fitted(_with_suiting_loss(_with_output(scenario, output)))


def with_loss(scenario: Scenario, name: str) -> Scenario:
    """Return the scenario with another loss, and if the output does not suit it, another output activation."""
    loss, output = LOSSES[name], scenario.layers[-1]
    if not suits(name, output.activation):
        output = replace(output, activation=loss.logits_with or "identity")
        if output.function.couples_units:
            output = replace(output, units=_several_outputs(scenario))
    return fitted(_with_loss(_with_output(scenario, output), name))


def suits(loss: str, activation: str) -> bool:
    """Return whether a loss is made for the values of an output activation."""
    row, function = LOSSES[loss], ACTIVATIONS[activation]
    if row.needs is not None:
        return row.needs == activation
    if row.logits_with is not None and function.couples_units:
        return row.logits_with == activation
    within_zero_one = function.value_range == (0.0, 1.0)
    return row.targets is None or within_zero_one == (row.targets == "zero-one")


def loss_fits(loss: str, data: DataSpec) -> bool:
    """Return whether a loss is made for the data's targets: classes, or numbers in the range that it needs."""
    row, shape = LOSSES[loss], shape_of(data)
    if shape.task == "classification" or row.targets is None:
        return True
    single_softmax = row.needs is not None and not output_fits(row.needs, data)
    rows = _targets(data)
    if rows is None or single_softmax:
        return False
    if row.targets == "plus-minus-one":
        return bool(np.isin(rows, (-1.0, 1.0)).all())
    sums = not row.targets_sum_to_one or np.allclose(rows.sum(axis=1), 1.0, rtol=0.0, atol=1e-9)
    return bool(sums and rows.min() >= 0.0 and rows.max() <= 1.0)


def _targets(data: DataSpec) -> NDArray[np.float64] | None:
    """Return the targets that are known without generating the samples, one row per sample."""
    if data.target_scaling not in (None, "none"):
        return None
    if data.file is not None:
        from nnviz.model.data.files import read_file

        targets = read_file(data.file).targets
        return None if targets is None else targets.T
    return None if data.targets is None else np.array(data.targets)


def output_fits(activation: str, data: DataSpec) -> bool:
    """Return whether an output activation makes sense for the data: softmax needs several outputs."""
    return not _is_coupled(activation) or shape_of(data).n_targets != 1


def _is_coupled(activation: str) -> bool:
    return ACTIVATIONS[activation].couples_units


def _several_outputs(scenario: Scenario) -> int:
    return max(scenario.layers[-1].units, shape_of(scenario.data).n_classes)


def _partner(activation: str) -> str:
    """Return the loss that is made for an output activation."""
    return next((name for name, row in LOSSES.items() if row.logits_with == activation), _REGRESSION[1])


def _with_output(scenario: Scenario, output: Layer) -> Scenario:
    return replace(scenario, layers=(*scenario.layers[:-1], output))


def _with_loss(scenario: Scenario, name: str) -> Scenario:
    # A loss that needs one encoding of the classes does not get another.
    row: Loss = LOSSES[name]
    targets = scenario.targets if row.targets in (None, scenario.targets) else None
    return replace(scenario, loss=name, targets=targets)


def _with_suiting_loss(scenario: Scenario) -> Scenario:
    activation = scenario.layers[-1].activation
    if suits(scenario.loss, activation):
        return scenario
    partner = _partner(activation)
    return _with_loss(scenario, partner if loss_fits(partner, scenario.data) else _REGRESSION[1])
