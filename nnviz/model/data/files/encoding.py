"""Inputs that are no numbers yet: texts as columns of 0 and 1, and missing values filled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.data.files.options import Fill
from nnviz.model.data.files.source import DataSource
from nnviz.model.errors import ModelError
from nnviz.model.text.numbers import format_count
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

MOST_TEXTS = 1000
"""Most different texts of a column that become inputs, one for each."""


@dataclass(frozen=True, eq=False)
class Encoded:
    """Inputs as numbers.

    Attributes
    ----------
    rows
        ``(m, n_in)``.
    names
        Of the inputs.
    filled
        How many missing values were filled.
    """

    rows: Array
    names: tuple[str, ...]
    filled: int


def encoded(
    source: DataSource, rows: Array, names: Sequence[str], codes: Mapping[int, Mapping[str, int]], fill: Fill
) -> Encoded:
    """Return inputs without texts and without gaps.

    Parameters
    ----------
    source
        Named in errors.
    rows
        ``(m, n)``, a row a sample; texts as codes, missing values as NaN.
    names
        Of the columns.
    codes
        For each column of text, text → its code.
    fill
        What missing numbers are filled with, computed from all rows that have one.

    Raises
    ------
    ModelError
        If a column has no value at all, or too many different texts.
    """
    if not codes and not np.isnan(rows).any():
        return Encoded(rows, tuple(names), 0)
    rows = rows.copy()
    gaps = np.isnan(rows)
    for column in np.flatnonzero(gaps.any(axis=0)).tolist():
        known = rows[~gaps[:, column], column]
        if not len(known):
            raise _empty(source, names[column])
        rows[gaps[:, column], column] = _typical(known, "most-frequent" if column in codes else fill)
    parts: list[Array] = []
    found: list[str] = []
    for column, name in enumerate(names):
        if column not in codes:
            parts.append(rows[:, column])
            found.append(name)
            continue
        texts = sorted(codes[column])
        if len(texts) > MOST_TEXTS:
            raise _too_many(source, name, len(texts))
        if len(texts) <= 2:
            parts.append((rows[:, column] == codes[column][texts[-1]]).astype(np.float64))
            found.append(f"{name}: {texts[-1]}")
            continue
        parts += [(rows[:, column] == codes[column][text]).astype(np.float64) for text in texts]
        found += [f"{name}: {text}" for text in texts]
    return Encoded(np.stack(parts, axis=1), tuple(found), int(gaps.sum()))


def _typical(known: Array, fill: Fill) -> float:
    if fill == "mean":
        return float(known.mean())
    if fill == "median":
        return float(np.median(known))
    values, counts = np.unique(known, return_counts=True)
    return float(values[np.argmax(counts)])


def _empty(source: DataSource, name: str) -> ModelError:
    found = filled(QT_TRANSLATE_NOOP("model", "no value at all in column {name}"), name=repr(name))
    return source.refused("", found, QT_TRANSLATE_NOOP("model", "a column with values, or one that is left out"))


def _too_many(source: DataSource, name: str, count: int) -> ModelError:
    found = filled(
        QT_TRANSLATE_NOOP("model", "{count} different texts in column {name}"),
        count=format_count(count),
        name=repr(name),
    )
    accepted = filled(QT_TRANSLATE_NOOP("model", "at most {count}, or a column that is left out"), count=MOST_TEXTS)
    return source.refused("", found, accepted)
