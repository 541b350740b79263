"""The line of a moment, arranged: what it was arranged for is kept while it is stepped through again and again."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

from nnviz.model.arrays.array import Array
from nnviz.model.program.line import Line
from nnviz.model.program.shapes import Shape
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.strip.equation import LineEquation, equation_of
from nnviz.model.strip.line_numbers import LineNumbers
from nnviz.model.strip.tokens import StripOperand
from nnviz.model.strip.written_line import WrittenLine, written_line
from nnviz.model.text.convention import Convention
from nnviz.views.strip.arranging import Arrangement, StripArranger

_MOST_KEPT: Final = 96
"""Lines whose arrangement is kept."""


class _Kept(NamedTuple):
    """A line as it is arranged; holding the line keeps its id its own."""

    line: Line
    written: WrittenLine
    equations: tuple[LineEquation, ...]
    arrangement: Arrangement


class ShownLine:
    """The line that has just run, or the first of the next update.

    Parameters
    ----------
    arranger
        Finds the places.

    Attributes
    ----------
    written
        The line as its convention writes it; None before the first.
    """

    def __init__(self, arranger: StripArranger) -> None:
        self._arranger = arranger
        self._kept: dict[tuple[object, ...], _Kept] = {}
        self._numbers: LineNumbers | None = None
        self.written: WrittenLine | None = None

    def forget(self) -> None:
        """Start again, for another network."""
        self._kept.clear()

    def arrange(
        self, snapshot: Snapshot, number: int, convention: Convention, size: tuple[int, int]
    ) -> tuple[tuple[LineEquation, ...], Arrangement]:
        """Return the equations of a line (from 1) at a moment, and their places in a room."""
        line, labels = snapshot.program[number], snapshot.labels
        has_run = snapshot.position.line >= number
        names = labels.objective, tuple(labels.own.items()), convention
        made_for = (id(line), *names, len(snapshot.batch), size, has_run)
        kept = self._kept.get(made_for)
        written = written_line(line, labels, convention) if kept is None else kept.written
        self.written, self._numbers = written, LineNumbers(snapshot, number, written)
        if kept is None:
            equation = equation_of(snapshot, number, written)
            # The equation outlives its moment: it stays as long as the arrangement.
            equations = (replace(equation, value=self.value, shape=self._shape),)
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            arrangement = self._arranger.arrange(equations, *size)
            kept = self._kept[made_for] = _Kept(line, written, equations, arrangement)
        return kept.equations, kept.arrangement

    def value(self, operand: StripOperand) -> Array | None:
        """Return the array of an operand at the moment that was arranged last."""
        return None if self._numbers is None else self._numbers.value(operand)

    def _shape(self, operand: StripOperand) -> Shape:
        assert self._numbers is not None
        return self._numbers.shape(operand)
