"""The statements of one update of a recorded run, under the handle: one by one, or as a bar where they are many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PyQt6.QtCore import QRectF

from nnviz.model.recorded_run.recorded_run import RecordedRun
from nnviz.views.timeline.recorded_groups import Group

_MOST: Final = 200
"""Statements that are painted one by one."""
_LEAST: Final = 3.0
"""Pixels that each of them takes at least."""


@dataclass(frozen=True)
class LineSegment:
    """One statement: the cursor after it, its place, its line, whether that is the first wrong one."""

    cursor: int
    place: QRectF
    number: int
    is_wrong: bool


@dataclass(frozen=True)
class RecordedLines:
    """The statements of a group, and their room.

    Attributes
    ----------
    group
        The group.
    room
        Where they are.
    segments
        They, one by one; empty where they are too many.
    """

    group: Group
    room: QRectF
    segments: tuple[LineSegment, ...] = ()

    def cursor_at(self, x: float) -> int | None:
        """Return the cursor after the statement at a horizontal place; None beside them."""
        if not self.room.left() <= x <= self.room.right() or not len(self.group):
            return None
        share = (x - self.room.left()) / self.room.width()
        return min(self.group.first + 1 + int(share * len(self.group)), self.group.last)

    def x_of(self, cursor: int) -> float:
        """Return the right end of what has run of them."""
        share = (cursor - self.group.first) / max(len(self.group), 1)
        return self.room.left() + self.room.width() * min(max(share, 0.0), 1.0)


def place_lines(run: RecordedRun, group: Group, middle: QRectF, ends: Sequence[float], each: float) -> RecordedLines:
    """Return the statements of a group.

    Parameters
    ----------
    run
        The recorded run.
    group
        The group.
    middle
        Their middle is that of this one, and their height.
    ends
        The pixels between which they are.
    each
        Pixels of one where there is room.
    """
    left, right = ends
    width = min(each * max(len(group), 1), right - left)
    begin = min(max(middle.center().x() - width / 2, left), right - width)
    room = QRectF(begin, middle.top(), width, middle.height())
    if not len(group) or len(group) > _MOST or width / len(group) < _LEAST:
        return RecordedLines(group, room)
    each, first = width / len(group), run.findings.first
    segments = []
    for number, cursor in enumerate(range(group.first + 1, group.last + 1)):
        at = run.line_at(cursor)
        assert at is not None  # only cursor 0 has none
        place = QRectF(begin + number * each, middle.top(), each - min(2.0, each / 4), middle.height())
        segments.append(LineSegment(cursor, place, at.number, first is not None and at == first.at))
    return RecordedLines(group, room, tuple(segments))
