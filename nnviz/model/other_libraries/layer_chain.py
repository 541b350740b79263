"""Layers and activations in the order in which a library names them, made into a model."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.network.activations_with_number import FAMILIES, named_with
from nnviz.model.other_libraries.foreign_names import find_activation
from nnviz.model.other_libraries.library_model import refusal
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

_LAYERS: Final = QT_TRANSLATE_NOOP("model", "fully connected layers, each with at most one activation after it")


class LayerChain:
    """Collects fully connected layers and the activations between them.

    Parameters
    ----------
    library
        Its name, for people.
    """

    def __init__(self, library: str) -> None:
        self.library = library
        self.weights: list[Array] = []
        self.biases: list[Array | None] = []
        self._activations: list[str | None] = []

    @property
    def activations(self) -> tuple[str, ...]:
        """The layers' activations; the identity where none was named."""
        return tuple(name or "identity" for name in self._activations)

    def add_layer(self, where: str, weights: Any, bias: Any | None) -> None:
        """Add a layer.

        Parameters
        ----------
        where
            What the library calls it.
        weights
            (units × inputs).
        bias
            Flat; None for a layer without.

        Raises
        ------
        ModelError
            If it does not fit onto the layer before.
        """
        matrix = np.array(weights, dtype=np.float64)
        if matrix.ndim != 2 or not matrix.size:
            raise refusal(
                self.library,
                where,
                filled(QT_TRANSLATE_NOOP("model", "weights of shape {shape}"), shape=matrix.shape),
                QT_TRANSLATE_NOOP("model", "a matrix"),
            )
        b = None if bias is None else np.array(bias, dtype=np.float64).reshape(-1)
        if b is not None and len(b) == 1 < len(matrix):
            b = np.repeat(b, len(matrix))
        if b is not None and len(b) != len(matrix):
            found = filled(
                QT_TRANSLATE_NOOP("model", "{count} biases for {units} units"), count=len(b), units=len(matrix)
            )
            raise refusal(self.library, where, found, QT_TRANSLATE_NOOP("model", "one for each unit"))
        if self.weights and len(self.weights[-1]) != matrix.shape[1]:
            found = filled(
                QT_TRANSLATE_NOOP("model", "{inputs} inputs after a layer of {units} units"),
                inputs=matrix.shape[1],
                units=len(self.weights[-1]),
            )
            raise refusal(self.library, where, found, _LAYERS)
        self.weights.append(matrix)
        self.biases.append(b)
        self._activations.append(None)

    def add_bias(self, where: str, bias: Any) -> None:
        """Add the bias that a library adds in a step of its own.

        Raises
        ------
        ModelError
            If no layer without a bias is before it.
        """
        if not self.weights or self.biases[-1] is not None or self._activations[-1] is not None:
            raise refusal(self.library, where, QT_TRANSLATE_NOOP("model", "a sum that is no layer's bias"), _LAYERS)
        matrix = self.weights.pop()
        self.biases.pop()
        self._activations.pop()
        self.add_layer(where, matrix, bias)

    def add_activation(self, where: str, name: str, number: float | None = None) -> None:
        """Add the activation of the layer before.

        Parameters
        ----------
        where
            What the library calls it.
        name
            The library's name, or ours.
        number
            A leak's slope, ELU's α.

        Raises
        ------
        ModelError
            If it is unknown here, or stands where nnviz has none.
        """
        found = find_activation(name)
        if found is not None and found in FAMILIES and number is not None:
            found = named_with(found, number) if FAMILIES[found].accepted.has(number) else None
        if found is None:
            told = name if number is None else f"{name}({number:.12g})"
            raise refusal(self.library, where, told, ", ".join(ACTIVATIONS))
        if not self.weights or self._activations[-1] is not None:
            if found == "identity":
                return
            told = filled(QT_TRANSLATE_NOOP("model", "{name}, which does not follow a layer"), name=name)
            raise refusal(self.library, where, told, _LAYERS)
        self._activations[-1] = found

    def refuse(self, where: str, kind: str) -> None:
        """Refuse a layer of a kind that nnviz does not have.

        Raises
        ------
        ModelError
            Always.
        """
        raise refusal(
            self.library, where, filled(QT_TRANSLATE_NOOP("model", "a layer of the kind {kind}"), kind=kind), _LAYERS
        )

    def check(self) -> None:
        """Refuse a chain without a layer.

        Raises
        ------
        ModelError
            If there is none.
        """
        if not self.weights:
            raise refusal(self.library, "", QT_TRANSLATE_NOOP("model", "no fully connected layer"), _LAYERS)
