"""How large the terms of a line are: what the rounding of its value is relative to, where they cancel."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.engine.reference import compute
from nnviz.model.program.expression import Binary, MatMul, Node, Reduce, Slope, Transpose


def magnitude(node: Node, arrays: Mapping[str, Array], scalars: Mapping[str, float]) -> Array:
    """Return the sum of the absolute terms of an expression, cell by cell.

    A derivative counts as 1 where it is smaller: 1 − a² is a difference too.

    Parameters
    ----------
    node
        The expression.
    arrays, scalars
        As for `compute`.
    """
    match node:
        case Binary("+" | "-", left, right):
            return magnitude(left, arrays, scalars) + magnitude(right, arrays, scalars)
        case Binary("*", left, right):
            return magnitude(left, arrays, scalars) * magnitude(right, arrays, scalars)
        case Binary("/", left, right):
            return magnitude(left, arrays, scalars) / np.abs(compute(right, arrays, scalars))
        case MatMul(left, right):
            return np.asarray(np.dot(magnitude(left, arrays, scalars), magnitude(right, arrays, scalars)))
        case Transpose(of):
            return magnitude(of, arrays, scalars).T
        case Reduce("samples", of):
            return np.asarray(magnitude(of, arrays, scalars).sum(axis=1, keepdims=True))
        case Reduce("units", of):
            return np.asarray(magnitude(of, arrays, scalars).sum(axis=0, keepdims=True))
        case Reduce(_, of):
            return np.asarray(magnitude(of, arrays, scalars).sum(keepdims=True))
        case Slope():
            return np.maximum(np.abs(compute(node, arrays, scalars)), 1.0)
    return np.abs(compute(node, arrays, scalars))
