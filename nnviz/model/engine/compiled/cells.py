"""One cell of an element-wise expression as Python source, for compiled loops; see `source`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from nnviz.model.network.activations import ACTIVATIONS, LEAK
from nnviz.model.program.expression import (
    Activate,
    Apply,
    Binary,
    Constant,
    MatMul,
    Node,
    Reduce,
    Scalar,
    Slope,
    Symbol,
    Transpose,
)
from nnviz.model.program.shapes import Shape, shape_of

Let = Callable[[str], str]
"""Gives a name to the value of a piece of source, so that it is written and computed once."""


class UnsupportedError(Exception):
    """An expression that no compiled loop is written for: such a program is run by numpy."""


class Cells:
    """Writes cells of expressions.

    Parameters
    ----------
    shapes
        Symbol → shape, of all that is read.
    offsets
        Symbol → number of its first cell in the memory `w`.
    numbers
        Named number → how it is written.
    """

    def __init__(self, shapes: dict[str, Shape], offsets: dict[str, int], numbers: Mapping[str, str]) -> None:
        self.shapes, self.offsets, self._numbers = shapes, offsets, numbers

    def place(self, name: str, row: str, column: str) -> str:
        """Write the cell of an array; a row or column that it is repeated along counts as its only one."""
        rows, columns = self.shapes[name]
        row, column = "0" if rows == 1 else row, "0" if columns == 1 else column
        across, along = (column, row) if name == "X" else (row, column)
        width = rows if name == "X" else columns
        fixed, parts = self.offsets[name], []
        for index, stride in ((across, width), (along, 1)):
            if index.isdecimal():
                fixed += int(index) * stride
            else:
                parts.append(index if stride == 1 else f"{index} * {stride}")
        return f"w[{' + '.join([*parts, str(fixed)] if fixed or not parts else parts)}]"

    def write(self, node: Node, row: str, column: str, let: Let) -> str:
        """Write a cell of an expression; its products of matrices and its sums are written out.

        Raises
        ------
        UnsupportedError
            For what is not computed cell by cell.
        """
        match node:
            case Symbol(name):
                return self.place(name, row, column)
            case Scalar(name):
                return self._numbers[name]
            case Constant(value, _):
                return f"({value!r})"
            case Transpose(of):
                return self.write(of, column, row, let)
            case Binary(operator, left, right):
                return f"({self.write(left, row, column, let)} {operator} {self.write(right, row, column, let)})"
            case Apply(function, of):
                return applied(function, let(self.write(of, row, column, let)))
            case Activate(activation, of):
                return activated(activation, let(self.write(of, row, column, let)))
            case Slope(activation, z, a):
                source = a if ACTIVATIONS[activation].slope_reads == "A" else z
                return slope(activation, let(self.write(source, row, column, let)))
            case MatMul(left, right):
                inner = range(self.shape(left)[1])
                return _sum(
                    f"{self.write(left, row, str(k), let)} * {self.write(right, str(k), column, let)}" for k in inner
                )
            case Reduce(over, of):
                rows, columns = self.shape(of)
                down = range(rows) if over != "samples" else (row,)
                along = range(columns) if over != "units" else (column,)
                return _sum(self.write(of, str(i), str(j), let) for i in down for j in along)
        raise UnsupportedError(type(node).__name__)

    def shape(self, node: Node) -> Shape:
        """Return the shape of an expression's value."""
        return shape_of(node, self.shapes)


def _sum(parts: Iterable[str]) -> str:
    return f"({' + '.join(parts)})"


def applied(function: str, v: str) -> str:
    """Write an element-wise function of a name."""
    return {
        "square": f"({v} * {v})",
        "sqrt": f"math.sqrt({v})",
        "abs": f"abs({v})",
        "sign": f"(1.0 if {v} > 0.0 else (-1.0 if {v} < 0.0 else {v}))",
        "positive": f"(1.0 if {v} > 0.0 else 0.0)",
    }[function]


def activated(activation: str, z: str) -> str:
    """Write an activation of a name.

    Raises
    ------
    UnsupportedError
        For softmax, whose cells need one another, and what is not known here.
    """
    texts = {
        "identity": z,
        "sigmoid": f"(1.0 / (1.0 + exp(-{z})))",
        "tanh": f"tanh({z})",
        "relu": f"(0.0 if {z} <= 0.0 else {z})",
        "leaky-relu": f"({z} * {LEAK!r} if {z} <= 0.0 else {z})",
        "softplus": f"((0.0 if {z} <= 0.0 else {z}) + log1p(exp(-abs({z}))))",
    }
    if activation not in texts:
        raise UnsupportedError(activation)
    return texts[activation]


def slope(activation: str, v: str) -> str:
    """Write an activation's derivative, of a name for A or Z as its `slope_reads` says.

    Raises
    ------
    UnsupportedError
        If it has none by element.
    """
    texts = {
        "identity": "1.0",
        "sigmoid": f"((1.0 - {v}) * {v})",
        "tanh": f"(1.0 - {v} * {v})",
        "relu": f"(1.0 if {v} > 0.0 else 0.0)",
        "leaky-relu": f"(1.0 if {v} > 0.0 else {LEAK!r})",
        "softplus": f"(1.0 / (1.0 + exp(-{v})))",
    }
    if activation not in texts:
        raise UnsupportedError(activation)
    return texts[activation]


def x_log(x: str, y: str) -> str:
    """Write x·ln y with 0·ln y = 0."""
    return f"(0.0 if {x} == 0.0 else {x} * math.log({y}))"


def loss(name: str, v: str, y: str, units: int) -> str:
    """Write an output's share of a sample's loss, of names for A (or for Z, in the form from logits) and Y.

    Raises
    ------
    UnsupportedError
        If it is not known here.
    """
    texts = {
        "half-squared": f"(0.5 * (({v} - {y}) * ({v} - {y})))",
        "squared": f"(({v} - {y}) * ({v} - {y}))",
        "mean-squared": f"((({v} - {y}) * ({v} - {y})) / {float(units)!r})",
        "binary-cross-entropy": f"(-{x_log(y, v)} - {x_log(f'(1.0 - {y})', f'(1.0 - {v})')})",
        "binary-cross-entropy from logits": (f"(log1p(exp(-abs({v}))) + ((0.0 if {v} <= 0.0 else {v}) - {y} * {v}))"),
        "categorical-cross-entropy": f"(-{x_log(y, v)})",
        "hinge": f"(0.0 if 1.0 - {y} * {v} <= 0.0 else 1.0 - {y} * {v})",
    }
    if name not in texts:
        raise UnsupportedError(name)
    return texts[name]
