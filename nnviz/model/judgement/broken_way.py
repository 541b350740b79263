"""Where the way from a right δ to a parameter leaves its gradient: beside other parameters that follow theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.judgement.absolute import AbsoluteCheck
from nnviz.model.judgement.alike import multiple
from nnviz.model.judgement.cell_steps import CLIPPING, ROOTS
from nnviz.model.judgement.gradients import gradient_of
from nnviz.model.judgement.line_entry import LineEntry
from nnviz.model.recognition.network import FoundParameter, Recognition
from nnviz.model.recognition.trace import Trace

_SAME: Final = 1e-6


def broken_way(trace: Trace, recognition: Recognition, checks: Sequence[AbsoluteCheck]) -> LineEntry | None:
    """Return the first line that makes something else of a gradient; None where no parameter follows its own.

    Parameters
    ----------
    trace, recognition
        The recording and its network, whose lines are right as far as they were recognised.
    checks
        How the changes are multiples of the gradients of some losses.
    """
    whole = [check for check in checks if check.samples == len(recognition.passes[0]) and not check.loss.penalty]
    best = max(whole, key=lambda check: sum(f.fits for f in check.fits.values()), default=None)
    # One number is a multiple of any other: it follows everything.
    fits = {} if best is None else {n: f for n, f in best.fits.items() if recognition.parameters[n].states[0].size > 1}
    if best is None or not any(found.fits and found.ratio < 0 for found in fits.values()):
        return None
    found = [
        entry
        for name, fitted in best.fits.items()
        if not fitted.fits and (entry := _first_other(trace, recognition, name, best)) is not None
    ]
    return min(found, key=lambda entry: entry.event, default=None)


def _first_other(trace: Trace, recognition: Recognition, name: str, check: AbsoluteCheck) -> LineEntry | None:
    """Return the first line on the way to a parameter whose value is no gradient of it."""
    parameter = recognition.parameters[name]
    if not parameter.changed:
        return None
    group = recognition.passes[0]
    layer = group[0].layers[int(name[1:]) - 1]
    each = [gradient_of(one, check.loss.kind, check.loss.factor).parameters[name] for one in group]
    shape = trace.value(parameter.root)
    if shape is None or shape.size != each[0].size:
        return None
    own = [part.T if name[0] == "W" and layer.turned else part for part in each]
    sums = list(accumulate(own))
    last, right = None, set[int]()
    for event in _way(trace, recognition, parameter):
        value = trace.value(event)
        assert value is not None
        if any(_is(value, part) for part in (sums[-1], *own, *sums)):
            last = event if trace.spot(event) != trace.spot(parameter.changed[0]) else last
            right.add(event)
            continue
        if not any(trace.source(one, True) in right for one in _near(trace, event)):
            continue  # before the gradient, or of something that is wrong already
        operators = {trace.operator(one) for one in _near(trace, event)}
        if operators & (CLIPPING | ROOTS) or _reads(trace, event, parameter):
            return None
        constant = name[0] == "b" and value.size > 1 and np.ptp(value) == 0
        names = ("bias-sum-of-all",) if constant and _close(float(value.flat[0]), [s.sum() for s in own]) else ()
        return LineEntry(event, f"d{name}", "wrong", each[0], names)
    if last is None or len(group) < 2:
        return None
    value = trace.value(last)
    if value is not None and not _is(value, sums[-1]) and any(_is(value, part) for part in own):
        return LineEntry(last, f"d{name}", "wrong", sum(each[1:], each[0]), ("last-sample-only",))
    return None


def _way(trace: Trace, recognition: Recognition, parameter: FoundParameter) -> Iterator[int]:
    """Yield what is computed of the targets, in the size of a parameter, on the way to its change."""
    end, states = parameter.changed[0], {parameter.root, *parameter.changed}
    reached = trace.dependants([one.target for one in recognition.passes[0] if one.target is not None])
    size = parameter.states[0].size
    for event in sorted(trace.ancestors([end], recognition.first.layers[0].product)):
        value = trace.value(event)
        if value is None or value.size != size or not reached[event] or event in states or not np.any(value):
            continue
        if trace.kind(event) in ("operator", "call", "augmented", "store", "loop") and trace.source(event) == event:
            if trace.spot(event) == trace.spot(end) and _reads(trace, event, parameter):
                return
            yield event


def _reads(trace: Trace, event: int, parameter: FoundParameter) -> bool:
    """Return whether an event is computed of the parameter itself: a step, or a penalty."""
    states = {parameter.root, *parameter.changed}
    return any(trace.source(one, True) in states for one in _near(trace, event))


def _near(trace: Trace, event: int) -> set[int]:
    """Return what an event is computed of in its statement."""
    spot = trace.spot(event)
    found, waiting = {event}, [event]
    while waiting:
        for operand in trace.operands(waiting.pop()):
            if operand not in found:
                found.add(operand)
                if trace.spot(operand) == spot:
                    waiting.append(operand)
    return found


def _is(value: Array, part: Array) -> bool:
    """Return whether a value is a multiple of a gradient, as it lies or turned."""
    turned = value.ndim == 2 and value.shape == part.T.shape and value.shape != part.shape
    return multiple(part, value.T if turned else value, _SAME) is not None


def _close(one: float, others: Sequence[float]) -> bool:
    return any(abs(abs(one) - abs(other)) <= _SAME * abs(other) for other in others)
