"""The chain rule from the loss back to a parameter or a δ, factor by factor, for one sample.

It is computed from the values of the forward lines, not of the backward lines, so that it can be compared with these.
Where several units lie between a unit and the loss, the sum over them is written, and the path follows the unit that
contributes most.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from nnviz.model.explain.chain_rule_numbers import ChainNumbers
from nnviz.model.explain.expand import Expander, sample_loss_label
from nnviz.model.explain.tree import Leaf, Tree, operation, total
from nnviz.model.program.symbols import Labels, parse
from nnviz.model.session.selection import Cell
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention

_KINDS: Final = ("W", "b", "dW", "db", "delta")


@dataclass(frozen=True)
class Level:
    """One derivative on the path, and what it is computed from.

    Attributes
    ----------
    text
        The derivative: ``∂ℓ₂/∂a¹₁₂``; empty for the share of the mean.
    name
        Its name in the program, for example ``δ¹₁₂``; empty without one.
    tree
        Its factors, as leaves that know their cells.
    value
        Their product.
    cell
        The program's cell that holds it, if any.
    held
        The value of that cell; None without a cell, or when its line has not run.
    cancelled
        The same derivative as the program writes it, where factors cancel (``a − y``); None elsewhere.
    """

    text: str
    name: str
    tree: Tree
    value: float
    cell: Cell | None = None
    held: float | None = None
    cancelled: Tree | None = None


@dataclass(frozen=True)
class Chain:
    """The chain rule for one cell and one sample.

    Attributes
    ----------
    text
        The derivative: ``∂ℓ₂/∂W¹₁₂``.
    column
        The sample's column in the batch.
    factors
        The whole product, from the loss to the cell, beginning where there is a single path.
    levels
        From the loss down to the cell, each using the one before; the last is the sample's share of the batch's mean,
        if it is a mean.
    value
        The derivative's value.
    """

    text: str
    column: int
    factors: tuple[Leaf, ...]
    levels: tuple[Level, ...]
    value: float

    @property
    def product(self) -> Tree:
        """The factors as a product."""
        with np.errstate(all="ignore"):  # 0 · ∞ is NaN
            return self.factors[0] if len(self.factors) == 1 else operation("product", *self.factors)


def chain(
    snapshot: Snapshot, cell: Cell, column: int, labels: Labels | None = None, convention: Convention = "columns"
) -> Chain | None:
    """Write out the chain rule.

    Parameters
    ----------
    snapshot
        The snapshot with the values.
    cell
        A cell of δ, dW or db, or of a parameter, which stands for its gradient.
    column
        The sample, as a column of the batch; a cell of δ has its own.
    labels
        How symbols are written; the snapshot's own labels when None.
    convention
        The convention that subscripts follow.

    Returns
    -------
    Chain or None
        None for other cells, before the output has been computed, and in a program without gradients; and for a bias
        that several units share, to which no single path leads.
    """
    kind, layer = parse(cell.symbol).kind, parse(cell.symbol).layer
    if kind not in _KINDS or snapshot.value(f"A{snapshot.network.depth}") is None:
        return None
    if not snapshot.program.computes_gradients or snapshot.shapes[cell.symbol][0] != snapshot.network.sizes[layer]:
        return None
    if kind == "delta":
        column = cell.column
    with np.errstate(all="ignore"):
        writer = _ChainWriter(snapshot, column, labels or snapshot.labels, convention)
        writer.descend(layer, cell.row)
        if kind != "delta":
            writer.end(Cell(f"{kind[-1]}{layer}", cell.row, cell.column))
        return writer.chain()


class _ChainWriter:
    """Collects the levels and factors of one chain, from the loss downwards."""

    def __init__(self, snapshot: Snapshot, column: int, labels: Labels, convention: Convention) -> None:
        self._snapshot, self._column = snapshot, column
        self._depth = snapshot.network.depth
        # As line 1 reads them: with the parameters as they were when the update began.
        self._expander = Expander(snapshot, 1, labels, convention)
        self._is_mean = len(snapshot.batch) > 1 and snapshot.program.recipe.reduction == "mean"
        self._loss = labels.of("L") if len(snapshot.batch) == 1 else sample_loss_label(column)
        self._numbers = ChainNumbers(snapshot, column, self._expander)
        self._factors: list[Leaf] = []
        self._levels: list[Level] = []
        self._ends = False

    def chain(self) -> Chain:
        """Return what has been collected."""
        is_share = self._is_mean and self._ends
        derivative = self._levels[-2 if is_share else -1]
        return Chain(derivative.text, self._column, tuple(self._factors), tuple(self._levels), derivative.value)

    def descend(self, layer: int, row: int) -> None:
        """Go from the loss to z of a unit."""
        path = self._numbers.path(layer, row)
        for number in range(self._depth, layer - 1, -1):
            self._to_activation(number, path[number], path.get(number + 1, 0))
            self._to_weighted_input(number, path[number])

    def end(self, parameter: Cell) -> None:
        """Go from z of a unit to one of its parameters."""
        self._ends = True
        layer, row = parse(parameter.symbol).layer, parameter.row
        z = Cell(f"Z{layer}", row, self._column)
        factor = Leaf(self._ratio(self._text(z), self._text(parameter)), 1.0, None)
        if parameter.symbol.startswith("W"):
            below = Cell(f"A{layer - 1}" if layer > 1 else "X", parameter.column, self._column)
            factor = Leaf(factor.text, float(self._numbers.array(below.symbol)[below.row, 0]), below)
        self._factors.append(factor)
        shown = factor if factor.cell is None else Leaf(self._text(factor.cell), factor.value, factor.cell)
        tree = operation("product", self._delta_leaf(layer, row), shown)
        text = self._ratio(self._loss, self._text(parameter))
        m, gradient = len(self._snapshot.batch), Cell(f"d{parameter.symbol}", row, parameter.column)
        # With a penalty, the gradient's line adds its part.
        is_gradient = m == 1 and self._snapshot.program.objective == "L"
        self._add(text, "", tree, gradient if is_gradient else None)
        if self._is_mean:
            share = operation("quotient", Leaf(text, tree.value, None), Leaf("m", float(m), None))
            self._add("", "", share)

    # The steps ---------------------------------------------------------------------------------------------------

    def _to_activation(self, layer: int, row: int, above: int) -> None:
        """Add ∂ℓ/∂a of a unit: the loss's own derivative, or what comes back from the layer above."""
        a = Cell(f"A{layer}", row, self._column)
        text = self._ratio(self._loss, self._text(a))
        if layer == self._depth:
            if self._numbers.rule(layer).couples_units:
                return
            tree = self._expander.expand(self._numbers.loss_gradient(), row, self._column)
            self._add(text, "", tree)
            self._factors = [Leaf(text, tree.value, a)]
            return
        weights = self._numbers.weights(layer + 1)[:, row]

        def term(k: int) -> Tree:
            return operation("product", self._weight(layer, k, row), self._delta_leaf(layer + 1, k))

        tree = total(weights * self._numbers.deltas[layer + 1][:, 0], term)
        self._add(text, "", tree)
        if len(weights) > 1:
            self._factors = [Leaf(text, tree.value, a)]
        else:
            weight = self._weight(layer, above, row)
            z = Cell(f"Z{layer + 1}", above, self._column)
            self._factors.append(Leaf(self._ratio(self._text(z), self._text(a)), weight.value, weight.cell))

    def _to_weighted_input(self, layer: int, row: int) -> None:
        """Add ∂ℓ/∂z of a unit, which is its δ."""
        a, z = (Cell(f"{kind}{layer}", row, self._column) for kind in "AZ")
        delta = Cell(f"delta{layer}", row, self._column)
        text, rule = self._ratio(self._loss, self._text(z)), self._numbers.rule(layer)
        if rule.couples_units:
            tree = self._coupled(row)
            self._factors = [Leaf(text, float(self._numbers.deltas[layer][row, 0]), delta)]
        else:
            slope = self._numbers.slope(layer)[row, 0]
            source = Cell(f"{rule.slope_reads}{layer}", row, self._column)
            above = Leaf(self._ratio(self._loss, self._text(a)), self._levels[-1].value, None)
            factor = Leaf(f"{rule.sign}′({self._text(z)})", float(slope), source)
            tree = operation("product", above, factor)
            self._factors.append(Leaf(self._ratio(self._text(a), self._text(z)), float(slope), source))
        is_fused = layer == self._depth and self._numbers.fuses()
        cancelled = None
        if is_fused:
            answer, target = (self._expander.leaf(symbol, row, self._column) for symbol in (a.symbol, "Y"))
            total_target = self._numbers.target_sum()
            if total_target == 1.0:
                cancelled = operation("difference", answer, target)
        self._add(text, self._text(delta), tree, delta, cancelled)

    def _coupled(self, row: int) -> Tree:
        """Return the sum over the outputs of a softmax: ∂ℓ/∂aₖ · ∂aₖ/∂zᵢ."""
        a, gradient = self._numbers.array(f"A{self._depth}")[:, 0], self._numbers.output_gradient()[:, 0]
        slopes = a * ((np.arange(len(a)) == row) - a[row])
        z = self._text(Cell(f"Z{self._depth}", row, self._column))

        def term(k: int) -> Tree:
            name = self._text(Cell(f"A{self._depth}", k, self._column))
            cell = Cell(f"A{self._depth}", k, self._column)
            above = Leaf(self._ratio(self._loss, name), float(gradient[k]), cell)
            return operation("product", above, Leaf(self._ratio(name, z), float(slopes[k]), cell))

        return total(gradient * slopes, term)

    def _add(self, text: str, name: str, tree: Tree, cell: Cell | None = None, cancelled: Tree | None = None) -> None:
        array = None if cell is None else self._snapshot.value(cell.symbol)
        held = None if array is None or cell is None else float(array[cell.row, cell.column])
        value = tree.value if cancelled is None else cancelled.value
        self._levels.append(Level(text, name, tree, value, cell, held, cancelled))

    # The texts ---------------------------------------------------------------------------------------------------

    def _text(self, cell: Cell) -> str:
        return self._expander.text_of(cell)

    def _ratio(self, above: str, below: str) -> str:
        return f"∂{above}/∂{below}"

    def _weight(self, layer: int, above: int, row: int) -> Leaf:
        """Return the weight from a unit to one of the layer above, as the forward line read it."""
        cell = Cell(f"W{layer + 1}", above, row)
        return Leaf(self._text(cell), float(self._numbers.weights(layer + 1)[above, row]), cell)

    def _delta_leaf(self, layer: int, row: int) -> Leaf:
        cell = Cell(f"delta{layer}", row, self._column)
        return Leaf(self._text(cell), float(self._numbers.deltas[layer][row, 0]), cell)
