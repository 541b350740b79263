"""What counts as a number or an array, whatever library it comes from."""

from __future__ import annotations

import struct
import sys
from array import array
from typing import Any, NamedTuple


class Numbers(NamedTuple):
    """An array as it is written: numpy's name of its type, its shape, its bytes in C order."""

    dtype: str
    shape: tuple[int, ...]
    data: bytes


_LOOKED_AT = 16
_SEPARATED_MOST = 2048
_LONGEST = 1_000_000
"""Numbers in a list that are looked at."""


def is_scalar(thing: Any) -> bool:
    """Return whether something is a single number; True and False are none."""
    kind = type(thing)
    if kind is float or kind is int or kind is complex:
        return True
    numpy = sys.modules.get("numpy")
    return numpy is not None and isinstance(thing, numpy.number)


def another(number: float) -> float:
    """Return the same number as an object of its own."""
    return number * 1.0


def separate(things: list[Any], elements: dict[int, tuple[list[Any], int]]) -> None:
    """Give each cell of a list a number of its own, where several hold the same object: ``[0.0] * 3``.

    Parameters
    ----------
    things
        The list, nested or not.
    elements
        Is told which number is where.
    """
    if len(things) > _SEPARATED_MOST:
        return
    if things and type(things[0]) is list:
        for row in things:
            if type(row) is list:
                separate(row, elements)
    elif len({id(one) for one in things}) < len(things):
        for place, one in enumerate(things):
            if type(one) is float:
                things[place] = another(one)
                elements[id(things[place])] = things, place


def is_array(thing: Any) -> bool:
    """Return whether something is an array of numpy with numbers in it."""
    numpy = sys.modules.get("numpy")
    return numpy is not None and isinstance(thing, numpy.ndarray) and thing.dtype.kind in "biufc"


def is_tensor(thing: Any) -> bool:
    """Return whether something is a tensor of torch."""
    torch = sys.modules.get("torch")
    return torch is not None and isinstance(thing, getattr(torch, "Tensor", ()))


def is_list(thing: Any) -> bool:
    """Return whether something is a list of numbers, nested or not, by a look at the beginning of each level."""
    depth = 0
    while type(thing) in (list, tuple) and thing and depth < 6:
        first, head = thing[0], thing[:_LOOKED_AT]
        if type(first) in (list, tuple):
            width = len(first)
            if any(type(one) not in (list, tuple) or len(one) != width for one in head):
                return False
        elif not all(map(is_scalar, head)):
            return False
        thing, depth = first, depth + 1
    return depth > 0 and is_scalar(thing)


def is_numeric(thing: Any) -> bool:
    """Return whether something is recorded."""
    return is_scalar(thing) or is_array(thing) or is_list(thing) or is_tensor(thing)


def as_array(thing: Any) -> Any:
    """Return a tensor as an array that shares its numbers; anything else as it is."""
    if not is_tensor(thing):
        return thing
    try:
        return thing.detach().cpu().numpy()
    except Exception:  # noqa: BLE001 - types that numpy does not know, tensors without numbers
        return None


def root(thing: Any) -> Any:
    """Return the array that owns the numbers of a view."""
    numpy = sys.modules.get("numpy")
    if numpy is None:
        return thing
    while isinstance(thing, numpy.ndarray) and isinstance(thing.base, numpy.ndarray):
        thing = thing.base
    return thing


def key_of(thing: Any) -> int:
    """Return what two views of the same numbers have in common."""
    if is_tensor(thing):
        try:
            return -int(thing.untyped_storage().data_ptr())
        except Exception:  # noqa: BLE001 - tensors without a storage
            return id(thing)
    return id(root(thing))


def read(thing: Any) -> Numbers | None:
    """Return the numbers of something; None if it has none, or has other things among them."""
    kind = type(thing)
    if kind is float:
        return Numbers("<f8", (), struct.pack("<d", thing))
    if kind is int:
        return Numbers("<i8", (), struct.pack("<q", thing)) if -(2**63) <= thing < 2**63 else None
    if kind is complex:
        return Numbers("<c16", (), struct.pack("<dd", thing.real, thing.imag))
    if kind in (list, tuple):
        return _read_list(thing)
    thing = as_array(thing)
    numpy = sys.modules.get("numpy")
    if numpy is None or not isinstance(thing, numpy.ndarray | numpy.number):
        return None
    if thing.dtype.kind not in "biufc":
        return None
    plain = numpy.ndarray.tobytes(thing) if isinstance(thing, numpy.ndarray) else thing.tobytes()
    return Numbers(thing.dtype.str, tuple(thing.shape), plain)


def _read_list(thing: Any) -> Numbers | None:
    shape: list[int] = []
    rows = [thing]
    while rows and type(rows[0]) in (list, tuple):
        width = len(rows[0])
        if any(type(row) not in (list, tuple) or len(row) != width for row in rows):
            return None
        shape.append(width)
        if len(rows) * width > _LONGEST:
            return None
        rows = [item for row in rows for item in row]
    if not rows or not all(map(is_scalar, rows)):
        return None
    kinds = {type(item) for item in rows}
    try:
        whole = kinds == {int}
        return Numbers("<i8" if whole else "<f8", tuple(shape), array("q" if whole else "d", rows).tobytes())
    except (TypeError, OverflowError, ValueError):
        return None


def size_of(thing: Any) -> int:
    """Return about how many bytes an array holds; 0 for what is none."""
    return int(thing.nbytes) if is_array(thing) else 0
