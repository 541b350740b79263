"""A session at one moment, to come back to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nnviz.model.binding import Array
from nnviz.model.curve import CurveRecorder
from nnviz.model.scenario_checks import Prepared
from nnviz.model.schedule import Stretch


@dataclass(frozen=True, eq=False)
class Memento:
    """What the update on the screen began with, and how many of its lines have run.

    Restoring runs those lines again, which gives the same values to the last bit.

    Attributes
    ----------
    prepared
        The settings, with their data.
    state
        Parameters and optimiser state.
    completed
        Whole updates before that one.
    line
        How many of its lines have run; 0 when nothing of an update has been computed.
    moves
        Updates that the optimiser's state had seen.
    stretch
        Where the current data and batches began.
    curve
        The losses so far; its own copy.
    """

    prepared: Prepared
    state: Mapping[str, Array]
    completed: int
    line: int
    moves: int
    stretch: Stretch
    curve: CurveRecorder
