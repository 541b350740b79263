"""The gradient check: the program's own ``dW``, ``db`` against central differences of the objective."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array, read_only
from nnviz.model.checks.bands import TOO_SMALL, Band, band_of
from nnviz.model.checks.differences import Differences, Quotient
from nnviz.model.checks.kinks import Crossing
from nnviz.model.checks.rerun import require_gradients, rerun, scalars_of
from nnviz.model.checks.rounding import UNIT, rounding_bounds
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

TELLING: Final = 1e-5
"""The largest share of a derivative that may be rounding and curvature, for the derivative to tell right from wrong."""

_CURVATURE: Final = 2.0
"""Half a step changes a central difference by ¾ of what curvature adds to it; this is 4/3 with half as much again."""


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
        ``|a − n| / max(|a|, |n|)`` of each, 0 where both are 0; NaN where either is not a number.
    bound
        How far apart rounding and curvature alone may have carried the two.
    too_small
        Where they are no further apart than that, and the derivative is not large enough for it to say anything: more
        than `TELLING` of it may be rounding.
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
    bound: Array
    too_small: NDArray[np.bool_]
    crosses: NDArray[np.bool_]
    crossings: tuple[Crossing, ...]

    @property
    def maximum(self) -> float | None:
        """The largest relative error of the cells that tell something; None when none does, or none is a number."""
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
        """The errors that say something about the gradient."""
        return np.where(self.crosses | self.too_small, np.nan, self.error)

    @property
    def band(self) -> Band | None:
        """What the largest relative error means; None when some are not numbers, or every step crosses a bend."""
        if np.isnan(self.error).any():
            return None
        if self.maximum is not None:
            return band_of(self.maximum)
        return TOO_SMALL if (self.too_small & ~self.crosses).any() else None


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
        if self.maximum is not None:
            return band_of(self.maximum)
        return TOO_SMALL if any(check.band is TOO_SMALL for check in self.parameters.values()) else None


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
        gradients, bounds = _gradients(snapshot, chosen)
        differences = Differences(snapshot)
        sizes = {symbol: _step(symbol, differences.arrays) if epsilon is None else epsilon for symbol in chosen}
        rounding = differences.rounding(sizes)
    checks: dict[str, ParameterCheck] = {}
    done = 0
    for symbol in chosen:
        step, gradient, bound = sizes[symbol], gradients[symbol], bounds[symbol]
        if by_cell:
            analytic, quotients_of = gradient, differences.by_cell(symbol, step)
        else:
            directions = tuple(_directions(symbol, gradient.shape))
            with np.errstate(all="ignore"):
                analytic = np.array([[np.sum(gradient * direction) for direction in directions]])
                bound = np.array([[_bound_along(gradient, bound, direction) for direction in directions]])
            quotients_of = differences.along(symbol, step, directions)
        quotients: list[Quotient] = []
        for quotient in quotients_of:
            quotients.append(quotient)
            done += 1
            yield done / work
        with np.errstate(all="ignore"):
            checks[symbol] = _compared(symbol, step, analytic, quotients, bound + rounding / step)
    update = snapshot.position.update + (snapshot.position.line == 0)
    directions_each = None if by_cell else DIRECTIONS
    return GradientCheck(update, snapshot.program.objective, directions_each, MappingProxyType(checks), set_between)


def _row(check: ParameterCheck) -> tuple[str, str, str, str, str]:
    """Return the cells of a check's row of the table."""
    maximum, worst = check.maximum, check.worst
    if np.isnan(check.error).any():
        verdict = "not a number"
    elif check.band is None:
        verdict = "no step without a bend"
    else:
        verdict = check.band.title
    if check.crossings and maximum is not None:
        verdict += f" ({len(check.crossings)} of {check.error.size} left out: a bend is crossed)"
    place = NOTHING if worst is None else f"[{worst.row}, {worst.column}]"
    return check.gradient, f"{check.epsilon:.3e}", NOTHING if maximum is None else f"{maximum:.3e}", place, verdict


def _gradients(snapshot: Snapshot, symbols: tuple[str, ...]) -> tuple[dict[str, Array], dict[str, Array]]:
    """Return the program's gradients, those on the screen or what its lines will compute, and their rounding.

    Where a person has set a value after one line read it and before another, the gradients on the screen belong to no
    single state of the network: then they are what the lines compute from the values that were read first.
    """
    program, names = snapshot.program_run, [f"d{symbol}" for symbol in symbols]
    last = max((program.line_of[name] for name in names), default=0)
    lines = program.lines[:last]
    workspace = rerun(snapshot, lines)
    workspace.run()
    bounds = rounding_bounds(lines, workspace.arrays, scalars_of(snapshot))
    computed = {} if set_between_reads(snapshot) else snapshot.values
    shown = {name: computed.get(name, workspace.arrays[name]) for name in names}
    return ({name[1:]: array for name, array in shown.items()}, {name[1:]: bounds[name] for name in names})


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


def _bound_along(gradient: Array, bound: Array, direction: Array) -> float:
    """Return how far rounding may carry the derivative along a direction: that of its cells, and of their sum."""
    size = np.abs(direction)
    return float(np.sum(size * bound) + UNIT * gradient.size * np.sum(size * np.abs(gradient)))


def _compared(symbol: str, step: float, analytic: Array, quotients: list[Quotient], rounding: Array) -> ParameterCheck:
    """Compare derivatives with difference quotients; `rounding` is how far apart it may carry each of the two."""
    numeric = np.array([quotient.value for quotient in quotients]).reshape(analytic.shape)
    halved = np.array([quotient.halved for quotient in quotients]).reshape(analytic.shape)
    bound = rounding + _CURVATURE * np.abs(numeric - halved)
    apart, size = np.abs(analytic - numeric), np.maximum(np.abs(analytic), np.abs(numeric))
    error = np.where(apart == 0.0, 0.0, apart / size)
    too_small = (apart > 0.0) & (apart <= bound) & (bound > TELLING * size)
    crossings = [quotient.crossing for quotient in quotients]
    return ParameterCheck(
        symbol=symbol,
        gradient=f"d{symbol}",
        epsilon=step,
        analytic=read_only(analytic.copy()),
        numeric=read_only(numeric),
        error=read_only(error),
        bound=read_only(bound),
        too_small=read_only(too_small),
        crosses=read_only(np.array([crossing is not None for crossing in crossings]).reshape(analytic.shape)),
        crossings=tuple(crossing for crossing in crossings if crossing is not None),
    )
