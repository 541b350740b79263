"""From places of the plot to pixels on the screen, and back."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from PyQt6.QtCore import QPointF, QRectF

from nnviz.model.arrays.array import Array
from nnviz.model.prediction.grid import FARTHEST, Extent

_DEEPEST = 1e-6
_WIDEST = 1e4
_RESOLUTION = 1e-12


@dataclass(frozen=True)
class Viewport:
    """A part of the plot, shown in a rectangle of the widget.

    Attributes
    ----------
    extent
        What is shown.
    area
        Where, in the widget's pixels.
    """

    extent: Extent
    area: QRectF

    def positions(self, places: Array) -> Array:
        """Return the pixels ``(2, k)`` of places ``(2, k)`` of the plot."""
        extent, area = self.extent, self.area
        with np.errstate(all="ignore"):
            across = area.left() + (places[0] - extent.left) / extent.width * area.width()
            down = area.top() + (extent.top - places[1]) / extent.height * area.height()
        return np.stack([across, down])

    def position(self, first: float, second: float) -> QPointF:
        """Return the pixel of one place."""
        extent, area = self.extent, self.area
        across = area.left() + (first - extent.left) / extent.width * area.width()
        return QPointF(across, area.top() + (extent.top - second) / extent.height * area.height())

    def place(self, position: QPointF) -> tuple[float, float]:
        """Return the place of a pixel."""
        extent, area = self.extent, self.area
        across = (position.x() - area.left()) / max(area.width(), 1.0)
        down = (position.y() - area.top()) / max(area.height(), 1.0)
        return extent.left + across * extent.width, extent.top - down * extent.height

    def moved(self, by: QPointF) -> Viewport:
        """Return the viewport after a drag by so many pixels."""
        across = -by.x() / max(self.area.width(), 1.0) * self.extent.width
        up = by.y() / max(self.area.height(), 1.0) * self.extent.height
        extent = self.extent
        return self._with(
            Extent(extent.left + across, extent.right + across, extent.bottom + up, extent.top + up), self.extent
        )

    def zoomed(self, factor: float, about: QPointF, home: Extent) -> Viewport:
        """Return the viewport in which everything is `factor` times as large, about a pixel that stays where it is."""
        extent = self.extent
        first, second = self.place(about)
        zoomed = Extent(
            first - (first - extent.left) / factor,
            first + (extent.right - first) / factor,
            second - (second - extent.bottom) / factor,
            second + (extent.top - second) / factor,
        )
        return self._with(zoomed, home)

    def _with(self, extent: Extent, home: Extent) -> Viewport:
        """Return a viewport of another extent, or this one where floats could no longer tell its places apart."""
        farthest = max(abs(side) for side in (extent.left, extent.right, extent.bottom, extent.top))
        finest = max(_DEEPEST * home.width, _RESOLUTION * farthest)
        fits = finest < extent.width < _WIDEST * home.width and farthest < FARTHEST
        return replace(self, extent=extent) if fits else self
