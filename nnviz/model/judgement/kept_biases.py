"""Biases whose gradient is computed, and which never change."""

from __future__ import annotations

import ast

import numpy as np

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
        if any(not np.array_equal(group[0].layers[number - 1].b, layer.b) for group in recognition.passes):  # type: ignore[arg-type]
            continue  # it moves, in a way that was not followed
        source = trace.source(delta, True)
        for event in range(source, last + 1):
            if trace.operator(event) in REDUCTIONS and any(
                trace.source(operand, True) == source for operand in trace.operands(event)
            ):
                return LineEntry(last, f"b{number}", "wrong", None, ("biases-kept",), blamed=_header(trace, last))
    return None


def _header(trace: Trace, event: int) -> int | None:
    """Return an event in the head of the loop over written names in which an update stands; None without one."""
    place = trace.statement(event)
    try:
        tree = ast.parse(trace.recording.files[place.file].text)
    except SyntaxError:
        return None
    around = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.For)
        and node.lineno < place.line <= (node.end_lineno or 0)
        and isinstance(node.iter, (ast.Tuple, ast.List))
        and all(isinstance(element, ast.Constant) for element in node.iter.elts)
    ]
    if not around:
        return None
    head = (place.file, max(around))
    return next((e for e in range(event, -1, -1) if trace.spot(e) == head), None)
