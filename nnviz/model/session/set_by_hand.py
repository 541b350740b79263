"""Which numbers a person has set, when, and what they were before."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.model.history.edits import ValueEdit
from nnviz.model.history.position import Place, Position
from nnviz.model.history.update_edits import UpdateEdit
from nnviz.model.session.selection import Cell
from nnviz.model.session.snapshot import Snapshot


@dataclass(frozen=True)
class SetByHand:
    """A number that an edit has changed.

    Attributes
    ----------
    cell
        Which.
    edited
        The cell that the person has set: the same one, but for numbers that an evolution strategy measures again when
        a parameter is set.
    value, old
        What it became, and what it was; None where an older session file does not say.
    typed
        How the person wrote it, where that is a fraction; else empty.
    position
        Where the cursor was.
    """

    cell: Cell
    edited: Cell
    value: float
    old: float | None
    typed: str
    position: Position

    @property
    def is_measured(self) -> bool:
        """Whether it was not set itself, but measured again since a parameter was."""
        return self.cell != self.edited


def set_in_update(snapshot: Snapshot, cell: Cell) -> tuple[SetByHand, ...]:
    """Return how a cell was set while the update was on the screen, in order."""
    return tuple(made for edit in snapshot.update_edits if (made := _in_update(edit, cell)) is not None)


def set_since_line(snapshot: Snapshot, cell: Cell) -> tuple[SetByHand, ...]:
    """Return how a cell was set after its own line had run, in order; nothing where that has not run."""
    number = snapshot.program.line_of.get(cell.symbol)
    if number is None or snapshot.position.line < number:
        return ()
    edits = (edit for edit in snapshot.update_edits if edit.line >= number)
    return tuple(made for edit in edits if (made := _in_update(edit, cell)) is not None)


def set_by_hand(snapshot: Snapshot, cell: Cell) -> SetByHand | None:
    """Return how a person set the value that a cell has; None where its value is not one that was set."""
    number = snapshot.program.line_of.get(cell.symbol)
    if number is not None and snapshot.position.line >= number:
        since = set_since_line(snapshot, cell)
        return since[-1] if since else None
    here = set_in_update(snapshot, cell)
    return here[-1] if here else _before_update(snapshot, cell, trained=number is not None)


def _in_update(edit: UpdateEdit, cell: Cell) -> SetByHand | None:
    changed = edit.changes.get(cell.symbol)
    if changed is None:
        return None
    places = zip(*(axis.tolist() for axis in changed.cells), strict=True)
    index = next((index for index, place in enumerate(places) if place == (cell.row, cell.column)), None)
    if index is None:
        return None
    old, new = float(changed.old[index]), float(changed.new[index])
    edited = Cell(edit.edit.symbol, *edit.edit.cell)
    return SetByHand(cell, edited, new, old, edit.edit.typed if edited == cell else "", edit.edit.position)


def _before_update(snapshot: Snapshot, cell: Cell, *, trained: bool) -> SetByHand | None:
    """Return how a cell was set before the update began: what lines have changed since is not what was set."""
    begun = snapshot.position.update - (snapshot.position.line > 0)
    held = float(snapshot.values[cell.symbol][cell.row, cell.column]) if cell.symbol in snapshot.values else None
    for edit in reversed(snapshot.value_edits):
        if trained and edit.place < Place(begun):
            return None
        if _sets(edit, cell) and edit.place <= Place(begun):
            is_still = edit.value == held
            return SetByHand(cell, cell, edit.value, edit.old, edit.typed, edit.position) if is_still else None
    return None


def _sets(edit: ValueEdit, cell: Cell) -> bool:
    return (edit.symbol, *edit.cell) == (cell.symbol, cell.row, cell.column)


def set_between_reads(snapshot: Snapshot, last: int | None = None) -> tuple[str, ...]:
    """Return the parameters of which two lines of the update read different values, as a person set one in between.

    What such lines compute belongs to no single state of the network.

    Parameters
    ----------
    last
        The last line that counts, from 1; None for all. Lines that replace a value read it to move it: they do not
        count.
    """
    lines = tuple(enumerate(snapshot.program_run.lines[:last], start=1))
    found = []
    for edit in snapshot.update_edits:
        symbol = edit.edit.symbol
        readers = [number for number, line in lines if symbol in line.reads and not line.assigns]
        if readers and readers[0] <= edit.line < readers[-1]:
            found.append(symbol)
    return tuple(dict.fromkeys(found))
