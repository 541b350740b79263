"""Statements whose mistake is the operator of their assignment, or of the step that they add."""

from __future__ import annotations

import ast
from collections.abc import Sequence


def turned_statement(line: str, column: int, end: int, mistakes: Sequence[str]) -> str | None:
    """Return a line whose sign of assignment, or of the step, is the other one; None where that is not its mistake.

    Parameters
    ----------
    line
        The line.
    column, end
        Where its statement begins and ends.
    mistakes
        The names of what is wrong in it.
    """
    text = line[column:end]
    if not text.isascii() or len(mistakes) != 1:
        return None
    try:
        (statement,) = ast.parse(text).body
    except (SyntaxError, ValueError):
        return None
    match mistakes[0], statement:
        case "gradients-accumulated", ast.AugAssign(target, ast.Add(), value):
            return _between(line, column, target, value, "=")
        case "last-sample-only", ast.Assign([target], value):
            return _between(line, column, target, value, "+=")
        case "not-moved", ast.Assign([ast.Name(name) as target], ast.BinOp(ast.Name(same), op, value)) if name == same:
            sign = {ast.Add: "+=", ast.Sub: "-="}.get(type(op))
            return None if sign is None else _between(line, column, target, value, sign)
        case "gradient-added" | "buffer-sign", ast.AugAssign(target, ast.Add() | ast.Sub() as sign, value):
            return _between(line, column, target, value, "-=" if isinstance(sign, ast.Add) else "+=")
        case "gradient-added" | "buffer-sign", (
            ast.Assign(_, ast.BinOp(left, ast.Add() | ast.Sub() as sign, right))
            | ast.Assign(_, ast.ListComp(ast.BinOp(left, ast.Add() | ast.Sub() as sign, right), _))
            | ast.Expr(ast.Call(_, [*_, ast.BinOp(left, ast.Add() | ast.Sub() as sign, right)], _))
        ):
            return _between(line, column, left, right, "-" if isinstance(sign, ast.Add) else "+")
    return None


def _between(line: str, column: int, left: ast.expr, right: ast.expr, operator: str) -> str:
    """Return a line with another operator between two of its expressions, which have no brackets around them."""
    ends, begins = column + (left.end_col_offset or 0), column + right.col_offset
    old = line[ends:begins]
    brackets = "".join(character for character in old if character == "(")
    closing = "".join(character for character in old if character == ")")
    return f"{line[:ends]}{closing} {operator} {brackets}{line[begins:]}"
