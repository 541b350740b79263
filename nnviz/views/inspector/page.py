"""What the inspector shows for one cell, before it is drawn: paragraphs of spans."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from PyQt6.QtCore import QCoreApplication

from nnviz.model.binding import Array
from nnviz.model.definitions import definitions
from nnviz.model.explain import Explanation, cell_text, explain, explain_sample_loss
from nnviz.model.explain_text import NO_BREAK, Piece, Pieces, number_text, write
from nnviz.model.expression import Activate
from nnviz.model.formula import Convention
from nnviz.model.numbers import exact
from nnviz.model.selection import Cell, Selection, shown_sample
from nnviz.model.snapshot import Snapshot
from nnviz.model.symbols import Labels
from nnviz.views.inspector.names import fill, together
from nnviz.views.inspector.words import in_words, not_computed

SpanKind = Literal["plain", "link", "strong", "hatched"]
ParagraphKind = Literal["back", "equation", "continued", "definition", "words"]


@dataclass(frozen=True)
class Span:
    """A run of text in one style; a link has the cell that it leads to, and says in its tip which that is."""

    text: str
    kind: SpanKind = "plain"
    cell: Cell | None = None
    tip: str = ""


@dataclass(frozen=True)
class Paragraph:
    """One paragraph.

    Attributes
    ----------
    kind
        ``equation`` begins with what stands before the equals sign, ``continued`` with the equals sign.
    spans
        Its text.
    left
        For an equation and what continues it: the text before the equals sign, which the lines are indented by.
    """

    kind: ParagraphKind
    spans: tuple[Span, ...]
    left: str = ""


@dataclass(frozen=True)
class Page:
    """Everything about one cell; `title` stands in the panel's heading, `value` is None when not computed."""

    title: str
    paragraphs: tuple[Paragraph, ...]
    cell: Cell | None = None
    value: float | None = None


@dataclass(frozen=True)
class Notation:
    """How symbols are written."""

    labels: Labels
    convention: Convention


def empty_page() -> Page:
    """Give the page for when there is nothing to explain."""
    text = QCoreApplication.translate(
        "InspectorPanel", "Run a line, or click a number: its equation stands here, with its numbers."
    )
    return Page("", (Paragraph("words", (Span(text),)),))


def array_of(snapshot: Snapshot, symbol: str) -> Array | None:
    """Give a symbol's value; data is known before any line has run."""
    if symbol == "X":
        return snapshot.data.X[:, snapshot.batch]
    if symbol == "Y":
        return snapshot.targets[:, snapshot.batch]
    return snapshot.value(symbol)


def place_text(snapshot: Snapshot, cell: Cell, notation: Notation) -> str:
    """Write a cell as a place in its matrix, from 1: ``δ¹ [2, 3]``."""
    label = notation.labels.of(cell.symbol)
    if snapshot.shapes[cell.symbol] == (1, 1):
        return label
    row, column = (cell.row, cell.column) if notation.convention == "columns" else (cell.column, cell.row)
    return f"{label} [{row + 1}, {column + 1}]"


def page_of(snapshot: Snapshot, selection: Selection, cell: Cell, notation: Notation, back: Cell | None) -> Page:
    """Write the page of a cell; `back` is the cell that was left for it, if it was."""
    explanation = explain(snapshot, cell, notation.labels, notation.convention)
    array = array_of(snapshot, cell.symbol)
    value = None if array is None else float(array[cell.row, cell.column])
    writer = _Writer(snapshot, notation)
    paragraphs = [] if back is None else [writer.back(back)]
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
    paragraphs.append(Paragraph("words", (Span(words),)))
    return Page(place_text(snapshot, cell, notation), tuple(paragraphs), cell, value)


class _Writer:
    """Writes the paragraphs of equations."""

    def __init__(self, snapshot: Snapshot, notation: Notation) -> None:
        self._snapshot = snapshot
        self._notation = notation

    def back(self, cell: Cell) -> Paragraph:
        """Write the way back to the cell that this one was followed from."""
        name = place_text(self._snapshot, cell, self._notation)
        tip = fill(QCoreApplication.translate("InspectorPanel", "Back to %1 (Backspace)"), name)
        return Paragraph("back", (Span(f"‹{NO_BREAK}{name}", "link", cell, tip),))

    def equation(self, explanation: Explanation) -> Iterable[Paragraph]:
        """Write symbols, numbers, steps and the exact value, a paragraph each."""
        written = write(explanation)
        first = Span(f"{written.left}{NO_BREAK}{written.sign}{NO_BREAK}")
        yield Paragraph("equation", (first, *self._spans(written.symbols)), written.left)
        for line in written.numbers:
            yield Paragraph("continued", (Span(f"={NO_BREAK}"), *self._spans(line)), written.left)
        yield self.result(written.left, explanation.value)

    def result(self, left: str, value: float | None, *, first: bool = False) -> Paragraph:
        """Write what a cell holds, exactly; hatching when it has not been computed."""
        number = Span(NO_BREAK * 12, "hatched") if value is None else Span(exact(value), "strong")
        before = f"{left}{NO_BREAK}" if first else ""
        return Paragraph("equation" if first else "continued", (Span(f"{before}={NO_BREAK}"), number), left)

    def functions(self, explanation: Explanation) -> Iterable[Paragraph]:
        """Write out the activation that a line applies; derivatives and losses are written out in equations."""
        expression = self._snapshot.program[explanation.line].expression
        if isinstance(expression, Activate):
            for text in definitions(expression):
                yield Paragraph("definition", (Span(text),))

    def sample_loss(self, selection: Selection) -> Iterable[Paragraph]:
        """Write out the loss of the selected sample, or of the batch's first."""
        column = self._snapshot.column_of(shown_sample(self._snapshot, selection)) or 0
        labels, convention = self._notation.labels, self._notation.convention
        yield from self.equation(explain_sample_loss(self._snapshot, column, labels, convention))

    def _spans(self, pieces: Pieces) -> Iterable[Span]:
        for piece in pieces:
            if piece.rest is not None:
                yield self._left_out(piece)
            elif piece.cell is None:
                yield Span(piece.text)
            else:
                yield Span(piece.text, "link", piece.cell, self._tip(piece))

    def _left_out(self, piece: Piece) -> Span:
        """Write the terms of a long sum that were left out; the numbers' line says what they add up to."""
        assert piece.rest is not None
        text = fill(QCoreApplication.translate("InspectorPanel", "… %1 more"), str(piece.rest.count))
        if piece.value is not None:
            text = f"({text}: {number_text(piece.value)})"
        return Span(text.replace(" ", NO_BREAK))

    def _tip(self, piece: Piece) -> str:
        assert piece.cell is not None
        assert piece.value is not None  # only numbers are links
        place = place_text(self._snapshot, piece.cell, self._notation)
        action = fill(QCoreApplication.translate("InspectorPanel", "Click: explain %1"), place)
        return f"{piece.name} = {exact(piece.value)}\n{action}"
