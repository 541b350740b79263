"""Where the cursor is: `Position` as it is shown, `Place` as moments of a run compare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True)
class Position:
    """The cursor as it is shown: which update is on the screen, and how many of its lines have run.

    Updates are counted from 1. ``Position(update=K, line=n, lines=n, …)`` is after K whole updates, with all that the
    K-th computed; ``Position(update=K, line=k, …)`` is inside the K-th. ``line == 0`` means that nothing of an update
    has been computed yet: at the start (``update == 0``), and after a change of settings.

    Attributes
    ----------
    update
        The update whose values are on the screen; 0 at the start.
    line
        How many of its lines have run; the lit line is this one.
    lines
        Number of lines of the program.
    epoch
        The pass over the training data to which the update belongs, counted from 1; 0 at the start.
    """

    update: int
    line: int
    lines: int
    epoch: int

    @property
    def completed(self) -> int:
        """How many whole updates have run."""
        return self.update if self.line in (0, self.lines) else self.update - 1

    @property
    def is_inside(self) -> bool:
        """Whether some lines of an update have run and others not."""
        return 0 < self.line < self.lines

    @property
    def place(self) -> Place:
        """The position without what is shown there: between two updates it is one place, however it was reached."""
        return Place(self.completed, self.line if self.is_inside else 0)


class Place(NamedTuple):
    """A moment of a run, for seeking and comparing: places are in the order in which the run reaches them.

    Attributes
    ----------
    completed
        How many whole updates have run.
    line
        How many lines of the next one have run; 0 between updates.
    """

    completed: int
    line: int = 0


START = Place(0)
