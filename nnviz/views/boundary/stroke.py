"""Samples that are being painted: places along the way of the mouse."""

from __future__ import annotations

import math

from PyQt6.QtCore import QPointF

from nnviz.views.boundary.edits import Place


class Stroke:
    """Collects places that lie far enough apart.

    Parameters
    ----------
    spacing
        The least distance of two of them, in pixels.
    """

    def __init__(self, spacing: float) -> None:
        self._spacing = spacing
        self._last: QPointF | None = None
        self._places: list[Place] = []

    @property
    def places(self) -> tuple[Place, ...]:
        """Where the samples are to stand."""
        return tuple(self._places)

    def reach(self, position: QPointF, place: Place) -> None:
        """Take a place, if its pixel is far enough from the last one's."""
        if self._last is not None and math.dist(_pair(self._last), _pair(position)) < self._spacing:
            return
        self._last = position
        self._places.append(place)


def _pair(position: QPointF) -> tuple[float, float]:
    return position.x(), position.y()
