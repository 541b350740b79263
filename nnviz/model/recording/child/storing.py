"""Hooks of what is bound and stored: names, attributes, items, augmented assignments, appends."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

from . import numbers
from .operations import Operations
from .recorder import Recorder
from .updates import descends, mentions

_IN_PLACE: dict[str, Callable[[Any, Any], Any]] = {
    "+=": operator.iadd, "-=": operator.isub, "*=": operator.imul, "/=": operator.itruediv, "@=": operator.imatmul,
    "**=": operator.ipow, "//=": operator.ifloordiv, "%=": operator.imod, "<<=": operator.ilshift,
    ">>=": operator.irshift, "|=": operator.ior, "^=": operator.ixor, "&=": operator.iand,
}  # fmt: skip
_LEAVES = 64


class Target:
    """Where something is stored, as evaluated.

    Attributes
    ----------
    path
        How it is spelled, with its keys: ``params['W1']``, ``self.W[0]``; it ends at an array or a list of numbers.
    whole
        The array or list of numbers that holds the cell; None where the whole object is replaced.
    slot
        Which variable it is, the same one over all calls.
    key
        The same for counting updates: within one call.
    """

    __slots__ = ("key", "path", "slot", "whole")

    def __init__(self, path: str, whole: Any, slot: int, key: Any) -> None:
        self.path, self.whole, self.slot, self.key = path, whole, slot, key


class Storing:
    """Binds and stores, and records what is held then."""

    def __init__(self, recorder: Recorder, operations: Operations) -> None:
        self._recorder, self._operations = recorder, operations
        self._rows = recorder.places.rows

    # Targets ------------------------------------------------------------------------------------------------------

    def target(self, place: int, root: Any = None, keys: tuple[Any, ...] = ()) -> Target | None:
        """Return where a place stores; None where its target is no path."""
        extra = self._rows[place].extra
        if extra is None:
            return None
        name, parts, _ = extra
        scope = self._rows[place].function
        path, inner, thing, owner = name, name, root, None
        for position, (kind, part) in enumerate(parts):
            if numbers.is_array(thing) or numbers.is_list(thing) or numbers.is_tensor(thing):
                if kind == "item":
                    slot, key = self._slot(owner, scope, inner, path)
                    return Target(path, thing, slot, key)
            if _is_instance(thing):
                owner, inner = thing, ""
            if kind == "attr":
                path, inner = f"{path}.{part}", f"{inner}.{part}"
                thing = None if position == len(parts) - 1 else getattr(thing, part, None)
            else:
                written = f"[{keys[part]!r}]"
                path, inner = path + written, inner + written
                if position < len(parts) - 1:
                    try:
                        thing = thing[keys[part]]
                    except Exception:  # noqa: BLE001 - whatever a person's container raises
                        return None
        slot, key = self._slot(owner, scope, inner, path)
        return Target(path, None, slot, key)

    def _slot(self, owner: Any, scope: str, inner: str, path: str) -> tuple[int, Any]:
        recorder = self._recorder
        if owner is None:
            identity: Any = (scope, inner)
            key: Any = (recorder.frame.number, inner)
            row = (path, "", scope)
        else:
            recorder.owners.setdefault(id(owner), owner)
            identity = key = (id(owner), inner)
            row = (path, type(owner).__name__ + inner, "")
        slot = recorder.slots.get(identity)
        if slot is None:
            slot = recorder.slots[identity] = len(recorder.slot_rows)
            recorder.slot_rows.append(row)
        return slot, key

    # Names --------------------------------------------------------------------------------------------------------

    def bind(self, place: int, thing: Any) -> Any:
        """Record what a name is bound to."""
        target = self.target(place)
        return thing if target is None else self._hold(place, thing, target)

    def rebound(self, place: int, thing: Any, root: Any = None, keys: tuple[Any, ...] = ()) -> None:
        """Record what a name or item holds that was bound by unpacking, by a loop, or by ``with``."""
        target = self.target(place, root, keys)
        if target is not None and target.whole is None:
            self._hold(place, thing, target)
        elif target is not None:
            self._stored(place, target, thing)

    def parameter(self, place: int, thing: Any) -> None:
        """Record what a parameter of a function is bound to."""
        self.bind(place, thing)

    def _hold(self, place: int, thing: Any, target: Target, operands: tuple[int, ...] | None = None) -> Any:
        recorder = self._recorder
        if not numbers.is_numeric(thing):
            if type(thing) in (list, tuple, dict):
                self._leaves(place, thing, target, 0)
            return thing
        if recorder.is_quiet(place):
            return thing
        row = self._rows[place]
        if operands is None:
            operands = (recorder.producer(thing, row.operands[0] if row.operands else -1),)
        self._count_rebinding(place, target, thing, operands[0])
        moved = recorder.emit(place, thing, operands, target.slot, target.path)
        self._held(target, moved, operands[0])
        return moved

    def _held(self, target: Target, thing: Any, producer: int) -> None:
        recorder = self._recorder
        event = recorder.event
        recorder.frame.names[target.path] = event
        if producer < 0 or thing is not None and id(thing) not in recorder.known:
            recorder.produced(thing, event)
        recorder.updates.hold(target.key, producer if producer >= 0 else event)

    def _leaves(self, place: int, container: Any, target: Target, depth: int) -> None:
        """Record the arrays in a dict, list or tuple that is bound as a whole."""
        recorder = self._recorder
        if len(container) > _LEAVES or depth > 2:
            return
        for key, thing in list(container.items()) if type(container) is dict else enumerate(container):
            inner = f"[{key!r}]"
            if numbers.is_numeric(thing):
                if recorder.is_quiet(place):
                    return
                owner, rest = target.key
                slot = self._slot_of_leaf(target, inner)
                self._hold(place, thing, Target(target.path + inner, None, slot, (owner, rest + inner)), None)
            elif type(thing) in (list, tuple, dict):
                owner, rest = target.key
                slot = self._slot_of_leaf(target, inner)
                self._leaves(place, thing, Target(target.path + inner, None, slot, (owner, rest + inner)), depth + 1)

    def _slot_of_leaf(self, target: Target, inner: str) -> int:
        recorder = self._recorder
        path, owner, scope = recorder.slot_rows[target.slot]
        identity = ("leaf", target.slot, inner)
        slot = recorder.slots.get(identity)
        if slot is None:
            slot = recorder.slots[identity] = len(recorder.slot_rows)
            recorder.slot_rows.append((path + inner, owner + inner if owner else "", scope))
        return slot

    # Attributes and items -----------------------------------------------------------------------------------------

    def set_attribute(self, place: int, thing: Any, holder: Any, name: str, root: Any = None, keys: Any = ()) -> None:
        """Do ``holder.name = thing``."""
        target = self.target(place, root, keys)
        if target is not None:
            thing = self._hold(place, thing, target)
        setattr(holder, name, thing)

    def set_item(self, place: int, thing: Any, holder: Any, key: Any, root: Any = None, keys: Any = ()) -> None:
        """Do ``holder[key] = thing``."""
        target = self.target(place, root, keys)
        if target is not None and target.whole is None:
            thing = self._hold(place, thing, target)
        operand = -1
        if target is not None and target.whole is not None and not self._recorder.full:
            operand = self._recorder.producer(thing, self._rows[place].operands[0])
        try:
            holder[key] = thing
        except BaseException as error:
            self._operations.fail(error, place, [holder, key, thing])
            raise
        if target is not None and target.whole is not None:
            self._stored(place, target, thing, operand, key)

    def _stored(self, place: int, target: Target, thing: Any, operand: int = -1, key: Any = None) -> None:
        """Record that cells of an array were stored."""
        recorder = self._recorder
        loop = self._rows[place].extra[2]
        run = recorder.loops.running(loop) if loop >= 0 else None
        whole = target.whole
        before = recorder.producer(whole, -1)
        if run is not None:
            recorder.loops.cell_loops.add(loop)
            if target.slot not in run.dirty:
                run.dirty[target.slot] = (whole, target.path, place, target.key)
            if recorder.is_quiet(place):
                return
            recorder.emit(place, thing, (before, operand), target.slot, target.path)
            recorder.keywords[recorder.event] = [["cell", True], ["index", repr(key)]]
            if numbers.is_scalar(thing):
                recorder.produced(thing, recorder.event)
            return
        if recorder.is_quiet(place):
            return
        self.count_change(target.key, whole, before)
        recorder.emit(place, whole, (before, operand), target.slot, target.path)
        recorder.keywords[recorder.event] = [["index", repr(key)]]
        recorder.changed(whole, recorder.event)
        self._held(target, whole, recorder.event)

    def append(self, place: int, holder: Any, thing: Any, root: Any = None, keys: Any = ()) -> Any:
        """Do ``holder.append(thing)``."""
        result = holder.append(thing)
        recorder = self._recorder
        extra = self._rows[place].extra
        if type(holder) is not list or extra is None or recorder.is_quiet(place):
            return result
        name, parts, loop = extra
        try:
            self._rows[place].extra = (name, (*parts, ("item", len(keys))), loop)
            target = self.target(place, root, (*keys, len(holder) - 1))
        finally:
            self._rows[place].extra = extra
        if target is None:
            return result
        if target.whole is None:
            self._hold(place, thing, target)
        elif len(holder) <= 2048:
            operand = recorder.producer(thing, self._rows[place].operands[0])
            before = recorder.known.get(id(holder), (-1,))[0]
            recorder.emit(place, holder, (before, operand), target.slot, target.path)
            recorder.changed(holder, recorder.event)
        return result

    # Augmented assignments ----------------------------------------------------------------------------------------

    @staticmethod
    def load_attribute(holder: Any, name: str) -> tuple[Any, Any, Any]:
        """Return the holder, the name, and what it holds now."""
        return holder, name, getattr(holder, name)

    @staticmethod
    def load_item(holder: Any, key: Any) -> tuple[Any, Any, Any]:
        """Return the holder, the key, and what it holds now."""
        return holder, key, holder[key]

    def augmented(self, place: int, old: Any, value: Any) -> Any:
        """Do ``name ∘= value``, and return what the name is bound to then."""
        target = self.target(place)
        new, operands = self._compute(place, old, value, target.key if target else None)
        return new if target is None or operands is None else self._changed(place, old, new, target, operands)

    def augmented_attribute(self, place: int, loaded: Any, value: Any, root: Any = None, keys: Any = ()) -> None:
        """Do ``holder.name ∘= value``."""
        holder, name, old = loaded
        target = self.target(place, root, keys)
        new, operands = self._compute(place, old, value, target.key if target else None)
        if target is not None and operands is not None:
            new = self._changed(place, old, new, target, operands)
        setattr(holder, name, new)

    def augmented_item(self, place: int, loaded: Any, value: Any, root: Any = None, keys: Any = ()) -> None:
        """Do ``holder[key] ∘= value``."""
        holder, key, old = loaded
        target = self.target(place, root, keys)
        whole = None if target is None else target.whole
        new, operands = self._compute(place, old, value, None if target is None or whole is not None else target.key)
        if target is not None and whole is None and operands is not None:
            new = self._changed(place, old, new, target, operands)
        try:
            holder[key] = new
        except BaseException as error:
            self._operations.fail(error, place, [old, value])
            raise
        if whole is not None and target is not None:
            self._stored(place, target, new, -1 if operands is None else operands[1], key)

    def _compute(self, place: int, old: Any, value: Any, key: Any) -> tuple[Any, tuple[int, ...] | None]:
        """Compute the new object; the operands are None where nothing is recorded."""
        recorder, row = self._recorder, self._rows[place]
        operands = None
        if key is not None and numbers.is_numeric(old) and not recorder.is_quiet(place):
            operands = self._recorder.producer(old, row.operands[0]), self._recorder.producer(value, row.operands[1])
            if numbers.is_array(old) or numbers.is_tensor(old) or isinstance(old, float):
                self.count_change(key, old, operands[0])
        elif key is None:
            operands = -1, recorder.producer(value, row.operands[1]) if not recorder.full else -1
        try:
            return _IN_PLACE[row.operator](old, value), operands
        except BaseException as error:
            self._operations.fail(error, place, [old, value])
            raise

    def _changed(self, place: int, old: Any, new: Any, target: Target, operands: tuple[int, ...]) -> Any:
        recorder = self._recorder
        if not numbers.is_numeric(new):
            return new
        new = recorder.emit(place, new, operands, target.slot, target.path)
        if new is old:
            recorder.changed(new, recorder.event)
        else:
            recorder.produced(new, recorder.event)
        self._held(target, new, recorder.event)
        return new

    # Updates ------------------------------------------------------------------------------------------------------

    def count_change(self, key: Any, thing: Any, producer: int, first: int | None = None) -> None:
        """Count a change in place as an update, if the array was multiplied since its last one.

        The array itself is what is counted: a function may change several under one name.
        """
        recorder = self._recorder
        if not isinstance(thing, int) and recorder.updates.was_used(
            producer, recorder.step_first() if first is None else first
        ):
            self._update(key if numbers.is_scalar(thing) else ("array", numbers.key_of(thing)))

    def _count_rebinding(self, place: int, target: Target, thing: Any, producer: int) -> None:
        """Count a name's new array as an update, if it is the one that the name held with something added."""
        recorder = self._recorder
        old = recorder.updates.held(target.key)
        if old < 0 or producer <= old or isinstance(thing, int):
            return
        if not recorder.updates.was_used(old, recorder.step_first()):
            return
        statement = self._rows[place].statement
        if descends(recorder, producer, old) or (
            type(thing) is list and statement >= 0 and mentions(self._rows[statement].text, target.path)
        ):
            self._update(target.key)

    def _update(self, key: Any) -> None:
        recorder = self._recorder
        if recorder.plan is None and recorder.updates.is_next_too_many(key):
            recorder.end("updates")


def _is_instance(thing: Any) -> bool:
    """Return whether something is an object with attributes of its own: no number, container or module."""
    return not numbers.is_numeric(thing) and hasattr(thing, "__dict__")
