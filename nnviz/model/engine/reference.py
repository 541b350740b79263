"""The value of an expression, computed plainly: one numpy operation for each node, nothing preallocated.

The checks use it to compute lines again without the calls that `numpy_calls` made for them, and to look at the parts of
a line one by one.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.program.expression import (
    Activate,
    Apply,
    Binary,
    Compare,
    Conditional,
    Constant,
    Either,
    Limit,
    LossValue,
    MatMul,
    Maximum,
    Node,
    Reduce,
    Reshape,
    Scalar,
    Slope,
    SomeSamples,
    Symbol,
    Transpose,
)
from nnviz.model.program.losses import LOSSES

_AXES = {"units": 0, "all": None}


def compute(node: Node, arrays: Mapping[str, Array], scalars: Mapping[str, float]) -> Array:
    """Return the value of an expression.

    Parameters
    ----------
    node
        The expression.
    arrays
        Symbol → 2-D array, at least of the symbols that the expression reads.
    scalars
        Named number → its value, ``m`` and ``n`` among them where the expression reads them.

    Returns
    -------
    ndarray
        2-D; of a plain number, 0-d.
    """
    match node:
        case Symbol(name):
            return arrays[name]
        case Scalar(name):
            return np.array(scalars[name])
        case Constant(number, _):
            return np.array(number)
        case Activate(activation, of):
            source = compute(of, arrays, scalars)
            out = np.empty(source.shape)
            ACTIVATIONS[activation].function(source, out)
            return out
        case Slope(activation, z, a):
            rule = ACTIVATIONS[activation]
            source = arrays[(a if rule.slope_reads == "A" else z).name]
            if rule.slope is None:
                raise TypeError(f"{activation} has no element-wise derivative")
            out = np.empty(source.shape)
            rule.slope(source, out)
            return out
        case Limit(quotient, at_zero):
            above, below, limit = (compute(part, arrays, scalars) for part in (quotient.left, quotient.right, at_zero))
            return np.where((above == 0.0) & (below == 0.0), limit, applied(quotient, above, below))
        case LossValue():
            losses = loss_cells(node, arrays)
            return np.array([[losses.sum() / (losses.shape[1] if node.reduction == "mean" else 1.0)]])
    return applied(node, *(compute(child, arrays, scalars) for child in node.children()))


def applied(node: Node, *parts: Array) -> Array:
    """Return the value of an operation on operands that have been computed."""
    match node:
        case Transpose():
            return parts[0].T
        case Reshape():
            return parts[0].reshape(parts[0].shape[::-1])
        case SomeSamples("last", _):
            return parts[0][:, -1:]
        case SomeSamples():
            return parts[0][:, :-1]
        case MatMul():
            return np.asarray(np.dot(*parts))
        case Binary("+"):
            return np.asarray(parts[0] + parts[1])
        case Binary("-"):
            return np.asarray(parts[0] - parts[1])
        case Binary("*"):
            return np.asarray(parts[0] * parts[1])
        case Binary("/"):
            return np.asarray(parts[0] / parts[1])
        case Reduce("samples", _):
            return np.asarray(np.dot(parts[0], np.ones((parts[0].shape[1], 1))))
        case Reduce(over, _):
            return np.asarray(np.add.reduce(parts[0], _AXES[over], keepdims=True))
        case Apply("square"):
            return np.square(parts[0])
        case Apply("sqrt"):
            return np.sqrt(parts[0])
        case Apply("abs"):
            return np.abs(parts[0])
        case Apply("sign"):
            return np.sign(parts[0])
        case Apply("positive"):
            return (parts[0] > 0.0).astype(np.float64)
        case Compare("<"):
            return np.asarray(parts[0] < parts[1], np.float64)
        case Compare("="):
            return np.asarray(parts[0] == parts[1], np.float64)
        case Either() | Maximum():
            return np.maximum(*parts)
        case Conditional():
            return parts[1] if np.any(parts[0]) else parts[2]
    raise TypeError(f"cannot compute {type(node).__name__}")


def loss_cells(node: LossValue, arrays: Mapping[str, Array]) -> Array:
    """Return each output's share of each sample's loss, ``(n_L, m)``."""
    per_cell = LOSSES[node.loss].cells_of(from_logits=node.from_logits)
    return per_cell(arrays[(node.z if node.from_logits else node.a).name], arrays[node.y.name])
