"""The loss of the run in the groove: drawn once in each colour, and copied from there while the cursor moves."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PyQt6.QtCore import QRectF, QSizeF
from PyQt6.QtGui import QColor, QPainter, QPen

from nnviz.model.arrays.array import Array
from nnviz.model.curve.recorder import LossCurve
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.plots.axis_range import AxisRange
from nnviz.views.plots.branch_pens import compared_by_default
from nnviz.views.plots.compared_branches import compared_of
from nnviz.views.plots.line_strokes import draw_strokes, strokes_between
from nnviz.views.plots.reduction import drawn_of, seen_of
from nnviz.views.plots.scale import Scale, bounds
from nnviz.views.theme import Theme, metrics
from nnviz.views.timeline.layer import Layer

_FEW: Final = 3
"""Up to so many measurements of the whole data, the batches' losses are drawn where there are more of them."""
_DECADES: Final = 2.0
"""Losses that span more decades than this are drawn on a logarithmic axis: on a linear one the end would be flat."""
_MARGIN: Final = 5
"""Pixels at scale 1 between the curve and the groove's edges."""
_DASHES: Final = (4.0, 3.0)
_DIVERGED: Final = 4.0
"""Other branches may raise the axis to this many times the present branch's greatest loss."""


class RunCurve:
    """Pictures of the curves: what has been, what comes, and the other branches.

    They are painted, as the cursor moves over them in every frame: the measurement is at
    `nnviz.views.plots.line_strokes`.

    Parameters
    ----------
    theme
        Colours and widths.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._past, self._future = Layer(), Layer()

    def draw(
        self, painter: QPainter, snapshot: Snapshot, groove: QRectF, seen: AxisRange, cursor: float, ratio: float
    ) -> None:
        """Draw the curves: of this branch blue up to the cursor and grey behind it, of others dashed.

        Parameters
        ----------
        painter
            Where.
        snapshot
            The curves.
        groove, seen
            Their place, and the updates from its left to its right end.
        cursor
            The pixel of the cursor.
        ratio
            Device pixels per pixel.
        """
        # Curves are equal to themselves only, and stay the same object until something is added to them.
        key = snapshot.curve, tuple((info.name, info.curve) for info in snapshot.branches), seen
        across = min(max(cursor - groove.left(), 0.0), groove.width())
        past = QRectF(0.0, 0.0, across, groove.height())
        future = QRectF(across, 0.0, groove.width() - across, groove.height())
        drawn = (self._past, past, self._theme.accent), (self._future, future, self._theme.faint)
        for layer, part, colour in drawn:
            if part.width() > 0:
                make = partial(self._draw, snapshot, groove.size(), seen, colour)
                layer.draw(painter, groove.topLeft(), groove.size(), ratio, key, make, part)

    def _draw(self, snapshot: Snapshot, size: QSizeF, seen: AxisRange, colour: str, painter: QPainter) -> None:
        theme = self._theme
        names = compared_by_default(snapshot) if len(snapshot.branches) > 1 else ()
        at, losses = curve_points(snapshot.curve)
        columns = round(size.width() / 3)  # so low a curve shows no finer detail
        own = drawn_of(at, losses, seen_of(at, seen), columns)
        others = [
            drawn_of(branch.at, branch.train, seen_of(branch.at, seen), columns)
            for branch in compared_of(snapshot, names)
        ]
        is_whole = seen.low <= 0 and seen.high >= float(at[-1]) if len(at) else True
        scale = groove_scale(own[1], [points[1] for points in others], whole=is_whole)
        pen = QPen(QColor(theme.faint), theme.px(metrics.BORDER))
        pen.setDashPattern(list(_DASHES))
        painter.setPen(pen)
        for points in others:
            draw_strokes(painter, self._strokes(points, scale, size, seen))
        painter.setPen(QPen(QColor(colour), metrics.STROKE * theme.scale))
        draw_strokes(painter, self._strokes(own, scale, size, seen))

    def _strokes(self, points: tuple[Array, Array], scale: Scale, size: QSizeF, seen: AxisRange) -> Array:
        margin = self._theme.px(_MARGIN)
        y = margin + (1.0 - scale.heights(points[1]).clip(0.0, 1.0)) * (size.height() - 2 * margin)
        return strokes_between((points[0] - seen.low) / seen.span * size.width(), y)


def curve_points(curve: LossCurve) -> tuple[NDArray[np.int64], Array]:
    """Return after how many updates losses are known, and the losses.

    Of a run that has hardly been measured as a whole they are those of the batches, in the middle of their extremes.
    """
    if len(curve.at) > _FEW or curve.updates <= len(curve.at):
        return curve.at, curve.train
    return np.arange(len(curve.least), dtype=np.int64) * curve.stride, (curve.least + curve.greatest) / 2


def run_csv(snapshot: Snapshot) -> str:
    """Return the losses of the run as CSV, as far as they are drawn."""
    from nnviz.views.plots.copying import as_csv

    return as_csv("update", {"loss": curve_points(snapshot.curve)})


def groove_scale(own: Array, others: Sequence[Array], *, whole: bool = True) -> Scale:
    """Return the axis of the groove, logarithmic where the losses span decades.

    Parameters
    ----------
    own, others
        ``(n,)`` losses of this branch and of each other one; those that are not finite do not count.
    whole
        Whether the whole run is seen: then a linear axis has its zero, otherwise it surrounds what is seen.
    """
    least, greatest = bounds([own])
    low, high = bounds(others)
    if math.isfinite(high) and math.isfinite(greatest):
        greatest = max(greatest, min(high, _DIVERGED * abs(greatest)))
        least = min(least, low)
    elif math.isfinite(high):
        least, greatest = low, high
    if not (math.isfinite(least) and math.isfinite(greatest)):
        return Scale(AxisRange(0.0, 1.0), log=False)
    if least > 0 and math.log10(greatest) - math.log10(least) > _DECADES:
        return Scale(AxisRange(math.log10(least), math.log10(greatest)), log=True)
    low = min(0.0, least) if whole else least
    return Scale(AxisRange(low, greatest if greatest > low else low + 1.0), log=False)
