"""Parameters: what is multiplied in a product, is changed by adding to it, and is read again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from weakref import WeakKeyDictionary

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.recognition.trace import PRODUCTS, SUMS, TIMES, Trace

CHANGING = frozenset({"augmented", "store", "loop"})
"""Kinds of events that change a value in place."""


@dataclass(eq=False)
class Root:
    """Where a parameter comes from, and what became of it.

    Attributes
    ----------
    event
        What gave its first value.
    states
        Events that gave each of its values that were read again, `event` first.
    reads
        Events that read it: (event, number of its state), in order.
    """

    event: int
    states: list[int] = field(default_factory=list)
    reads: list[tuple[int, int]] = field(default_factory=list)


class Lineages:
    """Which events come from which others by adding only.

    Parameters
    ----------
    trace
        The recording.
    starts
        Events whose lineages are wanted.
    """

    def __init__(self, trace: Trace, starts: set[int]) -> None:
        # Most events come from none of them.
        self._of = {start: frozenset({start}) for start in starts}
        for number, operands in _added_to(trace):
            found = self._of.get(number, _NONE)
            for operand in operands:
                found |= self._of.get(operand, _NONE)
            if found:
                self._of[number] = found

    def of(self, event: int) -> frozenset[int]:
        """Return the starts from which an event comes."""
        return self._of.get(event, _NONE)


_NONE: Final[frozenset[int]] = frozenset()
_ADDED_TO: Final[WeakKeyDictionary[Trace, list[tuple[int, list[int]]]]] = WeakKeyDictionary()
"""Trace → events and those from which they come by adding only: the same for all starts, and asked for often."""


def _added_to(trace: Trace) -> list[tuple[int, list[int]]]:
    if trace not in _ADDED_TO:
        found = enumerate(_find_added_to(trace))
        _ADDED_TO[trace] = [(number, operands) for number, operands in found if operands]
    return _ADDED_TO[trace]


def _find_added_to(trace: Trace) -> Iterator[list[int]]:
    newest: dict[int, int] = {}
    for number, event in enumerate(trace.events):
        shape_size = _size(trace, number)
        # A bias from which something larger is subtracted grows: it is the same bias.
        grows = trace.operator(number) in ("-", "-=", "numpy.subtract")
        additive = _additive_operands(trace, number, newest) if shape_size else []
        yield [
            operand
            for place, operand in enumerate(additive)
            if _size(trace, operand) == shape_size or (grows and place == 0)
        ]
        if event.slot >= 0 and ("cell", True) not in event.keywords:
            newest[event.slot] = number


def _size(trace: Trace, event: int) -> int:
    value = trace.value(event)
    return 0 if value is None else value.size


def _additive_operands(trace: Trace, event: int, newest: dict[int, int]) -> list[int]:
    kind, operator = trace.kind(event), trace.operator(event)
    operands = list(trace.operands(event))
    if kind in CHANGING:
        slot = trace.events[event].slot
        whole = kind == "store" and any(_size(trace, operand) == _size(trace, event) for operand in operands)
        return operands + ([newest[slot]] if slot in newest and not whole else [])
    if operator in SUMS:
        return operands
    if operator in TIMES:
        sizes = [_size(trace, operand) for operand in operands]
        return operands if min(sizes, default=0) <= 1 or len(operands) == 1 else []
    source = trace.source(event, True)
    if source != event:
        return operands
    return operands if kind in ("bind", "return", "name", "subscript", "attribute") else []


def find_roots(trace: Trace) -> list[Root]:
    """Return the parameters that products or sums read, in the order in which they are first read.

    A value that is read counts as a parameter if what comes from it by adding has another value and is read again at
    the same place, or is bound to the same name last of all.
    """
    reads = _reads(trace)
    lineages = Lineages(trace, {source for _, _, source in reads})
    at: dict[tuple[int, int], set[int]] = defaultdict(set)
    for event, position, source in reads:
        at[trace.events[event].place, position].add(source)
    chains: dict[int, set[int]] = {}
    for sources in at.values():
        for source in sorted(sources):
            root = min(lineages.of(source) & sources, default=source)
            chains.setdefault(root, {root}).add(source)
    roots = {start: Root(start, _distinct(trace, sorted(states))) for start, states in chains.items()}
    several = {start for start, root in roots.items() if len(root.states) > 1}
    if not several:
        for state in roots.values():
            _append_last(trace, lineages, state)
        several = {start for start, root in roots.items() if len(root.states) > 1}
    else:
        for start in several:
            _append_last(trace, lineages, roots[start])
    # What comes of another parameter by adding (a gradient with a penalty) is none itself.
    several = {start for start in several if not (lineages.of(start) & several) - {start}}
    by_source: dict[int, list[int]] = defaultdict(list)
    for event, _, source in reads:
        by_source[source].append(event)
    found = []
    for start in several:
        one = roots[start]
        number = {state: place for place, state in enumerate(one.states)}
        for source in sorted(chains[start]):
            older = max((state for state in one.states if state <= source), default=start)
            one.reads += [(event, number[older]) for event in by_source[source]]
        one.reads.sort()
        if one.reads:
            found.append(one)
    return sorted(found, key=lambda root: root.reads[0][0])


def _append_last(trace: Trace, lineages: Lineages, root: Root) -> None:
    end = _last_state(trace, lineages, root)
    if end is not None and end not in root.states:
        root.states.append(end)


def _distinct(trace: Trace, states: list[int]) -> list[int]:
    kept = states[:1]
    for state in states[1:]:
        changed = not _equal(trace.value(state), trace.value(kept[-1]))
        if changed or trace.operator(state) in SUMS or trace.kind(state) in CHANGING:
            kept.append(state)
    return kept


def _reads(trace: Trace) -> list[tuple[int, int, int]]:
    found = []
    for number in range(len(trace)):
        kind, operator = trace.kind(number), trace.operator(number)
        if kind not in ("operator", "call", "augmented"):
            continue
        if operator in PRODUCTS or operator in ("+", "+=", "numpy.add", "*", "numpy.multiply"):
            for position, operand in enumerate(trace.events[number].operands):
                if trace.value(operand) is not None:
                    found.append((number, position, trace.source(operand, True)))
    return found


def _last_state(trace: Trace, lineages: Lineages, root: Root) -> int | None:
    """Return the event that gave the last value, where it is never read; None if the last one read is the last."""
    paths = {trace.name(state) for state in root.states} - {""}
    newest = root.states[-1]
    for number in range(len(trace) - 1, newest, -1):
        kind = trace.kind(number)
        if kind not in ("bind", *CHANGING) or trace.events[number].path not in paths:
            continue
        if root.event in lineages.of(number) and not _equal(trace.value(number), trace.value(newest)):
            return trace.source(number, True)
    return None


def _equal(one: Array | None, two: Array | None) -> bool:
    return (
        one is not None and two is not None and one.size == two.size and bool(np.array_equal(one.ravel(), two.ravel()))
    )
