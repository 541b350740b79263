"""A recording in which each number of a list or array is followed by itself: which cell was read, which was stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np

from nnviz.model.recognition.literal_index import literal_index
from nnviz.model.recognition.trace import Trace
from nnviz.model.recording.recording import Event

CELL = "number"
"""Keyword of an event whose value is the number in one cell: what it was stored from, or read from."""
CELLS = "numbers"
"""Keyword of an event that put numbers into an array: at which flat indices, operand by operand after the first."""


def cell_trace(trace: Trace) -> Trace:
    """Return a trace whose events have the cells that they read as operands, and not the arrays around them."""
    return Trace(trace.recording, _CellReader(trace).events())


@lru_cache(4096)
def flat_indices(index: object, shape: tuple[int, ...]) -> tuple[int, ...]:
    """Return the flat indices of the cells at an index, written as text; none where it is not understood."""
    found = literal_index(index)
    if found is None:
        return ()
    try:
        numbers = np.arange(int(np.prod(shape))).reshape(shape)[found]
    except (IndexError, ValueError, TypeError):
        return ()
    return tuple(int(one) for one in np.ravel(numbers))


class _CellReader:
    def __init__(self, trace: Trace) -> None:
        self._trace = trace
        self._stored: dict[int, dict[int, int]] = {}
        """Of each array: flat index → the event that stored that cell, since the array was recorded as a whole."""

    def events(self) -> Sequence[Event]:
        """Return all events, with the operands that are known."""
        return [self._read(number, event) for number, event in enumerate(self._trace.events)]

    def _read(self, number: int, event: Event) -> Event:
        keywords = dict(event.keywords)
        if "cell" in keywords:
            return self._cell(number, event, keywords)
        kind, whole = self._trace.kind(number), event.operands[0] if event.operands else -1
        if kind in ("subscript", "name") and whole >= 0 and "index" in keywords:
            cells = self._stored.get(self._trace.events[whole].object)
            at = self._place(whole, keywords) if cells else None
            stored = cells.get(at, -1) if cells and at is not None else -1
            return event if stored < 0 else replace(event, operands=(stored,), keywords=((CELL, True),))
        stored_cells = self._stored.pop(event.object, None) if event.object >= 0 and event.slot >= 0 else None
        if kind == "loop" and stored_cells:
            order = tuple(stored_cells)
            operands = (whole, *(stored_cells[at] for at in order))
            return replace(event, operands=operands, keywords=((CELLS, order),))
        return event

    def _cell(self, number: int, event: Event, keywords: dict[str, Any]) -> Event:
        """Return the event of a stored cell: made of what was there and what was added, or of what was stored."""
        whole, operand = (*event.operands, -1, -1)[:2]
        at = self._place(whole, keywords)
        cells = self._stored.setdefault(self._trace.events[whole].object, {}) if whole >= 0 else {}
        marked: tuple[tuple[str, Any], ...] = ((CELL, True),)
        operands: tuple[int, ...] = (operand,)
        if self._trace.kind(number) == "augmented":
            old = int(keywords.get("old", -1 if at is None else cells.get(at, -1)))
            operands = (old if old >= 0 else whole, operand)
            if old < 0:
                marked = (*marked, ("index", keywords.get("index")))
        if at is not None:
            cells[at] = number
        return replace(event, operands=operands, keywords=marked)

    def _place(self, whole: int, keywords: dict[str, Any]) -> int | None:
        """Return the flat index of the one cell that is meant; None where it is not known."""
        value = self._trace.value(whole)
        found = () if value is None else flat_indices(keywords.get("index"), value.shape)
        return found[0] if len(found) == 1 else None
