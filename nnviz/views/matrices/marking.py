"""What is pointed out at a moment, as rectangles on the surface."""

from __future__ import annotations

from PyQt6.QtCore import QRect

from nnviz.model.session.selection import Selection, is_per_sample, shown_cell, shown_sample
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.matrices.arrangement import Arrangement
from nnviz.views.matrices.content import View
from nnviz.views.matrices.entries import Entry
from nnviz.views.matrices.marks import Block, Marks


def marks_of(
    snapshot: Snapshot, selection: Selection, view: View, arrangement: Arrangement, hovered: Block | None, width: int
) -> Marks:
    """Return what is pointed out.

    Parameters
    ----------
    snapshot, selection, view, arrangement
        What is shown, and where.
    hovered
        The block under the mouse.
    width
        Pixels of the bar at the shown sample.
    """
    line = snapshot.lit_line
    written = None if line is None else Entry(line.writes)
    read = {Entry(symbol) for symbol in line.reads} - {written} if line is not None else set()
    return Marks(
        written=tuple(place for place in arrangement.places if place.entry == written),
        read=tuple(place for place in arrangement.places if place.entry in read),
        selected=_selected(snapshot, selection, view, arrangement),
        samples=_samples(snapshot, selection, view, arrangement, width),
        hovered=hovered,
    )


def _selected(snapshot: Snapshot, selection: Selection, view: View, arrangement: Arrangement) -> tuple[QRect, ...]:
    cell = shown_cell(snapshot, selection)
    if cell is None:
        return ()
    row, column = view.as_drawn(cell.row, cell.column)
    places = arrangement.of_symbol(cell.symbol)
    return tuple(place.cell_rect(row, column) for place in places if place.shows(row, column))


def _samples(
    snapshot: Snapshot, selection: Selection, view: View, arrangement: Arrangement, width: int
) -> tuple[QRect, ...]:
    """Return bars above the shown sample's column, or beside its row; none where there is only one sample."""
    number = snapshot.column_of(shown_sample(snapshot, selection))
    if number is None or len(snapshot.batch) == 1:
        return ()
    bars = []
    for place in arrangement.places:
        axis = place.rows if view.convention == "rows" else place.columns
        if not is_per_sample(place.entry.symbol) or not axis.has(number):
            continue
        if view.convention == "rows":
            cell = place.cell_rect(number, place.columns.first)
            bars.append(QRect(cell.left() - width, cell.top(), width, cell.height()))
        else:
            cell = place.cell_rect(place.rows.first, number)
            bars.append(QRect(cell.left(), cell.top() - width, cell.width(), width))
    return tuple(bars)
