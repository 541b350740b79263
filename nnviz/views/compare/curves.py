"""The losses of several sessions as lines on one plot, in shares of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PyQt6.QtCore import QPointF
from PyQt6.QtGui import QPolygonF

from nnviz.model.arrays.array import Array
from nnviz.model.comparison import Axis, ComparedSnapshot, ComparedSnapshots
from nnviz.model.curve.decimate import bin_width, extremes
from nnviz.views.plots.extents import FEWEST_UPDATES, Extent, round_up
from nnviz.views.plots.scale import Scale, bounds, scale_for

_MOST_BINS = 200
"""Twice as many points of a line are drawn at most."""

_ABOVE = {False: 4.0, True: 1e6}
"""On a linear or logarithmic axis, the greatest loss that is shown is so many times the least of the sessions'
greatest: one that has diverged must not flatten the others."""


@dataclass(frozen=True, eq=False)
class Curve:
    """One session's line.

    Attributes
    ----------
    contender
        Whose.
    x
        Where the losses stand on the axis across, in its unit.
    losses
        The losses.
    """

    contender: ComparedSnapshot
    x: Array
    losses: Array

    def pieces(self, across: Extent, scale: Scale) -> list[QPolygonF]:
        """Return the line in shares of the plot, upwards from 0; it is broken where a loss is not finite."""
        heights = scale.heights(self.losses)
        shares = (self.x - across.low) / across.span
        there = ~np.isnan(heights)
        gaps = np.flatnonzero(np.diff(there.astype(np.int8))) + 1
        pieces = []
        for piece in np.split(np.arange(len(heights)), gaps):
            if len(piece) and there[piece[0]]:
                points = zip(shares[piece].tolist(), heights[piece].clip(0.0, 1.0).tolist(), strict=True)
                pieces.append(QPolygonF([QPointF(x, y) for x, y in points]))
        return pieces


def curves_of(compared: ComparedSnapshots, axis: Axis) -> list[Curve]:
    """Return the lines of the sessions whose place on the axis is known, thinned out with all extremes kept."""
    curves = []
    for contender in compared.all:
        along = contender.along(axis)
        if along is not None:
            losses = contender.losses
            chosen = extremes(losses, bin_width(len(losses), _MOST_BINS))
            curves.append(Curve(contender, along[chosen], losses[chosen]))
    return curves


def across_of(curves: Sequence[Curve], axis: Axis) -> Extent:
    """Return the range of the axis across: round, from 0 to beyond the end of the longest line."""
    longest = max((float(curve.x[-1]) for curve in curves), default=0.0)
    return Extent(0.0, round_up(longest if axis == "seconds" else max(longest, FEWEST_UPDATES)))


def losses_scale(curves: Sequence[Curve], *, log: bool) -> Scale:
    """Return the axis of losses that shows the lines; what has diverged goes off it."""
    greatest = [bounds([curve.losses], positive=log)[1] for curve in curves]
    finite = [value for value in greatest if np.isfinite(value)]
    most = _ABOVE[log] * min(finite, default=np.inf)
    lowered = [np.fmin(curve.losses, np.where(np.isfinite(curve.losses), most, np.nan)) for curve in curves]
    return scale_for(lowered, np.empty(0), log=log, whole=True)
