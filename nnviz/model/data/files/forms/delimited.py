"""Rows and columns with a delimiter, and what people's programs put around them.

Comment lines, ``sep=;``, a name too many or too few, breaks within quotes, full-width commas, a row of units: what is
put right is told.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nnviz.model.data.files.forms.cells import is_missing, number_in
from nnviz.model.data.files.forms.form import Form, Row
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

DELIMITERS = ("\t", ";", "|", ",")
"""Delimiters of columns, those least likely to occur in a number first; a space for any white space."""

_COMMENTS = ("#", "%", "//")
_SEP = re.compile(r"\ufeff?\"?sep=(.)\"?\s*", re.IGNORECASE)
_WIDE = str.maketrans("，；｜", ",;|")
_WORDS = re.compile(r'"((?:[^"]|"")*)"|(\S+)')


@dataclass
class _Text:
    """A text on the way to its rows."""

    lines: list[str]
    first: int = 1
    delimiter: str = ""
    comment: str = ""
    plain: bool = True


def read_delimited(lines: Sequence[str], delimiter: str = "") -> Form:
    """Return the rows of a delimited text.

    Parameters
    ----------
    lines
        The text's lines, without their ends.
    delimiter
        What separates the cells; detected where it is empty.
    """
    text = _Text(list(lines), delimiter=delimiter)
    notes = [note for part in (_without_sep(text), _narrow(text), _without_comments(text)) for note in part]
    rows, numbers = _split(text)
    header = _commented_names(text, rows)
    rows, more = _squared(rows, text)
    rows, numbers, unit_notes = _without_units(rows, numbers)
    return Form(
        tuple(rows),
        tuple(numbers),
        header,
        None,
        (*notes, *more, *unit_notes),
        text.plain and not more and not unit_notes,
        text.delimiter,
    )


def delimiter_of(lines: Sequence[str]) -> str:
    """Detect the delimiter: what occurs equally often in every row, or otherwise in most."""
    best, share = "", 0.0
    some = [line for line in lines[:50] if line.strip()]
    for delimiter in DELIMITERS:
        counts = [_count(line, delimiter) for line in some]
        # A name more or less in the header says nothing.
        usual = max(set(counts), key=counts.count)
        agreeing = counts.count(usual) / len(counts) if usual else 0.0
        if agreeing > share + 1e-9:
            best, share = delimiter, agreeing
    if share > 0.5:
        return best
    return " " if all(len(line.split()) > 1 for line in some) else best or ","


def cells_of(line: str, delimiter: str) -> Row:
    """Split a row into cells."""
    if delimiter == " ":
        if '"' not in line:
            return line.split()
        return [quoted.replace('""', '"') or word for quoted, word in _WORDS.findall(line)]
    if '"' not in line:
        return line.split(delimiter)
    try:
        return next(csv.reader([line], delimiter=delimiter, skipinitialspace=True), [])
    except csv.Error:
        return line.split(delimiter)


def _count(line: str, delimiter: str) -> int:
    if '"' not in line:
        return line.count(delimiter)
    return max(len(cells_of(line, delimiter)) - 1, 0)


def _without_sep(text: _Text) -> Iterator[str]:
    """Remove Excel's line ``sep=;``."""
    found = _SEP.fullmatch(text.lines[0]) if text.lines else None
    if found is not None:
        text.lines[0], text.plain = "", False
        text.delimiter = text.delimiter or found[1]
    yield from ()


def _narrow(text: _Text) -> Iterator[str]:
    """Read full-width commas as commas, where they are what separates the cells."""
    some = [line for line in text.lines[:50] if line.strip()]
    for wide in "，；｜":
        counts = {line.count(wide) for line in some}
        narrow = str(wide).translate(_WIDE)
        if len(counts) == 1 and counts != {0} and text.delimiter in ("", narrow):
            text.lines = [line.replace(wide, narrow) for line in text.lines]
            text.delimiter, text.plain = narrow, False
            yield filled(QT_TRANSLATE_NOOP("model", "{wide} is read as {narrow}."), wide=wide, narrow=narrow)
            return


def _without_comments(text: _Text) -> Iterator[str]:
    """Remove comment lines; the last one before the rows may have the columns' names."""
    is_comment = [line.lstrip("\ufeff \t").startswith(_COMMENTS) for line in text.lines]
    count = sum(is_comment)
    if not count or count == sum(bool(line.strip()) for line in text.lines):
        return
    first = next(n for n, line in enumerate(text.lines) if line.strip() and not is_comment[n])
    before = [text.lines[n] for n in range(first) if is_comment[n]]
    if is_comment[-1] or count > len(before) or before:
        text.comment = before[-1].lstrip("\ufeff \t").lstrip("#%/").strip() if before else ""
        text.lines = ["" if comment else line for line, comment in zip(text.lines, is_comment, strict=True)]
        text.plain = False
        yield filled(QT_TRANSLATE_NOOP("model", "Comment lines that are left out: {count}."), count=count)


def _split(text: _Text) -> tuple[list[Row], list[int]]:
    """Return the rows that are not empty, and the line of each."""
    text.delimiter = text.delimiter or delimiter_of([line for line in text.lines if line.strip()])
    rows, numbers = [], []
    for number, row in _cells(text):
        if any(cell.strip() for cell in row):
            rows.append(row)
            numbers.append(number)
        elif len(row) > 1:
            text.plain = False
    return rows, numbers


def _cells(text: _Text) -> Iterator[tuple[int, Row]]:
    delimiter = text.delimiter
    if delimiter == " " or not any('"' in line for line in text.lines):
        text.plain = text.plain and not (delimiter == " " and any('"' in line for line in text.lines))
        yield from ((number, cells_of(line, delimiter)) for number, line in enumerate(text.lines, start=1))
        return
    # A cell in quotes may have line breaks.
    reader = csv.reader((f"{line}\n" for line in text.lines), delimiter=delimiter, skipinitialspace=True)
    begun = 1
    try:
        for row in reader:
            text.plain = text.plain and reader.line_num == begun
            yield begun, [cell.replace("\n", " ") for cell in row]
            begun = reader.line_num + 1
    except csv.Error:
        text.plain = False
        for number in range(begun, len(text.lines) + 1):
            yield number, cells_of(text.lines[number - 1], delimiter)


def _commented_names(text: _Text, rows: list[Row]) -> tuple[str, ...] | None:
    """Return the names of the last comment before the rows, as numpy.savetxt writes them."""
    if not text.comment or not rows or not _is_numeric(rows[0]):
        return None
    for delimiter in dict.fromkeys((text.delimiter, *DELIMITERS, " ")):
        names = [name.strip() for name in cells_of(text.comment, delimiter)]
        if len(names) == len(rows[0]) > 1 and not _is_numeric(names):
            return tuple(names)
    return None


def _is_numeric(row: Row) -> bool:
    return all(number_in(cell) is not None or number_in(cell, ",") is not None or is_missing(cell) for cell in row)


def _squared(rows: list[Row], text: _Text) -> tuple[list[Row], list[str]]:
    """Make the header and the rows equally long, where one has a cell more that says nothing."""
    if len(rows) < 2:
        return rows, []
    lengths = [len(row) for row in rows[1:]]
    usual = max(set(lengths), key=lengths.count)
    first = len(rows[0])
    if usual == first + 1 and all(not row[-1].strip() for row in rows[1:] if len(row) == usual):
        note = QT_TRANSLATE_NOOP("model", "Each row ends with a delimiter; the empty cell after it is left out.")
        return [rows[0], *(row[:-1] if len(row) == usual else row for row in rows[1:])], [note]
    if usual == first + 1 and not _is_numeric(rows[0]):
        # As R writes a table: the names of the rows have no name.
        return [["", *rows[0]], *rows[1:]], [QT_TRANSLATE_NOOP("model", "The first column has no name.")]
    if first == usual + 1 and not rows[0][-1].strip():
        note = QT_TRANSLATE_NOOP("model", "The header ends with a delimiter; the empty name after it is left out.")
        return [rows[0][:-1], *rows[1:]], [note]
    if first == usual > 1 and all(len(row) != usual or not row[-1].strip() for row in rows):
        note = QT_TRANSLATE_NOOP("model", "Each row ends with a delimiter; the empty cell after it is left out.")
        return [row[:-1] if len(row) == usual else row for row in rows], [note]
    return rows, []


def _without_units(rows: list[Row], numbers: list[int]) -> tuple[list[Row], list[int], list[str]]:
    """Leave out a second row of the header that has the units."""
    if len(rows) < 4 or _is_numeric(rows[0]) or not all(len(row) == len(rows[0]) for row in rows[:4]):
        return rows, numbers, []
    for column, cell in enumerate(rows[1]):
        below = [row[column] for row in rows[2:] if column < len(row)]
        if number_in(cell) is None and not is_missing(cell) and all(map(_is_number, below)):
            break
    else:
        return rows, numbers, []
    if any(_is_number(cell) for cell in rows[1] if cell.strip()):
        return rows, numbers, []  # a wrong cell in a row of numbers is a mistake, and refused
    note = filled(QT_TRANSLATE_NOOP("model", "Row {row} has units and no numbers; it is left out."), row=numbers[1])
    return [rows[0], *rows[2:]], [numbers[0], *numbers[2:]], [note]


def _is_number(cell: str) -> bool:
    return number_in(cell) is not None or number_in(cell, ",") is not None or is_missing(cell)
