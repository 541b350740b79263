"""The mouse over the plot: a drag in progress, and the evaluation that is nearest to it."""

from __future__ import annotations

from PyQt6.QtCore import QPointF

from nnviz.views.loss.frame import LossFrame
from nnviz.views.loss.series import Series
from nnviz.views.plots.scale import Scale


class Pointer:
    """The place of the mouse, in pixels of the view."""

    def __init__(self) -> None:
        self._place: QPointF | None = None
        self._grabbed: float | None = None

    @property
    def is_dragging(self) -> bool:
        """Whether the plot is being dragged."""
        return self._grabbed is not None

    def grab(self, place: QPointF) -> None:
        """Begin a drag."""
        self._grabbed = place.x()

    def release(self) -> None:
        """End the drag."""
        self._grabbed = None

    def move(self, place: QPointF) -> None:
        """Note where the mouse is."""
        self._place = place

    def leave(self) -> None:
        """Note that the mouse left the plot."""
        self._place = None

    def drag(self, place: QPointF) -> float:
        """Continue the drag; return the pixels moved since the last call, positive to the left."""
        moved = 0.0 if self._grabbed is None else self._grabbed - place.x()
        self._grabbed = place.x()
        return moved

    def nearest(self, series: Series | None, frame: LossFrame) -> int | None:
        """Return the index of the evaluation nearest to the mouse; None when the mouse is not over the plot."""
        if self._place is None or series is None or not frame.area.contains(self._place):
            return None
        return series.nearest(frame.extent.at(frame.share(self._place.x())))

    def cross(self, series: Series | None, frame: LossFrame, scale: Scale) -> QPointF | None:
        """Return the place of that evaluation; None when its loss is not finite or it is off the screen."""
        index = self.nearest(series, frame)
        if index is None or series is None:
            return None
        height = scale.height(float(series.train[index]))
        if height is None:
            return None
        place = frame.position(float(series.at[index]), height)
        return place if frame.area.left() <= place.x() <= frame.area.right() else None
