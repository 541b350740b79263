"""Quick questions to a recording: what an event is made of, what it depends on, where it stands in the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.recording.recording import Event, Place, Recording

_PASSING: Final = frozenset({"bind", "name", "return", "statement"})
"""Kinds of events that hand a value on as it is."""

_COPYING: Final = frozenset(
    [
        "numpy.array",
        "numpy.asarray",
        "numpy.copy",
        "copy",
        "numpy.squeeze",
        "squeeze",
        "numpy.atleast_2d",
        "numpy.ascontiguousarray",
        "astype",
        "reshape",
        "numpy.reshape",
        "ravel",
        "flatten",
        "numpy.ravel",
        "numpy.float64",
        "numpy.float32",
        "float",
        "copy.deepcopy",
        "copy.copy",
        "item",
        "tolist",
        "numpy.expand_dims",
        "numpy.atleast_1d",
        "numpy.matrix",
        "numpy.mat",
        "numpy.asmatrix",
        "list",
        "tuple",
        "numpy.stack",
        "numpy.transpose",
        "transpose",
        "T",
        "numpy.swapaxes",
        "numpy.nan_to_num",
    ]
)
"""Calls and attributes that give the same numbers, perhaps in another shape."""

PRODUCTS: Final = frozenset(
    [
        "@",
        "numpy.dot",
        "dot",
        "numpy.matmul",
        "matmul",
        "numpy.inner",
        "numpy.einsum",
        "numpy.outer",
        "numpy.tensordot",
        "numpy.vdot",
        "torch.matmul",
        "torch.mm",
        "mm",
    ]
)
"""Operators that multiply matrices."""

SUMS: Final = frozenset(["+", "-", "+=", "-=", "numpy.add", "numpy.subtract"])
TIMES: Final = frozenset(["*", "/", "*=", "/=", "numpy.multiply", "numpy.divide", "numpy.true_divide"])
_NEGATIONS: Final = frozenset(["u-", "unary-", "-u", "neg", "numpy.negative"])


class Trace:
    """A recording with what follows from it, computed once.

    Parameters
    ----------
    recording
        What was recorded.
    events
        Its events with other operands, where more is known of them; those of the recording by default.
    """

    def __init__(self, recording: Recording, events: Sequence[Event] | None = None) -> None:
        self.recording = recording
        self.events: Sequence[Event] = list(recording.events if events is None else events)
        self.places: Sequence[Place] = list(recording.places)
        self._arrays: dict[int, Array | None] = {}
        self._users: list[list[int]] | None = None
        self._dependants: dict[frozenset[int], list[bool]] = {}
        self._sources: dict[tuple[int, bool], int] = {}

    def __len__(self) -> int:
        return len(self.events)

    def place(self, event: int) -> Place:
        """Return the piece of source that reported an event."""
        return self.places[self.events[event].place]

    def operator(self, event: int) -> str:
        """Return the operator of an event; a minus before a number is ``neg``."""
        place = self.place(event)
        operator = place.operator
        if place.kind == "call":
            operator = operator.removeprefix("numpy.ndarray.")
        if operator in _NEGATIONS or (operator == "-" and place.kind != "augmented" and self._is_unary(event)):
            return "neg"
        return operator

    def _is_unary(self, event: int) -> bool:
        return len(self.events[event].operands) == 1

    def kind(self, event: int) -> str:
        """Return the kind of an event."""
        return self.place(event).kind

    def value(self, event: int) -> Array | None:
        """Return an event's value as floats; None if it has none that is numeric."""
        if event < 0:
            return None
        index = self.events[event].value
        return None if index is None else self.array(index)

    def array(self, index: int) -> Array | None:
        """Return a recorded value as floats."""
        if index not in self._arrays:
            self._arrays[index] = _as_floats(self.recording.values[index])
        return self._arrays[index]

    def dtype(self, event: int) -> np.dtype:
        """Return the type of an event's value as it was recorded."""
        index = self.events[event].value
        return np.asarray(self.recording.values[index]).dtype if index is not None else np.dtype(object)

    def operands(self, event: int) -> tuple[int, ...]:
        """Return the events of the operands, without constants."""
        return tuple(operand for operand in self.events[event].operands if operand >= 0)

    def source(self, event: int, through_shapes: bool = False) -> int:
        """Return the event that computed a value: through names, returns and copies.

        Parameters
        ----------
        event
            An event.
        through_shapes
            Also through transposing and reshaping.
        """
        known = self._sources.get((event, through_shapes))
        if known is not None:
            return known
        passed = [event]
        while (below := self._below(passed[-1], through_shapes)) is not None:
            passed.append(below)
        for one in passed:
            self._sources[one, through_shapes] = passed[-1]
        return passed[-1]

    def _below(self, event: int, through_shapes: bool) -> int | None:
        operands = self.operands(event)
        if not operands:
            return None
        kind = self.kind(event)
        mine = self.value(event)
        if kind in _PASSING or kind in ("subscript", "attribute", "call"):
            for operand in operands if kind != "call" else (*operands[:1], operands[-1]):
                if self._same(operand, event, mine, through_shapes) and self._passes(event, kind):
                    return operand
        return None

    def _passes(self, event: int, kind: str) -> bool:
        return kind != "call" or self.operator(event) in _COPYING or not self.operator(event).startswith("numpy.")

    def _same(self, operand: int, event: int, mine: Array | None, through_shapes: bool) -> bool:
        if self.events[operand].value == self.events[event].value and mine is not None:
            return True
        theirs = self.value(operand)
        if mine is None or theirs is None or mine.size != theirs.size or mine.size == 0:
            return False
        vectors = mine.size == max(mine.shape, default=1) and theirs.size == max(theirs.shape, default=1)
        if (mine.shape == theirs.shape or vectors) and np.array_equal(mine.ravel(), theirs.ravel()):
            return True
        return through_shapes and bool(
            np.array_equal(mine.ravel(), theirs.ravel()) or (mine.ndim == 2 and np.array_equal(mine.T, theirs))
        )

    @property
    def users(self) -> list[list[int]]:
        """Return, for each event, the events that read it."""
        if self._users is None:
            self._users = [[] for _ in self.events]
            for number, event in enumerate(self.events):
                for operand in event.operands:
                    if operand >= 0:
                        self._users[operand].append(number)
        return self._users

    def ancestors(self, events: Sequence[int], first: int = 0) -> set[int]:
        """Return all events on which some events depend, themselves included, from the event `first` on."""
        found: set[int] = set()
        waiting = [event for event in events if event >= first]
        while waiting:
            event = waiting.pop()
            if event in found:
                continue
            found.add(event)
            waiting += [operand for operand in self.events[event].operands if operand >= first and operand not in found]
        return found

    def dependants(self, roots: Iterable[int]) -> list[bool]:
        """Return for each event whether it depends on one of some events, which do themselves."""
        key = frozenset(roots)
        if key not in self._dependants:
            found = [False] * len(self.events)
            for root in key:
                found[root] = True
            for number, event in enumerate(self.events):
                if not found[number]:
                    found[number] = any(operand >= 0 and found[operand] for operand in event.operands)
            self._dependants[key] = found
        return self._dependants[key]

    def statement(self, event: int) -> Place:
        """Return the statement in which an event happened."""
        place = self.place(event)
        return self.places[place.statement] if place.statement >= 0 else place

    def spot(self, event: int) -> tuple[int, int]:
        """Return the file and the first line of the statement in which an event happened."""
        place = self.statement(event)
        return place.file, place.line

    def source_line(self, file: int, line: int) -> str:
        """Return a line of the person's source, without the blanks around it."""
        lines = self.recording.files[file].text.splitlines()
        return lines[line - 1].strip() if 0 < line <= len(lines) else ""

    def upwards(self, event: int, last: int | None = None) -> Iterator[int]:
        """Return the events that hand an event's value on, in order."""
        waiting = [event]
        while waiting:
            here = waiting.pop(0)
            for user in self.users[here]:
                if (last is None or user <= last) and self.source(user, True) == self.source(here, True):
                    yield user
                    waiting.append(user)

    def upwards_sums(self, event: int, last: int) -> list[int]:
        """Return the sums that read an event's value, through names, in order."""
        found, waiting = [], [event]
        while waiting:
            here = waiting.pop(0)
            for user in self.users[here]:
                if user > last:
                    continue
                if self.operator(user) in SUMS and self.kind(user) in ("operator", "call", "augmented"):
                    found.append(user)
                elif self.source(user) == self.source(here):
                    waiting.append(user)
        return sorted(found)

    def dependants_within(self, event: int, last: int) -> list[int]:
        """Return what depends on an event, itself included, up to the event `last`."""
        found = {event}
        for number in range(event + 1, min(last + 1, len(self.events))):
            if any(operand in found for operand in self.events[number].operands):
                found.add(number)
        return sorted(found)

    def name(self, event: int) -> str:
        """Return the name to which an event's value is bound; empty if it has none."""
        if self.events[event].path:
            return self.events[event].path
        for user in self.users[event]:
            if self.kind(user) in ("bind", "augmented", "store") and self.events[user].path:
                return self.events[user].path
        return ""


def _as_floats(value: object) -> Array | None:
    array = np.asarray(value)
    if array.dtype.kind not in "fiub":
        return None
    return array if array.dtype == np.float64 else array.astype(np.float64)
