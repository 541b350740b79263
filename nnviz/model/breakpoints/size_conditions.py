"""Conditions on the magnitude of numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Final, Literal

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.arrays.finite import is_finite
from nnviz.model.arrays.norm import frobenius
from nnviz.model.breakpoints.condition import Condition, ConditionMoment, Hit, hit, lines_writing, lit_symbol
from nnviz.model.explain.sentence import Sentence, Value
from nnviz.model.limits import Ge
from nnviz.model.program.expression import Symbol
from nnviz.model.program.program import Program
from nnviz.model.program.symbols import parse
from nnviz.model.session.selection import Cell
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

Quantity = Literal["gradient", "delta", "weight"]

_KINDS: Final[dict[Quantity, tuple[str, ...]]] = {"gradient": ("dW", "db"), "delta": ("delta",), "weight": ("W",)}


@dataclass(frozen=True)
class _OnSize(Condition):
    """A condition on the cells of one quantity.

    Attributes
    ----------
    quantity
        The gradients of weights and biases, the δ, or the weights.
    bound
        The number that they are compared with.
    layer
        The layer; 0 for every layer.
    """

    quantity: Quantity = "gradient"
    bound: Annotated[float, Ge(0.0)] = 1.0
    layer: Annotated[int, Ge(0)] = 0

    def lines(self, program: Program) -> frozenset[int]:
        """Return the lines that write the quantity."""
        names = (name for name in program.line_of if parse(name).kind in _KINDS[self.quantity])
        return lines_writing(program, *(name for name in names if self.layer in (0, parse(name).layer)))

    def _extreme(self, moment: ConditionMoment) -> tuple[str, Cell, float] | None:
        """Return the cell with the largest |value| of what the line wrote; None if one is NaN."""
        symbol = lit_symbol(moment)
        array = moment.value(symbol)
        if array is None:
            return None
        size = np.abs(array)
        place = int(np.argmax(size))  # of a NaN, where there is one
        largest = float(size.flat[place])
        return None if np.isnan(largest) else (symbol, _cell(symbol, array, place), largest)


@dataclass(frozen=True)
class SizeAbove(_OnSize):
    """The |value| of some cell is above a number."""

    def holds(self, moment: ConditionMoment) -> Hit | None:
        """Compare the largest."""
        extreme = self._extreme(moment)
        if extreme is None or extreme[2] <= self.bound:
            return None
        symbol, cell, largest = extreme
        text = QT_TRANSLATE_NOOP("model", "|{cell}| = {value} is above {bound}")
        return hit(moment, Sentence(text, {"cell": cell, "value": largest, "bound": self.bound}), symbol, cell)


@dataclass(frozen=True)
class SizeBelow(_OnSize):
    """The |values| of all cells of a layer are below a number: a vanishing gradient, δ or weight."""

    bound: Annotated[float, Ge(0.0)] = 1e-6

    def holds(self, moment: ConditionMoment) -> Hit | None:
        """Compare the largest."""
        extreme = self._extreme(moment)
        if extreme is None or extreme[2] >= self.bound:
            return None
        symbol, cell, largest = extreme
        text = QT_TRANSLATE_NOOP("model", "max |{symbol}| = {value} is below {bound}")
        values: dict[str, Value] = {"symbol": Symbol(symbol), "value": largest, "bound": self.bound}
        return hit(moment, Sentence(text, values), symbol, cell)


@dataclass(frozen=True)
class UpdateRatioOutside(Condition):
    """The ratio ‖ΔW‖/‖W‖ of an update is outside a range; about 1e-3 is usual."""

    low: Annotated[float, Ge(0.0)] = 1e-4
    high: Annotated[float, Ge(0.0)] = 1e-1

    def lines(self, program: Program) -> frozenset[int]:
        """Return the lines that move weights."""
        return lines_writing(program, *program.recipe.network.weights)

    def holds(self, moment: ConditionMoment) -> Hit | None:
        """Compare the ratio; weights that were all 0 have none."""
        symbol = lit_symbol(moment)
        after, before = moment.value(symbol), moment.before[symbol]
        size = frobenius(before)
        if after is None or size == 0.0:
            return None
        ratio = frobenius(after - before) / size
        if not ratio < self.low and not ratio > self.high:
            return None
        text = QT_TRANSLATE_NOOP("model", "the update changes {symbol} by {value} of its size, outside {low} to {high}")
        values: dict[str, Value] = {"symbol": Symbol(symbol), "value": ratio, "low": self.low, "high": self.high}
        return hit(moment, Sentence(text, values), symbol)


@dataclass(frozen=True)
class NotFinite(Condition):
    """A number that is not finite is computed from finite ones: it appears here first."""

    is_event: ClassVar[bool] = True

    def lines(self, program: Program) -> frozenset[int]:
        """Return every line."""
        return frozenset(range(1, len(program) + 1))

    def holds(self, moment: ConditionMoment) -> Hit | None:
        """Check what the line wrote, and if that is not finite, what it read."""
        line = moment.program[moment.position.line]
        written = moment.value(line.writes)
        if written is None or is_finite(written):
            return None
        for name in line.reads:
            read = moment.before[name] if name == line.writes else moment.value(name)
            if read is not None and not is_finite(read):
                return None
        cell = _cell(line.writes, written, int(np.argmin(np.isfinite(written))))
        value = float(written[cell.row, cell.column])
        text = QT_TRANSLATE_NOOP("model", "{cell} = {value}: the first number that is not finite")
        return hit(moment, Sentence(text, {"cell": cell, "value": value}), line.writes, cell)

    def may_hold_in_update(self, moment: ConditionMoment) -> bool:
        """Return, at the end of an update, whether it can have held after one of its lines."""
        written = (moment.value(line.writes) for line in moment.program)
        return any(array is not None and not is_finite(array) for array in written)


def _cell(symbol: str, array: Array, place: int) -> Cell:
    row, column = np.unravel_index(place, array.shape)
    return Cell(symbol, int(row), int(column))
