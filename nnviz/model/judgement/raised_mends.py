"""Changes of a line that raised, so that it may run: the likeliest first. Whether one is right is not judged here."""

from __future__ import annotations

import ast
import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from nnviz.model.judgement.edits import segment, spliced

_GONE: Final[Mapping[str, str]] = {
    "np.float": "float",
    "np.int": "int",
    "np.bool": "bool",
    "np.object": "object",
    "np.str": "str",
    "np.complex": "complex",
    "np.product": "np.prod",
    "np.cumproduct": "np.cumprod",
    "np.sometrue": "np.any",
    "np.alltrue": "np.all",
    "np.in1d": "np.isin",
    "np.trapz": "np.trapezoid",
    "np.row_stack": "np.vstack",
    "np.Inf": "np.inf",
    "np.NaN": "np.nan",
    "np.float_": "np.float64",
}
"""Names that numpy has no more → what is written for them."""


def without_old_names(line: str) -> Iterator[str]:
    """Yield a line with the names that numpy has no more replaced."""
    new = line
    for old, now in _GONE.items():
        for package in ("np", "numpy"):
            name = re.escape(old.replace("np.", f"{package}.", 1))
            new = re.sub(rf"(?<![\w.]){name}(?![\w.])", now.replace("np.", f"{package}.", 1), new)
    new = re.sub(r"\bn(?:p|umpy)\.asscalar\(([^()]*)\)", r"\1.item()", new)
    if new != line:
        yield new


def with_other_names(line: str, missing: str, known: Sequence[str]) -> Iterator[str]:
    """Yield a line with another name where one is not defined.

    Parameters
    ----------
    line
        The line.
    missing
        The name that is not defined.
    known
        Names that are, the likeliest first.
    """
    near = difflib.get_close_matches(missing, known, n=2, cutoff=0.6)
    for name in dict.fromkeys([*near, *known]):
        yield re.sub(rf"(?<![\w.]){re.escape(missing)}(?!\w)", name, line)


def with_items(line: str, statement: ast.stmt, column: int) -> Iterator[str]:
    """Yield a line in which the number is taken out of an array of one before it is stored into a cell."""
    value = getattr(statement, "value", None)
    if not isinstance(value, ast.expr):
        return
    for node in (value, *(n for n in ast.walk(value) if isinstance(n, ast.expr) and n is not value)):
        if isinstance(node, ast.BinOp | ast.Name | ast.Call | ast.Attribute):
            own = segment(line, node, column)
            sum_of_terms = isinstance(node, ast.BinOp)
            inside = line[column + node.col_offset - 1 : column + node.col_offset] == "("
            # Brackets that are there are used.
            new = f"{own}).item(" if inside and sum_of_terms else f"({own}).item()" if sum_of_terms else f"{own}.item()"
            yield spliced(line, node, new, column)


def refitted(line: str, place: tuple[int, int], column: int, statement: ast.stmt, flat: bool) -> Iterator[str]:
    """Yield a line whose operands are turned, exchanged or multiplied otherwise.

    Parameters
    ----------
    line
        The line.
    place
        First and last column of the expression that raised.
    column
        Where the statement begins.
    statement
        The statement, parsed.
    flat
        Whether the operands have one axis: turning them changes nothing.
    """
    for node in ast.walk(statement):
        if isinstance(node, ast.expr) and (column + node.col_offset, column + (node.end_col_offset or 0)) == place:
            for new in _flat_products(line, node, column) if flat else _products(line, node, column):
                yield spliced(line, node, new, column)
            return


def _products(line: str, node: ast.expr, column: int) -> Iterator[str]:
    match node:
        case ast.BinOp(left, (ast.MatMult() | ast.Mult() | ast.Add() | ast.Sub() | ast.Div()) as op, right):
            signs = {ast.MatMult: "@", ast.Mult: "*", ast.Add: "+", ast.Sub: "-", ast.Div: "/"}
            a, b, sign = segment(line, left, column), segment(line, right, column), signs[type(op)]
            yield from (f"{one} {sign} {two}" for one, two in _turned(a, b))
            if isinstance(op, ast.MatMult):
                yield f"{_closed(b)} @ {_closed(a)}"
                yield from (f"{two} @ {one}" for one, two in _turned(a, b))
                yield f"{a} * {b}"
                yield f"np.outer({a}, {b})"
            elif isinstance(op, ast.Mult):
                yield f"{_closed(a)} @ {_closed(b)}"
                yield from (f"{one} @ {two}" for one, two in _turned(a, b))
        case ast.Call(ast.Attribute(ast.Name("np" | "numpy" as package), "dot" | "matmul" as name), [left, right], []):
            a, b = segment(line, left, column), segment(line, right, column)
            yield from (f"{package}.{name}({one}, {two})" for one, two in _turned(a, b))
            yield f"{package}.{name}({b}, {a})"
            yield from (f"{package}.{name}({two}, {one})" for one, two in _turned(a, b))
            yield f"{package}.outer({a}, {b})"
            yield f"{package}.multiply({a}, {b})"
        case ast.Call(ast.Attribute(left, "dot"), [right], []):
            a, b = segment(line, left, column), segment(line, right, column)
            yield from (f"{_closed(one)}.dot({two})" for one, two in _turned(a, b))
            yield f"{_closed(b)}.dot({a})"
            yield from (f"{_closed(two)}.dot({one})" for one, two in _turned(a, b))
            yield f"np.outer({a}, {b})"
            yield f"{_closed(a)} * {_closed(b)}"


def _flat_products(line: str, node: ast.expr, column: int) -> Iterator[str]:
    match node:
        case (
            ast.BinOp(left, ast.MatMult(), right)
            | ast.Call(ast.Attribute(ast.Name("np" | "numpy"), "dot" | "matmul"), [left, right], [])
            | ast.Call(ast.Attribute(left, "dot"), [right], [])
        ):
            a, b = segment(line, left, column), segment(line, right, column)
            yield from (f"np.outer({a}, {b})", f"np.outer({b}, {a})", f"{_closed(a)} * {_closed(b)}")
        case ast.BinOp(left, ast.Mult(), right):
            a, b = segment(line, left, column), segment(line, right, column)
            yield from (f"np.outer({a}, {b})", f"np.outer({b}, {a})", f"{_closed(a)} @ {_closed(b)}")


def _turned(a: str, b: str) -> list[tuple[str, str]]:
    return [(a, _other_way(b)), (_other_way(a), b), (_other_way(a), _other_way(b))]


def _other_way(text: str) -> str:
    return text[:-2] if text.endswith(".T") else f"{_closed(text)}.T"


def _closed(text: str) -> str:
    try:
        body = ast.parse(text, mode="eval").body
    except SyntaxError:
        return f"({text})"
    return text if isinstance(body, ast.Name | ast.Call | ast.Subscript | ast.Attribute) else f"({text})"


def with_kept_axes(line: str, statement: ast.stmt, column: int) -> Iterator[str]:
    """Yield a line whose sums keep the axis that they sum over."""
    for node in ast.walk(statement):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("sum", "mean"):
            own = segment(line, node, column)
            if "keepdims" not in own and node.args + node.keywords:
                yield spliced(line, node, f"{own[:-1]}, keepdims=True)", column)
