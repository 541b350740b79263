"""Parameters that stand still: gradients that are cleared too early, arrays of whole numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nnviz.model.judgement.gradients import changes
from nnviz.model.judgement.line_entry import LineEntry
from nnviz.model.judgement.lines import LineJudge
from nnviz.model.recognition.network import Recognition
from nnviz.model.recognition.trace import Trace


def unmoved_entries(
    trace: Trace, recognition: Recognition, lines: LineJudge, entries: Sequence[LineEntry]
) -> list[LineEntry]:
    """Return the entries, and a wrong one where parameters cannot move."""
    found = _cleared(trace, recognition, lines)
    return list(entries) if found is None else [*entries, found]


def whole_numbers(trace: Trace, recognition: Recognition) -> LineEntry | None:
    """Return the first store into a parameter whose type has no fractions; None if they all have."""
    found = []
    for symbol, parameter in recognition.parameters.items():
        if parameter.changed and trace.dtype(parameter.changed[0]).kind in "iub":
            path = trace.events[parameter.changed[0]].path
            first = recognition.first.layers[0].product
            stores = (
                event
                for event in range(first, parameter.changed[0] + 1)
                if path and trace.events[event].path == path and trace.kind(event) in ("store", "augmented", "bind")
            )
            found.append((next(stores, parameter.changed[0]), symbol))
    if not found:
        return None
    event, symbol = min(found)
    return LineEntry(event, symbol, "wrong", None, ("integer-arrays",))


def _cleared(trace: Trace, recognition: Recognition, lines: LineJudge) -> LineEntry | None:
    """Return the line that clears gradients before they are used; None if none does."""
    moved = changes(recognition, 0)
    if not moved or any(np.any(change) for change in moved.values()):
        return None
    raw = [event for found in lines.finder.weights.values() for event in found.raw]
    grads = [trace.value(event) for event in raw]
    if not raw or not any(value is not None and np.any(value) for value in grads):
        return None
    objects = {trace.events[event].object for event in trace.dependants_within(raw[0], lines.end)} - {-1}
    for event in range(max(raw) + 1, lines.end + 1):
        value = trace.value(event)
        zero = value is not None and not np.any(value) and trace.kind(event) in ("store", "augmented", "bind")
        if zero and (trace.events[event].object in objects or trace.events[event].path):
            symbol = min(recognition.parameters)
            return LineEntry(caller(trace, event), symbol, "wrong", None, ("gradients-cleared",))
    return None


def caller(trace: Trace, event: int) -> int:
    """Return the call in the outermost statement around an event; the event itself where it is in no function."""
    steps = [step for step in trace.recording.steps if step.first <= event < step.last]
    outer = min(steps, key=lambda step: step.depth, default=None)
    if outer is None or outer.frame == trace.events[event].frame:
        return event
    inside = (e for e in range(event, outer.last) if trace.events[e].frame == outer.frame)
    before = (e for e in range(event, outer.first - 1, -1) if trace.events[e].frame == outer.frame)
    return next(inside, next(before, event))
