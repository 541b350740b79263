"""Small autograd engines: each operation hands back to what it was computed of, and is judged by itself.

An object holds a number and what the loss is derived by it (``data`` and ``grad``). A function that belongs to one
operation adds its part to the ``grad`` of each operand. That part is the ``grad`` of the result times the derivative of
the operation, whatever the ``grad`` of the result is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from nnviz.model.judgement.adjoints import adjoints
from nnviz.model.recognition.trace import Trace

_AGREE = 1e-6
_HOPS = 12


@dataclass(frozen=True)
class WrongPart:
    """What an operation adds to the gradient of an operand, and what it should.

    Attributes
    ----------
    event
        The event that adds it.
    operation
        The event of the operation.
    part, right
        What is added, and the derivative of the operation times what is known of its result.
    replaces
        Whether it replaces what other operations have added before.
    """

    event: int
    operation: int
    part: float
    right: float
    replaces: bool = False


class EngineOperations:
    """Finds what operations hand back in a recording.

    Parameters
    ----------
    trace
        The recording.
    loss
        The event of the loss.
    """

    def __init__(self, trace: Trace, loss: int) -> None:
        self._trace, self._loss = trace, loss
        self._numbers = self._numbers_of_gradients(trace.ancestors([loss]))
        """Slot of a gradient → the event of the number that it belongs to."""
        self._stops = set(self._numbers.values())

    def wrong(self) -> WrongPart | None:
        """Return the first wrong part in the order of execution; None where all are right, or there is no engine."""
        if len(self._numbers) < 2:
            return None
        written: dict[int, int] = {}
        for frame in self._frames():
            for found in self._of_frame(frame, written):
                if found.replaces or abs(found.part - found.right) > _AGREE * max(abs(found.right), abs(found.part)):
                    return found
        return None

    def _numbers_of_gradients(self, below: set[int]) -> dict[int, int]:
        """Return slot → number, for attributes bound together in one call whose other one the loss depends on."""
        trace = self._trace
        bound: dict[int, dict[str, tuple[int, int]]] = defaultdict(dict)
        for number, event in enumerate(trace.events[: self._loss + 1]):
            owner, dot, name = event.path.rpartition(".")
            if event.frame and dot and owner.isidentifier() and event.slot >= 0 and trace.kind(number) == "bind":
                bound[event.frame].setdefault(name, (event.slot, self._read_as(number)))
        changed = {
            event.slot
            for number, event in enumerate(trace.events)
            if event.slot >= 0 and number > self._loss and trace.kind(number) in ("augmented", "bind", "store")
        }
        found = {}
        for names in bound.values():
            values = [number for slot, number in names.values() if number in below]
            grads = [slot for slot, number in names.values() if number not in below and slot in changed]
            if len(values) == 1 and len(grads) == 1:
                found[grads[0]] = values[0]
        return found

    def _read_as(self, event: int) -> int:
        """Return the event that reads of a bound number name: a number that was written has one of its own there."""
        operands = self._trace.operands(event)
        handed_on = not operands or self._trace.kind(operands[0]) in ("constant", "bind")
        return event if handed_on else operands[0]

    def _frames(self) -> Iterator[list[int]]:
        """Yield the events of each call that changes gradients, after the loss, until a parameter changes."""
        trace = self._trace
        at: dict[int, list[int]] = {}
        for number in range(self._loss + 1, len(trace)):
            event = trace.events[number]
            if event.frame:
                at.setdefault(event.frame, []).append(number)
        for events in at.values():
            if any(trace.events[event].slot in self._numbers for event in events):
                yield events

    def _of_frame(self, events: list[int], written: dict[int, int]) -> Iterator[WrongPart]:
        trace = self._trace
        own = set(events)
        slots = {trace.events[event].slot for event in events} & set(self._numbers)
        above = self._above(own, slots)
        if above is None:
            return
        slot, operation = above
        value = trace.value(slot)
        if value is None:
            return
        told = adjoints(trace, operation, self._stops, float(value))
        if operation in {self._numbers[one] for one in slots}:
            told = {operation: np.asarray(float(value))}  # it hands its operand on
        parts: dict[int, list[tuple[int, float, bool]]] = defaultdict(list)
        for event in events:
            if trace.events[event].slot in slots:
                parts[trace.events[event].slot].append((event, *self._part(event, own)))
        for target, several in parts.items():
            right = told.get(self._numbers[target])
            expected = 0.0 if right is None else float(right)
            last, _, _ = several[-1]
            lost = next((event for event, _, replaces in several if replaces and target in written), None)
            if lost is not None:
                yield WrongPart(lost, operation, 0.0, expected, replaces=True)
            written[target] = last
            yield WrongPart(last, operation, sum(part for _, part, _ in several), expected)

    def _above(self, own: set[int], slots: set[int]) -> tuple[int, int] | None:
        """Return the event of the gradient that a call reads, and the operation whose result that belongs to."""
        trace = self._trace
        for event in sorted(own):
            for operand in trace.operands(event):
                slot = trace.events[operand].slot
                if operand not in own and slot in self._numbers and slot not in slots:
                    return operand, self._numbers[slot]
        return None

    def _part(self, event: int, own: set[int]) -> tuple[float, bool]:
        """Return what is added to a gradient, and whether what was there before is lost."""
        trace = self._trace
        now, operands = trace.value(event), trace.operands(event)
        slot = trace.events[event].slot
        number = float("nan") if now is None else float(now)
        if trace.kind(event) == "augmented" and operands:
            old = trace.value(operands[0])
            return number - (0.0 if old is None else float(old)), False
        waiting, seen = list(operands), set(operands)
        while waiting and len(seen) < _HOPS:
            one = waiting.pop()
            if one not in own and trace.events[one].slot == slot:
                old = trace.value(one)
                return number - (0.0 if old is None else float(old)), False
            waiting += [operand for operand in trace.operands(one) if one in own and operand not in seen]
            seen |= set(trace.operands(one))
        return number, True
