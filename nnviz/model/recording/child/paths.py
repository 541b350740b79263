"""How the target of an assignment is spelled: a root name, then attributes and items."""

from __future__ import annotations

import ast
from typing import NamedTuple


class PathSpec(NamedTuple):
    """A target such as ``self.layers[i].W[j, k]``.

    Attributes
    ----------
    root
        The name it begins with.
    parts
        What follows: ``("attr", name)``, or ``("item", n)`` for the n-th key.
    keys
        The keys: expressions without effects.
    """

    root: str
    parts: tuple[tuple[str, str | int], ...]
    keys: tuple[ast.expr, ...]


_HARMLESS_CALLS = frozenset(
    [
        "str",
        "len",
        "int",
        "range",
        "repr",
        "arange",
        "where",
        "nonzero",
        "argmax",
        "argmin",
        "astype",
        "ravel",
        "flatten",
        "reshape",
        "isnan",
        "abs",
        "squeeze",
        "max",
        "min",
        "item",
        "flatnonzero",
        "logical_and",
        "logical_or",
        "logical_not",
        "array",
        "asarray",
    ]
)


def is_plain(node: ast.AST | None) -> bool:
    """Return whether evaluating an expression a second time does nothing and gives the same."""
    if isinstance(node, ast.Call):
        called = node.func
        return (
            (called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")) in _HARMLESS_CALLS
            and (isinstance(called, ast.Name) or (isinstance(called, ast.Attribute) and is_plain(called.value)))
            and all(map(is_plain, node.args))
            and not node.keywords
        )
    if isinstance(node, ast.Constant | ast.Name):
        return True
    if isinstance(
        node,
        ast.Compare | ast.BoolOp | ast.BinOp | ast.UnaryOp | ast.JoinedStr | ast.FormattedValue | ast.Tuple
        | ast.Slice | ast.Attribute | ast.Subscript,
    ):  # fmt: skip
        return all(is_plain(child) for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr))
    return False


def path_of(node: ast.AST) -> PathSpec | None:
    """Return the path of a target; None if it has an effect, or no name at its root."""
    parts: list[tuple[str, str | int]] = []
    keys: list[ast.expr] = []
    while not isinstance(node, ast.Name):
        if isinstance(node, ast.Attribute):
            parts.append(("attr", node.attr))
        elif isinstance(node, ast.Subscript) and is_plain(node.slice):
            parts.append(("item", len(keys)))
            keys.append(node.slice)
        else:
            return None
        node = node.value
    return PathSpec(node.id, tuple(reversed(parts)), tuple(keys))


def store_path_of(node: ast.AST) -> PathSpec | None:
    """Return the path of a target that is stored into; its last key may be anything, and is not among the keys."""
    if not isinstance(node, ast.Subscript):
        return path_of(node)
    base = path_of(node.value)
    return None if base is None else PathSpec(base.root, (*base.parts, ("item", len(base.keys))), base.keys)


def names_in(key: ast.AST) -> frozenset[str]:
    """Return the names in a key."""
    return frozenset(inner.id for inner in ast.walk(key) if isinstance(inner, ast.Name))
