"""Parameters that are numbers in lists, dictionaries and objects: what is read again after something was added."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from nnviz.model.judgement.loss_candidates import SHOWN, is_last
from nnviz.model.judgement.moved_parameters import MovedParameter
from nnviz.model.recognition.cells import NumberCell, NumberCells
from nnviz.model.recognition.trace import Trace

_READING = frozenset({"operator", "call", "augmented"})
_COMPUTED = frozenset({"operator", "call", "augmented"})
_ARRAY_MOST = 4096

_Chain = list[tuple[NumberCell, int]]
"""Numbers from which one comes by adding, with the place of the one that was made of each."""


class CellParameters:
    """The parameters of a recording, number by number.

    Parameters
    ----------
    trace
        A recording whose cells are followed.
    """

    def __init__(self, trace: Trace) -> None:
        self._trace = trace
        self._cells = NumberCells(trace)
        self._held = self._objects_with_cells()
        self._reads: dict[tuple[int, int], list[tuple[int, NumberCell]]] = defaultdict(list)
        for event in range(len(trace)):
            if trace.kind(event) in _READING:
                for position, cell in self._read_by(event):
                    self._reads[trace.events[event].place, position].append((event, cell))
        self._links = self._linked()

    def _linked(self) -> dict[tuple[int, int], list[tuple[NumberCell, _Chain]]]:
        """Return where numbers are read that come by adding from others that are read there: with what they come of."""
        chains: dict[NumberCell, _Chain] = {}
        found: dict[tuple[int, int], list[tuple[NumberCell, _Chain]]] = {}
        for at, reads in self._reads.items():
            cells = {cell for _, cell in reads}
            for cell in sorted(cells) if len(cells) > 1 else ():
                chain = chains[cell] = chains[cell] if cell in chains else self._cells.added(cell)
                if any(one in cells for one, _ in chain[1:]):
                    found.setdefault(at, []).append((cell, chain))
        return found

    @property
    def are_there(self) -> bool:
        """Whether numbers are stored one by one: in cells, or in attributes and items."""
        events = self._trace.events
        return bool(self._held) or any(e.slot >= 0 and self._trace.kind(n) == "augmented" for n, e in enumerate(events))

    def _objects_with_cells(self) -> set[int]:
        """Return the arrays of which single cells were stored."""
        events = self._trace.events
        return {
            event.object
            for number, event in enumerate(events)
            if event.object >= 0 and (self._trace.kind(number) == "loop" or "index" in dict(event.keywords))
        }

    def _read_by(self, event: int) -> Iterator[tuple[int, NumberCell]]:
        trace = self._trace
        for position, operand in enumerate(trace.events[event].operands):
            value = trace.value(operand)
            if value is None or not value.size:
                continue
            if value.size == 1 and not value.ndim:
                yield position, self._cells.origin(NumberCell(operand))
            elif value.size <= _ARRAY_MOST and trace.events[operand].object in self._held:
                for flat in range(value.size):
                    yield position, self._cells.origin(NumberCell(operand, flat))

    def of(self, loss: int) -> list[MovedParameter]:
        """Return the parameters on which a loss depends, each with the numbers that its cells have next."""
        below = self._trace.ancestors([loss])
        nexts: dict[NumberCell, NumberCell] = {}
        readers: dict[NumberCell, tuple[int, int]] = {}
        for at, later in self._links.items():
            now = {cell for event, cell in self._reads[at] if event in below}
            for cell, chain in later if now else ():
                old = None if cell.event in below else _first_of(chain, now, below)
                if old is not None and (old not in nexts or cell.event < nexts[old].event):
                    nexts[old] = cell
                    readers[old] = at
        # What changes before the loss is known is no parameter, unless all do so.
        late = {old: new for old, new in nexts.items() if new.event > loss} or nexts
        late = self._independent(late)
        groups: dict[tuple[int, int], list[NumberCell]] = defaultdict(list)
        for cell in sorted(late):
            groups[readers[cell]].append(cell)
        return [self._grouped(cells, late) for cells in groups.values()]

    def _independent(self, nexts: dict[NumberCell, NumberCell]) -> dict[NumberCell, NumberCell]:
        """Return numbers without those that are computed of others of them."""
        depends = self._trace.dependants({old.event for old in nexts})
        found = {}
        for old, new in nexts.items():
            # Of an array in which a number was put, the others are no part of that number.
            operands = self._trace.events[old.event].operands[1 if old.flat >= 0 else 0 :]
            if not any(operand >= 0 and depends[operand] for operand in operands):
                found[old] = new
        return found

    def _grouped(self, cells: Sequence[NumberCell], nexts: dict[NumberCell, NumberCell]) -> MovedParameter:
        ends = tuple(nexts[cell] for cell in cells)
        before = np.array([self._cells.value(cell) for cell in cells])
        after = np.array([self._cells.value(cell) for cell in ends])
        events = tuple(end.event for end in ends)
        shapes = {cell.event: self._shape(cell.event) for cell in cells}
        path, first = self._trace.name(cells[0].event), cells[0].event
        return MovedParameter(path, first, before, (after,), True, True, events, tuple(cells), ends, shapes)

    def _shape(self, event: int) -> tuple[int, ...]:
        value = self._trace.value(event)
        return () if value is None else value.shape

    def losses(self) -> list[tuple[int, ...]]:
        """Return the numbers that may be a loss, in order: nothing else is made of them."""
        trace = self._trace
        old = {
            cell.event for reads in self._reads.values() for _, cell in reads if trace.kind(cell.event) != "constant"
        }
        depends = trace.dependants(old)
        at: dict[int, list[int]] = defaultdict(list)
        for number, event in enumerate(trace.events):
            value = trace.value(number)
            if trace.kind(number) not in _COMPUTED or value is None or value.size != 1 or not np.isfinite(value).all():
                continue
            if trace.dtype(number).kind == "f" and depends[number] and trace.operator(number) not in SHOWN:
                at[event.place].append(number)
        found = []
        for events in at.values():
            # An operation of an engine computes many things, and the loss last.
            lasts = (event for event in events if is_last(trace, event, depends, through_totals=True))
            last = events if is_last(trace, events[0], depends, through_totals=True) else list(lasts)
            if last:
                found.append(tuple(last))
        return found


def _first_of(chain: _Chain, among: set[NumberCell], outside: set[int]) -> NumberCell | None:
    """Return the nearest of some numbers from which one comes, not through some events; None if there is none."""
    reached = [True] * len(chain)
    for place, (cell, after) in enumerate(chain[1:], start=1):
        reached[place] = reached[after] and (after == 0 or chain[after][0].event not in outside)
        if reached[place] and cell in among:
            return cell
    return None
