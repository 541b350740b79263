"""Everything that a view may read, at one moment, immutable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array
from nnviz.model.curve.recorder import LossCurve
from nnviz.model.data import DataSet
from nnviz.model.engine.metrics import Metrics
from nnviz.model.history.branch import BranchInfo
from nnviz.model.history.edits import Mark, ValueEdit
from nnviz.model.history.effective_settings import EffectiveSettings
from nnviz.model.history.position import Position
from nnviz.model.history.update_edits import LineValues, UpdateEdit
from nnviz.model.network.network import Network
from nnviz.model.program.line import Line
from nnviz.model.program.program import Program
from nnviz.model.program.shapes import Shape
from nnviz.model.program.symbols import Labels
from nnviz.model.scenario.scenario import Scenario

RECORDED: Final = "recorded"
"""The engine of values that a person's own code has computed."""


@dataclass(frozen=True, eq=False)
class Snapshot:
    """One moment of a session; every array is read-only.

    Attributes
    ----------
    scenario, program, data
        What is being run: settings, lines, samples.
    targets
        ``(n_L, m_all)``: the targets of all of `data`'s samples, as the loss sees them.
    threshold
        With one output, class 1 is what lies above it.
    position
        Where the cursor is.
    per_epoch
        Updates in one pass over the training data.
    batch
        Indices into `data` of the samples of the update on the screen, in column order; before its first line has run,
        those of the next update.
    values
        Symbol → array, for what has been computed: parameters and optimiser state always (after their ``←`` line
        has run, the new ones), the rest as far as the lines have run.
    before
        Parameters and optimiser state as they were when the update on the screen began.
    metrics
        Losses and accuracies of the parameters, over all samples.
    curve
        The losses of the whole branch, also those after this moment.
    scalars
        Named numbers of the program: ``eta``, ``lambda``, ``m`` ….
    is_newest
        Whether it is where its branch ends, so that a step makes something new.
    newest
        Where the branch ends.
    branch, branches
        Name of the branch, and all there are.
    marks
        The branch's edits: where each was made, and what it was.
    effective_settings
        The settings along the branch, from its start on; `effective_at` finds those of an update.
    history_bytes, history_budget
        Bytes that stored states take, about, and those that they may take.
    engine
        What computed the values: ``"numpy"``, or `RECORDED`.
    own_labels
        Whether symbols are written with the scenario's own names, where it has any.
    in_epoch
        How many updates of the pass over the training data have begun, with the one on the screen; 0 where none has.
    is_measured_rarely
        Whether it is one of a run that does not measure all samples for each snapshot: `metrics` are those measured
        last, after as many updates as they say.
    hidden_program
        Where a person is to find a mistake: the wrong program that is really run, while `program` is the right one.
    update_edits
        The values that were set while the update was on the screen, in order.
    value_edits
        All values that were set on the branch up to this moment, in order, those of `update_edits` included.
    """

    scenario: Scenario
    program: Program
    data: DataSet
    targets: Array
    threshold: float
    position: Position
    per_epoch: int
    batch: NDArray[np.intp]
    values: Mapping[str, Array]
    before: Mapping[str, Array]
    metrics: Metrics
    curve: LossCurve
    scalars: Mapping[str, float]
    is_newest: bool
    newest: Position
    branch: str
    branches: tuple[BranchInfo, ...]
    marks: tuple[Mark, ...]
    effective_settings: tuple[EffectiveSettings, ...] = ()
    history_bytes: int = 0
    history_budget: int = 0
    engine: str = "numpy"
    own_labels: bool = True
    in_epoch: int = 0
    is_measured_rarely: bool = False
    hidden_program: Program | None = None
    update_edits: tuple[UpdateEdit, ...] = ()
    value_edits: tuple[ValueEdit, ...] = ()

    @property
    def is_recorded(self) -> bool:
        """Whether a person's own code has computed the values, which may be others than the lines would give."""
        return self.engine == RECORDED

    @property
    def hides_mistakes(self) -> bool:
        """Whether a person is to find out which mistake is made."""
        return self.hidden_program is not None

    @property
    def program_run(self) -> Program:
        """The program that computed the values: `program`, unless a mistake is hidden."""
        return self.program if self.hidden_program is None else self.hidden_program

    @property
    def network(self) -> Network:
        """The network's layers."""
        return self.program.recipe.network

    @cached_property
    def labels(self) -> Labels:
        """How symbols are written."""
        return self.scenario.symbol_labels(self.own_labels)

    @cached_property
    def shapes(self) -> dict[str, Shape]:
        """Every symbol's shape (column convention) for the batch on the screen."""
        return self.program_run.shapes(len(self.batch))

    @property
    def lit_line(self) -> Line | None:
        """The line that has just run; None when nothing of an update has."""
        return self.program[self.position.line] if self.position.line else None

    @property
    def parameters(self) -> Mapping[str, Array]:
        """The current parameters."""
        return {name: self.values[name] for name in self.program.parameters}

    def value(self, symbol: str) -> Array | None:
        """Return a symbol's value, or None when it has not been computed."""
        return self.values.get(symbol)

    def read_by(self, number: int, symbol: str) -> Array | None:
        """Return a symbol as a line (from 1) reads it, whatever was set since; None when it has not been computed."""
        return self._line_values.read(symbol, number)

    def written(self, symbol: str) -> Array:
        """Return what the line of a symbol, which has run, wrote, whatever was set since."""
        return self._line_values.written(symbol)

    def found(self, symbol: str) -> Array:
        """Return a parameter, or optimiser state, as the line that replaces it finds it."""
        array = self.read_by(self.program.line_of.get(symbol, len(self.program) + 1), symbol)
        assert array is not None  # it has a value from the start
        return array

    @property
    def state_found(self) -> Mapping[str, Array]:
        """Parameters and optimiser state as the lines that replace them find them."""
        return {name: self.found(name) for name in self.before} if self.update_edits else self.before

    def change(self, parameter: str) -> Array | None:
        """Return by how much the update moved a parameter, or None when it has not moved it (yet).

        What a person has set is no move of the update's.
        """
        number = self.program.line_of.get(parameter)
        if number is None or self.position.line < number:
            return None
        with np.errstate(invalid="ignore"):
            return np.subtract(self.written(parameter), self.found(parameter))

    @cached_property
    def _line_values(self) -> LineValues:
        return LineValues(self.before, self.values, self.program.line_of, self.position.line, self.update_edits)

    def column_of(self, sample: int) -> int | None:
        """Return the batch column of a sample (an index into `data`), or None when it is not in the batch."""
        places = np.flatnonzero(self.batch == sample)
        return int(places[0]) if len(places) else None
