"""A table as rows of cells, whatever it was written as."""

from __future__ import annotations

from dataclasses import dataclass

Row = list[str]

MOST_FORM = 64 * 2**20
"""Bytes of the longest text that is read cell by cell: its cells take about ten times as much memory."""


@dataclass(frozen=True)
class Form:
    """A table as rows of cells.

    Attributes
    ----------
    rows
        The rows, all of the same length where the text is sound; the columns' names among them where `header` is None
        and the text has some.
    lines
        The line of the file, from 1, on which each row begins.
    header
        The columns' names, where the way of writing has a place for them.
    answers
        The columns of the answers, where the way of writing says so.
    notes
        What was read in another way than it stands there, for the user; marked for translation.
    plain
        Whether a reader of delimited numbers reads the same from the same text.
    delimiter
        What separates the cells, where something does.
    """

    rows: tuple[Row, ...]
    lines: tuple[int, ...]
    header: tuple[str, ...] | None = None
    answers: tuple[int, ...] | None = None
    notes: tuple[str, ...] = ()
    plain: bool = False
    delimiter: str = ","


def numbered(rows: list[Row], header: tuple[str, ...] | None = None, **more: object) -> Form:
    """Return rows that are counted themselves, as their lines say nothing."""
    return Form(tuple(rows), tuple(range(1, len(rows) + 1)), header, **more)  # type: ignore[arg-type]
