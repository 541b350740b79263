"""One branch of a run: where it began, what was changed on the way, how far it went."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from operator import attrgetter

from nnviz.model.curve.recorder import CurveRecorder, LossCurve
from nnviz.model.engine.schedule import Stretch
from nnviz.model.history.edits import Edit, SettingsEdit, resets_update
from nnviz.model.history.keyframes import Keyframes
from nnviz.model.history.position import Place, Position

_ITSELF = 6000
"""Bytes of a branch besides arrays and keyframes: itself, what is shown of it, and what undoing it takes (measured)."""

_ENTRY = 8
"""Bytes of an edit or a keyframe in a branch's lists; the edit itself is shared."""

_place = attrgetter("place")


@dataclass(frozen=True, eq=False)
class BranchInfo:
    """What is shown of a branch.

    Attributes
    ----------
    name
        Its name.
    newest
        How far it went.
    parent, begins
        The name of the branch that it was made from (the last it had, where it is gone), and where that was; None for a
        run from its start.
    edits
        How many edits were made on it, those before it began included.
    curve
        Its losses.
    """

    name: str
    newest: Position
    parent: str | None
    begins: Position | None
    edits: int
    curve: LossCurve = field(repr=False)


@dataclass(eq=False)
class Branch:
    """A branch; it is complete in itself, and shares keyframes and edits with those that it was made from.

    Only the one that is being run grows. An edit makes a new branch that replaces the old one, which stays as it was
    for Undo.

    Attributes
    ----------
    name
        Its name.
    lineage
        The same for branches that replaced one another.
    position, place
        How far it went; up to date when it is not being run.
    keyframes, curve
        Its stored states and its losses.
    first
        Data and batches at its start.
    lines
        Lines of the program at its start.
    edits
        What was changed, in order.
    parent, begins
        As for `BranchInfo`.
    """

    name: str
    lineage: int
    position: Position
    place: Place
    keyframes: Keyframes
    curve: CurveRecorder
    first: Stretch
    lines: int
    edits: list[Edit]
    parent: str | None = None
    begins: Position | None = None
    _measured: tuple[Position, int] | None = field(default=None, init=False, repr=False)
    _counted: tuple[int, int] = field(default=(0, 0), init=False, repr=False)  # of so many edits, a person's

    @property
    def count_by_person(self) -> int:
        """How many of the edits a person made; they are only ever added, and each is looked at once."""
        seen, count = self._counted
        if seen != len(self.edits):
            count += sum(map(_is_by_person, self.edits[seen:]))
            self._counted = len(self.edits), count
        return count

    @property
    def own_bytes(self) -> int:
        """Bytes that it takes besides its keyframes and what others share, as it was last left."""
        measured = self._measured
        if measured is None or measured[0] is not self.position:
            lists = _ENTRY * (len(self.edits) + len(self.keyframes))
            measured = self._measured = self.position, _ITSELF + lists + self.curve.own_bytes
        return measured[1]

    @property
    def made_by_person(self) -> list[Edit]:
        """The edits except those that only changed the engine, which nnviz itself makes."""
        return list(filter(_is_by_person, self.edits))

    def edits_before(self, place: Place) -> int:
        """Return how many edits were made before a place."""
        return bisect_left(self.edits, place, key=_place)

    def edits_until(self, place: Place) -> int:
        """Return how many edits were made before or at a place."""
        return bisect_right(self.edits, place, key=_place)

    def edits_before_settings(self, place: Place) -> int:
        """Return how many edits were made before other settings, or another engine, were chosen at a place."""
        first, last = self.edits_before(place), self.edits_until(place)
        return next((i for i in range(first, last) if isinstance(self.edits[i], SettingsEdit)), last)

    def is_reset_at(self, place: Place, applied: int) -> bool:
        """Return whether nothing is computed at a place, since the run or other settings begin there."""
        there = self.edits[self.edits_before(place) : applied]
        return place == Place(0) or any(map(resets_update, there))

    def latest_start(self, place: Place, applied: int) -> tuple[int, int]:
        """Return the latest updates and edits to replay from for everything shown at a place to be computed."""
        if place.line or self.is_reset_at(place, applied):
            return place.completed, applied
        return place.completed - 1, applied

    def lines_of(self, update: int) -> int:
        """Return how many lines an update (from 1) has."""
        settings = self._settings_until(update - 1)
        return settings[-1].position.lines if settings else self.lines

    def stretch_of(self, update: int) -> Stretch:
        """Return the stretch to which an update (from 1) belongs."""
        settings = self._settings_until(update - 1)
        return settings[-1].stretch if settings else self.first

    def epoch_ends(self, completed: int) -> int:
        """Return how many epochs ended within the first `completed` updates; the start counts as one."""
        ends, begin, stretch = 1, 0, self.first
        for edit in self._settings_until(completed):
            ends += stretch.epoch_ends(begin, edit.place.completed)
            begin, stretch = edit.place.completed, edit.stretch
        return ends + stretch.epoch_ends(begin, completed)

    def epoch_before(self, place: Place) -> Place:
        """Return the last end of an epoch, or start of one, before a place."""
        if place <= Place(0):
            return Place(0)
        completed = place.completed if place.line else place.completed - 1
        stretch = self.stretch_of(completed + 1)
        return Place(completed - stretch.place(completed + 1))

    def line_before(self, place: Place) -> Place:
        """Return the place one line before another."""
        if place.line:
            return Place(place.completed, place.line - 1)
        return Place(place.completed - 1, self.lines_of(place.completed) - 1) if place.completed else place

    def _settings_until(self, completed: int) -> list[SettingsEdit]:
        edits = self.edits[: self.edits_until(Place(completed))]
        return [edit for edit in edits if isinstance(edit, SettingsEdit)]


def _is_by_person(edit: Edit) -> bool:
    return not (isinstance(edit, SettingsEdit) and edit.only_engine)
