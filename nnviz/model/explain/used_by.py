"""Which lines read a cell, and which cells they compute from it: the way from the data forward to the loss, and on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.program.expression import (
    Activate,
    Binary,
    Conditional,
    LossValue,
    MatMul,
    Node,
    Reduce,
    Reshape,
    SomeSamples,
    Symbol,
    Transpose,
    symbols_read,
)
from nnviz.model.program.program import Program
from nnviz.model.program.shapes import Shape, shape_of
from nnviz.model.session.selection import Cell


@dataclass(frozen=True)
class Use:
    """One line that reads a cell.

    Attributes
    ----------
    line
        Its number, from 1.
    writes
        The symbol that it writes.
    rows, columns
        The cells of that symbol that are computed from the cell, as ranges of the column convention.
    """

    line: int
    writes: str
    rows: range
    columns: range

    @property
    def count(self) -> int:
        """How many cells they are."""
        return len(self.rows) * len(self.columns)

    def cells(self, most: int, column: int = 0) -> tuple[Cell, ...]:
        """Return the first cells, beginning with those in a column (the selected sample's)."""
        first = (column,) if column in self.columns else ()
        others = (each for each in self.columns if each not in first)
        each = (Cell(self.writes, row, c) for part in (first, others) for c in part for row in self.rows)
        return tuple(islice(each, most))


def uses(program: Program, shapes: Mapping[str, Shape], cell: Cell) -> tuple[Use, ...]:
    """Find the lines that read a cell, in order.

    Parameters
    ----------
    program
        The lines.
    shapes
        Shape of every symbol, column convention.
    cell
        A cell of any symbol.

    Returns
    -------
    tuple of Use
        Without the line that replaces the cell itself (``W ← W − …``).
    """
    found = []
    for number, line in enumerate(program, start=1):
        reached = [] if line.writes == cell.symbol else list(_reach(line.expression, cell, shapes))
        if not reached:
            continue
        rows, columns = shapes[line.writes]
        # A line may read a cell in several places; then all cells that any of them leads to count.
        is_all_rows, is_all_columns = (any(place[axis] is None for place in reached) for axis in (0, 1))
        row, column = reached[0]
        found.append(
            Use(
                number,
                line.writes,
                range(rows) if is_all_rows or row is None or rows == 1 else range(row, row + 1),
                range(columns) if is_all_columns or column is None or columns == 1 else range(column, column + 1),
            )
        )
    return tuple(found)


Place = tuple[int | None, int | None]
"""Row and column of a node's value; None stands for all of them."""


def _reach(node: Node, cell: Cell, shapes: Mapping[str, Shape]) -> Iterator[Place]:
    """Yield the places of a node's value that are computed from a cell."""
    match node:
        case Symbol(name):
            if name == cell.symbol:
                yield cell.row, cell.column
        case Transpose(of):
            for row, column in _reach(of, cell, shapes):
                yield column, row
        case Reshape(of):
            for row, column in _reach(of, cell, shapes):
                height, width = shape_of(of, shapes)
                if row is None or column is None:
                    yield None, None
                else:
                    yield divmod(row * width + column, height)
        case SomeSamples(which, of):
            last = shape_of(of, shapes)[1] - 1
            for row, column in _reach(of, cell, shapes):
                if column is None or (column == last) == (which == "last"):
                    yield row, 0 if which == "last" else column
        case MatMul(left, right):
            for row, _ in _reach(left, cell, shapes):
                yield row, None
            for _, column in _reach(right, cell, shapes):
                yield None, column
        case Reduce(over, of):
            for row, column in _reach(of, cell, shapes):
                yield None if over in ("units", "all") else row, None if over in ("samples", "all") else column
        case LossValue():
            if cell.symbol in symbols_read(node):
                yield None, None
        case Activate(activation, of) if ACTIVATIONS[activation].couples_units:
            for _, column in _reach(of, cell, shapes):
                yield None, column
        case Conditional(condition, then, otherwise):
            # The condition decides for all cells.
            if any(True for _ in _reach(condition, cell, shapes)):
                yield None, None
            for part in (then, otherwise):
                yield from _reach(part, cell, shapes)
        case Binary():
            rows, columns = shape_of(node, shapes)
            for operand in (node.left, node.right):
                own_rows, own_columns = shape_of(operand, shapes)
                for row, column in _reach(operand, cell, shapes):
                    # An operand of a single row or column is repeated.
                    yield None if own_rows < rows else row, None if own_columns < columns else column
        case _:
            for child in node.children():
                yield from _reach(child, cell, shapes)
