"""The first number of an update that is not finite: where it appeared, its cause, and the likely reason."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.engine.reference import compute, loss_cells
from nnviz.model.explain.expand import scalars_of
from nnviz.model.explain.sentence import Sentence, Value
from nnviz.model.network.initialisers import initial_parameters
from nnviz.model.program.expression import (
    Activate,
    Apply,
    Binary,
    Limit,
    LossValue,
    MatMul,
    Node,
    Reduce,
    Scalar,
    Symbol,
)
from nnviz.model.session.selection import Cell
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

_JUMPED: Final = 100.0
"""A weight this many times larger than any initial weight (and than 1) has diverged."""

_LARGE: Final = 1e30
"""Numbers from here on are reached by a run that diverges; no run starts with them."""


@dataclass(frozen=True)
class NonFinite:
    """A number that is not finite, computed from numbers that are.

    Attributes
    ----------
    line
        The line that computed it, from 1.
    cell
        Its cell; the line may have computed several, this is the first.
    value
        ±∞ or NaN.
    cause
        The operation of the line that made it.
    reason
        Why that is likely to have happened; None where the numbers do not show it.
    """

    line: int
    cell: Cell
    value: float
    cause: Sentence
    reason: Sentence | None


def first_nonfinite(snapshot: Snapshot) -> NonFinite | None:
    """Find the first number of the update on the screen that is not finite though its line read finite numbers only.

    Returns
    -------
    NonFinite or None
        None when everything computed so far is finite, or when the update began with numbers that were not.
    """
    program = snapshot.program
    for number, line in enumerate(program.lines[: snapshot.position.line], start=1):
        written = snapshot.written(line.writes)
        if np.isfinite(written).all():
            continue
        read = ((name, snapshot.read_by(number, name)) for name in line.reads)
        arrays = {name: array for name, array in read if array is not None}
        if not all(np.isfinite(array).all() for array in arrays.values()):
            continue
        row, column = (int(i) for i in np.unravel_index(int(np.argmin(np.isfinite(written))), written.shape))
        with np.errstate(all="ignore"):
            finder = _CauseFinder(arrays, scalars_of(snapshot))
            cause = finder.cause(line.expression, row, column) or Sentence(_OVERFLOW)
            reason = _reason(snapshot, number, cause)
        value = float(written[row, column])
        return NonFinite(number, Cell(line.writes, row, column), value, cause, reason)
    return None


_OVERFLOW = QT_TRANSLATE_NOOP("model", "the result overflows: it is larger than 1.8e308")
_SUM = QT_TRANSLATE_NOOP("model", "the sum of {terms} terms overflows; the largest is {largest}")
_PRODUCT = QT_TRANSLATE_NOOP("model", "{left} times {right} overflows")
_DIFFERENCE = QT_TRANSLATE_NOOP("model", "the sum or difference of {left} and {right} overflows")
_SQUARE = QT_TRANSLATE_NOOP("model", "the square of {value} overflows")
_ROOT = QT_TRANSLATE_NOOP("model", "the square root of {value}, which is negative, is not a number")
_ZERO_BY_ZERO = QT_TRANSLATE_NOOP("model", "0 divided by 0 is not a number")
_BY_ZERO = QT_TRANSLATE_NOOP("model", "{left} is divided by 0")
_QUOTIENT = QT_TRANSLATE_NOOP("model", "{left} divided by {right} overflows")
_LOG_OF_ZERO = QT_TRANSLATE_NOOP("model", "the loss takes the logarithm of 0, because {cell} is exactly {value}")
_LOG_OF_NEGATIVE = QT_TRANSLATE_NOOP(
    "model", "the loss takes the logarithm of a number below 0, because {cell} = {value}"
)
_LOSS = QT_TRANSLATE_NOOP("model", "the loss of {cell} = {value} overflows")
_EXPONENTIAL = QT_TRANSLATE_NOOP("model", "e to the power of {value} overflows")


class _CauseFinder:
    """Finds the operation of an expression that makes a number that is not finite out of finite ones."""

    def __init__(self, arrays: Mapping[str, Array], scalars: Mapping[str, float]) -> None:
        self._arrays, self._scalars = arrays, scalars

    def cause(self, node: Node, row: int, column: int) -> Sentence | None:
        """Return what makes the value of a cell of a node not finite; None when it is finite."""
        if isinstance(node, Symbol | Scalar) or math.isfinite(self._value(node, row, column)):
            return None
        for child, i, k in self._read(node, row, column):
            below = self.cause(child, i, k)
            if below is not None:
                return below
        return self._operation(node, row, column)

    def _operation(self, node: Node, row: int, column: int) -> Sentence:
        match node:
            case Binary("*", left, right):
                return self._pair(_PRODUCT, left, right, row, column)
            case Binary("/", left, right):
                if self._value(right, row, column) != 0.0:
                    return self._pair(_QUOTIENT, left, right, row, column)
                is_nothing = self._value(left, row, column) == 0.0
                return Sentence(_ZERO_BY_ZERO) if is_nothing else self._pair(_BY_ZERO, left, right, row, column)
            case Binary(_, left, right):
                return self._pair(_DIFFERENCE, left, right, row, column)
            case Apply("square", of):
                return Sentence(_SQUARE, {"value": self._value(of, row, column)})
            case Apply("sqrt", of):
                return Sentence(_ROOT, {"value": self._value(of, row, column)})
            case Activate(_, of):
                return Sentence(_EXPONENTIAL, {"value": self._value(of, row, column)})
            case MatMul(left, right):
                factors = self._array(left)[row], self._array(right)[:, column]
                terms = factors[0] * factors[1]
                if np.isfinite(terms).all():
                    return _sum(terms)
                place = int(np.argmin(np.isfinite(terms)))
                return Sentence(_PRODUCT, {"left": float(factors[0][place]), "right": float(factors[1][place])})
            case Reduce(over, of):
                cells = self._array(of)
                return _sum({"samples": cells[row], "units": cells[:, column], "all": cells.ravel()}[over])
            case LossValue():
                return self._loss(node)
        return Sentence(_OVERFLOW)

    def _loss(self, node: LossValue) -> Sentence:
        losses = loss_cells(node, self._arrays)
        if np.isfinite(losses).all():
            return _sum(losses.ravel())
        row, column = (int(i) for i in np.unravel_index(int(np.argmin(np.isfinite(losses))), losses.shape))
        symbol = node.z if node.from_logits else node.a
        value = float(self._arrays[symbol.name][row, column])
        values: dict[str, Value] = {"cell": Cell(symbol.name, row, column), "value": value}
        if "cross-entropy" not in node.loss or node.from_logits:
            return Sentence(_LOSS, values)
        return Sentence(_LOG_OF_ZERO if value in (0.0, 1.0) else _LOG_OF_NEGATIVE, values)

    def _pair(self, text: str, left: Node, right: Node, row: int, column: int) -> Sentence:
        return Sentence(text, {"left": self._value(left, row, column), "right": self._value(right, row, column)})

    def _read(self, node: Node, row: int, column: int) -> list[tuple[Node, int, int]]:
        """Return the cells of a node's operands that one of its own cells is computed from."""
        match node:
            case Binary() | Apply() | Limit():
                return [(child, row, column) for child in node.children()]
            case Reduce(_, of):
                # A sum's cell reads many: the first of them that is not finite.
                cells = np.isfinite(self._array(of))
                if not cells.all():
                    i, k = np.unravel_index(int(np.argmin(cells)), cells.shape)
                    return [(of, int(i), int(k))]
        return []

    def _array(self, node: Node) -> Array:
        return compute(node, self._arrays, self._scalars)

    def _value(self, node: Node, row: int, column: int) -> float:
        array = np.atleast_2d(self._array(node))
        rows, columns = array.shape
        return float(array[row if rows > 1 else 0, column if columns > 1 else 0])


def _sum(terms: Array) -> Sentence:
    return Sentence(_SUM, {"terms": terms.size, "largest": float(np.max(np.abs(terms)))})


def _reason(snapshot: Snapshot, number: int, cause: Sentence) -> Sentence | None:
    """Return why that is likely to have happened, from the numbers that the line found."""
    if cause.text in (_LOG_OF_NEGATIVE, _LOG_OF_ZERO):
        text = QT_TRANSLATE_NOOP(
            "model", "this loss is for outputs between 0 and 1, ends excluded: use it with the activation made for it"
        )
        return Sentence(text)
    weights = [name for name in snapshot.program.parameters if name.startswith("W")]
    found = {name: snapshot.read_by(min(number, snapshot.program.line_of.get(name, number)), name) for name in weights}
    largest = {name: float(np.max(np.abs(w), initial=0.0)) for name, w in found.items() if w is not None}
    name = max(largest, key=lambda weight: largest[weight])
    scenario = snapshot.scenario
    network = snapshot.network
    initial = initial_parameters(scenario.effective_initial, network.sizes, scenario.seed, network.biases)
    largest_initial = max(1.0, *(float(np.max(np.abs(initial[weight]), initial=0.0)) for weight in weights))
    if largest[name] > _JUMPED * largest_initial and snapshot.program.computes_gradients:
        text = QT_TRANSLATE_NOOP(
            "model",
            "the weights have diverged: {symbol} has reached {value}; a learning rate below {eta} may help",
        )
        return Sentence(text, {"symbol": Symbol(name), "value": largest[name], "eta": snapshot.scalars["eta"]})
    large_step = _large_step(snapshot)
    if large_step is not None:
        return large_step
    inputs = float(np.max(np.abs(snapshot.data.X[:, snapshot.batch]), initial=0.0))
    if inputs > _LARGE:
        text = QT_TRANSLATE_NOOP("model", "the inputs are as large as {value}: scaling the data may help")
        return Sentence(text, {"value": inputs})
    if largest[name] > _LARGE:
        text = QT_TRANSLATE_NOOP("model", "the initial weights {symbol} are as large as {value}")
        return Sentence(text, {"symbol": Symbol(name), "value": largest[name]})
    return None


def _large_step(snapshot: Snapshot) -> Sentence | None:
    """Return a sentence if this update itself changes a parameter excessively."""
    for name in snapshot.program.trained:
        gradient = snapshot.values.get(f"d{name}")
        if gradient is None or not np.isfinite(gradient).all():
            continue
        step = snapshot.scalars["eta"] * float(np.max(np.abs(gradient)))
        if step > _LARGE:
            text = QT_TRANSLATE_NOOP("model", "the learning rate {eta} times the gradient of {symbol} is {value}")
            return Sentence(text, {"eta": snapshot.scalars["eta"], "symbol": Symbol(name), "value": step})
    return None
