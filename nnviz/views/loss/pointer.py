"""The mouse over the plot, and the evaluation that is nearest to it."""

from __future__ import annotations

from PyQt6.QtCore import QPointF

from nnviz.views.loss.frame import LossFrame
from nnviz.views.loss.series import Series
from nnviz.views.plots.scale import Scale


class Pointer:
    """The place of the mouse.

    Attributes
    ----------
    place
        In pixels of the view; None where it is not over the plot.
    """

    def __init__(self) -> None:
        self.place: QPointF | None = None

    def nearest(self, series: Series | None, frame: LossFrame) -> int | None:
        """Return the index of the evaluation nearest to the mouse; None when the mouse is not over the plot."""
        if self.place is None or series is None or not frame.area.contains(self.place):
            return None
        return series.nearest(frame.extent.at(frame.share(self.place.x())))

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
