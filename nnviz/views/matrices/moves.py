"""Where an arrow key leads from a cell: to its neighbour, and over a matrix's edge into the next matrix."""

from __future__ import annotations

from collections.abc import Sequence

from nnviz.views.matrices.place import Place

Spot = tuple[Place, int, int]
"""A cell of a matrix: row and column as drawn."""


def step_from(places: Sequence[Place], spot: Spot, down: int, right: int) -> Spot:
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
    (Place, int, int)
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


def _beside(places: Sequence[Place], place: Place, right: int) -> Place | None:
    number = places.index(place) + right
    return places[number] if 0 <= number < len(places) else None


def _on_next_line(places: Sequence[Place], place: Place, down: int) -> Place | None:
    """Return the matrix nearest above or below."""
    top = place.frame.top()
    beyond = [other for other in places if (other.frame.top() - top) * down > 0]
    return min(
        beyond,
        key=lambda other: (abs(other.frame.top() - top), abs(other.frame.center().x() - place.frame.center().x())),
        default=None,
    )
