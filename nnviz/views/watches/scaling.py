"""The axis of a watch: round ends that stay the same while the curve grows between them."""

from __future__ import annotations

import math
import sys
from typing import Final

import numpy as np

from nnviz.model.watches.watch import WatchCurve
from nnviz.views.plots.axis_range import AxisRange, log_range, round_up
from nnviz.views.plots.scale import Scale

_GREATEST: Final = 1e307
"""Greater numbers are outside the chart: the next round number above them may be no float."""
_SAME: Final = 1e-12
"""Extremes that differ by less, as a share of their size, count as one number."""
_PARTS: Final = 4
"""Least number of steps of an axis, so that the curve fills most of it."""


def extremes_of(curve: WatchCurve) -> tuple[float, float] | None:
    """Return the least and the greatest finite value; None where there is none."""
    if not curve.has_numbers:
        return None
    return float(np.nanmin(curve.least)), float(np.nanmax(curve.greatest))


def scale_of(curve: WatchCurve, *, log: bool) -> Scale:
    """Return the axis that shows a whole curve."""
    found = extremes_of(curve)
    if log:
        positive = curve.least[curve.least > 0], curve.greatest[curve.greatest > 0]
        low = float(min(part.min() for part in positive)) if len(positive[0]) else math.nan
        if not len(positive[0]) and len(positive[1]):
            low = float(positive[1].min())
        high = float(positive[1].max()) if len(positive[1]) else math.nan
        return Scale(log_range(low, min(high, _GREATEST) if math.isfinite(high) else high), log)
    if found is None:
        return Scale(AxisRange(0.0, 1.0), log)
    low, high = (min(max(end, -_GREATEST), _GREATEST) for end in found)
    return Scale(_round_extent(low, high), log)


def _round_extent(low: float, high: float) -> AxisRange:
    if {low, high} <= {0.0, 1.0}:
        return AxisRange(0.0, 1.0)  # a condition
    size = max(abs(low), abs(high))
    if high - low <= max(_SAME * size, sys.float_info.min):
        # A single number is in the middle.
        half = round_up(size) if size else 1.0
        return AxisRange(low - half, high + half)
    step = _step(high / _PARTS - low / _PARTS)
    first, last = math.floor(low / step), math.ceil(high / step)
    return AxisRange(first * step, max(last, first + 1) * step)


def _step(least: float) -> float:
    """Return the next of 1, 2, 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(power * digit for digit in (1.0, 2.0, 5.0, 10.0, 20.0) if power * digit >= least)
