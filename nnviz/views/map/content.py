"""What each cell of a map shows."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

from nnviz.model.map import MapState, Measure
from nnviz.views.map.scale import ColourScale, scale_for


class Kind(Enum):
    """What a cell shows instead of a number."""

    MISSING = "missing"
    """Not computed yet."""
    FAULT = "fault"
    """A number that is not finite."""
    NEVER = "never"
    """The loss never fell below the threshold."""
    IMPOSSIBLE = "impossible"
    """The cell's scenario cannot be run, or has no such number."""


Content = float | Kind


@dataclass(frozen=True)
class MapPicture:
    """A map, coloured by one measure.

    Attributes
    ----------
    cells
        Rows of cells, the lowest first: the number, or why there is none.
    scale
        The colours of the numbers.
    """

    cells: tuple[tuple[Content, ...], ...]
    scale: ColourScale

    @property
    def has_numbers(self) -> bool:
        """Whether any cell has a number, so that the colours mean something."""
        return any(not isinstance(cell, Kind) for row in self.cells for cell in row)

    def has(self, kind: Kind) -> bool:
        """Return whether any cell is of a kind."""
        return any(kind in row for row in self.cells)


def picture_of(state: MapState, measure: Measure) -> MapPicture:
    """Return the picture of a map by a measure."""
    assert state.plan is not None  # only a map has a picture
    rows, columns = state.plan.shape
    cells = tuple(tuple(_content(state, measure, row, column) for column in range(columns)) for row in range(rows))
    numbers = (cell for row in cells for cell in row if not isinstance(cell, Kind))
    return MapPicture(cells, scale_for(measure, numbers))


def _content(state: MapState, measure: Measure, row: int, column: int) -> Content:
    result = state.results.get((row, column))
    if result is None:
        return Kind.MISSING
    if result.problem:
        return Kind.IMPOSSIBLE
    if result.fault is not None:
        return Kind.FAULT
    number = measure.of(result)
    if number is None:
        return Kind.NEVER if measure.name == "reached" else Kind.IMPOSSIBLE
    return float(number) if math.isfinite(number) else Kind.FAULT
