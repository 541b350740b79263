"""The places of the segments of an update's lines, by stage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from PyQt6.QtCore import QRectF

from nnviz.model.program.line import Stage

_STAGE_GAP = 8.0
_LINE_GAP = 2.0
"""Gaps at scale 1, between stages and between the lines of one."""
_NARROWEST_GAPPED = 4.0
"""Segments narrower than so many line gaps have no gaps: there would be more gap than segment."""


@dataclass(frozen=True)
class StageSpan:
    """A stage of the update, and the horizontal room of its segments."""

    stage: Stage
    left: float
    right: float


@dataclass(frozen=True)
class Segments:
    """A rectangle for each line of the update, from the left, and the spans of its stages."""

    rectangles: tuple[QRectF, ...] = ()
    stages: tuple[StageSpan, ...] = ()

    def line_at(self, x: float) -> int | None:
        """Return the line (from 1) at a horizontal place, a gap belonging to the line on its left; None outside."""
        if not self.rectangles or not self.rectangles[0].left() <= x < self.rectangles[-1].right():
            return None
        return sum(rectangle.left() <= x for rectangle in self.rectangles)


def lay_out(stages: Sequence[Stage], groove: QRectF, scale: float) -> Segments:
    """Divide a groove among lines.

    Parameters
    ----------
    stages
        Each line's stage.
    groove
        Where the segments go.
    scale
        Factor of the gaps: that of a presentation.
    """
    runs = [(stage, len(list(run))) for stage, run in groupby(stages)]
    stage_gap, line_gap = _STAGE_GAP * scale, _LINE_GAP * scale
    each = _share(stages, runs, groove, stage_gap, line_gap)
    if each < _NARROWEST_GAPPED * line_gap:
        line_gap = 0.0
        each = max(0.0, _share(stages, runs, groove, stage_gap, line_gap))
    rectangles, spans, x = [], [], groove.left()
    for stage, count in runs:
        left = x
        for _ in range(count):
            rectangles.append(QRectF(x, groove.top(), each, groove.height()))
            x += each + line_gap
        spans.append(StageSpan(stage, left, x - line_gap))
        x += stage_gap - line_gap
    return Segments(tuple(rectangles), tuple(spans))


def _share(
    stages: Sequence[Stage], runs: Sequence[tuple[Stage, int]], groove: QRectF, stage_gap: float, line_gap: float
) -> float:
    gaps = (len(runs) - 1) * stage_gap + (len(stages) - len(runs)) * line_gap
    return (groove.width() - gaps) / len(stages)
