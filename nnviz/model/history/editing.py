"""Changing what is run, and with it the branches."""

from __future__ import annotations

from typing import Literal

from nnviz.model.engine.engines import engine_for
from nnviz.model.engine.schedule import Schedule, Stretch
from nnviz.model.errors import ModelError
from nnviz.model.history.branch import Branch, BranchInfo
from nnviz.model.history.branch_position import START, Place
from nnviz.model.history.branches import Branches
from nnviz.model.history.edits import Edit, SettingsEdit, ValueEdit
from nnviz.model.history.memory_budget import DEFAULT_BUDGET, bytes_of, thin
from nnviz.model.history.runner import Runner
from nnviz.model.history.session_stamp import Course, SessionStamp
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
    UndoStack,
)
from nnviz.model.scenario.scenario import keeps_network
from nnviz.model.scenario.validation import Prepared
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

FIRST_NAME = "branch 1"
Mode = Literal["new", "again", "not"]

RESTART_TEXT = QT_TRANSLATE_NOOP("model", "Restart")


class Editing:
    """Branches of one runner; what changes them is recorded, so that `History` can take it back.

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
        self._branches.exchange(None, self.timeline.begin(FIRST_NAME, self._lineages))

    # Memory ------------------------------------------------------------------------------------------------------

    @property
    def budget(self) -> int:
        """Bytes that keyframes may take."""
        return self._budget

    @budget.setter
    def budget(self, budget: int) -> None:
        if budget < 0:
            asked = QT_TRANSLATE_NOOP("model", "the history budget")
            raise ModelError(asked, "", str(budget), QT_TRANSLATE_NOOP("model", "a number of bytes, 0 or more"))
        self._budget = budget
        self._bytes = thin(self._held(), budget)

    @property
    def nbytes(self) -> int:
        """Bytes that keyframes take."""
        return bytes_of(self._held())

    @property
    def nbytes_about(self) -> int:
        """About the same, at no cost: as it was added up while keyframes were made, since the last thinning."""
        return self._bytes

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

    @property
    def stamp(self) -> SessionStamp:
        """What the branches hold, to be compared with another moment."""
        timeline = self.timeline
        courses = []
        for branch in self._branches:
            until = timeline.newest_place if branch is timeline.branch else branch.place
            start = next(iter(branch.keyframes)).prepared.scenario
            courses.append(Course(branch.name, start, tuple(branch.edits), until))
        return SessionStamp(tuple(courses))

    def switch(self, name: str) -> None:
        """Be on another branch, where it ends."""
        self.timeline.switch(self._branches.named(name))

    def rename(self, name: str, new: str, text: str) -> None:
        """Give a branch another name."""
        branch = self._branches.named(name)
        if new != name:
            self._branches.check_new(new)
            self._record(text, Renamed(branch, name, new), self._cursor())
            self._branches.rename(branch, new)

    def discard(self, name: str, text: str) -> None:
        """Remove a branch; from the current one, one comes to the one that it was made from, or to its neighbour."""
        branch = self._branches.named(name)
        if len(self._branches) == 1:
            asked, found = QT_TRANSLATE_NOOP("model", "to discard a branch"), QT_TRANSLATE_NOOP("model", "the only one")
            raise ModelError(asked, name, found, QT_TRANSLATE_NOOP("model", "one of several"))
        index = self._branches.index(branch)
        self._record(text, Discarded(branch), self._cursor(), gone=branch, index=index)
        self._branches.exchange(branch, None)
        if branch is self.timeline.branch:
            neighbour = list(self._branches)[max(index - 1, 0)]
            self.timeline.switch(self._branches.find(branch.parent) or neighbour)

    def _info(self, branch: Branch) -> BranchInfo:
        newest = self.timeline.newest if branch is self.timeline.branch else branch.position
        curve = branch.curve.freeze()
        return BranchInfo(branch.name, newest, branch.parent, branch.begins, len(branch.made_by_person), curve)

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
        if (new.data, new.batch, new.optimiser.generation) != (old.data, old.batch, old.optimiser.generation):
            per_epoch = Schedule(prepared).stretch.per_epoch
            stretch = Stretch(runner.completed, runner.position.epoch, per_epoch)
        edit = SettingsEdit(
            runner.place, text, runner.position, prepared, stretch, engine_for(prepared, runner.engine_choice)
        )
        self._edit(edit, deed, cursor, belongs=belongs, name=name)
        return True

    def set_value(self, symbol: str, cell: tuple[int, int], value: float, text: str, name: str | None = None) -> None:
        """Set a cell of a parameter."""
        runner = self.timeline.runner
        edit = ValueEdit(runner.place, text, runner.position, symbol, cell, value)
        self._edit(edit, edit, self._cursor(), belongs=self.timeline.is_newest, name=name)

    def restart(self) -> None:
        """Begin the run anew, with the settings in force and the same initial parameters."""
        timeline = self.timeline
        if timeline.newest_place == START and timeline.is_newest and not timeline.branch.edits:
            return
        replaces = not timeline.branch.made_by_person
        self._begin(timeline.runner.prepared, RESTART_TEXT, Restarted(), replaces=replaces, name=None)

    def use_chosen_engine(self) -> None:
        """Go on with the runner's chosen engine, if it is another and one stands between updates, at the end."""
        timeline, runner = self.timeline, self.timeline.runner
        if not timeline.is_newest or runner.is_inside:
            return
        engine = engine_for(runner.prepared, runner.engine_choice)
        if engine != runner.engine_name:
            timeline.change_engine(engine)

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
        self._branches.exchange(gone, made)
        self._record(text, deed, cursor, gone=gone, made=made)

    # Recording ---------------------------------------------------------------------------------------------------

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
        index: int | None = None,
    ) -> None:
        if self._mode != "not":
            done = Done(text, deed, cursor, gone, made, index, self._stamp())
            self._undo.push(done, again=self._mode == "again")
