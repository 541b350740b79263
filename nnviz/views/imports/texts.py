"""Texts of the import panel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PyQt6.QtCore import QCoreApplication

from nnviz.model.data.files import DetectedTable, Table
from nnviz.model.data.scaling import TITLES
from nnviz.model.text.numbers import format_count
from nnviz.views.imports.pending_import import PendingImport, Role
from nnviz.views.translation import translate_model

_MOST_NAMES: Final = 6
_LEAST_SIDE: Final = 4
_LONGEST: Final = 4
"""Greatest ratio of a picture's sides."""

ENCODINGS: Final[Mapping[object, str]] = {
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "cp1252": "Windows-1252",
    "gb18030": "GB 18030",
    "latin-1": "Latin-1",
}
"""Encodings by Python's name; their own names are the same in every language."""


def format_title(reading: DetectedTable) -> str:
    """Return the name of a file's format."""
    titles = {
        "text": QCoreApplication.translate("Import", "table of text"),
        "npz": QCoreApplication.translate("Import", "NPZ arrays"),
        "npy": QCoreApplication.translate("Import", "NPY array"),
        "idx": QCoreApplication.translate("Import", "IDX images"),
        "excel": QCoreApplication.translate("Import", "Excel workbook"),
        "mat": QCoreApplication.translate("Import", "MATLAB arrays"),
    }
    return titles[reading.options.format]


def delimiter_choices() -> Sequence[tuple[object, str]]:
    """Return the possible delimiters, with their titles."""
    return (
        (",", QCoreApplication.translate("Import", "comma  ,")),
        (";", QCoreApplication.translate("Import", "semicolon  ;")),
        ("\t", QCoreApplication.translate("Import", "tab")),
        ("|", QCoreApplication.translate("Import", "bar  |")),
        (" ", QCoreApplication.translate("Import", "white space")),
    )


def missing_choices() -> Sequence[tuple[object, str]]:
    """Return what may become of missing values, with its titles."""
    return (
        ("refuse", QCoreApplication.translate("Import", "are refused")),
        ("drop", QCoreApplication.translate("Import", "leave their row out")),
        ("mean", QCoreApplication.translate("Import", "filled: mean")),
        ("median", QCoreApplication.translate("Import", "filled: median")),
        ("most-frequent", QCoreApplication.translate("Import", "filled: most frequent")),
    )


def task_choices() -> Sequence[tuple[object, str]]:
    """Return the kinds of answers, with their titles."""
    return (
        ("classification", QCoreApplication.translate("Import", "classes")),
        ("regression", QCoreApplication.translate("Import", "numbers")),
    )


def scaling_choices() -> Sequence[tuple[object, str]]:
    """Return the ways to scale numbers, with their titles; dividing comes last."""
    return tuple((name, translate_model(title)) for name, title in TITLES.items() if name != "given")


def scaling_shorts() -> Mapping[object, str]:
    """Return short names of the ways to scale."""
    return {
        "standard": QCoreApplication.translate("Import", "standardised"),
        "divide": QCoreApplication.translate("Import", "divided"),
    }


def role_title(role: Role) -> str:
    """Return the title of a column's use."""
    titles = {
        "input": QCoreApplication.translate("Import", "input"),
        "answer": QCoreApplication.translate("Import", "answer"),
        "unused": QCoreApplication.translate("Import", "left out"),
    }
    return titles[role]


def shape_choices(n_inputs: int) -> Sequence[tuple[object, str]]:
    """Return the shapes of pictures with so many inputs, the squarest first."""
    sides = [side for side in range(_LEAST_SIDE, n_inputs + 1) if n_inputs % side == 0]
    pairs = [(side, n_inputs // side) for side in sides if n_inputs // side >= _LEAST_SIDE]
    likely = [(rows, columns) for rows, columns in pairs if max(rows, columns) <= _LONGEST * min(rows, columns)]
    likely.sort(key=lambda pair: (abs(pair[0] - pair[1]), pair))
    none: tuple[object, str] = (None, QCoreApplication.translate("Import", "no pictures"))
    return (none, *((pair, f"{pair[0]} × {pair[1]}") for pair in likely))


def found_text(pending: PendingImport) -> str:
    """Describe the samples of an import."""
    reading = pending.reading
    if reading is None:
        return ""
    skipped = 0 if pending.table is None else pending.table.skipped
    samples = reading.samples if pending.table is None else len(pending.table.rows)
    # Until everything is read, empty rows are counted too.
    count = format_count(samples)
    parts = [
        format_title(reading),
        QCoreApplication.translate("Import", "%1 samples").replace("%1", count),
        _inputs_text(reading.n_inputs),
        _answers_text(reading, pending.table),
    ]
    if skipped:
        text = QCoreApplication.translate("Import", "%1 rows with missing values left out")
        parts.append(text.replace("%1", format_count(skipped)))
    gaps = 0 if pending.table is None else pending.table.filled
    if gaps:
        text = QCoreApplication.translate("Import", "%1 missing values filled")
        parts.append(text.replace("%1", format_count(gaps)))
    parts.append(_split_text(pending, samples))
    return " · ".join(part for part in parts if part)


def _split_text(pending: PendingImport, samples: int) -> str:
    """Return how many samples are set aside for testing."""
    if pending.has_own_test:
        return ""
    count = round(samples * pending.test_share)
    if not count:
        return QCoreApplication.translate("Import", "all for training")
    return QCoreApplication.translate("Import", "%1 set aside for testing").replace("%1", format_count(count))


def _inputs_text(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("Import", "1 input")
    return QCoreApplication.translate("Import", "%1 inputs").replace("%1", format_count(count))


def _answers_text(reading: DetectedTable, table: Table | None) -> str:
    if reading.options.task == "regression":
        count = max(len(reading.options.answer_columns), 1)
        if count == 1:
            return QCoreApplication.translate("Import", "1 target")
        return QCoreApplication.translate("Import", "%1 targets").replace("%1", format_count(count))
    if table is None:
        return QCoreApplication.translate("Import", "classes")
    names = table.class_names
    shown = ", ".join(names[:_MOST_NAMES]) + (", …" if len(names) > _MOST_NAMES else "")
    text = QCoreApplication.translate("Import", "%1 classes: %2")
    return text.replace("%1", format_count(len(names))).replace("%2", shown)
