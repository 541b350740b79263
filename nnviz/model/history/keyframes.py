"""A branch's keyframes: close together at first, thinned by doubling as the run grows.

Those at multiples of `stride` updates are the *grid*. Besides them there are *pins*, at the start and where edits were
made, and the *tip*, from which the newest state is one update away. Where they lie changes nothing but how long a seek
takes: replay gives the same bits from any of them.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterator
from operator import attrgetter

from nnviz.model.history.keyframe import Keyframe

CLOSEST = 64
"""Updates between keyframes at first. An update of xor takes 20 µs, storing its state 4 µs: 0.3 % of the run."""

FARTHEST = 1024
"""Most updates between keyframes inside the budget: 20 ms of replay for xor."""

PLENTY = 1024
"""Keyframes above which those nearer than `FARTHEST` are thinned."""

_key = attrgetter("key")


class Keyframes:
    """Keyframes of one branch, in order.

    Parameters
    ----------
    start
        Where the run began; it is never dropped.

    Attributes
    ----------
    stride
        Updates from one keyframe of the grid to the next.
    tip
        From which the newest state is at most one update away; None while the run has not been left.
    """

    def __init__(self, start: Keyframe) -> None:
        self.stride = CLOSEST
        self.tip: Keyframe | None = None
        self._pins = [start]
        self._grid: list[Keyframe] = []

    def __iter__(self) -> Iterator[Keyframe]:
        yield from self._pins
        yield from self._grid
        if self.tip is not None:
            yield self.tip

    @property
    def pins(self) -> tuple[Keyframe, ...]:
        """Those at the start and where edits were made."""
        return tuple(self._pins)

    @property
    def grid(self) -> tuple[Keyframe, ...]:
        """Those at multiples of `stride` updates."""
        return tuple(self._grid)

    @property
    def has_grid(self) -> bool:
        """Whether there are others than pins and tip."""
        return bool(self._grid)

    def next_after(self, completed: int) -> int:
        """Give after which update the grid's next keyframe is due."""
        return completed - completed % self.stride + self.stride

    def add(self, keyframe: Keyframe) -> None:
        """Add the grid's next keyframe."""
        self._grid.append(keyframe)
        if len(self._grid) > PLENTY and self.stride < FARTHEST:
            self.thin()

    def pin(self, keyframe: Keyframe) -> None:
        """Add a keyframe where an edit was made; of several edits at one place the last one's is enough."""
        self._pins[1:] = [pin for pin in self._pins[1:] if pin.completed != keyframe.completed]
        insort(self._pins, keyframe, key=_key)

    def nearest(self, completed: int, applied: int) -> Keyframe:
        """Give the last one at or before so many updates and edits."""
        key = (completed, applied)
        tips = [self.tip] if self.tip is not None and self.tip.key <= key else []
        found = [part[i - 1] for part in (self._pins, self._grid) if (i := bisect_right(part, key, key=_key))]
        return max(found + tips, key=_key)

    def until(self, completed: int, applied: int) -> Keyframes:
        """Give those at or before so many updates and edits, for a branch that begins there."""
        part = Keyframes(self._pins[0])
        part.stride = self.stride
        part._pins = self._pins[: bisect_right(self._pins, (completed, applied), key=_key)]
        part._grid = self._grid[: bisect_right(self._grid, (completed, applied), key=_key)]
        return part

    def thin(self) -> bool:
        """Drop about every second one of the grid; where there is none, of the pins; then the tip.

        Returns
        -------
        bool
            Whether there was something to drop.
        """
        if self._grid:
            count = len(self._grid)
            while len(self._grid) == count:
                self.stride *= 2
                self._grid = [keyframe for keyframe in self._grid if keyframe.completed % self.stride == 0]
            return True
        if len(self._pins) > 1:
            self._pins = [self._pins[0], *self._pins[2::2]]
            return True
        dropped, self.tip = self.tip is not None, None
        return dropped
