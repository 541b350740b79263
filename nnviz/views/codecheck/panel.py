"""The panel that checks the person's own code."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Final

from PyQt6.QtCore import Qt, QTimer, pyqtSignal
from PyQt6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from nnviz.model.codecheck import Report
from nnviz.model.errors import ModelError
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.codecheck.bar import CodeBar
from nnviz.views.codecheck.rows import CodeRows
from nnviz.views.codecheck.texts import advice_texts, failure_text, layout_text, note_text, summary_text
from nnviz.views.error_text import error_text
from nnviz.views.panel import Panel
from nnviz.views.theme import Theme, metrics, mono_small_font

_PRINTED_LINES: Final = 8
_BREAK: Final = "\u200b"
"""Where long names and calls may wrap: a zero-width space."""


class CodePanel(Panel):
    """Shows the check of a person's file: every line of the program with the person's value and what is wrong with it.

    Signals
    -------
    file_requested(), run_requested(), scenario_requested(str), convention_requested(str)
        As of `CodeBar`.
    line_requested(int)
        A line was clicked that the program in the window has too; from 1.

    Parameters
    ----------
    theme
        Colours and scale.
    """

    file_requested = pyqtSignal()
    run_requested = pyqtSignal()
    scenario_requested = pyqtSignal(str)
    convention_requested = pyqtSignal(str)
    line_requested = pyqtSignal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("codecheck", "", theme, parent)
        self.set_title(self.tr("Your code"))
        self._snapshot: Snapshot | None = None
        self._path: Path | None = None
        self._report: Report | None = None
        self.bar = CodeBar(theme)
        self.bar.file_requested.connect(self.file_requested)
        self.bar.run_requested.connect(self.run_requested)
        self.bar.scenario_requested.connect(self.scenario_requested)
        self.bar.convention_requested.connect(self.convention_requested)
        self.rows = CodeRows(theme)
        self.rows.line_requested.connect(self._ask_line)
        self.summary, self.failure, self.notes = QLabel(), QLabel(), QLabel()
        self._caption, self.printed = QLabel(self.tr("It printed:")), QPlainTextEdit()
        self._make_body()
        self._show_only(
            self.tr(
                "Choose a Python file with backprop(X, Y, weights, biases), or drop one on the window. It runs in a "
                "separate process, and what it returns is compared line by line."
            )
        )

    def _make_body(self) -> None:
        theme = self.theme
        padding, gap = theme.px(metrics.PADDING), theme.px(metrics.GAP)
        for label in (self.summary, self.failure, self.notes):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setContentsMargins(padding, 0, padding, 0)
        for label in (self.notes, self._caption):
            label.setProperty("role", "secondary")
        self._caption.setContentsMargins(padding, 0, padding, 0)
        self.printed.setReadOnly(True)
        self.printed.setFont(mono_small_font(theme))
        self.printed.setAccessibleName(self.tr("What it printed"))
        self.printed.setTabChangesFocus(True)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, gap)
        column.setSpacing(gap)
        for widget in (self.failure, self.rows, self.notes, self._caption):
            column.addWidget(widget)
        inset = QVBoxLayout()
        inset.setContentsMargins(padding, 0, padding, 0)
        inset.addWidget(self.printed)
        column.addLayout(inset)
        column.addStretch(1)
        scroll = self._scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        body = QWidget()
        outer = QVBoxLayout(body)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.bar)
        outer.addWidget(self.summary)
        outer.addSpacing(gap)
        outer.addWidget(scroll, 1)
        body.setFocusProxy(self.rows)
        self.set_body(body)

    @property
    def report(self) -> Report | None:
        """What is shown; None before the first check."""
        return self._report

    @property
    def path(self) -> Path | None:
        """The file that is checked."""
        return self._path

    # Showing -----------------------------------------------------------------------------------------------------

    def choices(self) -> tuple[str, str]:
        """Return the chosen scenario and convention, for another window."""
        return self.bar.scenarios.chosen_key(), self.bar.conventions.chosen_key()

    def choose(self, choices: tuple[str, str]) -> None:
        """Choose a scenario and a convention without requesting a check."""
        scenario, convention = choices
        self.bar.scenarios.choose(scenario)
        self.bar.conventions.choose(convention)

    def show_scenarios(self, titles: Sequence[tuple[str, str]]) -> None:
        """List the shipped scenarios, by name and translated title."""
        self.bar.show_scenarios(titles)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Store the snapshot that a click on a line refers to."""
        self._snapshot = snapshot

    def show_begun(self, path: object) -> None:
        """Show that a check is running; the report of the last one stays."""
        assert isinstance(path, Path)
        self._path = path
        self.bar.show_file(path)
        self.set_aside(self.tr("running…"))

    def show_problem(self, error: object) -> None:
        """Show why the check could not be made."""
        assert isinstance(error, ModelError)
        self.set_aside("")
        self._report = None
        self._show_only("", error_text(error))

    def show_report(self, report: object) -> None:
        """Show a report."""
        assert isinstance(report, Report)
        self.set_aside("")
        self._report = report
        theme = self.theme
        colour, mark = (theme.holds, "✓") if report.ok else (theme.fault, "✗")
        summary = f"<b style='color: {colour}'>{mark} {escape(summary_text(report))}</b>"
        against = self.tr("against %1").replace("%1", self.bar.scenarios.currentText())
        how = escape(f"{against} · {layout_text(report.layout)}")
        self.summary.setText(f"{summary}<br><span style='color: {theme.secondary}'>{how}</span>")
        self._show_failure(report)
        self.rows.show_lines(report.lines)
        self.rows.setVisible(bool(report.lines))
        self.notes.setText("<br>".join(escape(note_text(note)) for note in report.notes))
        self.notes.setVisible(bool(report.notes))
        self._show_printed(report.printed)
        # Once the texts are laid out.
        QTimer.singleShot(0, self._show_first)

    def _show_first(self) -> None:
        """Scroll to the first line that differs, with its explanation; a failure stays in view instead."""
        first = next((n for n, row in enumerate(self.rows.rows) if row.is_first), None)
        if self._report is None or self._report.failure is not None:
            first = None
        if first is not None:
            rect = self.rows.row_rect(first)
            self._scroll.ensureVisible(0, self.rows.y() + rect.center().y(), 0, rect.height())

    def _show_failure(self, report: Report) -> None:
        failure = report.failure
        self.failure.setVisible(failure is not None)
        if failure is None:
            return
        parts = [f"<b>{escape(failure_text(failure))}</b>"]
        if failure.line:
            place = self.tr("%1, line %2:").replace("%2", str(failure.line)).replace("%1", failure.file)
            parts.append(f"{escape(place)} <code>{escape(failure.text)}</code>")
        parts += [escape(text).replace(".", f".{_BREAK}").replace("(", f"({_BREAK}") for text in advice_texts(report)]
        self.failure.setText("<br>".join(parts))

    def _show_printed(self, printed: str) -> None:
        for widget in (self._caption, self.printed):
            widget.setVisible(bool(printed.strip()))
        self.printed.setPlainText(printed.rstrip())
        lines = min(_PRINTED_LINES, self.printed.blockCount()) + 1
        self.printed.setFixedHeight(lines * self.printed.fontMetrics().lineSpacing() + 2 * self.theme.px(metrics.GAP))

    def _show_only(self, text: str, problem: str = "") -> None:
        """Show a text or a problem, and nothing of a report."""
        self.summary.setText(escape(text) or f"<b style='color: {self.theme.fault}'>{escape(problem)}</b>")
        for widget in (self.failure, self.rows, self.notes, self._caption, self.printed):
            widget.setVisible(False)

    def _ask_line(self, symbol: str) -> None:
        if self._snapshot is not None and symbol in self._snapshot.program.line_of:
            self.line_requested.emit(self._snapshot.program.line_of[symbol])
