"""What each recorded operation hands back to its operands: the products of the chain rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.recognition.literal_index import literal_index

Back = Sequence[Array | None]
"""∂L by each operand; None for what has no part in it."""

_UNARY: Final[Mapping[str, Callable[[Array, Array], Array]]] = {
    "neg": lambda x, y: -np.ones_like(x),
    "exp": lambda x, y: y,
    "log": lambda x, y: 1 / x,
    "log2": lambda x, y: 1 / (x * np.log(2)),
    "log10": lambda x, y: 1 / (x * np.log(10)),
    "log1p": lambda x, y: 1 / (1 + x),
    "expm1": lambda x, y: y + 1,
    "tanh": lambda x, y: 1 - y * y,
    "sqrt": lambda x, y: 0.5 / y,
    "square": lambda x, y: 2 * x,
    "abs": lambda x, y: np.sign(x),
    "absolute": lambda x, y: np.sign(x),
    "fabs": lambda x, y: np.sign(x),
    "sin": lambda x, y: np.cos(x),
    "cos": lambda x, y: -np.sin(x),
    "cosh": lambda x, y: np.sinh(x),
    "sinh": lambda x, y: np.cosh(x),
    "arctan": lambda x, y: 1 / (1 + x * x),
    "reciprocal": lambda x, y: -y * y,
    "sigmoid": lambda x, y: y * (1 - y),
    "expit": lambda x, y: y * (1 - y),
}
"""Slope of y = f(x), cell by cell."""

_NAMES: Final = {
    "add": "+", "subtract": "-", "multiply": "*", "divide": "/", "true_divide": "/", "power": "**", "pow": "**",
    "negative": "neg", "matmul": "@", "mm": "@", "+=": "+", "-=": "-", "*=": "*", "/=": "/", "**=": "**",
    "amax": "max", "amin": "min", "average": "mean",
}  # fmt: skip
_SAME: Final = frozenset(
    ["array", "asarray", "copy", "astype", "float64", "float32", "float", "asmatrix", "mat", "matrix", "item",
     "atleast_2d", "atleast_1d", "squeeze", "reshape", "ravel", "flatten", "expand_dims", "ascontiguousarray",
     "deepcopy", "list", "tuple", "tolist", "nan_to_num", "asfarray", "round_", "detach", "numpy"]
)  # fmt: skip
"""Calls that keep the numbers in their order."""


def plain_name(operator: str) -> str:
    """Return the name of an operation without its module: ``+`` for ``numpy.add`` and ``+=``."""
    name = operator.rpartition(".")[2] if "." in operator else operator
    return _NAMES.get(name, name)


def handed_back(
    operator: str, values: Sequence[Array], out: Array, above: Array, keywords: Mapping[str, Any]
) -> Back | None:
    """Return ∂L by each operand of an operation; None where the operation is not known.

    Parameters
    ----------
    operator
        As `plain_name` gives it.
    values, out
        The operands, and what was computed of them.
    above
        ∂L by `out`, of its shape.
    keywords
        Literal arguments, and ``text``, the source of the operation.
    """
    if operator in _UNARY and len(values) == 1:
        return [above * _UNARY[operator](values[0], out)]
    if operator in _SAME and values and values[0].size == out.size:
        return [above.reshape(values[0].shape), *[None] * (len(values) - 1)]
    rule = _RULES.get(operator)
    return None if rule is None else rule(values, out, above, keywords)


def summed_to(part: Array, shape: tuple[int, ...]) -> Array:
    """Return an array summed over the axes along which an operand of this shape was repeated."""
    while part.ndim > len(shape):
        part = part.sum(axis=0)
    for axis, size in enumerate(shape):
        if size == 1 and part.shape[axis] != 1:
            part = part.sum(axis=axis, keepdims=True)
    return part


def _cellwise(slopes: Callable[[Array, Array, Array], tuple[Array, Array]]) -> Callable[..., Back | None]:
    def rule(values: Sequence[Array], out: Array, above: Array, keywords: Mapping[str, Any]) -> Back | None:
        if len(values) != 2:
            return None
        if np.broadcast_shapes(values[0].shape, values[1].shape) != out.shape:
            return _product(values, out, above, keywords)  # of two np.matrix
        by_a, by_b = slopes(values[0], values[1], out)
        parts = (np.broadcast_to(above * by_a, out.shape), np.broadcast_to(above * by_b, out.shape))
        return [summed_to(part, value.shape) for part, value in zip(parts, values, strict=True)]

    return rule


def _power(a: Array, b: Array, out: Array) -> tuple[Array, Array]:
    by_b = np.where(a > 0, out * np.log(np.where(a > 0, a, 1.0)), 0.0)
    return b * a ** (b - 1), by_b


def _minus(values: Sequence[Array], out: Array, above: Array, keywords: Mapping[str, Any]) -> Back | None:
    if len(values) == 1:
        return [-above]
    return _cellwise(lambda a, b, y: (np.ones_like(y), -np.ones_like(y)))(values, out, above, keywords)


def _product(values: Sequence[Array], out: Array, above: Array, keywords: Mapping[str, Any]) -> Back | None:
    if len(values) != 2:
        return None
    a, b = values
    if a.size == 1 or b.size == 1:
        sides = ((a, above * b), (b, above * a))
        return [(part.sum() if one.size == 1 else part).reshape(one.shape) for one, part in sides]
    if a.ndim > 2 or b.ndim > 2:
        return None
    left = a.reshape(1, -1) if a.ndim == 1 else a
    right = b.reshape(-1, 1) if b.ndim == 1 else b
    back = above.reshape(left.shape[0], right.shape[1])
    return [(back @ right.T).reshape(a.shape), (left.T @ back).reshape(b.shape)]


def _outer(values: Sequence[Array], out: Array, above: Array, keywords: Mapping[str, Any]) -> Back | None:
    a, b = values[:2]
    return [(above @ b.ravel()).reshape(a.shape), (above.T @ a.ravel()).reshape(b.shape)]


def _axis(values: Sequence[Array], keywords: Mapping[str, Any]) -> int | tuple[int, ...] | None:
    axis = keywords.get("axis", keywords.get("dim"))
    if axis is None and len(values) > 1:
        axis = int(values[1].ravel()[0])
    return axis if isinstance(axis, int | tuple) else None


def _spread(part: Array, like: Array, axis: int | tuple[int, ...] | None) -> Array:
    if axis is None:
        return np.broadcast_to(part.reshape((1,) * like.ndim), like.shape)
    return np.broadcast_to(np.expand_dims(part, axis) if part.ndim < like.ndim else part, like.shape)


def _reduced(kind: str) -> Callable[..., Back | None]:
    def rule(values: Sequence[Array], out: Array, above: Array, keywords: Mapping[str, Any]) -> Back | None:
        if kind in ("max", "min") and len(values) == 2 and out.size == values[0].size == values[1].size == 1:
            return _RULES["maximum" if kind == "max" else "minimum"](values, out, above, keywords)
        if kind == "sum" and out.size == 1 and all(value.size == 1 for value in values):
            total = sum(float(value.ravel()[0]) for value in values)  # of what a generator yields
            if abs(total - float(out.ravel()[0])) > 1e-9 * max(1.0, abs(total)):
                return None
            return [above.reshape(value.shape) for value in values]
        x, axis = values[0], _axis(values, keywords)
        back = _spread(above, x, axis)
        if kind == "mean":
            back = back * (out.size / x.size)
        elif kind in ("max", "min"):
            first = x == _spread(out, x, axis)
            back = back * first / np.maximum(_spread(np.asarray(first.sum(axis=axis)), x, axis), 1)
        return [back, *[None] * (len(values) - 1)]

    return rule


def _turned(values: Sequence[Array], out: Array, above: Array, keywords: Mapping[str, Any]) -> Back | None:
    return [above.T] if len(values) == 1 and values[0].T.shape == above.shape else None


def _where(values: Sequence[Array], out: Array, above: Array, keywords: Mapping[str, Any]) -> Back | None:
    if len(values) != 3:
        return None
    chosen = values[0] != 0
    parts = (np.where(chosen, above, 0.0), np.where(chosen, 0.0, above))
    return [None, *(summed_to(np.broadcast_to(p, out.shape), v.shape) for p, v in zip(parts, values[1:], strict=True))]


def _clipped(values: Sequence[Array], out: Array, above: Array, keywords: Mapping[str, Any]) -> Back | None:
    return [above * (out == values[0]), *[None] * (len(values) - 1)]


def _joined(values: Sequence[Array], out: Array, above: Array, keywords: Mapping[str, Any]) -> Back | None:
    """Hand back to what was stacked: by position, found with numbered cells."""
    at, starts = 0, []
    for value in values:
        starts.append(np.arange(at, at + value.size, dtype=float).reshape(value.shape))
        at += value.size
    if at != out.size:
        return None
    axis = keywords.get("axis", 0)
    for join in (np.concatenate, np.vstack, np.hstack, np.column_stack, np.stack):
        for more in ({"axis": axis}, {}):
            try:
                numbered, made = join(starts, **more), join(list(values), **more)
            except (TypeError, ValueError):
                continue
            if made.shape == out.shape and np.array_equal(made, out):
                flat = np.empty(at)
                flat[numbered.astype(int).ravel()] = above.ravel()
                return [flat[s.astype(int)] for s in starts]
    return None


def _chosen(values: Sequence[Array], out: Array, above: Array, keywords: Mapping[str, Any]) -> Back | None:
    """Hand back to the cells that an index reads."""
    x = values[0]
    index = literal_index(keywords.get("index"))
    back = np.zeros(x.shape)
    if index is None and len(values) > 1 and x.ndim == 2 and values[-1].size == out.size == x.shape[0]:
        index = (np.arange(x.shape[0]), values[-1].ravel().astype(int))
    if index is None:
        return None
    try:
        if not np.array_equal(x[index].ravel(), out.ravel()):
            return None
        np.add.at(back, index, above.reshape(x[index].shape))
    except (IndexError, ValueError, TypeError):
        return None
    return [back, *[None] * (len(values) - 1)]


def _einsum(values: Sequence[Array], out: Array, above: Array, keywords: Mapping[str, Any]) -> Back | None:
    found = re.search(r"""['"]\s*([a-zA-Z]+)\s*,\s*([a-zA-Z]+)\s*->\s*([a-zA-Z]*)\s*['"]""", str(keywords.get("text")))
    if found is None or len(values) != 2:
        return None
    a, b, c = found.groups()
    return [np.einsum(f"{c},{b}->{a}", above, values[1]), np.einsum(f"{c},{a}->{b}", above, values[0])]


_RULES: Final[Mapping[str, Callable[..., Back | None]]] = {
    "+": _cellwise(lambda a, b, y: (np.ones_like(y), np.ones_like(y))),
    "-": _minus,
    "*": _cellwise(lambda a, b, y: (b, a)),
    "/": _cellwise(lambda a, b, y: (1 / b, -y / b)),
    "**": _cellwise(_power),
    "maximum": _cellwise(lambda a, b, y: ((a > b) + 0.5 * (a == b), (b > a) + 0.5 * (a == b))),
    "minimum": _cellwise(lambda a, b, y: ((a < b) + 0.5 * (a == b), (b < a) + 0.5 * (a == b))),
    "@": _product,
    "dot": _product,
    "inner": _product,
    "vdot": _product,
    "einsum": _einsum,
    "outer": _outer,
    "sum": _reduced("sum"),
    "mean": _reduced("mean"),
    "max": _reduced("max"),
    "min": _reduced("min"),
    "T": _turned,
    "transpose": _turned,
    "where": _where,
    "clip": _clipped,
    "concatenate": _joined,
    "hstack": _joined,
    "vstack": _joined,
    "column_stack": _joined,
    "c_": _joined,
    "stack": _joined,
    "[]": _chosen,
}
