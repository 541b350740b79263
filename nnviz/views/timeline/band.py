"""Where the parts of the timeline are: the groove of the run, and under it the lines of one update."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PyQt6.QtCore import QPointF, QRectF

from nnviz.model.program.line import Stage
from nnviz.views.plots.axis_range import AxisRange
from nnviz.views.theme import Theme, metrics
from nnviz.views.timeline.segments import Segments, lay_out

HEIGHT: Final = 108
"""Height of the band at scale 1."""
_GROOVE: Final = (9, 38)
"""Top and height of the groove."""
_TICKS: Final = 56
_SEGMENTS: Final = 78
_WORDS: Final = 94
"""Middles of the groove's numbers, of the segments, and of the words under them."""
_SEGMENT: Final = 9
_LINE_WIDTH: Final = 44
"""Width of a line's segment where there is room for all of them."""
HANDLE: Final = (10, 46)
"""Width and height of the handle."""


@dataclass(frozen=True)
class RunBand:
    """The places of the groove and of the segments, in pixels.

    Attributes
    ----------
    groove
        The run.
    seen
        The updates from its left to its right end.
    ticks, words
        Vertical middles of the groove's numbers, and of the words under the segments.
    segments
        The lines of the update on the screen.
    """

    groove: QRectF
    seen: AxisRange
    ticks: float
    words: float
    segments: Segments

    def x_of(self, update: float) -> float:
        """Return the pixel of an update, a fraction being inside of one."""
        return self.groove.left() + self.groove.width() * self.seen.share(update)

    def place_of(self, update: float) -> QPointF:
        """Return where an update is in the groove."""
        return QPointF(self.x_of(update), self.groove.center().y())

    def segment(self, line: int) -> QRectF:
        """Return the rectangle of a line's segment (from 1)."""
        return self.segments.rectangles[line - 1]

    def update_at(self, x: float) -> int:
        """Return the update (from 0) nearest to a pixel; the ends beyond the groove's."""
        share = min(max((x - self.groove.left()) / self.groove.width(), 0.0), 1.0)
        return round(self.seen.at(share))

    def has(self, update: float) -> bool:
        """Return whether an update is in the part of the run that is seen."""
        return self.seen.low <= update <= self.seen.high

    def line_at(self, x: float, y: float) -> int | None:
        """Return the line (from 1) whose segment is at a place; its words and the gap above it belong to it."""
        return self.segments.line_at(x) if y > self.ticks + (self.words - self.ticks) / 4 else None


def band_of(
    theme: Theme, right: float, seen: AxisRange, completed: int, stages: Sequence[Stage], least: float = 0.0
) -> RunBand:
    """Return the places of a band's parts.

    Parameters
    ----------
    theme
        Lengths.
    right
        Where the groove ends, left of the position in words.
    seen
        The updates on the groove.
    completed
        The updates that are complete: the segments are under the place where the update on the screen begins.
    stages
        The stage of each line.
    least
        Pixels that the segments take at least, for the words under them.
    """
    px = theme.px
    left = float(px(metrics.PADDING) + px(HANDLE[0]) // 2)
    groove = QRectF(left, px(_GROOVE[0]), max(1.0, right - left), px(_GROOVE[1]))
    width = min(max(px(_LINE_WIDTH) * len(stages), least), groove.width())
    # Under the handle, but within the ends of the groove.
    middle = groove.left() + groove.width() * min(max(seen.share(completed), 0.0), 1.0)
    begin = min(max(middle - width / 2, groove.left()), groove.right() - width)
    height = px(_SEGMENT)
    room = QRectF(begin, px(_SEGMENTS) - height / 2, width, height)
    segments = lay_out(stages, room, theme.scale) if stages else Segments()
    return RunBand(groove, seen, float(px(_TICKS)), float(px(_WORDS)), segments)
