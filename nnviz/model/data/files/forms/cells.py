"""Numbers in cells that are written with more than a number: units, currencies, per cents, thousands, other signs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nnviz.model.data.files.forms.form import Row
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

_SIGNS = str.maketrans(
    "−﹣－＋．０１２３４５６７８９％",
    "---+.0123456789%",
    "\u200b\ufeff",
)
_CURRENCIES = "$€£¥₩₹₽￥"
_GROUPS = re.compile(
    r"(?P<sign>[-+]?)(?P<number>\d{1,3}(?:(?P<mark>[,.' ’\u00a0\u2009\u202f])\d{3})(?:(?P=mark)\d{3})*)"
    r"(?P<rest>[.,]\d*)?"
)
_PARTS = re.compile(
    rf"(?P<before>[{_CURRENCIES}]|[A-Z]{{3}}\s)?\s*(?P<sign>[-+]?)\s*(?P<money>[{_CURRENCIES}])?\s*"
    r"(?P<number>\d[\d.,'’ \u00a0\u2009\u202f]*(?:[eE][-+]?\d+)?|[.,]\d+(?:[eE][-+]?\d+)?)\s*"
    r"(?P<after>[^\d\s.,;:|-][^\d;:|]{0,11})?"
)
_POINTS = re.compile(r"[-+]?\d{1,3}(\.\d{3})+")
_POINTS_AND_COMMA = re.compile(r"\s*[-+]?\d{1,3}(\.\d{3})+,\d+\s*")
_MOSTLY = 0.9

_MISSING = frozenset(("", "na", "n/a", "#n/a", "nan", "null", "none", "?", "-", ".", "<na>", "—", "–", "\\n"))
_MISSING_TEXT = _MISSING - {"none", "-", "."}


def is_missing(cell: str) -> bool:
    """Return whether a cell marks a missing value."""
    return cell.strip().lower() in _MISSING


def is_missing_text(cell: str) -> bool:
    """Return whether a cell among texts marks a missing one; "none" may well be a class."""
    return cell.strip().lower() in _MISSING_TEXT


def number_in(cell: str, decimal: str = ".") -> float | None:
    """Return the number that a cell is, or None."""
    if "_" in cell:  # Python's own way of writing 1_000; no table has it
        return None
    try:
        return float(cell if decimal == "." else cell.replace(decimal, "."))
    except ValueError:
        return None


class CellReader:
    """Reads the cells of a column as numbers, however they are written, where nearly all of them can be.

    Parameters
    ----------
    decimal
        The decimal sign.
    """

    def __init__(self, decimal: str) -> None:
        self._decimal = decimal

    def read(self, name: str, cells: Sequence[str]) -> tuple[Sequence[str], str]:
        """Return a column's cells as plain numbers, and a note; the same cells and no note where it is one of text.

        Parameters
        ----------
        name
            Of the column, for the note.
        cells
            The column.
        """
        if self._decimal == "." and _are_numbers(cells):
            return cells, ""
        grouped = self._decimal == "," and any(map(_POINTS_AND_COMMA.fullmatch, cells))
        odd = [n for n, cell in enumerate(cells) if not is_missing(cell) and self._is_odd(cell, grouped)]
        if not odd:
            return cells, ""
        found = {n: self._plain(cells[n].translate(_SIGNS).strip()) for n in odd}
        # A letter or a sign after a number is a unit only where it is the same everywhere.
        units = {part[1] for part in found.values() if part is not None}
        known = sum(not is_missing(cell) for cell in cells)
        wrong = sum(part is None for part in found.values())
        if len(units) > 1 or wrong > (1 - _MOSTLY) * known or wrong == len(odd):
            return cells, ""
        if any(units) and known - len(odd) > wrong and len(odd) < _MOSTLY * known:
            return cells, ""  # most have none: what has one is something else
        plain = list(cells)
        for n, part in found.items():
            if part is not None:
                plain[n] = part[0]
        first = next(n for n, part in found.items() if part is not None)
        if plain[first] == cells[first].translate(_SIGNS).strip():
            text = QT_TRANSLATE_NOOP("model", "Column {name}: signs such as {written} are read as {read}.")
        else:
            text = QT_TRANSLATE_NOOP("model", "Column {name}: {written} is read as {read}.")
        shown = {"written": repr(cells[first].strip()), "read": _shown(plain[first])}
        return plain, filled(text, name=repr(name), **shown)

    def _is_odd(self, cell: str, grouped: bool) -> bool:
        """Return whether a cell is no plain number; "1.200" is none in a column that has 1.200,50."""
        if grouped and _POINTS.fullmatch(cell.strip()):
            return True
        return number_in(cell, self._decimal) is None

    def _plain(self, cell: str) -> tuple[str, str] | None:
        """Return a cell as a plain number with the decimal sign, and its unit; None where it is none."""
        if number_in(cell, self._decimal) is not None and not (self._decimal == "," and _POINTS.fullmatch(cell)):
            return cell, ""
        negative = cell.startswith("(") and cell.endswith(")")  # as accountants write it
        parts = _PARTS.fullmatch(cell[1:-1] if negative else cell)
        if parts is None:
            return None
        sign = "-" if negative else parts["sign"]
        number = self._ungrouped(parts["number"].strip())
        if number is None:
            return None
        unit = (parts["after"] or "").strip()
        if unit and unit in _CURRENCIES:
            unit = ""
        if unit and parts["before"]:
            return None
        if unit == "%":
            mantissa, _, power = number.lower().partition("e")
            number = f"{mantissa}e{int(power or 0) - 2}"  # rounded once, as 0.51 is
        return f"{sign}{number}", unit

    def _ungrouped(self, text: str) -> str | None:
        """Return a number without marks between its thousands."""
        groups = _GROUPS.fullmatch(text)
        if groups is None or groups["mark"] == self._decimal:
            return text if number_in(text, self._decimal) is not None else None
        rest = groups["rest"] or ""
        if rest and rest[0] != self._decimal:
            return None
        return groups["number"].replace(groups["mark"], "") + rest


def plain_columns(rows: Sequence[Row], names: Sequence[str], decimal: str) -> tuple[list[Row], list[str]]:
    """Return rows whose numbers are plain, and notes on what was read in another way than it stands there."""
    reader = CellReader(decimal)
    notes: list[str] = []
    columns: list[Sequence[str]] = []
    for number, name in enumerate(names):
        cells, note = reader.read(name, [row[number] for row in rows])
        columns.append(cells)
        notes += [note] if note else []
    return [list(row) for row in zip(*columns, strict=True)], notes


def _are_numbers(cells: Sequence[str]) -> bool:
    """Return whether all cells are plain numbers, in a fraction of the time of looking at each."""
    try:
        for cell in cells:
            float(cell)
    except ValueError:
        return False
    return "_" not in "".join(cells)


def _shown(number: str) -> str:
    return f"{float(number.replace(',', '.')):.12g}"
