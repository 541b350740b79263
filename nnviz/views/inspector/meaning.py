"""What a number is and what its sign means, in plain sentences."""

from __future__ import annotations

import math

from PyQt6.QtCore import QCoreApplication

from nnviz.model.explain.cell import CellExplanation
from nnviz.model.explain.tree import leaves
from nnviz.model.program.symbols import parse
from nnviz.model.session.selection import Cell
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.inspector.meaning_backward import derivative, gradient, hidden_delta, output_delta, penalty_gradient
from nnviz.views.inspector.meaning_forward import activation, loss, output, weighted_input
from nnviz.views.inspector.meaning_state import data, lowest_loss, moment, parameter_words, searched
from nnviz.views.inspector.names import fill


def in_words(snapshot: Snapshot, cell: Cell, value: float | None, explanation: CellExplanation | None) -> str:
    """Describe what a cell is and what its value means.

    Parameters
    ----------
    snapshot
        The moment.
    cell
        The cell, in the column convention.
    value
        What it holds; None when it has not been computed.
    explanation
        How it came about; None for data, and for a parameter before its line.
    """
    if value is not None and not math.isfinite(value):
        return _not_finite(explanation)
    kind = parse(cell.symbol).kind
    match kind:
        case "X" | "Y":
            return data(snapshot, cell)
        case "W" | "b":
            return parameter_words(snapshot, cell, explanation)
        case "Z":
            return weighted_input(snapshot, cell, value)
        case "A":
            is_output = parse(cell.symbol).layer == snapshot.network.depth
            return output(snapshot, cell, value) if is_output else activation(snapshot, cell, value)
        case "L" | "R" | "J":
            return loss(snapshot, kind)
        case "delta":
            is_output = parse(cell.symbol).layer == snapshot.network.depth
            return output_delta(snapshot, cell, value) if is_output else hidden_delta(snapshot, cell, value)
        case "dA" | "dX":
            return derivative(snapshot, cell)
        case "dW" | "db":
            return gradient(snapshot, cell, value)
        case "dR" | "dRb":
            return penalty_gradient(snapshot, cell)
        case "uW" | "ub" | "cW" | "cb" | "gW" | "gb":
            return searched(snapshot, cell)
        case "Lbest":
            return lowest_loss(snapshot, cell)
    return moment(snapshot, cell, explanation)


def not_computed(line: int) -> str:
    """Return a sentence that says which line computes a number."""
    return fill(QCoreApplication.translate("InspectorPanel", "Not computed yet: run to line %1."), str(line))


def _not_finite(explanation: CellExplanation | None) -> str:
    if explanation is None:
        return QCoreApplication.translate("InspectorPanel", "Not a finite number: nothing can be learned from here on.")
    if all(math.isfinite(leaf.value) for leaf in leaves(explanation.tree)):
        return QCoreApplication.translate(
            "InspectorPanel", "Not finite, although every number that it comes from is: it went wrong in this line."
        )
    return QCoreApplication.translate(
        "InspectorPanel", "Not finite, because a number that it comes from is not: follow that one."
    )
