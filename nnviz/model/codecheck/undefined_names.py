"""Names that a person's file reads and never gives."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator


def missing_names(source: str) -> tuple[tuple[str, int], ...]:
    """Return the names that are read and given nowhere in a file, each with the line that reads it first.

    A name that some function gives is not told, though another reads it: what is told is certain.
    """
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return ()
    given = set(dir(builtins)) | {"__file__", *_given(tree)}
    if "*" in given:
        return ()
    found: dict[str, int] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id not in given:
            found[node.id] = min(node.lineno, found.get(node.id, node.lineno))
    return tuple(sorted(found.items(), key=lambda item: (item[1], item[0])))


def _given(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
                yield name
            case ast.arg(arg=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name
            case ast.ClassDef(name=name):
                yield name
            case ast.alias(name=name, asname=other):
                yield other or name.partition(".")[0]
            case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                yield name
            case ast.MatchMapping(rest=str(name)):
                yield name
