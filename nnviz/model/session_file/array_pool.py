"""Many arrays in one: each is identified by the number of the element at which it begins."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from io import BytesIO

import numpy as np

from nnviz.model.arrays.array import Array, read_only
from nnviz.model.session_file.errors import check, refused

_HEADER = re.compile(
    rb"\x93NUMPY\x01\x00(..)(\{'descr': '<f8', 'fortran_order': False, 'shape': \((\d{1,18}),\), \} *\n)", re.S
)
"""A .npy file's header for one float64 axis. It is matched, not evaluated: nothing else is ever written."""


class Pool:
    """Arrays to be written; the same one is stored once."""

    def __init__(self) -> None:
        self._at: dict[int, int] = {}
        self._owners: list[object] = []  # referred to, so that no other object gets the identity of one that is gone
        self._arrays: list[Array] = [np.empty(0)]
        self._size = 0

    def add(self, owner: object, arrays: Iterable[Array]) -> int:
        """Add the arrays of `owner`, and return where they begin."""
        begin = self._at.get(id(owner))
        if begin is None:
            begin = self._at[id(owner)] = self._size
            self._owners.append(owner)
            flat = [array.ravel() for array in arrays]
            self._arrays += flat
            self._size += sum(map(len, flat))
        return begin

    def npy(self) -> bytes:
        """Return everything as a .npy file."""
        buffer = BytesIO()
        whole = np.concatenate(self._arrays).astype("<f8", copy=False)
        np.lib.format.write_array(buffer, whole, version=(1, 0), allow_pickle=False)
        return buffer.getvalue()


class Pooled:
    """Arrays that were read.

    Parameters
    ----------
    member
        Name of the file, for errors.
    data
        The .npy file.

    Raises
    ------
    SessionFileError
        If it is not one float64 axis.
    """

    def __init__(self, member: str, data: bytes) -> None:
        header = _HEADER.match(data)
        if header is None or int.from_bytes(header[1], "little") != len(header[2]):
            raise refused(member, "another header", "a .npy file with one axis of float64")
        size, count = len(data) - header.end(), int(header[3])
        check(size == 8 * count, member, f"{size} bytes", f"8 for each of {count} numbers")
        self._member = member
        self._whole = np.frombuffer(data, "<f8", offset=header.end()).astype(np.float64, copy=False)
        self._taken: dict[tuple[int, tuple[int, ...]], Array] = {}

    def take(self, begin: int, shape: tuple[int, ...], where: str) -> Array:
        """Return a read-only array; the same one each time, so that what was shared when it was saved is shared again.

        Raises
        ------
        SessionFileError
            If it is not there; `where` names what refers to it.
        """
        key = begin, shape
        if key not in self._taken:
            end, size = begin + math.prod(shape), len(self._whole)
            check(end <= size, where, f"numbers {begin} to {end} of {self._member}", f"0 to {size}")
            # A copy: a part of a file must not keep all of it in memory.
            self._taken[key] = read_only(self._whole[begin:end].reshape(shape).copy())
        return self._taken[key]
