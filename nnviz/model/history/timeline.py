"""Moving a runner along a branch: replaying what happened, and running on from where the branch ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from nnviz.model.curve.recorder import CurveRecorder
from nnviz.model.history.branch import Branch
from nnviz.model.history.edits import Edit, SettingsEdit, ValueEdit, breaks_off
from nnviz.model.history.keyframe import Keyframe
from nnviz.model.history.keyframes import RECENT, Keyframes
from nnviz.model.history.position import START, Place, Position
from nnviz.model.history.runner import Runner


@dataclass(frozen=True, eq=False)
class Cursor:
    """Where a session is: on which branch, where, after how many of its edits."""

    branch: Branch
    place: Place
    applied: int


@dataclass(frozen=True)
class BranchExtent:
    """How far a branch went at some moment, and with how many edits: equal when nothing was run on it since."""

    branch: Branch
    until: Place
    edits: int


class Timeline:
    """A runner on one branch.

    Wherever it is, the edits of that place have been made; only `go` with fewer of them is before some.

    Parameters
    ----------
    runner
        Is at the start of a scenario.
    on_growth
        Called with the bytes of each new keyframe.

    Attributes
    ----------
    runner
        What holds the state.
    branch
        What it is on.
    applied
        How many of the branch's edits have been made where the runner is.
    notes
        Counts how often it was noted on a branch how far that went.
    """

    branch: Branch
    applied: int

    def __init__(self, runner: Runner, on_growth: Callable[[int], None]) -> None:
        self.runner = runner
        self._on_growth = on_growth
        self.notes = 0

    @property
    def is_newest(self) -> bool:
        """Whether the runner is where the branch ends."""
        return self.runner.recorder is not None

    @property
    def newest(self) -> Position:
        """Where the branch ends."""
        return self.runner.position if self.is_newest else self.branch.position

    @property
    def newest_place(self) -> Place:
        """Where the branch ends."""
        return self.runner.place if self.is_newest else self.branch.place

    @property
    def value_edits(self) -> tuple[ValueEdit, ...]:
        """The values that have been set up to where the runner is."""
        if not self.applied:
            return ()
        return tuple(edit for edit in self.branch.edits[: self.applied] if isinstance(edit, ValueEdit))

    @property
    def cursor(self) -> Cursor:
        """Where the runner is."""
        return Cursor(self.branch, self.runner.place, self.applied)

    @property
    def extent(self) -> BranchExtent:
        """How far the branch goes now."""
        return BranchExtent(self.branch, self.newest_place, len(self.branch.edits))

    def begin(self, name: str, lineage: int) -> Branch:
        """Make the branch of a run from its start, where the runner is, and switch to it."""
        runner = self.runner
        keyframe = runner.keyframe(0)
        self.branch = Branch(
            name=name,
            lineage=lineage,
            position=runner.position,
            place=runner.place,
            keyframes=Keyframes(keyframe),
            curve=CurveRecorder(),
            first=keyframe.stretch,
            lines=runner.position.lines,
            edits=[],
        )
        self._on_growth(keyframe.nbytes)
        self.applied = 0
        runner.recorder = self.branch.curve
        runner.evaluate_if_due()
        return self.branch

    def fork(self, name: str, lineage: int) -> Branch:
        """Make a branch that has run as far as the runner is, and switch to it; it ends there."""
        curve = self.branch.curve.copy() if self.is_newest else self._curve_here()
        self.leave()
        old, runner = self.branch, self.runner
        self.branch = replace(
            old,
            name=name,
            lineage=lineage,
            keyframes=old.keyframes.until(runner.completed, self.applied),
            curve=curve,
            edits=old.edits[: self.applied],
        )
        runner.recorder = curve
        return self.branch

    def edit(self, edit: Edit) -> None:
        """Make an edit where the branch ends."""
        self.runner.apply(edit)
        self.branch.edits.append(replace(edit, position=self.runner.position))
        self.applied += 1
        keyframe = self.runner.keyframe(self._applied_before())
        self.branch.keyframes.pin(keyframe)
        self._on_growth(keyframe.nbytes)

    def change_engine(self, engine: str) -> None:
        """Switch to another engine, which runs the branch on from where it ends, between updates.

        What has run keeps the engine that ran it. It is not a person's action, so it is not undone.
        """
        runner, branch = self.runner, self.branch
        if runner.place == START and not branch.edits:
            runner.restore(replace(branch.keyframes.nearest(0, 0), engine=engine))
            branch.keyframes = Keyframes(runner.keyframe(0))
            return
        prepared, stretch = runner.prepared, runner.schedule.stretch
        self.edit(SettingsEdit(runner.place, engine, runner.position, prepared, stretch, engine, only_engine=True))

    def here(self) -> Keyframe:
        """Return what the update on the screen began with."""
        return self.runner.keyframe(self._applied_before())

    def note(self) -> None:
        """Note on the branch how far it went."""
        if self.is_newest:
            branch, runner = self.branch, self.runner
            self.notes += 1
            branch.position, branch.place = runner.position, runner.place
            branch.keyframes.tip = self.here()

    def leave(self) -> None:
        """Stop running the branch on."""
        self.note()
        self.runner.recorder = None

    def switch(
        self, branch: Branch, place: Place | None = None, applied: int | None = None, here: Keyframe | None = None
    ) -> None:
        """Switch to another branch, where it ends or at a place of it; `here` is a keyframe of it that may be near."""
        self.leave()
        self.branch = branch
        place = branch.place if place is None else place
        self._come_from_keyframe(place, branch.edits_until(place) if applied is None else applied, here)

    def go(self, place: Place, applied: int | None = None) -> None:
        """Go to a place of the branch, with all the edits of that place or only the first `applied` of them."""
        if applied is None:
            applied = self.branch.edits_until(place)
        self.leave()
        if not self._go_inside_update(place, applied):
            # Going back inside the update on the screen takes only its own lines.
            self._come_from_keyframe(place, applied, self.here())

    def advance(self, place: Place) -> None:
        """Run to a place ahead: what has run before is replayed, and what has not is new."""
        if not self.is_newest:
            until = min(place, self.branch.place)
            self._replay(until, self.branch.edits_until(until))
        if self.is_newest:
            self._run_new(place)

    def settle(self) -> None:
        """Make the edits of this place that have not been made where the runner is."""
        place = self.runner.place
        self._replay(place, self.branch.edits_until(place))

    def epoch_end(self) -> Place:
        """Return the end of a pass over the training data, and of another where data or batches change in between."""
        completed, branch = self.runner.completed, self.branch
        while True:
            stretch = branch.stretch_of(completed + 1)
            end = completed + stretch.per_epoch - stretch.place(completed + 1)
            later = branch.edits[branch.edits_until(Place(completed)) :]
            breaks = [edit.place.completed for edit in later if breaks_off(edit, stretch)]
            if not breaks or breaks[0] >= end:
                return Place(end)
            completed = breaks[0]

    def discard_after(self, place: Place) -> None:
        """Go to a place after which nothing was edited, and discard what came after it: the branch ends there again.

        It is then as though it had never been run on, to the last bit.
        """
        if self.newest_place <= place:
            return
        self.go(place)
        branch = self.branch
        branch.curve = self._curve_here()
        branch.keyframes = branch.keyframes.until(self.runner.completed, self.applied)
        self.runner.recorder = branch.curve

    # Inside ------------------------------------------------------------------------------------------------------

    def _run_new(self, place: Place) -> None:
        runner, keyframes = self.runner, self.branch.keyframes
        due = keyframes.next_after(runner.completed, runner.spacing)
        while due <= place.completed:
            self._run(Place(due), place)
            keyframe = runner.boundary_keyframe(self.applied)
            keyframes.add(keyframe)
            self._on_growth(keyframe.nbytes)
            due = keyframes.next_after(due, runner.spacing)
        self._run(place, place)

    def _replay(self, place: Place, applied: int) -> None:
        """Go forward over what has run before."""
        for edit in self.branch.edits[self.applied : applied]:
            self._run(edit.place, place)
            self.runner.apply(edit)
            self.applied += 1
        self.applied = applied
        self._run(place, place)
        if place == self.branch.place and applied == len(self.branch.edits):
            self.runner.recorder = self.branch.curve

    def _run(self, place: Place, goal: Place) -> None:
        """Run to a place on the way to another one; where the grid is coarse, states shortly before that are stored."""
        runner = self.runner
        if runner.spacing << self.branch.keyframes.level > runner.recent_spacing:
            self._store_recent(place, goal)
        runner.run_to(place)

    def _store_recent(self, place: Place, goal: Place) -> None:
        runner, every = self.runner, self.runner.recent_spacing
        here = self.here()
        if here.completed % every == 0:
            self._store(here)
        shown = goal.completed - (not goal.line)  # what the update on the screen begins with is stored anyway
        first = max(shown - RECENT * every, runner.completed + runner.is_inside)
        for completed in range(first + -first % every, min(shown, place.completed + 1), every):
            runner.run_to(Place(completed))
            self._store(runner.boundary_keyframe(self.applied))

    def _store(self, keyframe: Keyframe) -> None:
        if self.branch.keyframes.add_recent(keyframe):
            self._on_growth(keyframe.nbytes)

    def _go_inside_update(self, place: Place, applied: int) -> bool:
        """Go to another line of the update on the screen from where it is; return whether that was possible."""
        runner = self.runner
        if not runner.line:
            return False
        begun = self.runner.position.update - 1
        whole = not place.line and place.completed == begun + 1
        if self.branch.latest_start(place, applied)[0] != begun or not (place.line or whole):
            return False
        if place >= runner.place and applied >= self.applied:
            self._replay(place, applied)
            return True
        # What was edited since the update began is not what `before` has.
        unedited = applied == self.applied == self._applied_before()
        return unedited and place < runner.place and runner.rewind_to(place.line)

    def _come_from_keyframe(self, place: Place, applied: int, here: Keyframe | None = None) -> None:
        latest = self.branch.latest_start(place, applied)
        keyframe = self.branch.keyframes.nearest(*latest)
        if here is not None and keyframe.key <= here.key <= latest:
            keyframe = here
        self.runner.restore(keyframe)
        self.applied = keyframe.applied
        self._replay(place, applied)

    def _applied_before(self) -> int:
        """Return how many edits had been made when the update on the screen began."""
        runner = self.runner
        if not runner.line:
            return self.applied
        return self.branch.edits_until(Place(runner.completed - (not runner.is_inside)))

    def _curve_here(self) -> CurveRecorder:
        """Return the losses of the branch as they were when it ended where the runner is."""
        place, applied = self.runner.place, self.applied
        branch = self.branch
        if branch.curve.updates == place.completed:
            return branch.curve.copy()
        curve = branch.curve.until(place.completed, branch.epoch_ends(place.completed))
        if curve.updates < place.completed:
            self.go(Place(curve.updates))
            for update in range(curve.updates + 1, place.completed + 1):
                self._replay(Place(update), branch.edits_before(Place(update)))
                curve.add_update(self.runner.batch_loss)
            self.go(place, applied)
        return curve
