"""The context menu of the plot."""

from __future__ import annotations

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtGui import QAction
from PyQt6.QtWidgets import QMenu, QWidget

from nnviz.model.session.snapshot import Snapshot
from nnviz.views.boundary.edits import Place, abilities
from nnviz.views.boundary.texts import title_of
from nnviz.views.theme import Theme, icon


class SampleMenu(QMenu):
    """What can be done at a place: to its sample, or with a new one.

    Signals
    -------
    add_requested(object)
        Add a sample at a place of the plot.
    relabel_requested(int, int)
        Assign a sample to another class.
    removal_requested(int)
        Remove a sample.
    view_reset_requested()
        Show all of the plot.
    editing_requested(bool)
        Begin or end editing.
    """

    add_requested = pyqtSignal(object)
    relabel_requested = pyqtSignal(int, int)
    removal_requested = pyqtSignal(int)
    view_reset_requested = pyqtSignal()
    editing_requested = pyqtSignal(bool)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._place: Place | None = None
        self.triggered.connect(self._take)

    def offer(self, snapshot: Snapshot, sample: int | None, place: Place | None, editing: bool) -> None:
        """Fill the menu for a place of the plot and the sample that is there."""
        self.clear()
        self._place = place
        can = abilities(snapshot)
        if editing and sample is not None and can.move:
            self._offer_sample(snapshot, sample, can.classes)
        elif editing and sample is None and place is not None and can.add:
            self._item("add", self.tr("Add a sample here"), ("add",))
        self.addSeparator()
        if can.move:
            action = self._item("", self.tr("Edit data"), ("edit",))
            action.setCheckable(True)
            action.setChecked(editing)
        self._item("", self.tr("Show all") + "\t0", ("reset",))

    def _offer_sample(self, snapshot: Snapshot, sample: int, classes: int) -> None:
        self.addSection(title_of(snapshot, sample))
        labels = snapshot.data.labels
        for label in range(classes):
            if labels is not None and label != labels[sample]:
                text = self.tr("Relabel as class %1").replace("%1", str(label))
                self._item("relabel", text, ("relabel", sample, label))
        self._item("remove", self.tr("Remove") + "\t" + self.tr("Del"), ("remove", sample))

    def _item(self, icon_name: str, text: str, what: tuple[object, ...]) -> QAction:
        action = QAction(text, self)
        if icon_name:
            action.setIcon(icon(icon_name, self._theme))
        action.setData(what)
        self.addAction(action)
        return action

    def _take(self, action: QAction) -> None:
        match action.data():
            case ("add",):
                self.add_requested.emit(self._place)
            case ("relabel", int(sample), int(label)):
                self.relabel_requested.emit(sample, label)
            case ("remove", int(sample)):
                self.removal_requested.emit(sample)
            case ("reset",):
                self.view_reset_requested.emit()
            case ("edit",):
                self.editing_requested.emit(action.isChecked())
