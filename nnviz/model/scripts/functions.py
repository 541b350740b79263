"""Activations, their slopes and losses in numpy, as a script has them. One row each; a test compares all of them.

An activation's text is in terms of ``z``, its slope's of what the row's slope reads, ``z`` or ``a``; ``{number}`` is
the number of one that has a number. A loss's is in terms of ``a`` or ``z``, and ``y``: each output's share.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.scripts.numpy_source import function_name, loss_function_name

_NORMAL: Final = "np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2"
_TANH: Final = "np.tanh(math.sqrt(2 / math.pi) * (z + 0.044715 * z**3))"

_ACTIVATIONS: Final[Mapping[str, tuple[str, str | None]]] = MappingProxyType(
    {
        "identity": ("z", "np.ones_like(z)"),
        "sigmoid": ("1 / (1 + np.exp(-z))", "a * (1 - a)"),
        "tanh": ("np.tanh(z)", "1 - a * a"),
        "relu": ("np.maximum(z, 0)", "(z > 0).astype(float)"),
        "leaky-relu": ("np.maximum({number} * z, z)", "np.where(z > 0, 1.0, {number})"),
        "elu": (
            "np.where(z > 0, z, {number} * np.expm1(np.minimum(z, 0)))",
            "np.where(z > 0, 1, {number} * np.exp(np.minimum(z, 0)))",
        ),
        "softplus": ("np.logaddexp(0, z)", "1 / (1 + np.exp(-z))"),
        "bipolar-sigmoid": ("np.tanh(z / 2)", "(1 - a * a) / 2"),
        "swish": ("z / (1 + np.exp(-z))", "(1 + z / (1 + np.exp(z))) / (1 + np.exp(-z))"),
        "gelu": (f"z * {_NORMAL}", f"{_NORMAL} + z * np.exp(-z * z / 2) / math.sqrt(2 * math.pi)"),
        "gelu-tanh": (
            f"0.5 * z * (1 + {_TANH})",
            f"0.5 * (1 + {_TANH}) + 0.5 * z * (1 - {_TANH} ** 2) * math.sqrt(2 / math.pi) * (1 + 3 * 0.044715 * z**2)",
        ),
        "softmax": ("np.exp(z - z.max(axis=0)) / np.exp(z - z.max(axis=0)).sum(axis=0)", None),
    }
)

_LOSSES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "half_squared": "(a - y) ** 2 / 2",
        "squared": "(a - y) ** 2",
        "mean_squared": "(a - y) ** 2 / len(a)",
        "half_mean_squared": "(a - y) ** 2 / 2 / len(a)",
        "absolute": "np.abs(a - y)",
        "mean_absolute": "np.abs(a - y) / len(a)",
        "binary_cross_entropy": "-(np.where(y == 0, 0, y * np.log(a)) + np.where(y == 1, 0, (1 - y) * np.log1p(-a)))",
        "binary_cross_entropy_of_logits": "np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))",
        "categorical_cross_entropy": "-np.where(y == 0, 0, y * np.log(a))",
        "categorical_cross_entropy_of_logits": (
            "y * (np.log(np.exp(z - z.max(axis=0)).sum(axis=0)) - (z - z.max(axis=0)))"
        ),
        "hinge": "np.maximum(0, 1 - y * a)",
    }
)

QUOTIENT: Final = '''def quotient(above, below, at_zero):
    """Return above / below, and the limit where both are 0."""
    with np.errstate(invalid="ignore"):
        return np.where((above == 0) & (below == 0), at_zero, above / below)
'''


def activation_source(activation: str, *, slope: bool) -> str:
    """Return the function of an activation, or of its slope."""
    row = ACTIVATIONS[activation]
    texts = _ACTIVATIONS[row.family or activation]
    name, number = function_name(activation), "" if row.number is None else f"{row.number:.12g}"
    if not slope:
        return f"def {name}(z):\n    return {texts[0].format(number=number)}\n"
    if texts[1] is None:
        raise TypeError(f"{activation} has no element-wise derivative")
    return f"def {name}_slope({row.slope_reads.lower()}):\n    return {texts[1].format(number=number)}\n"


def loss_source(loss: str, *, from_logits: bool) -> str:
    """Return the function of a loss: each output's share of each sample's."""
    name = loss_function_name(loss, from_logits=from_logits)
    return f"def {name}({'z' if from_logits else 'a'}, y):\n    return {_LOSSES[name]}\n"
