"""What a cell's context menu offers besides copying: for a parameter, editing."""

from __future__ import annotations

from PyQt6.QtCore import QObject, pyqtSignal
from PyQt6.QtWidgets import QMenu

from nnviz.views.widgets.value_editing import Target


class EditEntries(QObject):
    """Entries at the end of a menu; greyed where the cell is no parameter's.

    Signals
    -------
    edit_requested(Target)
        The number is to be typed over.
    zero_requested(Target)
        The number is to be 0.

    Parameters
    ----------
    menu
        To which the entries are added, and with which they go.
    name
        How the cell is written.
    target
        What would be edited; None where the cell is no parameter's.
    """

    edit_requested = pyqtSignal(object)
    zero_requested = pyqtSignal(object)

    def __init__(self, menu: QMenu, name: str, target: Target | None) -> None:
        super().__init__(menu)
        self._target = target
        menu.addSeparator()
        edit = self.tr("Edit %1…") if target is not None else self.tr("Edit %1… (it is no parameter)")
        for text, slot in ((edit, self._edit), (self.tr("Set %1 to 0"), self._set_to_zero)):
            action = menu.addAction(text.replace("%1", name))
            assert action is not None
            action.setEnabled(target is not None)
            action.triggered.connect(slot)

    def _edit(self) -> None:
        self.edit_requested.emit(self._target)

    def _set_to_zero(self) -> None:
        self.zero_requested.emit(self._target)
