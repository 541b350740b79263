"""A recorded run cut into groups for the strip: what ran before the first update, and each update."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from PyQt6.QtCore import QCoreApplication, QRectF

from nnviz.model.recorded_run.findings import SourceLine
from nnviz.model.recorded_run.recorded_run import Moment, RecordedRun
from nnviz.model.text.numbers import format_number

_MOST_SEGMENTS: Final = 400
"""Segments that are painted one by one; of more, a group is one bar."""
_PART_SHARE: Final = 0.4
"""Room of what ran before the first update, or after the last, as a share of an update's."""


_ASKED: Final = re.compile(r"\s*(\d+)?\s*(?::\s*(\d+))?\s*")


@dataclass(frozen=True)
class Group:
    """Statements that belong together.

    Attributes
    ----------
    first, last
        They are those after cursor `first` until cursor `last`.
    title
        What is written under them.
    """

    first: int
    last: int
    title: str

    def __len__(self) -> int:
        return self.last - self.first


@dataclass(frozen=True)
class StripSegment:
    """One statement on the strip: the cursor after it, its place, its line, whether that is the first wrong one."""

    cursor: int
    place: QRectF
    number: int
    is_wrong: bool


@dataclass(frozen=True)
class PlacedGroup:
    """A group with its room, and its statements one by one where there are not too many."""

    group: Group
    place: QRectF
    segments: tuple[StripSegment, ...]

    def cursor_at(self, x: float) -> int:
        """Return the cursor after the statement at a horizontal place."""
        share = min(max((x - self.place.left()) / max(self.place.width(), 1.0), 0.0), 1.0)
        return min(self.group.first + 1 + int(share * len(self.group)), self.group.last)

    def x_of(self, cursor: int) -> float:
        """Return the right end of what has run."""
        return self.place.left() + self.place.width() * (cursor - self.group.first) / max(len(self.group), 1)


def groups_of(run: RecordedRun) -> tuple[Group, ...]:
    """Return the groups of a run in order; empty ones are left out."""
    translate = QCoreApplication.translate
    begins = run.begins
    if not begins:
        return (Group(0, len(run), translate("RecordedStrip", "all that ran")),)
    groups = [Group(0, begins[0], translate("RecordedStrip", "before"))]
    last = _end_of_last(run)
    for number, (begin, end) in enumerate(zip(begins, (*begins[1:], last), strict=True), start=1):
        title = translate("RecordedStrip", "update %1").replace("%1", str(number))
        loss = None if run.network is None else run.network.loss_before(number)
        if loss is not None:
            title += " · " + translate("RecordedStrip", "loss %1").replace("%1", format_number(loss))
        groups.append(Group(begin, end, title))
    groups.append(Group(last, len(run), translate("RecordedStrip", "not finished")))
    return tuple(group for group in groups if len(group))


def _end_of_last(run: RecordedRun) -> int:
    """Return where the last update's group ends: with as many statements behind the update as the one before has."""
    ends, begins = run.update_ends, run.begins
    behind = begins[-1] - ends[-2] if len(ends) > 1 else len(run) - ends[-1]
    return min(ends[-1] + max(behind, 0), len(run))


def place_groups(run: RecordedRun, area: QRectF, gap: float, between: float) -> tuple[PlacedGroup, ...]:
    """Return the groups side by side.

    Parameters
    ----------
    area
        Where the segments go.
    gap, between
        Pixels between groups, and between the segments of one.
    """
    groups = groups_of(run)
    begins = run.begins
    whole = set(begins)
    shares = [1.0 if not begins or group.first in whole else _PART_SHARE for group in groups]
    room = area.width() - gap * (len(groups) - 1)
    first = run.findings.first
    placed, left = [], area.left()
    for group, share in zip(groups, shares, strict=True):
        place = QRectF(left, area.top(), max(1.0, room * share / sum(shares)), area.height())
        segments = []
        each = place.width() / max(len(group), 1)  # of code in which nothing ran there is one that is empty
        if len(run) <= _MOST_SEGMENTS:
            space = between if each > 4 * between else 0.0
            for cursor in range(group.first + 1, group.last + 1):
                x = place.left() + (cursor - group.first - 1) * each
                at = run.line_at(cursor)
                assert at is not None  # only cursor 0 has none
                rect = QRectF(x, area.top(), max(each - space, 0.5), area.height())
                segments.append(StripSegment(cursor, rect, at.number, first is not None and at == first.at))
        placed.append(PlacedGroup(group, place, tuple(segments)))
        left = place.right() + gap
    return tuple(placed)


def where_text(moment: Moment) -> tuple[str, str]:
    """Return the position in two lines: the update, and the line of the person's file."""
    translate = QCoreApplication.translate
    line = translate("RecordedStrip", "nothing has run yet")
    if moment.at is not None:
        line = translate("RecordedStrip", "line %1").replace("%1", str(moment.at.number))
        file = moment.run.recording.files[moment.at.file]
        if file.cell is not None:
            line = translate("RecordedStrip", "cell %1, ").replace("%1", str(file.cell)) + line
    if not moment.update:
        return translate("RecordedStrip", "before update 1") if moment.updates else "", line
    text = translate("RecordedStrip", "update %1 of %2 recorded")
    return text.replace("%1", str(moment.update)).replace("%2", str(moment.updates)), line


def asked_cursor(moment: Moment, text: str) -> int | None:
    """Return the cursor that a person asks for: ``2`` an update, ``:14`` a line, ``2:14``; None where there is none."""
    found = _ASKED.fullmatch(text)
    if found is None or not (found[1] or found[2]):
        return None
    run = moment.run
    update = None if found[1] is None else int(found[1])
    if update is not None and not 0 <= update <= len(run.update_ends):
        return None
    if found[2] is None:
        return run.update_ends[update - 1] if update else run.begin
    begin = moment.cursor if update is None else run.begins[max(update - 1, 0)] if run.begins else 0
    wanted = [SourceLine(0 if moment.at is None else moment.at.file, int(found[2]))]
    at = run.next_at(wanted, begin)
    return run.next_at(wanted, 0) if at is None and update is None else at
