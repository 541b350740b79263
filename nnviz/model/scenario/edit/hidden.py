"""Changing the hidden layers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nnviz.model.network.network import Layer
from nnviz.model.scenario.edit.initial import fitted
from nnviz.model.scenario.scenario import Scenario

FIRST_HIDDEN = "tanh"
"""Activation of a hidden layer where there was none to take it from."""


def with_hidden(scenario: Scenario, hidden: Sequence[Layer]) -> Scenario:
    """Take other hidden layers."""
    return fitted(replace(scenario, layers=(*hidden, scenario.layers[-1])))


def with_hidden_units(scenario: Scenario, units: Sequence[int]) -> Scenario:
    """Take hidden layers of these sizes; each keeps its activation, a new one has that of the last."""
    activations = [layer.activation for layer in scenario.layers[:-1]] or [FIRST_HIDDEN]
    activations += [activations[-1]] * (len(units) - len(activations))
    return with_hidden(scenario, [Layer(n, name) for n, name in zip(units, activations, strict=False)])


def with_hidden_activation(scenario: Scenario, activation: str) -> Scenario:
    """Return all hidden layers one activation."""
    return with_hidden(scenario, [replace(layer, activation=activation) for layer in scenario.layers[:-1]])
