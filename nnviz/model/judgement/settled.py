"""What a whole statement makes of a gradient: its factor at the end, and the number that it was divided by."""

from __future__ import annotations

from collections.abc import Collection

from nnviz.model.judgement.gradients import fit
from nnviz.model.judgement.line_entry import LineEntry
from nnviz.model.recognition.trace import SUMS, TIMES, Trace


def _settled(trace: Trace, event: int) -> list[int]:
    """Return the multiples of an event's value that its statement makes of it, in order."""
    base = trace.value(event)
    step = trace.events[event].step
    found = [event]
    if base is None:
        return found
    last = next((e for e in range(event, len(trace)) if trace.events[e].step != step), len(trace)) - 1
    for number in trace.dependants_within(event, last)[1:]:
        value = trace.value(number)
        scales = trace.operator(number) not in SUMS and any(operand in found for operand in trace.operands(number))
        if scales and value is not None and value.size == base.size:
            multiple = fit(value.reshape(base.shape), base)
            if multiple is None or (multiple.fits and multiple.ratio):
                found.append(number)
    return found


def settled_factor(trace: Trace, entry: LineEntry) -> float:
    """Return an entry's factor at the end of its statement."""
    base, end = trace.value(entry.event), trace.value(_settled(trace, entry.event)[-1])
    if base is None or end is None:
        return entry.factor
    multiple = fit(end.reshape(base.shape), base)
    return entry.factor if multiple is None else entry.factor * multiple.ratio


def divisor(trace: Trace, entry: LineEntry, spots: Collection[tuple[int, int]]) -> int:
    """Return the event that computes what a wrong gradient is divided by, where only wrong ones are; else itself.

    Parameters
    ----------
    trace, entry
        The recording, and the gradient.
    spots
        The statements of the wrong gradients.
    """
    for event in _settled(trace, entry.event)[1:]:
        for operand in trace.operands(event) if trace.operator(event) in TIMES else ():
            value, source = trace.value(operand), trace.source(operand)
            computed = trace.operator(source) not in TIMES and trace.kind(source) != "constant"
            if value is None or value.size > 1 or not computed or trace.spot(source) in spots:
                continue
            reading = [u for u in trace.dependants_within(source, entry.event + 40) if trace.source(u) != source]
            inside = trace.events[source].frame == trace.events[entry.event].frame
            inside = inside and not trace.statement(source).text.lstrip().startswith(("def ", "class "))
            if inside and reading and trace.spot(reading[0]) in spots:
                return source
    return entry.fault
