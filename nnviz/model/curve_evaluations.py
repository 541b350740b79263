"""The whole data's losses and accuracies at the ends of epochs: of each at first, later of every second, fourth …."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from nnviz.model.binding import Array
from nnviz.model.curve_blocks import BLOCKS
from nnviz.model.metrics import Metrics

COLUMNS = ("at", "epoch", "train", "train_total", "test", "train_accuracy", "test_accuracy")
"""What the rows of the evaluations' array are; see `LossCurve`."""


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
        ``(len(COLUMNS), BLOCKS)``: a column is an evaluation.
    earlier
        The rows before each thinning, and the evaluation that asked for it.
    """

    every: int = 1
    offered: int = 0
    kept: int = 0
    fault: int | None = None
    rows: Array = field(default_factory=lambda: np.empty((len(COLUMNS), BLOCKS)))
    earlier: tuple[tuple[int, Array], ...] = ()

    def is_due(self) -> bool:
        """Count one more end of an epoch, and tell whether to evaluate there."""
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
        if self.kept == BLOCKS:
            self.earlier += ((metrics.update, self.rows.copy()),)
            self.kept = BLOCKS // 2
            self.rows[:, : self.kept] = self.rows[:, ::2]
            self.every *= 2
        if self.fault is None and not np.isfinite(metrics.train_total):
            self.fault = metrics.update
        values = (metrics.train, metrics.train_total, metrics.test, metrics.train_accuracy, metrics.test_accuracy)
        self.rows[:, self.kept] = (metrics.update, epoch, *(np.nan if value is None else value for value in values))
        self.kept += 1

    def copy(self) -> Evaluations:
        """Give evaluations that go on from here by themselves."""
        return replace(self, rows=self.rows.copy())

    def until(self, updates: int, offered: int) -> Evaluations:
        """Give the evaluations as they were after so many updates and ends of epochs."""
        fitting = (i for i, (thinned_at, _) in enumerate(self.earlier) if updates < thinned_at)
        version = next(fitting, len(self.earlier))
        if version < len(self.earlier):
            rows, count = self.earlier[version][1], BLOCKS
        else:
            rows, count = self.rows, self.kept
        kept = int(np.searchsorted(rows[0, :count], updates, side="right"))
        fault = self.fault if self.fault is not None and self.fault <= updates else None
        part = Evaluations(1 << version, offered, kept, fault, earlier=self.earlier[:version])
        part.rows[:, :kept] = rows[:, :kept]
        return part
