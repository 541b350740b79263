"""The program panel: the source pane under its heading."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PyQt6.QtCore import QPoint, Qt, pyqtSignal
from PyQt6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from nnviz.model.quiz.quiz import QuizState
from nnviz.model.session.selection import Selection
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention
from nnviz.views.panel import Panel
from nnviz.views.program.mistake_chips import MistakeChips
from nnviz.views.program.mistakes_menu import MistakesMenu
from nnviz.views.program.quiz_bar import QuizBar
from nnviz.views.program.rows import ProgramRows
from nnviz.views.program.texts import note
from nnviz.views.theme import Theme, label_font

if TYPE_CHECKING:
    from nnviz.model.breakpoints import Breakpoint


class ProgramPanel(Panel):
    """Shows the update as a program: every line with its formula, shapes and value, the one that has just run lit.

    Where a mistake is made on purpose, the wrong line is struck and has the right one under it.

    Signals
    -------
    line_requested(int)
        A line was chosen; from 1.
    breakpoint_requested(int)
        Toggle the breakpoint on a line.
    breakpoint_switch_requested(int)
        Disable the breakpoint on a line, or enable it.
    scenario_requested(Scenario, str)
        Switch a mistake on or off; the text describes it, for Undo.
    catalogue_requested()
        Open the catalogue of mistakes.
    answer_requested(str)
        The person names the hidden mistake.
    give_up_requested()
        Reveal the hidden mistake.

    Parameters
    ----------
    theme
        Colours and scale.
    """

    line_requested = pyqtSignal(int)
    breakpoint_requested = pyqtSignal(int)
    breakpoint_switch_requested = pyqtSignal(int)
    scenario_requested = pyqtSignal(object, str)
    catalogue_requested = pyqtSignal()
    answer_requested = pyqtSignal(str)
    give_up_requested = pyqtSignal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("program", "", theme, parent)
        self.set_title(self.tr("Program of one update"))
        self._snapshot: Snapshot | None = None
        self._note = ""
        self._rows = ProgramRows(theme, self)
        self._rows.line_requested.connect(self.line_requested)
        self._rows.breakpoint_requested.connect(self.breakpoint_requested)
        self._rows.breakpoint_switch_requested.connect(self.breakpoint_switch_requested)
        self._rows.menu_requested.connect(self._open_line_menu)
        self.quiz = QuizBar(theme)
        self.quiz.answer_requested.connect(self.answer_requested)
        self.quiz.give_up_requested.connect(self.give_up_requested)
        self.chips = MistakeChips(theme)
        self.chips.scenario_requested.connect(self.scenario_requested)
        self.menu = self._make_menu()
        self.menu.aboutToShow.connect(self._fill_menu)
        self.line_menu = self._make_menu()
        self._add_menu_button()
        self._lay_out()

    @property
    def rows(self) -> ProgramRows:
        """The lines."""
        return self._rows

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show how far the program has run."""
        self._snapshot = snapshot
        self.quiz.show_snapshot(snapshot)
        self.chips.show_snapshot(snapshot)
        self._rows.show_snapshot(snapshot)
        self._show_note()

    def show_quiz(self, state: QuizState) -> None:
        """Show the state of the quiz."""
        self.quiz.show_quiz(state)

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

    def _make_menu(self) -> MistakesMenu:
        menu = MistakesMenu(self.theme, self)
        menu.scenario_requested.connect(self.scenario_requested)
        menu.catalogue_requested.connect(self.catalogue_requested)
        return menu

    def _add_menu_button(self) -> None:
        button = QToolButton(self)
        button.setText(self.tr("Mistakes") + " ▾")
        button.setAccessibleName(self.tr("Mistakes"))
        button.setFont(label_font(self.theme))
        button.setToolTip(self.tr("Make a known mistake on purpose, and see what it does"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setMenu(self.menu)
        self.add_control(button)

    def _lay_out(self) -> None:
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.quiz, self.chips):
            column.addWidget(widget)
        column.addWidget(self._rows, 1)
        self.set_body(body)
        # The lines take the keyboard.
        self._rows.installEventFilter(self)
        self.setFocusProxy(self._rows)

    def _fill_menu(self) -> None:
        if self._snapshot is not None:
            self.menu.offer(self._snapshot)

    def _open_line_menu(self, line: int, place: QPoint) -> None:
        if self._snapshot is not None:
            self.line_menu.offer_at(self._snapshot, self._snapshot.program[line].writes)
            self.line_menu.popup(place)

    def _show_note(self) -> None:
        if self._snapshot is None:
            return
        text = note(self._snapshot, self._rows.convention)
        if text != self._note:
            self._note = text
            self.set_aside(text)
