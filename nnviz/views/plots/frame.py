"""The place of a plot between its axes: from values to pixels, and back."""

from __future__ import annotations

from dataclasses import dataclass

from PyQt6.QtCore import QRectF

from nnviz.views.plots.axis_range import AxisRange
from nnviz.views.plots.scale import Scale


@dataclass(frozen=True)
class PlotFrame:
    """The place of a plot, and its axes.

    Attributes
    ----------
    area
        In pixels of the widget.
    across
        What is seen of the axis across, from the left to the right edge.
    scale
        The axis up.
    """

    area: QRectF
    across: AxisRange
    scale: Scale

    def x(self, value: float) -> float:
        """Return the pixel of a place on the axis across."""
        return self.area.left() + self.across.share(value) * self.area.width()

    def y(self, height: float) -> float:
        """Return the pixel of a height, as a share of the plot's."""
        return self.area.bottom() - height * self.area.height()

    def at(self, x: float) -> float:
        """Return the place on the axis across at a pixel."""
        return self.across.at((x - self.area.left()) / self.area.width())

    def has(self, value: float) -> bool:
        """Return whether a place on the axis across is seen."""
        return self.across.low <= value <= self.across.high
