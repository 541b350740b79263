"""Turning a line's expression into numpy calls on preallocated arrays.

`bind` walks the tree once and returns the calls that compute it: ``np.dot(W1, X, Z1)``, ``np.add(Z1, b1, Z1)``. Running
a line is then calling them in order, with nothing allocated and nothing looked up (one call costs about 1 µs whatever
its size, so their number is what an update of a small network costs).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import numpy as np
from numpy.typing import DTypeLike, NDArray

from nnviz.model.activations import ACTIVATIONS
from nnviz.model.expression import (
    Activate,
    Apply,
    Binary,
    Choice,
    Compare,
    Constant,
    Either,
    LossValue,
    MatMul,
    Node,
    Reduce,
    Scalar,
    Slope,
    Symbol,
    Transpose,
    symbols_read,
)
from nnviz.model.formula import shape_of
from nnviz.model.losses import LOSSES

Array = NDArray[np.float64]
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
_AXES = {"samples": 1, "units": 0, "all": None}


def _choose(condition: Array, then: Array, otherwise: Array, out: Array) -> None:
    np.copyto(out, then if condition[0, 0] else otherwise)


class Binder:
    """Makes the calls for expressions over one set of arrays.

    Parameters
    ----------
    arrays
        Symbol → its array; the calls write into these very arrays.
    scalars
        Named number → 0-d array, read anew at each call, so that η can change without binding again.
    dtype
        Type of the intermediate arrays.
    """

    def __init__(
        self, arrays: Mapping[str, Array], scalars: Mapping[str, Array], dtype: DTypeLike = np.float64
    ) -> None:
        self._arrays = arrays
        self._dtype = dtype
        self._scalars = scalars
        self._shapes = {name: (a.shape[0], a.shape[1]) for name, a in arrays.items()}

    def bind(self, node: Node, writes: str) -> list[Call]:
        """Give the calls that compute `node` into the array of the symbol `writes`.

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
        """Append the calls for a node; give the array that holds its value.

        `out`, when given, is where the value is wanted; with `scratch`, operands are not computed into it.
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
        target = out if out is not None else np.empty(shape_of(node, self._shapes), self._dtype)
        # In place, numpy takes three times as long for a single number.
        inner = None if scratch or target.size == 1 else target
        match node:
            case MatMul(left, right):
                a = self._emit(left, calls, None, scratch=False)
                b = self._emit(right, calls, None, scratch=False)
                calls.append(partial(np.dot, a, b, target))
            case Binary(operator, left, right):
                first = self._emit(left, calls, self._fitting(left, inner), scratch=scratch)
                # The left operand may already sit in the target; the right one needs its own place then.
                room = None if first is inner else self._fitting(right, inner)
                second = self._emit(right, calls, room, scratch=scratch)
                calls.append(partial(_OPERATORS[operator], first, second, target))
            case Reduce(over, of):
                value = self._emit(of, calls, None, scratch=False)
                calls.append(partial(np.add.reduce, value, _AXES[over], None, target, True))
            case Apply(function, of):
                value = self._emit(of, calls, self._fitting(of, inner), scratch=scratch)
                arguments = (value, 0.0) if function == "positive" else (value,)
                calls.append(partial(FUNCTIONS[function], *arguments, out=target))
            case Activate(activation, of):
                calls.append(
                    partial(ACTIVATIONS[activation].function, self._emit(of, calls, None, scratch=False), target)
                )
            case Slope(activation, z, a):
                row = ACTIVATIONS[activation]
                if row.slope is None:
                    raise TypeError(f"{activation} has no element-wise derivative")
                calls.append(partial(row.slope, self._arrays[(a if row.slope_reads == "A" else z).name], target))
            case LossValue():
                calls.append(partial(self._loss(node), target))
            case Compare(operator, left, right):
                one, other = (self._emit(operand, calls, None, scratch=False) for operand in (left, right))
                calls.append(partial(_COMPARISONS[operator], one, other, target, casting="unsafe"))
            case Either(left, right):
                one, other = (self._emit(operand, calls, None, scratch=False) for operand in (left, right))
                calls.append(partial(np.maximum, one, other, out=target))
            case Choice(condition, then, otherwise):
                holds, one, other = (
                    self._emit(part, calls, None, scratch=False) for part in (condition, then, otherwise)
                )
                calls.append(partial(_choose, holds, one, other, target))
            case _:
                raise TypeError(f"cannot compute {type(node).__name__}")
        return target

    def _fitting(self, node: Node, out: Array | None) -> Array | None:
        """Give `out` when a node's value has its shape."""
        return out if out is not None and shape_of(node, self._shapes) == out.shape else None

    def _loss(self, node: LossValue) -> Callable[[Array], None]:
        loss = LOSSES[node.loss]
        per_cell = loss.per_cell_from_logits if node.from_logits else loss.per_cell
        if per_cell is None:
            raise TypeError(f"{loss.name} has no form from logits")
        source, targets = self._arrays[(node.z if node.from_logits else node.a).name], self._arrays[node.y.name]

        def compute(out: Array, per_cell: Callable[[Array, Array], Array] = per_cell) -> None:
            out[0, 0] = per_cell(source, targets).sum() / source.shape[1]

        return compute
