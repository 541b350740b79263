"""What is kept of a history when its session is saved, and going on from it."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.model.history.branch import Branch
from nnviz.model.history.branch_position import Place
from nnviz.model.history.branches import Listed
from nnviz.model.history.editing import Editing
from nnviz.model.history.keyframe import Keyframe


@dataclass(frozen=True, eq=False)
class Kept:
    """All that is kept of a history; what can be undone is not.

    Attributes
    ----------
    branches
        All of them, in order.
    branch, place, applied
        On which one stands, where, and after how many of its edits.
    here
        What the update on the screen began with; None to replay from the branch's own keyframes.
    lineages
        How many lineages of branches there have been.
    budget
        Bytes that keyframes may take.
    """

    branches: tuple[Branch, ...]
    branch: Branch
    place: Place
    applied: int
    here: Keyframe | None
    lineages: int
    budget: int


class Resumable(Editing):
    """Branches that can be kept, and gone on from elsewhere."""

    def kept(self) -> Kept:
        """Return what is to be kept; it shares everything with the history, which goes on changing it."""
        timeline = self.timeline
        timeline.note()
        return Kept(
            branches=tuple(self._branches),
            branch=timeline.branch,
            place=timeline.runner.place,
            applied=timeline.applied,
            here=timeline.here(),
            lineages=self._lineages,
            budget=self._budget,
        )

    def resume(self, kept: Kept) -> None:
        """Go on from what was kept, instead of what is here; nothing must have been done here yet.

        The budget stays: to set it may drop keyframes.
        """
        self._branches.set(tuple(Listed(branch, branch.name, branch.lineage) for branch in kept.branches))
        self._lineages = kept.lineages
        self.timeline.switch(kept.branch, kept.place, kept.applied, kept.here)
