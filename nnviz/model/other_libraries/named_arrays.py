"""Arrays by name, as state dictionaries, safetensors and ``.npz`` files have them: which is which layer's.

The names say which array is a layer's weights and which its biases, and of some libraries also in which layout; the
activations are not among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from nnviz.model.arrays.array import Array
from nnviz.model.other_libraries.array_layouts import WeightLayout
from nnviz.model.other_libraries.library_model import LibraryModel, refusal
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

_WEIGHTS: Final = r"weights?|w|theta|kernel|coefs_?"
_BIASES: Final = r"bias|biases|b|intercepts?_?"
_NUMBERED: Final = re.compile(rf"(?P<kind>{_WEIGHTS}|{_BIASES})[_.]?(?P<layer>\d+)", re.IGNORECASE)
_DOTTED: Final = re.compile(rf"(?P<layer>.+)[./_](?P<kind>{_WEIGHTS}|{_BIASES})(:0)?", re.IGNORECASE)
_IS_WEIGHTS: Final = re.compile(_WEIGHTS, re.IGNORECASE)

_LAYOUTS: Final[Mapping[str, WeightLayout]] = {"kernel": "inputs-units", "coefs": "inputs-units"}
"""Kinds of names that only one layout has; ``layer.weight`` is PyTorch's."""


@dataclass(frozen=True)
class _Layer:
    name: str
    weights: Array
    bias: Array | None
    layout: WeightLayout | None


def are_layers(shapes: Mapping[str, tuple[int, ...]]) -> bool:
    """Return whether arrays with these names and shapes are parameters of a network, whatever else is among them."""
    return any(_kind_of(name)[1] == "weights" and len(shape) == 2 for name, shape in shapes.items())


def read_named(arrays: Mapping[str, Array], library: str, layout: WeightLayout | None = None) -> LibraryModel:
    """Return the network that arrays are the parameters of; its activations are not known.

    Parameters
    ----------
    arrays
        By name; what is neither weights nor biases is left out.
    library
        Where they are from, for people.
    layout
        Whether W is (units × inputs) or (inputs × units); found out by names and shapes when None.

    Raises
    ------
    ModelError
        If no layers are among them, or they do not go together, or go together in both layouts.
    """
    layers = list(_layers(arrays))
    if not layers:
        found = ", ".join(list(arrays)[:8]) or QT_TRANSLATE_NOOP("model", "no array")
        raise refusal(library, "", found, QT_TRANSLATE_NOOP("model", "W1, b1, W2, b2 …, or layer.weight, layer.bias …"))
    known = layout or next((layer.layout for layer in layers if layer.layout), None)
    tried: tuple[WeightLayout, ...] = ("units-inputs", "inputs-units") if known is None else (known,)
    by_number = sorted(layers, key=lambda layer: _by_number(layer.name))
    fitting = [
        (one, order)
        for one in tried
        for order in (layers, by_number)
        if _fit(order, one)  # as stored, or as numbered
    ]
    if not fitting:
        shapes = ", ".join(f"{layer.name} {layer.weights.shape}" for layer in layers)
        raise refusal(library, "", shapes, QT_TRANSLATE_NOOP("model", "matrices that go together, layer on layer"))
    if len({one for one, _ in fitting}) > 1:
        found = QT_TRANSLATE_NOOP("model", "weights that fit as units × inputs and as inputs × units")
        accepted = "weight_layout='units-inputs' / weight_layout='inputs-units'"
        raise refusal(library, "", found, accepted)
    taken, order = fitting[0]
    return LibraryModel(
        library=library,
        weights=tuple(layer.weights if taken == "units-inputs" else layer.weights.T for layer in order),
        biases=tuple(None if layer.bias is None else layer.bias.reshape(-1) for layer in order),
        convention="columns" if taken == "units-inputs" else "rows",
    )


def _layers(arrays: Mapping[str, Array]) -> Iterator[_Layer]:
    biases = {layer: array for layer, kind, array in _parsed(arrays) if kind == "biases"}
    for name, array in arrays.items():
        layer, kind = _kind_of(name)
        if kind == "weights" and array.ndim == 2:
            yield _Layer(layer, array.astype(float), biases.get(layer), _layout_of(name))


def _parsed(arrays: Mapping[str, Array]) -> Iterator[tuple[str, str, Array]]:
    for name, array in arrays.items():
        yield *_kind_of(name), array


def _kind_of(name: str) -> tuple[str, str]:
    """Return which layer a name is of, and whether it is its weights or its biases; empty texts for others."""
    found = _NUMBERED.fullmatch(name) or _DOTTED.fullmatch(name)
    if found is None:
        return "", ""
    return found["layer"], "weights" if _IS_WEIGHTS.fullmatch(found["kind"]) else "biases"


def _layout_of(name: str) -> WeightLayout | None:
    for part, layout in _LAYOUTS.items():
        if part in name.lower():
            return layout
    return "units-inputs" if name.endswith(".weight") else None


def _by_number(name: str) -> list[tuple[int, str]]:
    """Return what sorts ``fc10`` behind ``fc2``."""
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", name)]


def _fit(layers: list[_Layer], layout: WeightLayout) -> bool:
    shapes = [layer.weights.shape if layout == "units-inputs" else layer.weights.shape[::-1] for layer in layers]
    biases = all(layer.bias is None or layer.bias.size == shape[0] for layer, shape in zip(layers, shapes, strict=True))
    return biases and all(above[1] == below[0] for below, above in pairwise(shapes))
