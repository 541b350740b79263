"""The program panel: the source pane under its heading."""

from __future__ import annotations

from collections.abc import Iterable

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QWidget

from nnviz.model.breakpoints import Breakpoint
from nnviz.model.formula import Convention
from nnviz.model.selection import Selection
from nnviz.model.snapshot import Snapshot
from nnviz.views.panel import Panel
from nnviz.views.program.rows import ProgramRows
from nnviz.views.program.texts import note
from nnviz.views.theme import Theme


class ProgramPanel(Panel):
    """Shows the update as a program: every line with its formula, shapes and value, the one that has just run lit.

    Signals
    -------
    line_requested(int)
        A line was chosen; from 1.
    breakpoint_requested(int)
        Toggle the breakpoint on a line.
    breakpoint_switch_requested(int)
        Switch the breakpoint on a line off, or on again.

    Parameters
    ----------
    theme
        Colours and scale.
    """

    line_requested = pyqtSignal(int)
    breakpoint_requested = pyqtSignal(int)
    breakpoint_switch_requested = pyqtSignal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("program", "", theme, parent)
        self.set_title(self.tr("Program of one update"))
        self._snapshot: Snapshot | None = None
        self._note = ""
        self._rows = ProgramRows(theme, self)
        self._rows.line_requested.connect(self.line_requested)
        self._rows.breakpoint_requested.connect(self.breakpoint_requested)
        self._rows.breakpoint_switch_requested.connect(self.breakpoint_switch_requested)
        self.set_body(self._rows)

    @property
    def rows(self) -> ProgramRows:
        """The lines."""
        return self._rows

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show where the program stands."""
        self._snapshot = snapshot
        self._rows.show_snapshot(snapshot)
        self._show_note()

    def show_selection(self, selection: Selection) -> None:
        """Mark the selected line."""
        self._rows.show_selection(selection)

    def show_breakpoints(self, breakpoints: Iterable[Breakpoint]) -> None:
        """Mark the lines that have breakpoints."""
        self._rows.show_breakpoints(breakpoints)

    def show_convention(self, convention: Convention) -> None:
        """Write formulas and shapes for samples in columns or in rows."""
        self._rows.show_convention(convention)
        self._show_note()

    def _show_note(self) -> None:
        if self._snapshot is None:
            return
        text = note(self._snapshot, self._rows.convention)
        if text != self._note:
            self._note = text
            self.set_aside(text)
