"""One cell of an element-wise expression as Python source, for compiled loops; see `source`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from nnviz.model.engine.compiled.operations import Let, UnsupportedError, written_out
from nnviz.model.engine.recorded_function import recorded_in_place
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.program.expression import (
    Activate,
    Apply,
    Binary,
    Constant,
    Limit,
    MatMul,
    Maximum,
    Node,
    Reduce,
    Scalar,
    Slope,
    Symbol,
    Transpose,
)
from nnviz.model.program.shapes import Shape, shape_of


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
            case Limit(quotient, at_zero):
                above, below = (let(self.write(part, row, column, let)) for part in (quotient.left, quotient.right))
                limit = self.write(at_zero, row, column, let)
                return f"({limit} if {above} == 0.0 and {below} == 0.0 else {above} / {below})"
            case Maximum(left, right):
                one, other = (let(self.write(part, row, column, let)) for part in (left, right))
                return f"({one} if {one} > {other} or {one} != {one} else {other})"
            case Apply(function, of):
                return applied(function, let(self.write(of, row, column, let)))
            case Activate(activation, of):
                rule = ACTIVATIONS[activation]
                return self._called(rule.function, self.shape(of), let(self.write(of, row, column, let)), let)
            case Slope(activation, z, a):
                rule = ACTIVATIONS[activation]
                source = a if rule.slope_reads == "A" else z
                if rule.slope is None:
                    raise UnsupportedError(activation)
                return self._called(rule.slope, self.shape(source), let(self.write(source, row, column, let)), let)
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

    def _called(self, function: Callable[..., object], shape: Shape, name: str, let: Let) -> str:
        """Write an activation function, or its derivative, of a name."""
        recorded = recorded_in_place(function, shape)
        if recorded is None or recorded.couples_units:
            raise UnsupportedError(getattr(function, "__name__", "a function"))
        return written_out(recorded, [name], let)


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
