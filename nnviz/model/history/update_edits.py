"""Values that were set while an update was on the screen, and what they have replaced."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array
from nnviz.model.history.edits import ValueEdit


@dataclass(frozen=True, eq=False)
class CellsChanged:
    """The cells of one array that an edit has changed: where they are, what they were, and what they became."""

    cells: tuple[NDArray[np.intp], ...]
    old: Array
    new: Array


@dataclass(frozen=True, eq=False)
class UpdateEdit:
    """A value that was set while an update was on the screen.

    Attributes
    ----------
    edit
        What was set.
    line
        How many of the update's lines had run: all of them, where it was set after its end.
    changes
        Symbol → the cells that it has changed: the one that was set, and in an evolution strategy what was measured
        again for it.
    """

    edit: ValueEdit
    line: int
    changes: Mapping[str, CellsChanged]

    @classmethod
    def of(cls, edit: ValueEdit, line: int, found: Mapping[str, Array], left: Mapping[str, Array]) -> UpdateEdit:
        """Compare the arrays that an edit may have changed, as it found and as it left them."""
        changes = {}
        for name, old in found.items():
            cells = np.nonzero(old != left[name])
            if len(cells[0]):
                changes[name] = CellsChanged(cells, old[cells], left[name][cells])
        return cls(edit, line, changes)


class LineValues:
    """What the lines of the update on the screen have read and written, whatever was set since.

    Parameters
    ----------
    before
        Parameters and optimiser state as the update began.
    values
        All values as they are now.
    line_of
        Symbol → number (from 1) of the line that writes it.
    lines_run
        How many lines have run.
    edits
        The values that were set since the update began, in order.
    """

    def __init__(
        self,
        before: Mapping[str, Array],
        values: Mapping[str, Array],
        line_of: Mapping[str, int],
        lines_run: int,
        edits: tuple[UpdateEdit, ...],
    ) -> None:
        self._before, self._values = before, values
        self._line_of, self._lines_run, self._edits = line_of, lines_run, edits
        self._made: dict[tuple[str, int, bool], Array] = {}

    def read(self, symbol: str, number: int) -> Array | None:
        """Return a symbol as a line reads it, or would read it; None where it has not been computed.

        A parameter is as when the update began, unless an earlier line has replaced it or a cell was set before.
        """
        if symbol not in self._before:
            return self._values.get(symbol)
        written = self._line_of.get(symbol, number)
        return self._at(symbol, number - 1, has_written=written < number and written <= self._lines_run)

    def written(self, symbol: str) -> Array:
        """Return what a symbol's line has written."""
        number = self._line_of[symbol]
        if not any(symbol in edit.changes for edit in self._edits if edit.line >= number):
            return self._values[symbol]
        key = symbol, -1, True
        if key not in self._made:
            array = self._values[symbol].copy()
            for edit in reversed(self._edits):
                if edit.line >= number and symbol in edit.changes:
                    array[edit.changes[symbol].cells] = edit.changes[symbol].old
            array.flags.writeable = False
            self._made[key] = array
        return self._made[key]

    def _at(self, symbol: str, line: int, *, has_written: bool) -> Array:
        """Return a parameter after so many lines had run, and whatever was set there."""
        start = self.written(symbol) if has_written else self._before[symbol]
        first = self._line_of[symbol] if has_written else 0
        edits = [edit for edit in self._edits if first <= edit.line <= line and symbol in edit.changes]
        if not edits:
            return start
        key = symbol, line, has_written
        if key not in self._made:
            array = start.copy()
            for edit in edits:
                array[edit.changes[symbol].cells] = edit.changes[symbol].new
            array.flags.writeable = False
            self._made[key] = array
        return self._made[key]
