"""Looking closer at a part of a matrix that is drawn with fewer cells than it has, in its place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtGui import QWheelEvent

from nnviz.views.matrices.arrangement import MatrixArrangement
from nnviz.views.matrices.entries import MatrixEntry
from nnviz.views.matrices.place import CellAxis, MatrixPlace, axis_in
from nnviz.views.matrices.ruler import SLOTS, Ruler

_FASTER: Final = 2
"""By which factor fewer rows and columns are shown one step closer."""
_SHARE: Final = 8
"""Part of what is shown by which one turn of the wheel moves."""


@dataclass(frozen=True)
class _Part:
    """What is shown of a matrix: one part in `factor` of its rows and columns, from these on."""

    factor: int
    row: int
    column: int


class Zooms:
    """Which parts of which matrices are shown; all of them at first.

    Parameters
    ----------
    ruler
        Lengths of the theme.
    """

    def __init__(self, ruler: Ruler) -> None:
        self._ruler = ruler
        self._parts: dict[MatrixEntry, _Part] = {}
        self._whole = MatrixArrangement()
        self._applied: MatrixArrangement | None = None

    def forget(self) -> None:
        """Show all of every matrix, for another network."""
        self._parts.clear()
        self._applied = None

    def applied(self, arrangement: MatrixArrangement) -> MatrixArrangement:
        """Return an arrangement with its places showing their parts; the same object for as long as nothing changes."""
        if arrangement is not self._whole or self._applied is None:
            self._whole = arrangement
            parts = tuple(self._part(place) for place in arrangement.places)
            self._applied = replace(arrangement, places=parts) if self._parts else arrangement
        return self._applied

    def turn(self, event: QWheelEvent, place: MatrixPlace, point: QPoint) -> bool:
        """Look closer at a point of a place with Ctrl and the wheel, else move over it; return whether it could."""
        turned = event.angleDelta()
        if turned.isNull():
            return False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return self.closer(place, point, 1 if turned.y() > 0 else -1)
        across, down = turned.x(), turned.y()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            across, down = across or down, 0
        return self.move(place, _sign(-down), _sign(-across))

    def closer(self, place: MatrixPlace, point: QPoint, steps: int) -> bool:
        """Look closer at what lies at a point of a place, or with negative `steps` less close; return whether it could.

        The cell at the point stays where it is.
        """
        whole = self._of(place.entry)
        block = place.block_at(point)
        if whole is None or block is None or not can_zoom(whole):
            return False
        before = self._parts.get(place.entry, _Part(1, 0, 0))
        factor = before.factor * _FASTER**steps if steps > 0 else before.factor // _FASTER**-steps
        if factor <= 1:
            found = self._parts.pop(place.entry, None) is not None
        else:
            row, column = place.rows.range_of(block[0])[0], place.columns.range_of(block[1])[0]
            away = point - place.corner
            shown = self._shown(whole, factor)
            if steps > 0 and shown == self._shown(whole, before.factor):
                return False
            first = row - away.y() * shown[0] // whole.rows.length, column - away.x() * shown[1] // whole.columns.length
            self._parts[place.entry] = self._inside(whole, _Part(factor, *first))
            found = True
        self._applied = None
        return found

    def move(self, place: MatrixPlace, down: int, right: int) -> bool:
        """Show what lies below or to the right of the part that is shown; return whether there is anything."""
        part, whole = self._parts.get(place.entry), self._of(place.entry)
        if part is None or whole is None:
            return False
        rows, columns = (max(1, shown // _SHARE) for shown in self._shown(whole, part.factor))
        moved = self._inside(whole, _Part(part.factor, part.row + down * rows, part.column + right * columns))
        self._parts[place.entry] = moved
        self._applied = None
        return moved != part

    def reveal(self, entry: MatrixEntry, row: int, column: int) -> None:
        """Show a cell in the middle, where a part is shown that does not have it."""
        part, whole = self._parts.get(entry), self._of(entry)
        if part is None or whole is None or self._part(whole).shows(row, column):
            return
        rows, columns = self._shown(whole, part.factor)
        self._parts[entry] = self._inside(whole, _Part(part.factor, row - rows // 2, column - columns // 2))
        self._applied = None

    def _of(self, entry: MatrixEntry) -> MatrixPlace | None:
        return next((place for place in self._whole.places if place.entry == entry), None)

    def _shown(self, whole: MatrixPlace, factor: int) -> tuple[int, int]:
        """Return how many rows and columns are shown; no fewer than fit with their numbers."""
        rows, columns = whole.rows, whole.columns
        least = max(1, rows.length // self._ruler.low), max(1, columns.length // self._ruler.cell(SLOTS[0]))
        return (
            min(rows.count, max(-(-rows.count // factor), least[0])),
            min(columns.count, max(-(-columns.count // factor), least[1])),
        )

    def _inside(self, whole: MatrixPlace, part: _Part) -> _Part:
        rows, columns = self._shown(whole, part.factor)
        row = min(max(part.row, 0), whole.rows.count - rows)
        return replace(part, row=row, column=min(max(part.column, 0), whole.columns.count - columns))

    def _part(self, whole: MatrixPlace) -> MatrixPlace:
        part = self._parts.get(whole.entry)
        if part is None or not can_zoom(whole):
            return whole
        part = self._inside(whole, part)
        shown = self._shown(whole, part.factor)
        rows, columns = (
            self._axis(axis, first, count)
            for axis, first, count in zip((whole.rows, whole.columns), (part.row, part.column), shown, strict=True)
        )
        has_numbers = rows.step == columns.step == 1 and rows.size >= self._ruler.low
        slots = next((slots for slots in SLOTS if has_numbers and self._ruler.cell(slots) <= columns.size), 0)
        text = f"{rows.first + 1}–{rows.end} × {columns.first + 1}–{columns.end}"
        fits = self._ruler.heading_width(whole.label, text) <= whole.frame.width()
        return replace(whole, rows=rows, columns=columns, slots=slots, shape=text if fits else "")

    def _axis(self, whole: CellAxis, first: int, shown: int) -> CellAxis:
        fitted = axis_in(whole.length, shown, self._ruler.smallest, whole.length)
        return CellAxis(whole.count, fitted.step, fitted.size, first, shown)


def can_zoom(whole: MatrixPlace) -> bool:
    """Return whether there is anything to see in a place that it does not show: its numbers."""
    return not whole.slots


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)
