"""The panel of the sessions that are compared."""

from __future__ import annotations

from typing import Final, cast

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QResizeEvent, QShowEvent
from PyQt6.QtWidgets import QBoxLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from nnviz.model.comparison import Axis, ComparedSnapshots
from nnviz.views.compare.chart import CompareChart
from nnviz.views.compare.form import SessionForm
from nnviz.views.compare.row import ContenderRow
from nnviz.views.compare.suggestions import Suggestions
from nnviz.views.compare.tiles import SessionTiles
from nnviz.views.panel import Panel
from nnviz.views.theme import Theme, metrics
from nnviz.views.widgets import SegmentedControl
from nnviz.views.widgets.scroll_column import ScrollColumn

TOGETHER, APART = "together", "apart"

_WIDE: Final = 720
"""From this width at scale 1 on, the pictures are beside the list and the plot."""
_FORM: Final = 420
"""Width at scale 1 beyond which wider fields are only harder to read."""


class ComparePanel(Panel):
    """Draws the losses of several sessions on the same axes and the predictions of each, and adds other sessions.

    Signals
    -------
    scenario_requested(Scenario, object)
        Compare with a run of it under that name (text of the model, marked).
    shipped_requested(str)
        Compare with a run of a scenario that comes with nnviz.
    branch_requested(str)
        Compare with another branch of the session in the window.
    copy_requested()
        Compare with a copy of the session in the window.
    file_requested(Path)
        Compare with a session or scenario from a file.
    together_requested(bool)
        Move all sessions together, or each on its own.
    step_requested(int), run_requested(int), restart_requested(int)
        Move one session on its own; `run_requested` pauses one that is running.
    window_requested(int)
        Swap one with the session in the window.
    removal_requested(int)
        Stop comparing one.
    rename_requested(int, str)
        Rename one.

    Parameters
    ----------
    theme
        Colours, fonts and sizes.
    """

    scenario_requested = pyqtSignal(object, object)
    shipped_requested = pyqtSignal(str)
    branch_requested = pyqtSignal(str)
    copy_requested = pyqtSignal()
    file_requested = pyqtSignal(object)
    together_requested = pyqtSignal(bool)
    step_requested = pyqtSignal(int)
    run_requested = pyqtSignal(int)
    restart_requested = pyqtSignal(int)
    window_requested = pyqtSignal(int)
    removal_requested = pyqtSignal(int)
    rename_requested = pyqtSignal(int, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("compare", "", theme, parent)
        self.set_title(self.tr("Compare"))
        self._compared: ComparedSnapshots | None = None
        self._running = False
        self._rows: list[ContenderRow] = []
        self.chart, self.tiles = CompareChart(theme), SessionTiles(theme)
        self.form, self.suggestions = SessionForm(theme), Suggestions(theme)
        self.axes, self.ways = SegmentedControl(theme), SegmentedControl(theme)
        self.ties, self.adding = SegmentedControl(theme), QToolButton()
        self.chart.setAccessibleName(self.tr("Losses of all sessions"))
        self.tiles.setAccessibleName(self.tr("Predictions of each session"))
        self._list, self._options = QVBoxLayout(), QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._set_up_controls()
        self.set_body(self._make_body())
        self._connect()

    def _set_up_controls(self) -> None:
        self.axes.set_choices(
            [("updates", self.tr("updates")), ("evaluations", self.tr("evaluations")), ("seconds", self.tr("time"))]
        )
        self.axes.setToolTip(
            self.tr(
                "What the losses are drawn against: updates; function evaluations, counted in samples run forward; or "
                "seconds of training on this computer"
            )
        )
        self.ways.set_choices([("linear", self.tr("linear")), ("log", self.tr("log"))])
        self.ties.set_choices([(TOGETHER, self.tr("together")), (APART, self.tr("apart"))])
        self.ties.setToolTip(self.tr("Whether all sessions move with the one in the window, or each on its own"))
        self.adding.setText(self.tr("Add"))
        self.adding.setToolTip(self.tr("Compare with another session"))
        self.adding.setCheckable(True)
        self.adding.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        inner = metrics.PILL - 2 * metrics.BORDER
        self.adding.setStyleSheet(
            f"padding: 0px {self.theme.px(metrics.SMALL_GAP)}px; min-height: {self.theme.px(inner)}px;"
        )
        for control in (self.ties, self.adding):
            self.add_control(control)

    def _make_body(self) -> QWidget:
        gap = self.theme.px(metrics.GAP)
        choices = QHBoxLayout(self._options)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(gap)
        choices.addWidget(self.axes)
        choices.addStretch(1)
        choices.addWidget(self.ways)
        left = QVBoxLayout()
        left.setSpacing(gap)
        self._list.setSpacing(0)
        self.form.setMaximumWidth(self.theme.px(_FORM))
        left.addWidget(self.suggestions)
        left.addWidget(self.form)
        left.addLayout(self._list)
        left.addWidget(self._options)
        left.addWidget(self.chart, 1)
        self._scroll = scroll = ScrollColumn(self.theme, self)
        self._halves.setSpacing(gap)
        self._halves.addLayout(left, 1)
        self._halves.addWidget(self.tiles, 1)
        scroll.column.addLayout(self._halves)
        scroll.column.addStretch(1)
        for part in (self.ties, self.adding, self._options, self.chart, self.tiles):
            part.hide()
        return scroll

    def _connect(self) -> None:
        self.axes.chosen.connect(self._choose_axis)
        self.ways.chosen.connect(self._choose_way)
        self.ties.chosen.connect(self._ask_together)
        self.adding.toggled.connect(self._show_form)
        self.suggestions.scenario_requested.connect(self.scenario_requested)
        self.form.scenario_requested.connect(self.scenario_requested)
        self.form.shipped_requested.connect(self.shipped_requested)
        self.form.branch_requested.connect(self.branch_requested)
        self.form.copy_requested.connect(self.copy_requested)
        self.form.file_requested.connect(self.file_requested)

    # What comes in -----------------------------------------------------------------------------------------------

    def show_compared(self, compared: ComparedSnapshots) -> None:
        """Show sessions at their cursors."""
        self._compared = compared
        if self.isVisible():
            self._show(compared)

    def show_running(self, running: bool) -> None:
        """Draw coarser while running, and finer when not."""
        if running != self._running:
            self._running = running
            if self._compared is not None:
                self._show_tiles(self._compared)

    @property
    def rows(self) -> tuple[ContenderRow, ...]:
        """The rows of the sessions, the one in the window first; none while there is nothing to compare with."""
        return tuple(self._rows)

    def showEvent(self, event: QShowEvent | None) -> None:
        """Show what arrived while the panel was hidden."""
        super().showEvent(event)
        if self._compared is not None:
            self._show(self._compared)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Place the pictures beside the plot where there is room."""
        super().resizeEvent(event)
        is_wide = self.width() >= self.theme.px(_WIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(across if is_wide else down)

    # Inside ------------------------------------------------------------------------------------------------------

    def _show(self, compared: ComparedSnapshots) -> None:
        has_others = bool(compared.others)
        for part in (self.ties, self.adding, self._options, self.chart, self.tiles):
            part.setVisible(has_others)
        # With nothing to draw, the empty space is stretched instead.
        self._scroll.column.setStretch(0, int(has_others))
        self._scroll.column.setStretch(1, int(not has_others))
        self.suggestions.setVisible(not has_others)
        self.form.setVisible(not has_others or self.adding.isChecked())
        if not has_others or self.adding.isChecked():
            self.form.show_snapshot(compared.main.snapshot)
        if not has_others:
            self.suggestions.show_snapshot(compared.main.snapshot)
        self.ties.choose(TOGETHER if compared.together else APART)
        self._show_rows(compared)
        if has_others:
            self.chart.show_compared(compared)
            self._show_tiles(compared)

    def _show_rows(self, compared: ComparedSnapshots) -> None:
        entries = compared.all if compared.others else ()
        if [row.key for row in self._rows] != [entry.key for entry in entries]:
            for row in self._rows:
                self._list.removeWidget(row)
                row.hide()
                row.deleteLater()
            self._rows = [self._make_row(ContenderRow(entry, self.theme)) for entry in entries]
        for row, entry in zip(self._rows, entries, strict=True):
            row.show_entry(entry, together=compared.together)

    def _make_row(self, row: ContenderRow) -> ContenderRow:
        row.step_requested.connect(self.step_requested)
        row.run_requested.connect(self.run_requested)
        row.restart_requested.connect(self.restart_requested)
        row.window_requested.connect(self.window_requested)
        row.removal_requested.connect(self.removal_requested)
        row.rename_requested.connect(self.rename_requested)
        self._list.addWidget(row)
        return row

    def _show_tiles(self, compared: ComparedSnapshots) -> None:
        moves = self._running or any(other.running or other.behind for other in compared.others)
        self.tiles.show_compared(compared, running=moves)

    def _show_form(self, shown: bool) -> None:
        self.form.setVisible(shown)
        if self._compared is not None:
            self.form.show_snapshot(self._compared.main.snapshot)

    def choices(self) -> tuple[str, str]:
        """Return the axis and the scale on which losses are drawn, to choose them in another window."""
        return self.axes.chosen_key(), self.ways.chosen_key()

    def choose(self, choices: tuple[str, str]) -> None:
        """Choose what was chosen in another window."""
        for control, key in zip((self.axes, self.ways), choices, strict=True):
            control.choose(key)
        self._choose_axis(choices[0])
        self._choose_way(choices[1])

    def _choose_axis(self, key: str) -> None:
        self.chart.show_axis(cast(Axis, key))

    def _choose_way(self, key: str) -> None:
        self.chart.show_log(key == "log")

    def _ask_together(self, key: str) -> None:
        self.together_requested.emit(key == TOGETHER)
