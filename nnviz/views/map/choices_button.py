"""A button to choose several entries of a list."""

from __future__ import annotations

from collections.abc import Mapping

from PyQt6.QtCore import QEvent, Qt, pyqtSignal
from PyQt6.QtGui import QAction
from PyQt6.QtWidgets import QMenu, QPushButton, QWidget

from nnviz.model.text.numbers import format_count
from nnviz.views.translation import translate_model
from nnviz.views.widgets.shortcuts import is_space_override


class ChoicesButton(QPushButton):
    """A button that shows how many entries are chosen, with a menu to choose them; at least one remains chosen.

    Signals
    -------
    changed()
        Other entries were chosen.
    """

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._take)
        self.setMenu(self._menu)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def offer(self, offered: Mapping[str, str]) -> None:
        """Offer names with their titles; at first all are chosen."""
        self._menu.clear()
        for name, title in offered.items():
            action = QAction(translate_model(title), self._menu)
            action.setCheckable(True)
            action.setChecked(True)
            action.setData(name)
            self._menu.addAction(action)
        self._show_count()

    def choose(self, names: tuple[str, ...]) -> None:
        """Choose names, without a signal."""
        for action in self._menu.actions():
            action.setChecked(action.data() in names)
        self._show_count()

    def chosen(self) -> tuple[str, ...]:
        """Return the chosen names, in the order of the list."""
        return tuple(str(action.data()) for action in self._menu.actions() if action.isChecked())

    def event(self, event: QEvent | None) -> bool:
        """Keep Space, which opens the menu, from the window's shortcut while focused."""
        if is_space_override(event):
            return True
        return super().event(event)

    def _take(self, action: QAction) -> None:
        if not self.chosen():
            action.setChecked(True)
            return
        self._show_count()
        self.changed.emit()

    def _show_count(self) -> None:
        text = self.tr("%1 of %2").replace("%2", format_count(len(self._menu.actions())))
        self.setText(text.replace("%1", format_count(len(self.chosen()))))
