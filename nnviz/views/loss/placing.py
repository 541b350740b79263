"""Placing the marks over the curves, and their texts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PyQt6.QtCore import QCoreApplication
from PyQt6.QtGui import QColor, QPen

from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import format_number
from nnviz.views.loss import texts
from nnviz.views.loss.frame import LossFrame
from nnviz.views.loss.legend import LegendRow
from nnviz.views.loss.marks import Label, LossMarks
from nnviz.views.loss.series import Series
from nnviz.views.plots.branch_pens import compared_pen
from nnviz.views.plots.compared_branches import ComparedBranch
from nnviz.views.plots.scale import Scale
from nnviz.views.theme import Theme, metrics
from nnviz.views.translation import branch_name


def place_marks(
    marks: LossMarks, snapshot: Snapshot, series: Series, frame: LossFrame, scale: Scale, theme: Theme
) -> None:
    """Place all marks except the one under the mouse.

    Parameters
    ----------
    marks
        The marks to place.
    snapshot
        The state.
    series
        Its evaluations.
    frame, scale
        The place of the plot, and its axis of losses.
    theme
        Colours.
    """
    translate, now, extent = QCoreApplication.translate, snapshot.metrics, frame.shown
    marks.area = frame.area
    inside = extent.low <= now.update <= extent.high
    here = snapshot.position.completed
    marks.cursor = frame.position(here, 0.0).x() if extent.low <= here <= extent.high else None
    marks.labels, marks.dot = [], None
    # Next to another curve its number would be taken for that curve's; both numbers are under the plot.
    own = format_number(now.train) if now.test is None else translate("LossPlot", "train")
    ends = [(now.train, own, theme.text)]
    if now.test is not None:
        ends.append((now.test, translate("LossPlot", "test"), theme.text))
    if snapshot.program.objective != "L":
        ends.append((now.train_total, snapshot.labels.of("J"), theme.secondary))
    # Right of the last of them there is room for their texts.
    for loss, text, colour in ends if inside and now.update <= frame.extent.high else ():
        height = scale.height(loss)
        if height is not None:
            marks.labels.append(Label(frame.position(now.update, height), text, colour))
    height = scale.height(now.train)
    if inside and height is not None:
        marks.dot = frame.position(now.update, height)
    marks.fault = _fault(snapshot.curve.fault, series, frame, scale, theme)
    # Where a loss is not finite already, that stands there instead.
    empty = now.update == 0 and marks.fault is None
    marks.message = translate("LossPlot", "The curve grows with every update.") if empty else ""
    seen = series.seen(frame.shown)
    has_zeros = scale.log and any((losses[seen] == 0).any() for losses in (series.train, series.test))
    marks.hint = translate("LossPlot", "0 is below the axis") if has_zeros else ""


def legend_of(snapshot: Snapshot, compared: Sequence[ComparedBranch], theme: Theme) -> list[LegendRow]:
    """Return the rows of the legend, the current branch first; none while no other branch is compared."""
    if not compared:
        return []
    stroke = metrics.STROKE * theme.scale
    own = LegendRow(branch_name(snapshot.branch), QPen(QColor(theme.accent), stroke))
    return [own, *(LegendRow(branch_name(b.name), compared_pen(theme, b.place, stroke)) for b in compared)]


def _fault(update: int | None, series: Series, frame: LossFrame, scale: Scale, theme: Theme) -> Label | None:
    """Return the mark where the curve ends because a loss is not finite."""
    if update is None or not frame.extent.low <= update <= frame.extent.high:
        return None
    finite = np.flatnonzero(np.isfinite(series.train) & (series.at <= update))
    if not len(finite):
        return Label(frame.position(update, 0.5), texts.fault(update), theme.fault)
    last = finite[-1]
    height = scale.height(float(series.train[last])) or 0.0
    return Label(frame.position(float(series.at[last]), height), texts.fault(update), theme.fault)
