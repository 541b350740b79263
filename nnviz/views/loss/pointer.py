"""The mouse over the plot: what it has taken hold of, and which evaluation it is nearest to."""

from __future__ import annotations

from PyQt6.QtCore import QPointF

from nnviz.views.loss.frame import LossFrame
from nnviz.views.loss.series import Series
from nnviz.views.plots.scale import Scale


class Pointer:
    """Where the mouse is, in pixels of the view."""

    def __init__(self) -> None:
        self._place: QPointF | None = None
        self._grabbed: float | None = None

    @property
    def holds(self) -> bool:
        """Whether it has taken hold of the plot."""
        return self._grabbed is not None

    def grab(self, place: QPointF) -> None:
        """Take hold of the plot."""
        self._grabbed = place.x()

    def release(self) -> None:
        """Let go."""
        self._grabbed = None

    def move(self, place: QPointF) -> None:
        """Stand elsewhere."""
        self._place = place

    def leave(self) -> None:
        """Stand nowhere over the plot."""
        self._place = None

    def drag(self, place: QPointF) -> float:
        """Pull the plot along; give the pixels since the last time, positive to the left."""
        moved = 0.0 if self._grabbed is None else self._grabbed - place.x()
        self._grabbed = place.x()
        return moved

    def nearest(self, series: Series | None, frame: LossFrame) -> int | None:
        """Return the evaluation nearest to the mouse, where it is over the plot."""
        if self._place is None or series is None or not frame.area.contains(self._place):
            return None
        return series.nearest(frame.extent.at(frame.share(self._place.x())))

    def cross(self, series: Series | None, frame: LossFrame, scale: Scale) -> QPointF | None:
        """Return the place of that evaluation; None where its loss is not finite or it is off the screen."""
        index = self.nearest(series, frame)
        if index is None or series is None:
            return None
        height = scale.height(float(series.train[index]))
        if height is None:
            return None
        place = frame.position(float(series.at[index]), height)
        return place if frame.area.left() <= place.x() <= frame.area.right() else None
