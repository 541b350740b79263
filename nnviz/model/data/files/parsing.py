"""A table's text as numbers: fast where every cell is a number, otherwise cell by cell to find the wrong one."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from nnviz.model.arrays.array import Array
from nnviz.model.data.files.forms.cells import is_missing, is_missing_text, number_in
from nnviz.model.data.files.forms.delimited import cells_of
from nnviz.model.data.files.forms.form import Row
from nnviz.model.data.files.options import Options
from nnviz.model.data.files.source import DataSource
from nnviz.model.errors import MissingValueError, ModelError
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

_SHOWN = 40
"""Characters of a wrong cell that are shown."""


@dataclass
class Parser:
    """Parses rows of text.

    Attributes
    ----------
    source
        Named in errors.
    options
        How the text is laid out.
    names
        The columns' names, as many as there are.
    text_columns
        Columns that hold text; the others hold numbers.
    codes
        For each of these, text → a number from 0 in the order in which the texts occur.
    skipped
        Rows that were left out.
    """

    source: DataSource
    options: Options
    names: tuple[str, ...]
    text_columns: tuple[int, ...]
    codes: dict[int, dict[str, int]] = field(default_factory=dict)
    skipped: int = 0

    def __post_init__(self) -> None:
        self.codes = {column: {} for column in self.text_columns}

    def parsed(self, text: str, first_row: int) -> Array:
        """Return the rows as numbers, texts as their codes.

        Parameters
        ----------
        text
            Whole rows; empty ones are skipped.
        first_row
            The number of the first one in the file, from 1.

        Raises
        ------
        ModelError
            If a row has another number of columns, or a cell is not a finite number; the error names row and column.
        """
        if not text.strip():
            return np.empty((0, len(self.names)))
        known = {column: len(codes) for column, codes in self.codes.items()}
        rows = self._fast(text)
        if rows is None or rows.shape[1] != len(self.names) or not np.isfinite(rows).all():
            for column, codes in self.codes.items():
                while len(codes) > known[column]:  # what it read may have been parts of texts
                    codes.popitem()
            lines = [(number, line) for number, line in enumerate(text.split("\n"), start=first_row) if line.strip()]
            split = [cells_of(line, self.options.delimiter) for _, line in lines]
            rows = self.parsed_cells(split, [number for number, _ in lines])
        return rows

    def parsed_cells(self, rows: Sequence[Row], lines: Sequence[int]) -> Array:
        """Return rows of cells as numbers, texts as their codes, and missing values that are to be filled as NaN.

        Parameters
        ----------
        rows
            The cells.
        lines
            The line of each row in the file, from 1.

        Raises
        ------
        ModelError
            As `parsed`.
        """
        values = list(self._slow(rows, lines))
        return np.array(values, dtype=np.float64).reshape(len(values), len(self.names))

    def _fast(self, text: str) -> Array | None:
        """Parse the text with numpy; return None on any fault, which numpy reports less clearly."""
        delimiter = None if self.options.delimiter == " " else self.options.delimiter
        plain = text if self.options.decimal == "." else text.replace(self.options.decimal, ".")
        if self.text_columns and plain is not text:
            return None  # a comma in a text is not a decimal sign
        coders: dict[int | str, Callable[[str], float]] = {n: _Coder(self.codes[n]) for n in self.text_columns}
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                rows: Array = np.loadtxt(
                    io.StringIO(plain),
                    delimiter=delimiter,
                    comments=None,
                    converters=coders or None,
                    ndmin=2,
                    quotechar='"',
                    encoding="utf-8",
                )
        except (ValueError, Warning):
            return None
        return rows

    def _slow(self, rows: Sequence[Row], lines: Sequence[int]) -> Iterator[list[float]]:
        for number, row in zip(lines, rows, strict=True):
            if len(row) != len(self.names):
                found = filled(QT_TRANSLATE_NOOP("model", "{count} columns"), count=len(row))
                accepted = filled(QT_TRANSLATE_NOOP("model", "{count}, as in the first row"), count=len(self.names))
                raise self.source.refused(_row(number), found, accepted)
            if (self.options.skip_missing and self._has_gap(row)) or (self.options.fill and self._lacks_answer(row)):
                self.skipped += 1
                continue
            yield [self._value(cell, number, column) for column, cell in enumerate(row)]

    def _has_gap(self, row: Row) -> bool:
        used = (item for item in enumerate(row) if item[0] not in self.options.unused_columns)
        return any(is_missing_text(cell) if column in self.codes else is_missing(cell) for column, cell in used)

    def _lacks_answer(self, row: Row) -> bool:
        return any(
            is_missing_text(row[column]) if column in self.codes else is_missing(row[column])
            for column in self.options.answer_columns
        )

    def _value(self, cell: str, row: int, column: int) -> float:
        used = column not in self.options.unused_columns
        if column in self.codes:
            if not is_missing_text(cell):
                return _code(self.codes[column], cell)
            if used and not self.options.fill:
                accepted = _ANSWER if column in self.options.answer_columns else _NUMBER
                raise self._missing(row, column, accepted)
            return np.nan if used else 0.0
        if is_missing(cell):
            if used and not self.options.fill:
                raise self._missing(row, column, _NUMBER)
            return np.nan if used else 0.0
        value = number_in(cell, self.options.decimal)
        if value is None or not np.isfinite(value):
            shown = cell.strip() if len(cell) <= _SHOWN else f"{cell.strip()[:_SHOWN]}…"
            raise self._refused(row, column, repr(shown), QT_TRANSLATE_NOOP("model", "a finite number"))
        return value

    def _missing(self, row: int, column: int, accepted: str) -> ModelError:
        found = QT_TRANSLATE_NOOP("model", "a missing value")
        return self._refused(row, column, found, accepted, MissingValueError)

    def _refused(
        self, row: int, column: int, found: str, accepted: str, kind: type[ModelError] = ModelError
    ) -> ModelError:
        where = filled(
            QT_TRANSLATE_NOOP("model", "row {row}, column {column} ({name})"),
            row=row,
            column=column + 1,
            name=self.names[column],
        )
        return self.source.refused(where, found, accepted, kind)


_NUMBER = QT_TRANSLATE_NOOP(
    "model",
    "a value; or leave out the rows with missing values, fill them, or leave out the column",
)
_ANSWER = QT_TRANSLATE_NOOP("model", "a class; or leave out the rows with missing values")


class _Coder:
    """Numbers texts in the order in which they occur."""

    def __init__(self, codes: dict[str, int]) -> None:
        self._codes = codes

    def __call__(self, cell: str) -> float:
        if is_missing_text(cell) or cell.lstrip().startswith('"'):  # numpy leaves quotes that begin after a space
            raise ValueError(cell)
        return _code(self._codes, cell)


def _code(codes: dict[str, int], cell: str) -> float:
    text = cell.strip()
    return codes.setdefault(text, len(codes))


def _row(number: int) -> str:
    return filled(QT_TRANSLATE_NOOP("model", "row {row}"), row=number)
