"""Changing what is run: another scenario, other settings, a parameter's cell; branches; taking it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PyQt6.QtCore import QCoreApplication

from nnviz.controller.selecting import Pointing
from nnviz.model.errors import ModelError
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.selection import Cell, Selection
from nnviz.model.session.session import Session


class Changing(Pointing):
    """Makes edits, and takes them back."""

    def open_session(self, session: Session) -> None:
        """Go on with another session, where it stands."""
        self.pause()
        self._session = session
        self._select(Selection())
        self._publish()

    def open_rival(self, key: int, left: object) -> object:
        """Exchange the session with one that it is compared with; each goes on where it stands.

        `left` is kept with this one, and what was left with the other is given.
        """
        self.pause()
        self._session, was_left = self._comparison.exchange(key, self._session, left)
        self._select(Selection())
        self._publish()
        return was_left

    def save_to(self, path: Path, desk: Mapping[str, object]) -> None:
        """Save the session as it stands, with what is kept of the window.

        Raises
        ------
        SessionFileError
            If the file cannot be written.
        """
        from nnviz.model.session_file.file import save_session

        save_session(self._session, path, desk)

    def change_scenario(self, scenario: Scenario, text: str) -> None:
        """Go on with other settings; `text` says what was changed, for Undo."""

        branch = self._session.branch

        def change(session: Session) -> None:
            if not session.change(scenario, text):
                self.pause()
                told = QCoreApplication.translate(
                    "Controller", "%1: the network starts anew. Undo brings the old one back."
                )
                self.notice_given.emit(told.replace("%1", text))
            else:
                self._tell_branch(branch)

        self._try(change)

    def set_value(self, cell: Cell, value: object) -> None:
        """Set a cell of a parameter to a number, or to what a person typed (``1/3``, ``0,5``)."""
        assert isinstance(value, float | str)
        branch = self._session.branch

        def change(session: Session) -> None:
            session.set_value(cell.symbol, (cell.row, cell.column), value)
            self._tell_branch(branch)

        self._try(change)

    def switch_branch(self, name: str) -> None:
        """Stand on another branch, where one stood on it."""
        self.pause()
        self._carry_out(lambda session: session.switch_branch(name))

    def rename_branch(self, name: str, new: str) -> None:
        """Give a branch another name; Undo gives the old one back."""
        self._try(lambda session: session.rename_branch(name, new))

    def discard_branch(self, name: str) -> None:
        """Drop a branch; Undo brings it back."""
        self.pause()
        self._try(lambda session: session.discard_branch(name))

    def set_history_budget(self, budget: object) -> None:
        """Set how many bytes stored states may take."""
        assert isinstance(budget, int)
        self._session.history_budget = budget
        self._publish()

    def undo(self) -> None:
        """Take the last edit back."""
        self._take_turn(Session.undo)

    def redo(self) -> None:
        """Do the last undone edit again."""
        self._take_turn(Session.redo)

    # Inside ------------------------------------------------------------------------------------------------------

    def _tell_branch(self, old: str) -> None:
        """Tell that an edit in the past has begun a branch, if it has."""
        new = self._session.branch
        if new != old:
            self.branch_begun.emit(new, old)

    def _take_turn(self, move: Callable[[Session], None]) -> None:
        if self._breakpoints.is_searching:
            self.pause()
        self._carry_out(move)

    def _try(self, change: Callable[[Session], None]) -> bool:
        """Change something and announce; where that cannot be, tell so and show what there was again."""
        try:
            change(self._session)
        except ModelError as error:
            self._refuse(error)
            return False
        self._publish()
        return True
