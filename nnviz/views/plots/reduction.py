"""Long curves made short enough to draw, with every extreme kept."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array
from nnviz.model.curve.decimate import bin_width, extremes
from nnviz.views.plots.axis_range import AxisRange

Places = Array | NDArray[np.int64]
"""Where the points of a curve are on the axis across, ascending."""

_MOST_BINS = 240
"""A curve of twice as many points is still drawn smoothly in well under a millisecond; a wide plot has more bins."""


def seen_of(at: Places, extent: AxisRange) -> slice:
    """Return the evaluations in a range, and one more on either side, where the lines continue."""
    first = int(np.searchsorted(at, extent.low, "left")) - 1
    last = int(np.searchsorted(at, extent.high, "right")) + 1
    return slice(max(first, 0), min(last, len(at)))


def drawn_of(at: Places, values: Array, seen: slice, columns: int) -> tuple[Array, Array]:
    """Return the points of a curve to draw on so many pixel columns, with all its extremes."""
    width = bin_of(seen, columns)
    # Bins begin at whole multiples of their width wherever the range begins, so that panning does not change shapes.
    part = slice(seen.start // width * width, seen.stop)
    chosen = extremes(values[part], width)
    return at[part][chosen].astype(float), values[part][chosen]


def bin_of(seen: slice, columns: int) -> int:
    """Return how many evaluations share one place of a curve, which shows their extremes."""
    return bin_width(seen.stop - seen.start, max(_MOST_BINS, columns // 2))
