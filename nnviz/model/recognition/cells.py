"""Numbers of a recording as what holds them sees them: a variable, an attribute, a cell of a list or array."""

from __future__ import annotations

from typing import NamedTuple

from nnviz.model.recognition.cell_trace import CELL, CELLS, flat_indices
from nnviz.model.recognition.trace import SUMS, TIMES, Trace

_HOPS = 24
_HANDED_ON = frozenset({"bind", "name", "return", "own", "store", "function"})


class NumberCell(NamedTuple):
    """A number that was recorded: an event's value, or one cell of it.

    Attributes
    ----------
    event
        The event.
    flat
        Flat index in its value; −1 for all of it.
    """

    event: int
    flat: int = -1


class NumberCells:
    """Finds where numbers came from.

    Parameters
    ----------
    trace
        A recording whose cells are followed.
    """

    def __init__(self, trace: Trace) -> None:
        self._trace = trace
        self._origins: dict[NumberCell, NumberCell] = {}
        self._constant: dict[int, bool] = {}

    def value(self, cell: NumberCell) -> float:
        """Return the number."""
        value = self._trace.value(cell.event)
        return float("nan") if value is None else float(value.flat[max(cell.flat, 0)])

    def origin(self, cell: NumberCell) -> NumberCell:
        """Return what made a number: through lists, through the array after a loop, through what reads a cell."""
        passed = []
        here = cell
        while here not in self._origins:
            passed.append(here)
            below = self._below(here)
            if below is None:
                self._origins[here] = here
                break
            here = below
        found = self._origins[here]
        for one in passed:
            self._origins[one] = found
        return found

    def _below(self, cell: NumberCell) -> NumberCell | None:
        trace, event = self._trace, self._trace.events[cell.event]
        kind, operands, keywords = trace.kind(cell.event), event.operands, dict(event.keywords)
        if not operands:
            return None
        if cell.flat < 0:
            if kind not in ("subscript", "name"):
                return None
            if CELL in keywords:
                return NumberCell(operands[0])
            flat = self._only(operands[0], keywords.get("index"))
            return None if flat is None else NumberCell(operands[0], flat)
        if CELLS in keywords:
            place = keywords[CELLS].index(cell.flat) if cell.flat in keywords[CELLS] else -1
            found = operands[place + 1]
            return None if found < 0 else NumberCell(found) if place >= 0 else NumberCell(found, cell.flat)
        value = trace.value(cell.event)
        if value is None:
            return None
        if kind in ("list", "comprehension") and len(operands) == value.size and value.ndim == 1:
            made = operands[cell.flat]
            return NumberCell(made) if made >= 0 and trace.kind(made) not in ("constant", "list") else None
        if kind in ("store", "augmented") and trace.operator(cell.event) == "append":
            if cell.flat == value.size - 1:
                return NumberCell(operands[1]) if operands[1] >= 0 and value.ndim == 1 else None
            return NumberCell(operands[0], cell.flat) if operands[0] >= 0 else None
        stored = flat_indices(keywords["index"], value.shape) if "index" in keywords else (cell.flat,)
        kept = kind in ("store", "augmented") and operands[0] >= 0 and cell.flat not in stored
        return NumberCell(operands[0], cell.flat) if kept else None

    def _only(self, event: int, index: object) -> int | None:
        if event < 0 or (value := self._trace.value(event)) is None:
            return None
        found = flat_indices(index, value.shape)
        return found[0] if len(found) == 1 else None

    def added(self, cell: NumberCell) -> list[tuple[NumberCell, int]]:
        """Return the numbers from which one comes by adding only, the nearest first; with each the place of the next.

        The first one is the number itself, and its own next.
        """
        found, seen = [(cell, 0)], {cell}
        at = 0
        while at < len(found) < _HOPS:
            for below in self._addends(found[at][0]):
                if below not in seen:
                    seen.add(below)
                    found.append((below, at))
            at += 1
        return found

    def _addends(self, cell: NumberCell) -> list[NumberCell]:
        trace, event = self._trace, self._trace.events[cell.event]
        kind, operator = trace.kind(cell.event), trace.operator(cell.event)
        operands = [operand for operand in event.operands if operand >= 0]
        keywords = dict(event.keywords) if kind in ("augmented", "store") else {}
        if "index" in keywords and operands:
            flat = cell.flat if cell.flat >= 0 else self._only(operands[0], keywords["index"])
            if flat is None:
                return []
            rest = [NumberCell(one) for one in operands[1:]]
            return [
                self.origin(one) for one in ([NumberCell(operands[0], flat), *rest] if kind == "augmented" else rest)
            ]
        if cell.flat >= 0:
            return []
        if operator in TIMES and len(operands) == 2:
            kept = [one for one, other in (operands, operands[::-1]) if self._is_decay(other)]
            return [self.origin(NumberCell(one)) for one in kept]
        if operator in SUMS or kind in _HANDED_ON:
            return [self.origin(NumberCell(one)) for one in operands if self._size(one) == 1]
        return []

    def _size(self, event: int) -> int:
        value = self._trace.value(event)
        return 0 if value is None else value.size

    def _is_decay(self, event: int) -> bool:
        """Return whether a number may be what weights are multiplied by to decay: near one, and written."""
        value = self._trace.value(event)
        return (
            value is not None and value.size == 1 and 0.5 < float(value.ravel()[0]) < 1.5 and self._is_constant(event)
        )

    def _is_constant(self, event: int) -> bool:
        """Return whether a number is made of numbers written in the source only."""
        known = self._constant.get(event)
        if known is None:
            self._constant[event] = False
            operands = self._trace.events[event].operands
            written = self._trace.kind(event) == "constant"
            known = written or (bool(operands) and all(one >= 0 and self._is_constant(one) for one in operands))
            self._constant[event] = known
        return known
