"""Where on a branch something happens."""

from __future__ import annotations

from typing import NamedTuple

from nnviz.model.history.position import Position


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


def place_of(position: Position) -> Place:
    """Return a position as places compare: between two updates it is one place, however one came there."""
    return Place(position.completed, position.line if position.is_inside else 0)
