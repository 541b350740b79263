"""Detecting how a table's text is laid out: its encoding, delimiter, decimal sign and header."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Sequence
from typing import Literal

from nnviz.model.data.files.source import DataSource
from nnviz.model.errors import ModelError
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

HEAD = 2**20
LONGEST_ROW = 2**25
"""Bytes that are looked at, and of the longest row that is looked for."""

_ROWS = 200
_CELLS = 200_000
"""Rows, and cells, that are looked at most."""

DELIMITERS = ("\t", ";", "|", ",")
"""Delimiters of columns, those least likely to occur in a number first; a space for any white space."""

_MISSING = frozenset(("", "na", "n/a", "#n/a", "nan", "null", "none", "?", "-", "."))
_MISSING_TEXT = _MISSING - {"none", "-", "."}
_DECIMAL_COMMA = re.compile(r"\s*[-+]?\d*,\d+(?:[eE][-+]?\d+)?\s*")

Row = list[str]


def is_missing(cell: str) -> bool:
    """Return whether a cell marks a missing value."""
    return cell.strip().lower() in _MISSING


def is_missing_text(cell: str) -> bool:
    """Return whether a cell among texts marks a missing one; "none" may well be a class."""
    return cell.strip().lower() in _MISSING_TEXT


def number_in(cell: str, decimal: str = ".") -> float | None:
    """Return the number that a cell is, or None."""
    if "_" in cell:  # Python's own way of writing 1_000; no table has it
        return None
    try:
        return float(cell if decimal == "." else cell.replace(decimal, "."))
    except ValueError:
        return None


def encoding_of(source: DataSource, head: bytes) -> str:
    """Detect the encoding of a text.

    Raises
    ------
    ModelError
        If it is not text.
    """
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    control = next((i for i, byte in enumerate(head[:HEAD]) if byte < 32 and byte not in b"\t\n\r\f\x1a"), None)
    if control is not None:
        found = filled(
            QT_TRANSLATE_NOOP("model", "not text: its byte {number} is {byte}"),
            number=control + 1,
            byte=f"0x{head[control]:02x}",
        )
        raise source.refused("", found, accepted_formats())
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            # Not final: the head may end within a character.
            codecs.getincrementaldecoder(encoding)().decode(head)
        except UnicodeDecodeError:
            continue
        return encoding
    return "latin-1"


def accepted_formats() -> str:
    """Return a text about the formats that are read."""
    return QT_TRANSLATE_NOOP("model", "CSV, TSV or another text table, NPZ, NPY, or IDX images with their labels")


def first_lines(source: DataSource, head: bytes, encoding: str) -> list[str]:
    """Return the first rows that are not empty, complete.

    Raises
    ------
    ModelError
        If there is none, or the first one is longer than any that is read.
    """
    if encoding == "utf-16" or (b"\n" not in head and len(head) == HEAD):
        head = source.head(LONGEST_ROW)
        if len(head) == LONGEST_ROW and b"\n" not in head:
            found = filled(QT_TRANSLATE_NOOP("model", "a row of more than {size} MB"), size=LONGEST_ROW >> 20)
            raise source.refused("", found, accepted_formats())
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(head)
    except (UnicodeError, LookupError):
        raise not_encoded(source, "", encoding) from None
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if len(head) in (HEAD, LONGEST_ROW) and len(lines) > 1:
        del lines[-1]  # it may not be whole
    some = [line for line in lines if line.strip()][:_ROWS]
    if not some:
        raise source.refused("", QT_TRANSLATE_NOOP("model", "nothing: it is empty"), accepted_formats())
    return some


def not_encoded(source: DataSource, where: str, encoding: str) -> ModelError:
    """Return the error for bytes that are not characters."""
    found = filled(QT_TRANSLATE_NOOP("model", "bytes that are not text in {encoding}"), encoding=encoding)
    return source.refused(where, found, QT_TRANSLATE_NOOP("model", "text, preferably in UTF-8"))


def delimiter_of(lines: Sequence[str]) -> str:
    """Detect the delimiter: what occurs equally often in every row, or otherwise in most."""
    best, share = "", 0.0
    for delimiter in DELIMITERS:
        counts = [_count(line, delimiter) for line in lines[:50]]
        usual = max(set(counts), key=counts.count)
        agreeing = counts.count(usual) / len(counts) if usual else 0.0
        if agreeing > share + 1e-9:
            best, share = delimiter, agreeing
    if share > 0.5:
        return best
    return " " if all(len(line.split()) > 1 for line in lines[:50]) else best or ","


def _count(line: str, delimiter: str) -> int:
    if '"' not in line:
        return line.count(delimiter)
    return max(len(cells(line, delimiter)) - 1, 0)


def cells(line: str, delimiter: str) -> Row:
    """Split a row into cells."""
    if delimiter == " ":
        return line.split()
    if '"' not in line:
        return line.split(delimiter)
    try:
        return next(csv.reader([line], delimiter=delimiter, skipinitialspace=True), [])
    except csv.Error:
        return line.split(delimiter)


def first_rows(source: DataSource, lines: Sequence[str], delimiter: str) -> list[Row]:
    """Split the first rows into cells: as many of them as are quickly checked.

    Raises
    ------
    ModelError
        If they have very many columns.
    """
    columns = _count(lines[0], delimiter) + 1
    source.check_columns(columns)
    return [cells(line, delimiter) for line in lines[: max(3, _CELLS // columns)]]


def decimal_of(rows: Sequence[Row], delimiter: str) -> Literal[".", ","]:
    """Detect the decimal sign: a comma where numbers have one, and it is not the delimiter."""
    if delimiter == ",":
        return "."
    some = [cell for row in rows for cell in row]
    with_comma = any(_DECIMAL_COMMA.fullmatch(cell) for cell in some)
    with_point = any("." in cell and number_in(cell) is not None for cell in some)
    return "," if with_comma and not with_point else "."


def has_header(rows: Sequence[Row], decimal: str) -> bool:
    """Return whether the first row has names: text above numbers."""
    first, others = rows[0], rows[1:]
    for column, cell in enumerate(first):
        if is_missing(cell) or number_in(cell, decimal) is not None:
            continue
        below = [row[column] for row in others if column < len(row) and not is_missing(row[column])]
        if below and all(number_in(text, decimal) is not None for text in below):
            return True
    return False
