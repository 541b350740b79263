"""The line as it should be, where it is known to the number what it should give."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import chain, islice
from typing import Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.judgement.edits import edited, segment, spliced
from nnviz.model.judgement.evaluate import FAILURES, evaluate
from nnviz.model.judgement.exact_edits import exact_edits
from nnviz.model.judgement.line_entry import LineEntry
from nnviz.model.judgement.slope_texts import names_of, scope_of
from nnviz.model.recognition.network import Recognition
from nnviz.model.recognition.trace import Trace

_MOST_EDITS: Final = 6000
_SAME: Final = 1e-7


def exactly_mended(
    trace: Trace, recognition: Recognition, entry: LineEntry, line: str, columns: tuple[int, int]
) -> str | None:
    """Return a line with a small change by which it gives what is wanted; None where none does.

    Parameters
    ----------
    trace, recognition
        The recording and its network.
    entry
        The wrong line; its `wanted` is what it should give.
    line
        Its text.
    columns
        Where the statement begins and ends.
    """
    wanted = entry.wanted
    if wanted is None:
        return None
    begins, ends = columns
    text = line[begins:ends]
    try:
        (statement,) = ast.parse(text).body
    except (SyntaxError, ValueError):
        return None
    if not text.isascii():
        return None
    scope = scope_of(trace, entry.fault)
    thetas = _thetas(recognition, entry, scope)
    names = {name: value for name, value in scope.items() if "(" not in name and " " not in name}
    for node, value in parts_of(text, statement, scope, wanted):
        own = segment(text, node)
        changed = chain(exact_edits(own, scope, value, thetas), edited(own, names, (), ()))
        for new in islice(changed, _MOST_EDITS):
            if gives(new, scope, value):
                return spliced(line, node, new, begins).strip()
    return None


def gives(text: str, scope: dict[str, Array], wanted: Array) -> bool:
    """Return whether an expression gives what is wanted."""
    try:
        with np.errstate(all="ignore"):
            value = evaluate(text, scope)
    except FAILURES:
        return False
    return value.shape == wanted.shape and np.allclose(value, wanted, rtol=_SAME, atol=_SAME * np.abs(wanted).max())


def parts_of(
    text: str, statement: ast.stmt, scope: dict[str, Array], wanted: Array
) -> Iterator[tuple[ast.expr, Array]]:
    """Yield the expressions of a statement that may be mended, and what each should give."""
    if isinstance(statement, ast.AugAssign) and isinstance(statement.op, ast.Add | ast.Sub):
        old = scope.get(ast.unparse(statement.target))
        if old is not None and old.shape == wanted.shape:
            yield statement.value, (wanted - old if isinstance(statement.op, ast.Add) else old - wanted)
        return
    for node in ast.walk(statement):
        if (
            isinstance(node, ast.BinOp | ast.Call | ast.Name | ast.Attribute)
            and _shape(text, node, scope) == wanted.shape
        ):
            yield node, wanted


def _shape(text: str, node: ast.expr, scope: dict[str, Array]) -> tuple[int, ...] | None:
    try:
        with np.errstate(all="ignore"):
            return evaluate(segment(text, node), scope).shape
    except FAILURES:
        return None


def _thetas(recognition: Recognition, entry: LineEntry, scope: dict[str, Array]) -> list[str]:
    """Return the texts of the parameter whose gradient, or change, a line gives."""
    layer = recognition.first.layers[entry.layer - 1]
    weights = layer.W.T if layer.turned else layer.W
    theta = layer.b if entry.symbol.endswith(f"b{entry.layer}") else weights
    return [] if theta is None else list(dict.fromkeys(names_of(theta, scope)))[:3]
