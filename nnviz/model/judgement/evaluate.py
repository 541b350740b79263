"""Evaluates an expression of a person's with the values that were recorded, and runs nothing of theirs."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from typing import Any, Final

import numpy as np

from nnviz.model.arrays.array import Array

_OPERATORS: Final[Mapping[type[ast.operator], Callable[[Any, Any], Any]]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.MatMult: operator.matmul,
    ast.Pow: operator.pow,
}
_FUNCTIONS: Final[Mapping[str, Callable[..., Any]]] = {
    "dot": np.dot,
    "matmul": np.matmul,
    "multiply": np.multiply,
    "outer": np.outer,
    "sum": np.sum,
    "mean": np.mean,
    "exp": np.exp,
    "tanh": np.tanh,
    "square": np.square,
    "sqrt": np.sqrt,
    "zeros_like": np.zeros_like,
    "where": np.where,
    "maximum": np.maximum,
    "transpose": np.transpose,
    "reshape": np.reshape,
}
_METHODS: Final = ("dot", "sum", "mean", "transpose", "reshape")
_COMPARISONS: Final[Mapping[type[ast.cmpop], Callable[[Any, Any], Any]]] = {
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
}


class Unknown(Exception):  # noqa: N818 - nothing is wrong
    """A part of an expression has no recorded value."""


FAILURES = (Unknown, ValueError, TypeError, ZeroDivisionError, IndexError, AttributeError)
"""What an expression may end with that is changed blindly."""


def normal(text: str) -> str:
    """Return an expression as it is always spelled.

    Raises
    ------
    Unknown
        If it is no expression.
    """
    try:
        return ast.unparse(ast.parse(text.strip(), mode="eval"))
    except (SyntaxError, ValueError) as error:
        raise Unknown from error


def evaluate(text: str, values: Mapping[str, Array]) -> Array:
    """Return the value of an expression.

    Parameters
    ----------
    text
        The expression.
    values
        Recorded values of its parts, each in its normal spelling.

    Raises
    ------
    Unknown
        If a part of it has no value.
    """
    try:
        tree = ast.parse(text.strip(), mode="eval")
    except SyntaxError as error:
        raise Unknown from error
    return np.asarray(_value(tree.body, values), dtype=np.float64)


def _value(node: ast.expr, values: Mapping[str, Array]) -> Any:
    known = values.get(ast.unparse(node))
    if known is not None:
        return known
    match node:
        case ast.Constant(int() | float() | bool() as value):
            return value
        case ast.BinOp(left, op, right) if type(op) in _OPERATORS:
            return _OPERATORS[type(op)](_value(left, values), _value(right, values))
        case ast.UnaryOp(ast.USub(), operand):
            return -_value(operand, values)
        case ast.Compare(left, [op], [right]) if type(op) in _COMPARISONS:
            return _COMPARISONS[type(op)](_value(left, values), _value(right, values)) * 1.0
        case ast.Attribute(of, "T"):
            return _value(of, values).T
        case ast.Attribute(of, "shape"):
            return _value(of, values).shape
        case ast.Tuple(elements):
            return tuple(_value(element, values) for element in elements)
        case ast.Subscript(of, index):
            return _value(of, values)[_index(index, values)]
        case ast.Call(ast.Name("len"), [of], []):
            return len(_value(of, values))
        case ast.Call(ast.Attribute(of, name), arguments, keywords):
            given = [_value(argument, values) for argument in arguments]
            named = {word.arg: _value(word.value, values) for word in keywords if word.arg is not None}
            if isinstance(of, ast.Name) and of.id in ("np", "numpy") and name in _FUNCTIONS:
                return _FUNCTIONS[name](*given, **named)
            if name in _METHODS:
                return getattr(np.asarray(_value(of, values)), name)(*given, **named)
    raise Unknown


def _index(node: ast.expr, values: Mapping[str, Array]) -> Any:
    match node:
        case ast.Slice(lower, upper, step):
            ends = (None if part is None else int(_value(part, values)) for part in (lower, upper, step))
            return slice(*ends)
        case ast.Tuple(elements):
            return tuple(_index(element, values) for element in elements)
        case ast.Constant(None):
            return None
    found = _value(node, values)
    return int(found) if np.ndim(found) == 0 else found
