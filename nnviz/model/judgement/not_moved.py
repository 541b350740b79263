"""New values of weights that nothing reads: a local name was updated, and the weights stay as they were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

import numpy as np

from nnviz.model.judgement.judgement import Judgement
from nnviz.model.judgement.line_entry import LineEntry
from nnviz.model.judgement.plain_spelling import plain, plain_column, unplain
from nnviz.model.judgement.strike import Strike, struck_line
from nnviz.model.judgement.turned_statement import turned_statement
from nnviz.model.judgement.words import sentences
from nnviz.model.mistakes.catalogue import CATALOGUE
from nnviz.model.recognition.network import Recognition
from nnviz.model.recognition.parameters import find_roots
from nnviz.model.recognition.trace import PRODUCTS, SUMS, Trace

_HANDED_ON: Final = ("bind", "name", "return", "own", "statement", "list", "comprehension", "store")
_NAME: Final = "not-moved"


def with_unmoved_names(trace: Trace, judgement: Judgement) -> Judgement:
    """Return a judgement that strikes the first new value of weights which nothing reads, where no weights move.

    Parameters
    ----------
    trace
        The recording.
    judgement
        What was found otherwise.
    """
    if judgement.ok is not None or judgement.first_difference is not None or find_roots(trace):
        return judgement
    event = _unread_step(trace)
    if event is None:
        return judgement
    weights = next(o for o in trace.operands(event) if _size(trace, o) == _size(trace, event))
    letter = "W" if _is_multiplied(trace, trace.source(weights, True)) else "b"
    why = sentences([CATALOGUE[_NAME].title])
    return struck_line(trace, judgement, Strike(event, f"{letter}1", why, (_NAME,), _in_place(trace, event)))


def stale_weights(trace: Trace, recognition: Recognition) -> LineEntry | None:
    """Return the first step whose result nothing reads, and that is taken again from the old weights."""
    found = []
    for symbol, parameter in recognition.parameters.items():
        if len(parameter.changed) != 1 or symbol[0] != "W":
            continue
        place = trace.events[parameter.changed[0]].place
        steps = [
            event
            for event in range(len(trace))
            if trace.events[event].place == place
            and any(trace.source(operand, True) == parameter.root for operand in trace.operands(event))
        ]
        if len(steps) > 1 and all(_is_unread(trace, event) for event in steps[:2]):
            found.append(LineEntry(steps[0], symbol, "wrong", None, (_NAME,)))
    return min(found, key=lambda entry: entry.event, default=None)


def _unread_step(trace: Trace) -> int | None:
    """Return the first sum that makes of weights, and of what comes of them, something that is not read again."""
    products = [event for event in range(len(trace)) if trace.operator(event) in PRODUCTS]
    by_place: dict[int, list[int]] = {}
    for event in products:
        by_place.setdefault(trace.events[event].place, []).append(event)
    still = {source for events in by_place.values() for source in _read_again(trace, events)}
    if not still:
        return None
    reached = trace.dependants(products)
    biases = {trace.source(o, True) for e in range(len(trace)) if trace.operator(e) in SUMS for o in trace.operands(e)}
    for event in range(products[0], len(trace)):
        operands = trace.operands(event)
        if trace.operator(event) not in ("-", "+") or trace.kind(event) != "operator" or len(operands) != 2:
            continue
        left, right = operands
        source = trace.source(left, True)
        is_parameter = source in still or (source in biases and not reached[left] and source < products[0])
        alike = _size(trace, left) == _size(trace, event) == _size(trace, right) or _size(trace, right) == 1
        if is_parameter and reached[right] and not reached[left] and alike and _is_unread(trace, event):
            return event
    return None


def _read_again(trace: Trace, events: list[int]) -> Iterator[int]:
    """Yield the arrays that a product reads more than once: weights that stay, or inputs."""
    counts = Counter(trace.source(operand, True) for event in events for operand in set(trace.operands(event)))
    yield from (source for source, count in counts.items() if count > 1)


def _is_unread(trace: Trace, event: int) -> bool:
    """Return whether a value is bound or returned, and then read by nothing."""
    waiting, is_bound = [event], False
    while waiting:
        here = waiting.pop()
        for user in trace.users[here]:
            if trace.kind(user) not in _HANDED_ON:
                return False
            is_bound = is_bound or trace.kind(user) in ("bind", "return")
            if trace.kind(user) == "store":
                return False
            waiting.append(user)
    return is_bound


def _is_multiplied(trace: Trace, source: int) -> bool:
    return any(
        trace.source(operand, True) == source
        for event in range(len(trace))
        if trace.operator(event) in PRODUCTS
        for operand in trace.operands(event)
    )


def _size(trace: Trace, event: int) -> int:
    value = trace.value(event)
    return 0 if value is None else int(np.size(value))


def _in_place(trace: Trace, event: int) -> str | None:
    """Return ``W -= step`` for ``W = W - step``; None for another statement."""
    place = trace.statement(event)
    raw = trace.recording.files[place.file].text.split("\n")[place.line - 1]
    ends = (plain_column(raw, place.column), plain_column(raw, place.end_column))
    mended = turned_statement(plain(raw), *ends, (_NAME,))
    return None if mended is None else unplain(mended).strip()
