"""Every update's batch loss, thinned by doubling: in blocks of (least, greatest), so that no extreme is ever lost."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from nnviz.model.arrays.array import Array

FEW = 64
"""How many there is room for at first: most branches of a session are short."""

BLOCKS = 2048
"""Most blocks and most evaluations that are stored: more than a plot has pixel columns."""


@dataclass
class Blocks:
    """Batch losses as the extremes of blocks of equally many updates.

    Attributes
    ----------
    stride
        Updates in a block.
    updates
        Updates recorded so far.
    fault
        How many updates came before the first whose loss is not finite; None as long as there is none.
    least, greatest
        ``(up to BLOCKS,)`` extremes of the finite losses of each block; NaN in one that has none.
    earlier
        The extremes before each thinning, at strides 1, 2, 4 …
    """

    stride: int = 1
    updates: int = 0
    fault: int | None = None
    least: Array = field(default_factory=lambda: np.empty(FEW))
    greatest: Array = field(default_factory=lambda: np.empty(FEW))
    earlier: tuple[tuple[Array, Array], ...] = ()

    @property
    def count(self) -> int:
        """Blocks in use; the last may be incomplete."""
        return -(-self.updates // self.stride)

    def extend(self, losses: Array) -> None:
        """Add the batch losses of the next updates, in order."""
        finite = np.isfinite(losses)
        if not finite.all():
            if self.fault is None:
                self.fault = self.updates + int(np.argmin(finite))
            losses = np.where(finite, losses, np.nan)
        while len(losses):
            room = BLOCKS * self.stride - self.updates
            if room == 0:
                self._halve()
                continue
            self._fill(losses[:room])
            losses = losses[room:]

    def copy(self) -> Blocks:
        """Return an independent copy, with no more room than it needs."""
        least, greatest = (part[: self.count].copy() for part in (self.least, self.greatest))
        return replace(self, least=least, greatest=greatest)

    def reserve(self, count: int) -> None:
        """Make room for so many blocks."""
        if count > len(self.least):
            room = min(max(2 * count, FEW), BLOCKS)
            self.least, self.greatest = (grown(part, room) for part in (self.least, self.greatest))

    def until(self, updates: int) -> Blocks:
        """Return the blocks as they were after so many updates, without the last if it was incomplete then."""
        fitting = (i for i in range(len(self.earlier)) if updates <= BLOCKS << i)
        version = next(fitting, len(self.earlier))
        stride = 1 << version
        part = Blocks(stride, updates - updates % stride, earlier=self.earlier[:version])
        least, greatest = (*self.earlier, (self.least, self.greatest))[version]
        part.reserve(part.count)
        there = min(part.count, len(least))
        part.least[:there], part.greatest[:there] = least[:there], greatest[:there]
        part.fault = self.fault if self.fault is not None and self.fault < part.updates else None
        return part

    def _fill(self, losses: Array) -> None:
        begun = self.updates % self.stride
        first = self.updates // self.stride
        # Starts of blocks; the first losses may belong to a block that has begun already.
        starts = np.arange(-begun, len(losses), self.stride)
        starts[0] = 0
        # fmin and fmax skip NaN.
        least, greatest = np.fmin.reduceat(losses, starts), np.fmax.reduceat(losses, starts)
        if begun:
            least[0] = np.fmin(least[0], self.least[first])
            greatest[0] = np.fmax(greatest[0], self.greatest[first])
        self.reserve(first + len(starts))
        self.least[first : first + len(starts)] = least
        self.greatest[first : first + len(starts)] = greatest
        self.updates += len(losses)

    def _halve(self) -> None:
        half = BLOCKS // 2
        self.earlier += ((self.least.copy(), self.greatest.copy()),)
        self.least[:half] = np.fmin(self.least[::2], self.least[1::2])
        self.greatest[:half] = np.fmax(self.greatest[::2], self.greatest[1::2])
        self.stride *= 2


def grown(rows: Array, room: int) -> Array:
    """Return a copy with more room along its last axis."""
    made = np.empty((*rows.shape[:-1], room))
    made[..., : rows.shape[-1]] = rows
    return made
