"""The session of scripts and notebooks: what the window can do, as methods whose results print well."""

from __future__ import annotations

import math
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from nnviz.model.breakpoints import (
    Breakpoint,
    Condition,
    FirstNonFinite,
    NotFinite,
    Stop,
    run_back_until,
    run_until,
    run_while_finite,
)
from nnviz.model.breakpoints.parse import read_condition
from nnviz.model.checks import GradientCheck, UpdateCheck, gradient_check, update_check
from nnviz.model.checks.gradient import CELLS_MAX
from nnviz.model.curve.recorder import LossCurve
from nnviz.model.data import DataSet
from nnviz.model.engine.engines import COMPILED, NUMPY, EngineChoice, chosen_engine, engine_for, read_choice
from nnviz.model.engine.metrics import Metrics
from nnviz.model.errors import ModelError
from nnviz.model.evaluator.evaluator import parse_expression
from nnviz.model.explain.equation import Equation, equation
from nnviz.model.history.branch import BranchInfo
from nnviz.model.history.branches import NAME_MAX
from nnviz.model.history.edits import Mark
from nnviz.model.history.effective_settings import EffectiveSettings
from nnviz.model.history.position import Position
from nnviz.model.program.program import Program
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session import session as model
from nnviz.model.session.long_run import NO_NUMBA, numpy_reason, take_engine
from nnviz.model.session.selection import Cell
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.session_file.debugger_state import DebuggerState, read_debugger_state
from nnviz.model.session_file.file import open_session, save_session
from nnviz.model.watches.following import Watching
from nnviz.model.watches.watch import Watch, WatchCurve

_P = ParamSpec("_P")
_T = TypeVar("_T")


def _of_model(method: Callable[Concatenate[model.Session, _P], _T]) -> Callable[Concatenate[Session, _P], _T]:
    """Return a method of the model's session as one of a script's, with its documentation."""

    @wraps(method)
    def called(session: Session, /, *arguments: _P.args, **named: _P.kwargs) -> _T:
        return method(session.model, *arguments, **named)

    return called


@dataclass(frozen=True, repr=False)
class Stopped:
    """What stopped a run.

    Attributes
    ----------
    update, line
        Where: after that line of that update.
    condition
        Which breakpoint.
    cell
        The cell that it is about, if it is about one.
    text
        What holds, with its numbers.
    """

    update: int
    line: int
    condition: Condition
    cell: Cell | None
    text: str

    def __repr__(self) -> str:
        return f"<update {self.update}, line {self.line}: {self.text}>"


class Session:
    """Runs a scenario by line, update and epoch; goes back, stops, checks, explains and saves.

    Parameters
    ----------
    scenario
        What to run; or a session of the model, to go on with it.
    engine
        What runs new updates of a scenario: ``"numpy"``, ``"compiled"`` (with numba), or ``"fastest"``: compiled loops
        where so many updates are run at once that compiling them pays, and numpy for everything else. None is the
        choice of the environment variable ``NNVIZ_ENGINE``, and ``"fastest"`` without it.
    debugger_state
        The breakpoints, and what else `save` is to save with the session.

    Attributes
    ----------
    model
        What is run, for the functions of `nnviz.model`.

    Raises
    ------
    ScenarioError
        If the scenario's parts do not fit together; it names every field concerned.
    ModelError
        If there is no such engine.

    Warns
    -----
    UserWarning
        If ``"compiled"`` is asked for and numpy runs the scenario.

    Examples
    --------
    >>> import nnviz
    >>> session = nnviz.Session(nnviz.Scenario.load("xor"))
    >>> session
    <Session XOR: update 0, line 0 of 15, loss 0.9001>
    >>> session.add_breakpoint("abs(delta1).max() < 0.2")
    ExpressionHolds(text='abs(delta1).max() < 0.2')
    >>> session.run_until()
    (<update 229, line 9: abs(delta1).max() < 0.2 holds>,)
    >>> session.step_back_line()
    >>> session.position.line
    8
    """

    def __init__(
        self,
        scenario: Scenario | model.Session,
        engine: EngineChoice | None = None,
        debugger_state: DebuggerState | None = None,
    ) -> None:
        if isinstance(scenario, model.Session):
            self.model, self._engine_choice = scenario, scenario.engine_choice
        else:
            self._engine_choice = chosen_engine() if engine is None else read_choice(engine)
            self.model = model.Session(scenario, _stepping_engine(self._engine_choice))
        self._debugger_state = DebuggerState() if debugger_state is None else debugger_state
        if isinstance(scenario, Scenario):
            _warn_of_numpy(self.model)

    def __repr__(self) -> str:
        place, title = self.position, self.scenario.title_in("en")
        return f"<Session {title}: update {place.update}, line {place.line} of {place.lines}, loss {self.loss:.4g}>"

    def _repr_html_(self) -> str:
        from html import escape

        head, curve = escape(repr(self).strip("<>")), self.loss_curve._repr_html_()
        return f"<p><b>{head}</b></p>{curve}"

    # What is being run, and what it holds -----------------------------------------------------------------------------

    @property
    def scenario(self) -> Scenario:
        """The effective settings."""
        return self.model.scenario

    @property
    def data(self) -> DataSet:
        """The samples."""
        return self.model.data

    @property
    def program(self) -> Program:
        """The lines of one update."""
        return self.model.program

    @property
    def symbols(self) -> tuple[str, ...]:
        """Names of all symbols of the program."""
        return self.model.symbols

    @property
    def engine(self) -> str:
        """What runs, or has run, the updates where the cursor is."""
        return self.model.engine

    @property
    def engine_choice(self) -> EngineChoice:
        """What new updates are to be run by; `engine` is what runs them."""
        return self._engine_choice

    @property
    def position(self) -> Position:
        """Where the cursor is."""
        return self.model.position

    @property
    def loss(self) -> float:
        """Mean data loss of the current parameters, over all training samples (without the penalty)."""
        return self.model.loss

    @property
    def accuracy(self) -> float | None:
        """Share of the training samples that are classified correctly, 0..1; None for regression."""
        return self.model.accuracy

    @property
    def metrics(self) -> Metrics:
        """Losses and accuracies of the current parameters, over all training and test samples."""
        return self.model.metrics

    @property
    def last_metrics(self) -> Metrics:
        """Those measured last on the way to where the cursor is; they are measured now where none were."""
        return self.model.last_metrics

    @property
    def loss_curve(self) -> LossCurve:
        """The losses of the whole branch, also those after the cursor."""
        return self.model.loss_curve

    @property
    def is_finite(self) -> bool:
        """Whether every number that is computed where the cursor is is finite."""
        return self.model.is_finite

    @property
    def is_large(self) -> bool:
        """Whether one update takes long."""
        return self.model.is_large

    @property
    def hides_mistakes(self) -> bool:
        """Whether a person is to find out which mistake is made."""
        return self.model.hides_mistakes

    is_computed = _of_model(model.Session.is_computed)
    value = _of_model(model.Session.value)
    snapshot = _of_model(model.Session.snapshot)

    # Moving -----------------------------------------------------------------------------------------------------------

    def step_line(self, n: int = 1) -> None:
        """Run the next `n` lines, into the next update where this one ends."""
        self.model.step_line(n)  # written out, as is `step_update`: `_of_model` costs 3 % of a line

    def step_update(self, n: int = 1) -> None:
        """Run to the end of the update; `n` of them."""
        if n > 1:
            self._take_engine(n)
        self.model.step_update(n)

    def step_epoch(self, n: int = 1) -> None:
        """Run to the end of the pass over the training data; `n` of them."""
        self._take_engine(n * (self.epoch_end - self.position.completed))
        self.model.step_epoch(n)

    step_back_line = _of_model(model.Session.step_back_line)
    step_back_update = _of_model(model.Session.step_back_update)
    step_back_epoch = _of_model(model.Session.step_back_epoch)
    seek = _of_model(model.Session.seek)
    to_newest = _of_model(model.Session.to_newest)
    restart = _of_model(model.Session.restart)

    def choose_engine(self, choice: EngineChoice) -> None:
        """Choose what runs new updates, from the next change of settings, restart or `use_chosen_engine` on.

        Raises
        ------
        ModelError
            If there is no such engine.
        """
        self._engine_choice = read_choice(choice)
        self.model.choose_engine(_stepping_engine(choice))

    def prepare_engine(self) -> None:
        """Begin to compile the chosen engine in the background, if that is needed."""
        engine_for(self.model.prepared, self._engine_choice)

    def use_chosen_engine(self) -> None:
        """Go on with the chosen engine, if it is ready and the cursor is at the end of the branch, between updates."""
        self.model.choose_engine(self._engine_choice)
        self.model.use_chosen_engine()
        self.model.choose_engine(_stepping_engine(self._engine_choice))

    def _take_engine(self, updates: int) -> None:
        if self._engine_choice == "fastest":
            take_engine(self.model, "fastest", updates)

    # Branches, editing and undo ---------------------------------------------------------------------------------------

    @property
    def branch(self) -> str:
        """Name of the branch that the cursor is on."""
        return self.model.branch

    @property
    def branches(self) -> tuple[BranchInfo, ...]:
        """All branches."""
        return self.model.branches

    @property
    def is_newest(self) -> bool:
        """Whether the cursor is where its branch ends, so that a step makes something new."""
        return self.model.is_newest

    @property
    def newest(self) -> Position:
        """Where the branch ends."""
        return self.model.newest

    @property
    def epoch_end(self) -> int:
        """How many whole updates will have run at the end of the pass over the training data."""
        return self.model.epoch_end

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The edits of the branch, in order: where each was made, and what it was."""
        return self.model.marks

    @property
    def effective_settings(self) -> tuple[EffectiveSettings, ...]:
        """The settings along the branch, from its start on."""
        return self.model.effective_settings

    @property
    def history_bytes(self) -> int:
        """Bytes that stored states take."""
        return self.model.history_bytes

    @property
    def undo_text(self) -> str | None:
        """What `undo` would undo; None when there is nothing."""
        return self.model.undo_text

    @property
    def redo_text(self) -> str | None:
        """What `redo` would redo; None when there is nothing."""
        return self.model.redo_text

    @property
    def history_budget(self) -> int:
        """Bytes that stored states may take; with fewer, going back takes longer."""
        return self.model.history_budget

    @history_budget.setter
    def history_budget(self, budget: int) -> None:
        self.model.history_budget = budget

    @wraps(model.Session.change)
    def change(self, scenario: Scenario, text: str = model.SETTINGS_TEXT, branch: str | None = None) -> bool:  # noqa: D102
        kept = self.model.change(scenario, text, branch)
        _warn_of_numpy(self.model)
        return kept

    set_value = _of_model(model.Session.set_value)
    switch_branch = _of_model(model.Session.switch_branch)
    rename_branch = _of_model(model.Session.rename_branch)
    discard_branch = _of_model(model.Session.discard_branch)
    undo = _of_model(model.Session.undo)
    redo = _of_model(model.Session.redo)

    # Stopping ----------------------------------------------------------------------------------------------------

    @property
    def breakpoints(self) -> tuple[Breakpoint, ...]:
        """Where runs stop, in the order in which the breakpoints were set."""
        return self._debugger_state.breakpoints

    def add_breakpoint(self, condition: Condition | int | str, **parameters: object) -> Condition:
        """Set a breakpoint; where there is one it is switched on.

        Parameters
        ----------
        condition
            The number of a line (from 1), or the symbol that it writes: ``"dW1"``; an expression that is true or false:
            ``"abs(delta1).max() < 1e-6"``; ``"loss > 3"`` or ``"loss < 0.01"``; the name of one of
            `nnviz.model.breakpoints.CONDITIONS`: ``"not-finite"``; or a condition.
        **parameters
            Those of a named condition: ``add_breakpoint("sign-change", symbol="W1")``.

        Raises
        ------
        ModelError
            If it is none of these.
        """
        chosen = read_condition(condition, self.snapshot(), parameters)
        self._set((*self._others(chosen), Breakpoint(chosen)))
        return chosen

    def remove_breakpoint(self, condition: Condition | int | str, **parameters: object) -> None:
        """Remove a breakpoint; the parameters are those of `add_breakpoint`.

        Raises
        ------
        ModelError
            If there is no such breakpoint.
        """
        chosen = read_condition(condition, self.snapshot(), parameters)
        others = self._others(chosen)
        if len(others) == len(self.breakpoints):
            there = ", ".join(repr(point.condition) for point in others) or "none is set"
            raise ModelError("to remove a breakpoint", "", repr(chosen), there)
        self._set(others)

    def clear_breakpoints(self) -> None:
        """Remove all breakpoints."""
        self._set(())

    def run_until(self, limit: int = 10_000, *, keep_going: bool = False) -> tuple[Stopped, ...]:
        """Run forward to where a breakpoint stops it, or to the first number that is not finite.

        Parameters
        ----------
        limit
            How many updates to complete at most.
        keep_going
            Whether to run on through numbers that are not finite; otherwise nothing is run from where some are already.

        Returns
        -------
        tuple[Stopped, ...]
            All that hold there; empty when nothing stopped it. For a number that is not finite, the condition is
            `NotFinite`, and the text says where it appeared and the likely reason.
        """
        self._take_engine(limit)
        if keep_going:
            return self._stopped(run_until(self.model, self.breakpoints, limit).stops)
        result, first = run_while_finite(self.model, self.breakpoints, limit)
        stops = () if result is None else self._stopped(result.stops)
        return stops if first is None else (*stops, _not_finite(first))

    def run_back_until(self) -> tuple[Stopped, ...]:
        """Run backward to where a breakpoint's condition last held, or where that began; returns as `run_until` does.

        Where nothing ever held, the session stays where it is.
        """
        return self._stopped(run_back_until(self.model, self.breakpoints).stops)

    # Checking and explaining -------------------------------------------------------------------------------------

    def gradient_check(
        self, epsilon: float | None = None, symbols: Iterable[str] | None = None, cells_max: int = CELLS_MAX
    ) -> GradientCheck:
        """Compare the gradients of the update on the screen with central differences.

        The parameters are those of `nnviz.model.checks.gradient_check`.
        """
        return gradient_check(self.snapshot(), epsilon, symbols, cells_max)

    def update_check(self) -> UpdateCheck:
        """Compare what the update on the screen changed with what gradient and optimiser say it should have."""
        return update_check(self.snapshot())

    def explain(self, symbol: str, cell: tuple[int, int] = (0, 0)) -> Equation:
        """Write out how one cell is computed: with symbols, with numbers, and term by term.

        Parameters
        ----------
        symbol, cell
            Which: ``"dW1", (0, 1)``, row and column from 0, samples in columns.

        Raises
        ------
        ModelError
            If there is no such symbol or cell.
        NotComputedError
            If no line of the update on the screen computes it, as is so for data.

        Examples
        --------
        >>> import nnviz
        >>> session = nnviz.Session(nnviz.Scenario.load("worked-example-2-3-1"))
        >>> session.step_line(6)
        >>> session.explain("delta2")
        δ² = (y − t) · y · (1 − y)
           = (0.6197 − 1) · 0.6197 · (1 − 0.6197)
           = −0.3803 · 0.2357
           = −0.08961692722489309
        """
        return equation(self.snapshot(), symbol, cell)

    def watch(self, text: str) -> WatchCurve:
        """Return an expression's value at the end of each update of the branch, the start among them.

        Parameters
        ----------
        text
            ``"norm(dW1)"``, ``"W1[0, 1]"``, ``"A2[0, 2] > 0.5"`` (1 or 0).

        Returns
        -------
        WatchCurve
            ``least`` and ``greatest`` of every `stride` updates: of each update, as long as there are not many.

        Raises
        ------
        ModelError
            If it is no expression with one number as its value.
        """
        parse_expression(text, self.snapshot().shapes)
        watch, watching = Watch(text), Watching()
        watching.watch([watch])
        watching.follow(self.model)
        watching.work(math.inf)
        return watching.curves()[watch]

    # Files -------------------------------------------------------------------------------------------------------

    def save(self, path: str | Path) -> None:
        """Save the session, with its branches, edits and breakpoints; `nnviz.open` opens it, and so does the window.

        Raises
        ------
        SessionFileError
            If the file cannot be written; then what was there is untouched.
        """
        save_session(self.model, Path(path), self._debugger_state.to_plain())

    # Inside ------------------------------------------------------------------------------------------------------

    def _others(self, condition: Condition) -> tuple[Breakpoint, ...]:
        return tuple(point for point in self.breakpoints if point.condition != condition)

    def _set(self, points: tuple[Breakpoint, ...]) -> None:
        self._debugger_state = replace(self._debugger_state, breakpoints=points)

    def _stopped(self, stops: tuple[Stop, ...]) -> tuple[Stopped, ...]:
        snapshot = self.snapshot()
        return tuple(_stopped(stop, snapshot) for stop in stops)


def open(path: str | Path) -> Session:
    """Open a session file, where it was left, with its breakpoints.

    What this machine or this nnviz cannot restore of the file is reported as a warning.

    Raises
    ------
    SessionFileError
        If it is no session file, or cannot be read.
    """
    opened = open_session(Path(path))
    state, problems = read_debugger_state(opened.debugger_state)
    if opened.difference:
        differs = f"on this machine a parameter differs by up to {opened.difference:.3e} from what was saved"
        problems = (*problems, differs)
    if opened.lacks_compiled:
        problems = (*problems, f"compiled loops have run this session, and {NO_NUMBA}: numpy goes on with it")
    if opened.shortened:
        problems = (
            *problems,
            f"names of branches were longer than {NAME_MAX} characters, and have been shortened: {opened.shortened}",
        )
    for problem in problems:
        warnings.warn(problem, stacklevel=2)
    return Session(opened.session, debugger_state=state)


def _stepping_engine(choice: EngineChoice) -> EngineChoice:
    """Return the engine of single steps: a script that makes a few must not compile anything, not even meanwhile."""
    return NUMPY if choice == "fastest" else choice


def _warn_of_numpy(session: model.Session) -> None:
    """Warn where compiled loops were asked for and numpy runs new updates."""
    if session.engine_choice == COMPILED and session.engine != COMPILED:
        warnings.warn(f"numpy runs this scenario, not compiled loops: {numpy_reason()}", stacklevel=3)


def _not_finite(first: FirstNonFinite) -> Stopped:
    return Stopped(first.update, first.line, NotFinite(), first.cell, first.text)


def _stopped(stop: Stop, snapshot: Snapshot) -> Stopped:
    hit = stop.hit
    text = hit.sentence.write(snapshot.labels, snapshot.shapes, convention=snapshot.scenario.convention)
    return Stopped(stop.position.update, hit.line, stop.breakpoint.condition, hit.cell, text)
