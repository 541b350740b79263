"""The numbers that stand in a person's source, and those of them that are called learning rates."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from nnviz.model.recording.recording import Recording

_RATE_WORDS = ("lr", "rate", "eta", "alpha", "step")
_MOST = 1000.0


def literals(recording: Recording) -> tuple[float, ...]:
    """Return the numbers that stand in the person's source, up to 1000."""
    found: dict[float, None] = {}
    for node in _nodes(recording):
        value = _number(node)
        if value is not None and 0 < value <= _MOST:
            found[value] = None
    return tuple(found)


def named_rates(recording: Recording) -> tuple[float, ...]:
    """Return the numbers that are given to names such as `lr`, `eta`, `learning_rate`."""
    found: dict[float, None] = {}
    for node in _nodes(recording):
        for name, given in _given(node):
            value = _number(given)
            if value is not None and any(word in name.lower() for word in _RATE_WORDS):
                found[value] = None
    return tuple(found)


def _nodes(recording: Recording) -> Iterator[ast.AST]:
    for file in recording.files:
        try:
            tree = ast.parse(file.text)
        except SyntaxError:
            continue
        yield from ast.walk(tree)


def _number(node: ast.AST) -> float | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)) and not isinstance(node.value, bool):
        return float(node.value)
    return None


def _given(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Yield the names that a node gives values to, and the values."""
    if isinstance(node, ast.keyword) and node.arg is not None:
        yield node.arg, node.value
    elif isinstance(node, ast.Assign):
        for target in node.targets:
            if isinstance(target, ast.Name):
                yield target.id, node.value
            elif isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                for one, value in zip(target.elts, node.value.elts, strict=False):
                    if isinstance(one, ast.Name):
                        yield one.id, value
    elif isinstance(node, (ast.FunctionDef, ast.Lambda)):
        arguments = node.args.args
        for argument, default in zip(arguments[::-1], node.args.defaults[::-1], strict=False):
            yield argument.arg, default
