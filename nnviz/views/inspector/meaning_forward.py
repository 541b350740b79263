"""What the numbers of the forward pass are, in plain sentences."""

from __future__ import annotations

from PyQt6.QtCore import QCoreApplication

from nnviz.model.explain.text import number_text
from nnviz.model.program.symbols import parse
from nnviz.model.session.selection import Cell
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.inspector.activation_slope import SATURATED, slope_of
from nnviz.views.inspector.names import fill, sample, sentence, together, unit


def weighted_input(snapshot: Snapshot, cell: Cell, value: float | None) -> str:
    """Describe what z adds up, and whether a rectifier is on."""
    layer = parse(cell.symbol).layer
    text = QCoreApplication.translate(
        "InspectorPanel", "What %1 adds up for %2: its weights times their inputs, plus its bias."
    )
    what = sentence(fill(text, unit(snapshot, layer, cell.row), sample(snapshot, cell.column)))
    function = snapshot.network.layers[layer - 1].function
    if value is None or (function.family or function.name) not in ("relu", "leaky-relu"):
        return what
    if value > 0:
        return together(what, QCoreApplication.translate("InspectorPanel", "Above 0: the unit is on."))
    return together(what, QCoreApplication.translate("InspectorPanel", "Not above 0: the unit is off."))


def activation(snapshot: Snapshot, cell: Cell, value: float | None) -> str:
    """Describe a hidden unit's activation, and whether the unit is saturated."""
    layer = parse(cell.symbol).layer
    names = unit(snapshot, layer, cell.row), sample(snapshot, cell.column)
    text = QCoreApplication.translate("InspectorPanel", "What %1 passes on for %2.")
    what = fill(text, *names)
    slope = None if value is None else slope_of(snapshot, cell)
    # Of an activation that is none of the function's, above 1 in a tanh layer, it may be negative and large.
    if slope is None or not abs(slope) < SATURATED:
        return what
    if slope == 0:
        text = QCoreApplication.translate("InspectorPanel", "It is flat here: nothing passes back.")
    else:
        text = QCoreApplication.translate("InspectorPanel", "It is nearly flat here: next to nothing passes back.")
    return together(what, text)


def output(snapshot: Snapshot, cell: Cell, value: float | None) -> str:
    """Describe how far an answer is from its target."""
    if snapshot.network.output.units == 1:
        text = QCoreApplication.translate("InspectorPanel", "The network's answer for %1.")
    else:
        text = QCoreApplication.translate("InspectorPanel", "The network's answer for %1 at %2.")
    what = fill(text, sample(snapshot, cell.column), unit(snapshot, snapshot.network.depth, cell.row))
    if value is None:
        return what
    target = float(snapshot.targets[cell.row, snapshot.batch[cell.column]])
    if snapshot.scenario.loss == "hinge" and target * value >= 1:
        end = QCoreApplication.translate("InspectorPanel", "It is beyond the margin: it costs nothing.")
    elif value == target:
        end = QCoreApplication.translate("InspectorPanel", "It equals its target.")
    elif value < target:
        end = QCoreApplication.translate("InspectorPanel", "It is %1 below its target.")
    else:
        end = QCoreApplication.translate("InspectorPanel", "It is %1 above its target.")
    return together(what, fill(end, number_text(abs(target - value))))


def loss(snapshot: Snapshot, kind: str) -> str:
    """Describe what L, R and J are."""
    if kind == "R":
        return QCoreApplication.translate("InspectorPanel", "The penalty on large weights.")
    if kind == "J":
        return QCoreApplication.translate("InspectorPanel", "Loss and penalty together: what training minimises.")
    count = len(snapshot.batch)
    if count == 1:
        return fill(QCoreApplication.translate("InspectorPanel", "The loss of %1."), sample(snapshot, 0))
    if snapshot.program.recipe.reduction == "sum":
        text = QCoreApplication.translate("InspectorPanel", "The sum of the losses of the batch's %1 samples.")
    else:
        text = QCoreApplication.translate("InspectorPanel", "The mean loss of the batch's %1 samples.")
    return fill(text, str(count))
