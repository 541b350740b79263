"""Activations by value: which known function gives these numbers from those.

Arrays are ``(units, samples)``. A row has the function and, as a vector–Jacobian product, its derivative:
``pull(g, z, a)`` is ∂L/∂Z for ∂L/∂A = g.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.network.activations_with_number import named_with


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


def _of_row(name: str, in_a: str = "", in_z: str = "", *, sign: str | None = None) -> ActivationValue:
    """Return a row of nnviz's own activations, with its slope as people write it."""
    row = ACTIVATIONS[name]

    def function(z: Array) -> Array:
        out = np.empty_like(z, dtype=np.float64)
        with np.errstate(all="ignore"):
            row.function(z, out)
        return out

    def slope(z: Array, a: Array) -> Array:
        out = np.empty_like(z, dtype=np.float64)
        assert row.slope is not None  # it is asked for only where there is one
        with np.errstate(all="ignore"):
            row.slope(a if row.slope_reads == "A" else z, out)
        return out

    sign = row.sign if sign is None else sign
    return ActivationValue(row.family or name, sign, function, None if row.couples_units else slope, in_a, in_z)


IDENTITY: Final = _of_row("identity", "1", "1", sign="")
SIGMOID: Final = _of_row("sigmoid", "a·(1 − a)", "σ(z)·(1 − σ(z))")
TANH: Final = _of_row("tanh", "1 − a²", "1 − tanh(z)²")
RELU: Final = _of_row("relu", "[a > 0]", "[z > 0]")
SOFTMAX: Final = _of_row("softmax")
sigmoid: Final = SIGMOID.function
softmax: Final = SOFTMAX.function

_SIMPLE: Final = (
    SIGMOID,
    TANH,
    RELU,
    _of_row("softplus", "", "σ(z)"),
    _of_row("bipolar-sigmoid", "(1 − a²)/2", "", sign="σ±"),
    _of_row("elu", "1 or a + 1", "1 or e^z"),
    _of_row("swish", "a + σ(z)·(1 − a)", ""),
    replace(_of_row("gelu-tanh"), name="gelu", sign="GELU"),
    _of_row("gelu"),
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
    return _of_row(named_with("leaky-relu", leak), slope, slope)


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
    # Most functions differ in the first cell already: numpy takes fifty times as long for all of them.
    if two.size and abs(one.flat[0] - two.flat[0]) > tolerance * (abs(two.flat[0]) + 1e-3):
        return False
    return bool(np.allclose(one, two, rtol=tolerance, atol=tolerance * 1e-3))
