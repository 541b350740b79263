"""The sizes of the three columns and of what is in them: the same ones for the same window, whatever came before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from nnviz.views.window.panel_rows import STAGE


class Share(NamedTuple):
    """A panel's height in its column at 1440 × 900, its share of any further height, and the least it can do with."""

    name: str
    height: int
    of_more: float
    least: int = 0


class Width(NamedTuple):
    """The width of a side column: its share of the window, between limits in pixels at scale 1.

    Where the window is so narrow that the centre lacks room, the column gives up some, down to `narrow`.
    """

    share: float
    least: int
    most: int
    narrow: int

    def of(self, room: float) -> int:
        """Return the width, where the window has so much room (both in pixels at scale 1)."""
        wide = min(max(self.share * room, self.least), self.most)
        lacking = min(1.0, max(0.0, (_ROOMY - room) / (_ROOMY - _NARROW)))
        return round(wide - lacking * (wide - self.narrow))


_ROOMY: Final = 1200
"""From this width of the window on, at scale 1, the columns at the sides have all that they want."""
_NARROW: Final = 840
"""At this one they have least."""


LEFT: Final = (Share("program", 464, 0.6), Share("inspector", 194, 0.4))
CENTRE: Final = (Share("network", 300, 0.5, 90), Share(STAGE[0], 358, 0.5, 250))
RIGHT: Final = (Share("boundary", 408, 0.6), Share("loss", 250, 0.4))
COLUMNS: Final = (LEFT, CENTRE, RIGHT)

LEFT_WIDTH: Final = Width(0.262, 356, 480, 310)
RIGHT_WIDTH: Final = Width(0.26, 244, 660, 200)

LOW: Final = 340
"""Below this height of all panels, at scale 1, there is no room for two plots above each other."""
LEFT_OUT_WHERE_LOW: Final = ("loss",)
"""The timeline has the loss, too."""

CENTRE_LEAST: Final = 330
"""The width at scale 1 that the centre keeps beside a sheet; where it cannot, the sheet covers of it."""

LEFT_WITH_CODE: Final = (Share("program", 540, 0.8), Share("inspector", 118, 0.2))
LEFT_WIDTH_WITH_CODE: Final = Width(0.365, 380, 760, 340)
"""The left column while a person's own code is shown: its source has long lines, and a verdict above it."""


NOT_DRAGGED: Final[Mapping[str, float]] = MappingProxyType({})


def shares_of(stored: object) -> dict[str, float]:
    """Return shares of the window that were stored as a text; none where it is damaged."""
    found: dict[str, float] = {}
    for part in stored.split(";") if isinstance(stored, str) else ():
        name, _, number = part.partition("=")
        try:
            share = float(number)
        except ValueError:
            return {}
        if not 0 < share < 1:
            return {}
        found[name] = share
    return found


def text_of_shares(shares: Mapping[str, float]) -> str:
    """Return shares of the window as a text to be stored."""
    return ";".join(f"{name}={share:.4f}" for name, share in shares.items())


def heights(column: Sequence[Share], room: float, dragged: Mapping[str, float] = NOT_DRAGGED) -> list[int]:
    """Return the heights of the panels of a column that share so much room (all in pixels at scale 1).

    Where there is less than at 1440 × 900, each has less in proportion, but those first that can do with less.

    Parameters
    ----------
    column
        The panels that are shown.
    room
        Of all of them.
    dragged
        The shares of the window that a person has given panels by dragging.
    """
    if column and all(share.name in dragged for share in column):
        total = sum(dragged[share.name] for share in column)
        return [round(dragged[share.name] / total * room) for share in column]
    wanted = sum(share.height for share in column)
    if room < wanted:
        least = sum(share.least for share in column)
        if room <= least:
            return [round(share.least * room / least) for share in column]
        # None falls below its least: what those lack that would, the others give up.
        spare = {share.name: max(0.0, share.height * room / wanted - share.least) for share in column}
        given = (room - least) / max(1.0, sum(spare.values()))
        return [round(share.least + spare[share.name] * given) for share in column]
    more = room - wanted
    shares = sum(share.of_more for share in column)
    return [round(share.height + more * share.of_more / shares) for share in column]
