"""The selected cell among the matrices, and where the arrow keys lead from it."""

from __future__ import annotations

from collections.abc import Sequence

from nnviz.model.session.selection import shown_cell
from nnviz.views.matrices.entries import MatrixEntry
from nnviz.views.matrices.picture import MatrixPicture
from nnviz.views.matrices.place import MatrixPlace, Spot
from nnviz.views.matrices.tooltips import MatrixTooltips


class MatrixCursor:
    """Moves the selection from cell to cell while the matrices have the arrow keys.

    Parameters
    ----------
    picture
        The matrices as drawn.
    """

    def __init__(self, picture: MatrixPicture) -> None:
        self._picture = picture
        # ΔW¹ and W¹ have the same cells: this is the one of the two in which the arrow keys move.
        self._entry: MatrixEntry | None = None

    @property
    def spot(self) -> Spot | None:
        """The selected cell, in the matrix that was last pointed at if that shows it."""
        picture = self._picture
        cell = None if picture.snapshot is None else shown_cell(picture.snapshot, picture.selection)
        if cell is None:
            return None
        places = picture.arrangement.of_symbol(cell.symbol)
        place = next((place for place in places if place.entry == self._entry), next(iter(places), None))
        return None if place is None else (place, *picture.view.as_drawn(cell.row, cell.column))

    def go_to(self, spot: Spot) -> None:
        """Move to a cell, whose matrix is the one in which the arrow keys go on."""
        self._entry = spot[0].entry

    def step(self, down: int, right: int) -> Spot | None:
        """Return the cell one step on; the first one where none is selected."""
        spot, places = self.spot, self._picture.arrangement.places
        if spot is not None:
            return step_from(places, spot, down, right)
        return (places[0], 0, 0) if places else None

    def describe(self) -> str:
        """Return the selected number with its name; empty where nothing is selected."""
        spot, picture = self.spot, self._picture
        if spot is None or picture.snapshot is None:
            return ""
        return MatrixTooltips(picture.snapshot, picture.view).of_number(spot[0].entry, spot[1], spot[2])


def step_from(places: Sequence[MatrixPlace], spot: Spot, down: int, right: int) -> Spot:
    """Return the cell one step from another.

    Parameters
    ----------
    places
        All matrices, in reading order.
    spot
        Where the step starts.
    down, right
        The step: one of them is 1 or −1, the other 0.

    Returns
    -------
    (MatrixPlace, int, int)
        The same cell where there is nothing further on.
    """
    place, row, column = spot
    if 0 <= row + down < place.rows.count and 0 <= column + right < place.columns.count:
        return place, row + down, column + right
    other = _beside(places, place, right) if right else _on_next_line(places, place, down)
    if other is None:
        return spot
    if right:
        return other, min(row, other.rows.count - 1), 0 if right > 0 else other.columns.count - 1
    return other, 0 if down > 0 else other.rows.count - 1, min(column, other.columns.count - 1)


def _beside(places: Sequence[MatrixPlace], place: MatrixPlace, right: int) -> MatrixPlace | None:
    number = places.index(place) + right
    return places[number] if 0 <= number < len(places) else None


def _on_next_line(places: Sequence[MatrixPlace], place: MatrixPlace, down: int) -> MatrixPlace | None:
    """Return the matrix nearest above or below."""
    top = place.frame.top()
    beyond = [other for other in places if (other.frame.top() - top) * down > 0]
    return min(
        beyond,
        key=lambda other: (abs(other.frame.top() - top), abs(other.frame.center().x() - place.frame.center().x())),
        default=None,
    )
