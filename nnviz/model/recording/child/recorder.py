"""What was computed, in order, and which event produced each object."""

from __future__ import annotations

import time
import weakref
from array import array
from collections.abc import Callable
from functools import partial
from typing import Any

from . import numbers
from .loops import LoopRun, LoopRuns
from .places import Places
from .replay import Plan
from .store import Store
from .updates import Updates

_KEPT = 512
"""Bytes of an array that is kept alive, so that its number is not another's; a larger one is watched."""
_MOST_EVENTS = 400_000
OPERANDS_MOST = 32
"""How many events an event is made of, at most."""


class Frame:
    """A call of a function, or the module (number 0)."""

    __slots__ = ("depth", "function", "loops", "names", "number", "step")

    def __init__(self, number: int, function: str, depth: int) -> None:
        self.number, self.function, self.depth = number, function, depth
        self.names: dict[str, int] = {}
        """Path → the event that bound it last."""
        self.step = -1
        self.loops = 0


class Finished(BaseException):
    """The recording is complete; raised only where the process itself is not ended."""


class Recorder:
    """Events, steps, frames, and where each object came from."""

    def __init__(self, places: Places, store: Store, updates: int, until: float, plan: Plan | None = None) -> None:
        self.places, self.store, self.plan = places, store, plan
        self.updates, self.loops = Updates(updates), LoopRuns()
        self.until = until
        self.frame = Frame(0, "", 0)
        self.frames = [self.frame]
        self.frame_count, self.ticks = 1, 0
        self.known: dict[int, tuple[int, Any]] = {}
        self.mutated: dict[int, int] = {}
        self.dirty: dict[int, tuple[LoopRun, int]] = {}
        """Arrays in which a loop that runs has stored cells."""
        self.on_dirty: Callable[[int, Any, str, int, Any, LoopRun], None] = lambda *_: None
        self.rows: dict[int, tuple[Any, ...]] = {}
        """Rows of nested lists that were read: at which index of the whole."""
        self.elements: dict[int, tuple[list[Any], int]] = {}
        """Numbers of lists, of which it is not known what computed them: which list, and where in it."""
        self.objects: dict[int, int] = {}
        self.object_count = -1
        self.constants: dict[int, int] = {}
        self.last: dict[int, int] = {}
        self.occurrences: dict[int, int] = {}
        self.paths: dict[str, int] = {"": 0}
        self.slots: dict[Any, int] = {}
        self.slot_rows: list[tuple[str, str, str]] = []
        self.owners: dict[int, Any] = {}
        self.owner_slots: dict[int, tuple[int, str]] = {}
        """Slots of objects: whose, and the path inside."""
        self.event_columns = {
            name: array("i") for name in ("place", "value", "frame", "step", "slot", "path", "object", "start")
        }
        self.operands = array("i")
        self.step_columns = {name: array("i") for name in ("place", "frame", "depth", "first", "last", "parent")}
        self.keywords: dict[int, list[list[Any]]] = {}
        self.thinned: dict[int, list[Any]] = {}
        self.failed: tuple[BaseException, int, list[tuple[Any, int]]] | None = None
        self.finish: Any = None
        self.count = 0
        self.event = -1
        self.full = self.is_over_full = False

    # Where an object came from ------------------------------------------------------------------------------------

    def producer(self, thing: Any, place: int, cells: bool = False) -> int:
        """Return the event that computed an object or changed it last; -1 where it is nothing numeric.

        Parameters
        ----------
        thing
            The object.
        place
            Where it is written; what is seen for the first time is recorded there.
        cells
            Whether only cells of it are read or stored. Otherwise what a loop has stored in it is recorded before.
        """
        kind = type(thing)
        if kind is int or kind is bool or kind is complex:
            return self._by_place(thing, place)
        if self.dirty and not cells and (dirty := self.dirty.get(numbers.key_of(thing))) is not None:
            self.record_dirty(*dirty)
        found = self.known.get(id(thing))
        event = -1 if found is None else found[0]
        if numbers.is_array(thing) or numbers.is_tensor(thing):
            event = max(event, self.mutated.get(numbers.key_of(thing), -1))
            if event < 0:
                owner = self.known.get(id(numbers.root(thing)))
                event = -1 if owner is None else owner[0]
        elif kind is list and event >= 0:
            event = max(event, self.mutated.get(id(thing), -1))
        if event >= 0 or place < 0:
            return event
        return self._first_seen(thing, place)

    def _by_place(self, thing: Any, place: int) -> int:
        """Return where a whole number came from: the same object stands for all of its value."""
        if place < 0 or type(thing) is bool:
            return -1
        written = self.places[place]
        if written.kind == "constant":
            return self._constant(thing, place)
        if written.kind == "name":
            for frame in (self.frame, self.frames[0]):
                if written.text in frame.names:
                    return frame.names[written.text]
        return self.last.get(place, -1)

    def _constant(self, thing: Any, place: int) -> int:
        event = self.constants.get(place, -1)
        if event < 0 and not self.is_quiet(place):
            self.emit(place, thing, ())
            event = self.constants[place] = self.event
        return event

    def _first_seen(self, thing: Any, place: int) -> int:
        written = self.places[place]
        if written.kind == "constant":
            return self._constant(thing, place)
        if not numbers.is_numeric(thing) or self.full:
            return -1
        operands: tuple[int, ...] = ()
        if written.kind == "list" and isinstance(thing, list | tuple) and len(thing) == len(written.operands):
            operands = tuple(self.producer(one, where) for one, where in zip(thing, written.operands, strict=False))
        held = self.elements.get(id(thing)) if type(thing) is float else None
        if held is not None and held[1] < len(held[0]) and held[0][held[1]] is thing:
            operands = (self.producer(held[0], -1, cells=True),)
        self.emit(place, thing, operands[:OPERANDS_MOST])
        if held is not None:
            row = self.rows.get(id(held[0]), ())
            self.keywords[self.event] = [["index", repr((*row, held[1]) if row else held[1])]]
            self.known[id(thing)] = (self.event, thing)
        return self.event

    def produced(self, thing: Any, event: int) -> None:
        """Remember that an event produced an object, until the object is gone."""
        if type(thing) in (int, bool):
            return
        key = id(thing)
        if numbers.size_of(thing) > _KEPT or numbers.is_tensor(thing):
            if key in self.known:
                self.known[key] = (event, self.known[key][1])
            else:
                self.known[key] = (event, weakref.ref(thing, partial(self._gone, key)))
        else:
            self.known[key] = (event, thing)

    def _changed(self, thing: Any, event: int) -> None:
        """Remember that an event changed an object in place, and with it all of its views."""
        key = numbers.key_of(thing)
        self.mutated[key] = event
        self.rows.pop(id(thing), None)
        owner = numbers.root(thing)
        self.produced(thing, event)
        if owner is not thing and id(owner) not in self.known:
            self.produced(owner, event)

    def _gone(self, key: int, _: object) -> None:
        self.known.pop(key, None)
        self.objects.pop(key, None)
        self.mutated.pop(key, None)
        self.updates.gone(key)
        self.store.forget(key)

    # Events and steps ---------------------------------------------------------------------------------------------

    def is_quiet(self, place: int) -> bool:
        """Return whether nothing more of a place is recorded: a loop has run it often enough, or all is full."""
        return self.full or self.loops.is_quiet(place)

    def emit(
        self,
        place: int,
        thing: Any,
        operands: tuple[int, ...],
        slot: int = -1,
        path: str = "",
        changed: bool = False,
    ) -> Any:
        """Record an event, and return its object: another one where a replay moves it.

        Afterwards `event` is its number.

        Parameters
        ----------
        place, thing, operands
            Where, what, and computed from which events.
        slot, path
            What it is bound to.
        changed
            Whether the object was changed in place.
        """
        if self.plan is not None:
            occurrence = self.occurrences.get(place, 0)
            self.occurrences[place] = occurrence + 1
            thing = self.plan.reached(place, occurrence, thing)
        if changed:
            self.store.forget(id(thing))
            self.store.forget(id(numbers.root(thing)))
        number = self.event = self.count
        self.count += 1
        columns = self.event_columns
        index = self.store.index(thing) if self.plan is None else -1
        if index < 0 and self.plan is None:
            self.thinned[number] = [str(getattr(thing, "dtype", "")), list(getattr(thing, "shape", ()))]
        columns["place"].append(place)
        columns["value"].append(index)
        columns["frame"].append(self.frame.number)
        columns["step"].append(self.frame.step)
        columns["slot"].append(slot)
        columns["path"].append(self.paths.setdefault(path, len(self.paths)))
        columns["object"].append(self._object(thing))
        columns["start"].append(len(self.operands))
        self.operands.extend(operands)
        self.last[place] = number
        if number >= _MOST_EVENTS:
            self.full = self.is_over_full = True
        if changed:
            self._changed(thing, number)
        return thing

    def _object(self, thing: Any) -> int:
        """Return a number for an array or list, the same one as long as it lives; -1 for what cannot change."""
        if numbers.is_scalar(thing) or type(thing) is tuple:
            return -1
        number = self.objects.get(id(thing))
        if number is None:
            number = self.object_count = self.object_count + 1
            self.objects[id(thing)] = number
            if id(thing) not in self.known:
                self.produced(thing, self.count - 1)  # it is kept alive, or watched
        return number

    def begin_step(self, place: int) -> None:
        """Record that a statement begins."""
        self.ticks += 1
        if not self.ticks & 63 and time.monotonic() > self.until:
            self.end("time")
        if self.full or self.loops.is_quiet(place):
            return
        frame, columns = self.frame, self.step_columns
        self.end_step()
        frame.step = len(columns["place"])
        columns["place"].append(place)
        columns["frame"].append(frame.number)
        columns["depth"].append(frame.depth)
        columns["first"].append(self.count)
        columns["last"].append(-1)
        columns["parent"].append(self.loops.cell_step())

    def end_step(self) -> None:
        """Record that the statement of this frame has ended."""
        step = self.frame.step
        if step >= 0 and self.step_columns["last"][step] < 0:
            self.step_columns["last"][step] = self.count

    def step_first(self) -> int:
        """Return the first event of the statement that runs."""
        step = self.frame.step
        return self.step_columns["first"][step] if step >= 0 else 0

    def first_event_of_step_of(self, event: int) -> int:
        """Return the first event of the statement in which an event happened."""
        step = self.event_columns["step"][event]
        return self.step_columns["first"][step] if step >= 0 else 0

    def record_dirty(self, run: LoopRun, slot: int) -> None:
        """Record an array in which a loop has stored cells."""
        whole, path, stored, key = run.dirty.pop(slot)
        self.dirty.pop(numbers.key_of(whole), None)
        if numbers.is_numeric(whole) and not self.full:
            self.on_dirty(slot, whole, path, stored, key, run)

    def operands_of(self, event: int) -> array[int]:
        """Return the events that produced the operands of one."""
        starts = self.event_columns["start"]
        end = starts[event + 1] if event + 1 < len(starts) else len(self.operands)
        return self.operands[starts[event] : end]

    def end(self, kind: str, message: str = "") -> None:
        """End the recording here."""
        self.finish(kind, message)
