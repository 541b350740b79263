"""A session: a scenario being run, line by line."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from types import MappingProxyType

import numpy as np

from nnviz.model.binding import Array
from nnviz.model.curve import CurveRecorder, LossCurve
from nnviz.model.data import DataSet
from nnviz.model.engine import Engine
from nnviz.model.errors import NotComputedError
from nnviz.model.frozen import read_only
from nnviz.model.memento import Memento
from nnviz.model.metrics import Meter, Metrics
from nnviz.model.position import Position
from nnviz.model.program import Program
from nnviz.model.restart import keeps_network
from nnviz.model.scenario import Scenario
from nnviz.model.scenario_checks import Prepared, prepare
from nnviz.model.schedule import Schedule, Stretch
from nnviz.model.snapshot import Snapshot
from nnviz.model.symbols import parse


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
    >>> session = nnviz.Session(nnviz.Scenario.load("xor"))
    >>> session.step_update(100)
    >>> session.position.update
    100
    >>> session.value("dW2").shape
    (1, 3)
    """

    _prepared: Prepared
    _engine: Engine
    _schedule: Schedule
    _meter: Meter
    _curve: CurveRecorder
    _before: Mapping[str, Array]  # the state as the update on the screen began
    _completed: int  # whole updates that have run
    _line: int  # how many lines of the update on the screen have run
    _metrics: Metrics | None  # None when the parameters have changed since they were measured

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
        return self._engine.program

    # Where it stands and what it holds ---------------------------------------------------------------------------

    @property
    def position(self) -> Position:
        """Where the cursor stands."""
        update = self._completed + self._is_inside
        return Position(update, self._line, len(self.program), self._schedule.stretch.epoch_of(update))

    @property
    def symbols(self) -> tuple[str, ...]:
        """Names of all symbols of the program."""
        return self.program.symbols

    def is_computed(self, symbol: str) -> bool:
        """Tell whether a symbol of the program has a value where the cursor stands."""
        if symbol in self._engine.state:
            return True
        if symbol in ("X", "Y"):
            return self._line > 0
        return self.program.line_of[symbol] <= self._line

    def value(self, symbol: str) -> Array:
        """Give a symbol's value.

        Parameters
        ----------
        symbol
            A name such as ``"W1"``, ``"delta2"``, ``"dW2"``, ``"L"``; `symbols` lists them.

        Returns
        -------
        ndarray
            A read-only copy, 2-D, or 0-D for ``L``, ``R`` and ``J``; parameters as they stand, everything else as the
            update on the screen computed it.

        Raises
        ------
        NotComputedError
            If no line has written the symbol yet, or the program has no such symbol.
        """
        if symbol not in self.symbols:
            raise NotComputedError(
                asked=f"the value of {symbol!r}",
                where="this program",
                found="no such symbol",
                accepted=", ".join(self.symbols),
            )
        if not self.is_computed(symbol):
            writer = self.program.line_of.get(symbol, 1)
            raise NotComputedError(
                asked=f"the value of {symbol}",
                where=f"update {self.position.update}, line {self._line} of {len(self.program)}",
                found="not computed yet",
                accepted=f"run to line {writer} first",
            )
        value = read_only(self._engine.array(symbol).copy())
        return value.reshape(()) if parse(symbol).kind in ("L", "R", "J") else value

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
                self._metrics = self._meter.measure(self._completed)
        return self._metrics

    @property
    def loss_curve(self) -> LossCurve:
        """The losses of the run so far."""
        return self._curve.freeze()

    def snapshot(self) -> Snapshot:
        """Give everything that a view may read, immutable."""
        samples = self._engine.samples if self._line else None
        computed = (name for name in self.symbols if self.is_computed(name))
        values = {name: read_only(self._engine.array(name).copy()) for name in computed}
        return Snapshot(
            scenario=self.scenario,
            program=self.program,
            data=self.data,
            targets=self._prepared.targets,
            threshold=self._prepared.threshold,
            position=self.position,
            per_epoch=self._schedule.stretch.per_epoch,
            batch=self._schedule.samples_of(self._completed + 1) if samples is None else samples,
            values=MappingProxyType(values),
            before=self._before,
            metrics=self.metrics,
            curve=self.loss_curve,
            scalars=MappingProxyType({name: float(value) for name, value in self._engine.scalars.items()}),
            in_epoch=self._schedule.stretch.begun(self.position.update),
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
            if n > 0 and self._is_inside:
                while self._is_inside:
                    self._run_line()
                n -= 1
            for left in range(n, 0, -1):
                if left == 1:  # nobody sees what the others began with
                    self._before = self._engine.copy_state()
                self._run_update()

    def step_epoch(self, n: int = 1) -> None:
        """Run to the end of the pass over the training data; `n` of them."""
        stretch = self._schedule.stretch
        for _ in range(n):
            self.step_update(stretch.per_epoch - stretch.place(self._completed + 1))

    def restart(self) -> None:
        """Go back to the start, with the same initial parameters."""
        self._engine.reset()
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
        if not keeps_network(self.scenario, scenario):
            self._adopt(prepared)
            self._start()
            return False
        if self._is_inside:
            self._engine.set_state(self._before, self._engine.moves - 1)
            self._line = 0
        old, engine, stretch, epoch = self.scenario, self._engine, self._schedule.stretch, self.position.epoch
        self._adopt(prepared)
        self._engine.inherit(engine)
        if (scenario.data, scenario.batch) != (old.data, old.batch):
            stretch = Stretch(self._completed, epoch, self._schedule.stretch.per_epoch)
        self._schedule = Schedule(prepared, stretch)
        self._line = 0
        self._before = self._engine.copy_state()
        return True

    def memento(self) -> Memento:
        """Give all that `restore` needs to come back to this moment."""
        shown = 1 if self._line else 0
        return Memento(
            prepared=self._prepared,
            state=self._before,
            completed=self.position.update - shown,
            line=self._line,
            moves=self._engine.moves - shown,
            stretch=self._schedule.stretch,
            curve=deepcopy(self._curve),
        )

    def restore(self, memento: Memento) -> None:
        """Go back to a moment, to the last bit."""
        self._adopt(memento.prepared)
        self._engine.set_state(memento.state, memento.moves)
        self._schedule = Schedule(memento.prepared, memento.stretch)
        self._before = memento.state
        self._completed, self._line = memento.completed, memento.line
        if memento.line:
            with np.errstate(all="ignore"):
                self._begin_update()
                for number in range(1, memento.line + 1):
                    self._engine.workspace.run_line(number)
            # The curve has the update's loss already when the update had ended.
            self._completed += memento.line == len(self.program)
        self._curve = deepcopy(memento.curve)

    # Inside ------------------------------------------------------------------------------------------------------

    @property
    def _is_inside(self) -> bool:
        """Whether some lines of an update have run and others not."""
        return 0 < self._line < len(self.program)

    def _adopt(self, prepared: Prepared) -> None:
        """Take over a scenario's settings; the parameters are its initial ones."""
        self._prepared = prepared
        self._engine = Engine(prepared)
        self._meter = Meter(prepared, self._engine)
        self._schedule = Schedule(prepared)
        self._metrics = None

    def _start(self) -> None:
        """Stand at the start, where nothing has been computed; the parameters are the initial ones."""
        self._schedule = Schedule(self._prepared)
        self._completed, self._line = 0, 0
        self._metrics = None
        self._curve = CurveRecorder()
        self._before = self._engine.copy_state()
        self._evaluate_if_due()

    def _begin_update(self) -> None:
        self._engine.begin(self._schedule.samples_of(self._completed + 1))

    def _run_line(self) -> None:
        if not self._is_inside:
            self._before = self._engine.copy_state()
            self._begin_update()
            self._line = 0
        self._line += 1
        self._engine.workspace.run_line(self._line)
        if self.program[self._line].assigns:
            self._metrics = None
        if self._line == len(self.program):
            self._end_update()

    def _run_update(self) -> None:
        self._begin_update()
        self._engine.workspace.run()
        self._line = len(self.program)
        self._metrics = None
        self._end_update()

    def _end_update(self) -> None:
        self._completed += 1
        self._curve.add_update(float(self._engine.workspace.arrays[self.program.objective][0, 0]))
        if self._schedule.stretch.ends_epoch(self._completed):
            self._evaluate_if_due()

    def _evaluate_if_due(self) -> None:
        if self._curve.wants_evaluation():
            self._curve.add_evaluation(self.metrics, self._schedule.stretch.epoch_of(self._completed))
