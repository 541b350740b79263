"""Calling a person's function in this process, and finding out where it failed."""

from __future__ import annotations

import ast
import inspect
import linecache
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import FrameType, TracebackType
from typing import Any, Final

import numpy as np

from nnviz.model.binding import Array
from nnviz.model.codecheck.given import arrays_of
from nnviz.model.codecheck.handing import Call
from nnviz.model.codecheck.outcome import Failure, Misfit, Outcome
from nnviz.model.errors import ModelError

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
_PRODUCTS: Final = ("dot", "matmul")


def call_all(function: Callable[..., object], calls: Sequence[Call]) -> list[Outcome]:
    """Call a function with each of some arguments."""
    return [call_once(function, call) for call in calls]


def call_once(function: Callable[..., object], call: Call) -> Outcome:
    """Call a function; whatever it raises becomes a failure with the person's own line."""
    arrays = {"X": call.X, "Y": call.Y}
    arrays |= {f"W{layer}": array for layer, array in enumerate(call.weights, start=1)}
    arrays |= {f"b{layer}": array for layer, array in enumerate(call.biases, start=1)}
    kept = {name: array.copy() for name, array in arrays.items()}
    named = {"learning_rate": call.learning_rate} if _asks_for_rate(function) else {}
    try:
        returned = function(call.X, call.Y, list(call.weights), list(call.biases), **named)
    except (KeyboardInterrupt, GeneratorExit):
        raise
    except BaseException as error:  # noqa: BLE001 - a person's code may raise anything, SystemExit too; all of it is told
        return Outcome(failure=failure_of(error))
    try:
        values = arrays_of(returned)
    except ModelError as error:
        return Outcome(failure=Failure("returned", str(error)))
    changed = tuple(name for name, array in arrays.items() if not np.array_equal(array, kept[name], equal_nan=True))
    # Parameters that come back as they were handed over say nothing about the update.
    same = [n for n in values if n in kept and n not in changed and np.array_equal(values[n], kept[n], equal_nan=True)]
    return Outcome({name: value for name, value in values.items() if name not in same}, changed=changed)


def _asks_for_rate(function: Callable[..., object]) -> bool:
    try:
        return "learning_rate" in inspect.signature(function).parameters
    except (TypeError, ValueError):
        return False


def failure_of(error: BaseException) -> Failure:
    """Say what a person's code raised, and where in it."""
    frame, line = _innermost_of_theirs(error.__traceback__)
    if isinstance(error, SyntaxError):
        return Failure("SyntaxError", error.msg, error.lineno or 0, (error.text or "").strip())
    if frame is None:
        return Failure(type(error).__name__, str(error))
    text = linecache.getline(frame.f_code.co_filename, line).strip()
    return Failure(type(error).__name__, str(error), line, text, _misfit(frame, line, error))


def _innermost_of_theirs(traceback: TracebackType | None) -> tuple[FrameType | None, int]:
    """Give the innermost frame that is of a file of the person's: not of nnviz, nor of an installed package."""
    found: tuple[FrameType | None, int] = (None, 0)
    while traceback is not None:
        name = traceback.tb_frame.f_code.co_filename
        if name != __file__ and "site-packages" not in name and not name.startswith("<frozen"):
            found = traceback.tb_frame, traceback.tb_lineno
        traceback = traceback.tb_next
    return found


def _misfit(frame: FrameType, line: int, error: BaseException) -> Misfit | None:
    """Find the operands of a failed statement that do not go together, by computing its parts anew, inside out."""
    if not isinstance(error, ValueError):
        return None
    source = "".join(linecache.getlines(frame.f_code.co_filename))
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return None
    within = [node for node in ast.walk(tree) if isinstance(node, ast.stmt) and _covers(node, line)]
    statement = max(within, key=lambda node: node.lineno, default=None)
    if statement is None:
        return None
    for left, operator, right in _operations(statement):
        try:
            operands = [np.asarray(_value(part, frame), dtype=np.float64) for part in (left, right)]
        except Exception:  # noqa: BLE001 - a part that cannot be computed by itself tells nothing
            continue
        try:
            _COMPUTE[operator](*operands)
        except ValueError:
            names = ast.unparse(left), ast.unparse(right)
            return Misfit(operator, names[0], operands[0].shape, names[1], operands[1].shape, _target(statement))
    return None


def _covers(node: ast.stmt, line: int) -> bool:
    return node.lineno <= line <= (node.end_lineno or node.lineno)


def _operations(statement: ast.stmt) -> Iterator[tuple[ast.expr, str, ast.expr]]:
    """Yield every operation of a statement, those inside others first."""
    found = []
    for node in ast.walk(statement):
        if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
            found.append((node.left, _OPERATORS[type(node.op)], node.right))
        elif isinstance(node, ast.AugAssign) and type(node.op) in _OPERATORS:
            found.append((_loaded(node.target), _OPERATORS[type(node.op)], node.value))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _PRODUCTS:
            # np.dot(a, b) and a.dot(b)
            operands = node.args if len(node.args) == 2 else [node.func.value, *node.args]
            if len(operands) == 2:
                found.append((operands[0], "@", operands[1]))
    return reversed(found)


def _loaded(target: ast.expr) -> ast.expr:
    return ast.parse(ast.unparse(target), mode="eval").body


def _value(node: ast.expr, frame: FrameType) -> Any:
    code = compile(ast.Expression(node), "<part of a statement>", "eval")
    return eval(code, frame.f_globals, frame.f_locals)


def _target(statement: ast.stmt) -> str:
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        return ast.unparse(statement.targets[0])
    return ast.unparse(statement.target) if isinstance(statement, ast.AugAssign | ast.AnnAssign) else ""
