"""The line of the update that is marked with the keyboard, to run to it."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QKeyEvent

from nnviz.model.session.snapshot import Snapshot
from nnviz.views.widgets.shortcuts import is_plain

_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_RUN: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


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
