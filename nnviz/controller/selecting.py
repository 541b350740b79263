"""Selecting: what the person points at, in every view."""

from __future__ import annotations

from typing import Protocol

from PyQt6.QtCore import QObject

from nnviz.model.session import selection as selections
from nnviz.model.session.selection import Cell, Selection
from nnviz.model.session.snapshot import Snapshot


class HoldsSelection(Protocol):
    """Holds what is selected, and the snapshot in which it is; a recorded run may have none."""

    @property
    def snapshot(self) -> Snapshot | None:
        """What is shown."""

    @property
    def selection(self) -> Selection:
        """What is selected."""

    def select(self, selection: Selection) -> None:
        """Select something else."""


class Selecting(QObject):
    """Selects layers, units, cells, samples and lines."""

    def __init__(self, owner: HoldsSelection, parent: QObject) -> None:
        super().__init__(parent)
        self._owner = owner

    def select(self, selection: Selection) -> None:
        """Select what was selected at some other time, as far as it is there."""
        if self._owner.snapshot is not None:
            self._owner.select(selections.valid_for(self._owner.snapshot, selection))

    def select_layer(self, layer: object) -> None:
        """Select a layer's matrices; None follows the cursor."""
        assert layer is None or isinstance(layer, int)
        if self._shown_with(Selection(layer=layer)) is not None:
            self._owner.select(selections.with_layer(self._owner.selection, layer))

    def select_unit(self, layer: int, unit: int) -> None:
        """Select a unit; layer 0 is the input."""
        shown = self._shown_with(Selection(unit=(layer, unit)))
        if shown is not None:
            self._owner.select(selections.with_unit(shown, self._owner.selection, layer, unit))

    def select_cell(self, cell: Cell) -> None:
        """Select a cell of a symbol."""
        shown = self._shown_with(Selection(cell=cell))
        if shown is not None:
            self._owner.select(selections.with_cell(shown, self._owner.selection, cell))

    def select_sample(self, sample: object) -> None:
        """Select a sample by its index in the data; None follows the batch."""
        assert sample is None or isinstance(sample, int)
        shown = self._shown_with(Selection(sample=sample))
        if shown is not None:
            self._owner.select(selections.with_sample(shown, self._owner.selection, sample))

    def select_line(self, line: int) -> None:
        """Select a line of the program, from 1."""
        shown = self._shown_with(Selection(line=line))
        if shown is not None:
            self._owner.select(selections.with_line(shown, self._owner.selection, line))

    def follow_cursor(self) -> None:
        """Select nothing: views follow the cursor."""
        self._owner.select(Selection())

    def _shown_with(self, asked: Selection) -> Snapshot | None:
        """Return the snapshot that is shown, if what a view asks for is still there.

        The view may have asked for it of another network.
        """
        shown = self._owner.snapshot
        return shown if shown is not None and selections.valid_for(shown, asked) == asked else None
