"""The axes around the loss plot: losses on the left, updates below, and the accuracy on the right."""

from __future__ import annotations

import pyqtgraph as pg

from nnviz.model.text.numbers import format_count
from nnviz.views.loss.axis import NumberAxis
from nnviz.views.loss.frame import LossFrame
from nnviz.views.plots.scale import Scale
from nnviz.views.plots.ticks import Tick, count_ticks
from nnviz.views.theme import Theme, metrics

_TICK_ACROSS, _TICK_UP = 56, 21
"""Pixels at scale 1 for each number of an axis."""
_ACCURACIES = (Tick(0.0, "0"), Tick(0.5, "50"), Tick(1.0, "100 %"))


class LossAxes:
    """The three axes of the plot.

    Attributes
    ----------
    left, bottom, right
        Losses, updates, accuracy.
    has_unit
        Whether the numbers below leave room for their unit.

    Parameters
    ----------
    theme
        Colours, font and sizes.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.left = NumberAxis("left", theme, theme.secondary)
        self.bottom = NumberAxis("bottom", theme, theme.secondary)
        self.right = NumberAxis("right", theme, theme.holds)
        self.has_unit = True

    def set_up(self, item: pg.PlotItem) -> None:
        """Lay the axes out, once they are on a plot."""
        theme = self._theme
        # Half of the number at the upper end is above the axis.
        item.layout.setContentsMargins(
            theme.px(metrics.SMALL_GAP), theme.px(metrics.SMALL_GAP), theme.px(metrics.PADDING), 0
        )
        item.layout.setSpacing(0)
        self.bottom.setHeight(self.bottom.row_height())
        self.right.show_ticks(_ACCURACIES)
        self.right.setWidth(self.right.width_of([tick.text for tick in _ACCURACIES]))
        self.right.hide()
        self.left.setWidth(self.left.width_of(["0.00"]))

    def show_losses(self, scale: Scale, height: float) -> bool:
        """Show the losses on so many pixels; return whether they changed, and with them the room that they take."""
        ticks = scale.ticks(max(2, int(height / self._theme.px(_TICK_UP))))
        if not self.left.show_ticks(ticks):
            return False
        self.left.setWidth(self.left.width_of(["0.00", *(tick.text for tick in ticks)]))
        return True

    def show_updates(self, frame: LossFrame, unit_left: float) -> None:
        """Show as many updates as fit, without those that the unit at the end would cover."""
        widest = self.bottom.width_of([format_count(round(frame.extent.high))])
        ticks = count_ticks(frame.extent, max(2, int(frame.across / max(widest, self._theme.px(_TICK_ACROSS)))))
        ends = [frame.position(tick.at, 0).x() + self.bottom.width_of([tick.text]) / 2 for tick in ticks]
        clear = [tick for tick, end in zip(ticks, ends, strict=True) if end <= unit_left]
        # Two numbers matter more to an axis than its unit.
        self.has_unit = len(clear) >= 2
        self.bottom.show_ticks(clear if self.has_unit else ticks)
