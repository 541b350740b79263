"""What a person's expression may use: the operators, functions and methods, one row each."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np

from nnviz.model.arrays.norm import frobenius


@dataclass(frozen=True)
class Function:
    """A function of expressions.

    Attributes
    ----------
    call
        What computes it.
    arguments
        How many arguments it takes.
    is_condition
        Whether its value is yes or no.
    """

    call: Callable[..., Any]
    arguments: int = 1
    is_condition: bool = False


def _norm(value: Any) -> float:
    return frobenius(np.atleast_1d(value))


_FUNCTIONS = {
    "abs": Function(call=np.abs),
    "norm": Function(call=_norm),
    "max": Function(call=np.max),
    "min": Function(call=np.min),
    "mean": Function(call=np.mean),
    "sum": Function(call=np.sum),
    "sqrt": Function(call=np.sqrt),
    "exp": Function(call=np.exp),
    "log": Function(call=np.log),
    "isfinite": Function(call=np.isfinite, is_condition=True),
    "any": Function(call=np.any, is_condition=True),
    "all": Function(call=np.all, is_condition=True),
    # A condition is passed as 0 and 1.
    "where": Function(call=lambda condition, yes, no: np.where(np.asarray(condition) != 0, yes, no), arguments=3),
}

FUNCTIONS: Mapping[str, Function] = MappingProxyType(_FUNCTIONS)

METHODS: Mapping[str, Function] = MappingProxyType(
    {name: _FUNCTIONS[name] for name in ("max", "min", "mean", "sum", "any", "all")}
)

ARITHMETIC: Mapping[type[ast.operator], Callable[[Any, Any], Any]] = MappingProxyType(
    {ast.Add: np.add, ast.Sub: np.subtract, ast.Mult: np.multiply, ast.Div: np.divide}
)

COMPARISONS: Mapping[type[ast.cmpop], Callable[[Any, Any], Any]] = MappingProxyType(
    {
        ast.Lt: np.less,
        ast.LtE: np.less_equal,
        ast.Gt: np.greater,
        ast.GtE: np.greater_equal,
        ast.Eq: np.equal,
        ast.NotEq: np.not_equal,
    }
)
