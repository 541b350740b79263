"""The part of the window that holds the panels: their first layout, and the remembered one.

It is a main window within the window, because Qt's docks have no margin of their own: the bars of the outer window
reach its edges, the panels do not.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PyQt6.QtCore import QByteArray, QEvent, QSettings, QSize, Qt, QTimer
from PyQt6.QtGui import QShowEvent
from PyQt6.QtWidgets import QApplication, QMainWindow, QTabBar, QWidget

from nnviz.views.panel import Panel
from nnviz.views.theme import Theme
from nnviz.views.window.actions import Actions
from nnviz.views.window.dock_state import is_sound
from nnviz.views.window.first_layout import first_layout
from nnviz.views.window.panel_rows import BEHIND, LAYOUT_VERSION, PRESENTED_AT_FIRST, ROWS, SHOWN_AT_FIRST
from nnviz.views.window.panels import Panels
from nnviz.views.window.stored_state import store_state, stored_state

HELP_SIZE = (460, 640)

COLUMNS = (214, 812, 382)
"""Widths of the three columns at 1440 × 900; at other sizes they keep their proportions."""


_STATE = QByteArray(b"\x00\x00\x00\xff")
"""How the states begin that Qt saves."""


class Share(NamedTuple):
    """A panel's height in its column at 1440 × 900, and its share of any further height."""

    name: str
    height: int
    of_more: float


CENTRE = (Share("network", 200, 0.6), Share("program", 350, 0.1), Share("matrices", 172, 0.3))
SIDE = (Share("boundary", 296, 0.5), Share("loss", 200, 0.2), Share("inspector", 226, 0.3))


WITH_OWN_CODE = (Share("network", 150, 0.4), Share("program", 420, 0.4), Share("matrices", 152, 0.2))
"""The centre while a person's own code is shown: its source, the verdict above it, and the arrays of a line."""


class DockArea(QMainWindow):
    """Holds the panels as docks that can be dragged, resized, tabbed, floated and hidden.

    Those of the first or the remembered layout are made at once; each of the others has its place in the layout, and
    takes it when it is made.

    Parameters
    ----------
    actions
        The window's actions, for the panels.
    theme
        Sizes, and the theme of the panels.
    settings
        Where the layout is remembered.

    Attributes
    ----------
    panels
        The panels that it holds.
    was_damaged
        Whether the remembered layout was damaged, and the first one is shown.
    """

    def __init__(self, actions: Actions, theme: Theme, settings: QSettings) -> None:
        super().__init__()
        self.setWindowFlags(Qt.WindowType.Widget)
        self._theme, self._settings = theme, settings
        # Larger text needs another layout, which is remembered separately.
        self._presents = theme.scale > 1
        self._key = "presentation/panels" if self._presents else "window/panels"
        stored = stored_state(settings, self._key, is_sound)
        self._state, self.was_damaged = stored.state, stored.is_damaged
        self._sized = False
        self._opened = ""
        self._before_code: dict[str, int] | None = None
        self.setDockNestingEnabled(True)
        self.setDockOptions(self.dockOptions() | QMainWindow.DockOption.AllowTabbedDocks)
        self.panels = Panels(actions, theme, self)
        for name in self._shown_at_start():
            self.panels.get(name)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_keyboard)

    def reset(self) -> None:
        """Show every panel at its first place and size."""
        for name in self._shown_at_first:
            self.panels.get(name)
        # Placing them one by one can crash Qt, which uses tabs that are being deleted.
        self.restoreState(self._first(), LAYOUT_VERSION)
        self._size()

    def remember(self) -> None:
        """Store the panels' places for the next start, and which of them are shown."""
        shown = [name for name, panel in self.panels.made().items() if not panel.isHidden()]
        store_state(self._settings, self._key, self.saveState(LAYOUT_VERSION))
        self._settings.setValue(f"{self._key}-shown", ",".join(shown))

    def bring_back(self) -> None:
        """Restore the remembered layout, or else the first one; panels made later take their places in it."""
        state = self._state
        self._sized = state is not None and self.restoreState(state, LAYOUT_VERSION)
        if state is not None and not self._sized and not state.startsWith(_STATE):
            self.was_damaged = True  # else it is one of another version
        if not self._sized:
            self.restoreState(self._first(), LAYOUT_VERSION)
        self.panels.tell_made(self._place)

    def _shown_at_start(self) -> Sequence[str]:
        """Return the panels that the layout shows; all of them where it was remembered without this list."""
        if self._state is None:
            return self._shown_at_first
        shown = self._settings.value(f"{self._key}-shown")
        return [name for name in ROWS if name in shown.split(",")] if isinstance(shown, str) else list(ROWS)

    @property
    def _shown_at_first(self) -> Sequence[str]:
        return PRESENTED_AT_FIRST if self._presents else SHOWN_AT_FIRST

    def _first(self) -> QByteArray:
        columns = [["setup"], *([share.name for share in column] for column in (CENTRE, SIDE))]
        help_size = QSize(*(self._theme.px(length) for length in HELP_SIZE))
        return first_layout(columns, BEHIND, {"help": help_size}, self._shown_at_first, LAYOUT_VERSION)

    def _place(self, name: str, panel: Panel) -> None:
        """Move a panel that has just been made to its place in the layout."""
        if self.dockWidgetArea(panel) == Qt.DockWidgetArea.NoDockWidgetArea and not self.restoreDockWidget(panel):
            raise KeyError(name)  # every layout has a place for every panel
        toggle = panel.toggleViewAction()
        assert toggle is not None
        # Only from the View menu: a tab that is clicked or restored keeps the size that the person chose.
        toggle.triggered.connect(self._show_chosen)

    def showEvent(self, event: QShowEvent | None) -> None:
        """Set the sizes when the window is first shown: docks accept sizes only once the window has its own."""
        super().showEvent(event)
        if not self._sized:
            self._sized = True
            self._size()

    def event(self, event: QEvent | None) -> bool:
        """Restrict Tab to the visible tabs: Qt keeps a hidden tab for a single panel."""
        done = super().event(event)
        if event is not None and event.type() == QEvent.Type.LayoutRequest:
            for bar in self.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
                in_use = bar.count() > 1
                bar.setFocusPolicy(Qt.FocusPolicy.TabFocus if in_use else Qt.FocusPolicy.NoFocus)
        return done

    def _follow_keyboard(self, before: QWidget | None, now: QWidget | None) -> None:
        """Bring the panel that the keyboard has moved to forward: Qt lets Tab enter panels that are behind others."""
        for panel in self.panels.made().values():
            if now is not None and panel.isAncestorOf(now) and panel.visibleRegion().isEmpty():
                panel.raise_()

    def make_room_for_code(self) -> None:
        """Give the centre's height to the source of a person's own code; `take_room_back` returns it."""
        if self._before_code is None and self.isVisible():
            panels = self.panels.made()
            heights = {share.name: panels[share.name].height() for share in CENTRE if share.name in panels}
            self._before_code = heights
            self._share_height(WITH_OWN_CODE)

    def take_room_back(self) -> None:
        """Give the panels of the centre the heights that they had before `make_room_for_code`."""
        before, self._before_code = self._before_code, None
        if before is not None:
            panels = self.panels.made()
            docks = [panels[name] for name in before]
            self.resizeDocks(docks, list(before.values()), Qt.Orientation.Vertical)

    def bring_forward(self, name: str) -> None:
        """Show a panel in front of its neighbouring tabs, and large enough to be useful."""
        panel = self.panels.get(name)
        if panel.isVisible() and not panel.visibleRegion().isEmpty():
            # Keep the height that the person is used to.
            return
        panel.show()
        panel.raise_()
        self._opened = name
        # Only once it is laid out its height is known.
        QTimer.singleShot(0, self._make_room)

    def _make_room(self) -> None:
        panel, useful = self.panels.get(self._opened), self._theme.px(ROWS[self._opened].useful_height)
        if panel.isVisible() and not panel.isFloating() and panel.height() < useful:
            self.resizeDocks([panel], [useful], Qt.Orientation.Vertical)

    def _show_chosen(self, shown: bool) -> None:
        toggle = self.sender()
        for name, panel in self.panels.made().items():
            if shown and panel.toggleViewAction() is toggle:
                panel.raise_()
                self._opened = name
                QTimer.singleShot(0, self._make_room)

    def _size(self) -> None:
        panels, px = self.panels.made(), self._theme.px
        first = [panels.get(name) for name in ("setup", CENTRE[0].name, SIDE[0].name)]
        # A hidden panel would get its width nevertheless, at the expense of another.
        shown = [
            (panel, px(width)) for panel, width in zip(first, COLUMNS, strict=True) if panel and not panel.isHidden()
        ]
        self.resizeDocks([panel for panel, _ in shown], [width for _, width in shown], Qt.Orientation.Horizontal)
        for column in (CENTRE, SIDE):
            self._share_height(column)

    def _share_height(self, column: Sequence[Share]) -> None:
        panels, px = self.panels.made(), self._theme.px
        more = max(0, self.height() - sum(px(share.height) for share in column))
        there = [share for share in column if share.name in panels]
        docks = [panels[share.name] for share in there]
        heights = [px(share.height) + round(share.of_more * more) for share in there]
        self.resizeDocks(docks, heights, Qt.Orientation.Vertical)
