"""The loops that run: how often each place in them was recorded, and which arrays they have changed cell by cell."""

from __future__ import annotations

from typing import Any

_INNER, _OUTER = 512, 2048
"""How often a place is recorded in one run of the loop around it, and of the loop around that."""


class LoopRun:
    """One run of a loop.

    Attributes
    ----------
    place
        The loop.
    dirty
        Slot → container and path, for arrays of which cells were stored and which are recorded at the end.
    reads
        Events of the whole arrays that were read cell by cell.
    """

    __slots__ = ("counts", "dirty", "frame", "place", "reads", "step")

    def __init__(self, place: int, step: int, frame: int) -> None:
        self.place, self.step, self.frame = place, step, frame
        self.counts: dict[int, int] = {}
        self.dirty: dict[int, tuple[Any, str, int, Any]] = {}
        self.reads: dict[int, None] = {}


class LoopRuns:
    """The runs of loops that have not ended, outermost first."""

    def __init__(self) -> None:
        self.runs: list[LoopRun] = []
        self.cell_loops: set[int] = set()
        """Places of loops through the cells of an array."""

    def is_quiet(self, place: int) -> bool:
        """Count that a place runs; return whether it has been recorded often enough."""
        runs = self.runs
        if not runs:
            return False
        counts = runs[-1].counts
        count = counts[place] = counts.get(place, 0) + 1
        if count > _INNER:
            return True
        if len(runs) == 1:
            return False
        counts = runs[-2].counts
        count = counts[place] = counts.get(place, 0) + 1
        return count > _OUTER

    def begin(self, place: int, step: int, frame: int) -> None:
        """Begin a run."""
        self.runs.append(LoopRun(place, step, frame))

    def end(self, place: int, frame: int) -> LoopRun | None:
        """End the run of a loop, and those in it that an exception has left."""
        while self.runs and self.runs[-1].frame >= frame:
            run = self.runs.pop()
            if run.place == place and run.frame == frame:
                return run
        return None

    def leave(self, depth: int) -> None:
        """End the runs of a function that is left."""
        del self.runs[depth:]

    def running(self, place: int) -> LoopRun | None:
        """Return the newest run of a loop."""
        return next((run for run in reversed(self.runs) if run.place == place), None)

    def cell_step(self) -> int:
        """Return the step of the outermost loop through cells that runs; -1 if there is none."""
        return next((run.step for run in self.runs if run.place in self.cell_loops), -1)

    def read(self, event: int) -> None:
        """Note that a cell of a whole array was read."""
        for run in self.runs:
            if run.place in self.cell_loops and len(run.reads) < 32:
                run.reads[event] = None
