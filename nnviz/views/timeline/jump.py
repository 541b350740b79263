"""Reading which update a person wants to see: ``1234``, ``+100``, ``e12``."""

from __future__ import annotations

import re

from PyQt6.QtCore import QCoreApplication

from nnviz.model.history.effective_settings import end_of_epoch
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import MINUS, format_count

_ASKED = re.compile(r"([+-]|e)?([0-9]+)", re.IGNORECASE)
_LONGEST = 18
"""Digits of the greatest number that is read: no run is as long."""


def read_update(text: str, snapshot: Snapshot) -> int | None:
    """Return the update that a text names; None where the branch has no such update, or it names none.

    Parameters
    ----------
    text
        An update, ``+`` or ``-`` and how many to go on or back, or ``e`` and an epoch, at the end of which to stand;
        spaces between thousands do not matter.
    snapshot
        From where to go on or back, and how far the branch goes.
    """
    found = _ASKED.fullmatch("".join(text.split()).replace(MINUS, "-"))
    if found is None or len(found[2]) > _LONGEST:
        return None
    kind, number, newest = (found[1] or "").lower(), int(found[2]), snapshot.newest.update
    if kind == "e":
        return end_of_epoch(snapshot.effective_settings, number, snapshot.newest.completed)
    update = number if not kind else snapshot.position.update + (number if kind == "+" else -number)
    return update if 0 <= update <= newest else None


def accepted_text(snapshot: Snapshot) -> str:
    """Say what is accepted."""
    told = QCoreApplication.translate("Timeline", "0 to %1 · +100 or −100 from here · e12: the end of epoch 12")
    return told.replace("%1", format_count(snapshot.newest.update))
