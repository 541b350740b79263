"""The strip's panel: which line it is, over the line with its matrices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QWidget

from nnviz.model.session.selection import Cell, Selection
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention
from nnviz.views.lines.meaning import meaning_of
from nnviz.views.panel import Panel
from nnviz.views.strip.canvas import StripCanvas
from nnviz.views.theme import Theme

if TYPE_CHECKING:
    from nnviz.model.recorded_run.recorded_run import Moment


class StripPanel(Panel):
    """Shows the line that has just run, written with its matrices as its letters.

    Signals
    -------
    cell_requested(Cell)
        A cell, to be explained.
    value_requested(Cell, float)
        A parameter's cell is to hold another number; while it is dragged, at most once for each move of the mouse.
    pause_requested()
        Editing of a number begins.
    watch_requested(str)
        An expression is to be charted over the run.
    condition_requested(str)
        Runs are to stop where an expression holds.
    breakpoint_requested(int)
        Runs are to stop at a line (from 1), or no longer.

    Parameters
    ----------
    theme
        Colours and scale.
    """

    cell_requested = pyqtSignal(object)
    value_requested = pyqtSignal(object, object)
    pause_requested = pyqtSignal()
    watch_requested = pyqtSignal(str)
    condition_requested = pyqtSignal(str)
    breakpoint_requested = pyqtSignal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("strip", "", theme, parent)
        # Its name on the tab and in the View menu; the heading tells the line.
        self.set_title(self.tr("Line"))
        toggle = self.toggleViewAction()
        assert toggle is not None
        toggle.setText(self.tr("The line with its matrices"))
        self._moment: Moment | None = None
        self._snapshot: Snapshot | None = None
        self._shown: tuple[str, str] | None = None
        self._canvas = StripCanvas(theme, self)
        self.set_body(self._canvas)
        self.setFocusProxy(self._canvas)
        for signal, own in (
            (self._canvas.cell_requested, self.cell_requested),
            (self._canvas.value_requested, self.value_requested),
            (self._canvas.pause_requested, self.pause_requested),
            (self._canvas.watch_requested, self.watch_requested),
            (self._canvas.condition_requested, self.condition_requested),
            (self._canvas.breakpoint_requested, self.breakpoint_requested),
        ):
            signal.connect(own)
        self._show_heading()

    @property
    def canvas(self) -> StripCanvas:
        """The line with its matrices."""
        return self._canvas

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the line of a moment."""
        self._snapshot = snapshot
        self._canvas.show_snapshot(snapshot)
        self._show_heading()

    def show_moment(self, moment: Moment | None) -> None:
        """Show what a line of the person's own code wrote; None when the code has been closed."""
        self._moment = moment
        self._canvas.show_moment(moment)
        self._show_heading()

    def show_selection(self, selection: Selection) -> None:
        """Frame the selected cell, and the rows and columns that it came from."""
        self._canvas.show_selection(selection)

    def show_convention(self, convention: Convention) -> None:
        """Draw samples as columns, or as rows."""
        self._canvas.show_convention(convention)

    def edited(self) -> Cell | None:
        """Return the cell over which the editor is open."""
        return self._canvas.edited

    def edit_again(self, edited: Cell) -> None:
        """Open the editor over the cell over which it was open in another window."""
        self._canvas.edit(edited)

    def _show_heading(self) -> None:
        title, note = self.tr("The line"), ""
        if self._moment is not None:
            at = self._moment.at
            title = self.tr("The line") if at is None else self.tr("Line %1").replace("%1", str(at.number))
            note = self.tr("of your code")
        elif self._snapshot is not None:
            number = self._canvas.picture.line_number
            title = self.tr("Line %1").replace("%1", str(number))
            program = self._snapshot.program
            note = meaning_of(program, program[number]) if self._snapshot.position.line else self.tr("the next to run")
        if (title, note) == self._shown:
            return
        self._shown = title, note
        self.set_heading(title)
        self.set_note(note)
