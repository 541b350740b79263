"""The updates that the plot shows: up to the newest, until the plot is panned or zoomed."""

from nnviz.views.plots.axis_range import AxisRange, updates_range, within


class Follow:
    """The range of updates on the screen; it follows the run until it is panned or zoomed."""

    def __init__(self) -> None:
        self._own: AxisRange | None = None
        self._updates = 0

    @property
    def is_following(self) -> bool:
        """Whether the whole run is shown, up to the newest update."""
        return self._own is None

    @property
    def extent(self) -> AxisRange:
        """The updates on the screen."""
        whole = updates_range(self._updates)
        return whole if self._own is None else within(self._own, whole)

    def reach(self, updates: int) -> None:
        """Set the length of the run; a shorter one is another run, which is followed."""
        if updates < self._updates:
            self._own = None
        self._updates = updates

    def follow(self) -> None:
        """Show the whole run again."""
        self._own = None

    def pan(self, share: float) -> None:
        """Move the range by a share of its length, towards later updates when positive."""
        shown = self.extent
        self._look(AxisRange(shown.low + share * shown.span, shown.high + share * shown.span))

    def zoom(self, factor: float, share: float) -> None:
        """Make the range `factor` times as long around the place at a share of it; below 1 zooms in."""
        shown = self.extent
        fixed, span = shown.at(share), shown.span * factor
        self._look(AxisRange(fixed - share * span, fixed + (1 - share) * span))

    def _look(self, wanted: AxisRange) -> None:
        self._own = within(wanted, updates_range(self._updates))
