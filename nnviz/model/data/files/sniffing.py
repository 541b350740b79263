"""Detecting how a table's text is laid out: its encoding, decimal sign and header."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from typing import Literal

from nnviz.model.data.files.forms.cells import is_missing, number_in
from nnviz.model.data.files.forms.form import Row
from nnviz.model.data.files.source import DataSource
from nnviz.model.errors import ModelError
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

HEAD = 2**20
LONGEST_ROW = 2**25
"""Bytes that are looked at, and of the longest row that is looked for."""

_DECIMAL_COMMA = re.compile(r"\s*[-+−]?\d*,\d+(?:[eE][-+]?\d+)?\s*[%€]?\s*")
_POINTS_AND_COMMA = re.compile(r"\s*[-+]?\d{1,3}(\.\d{3})+,\d+\s*")
_COMMAS_AND_POINT = re.compile(r"\D*\d{1,3}(,\d{3})+\.\d+\D*")
_THOUSANDS = re.compile(r"\s*[-+]?[1-9]\d{0,2}(,\d{3})+\s*")
_MILLIONS = re.compile(r"\s*[-+]?[1-9]\d{0,2}(,\d{3}){2,}\s*")

_NULS = 0.3
"""Share of zero bytes among every second byte from which a text is UTF-16 without its mark."""


def encoding_of(source: DataSource, head: bytes) -> str:
    """Detect the encoding of a text.

    Raises
    ------
    ModelError
        If it is not text.
    """
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    for encoding, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if zeros and zeros.count(0) > _NULS * len(zeros) and head.count(0) == zeros.count(0):
            return encoding
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
    return QT_TRANSLATE_NOOP(
        "model", "CSV, TSV or another text table, ARFF, LIBSVM, JSON, NPZ, NPY, or IDX images with their labels"
    )


def head_text(source: DataSource, encoding: str) -> tuple[str, bool]:
    """Return the beginning of a text in whole rows, with line ends as \\n, and whether it is all of it.

    Raises
    ------
    ModelError
        If it is empty, not in this encoding, or its first row is longer than any that is read.
    """
    size = HEAD
    head = source.head(size)
    if len(head) == size and (encoding.startswith("utf-16") or b"\n" not in head):
        size = LONGEST_ROW
        head = source.head(size)
        if len(head) == size and b"\n" not in head:
            found = filled(QT_TRANSLATE_NOOP("model", "a row of more than {size} MB"), size=LONGEST_ROW >> 20)
            raise source.refused("", found, accepted_formats())
    text = with_plain_ends(decoded(source, head, encoding, final=len(head) < size))
    whole = len(head) < size
    if not whole and "\n" in text:
        text = text[: text.rindex("\n")]  # the last row may not be whole
    if not text.strip():
        raise source.refused("", QT_TRANSLATE_NOOP("model", "nothing: it is empty"), accepted_formats())
    return text, whole


def decoded(source: DataSource, content: bytes, encoding: str, *, final: bool = True) -> str:
    """Return bytes as text.

    Raises
    ------
    ModelError
        If they are not in this encoding.
    """
    try:
        return codecs.getincrementaldecoder(encoding)().decode(content, final)
    except (UnicodeError, LookupError):
        raise not_encoded(source, "", encoding) from None


def with_plain_ends(text: str) -> str:
    """Return a text whose lines end with \\n."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def not_encoded(source: DataSource, where: str, encoding: str) -> ModelError:
    """Return the error for bytes that are not characters."""
    found = filled(QT_TRANSLATE_NOOP("model", "bytes that are not text in {encoding}"), encoding=encoding)
    return source.refused(where, found, QT_TRANSLATE_NOOP("model", "text, preferably in UTF-8"))


def decimal_of(rows: Sequence[Row], delimiter: str) -> Literal[".", ","]:
    """Detect the decimal sign: a comma where numbers have one, and it does not separate cells or thousands."""
    some = [cell for row in rows for cell in row]
    if any(map(_POINTS_AND_COMMA.fullmatch, some)):
        return ","
    if any(map(_COMMAS_AND_POINT.fullmatch, some)):
        return "."
    with_comma = [cell for cell in some if _DECIMAL_COMMA.fullmatch(cell)]
    with_point = any("." in cell and number_in(cell) is not None for cell in some)
    if not with_comma or with_point or any(map(_MILLIONS.fullmatch, with_comma)):
        return "."
    # Between quotes in a table with commas, 1,200 is rather a number with thousands than one with decimals.
    return "." if delimiter == "," and all(map(_THOUSANDS.fullmatch, with_comma)) else ","


def has_header(rows: Sequence[Row], decimal: str) -> bool:
    """Return whether the first row has names: text above numbers, words that do not recur, or the columns' numbers."""
    first, others = rows[0], rows[1:]
    columns = [
        [row[column] for row in others if column < len(row) and not is_missing(row[column])]
        for column in range(len(first))
    ]
    numeric = [bool(below) and all(number_in(text, decimal) is not None for text in below) for below in columns]
    named = [not is_missing(cell) and number_in(cell, decimal) is None for cell in first]
    if any(map(_both, zip(named, numeric, strict=True))):
        return True
    if numbers_columns(rows, decimal):
        return True
    is_new = [cell not in below for cell, below in zip(first, columns, strict=True)]
    repeated = [len(set(below)) < len(below) for below in columns]
    return all(named) and not any(numeric) and all(is_new) and all(repeated) and len(set(first)) == len(first)


def numbers_columns(rows: Sequence[Row], decimal: str) -> bool:
    """Return whether the first row counts the columns, as pandas names those without a name, and is no sample."""
    first, others = rows[0], rows[1:]
    counted = first[1:] if is_missing(first[0]) else first
    if len(counted) < 2 or counted not in (
        [str(n) for n in range(len(counted))],
        [str(n + 1) for n in range(len(counted))],
    ):
        return False
    if len(counted) < len(first):
        return True
    for column, cell in enumerate(first):
        below = [row[column] for row in others if column < len(row) and not is_missing(row[column])]
        numbers = [number for text in below if (number := number_in(text, decimal)) is not None]
        # Above words, or far from the numbers below it, it is no value of the column.
        if below and (not numbers or not min(numbers) <= float(cell) <= max(numbers)):
            return True
    return False


def _both(pair: tuple[bool, bool]) -> bool:
    return pair[0] and pair[1]
