"""A person's arrays at each moment of their run, as snapshots of the program of the network that was found."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array, read_only
from nnviz.model.curve.recorder import CurveRecorder, LossCurve
from nnviz.model.engine.metrics import Metrics, predicted_classes
from nnviz.model.engine.workspace import Workspace
from nnviz.model.errors import ModelError
from nnviz.model.history.branch import BranchInfo
from nnviz.model.history.position import Position
from nnviz.model.mistakes import CATALOGUE
from nnviz.model.mistakes.build import build_program
from nnviz.model.program.program import Program
from nnviz.model.recorded_run.column_convention import in_columns
from nnviz.model.recorded_run.findings import Findings, FoundNetwork
from nnviz.model.recorded_run.found_scenario import FoundData, found_scenario
from nnviz.model.recorded_run.samples import FoundSamples, found_samples
from nnviz.model.recorded_run.step_order import StepOrder
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import RECORDED, Snapshot

if TYPE_CHECKING:
    from nnviz.model.recording.recording import Recording


_BETWEEN: Final = 1e-6
"""Places a line behind another and before all that come after that."""


_MOST_MEASURED: Final = 200
"""Updates whose losses are in the curve: each is measured over all samples."""


@dataclass(frozen=True, eq=False)
class _Written:
    """What one update wrote: at which step which symbol got which value, in order."""

    steps: tuple[int, ...]
    symbols: tuple[str, ...]
    values: tuple[int, ...]

    def until(self, cursor: int) -> dict[str, int]:
        """Return symbol → value for what had been written when `cursor` steps had run; of several the last."""
        end = bisect_right(self.steps, cursor - 1)
        return dict(zip(self.symbols[:end], self.values[:end], strict=True))


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
        self._recording, self._findings, self._network, self._order = recording, findings, network, order
        self._begins = [int(order.rank[first : last + 1].min()) for first, last in findings.updates]
        self._written = self._written_in_updates()
        shapes = _shapes_of(network)
        self._states = self._parameters(shapes)
        samples = found_samples(recording, findings, [_first_values(written) for written in self._written])
        self.scenario = self._scenario(title, samples)
        shown = self._with_mistakes()
        base = Session(shown).snapshot()
        self._samples, self._base = samples, base
        self._filled: frozenset[str] = frozenset()
        self._program = self._ordered(base.program, samples)
        self._made: dict[tuple[int, int], Snapshot] = {}
        self._computed_in: dict[int, Mapping[str, Array]] = {}
        self._measured: dict[int, Metrics] = {}
        self._curve = self._losses()

    def snapshot(self, cursor: int) -> Snapshot | None:
        """Return the moment at which `cursor` steps have run; None before the parameters have values."""
        update = bisect_right(self._begins, cursor - 1)
        line = self._lines_run(update, cursor)
        if update and not line:
            # Nothing of the next update has been computed: the one before is on the screen.
            update, line = update - 1, len(self._program) if update > 1 else 0
        key = update, line
        if key not in self._made:
            self._made[key] = self._make(update, line)
        return self._made[key]

    def cursor_of(self, update: int, line: int) -> int:
        """Return how many steps have run when a line (from 1) of an update (from 1) has."""
        written = self._written[update - 1]
        symbol = self._program[line].writes
        last = max(step for step, name in zip(written.steps, written.symbols, strict=True) if name == symbol)
        return last + 1

    @property
    def scenario_samples(self) -> int:
        """How many samples are shown."""
        return int(self._samples.inputs.shape[1])

    def loss_before(self, update: int) -> float | None:
        """Return the loss of the parameters that an update (from 1) begins with, over all samples."""
        return self._metrics(update - 1).train if 0 < update <= min(len(self._states), _MOST_MEASURED) else None

    # Inside ------------------------------------------------------------------------------------------------------

    def _written_in_updates(self) -> tuple[_Written, ...]:
        """Return what each update wrote, in the order in which its statements have run."""
        events, rank = self._recording.events, self._order.rank
        found = sorted((events[event].step, event) for event in self._findings.symbols if events[event].value is not None)
        steps = [step for step, _ in found]
        updates = []
        for first, last in self._findings.updates:
            within = found[bisect_left(steps, first) : bisect_right(steps, last)]
            ran = sorted((int(rank[step]), event) for step, event in within)
            symbols = tuple(self._findings.symbols[event] for _, event in ran)
            values = tuple(int(events[event].value or 0) for _, event in ran)
            updates.append(_Written(tuple(step for step, _ in ran), symbols, values))
        return tuple(updates)

    def _array(self, value: int, shape: tuple[int, int]) -> Array | None:
        return in_columns(self._recording.values[value], shape, self._network.samples_are)

    def _parameters(self, shapes: Mapping[str, tuple[int, int]]) -> list[dict[str, Array]]:
        """Return the parameters before the first update, and after each."""
        first = self._findings.updates[0][0] if self._findings.updates else 0
        names = self._recording.names_at(first - 1) if first else {}
        state: dict[str, Array] = {}
        for symbol, path in self._findings.parameters.items():
            array = self._array(names[path], shapes[symbol]) if path in names and symbol in shapes else None
            if array is None:
                raise ModelError("to show the network", symbol, f"no value of {path} before the first update", "")
            state[symbol] = array
        for symbol, shape in shapes.items():
            state.setdefault(symbol, read_only(np.zeros(shape)))
        states = [state]
        for written in self._written:
            after = {name: value for name, value in written.until(2**62).items() if name in shapes}
            arrays = {name: self._array(value, shapes[name]) for name, value in after.items()}
            states.append({**states[-1], **{name: array for name, array in arrays.items() if array is not None}})
        return states

    def _scenario(self, title: str, samples: FoundSamples) -> Scenario:
        names = {note.symbol: note.names[0] for note in self._findings.lines.values() if note.symbol and note.names}
        data = FoundData(samples.inputs, samples.targets)
        labels = {**names, **self._findings.parameters}
        given = {name: array for name, array in self._states[0].items() if name in self._findings.parameters}
        return found_scenario(title, self._network, data, given, labels)

    def _with_mistakes(self) -> Scenario:
        """Return the scenario with the mistake that they make, where one that runs here is known for it."""
        first = self._findings.first
        for name in () if first is None else first.mistakes:
            if name not in CATALOGUE or CATALOGUE[name].change is None:
                continue
            scenario = replace(self.scenario, mistakes=(name,))
            try:
                Session(scenario)
            except ModelError:
                continue  # the right program is shown with their values
            return scenario
        return self.scenario

    def _ordered(self, program: Program, samples: FoundSamples) -> Program:
        """Return the lines that their code computes in every update, in the order in which it does.

        So are those that these read, all forward lines, and the loss: what their code does not compute by itself, as
        the gradient in ``W -= rate * X.T @ d``, is computed from their values.
        """
        places: dict[str, float] = {}
        for written, batch in zip(self._written, samples.batches, strict=True):
            shapes = program.shapes(len(batch))
            fitting = {
                name: self._array(value, shapes[name]) is not None
                for name, value in zip(written.symbols, written.values, strict=True)
                if name in shapes
            }
            order = {name: float(at) for at, name in enumerate(dict.fromkeys(written.symbols)) if fitting.get(name)}
            places = order if not places else {name: at for name, at in places.items() if name in order}
        if not places:
            raise ModelError("to show the network", "", "no line of it in the recorded updates", "")
        self._filled = _needed(program, frozenset(places)) - frozenset(places)
        kept = [line for line in program if line.writes in places or line.writes in self._filled]
        for line in reversed(kept):
            readers = [places[other.writes] for other in kept if line.writes in other.reads and other.writes in places]
            if readers:
                # Directly before what reads it first.
                places.setdefault(line.writes, min(readers) - _BETWEEN)
        here = 0.0
        for line in kept:
            # What nothing reads, as the loss, directly after what comes before it in the right program.
            here = places.setdefault(line.writes, here + _BETWEEN)
        return replace(program, lines=tuple(sorted(kept, key=lambda line: places[line.writes])))

    def _lines_run(self, update: int, cursor: int) -> int:
        if not update:
            return 0
        there = self._written[update - 1].until(cursor)
        run = 0
        for number, line in enumerate(self._program, start=1):
            if line.writes in there:
                run = number
            elif line.writes not in self._filled:
                break
        return run

    def _make(self, update: int, line: int) -> Snapshot:
        base, samples = self._base, self._samples
        count = len(self._written)
        batch = samples.batches[max(update, 1) - 1] if samples.batches else base.batch
        before = self._states[max(update - 1, 0)]
        values: dict[str, Array] = dict(before)
        if update:
            values["X"], values["Y"] = samples.inputs[:, batch], samples.targets[:, batch]
            computed = self._computed(update, batch)
            values.update((each.writes, computed[each.writes]) for each in self._program.lines[:line])
        done = update if line in (0, len(self._program)) else update - 1
        passes = sum(last < self._findings.updates[update - 1][0] for last in self._findings.passes) if update else 0
        position = Position(update, line, len(self._program), passes + 1 if update else 0)
        newest = Position(count, len(self._program), len(self._program), len(self._findings.passes) or 1)
        branch = BranchInfo(base.branch, newest, None, None, 0, self._curve)
        return replace(
            base,
            program=self._program,
            position=position,
            batch=batch,
            values=MappingProxyType(values),
            before=MappingProxyType(dict(before)),
            metrics=self._metrics(done),
            curve=self._curve,
            is_newest=update == count and line == len(self._program),
            newest=newest,
            branches=(branch,),
            in_epoch=update,
            per_epoch=base.per_epoch,
            engine=RECORDED,
        )

    def _computed(self, update: int, batch: NDArray[np.intp]) -> Mapping[str, Array]:
        """Return what every line of an update wrote: theirs, and what is computed from it."""
        if update not in self._computed_in:
            program = self._program
            written = dict(zip(self._written[update - 1].symbols, self._written[update - 1].values, strict=True))
            state = {name: array.copy() for name, array in self._states[update - 1].items()}
            state |= {name: np.zeros(program.shapes(1)[name]) for name in program.state if name not in state}
            workspace = Workspace(program, len(batch), state, self._scalars())
            arrays = workspace.arrays
            arrays["X"][...], arrays["Y"][...] = self._samples.inputs[:, batch], self._samples.targets[:, batch]
            made = {}
            with np.errstate(all="ignore"):
                for number, line in enumerate(program, start=1):
                    name = line.writes
                    if name in self._filled:
                        workspace.run_line(number)
                    else:
                        array = self._array(written[name], arrays[name].shape)
                        assert array is not None  # `_ordered` has looked
                        arrays[name][...] = array
                    made[name] = read_only(arrays[name].copy())
            self._computed_in[update] = made
        return self._computed_in[update]

    def _scalars(self) -> dict[str, Array]:
        """Return the named numbers, but for those of a batch."""
        return {name: np.array(value) for name, value in self._base.scalars.items() if name not in ("m", "n")}

    def _metrics(self, update: int) -> Metrics:
        if update not in self._measured:
            self._measured[update] = self._measure(self._base, update)
        return self._measured[update]

    def _measure(self, base: Snapshot, update: int) -> Metrics:
        """Return the losses of their parameters after an update, over all samples that are shown."""
        data, targets = base.data, base.targets
        right = build_program(replace(base.program.recipe, mistakes=()))
        state = {name: array.copy() for name, array in self._states[update].items()}
        workspace = Workspace(right, data.n_samples, state, self._scalars(), right.evaluation)
        workspace.arrays["X"][...], workspace.arrays["Y"][...] = data.X, targets
        with np.errstate(all="ignore"):
            workspace.run()
        loss = float(workspace.arrays["L"][0, 0])
        hits = None
        if data.labels is not None:
            outputs = workspace.arrays[f"A{right.recipe.network.depth}"]
            hits = int(np.count_nonzero(predicted_classes(outputs, base.threshold) == data.labels))
        return Metrics(update, loss, loss, None, hits, None, data.n_samples, 0)

    def _losses(self) -> LossCurve:
        recorder = CurveRecorder()
        for update in range(min(len(self._states), _MOST_MEASURED)):
            if update:
                recorder.add_update(self._metrics(update - 1).train)
            if recorder.wants_evaluation():
                recorder.add_evaluation(self._metrics(update), update)
        return recorder.freeze()


def _shapes_of(network: FoundNetwork) -> dict[str, tuple[int, int]]:
    shapes = {}
    for layer, (below, units) in enumerate(zip(network.sizes, network.sizes[1:], strict=False), start=1):
        shapes[f"W{layer}"], shapes[f"b{layer}"] = (units, below), (units, 1)
    return shapes


def _needed(program: Program, present: frozenset[str]) -> frozenset[str]:
    """Return what the lines of some symbols read, directly or not, with all forward lines and the loss."""
    needed = {line.writes for line in program if line.stage in ("forward", "loss")}
    for line in reversed(program.lines):
        if line.writes in present or line.writes in needed:
            written = (program[program.line_of[name]] for name in line.reads if name in program.line_of)
            needed |= {read.writes for read in written if not read.assigns}
    return frozenset(needed)


def _first_values(written: _Written) -> dict[str, int]:
    pairs: Sequence[tuple[str, int]] = tuple(zip(written.symbols, written.values, strict=True))
    return dict(reversed(pairs))
