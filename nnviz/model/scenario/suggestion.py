"""A scenario for any samples, a file's or drawn ones: a network and training settings that are likely to learn them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from nnviz.model.data import DataSpec, data_from_file
from nnviz.model.data.batches import BatchSpec
from nnviz.model.data.data_shape import DataShape, shape_of
from nnviz.model.data.files import DetectedTable
from nnviz.model.data.files.choices import DataChoices
from nnviz.model.data.files.detect import detect
from nnviz.model.data.spec import EXPLICIT
from nnviz.model.network.initialisers import InitialSpec, Method
from nnviz.model.network.network import Layer
from nnviz.model.scenario.scenario import OptimiserSpec, Scenario
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

BLANK_TITLE = QT_TRANSLATE_NOOP("model", "Drawn by hand")

_BLANK = DataSpec(EXPLICIT, inputs=((-1.0, -1.0), (1.0, 1.0)), labels=(0, 1), n_classes=2)

_SEED = 3
"""A seed with which the usual data sets are learned; with 1, 100 samples of two moons stay at 0.875 for long."""

_WIDE = 32
"""Number of inputs from which a single, wider hidden layer works better than two narrow ones."""


def scenario_for(data: DataSpec, title: str) -> Scenario:
    """Return a scenario that learns the samples, ready to be run and changed.

    Parameters
    ----------
    data
        The samples, which can be built.
    title
        The scenario's title.
    """
    shape = shape_of(data)
    output, loss = _output(shape)
    hidden = (Layer(30, "tanh"),) if shape.n_inputs >= _WIDE else (Layer(8, "tanh"), Layer(8, "tanh"))
    return Scenario(
        title={"en": title},
        data=data,
        layers=(*hidden, output),
        loss=loss,
        initial=InitialSpec(Method("glorot")),
        optimiser=OptimiserSpec("adam", 0.003 if shape.n_inputs >= _WIDE else 0.01),
        batch=BatchSpec(32, "shuffled"),
        seed=_SEED,
    )


def scenario_of_file(path: str | Path, choices: DataChoices | None = None) -> tuple[Scenario, DetectedTable]:
    """Return a scenario that learns a file's samples, with what was detected in the file.

    Parameters
    ----------
    path
        A file that `detect` knows.
    choices
        How the samples are to be used; what is not chosen is detected.

    Raises
    ------
    ModelError
        If the file cannot be read, or not so.
    """
    choices = choices or DataChoices()
    chosen: dict[str, Any] = choices.of_missing()
    reading = detect(path, chosen)
    columns = choices.of_columns(reading)
    if columns:
        reading = detect(path, {**chosen, **columns})
    scaling, divisor = reading.scaling, reading.divisor
    if choices.scaling is not None and choices.scaling != scaling:
        scaling = choices.scaling
    data = data_from_file(
        path, reading.options, scaling, divisor, choices.test_share, target_scaling=reading.target_scaling
    )
    scenario = scenario_for(data, Path(path).stem)
    return scenario if choices.seed is None else replace(scenario, seed=choices.seed), reading


def blank_scenario(title: str = BLANK_TITLE) -> Scenario:
    """Return a scenario for drawing samples: two inputs, and one sample of each class in opposite corners.

    Parameters
    ----------
    title
        Its title, in the person's language.
    """
    return scenario_for(_BLANK, title)


def is_blank(scenario: Scenario) -> bool:
    """Return whether no sample has been drawn yet."""
    return scenario.data == _BLANK


def _output(shape: DataShape) -> tuple[Layer, str]:
    """Return the output layer and the loss that fit the targets."""
    if shape.task == "regression":
        return Layer(shape.n_targets, "identity"), "half-squared"
    if shape.n_classes == 2:
        return Layer(1, "sigmoid"), "binary-cross-entropy"
    return Layer(shape.n_classes, "softmax"), "categorical-cross-entropy"
