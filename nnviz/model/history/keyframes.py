"""A branch's keyframes: as close as a seek needs them, thinned by doubling where memory is short.

Those at multiples of their `Keyframe.spacing`, of twice of it, of four times …, are the *grid*: which of these is the
`level` of thinning. Besides them there are *pins*, at the start and where edits were made, and the *tip*, from which
the newest state is one update away. Where a network is so large that the grid has become coarse, there are *recent*
ones too, shortly before where the cursor was last: that is where going back step by step leads. Where they all lie
changes nothing but how long a seek takes: replay yields the same bits from any of them. Since spacing is a duration in
updates, every level makes all seeks twice as long, whichever engine or batch the parts of a run were made with.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from operator import attrgetter

from nnviz.model.history.keyframe import Keyframe

RECENT = 3
"""How many recent ones there are at most: of 64 MB a state of 784-512-512-10 takes 5, so most are left to the grid."""

_key = attrgetter("key")
_completed = attrgetter("completed")


class Keyframes:
    """Keyframes of one branch, in order.

    Parameters
    ----------
    start
        Where the run began; it is never dropped.

    Attributes
    ----------
    level
        How often the grid has been thinned.
    tip
        From which the newest state is at most one update away; None while the run has not been left.
    """

    def __init__(self, start: Keyframe) -> None:
        self.level = 0
        self.tip: Keyframe | None = None
        self._pins = [start]
        self._grid: list[Keyframe] = []
        self._recent: list[Keyframe] = []

    def __iter__(self) -> Iterator[Keyframe]:
        yield from self._pins
        yield from self._grid
        yield from self._recent
        if self.tip is not None:
            yield self.tip

    def __len__(self) -> int:
        return len(self._pins) + len(self._grid) + len(self._recent) + (self.tip is not None)

    @property
    def pins(self) -> tuple[Keyframe, ...]:
        """Those at the start and where edits were made."""
        return tuple(self._pins)

    @property
    def grid(self) -> tuple[Keyframe, ...]:
        """The others, except the tip and recent ones."""
        return tuple(self._grid)

    @property
    def recent(self) -> tuple[Keyframe, ...]:
        """Those shortly before where the cursor was last."""
        return tuple(self._recent)

    @property
    def stride(self) -> int:
        """A number of updates of which all places of the grid are multiples."""
        return min(keyframe.spacing for keyframe in (self._pins[0], *self._grid)) << self.level

    @stride.setter
    def stride(self, stride: int) -> None:
        self.level = max((stride // (self.stride >> self.level)).bit_length() - 1, 0)

    @property
    def has_grid(self) -> bool:
        """Whether there are any besides pins and tip."""
        return bool(self._grid or self._recent)

    def next_after(self, completed: int, spacing: int) -> int:
        """Return after which update the grid's next keyframe is due; `spacing` is that of the updates there."""
        stride = spacing << self.level
        return completed - completed % stride + stride

    def add(self, keyframe: Keyframe) -> None:
        """Add the grid's next keyframe."""
        self._grid.append(keyframe)

    def between(self, first: int, end: int) -> list[int]:
        """Return after how many updates there is a keyframe, in order: from `first` on, before `end`."""
        found = {pin.completed for pin in self._pins if first <= pin.completed < end}
        for part in (self._grid, self._recent):
            inside = (bisect_left(part, limit, key=_completed) for limit in (first, end))
            found.update(keyframe.completed for keyframe in part[slice(*inside)])
        if self.tip is not None and first <= self.tip.completed < end:
            found.add(self.tip.completed)
        return sorted(found)

    def pin(self, keyframe: Keyframe) -> None:
        """Add a keyframe where an edit was made; of several edits at one place the last one's is enough."""
        self._pins[1:] = [pin for pin in self._pins[1:] if pin.completed != keyframe.completed]
        insort(self._pins, keyframe, key=_key)

    def add_recent(self, keyframe: Keyframe) -> bool:
        """Store a recent one, instead of the farthest from it if there are too many; return whether it was new."""
        if self.nearest(*keyframe.key).key == keyframe.key:
            return False
        insort(self._recent, keyframe, key=_key)
        if len(self._recent) > RECENT:
            self._recent.remove(max(self._recent, key=lambda other: abs(other.completed - keyframe.completed)))
        return True

    def forget_recent(self) -> None:
        """Drop all recent ones."""
        self._recent.clear()

    def nearest(self, completed: int, applied: int) -> Keyframe:
        """Return the last one at or before so many updates and edits."""
        key = (completed, applied)
        tips = [self.tip] if self.tip is not None and self.tip.key <= key else []
        found = [
            part[i - 1] for part in (self._pins, self._grid, self._recent) if (i := bisect_right(part, key, key=_key))
        ]
        return max(found + tips, key=_key)

    def until(self, completed: int, applied: int) -> Keyframes:
        """Return those at or before so many updates and edits, for a branch that begins there."""
        part = Keyframes(self._pins[0])
        part.level = self.level
        part._pins = self._pins[: bisect_right(self._pins, (completed, applied), key=_key)]
        part._grid = self._grid[: bisect_right(self._grid, (completed, applied), key=_key)]
        part._recent = self._recent[: bisect_right(self._recent, (completed, applied), key=_key)]
        return part

    def thin(self) -> bool:
        """Drop a recent one, where there are more of them than of the grid, else about every second one of the grid.

        Where there is neither, every second one of the pins goes; then the tip.

        Returns
        -------
        bool
            Whether there was something to drop.
        """
        if len(self._recent) > len(self._grid):
            del self._recent[0]
            return True
        if self._grid:
            count = len(self._grid)
            while len(self._grid) == count:
                self.level += 1
                self._grid = [part for part in self._grid if part.completed % (part.spacing << self.level) == 0]
            return True
        if len(self._pins) > 1:
            self._pins = [self._pins[0], *self._pins[2::2]]
            return True
        dropped, self.tip = self.tip is not None, None
        return dropped
