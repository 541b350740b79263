"""Finding out why a person's code failed: on which line, on which shapes, and for want of which names."""

from __future__ import annotations

import ast
import builtins
import linecache
import sysconfig
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any, Final

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.codecheck.call_result import Failure, Misfit
from nnviz.model.codecheck.fitting_products import fitting_products

_NOT_THEIRS: Final = (str(Path(__file__).parent), sysconfig.get_paths()["stdlib"], "<frozen")
_MESSAGE_MOST: Final = 1000
"""Characters of an exception's text that are reported: it may hold whole arrays."""
_OPERATORS: Final[Mapping[type[ast.operator], str]] = {
    ast.MatMult: "@",
    ast.Mult: "*",
    ast.Add: "+",
    ast.Sub: "-",
    ast.Div: "/",
}
_COMPUTE: Final[Mapping[str, Callable[[Array, Array], object]]] = {
    "@": np.dot,
    "*": np.multiply,
    "+": np.add,
    "-": np.subtract,
    "/": np.divide,
}
_CALLED: Final = {"dot": "@", "matmul": "@", "multiply": "*", "add": "+", "subtract": "-", "divide": "/"}


def failure_of(error: BaseException, part: str = "backprop") -> Failure:
    """Describe what a person's code raised, and where in it."""
    kind, message = type(error).__name__, _message(error)
    frame, line = _innermost_of_theirs(error.__traceback__)
    if isinstance(error, SyntaxError):
        file = Path(error.filename or "").name
        return Failure(kind, error.msg, error.lineno or 0, (error.text or "").strip(), part=part, file=file)
    if frame is None:
        return Failure(kind, message, part=part)
    name = frame.f_code.co_filename
    misfit = _misfit(frame, line, error)
    missing = undefined_names("".join(linecache.getlines(name))) if isinstance(error, NameError) else ()
    text = linecache.getline(name, line).strip()
    return Failure(kind, message, line, text, misfit, part, missing, Path(name).name)


def _message(error: BaseException) -> str:
    try:
        text = str(error).strip()[:_MESSAGE_MOST]
    except Exception:  # noqa: BLE001 - a person's exception may raise another
        return ""
    return text.encode("utf-8", "replace").decode("utf-8")


def _innermost_of_theirs(traceback: TracebackType | None) -> tuple[FrameType | None, int]:
    """Return the innermost frame of the person's own code: not of nnviz, of Python or of an installed package."""
    found: tuple[FrameType | None, int] = (None, 0)
    while traceback is not None:
        name = traceback.tb_frame.f_code.co_filename
        if not name.startswith(_NOT_THEIRS) and "site-packages" not in name and "dist-packages" not in name:
            found = traceback.tb_frame, traceback.tb_lineno
        traceback = traceback.tb_next
    return found


def _misfit(frame: FrameType, line: int, error: BaseException) -> Misfit | None:
    """Find the operands of a failed statement that do not fit together, by computing its parts again, inside out."""
    if not isinstance(error, ValueError | AssertionError):
        return None
    tree = _parsed("".join(linecache.getlines(frame.f_code.co_filename)))
    within = [node for node in _statements(tree) if _covers(node, line)]
    statement = max(within, key=lambda node: node.lineno, default=None)
    if isinstance(statement, ast.Assert):
        return _misfit_of_assertion(statement, tree, frame)
    if statement is None or isinstance(error, AssertionError):
        return None
    for left, operator, right in _operations(statement):
        operands = _operands(left, right, frame)
        if operands is None:
            continue
        try:
            _COMPUTE[operator](*operands)
        except ValueError:
            names = ast.unparse(left), ast.unparse(right)
            return Misfit(operator, names[0], operands[0].shape, names[1], operands[1].shape, _target(statement))
    return None


@lru_cache(maxsize=4)
def _parsed(source: str) -> ast.Module:
    """Parse a file once, however often it fails."""
    try:
        return ast.parse(source)
    except SyntaxError:
        return ast.Module([], [])


@lru_cache(maxsize=4)
def _statements(tree: ast.Module) -> tuple[ast.stmt, ...]:
    return tuple(node for node in ast.walk(tree) if isinstance(node, ast.stmt))


def _covers(node: ast.stmt, line: int) -> bool:
    return node.lineno <= line <= (node.end_lineno or node.lineno)


def _misfit_of_assertion(statement: ast.Assert, tree: ast.Module, frame: FrameType) -> Misfit | None:
    """Find the operands of ``assert a.shape == b.shape``."""
    match statement.test:
        case ast.Compare(
            left=ast.Attribute(value=left, attr="shape"),
            ops=[ast.Eq()],
            comparators=[ast.Attribute(value=right, attr="shape")],
        ):
            operands = _operands(left, right, frame)
            if operands is None:
                return None
            names, wanted = (ast.unparse(left), ast.unparse(right)), operands[1].shape
            rearranged = tuple(_rearranged(names[0], wanted, statement, tree, frame))
            return Misfit("==", names[0], operands[0].shape, names[1], wanted, rearranged=rearranged)
    return None


def _rearranged(
    name: str, wanted: tuple[int, ...], asserted: ast.Assert, tree: ast.Module, frame: FrameType
) -> Iterator[str]:
    """Find where a name was assigned last, and which products of the operands there have the required shape."""
    before = [n for n in _statements(tree) if isinstance(n, ast.Assign) and n.lineno < asserted.lineno]
    made = max((n for n in before if _target(n) == name), key=lambda n: n.lineno, default=None)
    if made is None or len(wanted) != 2:
        return
    for left, operator, right in reversed(list(_operations(made))):
        operands = _operands(left, right, frame)
        if operands is not None:
            misfit = Misfit(operator, ast.unparse(left), operands[0].shape, ast.unparse(right), operands[1].shape)
            result = f"→ ({wanted[0]}, {wanted[1]})"
            yield from (text for text in fitting_products(misfit, wanted) if text.endswith(result))


def _operands(left: ast.expr, right: ast.expr, frame: FrameType) -> tuple[Array, Array] | None:
    try:
        one, other = (np.asarray(_value(part, frame), dtype=np.float64) for part in (left, right))
    except Exception:  # noqa: BLE001 - a part that cannot be computed alone says nothing
        return None
    return one, other


def _operations(statement: ast.stmt) -> Iterator[tuple[ast.expr, str, ast.expr]]:
    """Yield every operation of a statement, those inside others first."""
    found = []
    for node in ast.walk(statement):
        match node:
            case ast.BinOp(left=left, op=operator, right=right) if type(operator) in _OPERATORS:
                found.append((left, _OPERATORS[type(operator)], right))
            case ast.AugAssign(target=target, op=operator, value=value) if type(operator) in _OPERATORS:
                found.append((_loaded(target), _OPERATORS[type(operator)], value))
            case ast.Call(func=ast.Attribute(attr=name), args=[left, right]) if name in _CALLED:
                found.append((left, _CALLED[name], right))
            case ast.Call(func=ast.Attribute(value=left, attr="dot"), args=[right]):
                found.append((left, "@", right))
    return reversed(found)


def _loaded(target: ast.expr) -> ast.expr:
    return ast.parse(ast.unparse(target), mode="eval").body


def _value(node: ast.expr, frame: FrameType) -> Any:
    # This runs only what the person's own process has just run.
    code = compile(ast.Expression(node), "<part of a statement>", "eval")
    return eval(code, frame.f_globals, frame.f_locals)


def _target(statement: ast.stmt) -> str:
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        return ast.unparse(statement.targets[0])
    return ast.unparse(statement.target) if isinstance(statement, ast.AugAssign | ast.AnnAssign) else ""


# Undefined names ----------------------------------------------------------------------------------------------------


def undefined_names(source: str) -> tuple[tuple[str, int], ...]:
    """Return the names that a file reads but never defines, each with the line that reads it first.

    A name that any function defines is left out, even if another one reads it: what is reported is certain.
    """
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return ()
    defined = set(dir(builtins)) | {"__file__", *_defined_names(tree)}
    if "*" in defined:
        return ()
    found: dict[str, int] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id not in defined:
            found[node.id] = min(node.lineno, found.get(node.id, node.lineno))
    return tuple(sorted(found.items(), key=lambda item: (item[1], item[0])))


def _defined_names(tree: ast.AST) -> Iterator[str]:
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
