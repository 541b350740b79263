"""Which lines read a cell: the way forward."""

from __future__ import annotations

from collections.abc import Iterator

from PyQt6.QtCore import QCoreApplication

from nnviz.model.explain.cell import cell_text
from nnviz.model.explain.text import NO_BREAK
from nnviz.model.explain.used_by import Use, uses
from nnviz.model.session.selection import Cell, Selection, shown_sample
from nnviz.model.session.set_by_hand import set_in_update
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import exact
from nnviz.views.inspector.names import fill
from nnviz.views.inspector.page import Notation, Paragraph, TextSpan
from nnviz.views.inspector.spans import explain_text, value_of

_FEW = 3
"""Cells of one line that are named; of more, there is an ellipsis."""


def use_paragraphs(snapshot: Snapshot, selection: Selection, cell: Cell, notation: Notation) -> Iterator[Paragraph]:
    """Yield one paragraph with a link to each place that a cell goes to; nothing where it goes nowhere."""
    found = uses(snapshot.program, snapshot.shapes, cell)
    if not found:
        return
    column = snapshot.column_of(shown_sample(snapshot, selection)) or 0
    spans = [TextSpan(QCoreApplication.translate("InspectorPanel", "Used by") + NO_BREAK)]
    for index, use in enumerate(found):
        if index:
            spans.append(TextSpan(" · "))
        spans += _use(snapshot, cell, use, column, notation)
    yield Paragraph("words", tuple(spans))


def _read_before_set(snapshot: Snapshot, cell: Cell, number: int) -> bool:
    """Return whether a person has set a cell after a line had read it."""
    if snapshot.position.line < number:
        return False
    return any(made.position.line >= number for made in set_in_update(snapshot, cell))


def _use(snapshot: Snapshot, used: Cell, use: Use, column: int, notation: Notation) -> Iterator[TextSpan]:
    for number, cell in enumerate(use.cells(_FEW, column)):
        text = cell_text(cell, snapshot.shapes[cell.symbol], notation.labels, notation.convention)
        value = value_of(snapshot, cell)
        tip = text if value is None else f"{text} = {exact(value)}"
        if number:
            yield TextSpan(", ")
        yield TextSpan(text, "link", cell, f"{tip}\n{explain_text(snapshot, cell, notation)}")
    if _read_before_set(snapshot, used, use.line):
        line = QCoreApplication.translate("InspectorPanel", "(line %1, before it was set by hand)")
    else:
        line = QCoreApplication.translate("InspectorPanel", "(line %1)")
    if use.count > _FEW:
        yield TextSpan(fill(QCoreApplication.translate("InspectorPanel", ", … %1 in all"), str(use.count)))
    formula = snapshot.program[use.line].formula(notation.labels, notation.convention)
    yield TextSpan(f" {fill(line, str(use.line))}".replace(" ", NO_BREAK), tip=formula)
