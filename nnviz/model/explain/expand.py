"""Expanding a line's expression for one cell into a tree of scalars."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.engine.numpy_calls import FUNCTIONS
from nnviz.model.engine.reference import compute, loss_cells
from nnviz.model.explain.tree import Kind, Leaf, Operation, Rest, Tree, operation, total
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
from nnviz.model.program.formula import APPLIED
from nnviz.model.program.losses import LOSSES
from nnviz.model.program.shapes import Shape, shape_of
from nnviz.model.program.symbols import SCALAR_LABELS, Labels, subscript
from nnviz.model.session.selection import Cell
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention

_EXP_LIMIT: Final = 700.0
"""e to a larger power is not finite; softmax is then written as it is computed, relative to the largest z."""

_KINDS: Final[dict[str, Kind]] = {"+": "sum", "-": "difference", "*": "product", "/": "quotient"}


def cell_text(cell: Cell, shape: Shape, labels: Labels, convention: Convention) -> str:
    """Write a cell with subscripts in a convention: ``δ¹₂₃``; cell and shape are those of the column convention."""
    if convention == "rows":
        return labels.of_cell(cell.symbol, cell.column, cell.row, (shape[1], shape[0]))
    return labels.of_cell(cell.symbol, cell.row, cell.column, shape)


def scalars_of(snapshot: Snapshot) -> dict[str, float]:
    """Return the named numbers that lines read, with the numbers of samples and outputs."""
    return {**snapshot.scalars, "m": float(len(snapshot.batch)), "n": float(snapshot.network.output.units)}


class Expander:
    """Expands expressions with the values that one line reads.

    Parameters
    ----------
    snapshot
        The snapshot with the values.
    number
        The line, from 1.
    labels
        How symbols are written.
    convention
        The convention that subscripts and the order of a product's factors follow.
    """

    def __init__(self, snapshot: Snapshot, number: int, labels: Labels, convention: Convention) -> None:
        self._labels = labels
        self._convention = convention
        self._shapes = snapshot.shapes
        self._scalars = scalars_of(snapshot)
        self._snapshot, self._number = snapshot, number

    def text_of(self, cell: Cell) -> str:
        """Write a cell in the convention."""
        return cell_text(cell, self._shapes[cell.symbol], self._labels, self._convention)

    def expand(self, node: Node, row: int, column: int) -> Tree:
        """Return the tree of one cell of a node's value."""
        match node:
            case Symbol(name):
                return self.leaf(name, row, column)
            case Scalar(name):
                return Leaf(SCALAR_LABELS[name], self._scalars[name], None)
            case Constant(value, text):
                return Leaf(text, value, None, is_literal=True)
            case Transpose(of):
                return self.expand(of, column, row)
            case Reshape(of):
                columns = shape_of(of, self._shapes)[1]
                return self.expand(of, *divmod(row * shape_of(node, self._shapes)[1] + column, columns))
            case SomeSamples(which, of):
                return self.expand(of, row, column if which == "but-last" else shape_of(of, self._shapes)[1] - 1)
            case MatMul() | Reduce():
                return total(*self.terms(node, row, column))
            case Binary(operator, left, right):
                parts = tuple(self.expand_operand(operand, row, column) for operand in (left, right))
                return operation(_KINDS[operator], *parts)
            case Limit(quotient, at_zero):
                above, below = (self.expand_operand(part, row, column) for part in (quotient.left, quotient.right))
                # A quotient of 0 by 0 is written as what is computed in its place.
                both = above.value == 0.0 and below.value == 0.0
                return self.expand(at_zero, row, column) if both else operation("quotient", above, below)
            case Maximum(left, right):
                parts = tuple(self.expand_operand(operand, row, column) for operand in (left, right))
                value = float(np.maximum(parts[0].value, parts[1].value))
                return Operation("function", parts, value, "max({0}, {1})")
            case Apply(function, of):
                part = self.expand_operand(of, row, column)
                arguments = (part.value, 0.0) if function == "positive" else (part.value,)
                value = float(FUNCTIONS[function](*arguments))  # type: ignore[arg-type]
                # Brackets under the power are added where the tree is written.
                template = "{0}²" if function == "square" else APPLIED[function].format("{0}")
                return Operation("function", (part,), value, template)
            case Activate(activation, of):
                return self._activate(activation, of, row, column)
            case Slope(activation, z, a):
                rule = ACTIVATIONS[activation]
                leaf = self.leaf((a if rule.slope_reads == "A" else z).name, row, column)
                template = _placeholders(rule.slope_formula, rule.slope_reads.lower())
                return Operation("function", (leaf,), _call(rule.slope, leaf.value), template)
            case Conditional():
                return self._choose(node, row, column)
            case LossValue():
                losses, loss_of = self.terms(node, row, column)
                if node.reduction == "sum":
                    return total(losses, loss_of)
                return operation("quotient", total(losses, loss_of), Leaf("m", float(len(losses)), None))
        raise TypeError(f"cannot explain {type(node).__name__}")

    def terms(self, node: MatMul | Reduce | LossValue, row: int, column: int) -> tuple[Array, Callable[[int], Tree]]:
        """Return the terms of a sum: their values ``(count,)``, and a function that returns the k-th as a tree.

        The terms of a loss are the losses of the batch's samples, whose mean or sum it is.
        """
        match node:
            case MatMul(left, right):

                def product(k: int) -> Tree:
                    factors = (self.expand(left, row, k), self.expand(right, k, column))
                    # X · W in the row convention: the same product, its factors in that order.
                    return operation("product", *(reversed(factors) if self._convention == "rows" else factors))

                return self.array(left)[row] * self.array(right)[:, column], product
            case Reduce(over, of):
                rows, columns = shape_of(of, self._shapes)
                down = range(rows) if over in ("units", "all") else range(row, row + 1)
                along = range(columns) if over in ("samples", "all") else range(column, column + 1)
                values = self.array(of)[down.start : down.stop, along.start : along.stop].ravel()
                wide = len(along)
                return values, lambda k: self.expand(of, down[k // wide], along[k % wide])
        cells = self._loss_cells(node)

        def loss(j: int) -> Leaf:
            # A sample's loss leads to the output that contributes most to it.
            output = Cell((node.z if node.from_logits else node.a).name, int(np.argmax(np.abs(cells[:, j]))), j)
            return Leaf(sample_loss_label(j), float(cells[:, j].sum()), output)

        return cells.sum(axis=0), loss

    def expand_sample_loss(self, node: LossValue, column: int) -> Tree:
        """Return the tree of a sample's loss: a term for each output, as the loss's formula writes it."""
        row = LOSSES[node.loss]
        if node.from_logits and row.couples_units:
            return self._expand_coupled_loss(node, column)
        cells = self._loss_cells(node)[:, column]
        source, letter = (node.z, "z") if node.from_logits else (node.a, "a")
        formula = row.formula_from_logits if node.from_logits else row.formula
        written = formula.removeprefix("Σ ").replace("−Σ ", "−").replace(" Σ ", " ").replace("/n ", f"/{len(cells)} ")
        if written.startswith("["):
            written = written[1:-1]  # brackets that only the sum needed
        template = _placeholders(written, letter, "y").replace("} ln", "} · ln")

        def term(i: int) -> Operation:
            parts = (self.leaf(symbol.name, i, column) for symbol in (source, node.y))
            return Operation("function", tuple(parts), float(cells[i]), template)

        return total(cells, term)

    def _expand_coupled_loss(self, node: LossValue, column: int) -> Tree:
        """Return the tree of a sample's loss from the logits of softmax; outputs whose target is 0 are left out."""
        z, y = self.array(node.z)[:, column], self.array(node.y)[:, column]
        top = int(np.argmax(z))
        below = [k for k in range(len(z)) if k != top]
        powers = np.exp(z[below] - z[top])
        others, most = float(powers.sum()), self.leaf(node.z.name, top, column)

        def power(k: int) -> Operation:
            exponent = operation("difference", self.leaf(node.z.name, below[k], column), most)
            return Operation("function", (exponent,), float(powers[k]), "e^{0}")

        # One function, as a step in which 1 + 1e−17 stands as 1 would be wrong.
        log = Operation("function", (total(powers, power),), float(np.log1p(others)), "ln(1 + {0})")

        def term(i: int) -> Operation:
            margin = operation("difference", most, self.leaf(node.z.name, i, column))
            loss = log if i == top else operation("sum", margin, log)
            return operation("product", self.leaf(node.y.name, i, column), loss)

        shown = np.flatnonzero(y)
        if len(shown) in (0, len(y)):  # class numbers as targets may all be 0
            return total(self._loss_cells(node)[:, column], term)
        written = total(self._loss_cells(node)[shown, column], lambda k: term(int(shown[k])))
        return operation("sum", written, Rest(len(y) - len(shown), 0.0))

    def expand_operand(self, node: Node, row: int, column: int) -> Tree:
        """Return the tree of the operand's cell that goes into a cell of an element-wise operation."""
        return self.expand(node, *self.operand_place(node, row, column))

    def operand_place(self, node: Node, row: int, column: int) -> tuple[int, int]:
        """Return the operand's cell that goes into a cell: a single row or column is repeated."""
        rows, columns = shape_of(node, self._shapes)
        return row if rows > 1 else 0, column if columns > 1 else 0

    def leaf(self, name: str, row: int, column: int) -> Leaf:
        """Return one cell of a symbol as the line reads it; NaN where it has not been computed."""
        cell = Cell(name, row, column)
        array = self._snapshot.read_by(self._number, name)
        return Leaf(self.text_of(cell), float("nan") if array is None else float(array[row, column]), cell)

    def array(self, node: Node) -> Array:
        """Compute a node's value; NaN where it reads what has not been computed."""
        return compute(node, {name: self._read(name) for name in symbols_read(node)}, self._scalars)

    def _read(self, name: str) -> Array:
        array = self._snapshot.read_by(self._number, name)
        return np.full(self._shapes[name], np.nan) if array is None else array

    def _choose(self, node: Conditional, row: int, column: int) -> Operation:
        """Return the chosen value, written with both alternatives and the condition."""
        conditions, parts = [node.condition], [self.expand(node.then, row, column)]
        while isinstance(node.condition, Either) and isinstance(conditions[-1], Either):
            conditions[-1:] = [conditions[-1].left, conditions[-1].right]
        written = []
        for condition in conditions:
            assert isinstance(condition, Compare)  # conditions are comparisons, or alternatives of them
            written.append(f"{{{len(parts)}}} {condition.operator} {{{len(parts) + 1}}}")
            parts += (self.expand(operand, 0, 0) for operand in (condition.left, condition.right))
        parts.append(self.expand(node.otherwise, row, column))
        template = f"{{0}} if {' or '.join(written)} else {{{len(parts) - 1}}}"
        value = parts[0 if self.array(node.condition).any() else -1].value
        return Operation("function", tuple(parts), value, template)

    def _activate(self, activation: str, of: Node, row: int, column: int) -> Tree:
        rule = ACTIVATIONS[activation]
        if not rule.couples_units:
            part = self.expand(of, row, column)
            return Operation("function", (part,), _call(rule.function, part.value), f"{rule.sign}({{0}})")
        z = self.array(of)[:, column]
        largest = int(np.argmax(z)) if np.max(z) > _EXP_LIMIT else None

        def power(k: int) -> Operation:
            exponent = self.expand(of, k, column)
            if largest is not None:
                exponent = operation("difference", exponent, self.expand(of, largest, column))
            return Operation("function", (exponent,), float(np.exp(exponent.value)), "e^{0}")

        shift = 0.0 if largest is None else z[largest]
        return operation("quotient", power(row), total(np.exp(z - shift), power))

    def _loss_cells(self, node: LossValue) -> Array:
        """Return each output's share of each sample's loss, ``(n_L, m)``."""
        return loss_cells(node, {name: self._read(name) for name in symbols_read(node)})


def _call(function: Callable[[Array, Array], None] | None, value: float) -> float:
    if function is None:
        raise TypeError("an activation that couples units has no element-wise derivative")
    out = np.empty((1, 1))
    function(np.array([[value]]), out)
    return float(out[0, 0])


def _placeholders(formula: str, *letters: str) -> str:
    """Turn a formula with these letters into a template: ``a · (1 − a)`` → ``{0} · (1 − {0})``."""
    parts = re.split(r"([A-Za-z]+)", formula)
    return "".join(f"{{{letters.index(part)}}}" if part in letters else part for part in parts)


def sample_loss_label(column: int) -> str:
    """Write the loss of the sample in a column: ``ℓ₂``."""
    return "ℓ" + subscript(column + 1)
