"""The values of a recording: each is written once, at once, and a large one is found again by what it is."""

from __future__ import annotations

import os
from hashlib import blake2b
from typing import Any

from . import numbers

_LARGE = 8 * 2**20
"""Bytes from which an array is not read to find out whether it is known."""
_LARGE_ALTOGETHER = 512 * 2**20
_SMALL = 4096
"""Bytes of what is kept when the budget is used up."""
_BUFFERED = 2**20
_write = os.write
"""Kept from a person's code that replaces it."""


class Store:
    """Writes values to a file.

    Parameters
    ----------
    descriptor
        The file, open for writing; -1 where nothing is to be kept.
    budget
        Bytes of values that are kept, without the large ones.
    """

    def __init__(self, descriptor: int, budget: int) -> None:
        self._descriptor, self._budget = descriptor, budget
        self._known: dict[Any, int] = {}
        self._large: dict[int, int] = {}
        self._buffer: list[bytes] = []
        self._buffered = self._offset = self._small = self._large_bytes = 0
        self.rows: list[list[Any]] = []
        """Of each value: type, shape, offset, strides (None in C order)."""

    def index(self, thing: Any) -> int:
        """Return the number of a value, which is written if it is new; -1 if it has no numbers or is too large."""
        if self._descriptor < 0:
            return -1
        if numbers.size_of(thing) >= _LARGE:
            return self._large_index(thing)
        found = numbers.read(thing)
        if found is None:
            return -1
        data = found.data
        key = (found.dtype, found.shape, data if len(data) <= 64 else blake2b(data, digest_size=16).digest())
        number = self._known.get(key)
        if number is None:
            if self._small > self._budget and (len(data) > _SMALL or self._small > 2 * self._budget):
                return -1
            self._small += len(data)
            number = self._known[key] = self._add(found.dtype, found.shape, self._write(data), None)
        return number

    def forget(self, key: int) -> None:
        """Forget the stored value of a large array that was changed, or is gone."""
        self._large.pop(key, None)

    def flush(self) -> None:
        """Write what is still in memory."""
        if self._buffer:
            _write_all(self._descriptor, b"".join(self._buffer))
            self._buffer, self._buffered = [], 0

    def _add(self, dtype: str, shape: tuple[int, ...], offset: int, strides: tuple[int, ...] | None) -> int:
        self.rows.append([dtype, shape, offset, strides])
        return len(self.rows) - 1

    def _write(self, data: bytes) -> int:
        offset = self._offset
        padded = data + bytes(-len(data) % 16)
        self._buffer.append(padded)
        self._offset += len(padded)
        self._buffered += len(padded)
        if self._buffered > _BUFFERED:
            self.flush()
        return offset

    def _large_index(self, thing: Any) -> int:
        number = self._large.get(id(thing))
        if number is not None:
            return number
        owner = numbers.root(thing)
        if owner is thing or not (owner.flags.c_contiguous or owner.flags.f_contiguous):
            number = self._write_large(thing)
        else:
            whole = self._large.get(id(owner))
            if whole is None:
                whole = self._large[id(owner)] = self._write_large(owner)
            if whole < 0:
                return -1
            delta = thing.__array_interface__["data"][0] - owner.__array_interface__["data"][0]
            number = self._add(thing.dtype.str, thing.shape, self.rows[whole][2] + delta, thing.strides)
        self._large[id(thing)] = number
        return number

    def _write_large(self, thing: Any) -> int:
        if self._large_bytes + thing.nbytes > _LARGE_ALTOGETHER:
            return -1
        self._large_bytes += thing.nbytes
        self.flush()
        fortran = thing.flags.f_contiguous and not thing.flags.c_contiguous
        offset = self._offset
        whole = thing.T if fortran else thing
        # Arrays that lie in memory as they are written need no copy.
        if whole.flags.c_contiguous:
            _write_all(self._descriptor, whole.reshape(-1).view("u1"))
        else:
            for part in whole:
                _write_all(self._descriptor, part.tobytes())
        pad = -thing.nbytes % 16
        _write_all(self._descriptor, bytes(pad))
        self._offset += thing.nbytes + pad
        return self._add(thing.dtype.str, thing.shape, offset, thing.strides if fortran else None)


def _write_all(descriptor: int, data: Any) -> None:
    view = memoryview(data)
    while view:
        view = view[_write(descriptor, view) :]
