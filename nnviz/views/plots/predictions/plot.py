"""What all plots of the network's predictions have in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PyQt6.QtCore import QPointF, QRectF
from PyQt6.QtGui import QColor, QPainter

from nnviz.model.arrays.array import Array
from nnviz.model.prediction.grid import Extent
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.plots.predictions.predictor import Predictions
from nnviz.views.plots.predictions.spots import SpotStyle, panel_style
from nnviz.views.plots.predictions.viewport import Viewport
from nnviz.views.theme import Theme, class_colour

_SAME_PLACE = 1.0
"""Spots nearer to each other than this, in pixels, count as one under the other."""

Finite = Literal["all", "some", "none"]


def finite_of(values: Array) -> Finite:
    """Return how many of some values are numbers; infinities count as numbers: they have a sign."""
    missing = np.isnan(values)
    if not missing.any():
        return "all"
    return "none" if missing.all() else "some"


@dataclass(frozen=True, eq=False)
class PlotMoment:
    """What is drawn: a state and its predictions.

    Attributes
    ----------
    snapshot, predictions
        The state, and its predictions for the drawn samples.
    output
        Which output (from 0), where only one can be drawn.
    running
        Whether the next frame is due soon.
    """

    snapshot: Snapshot
    predictions: Predictions
    output: int
    running: bool


@dataclass(frozen=True)
class Insets:
    """Room around a plot for its axes, in pixels at scale 1."""

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0


class PredictionPlot(ABC):
    """One way to draw a network's predictions: a background, and a spot for each sample.

    Attributes
    ----------
    insets
        Room for axes.
    square
        Whether both axes have the same unit.
    zooms
        Whether it can be zoomed.
    has_spots
        Whether samples are drawn one by one.
    """

    insets = Insets()
    square = False
    zooms = True
    has_spots = True

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    @abstractmethod
    def home(self, moment: PlotMoment) -> Extent:
        """Return what is shown before zooming: a function of the data, not of the parameters."""

    @abstractmethod
    def places(self, moment: PlotMoment) -> Array:
        """Return the places ``(2, k)`` of the drawn samples."""

    @abstractmethod
    def paint(self, painter: QPainter, viewport: Viewport, moment: PlotMoment) -> None:
        """Draw the background; what is not a number is left out."""

    def fills(self, moment: PlotMoment) -> tuple[Sequence[QColor], NDArray[np.intp]]:
        """Return the colours of the spots, and the index of each drawn sample's colour."""
        labels, samples = moment.snapshot.data.labels, moment.predictions.samples
        if labels is None:
            return [QColor(self.theme.secondary)], np.zeros(len(samples), np.intp)
        colours = [class_colour(self.theme, index) for index in range(len(self.theme.classes))]
        return colours, labels[samples].astype(np.intp) % len(colours)

    def paint_over(self, painter: QPainter, viewport: Viewport, moment: PlotMoment) -> None:  # noqa: B027 - a hook
        """Draw what goes above the spots; called after `paint`, clipped to the plot."""

    def style(self, moment: PlotMoment) -> SpotStyle:
        """Return the spots' other colours."""
        return panel_style(self.theme)

    def finite(self, moment: PlotMoment) -> Finite:
        """Return how much of what is drawn is a number; known after `paint`."""
        return finite_of(moment.predictions.outputs)

    def samples_at(self, viewport: Viewport, moment: PlotMoment, position: QPointF, reach: float) -> list[int]:
        """Return the drawn sample nearest to a pixel within `reach` pixels, and those under it."""
        if not len(moment.predictions.samples):
            return []
        positions = viewport.positions(self.places(moment))
        distances = np.hypot(positions[0] - position.x(), positions[1] - position.y())
        distances[~np.isfinite(distances)] = np.inf
        nearest = distances.min()
        if nearest > reach:
            return []
        # The last one is drawn on top.
        there = np.flatnonzero(distances <= nearest + _SAME_PLACE)[::-1]
        return [int(sample) for sample in moment.predictions.samples[there]]

    def box_of(self, viewport: Viewport, moment: PlotMoment, sample: int) -> QRectF | None:
        """Return the rectangle that represents a sample, where samples are not drawn one by one."""
        return None

    def tooltip_at(self, viewport: Viewport, moment: PlotMoment, position: QPointF) -> str:
        """Return the tooltip of a pixel without a sample; empty when there is nothing to say."""
        return ""

    def outside(self, viewport: Viewport, moment: PlotMoment) -> int:
        """Return how many drawn samples are outside what is shown."""
        places = self.places(moment)
        there = places[:, ~np.isnan(places).any(axis=0)]
        return int(np.count_nonzero(~viewport.extent.inside(there)))
