"""The update check: what each parameter really changed by, against its gradient and the optimiser's formulas.

The optimiser's assignments are computed again, from the table of optimisers and not from the program, so that a wrong
line of the program, or a parameter changed in another way, is detected.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array, read_only
from nnviz.model.checks.rerun import require_gradients
from nnviz.model.engine.reference import compute
from nnviz.model.program.right_program import assignments
from nnviz.model.session.selection import Cell
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import format_number
from nnviz.model.text.table import NOTHING, text_table

_RELATIVE: Final = 1e-9
"""A compiled engine may round differently; no mistake is as small as this."""
_ROUNDING: Final = 4.0 * float(np.finfo(np.float64).eps)


@dataclass(frozen=True, eq=False)
class ParameterUpdate:
    """The check of one parameter; all arrays have its shape.

    Attributes
    ----------
    symbol
        The parameter.
    actual
        What its line changed it by, from the value that it found: what a person has set is no part of it.
    expected
        The change by the gradient on the screen and the optimiser's formulas.
    difference
        ``actual − expected``.
    ratio
        ``actual / expected``: 1 where it is right, −1 where the sign is wrong; NaN where no change was expected.
    agrees
        Whether every difference is rounding.
    """

    symbol: str
    actual: Array
    expected: Array
    difference: Array
    ratio: Array
    agrees: bool

    @property
    def worst(self) -> Cell:
        """The cell with the largest difference; NaN counts as the largest."""
        size = np.abs(self.difference)
        row, column = np.unravel_index(int(np.argmax(size)), size.shape)
        return Cell(self.symbol, int(row), int(column))


@dataclass(frozen=True, eq=False, repr=False)
class UpdateCheck:
    """The check of an update; printed, it is a table with a row for each parameter.

    Attributes
    ----------
    update
        The number of the update.
    parameters
        Trained parameter → its check; None when its ``←`` line has not run.
    """

    update: int
    parameters: Mapping[str, ParameterUpdate | None]

    def __repr__(self) -> str:
        head = ("", "largest difference", "at", "actual", "expected", "")
        table = text_table(head, (_row(symbol, check) for symbol, check in self.parameters.items()))
        return f"update check of update {self.update}\n{table}"

    @property
    def agrees(self) -> bool | None:
        """Whether every parameter changed as it should; None when some have not changed yet."""
        checks = list(self.parameters.values())
        if any(check is not None and not check.agrees for check in checks):
            return False
        return None if not checks or None in checks else True


def update_check(snapshot: Snapshot) -> UpdateCheck:
    """Check by how much the update on the screen changed its parameters.

    Raises
    ------
    ModelError
        If the program computes no gradients.
    """
    require_gradients(snapshot, "an update check")
    with np.errstate(all="ignore"):
        checks = {symbol: _checked(snapshot, symbol) for symbol in snapshot.program.trained}
    return UpdateCheck(snapshot.position.update, MappingProxyType(checks))


def _row(symbol: str, check: ParameterUpdate | None) -> tuple[str, ...]:
    """Return the cells of a check's row of the table."""
    if check is None:
        return symbol, *(NOTHING,) * 4, "has not changed yet"
    cell = check.worst
    numbers = (float(array[cell.row, cell.column]) for array in (check.actual, check.expected))
    difference = abs(float(check.difference[cell.row, cell.column]))
    verdict = "as it should" if check.agrees else "differs from the expected change"
    return symbol, f"{difference:.3e}", f"[{cell.row}, {cell.column}]", *map(format_number, numbers), verdict


def _checked(snapshot: Snapshot, symbol: str) -> ParameterUpdate | None:
    actual, gradient = _change(snapshot, symbol), snapshot.values.get(f"d{symbol}")
    if actual is None or gradient is None:
        return None
    before = snapshot.found(symbol)
    arrays = {**snapshot.state_found, f"d{symbol}": gradient}
    for name, expression in assignments(snapshot.program.recipe, symbol):
        # A value that was set between two of these lines is another one for the first than for the second.
        own = snapshot.read_by(snapshot.program.line_of.get(name, len(snapshot.program)), symbol)
        arrays[name] = compute(expression, arrays if own is None else {**arrays, symbol: own}, snapshot.scalars)
    expected = arrays[symbol] - before
    difference = actual - expected
    # Both are differences of numbers of the parameter's size, and carry their rounding.
    tolerance = _RELATIVE * np.abs(expected) + _ROUNDING * np.abs(before)
    same = (np.abs(difference) <= tolerance) | (actual == expected)
    ratio = np.where(expected != 0.0, actual / expected, np.nan)
    return ParameterUpdate(
        symbol=symbol,
        actual=read_only(actual),
        expected=read_only(expected),
        difference=read_only(difference),
        ratio=read_only(ratio),
        agrees=bool(same.all()),
    )


def _change(snapshot: Snapshot, symbol: str) -> Array | None:
    """Return by how much a parameter changed; by 0 if a mistake leaves its line out and all lines have run."""
    if symbol in snapshot.program.line_of or snapshot.position.line < len(snapshot.program):
        return snapshot.change(symbol)
    return np.zeros_like(snapshot.found(symbol))
