"""What a student's file is: a function, a script, or nothing that can be run."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from importlib.util import decode_source
from pathlib import Path
from typing import Final, Literal

from nnviz.model.grading.adapter import arguments_of, calling, is_usual, watching

_NAMES: Final = re.compile(r"back|grad", re.IGNORECASE)
_QUIET: Final = (
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.Import,
    ast.ImportFrom,
    ast.Assign,
    ast.AnnAssign,
)


@dataclass(frozen=True)
class Submission:
    """What a file is.

    Attributes
    ----------
    kind
        What is marked: a function, or the whole script; ``nothing`` where nothing in it runs.
    text
        What is run in place of its text; None for that.
    watching
        Text whose function returns the arrays that the student's has when it ends, however it does; None without one.
    note
        How it is called, where that is not the usual way; empty where it is.
    """

    kind: Literal["function", "script", "nothing"]
    text: str | None = None
    watching: str | None = None
    note: str = ""


def read_submission(path: Path) -> Submission:
    """Return what a file is.

    Raises
    ------
    OSError
        If it cannot be read.
    """
    if path.suffix == ".ipynb":
        return Submission("script")
    try:
        text = decode_source(path.read_bytes())
        body = ast.parse(text).body
    except (SyntaxError, ValueError):
        return Submission("function")  # running it says what is wrong with it, and where
    runs = any(not isinstance(one, _QUIET) and not _is_text(one) and not _is_for_main(one) for one in body)
    functions = [one for one in body if isinstance(one, ast.FunctionDef) and _NAMES.search(one.name)]
    functions.sort(key=lambda one: one.name != "backprop")
    for function in functions:
        arguments = arguments_of(function)
        if function.name == "backprop" and is_usual(function):
            return Submission("function", watching=text + watching(function, arguments or "X, Y, weights, biases"))
        if arguments is not None and (function.name == "backprop" or not runs):
            note = f"{function.name}({ast.unparse(function.args)}): not the name, the arguments or the result asked for"
            return Submission(
                "function", text + calling(function, arguments), text + watching(function, arguments), note
            )
    if any(one.name == "backprop" for one in functions) and not runs:
        return Submission("function")
    is_for_main = any(_is_for_main(one) for one in body)
    computes = any(isinstance(one, ast.Assign | ast.AnnAssign) for one in body)
    return Submission("script" if runs or is_for_main or computes else "nothing")


def without_statement(text: str, line: int) -> str | None:
    """Return a text with the statement at a line of its top level blanked out; None where that defines something.

    Parameters
    ----------
    text
        The file's text, or it with more below.
    line
        From 1.
    """
    for one in ast.parse(text).body:
        if one.lineno <= line <= (one.end_lineno or one.lineno):
            if isinstance(one, ast.FunctionDef | ast.ClassDef | ast.Import | ast.ImportFrom):
                return None
            lines = text.split("\n")
            end = one.end_lineno or one.lineno
            lines[one.lineno - 1 : end] = [""] * (end - one.lineno + 1)
            return "\n".join(lines)
    return None


def _is_text(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _is_for_main(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.If) and "__name__" in ast.unparse(statement.test)
