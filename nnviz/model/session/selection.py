"""What a person has selected, one for all views: a unit, a cell, a sample, a line, a layer.

A part that is None follows the cursor: the layer and the cell are those of the lit line, the sample is the batch's
first that shows something. The functions here are the one rule that keeps the parts consistent; a view only reports
what was clicked.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from nnviz.model.program.symbols import parse
from nnviz.model.session.snapshot import Snapshot

_PER_SAMPLE = frozenset({"X", "Y", "Z", "A", "delta", "dA", "dX"})
_NUMBERS = frozenset({"L", "R", "J", "Lbest"})


@dataclass(frozen=True)
class Cell:
    """One number of a symbol, rows and columns from 0 in the column convention."""

    symbol: str
    row: int
    column: int


@dataclass(frozen=True)
class Selection:
    """What is selected; every part may be None.

    Attributes
    ----------
    layer
        The layer whose matrices are shown; 0 is the input.
    unit
        (layer, unit), unit from 0.
    cell
        The cell that the inspector explains.
    line
        The program's line that was clicked, from 1.
    sample
        Index of a sample in the data.
    """

    layer: int | None = None
    unit: tuple[int, int] | None = None
    cell: Cell | None = None
    line: int | None = None
    sample: int | None = None

    @property
    def pinned(self) -> Cell | None:
        """The cell that stays selected when the cursor moves: one that was clicked, rather than a line."""
        return self.cell if self.line is None else None


_MOST_LOOKED_AT: Final = 16
"""Samples of a batch among which one with inputs is looked for: this is asked several times for each snapshot."""


def is_per_sample(symbol: str) -> bool:
    """Return whether a symbol has a column for each sample of the batch."""
    return parse(symbol).kind in _PER_SAMPLE


def layer_of(snapshot: Snapshot, symbol: str) -> int:
    """Return the layer a symbol belongs to: X and ∂L/∂X to 0, Y and the loss to the output layer."""
    name = parse(symbol)
    return name.layer if name.layer or name.kind in ("X", "dX") else snapshot.network.depth


def shown_sample(snapshot: Snapshot, selection: Selection) -> int:
    """Return the sample whose values are shown: the selected one, else the batch's first that shows something.

    Where all inputs of a sample are 0, as those of XOR's first are, so are its products with the weights and its share
    of their gradients: there would be nothing to see.
    """
    return _first_with_inputs(snapshot) if selection.sample is None else selection.sample


def _first_with_inputs(snapshot: Snapshot) -> int:
    batch, inputs = snapshot.batch, snapshot.data.X
    for sample in batch[:_MOST_LOOKED_AT]:
        if inputs[:, sample].any():
            return int(sample)
    return int(batch[0])


def shown_layer(snapshot: Snapshot, selection: Selection) -> int:
    """Return the layer whose matrices are shown: the selected one, else that of the lit line, else the first."""
    if selection.layer is not None:
        return selection.layer
    return layer_of(snapshot, snapshot.lit_line.writes) if snapshot.lit_line is not None else 1


def shown_cell(snapshot: Snapshot, selection: Selection) -> Cell | None:
    """Return the cell that is explained: the selected one, else one of what the lit line wrote."""
    if selection.cell is not None:
        return selection.cell
    return None if snapshot.lit_line is None else _cell_of(snapshot, selection, snapshot.lit_line.writes)


def _cell_of(snapshot: Snapshot, selection: Selection, symbol: str) -> Cell:
    """Return the cell of a symbol that belongs to the selected unit and sample."""
    rows = snapshot.shapes[symbol][0]
    same_layer = selection.unit is not None and selection.unit[0] == layer_of(snapshot, symbol)
    row = selection.unit[1] if same_layer and selection.unit is not None else 0
    column = (snapshot.column_of(shown_sample(snapshot, selection)) or 0) if is_per_sample(symbol) else 0
    return Cell(symbol, min(row, rows - 1), column)


def with_layer(selection: Selection, layer: int | None) -> Selection:
    """Select a layer, or None to follow the cursor."""
    return replace(selection, layer=layer)


def with_unit(snapshot: Snapshot, selection: Selection, layer: int, unit: int) -> Selection:
    """Select a unit; layer 0 is the input."""
    chosen = replace(selection, layer=layer or None, unit=(layer, unit), line=None)
    return replace(chosen, cell=_cell_of(snapshot, chosen, f"A{layer}" if layer else "X"))


def with_cell(snapshot: Snapshot, selection: Selection, cell: Cell) -> Selection:
    """Select a cell, and with it its unit and, where a column is a sample, its sample."""
    layer = layer_of(snapshot, cell.symbol)
    unit = (layer, cell.row) if parse(cell.symbol).kind not in _NUMBERS else selection.unit
    sample = int(snapshot.batch[cell.column]) if is_per_sample(cell.symbol) else selection.sample
    return Selection(layer or None, unit, cell, None, sample)


def with_sample(snapshot: Snapshot, selection: Selection, sample: int | None) -> Selection:
    """Select a sample, or None to follow the batch; a selected cell moves to its column."""
    chosen = replace(selection, sample=sample)
    if selection.cell is not None and is_per_sample(selection.cell.symbol):
        column = snapshot.column_of(shown_sample(snapshot, chosen))
        chosen = replace(chosen, cell=None if column is None else replace(selection.cell, column=column))
    return chosen


def with_line(snapshot: Snapshot, selection: Selection, line: int) -> Selection:
    """Select a line of the program, and with it what it writes."""
    symbol = snapshot.program[line].writes
    chosen = replace(selection, line=line, layer=layer_of(snapshot, symbol) or None)
    return replace(chosen, cell=_cell_of(snapshot, chosen, symbol))


def after_move(selection: Selection) -> Selection:
    """Return what stays selected when the cursor has moved: a pinned cell, the unit and the sample.

    A line that was clicked goes, with the cell that it brought; and no layer hides what the next lines write, unless
    nothing but a layer was chosen.
    """
    if selection.line is None and selection.cell is None:
        return selection
    return replace(selection, line=None, layer=None, cell=selection.pinned)


def valid_for(snapshot: Snapshot, selection: Selection) -> Selection:
    """Drop the parts that the snapshot's network, program, batch or data no longer have."""
    sizes, cell = snapshot.network.sizes, selection.cell
    keeps_unit = (
        selection.unit is not None and selection.unit[0] < len(sizes) and selection.unit[1] < sizes[selection.unit[0]]
    )
    keeps_cell = cell is not None and cell.symbol in snapshot.shapes and _is_inside(cell, snapshot.shapes[cell.symbol])
    keeps_sample = selection.sample is not None and selection.sample < snapshot.data.X.shape[1]
    kept = Selection(
        layer=selection.layer if selection.layer is not None and selection.layer < len(sizes) else None,
        unit=selection.unit if keeps_unit else None,
        cell=cell if keeps_cell else None,
        line=selection.line if selection.line is not None and selection.line <= len(snapshot.program) else None,
        sample=selection.sample if keeps_sample else None,
    )
    if kept.cell is not None and kept.sample is not None and is_per_sample(kept.cell.symbol):
        # Another batch puts the same sample in another column, or leaves it out.
        column = snapshot.column_of(kept.sample)
        return replace(kept, cell=None if column is None else replace(kept.cell, column=column))
    return kept


def _is_inside(cell: Cell, shape: tuple[int, int]) -> bool:
    return cell.row < shape[0] and cell.column < shape[1]
