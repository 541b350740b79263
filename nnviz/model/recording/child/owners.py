"""How objects are reached from names: ``net.layers[0]`` for what its own methods call ``self``."""

from __future__ import annotations

from collections.abc import Container, Iterator
from types import FrameType, ModuleType
from typing import Any

from . import numbers
from .recorder import Recorder

_DEEPEST = 4
_MOST = 2000


def name_owners(recorder: Recorder, names: dict[str, Any]) -> None:
    """Write into the slots of objects how these are reached at the end of the recording.

    Parameters
    ----------
    recorder
        Knows the slots.
    names
        The names from which they are looked for.
    """
    if not recorder.owner_slots:
        return
    own = {name: thing for name, thing in names.items() if name != "self" and not name.startswith("__")}
    found = _paths(own, {owner for owner, _ in recorder.owner_slots.values()})
    for slot, (owner, inner) in recorder.owner_slots.items():
        if owner in found:
            path, _, scope = recorder.slot_rows[slot]
            recorder.slot_rows[slot] = (path, found[owner] + inner, scope)


def names_in(frame: FrameType | None, files: Container[str]) -> dict[str, Any]:
    """Return the names of the functions that run, those of outer ones before those of inner ones."""
    names: dict[str, Any] = {}
    while frame is not None:
        if frame.f_code.co_filename in files:
            names = {**frame.f_locals, **{name: thing for name, thing in names.items() if name not in frame.f_locals}}
        frame = frame.f_back
    return names


def _paths(names: dict[str, Any], wanted: set[int]) -> dict[int, str]:
    """Return the shortest path from a name to each object that is wanted."""
    found: dict[int, str] = {}
    seen: set[int] = set()
    waiting = [(name, thing, 0) for name, thing in names.items()]
    while waiting and len(found) < len(wanted) and len(seen) < _MOST:
        path, thing, depth = waiting.pop(0)
        if id(thing) in seen:
            continue
        seen.add(id(thing))
        if id(thing) in wanted:
            found[id(thing)] = path
        if depth < _DEEPEST:
            waiting += [(path + written, inner, depth + 1) for written, inner in _parts(thing)]
    return found


def _parts(thing: Any) -> Iterator[tuple[str, Any]]:
    if numbers.is_numeric(thing) or isinstance(thing, ModuleType | type | str):
        return
    if type(thing) in (list, tuple):
        yield from ((f"[{number}]", inner) for number, inner in enumerate(thing[:64]))
    elif type(thing) is dict:
        yield from ((f"[{key!r}]", inner) for key, inner in list(thing.items())[:64])
    else:
        attributes = getattr(thing, "__dict__", None)
        if type(attributes) is dict:
            yield from ((f".{name}", inner) for name, inner in list(attributes.items())[:64])
