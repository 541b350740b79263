"""The past of a session: its branches, and what can be undone.

The rules
---------
- Changing anything where a branch ends belongs to that branch. Changing anything in its past makes a new branch there;
  the old one stays, with its future, until it is discarded.
- Other settings apply from the first line of an update: the one on the screen, if it is not complete, is taken back.
  Where a cell had been edited inside it, that makes a new branch, and the old one stays.
- A parameter's cell can be edited anywhere. The lines that follow read the new value; what has been computed stays.
- Settings that do not keep the network, and a restart, begin a run at its start. The old run stays in the list; but one
  that has no updates is replaced, and so is by a restart one that has no edits, since running it gives the same again.
- Undo goes back to where one stood before, to the last bit, as though the thing had not been done. Where updates have
  been made since, nothing that was learned is lost by it: where settings had kept the network, the old ones are applied
  again, to the newest state; otherwise the branch with those updates stays in the list, and one stands on another.
- Redo gives what was there before Undo, to the last bit; where something was run since, the thing is done again to
  the newest state. Running and seeking are not undone, and do not hinder redoing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from nnviz.model.errors import ModelError
from nnviz.model.history.branch import Branch, BranchInfo
from nnviz.model.history.branches import Branches
from nnviz.model.history.budget import DEFAULT_BUDGET, bytes_of, thin
from nnviz.model.history.edits import Edit, SettingsEdit, ValueEdit
from nnviz.model.history.place import START, Place
from nnviz.model.history.timeline import Timeline
from nnviz.model.history.undo import (
    Cursor,
    Deed,
    Discarded,
    Done,
    NewSettings,
    Renamed,
    Restarted,
    Stamp,
    Undone,
    UndoStack,
)
from nnviz.model.restart import keeps_network
from nnviz.model.runner import Runner
from nnviz.model.scenario_checks import Prepared
from nnviz.model.schedule import Schedule, Stretch
from nnviz.model.words import QT_TRANSLATE_NOOP

FIRST_NAME = "branch 1"
Mode = Literal["new", "again", "not"]

RESTART_TEXT = QT_TRANSLATE_NOOP("model", "Restart")


class History:
    """Branches of one runner, the current one among them.

    Parameters
    ----------
    runner
        Stands at the start of a scenario.

    Attributes
    ----------
    timeline
        Moves the runner along the current branch.
    """

    def __init__(self, runner: Runner) -> None:
        self._budget = DEFAULT_BUDGET
        self._bytes = 0  # at most too many: what several branches share may count several times
        self._lineages = 1
        self._mode: Mode = "new"
        self._undo = UndoStack()
        self._branches = Branches(self._undo.gone)
        self.timeline = Timeline(runner, self._grow)
        self._branches.exchange(None, self.timeline.begin(FIRST_NAME, self._lineages), 0)

    # Memory ------------------------------------------------------------------------------------------------------

    @property
    def budget(self) -> int:
        """Bytes that keyframes may take."""
        return self._budget

    @budget.setter
    def budget(self, budget: int) -> None:
        if budget < 0:
            raise ModelError("the history budget", "", str(budget), "a number of bytes, 0 or more")
        self._budget = budget
        self._bytes = thin(self._held(), budget)

    @property
    def nbytes(self) -> int:
        """Bytes that keyframes take."""
        return bytes_of(self._held())

    def _grow(self, nbytes: int) -> None:
        self._bytes += nbytes
        if self._bytes > self._budget:
            self._bytes = thin(self._held(), self._budget)

    def _held(self) -> list[Branch]:
        return [self.timeline.branch, *self._branches, *self._undo.branches()]

    # Branches ----------------------------------------------------------------------------------------------------

    @property
    def branches(self) -> tuple[BranchInfo, ...]:
        """All branches."""
        return tuple(self._info(branch) for branch in self._branches)

    def switch(self, name: str) -> None:
        """Be on another branch, where it ends."""
        self.timeline.switch(self._branches.named(name))

    def rename(self, name: str, new: str, text: str) -> None:
        """Give a branch another name."""
        branch = self._branches.named(name)
        if new != name:
            self._branches.check_new(new)
            self._record(text, Renamed(branch, name, new), self._cursor())
            branch.name = new

    def discard(self, name: str, text: str) -> None:
        """Remove a branch; from the current one, one comes to the one that it was made from, or to its neighbour."""
        branch = self._branches.named(name)
        if len(self._branches) == 1:
            raise ModelError("to discard a branch", name, "the only one", "one of several")
        index = self._branches.index(branch)
        self._record(text, Discarded(branch), self._cursor(), gone=branch, index=index)
        self._branches.exchange(branch, None, index)
        if branch is self.timeline.branch:
            neighbour = list(self._branches)[max(index - 1, 0)]
            self.timeline.switch(self._branches.find(branch.parent) or neighbour)

    def _info(self, branch: Branch) -> BranchInfo:
        newest = self.timeline.newest if branch is self.timeline.branch else branch.position
        curve = branch.curve.freeze()
        return BranchInfo(branch.name, newest, branch.parent, branch.begins, len(branch.edits), curve)

    def _check_name(self, name: str | None) -> None:
        if name is not None:
            self._branches.check_new(name)

    def _new_lineage(self) -> int:
        self._lineages += 1
        return self._lineages

    # Changing ----------------------------------------------------------------------------------------------------

    def change(self, prepared: Prepared, text: str, name: str | None = None) -> bool:
        """Go on with other settings; tell whether the network was kept."""
        self._check_name(name)
        before, cursor = self.timeline.runner.prepared, self._cursor()
        kept = keeps_network(before.scenario, prepared.scenario)
        deed = NewSettings(prepared, before, kept)
        if not kept:
            unused = self.timeline.newest_place == START
            self._begin(prepared, text, deed, replaces=unused, name=name)
            return False
        belongs = self.timeline.is_newest
        runner, timeline = self.timeline.runner, self.timeline
        if runner.is_inside:
            timeline.go(Place(runner.completed))
            belongs = belongs and timeline.applied == len(timeline.branch.edits)
        stretch = runner.schedule.stretch
        old, new = before.scenario, prepared.scenario
        if (new.data, new.batch) != (old.data, old.batch):
            per_epoch = Schedule(prepared).stretch.per_epoch
            stretch = Stretch(runner.completed, runner.position.epoch, per_epoch)
        edit = SettingsEdit(runner.place, text, runner.position, prepared, stretch, runner.engine_name)
        self._edit(edit, deed, cursor, belongs=belongs, name=name)
        return True

    def set_value(self, symbol: str, cell: tuple[int, int], value: float, text: str, name: str | None = None) -> None:
        """Set a cell of a parameter; setting it again at once takes the place of having set it."""
        self._check_name(name)
        self._take_back_same(symbol, cell)
        runner = self.timeline.runner
        edit = ValueEdit(runner.place, text, runner.position, symbol, cell, value)
        self._edit(edit, edit, self._cursor(), belongs=self.timeline.is_newest, name=name)

    def restart(self) -> None:
        """Begin the run anew, with the settings in force and the same initial parameters."""
        timeline = self.timeline
        if timeline.newest_place == START and timeline.is_newest and not timeline.branch.edits:
            return
        replaces = not timeline.branch.edits
        self._begin(timeline.runner.prepared, RESTART_TEXT, Restarted(), replaces=replaces, name=None)

    def _take_back_same(self, symbol: str, cell: tuple[int, int]) -> None:
        """Take the last thing done back if it set this cell, here: dragging a value makes one edit, not a hundred."""
        timeline, last = self.timeline, self._undo.done[-1] if self._undo.done else None
        if last is None or not isinstance(last.deed, ValueEdit) or self._mode != "new" or not timeline.is_newest:
            return
        timeline.note()
        if (last.deed.symbol, last.deed.cell) == (symbol, cell) and self._stamp() == last.stamp:
            self._take_back(self._undo.done.pop())

    def _edit(self, edit: Edit, deed: Deed, cursor: Cursor, *, belongs: bool, name: str | None) -> None:
        """Make an edit on a branch that takes the old one's place if it belongs to that, or else joins it."""
        timeline = self.timeline
        old, begins = timeline.branch, timeline.runner.position
        replaces = belongs and name is None
        if replaces:
            made = timeline.fork(old.name, old.lineage)
        else:
            made = timeline.fork(name or self._branches.new_name(), self._new_lineage())
            made.parent, made.begins = old.name, begins
        timeline.edit(edit)
        self._enlist(old if replaces else None, made, edit.text, deed, cursor)

    def _begin(self, prepared: Prepared, text: str, deed: Deed, *, replaces: bool, name: str | None) -> None:
        """Begin a run at its start, on a branch that takes the old one's place or joins it."""
        timeline, cursor = self.timeline, self._cursor()
        timeline.leave()
        old = timeline.branch
        timeline.runner.start(prepared)
        made = timeline.begin(name or (old.name if replaces else self._branches.new_name()), self._new_lineage())
        self._enlist(old if replaces else None, made, text, deed, cursor)

    def _enlist(self, gone: Branch | None, made: Branch, text: str, deed: Deed, cursor: Cursor) -> None:
        index = len(self._branches) if gone is None else self._branches.index(gone)
        self._branches.exchange(gone, made, index)
        self._record(text, deed, cursor, gone=gone, made=made, index=index)

    # Undo and redo -----------------------------------------------------------------------------------------------

    @property
    def undo_text(self) -> str | None:
        """What undo would take back."""
        return self._undo.done[-1].text if self._undo.done else None

    @property
    def redo_text(self) -> str | None:
        """What redo would do again."""
        return self._undo.undone[-1].done.text if self._undo.undone else None

    def undo(self) -> None:
        """Take back the last thing done, if there is one."""
        if not self._undo.done:
            return
        done = self._undo.done.pop()
        self.timeline.note()
        listed, cursor = self._branches.listed(), self._cursor()
        with self._recording("not"):
            self._take_back(done)
        self._undo.undone.append(Undone(done, listed, cursor, self._stamp()))

    def redo(self) -> None:
        """Do again what was undone last, if there is anything."""
        if not self._undo.undone:
            return
        undone = self._undo.undone.pop()
        done = undone.done
        self.timeline.note()
        if self._stamp() == undone.stamp:
            self._branches.set(undone.listed)
        elif done.gone is None and done.made is not None:
            self._branches.exchange(None, done.made, len(self._branches))
        else:
            with self._recording("again"):
                self._do_again(done)
            return
        self._stand_at(undone.cursor)
        self._undo.push(done, again=True)

    def _take_back(self, done: Done) -> None:
        deed, gone, made = done.deed, done.gone, done.made
        heir = self._branches.heir_of(done.cursor.branch)
        if isinstance(deed, Renamed):
            deed.branch.name = deed.old
        elif made is None or self._is_untouched(done):
            self._branches.exchange(made, gone, done.index)
            self._stand_at(done.cursor)
        elif isinstance(deed, NewSettings) and deed.kept and gone is not None and heir is not None:
            self.timeline.switch(heir)
            self.change(deed.before, done.text)
        else:
            if gone is not None:
                if made.lineage == gone.lineage:
                    made.lineage = self._new_lineage()
                self._branches.exchange(None, gone, len(self._branches))
            self._stand_at(done.cursor)

    def _do_again(self, done: Done) -> None:
        heir = self._branches.heir_of(done.cursor.branch)
        match done.deed:
            case Renamed(branch, _, new):
                self.rename(branch.name, new, done.text)
            case Discarded(branch):
                self.discard(branch.name, done.text)
            case deed:
                self.timeline.switch(heir or self.timeline.branch)
                if isinstance(deed, NewSettings):
                    self.change(deed.prepared, done.text)
                elif isinstance(deed, ValueEdit):
                    self.set_value(deed.symbol, deed.cell, deed.value, done.text)
                else:
                    self.restart()

    def _stand_at(self, cursor: Cursor) -> None:
        branch = self._branches.heir_of(cursor.branch)
        assert branch is not None  # what a cursor is on is put back into the list before
        self.timeline.switch(branch, cursor.place, cursor.applied)

    def _is_untouched(self, done: Done) -> bool:
        """Tell whether nothing was run on a branch since the thing done made it."""
        made = done.made
        return made is not None and made in self._branches and Stamp(made, made.place, len(made.edits)) == done.stamp

    def _stamp(self) -> Stamp:
        timeline = self.timeline
        return Stamp(timeline.branch, timeline.newest_place, len(timeline.branch.edits))

    def _cursor(self) -> Cursor:
        return Cursor(self.timeline.branch, self.timeline.runner.place, self.timeline.applied)

    def _record(
        self,
        text: str,
        deed: Deed,
        cursor: Cursor,
        *,
        gone: Branch | None = None,
        made: Branch | None = None,
        index: int = 0,
    ) -> None:
        if self._mode != "not":
            done = Done(text, deed, cursor, gone, made, index, self._stamp())
            self._undo.push(done, again=self._mode == "again")

    @contextmanager
    def _recording(self, mode: Mode) -> Iterator[None]:
        """Have what is done inside recorded as done again, or not at all."""
        self._mode = mode
        try:
            yield
        finally:
            self._mode = "new"
