"""Which epoch an update belongs to, and which samples it sees."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import read_only
from nnviz.model.data.batches import batch_size, batches, epochs_of_batches, leaking_batches, updates_per_epoch
from nnviz.model.mistakes.mistake import LEAKING
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.scenario.validation import Prepared

_AHEAD = 1 << 16
"""Most samples in the epochs that are drawn at a time: half a megabyte."""


@dataclass(frozen=True)
class Stretch:
    """Updates made with one set of data and batches: after which update and epoch it begins, and updates per epoch."""

    first_update: int
    first_epoch: int
    per_epoch: int

    def epoch_of(self, update: int) -> int:
        """Return the epoch (from 1) of an update (from 1); where the stretch begins, the epoch before it."""
        return self.first_epoch + (update - self.first_update - 1) // self.per_epoch + 1

    def place(self, update: int) -> int:
        """Return which update of its epoch (from 0) an update (from 1) is."""
        return (update - self.first_update - 1) % self.per_epoch

    def begun(self, update: int) -> int:
        """Return how many updates of its epoch have begun with an update (from 1); 0 where the stretch begins."""
        return self.place(update) + 1 if update > self.first_update else 0

    def left_in_epoch(self, update: int) -> int:
        """Return how many updates an epoch has from one (from 1) on, that one included."""
        return self.per_epoch - self.place(update)

    def ends_epoch(self, update: int) -> bool:
        """Return whether an update (from 1) is the last of its epoch."""
        return (update - self.first_update) % self.per_epoch == 0

    def epoch_ends(self, begin: int, end: int) -> int:
        """Return how many epochs ended after update `begin` and not after update `end`."""
        return (end - self.first_update) // self.per_epoch - (begin - self.first_update) // self.per_epoch


def stretch_from_start(prepared: Prepared) -> Stretch:
    """Return the stretch with which a run begins; an epoch of a strategy with a population is a generation."""
    scenario = prepared.scenario
    leaking = LEAKING in scenario.mistakes
    updates = updates_per_epoch(prepared.n_train, scenario.effective_batch, leaking=leaking)
    return Stretch(0, 0, updates * scenario.optimiser.generation)


def scheduled_by(scenario: Scenario) -> tuple[object, ...]:
    """Return all of a scenario that decides which samples an update sees: where it differs, another stretch begins."""
    return scenario.data, scenario.effective_batch, scenario.optimiser.generation, LEAKING in scenario.mistakes


class Schedule:
    """The samples of each update of a stretch.

    Parameters
    ----------
    prepared
        Its data and batches are scheduled.
    stretch
        The updates; a run from its start when None.

    Attributes
    ----------
    stretch
        As above.
    comes_again
        Whether all epochs are alike: then their batches are the same arrays, and need not be loaded again.
    """

    def __init__(self, prepared: Prepared, stretch: Stretch | None = None) -> None:
        self._train, self._batch = prepared.data.train, prepared.scenario.effective_batch
        self._seed = prepared.scenario.seed
        leaking = LEAKING in prepared.scenario.mistakes
        self._cut = leaking_batches if leaking else batches
        self.stretch = stretch or stretch_from_start(prepared)
        self.comes_again = not leaking and (self._batch.order == "fixed" or self.stretch.per_epoch == 1)
        self._epoch = -1
        self._batches: tuple[NDArray[np.intp], ...] = ()
        self._table: NDArray[np.intp] | None = None
        size = batch_size(len(self._train), self._batch)
        self._draws_ahead = not leaking and not self.comes_again and len(self._train) % size == 0
        self._drawn: NDArray[np.intp] = np.empty((0, size), np.intp)
        self._drawn_from = 0  # how many updates came before those of `_drawn`

    def samples_of(self, update: int) -> NDArray[np.intp]:
        """Return the samples (indices into the data) of an update (from 1), in column order."""
        # The draw's epochs count from 0.
        epoch = 0 if self.comes_again else self.stretch.epoch_of(update) - 1
        if epoch != self._epoch:
            self._batches = self._cut(self._train, self._batch, self._seed, epoch)
            self._epoch, self._table = epoch, None
        # A generation evaluates many candidates on one batch.
        return self._batches[self.stretch.place(update) % len(self._batches)]

    def batches_from(self, update: int, most: int) -> tuple[tuple[NDArray[np.intp], ...], int, int]:
        """Return the batches of up to `most` updates from one (from 1) on, as far as they are known beforehand.

        Returns
        -------
        tuple
            Batches; the index of the first update's, where the first follows the last again; the number of updates that
            this holds for.
        """
        self.samples_of(update)  # makes the batches of its epoch
        place = self.stretch.place(update) % len(self._batches)
        return self._batches, place, most if self.comes_again else min(most, len(self._batches) - place)

    def whole_batches(self, update: int, most: int) -> tuple[NDArray[np.intp], int, int]:
        """Return the batches of the updates from one on, as far as all of them are whole.

        Parameters
        ----------
        update
            The first (from 1).
        most
            How many updates are wanted.

        Returns
        -------
        tuple
            The samples of batches, ``(batches, m)``; the index of the first update's, where the first follows the last
            again; the number of updates that this holds for, at most `most`: 0 where the first is not whole.
        """
        if self._draws_ahead:
            return self._drawn_batches(update, most)
        self.samples_of(update)  # makes the batches of its epoch
        if self._table is None:
            size = batch_size(len(self._train), self._batch)
            whole = [samples for samples in self._batches if len(samples) == size]
            self._table = read_only(np.array(whole, dtype=np.intp).reshape(len(whole), size))
            self._before_whole = next((i for i, batch in enumerate(self._batches) if len(batch) == size), 0)
        place = self.stretch.place(update) % len(self._batches) - self._before_whole
        if len(self._table) == len(self._batches) and self.comes_again:
            return self._table, place, most
        left = len(self._table) - place if place >= 0 else 0
        return self._table, max(place, 0), max(min(most, left), 0)

    def _drawn_batches(self, update: int, most: int) -> tuple[NDArray[np.intp], int, int]:
        """Return `whole_batches` for shuffled epochs without a partial batch; several epochs are drawn at a time."""
        first = update - 1 - self._drawn_from
        if not 0 <= first < len(self._drawn):
            per_epoch, place = self.stretch.per_epoch, self.stretch.place(update)
            # A run that continues draws twice as many each time; a single visit draws what it needs.
            ahead = 2 * len(self._drawn) if first == len(self._drawn) else 0
            affordable = max(_AHEAD // len(self._train), 1)
            count = min(-(-max(place + most, ahead) // per_epoch), affordable)
            epoch = self.stretch.epoch_of(update) - 1
            self._drawn = epochs_of_batches(self._train, self._batch, self._seed, epoch, count)
            self._drawn_from, first = update - 1 - place, place
        return self._drawn, first, min(most, len(self._drawn) - first)
