"""Arrays from a file as samples: rows of inputs, answers, and checks of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.model.data.data_set_kind import Task, names_of_inputs
from nnviz.model.data.files.answers import classes_of, classes_of_one_hot, is_one_hot
from nnviz.model.data.files.compact import as_bytes
from nnviz.model.data.files.source import DataSource
from nnviz.model.data.files.table import SHOWN_ROWS, Table
from nnviz.model.text.numbers import format_count
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

_FEW = 100
"""Most different whole numbers that are taken for classes."""

_SMALLEST_SIDE = 8

Shape = tuple[int, ...]


def rows_of(source: DataSource, name: str, array: NDArray[Any]) -> NDArray[Any]:
    """Return inputs ``(m, …)`` as rows ``(m, n_in)``, of bytes or float64.

    Raises
    ------
    ModelError
        If there are none, or they are not finite numbers; the error names sample and input, counted from 0 as numpy
        does.
    """
    if array.dtype.kind not in "buif":
        found = filled(QT_TRANSLATE_NOOP("model", "values of type {type}"), type=array.dtype)
        raise source.refused(name, found, QT_TRANSLATE_NOOP("model", "numbers"))
    if not array.size:
        found = filled(QT_TRANSLATE_NOOP("model", "an array of shape {shape}, without a number"), shape=array.shape)
        raise source.refused(name, found, QT_TRANSLATE_NOOP("model", "samples"))
    rows = array.reshape(len(array), -1)
    if rows.dtype != np.uint8:
        rows = rows.astype(np.float64)
        check_finite(source, name, rows)
        rows = as_bytes(rows)
    return np.ascontiguousarray(rows)


def check_finite(source: DataSource, name: str, rows: NDArray[Any]) -> None:
    """Refuse numbers that are not finite.

    Raises
    ------
    ModelError
        If one is not; the error names the first.
    """
    if not np.isfinite(rows).all():
        row, column = np.argwhere(~np.isfinite(rows))[0]
        where = f"{name}[{row}, {column}]"
        raise source.refused(where, repr(float(rows[row, column])), QT_TRANSLATE_NOOP("model", "finite numbers"))


def image_shape_in(shape: Shape) -> tuple[int, int] | None:
    """Return rows and columns of the pictures in an array ``(m, rows, columns)`` or ``(m, rows, columns, 1)``."""
    if (len(shape) == 3 or (len(shape) == 4 and shape[3] == 1)) and min(shape[1:3]) >= _SMALLEST_SIDE:
        return shape[1], shape[2]
    return None


def task_for(answers: NDArray[Any]) -> Task:
    """Return the task for answers: texts, few whole numbers and one-hot rows are classes."""
    if answers.dtype.kind in "USb":
        return "classification"
    if answers.ndim == 2 and 1 not in answers.shape:
        return "classification" if is_one_hot(answers) else "regression"
    values = np.unique(answers)
    whole = bool((values == np.round(values)).all())
    return "classification" if whole and len(values) <= _FEW else "regression"


def table_of(
    source: DataSource,
    rows: NDArray[Any],
    answers: NDArray[Any],
    task: Task,
    image_shape: tuple[int, int] | None,
    test: NDArray[np.intp] | None = None,
) -> Table:
    """Return rows of inputs and their answers ``(m,)`` or ``(m, k)`` as a table.

    Raises
    ------
    ModelError
        If they do not belong together.
    """
    found: str
    if len(rows) != len(answers):
        found = filled(
            QT_TRANSLATE_NOOP("model", "{samples} samples and {answers} answers"),
            samples=format_count(len(rows)),
            answers=format_count(len(answers)),
        )
        raise source.refused("", found, QT_TRANSLATE_NOOP("model", "equally many of both"))
    if len(rows) < 2:
        found = QT_TRANSLATE_NOOP("model", "fewer than two samples")
        raise source.refused("", found, QT_TRANSLATE_NOOP("model", "two samples or more"))
    names = names_of_inputs(rows.shape[1], image_shape)
    if answers.dtype.kind not in "USbuif":
        found = filled(QT_TRANSLATE_NOOP("model", "values of type {type}"), type=answers.dtype)
        raise source.refused(QT_TRANSLATE_NOOP("model", "the answers"), found, QT_TRANSLATE_NOOP("model", "numbers"))
    if task == "regression":
        if answers.dtype.kind in "US":
            found = QT_TRANSLATE_NOOP("model", "text, as targets")
            raise source.refused("", found, QT_TRANSLATE_NOOP("model", "numbers, or classes"))
        targets = answers.reshape(len(answers), -1).astype(np.float64)
        check_finite(source, QT_TRANSLATE_NOOP("model", "the answers"), targets)
        return Table(rows, None, np.ascontiguousarray(targets.T), names, (), image_shape, test)
    if answers.ndim == 2 and is_one_hot(answers):
        labels, classes = classes_of_one_hot(source, answers)
    else:
        flat = answers.reshape(-1)
        if len(flat) != len(rows):
            found = QT_TRANSLATE_NOOP("model", "several numbers for each sample, as classes")
            accepted = QT_TRANSLATE_NOOP("model", "one number each, or rows with a single 1")
            raise source.refused("", found, accepted)
        labels, classes = classes_of(source, flat.astype(str) if flat.dtype.kind == "S" else flat)
    return Table(rows, labels, None, names, classes, image_shape, test)


def preview_of(rows: NDArray[Any], answers: NDArray[Any]) -> tuple[tuple[str, ...], ...]:
    """Return the first samples as texts, each with its answer last."""
    flat = answers[:SHOWN_ROWS].reshape(min(len(answers), SHOWN_ROWS), -1)
    return tuple(
        (*(f"{value:.6g}" for value in row), *(_text(value) for value in answer))
        for row, answer in zip(rows[:SHOWN_ROWS].tolist(), flat.tolist(), strict=False)
    )


def column_names(rows: NDArray[Any], answers: NDArray[Any], image_shape: tuple[int, int] | None) -> Sequence[str]:
    """Return names for the inputs, and then for the answers."""
    several = 1 if answers.ndim == 1 else answers.shape[1]
    outputs = ("y",) if several == 1 else tuple(f"y{number}" for number in range(1, several + 1))
    return (*names_of_inputs(rows.shape[1], image_shape), *outputs)


def _text(value: object) -> str:
    return f"{value:.6g}" if isinstance(value, float) else str(value)
