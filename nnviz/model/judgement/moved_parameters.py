"""What is a parameter for a scalar of a person's code: what it depends on, and what is changed by adding to it.

Nothing is recognised here; so it holds for any network, and for any way to write one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.recognition.cells import NumberCell
from nnviz.model.recognition.parameters import Lineages, find_roots
from nnviz.model.recognition.trace import Trace
from nnviz.model.recording.replay import Move

_HANDED_ON = ("bind", "name", "return", "own", "statement", "function")
_CHANGING = ("augmented", "store", "loop")


@dataclass(frozen=True, eq=False)
class MovedParameter:
    """A parameter in one update.

    Attributes
    ----------
    path
        How the person's code calls it.
    event
        What made or changed it last before the loss read it.
    before, changed
        Its value, and the values that it has afterwards, one for each time that it is changed before the loss is
        computed again.
    first
        Whether `before` is its initial value.
    is_read
        Whether products or sums read each of its values.
    ends
        The events that gave the values of `changed`; where it has cells, those of each cell.
    cells, nexts
        Of numbers in lists and objects: each of them before, and after. Empty for an array.
    shapes
        Of the values in which the cells are.
    """

    path: str
    event: int
    before: Array
    changed: tuple[Array, ...]
    first: bool
    is_read: bool = False
    ends: tuple[int, ...] = ()
    cells: tuple[NumberCell, ...] = ()
    nexts: tuple[NumberCell, ...] = ()
    shapes: Mapping[int, tuple[int, ...]] = field(default_factory=dict)

    @property
    def starts(self) -> tuple[int, ...]:
        """The events that give its numbers."""
        return tuple(dict.fromkeys(cell.event for cell in self.cells)) or (self.event,)


@dataclass(frozen=True)
class _State:
    producer: int
    value: int
    path: str


class ParameterStates:
    """The values that the variables of a recording hold, one after another.

    Parameters
    ----------
    trace
        The recording.
    """

    def __init__(self, trace: Trace) -> None:
        self._trace = trace
        self.roots = find_roots(trace)
        self._slots: dict[int, list[_State]] = defaultdict(list)
        self._loops = _loops_around_cells(trace)
        for number, event in enumerate(trace.events):
            if event.slot < 0 or event.value is None or ("cell", True) in event.keywords:
                continue
            if trace.recording.values[event.value].dtype.kind != "f":
                continue
            producer = number if trace.kind(number) in _CHANGING else self._producer(number)
            states = self._slots[event.slot]
            if not states or states[-1].producer != producer:
                states.append(_State(producer, event.value, event.path))

    def _producer(self, event: int) -> int:
        trace = self._trace
        while trace.kind(event) in _HANDED_ON:
            same = [o for o in trace.operands(event) if trace.events[o].value == trace.events[event].value]
            if not same:
                return event
            event = same[0]
        return event

    def read_by(self, loss: int) -> set[int]:
        """Return on which events a loss depends, itself included; of a cell also on what the loop around it reads."""
        read: set[int] = set()
        waiting = [loss]
        while waiting:
            more = self._trace.ancestors(waiting) - read
            read |= more
            loops = {self._loops[event] for event in more if event in self._loops}
            waiting = [event for event in loops if event <= loss and event not in read]
        return read

    def initial(self) -> list[int]:
        """Return the events that made the first value of each variable that has several."""
        return sorted({states[0].producer for states in self._slots.values() if len(states) > 1})

    def of(self, loss: int, again: int | None) -> list[MovedParameter]:
        """Return the parameters on which a loss depends.

        Parameters
        ----------
        loss
            The event that computes it.
        again
            When it is computed the next time; None if it is not.
        """
        trace = self._trace
        read = self.read_by(loss)
        end = len(trace) if again is None else again
        found = list(self._of_roots(read, end))
        known = {one.event for one in found}
        rows: dict[int, tuple[_State, bool, list[_State]]] = {}
        for states in self._slots.values():
            place = max((p for p, state in enumerate(states) if state.producer in read), default=-1)
            if place < 0 or states[place].producer == loss or states[place].producer in known:
                continue
            now = states[place]
            later = [state for state in states[place + 1 :] if now.producer < state.producer < end]
            first = not any(state.producer in read and state.value != now.value for state in states[:place])
            old = rows.get(now.producer)
            if later and (old is None or len(later) > len(old[2])):
                rows[now.producer] = (now, first and (old is None or old[1]), later)
        known |= {root.event for root in self.roots}
        starts = {states[0].producer for states in self._slots.values()}
        lineages = Lineages(trace, set(rows) | known | starts)
        for producer, (now, first, later) in rows.items():
            if lineages.of(producer) & known:
                continue  # another state of one that is known
            if trace.kind(producer) == "loop" and self._is_made_anew(producer, lineages):
                continue
            before = trace.array(now.value)
            own = [
                (state.producer, value)
                for state in later
                if producer in lineages.of(state.producer) and (value := trace.array(state.value)) is not None
            ]
            ends = [(end, v) for end, v in own if before is not None and not np.array_equal(v, before)]
            if before is not None and ends:
                changed, events = tuple(v for _, v in ends), tuple(end for end, _ in ends)
                found.append(MovedParameter(now.path, self._movable(producer), before, changed, first, ends=events))
        return self._independent(found)

    def unread(self, loss: int) -> bool:
        """Return whether an array is changed by adding, again and again, that is not among what a loss depends on.

        It may be a parameter all the same: what goes through lists and loops is not always seen.
        """
        trace = self._trace
        read = self.read_by(loss)
        left = [states for states in self._slots.values() if states[0].producer < loss and len(states) > 1]
        left = [states for states in left if not any(state.producer in read for state in states)]
        lineages = Lineages(trace, {states[0].producer for states in left})
        for states in left:
            sizes = {trace.recording.values[state.value].size for state in states}
            chained = all(states[0].producer in lineages.of(state.producer) for state in states)
            if chained and len(sizes) == 1 and sizes != {1}:
                return True
        return False

    def _is_made_anew(self, producer: int, lineages: Lineages) -> bool:
        """Return whether a list that a loop fills begins anew each time: an intermediate result."""
        for states in self._slots.values():
            if any(state.producer == producer for state in states):
                return not all(states[0].producer in lineages.of(state.producer) for state in states)
        return False

    def _of_roots(self, read: set[int], end: int) -> Iterator[MovedParameter]:
        """Yield what is read by products and sums, changed, and read again; also where the change is zero."""
        trace = self._trace
        for root in self.roots:
            place = max((p for p, state in enumerate(root.states) if state in read), default=-1)
            later = [state for state in root.states[place + 1 :] if state < end]
            cells = any(("cell", True) in trace.events[state].keywords for state in root.states)
            if place < 0 or not later or cells:
                continue
            event = root.states[place]
            before, values = trace.value(event), [trace.value(state) for state in later]
            if before is not None:
                kept = tuple(value for value in values if value is not None)
                ends = tuple(state for state, value in zip(later, values, strict=True) if value is not None)
                yield MovedParameter(trace.name(event), self._movable(event), before, kept, place == 0, True, ends)

    def _movable(self, event: int) -> int:
        """Return where a value can be moved: a number that is written in the source, where it is bound."""
        trace = self._trace
        if trace.kind(event) not in ("constant", "list"):
            return event
        bound = (user for user in trace.upwards(event) if trace.kind(user) == "bind")
        return next((user for user in bound if trace.events[user].path), event)

    def _independent(self, found: list[MovedParameter]) -> list[MovedParameter]:
        """Return the parameters without intermediate results, which depend on others of them."""
        kept = []
        for one in found:
            below = self._trace.ancestors([one.event])
            depends = any(other is not one and other.event in below for other in found)
            if not (depends and (one.before.size == 1 or all(other.first for other in found))):
                kept.append(one)
        return kept


def _loops_around_cells(trace: Trace) -> dict[int, int]:
    """Return event of a stored cell → event of the whole array after the loop."""
    found: dict[int, int] = {}
    open_cells: dict[int, list[int]] = defaultdict(list)
    for number, event in enumerate(trace.events):
        if event.slot < 0:
            continue
        if ("cell", True) in event.keywords:
            open_cells[event.slot].append(number)
        elif trace.kind(number) == "loop":
            found |= dict.fromkeys(open_cells.pop(event.slot, ()), number)
    return found


def changes_between(parameters: Sequence[MovedParameter], which: int) -> Mapping[int, Array]:
    """Return event → how each parameter changes: until the first change (0), or until the last (−1)."""
    found = {}
    for one in parameters:
        after = one.changed[which]
        same = after.size == one.before.size
        found[one.event] = after.reshape(one.before.shape) - one.before if same else np.full(one.before.shape, np.nan)
    return found


def moves_along(parameters: Sequence[MovedParameter], along: Mapping[int, Array], amount: float) -> tuple[Move, ...]:
    """Return the moves of some parameters in a direction, in the order in which they are due."""
    moves: dict[int, Move] = {}
    for one in parameters:
        part = along[one.event]
        if not one.cells:
            moves[one.event] = Move(one.event, amount, direction=part)
            continue
        for cell, far in zip(one.cells, part.ravel(), strict=True):
            moves[cell.event] = _cell_moved(moves.get(cell.event), cell, one.shapes[cell.event], float(far), amount)
    return tuple(moves[event] for event in sorted(moves))


def _cell_moved(known: Move | None, cell: NumberCell, shape: tuple[int, ...], far: float, amount: float) -> Move:
    """Return the move of a number, with that of others of the same array."""
    direction = np.zeros(shape) if known is None or known.direction is None else known.direction
    direction.flat[max(cell.flat, 0)] = far
    return Move(cell.event, amount, direction=direction)
