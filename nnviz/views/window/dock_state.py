"""Checking the state of a window's docks before Qt restores it: Qt trusts its lengths and numbers, and may crash.

The format is that of `QMainWindow.saveState`, as QDockAreaLayout and QDockAreaLayoutInfo of Qt 6 write it; integers are
big endian. It is checked only where no checksum stands beside a state (see `stored_state`).
"""

from __future__ import annotations

import struct
from typing import Final

_WINDOW: Final = 0xFF
_DOCKS, _SEQUENCE, _TABS, _WIDGET = 0xFD, 0xFC, 0xFA, 0xFB
_NO_TOOL_BARS: Final = b"\xfc\0\0\0\0"
_MOST_ITEMS, _DEEPEST, _LONGEST_NAME = 200, 20, 200
_FARTHEST: Final = 2**28
"""Pixels beyond which no place or size is; Qt has 2²⁴ − 1 for no limit, and adds such limits up."""


class _DamagedError(ValueError):
    """The bytes are no state of docks."""


def is_sound(state: bytes) -> bool:
    """Return whether bytes are a whole state of docks, with no number that a window cannot have."""
    try:
        _Reader(state).window()
    except (_DamagedError, struct.error, UnicodeDecodeError):
        return False
    return True


class _Reader:
    """Reads a state from its beginning."""

    def __init__(self, state: bytes) -> None:
        self._state, self._at = state, 0

    def window(self) -> None:
        """Read all of a state, the docks' part of it and the end, which is of tool bars."""
        _check(self._int() == _WINDOW)
        self._int()  # the version, which Qt compares
        _check(self._byte() == _DOCKS)
        areas = self._int()
        _check(0 <= areas <= 4)
        for _ in range(areas):
            _check(0 <= self._int() < 4)
            self._lengths(2)
            self._area(0)
        self._lengths(2)
        for _ in range(4):  # which area each corner belongs to
            _check(self._int() in (1, 2, 4, 8))
        _check(self._state[self._at :] == _NO_TOOL_BARS)

    def _area(self, depth: int) -> None:
        """Read docks beside each other or in tabs, and those inside."""
        marker = self._byte()
        _check(marker in (_SEQUENCE, _TABS) and depth <= _DEEPEST)
        if marker == _TABS:
            _check(-1 <= self._int() < _MOST_ITEMS)
        _check(self._byte() in (1, 2))  # horizontal, vertical
        items = self._int()
        _check(0 <= items <= _MOST_ITEMS)
        for _ in range(items):
            kind = self._byte()
            if kind == _WIDGET:
                length = self._int()
                _check(0 < length <= 2 * _LONGEST_NAME and length % 2 == 0)
                self._take(length).decode("utf-16-be")
                flags = self._byte()
                _check(flags < 4)
                self._lengths(4)
            else:
                _check(kind == _SEQUENCE)
                self._lengths(4)
                self._area(depth + 1)

    def _lengths(self, count: int) -> None:
        _check(all(-_FARTHEST <= self._int() <= _FARTHEST for _ in range(count)))

    def _int(self) -> int:
        number: int = struct.unpack(">i", self._take(4))[0]
        return number

    def _byte(self) -> int:
        return self._take(1)[0]

    def _take(self, count: int) -> bytes:
        taken = self._state[self._at : self._at + count]
        _check(len(taken) == count)
        self._at += count
        return taken


def _check(holds: bool) -> None:
    if not holds:
        raise _DamagedError
