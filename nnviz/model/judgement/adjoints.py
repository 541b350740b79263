"""The derivative of a person's own loss by every value that it was computed of, backwards through the recording."""

from __future__ import annotations

import heapq
from collections.abc import Collection

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.judgement.slopes_of_cells import cells_handed_back
from nnviz.model.judgement.slopes_of_operations import handed_back, plain_name
from nnviz.model.recognition.trace import Trace

_PASSING = frozenset({"bind", "name", "return", "own", "statement"})
_WRITTEN = frozenset({"constant", "compare", "branch", "function"})


def adjoints(trace: Trace, loss: int, stops: Collection[int] = frozenset(), above: float = 1.0) -> dict[int, Array]:
    """Return event → ∂L by its value, as far as the operations are known; whether that is all is for others to check.

    Parameters
    ----------
    trace
        The recording.
    loss
        The event that computes the loss, a single number.
    stops
        Values whose own operands are left out.
    above
        ∂L by the loss.
    """
    value = trace.value(loss)
    if value is None or value.size != 1:
        return {}
    found: dict[int, Array] = {loss: np.full(value.shape, above)}
    waiting = [-loss]
    while waiting:
        event = -heapq.heappop(waiting)
        if trace.kind(event) in _WRITTEN or (event in stops and event != loss):
            continue
        operands = trace.operands(event)
        with np.errstate(all="ignore"):
            parts = _parts(trace, event, operands, found[event])
        for operand, part in zip(operands, parts, strict=False):
            if part is None:
                continue
            if operand in found:
                found[operand] = found[operand] + part
            else:
                found[operand] = part
                heapq.heappush(waiting, -operand)
    return found


def _parts(trace: Trace, event: int, operands: tuple[int, ...], above: Array) -> list[Array | None]:
    """Return ∂L by each operand; None for each where the operation is not known."""
    nothing: list[Array | None] = [None] * len(operands)
    out, values = trace.value(event), [trace.value(operand) for operand in operands]
    if out is None or ("cell", True) in trace.events[event].keywords:
        return nothing
    kind = trace.kind(event)
    through_cells = cells_handed_back(trace, event, above)
    if through_cells is not None:
        return through_cells
    if kind in _PASSING:
        for place, value in enumerate(values):
            if value is not None and value.shape == out.shape and np.array_equal(value, out, equal_nan=True):
                nothing[place] = above
                break
        return nothing
    if kind in ("list", "comprehension"):
        return _of_list(values, out, above)
    known = [place for place, value in enumerate(values) if value is not None]
    if not known:
        return nothing
    keywords = {**dict(trace.events[event].keywords), "text": trace.place(event).text}
    numeric = [value for value in values if value is not None]
    try:
        back = handed_back(plain_name(trace.operator(event)), numeric, out, above, keywords)
    except (ValueError, IndexError):
        back = None
    for place, part in zip(known, back or (), strict=False):
        nothing[place] = part
    return nothing


def _of_list(values: list[Array | None], out: Array, above: Array) -> list[Array | None]:
    known = [value for value in values if value is not None]
    if len(known) != len(values) or sum(value.size for value in known) != out.size:
        return [None] * len(values)
    parts: list[Array | None] = []
    at, flat = 0, above.ravel()
    for value in known:
        parts.append(flat[at : at + value.size].reshape(value.shape))
        at += value.size
    return parts
