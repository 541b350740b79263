"""How the numbers in the diagram are named: ``a¹₂``, ``W²₁₂``, ``hidden 1 · 8 · tanh``."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import QCoreApplication

from nnviz.model.network.input_features import FEATURES
from nnviz.model.program.symbols import parse
from nnviz.model.session.selection import Cell
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention
from nnviz.model.text.numbers import MINUS, NUMBER_WIDTH, format_count, format_fitting
from nnviz.views.network.edges import Edges
from nnviz.views.plots.predictions.own_units import has_own_classes, has_own_names, written

_LONGEST: Final = 12
"""Characters of a name of the person's data; the tooltip has all of it."""


def unit_name(snapshot: Snapshot, symbol: str, unit: int) -> str:
    """Return the name of a unit's per-sample number or bias: ``a¹₂``; of a feature, what it is: ``x₁²``."""
    features = snapshot.data.features
    if symbol == "X" and features is not None:
        return FEATURES[features[unit]].sign.format(x1="x₁", x2="x₂")
    if symbol == "X" and has_own_names(snapshot.data):
        return _short(written(snapshot.data.feature_names[unit]))
    return snapshot.labels.of_cell(symbol, unit, 0, (snapshot.shapes[symbol][0], 1))


def target_name(snapshot: Snapshot, unit: int) -> str:
    """Return what is written before a target: ``y``, or of several outputs the name of the unit's class."""
    data = snapshot.data
    if snapshot.network.output.units > 1 and unit < len(data.class_names) and has_own_classes(data):
        return _short(data.class_names[unit])
    return snapshot.labels.target


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"


def delta_prefix(snapshot: Snapshot, layer: int) -> str:
    """Return the name of δ where its place says whose it is: ``δ``, or a document's own name."""
    own = snapshot.labels.own
    return own.get(f"delta{layer}", "δ")


def signed(value: float) -> str:
    """Format a number with room for its sign, so that it is in the same place whether it has one or not."""
    # One more character than is laid out, rather than a digit less: only numbers nearer to 0 than 1e−9 need it.
    text = format_fitting(value, NUMBER_WIDTH + 1)
    return text if text.startswith(MINUS) or len(text) >= NUMBER_WIDTH else f" {text}"


def weight_name(snapshot: Snapshot, symbol: str, row: int, column: int, convention: Convention) -> str:
    """Return the name of one cell of a weight matrix or of its gradient, in a convention."""
    shape = snapshot.shapes[symbol]
    if convention == "rows":
        row, column, shape = column, row, (shape[1], shape[0])
    return snapshot.labels.of_cell(symbol, row, column, shape)


def parameter_name(snapshot: Snapshot, cell: Cell, convention: Convention) -> str:
    """Return the name of a weight, in a convention, or of a bias."""
    if parse(cell.symbol).kind == "b":
        return unit_name(snapshot, cell.symbol, cell.row)
    return weight_name(snapshot, cell.symbol, cell.row, cell.column, convention)


def headings(snapshot: Snapshot, layer: int) -> tuple[str, ...]:
    """Return a column's heading and shorter ones for where there is less room, the longest first."""
    network = snapshot.network
    count = format_count(network.sizes[layer])
    if layer == 0:
        return (f"{QCoreApplication.translate('NetworkPanel', 'input')} · {count}", count)
    sign = network.layers[layer - 1].function.sign
    return (f"{role(snapshot, layer)} · {count} · {sign}", f"{count} · {sign}", count)


def captions(snapshot: Snapshot, edges: Edges) -> tuple[str, ...]:
    """Return texts for how many of the edges into a layer are drawn, the longest first."""
    if edges.values is None:
        return (QCoreApplication.translate("NetworkPanel", "not computed"),)
    drawn, possible = format_count(len(edges.rows)), format_count(edges.possible)
    short = f"{drawn} / {possible}"
    if len(edges.rows) == edges.possible:
        text = QCoreApplication.translate("NetworkPanel", "all %2")
    else:
        text = QCoreApplication.translate("NetworkPanel", "%1 strongest of %2")
    text = text.replace("%1", drawn).replace("%2", possible)
    if edges.unit is None:
        return text, short
    layer, unit = edges.unit
    name = unit_name(snapshot, f"A{layer}" if layer else "X", unit)
    return f"{name}: {text}", f"{name}: {short}", short


def role(snapshot: Snapshot, layer: int) -> str:
    """Return what a layer is: ``input``, ``hidden``, ``hidden 2`` where there are several, ``output``."""
    depth = snapshot.network.depth
    if layer == 0:
        return QCoreApplication.translate("NetworkPanel", "input")
    if layer == depth:
        return QCoreApplication.translate("NetworkPanel", "output")
    hidden = QCoreApplication.translate("NetworkPanel", "hidden")
    return hidden if depth == 2 else f"{hidden} {layer}"
