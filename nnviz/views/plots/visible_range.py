"""The part of an axis that is on the screen."""

from __future__ import annotations

from nnviz.views.plots.axis_range import NARROWEST, AxisRange, within


class VisibleRange:
    """All of an axis, however it grows, until a person zooms in or pans; then what that person looks at.

    Parameters
    ----------
    whole
        All of the axis at first.
    narrowest
        Least length of what is seen, however far it is zoomed in.
    """

    def __init__(self, whole: AxisRange, narrowest: float = NARROWEST) -> None:
        self._whole, self._end = whole, whole.high
        self._narrowest = narrowest
        self._own: AxisRange | None = None

    @property
    def whole(self) -> AxisRange:
        """All of the axis."""
        return self._whole

    @property
    def is_whole(self) -> bool:
        """Whether all of it is seen."""
        return self._own is None

    @property
    def extent(self) -> AxisRange:
        """What is seen."""
        return self._whole if self._own is None else within(self._own, self._whole, self._narrowest)

    def reach(self, whole: AxisRange, end: float | None = None) -> None:
        """Set all of the axis, and where what is on it ends; what ends earlier than before is seen whole again."""
        end = whole.high if end is None else end
        if end < self._end:
            self._own = None
        self._whole, self._end = whole, end

    def begin(self, whole: AxisRange, narrowest: float) -> None:
        """Begin again with another axis."""
        self._whole, self._end, self._narrowest, self._own = whole, whole.high, narrowest, None

    def show_whole(self) -> None:
        """Show all of it again."""
        self._own = None

    def pan(self, share: float) -> None:
        """Move what is seen by a share of its length, towards the high end when positive."""
        seen = self.extent
        self._look(AxisRange(seen.low + share * seen.span, seen.high + share * seen.span))

    def zoom(self, factor: float, share: float) -> None:
        """Make what is seen `factor` times as long around the place at a share of it; below 1 zooms in."""
        seen = self.extent
        fixed, span = seen.at(share), seen.span * factor
        self._look(AxisRange(fixed - share * span, fixed + (1 - share) * span))

    def reveal(self, value: float, *, centred: bool = False) -> bool:
        """Move what is seen to see a value, no farther than is needed or to its middle; return whether it moved."""
        seen = self.extent
        if self._own is None or seen.low <= value <= seen.high:
            return False
        edge = seen.at(0.5) if centred else seen.low if value < seen.low else seen.high
        self.pan((value - edge) / seen.span)
        return True

    def _look(self, wanted: AxisRange) -> None:
        # What has been zoomed out as far as it goes grows with the axis again.
        self._own = None if wanted.span >= self._whole.span else within(wanted, self._whole, self._narrowest)
