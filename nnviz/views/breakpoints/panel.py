"""The breakpoints panel: every breakpoint, and what else a run can stop on."""

from __future__ import annotations

from collections.abc import Iterable

from PyQt6.QtCore import QEvent, Qt, pyqtSignal
from PyQt6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from nnviz.model.breakpoints import Breakpoint
from nnviz.model.snapshot import Snapshot
from nnviz.model.symbols import Labels
from nnviz.views.breakpoints.form import ConditionForm
from nnviz.views.breakpoints.words import condition_title
from nnviz.views.panel import Panel
from nnviz.views.setup.combo import is_space_override
from nnviz.views.setup.scroll import ScrollColumn
from nnviz.views.theme import Theme, icon, metrics
from nnviz.views.widgets.elided_label import ElidedLabel


class BreakpointsPanel(Panel):
    """Lists the breakpoints, and adds conditions.

    Signals
    -------
    condition_requested(Condition)
        Stop runs where it holds.
    switch_requested(Condition)
        Switch its breakpoint off, or on again.
    removal_requested(Condition)
        Take its breakpoint away.

    Parameters
    ----------
    theme
        Colours and scale.
    """

    condition_requested = pyqtSignal(object)
    switch_requested = pyqtSignal(object)
    removal_requested = pyqtSignal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("breakpoints", "", theme, parent)
        self.set_title(self.tr("Breakpoints"))
        self._labels = Labels()
        self._breakpoints: tuple[Breakpoint, ...] = ()
        self.form = ConditionForm(theme)
        self.form.condition_requested.connect(self.condition_requested)
        self._rows: list[BreakpointRow] = []
        self._none = QLabel(self.tr("None yet. Click beside a line of the program, or add a condition."))
        self._none.setProperty("role", "secondary")
        self._none.setWordWrap(True)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(metrics.SMALL_GAP))
        self._list.addWidget(self._none)
        scroll = ScrollColumn(theme, self)
        scroll.column.addLayout(self._list)
        scroll.column.addWidget(self.form)
        scroll.column.addStretch(1)
        self.set_body(scroll)

    @property
    def rows(self) -> tuple[BreakpointRow, ...]:
        """The breakpoints as they are listed."""
        return tuple(self._rows)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Write symbols as the snapshot does."""
        self.form.show_snapshot(snapshot)
        if snapshot.labels != self._labels:
            self._labels = snapshot.labels
            self._fill()

    def show_breakpoints(self, breakpoints: Iterable[Breakpoint]) -> None:
        """List the breakpoints."""
        self._breakpoints = tuple(breakpoints)
        self._fill()

    def _fill(self) -> None:
        for row in self._rows:
            self._list.removeWidget(row)
            row.setVisible(False)
            row.deleteLater()
        self._rows = [BreakpointRow(point, self._labels, self.theme) for point in self._breakpoints]
        for row in self._rows:
            row.switch_requested.connect(self.switch_requested)
            row.removal_requested.connect(self.removal_requested)
            self._list.addWidget(row)
        self._none.setVisible(not self._rows)


class BreakpointRow(QWidget):
    """A breakpoint: whether it is on, what it stops on, and a button that takes it away.

    Signals
    -------
    switch_requested(Condition), removal_requested(Condition)
        As the panel's.
    """

    switch_requested = pyqtSignal(object)
    removal_requested = pyqtSignal(object)

    def __init__(self, breakpoint: Breakpoint, labels: Labels, theme: Theme) -> None:
        super().__init__()
        self._condition = breakpoint.condition
        self.title = condition_title(breakpoint.condition, labels)
        self.check = _Check(self)
        self.check.setChecked(breakpoint.enabled)
        self.check.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.check.setAccessibleName(self.title)
        self.check.setToolTip(self.tr("Whether runs stop here"))
        self.check.clicked.connect(self._ask_switch)
        self.remove = QToolButton(self)
        self.remove.setProperty("bare", True)
        self.remove.setIcon(icon("close", theme, "secondary"))
        self.remove.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.remove.setToolTip(self.tr("Take this breakpoint away"))
        self.remove.setAccessibleName(self.remove.toolTip())
        self.remove.clicked.connect(self._ask_removal)
        text = ElidedLabel(self.title, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(metrics.GAP))
        row.addWidget(self.check)
        row.addWidget(text, 1)
        row.addWidget(self.remove)

    def _ask_switch(self) -> None:
        self.switch_requested.emit(self._condition)

    def _ask_removal(self) -> None:
        self.removal_requested.emit(self._condition)


class _Check(QCheckBox):
    """Takes Space while it has the keyboard; otherwise the window would run."""

    def event(self, event: QEvent | None) -> bool:
        return is_space_override(event) or super().event(event)
