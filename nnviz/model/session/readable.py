"""Where a session stands, and what it holds there."""

from __future__ import annotations

from types import MappingProxyType

from nnviz.model.arrays.array import Array, read_only
from nnviz.model.curve.recorder import LossCurve
from nnviz.model.data import DataSet
from nnviz.model.data.batches import batch_size
from nnviz.model.engine.cost import is_large_batch
from nnviz.model.engine.metrics import Metrics
from nnviz.model.errors import NotComputedError
from nnviz.model.history.branch import BranchInfo
from nnviz.model.history.branch_position import Place
from nnviz.model.history.edits import Edit, Mark, mark_of
from nnviz.model.history.history import History
from nnviz.model.history.position import Position
from nnviz.model.history.replay import Past
from nnviz.model.history.session_stamp import SessionStamp
from nnviz.model.history.settings_in_force import InForce, settings_of
from nnviz.model.mistakes.build import right_program
from nnviz.model.program.evolution_strategies import BEST
from nnviz.model.program.program import Program
from nnviz.model.program.symbols import parse
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.snapshot import Snapshot


class Standing:
    """What can be read of a session; nothing here changes it.

    Parameters
    ----------
    history
        Its past, with what runs it.
    """

    def __init__(self, history: History) -> None:
        self._history = history
        self._timeline = history.timeline
        self._runner = history.timeline.runner
        self._copies: dict[str, tuple[tuple[int, int], Array]] = {}
        self._along: tuple[InForce, ...] = ()
        self._along_of: tuple[int, tuple[Edit, ...]] | None = None

    @property
    def history(self) -> History:
        """Its past, for what saves it."""
        return self._history

    # What is being run -------------------------------------------------------------------------------------------

    @property
    def scenario(self) -> Scenario:
        """The settings in force."""
        return self._runner.prepared.scenario

    @property
    def data(self) -> DataSet:
        """The samples."""
        return self._runner.data

    @property
    def program(self) -> Program:
        """The lines of one update."""
        return self._runner.engine.program

    @property
    def is_large(self) -> bool:
        """Whether one update takes so long that whoever has something else to do had better not wait for it."""
        return is_large_batch(self.program.recipe.network, batch_size(len(self.data.train), self.scenario.batch))

    @property
    def hides_mistakes(self) -> bool:
        """Whether a person is to find out which mistake is made; once it is told, it is for the past of it too."""
        here, newest = self.scenario, self.in_force[-1].scenario
        return bool(here.mistakes) and here.hides_mistakes and newest.hides_mistakes

    # Where it stands and what it holds ---------------------------------------------------------------------------

    @property
    def position(self) -> Position:
        """Where the cursor stands."""
        return self._runner.position

    @property
    def place(self) -> Place:
        """Where the cursor stands, as places compare."""
        return self._runner.place

    @property
    def newest_place(self) -> Place:
        """Where the branch ends, as places compare."""
        return self._timeline.newest_place

    @property
    def symbols(self) -> tuple[str, ...]:
        """Names of all symbols of the program."""
        return self.program.symbols

    def is_computed(self, symbol: str) -> bool:
        """Return whether a symbol of the program has a value where the cursor stands."""
        if symbol in self._runner.engine.state:
            return True
        if symbol in self.program.given:
            return self._runner.line > 0
        return self.program.line_of[symbol] <= self._runner.line

    def value(self, symbol: str) -> Array:
        """Return a symbol's value.

        Parameters
        ----------
        symbol
            A name such as ``"W1"``, ``"delta2"``, ``"dW2"``, ``"L"``; `symbols` lists them.

        Returns
        -------
        ndarray
            A read-only copy, 2-D, or 0-D for losses; parameters as they stand, everything else as the
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
                where=f"update {self.position.update}, line {self._runner.line} of {len(self.program)}",
                found="not computed yet",
                accepted=f"run to line {writer} first",
            )
        value = read_only(self._runner.engine.array(symbol).copy())
        return value.reshape(()) if parse(symbol).kind in ("L", "R", "J", BEST) else value

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
        return self._runner.metrics

    @property
    def last_metrics(self) -> Metrics:
        """Those measured last on the way to where it stands; they are measured now where none were."""
        return self._runner.last_metrics

    @property
    def loss_curve(self) -> LossCurve:
        """The losses of the whole branch, also those after where the cursor stands."""
        return self._timeline.branch.curve.freeze()

    def snapshot(self, *, measured: bool = True) -> Snapshot:
        """Return everything that a view may read, immutable.

        Parameters
        ----------
        measured
            Whether its metrics are to be those of the parameters as they stand; otherwise they are `last_metrics`.
        """
        samples = self._runner.engine.samples if self._runner.line else None
        return Snapshot(
            scenario=self.scenario,
            program=right_program(self.program) if self.hides_mistakes else self.program,
            hidden_program=self.program if self.hides_mistakes else None,
            data=self.data,
            targets=self._runner.prepared.targets,
            threshold=self._runner.prepared.threshold,
            position=self.position,
            per_epoch=self._runner.schedule.stretch.per_epoch,
            batch=self._runner.schedule.samples_of(self._runner.completed + 1) if samples is None else samples,
            values=MappingProxyType(self._values()),
            engine=self._runner.engine_name,
            before=self._runner.before,
            in_epoch=self._runner.schedule.stretch.begun(self.position.update),
            metrics=self.metrics if measured else self.last_metrics,
            is_measured_rarely=not measured,
            curve=self.loss_curve,
            is_newest=self.is_newest,
            newest=self.newest,
            branch=self.branch,
            branches=self.branches,
            marks=self.marks,
            in_force=self.in_force,
            history_bytes=self._history.nbytes_about,
            history_budget=self._history.budget,
            scalars=MappingProxyType({name: float(value) for name, value in self._runner.engine.scalars.items()}),
        )

    def _values(self) -> dict[str, Array]:
        """Return what is computed; what no line has written since the last time is the very array that was given then.

        A step by one line copies what that line wrote, and a batch of thousands of samples takes gigabytes in all.
        """
        runner, lines = self._runner, self.program.lines
        written = {line.writes: number for number, line in enumerate(lines[: runner.line], start=1)}
        # An evolution strategy's numbers are measured when its parameters are set, not by a line.
        before = self._copies if self.program.computes_gradients else {}
        copies: dict[str, tuple[tuple[int, int], Array]] = {}
        for name in self.symbols:
            if not self.is_computed(name):
                continue
            when = runner.beginning, written.get(name, 0)
            copy = before.get(name)
            if copy is None or copy[0] != when:
                # As it lies in memory: to turn the samples of a large batch takes as long as a line.
                copy = when, read_only(runner.engine.array(name).copy(order="K"))
            copies[name] = copy
        self._copies = copies
        return {name: array for name, (_, array) in copies.items()}

    # Whether it is finite ----------------------------------------------------------------------------------------

    @property
    def is_finite(self) -> bool:
        """Whether every number that is computed where the cursor stands is finite."""
        return self._runner.is_finite()

    def watch_losses(self) -> None:
        """Have `stays_finite` tell of the updates that run from here on."""
        self._runner.losses = 0.0

    def stays_finite(self) -> bool:
        """Return whether the state, and the losses of all updates run since `watch_losses`, are finite.

        It costs little, and looks at nothing else. Of losses so large that they overflow together it says no too.
        """
        return self._runner.stays_finite()

    # On which branch, and when -----------------------------------------------------------------------------------

    @property
    def branch(self) -> str:
        """Name of the branch that the cursor is on."""
        return self._timeline.branch.name

    @property
    def branches(self) -> tuple[BranchInfo, ...]:
        """All branches."""
        return self._history.branches

    @property
    def is_newest(self) -> bool:
        """Whether the cursor stands where its branch ends, so that a step makes something new."""
        return self._timeline.is_newest

    @property
    def newest(self) -> Position:
        """Where the branch ends."""
        return self._timeline.newest

    @property
    def past(self) -> Past:
        """The whole updates of the branch, for a `Replay` that leaves the session where it stands."""
        return Past(self._timeline.branch, self._timeline.newest_place.completed)

    @property
    def epoch_end(self) -> int:
        """How many whole updates will have run at the end of the pass over the training data."""
        return self._timeline.epoch_end().completed

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The edits of the branch, in order: where each was made, and what it was."""
        return tuple(mark_of(edit) for edit in self._timeline.branch.made_by_person)

    @property
    def in_force(self) -> tuple[InForce, ...]:
        """The settings along the branch, from its start on; the same object until something is edited."""
        branch = self._timeline.branch
        of = branch.lineage, tuple(branch.edits)
        if of != self._along_of:
            self._along, self._along_of = settings_of(branch), of
        return self._along

    @property
    def stamp(self) -> SessionStamp:
        """What the session holds, to be compared with what it held when it was saved."""
        return self._history.stamp
