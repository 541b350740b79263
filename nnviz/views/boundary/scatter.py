"""Any number of inputs: each sample's output against its target."""

from __future__ import annotations

from typing import Final

import numpy as np
from PyQt6.QtCore import QCoreApplication, QLineF, QPointF
from PyQt6.QtGui import QColor, QPainter, QPen

from nnviz.model.arrays.array import Array
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.prediction.grid import Extent
from nnviz.model.program.symbols import subscript
from nnviz.views.painter_state import saved
from nnviz.views.plots.predictions.curve import draw_level, with_margin
from nnviz.views.plots.predictions.own_units import PlotAxis, target_axis
from nnviz.views.plots.predictions.plot import Insets, PlotMoment, PredictionPlot
from nnviz.views.plots.predictions.plot_axes import PlotAxes
from nnviz.views.plots.predictions.text import class_name
from nnviz.views.plots.predictions.viewport import Viewport
from nnviz.views.plots.ticks import Tick
from nnviz.views.theme import Theme, metrics

_COLUMN: Final = 0.8
"""Share of a class's column that its samples take."""


class ScatterPlot(PredictionPlot):
    """Regression: output over target, correct on the diagonal. Classes: a column each, with its output upwards."""

    insets = Insets(left=38, top=18, right=2, bottom=18)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._axes = PlotAxes(theme)

    def home(self, moment: PlotMoment) -> Extent:
        """Return the range of the targets, or a column for each class."""
        snapshot = moment.snapshot
        if snapshot.data.labels is None:
            low, high = with_margin(snapshot.targets[moment.output])
            return Extent(low, high, low, high)
        bounds = ACTIVATIONS[snapshot.network.output.activation].value_range
        low, high = with_margin(snapshot.targets if bounds is None else np.array(bounds))
        if bounds is not None:
            # Only half a spot can lie beyond the bounds.
            low, high = low * 0.8 + bounds[0] * 0.2, high * 0.8 + bounds[1] * 0.2
        return Extent(-0.5, snapshot.data.n_classes - 0.5, low, high)

    def places(self, moment: PlotMoment) -> Array:
        """Return the places of the samples, in their columns in the order of the data."""
        snapshot, predictions = moment.snapshot, moment.predictions
        labels, samples, outputs = snapshot.data.labels, predictions.samples, predictions.outputs
        if labels is None:
            return np.stack([snapshot.targets[moment.output, samples], outputs[moment.output]])
        classes = labels[samples]
        own = outputs[0] if len(outputs) == 1 else outputs[classes, np.arange(len(samples))]
        across = classes.astype(np.float64)
        for label in np.unique(classes):
            members = np.flatnonzero(classes == label)
            across[members] += _COLUMN * ((np.arange(len(members)) + 0.5) / len(members) - 0.5)
        return np.stack([across, own])

    def paint(self, painter: QPainter, viewport: Viewport, moment: PlotMoment) -> None:
        """Draw axes, and the diagonal or the threshold."""
        snapshot = moment.snapshot
        name = snapshot.labels.of(f"A{snapshot.network.depth}").lower()
        area = viewport.area
        if snapshot.data.labels is None:
            target = QCoreApplication.translate("Boundary", "target")
            if len(snapshot.targets) > 1:
                name, target = name + subscript(moment.output + 1), target + subscript(moment.output + 1)
            across, up = (target_axis(snapshot.data, moment.output, each) for each in (target, name))
            self._axes.draw(painter, viewport, across, up)
            painter.setPen(QPen(QColor(self.theme.secondary), self.theme.px(metrics.BORDER)))
            with saved(painter):
                painter.setClipRect(area)
                extent = viewport.extent
                low, high = min(extent.left, extent.bottom), max(extent.right, extent.top)
                painter.drawLine(QLineF(viewport.position(low, low), viewport.position(high, high)))
            return
        data = snapshot.data
        columns = [Tick(float(index), class_name(data, index)) for index in range(data.n_classes)]
        title = QCoreApplication.translate("Boundary", "class")
        outputs = snapshot.network.output.units
        if outputs > 1:
            name = QCoreApplication.translate("Boundary", "%1 of the sample's class").replace("%1", name)
        self._axes.draw(painter, viewport, PlotAxis(title), PlotAxis(name), columns)
        painter.setPen(QPen(QColor(self.theme.border), self.theme.px(metrics.BORDER)))
        for index in range(1, snapshot.data.n_classes):
            edge = viewport.position(index - 0.5, 0.0).x()
            painter.drawLine(QPointF(edge, area.top()), QPointF(edge, area.bottom()))
        if outputs == 1:
            draw_level(painter, self.theme, viewport, snapshot.threshold)
