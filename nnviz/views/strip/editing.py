"""The numbers of a strip that can be edited: parameters, but for what a line has replaced.

What is set is what the parameter holds from now on; the strip goes on showing what the line read and
wrote, with a mark.
"""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import QPoint, QPointF, QRect

from nnviz.model.arrays.array import Array
from nnviz.model.session.selection import Cell
from nnviz.views.matrix_cells.quantities import quantity_of
from nnviz.views.strip.boxes import StripSpot
from nnviz.views.strip.picture import StripPicture
from nnviz.views.widgets.floating_note import FloatingNote
from nnviz.views.widgets.value_editing import Target, step_in_matrix


class StripNumbers:
    """Answers what `ValueEditing` and `CellTool` ask about the cells of a strip.

    Parameters
    ----------
    picture
        The strip as drawn.
    note
        Shows why a number cannot be edited.
    offset
        Returns how far the surface is scrolled down.
    choose
        Asks for a cell to be selected.
    point
        Points out the cell under the mouse.
    """

    def __init__(
        self,
        picture: StripPicture,
        note: FloatingNote,
        offset: Callable[[], int],
        choose: Callable[[StripSpot], None],
        point: Callable[[StripSpot | None], None],
    ) -> None:
        self._picture, self._note, self._offset, self._choose, self._point = picture, note, offset, choose, point

    def spot_at(self, point: QPointF) -> StripSpot | None:
        """Return the cell at a point of the viewport."""
        at = point.toPoint()
        at.setY(at.y() + self._offset())
        return self._picture.spot_at(at)

    def spot_of(self, cell: Cell) -> StripSpot | None:
        """Return where a parameter's cell is drawn, but as what a line has replaced."""
        return next((spot for spot in self._picture.spots_of(cell) if spot.box.tag != "old"), None)

    def selected_spot(self) -> StripSpot | None:
        """Return what a key would edit: the selected cell."""
        cell = self._picture.selection.cell
        return None if cell is None else self.spot_of(cell)

    def spot_after(self, cell: Cell, step: int) -> StripSpot | None:
        """Return the cell after another, or before it, as they are drawn."""
        spot = self.spot_of(cell)
        if spot is None:
            return None
        following = step_in_matrix(spot.row, spot.column, (spot.box.rows.count, spot.box.columns.count), step)
        return None if following is None else StripSpot(spot.box, *following)

    def target(self, spot: StripSpot, near: QPointF | None = None) -> Target | None:
        """Return what would be edited at a spot; None where that is no parameter."""
        snapshot, operand = self._picture.snapshot, spot.box.operand
        cell = self._picture.cell_of(spot)
        if (
            snapshot is None
            or cell is None
            or spot.box.tag == "old"
            or operand.symbol not in snapshot.program.parameters
        ):
            return None
        from nnviz.views.strip.words import cell_name

        value = float(snapshot.values[cell.symbol][cell.row, cell.column])
        return Target(cell, value, self.rect(spot), cell_name(spot), is_legible=spot.box.is_numbered)

    def rect(self, spot: StripSpot) -> QRect:
        """Return where a cell is drawn on the viewport."""
        return spot.box.cell_rect(spot.row, spot.column).translated(0, -self._offset())

    def array(self, spot: StripSpot) -> Array | None:
        """Return the matrix of a cell as it is drawn."""
        return spot.box.equation.value(spot.box.operand)

    def hover(self, point: QPoint | None) -> None:
        """Point out where the number under the mouse came from."""
        self._point(None if point is None else self.spot_at(point.toPointF()))

    def tip_at(self, point: QPoint) -> str:
        """Return the exact number at a point of the viewport."""
        from nnviz.views.strip.words import number_text, tip

        at = point + QPoint(0, self._offset())
        spot = self._picture.spot_at(at)
        if spot is not None:
            return tip(self._picture, spot)
        number = self._picture.number_at(at)
        return "" if number is None else number_text(number)

    def spoken(self) -> str:
        """Describe the line and its cell to people who hear the window."""
        from nnviz.views.strip.words import spoken

        return spoken(self._picture)

    def hide_refusal(self) -> None:
        """Hide why a cell cannot be edited."""
        self._note.put_away()

    def magnitude(self, target: Target) -> float:
        """Return the magnitude of the full colour."""
        return self._picture.values.scale_of_quantity(quantity_of(target.cell.symbol))

    def select(self, spot: StripSpot) -> None:
        """Ask for a cell to be selected."""
        self._choose(spot)

    def reveal(self, spot: StripSpot) -> None:
        """Do nothing: what can be clicked is in sight."""

    def refuse(self, spot: StripSpot) -> None:
        """Show beside a cell why it cannot be edited."""
        from nnviz.views.strip.words import refusal

        self._note.show_beside(self.rect(spot), refusal(spot))
