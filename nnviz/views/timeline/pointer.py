"""The mouse and the keyboard over the band: what is dragged, what is under the mouse, and which line is marked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from PyQt6.QtCore import QPointF, Qt
from PyQt6.QtGui import QKeyEvent

from nnviz.model.session.snapshot import Snapshot
from nnviz.views.cached_value import CachedValue
from nnviz.views.timeline.band import RunBand
from nnviz.views.timeline.position_words import PositionWords
from nnviz.views.widgets.shortcuts import is_plain

BandTarget = int | Literal["groove", "words", "pill", ""]
"""What is at a place of the band: the line (from 1) of a segment, or one of its other parts, or nothing."""

_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_RUN: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BandPointer:
    """The state of the mouse.

    Parameters
    ----------
    program
        Returns the program, with which the line under the mouse is forgotten.

    Attributes
    ----------
    hovered_x
        The pixel under the mouse, over the groove; None elsewhere.
    over_words
        Whether the mouse is over the position in words.
    line
        The line whose segment is under the mouse.
    """

    def __init__(self, program: Callable[[], object]) -> None:
        self.hovered_x: float | None = None
        self.over_words = False
        self.line: CachedValue[int] = CachedValue(program)
        self._dragged = False
        self._asked: int | None = None
        self._turned = 0.0

    @property
    def is_dragging(self) -> bool:
        """Whether the handle is being dragged."""
        return self._dragged

    def grab(self) -> None:
        """Begin a drag."""
        self._dragged, self._asked = True, None

    def release(self) -> None:
        """End the drag."""
        self._dragged = False

    def hover(self, target: BandTarget, x: float) -> None:
        """Note what is under the mouse."""
        self.line.value = target if isinstance(target, int) else None
        self.hovered_x = x if target == "groove" else None
        self.over_words = target == "words"

    def is_new(self, update: int) -> bool:
        """Return whether an update has not just been asked for by this drag, and note it."""
        new = update != self._asked
        self._asked = update
        return new

    def turn(self, notches: float) -> int:
        """Return the whole notches that the wheel has been turned by; touchpads turn it in small parts."""
        self._turned += notches
        whole = int(self._turned)
        self._turned -= whole
        return whole


def target_at(band: RunBand | None, words: PositionWords, place: QPointF, reach: float) -> BandTarget:
    """Return what is at a place; the groove reaches some pixels beyond its edges."""
    if words.pill.contains(place):
        return "pill"
    if words.area.contains(place):
        return "words"
    if band is None:
        return ""
    line = band.line_at(place.x(), place.y())
    if line is not None:
        return line
    return "groove" if band.groove.adjusted(-reach, -reach, reach, reach).contains(place) else ""


class LineMarker:
    """← and → mark a line, Return runs to it.

    Attributes
    ----------
    line
        The marked line, from 1; None while the band has not the keyboard.
    """

    def __init__(self) -> None:
        self.line: int | None = None
        self._snapshot: Snapshot | None = None

    def show_snapshot(self, snapshot: Snapshot, *, has_keys: bool) -> None:
        """Follow a moment; of another program the line that runs next is marked."""
        before, self._snapshot = self._snapshot, snapshot
        if before is None or before.program is not snapshot.program:
            self.begin() if has_keys else self.end()

    def begin(self) -> None:
        """Mark the line that would run next."""
        if self._snapshot is not None:
            self.line = self._snapshot.position.line % self._snapshot.position.lines + 1

    def end(self) -> None:
        """Mark none."""
        self.line = None

    def wants(self, event: QKeyEvent) -> bool:
        """Return whether a key is its own."""
        return is_plain(event) and Qt.Key(event.key()) in (*_STEPS, *_RUN)

    def is_run(self, event: QKeyEvent) -> bool:
        """Return whether a key of its own runs to the line."""
        return Qt.Key(event.key()) in _RUN

    def step(self, event: QKeyEvent) -> None:
        """Mark another line with an arrow key."""
        if self._snapshot is not None:
            lines = self._snapshot.position.lines
            self.line = min(max((self.line or 1) + _STEPS[Qt.Key(event.key())], 1), lines)
