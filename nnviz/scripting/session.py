"""The session of scripts and notebooks: what the window can do, as methods whose results print well."""

from __future__ import annotations

import math
import warnings
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from nnviz.model.breakpoints import Breakpoint, Condition, Stop, run_back_until, run_until
from nnviz.model.breakpoints.parse import read_condition
from nnviz.model.checks import GradientCheck, UpdateCheck, gradient_check, update_check
from nnviz.model.checks.gradient import CELLS_MAX
from nnviz.model.engine.engines import EngineChoice
from nnviz.model.errors import ModelError
from nnviz.model.evaluator.evaluator import parse_expression
from nnviz.model.explain.equation import Equation, equation
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session import session as model
from nnviz.model.session.readable import Standing
from nnviz.model.session.selection import Cell
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.session_file.debugger_state import Desk, read_desk
from nnviz.model.session_file.file import open_session, save_session
from nnviz.model.watches.following import Watching
from nnviz.model.watches.watch import Watch, WatchCurve


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


class Session(model.Session):
    """Runs a scenario by line, update and epoch; goes back, stops, checks, explains and saves.

    Parameters
    ----------
    scenario
        What to run.
    engine
        What runs new updates: ``"numpy"``, ``"compiled"`` (with numba), or ``"fastest"``.

    Raises
    ------
    ScenarioError
        If the scenario's parts do not fit together; it names every field concerned.

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

    def __init__(self, scenario: Scenario, engine: EngineChoice = "numpy") -> None:
        super().__init__(scenario, engine)
        self._desk = Desk()

    def __repr__(self) -> str:
        place, title = self.position, self.scenario.title_in("en")
        return f"<Session {title}: update {place.update}, line {place.line} of {place.lines}, loss {self.loss:.4g}>"

    # Stopping ----------------------------------------------------------------------------------------------------

    @property
    def breakpoints(self) -> tuple[Breakpoint, ...]:
        """Where runs stop, in the order in which the breakpoints were set."""
        return self._desk.breakpoints

    def add_breakpoint(self, condition: Condition | int | str, **parameters: object) -> Condition:
        """Set a breakpoint; where there is one it is switched on.

        Parameters
        ----------
        condition
            The number of a line (from 1), or the symbol that it writes: ``"dW1"``; an expression that says yes or no:
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
        self._keep((*self._others(chosen), Breakpoint(chosen)))
        return chosen

    def remove_breakpoint(self, condition: Condition | int | str, **parameters: object) -> None:
        """Take a breakpoint away; the parameters are those of `add_breakpoint`.

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
        self._keep(others)

    def clear_breakpoints(self) -> None:
        """Take all breakpoints away."""
        self._keep(())

    def run_until(self, limit: int = 10_000) -> tuple[Stopped, ...]:
        """Run forward to where a breakpoint stops it.

        Parameters
        ----------
        limit
            How many updates to complete at most.

        Returns
        -------
        tuple[Stopped, ...]
            All that hold there; empty when nothing stopped it.
        """
        return self._told(run_until(self, self.breakpoints, limit).stops)

    def run_back_until(self) -> tuple[Stopped, ...]:
        """Run backward to where a breakpoint's condition last held, or where that began; give what `run_until` gives.

        Where nothing ever held, the session stays where it is.
        """
        return self._told(run_back_until(self, self.breakpoints).stops)

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
        """Write out how one cell came about: with symbols, with numbers, and term by term.

        Parameters
        ----------
        symbol, cell
            Which: ``"dW1", (0, 1)``, row and column from 0, samples in columns.

        Raises
        ------
        ModelError
            If there is no such symbol or cell.
        NotComputedError
            If no line of the update on the screen computes it, as of data.

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
            If it is no expression that gives one number.
        """
        parse_expression(text, self.snapshot().shapes)
        watch, watching = Watch(text), Watching()
        watching.watch([watch])
        watching.follow(self)
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
        save_session(self, Path(path), self._desk.to_plain())

    # Inside ------------------------------------------------------------------------------------------------------

    def _others(self, condition: Condition) -> tuple[Breakpoint, ...]:
        return tuple(point for point in self.breakpoints if point.condition != condition)

    def _keep(self, points: tuple[Breakpoint, ...]) -> None:
        self._desk = replace(self._desk, breakpoints=points)

    def _told(self, stops: tuple[Stop, ...]) -> tuple[Stopped, ...]:
        snapshot = self.snapshot()
        return tuple(_told(stop, snapshot) for stop in stops)


def open(path: str | Path) -> Session:
    """Open a session file, where it was left, with its breakpoints.

    What of the file this machine or this nnviz has otherwise is told as a warning.

    Raises
    ------
    SessionFileError
        If it is no session file, or cannot be read.
    """
    opened = open_session(Path(path))
    session = Session.__new__(Session)
    Standing.__init__(session, opened.session._history)
    session._desk, problems = read_desk(opened.desk)
    if opened.difference:
        told = f"on this machine a parameter differs by up to {opened.difference:.1e} from what was saved"
        problems = (*problems, told)
    for problem in problems:
        warnings.warn(problem, stacklevel=2)
    return session


def _told(stop: Stop, snapshot: Snapshot) -> Stopped:
    hit = stop.hit
    text = hit.sentence.write(snapshot.labels, snapshot.shapes, convention=snapshot.scenario.convention)
    return Stopped(stop.position.update, hit.line, stop.breakpoint.condition, hit.cell, text)
