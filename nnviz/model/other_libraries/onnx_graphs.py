"""ONNX graphs: a chain of Gemm, or MatMul and Add, and activations."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.other_libraries.layer_chain import LayerChain
from nnviz.model.other_libraries.library_model import LibraryModel, refusal
from nnviz.model.other_libraries.needed_packages import imported
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

NAME: Final = "ONNX"

_ACTIVATIONS: Final = {
    "Relu": "relu",
    "Tanh": "tanh",
    "Sigmoid": "sigmoid",
    "Softplus": "softplus",
    "Softmax": "softmax",
    "LogSoftmax": "log-softmax",
    "LeakyRelu": "leaky-relu",
    "Elu": "elu",
    "Gelu": "gelu",
    "Swish": "swish",
}
_NUMBERS: Final = {"LeakyRelu": 0.01, "Elu": 1.0}
"""Operator → its α where the graph does not say."""

_NOTHING_HERE: Final = {"Identity", "Flatten", "Dropout", "Cast"}
_CHAINS: Final = QT_TRANSLATE_NOOP("model", "a chain of Gemm, or MatMul and Add, and activations")


def read_onnx(path: Path) -> LibraryModel:
    """Read an ``.onnx`` file.

    Raises
    ------
    ModelError
        If it is anything but a chain of fully connected layers, or the package onnx is not installed.
    """
    onnx = imported("onnx", NAME)
    try:
        graph = onnx.load(path).graph
    except (KeyboardInterrupt, GeneratorExit):
        raise
    except Exception as error:  # noqa: BLE001 - what protobuf raises has no class of its own here
        found = filled(QT_TRANSLATE_NOOP("model", "a file that cannot be read ({error})"), error=error)
        raise refusal(NAME, path.name, found, _CHAINS) from None
    return _Reading(graph, onnx.numpy_helper.to_array, onnx.helper.get_attribute_value).model()


class _Reading:
    def __init__(self, graph: Any, to_array: Any, value_of: Any) -> None:
        self._graph = graph
        self._value_of = value_of
        self._arrays: dict[str, Array] = {one.name: to_array(one) for one in graph.initializer}
        for node in graph.node:
            if node.op_type == "Constant":
                self._arrays[node.output[0]] = to_array(self._settings(node)["value"])

    def model(self) -> LibraryModel:
        chain, before = LayerChain(NAME), None
        for node in self._graph.node:
            if node.op_type == "Constant":
                continue
            read = [name for name in node.input if name and name not in self._arrays]
            if len(read) != 1 or before not in (None, read[0]):
                found = filled(QT_TRANSLATE_NOOP("model", "{name}, which reads something else"), name=node.op_type)
                raise refusal(NAME, node.name or node.op_type, found, _CHAINS)
            self._add(chain, node, node.name or node.op_type)
            before = node.output[0]
        chain.check()
        return LibraryModel(
            library=NAME, weights=tuple(chain.weights), biases=tuple(chain.biases), activations=chain.activations
        )

    def _settings(self, node: Any) -> dict[str, Any]:
        return {one.name: self._value_of(one) for one in node.attribute}

    def _array(self, node: Any, number: int, where: str) -> Array:
        if len(node.input) <= number or node.input[number] not in self._arrays:
            found = QT_TRANSLATE_NOOP("model", "a product of two computed arrays")
            raise refusal(NAME, where, found, _CHAINS)
        return self._arrays[node.input[number]].astype(np.float64)

    def _add(self, chain: LayerChain, node: Any, where: str) -> None:
        kind, settings = node.op_type, self._settings(node)
        if kind == "Gemm":
            if settings.get("transA"):
                chain.refuse(where, "Gemm(transA)")
            matrix = self._array(node, 1, where) * settings.get("alpha", 1.0)
            bias = self._array(node, 2, where) * settings.get("beta", 1.0) if len(node.input) > 2 else None
            chain.add_layer(where, matrix if settings.get("transB") else matrix.T, bias)
        elif kind == "MatMul":
            chain.add_layer(where, self._array(node, 1, where).T, None)
        elif kind == "Add":
            number = 1 if node.input[1] in self._arrays else 0
            chain.add_bias(where, self._array(node, number, where))
        elif kind in _ACTIVATIONS:
            alpha = settings.get("alpha", _NUMBERS[kind]) if kind in _NUMBERS else None
            # ONNX stores 32 bits: 0.3 is 0.30000001192092896 there, of which seven digits count.
            name = "gelu-tanh" if kind == "Gelu" and settings.get("approximate") == b"tanh" else _ACTIVATIONS[kind]
            chain.add_activation(where, name, None if alpha is None else float(f"{alpha:.7g}"))
        elif kind not in _NOTHING_HERE and not (kind in ("Reshape", "Transpose") and not chain.weights):
            chain.refuse(where, kind)
