"""Two inputs: the plane, coloured by the output, and the samples on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PyQt6.QtCore import QPointF, QRectF
from PyQt6.QtGui import QColor, QImage, QPainter

from nnviz.model.arrays.array import Array
from nnviz.model.prediction.grid import Extent, Grid, extent_of, size_within
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.plots.predictions.own_units import input_axis
from nnviz.views.plots.predictions.plane_colours import class_pixels, image_of, signed_pixels
from nnviz.views.plots.predictions.plot import Finite, Insets, PlotMoment, PredictionPlot, finite_of
from nnviz.views.plots.predictions.plot_axes import PlotAxes
from nnviz.views.plots.predictions.spots import SpotStyle
from nnviz.views.plots.predictions.text import probe
from nnviz.views.plots.predictions.viewport import Viewport
from nnviz.views.theme import Theme, hatch_brush, signed_colour

COARSE: Final = 60
"""Places along each side while running …"""
FINE: Final = 160
"""… and otherwise."""

_ROUGHEST: Final = 24
_WORK_OF_A_FRAME: Final = 2.5e6
_WORK_OF_A_PAUSE: Final = 6e7
_TARGET_LEVELS: Final = 21
_SHARP: Final = 1e-30
"""How far from neutral the full colours are where only the decision is shown."""


def half_range(snapshot: Snapshot) -> float:
    """Return how far from neutral the full colours are: half the way from one class's target to the other's."""
    if snapshot.data.labels is not None:
        return 0.5 if snapshot.threshold else 1.0
    targets = np.abs(snapshot.targets)
    return float(targets.max(initial=0.0)) or 1.0


class PlanePlot(PredictionPlot):
    """The plane: blue and orange about the threshold, the classes' colours, or the signed value of one output.

    Attributes
    ----------
    discretised
        Whether only the decision is shown: full colours on either side of it.
    """

    square = True
    insets = Insets(left=30, top=20, right=6, bottom=32)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.discretised = False
        self._grid: Grid | None = None
        self._finite: Finite = "all"
        self._image = QImage()
        self._drawn: tuple[object, ...] = ()
        self._axes = PlotAxes(theme, has_lines=False, name_below=True)

    def home(self, moment: PlotMoment) -> Extent:
        """Return a square around the samples."""
        return extent_of(moment.snapshot.data.places)

    def places(self, moment: PlotMoment) -> Array:
        """Return the inputs of the samples."""
        return moment.snapshot.data.places[:, moment.predictions.samples]

    def fills(self, moment: PlotMoment) -> tuple[Sequence[QColor], NDArray[np.intp]]:
        """Return the classes' colours; for regression those of the targets, on the same scale as the plane."""
        if moment.snapshot.data.labels is not None:
            return super().fills(moment)
        middle = _TARGET_LEVELS // 2
        levels = np.arange(-middle, middle + 1) / middle
        colours = [signed_colour(self.theme, float(level), 1.0) for level in levels]
        targets = moment.snapshot.targets[moment.output, moment.predictions.samples]
        return colours, np.rint(targets / half_range(moment.snapshot) * middle).astype(np.intp) + middle

    def style(self, moment: PlotMoment) -> SpotStyle:
        """Return rings that can be seen: classes stand out anyway, but a target near zero is as pale as the plane."""
        if moment.snapshot.data.labels is not None:
            return SpotStyle(self.theme.paper, self.theme.ink, self.theme.paper)
        return SpotStyle(self.theme.text, self.theme.text, self.theme.panel)

    def finite(self, moment: PlotMoment) -> Finite:
        """Return how much of the plane is a number."""
        return self._finite

    def tooltip_at(self, viewport: Viewport, moment: PlotMoment, position: QPointF) -> str:
        """Return the network's prediction at a pixel."""
        return probe(moment, viewport.place(position)) if viewport.area.contains(position) else ""

    def paint(self, painter: QPainter, viewport: Viewport, moment: PlotMoment) -> None:
        """Draw the plane; hatch in the colour of a fault where the output is not a number."""
        snapshot, network = moment.snapshot, moment.snapshot.network
        size = (
            size_within(network, _WORK_OF_A_FRAME, _ROUGHEST, COARSE)
            if moment.running
            else size_within(network, _WORK_OF_A_PAUSE, _ROUGHEST, FINE)
        )
        drawn = (snapshot, viewport.extent, size, moment.output, self.discretised)
        if self._drawn != drawn:
            self._image = self._make_image(moment, viewport.extent, size)
            self._drawn = drawn
        if self._finite != "all":
            painter.fillRect(viewport.area, hatch_brush(replace(self.theme, hatching=self.theme.fault)))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        # The outermost places are on the edges: half a pixel of the image lies beyond them.
        painter.drawImage(viewport.area, self._image, QRectF(0.5, 0.5, size - 1, size - 1))
        self._axes.draw(painter, viewport, input_axis(snapshot.data, 0), input_axis(snapshot.data, 1))

    def _make_image(self, moment: PlotMoment, extent: Extent, size: int) -> QImage:
        snapshot = moment.snapshot
        if self._grid is None or not self._grid.covers(snapshot, extent, size):
            self._grid = Grid(snapshot.program_run, extent, size, snapshot.data.features)
        outputs = self._grid.run(snapshot.values)[f"A{snapshot.network.depth}"]
        self._finite = finite_of(outputs)
        return image_of(self._pixels(moment, outputs), size)

    def _pixels(self, moment: PlotMoment, outputs: Array) -> NDArray[np.uint32]:
        snapshot = moment.snapshot
        half = _SHARP if self.discretised else half_range(snapshot)
        if snapshot.data.labels is None:
            return signed_pixels(self.theme, outputs[moment.output], 0.0, half)
        if len(outputs) == 1:
            return signed_pixels(self.theme, outputs[0], snapshot.threshold, half)
        return class_pixels(self.theme, outputs, 2 * half)
