"""Which numbers belong together: those that one place has computed, layer by layer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from nnviz.model.recognition.trace import Trace

_MOST: Final = 512


def groups_of_cells(trace: Trace, events: Sequence[int]) -> list[tuple[int, ...]]:
    """Return numbers of the same place together, in the order of the first: those of a layer, and those of all layers.

    Of a total only its last value counts. Of two numbers of a place the one that is computed of the other belongs to
    the next layer.

    Parameters
    ----------
    trace
        A recording whose cells are followed.
    events
        What computed the numbers, in order.
    """
    at: dict[int, list[int]] = {}
    for event in events:
        at.setdefault(trace.events[event].place, []).append(event)
    found: dict[tuple[int, ...], None] = {}
    for several in at.values():
        totals = {operand for event in several for operand in trace.operands(event)}
        whole = [event for event in several if event not in totals]
        if len(whole) > _MOST:
            continue
        layers = _layers(trace, whole)
        for layer in layers:
            found[tuple(layer)] = None
        if len(layers) > 1:
            found[tuple(event for layer in layers for event in layer)] = None
            found[tuple(event for layer in layers[::-1] for event in layer)] = None
    return sorted(found, key=min)


def _layers(trace: Trace, events: Sequence[int]) -> list[list[int]]:
    """Return events of one place by how many of them lie below."""
    if not events:
        return []
    own, depth = set(events), dict.fromkeys(events, 0)
    reached: dict[int, int] = {}
    for event in range(min(events), max(events) + 1):
        below = max((reached[operand] for operand in trace.operands(event) if operand in reached), default=-1)
        if event in own:
            depth[event] = below + 1
            reached[event] = below + 1
        elif below >= 0:
            reached[event] = below
    layers: list[list[int]] = [[] for _ in range(max(depth.values()) + 1)]
    for event in events:
        layers[depth[event]].append(event)
    return layers
