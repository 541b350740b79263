"""A recorded run cut into groups for the strip: what ran before the first update, and each update."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from PyQt6.QtCore import QCoreApplication, QRectF

from nnviz.model.recorded_run.findings import SourceLine
from nnviz.model.recorded_run.recorded_run import Moment, RecordedRun
from nnviz.model.text.numbers import format_number

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
    titles
        What is written under them, the longest that there is room for.
    number
        Of their update, from 1; 0 for those of none.
    """

    first: int
    last: int
    titles: tuple[str, ...]
    number: int = 0

    def __len__(self) -> int:
        return self.last - self.first


@dataclass(frozen=True)
class PlacedGroup:
    """A group with its room in the groove."""

    group: Group
    place: QRectF

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
        return (Group(0, len(run), (translate("RecordedStrip", "all that ran"),)),)
    groups = [Group(0, begins[0], (translate("RecordedStrip", "before"),))]
    last = _end_of_last(run)
    for number, (begin, end) in enumerate(zip(begins, (*begins[1:], last), strict=True), start=1):
        title = translate("RecordedStrip", "update %1").replace("%1", str(number))
        titles: tuple[str, ...] = (title, str(number))
        loss = None if run.network is None else run.network.loss_before(number)
        if loss is not None:
            told = translate("RecordedStrip", "loss %1").replace("%1", format_number(loss))
            titles = (f"{title} · {told}", *titles)
        groups.append(Group(begin, end, titles, number))
    groups.append(Group(last, len(run), (translate("RecordedStrip", "not finished"),)))
    return tuple(group for group in groups if len(group))


def _end_of_last(run: RecordedRun) -> int:
    """Return where the last update's group ends: with as many statements behind the update as the one before has."""
    ends, begins = run.update_ends, run.begins
    behind = begins[-1] - ends[-2] if len(ends) > 1 else len(run) - ends[-1]
    return min(ends[-1] + max(behind, 0), len(run))


def place_groups(run: RecordedRun, area: QRectF) -> tuple[PlacedGroup, ...]:
    """Return the groups side by side in an area; all updates have the same room."""
    groups = groups_of(run)
    shares = [1.0 if group.number or not run.begins else _PART_SHARE for group in groups]
    placed, left = [], area.left()
    for group, share in zip(groups, shares, strict=True):
        place = QRectF(left, area.top(), max(1.0, area.width() * share / sum(shares)), area.height())
        placed.append(PlacedGroup(group, place))
        left = place.right()
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


def reserved_text(moment: Moment) -> str:
    """Return a text as wide as the first line of the position may get; empty where there are no updates."""
    count = str(moment.updates)
    text = QCoreApplication.translate("RecordedStrip", "update %1 of %2 recorded")
    return text.replace("%1", count).replace("%2", count) if moment.updates else ""


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
