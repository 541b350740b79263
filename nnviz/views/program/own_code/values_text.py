"""What a name in the source holds, as text for a tooltip."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PyQt6.QtCore import QCoreApplication

from nnviz.model.text.numbers import MINUS, exact, format_number

_MOST: Final = 6
"""Rows and columns of which the numbers are written; of more the first and the last ones."""
_PATH: Final = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*|\[[^\[\]]*\])*")


def path_at(text: str, column: int, names: Mapping[str, object]) -> str:
    """Return the name at a place of a line: the shortest that holds numbers and reaches there; empty where none is."""
    for found in _PATH.finditer(text):
        if not found.start() <= column < found.end():
            continue
        parts = [match.end() for match in re.finditer(r"\w+|\[[^\[\]]*\]", found[0])]
        for end in parts:
            path = found[0][:end].replace('"', "'")
            if found.start() + end > column and path in names:
                return path
    return ""


def value_text(name: str, value: NDArray[Any]) -> str:
    """Return a name with its shape and its numbers."""
    array = np.asarray(value)
    if array.ndim == 0 or array.dtype.kind not in "biuf":
        number = array.item()
        return f"{name} = {exact(float(number)) if array.dtype.kind in 'biuf' else number}"
    shape = "×".join(map(str, array.shape)) if array.ndim > 1 else f"({array.shape[0]},)"
    kind = "" if array.dtype == np.float64 else f" {array.dtype}"
    heading = f"{name}  {shape}{kind}"
    if array.size == 0:
        return f"{heading}  {QCoreApplication.translate('OwnCode', 'empty')}"
    if array.ndim > 2:
        least, greatest = format_number(float(array.min())), format_number(float(array.max()))
        return f"{heading}  {least} … {greatest}"
    return "\n".join((heading, *_rows(np.atleast_2d(array))))


def _rows(matrix: NDArray[Any]) -> list[str]:
    rows, columns = _few(matrix.shape[0]), _few(matrix.shape[1])
    cells = [["…" if None in (r, c) else _number(matrix[r, c]) for c in columns] for r in rows]
    width = max(len(cell) for row in cells for cell in row)
    return ["  ".join(cell.rjust(width) for cell in row) for row in cells]


def _few(count: int) -> list[int | None]:
    if count <= _MOST:
        return list(range(count))
    return [*range(_MOST - 2), None, count - 1]


def _number(value: Any) -> str:
    return format_number(float(value)).replace("-", MINUS)
