"""Events, steps and values of a recording, kept as columns of numbers and made into objects when they are asked for."""

from __future__ import annotations

import mmap
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar, overload

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.recording.recording import Event, Step

_Item = TypeVar("_Item")


class _Column(Sequence[_Item]):
    """A sequence whose items are made when they are asked for."""

    def _item(self, number: int) -> _Item:
        raise NotImplementedError

    @overload
    def __getitem__(self, number: int) -> _Item: ...
    @overload
    def __getitem__(self, number: slice) -> list[_Item]: ...
    def __getitem__(self, number: int | slice) -> _Item | list[_Item]:
        if isinstance(number, slice):
            return [self._item(one) for one in range(*number.indices(len(self)))]
        position = number + len(self) if number < 0 else number
        if not 0 <= position < len(self):
            raise IndexError(number)
        return self._item(position)


class Events(_Column[Event]):
    """The events of a recording.

    Parameters
    ----------
    columns
        ``place``, ``value``, ``frame``, ``step``, ``slot``, ``path``, ``object`` and ``start`` (where operands begin).
    operands
        The operands of all events.
    paths
        The texts of paths.
    keywords
        Event → keywords.
    """

    def __init__(
        self,
        columns: Mapping[str, Sequence[int]],
        operands: Sequence[int],
        paths: Sequence[str],
        keywords: Mapping[int, tuple[tuple[str, Any], ...]],
    ) -> None:
        self._columns, self._operands, self._paths, self._keywords = columns, operands, paths, keywords
        self._made: dict[int, Event] = {}

    def __len__(self) -> int:
        return len(self._columns["place"])

    def _item(self, number: int) -> Event:
        made = self._made.get(number)
        if made is None:
            made = self._made[number] = self._make(number)
        return made

    def _make(self, number: int) -> Event:
        columns = self._columns
        start = columns["start"]
        end = start[number + 1] if number + 1 < len(start) else len(self._operands)
        value = columns["value"][number]
        return Event(
            columns["place"][number],
            value if value >= 0 else None,
            tuple(self._operands[start[number] : end]),
            self._keywords.get(number, ()),
            self._paths[columns["path"][number]],
            columns["slot"][number],
            columns["frame"][number],
            columns["step"][number],
            columns["object"][number],
        )


class Steps(_Column[Step]):
    """The steps of a recording; `columns` are named as its fields."""

    def __init__(self, columns: Mapping[str, Sequence[int]], events: int) -> None:
        self._columns, self._events = columns, events

    def __len__(self) -> int:
        return len(self._columns["place"])

    def _item(self, number: int) -> Step:
        place, frame, depth, first, last, parent = (
            self._columns[name][number] for name in ("place", "frame", "depth", "first", "last", "parent")
        )
        return Step(place, frame, depth, first, last if last >= 0 else self._events, parent if parent >= 0 else None)


class ValueColumn(_Column[Array]):
    """The values of a recording, read from its file; the file is gone with them.

    Parameters
    ----------
    rows
        Of each value: type, shape, offset in the file, strides (None in C order).
    data
        The file.
    """

    def __init__(self, rows: Sequence[Sequence[Any]], data: mmap.mmap | bytes) -> None:
        self._rows, self._data = rows, data
        self._made: dict[int, Array] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def _item(self, number: int) -> Array:
        made = self._made.get(number)
        if made is None:
            dtype, shape, offset, strides = self._rows[number]
            made = np.ndarray(
                tuple(shape), np.dtype(dtype), self._data, offset, None if strides is None else tuple(strides)
            )
            made.flags.writeable = False
            self._made[number] = made
        return made
