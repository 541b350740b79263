"""What the things that numbers belong to are called in a sentence."""

from __future__ import annotations

from PyQt6.QtCore import QCoreApplication

from nnviz.model.program.symbols import parse
from nnviz.model.session.selection import Cell
from nnviz.model.session.snapshot import Snapshot


def fill(text: str, *values: str) -> str:
    """Fill a translated text's places ``%1``, ``%2`` …."""
    for number, value in enumerate(values, start=1):
        text = text.replace(f"%{number}", value)
    return text


def sentence(text: str) -> str:
    """Begin with a capital letter: a unit's name may be the first word."""
    return text[:1].upper() + text[1:]


def together(first: str, second: str) -> str:
    """Join sentences, with a space between them in languages that have one."""
    return fill(QCoreApplication.translate("InspectorPanel", "%1 %2", "two sentences"), first, second)


def unit(snapshot: Snapshot, layer: int, row: int) -> str:
    """Return a unit's name: ``hidden unit 2``, ``unit 2 of layer 1`` among several hidden layers, ``the output``."""
    number, depth = str(row + 1), snapshot.network.depth
    if layer == 0:
        return fill(QCoreApplication.translate("InspectorPanel", "input %1"), number)
    if layer == depth and snapshot.network.sizes[depth] == 1:
        return QCoreApplication.translate("InspectorPanel", "the output")
    if layer == depth:
        return fill(QCoreApplication.translate("InspectorPanel", "output %1"), number)
    if depth == 2:
        return fill(QCoreApplication.translate("InspectorPanel", "hidden unit %1"), number)
    return fill(QCoreApplication.translate("InspectorPanel", "unit %1 of layer %2"), number, str(layer))


def sample(snapshot: Snapshot, column: int) -> str:
    """Return the name of a column's sample, by its number in the data: ``sample 2``."""
    return sample_name(int(snapshot.batch[column]))


def sample_name(index: int) -> str:
    """Return the name of a sample, by its index in the data."""
    return fill(QCoreApplication.translate("InspectorPanel", "sample %1"), str(index + 1))


def parameter(snapshot: Snapshot, cell: Cell) -> str:
    """Return the name of the parameter that a cell of W, b, or of one of their gradients or moments is about."""
    name = parse(cell.symbol)
    own = unit(snapshot, name.layer, cell.row)
    if name.kind.endswith("b") and snapshot.network.layers[name.layer - 1].bias == "shared":
        return fill(QCoreApplication.translate("InspectorPanel", "the bias of layer %1"), str(name.layer))
    if name.kind.endswith("b"):
        return fill(QCoreApplication.translate("InspectorPanel", "the bias of %1"), own)
    below = unit(snapshot, name.layer - 1, cell.column)
    return fill(QCoreApplication.translate("InspectorPanel", "the weight from %1 to %2"), below, own)
