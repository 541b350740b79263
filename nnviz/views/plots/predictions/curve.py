"""One input: the output over it as a curve, and the samples at their targets."""

from __future__ import annotations

from typing import Final

import numpy as np
from PyQt6.QtCore import QLineF, QPointF, Qt
from PyQt6.QtGui import QColor, QPainter, QPen, QPolygonF

from nnviz.model.arrays.array import Array
from nnviz.model.prediction.grid import FARTHEST, Extent, Grid, extent_of
from nnviz.model.program.symbols import subscript
from nnviz.views.plots.predictions.own_units import PlotAxis, input_axis, target_axis
from nnviz.views.plots.predictions.plot import Finite, Insets, PlotMoment, PredictionPlot, finite_of
from nnviz.views.plots.predictions.plot_axes import PlotAxes
from nnviz.views.plots.predictions.text import probe
from nnviz.views.plots.predictions.viewport import Viewport
from nnviz.views.theme import Theme, class_colour, metrics

PLACES: Final = 240
"""Points of the curve: about one for every pixel or two."""

_MARGIN: Final = 0.2
_FAR: Final = 1e4
"""Pixels beyond which a line is cut off before the painter sees it."""


class CurvePlot(PredictionPlot):
    """The fitted curve; for several classes, a curve for each."""

    insets = Insets(left=38, top=18, right=2, bottom=18)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._grid: Grid | None = None
        self._outputs: Array = np.zeros((0, 0))
        self._axes = PlotAxes(theme)
        self._finite: Finite = "all"

    def home(self, moment: PlotMoment) -> Extent:
        """Return the samples' inputs and targets, with a margin."""
        across = extent_of(moment.snapshot.data.places)
        return Extent(across.left, across.right, *with_margin(moment.snapshot.targets))

    def places(self, moment: PlotMoment) -> Array:
        """Return the samples' inputs and targets; of several classes, the target of the sample's own."""
        snapshot, samples = moment.snapshot, moment.predictions.samples
        targets = snapshot.targets[moment.output, samples]
        if snapshot.data.labels is not None and len(snapshot.targets) > 1:
            targets = snapshot.targets[snapshot.data.labels[samples], samples]
        return np.stack([snapshot.data.places[0, samples], targets])

    def finite(self, moment: PlotMoment) -> Finite:
        """Return how much of the curve is a number."""
        return self._finite

    def tooltip_at(self, viewport: Viewport, moment: PlotMoment, position: QPointF) -> str:
        """Return the network's prediction at a pixel."""
        return probe(moment, viewport.place(position)[:1]) if viewport.area.contains(position) else ""

    def paint(self, painter: QPainter, viewport: Viewport, moment: PlotMoment) -> None:
        """Draw the axes and the threshold."""
        snapshot = moment.snapshot
        if self._grid is None or not self._grid.covers(snapshot, viewport.extent, PLACES):
            self._grid = Grid(snapshot.program_run, viewport.extent, PLACES)
        depth = snapshot.network.depth
        outputs = self._grid.run(snapshot.values)[f"A{depth}"]
        self._finite = finite_of(outputs)
        name = snapshot.labels.of(f"A{depth}").lower()
        if len(outputs) > 1 and snapshot.data.labels is None:
            name += subscript(moment.output + 1)
        up = target_axis(snapshot.data, moment.output, name) if snapshot.data.labels is None else PlotAxis(name)
        self._axes.draw(painter, viewport, input_axis(snapshot.data, 0), up)
        if snapshot.data.labels is not None and len(outputs) == 1:
            draw_level(painter, self.theme, viewport, snapshot.threshold)
        self._outputs = outputs

    def paint_over(self, painter: QPainter, viewport: Viewport, moment: PlotMoment) -> None:
        """Draw the curves, above the samples that they are fitted to."""
        for index, values in enumerate(self._outputs):
            self._draw_curve(painter, viewport, moment, index, values)

    def _draw_curve(self, painter: QPainter, viewport: Viewport, moment: PlotMoment, index: int, values: Array) -> None:
        assert self._grid is not None  # made by paint
        one_of_classes = moment.snapshot.data.labels is not None and moment.snapshot.network.output.units > 1
        colour = class_colour(self.theme, index) if one_of_classes else QColor(self.theme.accent)
        if index != moment.output and not one_of_classes:
            colour = QColor(self.theme.faint)
        painter.setPen(QPen(colour, self.theme.px(metrics.RING)))
        x, y = viewport.positions(np.stack([self._grid.x, values]).astype(np.float64)).clip(-_FAR, _FAR)
        # A gap where the output is not a number.
        breaks = np.flatnonzero(np.isnan(y))
        for stretch in np.split(np.arange(len(y)), breaks):
            corners = [QPointF(x[i], y[i]) for i in stretch.tolist() if not np.isnan(y[i])]
            painter.drawPolyline(QPolygonF(corners))


def with_margin(values: Array) -> tuple[float, float]:
    """Return a range around values, with a margin; of length 2 or more where all are equal."""
    low, high = (float(end) for end in np.clip((values.min(), values.max()), -FARTHEST, FARTHEST))
    margin = _MARGIN * (high - low) or max(1.0, _MARGIN * abs(high))
    return low - margin, high + margin


def draw_level(painter: QPainter, theme: Theme, viewport: Viewport, level: float) -> None:
    """Draw a dashed line across the plot, where the decision changes."""
    place = viewport.position(viewport.extent.left, level).y()
    painter.setPen(QPen(QColor(theme.secondary), theme.px(metrics.BORDER), Qt.PenStyle.DashLine))
    painter.drawLine(QLineF(viewport.area.left(), place, viewport.area.right(), place))
