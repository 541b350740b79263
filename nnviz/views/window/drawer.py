"""The drawer at the left of the window: Setup, over the panels while it is needed, or pinned beside them."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import QEvent, QObject, QSettings, Qt, pyqtSignal
from PyQt6.QtWidgets import QDockWidget, QHBoxLayout, QToolButton, QWidget

from nnviz.views.panel import Panel
from nnviz.views.theme import Theme, icon, metrics
from nnviz.views.window.panel_rows import DRAWER
from nnviz.views.window.panels import Panels

WIDTH: Final = 300
PINNED: Final = "window/drawer-pinned"


class Drawer(QWidget):
    """Holds the panel of the drawer, which is made when the drawer is first opened.

    Parameters
    ----------
    panels
        Those of the window.
    theme
        Colours and sizes.
    settings
        Where it is remembered that the drawer is pinned.

    Signals
    -------
    changed()
        It has been opened, closed, pinned or released.
    """

    changed = pyqtSignal()

    def __init__(self, panels: Panels, theme: Theme, settings: QSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self._panels, self._theme, self._settings = panels, theme, settings
        self.is_pinned = settings.value(PINNED) == "yes"
        self.setObjectName("drawer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(theme.px(WIDTH))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.setVisible(False)

    @property
    def is_open(self) -> bool:
        """Whether it is open."""
        return not self.isHidden()

    def open(self) -> None:
        """Open the drawer."""
        panel = self._panels.get(DRAWER)
        panel.show()
        self._follow(panel)

    def close_drawer(self) -> None:
        """Close the drawer."""
        if self.is_open:
            self._panels.get(DRAWER).hide()

    def take(self, panel: Panel) -> None:
        """Adopt the panel, which has just been made."""
        panel.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        panel.setVisible(False)
        self._row.addWidget(panel)
        pin = QToolButton(panel)
        pin.setObjectName("pin")
        pin.setProperty("bare", True)
        pin.setCheckable(True)
        pin.setChecked(self.is_pinned)
        pin.setIcon(icon("pin", self._theme, "secondary"))
        pin.setToolTip(self.tr("Keep it open beside the panels"))
        pin.setAccessibleName(self.tr("Pin the setup"))
        pin.setFixedSize(self._theme.px(metrics.CONTROL), self._theme.px(metrics.CONTROL))
        pin.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        pin.toggled.connect(self._pin)
        panel.add_control(pin)
        panel.installEventFilter(self)

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """Open and close with the panel, whoever shows or hides it."""
        turned = event is not None and event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)
        if turned and isinstance(watched, Panel):
            self._follow(watched)
        return super().eventFilter(watched, event)

    def _follow(self, panel: Panel) -> None:
        if self.is_open == panel.isHidden():
            self.setVisible(not panel.isHidden())
            self.changed.emit()

    def _pin(self, pinned: bool) -> None:
        self.is_pinned = pinned
        self._settings.setValue(PINNED, "yes" if pinned else "no")
        self.changed.emit()
