"""The numbers in the matrices that can be edited, and what is said of those that cannot."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import QPoint, QPointF, QRect

from nnviz.model.arrays.array import Array
from nnviz.model.session.selection import Cell
from nnviz.views.matrices.cell_cursor import MatrixCursor
from nnviz.views.matrices.entries import MatrixEntry
from nnviz.views.matrices.picture import MatrixPicture
from nnviz.views.matrices.place import Block, Spot
from nnviz.views.matrices.scrolling import Scrolling
from nnviz.views.matrices.tooltips import MatrixTooltips
from nnviz.views.theme import Theme, label_font
from nnviz.views.widgets.floating_note import FloatingNote
from nnviz.views.widgets.value_editing import Target, step_in_matrix


class MatrixNumbers:
    """Answers what `ValueEditing` and `CellTool` ask about the cells of the matrices.

    Parameters
    ----------
    theme
    picture
        The matrices as drawn.
    cursor
        The selected cell.
    scrolling
        What the viewport shows of them.
    choose
        Asks for a cell to be selected.
    point
        Points out the block of cells under the mouse.
    """

    def __init__(
        self,
        theme: Theme,
        picture: MatrixPicture,
        cursor: MatrixCursor,
        scrolling: Scrolling,
        choose: Callable[[Spot], None],
        point: Callable[[Block | None], None],
    ) -> None:
        self._picture, self._cursor, self._scrolling, self._choose = picture, cursor, scrolling, choose
        self._point = point
        self._refusal = FloatingNote(theme, scrolling.viewport, label_font(theme))

    def spot_at(self, point: QPointF) -> Spot | None:
        """Return the cell that is shown at a point of the viewport."""
        return self._picture.spot_at(self._scrolling.on_surface(point.toPoint()))

    def spot_of(self, cell: Cell) -> Spot | None:
        """Return where a parameter's cell is drawn; None where it is not on this tab, or not at all."""
        return self._picture.spot_of(cell)

    def selected_spot(self) -> Spot | None:
        """Return the selected cell, a parameter's or not."""
        return self._cursor.spot

    def spot_after(self, cell: Cell, step: int) -> Spot | None:
        """Return the cell after another, or before it, as they are drawn."""
        spot = self._picture.spot_of(cell)
        if spot is None:
            return None
        place, row, column = spot
        following = step_in_matrix(row, column, (place.rows.count, place.columns.count), step)
        return None if following is None else (place, *following)

    def target(self, spot: Spot, near: QPointF | None = None) -> Target | None:
        """Return what would be edited at a spot; None where that is not a parameter's cell."""
        picture, (place, row, column) = self._picture, spot
        snapshot = picture.snapshot
        if snapshot is None or not place.entry.is_editable(snapshot):
            return None
        cell = picture.cell_of(spot)
        value = float(snapshot.values[cell.symbol][cell.row, cell.column])
        name = MatrixTooltips(snapshot, picture.view).name(place.entry, row, column)
        return Target(cell, value, self.rect(spot), name, is_legible=bool(place.slots))

    def rect(self, spot: Spot) -> QRect:
        """Return where a cell is drawn on the viewport."""
        place, row, column = spot
        return self._scrolling.on_viewport(place.cell_rect(row, column))

    def array(self, spot: Spot) -> Array | None:
        """Return the matrix of a cell as it is drawn."""
        return self._picture.value(spot[0])

    def hover(self, point: QPoint | None) -> None:
        """Point out the row and the column under the mouse."""
        self._point(None if point is None else self._picture.block_at(self._scrolling.on_surface(point)))

    def tip_at(self, point: QPoint) -> str:
        """Return the tooltip at a point of the viewport."""
        return self._picture.tip_at(self._scrolling.on_surface(point))

    def spoken(self) -> str:
        """Describe what is selected to people who hear the window."""
        return self._cursor.describe()

    def magnitude(self, target: Target) -> float:
        """Return the magnitude of the full colour."""
        return self._picture.scales.of(MatrixEntry(target.cell.symbol).quantity)

    def select(self, spot: Spot) -> None:
        """Ask for a cell to be selected."""
        self._choose(spot)

    def reveal(self, spot: Spot) -> None:
        """Scroll to a cell."""
        place, row, column = spot
        self._scrolling.bring_into_view(place.cell_rect(row, column))

    def refuse(self, spot: Spot) -> None:
        """Show beside a cell why it cannot be edited."""
        if self._picture.snapshot is not None:
            text = MatrixTooltips(self._picture.snapshot, self._picture.view).refusal(spot[0].entry)
            # No tooltip: that would go with the mouse button's release.
            self._refusal.show_beside(self.rect(spot), text)

    def hide_refusal(self) -> None:
        """Hide the refusal."""
        self._refusal.put_away()
