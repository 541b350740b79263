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


_HARMLESS_CALLS = {"str", "len", "int", "range", "repr"}


def is_plain(node: ast.AST | None) -> bool:
    """Return whether evaluating an expression a second time does nothing and gives the same."""
    if isinstance(node, ast.Call):
        return (
            isinstance(node.func, ast.Name)
            and node.func.id in _HARMLESS_CALLS
            and all(map(is_plain, node.args))
            and not node.keywords
        )
    if isinstance(node, ast.Constant | ast.Name):
        return True
    if isinstance(
        node,
        ast.BinOp | ast.UnaryOp | ast.JoinedStr | ast.FormattedValue | ast.Tuple | ast.Slice | ast.Attribute
        | ast.Subscript,
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
