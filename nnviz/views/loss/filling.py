"""Filling the curves with the part of a run that is on the screen."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.loss.curves import Curves
from nnviz.views.loss.frame import LossFrame
from nnviz.views.loss.series import Series, band_of, later_of
from nnviz.views.plots.compared_branches import ComparedBranch
from nnviz.views.plots.reduction import drawn_of, seen_of
from nnviz.views.plots.scale import Scale, bounds, scale_for

_ABOVE = 2.0, 10.0
"""Compared branches may raise the top of a linear or logarithmic plot to this many times the current branch's greatest
loss: a branch that has diverged must not flatten it."""


def fill_curves(
    curves: Curves,
    snapshot: Snapshot,
    series: Series,
    compared: Sequence[ComparedBranch],
    frame: LossFrame,
    *,
    log: bool,
    accuracy: bool,
    whole: bool,
) -> Scale:
    """Draw losses, band and accuracy, thinned out for a frame; return the scale that shows them.

    Parameters
    ----------
    curves
        The curves to fill.
    snapshot
        The state.
    series
        Its evaluations.
    compared
        The other branches to draw.
    frame
        The place of the plot.
    log
        Whether the axis of losses is logarithmic.
    accuracy
        Whether the accuracy is drawn.
    whole
        Whether the whole run is in view.
    """
    shown, columns = frame.shown, frame.columns
    seen = series.seen(shown)
    losses = {curves.train: series.train}
    if snapshot.program.objective != "L":
        losses[curves.total] = series.total
    if snapshot.metrics.test is not None:
        losses[curves.test] = series.test
    # With the whole data in one batch, batch losses say nothing new unless evaluations were left out between them.
    has_band = snapshot.per_epoch > 1 or snapshot.curve.stride > 1
    band_x, band = band_of(snapshot.curve, shown, columns) if has_band else (np.empty(0), np.empty(0))
    own = [array[seen] for array in losses.values()]
    others = [branch.train[seen_of(branch.at, shown)] for branch in compared]
    scale = scale_for([*own, *_lowered(others, own, _ABOVE[log])], band, log=log, whole=whole)
    curves.band.setData(band_x, scale.heights(band))
    later_x, later = later_of(snapshot)
    if len(later_x):
        curves.later.show_points(later_x, scale.heights(later))
    else:
        curves.later.clear_points()
    for curve, branch in zip(curves.compared_for(compared), compared, strict=True):
        x, loss = drawn_of(branch.at, branch.train, seen_of(branch.at, shown), columns)
        curve.show_points(x, scale.heights(loss))
    for curve in (curves.train, curves.total, curves.test):
        if curve in losses:
            x, loss = series.drawn(losses[curve], seen, columns)
            curve.show_points(x, scale.heights(loss))
        else:
            curve.clear_points()
    if accuracy:
        curves.accuracy.show_points(*series.drawn(series.accuracy, seen, columns))
    else:
        curves.accuracy.clear_points()
    return scale


def _lowered(others: Sequence[Array], own: Sequence[Array], times: float) -> list[Array]:
    """Return the losses of other branches, limited to so many times the current branch's greatest."""
    greatest = bounds(own)[1]
    return [np.fmin(losses, np.where(np.isfinite(losses), times * greatest, np.nan)) for losses in others]
