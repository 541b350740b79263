"""A person's own code in the Program panel: the verdict, and under it their source, or the editor."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PyQt6.QtCore import QPoint, pyqtSignal
from PyQt6.QtGui import QAction
from PyQt6.QtWidgets import QApplication, QHBoxLayout, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from nnviz.model.recorded_run.findings import SourceLine
from nnviz.model.recorded_run.recorded_run import Moment
from nnviz.views.program.own_code.editor import SourceEditor
from nnviz.views.program.own_code.source_layout import SourceLayout, SourceText
from nnviz.views.program.own_code.source_rows import SourceRows
from nnviz.views.program.own_code.verdict_bar import VerdictBar
from nnviz.views.program.own_code.verdict_text import verdict_of
from nnviz.views.theme import Theme, metrics

if TYPE_CHECKING:
    from nnviz.controller.own_code_state import OwnCodeState


class OwnCodePane(QWidget):
    """Shows a person's code.

    Signals
    -------
    line_requested(SourceLine), breakpoint_requested(SourceLine), breakpoint_switch_requested(SourceLine)
        As of `SourceRows`.
    run_to_requested(SourceLine)
        Run to a line.
    try_requested(SourceLine)
        Run again with a mended line.
    run_requested()
        Run the code.
    text_requested(str, bool)
        Run what was typed; whether to save it to the file first.
    cancel_requested(), save_requested(), back_requested(), inside_requested()
        Stop running; save what was tried; back to the file; go into a loop over cells.
    file_requested(), example_requested()
        Open a file; insert an example.
    advice_requested(int)
        Show the number of a piece of advice, from 0.
    editing_changed(bool)
        The editor has been opened, or left.
    """

    line_requested = pyqtSignal(object)
    breakpoint_requested = pyqtSignal(object)
    breakpoint_switch_requested = pyqtSignal(object)
    run_to_requested = pyqtSignal(object)
    try_requested = pyqtSignal(object)
    run_requested = pyqtSignal()
    text_requested = pyqtSignal(str, bool)
    cancel_requested = pyqtSignal()
    save_requested = pyqtSignal()
    back_requested = pyqtSignal()
    inside_requested = pyqtSignal()
    file_requested = pyqtSignal()
    example_requested = pyqtSignal()
    advice_requested = pyqtSignal(int)
    editing_changed = pyqtSignal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state: OwnCodeState | None = None
        self._files: object = None
        self._moment: Moment | None = None
        self.verdict = VerdictBar(theme)
        self.rows = SourceRows(theme)
        self.editor = SourceEditor(theme)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self.editor)
        self._tools = self._make_tools()
        self._menu = QMenu(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.verdict)
        column.addWidget(self._stack, 1)
        column.addWidget(self._tools)
        self._connect()

    def _connect(self) -> None:
        rows, editor = self.rows, self.editor
        rows.line_requested.connect(self._choose)
        rows.breakpoint_requested.connect(self.breakpoint_requested)
        rows.breakpoint_switch_requested.connect(self.breakpoint_switch_requested)
        rows.run_requested.connect(self.run_to_requested)
        rows.try_requested.connect(self.try_requested)
        rows.menu_requested.connect(self._open_menu)
        editor.run_requested.connect(self._run_typed)
        editor.save_requested.connect(self._save_typed)
        editor.left.connect(self.leave_editor)
        self.verdict.pressed.connect(self._press)
        self.verdict.advice_requested.connect(self._request_advice)

    def _make_tools(self) -> QWidget:
        """Return the row of buttons below the editor."""
        tools = QWidget()
        padding, gap = self._theme.px(metrics.PADDING), self._theme.px(metrics.GAP)
        row = QHBoxLayout(tools)
        row.setContentsMargins(padding, gap, padding, gap)
        row.setSpacing(gap)
        self.run_button = QPushButton(self.tr("Run") + "  Ctrl+⏎")
        self.run_button.setProperty("primary", True)
        self.run_button.clicked.connect(self._run_typed)
        self.save_button = QPushButton(self.tr("Save and run"))
        self.save_button.clicked.connect(self._save_typed)
        self.leave_button = QPushButton(self.tr("Leave the editor"))
        self.leave_button.clicked.connect(self.leave_editor)
        self.open_button = QPushButton(self.tr("Open file…"))
        self.open_button.clicked.connect(self.file_requested)
        self.example_button = QPushButton(self.tr("Insert example"))
        self.example_button.setToolTip(self.tr("A small network for XOR that does not learn as it should"))
        self.example_button.clicked.connect(self.example_requested)
        for button in (self.run_button, self.save_button, self.leave_button, self.open_button, self.example_button):
            button.setAutoDefault(True)
            row.addWidget(button)
        row.addStretch(1)
        tools.setVisible(False)
        return tools

    # Showing -----------------------------------------------------------------------------------------------------

    @property
    def is_editing(self) -> bool:
        """Whether the editor is open."""
        return self._stack.currentWidget() is self.editor

    def show_state(self, state: OwnCodeState) -> None:
        """Show the code, and the verdict on it."""
        before, self._state = self._state, state
        is_new = before is None or before.source.path != state.source.path
        notes = {} if state.run is None else state.run.findings.lines
        shown = (state.files, None if state.run is None else state.run.findings)
        if shown != self._files:
            self._files = shown
            texts = [SourceText(file.path, file.text, file.cell) for file in state.files]
            self.rows.show_source(SourceLayout(texts, notes))
        if state.run is None:
            self._moment = None
            self.rows.show_moment(None)
        if is_new and self.is_editing:
            self.leave_editor()
        had_keyboard = self.verdict.isAncestorOf(QApplication.focusWidget())
        self.verdict.show_verdict(None if self.is_editing else verdict_of(state))
        if had_keyboard and not self.verdict.isAncestorOf(QApplication.focusWidget()):
            self.rows.setFocus()  # Qt would move it to the next field of the window
        if state.source.path is None and not any(file.text.strip() for file in state.files):
            self.edit()
        elif state.kind == "shown":
            self.verdict.focus_first()
        elif self.is_editing and state.kind == "running":
            self.leave_editor()

    def show_moment(self, moment: Moment) -> None:
        """Show where the run is."""
        self._moment = moment
        self.rows.show_moment(moment)
        if self.rows.selected is not None and self.rows.selected != moment.at:
            self.rows.select(None)

    def show_breakpoints(self, breakpoints: Mapping[SourceLine, bool]) -> None:
        """Mark the lines that have breakpoints."""
        self.rows.show_breakpoints(breakpoints)

    # Editing -----------------------------------------------------------------------------------------------------

    def edit(self) -> None:
        """Open the editor, at the current line; of a notebook nothing is edited here."""
        state = self._state
        if state is None or self.is_editing or any(file.cell is not None for file in state.files):
            return
        current = self.rows.current
        self.editor.edit(state.files[0].text if state.files else "", current.number if current is not None else 1)
        is_empty = state.source.path is None and not self.editor.toPlainText().strip()
        self.open_button.setVisible(is_empty)
        self.example_button.setVisible(is_empty)
        self.save_button.setVisible(state.source.path is not None)
        self.leave_button.setVisible(not is_empty)
        self._stack.setCurrentWidget(self.editor)
        self._tools.setVisible(True)
        self.verdict.show_verdict(None)
        self.editor.setFocus()
        self.editing_changed.emit(True)

    def leave_editor(self) -> None:
        """Close the editor; what was typed and not run is forgotten."""
        if not self.is_editing:
            return
        self._stack.setCurrentWidget(self.rows)
        self._tools.setVisible(False)
        if self._state is not None:
            self.verdict.show_verdict(verdict_of(self._state))
        self.rows.setFocus()
        self.editing_changed.emit(False)

    def insert(self, text: str) -> None:
        """Replace what is in the editor."""
        self.edit()
        self.editor.edit(text)

    def _run_typed(self) -> None:
        self._run_text(saves=False)

    def _save_typed(self) -> None:
        self._run_text(saves=self._state is not None and self._state.source.path is not None)

    def _run_text(self, *, saves: bool) -> None:
        text = self.editor.toPlainText()
        if text.strip():
            self.leave_editor()
            self.text_requested.emit(text, saves)

    # What is requested -------------------------------------------------------------------------------------------

    def _choose(self, at: SourceLine) -> None:
        self.rows.select(at)
        self.line_requested.emit(at)

    def _press(self, key: str) -> None:
        signals = {
            "run": self.run_requested,
            "cancel": self.cancel_requested,
            "save": self.save_requested,
            "back": self.back_requested,
        }
        signals[key].emit()

    def _request_advice(self, key: str) -> None:
        self.advice_requested.emit(int(key))

    def _open_menu(self, at: SourceLine, place: QPoint) -> None:
        self._choose(at)
        menu = self._menu
        menu.clear()
        has_run = self._moment is not None
        entries: list[tuple[str, Callable[[], None], bool]] = [
            (self.tr("Run to this line"), partial(self.run_to_requested.emit, at), has_run),
            (self.tr("Toggle breakpoint"), partial(self.breakpoint_requested.emit, at), True),
            (self.tr("Go into the loop"), self.inside_requested.emit, has_run),
        ]
        for text, request, is_possible in entries:
            action = QAction(text, menu)
            action.setEnabled(is_possible)
            action.triggered.connect(lambda _checked=False, request=request: request())
            menu.addAction(action)
        menu.popup(place)
