# ruff: noqa: N806 - the symbols of the field
"""The gradient of a recognised network, by the chain rule, and whether parameter changes are a multiple of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.recognition.network import ForwardPass, Layer, Loss, Recognition

TOLERANCE = 1e-6
"""Relative: what is closer than this to a multiple of the gradient is one."""


@dataclass(frozen=True, eq=False)
class Gradient:
    """δ of each layer and the gradients of the parameters, in nnviz's convention."""

    deltas: tuple[Array, ...]
    parameters: Mapping[str, Array]


def output_delta(one: ForwardPass, kind: str, factor: float = 1.0) -> Array:
    """Return ∂L/∂Z of the output layer for a loss.

    Raises
    ------
    ValueError
        If the loss is unknown, or no targets were found.
    """
    if one.Y is None:
        raise ValueError("no targets")
    layer = one.layers[-1]
    A, Y = layer.A, one.Y
    with np.errstate(all="ignore"):
        if kind == "squared":
            pulled = layer.activation.pull(2 * (A - Y), layer.Z, A)
        elif kind == "absolute":
            pulled = layer.activation.pull(np.sign(A - Y), layer.Z, A)
        elif kind == "bce":
            # With σ the factors a(1 − a) cancel; a division would lose digits.
            if layer.activation.name == "sigmoid":
                pulled = A - Y
            else:
                pulled = layer.activation.pull((A - Y) / (A * (1 - A)), layer.Z, A)
        elif kind == "cce":
            if layer.activation.name == "softmax":
                pulled = A * Y.sum(axis=0, keepdims=True) - Y
            else:
                pulled = layer.activation.pull(-Y / A, layer.Z, A)
        else:
            raise ValueError(kind)
    return factor * pulled


def hidden_delta(above: Layer, delta: Array, layer: Layer) -> Array:
    """Return δ of a layer from δ of the layer above."""
    return layer.activation.pull(errors_below(above, delta), layer.Z, layer.A)


def errors_below(above: Layer, delta: Array) -> Array:
    """Return ∂L/∂A of the layer below, Wᵀ·δ, without the row of a folded bias."""
    weights = above.W
    if above.ones is not None:
        weights = weights[:, 1:] if above.ones == 0 else weights[:, :-1]
    return weights.T @ delta


def gradient_of(one: ForwardPass, kind: str, factor: float = 1.0) -> Gradient:
    """Return the gradient of a loss for one forward pass."""
    delta = output_delta(one, kind, factor)
    deltas = [delta]
    for above, layer in zip(one.layers[:0:-1], one.layers[-2::-1], strict=True):
        delta = hidden_delta(above, delta, layer)
        deltas.append(delta)
    deltas.reverse()
    found: dict[str, Array] = {}
    for number, (layer, d) in enumerate(zip(one.layers, deltas, strict=True), start=1):
        found[f"W{number}"] = d @ layer.I.T
        if layer.b is not None:
            found[f"b{number}"] = d.sum(axis=1, keepdims=True)
    return Gradient(tuple(deltas), found)


def group_gradient(group: Sequence[ForwardPass], loss: Loss) -> dict[str, Array]:
    """Return the gradient of a loss, its penalty included, summed over forward passes."""
    total: dict[str, Array] = {}
    for one in group:
        for name, array in gradient_of(one, loss.kind, loss.factor).parameters.items():
            total[name] = total[name] + array if name in total else array
    if loss.penalty:
        for number, layer in enumerate(group[0].layers, start=1):
            total[f"W{number}"] = total[f"W{number}"] + 2 * loss.penalty * layer.W
    return total


def with_shared_biases(recognition: Recognition, gradient: Mapping[str, Array]) -> dict[str, Array]:
    """Return gradients in which the one bias of a layer has the sum over its units."""
    shared = {name for name, parameter in recognition.parameters.items() if parameter.states[0].size == 1}
    return {
        name: np.full_like(array, array.sum()) if name in shared and name[0] == "b" else array
        for name, array in gradient.items()
    }


def canonical_parameter(recognition: Recognition, symbol: str, array: Array) -> Array:
    """Return a parameter of theirs as (units × inputs) or (units × 1)."""
    layer = recognition.first.layers[int(symbol[1:]) - 1]
    if symbol[0] == "W":
        if array.size != layer.W.size:
            return array
        if array.ndim != 2:
            return array.reshape(layer.W.shape)
        return array.T if layer.turned else array
    if array.size == 1:
        return np.full((layer.W.shape[0], 1), array.ravel()[0])
    return array.reshape(-1, 1) if array.size == layer.W.shape[0] else array


def changes(recognition: Recognition, update: int) -> dict[str, Array]:
    """Return how each parameter changed in an update."""
    found = {}
    for symbol, parameter in recognition.parameters.items():
        if update + 1 < len(parameter.states):
            before = canonical_parameter(recognition, symbol, parameter.states[update])
            after = canonical_parameter(recognition, symbol, parameter.states[update + 1])
            found[symbol] = after - before if before.shape == after.shape else np.full(before.shape, np.nan)
    return found


@dataclass(frozen=True)
class Fit:
    """How well one array is a multiple of another.

    Attributes
    ----------
    ratio
        The multiple.
    error
        What is left, relative to the array.
    allowed
        How much of it rounding may leave.
    """

    ratio: float
    error: float
    allowed: float = TOLERANCE

    @property
    def fits(self) -> bool:
        """Whether it is a multiple."""
        return self.error <= self.allowed


def fit(array: Array, base: Array) -> Fit | None:
    """Fit an array as a multiple of another of the same shape; None where the other is zero."""
    if array.shape != base.shape:
        return Fit(0.0, float("inf"))
    square = float((base * base).sum())
    if not np.isfinite(square) or not np.all(np.isfinite(array)):
        return Fit(0.0, float("inf"))
    size = float(np.sqrt((array * array).sum()))
    if square == 0:
        return None if size == 0 else Fit(0.0, float("inf"))
    ratio = float((array * base).sum() / square)
    if size == 0:
        return Fit(0.0, 0.0)
    left = float(np.sqrt(((array - ratio * base) ** 2).sum()))
    return Fit(ratio, left / size)
