"""JSON: a list of records, a record a line, columns with their values, or rows with the columns' names apart."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from nnviz.model.data.files.forms.form import Form, Row, numbered

_NOT_SAMPLES = frozenset(("layers", "format", "nnviz", "cells"))
"""Fields of scenarios, of sessions and of notebooks."""

_INPUTS = ("data", "x", "inputs", "features", "X")
_ANSWERS = ("target", "targets", "y", "labels", "answers", "Y")


def read_records(text: str) -> Form | None:
    """Return the samples of a JSON text; None where it is not JSON, or something else."""
    begin = text.lstrip("\ufeff \t\r\n")
    if not begin.startswith(("{", "[")):
        return None
    try:
        found = json.loads(begin)
    except ValueError:
        return _of_lines(begin)
    if isinstance(found, dict):
        return None if _NOT_SAMPLES & found.keys() else _of_object(found)
    return _of_list(found) if isinstance(found, list) else None


def _of_lines(text: str) -> Form | None:
    lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    try:
        found = [json.loads(line) for _, line in lines]
    except ValueError:
        return None
    made = _of_list(found) if len(found) > 1 else None
    return made and Form(made.rows, tuple(number for number, _ in lines), made.header)


def _of_list(found: list[Any]) -> Form | None:
    if found and all(isinstance(record, dict) for record in found):
        flat = [_flattened(record) for record in found]
        # In the order in which they occur; a record may leave one out.
        names = tuple(dict.fromkeys(name for record in flat for name in record))
        return numbered([[_text(record.get(name)) for name in names] for record in flat], names)
    if found and all(isinstance(row, list) for row in found):
        return numbered([_spread(row) for row in found])
    return None


def _of_object(found: dict[str, Any]) -> Form | None:
    rows, names = found.get("data"), found.get("columns")
    if isinstance(rows, list) and isinstance(names, list) and all(isinstance(row, list) for row in rows):
        return numbered([[_text(value) for value in row] for row in rows], tuple(map(str, names)))
    for value in found.values():
        if isinstance(value, list) and len(found) == 1:
            return _of_list(value)
    columns = {name: _column(value) for name, value in found.items()}
    lengths = {len(column) for column in columns.values() if column is not None}
    if len(columns) < 2 or None in columns.values() or len(lengths) != 1 or not lengths - {0, 1}:
        return None
    spread: list[tuple[str, list[Any]]] = []
    last = [name for name in columns if name in _ANSWERS]
    for name in (*(other for other in columns if other not in last), *last):
        column = columns[name] or []
        width = len(column[0]) if column and isinstance(column[0], list) else 0
        if width:
            plain = "x" if name in _INPUTS else name
            names_of = [f"{plain}{index + 1}" for index in range(width)] if width > 1 else [plain]
            spread += [(names_of[index], [row[index] for row in column]) for index in range(width)]
        else:
            spread.append((name, list(column)))
    count = lengths.pop()
    header = tuple(name for name, _ in spread)
    return numbered([[_text(values[index]) for _, values in spread] for index in range(count)], header)


def _column(value: Any) -> Sequence[Any] | None:
    if isinstance(value, list):
        widths = {len(row) if isinstance(row, list) else 0 for row in value}
        return value if len(widths) <= 1 else None
    if isinstance(value, dict) and all(key.isdecimal() for key in value):  # as pandas writes a column
        return list(value.values())
    return None


def _flattened(record: dict[str, Any]) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in record.items():
        if isinstance(value, list):
            flat |= {f"{name}{index}": item for index, item in enumerate(value, start=1)}
        elif isinstance(value, dict):
            flat |= {f"{name}.{key}": item for key, item in value.items()}
        else:
            flat[name] = value
    return flat


def _spread(row: list[Any]) -> Row:
    """Return a row's cells; an answer or inputs in lists of their own are written out."""
    return [_text(item) for cell in row for item in (cell if isinstance(cell, list) else [cell])]


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    return repr(value) if isinstance(value, float) else str(value)
