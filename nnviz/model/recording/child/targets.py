"""Where something is stored: the path as evaluated, and which variable that is."""

from __future__ import annotations

from typing import Any

from . import numbers
from .recorder import Recorder


class StoreTarget:
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
    loop
        The outermost loop that counts through the cells of the whole; -1 if there is none.
    index
        The index of the cell in the whole, as text.
    """

    __slots__ = ("index", "key", "loop", "path", "slot", "whole")

    def __init__(self, path: str, whole: Any, slot: int, key: Any) -> None:
        self.path, self.whole, self.slot, self.key = path, whole, slot, key
        self.loop = -1
        self.index = ""


class Targets:
    """Evaluates the paths of places."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._rows = recorder.places.rows

    def target(
        self, place: int, root: Any = None, keys: tuple[Any, ...] = (), stored: Any = None
    ) -> StoreTarget | None:
        """Return where a place stores `stored`; None where its target is no path."""
        extra = self._rows[place].extra
        if extra is None:
            return None
        name, parts, _ = extra
        path = inner = name
        thing, owner, container, last = root, None, None, None
        for position, (kind, part) in enumerate(parts):
            is_last = position == len(parts) - 1
            holds_cells = numbers.is_array(thing) or numbers.is_tensor(thing) or numbers.is_list(thing)
            # An array put into a list of numbers makes it a list of arrays.
            if holds_cells and kind == "item" and (not is_last or type(thing) is not list or numbers.is_scalar(stored)):
                found = self.make(place, path, thing, owner, inner, None, None)
                found.loop = _loop(extra, int(part))
                inside = keys[int(part) :]
                found.index = repr(inside[0] if len(inside) == 1 else inside)
                return found
            if _is_instance(thing):
                owner, inner = thing, ""
            container = thing if kind == "item" else None
            last = part if kind == "attr" else keys[part]
            written = f".{part}" if kind == "attr" else f"[{last!r}]"
            path, inner = path + written, inner + written
            if not is_last:
                try:
                    thing = getattr(thing, last) if kind == "attr" else thing[last]
                except Exception:  # noqa: BLE001 - whatever a person's object raises
                    return None
        return self.make(place, path, None, owner, inner, container, last)

    def make(self, place: int, path: str, whole: Any, owner: Any, inner: str, container: Any, last: Any) -> StoreTarget:
        """Return a target whose path has been evaluated already.

        Parameters
        ----------
        place
            Where it is written.
        path
            How it is spelled.
        whole
            The array or list of numbers of which a cell is stored.
        owner, inner
            The object that it belongs to, and the path inside it; None and the whole path for a name.
        container, last
            The list or dict that holds it directly, and its key there.
        """
        recorder, row = self._recorder, self._rows[place]
        scope = row.function
        frame: int | str = recorder.frame.number
        if row.home is not None:  # a name of the module, or of a function around this one
            scope, frame = row.home, row.home or 0
        identity: Any = (scope, inner) if owner is None else (id(owner), inner)
        key: Any = (frame, inner) if owner is None else identity
        if type(container) in (dict, list) and isinstance(last, str | int):
            recorder.owners.setdefault(id(container), container)
            key = (id(container), f"[{last!r}]")
        if owner is not None:
            recorder.owners.setdefault(id(owner), owner)
        slot = recorder.slots.get(identity)
        if slot is None:
            slot = recorder.slots[identity] = len(recorder.slot_rows)
            names = (path, "", scope) if owner is None else (path, type(owner).__name__ + inner, "")
            recorder.slot_rows.append(names)
            if owner is not None:
                recorder.owner_slots[slot] = (id(owner), inner)
        return StoreTarget(path, whole, slot, key)

    def of_leaf(self, target: StoreTarget, inner: str) -> StoreTarget:
        """Return the target of an item of a container that is bound as a whole."""
        recorder = self._recorder
        path, held_by, scope = recorder.slot_rows[target.slot]
        identity = ("leaf", target.slot, inner)
        slot = recorder.slots.get(identity)
        if slot is None:
            slot = recorder.slots[identity] = len(recorder.slot_rows)
            recorder.slot_rows.append((path + inner, held_by + inner if held_by else "", scope))
            if target.slot in recorder.owner_slots:
                owned_by, before = recorder.owner_slots[target.slot]
                recorder.owner_slots[slot] = (owned_by, before + inner)
        owner, rest = target.key
        return StoreTarget(target.path + inner, None, slot, (owner, rest + inner))


def _is_instance(thing: Any) -> bool:
    """Return whether something is an object with attributes of its own: no number, container or module."""
    return not numbers.is_numeric(thing) and hasattr(thing, "__dict__")


def _loop(extra: Any, first: int) -> int:
    """Return the outermost loop that counts in the keys from one on."""
    loops, names = extra[2]
    cells: frozenset[str] = frozenset().union(*names[first:])
    return next((number for number, counted in loops if counted & cells), -1)
