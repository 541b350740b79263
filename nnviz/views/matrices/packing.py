"""Matrices side by side: which are on one line, and which of them have room for numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from nnviz.views.matrices.place import CellAxis, axis_in


@dataclass(frozen=True)
class Box:
    """How wide a matrix may be.

    Attributes
    ----------
    with_numbers
        Width that its numbers need; None where they cannot be shown.
    heading
        Width that its heading needs.
    margin
        Width left of its cells.
    columns
        How many columns it has.
    smallest, greatest
        Width of the smallest block, and of the greatest that is of any use, without numbers.
    share
        Width that it may always have, without numbers.
    """

    with_numbers: int | None
    heading: int
    margin: int
    columns: int
    smallest: int
    greatest: int
    share: int

    @property
    def least(self) -> int:
        """The smallest width at which it can be read, without numbers."""
        return self.used(self.share)

    def axis(self, width: int) -> CellAxis:
        """Return how its columns are drawn in a width, without numbers."""
        return axis_in(width - self.margin, self.columns, self.smallest, self.greatest)

    def used(self, width: int) -> int:
        """Return how much of a width it uses, without numbers."""
        return max(self.margin + self.axis(width).length, self.heading)


@dataclass(frozen=True)
class BoxColumn:
    """Matrices of one kind below each other, or a single one.

    Attributes
    ----------
    boxes
        One for each matrix.
    rank
        0: with its numbers if they can be shown at all; 1: at least at its smallest; 2: only where there is room.
    """

    boxes: tuple[Box, ...]
    rank: int

    @property
    def with_numbers(self) -> int | None:
        """Width that its numbers need; None unless they can be shown."""
        widths = [box.with_numbers for box in self.boxes if box.with_numbers is not None]
        return max(widths) if len(widths) == len(self.boxes) else None

    @property
    def needed(self) -> int:
        """The width below which it goes on another line."""
        numbers = self.with_numbers if self.rank == 0 else None
        return max(box.least for box in self.boxes) if numbers is None else numbers

    def used(self, width: int) -> int:
        """Return how much of a width it uses, without numbers."""
        return max(box.used(width) for box in self.boxes)


@dataclass
class ColumnSpan:
    """Where a column was put: its number, its width, and whether with numbers."""

    column: int
    width: int
    numbers: bool


@dataclass
class _Line:
    room: int
    gap: int
    spans: list[ColumnSpan] = field(default_factory=list)

    @property
    def left(self) -> int:
        """Pixels that are free."""
        return self.room - sum(span.width + self.gap for span in self.spans) + (self.gap if self.spans else 0)

    def takes(self, width: int) -> bool:
        return not self.spans or width + self.gap <= self.left

    def add(self, number: int, width: int, numbers: bool) -> None:
        self.spans.append(ColumnSpan(number, min(width, self.room), numbers))


def pack(columns: Sequence[BoxColumn], room: int, gap: int) -> list[list[ColumnSpan]]:
    """Place columns on as few lines as they need, then add numbers to those for which there is room, in order.

    Parameters
    ----------
    columns
        In order of importance.
    room
        Pixels of a line.
    gap
        Pixels between two columns.

    Returns
    -------
    list of lists of ColumnSpan
        The lines, each in order of importance; a column of rank 2 for which no line has room is left out.
    """
    lines = [_Line(room, gap)]
    for rank in (1, 2):
        for number, column in enumerate(columns):
            if max(column.rank, 1) == rank:
                _place(lines, number, column)
        for line in lines:
            _add_numbers(line, columns)
    for line in lines:
        _use_room(line, columns)
    return [line.spans for line in lines]


def flow(columns: Sequence[BoxColumn], room: int, gap: int) -> list[list[ColumnSpan]]:
    """Place columns on lines in reading order, each with numbers where its numbers fit on a line at all."""
    lines = [_Line(room, gap)]
    for number, column in enumerate(columns):
        if not lines[-1].takes(column.needed):
            lines.append(_Line(room, gap))
        lines[-1].add(number, column.needed, column.with_numbers is not None)
    for line in lines:
        _use_room(line, columns)
    return [line.spans for line in lines]


def _place(lines: list[_Line], number: int, column: BoxColumn) -> None:
    line = next((line for line in lines if line.takes(column.needed)), None)
    if line is None and column.rank == 2:
        return
    if line is None:
        line = _Line(lines[0].room, lines[0].gap)
        lines.append(line)
    line.add(number, column.needed, numbers=column.rank == 0 and column.with_numbers is not None)


def _add_numbers(line: _Line, columns: Sequence[BoxColumn]) -> None:
    line.spans.sort(key=lambda span: span.column)
    for span in line.spans:
        wanted = columns[span.column].with_numbers
        if not span.numbers and wanted is not None and wanted - span.width <= line.left:
            span.width, span.numbers = wanted, True


def _use_room(line: _Line, columns: Sequence[BoxColumn]) -> None:
    """Widen those that cannot have numbers."""
    for span in line.spans:
        if not span.numbers and columns[span.column].with_numbers is None:
            span.width = max(span.width, columns[span.column].used(span.width + line.left))
