"""The breakpoints panel: every breakpoint, and a form for further conditions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nnviz.controller.breakpoint_hits import BreakpointHits
from nnviz.model.breakpoints import Breakpoint, Condition, NotFinite
from nnviz.model.program.symbols import Labels
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.breakpoints.form import ConditionForm
from nnviz.views.breakpoints.row import BreakpointRow
from nnviz.views.breakpoints.texts import condition_title
from nnviz.views.panel import Panel
from nnviz.views.theme import Theme, metrics
from nnviz.views.widgets.scroll_column import ScrollColumn


class BreakpointsPanel(Panel):
    """Lists the breakpoints, and adds conditions.

    The first row is always there: runs stop where a number is not finite, unless this is disabled.

    Signals
    -------
    condition_requested(Condition)
        Stop runs where the condition holds.
    switch_requested(Condition)
        Disable its breakpoint, or enable it.
    removal_requested(Condition)
        Remove its breakpoint.
    seek_requested(object, object)
        Go to where a breakpoint last stopped a run: an update and a line.

    Parameters
    ----------
    theme
        Colours and scale.
    """

    condition_requested = pyqtSignal(object)
    switch_requested = pyqtSignal(object)
    removal_requested = pyqtSignal(object)
    seek_requested = pyqtSignal(object, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("breakpoints", "", theme, parent)
        self.set_title(self.tr("Breakpoints"))
        self._labels = Labels()
        self._breakpoints: tuple[Breakpoint, ...] = ()
        self._hits: Mapping[Condition, BreakpointHits] = {}
        self.form = ConditionForm(theme)
        self.form.condition_requested.connect(self.condition_requested)
        self._rows: list[BreakpointRow] = []
        self.guard = self._make_guard()
        self._none = QLabel(self.tr("No other breakpoints. Click beside a line of the program, or add a condition."))
        self._none.setProperty("role", "secondary")
        self._none.setWordWrap(True)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(metrics.SMALL_GAP))
        self._list.addWidget(self.guard)
        self._list.addWidget(self._none)
        scroll = ScrollColumn(theme, self)
        scroll.column.addLayout(self._list)
        scroll.column.addWidget(self.form)
        scroll.column.addStretch(1)
        self.set_body(scroll)

    @property
    def rows(self) -> tuple[BreakpointRow, ...]:
        """The breakpoints as they are listed, without the row that is always there."""
        return tuple(self._rows)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Write symbols as in the snapshot."""
        self.form.show_snapshot(snapshot)
        if snapshot.labels != self._labels:
            self._labels = snapshot.labels
            self._fill()

    def show_breakpoints(self, breakpoints: Iterable[Breakpoint]) -> None:
        """List the breakpoints."""
        self._breakpoints = tuple(breakpoints)
        if [row.condition for row in self._rows] != [point.condition for point in self._breakpoints]:
            self._fill()
            return
        # The rows stay, so that the keyboard stays where it is.
        for row, point in zip(self._rows, self._breakpoints, strict=True):
            row.show_enabled(point.enabled)

    def show_guard(self, on: bool) -> None:
        """Show whether runs stop where a number is not finite."""
        self.guard.show_enabled(on)

    def show_hits(self, hits: Mapping[Condition, BreakpointHits]) -> None:
        """Show where the breakpoints last stopped a run."""
        self._hits = hits
        for row in self._rows:
            row.show_hits(hits.get(row.condition))

    def _make_guard(self) -> BreakpointRow:
        point = Breakpoint(NotFinite())
        title = self.tr("%1 (default)").replace("%1", condition_title(point.condition, self._labels))
        row = BreakpointRow(point, title, self.theme, is_removable=False)
        row.switch_requested.connect(self.switch_requested)
        return row

    def _fill(self) -> None:
        for row in self._rows:
            self._list.removeWidget(row)
            row.setVisible(False)
            row.deleteLater()
        self._rows = [self._make_row(point) for point in self._breakpoints]
        for row in self._rows:
            self._list.addWidget(row)
        self._none.setVisible(not self._rows)

    def _make_row(self, point: Breakpoint) -> BreakpointRow:
        row = BreakpointRow(point, condition_title(point.condition, self._labels), self.theme)
        row.switch_requested.connect(self.switch_requested)
        row.removal_requested.connect(self.removal_requested)
        row.seek_requested.connect(self.seek_requested)
        row.show_hits(self._hits.get(point.condition))
        return row
