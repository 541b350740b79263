"""The slope of a unit's activation: how much of what comes back it lets through."""

from __future__ import annotations

from typing import Final

import numpy as np

from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.program.expression import Slope
from nnviz.model.program.symbols import parse
from nnviz.model.session.selection import Cell
from nnviz.model.session.snapshot import Snapshot

SATURATED: Final = 0.01
"""A slope below this passes next to nothing back."""


def slope_of(snapshot: Snapshot, cell: Cell) -> float | None:
    """Return the slope of a unit's activation, as the update uses it; None when it uses none."""
    layer = parse(cell.symbol).layer
    rule = ACTIVATIONS[snapshot.network.layers[layer - 1].activation]
    uses = any(
        isinstance(node, Slope) and parse(node.z.name).layer == layer
        for line in snapshot.program
        for node in line.expression.walk()
    )
    source = snapshot.value(f"{rule.slope_reads}{layer}")
    if not uses or rule.slope is None or source is None:
        return None
    out = np.empty((1, 1))
    with np.errstate(all="ignore"):  # with a mistake an activation may be none that the function has
        rule.slope(source[cell.row : cell.row + 1, cell.column : cell.column + 1], out)
    return float(out[0, 0])
