"""A model that a script or a notebook hands over."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import Any

from nnviz.model.data.real_numbers import real_numbers
from nnviz.model.other_libraries import keras_models, scikit_learn, torch_modules
from nnviz.model.other_libraries.array_layouts import WeightLayout
from nnviz.model.other_libraries.library_model import LibraryModel, refusal
from nnviz.model.other_libraries.model_files import read_model_file
from nnviz.model.other_libraries.named_arrays import read_named
from nnviz.model.text.translation import QT_TRANSLATE_NOOP


def read_object(given: Any, layout: WeightLayout | None = None) -> LibraryModel:
    """Read a model: an object of scikit-learn, PyTorch or Keras, arrays by name, or the path of a file.

    Parameters
    ----------
    given
        The model.
    layout
        Whether arrays by name are (units × inputs) or (inputs × units), where the names do not say.

    Raises
    ------
    ModelError
        If it is none of these, or has anything but fully connected layers.
    """
    if scikit_learn.is_model(given):
        return scikit_learn.read(given)
    if keras_models.is_model(given):
        return keras_models.read(given)
    if torch_modules.is_module(given):
        return torch_modules.read(given)
    if isinstance(given, Mapping):
        arrays = {str(name): real_numbers(array, detach=True) for name, array in given.items()}
        return read_named(arrays, type(given).__name__, layout)
    if isinstance(given, str | PathLike):
        return read_model_file(Path(given), layout)
    raise refusal(
        type(given).__name__,
        "",
        QT_TRANSLATE_NOOP("model", "an object that nnviz does not know"),
        QT_TRANSLATE_NOOP(
            "model",
            "MLPClassifier or MLPRegressor of scikit-learn, a module of PyTorch, Sequential of Keras, arrays by name, "
            "or a file",
        ),
    )
