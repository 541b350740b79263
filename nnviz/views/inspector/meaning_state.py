"""What data, parameters, and the state of an optimiser or of a search are, in plain sentences."""

from __future__ import annotations

from PyQt6.QtCore import QCoreApplication

from nnviz.model.explain.cell import CellExplanation
from nnviz.model.explain.text import number_text
from nnviz.model.program.evolution_strategies import STRATEGIES
from nnviz.model.program.symbols import parse
from nnviz.model.program.training_methods import METHODS
from nnviz.model.session.selection import Cell
from nnviz.model.session.set_by_hand import SetByHand, set_by_hand, set_in_update, set_since_line
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
    """Describe a weight or a bias, and how the update moved it, or a person set it; before that, where it is from."""
    what = sentence(parameter(snapshot, cell))
    if explanation is None:
        return fill(QCoreApplication.translate("InspectorPanel", "%1: %2"), what, _held(snapshot, cell))
    change = snapshot.change(cell.symbol)
    assert change is not None  # its line has run
    moved = float(change[cell.row, cell.column])
    if moved == 0:
        text = QCoreApplication.translate("InspectorPanel", "%1: this update did not change it.")
    elif moved > 0:
        text = QCoreApplication.translate("InspectorPanel", "%1: this update raised it by %2.")
    else:
        text = QCoreApplication.translate("InspectorPanel", "%1: this update lowered it by %2.")
    said = fill(text, what, number_text(abs(moved)))
    earlier = set_in_update(snapshot, cell)[: -len(explanation.since) or None]
    for made in earlier[-1:]:
        before = QCoreApplication.translate("InspectorPanel", "It had been %1 before.")
        said = together(said, fill(before, set_words(made)))
    for made in explanation.since[-1:]:
        then = QCoreApplication.translate("InspectorPanel", "Then it was %1.")
        said = together(said, fill(then, set_words(made)))
    return said


def set_words(made: SetByHand) -> str:
    """Return the words for a value that was set, with the old one: ``set by hand to 1/3 (was −0.5024)``."""
    value = made.typed or number_text(made.value)
    if made.old is None:
        return fill(QCoreApplication.translate("InspectorPanel", "set by hand to %1"), value)
    text = QCoreApplication.translate("InspectorPanel", "set by hand to %1 (was %2)")
    return fill(text, value, number_text(made.old))


def _held(snapshot: Snapshot, cell: Cell) -> str:
    """Describe where a value that this update has not changed is from, and what will change it."""
    line, updates = snapshot.program.line_of.get(cell.symbol), snapshot.position.completed
    made = set_by_hand(snapshot, cell)
    if made is not None:
        from_where = fill(QCoreApplication.translate("InspectorPanel", "%1.", "what was done"), set_words(made))
    elif updates == 0:
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
    settings = {setting.name for setting in METHODS[snapshot.scenario.optimiser.kind].settings}
    if kind.startswith("h"):
        text = QCoreApplication.translate(
            "InspectorPanel", "Largest running mean of the squared gradients of %1 so far."
        )
    elif kind.startswith("s") and not settings & {"rho", "beta2"}:
        text = QCoreApplication.translate(
            "InspectorPanel", "Sum of the squared gradients of %1: the larger, the smaller its steps."
        )
    elif kind.startswith("s"):
        text = QCoreApplication.translate(
            "InspectorPanel", "Running mean of the squared gradients of %1: the larger, the smaller its steps."
        )
    elif "beta1" in settings:
        text = QCoreApplication.translate("InspectorPanel", "Running mean of the gradients of %1.")
    else:
        text = QCoreApplication.translate(
            "InspectorPanel", "Velocity of %1: the sum of its gradients, older ones decaying."
        )
    what = fill(text, parameter(snapshot, cell))
    return what if explanation is not None else together(what, sentence(_held(snapshot, cell)))


def searched(snapshot: Snapshot, cell: Cell) -> str:
    """Describe which parameter a random number, a candidate's or a champion's value is for."""
    made = set_since_line(snapshot, cell)
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
    said = fill(text, parameter(snapshot, cell))
    return together(said, _measured_again(made[-1])) if made else said


def lowest_loss(snapshot: Snapshot, cell: Cell) -> str:
    """Describe what L* is the lowest of."""
    made = set_since_line(snapshot, cell)
    return together(_lowest_of(snapshot), _measured_again(made[-1])) if made else _lowest_of(snapshot)


def _measured_again(made: SetByHand) -> str:
    """Return text that says that a number does not come from its line, since a parameter was set after it."""
    assert made.old is not None  # only what comes from older files may lack it, and no file has these
    text = QCoreApplication.translate("InspectorPanel", "It was %1, and is measured again since a parameter was set.")
    return fill(text, number_text(made.old))


def _lowest_of(snapshot: Snapshot) -> str:
    if "gW1" in snapshot.program.state:
        return QCoreApplication.translate("InspectorPanel", "The lowest loss of this generation’s candidates so far.")
    return QCoreApplication.translate(
        "InspectorPanel", "The loss of the parameters kept so far: a candidate with a lower one replaces them."
    )
