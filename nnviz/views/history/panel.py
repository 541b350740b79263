"""The history panel: branches, edits, memory."""

from __future__ import annotations

from collections.abc import Mapping

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QShowEvent
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nnviz.model.session.snapshot import Snapshot
from nnviz.views.history.branch_list import BranchList
from nnviz.views.history.edit_list import EditList
from nnviz.views.history.memory_row import MemoryRow
from nnviz.views.history.rows import BranchRows
from nnviz.views.panel import Panel
from nnviz.views.plots.branch_pens import compared_by_default
from nnviz.views.theme import Theme, metrics
from nnviz.views.widgets.link import Link


class HistoryPanel(Panel):
    """Lists the branches and the edits of the current one, and shows the memory that the history takes.

    Signals
    -------
    switch_requested(str)
        The branch to go to.
    rename_requested(str, str)
        A branch, and its new name, which no other branch has.
    discard_requested(str)
        The branch to discard.
    seek_requested(object, object)
        The update (an int, from 0) to go to, and how many of its lines (an int; None for its end).
    budget_requested(object)
        Bytes (an int) that the history may take.
    compared_changed(object)
        Names (a tuple) of the branches to draw on the loss plot besides the current one.

    Parameters
    ----------
    theme
        Colours, fonts and sizes.
    """

    switch_requested = pyqtSignal(str)
    rename_requested = pyqtSignal(str, str)
    discard_requested = pyqtSignal(str)
    seek_requested = pyqtSignal(object, object)
    budget_requested = pyqtSignal(object)
    compared_changed = pyqtSignal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("history", "", theme, parent)
        self.set_title(self.tr("History"))
        self._snapshot: Snapshot | None = None
        self._names: tuple[str, ...] = ()
        self._rows = BranchRows()
        self._choices: dict[str, bool] = {}
        self._compared: tuple[str, ...] | None = None
        self.branches, self.edits, self.memory = BranchList(theme), EditList(theme), MemoryRow(theme)
        self.switch = Link(self.tr("Go to branch"), theme)
        self.rename = Link(self.tr("Rename"), theme)
        self.discard = Link(self.tr("Discard"), theme)
        self._hint = QLabel(
            self.tr("A change made in the past starts a new branch; the old future stays here under its own name.")
        )
        self._edits_heading = QLabel()
        self._set_up()
        self._connect()

    def _set_up(self) -> None:
        px = self.theme.px
        padding, body = px(metrics.PADDING), QWidget()
        self._hint.setProperty("role", "secondary")
        self._hint.setWordWrap(True)
        self._edits_heading.setProperty("role", "section")
        links = QHBoxLayout()
        links.setContentsMargins(padding, 0, padding, 0)
        links.setSpacing(padding)
        for link in (self.switch, self.rename, self.discard):
            links.addWidget(link)
        links.addStretch(1)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, px(metrics.SMALL_GAP))
        column.setSpacing(px(metrics.SMALL_GAP))
        column.addWidget(self.branches, 3)
        column.addLayout(links)
        for label in (self._hint, self._edits_heading):
            label.setContentsMargins(padding, px(metrics.SMALL_GAP), padding, 0)
            column.addWidget(label)
        column.addWidget(self.edits, 2)
        column.addStretch(0)
        column.addWidget(self.memory)
        body.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        body.setFocusProxy(self.branches)
        self.set_body(body)

    def _connect(self) -> None:
        branches = self.branches
        branches.switch_requested.connect(self.switch_requested)
        branches.rename_requested.connect(self.rename_requested)
        branches.discard_requested.connect(self.discard_requested)
        branches.compare_requested.connect(self._choose)
        branches.chosen_changed.connect(self._enable_links)
        self.switch.clicked.connect(branches.switch_chosen)
        self.rename.clicked.connect(branches.rename_chosen)
        self.discard.clicked.connect(branches.discard_chosen)
        self.edits.seek_requested.connect(self.seek_requested)
        self.memory.budget_requested.connect(self.budget_requested)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a state."""
        self._snapshot = snapshot
        self._follow_names(tuple(info.name for info in snapshot.branches))
        self._announce_compared(snapshot)
        if self.isVisible():
            self._show(snapshot)

    def showEvent(self, event: QShowEvent | None) -> None:
        """Show what changed while the panel was hidden."""
        super().showEvent(event)
        if self._snapshot is not None:
            self._show(self._snapshot)

    def choices(self) -> Mapping[str, bool]:
        """Return the branches for which the person has chosen whether they are on the loss plot."""
        return dict(self._choices)

    def choose(self, choices: Mapping[str, bool]) -> None:
        """Compare what was chosen in another window."""
        self._choices = dict(choices)
        if self._snapshot is not None:
            self.show_snapshot(self._snapshot)

    def edited(self) -> str | None:
        """Return the branch that is being renamed."""
        return self.branches.renaming.branch or None

    def edit_again(self, edited: str) -> None:
        """Open the field over the branch that was being renamed in another window."""
        self.branches.choose(edited)
        self.branches.rename_chosen()

    def _show(self, snapshot: Snapshot) -> None:
        self.branches.show_rows(self._rows.of(snapshot, self._compared or ()))
        self._hint.setVisible(len(snapshot.branches) == 1)
        self.edits.show_marks(snapshot.marks)
        has_edits = bool(snapshot.marks)
        self.edits.setVisible(has_edits)
        heading = self.tr("Edits on this branch") if has_edits else self.tr("No edits on this branch")
        if heading != self._edits_heading.text():
            self._edits_heading.setText(heading)
        self.memory.show_bytes(snapshot.history_bytes, snapshot.history_budget)

    def _enable_links(self) -> None:
        row = self.branches.chosen()
        self.switch.setEnabled(row is not None and not row.is_current)
        self.rename.setEnabled(row is not None)
        self.discard.setEnabled(row is not None and len(self.branches.rows) > 1)

    # What is compared --------------------------------------------------------------------------------------------

    def _follow_names(self, names: tuple[str, ...]) -> None:
        """Keep the choice about a branch that has been renamed."""
        if names == self._names:
            return
        if len(names) == len(self._names):
            renamed = dict(zip(self._names, names, strict=True))
            self._choices = {renamed.get(name, name): chosen for name, chosen in self._choices.items()}
        self._names = names

    def _choose(self, name: str, compared: bool) -> None:
        self._choices[name] = compared
        if self._snapshot is not None:
            self.show_snapshot(self._snapshot)

    def _announce_compared(self, snapshot: Snapshot) -> None:
        default = compared_by_default(snapshot)
        others = [name for name in self._names if name != snapshot.branch]
        names = tuple(name for name in others if self._choices.get(name, name in default))
        if names != self._compared:
            self._compared = names
            self.compared_changed.emit(names)
