"""Storing what Qt calls a state: places and sizes, as bytes that only Qt can read.

Qt trusts them, so that damaged ones may crash it. A checksum beside them shows whether they are as they were stored;
what an older nnviz stored without one is looked through (see `dock_state`).
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import NamedTuple

from PyQt6.QtCore import QByteArray, QSettings

_SUM = "-sum"


class StoredState(NamedTuple):
    """A state as it was stored.

    Attributes
    ----------
    state
        The bytes; None where none are stored, or they are damaged.
    is_damaged
        Whether they are.
    """

    state: QByteArray | None
    is_damaged: bool


def store_state(settings: QSettings, name: str, state: QByteArray) -> None:
    """Store a state under a name."""
    settings.setValue(name, state)
    settings.setValue(name + _SUM, _sum(state))


def stored_state(settings: QSettings, name: str, is_sound: Callable[[bytes], bool] = bool) -> StoredState:
    """Return the state of a name; `is_sound` checks one that was stored without a checksum, by an older nnviz."""
    if not settings.contains(name):
        return StoredState(None, is_damaged=False)
    state, stored_sum = settings.value(name), settings.value(name + _SUM)
    if not isinstance(state, QByteArray) or stored_sum not in (None, _sum(state)):
        return StoredState(None, is_damaged=True)
    if stored_sum is None and not is_sound(state.data()):
        return StoredState(None, is_damaged=True)
    return StoredState(state, is_damaged=False)


def _sum(state: QByteArray) -> str:
    return f"{zlib.crc32(state.data()):08x}"
