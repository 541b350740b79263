"""The past of a session: its branches, and what can be undone.

The rules
---------
- Changing anything where a branch ends belongs to that branch. Changing anything in its past makes a new branch there;
  the old one stays, with its future, until it is discarded.
- Other settings apply from the first line of an update: the one on the screen, if it is not complete, is rewound.
  Where a cell had been edited inside it, that makes a new branch, and the old one stays.
- A parameter's cell can be edited anywhere. The lines that follow read the new value; what has been computed stays.
- Settings that do not keep the network, and a restart, begin a run at its start. The old run stays in the list; but one
  that has no updates is replaced, and a restart also replaces one that has no edits, since running it again yields the
  same.
- Undo goes back to where the cursor was before, to the last bit, as though the action had not been done. Where updates
  have been made since, nothing that was learned is lost by it: where settings had kept the network, the old ones are
  applied again, to the newest state; otherwise the branch with those updates stays in the list, and the cursor moves to
  another.
- Redo returns to what was there before Undo, to the last bit; where something was run since, the action is done again
  to the newest state. Running and seeking are not undone, and do not prevent redoing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nnviz.model.arrays.array import Array
from nnviz.model.history.branch import Branch, BranchInfo
from nnviz.model.history.branches import Branches, ListedBranch
from nnviz.model.history.editing import Editing
from nnviz.model.history.keyframe import Keyframe
from nnviz.model.history.memory_budget import MemoryBudget
from nnviz.model.history.runner import Runner
from nnviz.model.history.session_contents import BranchContents, SessionContents
from nnviz.model.history.timeline import Cursor, Timeline
from nnviz.model.history.undo_stack import UndoStack
from nnviz.model.history.undoing import Undoing

FIRST_NAME = "branch 1"


@dataclass(frozen=True, eq=False)
class SavedHistory:
    """All that a session file stores of a history; what can be undone is not stored.

    Attributes
    ----------
    branches
        All of them, in order.
    cursor
        Where the cursor is.
    here
        What the update on the screen began with; None to replay from the branch's own keyframes.
    lineages
        How many lineages of branches there have been.
    budget
        Bytes that keyframes may take.
    """

    branches: tuple[Branch, ...]
    cursor: Cursor
    here: Keyframe | None
    lineages: int
    budget: int


class History:
    """Branches of one runner, and what was done to them, to undo and redo it.

    Parameters
    ----------
    runner
        Is at the start of a scenario.

    Attributes
    ----------
    timeline
        Moves the runner along the current branch.
    memory
        The bytes that keyframes take and may take.
    editing
        Changes settings, values and the list of branches.
    undoing
        Undoes and redoes what `editing` did.
    """

    def __init__(self, runner: Runner) -> None:
        self._undo_stack = UndoStack()
        self._branches = Branches(self._undo_stack.gone)
        self._contents: dict[Branch, BranchContents] = {}
        self.memory = MemoryBudget(self._held, self._branches.__iter__, self._undo_stack.forget_older)
        self.timeline = Timeline(runner, self.memory.grow)
        self._branches.exchange(None, self.timeline.begin(FIRST_NAME, self._branches.new_lineage()))
        self._infos = _BranchInfos(self._branches, self.timeline)
        self.editing = Editing(self.timeline, self._branches, self._undo_stack, self.memory.check_room)
        self.undoing = Undoing(self.timeline, self._branches, self._undo_stack, self.editing)

    @property
    def branches(self) -> tuple[BranchInfo, ...]:
        """All branches."""
        return self._infos.all()

    @property
    def contents(self) -> SessionContents:
        """What the branches hold, to be compared with another moment."""
        current, before = self.timeline.branch, self._contents
        self._contents = {}
        for branch in self._branches:
            until = self.timeline.newest_place if branch is current else branch.place
            contents = before.get(branch)
            if contents is None or branch is current or contents.until is not until or contents.name != branch.name:
                start = next(iter(branch.keyframes)).prepared.scenario
                contents = BranchContents(branch.name, start, tuple(branch.edits), until)
            self._contents[branch] = contents
        return SessionContents(tuple(self._contents.values()))

    @property
    def state(self) -> Mapping[str, Array]:
        """What updates read and change, as it is where the cursor is, a hidden mistake's too; not to be changed."""
        return self.timeline.runner.engine.state

    def switch(self, name: str) -> None:
        """Go to another branch, where it ends."""
        self.timeline.switch(self._branches.named(name))

    # Saving ------------------------------------------------------------------------------------------------------

    def saved(self) -> SavedHistory:
        """Return what is to be saved; it shares everything with the history, which goes on changing it."""
        timeline = self.timeline
        timeline.note()
        return SavedHistory(
            branches=tuple(self._branches),
            cursor=timeline.cursor,
            here=timeline.here(),
            lineages=self._branches.lineages,
            budget=self.memory.limit,
        )

    def resume(self, saved: SavedHistory) -> None:
        """Go on from what was saved, instead of what is here; nothing must have been done here yet.

        The budget stays: to set it may drop keyframes.
        """
        self._branches.set(tuple(ListedBranch(branch, branch.name, branch.lineage) for branch in saved.branches))
        self._branches.lineages = saved.lineages
        cursor = saved.cursor
        self.timeline.switch(cursor.branch, cursor.place, cursor.applied, saved.here)

    # Inside ------------------------------------------------------------------------------------------------------

    def _held(self) -> list[Branch]:
        return [self.timeline.branch, *self._branches, *self._undo_stack.branches()]


class _BranchInfos:
    """Describes the branches of a list; of thousands, only those that may have changed are described again.

    Parameters
    ----------
    branches
        The list.
    timeline
        Runs one of them on, which is the only one that grows.
    """

    def __init__(self, branches: Branches, timeline: Timeline) -> None:
        self._branches, self._timeline = branches, timeline
        self._infos: dict[Branch, BranchInfo] = {}
        self._all: tuple[BranchInfo, ...] = ()
        self._of: tuple[int, int, Branch] | None = None
        self._at = 0

    def all(self) -> tuple[BranchInfo, ...]:
        """Return them in order; the same objects as before for branches that are as they were."""
        current = self._timeline.branch
        of = self._branches.changes, self._timeline.notes, current
        if of != self._of:
            self._infos = {branch: self._described(branch) for branch in self._branches}
            self._all = tuple(self._infos.values())
            self._of, self._at = of, self._branches.index(current)
        else:
            info = self._described(current)
            if info is not self._infos[current]:
                self._infos[current] = info
                self._all = (*self._all[: self._at], info, *self._all[self._at + 1 :])
        return self._all

    def _described(self, branch: Branch) -> BranchInfo:
        before = self._infos.get(branch)
        is_current = branch is self._timeline.branch
        if before is not None and not is_current and _is_still(before, branch):
            return before
        newest = self._timeline.newest if is_current else branch.position
        info = BranchInfo(
            branch.name, newest, branch.parent, branch.begins, branch.count_by_person, branch.curve.freeze()
        )
        return before if before is not None and _is_same(before, info) else info


def _is_still(info: BranchInfo, branch: Branch) -> bool:
    """Return whether what was shown of a branch that is not being run still holds."""
    same = info.newest is branch.position and info.begins is branch.begins
    return same and info.name == branch.name and info.parent == branch.parent


def _is_same(one: BranchInfo, other: BranchInfo) -> bool:
    """Return whether two say the same; a curve is the same object until it grows."""
    same = (one.name, one.newest, one.parent, one.begins) == (other.name, other.newest, other.parent, other.begins)
    return same and one.edits == other.edits and one.curve is other.curve
