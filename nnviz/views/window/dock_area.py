"""The part of the window where the panels stand: their first layout, and the remembered one.

It is a main window within the window, because Qt gives docks no margin of their own: the bars of the outer window reach
its edges, the panels do not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from PyQt6.QtCore import QByteArray, QEvent, QSettings, Qt, QTimer
from PyQt6.QtGui import QShowEvent
from PyQt6.QtWidgets import QApplication, QMainWindow, QTabBar, QWidget

from nnviz.views.panel import Panel
from nnviz.views.theme import Theme

VERSION = 7
"""Raised when panels come or go, so that an older remembered layout is not applied."""

PRESENTED_AT_FIRST = ("network", "program", "matrices", "boundary", "loss", "inspector")
"""The panels of a presentation: an audience watches, and does not set anything up."""

BEHIND = {
    "program": ("examples", "compare", "map", "codecheck", "imports"),
    "boundary": ("images",),
    "loss": ("watches", "history"),
    "inspector": ("checks", "breakpoints", "mistakes"),
}
"""The panels that come when they are asked for, each as a tab in the place of one that is shown at first."""

USEFUL = {
    "examples": 330,
    "compare": 330,
    "map": 400,
    "imports": 400,
    "codecheck": 330,
    "watches": 230,
    "history": 250,
    "checks": 250,
    "breakpoints": 210,
    "mistakes": 300,
}
"""Heights below which a panel that was asked for is given more of its column, as far as the others can spare it."""

HELP_SIZE = (460, 640)

COLUMNS = (214, 812, 382)
"""Widths of the three columns at 1440 × 900, of which the others are proportions."""


@dataclass(frozen=True)
class Share:
    """A panel's height in its column at 1440 × 900, and what part it gets of any height beyond that."""

    name: str
    height: int
    of_more: float


CENTRE = (Share("network", 200, 0.6), Share("program", 350, 0.1), Share("matrices", 172, 0.3))
SIDE = (Share("boundary", 296, 0.5), Share("loss", 200, 0.2), Share("inspector", 226, 0.3))


class DockArea(QMainWindow):
    """Holds the panels as docks that can be dragged, resized, tabbed, floated and hidden.

    Parameters
    ----------
    panels
        By object name; ``setup``, those of `CENTRE` and `SIDE`, those of `BEHIND`, and ``help``.
    theme
        Sizes.
    """

    def __init__(self, panels: Mapping[str, Panel], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Widget)
        self._panels, self._theme = panels, theme
        # Larger text wants another layout, which is remembered beside the other.
        self._presents = theme.scale > 1
        self._key = "presentation/panels" if self._presents else "window/panels"
        self._sized = False
        self._asked_for = ""
        self.setDockNestingEnabled(True)
        self.setDockOptions(self.dockOptions() | QMainWindow.DockOption.AllowTabbedDocks)
        self._place()
        self._first = self.saveState(VERSION)
        for name in USEFUL:
            toggle = panels[name].toggleViewAction()
            assert toggle is not None
            # Of the View menu, and by no other way: a tab that is clicked, or remembered, stays as the person made it.
            toggle.triggered.connect(self._show_chosen)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_keyboard)

    def reset(self) -> None:
        """Show every panel at its first place and size."""
        # Placing them anew can crash Qt: tabs that are going away are used once more.
        self.restoreState(self._first, VERSION)
        self._size()

    def remember(self, settings: QSettings) -> None:
        """Keep the panels' places for the next start."""
        settings.setValue(self._key, self.saveState(VERSION))

    def bring_back(self, settings: QSettings) -> None:
        """Put the panels where they were remembered, if they were."""
        state = settings.value(self._key)
        if isinstance(state, QByteArray) and self.restoreState(state, VERSION):
            self._sized = True

    def showEvent(self, event: QShowEvent | None) -> None:
        """Share the room out on the first showing: docks take sizes only once the window has its own."""
        super().showEvent(event)
        if not self._sized:
            self._sized = True
            self._size()

    def event(self, event: QEvent | None) -> bool:
        """Let Tab reach the tabs that there are: Qt keeps those of a single panel, out of sight."""
        done = super().event(event)
        if event is not None and event.type() == QEvent.Type.LayoutRequest:
            for bar in self.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
                in_use = bar.count() > 1
                bar.setFocusPolicy(Qt.FocusPolicy.TabFocus if in_use else Qt.FocusPolicy.NoFocus)
        return done

    def _follow_keyboard(self, before: QWidget | None, now: QWidget | None) -> None:
        """Bring forward the panel that the keyboard has come to: Qt lets Tab go into those that are behind others."""
        for panel in self._panels.values():
            if now is not None and panel.isAncestorOf(now) and panel.visibleRegion().isEmpty():
                panel.raise_()

    def bring_forward(self, name: str) -> None:
        """Show a panel in front of those with which it shares its place, large enough to be of use."""
        panel = self._panels[name]
        if panel.isVisible() and not panel.visibleRegion().isEmpty():
            # It has the height that the person is used to.
            return
        panel.show()
        panel.raise_()
        self._asked_for = name
        # Until it has its place it has any height.
        QTimer.singleShot(0, self._make_room)

    def _make_room(self) -> None:
        panel, useful = self._panels[self._asked_for], self._theme.px(USEFUL.get(self._asked_for, 0))
        if panel.isVisible() and not panel.isFloating() and panel.height() < useful:
            self.resizeDocks([panel], [useful], Qt.Orientation.Vertical)

    def _show_chosen(self, shown: bool) -> None:
        toggle = self.sender()
        for name in USEFUL:
            if shown and self._panels[name].toggleViewAction() is toggle:
                self._panels[name].raise_()
                self._asked_for = name
                QTimer.singleShot(0, self._make_room)

    def _place(self) -> None:
        panels, area = self._panels, Qt.DockWidgetArea.LeftDockWidgetArea
        horizontal, vertical = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        hidden = {"help"}.union(*BEHIND.values())
        for name, panel in panels.items():
            self.addDockWidget(area, panel)
            # Help stands in a window of its own, which must not come up, not even for a moment, and take the keys.
            panel.setVisible(name not in hidden)
        self.splitDockWidget(panels["setup"], panels[CENTRE[0].name], horizontal)
        self.splitDockWidget(panels[CENTRE[0].name], panels[SIDE[0].name], horizontal)
        for column in (CENTRE, SIDE):
            for above, below in pairwise(column):
                self.splitDockWidget(panels[above.name], panels[below.name], vertical)
        for front, names in BEHIND.items():
            for name in names:
                self.tabifyDockWidget(panels[front], panels[name])
        panels["help"].setFloating(True)
        panels["help"].resize(*(self._theme.px(length) for length in HELP_SIZE))
        if self._presents:
            for name, panel in panels.items():
                panel.setVisible(name in PRESENTED_AT_FIRST)

    def _size(self) -> None:
        panels, px = self._panels, self._theme.px
        first = (panels["setup"], panels[CENTRE[0].name], panels[SIDE[0].name])
        # One that is hidden would be given its width all the same, in the place of another.
        shown = [(panel, px(width)) for panel, width in zip(first, COLUMNS, strict=True) if not panel.isHidden()]
        self.resizeDocks([panel for panel, _ in shown], [width for _, width in shown], Qt.Orientation.Horizontal)
        for column in (CENTRE, SIDE):
            more = max(0, self.height() - sum(px(share.height) for share in column))
            docks = [panels[share.name] for share in column]
            heights = [px(share.height) + round(share.of_more * more) for share in column]
            self.resizeDocks(docks, heights, Qt.Orientation.Vertical)
