"""Changes of an expression towards a value that is known to the number: terms, coefficients, another scalar."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.judgement.edits import bracketed, counts, segment, spliced
from nnviz.model.judgement.evaluate import FAILURES, evaluate
from nnviz.model.judgement.gradients import fit

_MOST_SCALARS: Final = 16
_CLOSE: Final = 1e-7
_NAME: Final = re.compile(r"[^\W\d][\w.]*")


def exact_edits(text: str, scope: Mapping[str, Array], wanted: Array, thetas: Sequence[str]) -> Iterator[str]:
    """Yield changed texts of an expression.

    Parameters
    ----------
    text
        The expression, on one line.
    scope
        What its parts, and names beside it, hold.
    wanted
        What it should give.
    thetas
        Texts of the parameter that a penalty multiplies.
    """
    try:
        tree = ast.parse(text, mode="eval")
    except SyntaxError:
        return
    nodes = [node for node in ast.walk(tree.body) if isinstance(node, ast.expr)]
    yield from _other_signs(text, nodes)
    yield from _exchanged(text, nodes)
    scalars = [name for name, value in scope.items() if value.ndim == 0 and _NAME.fullmatch(name)][:_MOST_SCALARS]
    for node in nodes:
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
            yield spliced(text, node, segment(text, node.left))
    for name in scalars:
        pattern = rf"(?<![\w.]){re.escape(name)}(?!\w)"
        if re.search(pattern, text):
            yield from (re.sub(pattern, other, text) for other in scalars if other != name)
    yield from _penalties(text, nodes, scope, wanted, thetas)
    shares = [name for name in scalars if 0 < float(scope[name]) < 1]
    whole = [name for name in scalars if float(scope[name]).is_integer() and scope[name] >= 1]
    for node in reversed(nodes):
        if isinstance(node, ast.BinOp | ast.Call | ast.Name | ast.Attribute | ast.Subscript):
            own = bracketed(segment(text, node))
            yield spliced(text, node, f"np.sqrt({segment(text, node)})")
            yield from (spliced(text, node, f"(1 - {name}) * {own}") for name in shares)
            yield from (spliced(text, node, f"{own} / (1 - {name} ** {time})") for name in shares for time in whole)


def _other_signs(text: str, nodes: Sequence[ast.expr]) -> Iterator[str]:
    """Yield texts in which one plus is a minus, or one minus a plus."""
    for node in nodes:
        match node:
            case ast.BinOp(left, ast.Add() | ast.Sub() as op, right):
                sign = "-" if isinstance(op, ast.Add) else "+"
                yield spliced(text, node, f"{segment(text, left)} {sign} {segment(text, right)}")


def _exchanged(text: str, nodes: Sequence[ast.expr]) -> Iterator[str]:
    """Yield texts in which the factors of two terms are exchanged: what is kept, and what is new."""
    for node in nodes:
        match node:
            case ast.BinOp(ast.BinOp(one, ast.Mult(), _), ast.Add(), ast.BinOp(two, ast.Mult(), _)):
                a, b = segment(text, one), segment(text, two)
                yield spliced(spliced(text, two, bracketed(a)), one, bracketed(b))


def _penalties(
    text: str, nodes: Sequence[ast.expr], scope: Mapping[str, Array], wanted: Array, thetas: Sequence[str]
) -> Iterator[str]:
    """Yield texts with a penalty's term added, or with another coefficient."""
    for theta in thetas:
        for node in nodes:
            match node:
                case ast.BinOp(left, ast.Add() | ast.Sub(), right) if theta in segment(text, right):
                    rest = spliced(text, node, segment(text, left))
                    term = _coefficient(_of(rest, scope), wanted, theta, scope)
                    if term is not None and node.end_col_offset == len(text):
                        yield spliced(text, node, f"{segment(text, left)} {term}")
                    inner = _of(segment(text, node), scope)
                    before = _of(segment(text, left), scope)
                    whole = _of(text, scope)
                    if inner is None or before is None or whole is None or inner.shape != whole.shape:
                        continue
                    # Inside a product: what the sum should be, by the multiple that the rest of the text makes of it.
                    outer = _of(spliced(text, node, f"({segment(text, node)})"), scope)
                    times = None if outer is None else fit(np.atleast_2d(outer), np.atleast_2d(inner))
                    if times is not None and times.fits and times.ratio:
                        term = _coefficient(before, wanted / times.ratio, theta, scope)
                        if term is not None:
                            yield spliced(text, node, f"{segment(text, left)} {term}")
                case ast.BinOp(left, ast.Add(), right) if theta in segment(text, left):
                    term = _coefficient(_of(segment(text, right), scope), wanted, theta, scope)
                    if term is not None and len(segment(text, node)) == len(text):
                        yield f"{segment(text, right)} {term}"
        term = _coefficient(_of(text, scope), wanted, theta, scope)
        if term is not None:
            yield f"{text} {term}"


def _of(text: str, scope: Mapping[str, Array]) -> Array | None:
    try:
        return evaluate(text, scope)
    except FAILURES:
        return None


def _coefficient(now: Array | None, wanted: Array, theta: str, scope: Mapping[str, Array]) -> str | None:
    """Return ``+ c * theta`` where that is what is missing; None where it is something else."""
    of = _of(theta, scope)
    if now is None or of is None or now.shape != wanted.shape or of.shape != wanted.shape:
        return None
    found = fit(np.atleast_2d(wanted - now), np.atleast_2d(of))
    if found is None or not found.fits or not found.ratio:
        return None
    sign = "+" if found.ratio > 0 else "-"
    text = next(coefficients(abs(found.ratio), scope), None)
    return None if text is None else f"{sign} {text} * {theta}"


def coefficients(number: float, scope: Mapping[str, Array]) -> Iterator[str]:
    """Yield how a number is spelled with the names that are there: λ, 2λ, λ/m, λ/(2m), η·λ …; at last as it is."""
    scalars = {
        name: float(value)
        for name, value in scope.items()
        if value.ndim == 0 and _NAME.fullmatch(name) and np.isfinite(value) and value
    }
    names = dict(islice(scalars.items(), 2 * _MOST_SCALARS))
    sizes = dict.fromkeys(islice(counts(scope), 2 * _MOST_SCALARS))
    divisors: dict[str, float] = {}
    for size in sizes:
        count = _of(size, scope)
        if count is not None and count.ndim == 0 and count > 1:
            divisors[size] = float(count)
    products = list(names.items())
    products += [(f"{a} * {b}", u * v) for a, u in names.items() for b, v in names.items() if a != b]
    for text, value in products:
        if _same(value, number):
            yield text
        elif _same(2 * value, number):
            yield f"2 * {text}"
        elif _same(value / 2, number):
            yield f"{text} / 2"
    for text, value in products:
        for size, m in divisors.items():
            if _same(value / m, number):
                yield f"{text} / {size}"
            elif _same(2 * value / m, number):
                yield f"2 * {text} / {size}"
            elif _same(value / (2 * m), number):
                yield f"{text} / (2 * {size})"
    short = f"{number:.12g}"
    if len(short) <= 8:
        yield short


def _same(one: float, two: float) -> bool:
    return abs(one - two) <= _CLOSE * abs(two)
