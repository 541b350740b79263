"""Which part of the plot is shown: all of it, until it is zoomed or dragged."""

from __future__ import annotations

import numpy as np
from PyQt6.QtCore import QPointF, QRectF

from nnviz.model.arrays.array import Array
from nnviz.model.prediction.grid import Extent
from nnviz.views.plots.predictions.plot import PlotMoment, PredictionPlot
from nnviz.views.plots.predictions.viewport import Viewport


class ViewState:
    """Keeps the home extent and the shown extent from snapshot to snapshot."""

    def __init__(self) -> None:
        self._plot: PredictionPlot | None = None
        self._inputs: Array = np.zeros((0, 0))
        self._home = Extent(-1.0, 1.0, -1.0, 1.0)
        self._shown = self._home

    @property
    def is_home(self) -> bool:
        """Whether all of the plot is shown."""
        return self._shown == self._home

    def follow(self, plot: PredictionPlot, moment: PlotMoment) -> None:
        """Go home for other data; stay where a sample was only edited, so that nothing moves under the mouse."""
        inputs = moment.snapshot.data.places
        if plot is self._plot and inputs is self._inputs:
            return
        edited = plot is self._plot and differ_by_one(self._inputs, inputs)
        if not (edited and self._home.holds(plot.places(moment))):
            self._home = self._shown = plot.home(moment)
        self._plot, self._inputs = plot, inputs

    def viewport(self, area: QRectF) -> Viewport:
        """Return the viewport that shows the extent in an area."""
        return Viewport(self._shown, area)

    def go_home(self) -> None:
        """Show all of the plot."""
        self._shown = self._home

    def zoom(self, area: QRectF, factor: float, about: QPointF) -> None:
        """Show everything `factor` times as large about a pixel."""
        self._shown = self.viewport(area).zoomed(factor, about, self._home).extent

    def move(self, area: QRectF, by: QPointF) -> None:
        """Drag the plot by so many pixels."""
        self._shown = self.viewport(area).moved(by).extent


def differ_by_one(old: Array, new: Array) -> bool:
    """Return whether inputs ``(n, m)`` differ in at most one sample: added, moved or removed."""
    if len(old) != len(new) or abs(old.shape[1] - new.shape[1]) > 1:
        return False
    both, most = min(old.shape[1], new.shape[1]), max(old.shape[1], new.shape[1])
    same = (old[:, :both] == new[:, :both]).all(axis=0)
    from_start = both if same.all() else int(np.argmin(same))
    same = (old[:, old.shape[1] - both :] == new[:, new.shape[1] - both :]).all(axis=0)[::-1]
    from_end = both if same.all() else int(np.argmin(same))
    return bool(from_start + from_end >= most - 1)
