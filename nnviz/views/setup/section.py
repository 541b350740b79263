"""A part of the Setup panel: a heading, and rows in two columns."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.setup.row import SetupRow
from nnviz.views.theme import Theme, metrics
from nnviz.views.widgets.link import Link


class Section(QWidget):
    """A heading and its rows; two rows share a line where neither is wide.

    Signals
    -------
    scenario_requested(Scenario, str)
        A person asked for other settings; the text says what they changed.
    """

    scenario_requested = pyqtSignal(object, str)

    def __init__(self, title: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[SetupRow] = []
        self._shown: tuple[SetupRow, ...] = ()
        self._links: list[Link] = []
        heading = QLabel(title, self)
        heading.setProperty("role", "section")
        self._head = QHBoxLayout()
        self._head.addWidget(heading)
        self._head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(metrics.GAP))
        column.addLayout(self._head)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(metrics.GAP))
        self._grid.setVerticalSpacing(0)
        for side in (0, 1):
            self._grid.setColumnStretch(side, 1)
        column.addLayout(self._grid)

    def add(self, row: SetupRow) -> None:
        """Add a row; `refresh` decides whether it is shown."""
        self._rows.append(row)
        row.scenario_requested.connect(self.scenario_requested)

    def add_link(self, link: Link) -> None:
        """Add a link at the right end of the heading."""
        self._links.append(link)
        self._head.addWidget(link)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a scenario's settings."""
        scenario = snapshot.scenario
        shown = tuple(row for row in self._rows if self.has_use_for(row, scenario))
        for row in shown:
            row.show_snapshot(snapshot)
        if shown != self._shown:
            self._arrange(shown)

    def has_use_for(self, row: SetupRow, scenario: Scenario) -> bool:
        """Return whether a row means something for a scenario."""
        return True

    def tab_stops(self) -> Sequence[QWidget]:
        """Return what Tab goes through, top to bottom."""
        return (*self._links, *(stop for row in self._shown for stop in row.tab_stops()))

    def _arrange(self, shown: tuple[SetupRow, ...]) -> None:
        """Move the rows that are shown to their places; a line's fault texts are under it in full width."""
        while self._grid.takeAt(0) is not None:
            pass
        for row in self._rows:
            row.setVisible(row in shown)
            if row not in shown and (label := row.error_label()) is not None:
                label.setVisible(False)
        line, side = 0, 0
        for row in shown:
            if row.starts_line and side:
                line, side = line + 1, 0
            self._place(row, line, side)
            side = 0 if row.wide else 1 - side
            line += 0 if side else 1
        self._shown = shown

    def _place(self, row: SetupRow, line: int, side: int) -> None:
        gap = self._theme.px(metrics.GAP)
        # Three grid rows a line: the settings, and a text for either of them.
        self._grid.addWidget(row, 3 * line, side, 1, 2 if row.wide else 1)
        margins = row.column.contentsMargins()
        margins.setTop(gap if line else 0)
        row.column.setContentsMargins(margins)
        label = row.error_label()
        if label is not None:
            label.setContentsMargins(0, self._theme.px(metrics.SMALL_GAP / 2), 0, 0)
            self._grid.addWidget(label, 3 * line + 1 + side, 0, 1, 2)
