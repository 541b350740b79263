"""A branch's past replayed in the background, while its session stays where it is."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.model.arrays.array import Array
from nnviz.model.history.branch import Branch
from nnviz.model.history.position import Place
from nnviz.model.history.runner import Runner


@dataclass(frozen=True, eq=False)
class BranchPast:
    """The whole updates of a branch at some moment.

    Attributes
    ----------
    branch
        Which; what has happened on it stays as it is, or is discarded from its end.
    updates
        How many have run.
    """

    branch: Branch
    updates: int

    def shared_with(self, other: BranchPast) -> int:
        """Return how many ends of updates, the start among them, are the same in both, counted from the start."""
        shared = min(self.updates, other.updates) + 1
        if self.branch is other.branch:
            return shared
        if next(iter(self.branch.keyframes)) is not next(iter(other.branch.keyframes)):
            return 0  # another run
        edits = self.branch.edits, other.branch.edits
        same = 0
        while same < min(map(len, edits)) and edits[0][same] is edits[1][same]:
            same += 1
        for place in (made[same].place for made in edits if len(made) > same):
            # What is edited inside an update leaves the end of the one before as it was.
            shared = min(shared, place.completed + (place.line > 0))
        return shared

    def near(self, after: int = 0) -> list[int]:
        """Return the updates after `after` that follow a stored state, in order: replay reaches their ends at once."""
        return [completed + 1 for completed in self.branch.keyframes.between(after, self.updates)]


class Replay:
    """Goes to the ends of updates that have been run, one after the other or in any order.

    What an edit of a value changes at such an end has been changed; other settings chosen there do not apply yet, so
    that everything of the update is computed.

    Parameters
    ----------
    branch
        Whose past; nothing of it is changed.
    """

    def __init__(self, branch: Branch) -> None:
        self._branch = branch
        self._runner = Runner(next(iter(branch.keyframes)).prepared)
        self._applied = 0
        self._aim = 0

    def switch(self, branch: Branch) -> None:
        """Replay another branch, from its start on."""
        self._branch = branch
        self._restore(0, 0)

    @property
    def symbols(self) -> tuple[str, ...]:
        """Names of all symbols of the program there."""
        return self._runner.engine.program.symbols

    def value(self, symbol: str) -> Array | None:
        """Return a symbol's own array, overwritten by later updates; None at the start for what no line has written."""
        engine = self._runner.engine
        return engine.array(symbol) if self._runner.line or symbol in engine.state else None

    def toward(self, update: int) -> bool:
        """Go one update nearer to the end of an update that has been run; 0 is the start.

        Returns
        -------
        bool
            Whether it is there.
        """
        runner = self._runner
        far = runner.completed < update - 1 and self._aim != update
        if update == 0 or runner.completed >= update or far:
            self._aim = update
            before = Place(max(update - 1, 0))
            self._restore(before.completed, self._branch.edits_until(before) if update else 0)
        self._run_to(Place(min(runner.completed + 1, update)))
        return runner.completed == update

    def _run_to(self, place: Place) -> None:
        applied = self._branch.edits_before_settings(place)
        for edit in self._branch.edits[self._applied : applied]:
            self._runner.run_to(edit.place)
            self._runner.apply(edit)
        self._applied = applied
        self._runner.run_to(place)

    def _restore(self, completed: int, applied: int) -> None:
        keyframe = self._branch.keyframes.nearest(completed, applied)
        self._runner.restore(keyframe)
        self._applied = keyframe.applied
