"""The things in the diagram, and which of them lies under the mouse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PyQt6.QtCore import QPointF, QRectF

from nnviz.model.program.symbols import parse
from nnviz.model.session.selection import Cell, layer_of
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.network.columns import LayerColumn
from nnviz.views.network.frame import DiagramFrame
from nnviz.views.network.layout import DiagramLayout

SpotKind = Literal["unit", "bias", "delta", "target", "edge", "heading"]


@dataclass(frozen=True)
class Spot:
    """One thing in the diagram.

    Attributes
    ----------
    kind
        What it is.
    layer
        Its layer; an edge's is the one it goes into.
    unit
        Its unit, from 0.
    source
        Of an edge: the unit of the layer before.
    """

    kind: SpotKind
    layer: int
    unit: int = 0
    source: int = 0


def spot_at(frame: DiagramFrame, place: QPointF) -> Spot | None:
    """Return what lies at a place, small things before large ones, edges last."""
    layout = frame.layout
    for column in layout.columns:
        found = _in_column(column, place, layout.m.hair)
        if found is not None:
            has_bias = found.kind != "bias" or frame.snapshot.network.biases[found.layer - 1]
            return found if has_bias else Spot("unit", found.layer, found.unit)
    for layer, heading in enumerate(layout.headings):
        if layer and heading.contains(place):
            return Spot("heading", layer)
    for each in frame.edges:
        nearest = each.nearest(place, layout.m.small)
        if nearest is not None:
            return Spot("edge", each.layer, *nearest)
    return None


def rect_of(layout: DiagramLayout, spot: Spot) -> QRectF | None:
    """Return the rectangle of a thing; None for an edge, and for what is not drawn."""
    column = layout.columns[spot.layer]
    match spot.kind:
        case "unit":
            return column.unit(spot.unit)
        case "bias":
            return column.bias(spot.unit)
        case "delta":
            return column.delta(spot.unit)
        case "target":
            return column.target(spot.unit)
        case "heading":
            return layout.headings[spot.layer]
    return None


def place_of(frame: DiagramFrame, spot: Spot) -> QPointF | None:
    """Return the middle of a thing; None for one that is not drawn."""
    if spot.kind == "edge":
        return frame.layout.routes[spot.layer - 1].path(spot.unit, spot.source).pointAtPercent(0.5)
    rect = rect_of(frame.layout, spot)
    return None if rect is None else rect.center()


def cell_of(frame: DiagramFrame, spot: Spot) -> Cell | None:
    """Return the cell that a thing shows; None where there is none, as there is no δ of a sample outside the batch."""
    column = frame.values.column
    match spot.kind:
        case "edge":
            return Cell(frame.quantity.symbol(f"W{spot.layer}"), spot.unit, spot.source)
        case "bias":
            count = frame.snapshot.network.biases[spot.layer - 1]
            row = spot.unit if count > 1 else 0  # units may share one
            return Cell(frame.quantity.symbol(f"b{spot.layer}"), row, 0) if count else None
        case "delta" if column is not None and frame.snapshot.program.computes_gradients:
            return Cell(f"delta{spot.layer}", spot.unit, column)
        case "target" if column is not None:
            return Cell("Y", spot.unit, column)
    return None


def parameter_of(frame: DiagramFrame, spot: Spot) -> Cell | None:
    """Return the parameter that a thing shows; None for anything else, and while gradients or changes are shown."""
    is_shown = frame.quantity.quantity == "weights" and spot.kind in ("edge", "bias")
    return cell_of(frame, spot) if is_shown else None


def spot_of(snapshot: Snapshot, cell: Cell) -> Spot | None:
    """Return the thing that shows a cell; None for the loss, and for what belongs to a unit as a whole."""
    layer = layer_of(snapshot, cell.symbol)
    match parse(cell.symbol).kind:
        case "W" | "dW" | "dR" | "vW" | "sW" | "hW" | "uW" | "cW" | "gW":
            return Spot("edge", layer, cell.row, cell.column)
        case "b" | "db" | "dRb" | "vb" | "sb" | "hb" | "ub" | "cb" | "gb":
            return Spot("bias", layer, cell.row)
        case "delta":
            return Spot("delta", layer, cell.row)
        case "Y":
            return Spot("target", layer, cell.row)
    return None


def _in_column(column: LayerColumn, place: QPointF, slack: float) -> Spot | None:
    unit = column.nearest(place)
    things: tuple[tuple[SpotKind, QRectF | None], ...] = (
        ("delta", column.delta(unit)),
        ("bias", column.bias(unit)),
        ("target", column.target(unit)),
        ("unit", column.unit(unit)),
        ("unit", column.value(unit)),
    )
    for kind, rect in things:
        # The slack makes dots and thin cells easier to hit.
        if rect is not None and rect.adjusted(-slack, 0.0, slack, 0.0).contains(place):
            return Spot(kind, column.layer, unit)
    return None
