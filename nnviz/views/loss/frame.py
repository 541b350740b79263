"""The place of the plot on the screen: from updates and heights to pixels, and back."""

from __future__ import annotations

from dataclasses import dataclass

from PyQt6.QtCore import QPointF, QRectF

from nnviz.views.loss.series import Series
from nnviz.views.plots.axis_range import AxisRange
from nnviz.views.plots.scale import Scale

EDGE = 0.02
"""Share of the plot's height that is left free above and below the axis's ends, so that no stroke is cut there."""


@dataclass(frozen=True)
class LossFrame:
    """The plot between its axes, and the updates that it shows.

    Attributes
    ----------
    area
        The plot, in pixels of the view.
    extent
        The requested updates, which end left of the strip.
    strip
        Pixels right of the newest update, where the ends of curves are labelled.
    """

    area: QRectF
    extent: AxisRange
    strip: float

    @property
    def across(self) -> float:
        """The width of the requested updates, in pixels."""
        return max(1.0, self.area.width() - self.strip)

    @property
    def columns(self) -> int:
        """The width of the whole plot, in pixels."""
        return max(1, round(self.area.width()))

    @property
    def shown(self) -> AxisRange:
        """The updates on the screen; zoomed in, curves continue where the newest update is labelled otherwise."""
        return AxisRange(self.extent.low, self.extent.at(self.area.width() / self.across))

    @property
    def plane(self) -> QRectF:
        """What is on the screen, in updates and heights."""
        shown = self.shown
        return QRectF(shown.low, -EDGE, shown.span, 1 + 2 * EDGE)

    def position(self, update: float, height: float) -> QPointF:
        """Return the pixel of a place: after so many updates, at a share of the plot's height."""
        area = self.area
        across = self.extent.share(update) * self.across
        return QPointF(area.left() + across, area.bottom() - (height + EDGE) / (1 + 2 * EDGE) * area.height())

    def share(self, x: float) -> float:
        """Return where a pixel lies among the requested updates: 0 at the first, 1 at the last."""
        return (x - self.area.left()) / self.across


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
