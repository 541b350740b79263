"""Branches as a session file has them: every number is checked against what the scenarios say before it is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from nnviz.model.arrays.array import Array
from nnviz.model.engine.engines import ENGINES, usable
from nnviz.model.engine.schedule import Stretch, stretch_from_start
from nnviz.model.history.branch import Branch
from nnviz.model.history.edits import Edit, SettingsEdit, ValueEdit
from nnviz.model.history.keyframe import Keyframe
from nnviz.model.history.keyframes import Keyframes
from nnviz.model.history.position import START, Place, Position
from nnviz.model.program.shapes import Shape
from nnviz.model.scenario.scenario import keeps_network
from nnviz.model.session_file.array_pool import Pooled
from nnviz.model.session_file.curves import read_curve
from nnviz.model.session_file.errors import check
from nnviz.model.session_file.read_branch import ReadBranch, ReadSettings
from nnviz.model.session_file.scenarios import ReadScenario
from nnviz.model.session_file.schema import (
    SavedBranch,
    SavedCell,
    SavedEdit,
    SavedKeyframe,
    SavedKeyframes,
    SavedSettings,
)


class BranchReader:
    """Reads branches; what they share is shared.

    Parameters
    ----------
    scenarios
        By number.
    states, curves
        The numbers of their states and losses.
    """

    def __init__(self, scenarios: Sequence[ReadScenario], states: Pooled, curves: Pooled) -> None:
        self._scenarios, self._states, self._curves = scenarios, states, curves
        self._read: dict[tuple[int, tuple[tuple[str, Shape], ...]], Mapping[str, Array]] = {}

    def read(self, saved: SavedBranch, where: str) -> ReadBranch:
        """Read a branch.

        Raises
        ------
        SessionFileError
            If it is not one.
        """
        scenario = self._scenario(saved.start, f"{where}.start")
        settings = [ReadSettings(scenario, stretch_from_start(scenario.prepared), _engine(saved, where))]
        edits: list[Edit] = []
        for number, edit in enumerate(saved.edits):
            after = edits[-1].place if edits else START
            edits.append(self._edit(edit, after, settings, f"{where}.edits[{number}]"))
        place = Place(*saved.place)
        check(not edits or edits[-1].place <= place, f"{where}.place", place.completed, "none before its last edit")
        curve = read_curve(saved.blocks, saved.evaluations, self._curves, where)
        check(curve.updates == place.completed, f"{where}.blocks.updates", curve.updates, str(place.completed))
        start = settings[0].keyframe(0, 0, MappingProxyType({}), 0)
        branch = Branch(
            name=saved.name,
            lineage=saved.lineage,
            position=settings[-1].position(place, saved.line, f"{where}.place"),
            place=place,
            keyframes=Keyframes(start),
            curve=curve,
            first=settings[0].stretch,
            lines=settings[0].lines,
            edits=edits,
            parent=saved.parent,
            begins=None if saved.begins is None else Position(*saved.begins),
        )
        read = ReadBranch(branch, tuple(settings))
        branch.keyframes = self._keyframes(saved.keyframes, read, f"{where}.keyframes")
        return read

    def keyframe(self, saved: SavedKeyframe, read: ReadBranch, where: str) -> Keyframe:
        """Read a keyframe of a branch."""
        completed, applied, moves, begin = saved
        read.check_applied(Place(completed), applied, where)
        check(moves <= completed, where, f"{moves} moves", f"at most {completed}")
        there = read.settings[applied]
        state = self.state(begin, there.scenario, where)
        return there.keyframe(completed, applied, state, moves)

    def state(self, begin: int, scenario: ReadScenario, where: str) -> Mapping[str, Array]:
        """Read parameters and optimiser state."""
        shapes = scenario.state_shapes
        key = begin, tuple(shapes.items())
        if key not in self._read:
            arrays: dict[str, Array] = {}
            for name, shape in shapes.items():
                arrays[name] = self._states.take(begin, shape, where)
                begin += arrays[name].size
            self._read[key] = MappingProxyType(arrays)
        return self._read[key]

    def _keyframes(self, saved: SavedKeyframes, read: ReadBranch, where: str) -> Keyframes:
        pins = [self.keyframe(pin, read, f"{where}.pins") for pin in saved.pins]
        grid = [self.keyframe(part, read, f"{where}.grid") for part in saved.grid]
        keys = [keyframe.key for keyframe in pins]
        check(
            keys[:1] == [(0, 0)] and keys == sorted(keys), f"{where}.pins", "others", "the start, then others in order"
        )
        keys = [keyframe.key for keyframe in grid]
        whole = all(completed % saved.stride == 0 for completed, _ in keys)
        check(whole and keys == sorted(keys), f"{where}.grid", "others", f"multiples of {saved.stride}, in order")
        made = Keyframes(pins[0])
        for keyframe in pins[1:]:
            made.pin(keyframe)
        for keyframe in grid:
            made.add(keyframe)
        made.stride = saved.stride
        made.tip = None if saved.tip is None else self.keyframe(saved.tip, read, f"{where}.tip")
        return made

    def _edit(self, saved: SavedEdit, after: Place, settings: list[ReadSettings], where: str) -> Edit:
        """Read an edit, and add to `settings` what is effective from it on."""
        place, before = Place(*saved.place), settings[-1]
        now = before
        check(after <= place, f"{where}.place", f"{place.completed} updates", f"{after.completed} or more")
        check((saved.settings is None) != (saved.cell is None), where, "both or neither", "settings or a cell")
        if saved.settings is not None:
            now = self._settings(saved.settings, now, place, f"{where}.settings")
        settings.append(now)
        position = now.position(place, saved.line, where)
        if saved.settings is not None:
            prepared = now.scenario.prepared
            same = (now.scenario, now.stretch) == (before.scenario, before.stretch)
            return SettingsEdit(place, saved.text, position, prepared, now.stretch, now.engine, only_engine=same)
        assert saved.cell is not None  # one of the two is there
        _check_cell(saved.cell, now.scenario, f"{where}.cell")
        cell = saved.cell
        return ValueEdit(place, saved.text, position, cell.symbol, cell.cell, cell.value, cell.old, cell.typed)

    def _settings(self, saved: SavedSettings, before: ReadSettings, place: Place, where: str) -> ReadSettings:
        scenario, stretch = self._scenario(saved.scenario, f"{where}.scenario"), Stretch(*saved.stretch)
        kept = keeps_network(before.scenario.prepared.scenario, scenario.prepared.scenario)
        check(kept, f"{where}.scenario", "another network", "one with the same parameters")
        check(place.line == 0, where, f"line {place.line}", "settings change between updates")
        begins = stretch in (before.stretch, Stretch(place.completed, stretch.first_epoch, stretch.per_epoch))
        per_epoch = stretch_from_start(scenario.prepared).per_epoch
        check(begins and stretch.per_epoch == per_epoch, f"{where}.stretch", saved.stretch, f"{per_epoch} an epoch")
        return ReadSettings(scenario, stretch, _engine(saved, where))

    def _scenario(self, number: int, where: str) -> ReadScenario:
        check(number < len(self._scenarios), where, f"scenario {number}", f"below {len(self._scenarios)}")
        return self._scenarios[number]


def _engine(saved: SavedBranch | SavedSettings, where: str) -> str:
    """Return what replays a stretch; where that is not installed, differences are reported as on another machine."""
    check(saved.engine in ENGINES, f"{where}.engine", repr(saved.engine), " or ".join(ENGINES))
    return usable(saved.engine)


def _check_cell(saved: SavedCell, scenario: ReadScenario, where: str) -> None:
    symbol, (row, column) = saved.symbol, saved.cell
    parameters = scenario.program.parameters
    check(symbol in parameters, where, repr(symbol), ", ".join(parameters))
    rows, columns = scenario.state_shapes[symbol]
    check(row < rows and column < columns, where, saved.cell, f"below ({rows}, {columns})")
    check(abs(saved.value) < float("inf"), where, saved.value, "a finite number")
