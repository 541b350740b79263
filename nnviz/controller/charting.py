"""Adding watches: an expression, or the selected cell."""

from __future__ import annotations

from PyQt6.QtCore import QCoreApplication, QObject

from nnviz.controller.session_owner import SessionOwner
from nnviz.controller.watches import Watches


class Charting(QObject):
    """Charts numbers over the run; background work ends first, so that the past is complete."""

    def __init__(self, owner: SessionOwner, watches: Watches) -> None:
        super().__init__(owner)
        self._owner = owner
        self._watches = watches

    def watch(self, text: str) -> None:
        """Chart an expression that has been checked to be one."""
        from nnviz.model.watches.watch import Watch

        self._owner.settle()
        self._watches.add(Watch(text))

    def watch_selected_cell(self) -> None:
        """Chart the selected cell."""
        from nnviz.model.watches.watch import Watch

        cell = self._owner.selection.cell
        if cell is None:
            self._owner.notice_given.emit(
                QCoreApplication.translate("Controller", "No number is selected: select one first.")
            )
            return
        self._owner.settle()
        self._watches.add(Watch.of_cell(cell))
