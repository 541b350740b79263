"""An index that a recording has written as text."""

from __future__ import annotations

import ast
from typing import Any


def literal_index(text: object) -> Any:
    """Return the index that a recording has written as text; None where it is none of numbers and slices."""
    if not isinstance(text, str):
        return None
    try:
        return _literal(ast.parse(text, mode="eval").body)
    except (SyntaxError, ValueError):
        return None


def _literal(node: ast.expr) -> Any:
    if isinstance(node, ast.Tuple):
        return tuple(_literal(one) for one in node.elts)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "slice":
        return slice(*[_literal(one) for one in node.args])
    return ast.literal_eval(node)
