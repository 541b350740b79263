"""What a row of the source pane says to people who hear the window."""

from __future__ import annotations

from PyQt6.QtCore import QCoreApplication

from nnviz.views.program.painting import RowState
from nnviz.views.program.texts import RowText


def spoken(row: RowText, state: RowState) -> str:
    """Say a line with its value, its breakpoint, and what is wrong or repeated in it."""
    translate = QCoreApplication.translate
    not_yet = translate("ProgramRows", "not computed yet")
    value = not_yet if state.value is None else state.value.sign + state.value.number
    text = translate("ProgramRows", "line %1: %2, %3")
    parts = [text.replace("%1", row.number).replace("%2", row.formula).replace("%3", value)]
    if state.breakpoint is not None:
        on, off = translate("ProgramRows", "breakpoint"), translate("ProgramRows", "breakpoint, switched off")
        parts.append(on if state.breakpoint else off)
    return " · ".join((*parts, *row.notes, *row.mistakes))
