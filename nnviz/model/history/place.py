"""Where on a branch something happens."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """A moment of a run; places compare as they follow each other.

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
