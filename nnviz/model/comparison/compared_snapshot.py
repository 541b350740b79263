"""What may be read of the sessions that are compared, at one moment, immutable."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array
from nnviz.model.comparison.cost import samples_run
from nnviz.model.session.snapshot import Snapshot

Axis = Literal["updates", "evaluations", "seconds"]
"""What losses are drawn against: updates, samples run forward, seconds of training."""

MAIN = 0
"""The key of the session in the window."""


@dataclass(frozen=True, eq=False)
class ComparedSnapshot:
    """One of several sessions.

    Attributes
    ----------
    key
        Identifies it for as long as it is compared; `MAIN` for the session in the window.
    name
        What it is called: marked for translation, or as a person typed it; empty where its scenario's title is meant.
    place
        Its number among the others, from 0, which determines its colour and stays; not used for the session in the
        window.
    snapshot
        What it is now.
    seconds_per_update
        How long its updates take here; None before that was measured.
    behind
        How many updates it has still to run, to be where the session in the window is.
    running
        Whether it runs on its own.
    """

    key: int
    name: str
    place: int
    snapshot: Snapshot
    seconds_per_update: float | None = None
    behind: int = 0
    running: bool = False

    @property
    def is_main(self) -> bool:
        """Whether it is the session in the window."""
        return self.key == MAIN

    @property
    def completed(self) -> int:
        """How many whole updates it has run."""
        return self.snapshot.position.completed

    @cached_property
    def at(self) -> NDArray[np.int64]:
        """After how many updates `losses` were measured: at the ends of epochs, and where it is."""
        curve, now = self.snapshot.curve, self.snapshot.metrics.update
        return np.append(curve.at[: self._past], now)

    @cached_property
    def losses(self) -> Array:
        """Mean data loss of the training samples, up to where it is."""
        curve = self.snapshot.curve
        return np.append(curve.train[: self._past], self.snapshot.metrics.train)

    def along(self, axis: Axis) -> Array | None:
        """Return where the losses are on an axis, ascending; None where that is not known."""
        if axis == "updates":
            return self.at.astype(np.float64)
        if axis == "evaluations":
            return self._samples
        return None if self.seconds_per_update is None else self.at.astype(np.float64) * self.seconds_per_update

    @cached_property
    def _samples(self) -> Array:
        return samples_run(self.snapshot, self.at)

    @property
    def _past(self) -> int:
        curve, now = self.snapshot.curve, self.snapshot.metrics.update
        return int(np.searchsorted(curve.at, now))


@dataclass(frozen=True, eq=False)
class ComparedSnapshots:
    """What may be read of all sessions that are compared.

    Attributes
    ----------
    main
        The session in the window.
    others
        The others, in the order in which they came.
    together
        Whether they follow the session in the window.
    """

    main: ComparedSnapshot
    others: tuple[ComparedSnapshot, ...] = ()
    together: bool = True

    @property
    def all(self) -> tuple[ComparedSnapshot, ...]:
        """The session in the window, then the others."""
        return self.main, *self.others

    def get(self, key: int) -> ComparedSnapshot | None:
        """Return one by its key; None where there is none."""
        return next((entry for entry in self.all if entry.key == key), None)
