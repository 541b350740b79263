"""The panel with every sample."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import Qt, QTimer, pyqtSignal
from PyQt6.QtGui import QKeySequence, QShortcut, QShowEvent
from PyQt6.QtWidgets import QVBoxLayout, QWidget

from nnviz.model.errors import ModelError
from nnviz.model.session.selection import Selection
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import format_count
from nnviz.views.error_text import error_text
from nnviz.views.panel import Panel
from nnviz.views.samples import edits
from nnviz.views.samples.columns import Column, SampleCells
from nnviz.views.samples.table import SampleTable
from nnviz.views.samples.trial import TrialLine
from nnviz.views.theme import Theme, metrics
from nnviz.views.widgets.problem_label import ProblemLabel

_PAUSE: Final = 500
"""Milliseconds between two drawings while running: numbers cannot be read faster."""


class SamplesPanel(Panel):
    """Shows all samples with the network's answers; they can be sorted, changed and selected.

    Signals
    -------
    sample_requested(object)
        Select a sample by its index in the data.
    scenario_requested(Scenario, str)
        Train with changed samples; the text says what changes, for Undo.

    Parameters
    ----------
    theme
        Colours, fonts and sizes.
    """

    sample_requested = pyqtSignal(object)
    scenario_requested = pyqtSignal(object, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("samples", "", theme, parent)
        self.set_title(self.tr("Samples"))
        self._snapshot: Snapshot | None = None
        self._shown: Snapshot | None = None
        self._selection = Selection()
        self._running = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._refresh)
        self.table, self.trial, self.problem = SampleTable(theme), TrialLine(theme), ProblemLabel(self)
        self.set_body(self._make_body())
        self.table.sample_requested.connect(self.sample_requested)
        self.table.rows.change_requested.connect(self._change)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._remove)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a state; while running, only the newest one, twice a second."""
        self._snapshot = snapshot
        if self._running:
            if not self._timer.isActive() and self.isVisible():
                self._timer.start()
        else:
            self._refresh()

    def show_selection(self, selection: Selection) -> None:
        """Mark the selected sample, and scroll to it."""
        self._selection = selection
        if self.isVisible() and self._shown is not None:
            self.table.show_sample(selection.sample)

    def show_running(self, running: bool) -> None:
        """Follow a run twice a second, and show its end exactly."""
        if running != self._running:
            self._running = running
            if not running:
                self._timer.stop()
                self._refresh()

    def showEvent(self, event: QShowEvent | None) -> None:
        """Show what arrived while the panel was hidden."""
        super().showEvent(event)
        self._refresh()

    def _refresh(self) -> None:
        snapshot = self._snapshot
        if snapshot is None or not self.isVisible() or snapshot is self._shown:
            return
        self._shown = snapshot
        self.table.rows.show_cells(SampleCells(snapshot))
        self.table.show_sample(self._selection.sample)
        self.trial.show_snapshot(snapshot)
        data = snapshot.data
        text = self.tr("%1 for training, %2 for testing").replace("%1", format_count(len(data.train)))
        self.set_note(text.replace("%2", format_count(len(data.test))))
        self.problem.show_problem("")

    def _change(self, sample: int, column: Column, typed: str) -> None:
        if self._snapshot is None:
            return
        try:
            change = edits.changed(self._snapshot, sample, column, typed)
        except ModelError as error:
            self.problem.show_problem(error_text(error))
            return
        self.problem.show_problem("")
        self.scenario_requested.emit(*change)

    def _remove(self) -> None:
        index = self.table.currentIndex()
        if self._snapshot is None or not index.isValid():
            return
        try:
            change = edits.removed(self._snapshot, self.table.rows.sample_at(index.row()))
        except ModelError as error:
            self.problem.show_problem(error_text(error))
            return
        self.scenario_requested.emit(*change)

    def _make_body(self) -> QWidget:
        padding, gap = self.theme.px(metrics.PADDING), self.theme.px(metrics.GAP)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(padding, 0, padding, gap)
        column.setSpacing(gap)
        column.addWidget(self.table, 1)
        column.addWidget(self.problem)
        column.addWidget(self.trial)
        return body
