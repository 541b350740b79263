"""Turning the syntax tree of a person's expression into calls, node by node, and refusing what is not accepted."""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Callable
from typing import Any, Final, Protocol

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.errors import ModelError
from nnviz.model.evaluator.functions import ARITHMETIC, COMPARISONS, FUNCTIONS, METHODS, Function
from nnviz.model.text.numbers import format_count
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

ACCEPTED: Final = filled(
    QT_TRANSLATE_NOOP(
        "model",
        "numbers, symbols such as W1, + − * / **, comparisons, and, or, not, indices such as A2[0, 2], "
        "the functions {functions}, and .T .shape[0] {methods}",
    ),
    functions=" ".join(FUNCTIONS),
    methods=" ".join(f".{name}()" for name in METHODS),
)
AT_MOST: Final = QT_TRANSLATE_NOOP("model", "at most {most}")
A_COMPARISON: Final = QT_TRANSLATE_NOOP("model", "a comparison, such as L < 0.1")

DEEPEST: Final = 24
"""How deep operations may be nested."""
LARGEST_EXPONENT: Final = 64
_LARGEST_RESULT: Final = 1 << 24
_NOT_ZERO: Final = re.compile("[0._]*[1-9]")
"""The beginning of a number with a digit other than 0 before its exponent."""
_PART_OF_THOUSANDS: Final = re.compile("0[0-9_]+")

Result = Any
"""The value of a part of an expression: a float, a bool, or an array of either."""
Part = Callable[["Values"], Result]


class Values(Protocol):
    """Where an expression looks up its symbols: a snapshot, or a moment of a run."""

    def value(self, symbol: str) -> Array | None:
        """Return a symbol's value, or None when it has not been computed."""


class NotThereError(Exception):
    """A symbol has not been computed, or a batch is too small to have an indexed cell."""


def refusal(text: str, column: int | None, found: str, accepted: str) -> ModelError:
    """Return the error that says what in an expression is not accepted, and at which column (from 1)."""
    where = "" if column is None else filled(QT_TRANSLATE_NOOP("model", "column {column}"), column=column)
    asked = filled(QT_TRANSLATE_NOOP("model", "the expression {text}"), text=repr(text))
    return ModelError(asked=asked, where=where, found=found, accepted=accepted)


class Reader:
    """Turns the accepted nodes of a syntax tree into calls.

    Parameters
    ----------
    text
        The expression, for messages.
    symbols
        The symbols that it may read.

    Attributes
    ----------
    reads
        The symbols that it does read, in the order of the text.
    """

    def __init__(self, text: str, symbols: frozenset[str]) -> None:
        self._text, self._symbols = text, symbols
        self._indent = len(text) - len(text.lstrip())
        self.reads: list[str] = []

    def read(self, node: ast.expr, depth: int) -> tuple[Part, bool]:
        """Return the call that computes a node, and whether it is a condition."""
        if depth > DEEPEST:
            found = QT_TRANSLATE_NOOP("model", "operations nested too deeply")
            raise self._refusal(node, found, filled(AT_MOST, most=DEEPEST))
        inner = depth + 1
        match node:
            case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
                return self._number(node, number), False
            case ast.Name(id=name):
                return self._symbol(node, name), False
            case ast.UnaryOp(op=ast.Not(), operand=of):
                part = self._condition(of, inner)
                return lambda values: np.logical_not(part(values)), True
            case ast.UnaryOp(op=ast.USub() | ast.UAdd() as sign, operand=of):
                part = self._numbers(of, inner)
                return (part if isinstance(sign, ast.UAdd) else lambda values: -part(values)), False
            case ast.BinOp(op=ast.Pow(), left=base, right=exponent):
                return self._power(base, exponent, inner), False
            case ast.BinOp(op=operator, left=left, right=right) if type(operator) in ARITHMETIC:
                return self._pair(ARITHMETIC[type(operator)], left, right, inner), False
            case ast.BoolOp(op=operator, values=parts):
                return self._all_or_any(isinstance(operator, ast.And), parts, inner), True
            case ast.Compare(ops=operators, comparators=[*_]):
                return self._comparison(node, operators, inner), True
            case ast.Call():
                return self._call(node, inner)
            case ast.Attribute(attr="T", value=of):
                part, is_condition = self.read(of, inner)
                return (lambda values: np.transpose(part(values))), is_condition
            case ast.Subscript(value=ast.Attribute(attr="shape", value=of), slice=index):
                return self._side(of, index, inner), False
            case ast.Subscript(value=of, slice=index):
                return self._cells(of, index, inner)
        raise self._refusal(node, self._source(node), ACCEPTED)

    def _refusal(self, node: ast.AST, found: str, accepted: str) -> ModelError:
        column: int = getattr(node, "col_offset", 0)
        return refusal(self._text, column + self._indent + 1, found, accepted)

    def _source(self, node: ast.AST) -> str:
        return ast.get_source_segment(self._text.strip(), node) or type(node).__name__

    def _number(self, node: ast.expr, number: float) -> Part:
        try:
            value = float(number)
        except OverflowError:
            value = math.inf
        written = self._source(node)
        if _PART_OF_THOUSANDS.fullmatch(written):
            found = filled(QT_TRANSLATE_NOOP("model", "“{text}”, which may be part of thousands"), text=written)
            raise self._refusal(node, found, QT_TRANSLATE_NOOP("model", "numbers without a comma between thousands"))
        if value == 0.0 and _NOT_ZERO.match(written):
            found = filled(QT_TRANSLATE_NOOP("model", "“{text}”, which is too small: it would be 0"), text=written)
            raise self._refusal(node, found, QT_TRANSLATE_NOOP("model", "0, or numbers from 5e-324"))
        if not math.isfinite(value):
            large = QT_TRANSLATE_NOOP("model", "a number that is too large")
            raise self._refusal(node, large, QT_TRANSLATE_NOOP("model", "numbers up to 1.8e308"))
        return lambda values: value

    def _symbol(self, node: ast.expr, name: str) -> Part:
        if name not in self._symbols:
            found = filled(QT_TRANSLATE_NOOP("model", "{name}, which is not a symbol of this program"), name=repr(name))
            text = QT_TRANSLATE_NOOP("model", "one of {symbols}; functions {functions}")
            symbols, functions = ", ".join(sorted(self._symbols)), ", ".join(FUNCTIONS)
            raise self._refusal(node, found, filled(text, symbols=symbols, functions=functions))
        self.reads.append(name)

        def value(values: Values) -> Array:
            array = values.value(name)
            if array is None:
                raise NotThereError
            return array

        return value

    def _numbers(self, node: ast.expr, depth: int) -> Part:
        """Return a part that is used as numbers; a condition counts as 0 or 1."""
        part, is_condition = self.read(node, depth)
        return (lambda values: np.asarray(part(values), np.float64)) if is_condition else part

    def _condition(self, node: ast.expr, depth: int) -> Part:
        """Return a part that must be a condition."""
        part, is_condition = self.read(node, depth)
        if not is_condition:
            found = filled(QT_TRANSLATE_NOOP("model", "{source}, which is a number"), source=self._source(node))
            raise self._refusal(node, found, A_COMPARISON)
        return part

    def _pair(self, function: Callable[[Any, Any], Any], left: ast.expr, right: ast.expr, depth: int) -> Part:
        first, second = self._numbers(left, depth), self._numbers(right, depth)

        def pair(values: Values) -> Result:
            a, b = first(values), second(values)
            _check_size(a, b)
            return function(a, b)

        return pair

    def _power(self, base: ast.expr, exponent: ast.expr, depth: int) -> Part:
        sign, literal = 1.0, exponent
        if isinstance(exponent, ast.UnaryOp) and isinstance(exponent.op, ast.USub):
            sign, literal = -1.0, exponent.operand
        number = literal.value if isinstance(literal, ast.Constant) else None
        if isinstance(number, bool) or not isinstance(number, int | float) or number > LARGEST_EXPONENT:
            text = QT_TRANSLATE_NOOP("model", "an exponent that is a number up to {most}")
            raise self._refusal(exponent, self._source(exponent), filled(text, most=LARGEST_EXPONENT))
        of, power = self._numbers(base, depth), sign * float(number)
        return lambda values: np.power(of(values), power)

    def _all_or_any(self, is_and: bool, nodes: list[ast.expr], depth: int) -> Part:
        parts = [self._condition(node, depth) for node in nodes]
        text, combine = self._text, all if is_and else any

        def combined(values: Values) -> bool:
            # Every part is computed, so that a missing value is always noticed.
            results = [part(values) for part in parts]
            if any(np.size(result) != 1 for result in results):
                found = QT_TRANSLATE_NOOP("model", "several values next to “and” or “or”")
                raise refusal(
                    text, None, found, QT_TRANSLATE_NOOP("model", "a single value, as .any() and .all() return")
                )
            return combine(bool(np.asarray(result).item()) for result in results)

        return combined

    def _comparison(self, node: ast.Compare, operators: list[ast.cmpop], depth: int) -> Part:
        functions = []
        for operator in operators:
            if type(operator) not in COMPARISONS:
                accepted = QT_TRANSLATE_NOOP("model", "the comparisons < <= > >= == !=")
                raise self._refusal(node, self._source(node), accepted)
            functions.append(COMPARISONS[type(operator)])
        parts = [self._numbers(part, depth) for part in (node.left, *node.comparators)]

        def compare(values: Values) -> Result:
            results = [part(values) for part in parts]
            holds: Result = True
            for function, a, b in zip(functions, results[:-1], results[1:], strict=True):
                _check_size(a, b)
                holds = np.logical_and(holds, function(a, b))
            return holds

        return compare

    def _call(self, node: ast.Call, depth: int) -> tuple[Part, bool]:
        if node.keywords or any(isinstance(argument, ast.Starred) for argument in node.args):
            accepted = QT_TRANSLATE_NOOP("model", "positional arguments only")
            raise self._refusal(node, self._source(node), accepted)
        match node.func:
            case ast.Name(id=name) if name in FUNCTIONS:
                function, arguments = FUNCTIONS[name], node.args
            case ast.Attribute(attr=name, value=of) if name in METHODS and not node.args:
                function, arguments = METHODS[name], [of]
            case _:
                raise self._refusal(node.func, self._source(node.func), ACCEPTED)
        if len(arguments) != function.arguments:
            found = filled(QT_TRANSLATE_NOOP("model", "{count} arguments of {name}"), count=len(arguments), name=name)
            raise self._refusal(node, found, str(function.arguments))
        return self._applied(function, [self._numbers(part, depth) for part in arguments]), function.is_condition

    def _applied(self, function: Function, parts: list[Part]) -> Part:
        call = function.call
        if len(parts) == 1:
            (only,) = parts
            return lambda values: call(only(values))

        def several(values: Values) -> Result:
            results = [part(values) for part in parts]
            _check_size(*results)
            return call(*results)

        return several

    def _cells(self, of: ast.expr, index: ast.expr, depth: int) -> tuple[Part, bool]:
        part, is_condition = self.read(of, depth)
        where = tuple(self._index(i) for i in (index.elts if isinstance(index, ast.Tuple) else [index]))

        def cells(values: Values) -> Result:
            try:
                return np.asarray(part(values))[where]
            except IndexError:
                raise NotThereError from None

        return cells, is_condition

    def _side(self, of: ast.expr, index: ast.expr, depth: int) -> Part:
        part, axis = self._numbers(of, depth), self._whole(index)
        if axis not in (0, 1):
            raise self._refusal(index, str(axis), QT_TRANSLATE_NOOP("model", "0 for rows, 1 for columns"))
        return lambda values: float(np.atleast_2d(part(values)).shape[axis])

    def _index(self, node: ast.expr) -> int | slice:
        if isinstance(node, ast.Slice):
            bounds = (None if bound is None else self._whole(bound) for bound in (node.lower, node.upper, node.step))
            lower, upper, step = bounds
            if step == 0:
                found = QT_TRANSLATE_NOOP("model", "a step of 0")
                raise self._refusal(node, found, QT_TRANSLATE_NOOP("model", "a whole number other than 0"))
            return slice(lower, upper, step)
        return self._whole(node)

    def _whole(self, node: ast.expr) -> int:
        match node:
            case ast.Constant(value=int() as number) if not isinstance(number, bool) and number < 2**31:
                return number
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() as number)) if (
                not isinstance(number, bool) and number < 2**31
            ):
                return -number
        accepted = QT_TRANSLATE_NOOP("model", "whole numbers and slices such as 0, -1, 1:3, :")
        raise self._refusal(node, self._source(node), accepted)


def _check_size(*operands: Result) -> None:
    """Refuse a result with too many cells: a column combined with a row would make a large table."""
    shapes = [np.shape(operand) for operand in operands]
    if any(shape != shapes[0] for shape in shapes) and math.prod(np.broadcast_shapes(*shapes)) > _LARGEST_RESULT:
        raise ModelError(
            asked=QT_TRANSLATE_NOOP("model", "a value of an expression"),
            where="",
            found=" ".join(map(str, shapes)),
            accepted=filled(
                QT_TRANSLATE_NOOP("model", "results of up to {count} cells"), count=format_count(_LARGEST_RESULT)
            ),
        )
