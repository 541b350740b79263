"""What updates cost: samples run forward, and seconds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array
from nnviz.model.data import build
from nnviz.model.data.batches import batch_size
from nnviz.model.history.effective_settings import EffectiveSettings
from nnviz.model.mistakes.mistake import LEAKING
from nnviz.model.session.snapshot import Snapshot

_FEWEST = 50
"""How many updates have to be measured before their time is reliable: the first take many times longer."""


@dataclass
class UpdateCost:
    """How long updates take on this machine.

    Attributes
    ----------
    updates, seconds
        How many were measured, and how long all of them took.
    """

    updates: int = 0
    seconds: float = 0.0

    def add(self, updates: int, seconds: float) -> None:
        """Add updates that have been run."""
        self.updates += updates
        self.seconds += seconds

    @property
    def seconds_per_update(self) -> float | None:
        """How long an update takes; None before enough were measured."""
        return self.seconds / self.updates if self.updates >= _FEWEST else None


def samples_run(snapshot: Snapshot, at: NDArray[np.int64]) -> Array:
    """Return how many samples had been run forward after so many updates.

    An update runs its batch forward once, also one of an evolution strategy, which is one candidate. What is run for
    pictures, and for the losses of all samples, is not counted.

    Parameters
    ----------
    snapshot
        One of the branch.
    at
        ``(k,)`` counts of updates.

    Returns
    -------
    ndarray
        ``(k,)`` whole numbers, as floats.
    """
    along = snapshot.effective_settings
    total = np.zeros(len(at))
    for index, settings in enumerate(along):
        until = along[index + 1].since if index + 1 < len(along) else np.inf
        counts = np.clip(at.astype(np.float64), settings.since, until)
        total += _samples_after(settings, snapshot, counts) - _samples_after(settings, snapshot, settings.since)
    return total


def _samples_after(settings: EffectiveSettings, snapshot: Snapshot, updates: Array | int) -> Array:
    """Return the samples of the stretch's first updates, as though its settings had always been effective."""
    scenario, counts = settings.scenario, np.asarray(updates, dtype=np.float64) - settings.stretch.first_update
    # Data that were made for another stretch are made again; usually there is only one.
    same = scenario.data == snapshot.scenario.data and scenario.seed == snapshot.scenario.seed
    train = len((snapshot.data if same else build(scenario.data, scenario.seed)).train)
    size = batch_size(train, scenario.effective_batch)
    if LEAKING in scenario.mistakes:
        # The samples that an epoch leaves over join the next one's first batch.
        whole, left = divmod(train, size)
        return np.asarray(counts * size + (np.ceil(counts / whole) - 1).clip(0) * left)
    passes, rest = np.divmod(counts, -(-train // size))
    return np.asarray(passes * train + rest * size)
