"""How the numbers of each matrix are written: common decimals and a power of ten that change only when they have to."""

from __future__ import annotations

from nnviz.model.arrays.array import Array
from nnviz.model.text.columns import ColumnFormat, column_format
from nnviz.views.matrices.entries import MatrixEntry
from nnviz.views.matrices.place import MatrixPlace
from nnviz.views.matrices.ruler import Ruler


class NumberFormats:
    """Follows the numbers of the matrices from frame to frame.

    Parameters
    ----------
    ruler
        Lengths, for the room that a heading has.
    """

    def __init__(self, ruler: Ruler) -> None:
        self._ruler = ruler
        self._formats: dict[MatrixEntry, ColumnFormat] = {}

    def forget(self) -> None:
        """Start again, for another network."""
        self._formats.clear()

    def follow(self, place: MatrixPlace, values: Array | None) -> ColumnFormat | None:
        """Return how the numbers in a place are written; None where it has none."""
        if not place.slots or values is None:
            return None
        numbers, before = values.ravel().tolist(), self._formats.get(place.entry)
        form = column_format(numbers, place.slots, before)
        if form.factor and not self._has_room(place, form.factor):
            form = column_format(numbers, place.slots, before, has_factor=False)
        self._formats[place.entry] = form
        return form

    def _has_room(self, place: MatrixPlace, factor: str) -> bool:
        return self._ruler.heading_width(place.label, factor) <= place.frame.width()
