"""Hooks of what is bound and stored: names, attributes, items, augmented assignments, appends."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

from . import numbers
from .operations import Operations
from .recorder import Recorder
from .targets import StoreTarget, Targets
from .updates import descends, mentions

_IN_PLACE: dict[str, Callable[[Any, Any], Any]] = {
    "+=": operator.iadd, "-=": operator.isub, "*=": operator.imul, "/=": operator.itruediv, "@=": operator.imatmul,
    "**=": operator.ipow, "//=": operator.ifloordiv, "%=": operator.imod, "<<=": operator.ilshift,
    ">>=": operator.irshift, "|=": operator.ior, "^=": operator.ixor, "&=": operator.iand,
}  # fmt: skip
_LEAVES = 64


class Storing:
    """Binds and stores, and records what is held then."""

    def __init__(self, recorder: Recorder, operations: Operations) -> None:
        self._recorder, self._operations = recorder, operations
        self._targets = Targets(recorder)
        self._rows = recorder.places.rows

    # Names --------------------------------------------------------------------------------------------------------

    def bind(self, place: int, thing: Any) -> Any:
        """Record what a name is bound to, and return what it is to be bound to."""
        target = self._targets.target(place)
        return thing if target is None else self._hold(place, thing, target, is_stored=True)

    def rebound(self, place: int, thing: Any, root: Any = None, keys: tuple[Any, ...] = ()) -> None:
        """Record what a name or item holds that was bound by unpacking, by a loop, or by ``with``."""
        target = self._targets.target(place, root, keys, thing)
        if target is not None and target.whole is None:
            self._hold(place, thing, target)
        elif target is not None:
            self._stored(place, target, thing)

    def set_by_name(self, place: int, holder: Any, name: str, thing: Any) -> None:
        """Record ``setattr(holder, name, thing)``, before it is done."""
        row = self._rows[place]
        where = row.operands[1] if len(row.operands) > 1 else -1
        root = self._rows[where].text if where >= 0 else type(holder).__name__
        target = self._targets.make(place, f"{root}.{name}", None, holder, f".{name}", None, None)
        old = getattr(holder, "__dict__", {}).get(name)
        if numbers.is_numeric(thing):
            self._hold(place, thing, target, self._recorder.producer(old, -1))

    def update_dict(self, place: int, holder: Any, new: Any) -> None:
        """Record ``holder.update(new)``, before it is done."""
        where = self._rows[place].operands[0]
        root = self._rows[where].text if where >= 0 else "dict"
        for key, thing in list(new.items())[:_LEAVES]:
            if numbers.is_numeric(thing):
                written = f"[{key!r}]"
                target = self._targets.make(place, root + written, None, None, root + written, holder, key)
                self._hold(place, thing, target, self._recorder.producer(holder.get(key), -1))

    def parameter(self, place: int, thing: Any) -> None:
        """Record what a parameter of a function is bound to."""
        target = self._targets.target(place)
        if target is not None:
            self._hold(place, thing, target)

    def _hold(self, place: int, thing: Any, target: StoreTarget, old: int = -1, is_stored: bool = False) -> Any:
        """Record what a variable holds, and return it: another object where a replay moves it.

        Parameters
        ----------
        place, thing, target
            Where, what, and which variable.
        old
            The event of what it held before.
        is_stored
            Whether what is returned is stored there.
        """
        recorder = self._recorder
        if not numbers.is_numeric(thing):
            if type(thing) in (list, tuple, dict):
                self._leaves(place, thing, target, 0)
            return thing
        if recorder.is_quiet(place):
            return thing
        row = self._rows[place]
        operands = (recorder.producer(thing, row.operands[0] if row.operands else -1),)
        self._count_rebinding(place, target, thing, operands[0], old)
        written = bool(row.operands) and row.operands[0] >= 0 and self._rows[row.operands[0]].kind == "constant"
        own = is_stored and type(thing) is float and (written or self._is_handed_on(operands[0], target))
        if type(thing) is list:
            numbers.separate(thing, recorder.elements)
        moved = recorder.emit(place, numbers.another(thing) if own else thing, operands, target.slot, target.path)
        self._held(target, moved, -1 if own else operands[0])
        return moved

    def _is_handed_on(self, event: int, target: StoreTarget) -> bool:
        """Return whether a number was not computed at an event: what holds it too may be another parameter."""
        return self._is_written(event) or (self._kind(event) == "bind" and not target.path.isidentifier())

    def _is_written(self, event: int) -> bool:
        """Return whether a number stands in the source, or came from nowhere."""
        return event < 0 or self._kind(event) == "constant"

    def _kind(self, event: int) -> str:
        return str(self._rows[self._recorder.event_columns["place"][event]].kind)

    def _held(self, target: StoreTarget, thing: Any, producer: int) -> None:
        recorder = self._recorder
        event = recorder.event
        recorder.frame.names[target.path] = event
        if producer < 0 or (thing is not None and id(thing) not in recorder.known):
            recorder.produced(thing, event)
        recorder.updates.hold(target.key, producer if producer >= 0 else event)

    def _leaves(self, place: int, container: Any, target: StoreTarget, depth: int) -> None:
        """Record the arrays in a dict, list or tuple that is bound as a whole."""
        recorder = self._recorder
        if len(container) > _LEAVES or depth > 2:
            return
        for key, thing in list(container.items()) if type(container) is dict else enumerate(container):
            inner = f"[{key!r}]"
            if numbers.is_numeric(thing):
                if recorder.is_quiet(place):
                    return
                first = type(container) is not tuple and self._is_written(recorder.producer(thing, -1))
                held = self._hold(place, thing, self._targets.of_leaf(target, inner), is_stored=first)
                if first:
                    container[key] = held
            elif type(thing) in (list, tuple, dict):
                self._leaves(place, thing, self._targets.of_leaf(target, inner), depth + 1)

    # Attributes and items -----------------------------------------------------------------------------------------

    def set_attribute(self, place: int, thing: Any, holder: Any, name: str, root: Any = None, keys: Any = ()) -> None:
        """Do ``holder.name = thing``."""
        target = self._targets.target(place, root, keys, thing)
        if target is not None:
            old = getattr(holder, "__dict__", {}).get(name)
            thing = self._hold(place, thing, target, self._recorder.producer(old, -1), is_stored=True)
        setattr(holder, name, thing)

    def set_item(self, place: int, thing: Any, holder: Any, key: Any, root: Any = None, keys: Any = ()) -> None:
        """Do ``holder[key] = thing``."""
        target = self._targets.target(place, root, (*keys, key), thing)
        if target is not None and target.whole is None:
            thing = self._hold(place, thing, target, self._recorder.producer(_item(holder, key), -1), is_stored=True)
        whole = holder if target is None else target.whole
        operand = -1
        if whole is not None and not self._recorder.full:
            operand = self._recorder.producer(thing, self._rows[place].operands[0])
        try:
            holder[key] = thing
        except BaseException as error:
            self._operations.fail(error, place, [holder, key, thing])
            raise
        if target is not None and target.whole is not None:
            self._stored(place, target, thing, operand, (holder, key))
        elif target is None:
            self._stored_without_path(place, holder, operand)

    def _stored_without_path(self, place: int, holder: Any, operand: int) -> None:
        """Record that cells were stored of an array for which there is no name."""
        recorder = self._recorder
        if (numbers.is_array(holder) or numbers.is_tensor(holder)) and not recorder.is_quiet(place):
            recorder.emit(place, holder, (recorder.producer(holder, -1), operand), changed=True)

    def _stored(
        self, place: int, target: StoreTarget, thing: Any, operand: int = -1, cell: Any = (None, None), old: int = -1
    ) -> None:
        """Record that cells of an array were stored.

        Parameters
        ----------
        place, target, thing
            Where, which array, and what is in its cells now.
        operand
            The event of what was stored, or added.
        cell
            What holds the cell directly, and its key there.
        old
            The event of the number that an augmented assignment has read there; -1 where it is not known.
        """
        recorder = self._recorder
        loop = target.loop
        run = recorder.loops.running(loop) if loop >= 0 and numbers.is_scalar(thing) else None
        whole = target.whole
        before = recorder.producer(whole, -1, cells=run is not None)
        if run is not None:
            recorder.loops.cell_loops.add(loop)
            if target.slot not in run.dirty:
                run.dirty[target.slot] = (whole, target.path, place, target.key)
                recorder.dirty[numbers.key_of(whole)] = (run, target.slot)
            if recorder.is_quiet(place):
                return
            moved = recorder.emit(place, thing, (before, operand), target.slot, target.path)
            holder, key = cell
            if moved is not thing and holder is not None:
                holder[key] = moved
            recorder.keywords[recorder.event] = [["cell", True], ["index", target.index]]
            if old >= 0:
                recorder.keywords[recorder.event].append(["old", old])
            recorder.produced(moved, recorder.event)
            return
        if recorder.is_quiet(place):
            return
        self.count_change(place, target.key, whole, before)
        recorder.emit(place, whole, (before, operand), target.slot, target.path, changed=True)
        recorder.keywords[recorder.event] = [["index", target.index]]
        if old >= 0:
            recorder.keywords[recorder.event].append(["old", old])
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
            target = self._targets.target(place, root, (*keys, len(holder) - 1), thing)
        finally:
            self._rows[place].extra = extra
        if target is None:
            return result
        if target.whole is None:
            self._hold(place, thing, target)
        elif len(holder) <= 2048:
            operand = recorder.producer(thing, self._rows[place].operands[0])
            before = recorder.known.get(id(holder), (-1,))[0]
            recorder.emit(place, holder, (before, operand), target.slot, target.path, changed=True)
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
        target = self._targets.target(place)
        new, operands = self._compute(place, old, value, target.key if target else None)
        return new if target is None or operands is None else self._changed(place, old, new, target, operands)

    def augmented_attribute(self, place: int, loaded: Any, value: Any, root: Any = None, keys: Any = ()) -> None:
        """Do ``holder.name ∘= value``."""
        holder, name, old = loaded
        target = self._targets.target(place, root, keys, old)
        new, operands = self._compute(place, old, value, target.key if target else None)
        if target is not None and operands is not None:
            new = self._changed(place, old, new, target, operands)
        setattr(holder, name, new)

    def augmented_item(self, place: int, loaded: Any, value: Any, root: Any = None, keys: Any = ()) -> None:
        """Do ``holder[key] ∘= value``."""
        holder, key, old = loaded
        target = self._targets.target(place, root, (*keys, key), old)
        whole = None if target is None else target.whole
        source = self._recorder.producer(old, -1) if whole is not None and type(old) is float else -1
        new, operands = self._compute(place, old, value, None if target is None or whole is not None else target.key)
        if target is not None and whole is None and operands is not None:
            new = self._changed(place, old, new, target, operands)
        try:
            holder[key] = new
        except BaseException as error:
            self._operations.fail(error, place, [old, value])
            raise
        operand = -1 if operands is None else operands[1]
        if target is not None and whole is not None:
            self._stored(place, target, new, operand, (holder, key), source)
        elif target is None:
            self._stored_without_path(place, holder, operand)

    def _compute(self, place: int, old: Any, value: Any, key: Any) -> tuple[Any, tuple[int, ...] | None]:
        """Compute the new object; the operands are None where nothing is recorded."""
        recorder, row = self._recorder, self._rows[place]
        operands = None
        if key is not None and numbers.is_numeric(old) and not recorder.is_quiet(place):
            operands = self._recorder.producer(old, row.operands[0]), self._recorder.producer(value, row.operands[1])
            if numbers.is_array(old) or numbers.is_tensor(old) or isinstance(old, float):
                self.count_change(place, key, old, operands[0])
        elif key is None:
            operands = -1, recorder.producer(value, row.operands[1]) if not recorder.full else -1
        try:
            return _IN_PLACE[row.operator](old, value), operands
        except BaseException as error:
            self._operations.fail(error, place, [old, value])
            raise

    def _changed(self, place: int, old: Any, new: Any, target: StoreTarget, operands: tuple[int, ...]) -> Any:
        recorder = self._recorder
        if not numbers.is_numeric(new):
            return new
        in_place = new is old
        new = recorder.emit(place, new, operands, target.slot, target.path, changed=in_place)
        if not in_place:
            recorder.produced(new, recorder.event)
            recorder.updates.number_changed(target.key, recorder.event)
        self._held(target, new, recorder.event)
        return new

    # Updates ------------------------------------------------------------------------------------------------------

    def count_change(self, place: int, key: Any, thing: Any, producer: int, first: int | None = None) -> None:
        """Count a change in place as an update, if the array was multiplied since its last one.

        The array itself is what is counted: a function may change several under one name.
        """
        recorder = self._recorder
        before = recorder.step_first() if first is None else first
        new = numbers.is_scalar(thing) and recorder.updates.is_new_number(key, producer)
        if not (new or isinstance(thing, int)) and recorder.updates.was_used(producer, before):
            self._update(place, key if numbers.is_scalar(thing) else ("array", numbers.key_of(thing)))

    def _count_rebinding(self, place: int, target: StoreTarget, thing: Any, producer: int, old: int) -> None:
        """Count a name's new array as an update, if it is the one that the name held with something added."""
        recorder = self._recorder
        old = max(old, recorder.updates.held(target.key))
        if old < 0 or producer <= old or isinstance(thing, int):
            return
        # Before the statement that computed it: in a function that returns it, that is not the one that binds it.
        if not recorder.updates.was_used(old, recorder.first_event_of_step_of(producer)):
            return
        statement = self._rows[place].statement
        if descends(recorder, producer, old) or (
            type(thing) is list and statement >= 0 and mentions(self._rows[statement].text, target.path)
        ):
            self._update(place, target.key)

    def _update(self, place: int, key: Any) -> None:
        recorder = self._recorder
        if recorder.plan is None and recorder.updates.is_next_too_many(place, key):
            recorder.end("updates")


def _item(holder: Any, key: Any) -> Any:
    """Return what a dict or list holds, None where that is nothing yet."""
    if type(holder) is dict:
        return holder.get(key)
    return holder[key] if type(holder) is list and type(key) is int and -len(holder) <= key < len(holder) else None
