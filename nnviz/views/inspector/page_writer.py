"""What the inspector shows for one cell: its equation, what it means, where it goes, what adds up to it, its chain."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Final

from PyQt6.QtCore import QCoreApplication

from nnviz.model.explain.cell import CellExplanation, cell_text, explain, explain_sample_loss
from nnviz.model.explain.definitions import definitions
from nnviz.model.explain.text import NO_BREAK, write
from nnviz.model.program.expression import Activate
from nnviz.model.session.selection import Cell, Selection, shown_sample
from nnviz.model.session.set_by_hand import SetByHand
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import exact
from nnviz.views.inspector.bars import bar_paragraphs
from nnviz.views.inspector.chain_rule import chain_paragraphs
from nnviz.views.inspector.meaning import in_words, not_computed
from nnviz.views.inspector.names import together
from nnviz.views.inspector.page import Notation, Page, Paragraph, TextSpan
from nnviz.views.inspector.spans import place_text, spans_of, value_of
from nnviz.views.inspector.used_by import use_paragraphs

_ROUNDING: Final = 1e-9
"""Relative difference up to which a person's number is the line's: they may add in another order."""


def page_of(snapshot: Snapshot, selection: Selection, cell: Cell, notation: Notation, *, by_size: bool = False) -> Page:
    """Write the page of a cell; bars are sorted `by_size`, or in the order of the sum."""
    explanation = explain(snapshot, cell, notation.labels, notation.convention)
    value = value_of(snapshot, cell)
    writer = _EquationWriter(snapshot, notation)
    paragraphs: list[Paragraph] = []
    if explanation is None:
        left = cell_text(cell, snapshot.shapes[cell.symbol], notation.labels, notation.convention)
        paragraphs.append(writer.result(left, value, first=True))
    else:
        paragraphs += writer.equation(explanation)
        paragraphs += writer.functions(explanation)
        if cell.symbol == "L":
            paragraphs += writer.sample_loss(selection)
    words = in_words(snapshot, cell, value, explanation)
    if value is None and explanation is not None:
        words = together(not_computed(explanation.line), words)
    paragraphs.append(Paragraph("words", (TextSpan(words),)))
    paragraphs += use_paragraphs(snapshot, selection, cell, notation)
    paragraphs += bar_paragraphs(snapshot, selection, cell, notation, by_size=by_size)
    if value is not None:
        paragraphs += chain_paragraphs(snapshot, selection, cell, notation)
    return Page(place_text(snapshot, cell, notation), tuple(paragraphs), cell, value)


def _differs(explanation: CellExplanation) -> bool:
    """Return whether a person's code has another number than the line gives, by more than rounding."""
    value, meant = explanation.value, explanation.tree.value
    return value is not None and not math.isclose(value, meant, rel_tol=_ROUNDING, abs_tol=_ROUNDING)


class _EquationWriter:
    """Writes the paragraphs of equations."""

    def __init__(self, snapshot: Snapshot, notation: Notation) -> None:
        self._snapshot = snapshot
        self._notation = notation

    def equation(self, explanation: CellExplanation) -> Iterable[Paragraph]:
        """Write symbols, numbers, steps and the exact value, a paragraph each."""
        written = write(explanation, exactly=self._notation.exactly)
        if self._snapshot.is_recorded and explanation.assigns and _differs(explanation):
            # How a person's own code changes a parameter, with a memory of its own, is in no line of the program.
            yield self.result(written.left, explanation.value, first=True)
            return
        first = TextSpan(f"{written.left}{NO_BREAK}{written.sign}{NO_BREAK}")
        symbols = spans_of(self._snapshot, written.symbols, self._notation)
        yield Paragraph("equation", (first, *symbols), written.left)
        for line in written.numbers:
            numbers = spans_of(self._snapshot, line, self._notation)
            yield Paragraph("continued", (TextSpan(f"={NO_BREAK}"), *numbers), written.left)
        if self._snapshot.is_recorded and _differs(explanation):
            yield self.result(written.left, explanation.tree.value)
            number = TextSpan(exact(explanation.value or 0.0), "fault")
            whose = QCoreApplication.translate("InspectorPanel", "your code").replace(" ", NO_BREAK)
            words = TextSpan(f"{NO_BREAK}{NO_BREAK}{whose}")
            yield Paragraph("continued", (TextSpan(f"≠{NO_BREAK}"), number, words), written.left)
        else:
            yield self.result(written.left, explanation.value)
        for made in explanation.since:
            number = TextSpan(exact(made.value), "strong")
            yield Paragraph("continued", (TextSpan(f"←{NO_BREAK}"), number, self._how_set(made)), written.left)

    def _how_set(self, made: SetByHand) -> TextSpan:
        measured = QCoreApplication.translate("InspectorPanel", "measured again")
        words = measured if made.is_measured else QCoreApplication.translate("InspectorPanel", "set by hand")
        return TextSpan(f"{NO_BREAK}{NO_BREAK}{words}".replace(" ", NO_BREAK))

    def result(self, left: str, value: float | None, *, first: bool = False) -> Paragraph:
        """Write what a cell holds, exactly; hatching when it has not been computed."""
        number = TextSpan(NO_BREAK * 12, "hatched") if value is None else TextSpan(exact(value), "strong")
        before = f"{left}{NO_BREAK}" if first else ""
        return Paragraph("equation" if first else "continued", (TextSpan(f"{before}={NO_BREAK}"), number), left)

    def functions(self, explanation: CellExplanation) -> Iterable[Paragraph]:
        """Write out the activation that a line applies; derivatives and losses are written out in equations."""
        expression = self._snapshot.program[explanation.line].expression
        if isinstance(expression, Activate):
            for text in definitions(expression):
                yield Paragraph("definition", (TextSpan(text),))

    def sample_loss(self, selection: Selection) -> Iterable[Paragraph]:
        """Write out the loss of the selected sample, or of the batch's first."""
        column = self._snapshot.column_of(shown_sample(self._snapshot, selection)) or 0
        labels, convention = self._notation.labels, self._notation.convention
        yield from self.equation(explain_sample_loss(self._snapshot, column, labels, convention))
