"""One cell of a line as a tree of scalars: which numbers it was put together from, term by term.

The line's expression is expanded for one cell (`explain`); the leaves of the tree know which cell of which symbol they
are, so they can be followed. `explain_text` writes a tree with symbols and with numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from nnviz.model.activations import ACTIVATIONS
from nnviz.model.binding import FUNCTIONS, Array, Binder
from nnviz.model.explain_tree import Kind, Leaf, Operation, Tree, operation, total
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
    symbols_read,
)
from nnviz.model.formula import APPLIED, Convention, Shape, shape_of
from nnviz.model.losses import LOSSES
from nnviz.model.selection import Cell
from nnviz.model.snapshot import Snapshot
from nnviz.model.symbols import SCALAR_LABELS, Labels, subscript

_EXP_LIMIT: Final = 700.0
"""e to a larger power is not finite; softmax is then written as it is computed, relative to the largest z."""


@dataclass(frozen=True)
class Explanation:
    """How one number comes about.

    Attributes
    ----------
    text
        How it is written: ``δ¹₂₂``, ``L``, ``ℓ₂``.
    cell
        The cell it stands in; None for one sample's loss.
    line
        Number of the line that computes it, from 1.
    tree
        The line's expression for this cell, with the numbers that the line reads; where one of them has not been
        computed its value is NaN.
    value
        What the cell holds, or None when the line has not run yet (the tree's value may differ from it in the last
        digits: a matrix product adds in another order).
    assigns
        Whether the line replaces a value (``W ← …``).
    """

    text: str
    cell: Cell | None
    line: int
    tree: Tree
    value: float | None
    assigns: bool = False


def explain(
    snapshot: Snapshot, cell: Cell, labels: Labels | None = None, convention: Convention = "columns"
) -> Explanation | None:
    """Expand the line that computes a cell, for that cell.

    Parameters
    ----------
    snapshot
        The moment.
    cell
        Rows and columns as in the column convention, whatever `convention` is.
    labels
        How symbols are written; the snapshot's own labels when None.
    convention
        The convention that subscripts and the order of a product's factors follow.

    Returns
    -------
    Explanation or None
        None when the cell holds what no line of this update has computed: data, or a parameter or optimiser state
        before its ``←`` line.
    """
    number = snapshot.program.line_of.get(cell.symbol)
    if number is None:
        return None
    line, has_run = snapshot.program[number], snapshot.position.line >= number
    if line.assigns and not has_run:
        return None
    expander = _Expander(snapshot, number, labels or snapshot.labels, convention)
    with np.errstate(all="ignore"):
        tree = expander.expand(line.expression, cell.row, cell.column)
    value = float(snapshot.values[cell.symbol][cell.row, cell.column]) if has_run else None
    return Explanation(expander.text_of(cell), cell, number, tree, value, line.assigns)


def explain_sample_loss(
    snapshot: Snapshot, column: int, labels: Labels | None = None, convention: Convention = "columns"
) -> Explanation:
    """Expand the loss ℓ of one sample, over its outputs; `column` is the sample's column in the batch."""
    number = snapshot.program.line_of["L"]
    node = snapshot.program[number].expression
    if not isinstance(node, LossValue):
        raise TypeError("line L computes something else than a loss")
    expander = _Expander(snapshot, number, labels or snapshot.labels, convention)
    with np.errstate(all="ignore"):
        tree = expander.expand_sample_loss(node, column)
    has_run = snapshot.position.line >= number
    return Explanation(_sample_loss_label(column), None, number, tree, tree.value if has_run else None)


def cell_text(cell: Cell, shape: Shape, labels: Labels, convention: Convention) -> str:
    """Write a cell with subscripts in a convention: ``δ¹₂₃``; cell and shape are those of the column convention."""
    if convention == "rows":
        return labels.of_cell(cell.symbol, cell.column, cell.row, (shape[1], shape[0]))
    return labels.of_cell(cell.symbol, cell.row, cell.column, shape)


_KINDS: Final[dict[str, Kind]] = {"+": "sum", "-": "difference", "*": "product", "/": "quotient"}


class _Expander:
    """Expands expressions over the values that one line reads."""

    def __init__(self, snapshot: Snapshot, number: int, labels: Labels, convention: Convention) -> None:
        self._labels = labels
        self._convention = convention
        self._shapes = snapshot.shapes
        self._scalars = {**snapshot.scalars, "m": float(len(snapshot.batch)), "n": float(snapshot.network.output.units)}
        self._snapshot, self._number = snapshot, number

    def text_of(self, cell: Cell) -> str:
        """Write a cell in the convention."""
        return cell_text(cell, self._shapes[cell.symbol], self._labels, self._convention)

    def expand(self, node: Node, row: int, column: int) -> Tree:
        """Give the tree of one cell of a node's value."""
        match node:
            case Symbol(name):
                return self._cell(name, row, column)
            case Scalar(name):
                return Leaf(SCALAR_LABELS[name], self._scalars[name], None)
            case Constant(value, text):
                return Leaf(text, value, None, is_literal=True)
            case Transpose(of):
                return self.expand(of, column, row)
            case MatMul():
                return self._product(node, row, column)
            case Binary(operator, left, right):
                parts = tuple(self._broadcast(operand, row, column) for operand in (left, right))
                return operation(_KINDS[operator], *parts)
            case Reduce(over, of):
                rows, columns = shape_of(of, self._shapes)
                down = range(rows) if over in ("units", "all") else range(row, row + 1)
                along = range(columns) if over in ("samples", "all") else range(column, column + 1)
                terms = self._array(of)[down.start : down.stop, along.start : along.stop].ravel()
                wide = len(along)
                return total(terms, lambda k: self.expand(of, down[k // wide], along[k % wide]))
            case Apply(function, of):
                part = self._broadcast(of, row, column)
                arguments = (part.value, 0.0) if function == "positive" else (part.value,)
                value = float(FUNCTIONS[function](*arguments))  # type: ignore[arg-type]
                # Brackets under the power are for the writer to put where they are needed.
                template = "{0}²" if function == "square" else APPLIED[function].format("{0}")
                return Operation("function", (part,), value, template)
            case Activate(activation, of):
                return self._activate(activation, of, row, column)
            case Slope(activation, z, a):
                rule = ACTIVATIONS[activation]
                leaf = self._cell((a if rule.slope_reads == "A" else z).name, row, column)
                template = _placeholders(rule.slope_formula, rule.slope_reads.lower())
                return Operation("function", (leaf,), _call(rule.slope, leaf.value), template)
            case LossValue():
                losses = self._loss_cells(node).sum(axis=0)
                mean_of = total(losses, lambda j: self._sample_loss_leaf(node, j))
                return operation("quotient", mean_of, Leaf("m", float(len(losses)), None))
        raise TypeError(f"cannot explain {type(node).__name__}")

    def expand_sample_loss(self, node: LossValue, column: int) -> Tree:
        """Give the tree of a sample's loss: a term for each output, as the loss's formula writes it."""
        cells = self._loss_cells(node)[:, column]
        formula = LOSSES[node.loss].formula.replace("Σ ", "").replace("1/n", f"1/{len(cells)}")
        template = _placeholders(formula, "a", "y").replace("} ln", "} · ln")

        def term(i: int) -> Operation:
            a, y = (self._cell(symbol.name, i, column) for symbol in (node.a, node.y))
            return Operation("function", (a, y), float(cells[i]), template)

        return total(cells, term)

    def _product(self, node: MatMul, row: int, column: int) -> Tree:
        def term(k: int) -> Tree:
            factors = (self.expand(node.left, row, k), self.expand(node.right, k, column))
            # X · W in the row convention: the same product, its factors in that order.
            return operation("product", *(reversed(factors) if self._convention == "rows" else factors))

        return total(self._array(node.left)[row] * self._array(node.right)[:, column], term)

    def _broadcast(self, node: Node, row: int, column: int) -> Tree:
        rows, columns = shape_of(node, self._shapes)
        return self.expand(node, row if rows > 1 else 0, column if columns > 1 else 0)

    def _cell(self, name: str, row: int, column: int) -> Leaf:
        cell = Cell(name, row, column)
        array = self._read(name)
        return Leaf(self.text_of(cell), float("nan") if array is None else float(array[row, column]), cell)

    def _read(self, name: str) -> Array | None:
        """Give a symbol as the line reads it: a parameter as when the update began, unless replaced before the line."""
        written = self._snapshot.program.line_of.get(name, self._number)
        if name in self._snapshot.before and written >= self._number:
            return self._snapshot.before[name]
        return self._snapshot.value(name)

    def _array(self, node: Node) -> Array:
        """Compute a node's value; NaN where it reads what has not been computed."""
        match node:
            case Symbol(name):
                return self._known(name)
            case Transpose(Symbol(name)):
                return self._known(name).T
        out = np.empty(shape_of(node, self._shapes))
        arrays = {name: self._known(name) for name in symbols_read(node)}
        scalars = {name: np.array(value) for name, value in self._scalars.items()}
        for call in Binder({**arrays, "": out}, scalars).bind(node, ""):
            call()
        return out

    def _known(self, name: str) -> Array:
        array = self._read(name)
        return np.full(self._shapes[name], np.nan) if array is None else array

    def _activate(self, activation: str, of: Node, row: int, column: int) -> Tree:
        rule = ACTIVATIONS[activation]
        if not rule.couples_units:
            part = self.expand(of, row, column)
            return Operation("function", (part,), _call(rule.function, part.value), f"{rule.sign}({{0}})")
        z = self._array(of)[:, column]
        largest = int(np.argmax(z)) if np.max(z) > _EXP_LIMIT else None

        def power(k: int) -> Operation:
            exponent = self.expand(of, k, column)
            if largest is not None:
                exponent = operation("difference", exponent, self.expand(of, largest, column))
            return Operation("function", (exponent,), float(np.exp(exponent.value)), "e^{0}")

        shift = 0.0 if largest is None else z[largest]
        return operation("quotient", power(row), total(np.exp(z - shift), power))

    def _loss_cells(self, node: LossValue) -> Array:
        """Give each output's share of each sample's loss, ``(n_L, m)``."""
        loss = LOSSES[node.loss]
        per_cell = loss.per_cell_from_logits if node.from_logits else loss.per_cell
        if per_cell is None:
            raise TypeError(f"{loss.name} has no form from logits")
        return per_cell(self._known((node.z if node.from_logits else node.a).name), self._known(node.y.name))

    def _sample_loss_leaf(self, node: LossValue, column: int) -> Leaf:
        cells = self._loss_cells(node)[:, column]
        # What can be followed from a sample's loss is the output that it is mostly about.
        return Leaf(
            _sample_loss_label(column), float(cells.sum()), Cell(node.a.name, int(np.argmax(np.abs(cells))), column)
        )


def _call(function: Callable[[Array, Array], None] | None, value: float) -> float:
    if function is None:
        raise TypeError("an activation that couples units has no element-wise derivative")
    out = np.empty((1, 1))
    function(np.array([[value]]), out)
    return float(out[0, 0])


def _placeholders(formula: str, *letters: str) -> str:
    """Turn a formula in the given letters into a template: ``a · (1 − a)`` → ``{0} · (1 − {0})``."""
    parts = re.split(r"([A-Za-z]+)", formula)
    return "".join(f"{{{letters.index(part)}}}" if part in letters else part for part in parts)


def _sample_loss_label(column: int) -> str:
    return "ℓ" + subscript(column + 1)
