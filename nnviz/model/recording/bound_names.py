"""When each name was bound, so that what it holds at a moment is found without going through all events."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol


class _Event(Protocol):
    """What is read of an event."""

    @property
    def path(self) -> str: ...
    @property
    def value(self) -> int | None: ...
    @property
    def slot(self) -> int: ...
    @property
    def frame(self) -> int: ...
    @property
    def object(self) -> int: ...
    @property
    def keywords(self) -> tuple[tuple[str, Any], ...]: ...


@dataclass
class Owned:
    """An attribute of an object.

    Attributes
    ----------
    name
        How it is reached from a name of the module.
    events
        The events that bound it, in order.
    by_frame
        The same events by the call of a function in which they were.
    """

    name: str
    events: list[int] = field(default_factory=list)
    by_frame: dict[int, list[int]] = field(default_factory=dict)


class BoundNames:
    """When each name was bound.

    Parameters
    ----------
    events
        All events.

    Attributes
    ----------
    named
        Call of a function → path → events.
    owned
        Slot → attribute of an object.
    """

    def __init__(self, events: Sequence[_Event]) -> None:
        self._events = events
        self.named: dict[int, dict[str, list[int]]] = {}
        self.owned: dict[int, Owned] = {}
        self.objects: dict[int, list[int]] = {}

    def value_at(self, event: int, end: int) -> int:
        """Return the value of what an event bound, as it is at another event; −1 if it was not kept."""
        bound = self._events[event]
        last = newest(self.objects.get(bound.object, ()), end)
        value = (bound if last is None else self._events[max(last, event)]).value
        return -1 if value is None else value


def newest(events: Sequence[int], end: int) -> int | None:
    """Return the last of some events before another one."""
    position = bisect_left(events, end)
    return events[position - 1] if position else None


def bound_names(events: Sequence[_Event], owners: Sequence[str]) -> BoundNames:
    """Return when each name was bound.

    Parameters
    ----------
    events
        All events.
    owners
        Of each slot how it is reached; empty for names.
    """
    found = BoundNames(events)
    for number, event in enumerate(events):
        if ("cell", True) in event.keywords:
            continue
        if event.object >= 0:
            found.objects.setdefault(event.object, []).append(number)
        if event.slot >= 0 and owners[event.slot]:
            owned = found.owned.setdefault(event.slot, Owned(owners[event.slot]))
            owned.events.append(number)
            owned.by_frame.setdefault(event.frame, []).append(number)
        elif event.path:
            found.named.setdefault(event.frame, {}).setdefault(event.path, []).append(number)
    return found
