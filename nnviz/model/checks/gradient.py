"""The gradient check: the program's own ``dW``, ``db`` against central differences of the objective."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array, read_only
from nnviz.model.checks.bands import Band, band_of
from nnviz.model.checks.differences import Differences, Quotient
from nnviz.model.checks.kinks import Crossing
from nnviz.model.checks.rerun import require_gradients, rerun
from nnviz.model.errors import ModelError
from nnviz.model.program.symbols import parse
from nnviz.model.session.selection import Cell
from nnviz.model.session.set_by_hand import set_between_reads
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.table import NOTHING, text_table

EPSILON: Final = 1e-5
"""How far weighted inputs move, at most: near the cube root of a float's precision, where the error of a central
difference, from rounding and curvature together, is smallest."""

CELLS_MAX: Final = 2000
"""Networks with more parameters are checked along random directions."""

DIRECTIONS: Final = 8
"""Random directions for each parameter."""

_SEED: Final = 0
_ROUNDING: Final = 2.0 * float(np.finfo(np.float64).eps)
_FINEST: Final = 1e-5


@dataclass(frozen=True, eq=False)
class ParameterCheck:
    """The check of one parameter.

    Attributes
    ----------
    symbol, gradient
        ``W1`` and ``dW1``.
    epsilon
        The step.
    analytic, numeric
        The program's derivative and the central difference: for each cell, of the parameter's shape; along random
        directions ``(1, directions)``.
    error
        ``|a − n| / max(|a|, |n|, floor)`` of each; NaN where either is NaN.
    floor
        The rounding error of a difference quotient: smaller derivatives have no meaningful relative error.
    crosses
        Where ±ε crosses a bend, so that the difference is no derivative.
    crossings
        The same, with the bend that is crossed.
    """

    symbol: str
    gradient: str
    epsilon: float
    analytic: Array
    numeric: Array
    error: Array
    floor: float
    crosses: NDArray[np.bool_]
    crossings: tuple[Crossing, ...]

    @property
    def maximum(self) -> float | None:
        """The largest relative error without a bend; None when there is none, or all are NaN."""
        errors = self._meaningful
        return None if np.isnan(errors).all() else float(np.nanmax(errors))

    @property
    def worst(self) -> Cell | None:
        """The parameter's cell (or, along directions, the direction as a column) with that error."""
        errors = self._meaningful
        if np.isnan(errors).all():
            return None
        row, column = np.unravel_index(int(np.nanargmax(errors)), errors.shape)
        return Cell(self.symbol, int(row), int(column))

    @property
    def _meaningful(self) -> Array:
        """The errors without a bend, NaN elsewhere."""
        return np.where(self.crosses, np.nan, self.error)


@dataclass(frozen=True, eq=False, repr=False)
class GradientCheck:
    """The check of an update's gradients; printed, it is a table with a row for each of them.

    Attributes
    ----------
    update
        The number of the update.
    objective
        What was differentiated: ``L`` or ``J``.
    directions
        None when every cell was checked; else the number of random directions for each parameter.
    parameters
        Symbol → its check, for the chosen parameters.
    set_between
        Parameters that a person set after a line of the update had read them and before another did. The gradients on
        the screen belong to neither value; what is checked is what the lines compute from the values read first.
    """

    update: int
    objective: str
    directions: int | None
    parameters: Mapping[str, ParameterCheck]
    set_between: tuple[str, ...] = ()

    def __repr__(self) -> str:
        how = "every cell" if self.directions is None else f"{self.directions} random directions for each parameter"
        title = f"gradient check of update {self.update}: {self.objective}, {how}"
        head = ("", "ε", "largest relative error", "at", "")
        table = f"{title}\n{text_table(head, map(_row, self.parameters.values()))}"
        if not self.set_between:
            return table
        symbols = ", ".join(self.set_between)
        return f"{table}\n{symbols} set by hand between two lines that read it: checked with the value read first"

    @property
    def warnings(self) -> tuple[Crossing, ...]:
        """Every step that crosses a bend."""
        return tuple(crossing for check in self.parameters.values() for crossing in check.crossings)

    @property
    def maximum(self) -> float | None:
        """The largest relative error of all without a bend; None when there is none, or all are NaN."""
        return max((m for check in self.parameters.values() if (m := check.maximum) is not None), default=None)

    @property
    def worst(self) -> Cell | None:
        """The cell with the largest relative error of all; along directions its column is the direction."""
        known = [check for check in self.parameters.values() if check.maximum is not None]
        return max(known, key=lambda check: check.maximum or 0.0).worst if known else None

    @property
    def band(self) -> Band | None:
        """What the largest relative error means; None when there is none, or when some are NaN."""
        if any(np.isnan(check.error).any() for check in self.parameters.values()):
            return None
        return None if self.maximum is None else band_of(self.maximum)


def gradient_check(
    snapshot: Snapshot,
    epsilon: float | None = None,
    symbols: Iterable[str] | None = None,
    cells_max: int = CELLS_MAX,
) -> GradientCheck:
    """Check the gradients of the update on the screen, with its batch and the parameters that its lines read.

    Parameters
    ----------
    snapshot
        The snapshot; gradients that no line has computed yet are computed here.
    epsilon
        The step, the same for all parameters; when None, one for each that moves no weighted input by more than
        `EPSILON`.
    symbols
        The parameters to check; all when None.
    cells_max
        With more cells than this the check is along `DIRECTIONS` random directions for each parameter.

    Raises
    ------
    ModelError
        If the program computes no gradients, a symbol is not a parameter, or the step is not a positive number.
    """
    steps = gradient_check_steps(snapshot, epsilon, symbols, cells_max)
    while True:
        try:
            next(steps)
        except StopIteration as finished:
            check: GradientCheck = finished.value
            return check


def gradient_check_steps(
    snapshot: Snapshot,
    epsilon: float | None = None,
    symbols: Iterable[str] | None = None,
    cells_max: int = CELLS_MAX,
) -> Generator[float, None, GradientCheck]:
    """Check like `gradient_check`, difference by difference, so that a window stays responsive.

    Parameters and errors are those of `gradient_check`.

    Yields
    ------
    float
        The share of the work done after each difference, 0 to 1.

    Returns
    -------
    GradientCheck
        The generator's return value.
    """
    chosen = snapshot.program.parameters if symbols is None else tuple(symbols)
    require_gradients(snapshot, "a gradient check")
    for symbol in chosen:
        if symbol not in snapshot.program.parameters:
            accepted = ", ".join(snapshot.program.parameters)
            raise ModelError("a gradient check", symbol, "no parameter of this program", accepted)
    if epsilon is not None and not 0.0 < epsilon < np.inf:
        raise ModelError("a gradient check", "ε", repr(epsilon), "a positive number, such as 1e-5")
    cells = sum(snapshot.before[symbol].size for symbol in chosen)
    set_between = set_between_reads(snapshot)
    by_cell = cells <= cells_max
    work = cells if by_cell else DIRECTIONS * len(chosen)
    with np.errstate(all="ignore"):
        gradients = _gradients(snapshot, chosen)
        differences = Differences(snapshot)
    checks: dict[str, ParameterCheck] = {}
    done = 0
    for symbol in chosen:
        step = _step(symbol, differences.arrays) if epsilon is None else epsilon
        gradient = gradients[symbol]
        if by_cell:
            analytic, quotients_of = gradient, differences.by_cell(symbol, step)
        else:
            directions = tuple(_directions(symbol, gradient.shape))
            with np.errstate(all="ignore"):
                analytic = np.array([[np.sum(gradient * direction) for direction in directions]])
            quotients_of = differences.along(symbol, step, directions)
        quotients: list[Quotient] = []
        for quotient in quotients_of:
            quotients.append(quotient)
            done += 1
            yield done / work
        with np.errstate(all="ignore"):
            checks[symbol] = _compared(symbol, step, analytic, quotients, abs(differences.objective))
    update = snapshot.position.update + (snapshot.position.line == 0)
    directions_each = None if by_cell else DIRECTIONS
    return GradientCheck(update, snapshot.program.objective, directions_each, MappingProxyType(checks), set_between)


def _row(check: ParameterCheck) -> tuple[str, str, str, str, str]:
    """Return the cells of a check's row of the table."""
    maximum, worst = check.maximum, check.worst
    if np.isnan(check.error).any():
        verdict = "not a number"
    elif maximum is None:
        verdict = "no step without a bend"
    else:
        band = band_of(maximum)
        verdict = NOTHING if band is None else band.title
    if check.crossings and maximum is not None:
        verdict += f" ({len(check.crossings)} of {check.error.size} left out: a bend is crossed)"
    place = NOTHING if worst is None else f"[{worst.row}, {worst.column}]"
    return check.gradient, f"{check.epsilon:.1e}", NOTHING if maximum is None else f"{maximum:.1e}", place, verdict


def _gradients(snapshot: Snapshot, symbols: tuple[str, ...]) -> dict[str, Array]:
    """Return the program's gradients: those on the screen, or those that its lines compute from the values first read.

    Where a person has set a value after one line read it and before another, the gradients on the screen belong to no
    single state of the network, and can be compared with nothing.
    """
    program, names = snapshot.program_run, [f"d{symbol}" for symbol in symbols]
    if all(name in snapshot.values for name in names) and not set_between_reads(snapshot):
        return {symbol: snapshot.values[f"d{symbol}"] for symbol in symbols}
    last = max((program.line_of[name] for name in names), default=0)
    workspace = rerun(snapshot, program.lines[:last])
    workspace.run()
    return {symbol: workspace.arrays[f"d{symbol}"] for symbol in symbols}


def _step(symbol: str, arrays: Mapping[str, Array]) -> float:
    name = parse(symbol)
    if name.kind != "W":
        return EPSILON
    below = arrays[f"A{name.layer - 1}" if name.layer > 1 else "X"]
    largest = float(np.max(np.abs(below), initial=1.0))
    return EPSILON / largest if np.isfinite(largest) else EPSILON


def _directions(symbol: str, shape: tuple[int, ...]) -> Iterator[Array]:
    """Draw unit directions, the same ones every time."""
    name = parse(symbol)
    rng = np.random.default_rng((_SEED, name.layer, name.kind == "b"))
    for _ in range(DIRECTIONS):
        direction = rng.standard_normal(shape)
        yield direction / np.linalg.norm(direction)


def _compared(symbol: str, step: float, analytic: Array, quotients: list[Quotient], objective: float) -> ParameterCheck:
    numeric = np.array([quotient.value for quotient in quotients]).reshape(analytic.shape)
    # Rounding alone must not look like a mistake: at this size it leads to a relative error of 1e-5, which is fine.
    floor = max(_ROUNDING * objective / step / _FINEST, float(np.finfo(np.float64).tiny))
    error = np.abs(analytic - numeric) / np.maximum(np.maximum(np.abs(analytic), np.abs(numeric)), floor)
    crossings = [quotient.crossing for quotient in quotients]
    return ParameterCheck(
        symbol=symbol,
        gradient=f"d{symbol}",
        epsilon=step,
        analytic=read_only(analytic.copy()),
        numeric=read_only(numeric),
        error=read_only(error),
        floor=floor,
        crosses=read_only(np.array([crossing is not None for crossing in crossings]).reshape(analytic.shape)),
        crossings=tuple(crossing for crossing in crossings if crossing is not None),
    )
