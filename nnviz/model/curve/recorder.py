"""The loss over a run, in memory that does not grow with it.

There are two records, each thinned by doubling when it is full:

- every update's *batch loss*, in blocks of (least, greatest), so that no extreme is ever lost;
- the *whole data's* losses and accuracies, at the ends of epochs: of each at first, later of every second, fourth ….

The curve is a function of the run alone, not of when it was looked at, so stepping and running produce the same curve.
Each record also stores what it was before it was thinned, so that the curve of an earlier moment can be restored.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array, read_only
from nnviz.model.curve.blocks import Blocks
from nnviz.model.curve.evaluations import COLUMNS, Evaluations
from nnviz.model.engine.metrics import Metrics

PENDING = 1024
"""Batch losses that are recorded at a time: one pass of numpy over them costs much less than one call for each."""


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

    def _repr_html_(self) -> str:
        from nnviz.model.text.curve_svg import curve_svg

        return curve_svg(np.arange(float(len(self.least))) * self.stride, self.least, self.greatest, "loss by update")


class CurveRecorder:
    """Collects a run's losses.

    `add_update` only appends a float to a list; the rest is done for `PENDING` of them at a time, or when the curve is
    requested.

    Parameters
    ----------
    blocks, evaluations
        What it continues from; empty when None.
    """

    def __init__(self, blocks: Blocks | None = None, evaluations: Evaluations | None = None) -> None:
        self._pending: list[float] = []
        self._frozen: LossCurve | None = None
        self._blocks = blocks or Blocks()
        self._evaluations = evaluations or Evaluations()

    @property
    def updates(self) -> int:
        """How many updates' losses it has."""
        return self._blocks.updates + len(self._pending)

    @property
    def blocks(self) -> Blocks:
        """The batch losses; not to be changed."""
        self._take_in()
        return self._blocks

    @property
    def evaluations(self) -> Evaluations:
        """The losses of the whole data; not to be changed."""
        return self._evaluations

    @property
    def own_bytes(self) -> int:
        """Bytes of the arrays that no other recorder has, and of the curve that is shown."""
        blocks, evaluations = self.blocks, self._evaluations
        shown = 8 * (2 * blocks.count + (len(COLUMNS) + 2) * evaluations.kept)
        return blocks.least.nbytes + blocks.greatest.nbytes + evaluations.rows.nbytes + shown

    def shared(self) -> Iterator[Array]:
        """Yield the arrays that recorders which continue from the same moment hold, too."""
        for pair in self.blocks.earlier:
            yield from pair
        for _, rows in self._evaluations.earlier:
            yield rows

    def add_update(self, batch_loss: float) -> None:
        """Add the loss that an update computed for its batch."""
        pending = self._pending
        pending.append(batch_loss)
        if len(pending) == PENDING:
            self._take_in()

    def add_updates(self, batch_losses: Array) -> None:
        """Add the losses of several updates."""
        if len(batch_losses) < PENDING:
            self._pending += batch_losses.tolist()
            if len(self._pending) >= PENDING:
                self._take_in()
        else:
            self._take_in()
            self._blocks.extend(batch_losses)

    @property
    def not_due(self) -> int:
        """How many ends of epochs come before the next at which the whole data's loss is measured."""
        return self._evaluations.not_due

    def skip_evaluations(self, ends: int) -> None:
        """Count ends of epochs at which the whole data's loss is not measured."""
        self._evaluations.skip(ends)

    def wants_evaluation(self) -> bool:
        """Count the end of an epoch (or the start), and return whether to measure the whole data's loss here."""
        return self._evaluations.is_due()

    def add_evaluation(self, metrics: Metrics, epoch: int) -> None:
        """Add the losses and accuracies of the whole data, as they are at the end of an epoch."""
        self._evaluations.append(metrics, epoch)

    def freeze(self) -> LossCurve:
        """Return the curve as it is now; the same object until something is added."""
        frozen = self._frozen
        if frozen is None or (frozen.updates, len(frozen.at)) != (self.updates, self._evaluations.kept):
            frozen = self._frozen = self._freeze()
        return frozen

    def _freeze(self) -> LossCurve:
        blocks, evaluations = self.blocks, self._evaluations
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
        """Return an independent copy."""
        return CurveRecorder(self.blocks.copy(), self._evaluations.copy())

    def until(self, updates: int, epoch_ends: int) -> CurveRecorder:
        """Return an independent recorder that continues from an earlier moment.

        Parameters
        ----------
        updates
            How many updates had been made.
        epoch_ends
            How often `wants_evaluation` had been called.

        Returns
        -------
        CurveRecorder
            It is as it was then, but where `updates` falls inside a block: the losses of that block's updates, those
            after the recorder's own `updates`, must be added again.
        """
        return CurveRecorder(self.blocks.until(updates), self._evaluations.until(updates, epoch_ends))

    def _take_in(self) -> None:
        if self._pending:
            self._blocks.extend(np.array(self._pending))
            self._pending.clear()
