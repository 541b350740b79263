"""The window on arrays that a script or a notebook already has."""

from __future__ import annotations

import signal
import warnings
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.data import DataSpec
from nnviz.model.data.batches import BatchSpec
from nnviz.model.data.real_numbers import NotNumbersError, real_numbers
from nnviz.model.errors import ModelError
from nnviz.model.network.initialisers import InitialSpec
from nnviz.model.network.network import Layer
from nnviz.model.scenario.scenario import OptimiserSpec, Scenario, sizes_of
from nnviz.model.scenario.validation import prepare
from nnviz.model.text.convention import Convention
from nnviz.scripting.array_layouts import ASKED, GivenArrays, WeightLayout, recognised
from nnviz.scripting.named_parts import chosen_parts


def show(
    *,
    weights: Sequence[Any],
    biases: Sequence[Any],
    X: Any,  # noqa: N803 - the field's names
    Y: Any,  # noqa: N803
    activations: Sequence[Any] | None = None,
    loss: Any = None,
    convention: Convention | None = None,
    weight_layout: WeightLayout | None = None,
    learning_rate: float = 0.1,
    batch: int | None = None,
    title: str = "Arrays of a script",
) -> None:
    """Open the window on arrays, your initial parameters and your samples, and return when it is closed.

    A line is printed that says which network, activations and loss are shown.

    Arrays may be lists, tables of pandas, tensors (those that require gradients too), masked arrays that mask nothing.

    Parameters
    ----------
    weights, biases
        Layer by layer: W as (units × inputs) or (inputs × units), b flat, as a column or as a row.
    X, Y
        Inputs and targets, samples as columns or rows; Y may be flat, and may be classes 0, 1, 2 … of several outputs.
    activations
        Names, layer by layer: ``["tanh", "sigmoid"]``. Those of other libraries are understood: ``"ReLU"``,
        ``"logistic"``, ``"linear"``, ``torch.nn.Tanh()``.
    loss
        Name of a loss: ``"binary-cross-entropy"``. Those of other libraries are understood: ``"MSELoss"``, ``"mse"``,
        ``"log_loss"``, ``"BCEWithLogitsLoss"`` and ``"CrossEntropyLoss"``, which have the output's activation in them.
    convention
        Whether samples are ``"columns"`` or ``"rows"``; found out by the shapes when None.
    weight_layout
        Whether W is ``"units-inputs"`` (as in PyTorch) or ``"inputs-units"`` (as in Keras and scikit-learn); found out
        by the shapes when None.
    learning_rate
        η of gradient descent.
    batch
        Samples in a batch; all of them when None.
    title
        What the window calls it.

    Warns
    -----
    UserWarning
        If activations or a loss are not given: it says which are taken. If a loss of another library is a mean or a sum
        where it is not so here: it says by how much the numbers differ.

    Raises
    ------
    ModelError
        If the arrays do not go together, or several layouts fit that are different networks (it names them and how to
        say which), or a name is unknown, or no window can be opened here.

    Examples
    --------
    >>> import nnviz
    >>> nnviz.show(weights=[W1, W2], biases=[b1, b2], X=X, Y=Y, activations=["tanh", "sigmoid"],
    ...            loss="binary-cross-entropy")
    """
    scenario = scenario_of_arrays(weights, biases, X, Y, activations, loss, convention, weight_layout)
    scenario = replace(
        scenario,
        title={"en": title},
        optimiser=OptimiserSpec(learning_rate=float(learning_rate)),
        batch=BatchSpec("full" if batch is None else batch),
    )
    prepare(scenario)
    print(f"nnviz.show: {_summary(scenario)}", flush=True)
    _open(scenario)


def _summary(scenario: Scenario) -> str:
    """Return in a line what was made of the arrays, so that a wrong guess is seen."""
    sizes = "-".join(map(str, sizes_of(scenario)))
    activations = ", ".join(layer.activation for layer in scenario.layers)
    samples = len(scenario.data.inputs)
    return f"{sizes} network, activations {activations}, loss {scenario.loss}, {samples} samples"


def _open(scenario: Scenario) -> None:
    from nnviz.app.display import display_problem

    problem = display_problem()
    if problem is not None:
        raise ModelError(ASKED, "", problem, "a display")
    from PyQt6.QtCore import QCoreApplication

    if QCoreApplication.instance() is not None:
        raise ModelError(ASKED, "", "a Qt application that runs in this process", "a process without one")
    from nnviz.app.application import run_app

    status = run_app(scenario)
    if status:  # a signal has closed the window, which is meant for the script too
        signal.raise_signal(status - 128)


def scenario_of_arrays(
    weights: Sequence[Any],
    biases: Sequence[Any],
    inputs: Any,
    targets: Any,
    activations: Sequence[Any] | None = None,
    loss: Any = None,
    convention: Convention | None = None,
    weight_layout: WeightLayout | None = None,
) -> Scenario:
    """Return the scenario that starts from arrays; parameters and errors are those of `show`."""
    matrices = [_matrix(f"weights[{number}]", array) for number, array in enumerate(weights)]
    flat = [_numbers(f"biases[{number}]", array).reshape(-1) for number, array in enumerate(biases)]
    _check_counts(len(matrices), biases=len(flat), activations=None if activations is None else len(activations))
    x, y = _matrix("X", inputs, booleans=True), _numbers("Y", targets, booleans=True)
    given = GivenArrays(matrices, flat, x, y)
    reading = recognised(given, convention, weight_layout)
    matrices = reading.weights(given)
    x, y = reading.rows(x), reading.rows(y)
    parts = chosen_parts(activations, loss, len(matrices), len(matrices[-1]), y)
    for note in parts.notes:
        warnings.warn(note, stacklevel=3)
    values = {f"W{layer}": _rows(W) for layer, W in enumerate(matrices, start=1)}
    values |= {f"b{layer}": _rows(b.reshape(-1, 1)) for layer, b in enumerate(flat, start=1)}
    return _with_targets(
        Scenario(
            title={"en": "Arrays of a script"},
            data=DataSpec(kind="explicit", inputs=_rows(x)),
            layers=tuple(Layer(len(W), name) for W, name in zip(matrices, parts.activations, strict=True)),
            loss=parts.loss,
            initial=InitialSpec(values=values),
            convention=reading.convention,
        ),
        y,
    )


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
