"""Gradients that are overwritten where they should be added up, and added up where they should be overwritten."""

from __future__ import annotations

import ast
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.recognition.trace import Trace

_SAME: Final = 1e-6


def kept_value(trace: Trace, event: int, right: Array) -> tuple[str, ...]:
    """Return the name of the mistake, where what was there before is missing in a value, or is wrongly in it.

    Parameters
    ----------
    trace
        The recording.
    event
        What an assignment gave.
    right
        What it should be.
    """
    value, before = trace.value(event), _before(trace, event)
    if value is None or before is None or not value.size == before.size == right.size or not np.any(before):
        return ()
    try:
        (statement,) = ast.parse(trace.statement(event).text.strip()).body
    except (SyntaxError, ValueError):
        return ()
    left = (right.ravel() - value.ravel()) / np.abs(right).max(initial=1e-300)
    size = np.abs(before.ravel()) / np.abs(right).max(initial=1e-300)
    close = _SAME * max(1.0, float(size.max()))
    scaled = before.ravel() / np.abs(right).max(initial=1e-300)
    if isinstance(statement, ast.Assign) and np.abs(left - scaled).max() <= close:
        return ("last-sample-only",)
    if isinstance(statement, ast.AugAssign) and np.abs(left + scaled).max() <= close:
        return ("gradients-accumulated",)
    return ()


def _before(trace: Trace, event: int) -> Array | None:
    """Return what the name that an event's value is given to held before."""
    statement = trace.spot(event)
    path = trace.name(event)
    for number in range(event - 1, -1, -1):
        one = trace.events[number]
        if one.path == path and path and trace.kind(number) in ("bind", "store", "augmented", "loop"):
            if trace.spot(number) == statement and one.step == trace.events[event].step:
                continue
            return trace.value(number)
    return None
