"""Rows of lines that do not run: the right line under a wrong one, a line left out, the place of a misplaced line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PyQt6.QtCore import QCoreApplication

from nnviz.model.mistakes.build import corrections, right_program
from nnviz.model.program.line import Line
from nnviz.model.program.program import Program
from nnviz.model.program.symbols import Labels
from nnviz.model.text.convention import Convention
from nnviz.views.lines.mistake_texts import mistake_texts

GhostKind = Literal["right", "missing", "place"]
"""The right line under a wrong one; a line that is left out; the right place of a line that is elsewhere."""


@dataclass(frozen=True)
class Ghost:
    """A row of a line that does not run.

    Attributes
    ----------
    kind
        Why it is shown.
    line
        The line (from 1) that it is about; 0 for a line that is left out.
    symbol
        The symbol that it would write.
    word, formula, tip
        Texts as they are shown.
    """

    kind: GhostKind
    line: int
    symbol: str
    word: str
    formula: str
    tip: str


@dataclass(frozen=True)
class RowOrder:
    """The rows of the pane from the top: lines by their number (from 1), and ghosts."""

    rows: tuple[int | Ghost, ...] = ()

    def row_of(self, line: int) -> int:
        """Return the row (from 0) of a line; the one below the last where there is no such line."""
        return next((row for row, entry in enumerate(self.rows) if entry == line), len(self.rows))

    def line_of(self, row: int) -> int:
        """Return the line that a row is about; 0 where there is none."""
        if not 0 <= row < len(self.rows):
            return 0
        entry = self.rows[row]
        return entry.line if isinstance(entry, Ghost) else entry

    def ghost(self, row: int) -> Ghost | None:
        """Return the ghost in a row, if there is one."""
        entry = self.rows[row] if 0 <= row < len(self.rows) else 0
        return entry if isinstance(entry, Ghost) else None


def row_order(program: Program, labels: Labels, convention: Convention) -> RowOrder:
    """Return the lines of a program in order and, where mistakes are made in them, the right lines."""
    wrong = corrections(program)
    below: dict[str, list[Ghost]] = {}
    for symbol, right in wrong.items():
        here = program.line_of.get(symbol)
        if here is None and right is not None:
            ghost = _ghost("missing", 0, right, program, labels, convention)
            below.setdefault(_line_above(program, symbol), []).append(ghost)
        elif here is not None and right is None:
            ghost = _ghost("place", here, program[here], program, labels, convention)
            below.setdefault(_line_above(program, symbol), []).append(ghost)
        elif here is not None and right is not None:
            below.setdefault(symbol, []).insert(0, _ghost("right", here, right, program, labels, convention))
    rows: list[int | Ghost] = []
    for number, line in enumerate(program, start=1):
        rows += [number, *below.get(line.writes, ())]
    return RowOrder(tuple(rows))


def _line_above(program: Program, symbol: str) -> str:
    """Return the symbol that the nearest line above a right line's place writes, among those of the program."""
    above = ""
    for line in right_program(program):
        if line.writes == symbol:
            return above
        if line.writes in program.line_of:
            above = line.writes
    raise KeyError(symbol)


def _ghost(kind: GhostKind, number: int, line: Line, program: Program, labels: Labels, convention: Convention) -> Ghost:
    translate = QCoreApplication.translate
    match kind:
        case "right":
            word, first = translate("ProgramPanel", "right"), translate("ProgramPanel", "The right line")
        case "missing":
            word, first = translate("ProgramPanel", "left out"), translate("ProgramPanel", "This line is left out")
        case "place":
            word = translate("ProgramPanel", "its place")
            first = translate("ProgramPanel", "Line %1 belongs here").replace("%1", str(number))
    formula = line.formula(labels, convention)
    tip = "\n".join((first, formula, *mistake_texts(program, line.writes)))
    return Ghost(kind, number, line.writes, word, formula, tip)
