"""Changing the data: which, how many, how they are scaled and split."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.model.data import DATA_SETS, DataSet, DataSpec, build
from nnviz.model.data.data_shape import shape_of, shape_of_places
from nnviz.model.data.scaling import Scaling
from nnviz.model.data.spec import EXPLICIT, FILE
from nnviz.model.network.input_features import AS_THEY_ARE, in_order
from nnviz.model.scenario.edit.layers import loss_fits, with_outputs_for
from nnviz.model.scenario.edit.training import fitted
from nnviz.model.scenario.scenario import Scenario


def with_data(scenario: Scenario, data: DataSpec) -> Scenario:
    """Return the scenario with other data; the output layer is adapted to them."""
    before, after = shape_of(scenario.data), shape_of(data)
    scenario = replace(scenario, data=data)
    same_task = (before.n_classes, before.n_targets) == (after.n_classes, after.n_targets)
    if not same_task or not loss_fits(scenario.loss, data):
        scenario = with_outputs_for(scenario, after)
    return fitted(scenario)


def with_data_set(scenario: Scenario, kind: str) -> Scenario:
    """Return the scenario with a data set of the registry, which brings its own number of samples and noise.

    Test share, seed and features stay as they are.
    """
    data = DataSpec(kind, test_share=share_for_testing(scenario.data), seed=scenario.data.seed)
    features = scenario.data.features if shape_of_places(data).n_inputs == 2 else None
    return with_data(scenario, replace(data, features=features))


def with_features(scenario: Scenario, features: Sequence[str]) -> Scenario:
    """Return the scenario with other features of two inputs."""
    return with_data(scenario, replace(scenario.data, features=in_order(features)))


def effective_features(scenario: Scenario) -> tuple[str, ...]:
    """Return the effective features of the network; empty if samples do not have two inputs."""
    if shape_of_places(scenario.data).n_inputs != 2:
        return ()
    return AS_THEY_ARE if scenario.data.features is None else scenario.data.features


def with_noise(scenario: Scenario, noise: float) -> Scenario:
    """Return the scenario with another noise."""
    return replace(scenario, data=replace(scenario.data, noise=noise))


def with_test_share(scenario: Scenario, share: float) -> Scenario:
    """Split the samples again; a list of test samples is dropped."""
    return replace(scenario, data=replace(scenario.data, test_share=share, test=None))


def effective_scaling(data: DataSpec) -> Scaling:
    """Return the effective scaling of the inputs: the scenario's, or else the data set's."""
    if data.scaling is None and data.kind in DATA_SETS and DATA_SETS[data.kind].divisor != 1.0:
        return "divide"
    return data.scaling or "none"


def with_scaling(scenario: Scenario, scaling: Scaling) -> Scenario:
    """Scale the inputs in another way; they are divided by the data set's own number, or by the largest of them."""
    data = replace(scenario.data, scaling=scaling, divisor=None, offset=None, factor=None)
    if scaling == "divide":
        own = DATA_SETS[data.kind].divisor if data.kind in DATA_SETS else 1.0
        raw = build(replace(data, scaling="none", features=None), scenario.seed)
        data = replace(data, divisor=own if own != 1.0 else raw.largest_input or 1.0)
    return replace(scenario, data=data)


def share_for_testing(data: DataSpec) -> float:
    """Return the share of test samples, also if they are listed one by one or come from a file."""
    if data.file is not None and not data.test_share:
        from nnviz.model.data.files import read_file

        table = read_file(data.file)
        return 0.0 if table.test is None else len(table.test) / len(table.rows)
    return data.test_share if data.test is None else len(data.test) / len(data.inputs)


def data_depend_on_seed(scenario: Scenario) -> bool:
    """Return whether another seed would lead to other samples, or another split of them."""
    spec = scenario.data
    if spec.kind in (EXPLICIT, FILE):
        return spec.test is None and spec.test_share > 0
    kind = DATA_SETS[spec.kind]
    # A few samples are enough to see it.
    few = replace(spec, samples=None if kind.fixed_samples else kind.samples_range[0])
    first, second = (build(replace(few, seed=seed), 0) for seed in (0, 1))
    same = all(np.array_equal(a, b) for a, b in zip(_arrays(first), _arrays(second), strict=True))
    return spec.test_share > 0 or not same


def _arrays(data: DataSet) -> list[NDArray[Any]]:
    return [array for array in (data.X, data.labels, data.targets) if array is not None]
