"""The colour scale of a map: from the numbers of cells to shares of the way from the best colour to the worst."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from nnviz.model.map import Measure
from nnviz.views.plots.axis_range import AxisRange, linear_range, log_range


@dataclass(frozen=True)
class ColourScale:
    """A scale from numbers to colours.

    Attributes
    ----------
    extent
        The numbers at its ends, or their decimal logarithms with `log`.
    log
        Whether it is logarithmic.
    rising
        Whether greater numbers are better.
    """

    extent: AxisRange
    log: bool = False
    rising: bool = False

    def share(self, number: float) -> float:
        """Return where a finite number lies: 0 is best, 1 is worst; numbers beyond an end are at that end."""
        if self.log:
            share = self.extent.share(math.log10(number)) if number > 0 else 0.0
        else:
            share = self.extent.share(number)
        share = min(max(share, 0.0), 1.0)
        return 1.0 - share if self.rising else share

    def ends(self) -> tuple[float, float]:
        """Return the numbers at the low and the high end."""
        low, high = self.extent.low, self.extent.high
        return (10.0**low, 10.0**high) if self.log else (low, high)


def scale_for(measure: Measure, numbers: Iterable[float]) -> ColourScale:
    """Return a scale with round ends for the finite numbers of a measure."""
    if measure.share:
        return ColourScale(AxisRange(0.0, 1.0), rising=True)
    found = list(numbers)
    if measure.log:
        found = [number for number in found if number > 0]
    least, greatest = min(found, default=math.inf), max(found, default=-math.inf)
    if measure.log:
        return ColourScale(log_range(least, greatest), log=True)
    return ColourScale(linear_range(least, greatest, -math.inf, whole=True))
