"""Tables of text: CSV, TSV and similar, with a row for each sample."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np

from nnviz.model.background.interruption import check_interrupted
from nnviz.model.data.data_set_kind import Task, names_of_inputs
from nnviz.model.data.files.answers import check_answer_columns, classes_in_order, classes_of
from nnviz.model.data.files.columns import (
    TableColumn,
    answer_column,
    columns_of,
    image_shape_of,
    scaling_for,
    target_scaling_for,
    task_of,
    unused_columns,
)
from nnviz.model.data.files.compact import RowStore
from nnviz.model.data.files.options import Options
from nnviz.model.data.files.parsing import Parser
from nnviz.model.data.files.sniffing import (
    HEAD,
    Row,
    decimal_of,
    delimiter_of,
    encoding_of,
    first_lines,
    first_rows,
    has_header,
    not_encoded,
)
from nnviz.model.data.files.source import DataSource
from nnviz.model.data.files.table import SHOWN_ROWS, DetectedTable, Table
from nnviz.model.errors import ModelError
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

_BLOCK = 2**20
"""Bytes that are parsed at a time. numpy holds the interpreter's lock while it parses them: with 8 MB the window froze
for 117 ms at a time."""


@dataclass(frozen=True)
class _Layout:
    """How a table is laid out, and what its first rows have."""

    options: Options
    names: tuple[str, ...]
    rows: tuple[Row, ...]
    columns: tuple[TableColumn, ...]

    @property
    def text_columns(self) -> tuple[int, ...]:
        return tuple(number for number, column in enumerate(self.columns) if column.numbers is None)


def detect_table(source: DataSource, chosen: Mapping[str, Any]) -> DetectedTable:
    """Detect how a table is to be read; `chosen` has the user's choices.

    Raises
    ------
    ModelError
        If it is not a table, or has nothing to learn.
    """
    layout = _layout(source, chosen)
    columns, options = layout.columns, layout.options
    answers = options.answer_columns
    if "answer_columns" not in chosen:
        answers = (answer_column(columns),)
    check_answer_columns(source, len(columns), answers)
    unused = options.unused_columns
    if "unused_columns" not in chosen:
        unused = unused_columns(columns, answers)
    inputs = [column for number, column in enumerate(columns) if number not in {*answers, *unused}]
    if not inputs:
        found = QT_TRANSLATE_NOOP("model", "no column of numbers besides the answer")
        raise source.refused("", found, QT_TRANSLATE_NOOP("model", "at least one, for the inputs"))
    task = chosen.get("task") or task_of(columns, answers)
    _check_targets(source, columns, answers, task)
    shape = chosen["image_shape"] if "image_shape" in chosen else image_shape_of(inputs)
    options = replace(options, answer_columns=answers, unused_columns=unused, task=task, image_shape=shape)
    scaling, divisor = scaling_for(inputs, shape)
    samples = _count_rows(source, options)
    source.check_size(samples, len(inputs))
    preview = tuple(tuple(row) for row in layout.rows[:SHOWN_ROWS])
    warnings = tuple(_warnings(options, columns))
    of_targets = target_scaling_for([columns[number] for number in answers], task)
    return DetectedTable(
        source.name, options, samples, layout.names, preview, warnings, (), scaling, divisor, of_targets
    )


def read_table(source: DataSource, options: Options) -> Table:
    """Read a table.

    Raises
    ------
    ModelError
        If a cell or a row is not like the others; the error names row and column.
    """
    layout = _layout(source, {**vars(options)})
    answers = list(options.answer_columns)
    inputs = [n for n in range(len(layout.names)) if n not in {*answers, *options.unused_columns}]
    # Text in a column of inputs is refused rather than taken for classes.
    parser = Parser(source, options, layout.names, tuple(n for n in layout.text_columns if n not in inputs))
    check_answer_columns(source, len(layout.columns), options.answer_columns)
    _check_targets(source, layout.columns, options.answer_columns, options.task)
    source.check_size(_count_rows(source, options), len(inputs))
    store, answered = RowStore(len(inputs)), []
    for first_row, text in _texts(source, options):
        numbers = parser.parsed(text, first_row)
        store.add(numbers[:, inputs])
        answered.append(numbers[:, answers])
    rows, values = store.rows(), np.concatenate(answered) if answered else np.empty((0, len(answers)))
    if len(rows) < 2:
        raise _too_few(source)
    names = tuple(layout.names[number] for number in inputs) if options.header else ()
    names = names or names_of_inputs(len(inputs), options.image_shape)
    if options.task == "regression":
        targets = np.ascontiguousarray(values.T)
        return Table(rows, None, targets, names, (), options.image_shape, skipped=parser.skipped)
    codes = parser.codes.get(answers[0])
    if codes is None:
        labels, classes = classes_of(source, values[:, 0])
    else:
        labels, classes = classes_in_order(source, values[:, 0], tuple(codes))
    return Table(rows, labels, None, names, classes, options.image_shape, skipped=parser.skipped)


def _layout(source: DataSource, chosen: Mapping[str, Any]) -> _Layout:
    """Look at the first rows; what was chosen is not detected."""
    head = source.head(HEAD)
    encoding = chosen.get("encoding") or encoding_of(source, head)
    lines = first_lines(source, head, encoding)
    delimiter = chosen.get("delimiter") or delimiter_of(lines)
    rows = first_rows(source, lines, delimiter)
    decimal: Literal[".", ","] = chosen.get("decimal") or decimal_of(rows, delimiter)
    header = chosen["header"] if chosen.get("header") is not None else has_header(rows, decimal)
    names = _names(source, rows[0], header=header)
    body = rows[1:] if header else rows
    if len(body) < 2:
        raise _too_few(source)
    options = Options(
        "text",
        encoding=encoding,
        delimiter=delimiter,
        decimal=decimal,
        header=header,
        answer_columns=tuple(chosen.get("answer_columns", ())),
        unused_columns=tuple(chosen.get("unused_columns", ())),
        skip_missing=bool(chosen.get("skip_missing", False)),
    )
    return _Layout(options, names, tuple(body), columns_of(names, body, decimal))


def _names(source: DataSource, first: Row, *, header: bool) -> tuple[str, ...]:
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


def _too_few(source: DataSource) -> ModelError:
    found = QT_TRANSLATE_NOOP("model", "fewer than two samples")
    return source.refused("", found, QT_TRANSLATE_NOOP("model", "two rows of numbers or more"))


def _check_targets(source: DataSource, columns: Sequence[TableColumn], answers: Sequence[int], task: Task) -> None:
    found: str
    texts = [columns[number].name for number in answers if columns[number].numbers is None]
    if task == "regression" and texts:
        found = filled(QT_TRANSLATE_NOOP("model", "text in column {name}, as targets"), name=repr(texts[0]))
        raise source.refused("", found, QT_TRANSLATE_NOOP("model", "numbers, or classes"))
    if task == "classification" and len(answers) > 1:
        found = QT_TRANSLATE_NOOP("model", "several columns, as classes")
        raise source.refused("", found, QT_TRANSLATE_NOOP("model", "one column, or targets"))


def _warnings(options: Options, columns: Sequence[TableColumn]) -> Iterator[str]:
    if options.encoding not in ("utf-8-sig", "utf-8", "utf-16"):
        yield filled(QT_TRANSLATE_NOOP("model", "It is not UTF-8; it is read as {name}."), name=options.encoding)
    for number in options.unused_columns:
        name = repr(columns[number].name)
        if columns[number].numbers is None:
            yield filled(QT_TRANSLATE_NOOP("model", "Column {name} holds text and is left out."), name=name)
        else:
            yield filled(QT_TRANSLATE_NOOP("model", "Column {name} only counts the rows and is left out."), name=name)


def _count_rows(source: DataSource, options: Options) -> int:
    """Count the rows, also empty ones."""
    ends, last = 0, b""
    with source.opened() as file:
        while block := file.read(_BLOCK):
            check_interrupted()
            # Old Macintosh files end rows with \r alone.
            ends += block.count(b"\n") or block.count(b"\r")
            last = block
    return ends + (not last.rstrip(b" \t\0").endswith((b"\n", b"\r"))) - options.header


def _texts(source: DataSource, options: Options) -> Iterator[tuple[int, str]]:
    """Return whole rows, some at a time, without the header; with the number of the first, from 1."""
    decoder = codecs.getincrementaldecoder(options.encoding)()
    begun, row, skips = "", 1, options.header
    with source.opened() as file:
        at_end = False
        while not at_end:
            check_interrupted()
            block = file.read(_BLOCK)
            at_end = not block
            try:
                text = begun + decoder.decode(block, final=at_end)
            except UnicodeError:
                where = filled(QT_TRANSLATE_NOOP("model", "row {row} or after"), row=row)
                raise not_encoded(source, where, options.encoding) from None
            if not at_end and text.endswith("\r"):
                begun = text  # its \n is still to come
                continue
            text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
            end = len(text) if at_end else text.rfind("\n") + 1
            text, begun = text[:end], text[end:]
            while skips and text:
                line, _, text = text.partition("\n")
                skips, row = bool(not line.strip()), row + 1
            if text:
                yield row, text
            row += text.count("\n")
