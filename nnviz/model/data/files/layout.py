"""How a table of text is laid out: its options, its columns' names, and its first rows, or all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nnviz.model.data.files.columns import TableColumn, columns_of
from nnviz.model.data.files.forms.cells import plain_columns
from nnviz.model.data.files.forms.form import MOST_FORM, Form, Row
from nnviz.model.data.files.forms.recognising import form_of
from nnviz.model.data.files.options import Options
from nnviz.model.data.files.sniffing import (
    decimal_of,
    decoded,
    encoding_of,
    has_header,
    head_text,
    numbers_columns,
    with_plain_ends,
)
from nnviz.model.data.files.source import DataSource
from nnviz.model.errors import ModelError
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

_ROWS = 200
_CELLS = 200_000
"""Rows, and cells, that are looked at most."""

_LINES = 400
"""Lines of a long text that are looked at."""

_SPECIAL = ("[", "{", "@", "(")
"""How texts begin that cannot be read in part."""


@dataclass(frozen=True)
class Layout:
    """How a table is laid out.

    Attributes
    ----------
    options
        How it is read; without the columns' uses, unless they were chosen.
    names
        The columns' names.
    rows, lines
        The first rows without the names, numbers in them written plainly; and the line of each.
    columns
        What these have.
    body, body_lines
        All rows, where the text is read cell by cell; None where numpy reads it.
    form
        What the text was read into.
    notes
        What was read in another way than it stands there.
    count
        How many samples there are, where that is known.
    """

    options: Options
    names: tuple[str, ...]
    rows: tuple[Row, ...]
    lines: tuple[int, ...]
    columns: tuple[TableColumn, ...]
    body: tuple[Row, ...] | None
    body_lines: tuple[int, ...]
    form: Form
    notes: tuple[str, ...]
    count: int | None

    @property
    def text_columns(self) -> tuple[int, ...]:
        """The columns of text."""
        return tuple(number for number, column in enumerate(self.columns) if column.numbers is None)


def layout_of(source: DataSource, chosen: Mapping[str, Any]) -> Layout:
    """Look at a table's rows; what was chosen is not detected.

    Raises
    ------
    ModelError
        If it is not a table, or has fewer than two samples.
    """
    encoding = chosen.get("encoding") or "utf-8"
    if source.form is not None:
        form, whole = source.form, True
    else:
        encoding = chosen.get("encoding") or encoding_of(source, source.head(2**20))
        form, whole = _form(source, encoding, chosen)
    rows = list(form.rows)
    if not rows:
        raise too_few(source)
    columns = max(map(len, rows[:1])) if form.header is None else len(form.header)
    source.check_columns(columns)
    some = rows[: max(3, min(_ROWS, _CELLS // max(columns, 1)))]
    decimal = chosen.get("decimal") or decimal_of(some, form.delimiter)
    header = form.header is not None
    notes = list(form.notes)
    if not header:
        # Names stand above numbers also where these have units or thousands.
        clean = [some[0], *_plain(some[1:], tuple(some[0]), decimal)[0]]
        header = chosen["header"] if chosen.get("header") is not None else has_header(clean, decimal)
        if header and chosen.get("header") is None and numbers_columns(clean, decimal):
            notes.append(_numbered_header(rows[0]))
    names = _names(source, form.header or rows[0], header=header)
    skips = int(header and form.header is None)
    body, lines = rows[skips:], form.lines[skips:]
    if len(body) < 2:
        raise too_few(source)
    body, more = _plain(body, names, decimal)
    head = body[: len(some)]
    # Numbers with units or thousands are not read by numpy, nor is a text that is not plain.
    slow = not form.plain or bool(more)
    if slow and not whole:
        form, whole = _whole(source, encoding, chosen), True
        rows = list(form.rows)
        body, more = _plain(rows[skips:], names, decimal)
        lines = form.lines[skips:]
    options = Options(
        source.format,
        encoding=encoding,
        delimiter=form.delimiter,
        decimal=decimal,
        header=header,
        answer_columns=tuple(chosen.get("answer_columns", ())),
        unused_columns=tuple(chosen.get("unused_columns", ())),
        skip_missing=bool(chosen.get("skip_missing", False)),
        fill=chosen.get("fill", ""),
    )
    looked_at = body if whole and len(body) * len(names) <= _CELLS else head
    return Layout(
        options,
        names,
        tuple(head),
        lines[: len(head)],
        columns_of(names, looked_at, decimal, _named(form.header or rows[0], header=header)),
        tuple(body) if slow else None,
        lines,
        form,
        (*notes, *more),
        len(body) if whole else None,
    )


def too_few(source: DataSource) -> ModelError:
    """Return the error for a table that has too few samples."""
    found = QT_TRANSLATE_NOOP("model", "fewer than two samples")
    return source.refused("", found, QT_TRANSLATE_NOOP("model", "two rows of numbers or more"))


def _form(source: DataSource, encoding: str, chosen: Mapping[str, Any]) -> tuple[Form, bool]:
    """Return the rows of a text, or of its beginning; and whether these are all."""
    text, whole = head_text(source, encoding)
    if not whole and text.lstrip("\ufeff \t\n").startswith(_SPECIAL):
        return _whole(source, encoding, chosen), True
    # Of a long text, the first rows say how it is laid out.
    text = text if whole else "\n".join(text.split("\n", _LINES)[:_LINES])
    return form_of(source, text, chosen), whole


def _whole(source: DataSource, encoding: str, chosen: Mapping[str, Any]) -> Form:
    with source.opened() as file:
        content = file.read(MOST_FORM + 1)
    if len(content) > MOST_FORM:
        found = filled(
            QT_TRANSLATE_NOOP("model", "a text of more than {size} MB that is no plain table of numbers"),
            size=MOST_FORM >> 20,
        )
        raise source.refused("", found, f'pandas.read_csv("{source.name}").to_csv("plain.csv", index=False)')
    return form_of(source, with_plain_ends(decoded(source, content, encoding)), chosen)


def _plain(rows: list[Row], names: tuple[str, ...], decimal: str) -> tuple[list[Row], list[str]]:
    if any(len(row) != len(names) for row in rows):
        return rows, []  # which is reported when they are read
    return plain_columns(rows, names, decimal)


def _named(first: tuple[str, ...] | Row, *, header: bool) -> list[bool]:
    """Return which columns have a name in the file."""
    return [header and bool(name.strip()) for name in first]


def _numbered_header(first: Row) -> str:
    text = QT_TRANSLATE_NOOP("model", "The first row, {row}, is taken for the columns' names.")
    shown = ", ".join(cell or "“”" for cell in first[:6]) + (" …" if len(first) > 6 else "")
    return filled(text, row=shown)


def _names(source: DataSource, first: tuple[str, ...] | Row, *, header: bool) -> tuple[str, ...]:
    if not header:
        return tuple(f"x{number}" for number in range(1, len(first) + 1))
    names = tuple(name.strip() for name in first)
    seen: dict[str, int] = {}
    for number, name in enumerate(names, start=1):
        if name and name in seen:
            found = filled(
                QT_TRANSLATE_NOOP("model", "two columns named {name}: {first} and {second}"),
                name=repr(name),
                first=seen[name],
                second=number,
            )
            where = QT_TRANSLATE_NOOP("model", "the header")
            raise source.refused(where, found, QT_TRANSLATE_NOOP("model", "a different name for each column"))
        seen[name] = number
    return tuple(name or f"x{number}" for number, name in enumerate(names, start=1))
