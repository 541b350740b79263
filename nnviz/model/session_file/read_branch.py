"""A branch that was read, with the settings that are effective along it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from nnviz.model.arrays.array import Array
from nnviz.model.engine.schedule import Stretch
from nnviz.model.history.branch import Branch
from nnviz.model.history.keyframe import Keyframe
from nnviz.model.history.keyframe_spacing import spacing_of
from nnviz.model.history.position import Place, Position
from nnviz.model.session_file.errors import check
from nnviz.model.session_file.scenarios import ReadScenario


@dataclass(frozen=True, eq=False)
class ReadSettings:
    """Settings that were read, effective from a place of a branch on."""

    scenario: ReadScenario
    stretch: Stretch
    engine: str

    @property
    def lines(self) -> int:
        """Lines of the program."""
        return len(self.scenario.program)

    @cached_property
    def _spacing(self) -> int:
        return spacing_of(self.scenario.prepared, self.engine)

    def keyframe(self, completed: int, applied: int, state: Mapping[str, Array], moves: int) -> Keyframe:
        """Make a keyframe that was read, of a place where they are effective."""
        prepared, spacing = self.scenario.prepared, self._spacing
        return Keyframe(completed, applied, prepared, self.stretch, state, moves, self.engine, spacing)

    def position(self, place: Place, line: int, where: str) -> Position:
        """Return a place as it is shown; `line` lines are shown there."""
        accepted = (place.line,) if place.line else (0, self.lines) if place.completed else (0,)
        check(place.line < self.lines, where, f"line {place.line}", f"below {self.lines}")
        check(line in accepted, where, f"line {line} shown", " or ".join(map(str, accepted)))
        update = place.completed + (place.line > 0)
        return Position(update, line, self.lines, self.stretch.epoch_of(update))


@dataclass(frozen=True, eq=False)
class ReadBranch:
    """A branch that was read, and the settings that are effective after none, one, two … of its edits."""

    branch: Branch
    settings: tuple[ReadSettings, ...]

    def check_applied(self, place: Place, applied: int, where: str) -> None:
        """Refuse a number of edits that cannot have been made at a place, or a place that the branch does not have."""
        low, high = self.branch.edits_before(place), self.branch.edits_until(place)
        check(place <= self.branch.place, where, f"{place.completed} updates", f"at most {self.branch.place.completed}")
        check(low <= applied <= high, where, f"{applied} edits", f"{low} to {high}")
