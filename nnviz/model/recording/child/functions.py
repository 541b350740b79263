"""The bodies of functions: entered with their parameters, left in any way."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from .expressions import constant, hook


def split_docstring(body: list[ast.stmt]) -> tuple[list[ast.stmt], list[ast.stmt]]:
    """Return the docstring of a body, if it has one, and the rest."""
    first = body[0] if body else None
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
        return body[:1], body[1:]
    return [], list(body)


def parameters(arguments: ast.arguments) -> list[ast.arg]:
    """Return the parameters of a function that hold one object each."""
    return [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]


def is_generator(function: ast.FunctionDef) -> bool:
    """Return whether a function yields itself, not only one inside it."""
    return any(isinstance(node, ast.Yield | ast.YieldFrom) for node in _own_nodes(function))


def _own_nodes(function: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(function):
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef):
            yield child
            yield from _own_nodes(child)


def entered(
    node: ast.FunctionDef, place: int, binds: list[int], body: list[ast.stmt], generator: bool
) -> list[ast.stmt]:
    """Return a body that tells when it is entered, with its parameters, and when it is left.

    A generator is not left: it runs on in whatever function asks it.
    """
    held = [ast.copy_location(ast.Name(argument.arg, ast.Load()), node) for argument in parameters(node.args)]
    name = "enter_generator" if generator else "enter"
    enter = hook(name, node, constant(place, node), constant(tuple(binds), node), *held)
    first: ast.stmt = ast.copy_location(ast.Expr(enter), node)
    body = body or [ast.copy_location(ast.Pass(), node)]
    if generator:
        return [first, *body]
    last: ast.stmt = ast.copy_location(ast.Expr(hook("leave", node)), node)
    return [first, ast.copy_location(ast.Try(body, [], [], [last]), node)]
