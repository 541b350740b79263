"""The part of a run that is drawn: whole-data losses up to the current parameters, and the band of batch losses."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array
from nnviz.model.curve.decimate import bin_width, extremes, merged
from nnviz.model.curve.recorder import LossCurve
from nnviz.model.history.effective_settings import epoch_of
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.plots.axis_range import AxisRange
from nnviz.views.plots.reduction import drawn_of, seen_of

_MOST_BINS = 240
"""Of the losses after the cursor: a curve of twice as many points is drawn smoothly in well under a millisecond."""


@dataclass(frozen=True, eq=False)
class Series:
    """Evaluations of the whole data, one per entry, in the order of updates; the last is that of the cursor.

    While running, the last one may be a little older: the latest that was measured.

    Attributes
    ----------
    at, epoch
        After how many updates, and in which epoch.
    train, total, test, accuracy, test_accuracy
        Losses and shares; NaN where there is none.
    """

    at: NDArray[np.int64]
    epoch: NDArray[np.int64]
    train: Array
    total: Array
    test: Array
    accuracy: Array
    test_accuracy: Array

    def nearest(self, update: float) -> int:
        """Return the index of the evaluation nearest to a place on the axis."""
        return int(np.argmin(np.abs(self.at - update)))

    def seen(self, extent: AxisRange) -> slice:
        """Return the evaluations in a range, and one more on either side, where the lines continue."""
        return seen_of(self.at, extent)

    def drawn(self, values: Array, seen: slice, columns: int) -> tuple[Array, Array]:
        """Return the points of a curve to draw on so many pixel columns, with all its extremes."""
        return drawn_of(self.at, values, seen, columns)


def series_of(snapshot: Snapshot) -> Series:
    """Return the evaluations up to the cursor, with that of the current parameters at the end."""
    curve, now = snapshot.curve, snapshot.metrics
    # Parameters that an update has partly changed already differ from those at its beginning.
    past = int(np.searchsorted(curve.at, now.update))

    def joined(values: Array, last: float | None) -> Array:
        return np.append(values[:past], np.nan if last is None else last)

    epoch = (
        epoch_of(snapshot.effective_settings, now.update) if snapshot.is_measured_rarely else snapshot.position.epoch
    )
    return Series(
        at=np.append(curve.at[:past], now.update),
        epoch=np.append(curve.epoch[:past], epoch),
        train=joined(curve.train, now.train),
        total=joined(curve.train_total, now.train_total),
        test=joined(curve.test, now.test),
        accuracy=joined(curve.train_accuracy, now.train_accuracy),
        test_accuracy=joined(curve.test_accuracy, now.test_accuracy),
    )


def later_of(snapshot: Snapshot) -> tuple[Array, Array]:
    """Return the training losses after a cursor in the past, from the cursor on; none at the newest update."""
    curve, now = snapshot.curve, snapshot.metrics
    if snapshot.is_newest:
        return np.empty(0), np.empty(0)
    past = int(np.searchsorted(curve.at, now.update, "right"))
    at, losses = np.append(now.update, curve.at[past:]), np.append(now.train, curve.train[past:])
    chosen = extremes(losses, bin_width(len(losses), _MOST_BINS))
    return at[chosen].astype(float), losses[chosen]


def band_bin(curve: LossCurve, extent: AxisRange, most: int) -> tuple[slice, int]:
    """Return the blocks of batch losses in a range, and how many of them share one of at most `most` pixel columns."""
    first = max(0, int(extent.low // curve.stride) - 1)
    last = max(first, min(len(curve.least), int(extent.high // curve.stride) + 2))
    width = bin_width(last - first, most)
    return slice(first // width * width, last), width


def band_of(curve: LossCurve, extent: AxisRange, most: int) -> tuple[Array, Array]:
    """Return the batch losses as a line that zigzags between the extremes of each of at most `most` pixel columns."""
    seen, width = band_bin(curve, extent, most)
    if seen.start >= seen.stop:
        return np.empty(0), np.empty(0)
    least, greatest = merged(curve.least[seen], curve.greatest[seen], width)
    starts = (seen.start + width * np.arange(len(least))) * curve.stride
    ends = np.minimum(starts + width * curve.stride, curve.updates) - 1
    return np.repeat((starts + ends) / 2, 2), np.stack([least, greatest], axis=1).ravel()
