"""The equation of one cell as scripts and notebooks get it: printable."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from nnviz.model.errors import ModelError, NotComputedError
from nnviz.model.explain.cell import CellExplanation, cell_text, explain
from nnviz.model.explain.contributions import Contribution, contributions
from nnviz.model.explain.text import plain, write
from nnviz.model.session.selection import Cell
from nnviz.model.session.set_by_hand import SetByHand, set_by_hand
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import MINUS, exact


@dataclass(frozen=True, eq=False, repr=False)
class Equation:
    """How one number is computed; printed, it is the equation with symbols, and below it with numbers.

    Attributes
    ----------
    text
        The cell as it is written: ``δ¹₂₃``.
    line
        Number of the line that computes it, from 1; None where a person set it and no line has changed it since.
    value
        The number; None before that line has run.
    terms
        The parts that add up to it: for a gradient the share of each sample, for a weighted input that of each input
        and of the bias. Empty where nothing is added up, and before the line has run.
    rows
        The equation, a text for each step; where a person set the number after its line, what the line computed comes
        before that.
    """

    text: str
    line: int | None
    value: float | None
    terms: tuple[Contribution, ...]
    rows: tuple[str, ...]

    def __repr__(self) -> str:
        return "\n".join(self.rows)


def equation(snapshot: Snapshot, symbol: str, cell: tuple[int, int]) -> Equation:
    """Write out one cell, in the scenario's own convention and names.

    Parameters
    ----------
    snapshot
        The snapshot with the values.
    symbol, cell
        Which: ``"dW1", (0, 1)``, row and column from 0, samples in columns.

    Raises
    ------
    ModelError
        If there is no such symbol or cell.
    NotComputedError
        If no line has computed it, and no person has set it: it is data, or a parameter or optimiser state whose ``←``
        line has not run.
    """
    if symbol not in snapshot.shapes:
        raise ModelError("to explain a cell", symbol, "no such symbol", ", ".join(snapshot.shapes))
    (row, column), (rows, columns) = cell, snapshot.shapes[symbol]
    if not (0 <= row < rows and 0 <= column < columns):
        raise ModelError("to explain a cell", symbol, f"cell {cell}", f"(0, 0) to ({rows - 1}, {columns - 1})")
    convention, chosen = snapshot.scenario.convention, Cell(symbol, row, column)
    explanation = explain(snapshot, chosen, convention=convention)
    made = set_by_hand(snapshot, chosen)
    if explanation is None and made is not None:
        text = cell_text(chosen, snapshot.shapes[symbol], snapshot.labels, convention)
        return Equation(text, None, made.value, (), (f"{text} = {_set_text(made)}",))
    if explanation is None:
        line = snapshot.program.line_of.get(symbol)
        accepted = "a symbol that a line computes" if line is None else f"run to line {line} first"
        raise NotComputedError("to explain a cell", symbol, "what no line of this update has computed", accepted)
    shares = contributions(snapshot, chosen, convention=convention, most=sys.maxsize)
    terms = () if shares is None else shares.parts
    written = _rows(explanation)
    if made is not None:
        return Equation(explanation.text, None, made.value, terms, written)
    return Equation(explanation.text, explanation.line, explanation.value, terms, written)


def _rows(explanation: CellExplanation) -> tuple[str, ...]:
    written = write(explanation)
    rights = [plain(written.symbols), *map(plain, written.numbers)]
    if explanation.value is not None:
        rights.append(_exact(explanation.value))
    indent = " " * len(written.left)
    rows = [f"{written.left} {written.sign} {rights[0]}", *(f"{indent} = {right}" for right in rights[1:])]
    return (*rows, *(f"{indent} ← {_set_text(made)}" for made in explanation.since))


def _set_text(made: SetByHand) -> str:
    """Write a value that was set, how it was typed, and what it was before."""
    how = "measured again" if made.is_measured else f"set by hand to {made.typed}" if made.typed else "set by hand"
    was = "" if made.old is None else f" (was {_exact(made.old)})"
    return f"{_exact(made.value)}, {how}{was}"


def _exact(value: float) -> str:
    return exact(value).replace("-", MINUS)
