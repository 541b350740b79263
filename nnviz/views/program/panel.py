"""The program panel: the source pane under its heading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PyQt6.QtCore import QPoint, Qt, pyqtSignal
from PyQt6.QtWidgets import QStackedWidget, QToolButton, QVBoxLayout, QWidget

from nnviz.model.quiz.quiz import QuizState
from nnviz.model.session.selection import Selection
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention
from nnviz.views.panel import Panel
from nnviz.views.program.line_verbs import LineVerbs
from nnviz.views.program.mistake_chips import MistakeChips
from nnviz.views.program.mistakes_menu import MistakesMenu
from nnviz.views.program.quiz_bar import QuizBar
from nnviz.views.program.rows import ProgramRows
from nnviz.views.program.texts import note
from nnviz.views.theme import Theme, label_font
from nnviz.views.widgets.link import Link

if TYPE_CHECKING:
    from nnviz.controller.own_code_state import OwnCodeState
    from nnviz.model.breakpoints import Breakpoint
    from nnviz.model.recorded_run.findings import SourceLine
    from nnviz.model.recorded_run.recorded_run import Moment
    from nnviz.views.program.own_code.pane import OwnCodePane


class ProgramPanel(Panel):
    """Shows the update as a program: every line with its formula, shapes and value, the one that has just run lit.

    Where a mistake is made on purpose, the wrong line is struck and has the right one under it. While a person's own
    code is in the window, its source takes the place of the program (`own_code`).

    Signals
    -------
    line_requested(int)
        A line was chosen; from 1.
    breakpoint_requested(int)
        Toggle the breakpoint on a line.
    breakpoint_switch_requested(int)
        Disable the breakpoint on a line, or enable it.
    line_run_requested(int)
        Run until a line has run.
    watch_requested(str)
        An expression is to be charted over the run.
    scenario_requested(Scenario, str)
        Switch a mistake on or off; the text describes it, for Undo.
    catalogue_requested()
        Open the catalogue of mistakes.
    answer_requested(str)
        The person names the hidden mistake.
    give_up_requested()
        Reveal the hidden mistake.
    own_code_closed()
        Take the person's code out of the window.
    own_code_made(OwnCodePane)
        The pane of the person's own code has been made, whose signals are requests too.

    Parameters
    ----------
    theme
        Colours and scale.
    """

    line_requested = pyqtSignal(int)
    breakpoint_requested = pyqtSignal(int)
    breakpoint_switch_requested = pyqtSignal(int)
    line_run_requested = pyqtSignal(int)
    watch_requested = pyqtSignal(str)
    scenario_requested = pyqtSignal(object, str)
    catalogue_requested = pyqtSignal()
    answer_requested = pyqtSignal(str)
    give_up_requested = pyqtSignal()
    own_code_closed = pyqtSignal()
    own_code_made = pyqtSignal(object)

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
        self._verbs = self._make_verbs()
        self._own_code_links: tuple[Link, ...] = ()
        self._add_menu_button()
        self._lay_out()

    @property
    def rows(self) -> ProgramRows:
        """The lines."""
        return self._rows

    @cached_property
    def own_code(self) -> OwnCodePane:
        """The person's own source, in the place of the lines; it is made when it is first used."""
        from nnviz.views.program.own_code.pane import OwnCodePane

        pane = OwnCodePane(self.theme)
        self._stack.addWidget(pane)
        pane.rows.installEventFilter(self)
        pane.editing_changed.connect(self._show_editing)
        links = (
            (self.tr("Edit"), self.tr("Type in your code here; Ctrl+Return runs it"), pane.edit),
            (self.tr("Run again"), self.tr("Run it again, with what is in the file now"), pane.run_requested),
            (self.tr("Close"), self.tr("Back to the session that was open before"), self.own_code_closed),
        )
        made = []
        for text, tip, slot in links:
            link = Link(text, self.theme)
            link.setToolTip(tip)
            link.clicked.connect(slot)
            self.add_control(link)
            made.append(link)
        self._own_code_links = tuple(made)
        self.own_code_made.emit(pane)
        return pane

    @property
    def shows_own_code(self) -> bool:
        """Whether a person's own source is shown."""
        return "own_code" in vars(self) and self._stack.currentWidget() is self.own_code

    def show_own_code(self, state: OwnCodeState | None) -> None:
        """Show a person's own source in place of the program; None shows the program again."""
        if state is None and "own_code" not in vars(self):
            return
        self._show_title(state)
        self.own_code.setVisible(state is not None)
        self._stack.setCurrentWidget(self._lines if state is None else self.own_code)
        self._menu_button.setVisible(state is None)
        for link in self._own_code_links:
            link.setVisible(state is not None)
        self.setFocusProxy(self._rows if state is None else self.own_code.rows)
        if state is None:
            self._note = ""
            self._show_note()
            return
        self._own_code_links[0].setEnabled(all(file.cell is None for file in state.files))
        self._own_code_links[1].setEnabled(state.kind in ("recorded", "failed"))
        self.own_code.show_state(state)

    def show_moment(self, moment: Moment | None) -> None:
        """Show which line of the person's own source has just run."""
        if moment is not None:
            self.own_code.show_moment(moment)

    def show_source_breakpoints(self, breakpoints: Mapping[SourceLine, bool]) -> None:
        """Mark the lines of the person's own source that have breakpoints."""
        if breakpoints or "own_code" in vars(self):
            self.own_code.show_breakpoints(breakpoints)

    def _show_title(self, state: OwnCodeState | None) -> None:
        from nnviz.views.program.own_code.verdict_text import name_of, recorded_text

        title = self.tr("Program of one update")
        self.set_title(title if state is None else name_of(state))
        self.set_note("" if state is None or state.run is None else recorded_text(state.run))
        if state is not None:
            self.set_title_tip("")
        toggle = self.toggleViewAction()
        assert toggle is not None
        toggle.setText(title)

    def _show_editing(self, editing: bool) -> None:
        if self._own_code_links:
            self._own_code_links[0].setVisible(not editing)

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

    def show_all_shapes(self, shown: bool) -> None:
        """Write the shapes under every line, or only under the one that has just run."""
        self._rows.show_all_shapes(shown)

    def show_convention(self, convention: Convention) -> None:
        """Write formulas and shapes for samples in columns or in rows."""
        self._rows.show_convention(convention)
        self._show_note()

    def _make_menu(self) -> MistakesMenu:
        menu = MistakesMenu(self.theme, self)
        menu.scenario_requested.connect(self.scenario_requested)
        menu.catalogue_requested.connect(self.catalogue_requested)
        return menu

    def _make_verbs(self) -> LineVerbs:
        verbs = LineVerbs(self)
        verbs.run_requested.connect(self.line_run_requested)
        verbs.breakpoint_requested.connect(self.breakpoint_requested)
        verbs.switch_requested.connect(self.breakpoint_switch_requested)
        verbs.explain_requested.connect(self.line_requested)
        verbs.watch_requested.connect(self.watch_requested)
        return verbs

    def _add_menu_button(self) -> None:
        button = QToolButton(self)
        button.setText(self.tr("Mistakes") + " ▾")
        button.setAccessibleName(self.tr("Mistakes"))
        button.setFont(label_font(self.theme))
        button.setToolTip(self.tr("Make a known mistake on purpose, and see what it does"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setMenu(self.menu)
        self._menu_button = button
        self.add_control(button)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget(self)
        self._lines = QWidget()
        column = QVBoxLayout(self._lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.quiz, self.chips):
            column.addWidget(widget)
        column.addWidget(self._rows, 1)
        self._stack.addWidget(self._lines)
        self.set_body(self._stack)
        # The lines take the keyboard.
        self._rows.installEventFilter(self)
        self.setFocusProxy(self._rows)

    def _fill_menu(self) -> None:
        if self._snapshot is not None:
            self.menu.offer(self._snapshot)

    def _open_line_menu(self, line: int, place: QPoint) -> None:
        if self._snapshot is not None:
            self.line_menu.offer_at(self._snapshot, self._snapshot.program[line].writes)
            formula, enabled = self._rows.formula(line), self._rows.breakpoint_on(line)
            self._verbs.offer(self.line_menu, self._snapshot, line, formula, enabled)
            self.line_menu.popup(place)

    def _show_note(self) -> None:
        if self._snapshot is None or self.shows_own_code:
            return
        text = note(self._snapshot, self._rows.convention)
        if text != self._note:
            self._note = text
            self.set_title_tip(text)
