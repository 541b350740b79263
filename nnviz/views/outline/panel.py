"""The panel that says in words what the other panels paint."""

from __future__ import annotations

from PyQt6.QtCore import QModelIndex, Qt, pyqtSignal
from PyQt6.QtGui import QShowEvent
from PyQt6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from nnviz.model.session.selection import Cell, Selection
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention
from nnviz.views.outline.model import OutlineModel
from nnviz.views.outline.node import LineTarget, OutlineMoment, SampleTarget, UnitTarget
from nnviz.views.panel import Panel
from nnviz.views.theme import Theme


class OutlinePanel(Panel):
    """A tree of the lines, matrices, units, samples and of the explanation, in words and numbers.

    Qt for Python cannot tell a screen reader what is painted inside a widget; it can read a tree. Whatever is painted
    is a row here, and a row that is chosen (Enter, a double click) is selected in all panels.

    Signals
    -------
    line_requested(int)
        A line, from 1.
    cell_requested(Cell)
        A cell.
    unit_requested(int, int)
        A unit: layer and unit.
    sample_requested(int)
        A sample.

    Parameters
    ----------
    theme
        Colours and scale.
    """

    line_requested = pyqtSignal(int)
    cell_requested = pyqtSignal(object)
    unit_requested = pyqtSignal(int, int)
    sample_requested = pyqtSignal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("outline", "", theme, parent)
        self.set_title(self.tr("In words"))
        self._snapshot: Snapshot | None = None
        self._selection = Selection()
        self._convention: Convention = "columns"
        self._model = OutlineModel(self)
        self._tree = QTreeView(self)
        self._tree.setModel(self._model)
        self._tree.setHeaderHidden(True)
        self._tree.setUniformRowHeights(True)
        self._tree.setAccessibleName(self.tr("Everything in words"))
        self._tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._tree.setFrameShape(QTreeView.Shape.NoFrame)
        self._tree.activated.connect(self._choose)
        self.set_body(self._tree)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Say what holds at another moment."""
        self._snapshot = snapshot
        self._changed()

    def show_selection(self, selection: Selection) -> None:
        """Say what belongs to another selection."""
        self._selection = selection
        self._changed()

    def show_convention(self, convention: Convention) -> None:
        """Count rows and columns as they are drawn."""
        self._convention = convention
        self._changed()

    def showEvent(self, event: QShowEvent | None) -> None:
        """Catch up with what happened while this was hidden."""
        super().showEvent(event)
        self._changed()

    def _changed(self) -> None:
        if self._snapshot is None or not self.isVisible():
            return
        is_first = self._model.rowCount() == 0
        self._model.show(OutlineMoment(self._snapshot, self._selection, self._convention))
        if is_first:
            for row in range(2):  # the explanation and the program
                self._tree.expand(self._model.index(row, 0))
            self._tree.setCurrentIndex(self._model.index(0, 0))

    def _choose(self, index: QModelIndex) -> None:
        match self._model.target(index):
            case LineTarget(line):
                self.line_requested.emit(line)
            case UnitTarget(layer, unit):
                self.unit_requested.emit(layer, unit)
            case SampleTarget(sample):
                self.sample_requested.emit(sample)
            case Cell() as cell:
                self.cell_requested.emit(cell)
