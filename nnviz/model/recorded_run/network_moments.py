"""A person's arrays at each moment of their run, as snapshots of the program of the network that was found."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from nnviz.model.arrays.array import Array, read_only
from nnviz.model.engine.workspace import Workspace
from nnviz.model.errors import ModelError
from nnviz.model.history.branch import BranchInfo
from nnviz.model.history.position import Position
from nnviz.model.mistakes import CATALOGUE
from nnviz.model.recorded_run.column_convention import in_columns
from nnviz.model.recorded_run.findings import Findings
from nnviz.model.recorded_run.found_scenario import FoundData, found_scenario
from nnviz.model.recorded_run.losses import RecordedLosses, scalars_of
from nnviz.model.recorded_run.samples import found_samples
from nnviz.model.recorded_run.segments import Segment, segments_of
from nnviz.model.recorded_run.shown_program import ShownProgram, shown_program
from nnviz.model.recorded_run.step_order import StepOrder
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import RECORDED, Snapshot

if TYPE_CHECKING:
    from nnviz.model.recording.recording import Recording


class NetworkMoments:
    """Makes the snapshot of any moment.

    Parameters
    ----------
    recording, findings
        What ran, and the network that was found in it.
    order
        When each of its statements has run.
    title
        The name of the file.

    Raises
    ------
    ModelError
        If the network that was found cannot be shown; it says why.

    Attributes
    ----------
    scenario
        Their network without the mistakes that they make: *Open as scenario*.
    """

    def __init__(self, recording: Recording, findings: Findings, order: StepOrder, title: str) -> None:
        network = findings.network
        assert network is not None  # the caller has looked
        self._recording, self._findings, self._network = recording, findings, network
        self._segments = segments_of(recording, findings, order)
        if not self._segments:
            raise ModelError("to show the network", "", "no whole update", "")
        held = recording.names_at(len(recording.steps) - 1).values()
        self._samples = found_samples(findings.forward, [recording.values[value] for value in dict.fromkeys(held)])
        self._states = self._parameters()
        self.scenario = self._scenario(title)
        self._base = Session(self._with_mistakes()).snapshot()
        self._losses = RecordedLosses(self._base, self._states)
        self._shown = self._program()
        self._made: dict[tuple[int, int], Snapshot] = {}
        self._computed_in: dict[int, Mapping[str, Array]] = {}

    @property
    def samples(self) -> int:
        """How many samples are shown."""
        return int(self._samples.inputs.shape[1])

    def loss_before(self, update: int) -> float | None:
        """Return the loss of the parameters that an update (from 1) begins with, over all samples."""
        return self._losses.after(update - 1).train if 0 < update <= len(self._states) else None

    def snapshot(self, cursor: int) -> Snapshot:
        """Return the moment at which `cursor` statements have run."""
        at = bisect_right([segment.begins for segment in self._segments], cursor - 1) - 1
        line = self._lines_run(at, cursor) if at >= 0 else 0
        if not line and at > 0:
            # Nothing of this part has been computed: what was before is on the screen.
            at -= 1
            line = self._lines_run(at, cursor)
        key = (at, line) if line else (-1, 0)
        if key not in self._made:
            self._made[key] = self._make(*key)
        return self._made[key]

    def cursor_of(self, update: int, line: int) -> int:
        """Return how many statements have run when a line (from 1) of an update (from 1) has."""
        last = [segment for segment in self._segments if segment.update == update][-1]
        lines = self._shown.program.lines[:line]
        known = [each.writes for each in lines if each.writes in last.written]
        return max((last.cursor_of(symbol) for symbol in known), default=last.begins + 1)

    # Inside ------------------------------------------------------------------------------------------------------

    def _array(self, segment: Segment, symbol: str, shape: tuple[int, ...]) -> Array | None:
        """Return what a part of an update wrote, as a column convention's matrix; None where it cannot be that."""
        if symbol in self._states[0]:
            return self._states[segment.update].get(symbol)
        value = segment.written.get(symbol)
        return None if value is None else in_columns(self._recording.values[value], shape, self._network.samples_are)

    def _parameters(self) -> list[Mapping[str, Array]]:
        """Return the parameters before the first update, and after each; biases that they do not have are 0."""
        states = self._findings.states
        sizes = self._network.sizes
        if len(states) <= len(self._findings.updates):
            raise ModelError("to show the network", "", "parameters without values", "")
        missing = {f"b{layer}": read_only(np.zeros((units, 1))) for layer, units in enumerate(sizes[1:], start=1)}
        found: list[Mapping[str, Array]] = [{**missing, **state} for state in states]
        for layer, (below, units) in enumerate(pairwise(sizes), start=1):
            if any(state.get(f"W{layer}", np.empty(0)).shape != (units, below) for state in found):
                raise ModelError("to show the network", f"W{layer}", "a value of another shape", "")
        return found

    def _scenario(self, title: str) -> Scenario:
        computed = set(self._findings.symbols.values())
        notes = self._findings.lines.values()
        # A name for what is computed from their values would say that they have it.
        names = {note.symbol: note.names[0] for note in notes if note.symbol in computed and note.names}
        data = FoundData(self._samples.inputs, self._samples.targets)
        given = {name: array for name, array in self._states[0].items() if name in self._findings.parameters}
        given |= {name: array for name, array in self._states[0].items() if name.startswith("W")}
        return found_scenario(title, self._network, data, given, {**names, **self._findings.parameters})

    def _with_mistakes(self) -> Scenario:
        """Return the scenario with the mistake that they make, where one that runs here is known for it."""
        first = self._findings.first
        for name in () if first is None else first.mistakes:
            if name not in CATALOGUE or CATALOGUE[name].change is None:
                continue
            scenario = replace(self.scenario, mistakes=(name,))
            try:
                program = Session(scenario).program
            except ModelError:
                continue  # the right program is shown with their values
            if not program.widens_biases:  # else theirs would not fit it
                return scenario
        Session(self.scenario)
        return self.scenario

    def _program(self) -> ShownProgram:
        """Return the lines that the code computes in every update, in its order."""
        common: dict[str, int] = {}
        last = [segment for segment in self._segments if segment.is_last]
        for segment in last:
            shapes = self._base.program.shapes(len(self._samples.batches[segment.number]))
            order = {
                name: at
                for at, name in enumerate(dict.fromkeys(segment.symbols))
                if name in shapes and self._array(segment, name, shapes[name]) is not None
            }
            common = order if not common else {name: at for name, at in common.items() if name in order}
        if not common:
            raise ModelError("to show the network", "", "none of its lines in the recorded updates", "")
        while (other := self._other(last[0], shown_program(self._base.program, common), common)) is not None:
            del common[other]
        return shown_program(self._base.program, common)

    def _other(self, segment: Segment, shown: ShownProgram, common: Collection[str]) -> str | None:
        """Return the first gradient that is right and not nnviz's, as ``rate * dW`` or ``Y - A``; None without one."""
        judged = {note.symbol: note.verdict for note in self._findings.lines.values()}
        workspace = self._workspace(segment, shown)
        with np.errstate(all="ignore"):
            for number, line in enumerate(shown.program, start=1):
                name = line.writes
                if name not in common or line.assigns:
                    workspace.run_line(number)
                    continue
                own = self._array(segment, name, workspace.arrays[name].shape)
                assert own is not None  # the caller has looked
                if line.stage == "backward" and judged.get(name) != "wrong":
                    workspace.run_line(number)
                    if not np.allclose(workspace.arrays[name], own, rtol=1e-5, atol=1e-12):
                        return name
                workspace.arrays[name][...] = own
        return None

    def _workspace(self, segment: Segment, shown: ShownProgram) -> Workspace:
        """Return the arrays of a part of an update, before its first line."""
        batch, program = self._samples.batches[segment.number], shown.program
        state = {name: array.copy() for name, array in self._states[segment.update - 1].items()}
        state |= {name: np.zeros(program.shapes(1)[name]) for name in program.state if name not in state}
        workspace = Workspace(program, len(batch), state, scalars_of(self._base))
        workspace.arrays["X"][...] = self._samples.inputs[:, batch]
        workspace.arrays["Y"][...] = self._samples.targets[:, batch]
        return workspace

    def _lines_run(self, at: int, cursor: int) -> int:
        there = self._segments[at].symbols_until(cursor)
        run = 0
        for number, line in enumerate(self._shown.program, start=1):
            if line.writes in there:
                run = number
            elif line.writes not in self._shown.filled:
                break
        return run

    def _make(self, at: int, line: int) -> Snapshot:
        base, samples, program = self._base, self._samples, self._shown.program
        count, lines = len(self._findings.updates), len(program)
        segment = self._segments[max(at, 0)]
        update = segment.update if at >= 0 else 0
        batch = samples.batches[segment.number]
        before = dict(self._states[max(update - 1, 0)])
        values = dict(before)
        if update:
            values["X"], values["Y"] = samples.inputs[:, batch], samples.targets[:, batch]
            computed = self._computed(at)
            values.update((each.writes, computed[each.writes]) for each in program.lines[:line])
        passes = sum(end < self._findings.updates[update - 1][0] for end in self._findings.pass_ends) if update else 0
        newest = Position(count, lines, lines, len(self._findings.pass_ends) or 1)
        curve = self._losses.curve
        return replace(
            base,
            program=program,
            position=Position(update, line, lines, passes + 1 if update else 0),
            batch=batch,
            values=MappingProxyType(values),
            before=MappingProxyType(before),
            metrics=self._losses.after(update if line in (0, lines) else update - 1),
            curve=curve,
            is_newest=update == count and line == lines,
            newest=newest,
            branches=(BranchInfo(base.branch, newest, None, None, 0, curve),),
            in_epoch=update,
            engine=RECORDED,
        )

    def _computed(self, at: int) -> Mapping[str, Array]:
        """Return what every line of a part of an update wrote: theirs, and what is computed from it."""
        if at not in self._computed_in:
            segment, program = self._segments[at], self._shown.program
            arrays = (workspace := self._workspace(segment, self._shown)).arrays
            made: dict[str, Array] = {}
            with np.errstate(all="ignore"):
                for number, line in enumerate(program, start=1):
                    name = line.writes
                    if name in self._shown.filled:
                        workspace.run_line(number)
                    else:
                        array = self._array(segment, name, arrays[name].shape)
                        if array is None:
                            break  # this part of the update does not come so far
                        arrays[name][...] = array
                    made[name] = read_only(arrays[name].copy())
            self._computed_in[at] = made
        return self._computed_in[at]
