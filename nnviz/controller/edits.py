"""Edits that can be taken back."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.model.memento import Memento
from nnviz.model.scenario import Scenario
from nnviz.model.session import Session


@dataclass(frozen=True)
class Edit:
    """One change of what is being run.

    Attributes
    ----------
    text
        What was done, for the menu (already translated).
    before, after
        The settings before and after.
    memento
        The whole session before a change that did not keep the network; None when it was kept: then undoing changes
        the settings back and what was learned since stays.
    """

    text: str
    before: Scenario
    after: Scenario
    memento: Memento | None


class EditHistory:
    """What can be undone and redone."""

    def __init__(self) -> None:
        self._done: list[Edit] = []
        self._undone: list[Edit] = []

    @property
    def undo_text(self) -> str | None:
        """What undo would take back."""
        return self._done[-1].text if self._done else None

    @property
    def redo_text(self) -> str | None:
        """What redo would do again."""
        return self._undone[-1].text if self._undone else None

    def apply(self, session: Session, scenario: Scenario, text: str) -> bool:
        """Change a session's settings; tell whether the network was kept.

        Raises
        ------
        ScenarioError
            If the settings do not fit together; then nothing has changed.
        """
        before, memento = session.scenario, session.memento()
        kept = session.change(scenario)
        self._done.append(Edit(text, before, scenario, None if kept else memento))
        self._undone.clear()
        return kept

    def undo(self, session: Session) -> None:
        """Take the last edit back."""
        edit = self._done.pop()
        if edit.memento is None:
            session.change(edit.before)
        else:
            session.restore(edit.memento)
        self._undone.append(edit)

    def redo(self, session: Session) -> None:
        """Do the last undone edit again."""
        edit = self._undone.pop()
        memento = None if edit.memento is None else session.memento()
        session.change(edit.after)
        self._done.append(Edit(edit.text, edit.before, edit.after, memento))
