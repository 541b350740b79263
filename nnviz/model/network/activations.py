"""Activation functions, one row each.

A row is a function, its derivative in terms of A or Z, and their formulas as text. To add an activation, write its two
functions and add a row to `_ROWS`: scenarios, the Setup panel, both engines and the tests find it. A function of
numpy's universal functions, written with `out` as here or as ``out[...] = …``, is fast in both engines; any other works
too, and is run by numpy (see `recorded_function`). Rows with a number of their own are in `activations_with_number`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.network.activation import Activation
from nnviz.model.network.activations_with_number import LEAK, ActivationTable, elu, leaky_relu
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

_GELU, _CUBIC = math.sqrt(2.0 / math.pi), 0.044715
"""Numbers of Hendrycks and Gimpel's approximation, 2016."""


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


def _softplus(z: Array, out: Array) -> None:
    np.logaddexp(0.0, z, out)


def _bipolar_sigmoid(z: Array, out: Array) -> None:
    np.multiply(z, 0.5, out)
    np.tanh(out, out)


def _bipolar_sigmoid_slope(a: Array, out: Array) -> None:
    _tanh_slope(a, out)
    np.multiply(out, 0.5, out)


def _swish(z: Array, out: Array) -> None:
    _sigmoid(z, out)
    np.multiply(z, out, out)


def _swish_slope(z: Array, out: Array) -> None:
    s = 1.0 / (1.0 + np.exp(-z))
    out[...] = s + (z * s) * (1.0 - s)


def _gelu_tanh(z: Array, out: Array) -> None:
    out[...] = 0.5 * z * (1.0 + np.tanh(_GELU * (z + _CUBIC * (z * z * z))))


def _gelu_tanh_slope(z: Array, out: Array) -> None:
    # From 30 on the tanh is 1, and its slope 0: held there, z² never overflows.
    w = np.minimum(np.maximum(z, -30.0), 30.0)
    t = np.tanh(_GELU * (w + _CUBIC * (w * w * w)))
    out[...] = 0.5 * (1.0 + t) + 0.5 * w * (1.0 - t * t) * (_GELU * (1.0 + 3.0 * _CUBIC * (w * w)))


def _normal_below(x: float) -> float:
    return 0.5 * math.erfc(-x / math.sqrt(2.0))


_NORMAL_BELOW = np.frompyfunc(_normal_below, 1, 1)
"""Φ(z), the share of a standard normal distribution below z, to the last digits on either side: numpy has no erf."""


def _gelu(z: Array, out: Array) -> None:
    _NORMAL_BELOW(z, out=out, casting="unsafe")
    np.multiply(z, out, out)


def _gelu_slope(z: Array, out: Array) -> None:
    _NORMAL_BELOW(z, out=out, casting="unsafe")
    out[...] = out + z * (np.exp(-0.5 * (z * z)) / math.sqrt(2.0 * math.pi))


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
    leaky_relu(LEAK),
    elu(1.0),
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
        name="bipolar-sigmoid",
        title=QT_TRANSLATE_NOOP("model", "bipolar sigmoid"),
        sign="bipolar",
        formula="2 / (1 + e^−z) − 1",
        slope_formula="(1 − a²) / 2",
        slope_reads="A",
        function=_bipolar_sigmoid,
        slope=_bipolar_sigmoid_slope,
        value_range=(-1.0, 1.0),
    ),
    Activation(
        name="swish",
        title=QT_TRANSLATE_NOOP("model", "swish (SiLU)"),
        sign="swish",
        formula="z · σ(z)",
        slope_formula="σ(z) + z · σ(z) · (1 − σ(z))",
        slope_reads="Z",
        function=_swish,
        slope=_swish_slope,
    ),
    Activation(
        name="gelu",
        title=QT_TRANSLATE_NOOP("model", "GELU"),
        sign="GELU",
        formula="z · Φ(z)",
        slope_formula="Φ(z) + z · φ(z)",
        slope_reads="Z",
        function=_gelu,
        slope=_gelu_slope,
    ),
    Activation(
        name="gelu-tanh",
        title=QT_TRANSLATE_NOOP("model", "GELU with tanh"),
        sign="GELU",
        formula="½ z · (1 + tanh(√(2/π) · (z + 0.044715 · z³)))",
        slope_formula="½ (1 + t + z · (1 − t²) · √(2/π) · (1 + 0.134145 · z²)), t = tanh(√(2/π) · (z + 0.044715 · z³))",
        slope_reads="Z",
        function=_gelu_tanh,
        slope=_gelu_tanh_slope,
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

ACTIVATIONS: Mapping[str, Activation] = ActivationTable({row.name: row for row in _ROWS})
