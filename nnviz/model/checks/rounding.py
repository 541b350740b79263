"""How far rounding may have carried the values of an update's lines from the exact ones.

A running error analysis (Wilkinson 1986; Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., section 3.3):
each operation adds the unit roundoff times the size of what it made, and passes on the errors of its operands. Sums of
k terms count √k roundoffs instead of k, as independent roundings do with high probability (Higham and Mary 2019, doi
10.1137/18M1226312); for 784 inputs the certain bound is 28 times what is ever seen.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.engine.reference import applied, compute, loss_cells
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.program.expression import (
    Activate,
    Apply,
    Binary,
    Limit,
    LossValue,
    MatMul,
    Maximum,
    Node,
    Reduce,
    Reshape,
    Slope,
    SomeSamples,
    Symbol,
    Transpose,
)
from nnviz.model.program.line import Line
from nnviz.model.program.losses import LOSSES

UNIT: Final = float(np.finfo(np.float64).eps) / 2.0
"""The unit roundoff of float64."""

_FUNCTION: Final = 4.0
"""Roundoffs of an exp, a tanh or a logarithm, with the operations around it; libm's own are below 2."""

_SURE: Final = 4.0
"""How many standard deviations of a sum's rounding are allowed for."""


def rounding_bounds(
    lines: Iterable[Line], arrays: Mapping[str, Array], scalars: Mapping[str, float]
) -> dict[str, Array]:
    """Return symbol → how far each cell of what the lines write may be from its exact value.

    Parameters
    ----------
    lines
        Lines that have run, in order.
    arrays
        Symbol → its value. What no line writes counts as exact.
    scalars
        Named number → its value, ``m`` and ``n`` among them.
    """
    bounds = _Bounds(arrays, scalars)
    with np.errstate(all="ignore"):
        for line in lines:
            bounds.errors[line.writes] = np.broadcast_to(bounds.of(line.expression), arrays[line.writes].shape)
    return bounds.errors


class _Bounds:
    """The errors of the symbols written so far, and those of expressions over them."""

    def __init__(self, arrays: Mapping[str, Array], scalars: Mapping[str, float]) -> None:
        self._arrays, self._scalars = arrays, scalars
        self.errors: dict[str, Array] = {}

    def of(self, node: Node) -> Array:
        """Return how far each cell of an expression may be from its exact value."""
        match node:
            case Symbol(name):
                return self.errors[name] if name in self.errors else np.zeros_like(self._arrays[name])
            case Transpose(of):
                return self.of(of).T
            case Reshape() | SomeSamples():
                return applied(node, self.of(node.of))
            case MatMul(left, right):
                a, b = np.abs(self._value(left)), np.abs(self._value(right))
                passed = self.of(left) @ b + a @ self.of(right)
                return np.asarray(passed + _of_sum(a.shape[1]) * (a @ b))
            case Reduce(over, of):
                value, axis = self._value(of), {"samples": 1, "units": 0, "all": None}[over]
                count = value.size if axis is None else value.shape[axis]
                cells = self.of(of) + _of_sum(count) * np.abs(value)
                return np.asarray(cells.sum(axis=axis, keepdims=True))
            case Binary():
                return self._binary(node)
            case Limit():
                return self._limit(node)
            case Maximum(left, right):
                return np.maximum(self.of(left), self.of(right))
            case Apply(function, of):
                return self._applied(node, function, of)
            case Activate(activation, of):
                return self._activated(activation, of)
            case Slope(activation, z, a):
                source = a if ACTIVATIONS[activation].slope_reads == "A" else z
                return self._moved(lambda value: self._with(source, value, node), source)
            case LossValue():
                return self._loss(node)
        return np.zeros_like(self._value(node))

    def _value(self, node: Node) -> Array:
        return compute(node, self._arrays, self._scalars)

    def _binary(self, node: Binary) -> Array:
        left, right = self._value(node.left), self._value(node.right)
        off_left, off_right = self.of(node.left), self.of(node.right)
        value = applied(node, left, right)
        if node.operator in "+-":
            passed = off_left + off_right
        elif node.operator == "*":
            passed = np.abs(left) * off_right + np.abs(right) * off_left + off_left * off_right
        else:
            passed = (off_left + np.abs(value) * off_right) / np.abs(right)
        return np.asarray(passed + UNIT * np.abs(value))

    def _limit(self, node: Limit) -> Array:
        above, below = node.quotient.left, node.quotient.right
        both = (self._value(above) == 0.0) & (self._value(below) == 0.0)
        # Near such a place the quotient moves as its operands do: in all losses, its slope there is 1.
        at_zero = self.of(node.at_zero) + self.of(above) + self.of(below)
        return np.where(both, at_zero, self.of(node.quotient))

    def _applied(self, node: Apply, function: str, of: Node) -> Array:
        value, off = self._value(of), self.of(of)
        match function:
            case "square":
                return np.asarray((2.0 * np.abs(value) + off) * off + UNIT * np.square(value))
            case "sqrt":
                root = np.sqrt(value)
                return np.asarray(np.minimum(off / root, np.sqrt(off)) + UNIT * root)
            case "abs":
                return off
        # Which side of a jump a value lies on is not told by a bound: see `kinks`.
        return np.zeros_like(value)

    def _activated(self, activation: str, of: Node) -> Array:
        z, off = self._value(of), self.of(of)
        rule = ACTIVATIONS[activation]
        out = np.empty(z.shape)
        rule.function(z, out)
        if not rule.couples_units:
            return self._moved(lambda value: _function_of(activation, value), of)
        # Softmax: aᵢ moves by aᵢ (dzᵢ − Σ aₖ dzₖ); the maximum is subtracted first, which rounds too.
        away = off + UNIT * np.abs(z - z.max(axis=0, keepdims=True))
        return np.asarray(out * (away + (out * away).sum(axis=0, keepdims=True) + (_FUNCTION + 1.0) * UNIT))

    def _loss(self, node: LossValue) -> Array:
        source = node.z if node.from_logits else node.a
        cells = loss_cells(node, self._arrays)
        if node.from_logits and ACTIVATIONS[LOSSES[node.loss].logits_with or ""].couples_units:
            moved = self._coupled_loss(node, cells)
        else:
            moved = self._moved(lambda value: loss_cells(node, {**self._arrays, source.name: value}), source)
        samples = cells.shape[1] if node.reduction == "mean" else 1
        total = moved + _of_sum(cells.size) * np.abs(cells)
        return np.array([[total.sum() / samples]])

    def _coupled_loss(self, node: LossValue, cells: Array) -> Array:
        """Return the errors of −y ln softmax(z): dzₖ − dzᵢ counts as much as the other outputs are believed."""
        z, y = self._arrays[node.z.name], self._arrays[node.y.name]
        off = self.of(node.z) + UNIT * np.abs(z - z.max(axis=0, keepdims=True))
        believed = _function_of("softmax", z)
        others = (1.0 - np.eye(len(z))) @ (believed * off) + (1.0 - believed) * off
        return np.asarray(np.abs(y) * others + _FUNCTION * UNIT * np.abs(cells))

    def _with(self, symbol: Symbol, value: Array, node: Node) -> Array:
        return compute(node, {**self._arrays, symbol.name: value}, self._scalars)

    def _moved(self, function: Callable[[Array], Array], of: Node) -> Array:
        """Return how far a function of one array may be off: by as much as it moves with its operand, and its rounding.

        The operand is moved by its error and two roundoffs more, so that what a function rounds within shows too.
        """
        value = self._value(of)
        off = self.of(of) + 2.0 * UNIT * np.abs(value)
        here = function(value)
        moved = np.maximum(np.abs(function(value + off) - here), np.abs(function(value - off) - here))
        return np.asarray(moved + _FUNCTION * UNIT * np.abs(here))


def _function_of(activation: str, z: Array) -> Array:
    out = np.empty(z.shape)
    ACTIVATIONS[activation].function(z, out)
    return out


def _of_sum(count: int) -> float:
    """Return by which share of its terms' sizes a sum of so many may be off."""
    return UNIT * min(float(count), _SURE * math.sqrt(count))
