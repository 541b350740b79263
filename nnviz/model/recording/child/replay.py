"""The same run with a number moved: at which event, in which direction, how far, and what is read then."""

from __future__ import annotations

import os
import random
from typing import Any

from . import numbers

_end_process, _fork = os._exit, getattr(os, "fork", None)
"""Kept from a person's code that replaces them, and from what replaces them for it."""


class AppliedMove:
    """A number or array that is moved when an event is reached."""

    def __init__(self, direction: Any, cell: int | None, amount: float, replaces: bool = False) -> None:
        self.direction, self.cell, self.amount, self.replaces = direction, cell, amount, replaces

    def applied(self, thing: Any) -> Any:
        """Return the moved object: the same one, where it can be changed in place.

        Raises
        ------
        TypeError
            If it holds no numbers that can be moved.
        """
        if type(thing) in (int, float, complex):
            return self._along() if self.replaces else thing + self.amount * self._along()
        if type(thing) is list:
            self._move_list(thing, 0)
            return thing
        if numbers.is_tensor(thing):
            view = thing.detach().numpy()
        elif numbers.is_array(thing):
            view = thing
        elif numbers.is_scalar(thing):
            return type(thing)(self._along() if self.replaces else thing + self.amount * self._along())
        else:
            raise TypeError(type(thing).__name__)
        if view.dtype.kind not in "fc":
            raise TypeError(str(view.dtype))
        if self.replaces:
            view[...] = self.direction.reshape(view.shape)
        elif self.cell is not None:
            view.flat[self.cell] += self.amount
        else:
            view += self.amount * (1.0 if self.direction is None else self.direction.reshape(view.shape))
        return thing

    def _along(self) -> float:
        return 1.0 if self.direction is None else float(self.direction.reshape(-1)[0])

    def _move_list(self, thing: Any, start: int) -> int:
        for position, item in enumerate(thing):
            if type(item) is list:
                start = self._move_list(item, start)
            else:
                along = 1.0 if self.direction is None else float(self.direction.reshape(-1)[start])
                if self.cell is None or self.cell == start:
                    thing[position] = along if self.replaces else item + self.amount * along
                start += 1
        return start


class Plan:
    """All replays of one run; the process is forked where the first move of each is due.

    Parameters
    ----------
    replays
        Of each: moves as ``(place, occurrence, AppliedMove)``, and places and occurrences that are read.
    answer
        Called with the number of a replay and what was read, in the process of that replay.
    """

    def __init__(
        self, replays: list[tuple[list[tuple[int, int, AppliedMove]], list[tuple[int, int]]]], answer: Any
    ) -> None:
        self._replays, self._answer = replays, answer
        self._current = -1
        self._moves: dict[tuple[int, int], list[AppliedMove]] = {}
        self._reads: dict[tuple[int, int], int] = {}
        self._read: list[Any] = []
        self._missing = 0
        self._starts: dict[tuple[int, int], list[int]] = {}
        for number, (moves, _) in enumerate(replays):
            for start in {(move[0], move[1]) for move in moves} or {(-1, 0)}:
                self._starts.setdefault(start, []).append(number)
        self._begun: set[int] = set()
        self.waiting = len(replays)
        self.process = os.getpid()
        """The process that runs the code, not one that the code has forked."""

    def begin_unmoved(self) -> None:
        """Start the replays that move nothing."""
        self._fork((-1, 0))

    def reached(self, place: int, occurrence: int, thing: Any) -> Any:
        """Return the object of an event, moved if that is due; the replay ends with the last one that it reads."""
        key = (place, occurrence)
        if self._current < 0 and (key not in self._starts or not self._fork(key)):
            return thing
        for move in self._moves.get(key, ()):
            thing = move.applied(thing)
        position = self._reads.get(key)
        if position is not None:
            self._read[position] = numbers.read(thing)
            self._missing -= 1
            if not self._missing:
                self.end()
        return thing

    def end(self) -> None:
        """End this replay, and its process; nothing in the process that all of them come from."""
        if self._current >= 0:
            self._answer(self._current, self._read)
            _end_process(0)

    def _fork(self, key: tuple[int, int]) -> bool:
        """Start the replays whose first move is due; return whether this is the process of one."""
        for number in self._starts.pop(key, ()):
            if number in self._begun:
                continue
            self._begun.add(number)
            self.waiting -= 1
            # Python seeds its random numbers anew in a process that was forked.
            drawn = random.getstate()
            child = _fork()  # type: ignore[misc]
            if child == 0:
                random.setstate(drawn)
                self._become(number)
                return True
            os.waitpid(child, 0)
        if not self.waiting:
            _end_process(0)
        return False

    def _become(self, number: int) -> None:
        self._current, self.process = number, os.getpid()
        moves, reads = self._replays[number]
        for place, occurrence, move in moves:
            self._moves.setdefault((place, occurrence), []).append(move)
        self._reads = {key: position for position, key in enumerate(reads)}
        self._read = [None] * len(reads)
        self._missing = len(self._reads)
