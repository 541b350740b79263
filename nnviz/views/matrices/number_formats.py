"""How the numbers of each matrix are written: common decimals and a power of ten that change only when they have to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from nnviz.model.arrays.array import Array
from nnviz.model.text.columns import ColumnFormat, column_format
from nnviz.views.matrices.entries import MatrixEntry
from nnviz.views.matrices.place import MatrixPlace
from nnviz.views.matrices.ruler import Ruler


@dataclass(frozen=True, eq=False)
class WrittenNumbers:
    """The numbers in a place, and how they are written.

    Attributes
    ----------
    place, values
        The place, and what it shows.
    numbers
        The same, row by row.
    form
        What they have in common.
    """

    place: MatrixPlace
    values: Array
    numbers: list[float]
    form: ColumnFormat

    @cached_property
    def texts(self) -> list[str]:
        """The numbers as text, row by row."""
        return self.form.texts(self.numbers)


class NumberFormats:
    """Follows the numbers of the matrices from frame to frame; what has not changed is not written again.

    Parameters
    ----------
    ruler
        Lengths, for the room that a heading has.
    """

    def __init__(self, ruler: Ruler) -> None:
        self._ruler = ruler
        self._written: dict[MatrixEntry, WrittenNumbers] = {}
        self._widths: dict[tuple[str, str], int] = {}

    def forget(self) -> None:
        """Start again, for another network."""
        self._written.clear()
        self._widths.clear()

    def follow(self, place: MatrixPlace, values: Array | None) -> WrittenNumbers | None:
        """Return how the numbers in a place are written; None where it has none."""
        if not place.slots or values is None:
            return None
        last = self._written.get(place.entry)
        # Arrays of snapshots do not change.
        if last is not None and last.values is values and last.place is place:
            return last
        numbers, before = values.ravel().tolist(), None if last is None else last.form
        form = column_format(numbers, place.slots, before)
        if form.factor and not self._has_room(place, form.factor):
            form = column_format(numbers, place.slots, before, has_factor=False)
        written = self._written[place.entry] = WrittenNumbers(place, values, numbers, form)
        return written

    def factor(self, entry: MatrixEntry) -> str:
        """Return the power of ten that a matrix's numbers are in units of: ``×10⁻⁴``; empty where there is none."""
        written = self._written.get(entry)
        return "" if written is None else written.form.factor

    def _has_room(self, place: MatrixPlace, factor: str) -> bool:
        key = (place.label, factor)
        if key not in self._widths:
            self._widths[key] = self._ruler.heading_width(*key)
        return self._widths[key] <= place.frame.width()
