"""A line's expression as numpy calls on preallocated arrays.

`bind` walks the tree once and returns the calls that compute it: ``np.dot(W1, X, Z1)``, ``np.add(Z1, b1, Z1)``. Running
a line is then calling them in order, with nothing allocated and nothing looked up (one call costs 0.2 to 0.7 µs on a
small array whatever its size, so their number determines the cost of an update of a small network).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from copy import copy
from functools import partial

import numpy as np
from numpy.typing import DTypeLike

from nnviz.model.arrays.array import Array
from nnviz.model.engine.fast_functions import activation_calls, loss_calls, slope_calls
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
    symbols_read,
)
from nnviz.model.program.shapes import shape_of

Call = Callable[[], object]

FUNCTIONS: Mapping[str, Callable[..., object]] = {
    "square": np.square,
    "sqrt": np.sqrt,
    "abs": np.absolute,
    "sign": np.sign,
    "positive": partial(np.greater, casting="unsafe"),
}
_OPERATORS = {"+": np.add, "-": np.subtract, "*": np.multiply, "/": np.divide}
_COMPARISONS = {"<": np.less, "=": np.equal}
_AXES = {"units": 0, "all": None}

WIDE = 256
"""Inputs of a layer from which its product is computed by samples: 35 instead of 39 µs for 784-30 in batches of 32.

Its weights and their gradients are stored by columns then, which makes the gradient's product take 32 instead of 35 µs.
Everything has the same bits either way.
"""

FEW = 4096
"""Cells up to which a bias is spread by a product before it is added; numpy's own way takes 0.7 µs, this one 0.5."""


def _choose(condition: Array, then: Array, otherwise: Array, out: Array) -> None:
    np.copyto(out, then if condition[0, 0] else otherwise)


def _divide(above: Array, below: Array, at_zero: Array, out: Array) -> None:
    np.divide(above, below, out)
    np.copyto(out, at_zero, where=(above == 0.0) & (below == 0.0))


class Binder:
    """Makes the calls for expressions over one set of arrays.

    Parameters
    ----------
    arrays
        Symbol → its array; the calls write into these arrays.
    scalars
        Named number → 0-d array, read at each call, so that η can change without binding again.
    dtype
        Type of the intermediate arrays.
    fixed
        Further named numbers, that never change: ``m``.
    """

    def __init__(
        self,
        arrays: Mapping[str, Array],
        scalars: Mapping[str, Array],
        dtype: DTypeLike = np.float64,
        fixed: Mapping[str, float] | None = None,
    ) -> None:
        self._arrays = arrays
        self._dtype = dtype
        self._fixed = fixed or {}
        self._scalars = {**scalars, **{name: np.array(value, dtype) for name, value in self._fixed.items()}}
        self._shapes = {name: (a.shape[0], a.shape[1]) for name, a in arrays.items()}

    def over(self, arrays: Mapping[str, Array]) -> Binder:
        """Return a binder of the same numbers over other arrays of the same shapes."""
        other = copy(self)
        other._arrays = arrays
        return other

    def bind(self, node: Node, writes: str) -> list[Call]:
        """Return the calls that compute `node` into the array of the symbol `writes`.

        Raises
        ------
        ValueError
            If operands do not fit together; it has their shapes.
        """
        shape_of(node, self._shapes)
        calls: list[Call] = []
        out = self._arrays[writes]
        # A line such as W ← W − η·dW reads what it writes: only its last call may touch the array.
        in_place = writes in symbols_read(node)
        value = self._emit(node, calls, out, scratch=in_place)
        if value is not out:
            calls.append(partial(np.copyto, out, value))
        return calls

    def _emit(self, node: Node, calls: list[Call], out: Array | None, *, scratch: bool) -> Array:
        """Append the calls for a node; return the array that holds its value.

        `out` is where the value is wanted, if not None; with `scratch`, operands are not computed into it.
        """
        match node:
            case Symbol(name):
                return self._arrays[name]
            case Scalar(name):
                return self._scalars[name]
            case Constant(number, _):
                return np.array(number, self._dtype)
            case Transpose(of):
                return self._emit(of, calls, None, scratch=False).T
            case SomeSamples(which, of):
                columns = slice(-1, None) if which == "last" else slice(None, -1)
                return self._emit(of, calls, None, scratch=False)[:, columns]
        target = out if out is not None else np.empty(shape_of(node, self._shapes), self._dtype)
        # For a single number, numpy takes three times as long in place.
        inner = None if scratch or target.size == 1 else target
        match node:
            case MatMul(left, right):
                a = self._emit(left, calls, None, scratch=False)
                b = self._emit(right, calls, None, scratch=False)
                # The same bits either way; numpy writes only by rows.
                by_rows = target.flags.c_contiguous
                calls.append(partial(np.dot, a, b, target) if by_rows else partial(np.dot, b.T, a.T, target.T))
            case Binary("/", left, Scalar(name)) if name in self._fixed:
                return self._divided(left, self._fixed[name], calls, target, inner, scratch=scratch)
            case Binary("+", MatMul(left, right), Symbol(name)) if self._is_bias(name, target):
                self._weighted(left, right, self._arrays[name], calls, target)
            case Binary(operator, left, right):
                first = self._emit(left, calls, self._fitting(left, inner), scratch=scratch)
                # The left operand may already sit in the target; the right one needs its own place then.
                room = None if first is inner else self._fitting(right, inner)
                second = self._emit(right, calls, room, scratch=scratch)
                calls.append(partial(_OPERATORS[operator], first, second, target))
            case Reshape(of):
                value = self._emit(of, calls, None, scratch=False)
                target = np.empty(value.shape[::-1], self._dtype)
                # A view by rows of the new array: the old one may not lie in memory row by row.
                calls.append(partial(np.copyto, target.reshape(value.shape), value))
            case Reduce("samples", of):
                # As a product, it takes 0.3 µs instead of 0.7.
                value = self._emit(of, calls, None, scratch=False)
                calls.append(partial(np.dot, value, np.ones((value.shape[1], 1), self._dtype), target))
            case Reduce(over, of):
                value = self._emit(of, calls, None, scratch=False)
                calls.append(partial(np.add.reduce, value, _AXES[over], None, target, True))
            case Apply(function, of):
                value = self._emit(of, calls, self._fitting(of, inner), scratch=scratch)
                arguments = (value, 0.0) if function == "positive" else (value,)
                calls.append(partial(FUNCTIONS[function], *arguments, out=target))
            case Activate(activation, of):
                calls += activation_calls(activation, self._emit(of, calls, None, scratch=False), target)
            case Slope(activation, z, a):
                read = a if ACTIVATIONS[activation].slope_reads == "A" else z
                calls += slope_calls(activation, self._arrays[read.name], target)
            case LossValue(loss, z, a, y, from_logits, reduction):
                source, targets = self._arrays[(z if from_logits else a).name], self._arrays[y.name]
                calls += loss_calls(loss, source, targets, target, from_logits=from_logits, reduction=reduction)
            case Compare(operator, left, right):
                one, other = (self._emit(operand, calls, None, scratch=False) for operand in (left, right))
                calls.append(partial(_COMPARISONS[operator], one, other, target, casting="unsafe"))
            case Either(left, right) | Maximum(left, right):
                one, other = (self._emit(operand, calls, None, scratch=False) for operand in (left, right))
                calls.append(partial(np.maximum, one, other, out=target))
            case Limit(quotient, at_zero):
                above, below, limit = (
                    self._emit(part, calls, None, scratch=False) for part in (quotient.left, quotient.right, at_zero)
                )
                calls.append(partial(_divide, above, below, limit, target))
            case Conditional(condition, then, otherwise):
                holds, one, other = (
                    self._emit(part, calls, None, scratch=False) for part in (condition, then, otherwise)
                )
                calls.append(partial(_choose, holds, one, other, target))
            case _:
                raise TypeError(f"cannot compute {type(node).__name__}")
        return target

    def _divided(
        self, node: Node, by: float, calls: list[Call], target: Array, inner: Array | None, *, scratch: bool
    ) -> Array:
        """Append the calls for a node divided by a number that never changes."""
        if by == 1.0:
            return self._emit(node, calls, target, scratch=scratch)
        value = self._emit(node, calls, self._fitting(node, inner), scratch=scratch)
        # By a power of two it is the same to the last bit as multiplying, which takes a third of the time.
        is_exact = math.frexp(by)[0] == 0.5
        operation, number = (np.multiply, 1.0 / by) if is_exact else (np.divide, by)
        calls.append(partial(operation, value, np.array(number, self._dtype), target))
        return target

    def _is_bias(self, name: str, out: Array) -> bool:
        """Return whether a symbol is a column that is added to several."""
        return out.shape[1] > 1 and self._shapes[name] == (out.shape[0], 1)

    def _weighted(self, weights: Node, values: Node, bias: Array, calls: list[Call], target: Array) -> None:
        """Append the calls for a layer's weighted inputs; the same bits whichever way they are computed."""
        a = self._emit(weights, calls, None, scratch=False)
        b = self._emit(values, calls, None, scratch=False)
        m = target.shape[1]
        if a.shape[1] >= WIDE:
            out, product = np.empty(target.shape[::-1], self._dtype), partial(np.dot, b.T, a.T)
            column, spreading = bias.T, partial(np.dot, np.ones((m, 1), self._dtype), bias.T)
        else:
            out, product = target, partial(np.dot, a, b)
            column, spreading = bias, partial(np.dot, bias, np.ones((1, m), self._dtype))
        calls.append(partial(product, out))
        if target.size <= FEW:
            column = np.empty(out.shape, self._dtype)
            calls.append(partial(spreading, column))
        calls.append(partial(np.add, out, column, out))
        if out is not target:
            calls.append(partial(np.copyto, target, out.T))

    def _fitting(self, node: Node, out: Array | None) -> Array | None:
        """Return `out` when a node's value has its shape."""
        return out if out is not None and shape_of(node, self._shapes) == out.shape else None
