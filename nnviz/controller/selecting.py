"""Selecting: what the person points at, in every view."""

from __future__ import annotations

from PyQt6.QtCore import QObject

from nnviz.controller.session_owner import SessionOwner
from nnviz.model.session import selection as selections
from nnviz.model.session.selection import Cell, Selection


class Selecting(QObject):
    """Selects layers, units, cells, samples and lines."""

    def __init__(self, owner: SessionOwner) -> None:
        super().__init__(owner)
        self._owner = owner

    def select(self, selection: Selection) -> None:
        """Select what was selected at some other time, as far as it is there."""
        self._owner.select(selections.valid_for(self._owner.snapshot, selection))

    def select_layer(self, layer: object) -> None:
        """Select a layer's matrices; None follows the cursor."""
        assert layer is None or isinstance(layer, int)
        if self._is_there(Selection(layer=layer)):
            self._owner.select(selections.with_layer(self._owner.selection, layer))

    def select_unit(self, layer: int, unit: int) -> None:
        """Select a unit; layer 0 is the input."""
        if self._is_there(Selection(unit=(layer, unit))):
            self._owner.select(selections.with_unit(self._owner.snapshot, self._owner.selection, layer, unit))

    def select_cell(self, cell: Cell) -> None:
        """Select a cell of a symbol."""
        if self._is_there(Selection(cell=cell)):
            self._owner.select(selections.with_cell(self._owner.snapshot, self._owner.selection, cell))

    def select_sample(self, sample: object) -> None:
        """Select a sample by its index in the data; None follows the batch."""
        assert sample is None or isinstance(sample, int)
        if self._is_there(Selection(sample=sample)):
            self._owner.select(selections.with_sample(self._owner.snapshot, self._owner.selection, sample))

    def select_line(self, line: int) -> None:
        """Select a line of the program, from 1."""
        if self._is_there(Selection(line=line)):
            self._owner.select(selections.with_line(self._owner.snapshot, self._owner.selection, line))

    def follow_cursor(self) -> None:
        """Select nothing: views follow the cursor."""
        self._owner.select(Selection())

    def _is_there(self, asked: Selection) -> bool:
        """Return whether what a view asks for is still there: the view may have asked for it of another network."""
        return selections.valid_for(self._owner.snapshot, asked) == asked
