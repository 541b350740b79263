"""The sheet at the right of the window: the tools, one at a time, over the outcome and never over the program."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QAction, QColor, QPainter, QPaintEvent
from PyQt6.QtWidgets import QDockWidget, QHBoxLayout, QTabBar, QToolButton, QVBoxLayout, QWidget

from nnviz.views.panel import Panel
from nnviz.views.theme import Theme, icon, metrics
from nnviz.views.window.panel_rows import ROWS, SHEET
from nnviz.views.window.panels import Panels


class Sheet(QWidget):
    """Shows one tool, with a tab for each that has been opened.

    Parameters
    ----------
    panels
        Those of the window.
    theme
        Colours and sizes.

    Signals
    -------
    changed()
        It has been opened or closed, or shows another tool.
    docking_requested(str)
        Dock a tool among the panels.
    """

    changed = pyqtSignal()
    docking_requested = pyqtSignal(str)

    def __init__(self, panels: Panels, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._panels, self._theme = panels, theme
        self._names: list[str] = []
        self._is_turning = False
        self.setObjectName("sheet")
        # What is under it need not be painted.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.tabs = QTabBar(self)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tabs.currentChanged.connect(self._turn_to)
        head = QHBoxLayout()
        head.setSpacing(theme.px(metrics.SMALL_GAP))
        head.addWidget(self.tabs, 1)
        for name, tip, slot in (
            ("layout", self.tr("Dock this tool among the panels"), self._ask_docking),
            ("close", self.tr("Close this tool (Esc)"), self.close_sheet),
        ):
            head.addWidget(self._button(name, tip, slot))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(metrics.SMALL_GAP))
        self._column.addLayout(head)
        self.setVisible(False)

    def _button(self, name: str, tip: str, slot: Callable[[], None]) -> QToolButton:
        action = QAction(icon(name, self._theme, "secondary"), tip, self)
        action.setToolTip(tip)
        action.triggered.connect(slot)
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setAccessibleName(tip)
        button.setIconSize(QSize(self._theme.px(metrics.ICON), self._theme.px(metrics.ICON)))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    @property
    def is_open(self) -> bool:
        """Whether a tool is shown."""
        return not self.isHidden()

    @property
    def current(self) -> str:
        """The object name of the tool that is shown; empty where none is."""
        return self._names[self.tabs.currentIndex()] if self.is_open and self._names else ""

    def wanted_width(self) -> int:
        """Return the width that the tool needs, in pixels."""
        return self._theme.px(ROWS[self.current].useful_width) if self.current else 0

    def open(self, name: str) -> None:
        """Show a tool."""
        panel = self._panels.get(name)
        if name not in self._names:
            with QSignalBlocker(self.tabs):
                place = sum(SHEET.index(other) < SHEET.index(name) for other in self._names)
                self._names.insert(place, name)
                self.tabs.insertTab(place, panel.windowTitle())
        with QSignalBlocker(self.tabs):
            self.tabs.setCurrentIndex(self._names.index(name))
        self._show_current()

    def close_sheet(self) -> None:
        """Close the tool that is shown, and go back to what is under the sheet."""
        if self.is_open:
            self._is_turning = True
            self._panels.get(self.current).hide()
            self._is_turning = False
            self.setVisible(False)
            self.changed.emit()

    def take(self, panel: Panel) -> None:
        """Adopt a tool's panel: one that has just been made, or one that was docked."""
        panel.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        panel.setVisible(False)
        self._column.addWidget(panel, 1)
        panel.installEventFilter(self)

    def give_up(self, name: str) -> None:
        """Release a tool, which gets another place."""
        panel = self._panels.get(name)
        panel.removeEventFilter(self)
        self._forget(name)
        self._column.removeWidget(panel)
        panel.setFeatures(
            QDockWidget.DockWidgetFeature.DockWidgetClosable
            | QDockWidget.DockWidgetFeature.DockWidgetMovable
            | QDockWidget.DockWidgetFeature.DockWidgetFloatable
        )

    def forget_all(self) -> None:
        """Close every tab."""
        self.close_sheet()
        for name in tuple(self._names):
            self._forget(name)

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """Open a tool that somebody shows, and close the tab of one that somebody hides."""
        if isinstance(watched, Panel) and event is not None and not self._is_turning:
            name = watched.objectName()
            if event.type() == QEvent.Type.ShowToParent:
                self.open(name)
            elif event.type() == QEvent.Type.HideToParent and name == self.current:
                self._forget(name)
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Fill what the tool leaves free."""
        QPainter(self).fillRect(self.rect(), QColor(self._theme.window))

    def _forget(self, name: str) -> None:
        """Remove the tab of a tool; the one before it is shown, if there is one."""
        if name not in self._names:
            return
        was_shown = self.current == name
        with QSignalBlocker(self.tabs):
            self.tabs.removeTab(self._names.index(name))
            self._names.remove(name)
        if was_shown:
            self.setVisible(False)
            self.changed.emit()

    def _turn_to(self, place: int) -> None:
        if 0 <= place < len(self._names) and self.is_open:
            self._show_current()

    def _show_current(self) -> None:
        self._is_turning = True
        name = self._names[self.tabs.currentIndex()]
        for other in self._names:
            self._panels.get(other).setVisible(other == name)
        self._is_turning = False
        self.setVisible(True)
        self.raise_()
        self.changed.emit()

    def _ask_docking(self) -> None:
        if self.current:
            self.docking_requested.emit(self.current)
