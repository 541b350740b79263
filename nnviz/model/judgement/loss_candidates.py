"""Which numbers of a recording may be a loss: nothing else is made of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from nnviz.model.recognition.trace import Trace

_HANDED_ON = ("bind", "name", "return", "own", "statement", "function")
SHOWN = ("append", "print", "format", "str", "round", "float", "numpy.round")
"""What a loss is given to without being used on."""


def own_losses(trace: Trace, roots: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield the events of each scalar that may be a loss: one for each time that it is computed.

    That is a number of which nothing else is made than the same number at another scale, a list, or a running total:
    a part of a loss is none, its negative is none.

    Parameters
    ----------
    trace
        The recording.
    roots
        Events on which it depends.
    """
    depends = trace.dependants(roots)
    at: dict[int, list[int]] = defaultdict(list)
    for number, event in enumerate(trace.events):
        computed = trace.kind(number) in ("operator", "call", "loop", "augmented")
        if computed and depends[number] and _is_number(trace, number):
            at[event.place].append(number)
    for events in at.values():
        if is_last(trace, events[0], depends):
            yield tuple(events)


def _is_number(trace: Trace, event: int) -> bool:
    index = trace.events[event].value
    if index is None:
        return False
    value = trace.recording.values[index]
    return value.size == 1 and value.dtype.kind == "f" and bool(np.isfinite(value).all())


def is_last(trace: Trace, event: int, depends: Sequence[bool], through_totals: bool = False) -> bool:
    """Return whether nothing but scaled copies, totals and lists is made of a number.

    Parameters
    ----------
    trace
        The recording.
    event
        The event that computes the number.
    depends
        For each event whether it depends on parameters.
    through_totals
        Whether the same has to hold for the total that the number begins.
    """
    waiting, seen = [event], {event}
    while waiting and len(seen) < 400:
        one = waiting.pop()
        for user in trace.users[one]:
            if user in seen or trace.events[user].value is None:
                continue
            seen.add(user)
            kind, operator = trace.kind(user), trace.operator(user)
            if kind in ("compare", "branch"):
                continue
            adds = operator in ("+=", "+")
            starts = adds and any(_is_start(trace, o) for o in trace.operands(user) if o != one)
            if through_totals and adds and (starts or trace.events[user].place == trace.events[one].place):
                waiting.append(user)
                continue
            if trace.events[user].value == trace.events[one].value or kind in (*_HANDED_ON, "list", "comprehension"):
                waiting.append(user)
            elif trace.events[user].place == trace.events[event].place and kind == "augmented":
                continue  # a total that goes on
            elif operator in SHOWN or starts:
                continue
            elif operator in ("*", "/") and _is_number(trace, user):
                other = [o for o in trace.operands(user) if o != one]
                values = [trace.value(o) for o in other]
                if len(other) != 1 or depends[other[0]] or values[0] is None or values[0].size != 1 or values[0] <= 0:
                    return False
                waiting.append(user)
            else:
                return False
    return True


def _is_start(trace: Trace, event: int) -> bool:
    """Return whether a number is where a total starts: zero, written in the source."""
    value = trace.value(event)
    return value is not None and value.size == 1 and float(value.ravel()[0]) == 0.0
