"""Answers in a file as classes with names, or as targets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.model.arrays.array import Array
from nnviz.model.data.data_set_kind import Labels
from nnviz.model.data.files.source import DataSource
from nnviz.model.text.numbers import format_count
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

MOST_CLASSES = 1000

Classes = tuple[Labels, tuple[str, ...]]


def classes_of(source: DataSource, values: NDArray[Any]) -> Classes:
    """Return classes from 0, in the order of their values in the file, and their names.

    Parameters
    ----------
    source
        Named in errors.
    values
        ``(m,)`` numbers or texts.

    Raises
    ------
    ModelError
        If there are fewer than two classes, or implausibly many.
    """
    found, labels = np.unique(values, return_inverse=True)
    names = tuple(map(_name, found[: MOST_CLASSES + 1].tolist()))
    _check(source, len(found), names)
    return np.asarray(labels, dtype=np.int64).reshape(-1), names


def classes_in_order(source: DataSource, codes: Array, names: Sequence[str]) -> Classes:
    """Return classes in the order of their names, for codes in the order in which the names occurred."""
    _check(source, len(names), names)
    order = sorted(range(len(names)), key=lambda code: names[code])
    rank = np.empty(len(names), dtype=np.int64)
    rank[order] = np.arange(len(names))
    return rank[codes.astype(np.int64)], tuple(names[code] for code in order)


def classes_of_one_hot(source: DataSource, rows: NDArray[Any]) -> Classes:
    """Return classes where each has a column that is 1 for its samples."""
    names = tuple(map(str, range(rows.shape[1])))
    _check(source, len(names), names)
    return np.argmax(rows, axis=1).astype(np.int64), names


def classes_of_columns(source: DataSource, values: NDArray[Any], names: Sequence[str], *, named: bool) -> Classes:
    """Return classes where each has a column of a table, with its name but for what all names begin with.

    Raises
    ------
    ModelError
        If a row has not a single 1.
    """
    if not is_one_hot(values):
        found = QT_TRANSLATE_NOOP("model", "rows that have not a single 1, as classes")
        raise source.refused("", found, QT_TRANSLATE_NOOP("model", "a single 1 in every row, and zeros"))
    labels = np.argmax(values, axis=1).astype(np.int64)
    if not named:
        return labels, tuple(map(str, range(len(names))))
    same = 0
    while all(name[: same + 1] == names[0][: same + 1] and len(name) > same + 1 for name in names):
        same += 1
    same = max(names[0].rfind(mark, 0, same) for mark in "_=:. -") + 1
    return labels, tuple(name[same:].strip() for name in names)


def check_answer_columns(source: DataSource, columns: int, answers: Sequence[int]) -> None:
    """Refuse a table without a column for the inputs, and answers' columns that it does not have.

    Raises
    ------
    ModelError
        If the table is one of these.
    """
    found: str
    if columns < 2:
        found = QT_TRANSLATE_NOOP("model", "a single column")
        raise source.refused("", found, QT_TRANSLATE_NOOP("model", "columns for the inputs and one for the answer"))
    if not answers or not all(0 <= number < columns for number in answers):
        found = filled(QT_TRANSLATE_NOOP("model", "columns {columns} for the answers"), columns=list(answers))
        accepted = filled(QT_TRANSLATE_NOOP("model", "0 to {last}, at least one"), last=columns - 1)
        raise source.refused("", found, accepted)


def is_one_hot(rows: NDArray[Any]) -> bool:
    """Return whether each row has a single 1, and zeros otherwise."""
    return bool(rows.shape[1] > 1 and ((rows == 0) | (rows == 1)).all() and (rows.sum(axis=1) == 1).all())


def _check(source: DataSource, count: int, names: Sequence[str]) -> None:
    if count < 2:
        found = filled(QT_TRANSLATE_NOOP("model", "a single class, {name}"), name=repr(names[0]) if names else "")
        raise source.refused("", found, QT_TRANSLATE_NOOP("model", "two classes or more"))
    if count > MOST_CLASSES:
        found = filled(QT_TRANSLATE_NOOP("model", "{count} different answers"), count=format_count(count))
        accepted = filled(
            QT_TRANSLATE_NOOP("model", "at most {count} classes; numbers can be targets instead"),
            count=format_count(MOST_CLASSES),
        )
        raise source.refused("", found, accepted)


def _name(value: object) -> str:
    return f"{value:.15g}" if isinstance(value, float) else str(value)
