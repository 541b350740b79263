"""What is shown of the branches: of thousands, only those that may have changed are described again."""

from __future__ import annotations

from nnviz.model.history.branch import Branch, BranchInfo
from nnviz.model.history.branches import Branches
from nnviz.model.history.timeline import Timeline


class BranchInfos:
    """Describes the branches of a list.

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
