"""The window on arrays that a script or a notebook already has."""

from __future__ import annotations

import signal
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.data import DataSpec
from nnviz.model.data.batches import BatchSpec
from nnviz.model.errors import ModelError
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.network.initialisers import InitialSpec
from nnviz.model.network.network import Layer
from nnviz.model.program.losses import LOSSES
from nnviz.model.scenario.scenario import OptimiserSpec, Scenario
from nnviz.model.scenario.validation import prepare
from nnviz.model.text.convention import Convention

ASKED: Final = "to show arrays"


def show(
    *,
    weights: Sequence[Any],
    biases: Sequence[Any],
    X: Any,  # noqa: N803 - the field's names
    Y: Any,  # noqa: N803
    activations: Sequence[str],
    loss: str,
    convention: Convention | None = None,
    learning_rate: float = 0.1,
    batch: int | None = None,
    title: str = "Arrays of a script",
) -> None:
    """Open the window on arrays, your initial parameters and your samples, and return when it is closed.

    Parameters
    ----------
    weights, biases
        Layer by layer: W as (units × inputs) or (inputs × units), b flat, as a column or as a row.
    X, Y
        Inputs and targets, samples as columns or rows; Y may be flat, and may be classes 0, 1, 2 … of several outputs.
    activations
        Names, layer by layer: ``["tanh", "sigmoid"]``.
    loss
        Name of a loss: ``"binary-cross-entropy"``.
    convention
        Whether samples are ``"columns"`` or ``"rows"``; inferred from the shapes when None.
    learning_rate
        η of gradient descent.
    batch
        Samples in a batch; all of them when None.
    title
        What the window calls it.

    Raises
    ------
    ModelError
        If the arrays do not go together, or both conventions fit, or no window can be opened here.

    Examples
    --------
    >>> import nnviz
    >>> nnviz.show(weights=[W1, W2], biases=[b1, b2], X=X, Y=Y, activations=["tanh", "sigmoid"],
    ...            loss="binary-cross-entropy")
    """
    scenario = scenario_of_arrays(weights, biases, X, Y, activations, loss, convention)
    scenario = replace(
        scenario,
        title={"en": title},
        optimiser=OptimiserSpec(learning_rate=float(learning_rate)),
        batch=BatchSpec("full" if batch is None else batch),
    )
    prepare(scenario)
    _open(scenario)


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
    activations: Sequence[str],
    loss: str,
    convention: Convention | None = None,
) -> Scenario:
    """Return the scenario that starts from arrays; parameters and errors are those of `show`."""
    matrices = [_matrix(f"weights[{number}]", array) for number, array in enumerate(weights)]
    columns = [_numbers(f"biases[{number}]", array).reshape(-1, 1) for number, array in enumerate(biases)]
    _check_names(matrices, columns, activations, loss)
    x, y = _matrix("X", inputs), _numbers("Y", targets)
    samples, turned = _recognised(matrices, x, y, convention)
    if turned:
        matrices = [matrix.T for matrix in matrices]
    if samples == "columns":
        x, y = x.T, y.T
    for number, (matrix, b) in enumerate(zip(matrices, columns, strict=True)):
        if len(b) != len(matrix):
            raise ModelError(ASKED, f"biases[{number}]", f"{len(b)} numbers", f"{len(matrix)}, one for each unit")
    values = {f"W{layer}": _rows(W) for layer, W in enumerate(matrices, start=1)}
    values |= {f"b{layer}": _rows(b) for layer, b in enumerate(columns, start=1)}
    return _with_targets(
        Scenario(
            title={"en": "Arrays of a script"},
            data=DataSpec(kind="explicit", inputs=_rows(x)),
            layers=tuple(Layer(len(W), name) for W, name in zip(matrices, activations, strict=True)),
            loss=loss,
            initial=InitialSpec(values=values),
            convention="rows" if samples == "rows" and turned else "columns",
        ),
        y,
    )


def _check_names(matrices: Sequence[Array], columns: Sequence[Array], activations: Sequence[str], loss: str) -> None:
    if not matrices:
        raise ModelError(ASKED, "weights", "no array", "one for each layer")
    for where, count in (("biases", len(columns)), ("activations", len(activations))):
        if count != len(matrices):
            raise ModelError(ASKED, where, str(count), f"{len(matrices)}, one for each of the weights")
    for number, name in enumerate(activations):
        if name not in ACTIVATIONS:
            raise ModelError(ASKED, f"activations[{number}]", repr(name), ", ".join(ACTIVATIONS))
    if loss not in LOSSES:
        raise ModelError(ASKED, "loss", repr(loss), ", ".join(LOSSES))


def _recognised(
    matrices: Sequence[Array], inputs: Array, targets: Array, convention: Convention | None
) -> tuple[Convention, bool]:
    """Infer from the shapes what samples are, and whether W is (inputs × units)."""
    fitting: list[tuple[Convention, bool]] = []
    pure: tuple[tuple[Convention, bool], ...] = (("columns", False), ("rows", True))
    for samples, turned in (*pure, ("columns", True), ("rows", False)):
        if convention in (None, samples) and _fits(matrices, inputs, targets, samples == "rows", turned):
            fitting.append((samples, turned))
    likely = [way for way in fitting if way in pure] or fitting
    if not likely:
        shapes = ", ".join(f"W{layer} {W.shape}" for layer, W in enumerate(matrices, start=1))
        found = f"X {inputs.shape}, {shapes}, Y {targets.shape}, which do not go together"
        raise ModelError(ASKED, "", found, "W (units, inputs) and X (inputs, samples), or both the other way round")
    if len({samples for samples, _ in likely}) > 1:
        accepted = "convention='columns' or convention='rows'"
        raise ModelError(ASKED, "", "shapes that fit with samples as columns and as rows", accepted)
    return likely[0]


def _fits(matrices: Sequence[Array], inputs: Array, targets: Array, rows: bool, turned: bool) -> bool:
    x = inputs.T if rows else inputs
    shapes = [W.shape[::-1] if turned else W.shape for W in matrices]
    chained = all(above[1] == below[0] for below, above in pairwise(shapes))
    outputs, samples = shapes[-1][0], x.shape[1]
    if targets.ndim == 1:
        matched = len(targets) == samples
    else:
        matched = (targets.shape[::-1] if rows else targets.shape) in ((outputs, samples), (1, samples))
    return chained and shapes[0][1] == len(x) and matched


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


def _numbers(where: str, array: Any) -> Array:
    try:
        numbers = np.array(array, dtype=np.float64)
    except (TypeError, ValueError):
        raise ModelError(ASKED, where, f"a {type(array).__name__}", "an array of numbers") from None
    if numbers.ndim not in (1, 2) or not numbers.size:
        raise ModelError(ASKED, where, f"the shape {numbers.shape}", "a matrix or a vector with something in it")
    if not np.isfinite(numbers).all():
        raise ModelError(ASKED, where, "a number that is not finite", "finite numbers")
    return numbers


def _matrix(where: str, array: Any) -> Array:
    numbers = _numbers(where, array)
    if numbers.ndim != 2:
        raise ModelError(ASKED, where, f"the shape {numbers.shape}", "a matrix")
    return numbers


def _rows(array: Array) -> tuple[tuple[float, ...], ...]:
    return tuple(map(tuple, array.tolist()))
