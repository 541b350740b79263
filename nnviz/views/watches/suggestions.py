"""What a person may want to watch of the network on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from nnviz.model.program.evolution_strategies import BEST
from nnviz.model.session.selection import Selection, shown_cell
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.watches.watch import Watch

_MOST_LAYERS: Final = 6
"""Of a deeper network, gradients of the layers nearest to the input, where they vanish."""


@dataclass(frozen=True)
class Suggestion:
    """A watch, and how what it is about is written."""

    watch: Watch
    label: str


def suggestions(snapshot: Snapshot, selection: Selection) -> list[Suggestion]:
    """Return the selected cell, the losses, and the sizes of gradients and weights."""
    return list(dict.fromkeys(_suggestions(snapshot, selection)))


def _suggestions(snapshot: Snapshot, selection: Selection) -> Iterator[Suggestion]:
    labels, network = snapshot.labels, snapshot.network
    cell = shown_cell(snapshot, selection)
    if cell is not None and cell.symbol not in ("L", "R", "J", BEST):
        shape = snapshot.shapes[cell.symbol]
        yield Suggestion(Watch.of_cell(cell), labels.of_cell(cell.symbol, cell.row, cell.column, shape))
    for symbol in ("L", "J", BEST):
        if symbol in snapshot.program.symbols:
            yield Suggestion(Watch(symbol), labels.of(symbol))
    for kind in ("dW{0}", "delta{0}", "W{0}"):
        for layer in range(1, min(network.depth, _MOST_LAYERS) + 1):
            symbol = kind.format(layer)
            if symbol not in snapshot.program.symbols:
                continue
            yield Suggestion(Watch.norm_of(symbol), f"‖{labels.of(symbol)}‖")
