"""Lines that are mended in one way: masks of a store, and weights that have moved before they are read."""

from __future__ import annotations

import ast
from collections.abc import Mapping

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.judgement.edits import bracketed, segment, spliced
from nnviz.model.judgement.evaluate import FAILURES, evaluate
from nnviz.model.judgement.gradients import fit
from nnviz.model.judgement.line_entry import LineEntry
from nnviz.model.recognition.network import Recognition
from nnviz.model.recognition.trace import Trace


def with_another_mask(
    line: str, column: int, statement: ast.stmt, scope: Mapping[str, Array], wanted: Array
) -> str | None:
    """Return ``G[G < 0] = 0`` with the mask of another array; None where the statement is none such, or none fits."""
    match statement:
        case ast.Assign([ast.Subscript(base, ast.Compare(ast.expr() as of, [_], [ast.expr()]))], ast.Constant(value)):
            compare = statement.targets[0].slice  # type: ignore[attr-defined]
        case _:
            return None
    before = scope.get(ast.unparse(base))
    if before is None or before.shape != wanted.shape or not isinstance(value, int | float):
        return None
    for name, array in scope.items():
        if array.shape != wanted.shape or "(" in name or " " in name:
            continue
        new = spliced(line, of, name, column)
        text = new[column + compare.col_offset : len(new) - (len(line) - column - (compare.end_col_offset or 0))]
        try:
            mask = evaluate(text, scope)
        except FAILURES:
            continue
        found = fit(np.atleast_2d(np.where(mask != 0, float(value), before)), np.atleast_2d(wanted))
        if found is not None and found.fits and found.ratio > 0:
            return new.strip()
    return None


def with_old_weights(
    trace: Trace, recognition: Recognition, entry: LineEntry, line: str, column: int, statement: ast.stmt
) -> str | None:
    """Return a line that reads weights which have moved already, with the step taken back; None where that is unseen.

    Parameters
    ----------
    trace, recognition
        The recording and its network.
    entry
        The line.
    line, column, statement
        Its text, where the statement begins, and the statement.
    """
    parameter = recognition.parameters.get(f"W{entry.layer + 1}")
    if parameter is None or not parameter.changed or parameter.changed[0] > entry.fault:
        return None
    moved = parameter.changed[0]
    if trace.events[moved].frame != trace.events[entry.fault].frame:
        return None
    step = _step(trace.statement(moved).text)
    if step is None:
        return None
    target, back = step
    for node in ast.walk(statement):
        if isinstance(node, ast.Name | ast.Attribute | ast.Subscript) and segment(line, node, column) == target:
            return spliced(line, node, f"({target} {back})", column).strip()
    return None


def _step(text: str) -> tuple[str, str] | None:
    """Return the text of what a statement moves, and what takes the step back."""
    try:
        (statement,) = ast.parse(text.strip()).body
    except (SyntaxError, ValueError):
        return None
    text = text.strip()
    match statement:
        case ast.AugAssign(target, ast.Add() | ast.Sub() as op, value):
            of = segment(text, target)
        case ast.Assign([target], ast.BinOp(left, ast.Add() | ast.Sub() as op, value)):
            of = segment(text, target)
            if segment(text, left) != of:
                return None
        case _:
            return None
    step = segment(text, value)
    is_product = isinstance(value, ast.BinOp) and isinstance(value.op, ast.Mult | ast.Div | ast.MatMult)
    step = step if is_product else bracketed(step)
    return of, f"{'-' if isinstance(op, ast.Add) else '+'} {step}"


def with_inner_bias(line: str, column: int, statement: ast.stmt) -> str | None:
    """Return ``f(z + b)`` for ``f(z) + b``; None where the statement is another one."""
    match getattr(statement, "value", None):
        case ast.BinOp(ast.Call(function, [argument], []), ast.Add(), bias) as whole:
            parts = (segment(line, one, column) for one in (function, argument, bias))
            return spliced(line, whole, "{}({} + {})".format(*parts), column).strip()
    return None


def with_another_count(line: str, column: int, statement: ast.stmt, scope: Mapping[str, Array], m: int) -> str | None:
    """Return a line that counts the samples where it counts something else; None where it counts nothing."""
    value = getattr(statement, "value", None)
    if not isinstance(statement, ast.Assign) or not isinstance(value, ast.expr):
        return None
    own = segment(line, value, column)
    for node in ast.walk(ast.parse(own, mode="eval")):
        match node:
            case ast.Subscript(ast.Attribute(array, "shape"), ast.Constant(int())):
                counted = array
            case ast.Attribute(array, "size") | ast.Call(ast.Name("len"), [array], []):
                counted = array
            case _:
                continue
        for axis in (0, 1):
            new = spliced(own, node, f"{segment(own, counted)}.shape[{axis}]")
            try:
                count = evaluate(new, scope)
            except FAILURES:
                continue
            if count.ndim == 0 and float(count) == m and new != own:
                return spliced(line, value, new, column).strip()
    return None
