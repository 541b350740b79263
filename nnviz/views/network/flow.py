"""What runs along the edges at the lit line: forward w · a, backward w · δ, for the shown sample."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.prediction.sample_values import SampleValues
from nnviz.model.program.symbols import parse
from nnviz.model.session.selection import layer_of
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.network.edge_values import greatest

Kind = Literal["forward", "backward", "fill", "loss", "update"]


@dataclass(frozen=True, eq=False)
class Flow:
    """What moves in the diagram when a line runs.

    Attributes
    ----------
    kind
        ``forward`` and ``backward`` along the edges into `layer`; ``fill`` in the units of `layer`; ``loss`` between
        outputs and targets; ``update`` of the edges into `layer`.
    layer
        From 1.
    amounts
        ``(n_l, n_{l−1})``: what each edge carries for the shown sample, and before the update what each edge was; None
        for the others, and for a sample that is not in the batch.
    scale
        The magnitude that has the full width.
    """

    kind: Kind
    layer: int
    amounts: Array | None = None
    scale: float = 1.0


def flow_of(snapshot: Snapshot, values: SampleValues) -> Flow | None:
    """Return what moves when a snapshot's lit line runs; None for a line of which nothing is seen in the diagram."""
    line = snapshot.lit_line
    if line is None:
        return None
    written = parse(line.writes).kind
    if written == "L":
        return Flow("loss", snapshot.network.depth)
    layer = layer_of(snapshot, line.writes)
    if written == "W":
        return Flow("update", layer, snapshot.found(line.writes))
    weights = [layer_of(snapshot, name) for name in line.names if parse(name).kind == "W"]
    if written == "Z" and layer in weights:
        return _along(snapshot, "forward", layer, values.activations(layer - 1))
    if written in ("delta", "dA") and layer + 1 in weights:
        return _along(snapshot, "backward", layer + 1, values.of(f"delta{layer + 1}"))
    if written == "A":
        return Flow("fill", layer)
    return Flow("loss", layer) if written == "delta" and layer == snapshot.network.depth else None


def _along(snapshot: Snapshot, kind: Kind, layer: int, carried: Array | None) -> Flow | None:
    weights = snapshot.value(f"W{layer}")
    if weights is None or carried is None:
        return None
    amounts = weights * (carried[:, np.newaxis] if kind == "backward" else carried[np.newaxis, :])
    return Flow(kind, layer, amounts, greatest([amounts]) or 1.0)
