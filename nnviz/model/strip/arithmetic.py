"""How one cell of a line's result came about, in a few short texts with numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from nnviz.model.explain.cell import explain
from nnviz.model.explain.text import number_text, plain, write_numbers
from nnviz.model.explain.tree import Operation, Tree
from nnviz.model.session.selection import Cell
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.strip.written_line import WrittenLine
from nnviz.model.text.numbers import MINUS

_SIGNS: Final = {"sum": "+", "difference": "−", "product": "⊙", "quotient": "/"}
_BOTH: Final = 2


def arithmetic(snapshot: Snapshot, written: WrittenLine, row: int, column: int) -> tuple[str, ...]:
    """Return the numbers that give a cell: ``−1.537 · −0.1494``, ``⊙ 0.7657``, ``= 0.1759``.

    Parameters
    ----------
    snapshot, written
        The moment and the line.
    row, column
        The cell, from 0, as it is drawn.

    Returns
    -------
    tuple of str
        Empty as long as the line has not run.
    """
    if written.convention == "rows":
        row, column = column, row
    cell = Cell(written.line.writes, row, column)
    explanation = explain(snapshot, cell, convention=written.convention)
    if explanation is None or explanation.value is None:
        return ()
    is_single = snapshot.shapes[cell.symbol] == (1, 1)
    steps = [text for text in _steps(explanation.tree, is_single=is_single) if text]
    return (*steps, f"= {number_text(explanation.value)}")


def _steps(tree: Tree, *, is_single: bool) -> Iterator[str]:
    """Yield the operands of the outermost operation, the first written out, each of the others as its number."""
    if (
        not isinstance(tree, Operation)
        or tree.kind not in _SIGNS
        or len(tree.parts) != _BOTH
        or not isinstance(tree.parts[0], Operation)
    ):
        yield plain(write_numbers(tree))
        return
    first, other = tree.parts
    sign = "·" if is_single and tree.kind == "product" else _SIGNS[tree.kind]
    number = number_text(other.value) if isinstance(other, Operation) else plain(write_numbers(other))
    written = plain(write_numbers(first))
    is_sum = (
        isinstance(first, Operation) and first.kind in ("sum", "difference") and tree.kind in ("product", "quotient")
    )
    yield f"({written})" if is_sum else written
    yield f"{sign} ({number})" if number.startswith(MINUS) else f"{sign} {number}"
