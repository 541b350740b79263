"""Where the rows, or the columns, of a matrix are drawn."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class AxisSegment(NamedTuple):
    """Some cells that are drawn as one: from the first to before the last, at so many pixels, so many wide."""

    first: int
    stop: int
    at: int
    length: int


@dataclass(frozen=True)
class Axis:
    """The rows, or the columns, of a matrix.

    Attributes
    ----------
    count
        How many there are.
    step, size
        How many are drawn as one block, and its pixels.
    large
        Pixels of the one that is enlarged; 0 where each has its number anyway.
    enlarged
        Which that is; None where there is none in question, and its room is left empty.
    """

    count: int
    step: int
    size: int
    large: int = 0
    enlarged: int | None = None

    @property
    def length(self) -> int:
        """Pixels of all of it, whichever is enlarged."""
        blocks = -(-self.count // self.step)
        if not self.large:
            return blocks * self.size
        return (blocks - (self.step == 1)) * self.size + self.large

    @cached_property
    def segments(self) -> tuple[AxisSegment, ...]:
        """What is drawn, in order."""
        found: list[AxisSegment] = []
        at = 0
        for first in range(0, self.count, self.step):
            stop = min(first + self.step, self.count)
            holds = self.large and self.enlarged is not None and first <= self.enlarged < stop
            if not (holds and self.step == 1):
                found.append(AxisSegment(first, stop, at, self.size))
                at += self.size
            if holds and self.enlarged is not None:
                # Of a block of several, beside them.
                found.append(AxisSegment(self.enlarged, self.enlarged + 1, at, self.large))
                at += self.large
        return tuple(found)

    def span(self, cell: int) -> tuple[int, int]:
        """Return the first pixel of a cell, and how many it has."""
        segment = self.segments[self.place(cell)]
        return segment.at, segment.length

    def place(self, cell: int) -> int:
        """Return the number of the segment that shows a cell: the enlarged one rather than its block."""
        if self.enlarged is None or not self.large:
            return cell // self.step
        block, enlarged = cell // self.step, self.enlarged // self.step
        if self.step == 1 or block < enlarged:
            return block
        return block + 1 if block > enlarged or cell == self.enlarged else block

    def segment_at(self, pixel: int) -> AxisSegment:
        """Return what is drawn at a pixel within it."""
        return self.segments[max(0, bisect_right(self._starts, pixel) - 1)]

    @cached_property
    def _starts(self) -> list[int]:
        return [segment.at for segment in self.segments]


def numbered_axis(count: int, size: int) -> Axis:
    """Return an axis whose every cell has room for its number."""
    return Axis(count, 1, size)


def reduced_axis(count: int, size: int, large: int, most: int) -> Axis:
    """Return an axis of at most so many pixels, with blocks of `size` pixels and one cell enlarged."""
    blocks = max(1, (most - large) // size)
    return Axis(count, max(1, -(-count // blocks)), size, large)
