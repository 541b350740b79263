"""Undo and redo."""

from __future__ import annotations

from nnviz.model.history.branches import Branches
from nnviz.model.history.editing import Editing
from nnviz.model.history.edits import ValueEdit
from nnviz.model.history.timeline import BranchExtent, Timeline
from nnviz.model.history.undo_stack import Discarded, Done, NewSettings, Renamed, Undone, UndoStack


class Undoing:
    """Undoes and redoes what was recorded; `History` states the rules.

    Parameters
    ----------
    timeline, branches, undo_stack
        As for `Editing`.
    editing
        Does things again.
    """

    def __init__(self, timeline: Timeline, branches: Branches, undo_stack: UndoStack, editing: Editing) -> None:
        self._timeline, self._branches, self._stack, self._editing = timeline, branches, undo_stack, editing

    @property
    def undo_text(self) -> str | None:
        """What would be undone; None when there is nothing."""
        return self._stack.done[-1].text if self._stack.done else None

    @property
    def redo_text(self) -> str | None:
        """What would be redone; None when there is nothing."""
        return self._stack.undone[-1].done.text if self._stack.undone else None

    def undo(self) -> None:
        """Undo the last action, if there is one."""
        if not self._stack.done:
            return
        done = self._stack.done.pop()
        self._timeline.note()
        listed, cursor = self._branches.listed(), self._timeline.cursor
        with self._stack.undoing():
            self._undo(done)
        self._stack.undone.append(Undone(done, listed, cursor, self._timeline.extent))

    def redo(self) -> None:
        """Redo what was undone last, if there is anything."""
        if not self._stack.undone:
            return
        undone = self._stack.undone.pop()
        done = undone.done
        self._timeline.note()
        if self._timeline.extent == undone.extent:
            self._branches.set(undone.listed)
        elif done.gone is None and done.made is not None:
            self._branches.exchange(None, done.made)
        else:
            with self._stack.redoing():
                self._redo(done)
            return
        self._editing.move_to(undone.cursor)
        self._stack.push(done, again=True)

    def _undo(self, done: Done) -> None:
        action, gone, made, branches = done.action, done.gone, done.made, self._branches
        heir = branches.heir_of(done.cursor.branch)
        if isinstance(action, Renamed):
            branches.rename(action.branch, action.old)
        elif made is None or self._is_untouched(done):
            self._editing.revert(done)
        elif isinstance(action, NewSettings) and action.kept and gone is not None and heir is not None:
            self._timeline.switch(heir)
            self._editing.change(action.before, done.text)
        else:
            if gone is not None:
                stays = branches.heir_of(made)
                if stays is not None and stays.lineage == gone.lineage:
                    stays.lineage = branches.new_lineage()
                branches.exchange(None, gone)
            self._editing.move_to(done.cursor)

    def _redo(self, done: Done) -> None:
        editing, heir = self._editing, self._branches.heir_of(done.cursor.branch)
        match done.action:
            case Renamed(branch, _, new):
                editing.rename(branch.name, new, done.text)
            case Discarded(branch):
                editing.discard(branch.name, done.text)
            case action:
                self._timeline.switch(heir or self._timeline.branch)
                if isinstance(action, NewSettings):
                    editing.change(action.prepared, done.text)
                elif isinstance(action, ValueEdit):
                    editing.set_value(action.symbol, action.cell, action.value, done.text, typed=action.typed)
                else:
                    editing.restart()

    def _is_untouched(self, done: Done) -> bool:
        """Return whether nothing was run on a branch since the action made it."""
        made = done.made
        return (
            made is not None
            and made in self._branches
            and BranchExtent(made, made.place, len(made.edits)) == done.extent
        )
