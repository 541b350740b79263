"""ARFF, the format of Weka: attributes with their types, then rows; the last attribute is the answer."""

from __future__ import annotations

import csv
import re

from nnviz.model.data.files.forms.form import Form, Row

_ATTRIBUTE = re.compile(r"@attribute\s+('[^']*'|\"[^\"]*\"|\S+)\s+(.+)", re.IGNORECASE)


def is_arff(lines: list[str]) -> bool:
    """Return whether the first line that is no comment declares a relation or an attribute."""
    first = next((line for line in lines if line.strip() and not line.lstrip().startswith("%")), "")
    return first.strip().lower().startswith(("@relation", "@attribute"))


def read_arff(lines: list[str]) -> Form:
    """Return the rows after ``@data``, sparse ones written out, with the attributes' names."""
    names: list[str] = []
    defaults: list[str] = []
    rows: list[Row] = []
    numbers: list[int] = []
    in_data = False
    for number, line in enumerate(lines, start=1):
        text = line.strip()
        if not text or text.startswith("%"):
            continue
        if in_data:
            rows.append(_sparse(text, defaults) if text.startswith("{") else _cells(text))
            numbers.append(number)
        elif text.lower().startswith("@data"):
            in_data = True
        elif found := _ATTRIBUTE.fullmatch(text):
            names.append(found[1].strip("'\""))
            kind = found[2].strip()
            # What a sparse row leaves out is 0, or the first of the values that are listed.
            defaults.append(next(iter(_cells(kind.strip("{}"))), "") if kind.startswith("{") else "0")
    return Form(tuple(rows), tuple(numbers), tuple(names), (len(names) - 1,))


def _cells(text: str) -> Row:
    quote = "'" if "'" in text else '"'
    return [cell.strip() for cell in next(csv.reader([text], quotechar=quote, skipinitialspace=True), [])]


def _sparse(text: str, defaults: list[str]) -> Row:
    row = list(defaults)
    for part in _cells(text.strip("{}")):
        index, _, value = part.partition(" ")
        if index.isdecimal() and int(index) < len(row):
            row[int(index)] = value.strip().strip("'\"")
    return row
