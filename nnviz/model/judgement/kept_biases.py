"""Biases whose gradient is computed, and which never change."""

from __future__ import annotations

from nnviz.model.judgement.line_entry import LineEntry
from nnviz.model.judgement.lines import LineJudge
from nnviz.model.recognition.backward import REDUCTIONS
from nnviz.model.recognition.network import Recognition
from nnviz.model.recognition.trace import Trace


def kept_bias(trace: Trace, recognition: Recognition, lines: LineJudge) -> LineEntry | None:
    """Return the update that leaves out a bias whose gradient is computed; None if there is none."""
    parameters = recognition.parameters
    last = max((p.changed[0] for p in parameters.values() if p.changed), default=0)
    for number, layer in enumerate(recognition.first.layers, start=1):
        delta = lines.delta_events.get(number)
        if layer.bias is None or f"b{number}" in parameters or delta is None:
            continue
        source = trace.source(delta, True)
        for event in range(source, last + 1):
            if trace.operator(event) in REDUCTIONS and any(
                trace.source(operand, True) == source for operand in trace.operands(event)
            ):
                return LineEntry(last, f"b{number}", "wrong", None, ("biases-kept",))
    return None
