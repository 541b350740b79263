"""LIBSVM and SVMlight: the answer, then ``number:value`` for each input that is not 0."""

from __future__ import annotations

import re

from nnviz.model.data.files.forms.form import Form, Row
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

_LINE = re.compile(r"[^\s:#,;]+(\s+qid:\d+)?(\s+\d+:\S+)*\s*(#.*)?")
_CELL = re.compile(r"(\d+):(\S+)")
_MOST_INPUTS = 10_000


def is_libsvm(lines: list[str]) -> bool:
    """Return whether the first lines are an answer and numbered inputs."""
    some = [line.strip() for line in lines[:50] if line.strip() and not line.lstrip().startswith("#")]
    return any(_CELL.search(line) for line in some) and all(_LINE.fullmatch(line) for line in some)


def read_libsvm(lines: list[str]) -> Form:
    """Return a column for each input that occurs, and the answer last."""
    found: list[tuple[int, str, dict[int, str]]] = []
    for number, line in enumerate(lines, start=1):
        text = line.partition("#")[0].strip()
        if not text:
            continue
        answer, _, behind = text.partition(" ")
        found.append((number, answer, {int(index): value for index, value in _CELL.findall(behind)}))
    indices = sorted({index for _, _, cells in found for index in cells})
    if indices and indices[-1] < _MOST_INPUTS:
        indices = list(range(min(1, indices[0]), indices[-1] + 1))  # an input that is 0 everywhere is an input
    rows: list[Row] = [[*(cells.get(index, "0") for index in indices), answer] for _, answer, cells in found]
    names = (*(f"x{index}" for index in indices), "y")
    note = filled(
        QT_TRANSLATE_NOOP("model", "LIBSVM: {count} inputs; those that a line leaves out are 0."), count=len(indices)
    )
    return Form(tuple(rows), tuple(number for number, _, _ in found), names, (len(indices),), (note,))
