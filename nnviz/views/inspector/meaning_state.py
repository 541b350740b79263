"""What data, parameters, and the state of an optimiser or of a search are, in plain sentences."""

from __future__ import annotations

from PyQt6.QtCore import QCoreApplication

from nnviz.model.explain.cell import CellExplanation
from nnviz.model.explain.text import number_text
from nnviz.model.program.evolution_strategies import STRATEGIES
from nnviz.model.program.symbols import parse
from nnviz.model.session.selection import Cell
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.inspector.names import fill, parameter, sample, sentence, together, unit


def data(snapshot: Snapshot, cell: Cell) -> str:
    """Describe an input or a target: whose it is."""
    if cell.symbol == "X":
        text = QCoreApplication.translate("InspectorPanel", "%1 of %2. It is data: no line computes it.")
        said = sentence(fill(text, unit(snapshot, 0, cell.row), sample(snapshot, cell.column)))
        how = _scaled(snapshot, cell)
        return together(said, how) if how else said
    text = QCoreApplication.translate("InspectorPanel", "What %1 should be for %2. It is data: no line computes it.")
    return fill(text, unit(snapshot, snapshot.network.depth, cell.row), sample(snapshot, cell.column))


def _scaled(snapshot: Snapshot, cell: Cell) -> str:
    """Return how the number was scaled, which is a step before the program; nothing where it was not."""
    scaled = snapshot.data.scaled
    if scaled is None or snapshot.data.features:
        return ""
    raw, offset, factor = (
        float(array[cell.row, column])
        for array, column in ((scaled.raw, snapshot.batch[cell.column]), (scaled.offset, 0), (scaled.factor, 0))
    )
    text = QCoreApplication.translate("InspectorPanel", "Before scaling it is %1: (%1 − %2) · %3.")
    return fill(text, *(number_text(number) for number in (raw, offset, factor)))


def parameter_words(snapshot: Snapshot, cell: Cell, explanation: CellExplanation | None) -> str:
    """Describe a weight or a bias, and how the update moved it; before that, where it is from."""
    what = sentence(parameter(snapshot, cell))
    if explanation is None:
        return fill(QCoreApplication.translate("InspectorPanel", "%1: %2"), what, _held(snapshot, cell))
    moved = float(
        snapshot.values[cell.symbol][cell.row, cell.column] - snapshot.before[cell.symbol][cell.row, cell.column]
    )
    if moved == 0:
        text = QCoreApplication.translate("InspectorPanel", "%1: this update did not change it.")
    elif moved > 0:
        text = QCoreApplication.translate("InspectorPanel", "%1: this update raised it by %2.")
    else:
        text = QCoreApplication.translate("InspectorPanel", "%1: this update lowered it by %2.")
    return fill(text, what, number_text(abs(moved)))


def _held(snapshot: Snapshot, cell: Cell) -> str:
    """Describe where a value that this update has not changed is from, and what will change it."""
    line, updates = snapshot.program.line_of.get(cell.symbol), snapshot.position.completed
    if updates == 0:
        from_where = QCoreApplication.translate("InspectorPanel", "its value at the start.")
    else:
        text = QCoreApplication.translate("InspectorPanel", "its value after update %1.")
        from_where = fill(text, str(updates))
    if line is None:
        return together(from_where, QCoreApplication.translate("InspectorPanel", "It is not trained."))
    text = QCoreApplication.translate("InspectorPanel", "Line %1 changes it.")
    return together(from_where, fill(text, str(line)))


def moment(snapshot: Snapshot, cell: Cell, explanation: CellExplanation | None) -> str:
    """Describe what an optimiser's state accumulates."""
    kind = parse(cell.symbol).kind
    if kind.startswith("s"):
        text = QCoreApplication.translate(
            "InspectorPanel", "Running mean of the squared gradients of %1: the larger, the smaller its steps."
        )
    elif snapshot.scenario.optimiser.kind == "adam":
        text = QCoreApplication.translate("InspectorPanel", "Running mean of the gradients of %1.")
    else:
        text = QCoreApplication.translate(
            "InspectorPanel", "Velocity of %1: the sum of its gradients, older ones decaying."
        )
    what = fill(text, parameter(snapshot, cell))
    return what if explanation is not None else together(what, sentence(_held(snapshot, cell)))


def searched(snapshot: Snapshot, cell: Cell) -> str:
    """Describe which parameter a random number, a candidate's or a champion's value is for."""
    match parse(cell.symbol).kind[0]:
        case "c":
            text = QCoreApplication.translate(
                "InspectorPanel", "The candidate for %1: the value kept so far, changed at random."
            )
        case "g":
            text = QCoreApplication.translate("InspectorPanel", "The value of %1 in the generation’s best candidate.")
        case _ if STRATEGIES[snapshot.program.recipe.optimiser].distribution == "uniform":
            text = QCoreApplication.translate(
                "InspectorPanel",
                "This update’s random number for %1, uniform between −1 and 1. No line computes it.",
            )
        case _:
            text = QCoreApplication.translate(
                "InspectorPanel",
                "This update’s random number for %1, normally distributed with standard deviation 1. "
                "No line computes it.",
            )
    return fill(text, parameter(snapshot, cell))


def lowest_loss(snapshot: Snapshot) -> str:
    """Describe what L* is the lowest of."""
    if "gW1" in snapshot.program.state:
        return QCoreApplication.translate("InspectorPanel", "The lowest loss of this generation’s candidates so far.")
    return QCoreApplication.translate(
        "InspectorPanel", "The loss of the parameters kept so far: a candidate with a lower one replaces them."
    )
