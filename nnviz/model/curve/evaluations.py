"""The whole data's losses and accuracies at the ends of epochs: of each at first, later of every second, fourth ….

Measuring the whole data costs at least a third of the epoch's training: on 640 digits, 784-30-10 in batches of 32, it
took 39 µs per update of 95. So where it is costly, the record is thinned early: each epoch is measured only up to the
32nd, and from epoch 256 on every sixteenth, which costs 3 µs per update. Until then 16 to 32 ends of epochs are stored:
so few show the course of a falling loss, next to the losses of all batches. With 64 to 128, up to epoch 1024, the first
2000 updates were made at 6600 a second instead of 7400, the next 4000 at 8400 instead of 9900, and the next 6000 at
9600 instead of 10 400.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.curve.blocks import BLOCKS, FEW, grown
from nnviz.model.engine.metrics import Metrics

COLUMNS = ("at", "epoch", "train", "train_total", "test", "train_accuracy", "test_accuracy")
"""Meaning of the rows of the evaluations' array; see `LossCurve`."""

COSTLY = 1e6
"""Multiplications from which measuring the whole data is costly: it takes 50 µs."""

EARLY = 32
"""Most costly evaluations that are stored as long as they are less than `SPARSE` epochs apart."""

SPARSE = 16
"""Distance in epochs from which evaluations cost about a thirtieth of the training; up to `BLOCKS` are stored then."""


@dataclass
class Evaluations:
    """Losses and accuracies of the whole data at the ends of every so many epochs.

    Attributes
    ----------
    every
        At the end of each how many epochs the data are evaluated.
    offered
        Ends of epochs so far.
    kept
        Columns of `rows` in use.
    fault
        Updates made when the loss was first found not to be finite; None as long as it is.
    rows
        ``(len(COLUMNS), up to BLOCKS)``: a column is an evaluation.
    earlier
        After how many updates each thinning was asked for, and the rows before it.
    """

    every: int = 1
    offered: int = 0
    kept: int = 0
    fault: int | None = None
    rows: Array = field(default_factory=lambda: np.empty((len(COLUMNS), FEW)))
    earlier: tuple[tuple[int, Array], ...] = ()

    def is_due(self) -> bool:
        """Count one more end of an epoch, and return whether to evaluate there."""
        due = self.offered % self.every == 0
        self.offered += 1
        return due

    def skip(self, ends: int) -> None:
        """Count ends of epochs at which nothing is due."""
        self.offered += ends

    @property
    def not_due(self) -> int:
        """How many ends of epochs come before the next at which to evaluate."""
        return -self.offered % self.every

    def append(self, metrics: Metrics, epoch: int) -> None:
        """Add the losses and accuracies that were measured at an end of an epoch."""
        most = EARLY if metrics.work >= COSTLY and self.every < SPARSE else BLOCKS
        if self.kept >= most and self.kept % 2 == 0:  # otherwise this one would be out of step with those that stay
            self._thin(metrics.update)
        if self.fault is None and not np.isfinite(metrics.train_total):
            self.fault = metrics.update
        self.reserve(self.kept + 1)
        values = (metrics.train, metrics.train_total, metrics.test, metrics.train_accuracy, metrics.test_accuracy)
        self.rows[:, self.kept] = (metrics.update, epoch, *(np.nan if value is None else value for value in values))
        self.kept += 1

    def copy(self) -> Evaluations:
        """Return an independent copy, with no more room than it needs."""
        return replace(self, rows=self.rows[:, : self.kept].copy())

    def reserve(self, count: int) -> None:
        """Make room for so many evaluations."""
        if count > self.rows.shape[1]:
            self.rows = grown(self.rows, min(max(2 * count, FEW), BLOCKS))

    def until(self, updates: int, offered: int) -> Evaluations:
        """Return the evaluations as they were after so many updates and ends of epochs."""
        fitting = (i for i, (thinned_at, _) in enumerate(self.earlier) if updates < thinned_at)
        version = next(fitting, len(self.earlier))
        rows = self.earlier[version][1] if version < len(self.earlier) else self.rows[:, : self.kept]
        kept = int(np.searchsorted(rows[0], updates, side="right"))
        fault = self.fault if self.fault is not None and self.fault <= updates else None
        part = Evaluations(1 << version, offered, kept, fault, earlier=self.earlier[:version])
        part.reserve(kept)
        part.rows[:, :kept] = rows[:, :kept]
        return part

    def _thin(self, update: int) -> None:
        """Store only every second evaluation; the one that causes it was made after `update` updates."""
        rows, half = self.rows[:, : self.kept].copy(), self.kept // 2
        self.earlier += ((update, rows),)
        self.rows[:, :half] = rows[:, : self.kept : 2]
        self.kept = half
        self.every *= 2
