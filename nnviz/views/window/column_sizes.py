"""The sizes of the three columns and of what is in them: the same ones for the same window, whatever came before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple


class Share(NamedTuple):
    """A panel's height in its column at 1440 × 900, and its share of any further height."""

    name: str
    height: int
    of_more: float


class Width(NamedTuple):
    """The width of a side column: its share of the window, between limits in pixels at scale 1."""

    share: float
    least: int
    most: int

    def of(self, room: float) -> int:
        """Return the width, where the window has so much room (both in pixels at scale 1)."""
        return round(min(max(self.share * room, self.least), self.most))


LEFT: Final = (Share("program", 464, 0.6), Share("inspector", 194, 0.4))
CENTRE: Final = (Share("network", 300, 0.5), Share("matrices", 358, 0.5))
RIGHT: Final = (Share("boundary", 408, 0.6), Share("loss", 250, 0.4))
COLUMNS: Final = (LEFT, CENTRE, RIGHT)

LEFT_WIDTH: Final = Width(0.262, 316, 480)
RIGHT_WIDTH: Final = Width(0.26, 244, 660)

LEFT_WITH_CODE: Final = (Share("program", 540, 0.8), Share("inspector", 118, 0.2))
LEFT_WIDTH_WITH_CODE: Final = Width(0.365, 380, 760)
"""The left column while a person's own code is shown: its source has long lines, and a verdict above it."""


def heights(column: Sequence[Share], room: float) -> list[int]:
    """Return the heights of the panels of a column that share so much room (all in pixels at scale 1).

    Where there is less than at 1440 × 900, each has less in proportion.
    """
    wanted = sum(share.height for share in column)
    if room < wanted:
        return [round(share.height * room / wanted) for share in column]
    more = room - wanted
    shares = sum(share.of_more for share in column)
    return [round(share.height + more * share.of_more / shares) for share in column]
