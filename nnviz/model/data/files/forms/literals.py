"""Lists and arrays as Python writes or prints them: ``[[0 1]\\n [1 0]]``, ``array([[0, 1]])``, ``X = …; y = …``."""

from __future__ import annotations

import re
from typing import Any

from nnviz.model.data.files.forms.form import Form, Row, numbered

_TOKEN = re.compile(r"""\s*(?:([\[\](){},;:=])|"([^"]*)"|'([^']*)'|([^\s\[\](){},;:="']+))""")
_OPENING, _CLOSING = "[(", "])"
_ANSWERS = ("y", "Y", "t", "target", "targets", "label", "labels", "answers", "y_train")
_CALLS = frozenset(
    ("array", "asarray", "tensor", "Tensor", "float64", "float32", "int64", "int32", "float", "int", "dtype")
)
"""Names of what makes arrays and numbers, and of an argument: no values."""

_SHORTENED = ("...", "…")

Parsed = tuple[str, Any]
"""A name, empty where there is none, and nested lists of texts."""


def is_literal(text: str) -> bool:
    """Return whether a text begins as a list or an array does."""
    begin = re.sub(r"#[^\n]*", "", text[:4000]).lstrip("\ufeff \t\r\n")
    return re.match(r"([A-Za-z_]\w*\s*[=:]\s*)?((np|numpy|torch|jnp|tf)\.)?(array|asarray|tensor|Tensor|constant)?\s*"
                    r"[\[(]\s*[\[(\d+\-.'\"−]", begin) is not None  # fmt: skip


def is_shortened(text: str) -> bool:
    """Return whether numpy or Python has left numbers out of what it printed."""
    return any(mark in text for mark in _SHORTENED)


def read_literal(text: str) -> Form | None:
    """Return the rows of a list of rows, or of inputs and answers one after the other; None where it is neither."""
    found = _parsed(re.sub(r"#[^\n]*", "", text))
    tables = [(name, value) for name, value in found if isinstance(value, list) and value]
    if len(tables) == 1:
        value = tables[0][1]
        if len(value) == 2 and all(map(_is_table, value)) and len(value[0]) == len(value[1]) > 2:
            tables = [("", value[0]), ("y", value[1])]  # (X, y)
        else:
            return numbered([_cells(row) for row in value]) if _is_table(value) else None
    if len(tables) != 2:
        return None
    (first, inputs), (second, answers) = tables
    if first in _ANSWERS and second not in _ANSWERS:
        inputs, answers = answers, inputs
    inputs, answers = _in_rows(inputs, answers)
    if len(inputs) != len(answers):
        return None
    rows = [[*_cells(row), *_cells(answer)] for row, answer in zip(inputs, answers, strict=True)]
    width, several = len(_cells(inputs[0])), len(_cells(answers[0]))
    outputs = ["y"] if several == 1 else [f"y{number}" for number in range(1, several + 1)]
    names = (*(f"x{number}" for number in range(1, width + 1)), *outputs)
    return numbered(rows, names, answers=tuple(range(width, width + several)))


def _in_rows(inputs: list[Any], answers: list[Any]) -> tuple[list[Any], list[Any]]:
    """Return inputs and answers with a row for each sample, also where they were written with a column for each."""
    if len(answers) == 1 and isinstance(answers[0], list):
        flat = answers[0]
        if len(inputs) != 1 and len(flat) != len(inputs) and len(_cells(inputs[0])) == len(flat):
            inputs = [list(column) for column in zip(*map(_cells, inputs), strict=True)]
        answers = flat
    return inputs, answers


def _is_table(value: Any) -> bool:
    return isinstance(value, list) and len(value) > 1


def _cells(row: Any) -> Row:
    if not isinstance(row, list):
        return [row]
    return [cell for item in row for cell in _cells(item)]


def _parsed(text: str) -> list[Parsed]:
    """Return the lists at the top of a text, with the names before them."""
    found: list[Parsed] = []
    stack: list[list[Any]] = []
    name = pending = ""  # what the next list is called, and a word that may turn out to be that
    skips = False  # the value of an argument such as dtype=
    for match in _TOKEN.finditer(text):
        sign, double, single, word = match.groups()
        if sign is None:
            value = next(part for part in (double, single, word) if part is not None)
            if not stack:
                pending = value
            elif not skips and not (word and word.rpartition(".")[2] in _CALLS):
                stack[-1].append(value)
            skips = False
        elif sign in _OPENING:
            stack.append([])
        elif sign in _CLOSING and stack:
            done = stack.pop()
            if sign == ")" and len(done) == 1:
                done = done[0]  # the brackets of a call, or those around a single value
            if stack:
                stack[-1].append(done)
            else:
                found.append((name, done))
                name = pending = ""
        elif sign in "=:":
            skips = bool(stack)
            name = name if stack else pending
    return found
