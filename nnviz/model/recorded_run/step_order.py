"""The order in which the statements of a recording have run to their end, and which of them are stepped through."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from nnviz.model.recording.recording import Step


class StepOrder:
    """Numbers statements by when they have run.

    A recording has them in the order in which they begin. The one that has just run, whose values there are, is another
    where a statement calls a function of the person's: the function's own lines end before it. A cursor counts ended
    statements.

    Parameters
    ----------
    steps
        Those of a recording.

    Attributes
    ----------
    ended
        Place in this order → step.
    rank
        Step → its place in this order.
    """

    def __init__(self, steps: Sequence[Step]) -> None:
        depths = []
        self._parents: dict[int, int] = {}
        for number, step in enumerate(steps):
            if step.parent is not None:
                self._parents[number] = step.parent
            depths.append((step.depth, self._loops_around(number)))
        self.ended: NDArray[np.int64] = np.array(_by_end(depths), dtype=np.int64)
        self.rank: NDArray[np.int64] = np.empty(len(depths), dtype=np.int64)
        self.rank[self.ended] = np.arange(len(depths))
        self._loops = frozenset(self._parents.values())
        self._opened: frozenset[int] = frozenset()
        self._find_shown()

    def __len__(self) -> int:
        return len(self.ended)

    @property
    def loops(self) -> frozenset[int]:
        """The loops over cells, which count as one statement until they are opened."""
        return self._loops

    def open(self, loop: int) -> None:
        """Step through the statements of a loop over cells from now on."""
        self._opened |= {loop}
        self._find_shown()

    def after(self, cursor: int) -> int:
        """Return the cursor one shown statement later; the same at the end."""
        at = int(np.searchsorted(self._shown, cursor))
        return int(self._shown[at]) + 1 if at < len(self._shown) else cursor

    def before(self, cursor: int) -> int:
        """Return the cursor one shown statement earlier; 0 at the start."""
        at = int(np.searchsorted(self._shown, cursor - 1))
        return int(self._shown[at - 1]) + 1 if at > 0 else 0

    def inside(self, cursor: int) -> int | None:
        """Return the cursor after the first statement of the loop over cells that has just run; None of any other."""
        if not cursor or (loop := int(self.ended[cursor - 1])) not in self.loops:
            return None
        return int(min(self.rank[step] for step, parent in self._parents.items() if parent == loop)) + 1

    def _loops_around(self, step: int) -> int:
        """Return how many loops over cells a step is inside."""
        count = 0
        while step in self._parents:
            step, count = self._parents[step], count + 1
        return count

    def _find_shown(self) -> None:
        hidden = [step for step in self._parents if not self._is_open(step)]
        shown = np.ones(len(self.ended), dtype=bool)
        shown[self.rank[hidden]] = False
        self._shown = np.flatnonzero(shown)

    def _is_open(self, step: int) -> bool:
        loop = self._parents.get(step)
        return loop is None or (loop in self._opened and self._is_open(loop))


def _by_end(depths: Sequence[tuple[int, int]]) -> list[int]:
    """Return the steps by when they end: each after all deeper ones that begin directly after it."""
    ended: list[int] = []
    open_steps: list[int] = []
    for step, depth in enumerate(depths):
        while open_steps and depths[open_steps[-1]] >= depth:
            ended.append(open_steps.pop())
        open_steps.append(step)
    return [*ended, *reversed(open_steps)]
