"""The scenario that starts from a model of another library, with samples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.data import DataSpec
from nnviz.model.data.batches import BatchSpec
from nnviz.model.data.building import build
from nnviz.model.data.real_numbers import NotNumbersError, real_numbers
from nnviz.model.errors import ModelError
from nnviz.model.network.initialisers import InitialSpec
from nnviz.model.network.network import Layer
from nnviz.model.other_libraries.array_scenario import scenario_of_arrays
from nnviz.model.other_libraries.foreign_names import LOG_SOFTMAX
from nnviz.model.other_libraries.library_model import LibraryModel, refusal
from nnviz.model.other_libraries.named_parts import chosen_parts
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.scenario.validation import prepare
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled


def scenario_of_model(
    model: LibraryModel,
    inputs: Any,
    targets: Any,
    activations: Sequence[Any] | None = None,
    loss: Any = None,
) -> tuple[Scenario, tuple[str, ...]]:
    """Return the scenario that starts from a model and the samples of a script, and what is to be told of it.

    Parameters
    ----------
    model
        What was read.
    inputs
        A sample a row; pictures and the like are made flat, row after row.
    targets
        A row or a number a sample; where the model knows classes, their values.
    activations, loss
        Instead of the model's own.

    Raises
    ------
    ModelError
        If model and samples do not go together, or the activations are not known.
    """
    x = _numbers(model, "X", inputs)
    x = x.reshape(len(x), -1)
    y = _classes(model, targets) if model.classes is not None else _numbers(model, "y", targets)
    named, own_loss = _known(model, activations), _loss(model, activations, loss, y)
    if x.shape[1] != model.sizes[0]:
        raise _other_inputs(model, x.shape[1])
    # Rows are meant whatever the shapes: a library has its samples in rows.
    scenario, notes = scenario_of_arrays(
        model.weights, model.biases, x, y, named, own_loss, convention="rows", weight_layout="units-inputs"
    )
    return _trained_as(model, scenario), (*model.notes, *notes)


def scenario_with_data(
    model: LibraryModel, data: DataSpec, activations: Sequence[Any] | None = None, loss: Any = None
) -> tuple[Scenario, tuple[str, ...]]:
    """Return the scenario that starts from a model, with a scenario's samples, and what is to be told of it.

    Parameters
    ----------
    model
        What was read.
    data
        The samples, which can be built.
    activations, loss
        Instead of the model's own.

    Raises
    ------
    ModelError
        If model and samples do not go together, or the activations are not known.
    """
    samples = build(data, 0)
    if len(samples.X) != model.sizes[0]:
        raise _other_inputs(model, len(samples.X))
    numbers = samples.labels if samples.labels is not None else samples.targets
    y = np.asarray(numbers, dtype=np.float64).T  # a row a sample; labels stay flat
    parts = chosen_parts(
        _known(model, activations), _loss(model, activations, loss, y), len(model.weights), model.sizes[-1], y
    )
    layers = zip(model.weights, model.biases, parts.activations, strict=True)
    scenario = Scenario(
        title={"en": filled(QT_TRANSLATE_NOOP("model", "Model of {library}"), library=model.library)},
        data=data,
        layers=tuple(Layer(len(W), name, "per-unit" if b is not None else "none") for W, b, name in layers),
        loss=parts.loss,
        initial=InitialSpec(values={name: tuple(map(tuple, array.tolist())) for name, array in model.arrays()}),
    )
    scenario = _trained_as(model, scenario)
    prepare(scenario)
    return scenario, (*model.notes, *parts.notes)


def _trained_as(model: LibraryModel, scenario: Scenario) -> Scenario:
    return replace(
        scenario,
        optimiser=model.optimiser,
        penalty=model.penalty,
        batch=BatchSpec("full" if model.batch is None else model.batch),
        convention=model.convention,
    )


def _known(model: LibraryModel, given: Sequence[Any] | None) -> Sequence[Any]:
    if given is not None and len(given) != len(model.weights):
        found = filled(QT_TRANSLATE_NOOP("model", "{count} names"), count=len(given))
        accepted = filled(QT_TRANSLATE_NOOP("model", "{layers}, one for each layer"), layers=len(model.weights))
        raise refusal(model.library, "activations", found, accepted)
    if given is not None:
        return given
    if model.activations is None:
        layers = len(model.weights)
        raise refusal(
            model.library,
            "activations",
            QT_TRANSLATE_NOOP("model", "weights and biases alone, without their activations"),
            filled(
                QT_TRANSLATE_NOOP("model", "a name for each of the {count} layers, such as {example}"),
                count=layers,
                example=",".join(["relu"] * (layers - 1) + ["identity"]),
            ),
        )
    return model.activations


def _loss(model: LibraryModel, activations: Sequence[Any] | None, loss: Any, targets: Array) -> Any:
    """Return the loss that is given, or the model's, or the one that reads its outputs as they are."""
    if loss is not None or model.loss is not None or activations is not None or model.activations is None:
        return model.loss if loss is None else loss
    output, outputs = model.activations[-1], model.sizes[-1]
    if output == LOG_SOFTMAX:
        return "NLLLoss"
    # PyTorch's losses of classes read weighted inputs.
    is_class = targets.ndim == 1 and bool(np.isin(targets, np.arange(max(2, outputs))).all())
    if output == "identity" and model.library in ("PyTorch", "ONNX") and is_class:
        return "CrossEntropyLoss" if outputs > 1 else "BCEWithLogitsLoss"
    return None


def _classes(model: LibraryModel, targets: Any) -> Array:
    """Return the numbers of the classes that the targets are."""
    numbers = {value: number for number, value in enumerate(model.classes or ())}
    values = np.asarray(targets.to_numpy() if hasattr(targets, "to_numpy") else targets).reshape(-1).tolist()
    unknown = next((value for value in values if value not in numbers), None)
    if unknown is not None:
        raise refusal(model.library, "y", repr(unknown), ", ".join(map(repr, list(numbers)[:20])))
    return np.array([numbers[value] for value in values], dtype=np.float64)


def _numbers(model: LibraryModel, where: str, array: Any) -> Array:
    try:
        return real_numbers(array, booleans=True, detach=True)
    except NotNumbersError as error:
        raise refusal(model.library, where, error.found, QT_TRANSLATE_NOOP("model", "an array of numbers")) from None


def _other_inputs(model: LibraryModel, inputs: int) -> ModelError:
    found = filled(QT_TRANSLATE_NOOP("model", "samples of {count} inputs"), count=inputs)
    accepted = filled(
        QT_TRANSLATE_NOOP("model", "{count}, as the network {sizes} has"),
        count=model.sizes[0],
        sizes="-".join(map(str, model.sizes)),
    )
    return refusal(model.library, "X", found, accepted)
