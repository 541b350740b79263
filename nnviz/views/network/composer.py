"""Making frames: what is drawn follows from a snapshot, a selection and the room, and from scales that are stable."""

from __future__ import annotations

from collections.abc import Mapping

from nnviz.model.network.network import Network
from nnviz.model.prediction.sample_values import SampleValues
from nnviz.model.session.selection import Selection, shown_sample, valid_for
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention
from nnviz.views.colour_scales import StableScale
from nnviz.views.network.columns import UnitColumn
from nnviz.views.network.edge_values import EdgeValues, Quantity, greatest
from nnviz.views.network.edges import edges_along
from nnviz.views.network.frame import DiagramFrame
from nnviz.views.network.layout import DiagramLayout, arrange
from nnviz.views.network.lighting import lighting
from nnviz.views.network.measures import MANY, Texts
from nnviz.views.network.names import delta_prefix, target_name, unit_name
from nnviz.views.network.unit_values import COARSE, FINE, UnitValues
from nnviz.views.plots.predictions.own_units import has_own_names


class Composer:
    """Holds what is shown, and makes a frame of it when one is to be drawn.

    Parameters
    ----------
    texts
        Fonts, for the room that texts take.

    Attributes
    ----------
    snapshot, selection, convention, quantity
        What is shown; call `changed` after setting one of them.
    """

    def __init__(self, texts: Texts) -> None:
        self.snapshot: Snapshot | None = None
        self.selection = Selection()
        self.convention: Convention = "columns"
        self.quantity: Quantity = "weights"
        self._texts = texts
        self._units = UnitValues()
        self._scaled: Network | None = None
        self._edge_scales = _new_scales()
        self._delta_scale = StableScale()
        self._layout: tuple[object, DiagramLayout] | None = None
        self._frame: DiagramFrame | None = None

    def changed(self) -> None:
        """Make a new frame for the next drawing."""
        self._frame = None

    def follow_scales(self) -> float:
        """Update the colour scales from the snapshot, and return that of the edges; a new network has its own."""
        snapshot = self.snapshot
        if snapshot is not None:
            if self._scaled != snapshot.network:
                self._scaled = snapshot.network
                self._edge_scales, self._delta_scale = _new_scales(), StableScale()
            self._edge_scales[self.quantity].follow(EdgeValues(snapshot, self.quantity).magnitude)
            self._delta_scale.follow(greatest(snapshot.value(f"delta{layer}") for layer in _computing(snapshot)))
        return self._edge_scales[self.quantity].scale

    def frame(self, width: int, height: int) -> DiagramFrame | None:
        """Return all that is drawn in a room of this size; None before the first snapshot."""
        if self.snapshot is None:
            return None
        layout = self._layout_for(self.snapshot, width, height)
        if self._frame is None or self._frame.layout is not layout:
            self._frame = self._compose(self.snapshot, layout)
        return self._frame

    def _compose(self, snapshot: Snapshot, layout: DiagramLayout) -> DiagramFrame:
        selection = valid_for(snapshot, self.selection)
        quantity = EdgeValues(snapshot, self.quantity)
        sides = [column.side for column in layout.columns if isinstance(column, UnitColumn)]
        self._units.take(snapshot, COARSE if max(sides, default=0.0) < layout.m.unit_labelled else FINE)
        edges = tuple(
            edges_along(routes, layer, quantity.weights(layer), selection.unit)
            for layer, routes in enumerate(layout.routes, start=1)
        )
        return DiagramFrame(
            snapshot=snapshot,
            selection=selection,
            convention=self.convention,
            layout=layout,
            values=SampleValues(snapshot, shown_sample(snapshot, selection)),
            units=self._units,
            quantity=quantity,
            edges=edges,
            lighting=lighting(snapshot),
            edge_scale=self._edge_scales[self.quantity].scale,
            delta_scale=self._delta_scale.scale,
        )

    def _layout_for(self, snapshot: Snapshot, width: int, height: int) -> DiagramLayout:
        sizes = snapshot.network.sizes
        data = snapshot.data
        key = (sizes, width, height, snapshot.labels, data.features, data.feature_names, data.class_names)
        if self._layout is None or self._layout[0] != key:
            symbols = ["X", *(f"A{layer}" for layer in _computing(snapshot))]
            measures = self._texts.measures(
                [_longest_name(snapshot, symbol, n) for symbol, n in zip(symbols, sizes, strict=True)],
                [delta_prefix(snapshot, layer) for layer in _computing(snapshot)],
                [snapshot.labels.of(f"dW{layer}") for layer in _computing(snapshot)],
                [target_name(snapshot, unit) for unit in range(min(snapshot.network.output.units, MANY))],
            )
            self._layout = (key, arrange(sizes, width, height, measures))
        return self._layout[1]


def _longest_name(snapshot: Snapshot, symbol: str, units: int) -> str:
    if symbol == "X" and (snapshot.data.features is not None or has_own_names(snapshot.data)):
        return max((unit_name(snapshot, symbol, unit) for unit in range(units)), key=len)
    return unit_name(snapshot, symbol, units - 1)


def _computing(snapshot: Snapshot) -> range:
    """Return the numbers of the layers that compute."""
    return range(1, snapshot.network.depth + 1)


def _new_scales() -> Mapping[Quantity, StableScale]:
    return {"weights": StableScale(), "gradients": StableScale(), "change": StableScale()}
