"""One cell of a line as a tree of scalars: the numbers that it was computed from, term by term.

`explain` expands the line's expression for one cell; the leaves of the tree know which cell of which symbol they are,
so they can be followed. `text` writes a tree with symbols and with numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnviz.model.explain.expand import Expander, cell_text, sample_loss_label
from nnviz.model.explain.tree import Tree
from nnviz.model.program.expression import LossValue
from nnviz.model.program.symbols import Labels
from nnviz.model.session.selection import Cell
from nnviz.model.session.set_by_hand import SetByHand, set_since_line
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention

__all__ = ["CellExplanation", "cell_text", "explain", "explain_sample_loss"]


@dataclass(frozen=True)
class CellExplanation:
    """How the number of one cell is computed.

    Attributes
    ----------
    text
        How the cell is written: ``δ¹₂₂``, ``L``, ``ℓ₂``.
    cell
        The cell; None for one sample's loss.
    line
        Number of the line that computes it, from 1.
    tree
        The line's expression for this cell, with the numbers that the line reads; a number that has not been computed
        is NaN.
    value
        What the line computed, or None when it has not run yet. The tree's value may differ from it in the last digits:
        a matrix product adds in another order.
    assigns
        Whether the line replaces a value (``W ← …``).
    since
        How the value was set by hand after that, in order: the last of these is what the cell holds.
    """

    text: str
    cell: Cell | None
    line: int
    tree: Tree
    value: float | None
    assigns: bool = False
    since: tuple[SetByHand, ...] = ()


def explain(
    snapshot: Snapshot, cell: Cell, labels: Labels | None = None, convention: Convention = "columns"
) -> CellExplanation | None:
    """Expand the line that computes a cell, for that cell.

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

    Returns
    -------
    CellExplanation or None
        None when no line of this update has computed the cell: it is data, or a parameter or optimiser state before its
        ``←`` line.
    """
    number = snapshot.program.line_of.get(cell.symbol)
    if number is None:
        return None
    line, has_run = snapshot.program[number], snapshot.position.line >= number
    if line.assigns and not has_run:
        return None
    expander = Expander(snapshot, number, labels or snapshot.labels, convention)
    with np.errstate(all="ignore"):
        tree = expander.expand(line.expression, cell.row, cell.column)
    value = float(snapshot.written(cell.symbol)[cell.row, cell.column]) if has_run else None
    since = set_since_line(snapshot, cell)
    return CellExplanation(expander.text_of(cell), cell, number, tree, value, line.assigns, since)


def explain_sample_loss(
    snapshot: Snapshot, column: int, labels: Labels | None = None, convention: Convention = "columns"
) -> CellExplanation:
    """Expand the loss ℓ of one sample, over its outputs; `column` is the sample's column in the batch."""
    number = snapshot.program.line_of["L"]
    node = snapshot.program[number].expression
    if not isinstance(node, LossValue):
        raise TypeError("line L does not compute a loss")
    expander = Expander(snapshot, number, labels or snapshot.labels, convention)
    with np.errstate(all="ignore"):
        tree = expander.expand_sample_loss(node, column)
    has_run = snapshot.position.line >= number
    return CellExplanation(sample_loss_label(column), None, number, tree, tree.value if has_run else None)
