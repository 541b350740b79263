"""The entries of the panels in the View menu."""

from __future__ import annotations

from PyQt6.QtCore import QCoreApplication, QObject
from PyQt6.QtGui import QAction
from PyQt6.QtWidgets import QMenu

from nnviz.views.panel import Panel
from nnviz.views.window.panel_rows import ROWS
from nnviz.views.window.panels import Panels


class PanelToggles(QObject):
    """An entry for each panel: the panel's own, or until it is made one that makes and shows it.

    Parameters
    ----------
    panels
        The panels; help is in another menu.
    parent
        Owns the entries.
    """

    def __init__(self, panels: Panels, parent: QObject) -> None:
        super().__init__(parent)
        self._panels = panels
        self._actions: dict[str, QAction] = {}
        for name, row in ROWS.items():
            if name != "help":
                action = QAction(QCoreApplication.translate(row.kind, row.title), self)
                action.setObjectName(name)
                action.setCheckable(True)
                action.triggered.connect(self._show)
                self._actions[name] = action

    def actions(self) -> list[QAction]:
        """Return the entries, in order."""
        return list(self._actions.values())

    def take(self, name: str, panel: Panel) -> None:
        """Replace the entry that stood for a panel by the panel's own."""
        toggle = panel.toggleViewAction()
        if name not in self._actions or toggle is None:
            return
        before = self._actions[name]
        self._actions[name] = toggle
        for menu in before.associatedObjects():
            if isinstance(menu, QMenu):
                menu.insertAction(before, toggle)
                menu.removeAction(before)

    def _show(self) -> None:
        action = self.sender()
        assert action is not None
        toggle = self._panels.get(action.objectName()).toggleViewAction()
        assert toggle is not None
        if not toggle.isChecked():
            toggle.trigger()
