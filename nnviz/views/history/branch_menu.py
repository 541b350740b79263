"""The context menu of a branch."""

from __future__ import annotations

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtGui import QAction
from PyQt6.QtWidgets import QMenu, QWidget

from nnviz.views.history.rows import BranchRow


class BranchMenu(QMenu):
    """A menu for one branch; each entry shows its key in the list.

    Signals
    -------
    switch_chosen(), rename_chosen(), compare_chosen(), discard_chosen()
        An entry was chosen.
    """

    switch_chosen = pyqtSignal()
    rename_chosen = pyqtSignal()
    compare_chosen = pyqtSignal()
    discard_chosen = pyqtSignal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.switch = QAction(self.tr("&Go to branch\tEnter"), self)
        self.rename = QAction(self.tr("&Rename\tF2"), self)
        self.compare = QAction(self.tr("Draw on the &loss plot"), self)
        self.compare.setCheckable(True)
        self.discard = QAction(self.tr("&Discard\tDel"), self)
        for action in (self.switch, self.rename, self.compare, self.discard):
            self.addAction(action)
        self.switch.triggered.connect(self._switch)
        self.rename.triggered.connect(self._rename)
        self.compare.triggered.connect(self._compare)
        self.discard.triggered.connect(self._discard)

    def show_row(self, row: BranchRow, *, is_only: bool) -> None:
        """Enable what can be done with a branch."""
        self.switch.setEnabled(not row.is_current)
        self.compare.setEnabled(not row.is_current)
        self.compare.setChecked(row.is_current or row.is_compared)
        self.discard.setEnabled(not is_only)

    # The signals of the actions carry "checked", these do not.

    def _switch(self) -> None:
        self.switch_chosen.emit()

    def _rename(self) -> None:
        self.rename_chosen.emit()

    def _compare(self) -> None:
        self.compare_chosen.emit()

    def _discard(self) -> None:
        self.discard_chosen.emit()
