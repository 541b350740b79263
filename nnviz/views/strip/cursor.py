"""Where the arrow keys lead from cell to cell of a strip."""

from __future__ import annotations

from nnviz.views.strip.boxes import StripSpot
from nnviz.views.strip.picture import StripPicture


class StripCursor:
    """Moves from cell to cell while the strip has the arrow keys.

    Parameters
    ----------
    picture
        The strip as drawn.
    """

    def __init__(self, picture: StripPicture) -> None:
        self._picture = picture
        self._label = ""

    @property
    def spot(self) -> StripSpot | None:
        """The selected cell, in the matrix that was last pointed at if that shows it; else the cell in question."""
        picture = self._picture
        cell = picture.selection.cell
        spots = [] if cell is None else picture.spots_of(cell)
        for spot in spots:
            if spot.box.label == self._label:
                return spot
        if spots:
            return spots[0]
        box = next((box for box in picture.arrangement.matrices if box.is_result), None)
        return None if box is None else StripSpot(box, *picture.in_question)

    def go_to(self, spot: StripSpot) -> None:
        """Move to a cell, whose matrix is the one in which the arrow keys go on."""
        self._label = spot.box.label

    def step(self, down: int, right: int) -> StripSpot | None:
        """Return the cell one step on; beyond a matrix's side the nearest of the matrix there, in reading order."""
        spot = self.spot
        if spot is None:
            return None
        box, row, column = spot[0], spot.row + down, spot.column + right
        if 0 <= row < box.rows.count and 0 <= column < box.columns.count:
            return StripSpot(box, row, column)
        boxes = [each for each in self._picture.arrangement.matrices if each.operand.symbol]
        at = next((place for place, each in enumerate(boxes) if each is box), None)
        following = None if at is None else at + (1 if down + right > 0 else -1)
        if following is None or not 0 <= following < len(boxes):
            return spot
        other = boxes[following]
        if right:
            end = 0 if right > 0 else other.columns.count - 1
            return StripSpot(other, min(spot.row, other.rows.count - 1), end)
        return StripSpot(other, 0 if down > 0 else other.rows.count - 1, min(spot.column, other.columns.count - 1))
