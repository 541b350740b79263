"""One cell of a line, written out: symbols, then numbers, term by term.

The line's expression is expanded for one cell into a tree of scalars (`expand`), whose leaves know which cell of which
symbol they are. The tree can be written with symbols or with numbers, and its leaves can be followed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from nnviz.model.activations import ACTIVATIONS
from nnviz.model.binding import Array
from nnviz.model.expression import (
    Activate,
    Apply,
    Binary,
    Constant,
    LossValue,
    MatMul,
    Node,
    Reduce,
    Scalar,
    Slope,
    Symbol,
    Transpose,
)
from nnviz.model.formula import shape_of
from nnviz.model.losses import LOSSES
from nnviz.model.selection import Cell
from nnviz.model.snapshot import Snapshot
from nnviz.model.symbols import SCALAR_LABELS


@dataclass(frozen=True)
class Leaf:
    """A number that stands in a cell, or a named number; ``cell`` is None for the latter."""

    text: str
    value: float
    cell: Cell | None


@dataclass(frozen=True)
class Operation:
    """Scalars put together.

    Attributes
    ----------
    kind
        ``sum``, ``product``, ``difference``, ``quotient``, or ``function`` with a template such as ``tanh({})``.
    parts
        The operands.
    value
        Their result.
    template
        For ``function``: how it is written, with ``{}`` for the operand.
    """

    kind: str
    parts: tuple[Leaf | Operation, ...]
    value: float
    template: str = "{}"


Scalars = Leaf | Operation


@dataclass(frozen=True)
class Explanation:
    """How one cell came about.

    Attributes
    ----------
    cell
        The cell.
    line
        Number of the line that wrote it, from 1.
    tree
        The line's expression for this cell, with the numbers that the line read.
    value
        What the cell holds (the tree's value may differ from it in the last digits: a matrix product adds in another
        order).
    """

    cell: Cell
    line: int
    tree: Scalars
    value: float


def explain(snapshot: Snapshot, cell: Cell) -> Explanation | None:
    """Write the line that computed a cell, for that cell.

    Returns
    -------
    Explanation or None
        None when no line of the update has written the cell: it is data, an initial value, or not computed yet.
    """
    number = snapshot.program.line_of.get(cell.symbol)
    if number is None or snapshot.position.line < number:
        return None
    line = snapshot.program[number]
    # Before its ← line, an update's lines read a parameter as it was when the update began.
    values = {**snapshot.values, **_read_by(snapshot, number)}
    tree = _Expander(values, snapshot).expand(line.expression, cell.row, cell.column)
    return Explanation(cell, number, tree, float(snapshot.values[cell.symbol][cell.row, cell.column]))


def _read_by(snapshot: Snapshot, number: int) -> Mapping[str, Array]:
    """Give the state symbols as line `number` read them: still the old values unless an earlier line replaced them."""
    written = snapshot.program.line_of
    return {name: old for name, old in snapshot.before.items() if written.get(name, number) >= number}


def leaves(tree: Scalars) -> Iterator[Leaf]:
    """Yield the leaves of a tree from left to right."""
    if isinstance(tree, Leaf):
        yield tree
    else:
        for part in tree.parts:
            yield from leaves(part)


_KINDS = {"+": "sum", "-": "difference", "*": "product", "/": "quotient"}
_TEMPLATES = {"square": "({})²", "sqrt": "√({})", "abs": "|{}|", "sign": "sign({})", "positive": "[{} > 0]"}


class _Expander:
    def __init__(self, values: Mapping[str, Array], snapshot: Snapshot) -> None:
        self._values = values
        self._labels = snapshot.labels
        self._scalars = {**snapshot.scalars, "m": float(len(snapshot.batch)), "n": float(snapshot.network.output.units)}
        self._shapes = snapshot.shapes

    def expand(self, node: Node, row: int, column: int) -> Scalars:
        match node:
            case Symbol(name):
                return self._cell(name, row, column)
            case Scalar(name):
                return Leaf(SCALAR_LABELS[name], self._scalars[name], None)
            case Constant(value, text):
                return Leaf(text, value, None)
            case Transpose(of):
                return self.expand(of, column, row)
            case MatMul(left, right):
                inner = shape_of(left, self._shapes)[1]
                terms = [
                    _operation("product", self.expand(left, row, k), self.expand(right, k, column))
                    for k in range(inner)
                ]
                return terms[0] if inner == 1 else _operation("sum", *terms)
            case Binary(operator, left, right):
                return _operation(
                    _KINDS[operator], *(self._broadcast(operand, row, column) for operand in (left, right))
                )
            case Reduce(over, of):
                rows, columns = shape_of(of, self._shapes)
                down = range(rows) if over in ("units", "all") else (row,)
                along = range(columns) if over in ("samples", "all") else (column,)
                terms = [self.expand(of, i, j) for i in down for j in along]
                return terms[0] if len(terms) == 1 else _operation("sum", *terms)
            case Apply(function, of):
                return _operation("function", self._broadcast(of, row, column), template=_TEMPLATES[function])
            case Activate(activation, of):
                return self._activate(activation, of, row, column)
            case Slope(activation, z, a):
                row_of = ACTIVATIONS[activation]
                source = a if row_of.slope_reads == "A" else z
                leaf = self._cell(source.name, row, column)
                template = "(" + row_of.slope_formula.replace(row_of.slope_reads.lower(), "{}") + ")"
                value = _apply(row_of.slope, leaf.value)
                return Operation("function", (leaf,), value, template)
            case LossValue():
                return self._loss(node)
        raise TypeError(f"cannot explain {type(node).__name__}")

    def _broadcast(self, node: Node, row: int, column: int) -> Scalars:
        rows, columns = shape_of(node, self._shapes)
        return self.expand(node, row if rows > 1 else 0, column if columns > 1 else 0)

    def _cell(self, name: str, row: int, column: int) -> Leaf:
        array = self._values[name]
        shape = (array.shape[0], array.shape[1])
        text = self._labels.of_cell(name, row, column, shape)
        return Leaf(text, float(array[row, column]), Cell(name, row, column))

    def _activate(self, activation: str, of: Node, row: int, column: int) -> Scalars:
        function = ACTIVATIONS[activation]
        if not function.couples_units:
            leaf = self.expand(of, row, column)
            return Operation("function", (leaf,), _apply(function.function, leaf.value), f"{function.sign}({{}})")
        own = _operation("function", self.expand(of, row, column), template="e^{}")
        rows = shape_of(of, self._shapes)[0]
        total = [_operation("function", self.expand(of, k, column), template="e^{}") for k in range(rows)]
        return _operation("quotient", own, _operation("sum", *total))

    def _loss(self, node: LossValue) -> Scalars:
        """Give the mean of the samples' losses; a sample's leaf is the output that its loss is about."""
        loss = LOSSES[node.loss]
        source = node.z if node.from_logits else node.a
        per_cell = loss.per_cell_from_logits if node.from_logits and loss.per_cell_from_logits else loss.per_cell
        with np.errstate(all="ignore"):
            losses = per_cell(self._values[source.name], self._values[node.y.name]).sum(axis=0)
        terms = tuple(
            Leaf(f"ℓ{j + 1}".translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")), float(v), Cell(node.a.name, 0, j))
            for j, v in enumerate(losses)
        )
        total = terms[0] if len(terms) == 1 else _operation("sum", *terms)
        return _operation("quotient", total, Leaf("m", float(len(terms)), None))


def _apply(function: object, value: float) -> float:
    out = np.empty((1, 1))
    assert callable(function)  # softmax, which has no element-wise derivative, never gets here
    with np.errstate(all="ignore"):
        function(np.array([[value]]), out)
    return float(out[0, 0])


_TEMPLATE_VALUES = {
    "({})²": np.square,
    "√({})": np.sqrt,
    "|{}|": np.absolute,
    "sign({})": np.sign,
    "[{} > 0]": lambda v: np.float64(v > 0),
    "e^{}": np.exp,
}


def _operation(kind: str, *parts: Scalars, template: str = "{}") -> Operation:
    values = [np.float64(part.value) for part in parts]
    with np.errstate(all="ignore"):
        match kind:
            case "sum":
                value = np.sum(values)
            case "product":
                value = np.prod(values)
            case "difference":
                value = values[0] - values[1]
            case "quotient":
                value = values[0] / values[1]
            case _:
                value = _TEMPLATE_VALUES[template](values[0])
    return Operation(kind, tuple(parts), float(value), template)
