"""The pieces of an equation as spans of a paragraph."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PyQt6.QtCore import QCoreApplication

from nnviz.model.arrays.array import Array
from nnviz.model.session.selection import Cell
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import exact
from nnviz.views.inspector.page import Notation, TextSpan

if TYPE_CHECKING:
    from nnviz.model.explain.text import Piece, Pieces


def array_of(snapshot: Snapshot, symbol: str) -> Array | None:
    """Return a symbol's value; data is known before any line has run."""
    if symbol == "X":
        return snapshot.data.X[:, snapshot.batch]
    if symbol == "Y":
        return snapshot.targets[:, snapshot.batch]
    return snapshot.value(symbol)


def value_of(snapshot: Snapshot, cell: Cell) -> float | None:
    """Return what a cell holds, or None when it has not been computed."""
    if cell.symbol in ("X", "Y"):
        source = snapshot.data.X if cell.symbol == "X" else snapshot.targets
        return float(source[cell.row, snapshot.batch[cell.column]])
    array = snapshot.value(cell.symbol)
    return None if array is None else float(array[cell.row, cell.column])


def place_text(snapshot: Snapshot, cell: Cell, notation: Notation) -> str:
    """Return a cell's place in its matrix as text, from 1: ``δ¹ [2, 3]``."""
    label = notation.labels.of(cell.symbol)
    if snapshot.shapes[cell.symbol] == (1, 1):
        return label
    row, column = (cell.row, cell.column) if notation.convention == "columns" else (cell.column, cell.row)
    return f"{label} [{row + 1}, {column + 1}]"


def explain_text(snapshot: Snapshot, cell: Cell, notation: Notation) -> str:
    """Return what a click on a link to a cell does."""
    from nnviz.views.inspector.names import fill

    text = QCoreApplication.translate("InspectorPanel", "Click: explain %1")
    return fill(text, place_text(snapshot, cell, notation))


def spans_of(snapshot: Snapshot, pieces: Pieces, notation: Notation) -> Iterable[TextSpan]:
    """Yield the spans of pieces: those that are in a cell are links, numbers have their exact value in a tip."""
    for piece in pieces:
        if piece.rest is not None:
            yield _left_out(piece, notation)
        elif piece.cell is not None and piece.value is not None:
            tip = f"{_exact_text(piece)}\n{explain_text(snapshot, piece.cell, notation)}"
            yield TextSpan(piece.text, "link", piece.cell, tip)
        else:
            yield TextSpan(piece.text, tip="" if piece.value is None else _exact_text(piece))


def _exact_text(piece: Piece) -> str:
    assert piece.value is not None  # only numbers have an exact value
    return f"{piece.name} = {exact(piece.value)}" if piece.name else exact(piece.value)


def _left_out(piece: Piece, notation: Notation) -> TextSpan:
    """Write the terms of a long sum that were left out; the numbers' line says what they add up to."""
    from nnviz.model.explain.text import NO_BREAK, number_text
    from nnviz.views.inspector.names import fill

    assert piece.rest is not None
    text = fill(QCoreApplication.translate("InspectorPanel", "… %1 more"), str(piece.rest.count))
    if piece.value is None:
        return TextSpan(text.replace(" ", NO_BREAK))
    total = number_text(piece.value, exactly=notation.exactly)
    return TextSpan(f"({text}: {total})".replace(" ", NO_BREAK), tip=exact(piece.value))
