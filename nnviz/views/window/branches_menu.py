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
        self._current = ""
        self._branches: tuple[BranchInfo, ...] = ()
        self.triggered.connect(self._choose)
        self._discard.triggered.connect(self._request_discard)
        # Of thousands of branches each may change with every update: they are listed when the menu opens.
        self.aboutToShow.connect(self._list)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """List a snapshot's branches from now on."""
        self._branches, self._current = snapshot.branches, snapshot.branch
        if self.isVisible():
            self._list()

    def _list(self) -> None:
        self.clear()
        self._discard.clear()
        for branch in self._branches:
            text = self.tr("%1 · %2 updates").replace("%1", branch_name(branch.name))
            action = QAction(text.replace("%2", format_count(branch.newest.completed)), self)
            action.setCheckable(True)
            action.setChecked(branch.name == self._current)
            action.setData(branch.name)
            self.addAction(action)
            if branch.name != self._current:
                drop = QAction(branch_name(branch.name), self._discard)
                drop.setData(branch.name)
                self._discard.addAction(drop)
        self.addSeparator()
        self.addMenu(self._discard)
        self._discard.setEnabled(len(self._branches) > 1)

    def _choose(self, action: QAction) -> None:
        # A submenu's entries trigger this too.
        if action in self.actions():
            action.setChecked(action.data() == self._current)
            self.switch_requested.emit(str(action.data()))

    def _request_discard(self, action: QAction) -> None:
        self.discard_requested.emit(str(action.data()))
