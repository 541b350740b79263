"""Filling the curves with what of a run is on the screen."""

from __future__ import annotations

import numpy as np

from nnviz.model.snapshot import Snapshot
from nnviz.views.loss.curves import Curves
from nnviz.views.loss.frame import Frame
from nnviz.views.loss.scale import Scale, scale_for
from nnviz.views.loss.series import Series, band_of, later_of


def fill_curves(
    curves: Curves, snapshot: Snapshot, series: Series, frame: Frame, *, log: bool, accuracy: bool, whole: bool
) -> Scale:
    """Draw losses, band and accuracy as they are thinned out for a frame; give the scale that shows them.

    Parameters
    ----------
    curves
        What is filled.
    snapshot
        The state.
    series
        Its evaluations.
    frame
        Where the plot stands.
    log
        Whether losses stand on a logarithmic axis.
    accuracy
        Whether the accuracy is drawn.
    whole
        Whether the whole run is seen.
    """
    shown, columns = frame.shown, frame.columns
    seen = series.seen(shown)
    losses = {curves.train: series.train}
    if snapshot.program.objective != "L":
        losses[curves.total] = series.total
    if snapshot.metrics.test is not None:
        losses[curves.test] = series.test
    # The whole data's batch losses say nothing new, unless evaluations were left out between them.
    has_band = snapshot.per_epoch > 1 or snapshot.curve.stride > 1
    band_x, band = band_of(snapshot.curve, shown, columns) if has_band else (np.empty(0), np.empty(0))
    scale = scale_for([array[seen] for array in losses.values()], band, log=log, whole=whole)
    curves.band.setData(band_x, scale.heights(band))
    later_x, later = later_of(snapshot)
    if len(later_x):
        curves.later.show_points(later_x, scale.heights(later))
    else:
        curves.later.clear_points()
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
