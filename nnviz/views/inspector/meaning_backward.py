"""What the numbers of the backward pass are, in plain sentences."""

from __future__ import annotations

from PyQt6.QtCore import QCoreApplication

from nnviz.model.explain.text import number_text
from nnviz.model.mistakes.build import corrections
from nnviz.model.program.symbols import parse
from nnviz.model.session.selection import Cell
from nnviz.model.session.set_by_hand import set_between_reads
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.inspector.activation_slope import slope_of
from nnviz.views.inspector.names import fill, parameter, sample, sentence, together, unit


def output_delta(snapshot: Snapshot, cell: Cell, value: float | None) -> str:
    """Describe which way a sample pulls an output."""
    names = sample(snapshot, cell.column), unit(snapshot, snapshot.network.depth, cell.row)
    if value is None:
        text = QCoreApplication.translate("InspectorPanel", "Which way and how hard %1 pulls %2.")
    elif value < 0:
        text = QCoreApplication.translate("InspectorPanel", "%1 pulls %2 up: a larger z would lower its loss.")
    elif value > 0:
        text = QCoreApplication.translate("InspectorPanel", "%1 pulls %2 down: a larger z would raise its loss.")
    else:
        text = QCoreApplication.translate("InspectorPanel", "%1 does not pull %2 either way.")
    said = sentence(fill(text, *names))
    return said if value is None else with_doubt(snapshot, said)


def hidden_delta(snapshot: Snapshot, cell: Cell, value: float | None) -> str:
    """Describe which way a sample pulls a hidden unit, and how that came back to it."""
    layer = parse(cell.symbol).layer
    who, what = sample(snapshot, cell.column), unit(snapshot, layer, cell.row)
    if value is None:
        text = QCoreApplication.translate("InspectorPanel", "Which way and how hard %1 pulls %2.")
        return sentence(fill(text, who, what))
    above, pull = _from_above(snapshot, cell, layer), _pull(snapshot, cell, value, who, what)
    return with_doubt(snapshot, together(above, pull) if above else pull)


def _from_above(snapshot: Snapshot, cell: Cell, layer: int) -> str:
    """Return what comes back, where it comes from one unit alone."""
    if snapshot.network.sizes[layer + 1] != 1:
        return ""
    above = float(snapshot.values[f"delta{layer + 1}"][0, cell.column])
    names = sample(snapshot, cell.column), unit(snapshot, layer + 1, 0)
    if above == 0:
        return ""
    if above < 0:
        text = QCoreApplication.translate("InspectorPanel", "%1 pulls %2 up; the weight %3 passes that on.")
    else:
        text = QCoreApplication.translate("InspectorPanel", "%1 pulls %2 down; the weight %3 passes that on.")
    weights = snapshot.read_by(snapshot.program.line_of[cell.symbol], f"W{layer + 1}")
    assert weights is not None  # they have a value from the start
    return sentence(fill(text, *names, number_text(float(weights[0, cell.row]))))


def _pull(snapshot: Snapshot, cell: Cell, value: float, who: str, what: str) -> str:
    slope = slope_of(snapshot, cell)
    if value == 0:
        if slope == 0:
            text = QCoreApplication.translate("InspectorPanel", "The slope of %2 is 0: nothing passes back through it.")
        else:
            text = QCoreApplication.translate("InspectorPanel", "%1 does not pull %2 either way.")
        return sentence(fill(text, who, what))
    if slope is None:
        if value < 0:
            text = QCoreApplication.translate("InspectorPanel", "So %1 pulls %2 up.")
        else:
            text = QCoreApplication.translate("InspectorPanel", "So %1 pulls %2 down.")
        return fill(text, who, what)
    if value < 0:
        text = QCoreApplication.translate("InspectorPanel", "So %1 pulls %2 up, scaled by its slope %3.")
    else:
        text = QCoreApplication.translate("InspectorPanel", "So %1 pulls %2 down, scaled by its slope %3.")
    return fill(text, who, what, number_text(slope))


def gradient(snapshot: Snapshot, cell: Cell, value: float | None) -> str:
    """Describe how what is minimised changes with a parameter, and what plain gradient descent makes of that."""
    symbol = cell.symbol.removeprefix("d")
    descends = snapshot.scenario.optimiser.kind == "gradient-descent" and symbol in snapshot.program.trained
    text_for = _loss_text if snapshot.program.objective == "L" else _penalised_text
    text = text_for(value, descends=descends)
    said = fill(text, parameter(snapshot, cell))
    return said if value is None else with_doubt(snapshot, said)


def _loss_text(value: float | None, *, descends: bool) -> str:
    if value is None:
        return QCoreApplication.translate("InspectorPanel", "How steeply the loss rises with %1.")
    if value > 0 and descends:
        return QCoreApplication.translate("InspectorPanel", "The loss rises with %1, so gradient descent lowers it.")
    if value > 0:
        return QCoreApplication.translate("InspectorPanel", "The loss rises with %1.")
    if value < 0 and descends:
        return QCoreApplication.translate("InspectorPanel", "The loss falls with %1, so gradient descent raises it.")
    if value < 0:
        return QCoreApplication.translate("InspectorPanel", "The loss falls with %1.")
    return QCoreApplication.translate("InspectorPanel", "The loss does not change with %1.")


def _penalised_text(value: float | None, *, descends: bool) -> str:
    if value is None:
        return QCoreApplication.translate("InspectorPanel", "How steeply loss and penalty together rise with %1.")
    if value > 0 and descends:
        return QCoreApplication.translate(
            "InspectorPanel", "Loss and penalty together rise with %1, so gradient descent lowers it."
        )
    if value > 0:
        return QCoreApplication.translate("InspectorPanel", "Loss and penalty together rise with %1.")
    if value < 0 and descends:
        return QCoreApplication.translate(
            "InspectorPanel", "Loss and penalty together fall with %1, so gradient descent raises it."
        )
    if value < 0:
        return QCoreApplication.translate("InspectorPanel", "Loss and penalty together fall with %1.")
    return QCoreApplication.translate("InspectorPanel", "Loss and penalty together do not change with %1.")


def with_doubt(snapshot: Snapshot, said: str) -> str:
    """Add that a number need not mean what it should, where a line is wrong, or lines have read different values."""
    if set_between_reads(snapshot):
        text = QCoreApplication.translate(
            "InspectorPanel", "Lines of this update have read different values, as one was set by hand in between."
        )
        return together(said, text)
    if not snapshot.hides_mistakes and corrections(snapshot.program):
        text = QCoreApplication.translate("InspectorPanel", "This update makes a mistake: the number may mislead.")
        return together(said, text)
    return said


def penalty_gradient(snapshot: Snapshot, cell: Cell) -> str:
    """Describe what a penalty does to a weight."""
    if parse(cell.symbol).kind == "dRb":
        text = QCoreApplication.translate(
            "InspectorPanel", "The penalty's part of the gradient of %1: it draws the bias towards 0."
        )
    else:
        text = QCoreApplication.translate(
            "InspectorPanel", "The penalty's part of the gradient of %1: it draws the weight towards 0."
        )
    return fill(text, parameter(snapshot, cell))


def derivative(snapshot: Snapshot, cell: Cell) -> str:
    """Describe a derivative of the loss by an activation or an input."""
    text = QCoreApplication.translate("InspectorPanel", "How the loss changes with what %1 passes on for %2.")
    return fill(text, unit(snapshot, parse(cell.symbol).layer, cell.row), sample(snapshot, cell.column))
