"""The position as text: epoch, update and line, and how far the epoch is."""

from __future__ import annotations

from dataclasses import dataclass

from PyQt6.QtCore import QCoreApplication

from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import format_count

_SLOTS = (5, 9, 13, 17)
"""Characters reserved for a number: up to 9 999, 9 999 999 …; the text moves once per factor of a thousand or more."""
_RESERVED = 9
"""Characters for which there is always room, before the segments have to give way."""


@dataclass(frozen=True)
class Readout:
    """The texts of the strip's right end.

    Attributes
    ----------
    where
        Epoch, update and line.
    reserved
        A text as wide as `where` may get.
    within
        How far the epoch is, in words; empty where an epoch is a single update.
    share
        The same from 0 to 1.
    """

    where: str = ""
    reserved: str = ""
    within: str = ""
    share: float = 0.0

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
        _where(_slotted(epoch), _slotted(update), str(position.line).rjust(len(lines)), lines),
        _where(epoch_room, update_room, lines, lines),
        within,
        share,
    )


def _where(epoch: str, update: str, line: str, lines: str) -> str:
    where = QCoreApplication.translate("TimelineBar", "epoch %1 · update %2 · line %3 / %4")
    for place, text in (("%1", epoch), ("%2", update), ("%3", line), ("%4", lines)):
        where = where.replace(place, text)
    return where


def _slotted(number: str) -> str:
    width = next((slot for slot in _SLOTS if slot >= len(number)), len(number))
    return number.rjust(width)
