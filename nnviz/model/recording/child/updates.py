"""Which changes are updates of a parameter: the same array, changed by adding to it, after products with it."""

from __future__ import annotations

import re
from typing import Any

from . import numbers

_ADDITIVE = frozenset({"+", "-", "+=", "-=", "numpy.add", "numpy.subtract", "add", "subtract", "sub", "torch.add"})
_SCALING = frozenset(["*", "/", "*=", "/=", "numpy.multiply"])
_HANDING_ON = frozenset(["bind", "return", "own", "name", "list", "comprehension"])
_HOPS = 200
_PLACE_MOST = 48


class Updates:
    """Counts the updates of whatever behaves as a parameter does.

    Each change of an array makes a new event its producer. So an array was multiplied since its last change exactly if
    its present producer was, and nothing needs to be reset.

    Parameters
    ----------
    most
        How many are recorded; the next one ends the recording.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self._uses: dict[int, int] = {}
        """Event → the first event that multiplied what it produced."""
        self._cells: dict[int, int] = {}
        self._held: dict[Any, int] = {}
        self._counts: dict[Any, int] = {}
        self._places: dict[int, int] = {}
        self._numbers: dict[Any, int] = {}

    @property
    def count(self) -> int:
        """How many updates were seen."""
        return min(self.most, max(self._counts.values(), default=0))

    def gone(self, key: int) -> None:
        """Forget an array that is gone: another one may get its number."""
        self._counts.pop(("array", key), None)

    def cell(self, scalar: Any, event: int) -> None:
        """Note from which event's array a number was read."""
        if len(self._cells) > 4096:
            self._cells.clear()
        self._cells[id(scalar)] = event

    def product(self, recorder: Any, things: tuple[Any, Any], events: tuple[int, int]) -> None:
        """Note that two things were multiplied, before that is recorded."""
        scalars = [numbers.is_scalar(thing) for thing in things]
        if scalars[0] != scalars[1]:  # a rate times a gradient says nothing of either
            return
        for thing, event in zip(things, events, strict=False):
            self.use(recorder, event)
            if scalars[0] and id(thing) in self._cells:
                self.use(recorder, self._cells[id(thing)])

    def use(self, recorder: Any, event: int) -> None:
        """Note that what an event produced was multiplied: with it what it is a view or a part of."""
        for _ in range(4):
            if event < 0:
                return
            self._uses.setdefault(event, recorder.count)
            kind = recorder.places[recorder.event_columns["place"][event]].kind
            operands = recorder.operands_of(event)
            if kind not in ("attribute", "subscript", "call") or not operands:
                return
            event = operands[0]

    def was_used(self, event: int, before: int) -> bool:
        """Return whether what an event produced was multiplied before another event."""
        return self._uses.get(event, before) < before

    def number_changed(self, key: Any, event: int) -> None:
        """Note that an event has changed the number that a name holds."""
        self._numbers[key] = event

    def is_new_number(self, key: Any, producer: int) -> bool:
        """Return whether a name holds another number than what it was changed to last: it adds up something else now.

        So it is in ``s = b[j]``, ``s += w[j][i] * x[i]``, for each j.
        """
        return self._numbers.get(key, producer) != producer

    def hold(self, key: Any, producer: int) -> None:
        """Note which event computed what a name holds from now on."""
        self._held[key] = producer

    def held(self, key: Any) -> int:
        """Return the event that computed what a name holds; -1 where there is none."""
        return self._held.get(key, -1)

    def is_next_too_many(self, place: int, key: Any) -> bool:
        """Count an update; return whether enough had been recorded before it.

        A statement that behaves as an update, but each time of another variable, ends the recording too, much later: it
        may change copies.
        """
        self._places[place] = self._places.get(place, 0) + 1
        if self._places[place] > _PLACE_MOST:
            return True
        count = self._counts.get(key, 0)
        if count >= self.most:
            return True
        self._counts[key] = count + 1
        return False


def descends(recorder: Any, event: int, ancestor: int) -> bool:
    """Return whether an event's value is an ancestor's, with something added or scaled by a number."""
    waiting = [event]
    seen: set[int] = set()
    while waiting and len(seen) < _HOPS:
        one = waiting.pop(0)
        if one == ancestor:
            return True
        if one < ancestor or one in seen:
            continue
        seen.add(one)
        row = recorder.places[recorder.event_columns["place"][one]]
        operands = recorder.operands_of(one)
        handed_on = row.operator in _ADDITIVE or row.kind in _HANDING_ON
        if handed_on or (row.operator in _SCALING and any(_is_number(recorder, operand) for operand in operands)):
            waiting += operands
    return False


def _is_number(recorder: Any, event: int) -> bool:
    if event < 0:
        return False
    value = recorder.event_columns["value"][event]
    return value >= 0 and not recorder.store.rows[value][1]


def mentions(text: str, name: str) -> bool:
    """Return whether a statement reads the name that it binds."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text.partition("=")[2]) is not None
