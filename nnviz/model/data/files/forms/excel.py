"""Excel workbooks, read by openpyxl: the first sheet that has a table."""

from __future__ import annotations

import zlib
from datetime import date, datetime, time
from typing import Any
from zipfile import BadZipFile

from nnviz.model.data.files.forms.form import Form, Row
from nnviz.model.data.files.source import DataSource
from nnviz.model.data.files.unreadable import refusal
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

_OF_DAMAGED = (
    BadZipFile,
    zlib.error,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    OSError,
    EOFError,
    SyntaxError,
)
"""What openpyxl and the parser of XML raise for a damaged workbook, besides their own error."""

_LINE = 'import pandas; pandas.read_excel({name}).to_csv("data.csv", index=False)'


def read_workbook(source: DataSource) -> Form:
    """Return the cells of a workbook's first sheet with two rows or more, formulas as their last values.

    Raises
    ------
    ModelError
        If openpyxl is not installed, or the workbook is damaged, or has no such sheet.
    """
    try:
        from openpyxl import load_workbook
        from openpyxl.utils.exceptions import InvalidFileException
    except ImportError:
        title = QT_TRANSLATE_NOOP("model", 'Excel, which needs openpyxl (pip install -e ".[files]")')
        raise refusal(source, title, _LINE) from None
    with source.opened() as file:
        try:
            book = load_workbook(file, read_only=True, data_only=True)
            # Sheets are parsed while they are read.
            sheets = [(sheet.title, _rows(sheet)) for sheet in book.worksheets]
        except (InvalidFileException, *_OF_DAMAGED) as error:
            accepted = QT_TRANSLATE_NOOP("model", "a complete workbook")
            raise source.refused("", str(error), accepted) from None
    found = [(title, rows) for title, rows in sheets if len(rows) > 1]
    if not found:
        none = QT_TRANSLATE_NOOP("model", "no sheet with two rows or more")
        raise source.refused("", none, QT_TRANSLATE_NOOP("model", "a sheet with a row for each sample"))
    title, rows = found[0]
    others = ", ".join(other for other, _ in found[1:])
    note = QT_TRANSLATE_NOOP("model", "Sheet {name} is read; sheets that are left out: {others}.")
    notes = (filled(note, name=repr(title), others=others),) if others else ()
    return Form(tuple(row for _, row in rows), tuple(number for number, _ in rows), notes=notes)


def _rows(sheet: Any) -> list[tuple[int, Row]]:
    """Return the rows that are not empty, without columns that are, each with its number."""
    rows = [(number, [_text(cell) for cell in row]) for number, row in enumerate(sheet.values, start=1)]
    rows = [(number, row) for number, row in rows if any(row)]
    used = [column for column in range(max((len(row) for _, row in rows), default=0)) if _is_used(rows, column)]
    return [(number, [row[column] if column < len(row) else "" for column in used]) for number, row in rows]


def _is_used(rows: list[tuple[int, Row]], column: int) -> bool:
    return any(column < len(row) and row[column] for _, row in rows)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return repr(value) if isinstance(value, float) else str(value).strip()
