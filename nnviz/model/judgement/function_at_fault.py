"""The function of the person's that gave a wrong factor: where it is no known slope, its own line is at fault."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from nnviz.model.judgement.formulas import known_slope
from nnviz.model.judgement.found_repair import Repair
from nnviz.model.recognition.trace import TIMES, Trace


def blamed_function(trace: Trace, repair: Repair) -> Repair:
    """Return a repair in the line of a function that one factor of a wrong product comes from; else the same one.

    Parameters
    ----------
    trace
        The recording.
    repair
        A wrong number.
    """
    product = repair.event
    while trace.kind(product) in ("bind", "store") and len(trace.operands(product)) == 1:
        product = trace.operands(product)[0]
    operands = trace.operands(product)
    if trace.operator(product) not in TIMES or len(operands) != 2 or repair.right.size != 1:
        return repair
    called = [(one, given) for one in operands if (given := _return_of(trace, one, product)) is not None]
    if len(called) != 1:
        return repair
    factor, given = called[0]
    other = trace.value(operands[1] if operands[0] == factor else operands[0])
    argument = _argument(trace, given)
    value = trace.value(factor)
    if other is None or value is None or not np.any(other) or argument is None or known_slope(value, argument):
        return repair
    return replace(repair, event=given, right=repair.right / other, is_parameter=False)


def _return_of(trace: Trace, factor: int, product: int) -> int | None:
    """Return the event in which a function, called in the statement of a product, has returned a factor."""
    here = trace.events[product]
    for event in range(product - 1, max(product - 200, -1), -1):
        if trace.kind(event) == "own" and trace.events[event].frame == here.frame:
            if trace.spot(event) != trace.spot(product):
                return None
            if trace.events[event].value == trace.events[factor].value:
                back = (e for e in range(event - 1, max(event - 200, -1), -1) if trace.kind(e) == "return")
                found = next(back, None)
                same = found is not None and trace.events[found].value == trace.events[factor].value
                return found if same else None
    return None


def _argument(trace: Trace, given: int) -> np.ndarray | None:
    """Return the first number that a function was given, or read of its object."""
    frame = trace.events[given].frame
    for event in range(given, max(given - 200, -1), -1):
        if trace.events[event].frame == frame and trace.kind(event) == "bind":
            return trace.value(event)
    return None
