"""The part of the window between its bars: the docks, with the drawer at their left and the sheet over their right."""

from __future__ import annotations

from PyQt6.QtCore import QSettings, pyqtSignal
from PyQt6.QtGui import QResizeEvent
from PyQt6.QtWidgets import QApplication, QHBoxLayout, QWidget

from nnviz.views.panel import Panel
from nnviz.views.theme import Theme, metrics
from nnviz.views.window.actions import Actions
from nnviz.views.window.dock_area import DockArea
from nnviz.views.window.drawer import Drawer
from nnviz.views.window.one_place import OnePlace
from nnviz.views.window.panel_rows import DRAWER, SHEET, STAGE
from nnviz.views.window.sheet import Sheet


class PanelSpace(QWidget):
    """Places docks, drawer and sheet; every panel is in one of them.

    Parameters
    ----------
    actions
        The window's actions, for the panels.
    theme
        Colours and sizes.
    settings
        Where it is remembered what is where.

    Attributes
    ----------
    panels
        The panels of the window.
    drawer, sheet
        What is over the docks, or beside them.

    Signals
    -------
    resized()
        It has another size.
    """

    resized = pyqtSignal()

    def __init__(self, actions: Actions, theme: Theme, settings: QSettings) -> None:
        super().__init__()
        self._theme = theme
        self._docks = docks = DockArea(actions, theme, settings)
        self.panels = docks.panels
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(metrics.GAP))
        self._row.addWidget(docks, 1)
        self.drawer = Drawer(docks.panels, theme, settings, self)
        self.sheet = Sheet(docks.panels, theme, self)
        self.drawer.changed.connect(self._place_drawer)
        self.sheet.changed.connect(self._place_sheet)
        self.sheet.docking_requested.connect(self.dock)
        docks.covered.connect(self._uncover)
        self._one_place = OnePlace(theme, self)
        self._one_place.view_requested.connect(self.show_view)
        self.panels.tell_made(self._take)

    @property
    def was_damaged(self) -> bool:
        """Whether the remembered layout was damaged, and the first one is shown."""
        return self._docks.was_damaged

    def bring_back(self) -> None:
        """Restore the remembered layout, with what it has open in the drawer and the sheet, or else the first one."""
        self._docks.bring_back()
        for name in self._docks.shown_elsewhere():
            self.bring_forward(name)

    def bring_forward(self, name: str) -> None:
        """Show a panel, wherever it is, so that it is seen."""
        if name == DRAWER:
            self.drawer.open()
        elif name in STAGE and self.panels.get(name).isHidden():
            self.show_view(name)
        elif self._docks.holds(name):
            if self.panels.get(name).visibleRegion().isEmpty():
                self.sheet.close_sheet()
            self._docks.bring_forward(name)
        else:
            self.sheet.open(name)

    def show_view(self, name: str) -> None:
        """Show one of the views of the place below the network."""
        now, made = QApplication.focusWidget(), self.panels.made()
        had_keyboard = now is not None and any(made[each].isAncestorOf(now) for each in STAGE if each in made)
        self._docks.show_instead(name, STAGE)
        if had_keyboard:
            self.panels.get(name).setFocus()

    def close_top(self) -> bool:
        """Close the sheet, or else a drawer that is not pinned; return whether there was one."""
        if self.sheet.is_open:
            self.sheet.close_sheet()
        elif self.drawer.is_open and not self.drawer.is_pinned:
            self.drawer.close_drawer()
        else:
            return False
        return True

    def dock(self, name: str) -> None:
        """Dock a tool; closing it there lets it open as the sheet again."""
        self.sheet.give_up(name)
        self._docks.dock(name)

    def reset(self) -> None:
        """Show every panel at its first place and size."""
        self.sheet.forget_all()
        self.drawer.close_drawer()
        docked = sorted(self._docks.docked)
        self._docks.reset()
        for name in docked:
            self.sheet.take(self.panels.get(name))

    def make_room_for_code(self) -> None:
        """Widen the left column for the source of a person's own code; `take_room_back` narrows it again."""
        self._docks.show_code(True)
        self._place_sheet()

    def take_room_back(self) -> None:
        """Restore the widths that the columns had before `make_room_for_code`."""
        self._docks.show_code(False)
        self._place_sheet()

    def remember(self) -> None:
        """Store where the panels are, and which of them are shown."""
        open_now = [DRAWER] if self.drawer.is_open else []
        self._docks.remember((*open_now, *([self.sheet.current] if self.sheet.current else ())))

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Place what is over the docks."""
        super().resizeEvent(event)
        self._place_drawer()
        self._place_sheet()
        self.resized.emit()

    def _take(self, name: str, panel: Panel) -> None:
        """Place a panel that has just been made, where it is no dock; give it its switch, where it has one."""
        self._one_place.take(name, panel)
        if name == DRAWER:
            self.drawer.take(panel)
        elif name in SHEET and not self._docks.holds(name):
            self.sheet.take(panel)

    def _place_drawer(self) -> None:
        drawer = self.drawer
        is_beside = self._row.indexOf(drawer) >= 0
        if drawer.is_pinned and not is_beside:
            self._row.insertWidget(0, drawer)
        elif not drawer.is_pinned and is_beside:
            self._row.removeWidget(drawer)
        if not drawer.is_pinned:
            drawer.setGeometry(0, 0, drawer.width(), self.height())
            drawer.raise_()

    def _place_sheet(self) -> None:
        docks, sheet, gap = self._docks, self.sheet, self._theme.px(metrics.GAP)
        if not sheet.is_open:
            docks.keep_right(0)
            return
        wanted = max(sheet.wanted_width(), docks.right_width())
        # Never over the program; over the centre only where that would be too narrow to be of use.
        left = 0 if wanted <= docks.room_for_sheet() else docks.left_width()
        width = min(wanted, self.width() - docks.x() - left - gap)
        docks.keep_right(wanted if wanted <= docks.room_for_sheet() else 0)
        sheet.setGeometry(self.width() - width, 0, width, self.height())
        sheet.raise_()

    def _uncover(self, panel: Panel) -> None:
        """Close the sheet where it covers the panel that the keyboard has moved to."""
        if self.sheet.is_open and self.sheet.geometry().intersects(panel.geometry().translated(self._docks.pos())):
            self.sheet.close_sheet()
