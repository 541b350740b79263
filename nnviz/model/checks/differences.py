"""Central differences of the objective, with the program's own forward and loss lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.checks.kinks import Crossing, Kinks, Signs
from nnviz.model.checks.rerun import rerun, scalars_of
from nnviz.model.checks.rounding import rounding_bounds
from nnviz.model.program.line import Line
from nnviz.model.session.selection import Cell
from nnviz.model.session.snapshot import Snapshot


@dataclass(frozen=True)
class Quotient:
    """A difference quotient.

    Attributes
    ----------
    value
        With the whole step.
    halved
        With half the step: by how much it differs tells how far curvature has carried `value` from the derivative.
    crossing
        The bend that the whole step crosses, if any.
    """

    value: float
    halved: float
    crossing: Crossing | None


class Differences:
    """Moves the parameters of an update a little, and measures how the objective changes.

    All differences use one workspace, and only those lines run again that depend on the moved parameter.

    Parameters
    ----------
    snapshot
        The snapshot with the update: its batch, and the parameters at its start.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self._lines = tuple(line for line in snapshot.program_run if line.stage in ("forward", "loss"))
        self._workspace = rerun(snapshot, self._lines)
        self._workspace.run()
        self._kinks = Kinks(self._lines, self._workspace.arrays)
        self._objective = snapshot.program.objective
        self._value = self._workspace.arrays[self._objective]
        self._scalars = scalars_of(snapshot)
        self.objective = float(self._value[0, 0])

    @property
    def arrays(self) -> Mapping[str, Array]:
        """The arrays of the forward pass."""
        return self._workspace.arrays

    def by_cell(self, symbol: str, step: float) -> Iterator[Quotient]:
        """Yield the quotient of each cell of a parameter, row by row; exhaust it before the next parameter."""
        array, numbers = self._workspace.arrays[symbol], _following(self._lines, symbol)
        for row, column in np.ndindex(array.shape):
            value, found = float(array[row, column]), []
            for size in (step, 0.5 * step):
                array[row, column] = above = value + size
                upper, sides = self._run(numbers)
                array[row, column] = below = value - size
                lower, other = self._run(numbers)
                # What the steps came to after rounding, which for a large parameter is not quite 2ε.
                found.append((_divided(upper - lower, above - below), sides, other))
            array[row, column] = value
            (whole, sides, other), (halved, *_) = found
            yield Quotient(whole, halved, self._kinks.between(sides, other, Cell(symbol, row, column)))
        self._run(numbers)

    def along(self, symbol: str, step: float, directions: Iterable[Array]) -> Iterator[Quotient]:
        """Yield the quotient along each direction, an array of the parameter's shape; exhaust it as `by_cell`."""
        array, numbers = self._workspace.arrays[symbol], _following(self._lines, symbol)
        start = array.copy()
        for direction in directions:
            found = []
            for size in (step, 0.5 * step):
                np.copyto(array, start + size * direction)
                upper, sides = self._run(numbers)
                np.copyto(array, start - size * direction)
                lower, other = self._run(numbers)
                found.append((_divided(upper - lower, 2.0 * size), sides, other))
            (whole, sides, other), (halved, *_) = found
            yield Quotient(whole, halved, self._kinks.between(sides, other, None))
        np.copyto(array, start)
        self._run(numbers)

    def rounding(self, steps: Mapping[str, float]) -> float:
        """Return by how much rounding may change the objective while parameters are moved by ±step.

        All move at once, so that one number serves for each of them.
        """
        starts = {symbol: self._workspace.arrays[symbol].copy() for symbol in steps}
        everything, bounds = tuple(range(1, len(self._lines) + 1)), []
        for way in (-1.0, 1.0, 0.0):
            for symbol, start in starts.items():
                np.copyto(self._workspace.arrays[symbol], start + way * steps[symbol])
            self._run(everything)
            found = rounding_bounds(self._lines, self._workspace.arrays, self._scalars)
            bounds.append(float(found[self._objective][0, 0]))
        return max(bounds)

    def _run(self, numbers: tuple[int, ...]) -> tuple[float, Signs]:
        # Not around the whole generator: between two of its steps other code runs.
        with np.errstate(all="ignore"):
            for number in numbers:
                self._workspace.run_line(number)
            return float(self._value[0, 0]), self._kinks.sides()


def _divided(change: float, step: float) -> float:
    """Divide; the quotient is NaN where the step is lost in rounding."""
    return change / step if step else float("nan")


def _following(lines: tuple[Line, ...], symbol: str) -> tuple[int, ...]:
    """Return the numbers (from 1) of the lines whose result depends on a symbol."""
    moved, numbers = {symbol}, []
    for number, line in enumerate(lines, start=1):
        if moved.intersection(line.reads):
            moved.add(line.writes)
            numbers.append(number)
    return tuple(numbers)
