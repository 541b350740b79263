"""The position as text: epoch and update, the line, how far the epoch is, and whether it is in the past."""

from __future__ import annotations

from dataclasses import dataclass

from PyQt6.QtCore import QCoreApplication

from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import format_count

_SLOTS = (3, 5, 9, 13, 17)
"""Characters reserved for a number: up to 999, 9 999, 9 999 999 …; so the text rarely moves."""
_RESERVED = 9
"""Characters for which there is always room, before the segments have to give way."""


@dataclass(frozen=True)
class Readout:
    """The texts of the strip's right end.

    Attributes
    ----------
    where, line
        Epoch and update; how many of the update's lines have run.
    reserved
        A text as wide as `where` may get.
    within
        How far the epoch is, in words; empty where an epoch is a single update.
    share
        The same from 0 to 1.
    past
        What the pill says while the position is not the end; empty at the end.
    """

    where: str = ""
    line: str = ""
    reserved: str = ""
    within: str = ""
    share: float = 0.0
    past: str = ""

    @property
    def text(self) -> str:
        """Epoch, update and line."""
        return f"{self.where} · {self.line}" if self.where else ""

    @property
    def words(self) -> str:
        """Everything, to be read aloud."""
        rows = (self.where, self.line, self.within.strip(), self.past)
        return " · ".join(" ".join(row.split()) for row in rows if row)

    def as_wide_as(self, other: Readout) -> bool:
        """Return whether another readout takes the same room, and as many rows."""
        return self.reserved == other.reserved and bool(self.within) == bool(other.within)


def readout(snapshot: Snapshot) -> Readout:
    """Return the readout of a snapshot."""
    position, begun, of = snapshot.position, snapshot.in_epoch, snapshot.per_epoch
    lines = str(position.lines)
    epoch, update = format_count(position.epoch), format_count(position.update)
    within, share = "", 0.0
    if of > 1:
        within = QCoreApplication.translate("TimelineBar", "%1 of %2 in this epoch")
        total = format_count(of)
        within = within.replace("%1", format_count(begun).rjust(len(total))).replace("%2", total)
        missing = 1 - position.line / position.lines if position.is_inside else 0.0
        share = (begun - missing) / of
    epoch_room, update_room = ("0" * max(_RESERVED, len(number)) for number in (_slotted(epoch), _slotted(update)))
    return Readout(
        _where(_slotted(epoch), _slotted(update)),
        _line(str(position.line).rjust(len(lines)), lines),
        _where(epoch_room, update_room),
        within,
        share,
        "" if snapshot.is_newest else _past(snapshot),
    )


def _where(epoch: str, update: str) -> str:
    where = QCoreApplication.translate("Timeline", "epoch %1 · update %2")
    return where.replace("%1", epoch).replace("%2", update)


def _line(line: str, lines: str) -> str:
    return QCoreApplication.translate("Timeline", "line %1 of %2").replace("%1", line).replace("%2", lines)


def _past(snapshot: Snapshot) -> str:
    text = QCoreApplication.translate("Timeline", "past · End = %1")
    return text.replace("%1", format_count(snapshot.newest.update))


def _slotted(number: str) -> str:
    width = next((slot for slot in _SLOTS if slot >= len(number)), len(number))
    return number.rjust(width)
