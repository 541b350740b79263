"""The weights and biases in the diagram that can be edited."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import QPointF, QRect

from nnviz.model.session.selection import Cell
from nnviz.views.colour_scales import round_up
from nnviz.views.network.edge_values import EdgeValues
from nnviz.views.network.frame import DiagramFrame
from nnviz.views.network.names import parameter_name
from nnviz.views.network.spots import Spot, cell_of, parameter_of, place_of, rect_of, spot_at, spot_of
from nnviz.views.widgets.value_editing import Target, step_in_matrix


class NetworkNumbers:
    """Answers what `ValueEditing` asks about the diagram: a weight is edited at its edge, a bias at its dot.

    Parameters
    ----------
    frame
        Returns what is drawn.
    choose
        Asks for a cell to be selected.
    """

    def __init__(self, frame: Callable[[], DiagramFrame | None], choose: Callable[[Cell], None]) -> None:
        self._frame, self._choose = frame, choose

    def spot_at(self, point: QPointF) -> Spot | None:
        """Return what is drawn at a point."""
        frame = self._frame()
        return None if frame is None else spot_at(frame, point)

    def spot_of(self, cell: Cell) -> Spot | None:
        """Return what shows a cell."""
        frame = self._frame()
        return None if frame is None else spot_of(frame.snapshot, cell)

    def selected_spot(self) -> Spot | None:
        """Return what shows the selected weight or bias."""
        frame = self._frame()
        cell = None if frame is None else frame.selection.cell
        spot = None if cell is None else self.spot_of(cell)
        return None if spot is None or self.target(spot) is None else spot

    def spot_after(self, cell: Cell, step: int) -> Spot | None:
        """Return the parameter after another in its matrix, or before it."""
        frame = self._frame()
        if frame is None:
            return None
        following = step_in_matrix(cell.row, cell.column, frame.snapshot.shapes[cell.symbol], step)
        return None if following is None else spot_of(frame.snapshot, Cell(cell.symbol, *following))

    def target(self, spot: Spot, near: QPointF | None = None) -> Target | None:
        """Return what would be edited at a thing; `near` is a place on an edge, of which it is else the middle."""
        frame = self._frame()
        cell = None if frame is None else parameter_of(frame, spot)
        if frame is None or cell is None:
            return None
        place = near if near is not None and spot.kind == "edge" else place_of(frame, spot)
        if place is None:
            return None
        rect = rect_of(frame.layout, spot)
        around = QRect(place.toPoint(), place.toPoint()) if rect is None else rect.toAlignedRect()
        value = float(frame.snapshot.values[cell.symbol][cell.row, cell.column])
        return Target(cell, value, around, parameter_name(frame.snapshot, cell, frame.convention))

    def magnitude(self, target: Target) -> float:
        """Return the size of the network's weights."""
        frame = self._frame()
        magnitude = None if frame is None else EdgeValues(frame.snapshot, "weights").magnitude
        return round_up(magnitude) if magnitude else 1.0

    def select(self, spot: Spot) -> None:
        """Ask for what a thing shows to be selected."""
        frame = self._frame()
        cell = None if frame is None else cell_of(frame, spot)
        if cell is not None:
            self._choose(cell)

    def reveal(self, spot: Spot) -> None:
        """Do nothing: the whole diagram is in view."""

    def refuse(self, spot: Spot) -> None:
        """Do nothing: a second click on anything else is a click."""
