"""The network that was found in a person's code, as a scenario: their samples, initial parameters and settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import isqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array
from nnviz.model.data import DataSpec
from nnviz.model.data.batches import BatchSpec
from nnviz.model.network.initialisers import InitialSpec
from nnviz.model.network.network import Layer
from nnviz.model.program.losses import LOSSES
from nnviz.model.recorded_run.findings import ShownNetwork
from nnviz.model.scenario.scenario import OptimiserSpec, Scenario

_LEAST_PICTURE: Final = 64
"""Inputs from which a square number of them is taken for a picture."""

_LABEL: Final = 24
"""Characters of a person's name for an array that are shown as its label."""


@dataclass(frozen=True, eq=False)
class FoundData:
    """The samples that are shown, as columns.

    Attributes
    ----------
    inputs, targets
        ``(n_in, m)`` and ``(n_out, m)``.
    """

    inputs: Array
    targets: Array


def found_scenario(
    title: str,
    network: ShownNetwork,
    data: FoundData,
    initial: Mapping[str, Array],
    names: Mapping[str, str],
    mistakes: tuple[str, ...] = (),
) -> Scenario:
    """Return a scenario of what was found.

    Parameters
    ----------
    title
        Its title in every language: the name of the file.
    network
        What was found.
    data
        Their samples.
    initial
        Symbol → the parameters that they start from.
    names
        Symbol → their name for it.
    mistakes
        Mistakes that they make, by name.
    """
    pairs = zip(network.sizes[1:], network.activations, strict=True)
    return Scenario(
        title={"en": title},
        data=_data(network, data),
        layers=tuple(Layer(units, activation) for units, activation in pairs),
        loss=network.loss or _default_loss(network),
        initial=InitialSpec(values={symbol: _rows(array) for symbol, array in initial.items()}),
        optimiser=OptimiserSpec(network.optimiser, network.learning_rate if network.learning_rate else 0.1),
        batch=BatchSpec("full" if network.batch >= data.inputs.shape[1] else network.batch),
        train_biases=any(symbol.startswith("b") for symbol in initial),
        mistakes=mistakes,
        convention=network.samples_are,
        labels={symbol: name[:_LABEL] for symbol, name in names.items() if name},
    )


def _default_loss(network: ShownNetwork) -> str:
    """Return the loss that goes with the output's activation, where they compute none."""
    output = network.activations[-1]
    fitting = (name for name, loss in LOSSES.items() if loss.logits_with == output)
    return next(fitting, next(iter(LOSSES)))


def _data(network: ShownNetwork, data: FoundData) -> DataSpec:
    spec = DataSpec(
        kind="explicit",
        inputs=tuple(tuple(row) for row in data.inputs.T.tolist()),
        targets=tuple(tuple(row) for row in data.targets.T.tolist()),
    )
    n_inputs, side = data.inputs.shape[0], isqrt(data.inputs.shape[0])
    if n_inputs >= _LEAST_PICTURE and side * side == n_inputs:
        spec = replace(spec, image_shape=(side, side))
    classes = _classes(data.targets, network.activations[-1])
    if classes is None:
        return spec
    n_classes = max(2, data.targets.shape[0])
    return replace(spec, targets=None, labels=tuple(classes.tolist()), n_classes=n_classes)


def _classes(targets: Array, output: str) -> NDArray[np.int64] | None:
    """Return the class of each sample where the targets are nothing but the encoding of classes; None elsewhere."""
    no = -1.0 if output == "tanh" else 0.0
    if output == "identity" or not np.isin(targets, (no, 1.0)).all():
        return None
    if len(targets) == 1:
        return np.asarray(targets[0] == 1.0, dtype=np.int64)
    return np.argmax(targets, axis=0) if ((targets == 1.0).sum(axis=0) == 1).all() else None


def _rows(array: Array) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(row) for row in array.tolist())
