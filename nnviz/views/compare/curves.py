"""The losses of several sessions as lines on one plot, and the pen of each session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PyQt6.QtCore import QPointF
from PyQt6.QtGui import QColor, QPen, QPolygonF

from nnviz.model.arrays.array import Array
from nnviz.model.comparison import Axis, ComparedSnapshot, ComparedSnapshots
from nnviz.views.plots.axis_range import FEWEST_UPDATES, AxisRange, round_up
from nnviz.views.plots.branch_pens import compared_pen
from nnviz.views.plots.frame import PlotFrame
from nnviz.views.plots.reduction import drawn_of, seen_of
from nnviz.views.plots.scale import Scale, bounds, scale_for
from nnviz.views.theme import Theme

_ABOVE = {False: 4.0, True: 1e6}
"""How many times the least of the sessions' greatest losses the greatest loss on a linear or logarithmic axis may be:
a session that has diverged must not flatten the others."""


@dataclass(frozen=True, eq=False)
class SessionCurve:
    """One session's line.

    Attributes
    ----------
    entry
        The session.
    x
        The places of the losses on the axis across, in its unit.
    losses
        The losses.
    """

    entry: ComparedSnapshot
    x: Array
    losses: Array

    def pieces(self, frame: PlotFrame) -> list[QPolygonF]:
        """Return the line in pieces, broken where a loss is not finite, in pixels; what is beyond is at the edge."""
        heights = frame.scale.heights(self.losses)
        area, across = frame.area, frame.across
        x = area.left() + (self.x - across.low) / across.span * area.width()
        y = area.bottom() - heights.clip(0.0, 1.0) * area.height()
        there = ~np.isnan(heights)
        gaps = np.flatnonzero(np.diff(there.astype(np.int8))) + 1
        pieces = []
        for piece in np.split(np.arange(len(heights)), gaps):
            if len(piece) and there[piece[0]]:
                points = zip(x[piece].tolist(), y[piece].tolist(), strict=True)
                pieces.append(QPolygonF([QPointF(*point) for point in points]))
        return pieces


def whole_of(compared: ComparedSnapshots, axis: Axis) -> tuple[AxisRange, float]:
    """Return the whole axis across, round, from 0 to beyond the end of the longest line; and where that ends."""
    ends = [along[-1] for entry in compared.all if (along := entry.along(axis)) is not None]
    longest = float(max(ends, default=0.0))
    return AxisRange(0.0, round_up(longest if axis == "seconds" else max(longest, FEWEST_UPDATES))), longest


def curves_of(compared: ComparedSnapshots, axis: Axis, seen: AxisRange, columns: int) -> list[SessionCurve]:
    """Return what is seen of the sessions whose places on the axis are known, thinned out without losing extremes."""
    curves = []
    for entry in compared.all:
        along = entry.along(axis)
        if along is not None:
            curves.append(SessionCurve(entry, *drawn_of(along, entry.losses, seen_of(along, seen), columns)))
    return curves


def losses_scale(curves: Sequence[SessionCurve], *, log: bool, whole: bool) -> Scale:
    """Return the axis of losses that shows the lines; those that have diverged leave it."""
    greatest = [bounds([curve.entry.losses], positive=log)[1] for curve in curves]
    finite = [value for value in greatest if np.isfinite(value)]
    most = _ABOVE[log] * min(finite, default=np.inf)
    lowered = [np.fmin(curve.losses, np.where(np.isfinite(curve.losses), most, np.nan)) for curve in curves]
    return scale_for(lowered, np.empty(0), log=log, whole=whole)


def entry_pen(theme: Theme, entry: ComparedSnapshot, width: float) -> QPen:
    """Return the pen of a session: for the one in the window a solid line in the accent colour, as on the loss plot.

    Parameters
    ----------
    theme
        Colours.
    entry
        The session.
    width
        Of the line, in pixels.
    """
    if not entry.is_main:
        return compared_pen(theme, entry.place, width)
    pen = QPen(QColor(theme.accent), width)
    pen.setCosmetic(True)
    return pen
