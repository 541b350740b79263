"""A network in a file of another library, found by what the file is.

No file is read in a way that runs code which it holds: pickles are refused, or read for their arrays alone.
"""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.files.present import is_file
from nnviz.model.other_libraries.array_layouts import WeightLayout
from nnviz.model.other_libraries.library_model import LibraryModel, refusal
from nnviz.model.other_libraries.named_arrays import are_layers, read_named
from nnviz.model.other_libraries.needed_packages import imported
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

_STATES: Final = ("state_dict", "model_state_dict", "model", "net", "params")
"""Where a checkpoint of PyTorch has its state dictionary."""

_UNREADABLE: Final = QT_TRANSLATE_NOOP("model", "a file that cannot be read ({error})")
_WHOLE: Final = QT_TRANSLATE_NOOP("model", "a whole file of this kind")


def _onnx(path: Path, layout: WeightLayout | None) -> LibraryModel:
    from nnviz.model.other_libraries.onnx_graphs import read_onnx

    return read_onnx(path)


def _keras(path: Path, layout: WeightLayout | None) -> LibraryModel:
    from nnviz.model.other_libraries.keras_models import read_keras

    return read_keras(path)


def _h5(path: Path, layout: WeightLayout | None) -> LibraryModel:
    from nnviz.model.other_libraries.keras_models import read_h5

    return read_h5(path)


def _safetensors(path: Path, layout: WeightLayout | None) -> LibraryModel:
    package = imported("safetensors.numpy", "safetensors")
    try:
        arrays = package.load(path.read_bytes())
    except imported("safetensors", "safetensors").SafetensorError as error:
        raise refusal("safetensors", path.name, filled(_UNREADABLE, error=error), _WHOLE) from None
    return read_named(arrays, "safetensors", layout)


def _torch(path: Path, layout: WeightLayout | None) -> LibraryModel:
    torch = imported("torch", "PyTorch")
    from pickle import UnpicklingError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of the pickle's protocol, which is no matter of the person's
            stored = torch.load(path, map_location="cpu", weights_only=True)
    except UnpicklingError:
        raise refusal(
            "PyTorch",
            path.name,
            QT_TRANSLATE_NOOP("model", "a pickled module: to read it would run code that the file holds"),
            QT_TRANSLATE_NOOP("model", "its arrays: torch.save(model.state_dict(), 'model.pt')"),
        ) from None
    return read_named(_tensors(_state(stored)), "PyTorch", layout)


def _state(stored: Any) -> Any:
    """Return the state dictionary in a checkpoint."""
    while isinstance(stored, Mapping):
        inner = next((stored[name] for name in _STATES if isinstance(stored.get(name), Mapping)), None)
        if inner is None:
            return stored
        stored = inner
    return {}


def _tensors(state: Mapping[str, Any]) -> dict[str, Array]:
    return {name: one.double().numpy() for name, one in state.items() if hasattr(one, "numpy")}


def _npz(path: Path, layout: WeightLayout | None) -> LibraryModel:
    with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
        return read_named({name: stored[name] for name in stored.files}, "NumPy", layout)


_READERS: Final[Mapping[str, Callable[[Path, WeightLayout | None], LibraryModel]]] = MappingProxyType(
    {
        ".onnx": _onnx,
        ".keras": _keras,
        ".h5": _h5,
        ".hdf5": _h5,
        ".safetensors": _safetensors,
        ".pt": _torch,
        ".pth": _torch,
        ".npz": _npz,
    }
)

SUFFIXES: Final = tuple(_READERS)
"""Endings of files that may hold a model; an ``.npz`` may hold samples instead."""


def holds_model(path: Path) -> bool:
    """Return whether a file is one of a network of another library: by its ending; an ``.npz`` by its arrays' names."""
    suffix = path.suffix.lower()
    if suffix not in _READERS or not is_file(path):
        return False
    return suffix != ".npz" or are_layers(_shapes(path))


def _shapes(path: Path) -> dict[str, tuple[int, ...]]:
    """Return the shapes of an archive's arrays, or nothing where it cannot be read as one."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            return {name: stored[name].shape for name in stored.files if len(name) < 60}
    except (OSError, ValueError, EOFError, zipfile.BadZipFile):
        return {}


def read_model_file(path: Path, layout: WeightLayout | None = None) -> LibraryModel:
    """Read a network from a file.

    Parameters
    ----------
    path
        The file; its ending says which library's it is.
    layout
        Whether its arrays are (units × inputs) or (inputs × units), where the file does not say.

    Raises
    ------
    ModelError
        If it cannot be read, or holds anything but fully connected layers, or the package that reads it is missing.
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise refusal(path.suffix or path.name, path.name, path.suffix, ", ".join(SUFFIXES))
    try:
        return reader(path, layout)
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        from nnviz.model.errors import ModelError

        if isinstance(error, ModelError):
            raise
        raise refusal(path.suffix, path.name, filled(_UNREADABLE, error=error), _WHOLE) from error
