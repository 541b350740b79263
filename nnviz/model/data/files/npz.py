"""NPZ, numpy's archives: an array for the inputs and one for the answers."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from nnviz.model.data.files.columns import scaling_for_numbers, target_scaling_for_numbers
from nnviz.model.data.files.npy import header_of, loaded
from nnviz.model.data.files.npz_names import Named, named_arrays
from nnviz.model.data.files.numeric import (
    column_names,
    image_shape_in,
    preview_of,
    rows_of,
    table_of,
    task_for,
)
from nnviz.model.data.files.options import Options
from nnviz.model.data.files.source import DataSource
from nnviz.model.data.files.table import DetectedTable, Table
from nnviz.model.data.files.unreadable import check_archive
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

_LOOKED_AT = 200
"""Rows of a table that are looked at."""


def is_zip(begin: bytes) -> bool:
    """Return whether a file is a zip archive, as NPZ is, by its first bytes."""
    return begin.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def detect_npz(source: DataSource, chosen: Mapping[str, Any]) -> DetectedTable:
    """Detect which arrays of an NPZ file are the inputs and the answers.

    Raises
    ------
    ModelError
        If there are none.
    """
    with _archive(source) as members:
        shapes = {name: header_of(source, name, member)[0] for name, member in _opened(members)}
    named = named_arrays(source, shapes, chosen)
    shape = None if named.samples_in_columns else image_shape_in(shapes[named.inputs])
    options = Options(
        "npz",
        inputs_array=named.inputs,
        answers_array=named.answers,
        test_inputs_array=named.test_inputs,
        test_answers_array=named.test_answers,
        samples_in_columns=named.samples_in_columns,
        image_shape=chosen.get("image_shape", shape),
    )
    rows, answers, _ = _npz(source, options)
    options = replace(options, task=chosen.get("task") or task_for(answers))
    table = table_of(source, rows, answers, options.task, options.image_shape)
    values = () if table.targets is None else table.targets[:, :_LOOKED_AT].ravel().tolist()
    of_targets = target_scaling_for_numbers(values, options.task)
    scaling, divisor = scaling_for_numbers(float(np.abs(rows[:_LOOKED_AT]).max()), options.image_shape)
    columns = tuple(column_names(rows, answers, options.image_shape))
    inputs = rows.shape[1]
    options = replace(options, answer_columns=tuple(range(inputs, len(columns))))
    warnings = tuple(_warnings(named))
    preview = preview_of(rows, answers)
    return DetectedTable(
        source.name, options, len(rows), columns, preview, warnings, tuple(shapes), scaling, divisor, of_targets
    )


def read_npz(source: DataSource, options: Options) -> Table:
    """Read the arrays of an NPZ file.

    Raises
    ------
    ModelError
        If they do not match the options.
    """
    rows, answers, test = _npz(source, options)
    return table_of(source, rows, answers, options.task, options.image_shape, test)


def _npz(source: DataSource, options: Options) -> tuple[NDArray[Any], NDArray[Any], NDArray[np.intp] | None]:
    """Return inputs as rows, the answers, and which samples are for testing."""
    names = (options.inputs_array, options.answers_array, options.test_inputs_array, options.test_answers_array)
    with _archive(source) as members:
        found: str
        asked = [name for number, name in enumerate(names) if name or number < 2]
        missing = [name for name in asked if f"{name}.npy" not in members.namelist()]
        if missing:
            found = filled(QT_TRANSLATE_NOOP("model", "no array {name}"), name=repr(missing[0]))
            raise source.refused("", found, ", ".join(name for name, _ in _opened(members)))
        inputs, answers, *tests = (_array(source, name, members) for name in asked)
    if options.samples_in_columns:
        inputs, answers = inputs.T, answers.T
        tests = [array.T for array in tests]
    rows = rows_of(source, options.inputs_array, inputs)
    if len(answers) == 1 and len(rows) > 1:
        answers = answers.reshape(-1)
    if len(tests) < 2:
        return rows, answers, None
    test_rows = rows_of(source, options.test_inputs_array, tests[0])
    if test_rows.shape[1] != rows.shape[1] or tests[1].shape[1:] != answers.shape[1:]:
        found = QT_TRANSLATE_NOOP("model", "test samples of a different size")
        raise source.refused("", found, QT_TRANSLATE_NOOP("model", "training and test samples of the same size"))
    test = np.arange(len(rows), len(rows) + len(test_rows))
    return np.concatenate([rows, test_rows]), np.concatenate([answers, tests[1]]), test


def _warnings(named: Named) -> Iterator[str]:
    if named.samples_in_columns:
        yield QT_TRANSLATE_NOOP("model", "The arrays have a column for each sample; they are transposed.")
    if named.unused:
        names = ", ".join(named.unused)
        yield filled(QT_TRANSLATE_NOOP("model", "Arrays that are left out: {names}."), names=names)


@contextmanager
def _archive(source: DataSource) -> Iterator[zipfile.ZipFile]:
    with source.opened() as file:
        try:
            with zipfile.ZipFile(file) as archive:
                check_archive(source, archive.namelist())
                yield archive
        except (zipfile.BadZipFile, zlib.error, NotImplementedError) as error:
            raise source.refused("", str(error), QT_TRANSLATE_NOOP("model", "a complete NPZ file")) from None


def _opened(archive: zipfile.ZipFile) -> Iterator[tuple[str, IO[bytes]]]:
    """Yield the arrays' names, each with its file."""
    for name in archive.namelist():
        if name.endswith(".npy"):
            with archive.open(name) as member:
                yield name.removesuffix(".npy"), member


def _array(source: DataSource, name: str, archive: zipfile.ZipFile) -> NDArray[Any]:
    with archive.open(f"{name}.npy") as member:
        header_of(source, name, member)
    with archive.open(f"{name}.npy") as member:
        return loaded(source, name, member)
