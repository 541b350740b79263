"""Moving the cursor by steps: lines, updates and epochs, forward and back."""

from __future__ import annotations

from PyQt6.QtCore import QObject

from nnviz.controller.session_owner import SessionOwner
from nnviz.model.session.session import Session


class Stepping(QObject):
    """Steps the session; each step ends a run."""

    def __init__(self, owner: SessionOwner) -> None:
        super().__init__(owner)
        self._owner = owner
        self._stops = owner.stops

    def step_line(self) -> None:
        """Run one line."""
        self._owner.move(self._stops.step_line)

    def step_update(self) -> None:
        """Run to the end of the update."""
        self._owner.move(self._stops.step_update)

    def step_epoch(self) -> None:
        """Run to the end of the pass over the training data."""
        self._owner.move(self._stops.step_epoch)

    def step_back_line(self) -> None:
        """Go back by one line."""
        self._owner.move(Session.step_back_line)

    def step_back_update(self) -> None:
        """Go back to the end of the update before."""
        self._owner.move(Session.step_back_update)

    def step_back_epoch(self) -> None:
        """Go back to the end of the pass over the training data before."""
        self._owner.move(Session.step_back_epoch)

    def seek(self, update: object, line: object = None) -> None:
        """Go to the end of an update (an int, from 0) that has been run, or to where a line of it has run."""
        assert isinstance(update, int)
        assert line is None or isinstance(line, int)
        self._owner.move(lambda session: session.seek(update, line))

    def to_newest(self) -> None:
        """Go to the end of what has been run."""
        self._owner.move(Session.to_newest)

    def restart(self) -> None:
        """Go back to the start, with the same initial parameters."""
        self._owner.move(Session.restart)

    def run_to_line(self, line: int) -> None:
        """Run until line `line` (from 1) of the update has run; of the next update where it has run already."""
        self._owner.move(lambda session: self._stops.run_to_line(session, line))

    def advance(self, updates: int, lines: int) -> None:
        """Run whole updates, then lines of the next."""
        self._owner.move(lambda session: self._stops.advance(session, updates, lines))
