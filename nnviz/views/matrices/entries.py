"""Which matrices each tab shows, in order of importance: parameters, δ and gradients first, optimiser state last."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.model.arrays.array import Array
from nnviz.model.program.symbols import Labels, parse
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention
from nnviz.views.matrix_cells.quantities import quantity_of

_FIRST = ("W", "b", "cW", "cb", "delta", "dW", "db")
_REST = ("Z", "A")
_LAST = ("dA", "dR", "dRb", "vW", "vb", "sW", "sb", "hW", "hb", "gW", "gb", "uW", "ub")


@dataclass(frozen=True)
class MatrixEntry:
    """What one matrix on the canvas shows: a symbol's value, or by how much the update changed it."""

    symbol: str
    change: bool = False

    @property
    def quantity(self) -> str:
        """The quantity whose colour scale it shares."""
        return "changes" if self.change else quantity_of(self.symbol)

    def label(self, labels: Labels) -> str:
        """Return it as it is written: ``δ¹``, ``ΔW¹``."""
        return ("Δ" if self.change else "") + labels.of(self.symbol)

    def is_editable(self, snapshot: Snapshot) -> bool:
        """Return whether its cells are parameters."""
        return not self.change and self.symbol in snapshot.program.parameters

    def value(self, snapshot: Snapshot, convention: Convention = "columns") -> Array | None:
        """Return the matrix as it is drawn, or None when it has not been computed."""
        value = snapshot.change(self.symbol) if self.change else snapshot.value(self.symbol)
        return value.T if value is not None and convention == "rows" else value

    def shape(self, snapshot: Snapshot, convention: Convention = "columns") -> tuple[int, int]:
        """Return its (rows, columns) as it is drawn."""
        rows, columns = snapshot.shapes[self.symbol]
        return (columns, rows) if convention == "rows" else (rows, columns)


def layer_entries(snapshot: Snapshot, layer: int) -> tuple[MatrixEntry, ...]:
    """Return everything of one layer: its inputs, parameters and outputs, and how the update changed it."""
    below = f"A{layer - 1}" if layer > 1 else "X"
    targets = ("Y",) if layer == snapshot.network.depth else ()
    changes = tuple(MatrixEntry(f"{kind}{layer}", change=True) for kind in "Wb")
    return (
        *_of_layer(snapshot, layer, _FIRST),
        *(entry for entry in changes if entry.symbol in snapshot.program.trained),
        MatrixEntry(below),
        *_of_layer(snapshot, layer, _REST),
        *(MatrixEntry(symbol) for symbol in targets),
        *_of_layer(snapshot, layer, _LAST),
        *((MatrixEntry("dX"),) if layer == 1 and "dX" in snapshot.shapes else ()),
    )


def overview_entries(snapshot: Snapshot, layer: int) -> tuple[MatrixEntry, ...]:
    """Return what the tab of all layers shows of one of them, room permitting."""
    return _of_layer(snapshot, layer, (*_FIRST, *_REST, *_LAST))


def _of_layer(snapshot: Snapshot, layer: int, kinds: tuple[str, ...]) -> tuple[MatrixEntry, ...]:
    symbols = (f"{kind}{layer}" for kind in kinds)
    return tuple(MatrixEntry(symbol) for symbol in symbols if symbol in snapshot.shapes)


def rank_of(entry: MatrixEntry) -> int:
    """Return how much a matrix needs its place among all layers.

    Returns
    -------
    int
        0: with its numbers; 1: at least its colours; 2: only where there is room.
    """
    kind = parse(entry.symbol).kind
    if kind in ("W", "b", "delta"):
        return 0
    return 1 if kind in _FIRST else 2
