"""The loss over a run, in memory that does not grow with it.

Two records are kept, each thinned by doubling when it is full:

- every update's *batch loss*, in blocks of (least, greatest), so that no extreme is ever lost;
- the *whole data's* losses and accuracies, at the ends of epochs: of each at first, later of every second, fourth ….

What is kept is a function of the run alone, not of when it was looked at, so stepping and running give the same curve.
Each record keeps what it was before it was thinned, so that the curve of an earlier moment can be given too, as it was.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from nnviz.model.binding import Array
from nnviz.model.frozen import read_only
from nnviz.model.metrics import Metrics

BLOCKS = 2048
"""Most blocks and most evaluations kept: more than a plot has pixel columns."""

PENDING = 1024
"""Batch losses taken in at a time: one pass of numpy over them costs much less than one call for each."""


@dataclass(frozen=True, eq=False)
class LossCurve:
    """A run's losses, all arrays read-only.

    A loss at `x` is that of the parameters after `x` updates; update ``x + 1`` computes it for its batch.

    Attributes
    ----------
    updates
        Number of updates in the curve.
    stride
        How many updates one block covers; block ``i`` those at ``i·stride … (i+1)·stride − 1``, the last maybe fewer.
    least, greatest
        Extremes of a block's finite batch losses of what is minimised (with the penalty, where there is one); NaN when
        it has none.
    evaluated_every
        The evaluations are those of every so many epochs.
    at, epoch
        After how many updates the evaluations were made, and how many epochs had begun then.
    train, test, train_accuracy, test_accuracy
        The whole data's mean data loss and share of right answers then; NaN where there is no test data, or no classes.
    train_total
        Loss and penalty together.
    fault
        After how many updates a loss was first not finite; None when all were.
    """

    updates: int
    stride: int
    least: Array
    greatest: Array
    evaluated_every: int
    at: NDArray[np.int64]
    epoch: NDArray[np.int64]
    train: Array
    train_total: Array
    test: Array
    train_accuracy: Array
    test_accuracy: Array
    fault: int | None = None


@dataclass
class _Blocks:
    """Batch losses as the extremes of blocks of equally many updates."""

    stride: int = 1
    updates: int = 0
    fault: int | None = None
    least: Array = field(default_factory=lambda: np.empty(BLOCKS))
    greatest: Array = field(default_factory=lambda: np.empty(BLOCKS))
    earlier: tuple[tuple[Array, Array], ...] = ()  # the blocks before each thinning; strides 1, 2, 4 …

    @property
    def count(self) -> int:
        """Blocks in use; the last may be incomplete."""
        return -(-self.updates // self.stride)

    def extend(self, losses: Array) -> None:
        """Add the batch losses of the next updates, in order."""
        finite = np.isfinite(losses)
        if not finite.all():
            if self.fault is None:
                self.fault = self.updates + int(np.argmin(finite))
            losses = np.where(finite, losses, np.nan)
        while len(losses):
            room = BLOCKS * self.stride - self.updates
            if room == 0:
                self._halve()
                continue
            self._fill(losses[:room])
            losses = losses[room:]

    def copy(self) -> _Blocks:
        return replace(self, least=self.least.copy(), greatest=self.greatest.copy())

    def until(self, updates: int) -> _Blocks:
        """Give the blocks as they were after so many updates, without the last if it was incomplete then."""
        fitting = (i for i in range(len(self.earlier)) if updates <= BLOCKS << i)
        version = next(fitting, len(self.earlier))
        stride = 1 << version
        part = _Blocks(stride, updates - updates % stride, earlier=self.earlier[:version])
        least, greatest = (*self.earlier, (self.least, self.greatest))[version]
        part.least[: part.count], part.greatest[: part.count] = least[: part.count], greatest[: part.count]
        part.fault = self.fault if self.fault is not None and self.fault < part.updates else None
        return part

    def _fill(self, losses: Array) -> None:
        begun = self.updates % self.stride
        first = self.updates // self.stride
        # Where blocks begin; what comes first may belong to a block that has begun already.
        starts = np.arange(-begun, len(losses), self.stride)
        starts[0] = 0
        # fmin and fmax pass over NaN.
        least, greatest = np.fmin.reduceat(losses, starts), np.fmax.reduceat(losses, starts)
        if begun:
            least[0] = np.fmin(least[0], self.least[first])
            greatest[0] = np.fmax(greatest[0], self.greatest[first])
        self.least[first : first + len(starts)] = least
        self.greatest[first : first + len(starts)] = greatest
        self.updates += len(losses)

    def _halve(self) -> None:
        half = BLOCKS // 2
        self.earlier += ((self.least.copy(), self.greatest.copy()),)
        self.least[:half] = np.fmin(self.least[::2], self.least[1::2])
        self.greatest[:half] = np.fmax(self.greatest[::2], self.greatest[1::2])
        self.stride *= 2


_COLUMNS = ("at", "epoch", "train", "train_total", "test", "train_accuracy", "test_accuracy")


@dataclass
class _Evaluations:
    """Losses and accuracies of the whole data at the ends of every so many epochs."""

    every: int = 1
    offered: int = 0
    kept: int = 0
    fault: int | None = None
    rows: Array = field(default_factory=lambda: np.empty((len(_COLUMNS), BLOCKS)))
    earlier: tuple[tuple[int, Array], ...] = ()  # the rows before each thinning, and the evaluation that asked for it

    def is_due(self) -> bool:
        """Count one more end of an epoch, and tell whether to evaluate there."""
        due = self.offered % self.every == 0
        self.offered += 1
        return due

    def append(self, metrics: Metrics, epoch: int) -> None:
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

    def copy(self) -> _Evaluations:
        return replace(self, rows=self.rows.copy())

    def until(self, updates: int, offered: int) -> _Evaluations:
        """Give the evaluations as they were after so many updates and ends of epochs."""
        fitting = (i for i, (thinned_at, _) in enumerate(self.earlier) if updates < thinned_at)
        version = next(fitting, len(self.earlier))
        if version < len(self.earlier):
            rows, count = self.earlier[version][1], BLOCKS
        else:
            rows, count = self.rows, self.kept
        kept = int(np.searchsorted(rows[0, :count], updates, side="right"))
        fault = self.fault if self.fault is not None and self.fault <= updates else None
        part = _Evaluations(1 << version, offered, kept, fault, earlier=self.earlier[:version])
        part.rows[:, :kept] = rows[:, :kept]
        return part


class CurveRecorder:
    """Collects a run's losses.

    `add_update` only puts a float into a list; the rest is done for `PENDING` of them at a time, or when the curve is
    asked for.
    """

    def __init__(self) -> None:
        self._pending: list[float] = []
        self._frozen: LossCurve | None = None
        self._blocks = _Blocks()
        self._evaluations = _Evaluations()

    @property
    def updates(self) -> int:
        """How many updates' losses it has."""
        return self._blocks.updates + len(self._pending)

    def add_update(self, batch_loss: float) -> None:
        """Add the loss that an update computed for its batch."""
        pending = self._pending
        pending.append(batch_loss)
        if len(pending) == PENDING:
            self._take_in()

    def wants_evaluation(self) -> bool:
        """Count the end of an epoch (or the start), and tell whether the whole data's loss is to be taken here."""
        return self._evaluations.is_due()

    def add_evaluation(self, metrics: Metrics, epoch: int) -> None:
        """Add the losses and accuracies of the whole data, as they are at the end of an epoch."""
        self._evaluations.append(metrics, epoch)

    def freeze(self) -> LossCurve:
        """Give the curve as it is now; the same object until something is added."""
        frozen = self._frozen
        if frozen is None or (frozen.updates, len(frozen.at)) != (self.updates, self._evaluations.kept):
            frozen = self._frozen = self._freeze()
        return frozen

    def _freeze(self) -> LossCurve:
        self._take_in()
        blocks, evaluations = self._blocks, self._evaluations
        rows = read_only(evaluations.rows[:, : evaluations.kept].copy())
        at, epoch, train, train_total, test, train_accuracy, test_accuracy = rows
        faults = [fault for fault in (blocks.fault, evaluations.fault) if fault is not None]
        return LossCurve(
            updates=blocks.updates,
            stride=blocks.stride,
            least=read_only(blocks.least[: blocks.count].copy()),
            greatest=read_only(blocks.greatest[: blocks.count].copy()),
            evaluated_every=evaluations.every,
            at=read_only(at.astype(np.int64)),
            epoch=read_only(epoch.astype(np.int64)),
            train=train,
            train_total=train_total,
            test=test,
            train_accuracy=train_accuracy,
            test_accuracy=test_accuracy,
            fault=min(faults, default=None),
        )

    def copy(self) -> CurveRecorder:
        """Give a recorder that goes on from here by itself."""
        self._take_in()
        return self._of(self._blocks.copy(), self._evaluations.copy())

    def until(self, updates: int, epoch_ends: int) -> CurveRecorder:
        """Give a recorder that goes on from an earlier moment by itself.

        Parameters
        ----------
        updates
            How many updates had been made.
        epoch_ends
            How often `wants_evaluation` had been asked.

        Returns
        -------
        CurveRecorder
            It is as it was then, but where `updates` falls inside a block: the losses of that block's updates, those
            after the recorder's own `updates`, must be added again.
        """
        self._take_in()
        return self._of(self._blocks.until(updates), self._evaluations.until(updates, epoch_ends))

    @staticmethod
    def _of(blocks: _Blocks, evaluations: _Evaluations) -> CurveRecorder:
        recorder = CurveRecorder()
        recorder._blocks, recorder._evaluations = blocks, evaluations
        return recorder

    def _take_in(self) -> None:
        if self._pending:
            self._blocks.extend(np.array(self._pending))
            self._pending.clear()
