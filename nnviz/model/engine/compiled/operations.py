"""Recorded operations of numpy as Python source, for compiled loops: the same operations, on one cell."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from nnviz.model.engine.recorded_function import COMPARISONS, Operand, RecordedFunction, RecordedOperation, Value

Let = Callable[[str], str]
"""Names the value of a piece of source, so that it is written and computed once."""

_TEXTS: Final[Mapping[str, str]] = {
    "negative": "(-{0})",
    "positive": "{0}",
    "reciprocal": "(1.0 / {0})",
    "absolute": "abs({0})",
    "add": "({0} + {1})",
    "subtract": "({0} - {1})",
    "multiply": "({0} * {1})",
    "divide": "({0} / {1})",
    "exp": "exp({0})",
    "tanh": "tanh({0})",
    **{name: f"math.{name}({{0}})" for name in ("sqrt", "log", "sin", "cos", "sinh", "cosh", "expm1", "log1p")},
    "arctan": "math.atan({0})",
    "arcsinh": "math.asinh({0})",
    "copysign": "math.copysign({0}, {1})",
    "_normal_below": "(0.5 * math.erfc(-{0} / math.sqrt(2.0)))",  # of `activations`, which numpy has not
}
"""Operations that read each operand once; ``exp`` and ``tanh`` are those of `functions`."""

_SIGNS: Final[Mapping[str, str]] = {
    "greater": ">",
    "greater_equal": ">=",
    "less": "<",
    "less_equal": "<=",
    "equal": "==",
    "not_equal": "!=",
}


class UnsupportedError(Exception):
    """A part of a program has no compiled form: numpy runs the program."""


def written_out(recorded: RecordedFunction, names: Sequence[str], let: Let) -> str:
    """Write a recorded function that is computed cell by cell.

    Parameters
    ----------
    recorded
        The function.
    names
        Of the cell of each input.
    let
        Names what is used more than once.

    Raises
    ------
    UnsupportedError
        If an operation is unknown here.
    """
    (text,) = written_by_columns(recorded, [[name] for name in names], let)
    return text


def written_by_columns(recorded: RecordedFunction, names: Sequence[Sequence[str]], let: Let) -> list[str]:
    """Write the cells of a column of a recorded function; parameters as for `written_out`, names by input and row."""
    writer = _CellWriter(recorded, names, let)
    for index, operation in enumerate(recorded.operations):
        writer.operation(recorded.inputs + index, operation)
    rows = len(names[0])
    return writer.texts(recorded.result, rows)


class _CellWriter:
    """Texts of the values of a recorded function, by row."""

    def __init__(self, recorded: RecordedFunction, names: Sequence[Sequence[str]], let: Let) -> None:
        self._texts: dict[int, list[str]] = {number: list(rows) for number, rows in enumerate(names)}
        self._conditions: dict[int, list[str]] = {}
        self._uses, self._let = recorded.uses(), let
        self._operations = dict(enumerate(recorded.operations, start=recorded.inputs))
        self._rows = len(names[0])

    def texts(self, operand: Operand, rows: int) -> list[str]:
        """Return an operand's text for each row; one that is the same for all is repeated."""
        found = self._texts[operand.number] if isinstance(operand, Value) else [repr(operand)]
        return found * rows if len(found) == 1 else found

    def operation(self, number: int, operation: RecordedOperation) -> None:
        """Write an operation; its result is the value of a number."""
        if operation.reduces:
            made = [self._reduced(operation)]
        else:
            # A recorded shape has one row where the value is the same for all units, or the layer has only one.
            rows = 1 if operation.shape[0] == 1 else self._rows
            columns = [self.texts(operand, rows) for operand in operation.operands]
            if operation.name in COMPARISONS:
                sign = _SIGNS[operation.name]
                self._conditions[number] = [f"{one} {sign} {other}" for one, other in zip(*columns, strict=True)]
            made = [self._text(operation, row, parts) for row, parts in enumerate(zip(*columns, strict=True))]
        # What is read twice, or by several rows, is computed once.
        is_shared = self._uses.get(number, 0) > 1 or len(made) < self._rows
        self._texts[number] = [self._let(text) for text in made] if is_shared else made

    def _reduced(self, operation: RecordedOperation) -> str:
        first, *others = self.texts(operation.operands[0], self._rows)
        match operation.name:
            case "add":
                return f"({' + '.join([first, *others])})"
            case "maximum" | "minimum":
                pair = RecordedOperation(operation.name, (operation.operands[0],) * 2, operation.shape)
                extreme = first
                for other in others:
                    extreme = self._let(self._extreme(pair, (other, extreme)))
                return extreme
            case "logaddexp":
                total = first
                for other in others:
                    total = self._let(self._log_of_sum(self._let(total), self._let(other)))
                return total
        raise UnsupportedError(f"{operation.name} over units")

    def _text(self, operation: RecordedOperation, row: int, parts: Sequence[str]) -> str:
        name, operands, let = operation.name, operation.operands, self._let
        if name in _SIGNS:
            return f"(1.0 if {parts[0]} {_SIGNS[name]} {parts[1]} else 0.0)"
        match name:
            case "where":
                assert isinstance(operands[0], Value)  # a comparison's
                conditions = self._conditions[operands[0].number]
                return f"({parts[1]} if {conditions[row % len(conditions)]} else {parts[2]})"
            case "square":
                v = let(parts[0])
                return f"({v} * {v})"
            case "sign":
                v = let(parts[0])
                return f"(1.0 if {v} > 0.0 else (-1.0 if {v} < 0.0 else {v}))"
            case "maximum" | "minimum":
                return self._extreme(operation, parts)
            case "logaddexp" if isinstance(operands[0], float):
                v = let(parts[1])
                greater = self._extreme(replace(operation, name="maximum"), (parts[0], v))
                return f"({greater} + log1p(exp(-abs({parts[0]} - {v}))))"
            case "floor":
                v = let(parts[0])
                return f"float(math.floor({v}))"
            case "heaviside" if isinstance(operands[1], float):
                v = let(parts[0])
                return f"({parts[1]} if {v} == 0.0 else (1.0 if {v} > 0.0 else (0.0 if {v} < 0.0 else {v})))"
            case "copysign" if isinstance(operands[1], float) and operands[1] < 0.0:
                return f"(-abs({parts[0]}))"
            case "log1p" if self._is_at_most_one(operands[0]):
                return f"log1p({parts[0]})"  # our own is for numbers from 0 to 1
        if name not in _TEXTS:
            raise UnsupportedError(name)
        return _TEXTS[name].format(*parts)

    def _extreme(self, operation: RecordedOperation, parts: Sequence[str]) -> str:
        """Write the greater (or lesser) of two values; NaN where either is."""
        one, other = parts
        if isinstance(operation.operands[0], float):
            one, other = other, one
        v, is_least = self._let(one), operation.name == "maximum"
        if any(isinstance(operand, float) for operand in operation.operands):
            return f"({other} if {v} {'<=' if is_least else '>='} {other} else {v})"
        other = self._let(other)
        return f"({v} if {v} {'>' if is_least else '<'} {other} or {v} != {v} else {other})"

    def _log_of_sum(self, one: str, other: str) -> str:
        """Write ln(e^a + e^b) of two names; of equal ones, which may be infinite, a + ln 2."""
        greater = self._let(f"({one} if {one} > {other} or {one} != {one} else {other})")
        return f"({greater} + log1p(exp(-abs({one} - {other}))) if {one} != {other} else {one} + {math.log(2.0)!r})"

    def _is_at_most_one(self, operand: Operand) -> bool:
        """Return whether a value is e to the power of what is never positive."""
        power = self._operations.get(operand.number) if isinstance(operand, Value) else None
        if power is None or power.name != "exp" or not isinstance(power.operands[0], Value):
            return False
        exponent = self._operations.get(power.operands[0].number)
        if exponent is None or exponent.name != "copysign":
            return False
        return isinstance(exponent.operands[1], float) and exponent.operands[1] < 0.0
