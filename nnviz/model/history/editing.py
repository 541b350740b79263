"""Changing what is run, and with it the branches."""

from __future__ import annotations

from collections.abc import Callable

from nnviz.model.engine.engines import engine_for
from nnviz.model.engine.schedule import Schedule, Stretch, scheduled_by
from nnviz.model.errors import ModelError
from nnviz.model.history.branch import Branch
from nnviz.model.history.branches import Branches
from nnviz.model.history.edits import Edit, SettingsEdit, ValueEdit
from nnviz.model.history.position import START, Place
from nnviz.model.history.timeline import Cursor, Timeline
from nnviz.model.history.undo_stack import (
    Action,
    Discarded,
    Done,
    NewSettings,
    Renamed,
    Restarted,
    UndoStack,
)
from nnviz.model.scenario.scenario import keeps_network
from nnviz.model.scenario.validation import Prepared
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

RESTART_TEXT = QT_TRANSLATE_NOOP("model", "Restart")


class Editing:
    """Changes settings, values and the list of branches, and records what undoing that takes.

    Parameters
    ----------
    timeline
        Moves the runner along the current branch.
    branches
        The list.
    undo_stack
        Where everything done is recorded.
    check_room
        Raises an error where there is no room for another branch.
    """

    def __init__(
        self, timeline: Timeline, branches: Branches, undo_stack: UndoStack, check_room: Callable[[], None]
    ) -> None:
        self._check_room = check_room
        self._timeline, self._branches, self._undo_stack = timeline, branches, undo_stack

    # Settings and values -----------------------------------------------------------------------------------------

    def change(self, prepared: Prepared, text: str, name: str | None = None) -> bool:
        """Go on with other settings; return whether the network was kept."""
        self._check_name(name)
        timeline, runner = self._timeline, self._timeline.runner
        before, cursor = runner.prepared, timeline.cursor
        kept = keeps_network(before.scenario, prepared.scenario)
        action = NewSettings(prepared, before, kept)
        if not kept:
            unused = timeline.newest_place == START
            self._begin(prepared, text, action, replaces=unused, name=name)
            return False
        belongs = timeline.is_newest
        if runner.is_inside:
            timeline.go(Place(runner.completed))
            belongs = belongs and timeline.applied == len(timeline.branch.edits)
        stretch = runner.schedule.stretch
        if scheduled_by(prepared.scenario) != scheduled_by(before.scenario):
            per_epoch = Schedule(prepared).stretch.per_epoch
            stretch = Stretch(runner.completed, runner.position.epoch, per_epoch)
        edit = SettingsEdit(
            runner.place, text, runner.position, prepared, stretch, engine_for(prepared, runner.engine_choice)
        )
        self._edit(edit, action, cursor, belongs=belongs, name=name)
        return True

    def set_value(
        self, symbol: str, cell: tuple[int, int], value: float, text: str, name: str | None = None, typed: str = ""
    ) -> None:
        """Set a cell of a parameter; setting it again at once replaces having set it."""
        self._check_name(name)
        self._revert_same(symbol, cell)
        runner = self._timeline.runner
        old = float(runner.engine.state[symbol][cell])
        if old == value:
            return  # a drag that was given up leaves nothing behind
        edit = ValueEdit(runner.place, text, runner.position, symbol, cell, value, old, typed)
        self._edit(edit, edit, self._timeline.cursor, belongs=self._timeline.is_newest, name=name)

    def restart(self) -> None:
        """Begin the run again, with the effective settings and the same initial parameters."""
        timeline = self._timeline
        if timeline.newest_place == START and timeline.is_newest and not timeline.branch.edits:
            return
        replaces = not timeline.branch.count_by_person
        self._begin(timeline.runner.prepared, RESTART_TEXT, Restarted(), replaces=replaces, name=None)

    def use_chosen_engine(self) -> None:
        """Go on with the runner's chosen engine, if it is another and the cursor is between updates, at the end."""
        timeline, runner = self._timeline, self._timeline.runner
        if not timeline.is_newest or runner.is_inside:
            return
        engine = engine_for(runner.prepared, runner.engine_choice)
        if engine != runner.engine_name:
            timeline.change_engine(engine)

    # The list of branches ----------------------------------------------------------------------------------------

    def rename(self, name: str, new: str, text: str) -> None:
        """Rename a branch."""
        branch = self._branches.named(name)
        if new != name:
            self._branches.check_new(new)
            self._record(text, Renamed(branch, name, new), self._timeline.cursor)
            self._branches.rename(branch, new)

    def discard(self, name: str, text: str) -> None:
        """Remove a branch; from the current one, the cursor goes to its parent, or else to its neighbour."""
        branch = self._branches.named(name)
        if len(self._branches) == 1:
            asked, found = QT_TRANSLATE_NOOP("model", "to discard a branch"), QT_TRANSLATE_NOOP("model", "the only one")
            raise ModelError(asked, name, found, QT_TRANSLATE_NOOP("model", "one of several"))
        index = self._branches.index(branch)
        self._record(text, Discarded(branch), self._timeline.cursor, gone=branch, index=index)
        self._branches.exchange(branch, None)
        if branch is self._timeline.branch:
            neighbour = list(self._branches)[max(index - 1, 0)]
            self._timeline.switch(self._branches.find(branch.parent) or neighbour)

    # Going back to before an action ------------------------------------------------------------------------------

    def revert(self, done: Done) -> None:
        """Restore the list of branches and the cursor of before an action, since which nothing was run."""
        self._branches.exchange(done.made, done.gone, done.index)
        self.move_to(done.cursor)

    def move_to(self, cursor: Cursor) -> None:
        """Restore the cursor, on the same branch or the one that has replaced it."""
        branch = self._branches.heir_of(cursor.branch)
        assert branch is not None  # what a cursor is on is put back into the list before
        self._timeline.switch(branch, cursor.place, cursor.applied)

    # Inside ------------------------------------------------------------------------------------------------------

    def _check_name(self, name: str | None) -> None:
        if name is not None:
            self._branches.check_new(name)

    def _revert_same(self, symbol: str, cell: tuple[int, int]) -> None:
        """Revert the last action if it set this cell, here: dragging a value makes one edit, not a hundred."""
        timeline, stack = self._timeline, self._undo_stack
        last = stack.done[-1] if stack.done else None
        if last is None or not isinstance(last.action, ValueEdit) or not stack.records_new or not timeline.is_newest:
            return
        timeline.note()
        if (last.action.symbol, last.action.cell) == (symbol, cell) and timeline.extent == last.extent:
            self.revert(stack.done.pop())

    def _edit(self, edit: Edit, action: Action, cursor: Cursor, *, belongs: bool, name: str | None) -> None:
        """Make an edit on a branch that replaces the old one if the edit belongs to it, or else joins it."""
        timeline = self._timeline
        old, begins = timeline.branch, timeline.runner.position
        replaces = belongs and name is None
        if not replaces:
            self._make_room(cursor)
        if replaces:
            made = timeline.fork(old.name, old.lineage)
        else:
            made = timeline.fork(name or self._branches.new_name(), self._branches.new_lineage())
            made.parent, made.begins = old.name, begins
        try:
            timeline.edit(edit)
        except BaseException:
            self.move_to(cursor)  # else the cursor would be on a branch that is in no list
            raise
        self._enlist(old if replaces else None, made, edit.text, action, cursor)

    def _begin(self, prepared: Prepared, text: str, action: Action, *, replaces: bool, name: str | None) -> None:
        """Begin a run at its start, on a branch that replaces the old one or joins it."""
        timeline, branches, cursor = self._timeline, self._branches, self._timeline.cursor
        if not replaces:
            self._make_room(cursor)
        timeline.leave()
        old = timeline.branch
        timeline.runner.start(prepared)
        made = timeline.begin(name or (old.name if replaces else branches.new_name()), branches.new_lineage())
        self._enlist(old if replaces else None, made, text, action, cursor)

    def _make_room(self, cursor: Cursor) -> None:
        """Refuse what would begin a branch where there is no room for one; undoing and redoing need none."""
        if not self._undo_stack.records_new:
            return
        try:
            self._check_room()
        except ModelError:
            self.move_to(cursor)
            raise

    def _enlist(self, gone: Branch | None, made: Branch, text: str, action: Action, cursor: Cursor) -> None:
        self._branches.exchange(gone, made)
        self._record(text, action, cursor, gone=gone, made=made)

    def _record(
        self,
        text: str,
        action: Action,
        cursor: Cursor,
        *,
        gone: Branch | None = None,
        made: Branch | None = None,
        index: int | None = None,
    ) -> None:
        self._undo_stack.record(Done(text, action, cursor, gone, made, index, self._timeline.extent))
