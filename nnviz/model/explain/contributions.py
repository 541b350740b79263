"""What each term of a sum, or each sample of the batch, contributes to one cell.

The line's expression is split where it adds: the parts' values add up to the cell's value, up to rounding. All are
computed with numpy; only those that are shown become objects.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.explain.expand import Expander
from nnviz.model.explain.text import plain, write_symbols
from nnviz.model.explain.tree import Leaf, Rest, Tree, largest, leaves, magnitudes, operation
from nnviz.model.program.expression import (
    Binary,
    LossValue,
    MatMul,
    Node,
    Reduce,
    Slope,
    SomeSamples,
    Symbol,
    Transpose,
)
from nnviz.model.program.losses import MINUS_ONE
from nnviz.model.program.symbols import Labels, parse
from nnviz.model.session.selection import Cell, is_per_sample
from nnviz.model.session.set_by_hand import set_since_line
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention

MOST: Final = 12
"""How many parts are shown one by one."""


@dataclass(frozen=True)
class Contribution:
    """One part of a cell's value.

    Attributes
    ----------
    text
        The term without the factors that all terms share: ``W²₁₂ · δ²₁₂``.
    whole
        The term with them.
    value
        What it adds.
    cell
        The cell that it leads to, if any.
    sample
        Index in the data of the sample that it belongs to; None where it belongs to none.
    """

    text: str
    whole: str
    value: float
    cell: Cell | None
    sample: int | None


@dataclass(frozen=True)
class Contributions:
    """The parts that add up to a cell's value.

    Attributes
    ----------
    by
        Whether the parts are samples of the batch, or the terms of a sum.
    parts
        Those shown one by one.
    rest
        How many others there are, and their sum; None when there are none.
    """

    by: Literal["terms", "samples"]
    parts: tuple[Contribution, ...]
    rest: Rest | None

    @property
    def value(self) -> float:
        """The sum of all parts."""
        return float(sum(part.value for part in self.parts)) + (self.rest.value if self.rest else 0.0)


def contributions(
    snapshot: Snapshot,
    cell: Cell,
    labels: Labels | None = None,
    convention: Convention = "columns",
    *,
    by_size: bool = False,
    shown_sample: int | None = None,
    most: int = MOST,
) -> Contributions | None:
    """Split a cell's value into the terms that were added up.

    Parameters
    ----------
    snapshot
        The snapshot with the values.
    cell
        Rows and columns as in the column convention, whatever `convention` is.
    labels
        How symbols are written; the snapshot's own labels when None.
    convention
        The convention that subscripts and the order of a product's factors follow.
    by_size
        Whether the largest come first, instead of in their order.
    shown_sample
        A sample whose part is shown, however small it is.
    most
        How many parts are shown one by one; of more, those with the largest magnitude.

    Returns
    -------
    Contributions or None
        None when no line of this update has computed what the cell holds, or its line adds nothing up.
    """
    number = snapshot.program.line_of.get(cell.symbol)
    if number is None or snapshot.position.line < number or set_since_line(snapshot, cell):
        return None
    expression = snapshot.program[number].expression
    if not _adds_up(expression):
        return None
    splitter = _Splitter(Expander(snapshot, number, labels or snapshot.labels, convention))
    with np.errstate(all="ignore"):
        blocks = list(splitter.split(expression, cell.row, cell.column))
        values = np.concatenate([block.values for block in blocks])
        if len(values) < 2:
            return None
        shown = largest(values, most, always=_index_of(snapshot, blocks, shown_sample))
        if by_size:
            sizes = magnitudes(values)
            shown.sort(key=lambda k: -sizes[k])
        parts = tuple(_part(snapshot, cell, blocks, k) for k in shown)
        others = np.delete(values, shown)
    rest = Rest(len(others), float(others.sum())) if len(others) else None
    return Contributions("samples" if any(block.is_samples for block in blocks) else "terms", parts, rest)


@dataclass(frozen=True)
class _Block:
    """The terms of one sum.

    Attributes
    ----------
    values
        ``(count,)``: what each adds to the cell.
    term, whole
        Functions that return the k-th term without and with the factors of the whole sum.
    is_samples
        Whether the terms are the batch's samples, in column order.
    """

    values: Array
    term: Callable[[int], Tree]
    whole: Callable[[int], Tree]
    is_samples: bool = False

    def scaled(self, factor: float, of: Callable[[Tree], Tree], *, shows: bool = False) -> _Block:
        """Return the block with every term multiplied; the short text has the factor as well when it `shows`."""

        def whole(k: int) -> Tree:
            return of(self.whole(k))

        return _Block(self.values * factor, whole if shows else self.term, whole, self.is_samples)


class _Splitter:
    """Splits an expression for one cell."""

    def __init__(self, expander: Expander) -> None:
        self._expander = expander

    def split(self, node: Node, row: int, column: int) -> Iterator[_Block]:
        """Yield the sums that add up to one cell of a node's value."""
        match node:
            case Binary("+" | "-", left, right):
                yield from self._operand(left, row, column)
                for block in self._operand(right, row, column):
                    yield block if node.operator == "+" else block.scaled(-1.0, _negative, shows=True)
            case Binary("*", left, right) if _adds_up(left) or _adds_up(right):
                total, factor = (left, right) if _adds_up(left) else (right, left)
                by = self._expander.expand_operand(factor, row, column)
                for block in self._operand(total, row, column):
                    yield block.scaled(by.value, lambda tree: operation("product", tree, by))
            case Binary("/", left, right) if _adds_up(left):
                by = self._expander.expand_operand(right, row, column)
                for block in self._operand(left, row, column):
                    yield block.scaled(float(np.divide(1.0, by.value)), lambda tree: operation("quotient", tree, by))
            case Transpose(of):
                yield from self.split(of, column, row)
            case MatMul() | Reduce() | LossValue():
                yield self._sum(node, row, column)
            case _:
                tree = self._expander.expand(node, row, column)
                yield _Block(np.array([tree.value]), lambda _: tree, lambda _: tree)

    def _sum(self, node: MatMul | Reduce | LossValue, row: int, column: int) -> _Block:
        values, term = self._expander.terms(node, row, column)
        match node:
            case MatMul(left, _):
                is_samples = _has_samples_along(left)
            case Reduce(over, _):
                is_samples = over == "samples" and _has_samples_along(node.of)
            case _:
                m = len(values)
                block = _Block(values, term, term, is_samples=True)
                if node.reduction == "sum":
                    return block
                return block.scaled(1.0 / m, lambda tree: operation("quotient", tree, Leaf("m", float(m), None)))
        return _Block(values, term, term, is_samples)

    def _operand(self, node: Node, row: int, column: int) -> Iterator[_Block]:
        return self.split(node, *self._expander.operand_place(node, row, column))


def _adds_up(node: Node) -> bool:
    """Return whether a node's value is a sum, or a sum multiplied or divided by something."""
    match node:
        case MatMul() | Reduce() | LossValue():
            return True
        case Binary("/", left, _):
            return _adds_up(left)
        case Binary(_, left, right):
            return _adds_up(left) or _adds_up(right)
        case Transpose(of):
            return _adds_up(of)
    return False


def _has_samples_along(node: Node) -> bool:
    """Return whether a node's columns are the batch's samples."""
    match node:
        case Symbol(name):
            return is_per_sample(name)
        case Transpose():
            return False
        case MatMul(_, right):
            return _has_samples_along(right)
        case Slope():
            return True
        case SomeSamples("last", _):
            return False
    return any(map(_has_samples_along, node.children()))


def _negative(tree: Tree) -> Tree:
    return operation("product", Leaf(MINUS_ONE.text, MINUS_ONE.value, None, is_literal=True), tree)


def _index_of(snapshot: Snapshot, blocks: list[_Block], sample: int | None) -> int | None:
    """Return the index of a sample's part among all of them."""
    column = None if sample is None else snapshot.column_of(sample)
    start = 0
    for block in blocks:
        if block.is_samples and column is not None and column < len(block.values):
            return start + column
        start += len(block.values)
    return None


def _part(snapshot: Snapshot, explained: Cell, blocks: list[_Block], k: int) -> Contribution:
    for block in blocks:
        if k < len(block.values):
            break
        k -= len(block.values)
    term, sample = block.term(k), int(snapshot.batch[k]) if block.is_samples else None
    cell = _leads_to(term, explained)
    text, whole = (plain(write_symbols(tree)) for tree in (term, block.whole(k)))
    return Contribution(text, whole, float(block.values[k]), cell, sample)


def _leads_to(term: Tree, explained: Cell) -> Cell | None:
    """Return the cell that a term leads to: the value that came in, rather than the weight that it is multiplied by."""
    cells = [leaf.cell for leaf in leaves(term) if leaf.cell is not None and leaf.cell != explained]
    computed = [cell for cell in cells if parse(cell.symbol).kind not in ("W", "b", "cW", "cb")]
    return next(iter(computed or cells), None)
