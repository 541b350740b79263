"""The axis of losses: from a loss to its height on the plot."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.views.plots.axis_range import AxisRange, linear_range, log_range
from nnviz.views.plots.ticks import Tick, linear_ticks, log_ticks

_GREATEST = 1e307
"""Greater losses are off the plot: the next round number above them may not be a float."""
_OUTSIDE = 1e3
"""Number of plot heights at which lines that leave the plot are clipped: painters cannot take greater numbers."""


@dataclass(frozen=True)
class Scale:
    """A linear or logarithmic axis.

    Heights are shares of the plot, 0 at the bottom and 1 at the top: a view cannot be scaled to losses of 1e300.

    Attributes
    ----------
    extent
        Losses, or their decimal logarithms.
    log
        Whether it is logarithmic.
    """

    extent: AxisRange
    log: bool

    def heights(self, losses: Array) -> Array:
        """Return the heights of losses; NaN for those that have none."""
        values = losses
        if self.log:
            values = np.full(losses.shape, np.nan)
            np.log10(losses, out=values, where=np.isfinite(losses) & (losses > 0))
        with np.errstate(over="ignore", invalid="ignore"):
            shares = (values - self.extent.low) / self.extent.span
        return np.where(np.isfinite(values), np.clip(shares, -_OUTSIDE, _OUTSIDE), np.nan)

    def height(self, loss: float) -> float | None:
        """Return the height of a loss on the plot, at its edge for a loss beyond; None for one that is not finite."""
        if not math.isfinite(loss):
            return None
        if self.log and loss <= 0:
            return 0.0
        return min(max(float(self.heights(np.array([loss]))[0]), 0.0), 1.0)

    def ticks(self, most: int) -> list[Tick]:
        """Return the numbers of the axis, at their heights."""
        ticks = log_ticks(self.extent, most) if self.log else linear_ticks(self.extent, most)
        return [Tick(self.extent.share(tick.at), tick.text) for tick in ticks]


def scale_for(curves: Sequence[Array], band: Array, *, log: bool, whole: bool) -> Scale:
    """Return the scale that shows curves.

    Parameters
    ----------
    curves
        Losses in view.
    band
        Batch losses in view.
    log
        Whether it is logarithmic.
    whole
        Whether the whole run is in view.
    """
    least, greatest = bounds(curves, positive=log)
    if log:
        return Scale(log_range(least, min(greatest, _GREATEST)), log)
    highest = bounds([band])[1]
    return Scale(linear_range(least, min(greatest, _GREATEST), min(highest, _GREATEST), whole=whole), log)


def bounds(arrays: Iterable[Array], *, positive: bool = False) -> tuple[float, float]:
    """Return the least and the greatest finite (where asked for, positive) value; NaN when there is none."""
    values = np.concatenate(list(arrays) or [np.empty(0)])
    values = values[np.isfinite(values) & (values > 0 if positive else True)]
    return (float(values.min()), float(values.max())) if len(values) else (np.nan, np.nan)
