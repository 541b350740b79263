"""Editing: other settings, a parameter's number, branches; Undo and Redo."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import QCoreApplication, QObject

from nnviz.controller.session_owner import SessionOwner
from nnviz.model.errors import ModelError
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.selection import Cell
from nnviz.model.session.session import Session


class Editing(QObject):
    """Makes edits, and undoes them."""

    def __init__(self, owner: SessionOwner) -> None:
        super().__init__(owner)
        self._owner = owner

    def change_scenario(self, scenario: Scenario, text: str) -> None:
        """Continue with other settings; `text` says what was changed, for Undo."""
        branch = self._owner.session.branch

        def change(session: Session) -> None:
            if not session.change(scenario, text):
                self._owner.pause()
                notice = QCoreApplication.translate(
                    "Controller", "%1: the network restarts. Undo brings the old one back."
                )
                self._owner.notice_given.emit(notice.replace("%1", text))
            else:
                self._report_branch(branch)

        self._edit(change)

    def set_value(self, cell: Cell, value: object) -> None:
        """Set a cell of a parameter to a number, or to what a person typed (``1/3``, ``0,5``)."""
        assert isinstance(value, float | str)
        branch = self._owner.session.branch

        def change(session: Session) -> None:
            session.set_value(cell.symbol, (cell.row, cell.column), value)
            self._report_branch(branch)

        self._edit(change)

    def switch_branch(self, name: str) -> None:
        """Go to another branch, where the cursor was on it."""
        self._owner.pause()
        self._owner.carry_out(lambda session: session.switch_branch(name))

    def rename_branch(self, name: str, new: str) -> None:
        """Rename a branch; Undo brings the old name back."""
        self._edit(lambda session: session.rename_branch(name, new))

    def discard_branch(self, name: str) -> None:
        """Discard a branch; Undo brings it back."""
        self._owner.pause()
        self._edit(lambda session: session.discard_branch(name))

    def set_history_budget(self, budget: object) -> None:
        """Set how many bytes stored states may take."""
        assert isinstance(budget, int)
        self._owner.session.history_budget = budget
        self._owner.publish()

    def undo(self) -> None:
        """Undo the last edit."""
        self._turn(Session.undo)

    def redo(self) -> None:
        """Make the edit again that was undone last."""
        self._turn(Session.redo)

    # Inside ------------------------------------------------------------------------------------------------------

    def _report_branch(self, old: str) -> None:
        """Announce that an edit in the past has begun a branch, if it has."""
        new = self._owner.session.branch
        if new != old:
            self._owner.branch_begun.emit(new, old)

    def _turn(self, turn: Callable[[Session], None]) -> None:
        if self._owner.stops.is_searching:
            self._owner.pause()
        self._owner.edit_turned.emit()
        self._owner.carry_out(turn)

    def _edit(self, change: Callable[[Session], None]) -> None:
        """Change something and announce it; where that is not possible, say so and show again what there was."""
        try:
            change(self._owner.session)
        except ModelError as error:
            self._owner.refuse(error)
            return
        self._owner.publish()
