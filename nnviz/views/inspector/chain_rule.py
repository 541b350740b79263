"""The chain rule from the loss back to a cell, as paragraphs."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from PyQt6.QtCore import QCoreApplication

from nnviz.model.explain.chain_rule import Chain, Level, chain
from nnviz.model.explain.text import NO_BREAK, number_text, write_numbers, write_symbols
from nnviz.model.explain.tree import Leaf, Operation, Tree
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.program.symbols import parse
from nnviz.model.session.selection import Cell, Selection, shown_sample
from nnviz.model.session.set_by_hand import set_between_reads
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import exact
from nnviz.views.inspector.names import fill, sample
from nnviz.views.inspector.page import Notation, Paragraph, TextSpan
from nnviz.views.inspector.spans import explain_text, spans_of

_EQUALS = f" ={NO_BREAK}"
_NEW_LINE = "\u2028"
"""A new line of the same paragraph."""


def chain_paragraphs(snapshot: Snapshot, selection: Selection, cell: Cell, notation: Notation) -> Iterable[Paragraph]:
    """Yield the product from the loss to a cell, and each derivative between them; nothing where there is no chain."""
    column = snapshot.column_of(shown_sample(snapshot, selection)) or 0
    found = chain(snapshot, cell, column, notation.labels, notation.convention)
    if found is None:
        return
    writer = _ChainParagraphs(snapshot, notation, cell)
    yield writer.heading(found)
    if len(found.factors) > 1:
        yield writer.product(found)
    for level in found.levels:
        yield writer.level(level)
    yield from _slopes(snapshot, parse(cell.symbol).layer)


class _ChainParagraphs:
    def __init__(self, snapshot: Snapshot, notation: Notation, cell: Cell) -> None:
        self._snapshot, self._notation, self._cell = snapshot, notation, cell

    def heading(self, found: Chain) -> Paragraph:
        """Name the section, and the sample that it is about where there are several."""
        text = QCoreApplication.translate("InspectorPanel", "Chain rule")
        if len(self._snapshot.batch) > 1:
            of_sample = QCoreApplication.translate("InspectorPanel", "Chain rule for %1")
            text = fill(of_sample, sample(self._snapshot, found.column))
        return Paragraph("heading", (TextSpan(text),))

    def product(self, found: Chain) -> Paragraph:
        """Write the whole product: symbols, numbers, result."""
        tree = found.product
        result = TextSpan(self._number(found.value), "strong", tip=exact(found.value))
        below = TextSpan(f"{_NEW_LINE}={NO_BREAK}")
        symbols, numbers = self._symbols(tree), self._numbers(tree)
        return Paragraph(
            "level", (TextSpan(found.text + _EQUALS), *symbols, below, *numbers, TextSpan(_EQUALS), result)
        )

    def level(self, level: Level) -> Paragraph:
        """Write one derivative in a row."""
        names = "".join(f"{name}{_EQUALS}" for name in (level.name, level.text) if name)
        # A sum may break before its terms; what is shorter breaks before the equals sign.
        tight = isinstance(level.tree, Operation) and level.tree.kind != "sum"
        spans = [TextSpan(names), *self._symbols(level.tree, tight=tight)]
        # What is there as one number already, the result alone would repeat.
        if not isinstance(level.tree, Leaf):
            spans += [TextSpan(_EQUALS), *self._numbers(level.tree, tight=tight)]
        if level.cancelled is not None:
            cancel = QCoreApplication.translate("InspectorPanel", "(they cancel)")
            spans += [TextSpan(_EQUALS), *self._symbols(level.cancelled, tight=True), TextSpan(f"{NO_BREAK}{cancel}")]
            spans += [TextSpan(_EQUALS), *self._numbers(level.cancelled, tight=True)]
        spans += [TextSpan(_EQUALS), self._result(level)]
        if level.cell is not None and level.held is not None and _differ(level.value, level.held):
            line = self._snapshot.program.line_of[level.cell.symbol]
            between = set_between_reads(self._snapshot, line)
            if between:
                text = QCoreApplication.translate("InspectorPanel", "Line %1 has %2: %3 was set by hand before it.")
                written = fill(
                    text, str(line), self._number(level.held), ", ".join(map(self._notation.labels.of, between))
                )
            else:
                text = QCoreApplication.translate("InspectorPanel", "Line %1 has %2.")
                written = fill(text, str(line), self._number(level.held))
            spans.append(TextSpan(f"  {written}", "plain" if between else "fault", tip=exact(level.held)))
        return Paragraph("level", tuple(spans))

    def _result(self, level: Level) -> TextSpan:
        text, tip = self._number(level.value), exact(level.value)
        if level.cell is None or level.cell == self._cell or level.held is None:
            return TextSpan(text, "strong", tip=tip)
        return TextSpan(text, "link", level.cell, f"{tip}\n{explain_text(self._snapshot, level.cell, self._notation)}")

    def _number(self, value: float) -> str:
        return number_text(value, exactly=self._notation.exactly)

    def _symbols(self, tree: Tree, *, tight: bool = False) -> Iterable[TextSpan]:
        return spans_of(self._snapshot, write_symbols(tree, tight=tight), self._notation)

    def _numbers(self, tree: Tree, *, tight: bool = False) -> Iterable[TextSpan]:
        pieces = write_numbers(tree, self._cell, exactly=self._notation.exactly, tight=tight)
        return spans_of(self._snapshot, pieces, self._notation)


def _differ(value: float, held: float) -> bool:
    is_none = math.isnan(value) and math.isnan(held)
    return not (is_none or math.isclose(value, held, rel_tol=1e-6, abs_tol=1e-300))


def _slopes(snapshot: Snapshot, lowest: int) -> Iterator[Paragraph]:
    """Write out the derivatives of the activations from a layer up."""
    rules = (ACTIVATIONS[layer.activation] for layer in snapshot.network.layers[lowest - 1 :])
    texts = (f"{rule.sign}′(z) = {rule.slope_formula}" for rule in rules if not rule.couples_units)
    for text in dict.fromkeys(texts):
        yield Paragraph("definition", (TextSpan(text),))
