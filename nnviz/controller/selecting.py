"""What the person points at, and how symbols are written."""

from __future__ import annotations

from nnviz.controller.session_owner import Core
from nnviz.model.session import selection as selecting
from nnviz.model.session.selection import Cell, Selection


class Pointing(Core):
    """Selects layers, units, cells, samples and lines."""

    def select(self, selection: Selection) -> None:
        """Select what was selected at some other time, as far as it is there."""
        self._select(selecting.valid_for(self._snapshot, selection))

    def select_layer(self, layer: object) -> None:
        """Select a layer's matrices; None follows the cursor."""
        assert layer is None or isinstance(layer, int)
        self._select(selecting.with_layer(self._selection, layer))

    def select_unit(self, layer: int, unit: int) -> None:
        """Select a unit; layer 0 is the input."""
        self._select(selecting.with_unit(self._snapshot, self._selection, layer, unit))

    def select_cell(self, cell: Cell) -> None:
        """Select a cell of a symbol."""
        self._select(selecting.with_cell(self._snapshot, self._selection, cell))

    def select_sample(self, sample: object) -> None:
        """Select a sample by its index in the data; None follows the batch."""
        assert sample is None or isinstance(sample, int)
        self._select(selecting.with_sample(self._snapshot, self._selection, sample))

    def select_line(self, line: int) -> None:
        """Select a line of the program, from 1."""
        self._select(selecting.with_line(self._snapshot, self._selection, line))

    def follow(self) -> None:
        """Select nothing: views follow the cursor."""
        self._select(Selection())

    def show_own_labels(self, own: bool) -> None:
        """Have symbols written with the scenario's own names, or by the rule."""
        if own != self._own_labels:
            self._own_labels = own
            self._publish()
