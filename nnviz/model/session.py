"""A session: a scenario being run, line by line."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from nnviz.model.batches import batches, updates_per_epoch
from nnviz.model.binding import Array
from nnviz.model.curve import CurveRecorder, LossCurve
from nnviz.model.data import DataSet
from nnviz.model.errors import NotComputedError
from nnviz.model.frozen import read_only
from nnviz.model.initialisers import initial_parameters
from nnviz.model.metrics import Evaluator, Metrics
from nnviz.model.position import Position
from nnviz.model.program import Program, build_program
from nnviz.model.scenario import Scenario
from nnviz.model.scenario_checks import Prepared, prepare
from nnviz.model.snapshot import Snapshot
from nnviz.model.workspace import Workspace


@dataclass(frozen=True)
class _Stretch:
    """Updates made with one set of data and batches: where it began, and what it takes to number its epochs."""

    first_update: int
    first_epoch: int
    per_epoch: int

    def epoch_of(self, update: int) -> int:
        """Give the epoch (from 1) to which an update (from 1) belongs; where the stretch begins, the one before it."""
        return self.first_epoch + (update - self.first_update - 1) // self.per_epoch + 1

    def place(self, update: int) -> tuple[int, int]:
        """Give (epoch of the stretch, batch in it), both from 0, of an update (from 1)."""
        return divmod(update - self.first_update - 1, self.per_epoch)


@dataclass(frozen=True, eq=False)
class Memento:
    """All of a session at one moment: what the update on the screen began with, and how many of its lines have run.

    Restoring runs those lines again, which gives the same values to the last bit.
    """

    prepared: Prepared
    state: Mapping[str, Array]
    completed: int
    line: int
    moves: int
    stretch: _Stretch
    curve: CurveRecorder


class Session:
    """Runs a scenario: by line, by update, by epoch.

    Parameters
    ----------
    scenario
        What to run.

    Raises
    ------
    ScenarioError
        If the scenario's parts do not fit together; it names every field concerned.

    Examples
    --------
    >>> import nnviz
    >>> session = nnviz.Session(nnviz.Scenario.shipped("xor"))
    >>> session.step_update(100)
    >>> session.position.update
    100
    >>> session.value("dW2").shape
    (1, 3)
    """

    def __init__(self, scenario: Scenario) -> None:
        self._adopt(prepare(scenario))
        self._start()

    # What is being run -------------------------------------------------------------------------------------------

    @property
    def scenario(self) -> Scenario:
        """The settings in force."""
        return self._prepared.scenario

    @property
    def data(self) -> DataSet:
        """The samples."""
        return self._prepared.data

    @property
    def program(self) -> Program:
        """The lines of one update."""
        return self._program

    # Where it stands and what it holds ---------------------------------------------------------------------------

    @property
    def position(self) -> Position:
        """Where the cursor stands."""
        update = self._completed + (1 if 0 < self._line < len(self._program) else 0)
        return Position(update, self._line, len(self._program), self._stretch.epoch_of(update))

    @property
    def symbols(self) -> tuple[str, ...]:
        """Names of all symbols of the program."""
        return self._program.symbols

    def is_computed(self, symbol: str) -> bool:
        """Tell whether a symbol has a value where the cursor stands."""
        if symbol in self._state:
            return True
        if symbol in ("X", "Y"):
            return self._line > 0
        return self._program.line_of[symbol] <= self._line

    def value(self, symbol: str) -> Array:
        """Give a symbol's value.

        Parameters
        ----------
        symbol
            A name such as ``"W1"``, ``"delta2"``, ``"dW2"``, ``"L"``; `symbols` lists them.

        Returns
        -------
        ndarray
            A read-only copy, 2-D; parameters as they stand, everything else as the update on the screen computed it.

        Raises
        ------
        NotComputedError
            If no line has written the symbol yet, or the program has no such symbol.
        """
        if symbol not in self._program.symbols:
            accepted = ", ".join(self._program.symbols)
            raise NotComputedError(
                asked=f"the value of {symbol!r}", where="this program", found="no such symbol", accepted=accepted
            )
        if not self.is_computed(symbol):
            writer = self._program.line_of.get(symbol, 1)
            raise NotComputedError(
                asked=f"the value of {symbol}",
                where=f"update {self.position.update}, line {self._line} of {len(self._program)}",
                found="not computed yet",
                accepted=f"run to line {writer} first",
            )
        return read_only(self._array(symbol).copy())

    @property
    def loss(self) -> float:
        """Mean data loss of the parameters as they stand, over all training samples (without the penalty)."""
        return self.metrics.train

    @property
    def accuracy(self) -> float | None:
        """Share of the training samples that are classified rightly, 0..1; None for regression."""
        return self.metrics.train_accuracy

    @property
    def metrics(self) -> Metrics:
        """Losses and accuracies of the parameters as they stand, over all training and test samples."""
        if self._metrics is None:
            with np.errstate(all="ignore"):
                self._metrics = self._measure()
        return self._metrics

    @property
    def loss_curve(self) -> LossCurve:
        """The losses of the run so far."""
        return self._curve.freeze()

    def snapshot(self) -> Snapshot:
        """Give everything that a view may read, immutable."""
        values = {name: self.value(name) for name in self._program.symbols if self.is_computed(name)}
        batch = self._batch(self._completed + 1) if self._line == 0 else self._samples
        return Snapshot(
            scenario=self.scenario,
            program=self._program,
            data=self.data,
            targets=self._prepared.targets,
            threshold=self._prepared.threshold,
            position=self.position,
            per_epoch=self._stretch.per_epoch,
            batch=batch,
            values=MappingProxyType(values),
            before=self._before,
            metrics=self.metrics,
            curve=self.loss_curve,
            scalars=MappingProxyType({name: float(value) for name, value in self._scalars.items()}),
        )

    # Moving forward ----------------------------------------------------------------------------------------------

    def step_line(self, n: int = 1) -> None:
        """Run the next `n` lines, into the next update where this one ends."""
        with np.errstate(all="ignore"):
            for _ in range(n):
                self._run_line()

    def step_update(self, n: int = 1) -> None:
        """Run to the end of the update; `n` of them."""
        with np.errstate(all="ignore"):
            if n > 0 and self.position.is_inside:
                self._finish_update()
                n -= 1
            for left in range(n, 0, -1):
                self._run_update(keep_before=left == 1)

    def step_epoch(self, n: int = 1) -> None:
        """Run to the end of the pass over the training data; `n` of them."""
        for _ in range(n):
            update = self._completed + 1
            _, place = self._stretch.place(update)
            self.step_update(self._stretch.per_epoch - place)

    def restart(self) -> None:
        """Go back to the start, with the same initial parameters."""
        self._start()

    # Changing what is being run ----------------------------------------------------------------------------------

    def change(self, scenario: Scenario) -> bool:
        """Go on with other settings, keeping the network where that is possible.

        The update on the screen, if it is not complete, is taken back: the new settings apply from its first line.

        Parameters
        ----------
        scenario
            The new settings.

        Returns
        -------
        bool
            Whether the network was kept; if not, the session stands at the start of the new scenario.

        Raises
        ------
        ScenarioError
            If the settings do not fit together; then nothing has changed.
        """
        prepared = prepare(scenario)
        if not keeps_network(self._prepared, prepared):
            self._adopt(prepared)
            self._start()
            return False
        if self.position.is_inside:
            self._restore_before()
        same_optimiser = (scenario.optimiser.kind, scenario.train_biases) == (
            self.scenario.optimiser.kind,
            self.scenario.train_biases,
        )
        epoch, old_state, old_curve, moves = self.position.epoch, self._state, self._curve, self._moves
        self._adopt(prepared)
        for name, array in old_state.items():
            if name in self._program.parameters or (same_optimiser and name in self._state):
                self._state[name][...] = array
        self._moves = moves if same_optimiser else 0
        self._curve = old_curve
        self._stretch = _Stretch(self._completed, epoch, self._stretch.per_epoch)
        self._line = 0
        self._keep_before()
        return True

    def memento(self) -> Memento:
        """Give all that `restore` needs to come back to this moment."""
        shown = 1 if self._line else 0
        return Memento(
            prepared=self._prepared,
            state=self._before,
            completed=self.position.update - shown,
            line=self._line,
            moves=self._moves - shown,
            stretch=self._stretch,
            curve=deepcopy(self._curve),
        )

    def restore(self, memento: Memento) -> None:
        """Go back to a moment, to the last bit."""
        self._adopt(memento.prepared)
        for name, array in memento.state.items():
            self._state[name][...] = array
        self._stretch, self._moves = memento.stretch, memento.moves
        self._completed, self._line = memento.completed, 0
        self._keep_before()
        if memento.line:
            self._begin_update()
            with np.errstate(all="ignore"):
                for number in range(1, memento.line + 1):
                    self._workspace.run_line(number)
            self._line = memento.line
            # The update's loss is in the curve already when it had ended.
            self._completed += memento.line == len(self._program)
        self._curve = deepcopy(memento.curve)

    # Inside ------------------------------------------------------------------------------------------------------

    def _adopt(self, prepared: Prepared) -> None:
        """Take over a scenario's settings; the parameters are the scenario's initial ones."""
        scenario, data = prepared.scenario, prepared.data
        self._prepared = prepared
        self._program = build_program(scenario.recipe(data.X.shape[0]))
        sizes = self._program.recipe.network.sizes
        parameters = initial_parameters(scenario.initial, sizes, scenario.seed)
        shapes = self._program.shapes(1)
        self._state: dict[str, Array] = {
            name: parameters[name] if name in parameters else np.zeros(shapes[name]) for name in self._program.state
        }
        self._scalars = {name: np.array(value) for name, value in scenario.scalars().items()}
        self._has_corrections = "beta1" in self._scalars
        if self._has_corrections:
            self._scalars |= {"correction1": np.array(1.0), "correction2": np.array(1.0)}
        self._workspaces: dict[int, Workspace] = {}
        self._evaluators = [self._evaluator(part) if len(part) else None for part in (data.train, data.test)]
        self._epoch_batches: tuple[int, tuple[NDArray[np.intp], ...]] | None = None
        self._stretch = _Stretch(0, 0, updates_per_epoch(len(data.train), scenario.batch))
        self._metrics: Metrics | None = None

    def _start(self) -> None:
        """Stand at the start: initial parameters, nothing computed."""
        sizes = self._program.recipe.network.sizes
        initial = initial_parameters(self.scenario.initial, sizes, self.scenario.seed)
        for name, array in self._state.items():
            array[...] = initial.get(name, 0.0)
        self._stretch = _Stretch(0, 0, self._stretch.per_epoch)
        self._completed, self._line, self._moves = 0, 0, 0
        self._metrics = None
        self._curve = CurveRecorder()
        self._keep_before()
        self._evaluate_if_due()

    def _evaluator(self, part: NDArray[np.intp]) -> Evaluator:
        data = self.data
        labels = None if data.labels is None else data.labels[part]
        x, y = data.X[:, part], self._prepared.targets[:, part]
        return Evaluator(self._program, self._state, self._scalars, x, y, labels, self._prepared.threshold)

    def _measure(self) -> Metrics:
        train, test = self._evaluators
        assert train is not None  # a data set has at least one training sample
        train_loss, train_total, train_right = train.run()
        test_loss, _, test_right = test.run() if test is not None else (None, None, None)
        return Metrics(
            update=self._completed,
            train=train_loss,
            train_total=train_total,
            test=test_loss,
            train_right=train_right,
            test_right=test_right,
            train_samples=len(self.data.train),
            test_samples=len(self.data.test),
        )

    def _batch(self, update: int) -> NDArray[np.intp]:
        """Give the samples of an update (from 1), in column order."""
        epoch, place = self._stretch.place(update)
        number = self._stretch.first_epoch + epoch
        if self._epoch_batches is None or self._epoch_batches[0] != number:
            made = batches(self.data.train, self.scenario.batch, self.scenario.seed, number)
            self._epoch_batches = (number, made)
        return self._epoch_batches[1][place]

    def _begin_update(self) -> Workspace:
        """Load the next update's batch and give the workspace for it."""
        self._samples = self._batch(self._completed + 1)
        workspace = self._workspaces.get(len(self._samples))
        if workspace is None:
            workspace = Workspace(self._program, len(self._samples), self._state, self._scalars)
            self._workspaces[len(self._samples)] = workspace
        workspace.load(self.data.X, self._prepared.targets, self._samples)
        self._workspace = workspace
        self._moves += 1
        if self._has_corrections:
            for number in ("1", "2"):
                self._scalars["correction" + number][...] = 1.0 - self._scalars["beta" + number] ** self._moves
        return workspace

    def _keep_before(self) -> None:
        self._before: Mapping[str, Array] = MappingProxyType(
            {name: read_only(array.copy()) for name, array in self._state.items()}
        )

    def _restore_before(self) -> None:
        for name, array in self._before.items():
            self._state[name][...] = array
        self._moves -= 1
        self._line = 0

    def _run_line(self) -> None:
        if not self.position.is_inside:
            self._keep_before()
            self._begin_update()
            self._line = 0
        self._line += 1
        self._workspace.run_line(self._line)
        if self._program[self._line].assigns:
            self._metrics = None
        if self._line == len(self._program):
            self._end_update()

    def _finish_update(self) -> None:
        while self.position.is_inside:
            self._run_line()

    def _run_update(self, *, keep_before: bool) -> None:
        if keep_before:
            self._keep_before()
        self._begin_update().run()
        self._line = len(self._program)
        self._metrics = None
        self._end_update()

    def _end_update(self) -> None:
        self._completed += 1
        self._curve.add_update(float(self._workspace.arrays[self._program.objective][0, 0]))
        if self._stretch.place(self._completed + 1)[1] == 0:
            self._evaluate_if_due()

    def _evaluate_if_due(self) -> None:
        if self._curve.wants_evaluation():
            self._curve.add_evaluation(self.metrics, self._stretch.epoch_of(self._completed))

    def _array(self, symbol: str) -> Array:
        return self._state[symbol] if symbol in self._state else self._workspace.arrays[symbol]


def keeps_network(old: Prepared, new: Prepared) -> bool:
    """Tell whether a change of settings can keep the parameters: same sizes, same initial parameters asked for."""
    before, after = old.scenario, new.scenario
    return (
        before.network(old.data.X.shape[0]).sizes == after.network(new.data.X.shape[0]).sizes
        and before.initial == after.initial
        and before.seed == after.seed
    )
