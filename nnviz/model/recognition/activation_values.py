"""Activations by value: which known function gives these numbers from those.

Arrays are ``(units, samples)``. A row has the function and, as a vector–Jacobian product, its derivative:
``pull(g, z, a)`` is ∂L/∂Z for ∂L/∂A = g.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array


@dataclass(frozen=True)
class ActivationValue:
    """A function found in a person's numbers.

    Attributes
    ----------
    name
        As the rows of `nnviz.model.network.activations` have it, or the function's usual name.
    sign
        How it is written in an equation.
    function
        ``function(z)``.
    slope
        ``slope(z, a)``, element by element; None where units depend on each other.
    in_a
        The slope as people write it in terms of a, for a hint; empty where it is not usual.
    in_z
        The same in terms of z.
    """

    name: str
    sign: str
    function: Callable[[Array], Array]
    slope: Callable[[Array, Array], Array] | None
    in_a: str = ""
    in_z: str = ""

    def pull(self, gradient: Array, z: Array, a: Array) -> Array:
        """Return ∂L/∂Z for a given ∂L/∂A."""
        if self.slope is not None:
            return gradient * self.slope(z, a)
        pulled: Array = a * (gradient - (gradient * a).sum(axis=0, keepdims=True))
        return pulled


def sigmoid(z: Array) -> Array:
    """Return 1 / (1 + e^−z)."""
    with np.errstate(over="ignore"):
        squashed: Array = 1.0 / (1.0 + np.exp(-z))
    return squashed


def softmax(z: Array) -> Array:
    """Return softmax over the units."""
    powers: Array = np.exp(z - z.max(axis=0, keepdims=True))
    shares: Array = powers / powers.sum(axis=0, keepdims=True)
    return shares


def _normal(z: Array) -> Array:
    found: Array = np.vectorize(lambda x: 0.5 * (1.0 + math.erf(x / math.sqrt(2.0))), otypes=[float])(z)
    return found


def _gelu_tanh(z: Array) -> Array:
    return 0.5 * z * (1.0 + np.tanh(math.sqrt(2.0 / math.pi) * (z + 0.044715 * z**3)))


def _gelu_tanh_slope(z: Array, a: Array) -> Array:
    inner = math.sqrt(2.0 / math.pi) * (z + 0.044715 * z**3)
    t: Array = np.tanh(inner)
    slope: Array = 0.5 * (1 + t) + 0.5 * z * (1 - t * t) * math.sqrt(2.0 / math.pi) * (1 + 3 * 0.044715 * z**2)
    return slope


def _elu(z: Array) -> Array:
    return np.where(z > 0, z, np.expm1(np.minimum(z, 0.0)))


IDENTITY: Final = ActivationValue("identity", "", lambda z: z, lambda z, a: np.ones_like(z), "1", "1")
SIGMOID: Final = ActivationValue("sigmoid", "σ", sigmoid, lambda z, a: a * (1 - a), "a·(1 − a)", "σ(z)·(1 − σ(z))")
TANH: Final = ActivationValue("tanh", "tanh", np.tanh, lambda z, a: 1 - a * a, "1 − a²", "1 − tanh(z)²")
RELU: Final = ActivationValue(
    "relu", "ReLU", lambda z: np.maximum(z, 0), lambda z, a: (z > 0).astype(np.float64), "[a > 0]", "[z > 0]"
)
SOFTMAX: Final = ActivationValue("softmax", "softmax", softmax, None)

_SIMPLE: Final = (
    SIGMOID,
    TANH,
    RELU,
    ActivationValue("softplus", "softplus", lambda z: np.logaddexp(0.0, z), lambda z, a: sigmoid(z), "", "σ(z)"),
    ActivationValue(
        "bipolar-sigmoid", "σ±", lambda z: 2 * sigmoid(z) - 1, lambda z, a: (1 - a * a) / 2, "(1 − a²)/2", ""
    ),
    ActivationValue("elu", "ELU", _elu, lambda z, a: np.where(z > 0, 1.0, a + 1.0), "1 or a + 1", "1 or e^z"),
    ActivationValue(
        "swish",
        "swish",
        lambda z: z * sigmoid(z),
        lambda z, a: a + sigmoid(z) * (1 - a),
        "a + σ(z)·(1 − a)",
        "",
    ),
    ActivationValue("gelu", "GELU", _gelu_tanh, _gelu_tanh_slope),
    ActivationValue(
        "gelu",
        "GELU",
        lambda z: z * _normal(z),
        lambda z, a: _normal(z) + z * np.exp(-z * z / 2) / math.sqrt(2 * math.pi),
    ),
    ActivationValue(
        "lecun-tanh",
        "1.7159·tanh(⅔z)",
        lambda z: 1.7159 * np.tanh(2 * z / 3),
        lambda z, a: 1.7159 * 2 / 3 * (1 - np.tanh(2 * z / 3) ** 2),
    ),
    ActivationValue("arctan", "arctan", np.arctan, lambda z, a: 1 / (1 + z * z), "", "1/(1 + z²)"),
    ActivationValue("sin", "sin", np.sin, lambda z, a: np.cos(z), "", "cos(z)"),
    ActivationValue("square", "z²", np.square, lambda z, a: 2 * z, "", "2z"),
    ActivationValue("gauss", "e^−z²", lambda z: np.exp(-z * z), lambda z, a: -2 * z * a, "", ""),
    ActivationValue(
        "softsign", "softsign", lambda z: z / (1 + np.abs(z)), lambda z, a: 1 / (1 + np.abs(z)) ** 2, "", ""
    ),
    ActivationValue(
        "hard-sigmoid",
        "hard σ",
        lambda z: np.clip(0.2 * z + 0.5, 0, 1),
        lambda z, a: np.where((a > 0) & (a < 1), 0.2, 0.0),
    ),
    ActivationValue("exp", "exp", np.exp, lambda z, a: a, "a", "e^z"),
)

BY_NAME: Final = {row.name: row for row in (IDENTITY, SOFTMAX, *_SIMPLE[::-1])}


def leaky_relu(leak: float) -> ActivationValue:
    """Return leaky ReLU with a slope below zero."""
    slope = f"1 if z > 0 else {leak:g}"
    return ActivationValue(
        "leaky-relu",
        "LReLU",
        lambda z: np.where(z > 0, z, leak * z),
        lambda z, a: np.where(z > 0, 1.0, leak),
        slope,
        slope,
    )


def activations_between(z: Array, a: Array, tolerance: float) -> Iterator[ActivationValue]:
    """Yield the known functions that give `a` from `z`, the usual ones first."""
    if z.shape != a.shape or not np.all(np.isfinite(z)):
        return
    for row in (*_SIMPLE[:3], SOFTMAX, IDENTITY, *_SIMPLE[3:]):
        if row is SOFTMAX and len(z) == 1:
            continue
        with np.errstate(all="ignore"):
            if _close(row.function(z), a, tolerance):
                yield row
    below = (z < 0) & (np.abs(z) > 1e-12)
    if below.any():
        ratios = a[below] / z[below]
        leak = float(np.median(ratios))
        if 0 < leak < 0.9 and _close(np.where(z > 0, z, leak * z), a, tolerance):
            yield leaky_relu(float(f"{leak:.6g}"))


def _close(one: Array, two: Array, tolerance: float) -> bool:
    return bool(np.allclose(one, two, rtol=tolerance, atol=tolerance * 1e-3))
