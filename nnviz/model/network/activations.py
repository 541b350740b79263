"""Activation functions, one row each.

A row is a function, its derivative in terms of A or Z, and their formulas as text. To add an activation, write its two
functions and add a row to `_ROWS`: scenarios, the Setup panel, both engines and the tests find it. A function of
numpy's universal functions, written with `out` as here or as ``out[...] = …``, is fast in both engines; any other works
too, and is run by numpy (see `recorded_function`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

LEAK = 0.01
"""Slope of leaky ReLU for z < 0 (Maas, Hannun and Ng, 2013)."""


@dataclass(frozen=True, kw_only=True)
class Activation:
    """One activation function ``A = f(Z)``, element by element unless `couples_units`.

    Attributes
    ----------
    name
        Identifier in scenario files.
    title
        Name for people (English; translated by the views).
    sign
        How the function is written in a formula, as in ``σ(Z¹)``.
    formula
        The function written out, in terms of ``z``.
    slope_formula
        The derivative written out, in terms of ``a`` or ``z``, whichever `slope_reads` names.
    slope_reads
        Whether the derivative is computed from the activation ``A`` or from the weighted input ``Z``.
    function
        ``function(Z, out)`` fills `out`; both are ``(n_l, m)``. It runs with numpy's warnings off.
    slope
        ``slope(source, out)`` fills `out` with f′(Z); `source` is A or Z, as `slope_reads` names it. None if
        `couples_units`.
    value_range
        Limits of the function's values, for colour scales; None when unbounded on either side.
    couples_units
        Whether a unit's value depends on the other units of its layer, as softmax's does: then only the output layer
        may use it. The program knows softmax's derivative alone.
    bends_at_zero
        Whether the derivative jumps at z = 0.
    """

    name: str
    title: str
    sign: str
    formula: str
    slope_formula: str
    slope_reads: Literal["A", "Z"]
    function: Callable[[Array, Array], None]
    slope: Callable[[Array, Array], None] | None
    value_range: tuple[float, float] | None = None
    couples_units: bool = False
    bends_at_zero: bool = False


def _identity(z: Array, out: Array) -> None:
    np.copyto(out, z)


def _identity_slope(z: Array, out: Array) -> None:
    out.fill(1.0)


def _sigmoid(z: Array, out: Array) -> None:
    # exp(−z) may overflow to inf, whose reciprocal is the right limit, 0; the engine runs under
    # errstate(over="ignore").
    np.negative(z, out)
    np.exp(out, out)
    np.add(out, 1.0, out)
    np.reciprocal(out, out)


def _sigmoid_slope(a: Array, out: Array) -> None:
    np.subtract(1.0, a, out)
    np.multiply(out, a, out)


def _tanh(z: Array, out: Array) -> None:
    np.tanh(z, out)


def _tanh_slope(a: Array, out: Array) -> None:
    np.multiply(a, a, out)
    np.subtract(1.0, out, out)


def _relu(z: Array, out: Array) -> None:
    np.maximum(z, 0.0, out=out)


def _relu_slope(z: Array, out: Array) -> None:
    np.greater(z, 0.0, out, casting="unsafe")


def _leaky_relu(z: Array, out: Array) -> None:
    np.multiply(z, LEAK, out)
    np.maximum(z, out, out=out)


def _leaky_relu_slope(z: Array, out: Array) -> None:
    np.greater(z, 0.0, out, casting="unsafe")
    np.multiply(out, 1.0 - LEAK, out)
    np.add(out, LEAK, out)


def _softplus(z: Array, out: Array) -> None:
    np.logaddexp(0.0, z, out)


def _softmax(z: Array, out: Array) -> None:
    # Subtracting the column's maximum does not change the value, and keeps exp from overflowing.
    np.subtract(z, z.max(axis=0, keepdims=True), out)
    np.exp(out, out)
    np.divide(out, out.sum(axis=0, keepdims=True), out)


_ROWS = (
    Activation(
        name="identity",
        title=QT_TRANSLATE_NOOP("model", "identity"),
        sign="id",
        formula="z",
        slope_formula="1",
        slope_reads="Z",
        function=_identity,
        slope=_identity_slope,
    ),
    Activation(
        name="sigmoid",
        title=QT_TRANSLATE_NOOP("model", "sigmoid σ"),
        sign="σ",
        formula="1 / (1 + e^−z)",
        slope_formula="a · (1 − a)",
        slope_reads="A",
        function=_sigmoid,
        slope=_sigmoid_slope,
        value_range=(0.0, 1.0),
    ),
    Activation(
        name="tanh",
        title=QT_TRANSLATE_NOOP("model", "tanh"),
        sign="tanh",
        formula="tanh(z)",
        slope_formula="1 − a²",
        slope_reads="A",
        function=_tanh,
        slope=_tanh_slope,
        value_range=(-1.0, 1.0),
    ),
    Activation(
        name="relu",
        title=QT_TRANSLATE_NOOP("model", "ReLU"),
        sign="ReLU",
        formula="max(0, z)",
        slope_formula="[z > 0]",
        slope_reads="Z",
        function=_relu,
        slope=_relu_slope,
        bends_at_zero=True,
    ),
    Activation(
        name="leaky-relu",
        title=QT_TRANSLATE_NOOP("model", "leaky ReLU"),
        sign="LReLU",
        formula=f"max({LEAK}·z, z)",
        slope_formula=f"1 if z > 0 else {LEAK}",
        slope_reads="Z",
        function=_leaky_relu,
        slope=_leaky_relu_slope,
        bends_at_zero=True,
    ),
    Activation(
        name="softplus",
        title=QT_TRANSLATE_NOOP("model", "softplus"),
        sign="softplus",
        formula="ln(1 + e^z)",
        slope_formula="σ(z)",
        slope_reads="Z",
        function=_softplus,
        slope=_sigmoid,
    ),
    Activation(
        name="softmax",
        title=QT_TRANSLATE_NOOP("model", "softmax"),
        sign="softmax",
        formula="e^zᵢ / Σ e^zₖ",
        slope_formula="aᵢ · ([i = k] − aₖ)",
        slope_reads="A",
        function=_softmax,
        slope=None,
        value_range=(0.0, 1.0),
        couples_units=True,
    ),
)

ACTIVATIONS: Mapping[str, Activation] = MappingProxyType({row.name: row for row in _ROWS})
