"""The numbers that were followed, one from the other."""

from __future__ import annotations

from nnviz.model.session.selection import Cell, Selection, valid_for
from nnviz.model.session.snapshot import Snapshot


class Path:
    """The way from the first number to the one that is explained; a number chosen elsewhere begins a new one."""

    def __init__(self) -> None:
        self._cells: list[Cell] = []
        self._asked: tuple[Cell, ...] | None = None

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The way; the last is the one that is explained."""
        return tuple(self._cells)

    def follow(self, cell: Cell) -> None:
        """Ask for a number that the present one leads to; the one before the present is the way back."""
        if len(self._cells) > 1 and cell == self._cells[-2]:
            self.go_to(len(self._cells) - 2)
        else:
            self._asked = (*self._cells, cell)

    def go_to(self, place: int) -> None:
        """Ask for a number of the way, forgetting those after it."""
        self._asked = tuple(self._cells[: place + 1])

    def arrive(self, snapshot: Snapshot, cell: Cell) -> None:
        """Show a number: the one that was asked for, the same as before, or one that was chosen elsewhere."""
        asked = self._asked
        if asked is not None and asked[-1] == cell:
            self._cells, self._asked = list(asked), None
        elif not self._cells or cell != self._cells[-1]:
            self._cells, self._asked = [cell], None
        # Cells that are no more: of another network, or of a sample that left the batch.
        *earlier, last = self._cells
        self._cells = [each for each in earlier if valid_for(snapshot, Selection(cell=each)).cell == each] + [last]
