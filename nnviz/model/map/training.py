"""Training one cell of a map."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from typing import Final

from nnviz.model.engine.compiling_cost import compiling_pays
from nnviz.model.engine.engines import COMPILED, NUMPY, EngineChoice
from nnviz.model.engine.metrics import Metrics
from nnviz.model.engine.schedule import stretch_from_start
from nnviz.model.errors import ModelError
from nnviz.model.history.keyframe import Keyframe
from nnviz.model.history.position import Place
from nnviz.model.history.runner import Runner
from nnviz.model.map.plan import MapPlan
from nnviz.model.scenario.validation import Prepared, prepare

LOOKS: Final = 1000
"""How often the loss of all samples is compared with the threshold while a cell is trained."""
_PROCESSES: Final = 16
"""Processes that may each have to load, or compile, the loops of a program."""
_STRETCH: Final = 0.02
"""Seconds of training, about, between two checks for cancellation."""


@dataclass(frozen=True)
class CellResult:
    """The result of one cell.

    Attributes
    ----------
    row, column
        The cell.
    metrics
        Losses and accuracies at the end of its training: exactly those of a session that ran the same updates. None
        when it cannot be run.
    fault
        The update in which a number was first not finite; its training ended there. None when all were finite.
    reached
        After how many updates the training loss was first found below the plan's threshold: it is compared `LOOKS`
        times, at ends of epochs. None when it never was.
    problem
        Why the cell's scenario cannot be run; empty when it can.
    """

    row: int
    column: int
    metrics: Metrics | None = None
    fault: int | None = None
    reached: int | None = None
    problem: str = ""


def _always() -> bool:
    return True


def train_cell(plan: MapPlan, row: int, column: int, goes_on: Callable[[], bool] = _always) -> CellResult | None:
    """Train a cell.

    Parameters
    ----------
    plan, row, column
        The cell.
    goes_on
        Returns whether to go on; called about fifty times a second.

    Returns
    -------
    CellResult or None
        None when it was cancelled.
    """
    try:
        prepared = prepare(plan.scenario_of(row, column))
    except ModelError as error:
        return CellResult(row, column, problem=str(error))
    runner = Runner(prepared, _engine_of(plan, row, column, prepared))
    per_epoch = runner.schedule.stretch.per_epoch
    last = plan.length * (per_epoch if plan.unit == "epochs" else 1)
    stride = per_epoch * max(1, math.ceil(last / per_epoch / LOOKS))
    reached = 0 if runner.metrics.train < plan.threshold else None
    pace = _Pace(runner, goes_on)
    while runner.completed < last:
        begun = runner.boundary_keyframe(applied=0)
        if not pace.run_to(min(runner.completed + stride, last)):
            return None
        if not runner.stays_finite():
            return CellResult(row, column, fault=_fault(runner, begun), metrics=runner.metrics, reached=reached)
        if reached is None and runner.metrics.train < plan.threshold:
            reached = runner.completed
    metrics = runner.metrics
    # The last update's own loss was of the parameters before it.
    fault = None if math.isfinite(metrics.train) else last
    return CellResult(row, column, metrics, fault, reached)


def _engine_of(plan: MapPlan, row: int, column: int, prepared: Prepared) -> EngineChoice:
    """Return what runs a cell: the same on every machine where numba is, whatever has been compiled there."""
    if plan.engine != "fastest":
        return plan.engine
    updates = plan.length * (stretch_from_start(prepared).per_epoch if plan.unit == "epochs" else 1)
    if not compiling_pays(prepared, updates * plan.size // _PROCESSES):
        return NUMPY
    # Cells with another program need loops of their own.
    recipe, rows, columns = prepared.scenario.recipe(prepared.n_inputs), *plan.shape
    in_column = sum(plan.scenario_of(other, column).recipe(prepared.n_inputs) == recipe for other in range(rows))
    in_row = sum(plan.scenario_of(row, other).recipe(prepared.n_inputs) == recipe for other in range(columns))
    return COMPILED if compiling_pays(prepared, updates * in_column * in_row // _PROCESSES) else NUMPY


class _Pace:
    """Runs a runner in stretches so short that cancelling takes no time."""

    def __init__(self, runner: Runner, goes_on: Callable[[], bool]) -> None:
        self._runner, self._goes_on = runner, goes_on
        self._updates = 1
        self._asked = -math.inf

    def run_to(self, update: int) -> bool:
        """Run to the end of an update, and return True; False when it was cancelled before that."""
        while self._runner.completed < update:
            now = perf_counter()
            if now - self._asked >= _STRETCH:
                if not self._goes_on():
                    return False
                self._asked = now
            self._runner.run_to(Place(min(self._runner.completed + self._updates, update)))
            if perf_counter() - now < _STRETCH / 2:
                self._updates *= 2
        return True


def _fault(runner: Runner, begun: Keyframe) -> int:
    """Return the update after which not everything is finite any more; the runner is left there."""
    runner.restore(begun)
    runner.losses = 0.0
    while runner.stays_finite():
        runner.run_to(Place(runner.completed + 1))
    return runner.completed
