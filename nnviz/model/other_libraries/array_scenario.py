"""The scenario that starts from the arrays of a script: its parameters, and its samples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.data import DataSpec
from nnviz.model.data.real_numbers import NotNumbersError, real_numbers
from nnviz.model.errors import ModelError
from nnviz.model.network.initialisers import InitialSpec
from nnviz.model.network.network import Layer
from nnviz.model.other_libraries.array_layouts import ASKED, GivenArrays, WeightLayout, recognised
from nnviz.model.other_libraries.named_parts import chosen_parts
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.scenario.validation import prepare
from nnviz.model.text.convention import Convention


def scenario_of_arrays(
    weights: Sequence[Any],
    biases: Sequence[Any],
    inputs: Any,
    targets: Any,
    activations: Sequence[Any] | None = None,
    loss: Any = None,
    convention: Convention | None = None,
    weight_layout: WeightLayout | None = None,
) -> tuple[Scenario, tuple[str, ...]]:
    """Return the scenario that starts from arrays, and what is to be told of it.

    Parameters
    ----------
    weights, biases
        Layer by layer: W as (units × inputs) or (inputs × units), b flat, as a column or as a row, None for a layer
        without.
    inputs, targets
        Samples as columns or rows; targets may be flat, and may be classes 0, 1, 2 … of several outputs.
    activations, loss
        By their names, here or in other libraries; taken by the targets when None.
    convention
        Whether samples are ``"columns"`` or ``"rows"``; found out by the shapes when None.
    weight_layout
        Whether W is (units × inputs) or (inputs × units); found out by the shapes when None.

    Raises
    ------
    ModelError
        If the arrays do not go together, or several layouts fit that are different networks, or a name is unknown.
    """
    matrices = [_matrix(f"weights[{number}]", array) for number, array in enumerate(weights)]
    flat = [_bias(f"biases[{number}]", array) for number, array in enumerate(biases)]
    _check_counts(len(matrices), biases=len(flat), activations=None if activations is None else len(activations))
    x, y = _matrix("X", inputs, booleans=True), _numbers("Y", targets, booleans=True)
    given = GivenArrays(matrices, flat, x, y)
    reading = recognised(given, convention, weight_layout)
    matrices = reading.weights(given)
    x, y = reading.rows(x), reading.rows(y)
    parts = chosen_parts(activations, loss, len(matrices), len(matrices[-1]), y)
    values = {f"W{layer}": _rows(W) for layer, W in enumerate(matrices, start=1)}
    values |= {f"b{layer}": _rows(b.reshape(-1, 1)) for layer, b in enumerate(flat, start=1) if b is not None}
    layers = zip(matrices, flat, parts.activations, strict=True)
    scenario = _with_targets(
        Scenario(
            title={"en": "Arrays of a script"},
            data=DataSpec(kind="explicit", inputs=_rows(x)),
            layers=tuple(Layer(len(W), name, "per-unit" if b is not None else "none") for W, b, name in layers),
            loss=parts.loss,
            initial=InitialSpec(values=values),
            convention=reading.convention,
        ),
        y,
    )
    return scenario, parts.notes


def _bias(where: str, array: Any) -> Array | None:
    return None if array is None else _numbers(where, array).reshape(-1)


def _check_counts(layers: int, **counts: int | None) -> None:
    if not layers:
        raise ModelError(ASKED, "weights", "no array", "one for each layer")
    for where, count in counts.items():
        if count not in (None, layers):
            raise ModelError(ASKED, where, str(count), f"{layers}, one for each of the weights")


def _with_targets(scenario: Scenario, targets: Array) -> Scenario:
    """Return a scenario with its targets, as classes where they are classes: then it has boundaries and accuracies."""
    outputs = scenario.layers[-1].units
    rows = targets.reshape(len(targets), -1)
    if rows.shape[1] == outputs > 1:
        classes = np.argmax(rows, axis=1)
    else:
        classes = np.maximum(rows[:, 0], 0.0).astype(np.intp)
        if rows.shape[1] != outputs and not np.array_equal(classes, rows[:, 0]):
            raise ModelError(ASKED, "Y", f"one number for each sample, and {outputs} outputs", "classes 0, 1, 2 …")
        if outputs > 1:
            rows = np.eye(max(outputs, int(classes.max()) + 1))[classes]
    if not 0 <= classes.max() < max(2, outputs):
        data = replace(scenario.data, targets=_rows(rows))
        return replace(scenario, data=data)
    labels = tuple(int(label) for label in classes)
    for encoding in ("zero-one", "plus-minus-one"):
        data = replace(scenario.data, labels=labels, n_classes=max(2, outputs))
        as_classes = replace(scenario, data=data, targets=encoding)
        if np.array_equal(prepare(as_classes).targets.T, rows):
            return as_classes
    return replace(scenario, data=replace(scenario.data, targets=_rows(rows)))


def _numbers(where: str, array: Any, *, booleans: bool = False) -> Array:
    try:
        numbers = real_numbers(array, booleans=booleans, detach=True)
    except NotNumbersError as error:
        raise ModelError(ASKED, where, error.found, "an array of numbers") from None
    if numbers.ndim not in (1, 2) or not numbers.size:
        raise ModelError(ASKED, where, f"the shape {numbers.shape}", "a matrix or a vector with something in it")
    if not np.isfinite(numbers).all():
        raise ModelError(ASKED, where, "a number that is not finite", "finite numbers")
    return numbers


def _matrix(where: str, array: Any, *, booleans: bool = False) -> Array:
    numbers = _numbers(where, array, booleans=booleans)
    if numbers.ndim != 2:
        raise ModelError(ASKED, where, f"the shape {numbers.shape}", "a matrix")
    return numbers


def _rows(array: Array) -> tuple[tuple[float, ...], ...]:
    return tuple(map(tuple, array.tolist()))
