"""What every way of drawing the network's answers has in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PyQt6.QtCore import QPointF
from PyQt6.QtGui import QColor, QPainter

from nnviz.model.binding import Array
from nnviz.model.grid import Extent
from nnviz.model.snapshot import Snapshot
from nnviz.views.boundary.predictions import Predictions
from nnviz.views.boundary.viewport import Viewport
from nnviz.views.theme import Theme, class_colour


@dataclass(frozen=True, eq=False)
class Moment:
    """What is drawn.

    Attributes
    ----------
    snapshot, predictions
        The state, and what follows from it for the drawn samples.
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


class Plot(ABC):
    """One way of drawing a network's answers: a ground, and a spot for each sample.

    Attributes
    ----------
    insets
        Room for axes.
    square
        Whether both axes have the same unit.
    zooms
        Whether a person can look closer.
    """

    insets = Insets()
    square = False
    zooms = True

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    @abstractmethod
    def home(self, moment: Moment) -> Extent:
        """Give what is shown before anybody has zoomed: a function of the data, not of the parameters."""

    @abstractmethod
    def places(self, moment: Moment) -> Array:
        """Give where the drawn samples stand, ``(2, k)``."""

    @abstractmethod
    def paint(self, painter: QPainter, viewport: Viewport, moment: Moment) -> None:
        """Draw the ground; what is not finite is left to `hatched`."""

    def fills(self, moment: Moment) -> tuple[Sequence[QColor], NDArray[np.intp]]:
        """Give the spots' colours, and which of them each drawn sample has."""
        labels, samples = moment.snapshot.data.labels, moment.predictions.samples
        if labels is None:
            return [QColor(self.theme.secondary)], np.zeros(len(samples), np.intp)
        colours = [class_colour(self.theme, index) for index in range(len(self.theme.classes))]
        return colours, labels[samples].astype(np.intp) % len(colours)

    def is_finite(self, moment: Moment) -> bool:
        """Tell whether there is anything but "not a number" to draw; known after `paint`."""
        return bool(np.isfinite(moment.predictions.outputs).any())

    def sample_at(self, viewport: Viewport, moment: Moment, position: QPointF, reach: float) -> int | None:
        """Give the drawn sample nearest to a pixel within `reach` pixels."""
        if not len(moment.predictions.samples):
            return None
        positions = viewport.positions(self.places(moment))
        distances = np.hypot(positions[0] - position.x(), positions[1] - position.y())
        distances[~np.isfinite(distances)] = np.inf
        # Of those in one place, the last is drawn on top.
        nearest = len(distances) - 1 - int(np.argmin(distances[::-1]))
        return int(moment.predictions.samples[nearest]) if distances[nearest] <= reach else None
