"""NPY, numpy's files of one array: a table with a row for each sample."""

from __future__ import annotations

import io
import warnings
from collections.abc import Mapping
from tokenize import TokenError
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from nnviz.model.data.files.answers import check_answer_columns
from nnviz.model.data.files.columns import (
    answer_columns_of,
    columns_of,
    image_shape_of,
    scaling_for,
    target_scaling_for,
)
from nnviz.model.data.files.columns import task_of as task_of_columns
from nnviz.model.data.files.numeric import (
    Shape,
    rows_of,
    table_of,
)
from nnviz.model.data.files.options import Options
from nnviz.model.data.files.sniffing import accepted_formats
from nnviz.model.data.files.source import DataSource
from nnviz.model.data.files.table import SHOWN_ROWS, DetectedTable, Table
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

_LOOKED_AT = 200
"""Rows of a table that are looked at."""


def is_npy(begin: bytes) -> bool:
    """Return whether a file is NPY by its first bytes."""
    return begin.startswith(np.lib.format.MAGIC_PREFIX)


def detect_npy(source: DataSource, chosen: Mapping[str, Any]) -> DetectedTable:
    """Detect which column of a table in an NPY file is the answer.

    Raises
    ------
    ModelError
        If it is not a table of numbers.
    """
    table = _npy(source)
    names = tuple(f"x{number}" for number in range(1, table.shape[1] + 1))
    some = [[repr(value) for value in row] for row in table[:_LOOKED_AT].astype(np.float64).tolist()]
    columns = columns_of(names, some, ".")
    answers = tuple(chosen.get("answer_columns") or answer_columns_of(columns, some))
    check_answer_columns(source, len(columns), answers)
    unused = tuple(chosen.get("unused_columns") or ())
    inputs = [column for number, column in enumerate(columns) if number not in {*answers, *unused}]
    if not inputs:
        found = QT_TRANSLATE_NOOP("model", "no column of numbers besides the answer")
        raise source.refused("", found, QT_TRANSLATE_NOOP("model", "at least one, for the inputs"))
    task = chosen.get("task") or task_of_columns(columns, answers)
    shape = chosen["image_shape"] if "image_shape" in chosen else image_shape_of(inputs)
    options = Options("npy", task, answer_columns=answers, unused_columns=unused, image_shape=shape)
    scaling, divisor = scaling_for(inputs, shape)
    preview = tuple(tuple(f"{float(value):.6g}" for value in row) for row in some[:SHOWN_ROWS])
    of_targets = target_scaling_for([columns[number] for number in answers], task)
    return DetectedTable(source.name, options, len(table), names, preview, (), (), scaling, divisor, of_targets)


def read_npy(source: DataSource, options: Options) -> Table:
    """Read the table of an NPY file.

    Raises
    ------
    ModelError
        If it does not match the options.
    """
    table = _npy(source)
    answers = list(options.answer_columns)
    check_answer_columns(source, table.shape[1], answers)
    inputs = [n for n in range(table.shape[1]) if n not in {*answers, *options.unused_columns}]
    rows = rows_of(source, "", table[:, inputs])
    values = table[:, answers]
    return table_of(source, rows, values[:, 0] if len(answers) == 1 else values, options.task, options.image_shape)


def _npy(source: DataSource) -> NDArray[Any]:
    with source.opened() as file:
        begin = io.BytesIO(file.read(2**16))
        shape, dtype = header_of(source, "", begin)
        if len(shape) != 2 or shape[1] < 2 or dtype.kind not in "buif":
            text = QT_TRANSLATE_NOOP("model", "an array of shape {shape} and type {type}")
            found = filled(text, shape=shape, type=dtype)
            accepted = QT_TRANSLATE_NOOP("model", "a table of numbers: a row for each sample, with inputs and answer")
            raise source.refused("", found, accepted)
    with source.opened() as file:
        return loaded(source, "", file)


def header_of(source: DataSource, name: str, file: IO[bytes]) -> tuple[Shape, np.dtype[Any]]:
    """Read an array's shape and type, and refuse what would not fit into memory.

    Raises
    ------
    ModelError
        If it is not an array of numbers, or too large.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            version = np.lib.format.read_magic(file)
            read = np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
            shape, _, dtype = read(file)
    except (ValueError, TokenError, SyntaxError, Warning) as error:
        raise source.refused(name, str(error), accepted_formats()) from None
    if dtype.hasobject or dtype.names:
        found = filled(QT_TRANSLATE_NOOP("model", "values of type {type}"), type=dtype)
        raise source.refused(name, found, QT_TRANSLATE_NOOP("model", "numbers"))
    source.check_size(*(int(shape[0]) if shape else 1, int(np.prod(shape[1:], dtype=object))))
    return shape, dtype


def loaded(source: DataSource, name: str, file: IO[bytes]) -> NDArray[Any]:
    """Read an array whose header has been checked.

    Raises
    ------
    ModelError
        If the array is shorter than the header states.
    """
    try:
        array: NDArray[Any] = np.lib.format.read_array(file, allow_pickle=False)
    except (ValueError, EOFError) as error:
        raise source.refused(name, str(error), QT_TRANSLATE_NOOP("model", "a complete array")) from None
    return array
