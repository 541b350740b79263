"""Weights that the forward lines read, and that never change while others do."""

from __future__ import annotations

import numpy as np

from nnviz.model.judgement.line_entry import LineEntry
from nnviz.model.recognition.network import Recognition
from nnviz.model.recognition.trace import Trace


def kept_weight(trace: Trace, recognition: Recognition) -> LineEntry | None:
    """Return the first update of other weights, where a layer's weights are kept; None where all of them move."""
    kept = [f"W{n}" for n, _ in enumerate(recognition.first.layers, 1) if not _moves(recognition, f"W{n}")]
    moving = [p.changed[0] for name, p in recognition.parameters.items() if name[0] == "W" and p.changed]
    if not kept or not moving:
        return None
    only_output = len(kept) == len(recognition.first.layers) - 1 and _moves(recognition, f"W{len(kept) + 1}")
    names = ("only-output-updated", "one-layer-kept") if only_output else ("one-layer-kept",)
    return LineEntry(_update_line(trace, min(moving)), kept[0], "wrong", None, names)


def _moves(recognition: Recognition, name: str) -> bool:
    parameter = recognition.parameters.get(name)
    layer = int(name[1:]) - 1
    weights = [group[0].layers[layer].W for group in recognition.passes]
    # Also where it moves in a way that was not followed.
    return (parameter is not None and bool(parameter.changed)) or any(
        not np.array_equal(later, weights[0]) for later in weights[1:]
    )


def _update_line(trace: Trace, event: int) -> int:
    """Return where a new value is bound."""
    return next((user for user in trace.users[event] if trace.kind(user) in ("bind", "store")), event)
