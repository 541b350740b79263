"""Changing one thing of a scenario, and with it what would no longer fit.

Every function gives a scenario that can be run when the one it was given could: other data bring an output layer and a
loss for them, a loss brings the output that it needs and the other way round, and explicit initial numbers of the wrong
shape are drawn instead.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from nnviz.model.activations import ACTIVATIONS
from nnviz.model.data import DATA_SETS, DataSet, DataSpec, build
from nnviz.model.data.scaling import Scaling
from nnviz.model.data.shape import DataShape, shape_of, shape_of_places
from nnviz.model.data.spec import EXPLICIT, FILE
from nnviz.model.evolution import STRATEGIES
from nnviz.model.features import AS_THEY_ARE, in_order
from nnviz.model.initialisers import InitialSpec, Method, initial_parameters
from nnviz.model.losses import LOSSES, Loss
from nnviz.model.methods import METHODS
from nnviz.model.mistakes import CATALOGUE
from nnviz.model.network import Layer
from nnviz.model.ranges import Range, declared_range
from nnviz.model.restart import sizes_of
from nnviz.model.scenario import OptimiserSpec, Scenario

Part = Literal["weights", "biases"]

FIRST_HIDDEN = "tanh"
"""Activation of a hidden layer where there was none to take it from."""

# For two classes, for more of them, and for targets to be met: the output's activation and the loss.
_TWO_CLASSES = ("sigmoid", "binary-cross-entropy")
_MORE_CLASSES = ("softmax", "categorical-cross-entropy")
_REGRESSION = ("identity", "half-squared")

# Data --------------------------------------------------------------------------------------------------------------


def with_data(scenario: Scenario, data: DataSpec) -> Scenario:
    """Take other data; what is asked of the output layer follows them."""
    before, after = shape_of(scenario.data), shape_of(data)
    scenario = replace(scenario, data=data)
    same_task = (before.n_classes, before.n_targets) == (after.n_classes, after.n_targets)
    if not same_task or not loss_fits(scenario.loss, data):
        scenario = _with_outputs_for(scenario, after)
    return _fitted(scenario)


def with_data_set(scenario: Scenario, kind: str) -> Scenario:
    """Take a data set of the registry, with its own number of samples and noise; test share, seed and features stay."""
    data = DataSpec(kind, test_share=share_for_testing(scenario.data), seed=scenario.data.seed)
    features = scenario.data.features if shape_of_places(data).n_inputs == 2 else None
    return with_data(scenario, replace(data, features=features))


def with_features(scenario: Scenario, features: Sequence[str]) -> Scenario:
    """Take other features of two inputs into the network."""
    return with_data(scenario, replace(scenario.data, features=in_order(features)))


def features_in_force(scenario: Scenario) -> tuple[str, ...]:
    """Give the features that the network gets; empty where the samples do not have two inputs."""
    if shape_of_places(scenario.data).n_inputs != 2:
        return ()
    return AS_THEY_ARE if scenario.data.features is None else scenario.data.features


def with_test_share(scenario: Scenario, share: float) -> Scenario:
    """Split the samples anew; test samples that were named one by one are forgotten."""
    return replace(scenario, data=replace(scenario.data, test_share=share, test=None))


def scaling_in_force(data: DataSpec) -> Scaling:
    """Give how inputs are scaled: as the scenario says, or else as the data set does it."""
    if data.scaling is None and data.kind in DATA_SETS and DATA_SETS[data.kind].divisor != 1.0:
        return "divide"
    return data.scaling or "none"


def with_scaling(scenario: Scenario, scaling: Scaling) -> Scenario:
    """Scale the inputs otherwise; dividing them is by the data set's own number, or by the greatest of them."""
    data = replace(scenario.data, scaling=scaling, divisor=None, offset=None, factor=None)
    if scaling == "divide":
        own = DATA_SETS[data.kind].divisor if data.kind in DATA_SETS else 1.0
        raw = build(replace(data, scaling="none", features=None), scenario.seed)
        data = replace(data, divisor=own if own != 1.0 else raw.largest_input or 1.0)
    return replace(scenario, data=data)


def share_for_testing(data: DataSpec) -> float:
    """Give the share of the samples that is for testing, also where the test samples are named, or a file has them."""
    if data.file is not None and not data.test_share:
        from nnviz.model.data.files import read_file

        table = read_file(data.file)
        return 0.0 if table.test is None else len(table.test) / len(table.rows)
    return data.test_share if data.test is None else len(data.test) / len(data.inputs)


def data_depend_on_seed(scenario: Scenario) -> bool:
    """Tell whether another seed would give other samples, or another split of them."""
    spec = scenario.data
    if spec.kind in (EXPLICIT, FILE):
        return spec.test is None and spec.test_share > 0
    kind = DATA_SETS[spec.kind]
    # A few samples tell as much as all.
    few = replace(spec, samples=None if kind.fixed_samples else kind.samples_range[0])
    first, second = (build(replace(few, seed=seed), 0) for seed in (0, 1))
    same = all(np.array_equal(a, b) for a, b in zip(_arrays(first), _arrays(second), strict=True))
    return spec.test_share > 0 or not same


def _arrays(data: DataSet) -> list[NDArray[Any]]:
    return [array for array in (data.X, data.labels, data.targets) if array is not None]


def _with_outputs_for(scenario: Scenario, shape: DataShape) -> Scenario:
    if shape.task == "regression":
        units, (activation, loss) = shape.n_targets, _REGRESSION
    elif shape.n_classes == 2:
        units, (activation, loss) = 1, _TWO_CLASSES
    else:
        units, (activation, loss) = shape.n_classes, _MORE_CLASSES
    return replace(scenario, layers=(*scenario.layers[:-1], Layer(units, activation)), loss=loss, targets=None)


# Hidden layers -----------------------------------------------------------------------------------------------------


def with_hidden(scenario: Scenario, hidden: Sequence[Layer]) -> Scenario:
    """Take other hidden layers."""
    return _fitted(replace(scenario, layers=(*hidden, scenario.layers[-1])))


def with_hidden_units(scenario: Scenario, units: Sequence[int]) -> Scenario:
    """Take hidden layers of these sizes; each keeps its activation, a new one has that of the last."""
    activations = [layer.activation for layer in scenario.layers[:-1]] or [FIRST_HIDDEN]
    activations += [activations[-1]] * (len(units) - len(activations))
    return with_hidden(scenario, [Layer(n, name) for n, name in zip(units, activations, strict=False)])


def with_hidden_activation(scenario: Scenario, activation: str) -> Scenario:
    """Give all hidden layers one activation."""
    return with_hidden(scenario, [replace(layer, activation=activation) for layer in scenario.layers[:-1]])


# Output layer and loss ---------------------------------------------------------------------------------------------


def output_units_range(scenario: Scenario) -> Range:
    """Give how many outputs the data can have."""
    shape, declared = shape_of(scenario.data), declared_range(Layer, "units")
    if shape.task == "regression":
        return Range(shape.n_targets, shape.n_targets, whole=True)
    return replace(declared, low=declared.low if shape.n_classes == 2 else shape.n_classes)


def with_output_units(scenario: Scenario, units: int) -> Scenario:
    """Take another number of outputs; a single one is never softmax, which would make it 1 whatever its input is."""
    output = replace(scenario.layers[-1], units=units)
    if units == 1 and output.function.couples_units:
        output = replace(output, activation=_TWO_CLASSES[0])
    return _fitted(_with_suiting_loss(_with_output(scenario, output)))


def with_output_activation(scenario: Scenario, activation: str) -> Scenario:
    """Take another output activation, and where the loss does not suit it, one that does."""
    output = replace(scenario.layers[-1], activation=activation)
    if output.function.couples_units:
        output = replace(output, units=_several_outputs(scenario))
        partner = _partner(activation)
        if loss_fits(partner, scenario.data):
            scenario = _with_loss(scenario, partner)
    return _fitted(_with_suiting_loss(_with_output(scenario, output)))


def with_loss(scenario: Scenario, name: str) -> Scenario:
    """Take another loss, and where the output does not suit it, one that does."""
    loss, output = LOSSES[name], scenario.layers[-1]
    if not suits(name, output.activation):
        output = replace(output, activation=loss.logits_with or "identity")
        if output.function.couples_units:
            output = replace(output, units=_several_outputs(scenario))
    return _fitted(_with_loss(_with_output(scenario, output), name))


def suits(loss: str, activation: str) -> bool:
    """Tell whether an output activation's values are what a loss is made for."""
    row, function = LOSSES[loss], ACTIVATIONS[activation]
    if row.needs is not None:
        return row.needs == activation
    if row.logits_with is not None and function.couples_units:
        return row.logits_with == activation
    within_zero_one = function.value_range == (0.0, 1.0)
    return row.targets is None or within_zero_one == (row.targets == "zero-one")


def loss_fits(loss: str, data: DataSpec) -> bool:
    """Tell whether the data's answers are what a loss is made for: classes, or targets in the range it needs."""
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
    """Give the targets that are known without making the samples, a row a sample."""
    if data.target_scaling not in (None, "none"):
        return None
    if data.file is not None:
        from nnviz.model.data.files import read_file

        targets = read_file(data.file).targets
        return None if targets is None else targets.T
    return None if data.targets is None else np.array(data.targets)


def output_fits(activation: str, data: DataSpec) -> bool:
    """Tell whether an output activation makes sense for the data: softmax needs several outputs."""
    return not _is_coupled(activation) or shape_of(data).n_targets != 1


def _is_coupled(activation: str) -> bool:
    return ACTIVATIONS[activation].couples_units


def _several_outputs(scenario: Scenario) -> int:
    return max(scenario.layers[-1].units, shape_of(scenario.data).n_classes)


def _partner(activation: str) -> str:
    """Give the loss that is made for an output activation."""
    return next((name for name, row in LOSSES.items() if row.logits_with == activation), _REGRESSION[1])


def _with_output(scenario: Scenario, output: Layer) -> Scenario:
    return replace(scenario, layers=(*scenario.layers[:-1], output))


def _with_loss(scenario: Scenario, name: str) -> Scenario:
    # A loss that is made for one way of writing classes as numbers is not given another.
    row: Loss = LOSSES[name]
    targets = scenario.targets if row.targets in (None, scenario.targets) else None
    return replace(scenario, loss=name, targets=targets)


def _with_suiting_loss(scenario: Scenario) -> Scenario:
    activation = scenario.layers[-1].activation
    if suits(scenario.loss, activation):
        return scenario
    partner = _partner(activation)
    return _with_loss(scenario, partner if loss_fits(partner, scenario.data) else _REGRESSION[1])


# Initial parameters ------------------------------------------------------------------------------------------------


def with_method(scenario: Scenario, part: Part, method: Method) -> Scenario:
    """Draw the weights or the biases in another way; explicit numbers of theirs are forgotten."""
    kept = {name: rows for name, rows in scenario.initial.values.items() if not _is_of(name, part)}
    initial = replace(scenario.initial, values=kept)
    changed = replace(initial, weights=method) if part == "weights" else replace(initial, biases=method)
    return replace(scenario, initial=changed)


def is_explicit(scenario: Scenario, part: Part) -> bool:
    """Tell whether numbers are given for any of the weights or of the biases."""
    return any(_is_of(name, part) for name in scenario.initial.values)


def parameters_depend_on_seed(scenario: Scenario) -> bool:
    """Tell whether another seed would give other initial parameters."""
    sizes = sizes_of(scenario)
    drawn = [initial_parameters(replace(scenario.initial, seed=seed), sizes, 0) for seed in (0, 1)]
    return any(not np.array_equal(drawn[0][name], drawn[1][name]) for name in drawn[0])


def _is_of(symbol: str, part: Part) -> bool:
    return symbol.startswith("W" if part == "weights" else "b")


def _fitted(scenario: Scenario) -> Scenario:
    """Forget explicit initial numbers, and places in the order of drawing, that the network has no use for."""
    initial, sizes = scenario.initial, sizes_of(scenario)
    values = {name: rows for name, rows in initial.values.items() if _has_shape(name, rows, sizes)}
    order = None if initial.order is None else tuple(name for name in initial.order if int(name[1:]) < len(sizes))
    fitted: InitialSpec = replace(initial, values=values, order=order)
    return scenario if fitted == initial else replace(scenario, initial=fitted)


def _has_shape(symbol: str, rows: Sequence[Sequence[float]], sizes: tuple[int, ...]) -> bool:
    layer = int(symbol[1:])
    if layer >= len(sizes):
        return False
    shape = (sizes[layer], sizes[layer - 1] if symbol.startswith("W") else 1)
    return len(rows) == shape[0] and all(len(row) == shape[1] for row in rows)


# Training ----------------------------------------------------------------------------------------------------------


def with_optimiser(scenario: Scenario, kind: str) -> Scenario:
    """Take another optimiser; the learning rate stays, and the settings that both have.

    An evolution strategy takes all samples into each update, and makes no mistakes with gradients.
    """
    settings = {setting.name for setting in METHODS[kind].settings}
    kept = {name: value for name, value in scenario.optimiser.settings.items() if name in settings}
    scenario = replace(scenario, optimiser=OptimiserSpec(kind, scenario.optimiser.learning_rate, kept))
    if kind not in STRATEGIES:
        return scenario
    mistakes = tuple(name for name in scenario.mistakes if not CATALOGUE[name].needs_gradients)
    return replace(scenario, batch=replace(scenario.batch, size="full"), mistakes=mistakes)


def with_setting(scenario: Scenario, name: str, value: float) -> Scenario:
    """Take another value of one of the optimiser's own numbers."""
    settings: Mapping[str, float] = {**scenario.optimiser.settings, name: value}
    return replace(scenario, optimiser=replace(scenario.optimiser, settings=settings))
