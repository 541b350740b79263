"""A stored state that replay starts from."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass

from nnviz.model.arrays.array import Array
from nnviz.model.engine.schedule import Stretch
from nnviz.model.scenario.validation import Prepared

_HOLDER = 300
"""Bytes of a keyframe besides its arrays: itself, and what maps names to them (measured)."""

_ARRAY = 56
"""Bytes of an array that it does not tell: its shape, and what rounding up three allocations takes (measured)."""


@dataclass(frozen=True, eq=False, slots=True)
class Keyframe:
    """All that is needed to go on from a moment between two updates, with nothing computed yet.

    Attributes
    ----------
    completed
        Whole updates that have run.
    applied
        How many of the branch's edits have been made.
    prepared
        The settings, with their data.
    stretch
        Where the current data and batches began.
    state
        Parameters and optimiser state, read-only.
    moves
        Updates that the optimiser's state has seen.
    engine
        What runs the updates from here on: updates are replayed by the engine that made them.
    spacing
        Updates from one keyframe to the next in this part of the run, before any was dropped.
    """

    completed: int
    applied: int
    prepared: Prepared
    stretch: Stretch
    state: Mapping[str, Array]
    moves: int
    engine: str
    spacing: int

    @property
    def key(self) -> tuple[int, int]:
        """What orders the keyframes of a branch."""
        return self.completed, self.applied

    @property
    def nbytes(self) -> int:
        """Memory that it takes, of which a small network's arrays are the smaller part."""
        return _HOLDER + sum(_ARRAY + sys.getsizeof(array) for array in self.state.values())
