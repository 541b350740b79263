"""Models of Keras: `Sequential` with `Dense` layers and activations, as an object, and in `.keras` and `.h5` files.

Files are read with h5py; Keras itself is not needed.
"""

from __future__ import annotations

import io
import json
import sys
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from nnviz.model.arrays.array import Array
from nnviz.model.other_libraries.layer_chain import LayerChain
from nnviz.model.other_libraries.library_model import LibraryModel, refusal
from nnviz.model.other_libraries.needed_packages import imported
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

NAME: Final = "Keras"

_NOTHING_HERE: Final = {"InputLayer", "Flatten", "Dropout", "GaussianNoise", "GaussianDropout", "AlphaDropout"}
"""What leaves the numbers of an evaluated network as they are."""

_NUMBERS: Final = {"LeakyReLU": ("negative_slope", "alpha"), "ELU": ("alpha",)}
"""Activation → what its number is called: first today, then in Keras 2."""

_OF_LOGITS: Final = {
    "binarycrossentropy": "BCEWithLogitsLoss",
    "categoricalcrossentropy": "CrossEntropyLoss",
    "sparsecategoricalcrossentropy": "CrossEntropyLoss",
}


@dataclass(frozen=True)
class KerasLayer:
    """One layer: the name of its class, its settings, and its arrays (kernel, bias)."""

    kind: str
    config: Mapping[str, Any]
    arrays: Sequence[Array]

    @property
    def name(self) -> str:
        """What the model calls it."""
        return str(self.config.get("name", self.kind))


def is_model(given: object) -> bool:
    """Return whether an object is a model of Keras, without importing Keras."""
    keras = sys.modules.get("keras")
    return keras is not None and isinstance(given, keras.Model)


def read(model: Any) -> LibraryModel:
    """Read a model that a script has.

    Raises
    ------
    ModelError
        If it is anything but a chain of fully connected layers, each with at most one activation.
    """
    _check_sequential(type(model).__name__)
    layers = [KerasLayer(type(one).__name__, one.get_config(), one.get_weights()) for one in model.layers]
    optimiser = getattr(model, "optimizer", None)
    rate = None if optimiser is None else float(optimiser.get_config().get("learning_rate", 0.001))
    return _model(layers, _loss_name(getattr(model, "loss", None)), type(optimiser).__name__, rate)


def read_keras(path: Path) -> LibraryModel:
    """Read a ``.keras`` file.

    Raises
    ------
    ModelError
        If it is anything but a chain of fully connected layers, or h5py is not installed.
    """
    h5py = imported("h5py", NAME)
    with zipfile.ZipFile(path) as archive:
        document = json.loads(archive.read("config.json"))
        weights = archive.read("model.weights.h5")
    _check_sequential(str(document.get("class_name")))
    counts: dict[str, int] = {}
    layers = []
    with h5py.File(io.BytesIO(weights), "r") as stored:
        for one in document["config"]["layers"]:
            group = _group_name(str(one["class_name"]), counts)
            arrays = stored.get(f"layers/{group}/vars", {})
            layers.append(
                KerasLayer(one["class_name"], one["config"], [arrays[name][()] for name in sorted(arrays, key=int)])
            )
    compiled = document.get("compile_config") or {}
    return _model(layers, _loss_name(compiled.get("loss")), *_optimiser(compiled.get("optimizer")))


def read_h5(path: Path) -> LibraryModel:
    """Read an ``.h5`` file with a whole model.

    Raises
    ------
    ModelError
        If it holds weights alone, or is anything but a chain of fully connected layers, or h5py is not installed.
    """
    h5py = imported("h5py", NAME)
    with h5py.File(path, "r") as stored:
        if "model_config" not in stored.attrs:
            found = QT_TRANSLATE_NOOP("model", "weights without the model they belong to")
            accepted = QT_TRANSLATE_NOOP("model", "a whole model: model.save('model.keras')")
            raise refusal(NAME, path.name, found, accepted)
        document = json.loads(stored.attrs["model_config"])
        _check_sequential(str(document.get("class_name")))
        layers = []
        for one in document["config"]["layers"]:
            group = stored["model_weights"].get(one["config"]["name"], {})
            names = group.attrs["weight_names"] if group else ()
            arrays = [group[name if isinstance(name, str) else name.decode()][()] for name in names]
            layers.append(KerasLayer(one["class_name"], one["config"], arrays))
        compiled = json.loads(stored.attrs.get("training_config", "{}"))
    return _model(layers, _loss_name(compiled.get("loss")), *_optimiser(compiled.get("optimizer_config")))


def _check_sequential(kind: str) -> None:
    if kind != "Sequential":
        found = filled(QT_TRANSLATE_NOOP("model", "a model of the kind {kind}"), kind=kind)
        raise refusal(NAME, "", found, "Sequential")


def _group_name(kind: str, counts: dict[str, int]) -> str:
    """Return the name under which a `.keras` file has a layer: its class in snake case, numbered from the second on."""
    signs = [
        "_" + sign.lower() if sign.isupper() and n and not (kind[n - 1].isupper() and kind[n:].isupper()) else sign
        for n, sign in enumerate(kind)
    ]
    name = "".join(signs).lower()
    count = counts[name] = counts.get(name, -1) + 1
    return f"{name}_{count}" if count else name


def _model(layers: Iterable[KerasLayer], loss: str | None, optimiser: str, rate: float | None) -> LibraryModel:
    chain, penalties = LayerChain(NAME), []
    for layer in layers:
        if layer.kind == "Dense":
            kernel, *bias = layer.arrays
            chain.add_layer(layer.name, kernel.T, bias[0] if bias else None)
            penalties.append(layer.config.get("kernel_regularizer"))
            activation = layer.config.get("activation") or "linear"
            if _name(activation) != "linear":
                chain.add_activation(layer.name, _name(activation), _number(_name(activation), {}))
        elif layer.kind in ("Activation", "ReLU", "LeakyReLU", "ELU", "Softmax"):
            _add_activation(chain, layer)
        elif layer.kind not in _NOTHING_HERE:
            chain.refuse(layer.name, layer.kind)
    chain.check()
    penalty, notes = _penalty(penalties)
    kind = {"adam": "adam-hat"}.get(optimiser.lower(), "gradient-descent")
    return LibraryModel(
        library=NAME,
        weights=tuple(chain.weights),
        biases=tuple(chain.biases),
        activations=chain.activations,
        loss=loss,
        optimiser=OptimiserSpec() if rate is None else OptimiserSpec(kind, rate),
        penalty=penalty,
        convention="rows",
        notes=notes,
    )


def _add_activation(chain: LayerChain, layer: KerasLayer) -> None:
    kind = _name(layer.config["activation"]) if layer.kind == "Activation" else layer.kind
    if layer.kind == "ReLU" and (layer.config.get("max_value") or layer.config.get("threshold")):
        chain.refuse(layer.name, "ReLU(max_value, threshold)")
    if layer.kind == "ReLU" and layer.config.get("negative_slope"):
        kind = "LeakyReLU"
    chain.add_activation(layer.name, kind, _number(kind, layer.config))


def _number(kind: str, config: Mapping[str, Any]) -> float | None:
    usual = {"LeakyReLU": 0.3, "leaky_relu": 0.2}.get(kind)  # as a layer, and as a function
    return next((float(config[name]) for name in _NUMBERS.get(kind, ()) if name in config), usual)


def _name(given: Any) -> str:
    """Return the name in what a file or an object has: ``"relu"``, or ``{"class_name": "Relu", …}``."""
    if isinstance(given, Mapping):
        inner = given.get("config")
        return inner if isinstance(inner, str) else str(given.get("class_name"))
    return given if isinstance(given, str) else getattr(given, "__name__", type(given).__name__)


def _loss_name(given: Any) -> str | None:
    """Return the loss of a compiled model by a name that says whether it reads logits."""
    if not given or isinstance(given, list | tuple):
        return None
    config = given.get("config") if isinstance(given, Mapping) else None
    if config is None and callable(getattr(given, "get_config", None)):
        config = given.get_config()
    name = _name(given)
    if isinstance(config, Mapping) and config.get("from_logits"):
        return _OF_LOGITS.get(name.lower().replace("_", ""), name)
    return name


def _optimiser(document: Any) -> tuple[str, float | None]:
    """Return the name and the learning rate of what a file calls its optimiser."""
    if not isinstance(document, Mapping):
        return "", None
    rate = document.get("config", {}).get("learning_rate")
    return str(document.get("class_name")), float(rate) if isinstance(rate, int | float) else None


def _penalty(documents: Sequence[Any]) -> tuple[PenaltySpec, tuple[str, ...]]:
    """Return the penalty that all kernels have, or none and a note where they differ."""
    rates = {_rate(one) for one in documents}
    if rates == {0.0}:
        return PenaltySpec(), ()
    if len(rates) == 1 and None not in rates:
        return PenaltySpec("l2-unhalved", rates.pop() or 0.0), ()
    return PenaltySpec(), (
        QT_TRANSLATE_NOOP("model", "the regularisers of the layers differ, or are not L2: they are left out"),
    )


def _rate(document: Any) -> float | None:
    """Return λ of a kernel's L2; 0 without a regulariser, None for another one."""
    if document is None:
        return 0.0
    config = document.get("config") if isinstance(document, Mapping) else document.get_config()
    kind = _name(document).lower()
    return float(config["l2"]) if kind == "l2" and isinstance(config, Mapping) and "l2" in config else None
