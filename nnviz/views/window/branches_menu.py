"""The menu of the run's branches: it marks the current one, goes to another, and discards others."""

from __future__ import annotations

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtGui import QAction
from PyQt6.QtWidgets import QMenu, QWidget

from nnviz.model.history.branch import BranchInfo
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import format_count
from nnviz.views.translation import branch_name


class BranchesMenu(QMenu):
    """A menu of all branches; the current one is marked.

    Signals
    -------
    switch_requested(str)
        The name of the branch to go to.
    discard_requested(str)
        The name of the branch to discard.
    """

    switch_requested = pyqtSignal(str)
    discard_requested = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Branc&hes"))
        self._discard = QMenu(self.tr("&Discard"), self)
        self._shown: tuple[str, tuple[str, ...]] | None = None
        self._branches: tuple[BranchInfo, ...] = ()
        self.triggered.connect(self._choose)
        self._discard.triggered.connect(self._request_discard)
        # The length of a branch changes with every update; it is written when the menu opens.
        self.aboutToShow.connect(self._write)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """List a snapshot's branches."""
        self._branches = snapshot.branches
        shown = (snapshot.branch, tuple(branch.name for branch in snapshot.branches))
        if shown != self._shown:
            self._shown = shown
            self._list(snapshot.branch)

    def _list(self, current: str) -> None:
        self.clear()
        self._discard.clear()
        for branch in self._branches:
            action = QAction(branch_name(branch.name), self)
            action.setCheckable(True)
            action.setChecked(branch.name == current)
            action.setData(branch.name)
            self.addAction(action)
            if branch.name != current:
                drop = QAction(branch_name(branch.name), self._discard)
                drop.setData(branch.name)
                self._discard.addAction(drop)
        self.addSeparator()
        self.addMenu(self._discard)
        self._discard.setEnabled(len(self._branches) > 1)

    def _write(self) -> None:
        for action, branch in zip(self.actions(), self._branches, strict=False):
            text = self.tr("%1 · %2 updates").replace("%1", branch_name(branch.name))
            action.setText(text.replace("%2", format_count(branch.newest.completed)))

    def _choose(self, action: QAction) -> None:
        # A submenu's entries trigger this too.
        if action in self.actions() and self._shown is not None:
            action.setChecked(action.data() == self._shown[0])
            self.switch_requested.emit(str(action.data()))

    def _request_discard(self, action: QAction) -> None:
        self.discard_requested.emit(str(action.data()))
