"""Which branches a plot compares with the current one, and the pen that draws each."""

from __future__ import annotations

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QColor, QPen

from nnviz.model.session.snapshot import Snapshot
from nnviz.views.theme import Theme

MOST = 5
"""Number of branches that are compared by default: more would be a tangle."""

_DASHES = ((6, 3), (3, 2), (8, 2, 2, 2), (12, 3), (4, 2, 2, 2, 2, 2), (2, 2))
"""Lengths in pixels at scale 1. Only the current branch is drawn as a solid line."""


def compared_pen(theme: Theme, place: int, width: float) -> QPen:
    """Return the pen of the branch at a place among all branches; any six neighbours differ in colour and in dashes."""
    pen = QPen(QColor(theme.compared[place % len(theme.compared)]), width)
    pen.setCosmetic(True)
    # Six places on, the colour repeats, with other dashes.
    dashes = _DASHES[(place + place // len(theme.compared)) % len(_DASHES)]
    # Qt counts them in widths of the pen.
    pen.setDashPattern([length * theme.scale / width for length in dashes])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def compared_by_default(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the branches that are compared with the current one by default: the newest."""
    return tuple(info.name for info in snapshot.branches if info.name != snapshot.branch)[-MOST:]
