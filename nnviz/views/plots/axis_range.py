"""Round ranges of axes, which stay the same while a curve grows; and what of an axis is on the screen.

A range that changed with every update would repaint the axes 60 times a second and make every number on them jump;
these ranges change a few times per factor of ten.
"""

import math
from dataclasses import dataclass
from typing import Final

_MANTISSAS: Final = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
FEWEST_UPDATES: Final = 10
"""Number of updates on the axis of an empty plot."""
NARROWEST: Final = 4.0
"""Least number of updates that a plot shows, however far it is zoomed in."""
_SMALLEST: Final = 1e-300
_LEAST_EXPONENT: Final = -323
"""Smallest power of ten that is a float."""
_ZOOMED_PADDING: Final = 0.08
_BAND_SHARE: Final = 2.0
"""The band of batch losses may raise the top of the plot to this many times the height of the curves."""


@dataclass(frozen=True)
class AxisRange:
    """A range of an axis, ``low < high``."""

    low: float
    high: float

    @property
    def span(self) -> float:
        """The length of the range."""
        return self.high - self.low

    def share(self, value: float) -> float:
        """Return where a value lies in the range: 0 at the low end, 1 at the high end."""
        return (value - self.low) / self.span

    def at(self, share: float) -> float:
        """Return the value at a share of the range."""
        return self.low + share * self.span


def round_up(value: float) -> float:
    """Return the next round number at or above a positive value, but none too small to divide by."""
    value = max(value, _SMALLEST)
    exponent = math.floor(math.log10(value))
    for power in (exponent, exponent + 1):
        for mantissa in _MANTISSAS:
            # Dividing by a whole power of ten keeps numbers like 0.3 exact.
            rounded = mantissa * 10.0**power if power >= 0 else mantissa / 10.0**-power
            if rounded >= value:
                return rounded
    return value


def updates_range(updates: int) -> AxisRange:
    """Return the range of updates that shows a whole run."""
    return AxisRange(0.0, round_up(max(updates, FEWEST_UPDATES)))


def within(wanted: AxisRange, whole: AxisRange, narrowest: float = NARROWEST) -> AxisRange:
    """Return the range nearest to the wanted one that lies within the whole and is not too narrow."""
    span = min(max(wanted.span, narrowest), whole.span)
    low = min(max(wanted.low + (wanted.span - span) / 2, whole.low), whole.high - span)
    return AxisRange(low, low + span)


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


def linear_range(least: float, greatest: float, band: float, *, whole: bool) -> AxisRange:
    """Return the range of losses for a linear axis.

    Parameters
    ----------
    least, greatest
        Extremes of the curves; not finite when there is nothing to show.
    band
        Greatest batch loss.
    whole
        Whether the whole run is shown: then the range begins at zero, otherwise it surrounds what is in view.
    """
    if not (math.isfinite(least) and math.isfinite(greatest)):
        return AxisRange(0.0, 1.0)
    if math.isfinite(band):
        greatest = max(greatest, min(band, _BAND_SHARE * greatest))
    if not whole and greatest > least:
        padding = _ZOOMED_PADDING * (greatest - least)
        return AxisRange(least - padding, greatest + padding)
    low = -round_up(-least) if least < 0 else 0.0
    return AxisRange(low, round_up(greatest) if greatest > 0 else low + 1.0)


def log_range(least: float, greatest: float) -> AxisRange:
    """Return the range of decimal logarithms for the extremes of the positive values."""
    if not (math.isfinite(least) and math.isfinite(greatest)):
        return AxisRange(-1.0, 0.0)
    low, high = _step_down(least), math.log10(round_up(greatest))
    if high - low < math.log10(2.0):
        low = high - math.log10(2.0)
    return AxisRange(max(low, _LEAST_EXPONENT), high)


def _step_down(value: float) -> float:
    """Return the logarithm of the next lower number that is 1, 2 or 5 times a power of ten."""
    exponent = math.floor(math.log10(value))
    share = math.log10(value) - exponent
    return exponent + max(step for step in (0.0, math.log10(2.0), math.log10(5.0)) if step <= share + 1e-12)
