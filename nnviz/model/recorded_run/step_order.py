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

    The first time through a loop over cells is stepped through; all others are one step, until the loop is opened.

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
        self._parents = {number: step.parent for number, step in enumerate(steps) if step.parent is not None}
        depths = [step.depth for step in steps]
        self.ended: NDArray[np.int64] = np.array(_by_end(depths), dtype=np.int64)
        self.rank: NDArray[np.int64] = np.empty(len(depths), dtype=np.int64)
        self.rank[self.ended] = np.arange(len(depths))
        self._opened: frozenset[int] = frozenset()
        self._closed: dict[int, tuple[int, int]] = {}
        self._find_shown()

    def __len__(self) -> int:
        return len(self.ended)

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

    def inside(self, cursor: int) -> tuple[int, int] | None:
        """Return the loop over cells that has just begun or ended, and the cursor after the next statement inside it.

        None where none has, or it is open.
        """
        return self._closed.get(cursor)

    def _find_shown(self) -> None:
        """Hide what is inside loops that have not been opened, but for each one's last statement."""
        inside: dict[int, list[int]] = {}
        for step in self._parents:
            loop = self._closed_around(step)
            if loop is not None:
                inside.setdefault(loop, []).append(int(self.rank[step]))
        shown = np.ones(len(self.ended), dtype=bool)
        self._closed = {}
        for loop, ranks in inside.items():
            last = max(ranks)
            shown[ranks] = False
            shown[last] = True
            self._closed[last + 1] = (loop, min(ranks) + 1)
            begun = int(self.rank[loop]) + 1
            self._closed[begun] = (loop, begun + 1)
        self._shown = np.flatnonzero(shown)

    def _closed_around(self, step: int) -> int | None:
        """Return the outermost loop around a step that has not been opened."""
        closed = None
        loop = self._parents.get(step)
        while loop is not None:
            closed = closed if loop in self._opened else loop
            loop = self._parents.get(loop)
        return closed


def _by_end(depths: Sequence[int]) -> list[int]:
    """Return the steps by when they end: each after all deeper ones that begin directly after it."""
    ended: list[int] = []
    open_steps: list[int] = []
    for step, depth in enumerate(depths):
        while open_steps and depths[open_steps[-1]] >= depth:
            ended.append(open_steps.pop())
        open_steps.append(step)
    return [*ended, *reversed(open_steps)]
