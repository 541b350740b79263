"""Tables of text: CSV, TSV and similar, with a row for each sample."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from nnviz.model.background.interruption import check_interrupted
from nnviz.model.data.data_set_kind import Task, names_of_inputs
from nnviz.model.data.files.answers import check_answer_columns, classes_in_order, classes_of, classes_of_columns
from nnviz.model.data.files.columns import (
    TableColumn,
    answer_columns_of,
    encoded_width,
    image_shape_of,
    reason_to_leave_out,
    scaling_for,
    target_scaling_for,
    task_of,
    unused_columns,
)
from nnviz.model.data.files.compact import RowStore
from nnviz.model.data.files.encoding import encoded
from nnviz.model.data.files.layout import Layout, layout_of, too_few
from nnviz.model.data.files.options import Options
from nnviz.model.data.files.parsing import Parser
from nnviz.model.data.files.sniffing import not_encoded
from nnviz.model.data.files.source import DataSource
from nnviz.model.data.files.table import SHOWN_ROWS, DetectedTable, Table
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

_BLOCK = 2**20
"""Bytes that are parsed at a time. numpy holds the interpreter's lock while it parses them: with 8 MB the window froze
for 117 ms at a time."""

_SHOWN_TEXTS = 6


def detect_table(source: DataSource, chosen: Mapping[str, Any]) -> DetectedTable:
    """Detect how a table is to be read; `chosen` has the user's choices.

    Raises
    ------
    ModelError
        If it is not a table, or has nothing to learn.
    """
    layout = layout_of(source, chosen)
    columns, options = layout.columns, layout.options
    answers = options.answer_columns
    if "answer_columns" not in chosen:
        answers = layout.form.answers or answer_columns_of(columns, layout.rows)
    check_answer_columns(source, len(columns), answers)
    unused = options.unused_columns
    if "unused_columns" not in chosen:
        unused = unused_columns(columns, answers)
    inputs = [column for number, column in enumerate(columns) if number not in {*answers, *unused}]
    if not inputs:
        found = QT_TRANSLATE_NOOP("model", "no column for the inputs besides the answer")
        raise source.refused("", found, QT_TRANSLATE_NOOP("model", "at least one, for the inputs"))
    task = chosen.get("task") or task_of(columns, answers)
    _check_targets(source, columns, answers, task)
    shape = chosen["image_shape"] if "image_shape" in chosen else image_shape_of(inputs)
    options = replace(options, answer_columns=answers, unused_columns=unused, task=task, image_shape=shape)
    scaling, divisor = scaling_for(inputs, shape)
    samples = _count_rows(source, options) if layout.count is None else layout.count
    width = sum(map(encoded_width, inputs))
    source.check_size(samples, width)
    preview = tuple(tuple(row) for row in layout.rows[:SHOWN_ROWS])
    return DetectedTable(
        source.name,
        options,
        samples,
        layout.names,
        preview,
        (*layout.notes, *_warnings(options, columns)),
        (),
        scaling,
        divisor,
        target_scaling_for([columns[number] for number in answers], task),
        layout.lines[:SHOWN_ROWS],
        width - len(inputs),
    )


def read_table(source: DataSource, options: Options) -> Table:
    """Read a table.

    Raises
    ------
    ModelError
        If a cell or a row is not like the others; the error names row and column.
    """
    layout = layout_of(source, {**vars(options)})
    answers = list(options.answer_columns)
    inputs = [n for n in range(len(layout.names)) if n not in {*answers, *options.unused_columns}]
    parser = Parser(source, options, layout.names, layout.text_columns)
    check_answer_columns(source, len(layout.columns), options.answer_columns)
    _check_targets(source, layout.columns, options.answer_columns, options.task)
    source.check_size(_count_rows(source, options) if layout.count is None else layout.count, len(inputs))
    store, answered = RowStore(len(inputs)), []
    for numbers in _parts(source, options, layout, parser):
        store.add(numbers[:, inputs])
        answered.append(numbers[:, answers])
    rows, values = store.rows(), np.concatenate(answered) if answered else np.empty((0, len(answers)))
    if len(rows) < 2:
        raise too_few(source)
    codes = {at: parser.codes[n] for at, n in enumerate(inputs) if n in parser.codes}
    made = encoded(source, rows, [layout.names[number] for number in inputs], codes, options.fill)
    has_names = options.header or bool(codes)
    names = made.names if has_names else names_of_inputs(len(made.names), options.image_shape)
    shape, skipped = options.image_shape, parser.skipped
    if options.task == "regression":
        targets = np.ascontiguousarray(values.T)
        return Table(made.rows, None, targets, names, (), shape, skipped=skipped, filled=made.filled)
    if len(answers) > 1:
        labels, classes = classes_of_columns(source, values, [layout.names[n] for n in answers], named=options.header)
    elif (texts := parser.codes.get(answers[0])) is None:
        labels, classes = classes_of(source, values[:, 0])
    else:
        labels, classes = classes_in_order(source, values[:, 0], tuple(texts))
    return Table(made.rows, labels, None, names, classes, shape, skipped=skipped, filled=made.filled)


def _parts(source: DataSource, options: Options, layout: Layout, parser: Parser) -> Iterator[np.ndarray]:
    """Yield all rows as numbers, some at a time."""
    if layout.body is not None:
        yield parser.parsed_cells(layout.body, layout.body_lines)
        return
    for first_row, text in _texts(source, options):
        yield parser.parsed(text, first_row)


def _check_targets(source: DataSource, columns: Sequence[TableColumn], answers: Sequence[int], task: Task) -> None:
    found: str
    texts = [columns[number].name for number in answers if columns[number].numbers is None]
    is_one_hot = len(answers) > 1 and task_of(columns, answers) == "classification"
    if task == "regression" and texts:
        found = filled(QT_TRANSLATE_NOOP("model", "text in column {name}, as targets"), name=repr(texts[0]))
        raise source.refused("", found, QT_TRANSLATE_NOOP("model", "numbers, or classes"))
    if task == "classification" and len(answers) > 1 and not is_one_hot:
        found = QT_TRANSLATE_NOOP("model", "several columns, as classes")
        accepted = QT_TRANSLATE_NOOP(
            "model", "one column, or one for each class with a single 1 in every row; or targets"
        )
        raise source.refused("", found, accepted)


def _warnings(options: Options, columns: Sequence[TableColumn]) -> Iterator[str]:
    if options.encoding not in ("utf-8-sig", "utf-8", "utf-16", "utf-16-le", "utf-16-be"):
        yield filled(QT_TRANSLATE_NOOP("model", "It is not UTF-8; it is read as {name}."), name=options.encoding)
    for number in options.unused_columns:
        text = reason_to_leave_out(columns[number]) or QT_TRANSLATE_NOOP("model", "Column {name} is left out.")
        yield filled(text, name=repr(columns[number].name))
    for number, column in enumerate(columns):
        if number not in {*options.unused_columns, *options.answer_columns} and column.numbers is None:
            yield _encoding_note(column)
    if len(options.answer_columns) > 1 and options.task == "classification":
        names = ", ".join(columns[number].name for number in options.answer_columns)
        yield filled(
            QT_TRANSLATE_NOOP("model", "The last columns are one answer, a column for each class: {names}."),
            names=names,
        )


def _encoding_note(column: TableColumn) -> str:
    """Return what becomes of a column of text."""
    name, values = repr(column.name), column.values
    if len(values) == 2:
        text = QT_TRANSLATE_NOOP("model", "Column {name}: {first} becomes 0, {second} becomes 1.")
        return filled(text, name=name, first=values[0], second=values[1])
    shown = ", ".join(values[:_SHOWN_TEXTS]) + (" …" if len(values) > _SHOWN_TEXTS else "")
    text = QT_TRANSLATE_NOOP("model", "Column {name} becomes {count} inputs of 0 and 1, one for each text: {values}.")
    return filled(text, name=name, count=len(values), values=shown)


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
