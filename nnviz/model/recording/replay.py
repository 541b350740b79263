"""Runs a recorded file again in the same way, with numbers moved, and reads what comes of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.background.scratch import ScratchFolder
from nnviz.model.recording.process import opened
from nnviz.model.recording.record import MEMORY, SECONDS, started
from nnviz.model.recording.recording import Recording

_PART_MOST: Final = 2**31


@dataclass(frozen=True, eq=False)
class Move:
    """A value that is changed when it is computed or bound: ``value + amount · direction``.

    Attributes
    ----------
    event
        The event whose value it is; its array is changed in place, so that all names for it see it.
    amount
        How far.
    cell
        Flat index of the only cell that is moved; None for all.
    direction
        Array of the value's shape; None for ones. Not together with `cell`.
    replaces
        Whether the value becomes `direction`, whatever it was before.
    """

    event: int
    amount: float
    cell: int | None = None
    direction: Array | None = None
    replaces: bool = False


@dataclass(frozen=True)
class Replay:
    """One run: what is moved, and which events' values are read; it ends with the last of these."""

    moves: tuple[Move, ...]
    reads: tuple[int, ...]


def replay(
    recording: Recording,
    replays: Sequence[Replay],
    *,
    seconds: float = SECONDS,
    memory: int = MEMORY,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[tuple[Array | None, ...]]:
    """Run a recorded file again, once for each replay, with the same random numbers.

    The runs share what comes before their first move: the process is forked there. So it takes little more time than
    the parts after it.

    Parameters
    ----------
    recording
        The recording of the file.
    replays
        What is moved and read; a move of whole numbers, and of a value that is not numeric, makes no run.
    seconds
        How long all of them may take together.
    memory
        Bytes that each process may have in memory.
    cancelled
        Asked often, in this thread.

    Returns
    -------
    list
        For each replay the values read; None for an event that was not reached, or not in time, and for all of a
        recording that was made in this process.

    Raises
    ------
    ModelError
        If the interpreter cannot be started.
    """
    found: list[tuple[Array | None, ...]] = [(None,) * len(one.reads) for one in replays]
    if recording.request.get("in_process") or not replays:
        return found
    occurrences = _Occurrences(recording)
    asked = [
        {
            "moves": [
                [*occurrences.of(m.event), _written(m.direction), m.cell, float(m.amount), m.replaces]
                for m in one.moves
            ],
            "reads": [occurrences.of(event) for event in one.reads],
        }
        for one in replays
    ]
    request: dict[str, Any] = {**recording.request, "seconds": seconds, "replays": asked}
    request.pop("crashed", None)
    with ScratchFolder("recording") as folder:
        request["result"] = str(folder / "result")
        (folder / "request.json").write_text(json.dumps(request), encoding="utf-8")
        with opened(folder / "result") as result:
            python = Path(request["python"])
            started(python, Path(recording.path).parent, folder / "request.json", seconds, memory, cancelled)
            result.seek(0)
            for number, values in _answers(result):
                if 0 <= number < len(found) and len(values) == len(found[number]):
                    found[number] = values
    return found


class _Occurrences:
    """Which time a place was reached at an event: that holds where the numbers of events shift."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._counted = 0
        self._counts: dict[int, int] = {}
        self._of: list[tuple[int, int]] = []

    def of(self, event: int) -> tuple[int, int]:
        for number in range(self._counted, event + 1):
            place = self._recording.events[number].place
            occurrence = self._counts.get(place, 0)
            self._counts[place] = occurrence + 1
            self._of.append((place, occurrence))
        self._counted = max(self._counted, event + 1)
        return self._of[event]


def _written(direction: Array | None) -> list[Any] | None:
    if direction is None:
        return None
    plain = np.ascontiguousarray(direction, dtype=np.float64)
    return [list(plain.shape), plain.tobytes().hex()]


def _answers(result: IO[bytes]) -> Iterable[tuple[int, tuple[Array | None, ...]]]:
    """Yield what each replay has written: its number, and its values."""
    while head := result.read(8):
        length = int.from_bytes(head, "little")
        if length > _PART_MOST:
            return
        number, rows, size = json.loads(result.read(length))
        data = result.read(size)
        yield number, tuple(None if row is None else _value(row, data) for row in rows)


def _value(row: Sequence[Any], data: bytes) -> Array:
    dtype, shape, offset, length = row
    value = np.frombuffer(data[offset : offset + length], np.dtype(dtype)).reshape(shape)
    value.flags.writeable = False
    return value
