"""All that one painting of the diagram draws."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.model.prediction.sample_values import SampleValues
from nnviz.model.session.selection import Selection
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention
from nnviz.views.network.edge_values import EdgeValues
from nnviz.views.network.edges import Edges
from nnviz.views.network.layout import DiagramLayout
from nnviz.views.network.lighting import Lighting
from nnviz.views.network.unit_values import UnitValues


@dataclass(frozen=True, eq=False)
class DiagramFrame:
    """One moment, where it is drawn, and in which colours.

    Attributes
    ----------
    snapshot, selection, convention
        What is shown.
    layout
        Where.
    values, units, quantity
        The shown sample's numbers; what the units' fills show; what edges and biases show.
    edges
        The drawn edges into layer 1, 2, ….
    lighting
        What the lit line lights.
    edge_scale, delta_scale
        The numbers that have the full colour.
    """

    snapshot: Snapshot
    selection: Selection
    convention: Convention
    layout: DiagramLayout
    values: SampleValues
    units: UnitValues
    quantity: EdgeValues
    edges: tuple[Edges, ...]
    lighting: Lighting
    edge_scale: float
    delta_scale: float
