"""The window on arrays that a script or a notebook already has."""

from __future__ import annotations

import signal
import warnings
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from nnviz.model.data.batches import BatchSpec
from nnviz.model.errors import ModelError
from nnviz.model.other_libraries.array_layouts import ASKED, WeightLayout
from nnviz.model.other_libraries.array_scenario import scenario_of_arrays
from nnviz.model.other_libraries.model_scenario import scenario_of_model
from nnviz.model.other_libraries.objects import read_object
from nnviz.model.scenario.scenario import Scenario, sizes_of
from nnviz.model.scenario.validation import prepare
from nnviz.model.text.convention import Convention


def show(
    model: Any = None,
    X: Any = None,  # noqa: N803 - the field's names
    Y: Any = None,  # noqa: N803
    *,
    weights: Sequence[Any] | None = None,
    biases: Sequence[Any] | None = None,
    activations: Sequence[Any] | None = None,
    loss: Any = None,
    convention: Convention | None = None,
    weight_layout: WeightLayout | None = None,
    learning_rate: float | None = None,
    batch: int | None = None,
    title: str = "Arrays of a script",
) -> None:
    """Open the window on a model of another library, or on arrays, and your samples; return when it is closed.

    A line is printed that says which network, activations and loss are shown.

    Arrays may be lists, tables of pandas, tensors (those that require gradients too), masked arrays that mask nothing.

    Parameters
    ----------
    model
        A fitted MLPClassifier or MLPRegressor of scikit-learn, a module of PyTorch that is a chain of Linear layers and
        activations, a Sequential of Keras with Dense layers, a state dictionary or other arrays by name, or the path of
        a file: ``.onnx``, ``.keras``, ``.h5``, ``.safetensors``, ``.pt``, ``.npz``. Instead of weights and biases.
    weights, biases
        Layer by layer: W as (units × inputs) or (inputs × units), b flat, as a column or as a row.
    X, Y
        Inputs and targets, samples as columns or rows (with a model as rows); Y may be flat, and may be classes
        0, 1, 2 … of several outputs, or with a model of scikit-learn what it was fitted to.
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
        η; when None the model's own, or 0.1.
    batch
        Samples in a batch; when None as many as the model says, or all of them.
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
    scenario, notes = _scenario(model, X, Y, weights, biases, activations, loss, convention, weight_layout)
    for note in notes:
        warnings.warn(note, stacklevel=2)
    if learning_rate is not None:
        scenario = replace(scenario, optimiser=replace(scenario.optimiser, learning_rate=float(learning_rate)))
    if batch is not None:
        scenario = replace(scenario, batch=BatchSpec(batch))
    scenario = replace(scenario, title={"en": title})
    prepare(scenario)
    print(f"nnviz.show: {_summary(scenario)}", flush=True)
    _open(scenario)


def _scenario(
    model: Any,
    inputs: Any,
    targets: Any,
    weights: Sequence[Any] | None,
    biases: Sequence[Any] | None,
    activations: Sequence[Any] | None,
    loss: Any,
    convention: Convention | None,
    layout: WeightLayout | None,
) -> tuple[Scenario, tuple[str, ...]]:
    for where, given in (("X", inputs), ("Y", targets)):
        if given is None:
            raise ModelError(ASKED, where, "nothing", "an array with your samples")
    if model is not None:
        if weights is not None or biases is not None:
            raise ModelError(ASKED, "weights", "a model, and weights besides", "one of them")
        return scenario_of_model(read_object(model, layout), inputs, targets, activations, loss)
    if weights is None or biases is None:
        raise ModelError(ASKED, "weights", "neither a model nor weights and biases", "one of them")
    return scenario_of_arrays(weights, biases, inputs, targets, activations, loss, convention, layout)


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
