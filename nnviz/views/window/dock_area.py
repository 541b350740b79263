"""The part of the window that holds the panels of the three columns: their first layout, and the remembered one.

It is a main window within the window, because Qt's docks have no margin of their own: the bars of the outer window
reach its edges, the panels do not.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import Final

from PyQt6.QtCore import QByteArray, QEvent, QSettings, Qt, pyqtSignal
from PyQt6.QtGui import QMouseEvent, QResizeEvent, QShowEvent
from PyQt6.QtWidgets import QApplication, QMainWindow, QMenu, QTabBar, QTabWidget, QWidget

from nnviz.views.panel import Panel
from nnviz.views.theme import Theme, metrics
from nnviz.views.window.actions import Actions
from nnviz.views.window.column_sizes import (
    CENTRE_LEAST,
    COLUMNS,
    LEFT,
    LEFT_OUT_WHERE_LOW,
    LEFT_WIDTH,
    LEFT_WIDTH_WITH_CODE,
    LEFT_WITH_CODE,
    LOW,
    RIGHT_WIDTH,
    Share,
    Width,
    heights,
    shares_of,
    text_of_shares,
)
from nnviz.views.window.dock_state import is_sound
from nnviz.views.window.first_layout import first_layout
from nnviz.views.window.panel_rows import BEHIND, DRAWER, LAYOUT_VERSION, ROWS, SHEET, SHOWN_AT_FIRST
from nnviz.views.window.panels import Panels
from nnviz.views.window.stored_state import store_state, stored_state

_STATE: Final = QByteArray(b"\x00\x00\x00\xff")
"""How the states begin that Qt saves; the version follows."""


class DockArea(QMainWindow):
    """Holds the panels as docks that can be dragged, resized, tabbed, floated and hidden.

    Those of the first or the remembered layout are made at once; each of the others has its place in the layout, and
    takes it when it is made. The drawer and the sheet are elsewhere (`panel_space`), until a person docks a tool.

    As long as no splitter and no panel is dragged, the sizes follow from the window's, whatever came before.

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
        The panels of the window.
    was_damaged
        Whether the remembered layout was damaged, and the first one is shown.
    docked
        The tools that a person has docked.

    Signals
    -------
    covered(Panel)
        The keyboard has moved to a panel of which nothing is seen.
    """

    covered = pyqtSignal(object)

    def __init__(self, actions: Actions, theme: Theme, settings: QSettings) -> None:
        super().__init__()
        self.setWindowFlags(Qt.WindowType.Widget)
        self._theme, self._settings = theme, settings
        # Larger text needs another layout, which is remembered separately.
        self._key = "presentation/panels" if theme.scale > 1 else "window/panels"
        stored = stored_state(settings, self._key, is_sound)
        self._state, self.was_damaged = stored.state, stored.is_damaged
        if self._state is not None and _is_of_another_version(self._state):
            self._state = None
        self.docked: set[str] = set()
        self._is_rearranged = self._is_dragging = self._has_code = False
        self._dragged: dict[str, float] = {}
        self._right = 0
        self._is_low = False
        self._left_out: set[str] = set()
        self.setDockNestingEnabled(True)
        self.setDockOptions(self.dockOptions() | QMainWindow.DockOption.AllowTabbedDocks)
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        self.panels = Panels(actions, theme, self)
        if self._state is not None:
            self.docked = set(self._stored_names("docked")) & set(SHEET)
            self._is_rearranged = settings.value(f"{self._key}-rearranged") == "yes"
            self._left_out = set(self._stored_names("left-out")) & set(LEFT_OUT_WHERE_LOW)
            self._is_low = bool(self._left_out)
            self._dragged = shares_of(settings.value(f"{self._key}-dragged"))
        for name in self._shown_at_start():
            self.panels.get(name)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_keyboard)

    # The layout ----------------------------------------------------------------------------------------------------

    def reset(self) -> None:
        """Show every panel at its first place and size."""
        for name in SHOWN_AT_FIRST:
            self.panels.get(name)
        for name in sorted(self.docked & set(self.panels.made())):
            self.removeDockWidget(self.panels.get(name))
        self.docked = set()
        # Placing them one by one can crash Qt, which uses tabs that are being deleted.
        self.restoreState(self._first(), LAYOUT_VERSION)
        self._is_rearranged = False
        self._dragged = {}
        self._is_low, self._left_out = False, set()
        self.fit()

    def remember(self, elsewhere: Sequence[str] = ()) -> None:
        """Store the panels' places for the next start, and which of them are shown, here and elsewhere."""
        made = self.panels.made().items()
        shown = [n for n, panel in made if self.holds(n) and (n in self._left_out or not panel.isHidden())]
        store_state(self._settings, self._key, self.saveState(LAYOUT_VERSION))
        self._settings.setValue(f"{self._key}-shown", ",".join((*shown, *elsewhere)))
        self._settings.setValue(f"{self._key}-docked", ",".join(sorted(self.docked)))
        self._settings.setValue(f"{self._key}-left-out", ",".join(sorted(self._left_out)))
        self._settings.setValue(f"{self._key}-rearranged", "yes" if self._is_rearranged else "no")
        self._settings.setValue(f"{self._key}-dragged", text_of_shares(self._dragged))

    def bring_back(self) -> None:
        """Restore the remembered layout, or else the first one; panels made later take their places in it."""
        state = self._state
        is_restored = state is not None and self.restoreState(state, LAYOUT_VERSION)
        if state is not None and not is_restored:
            self.was_damaged = True
        if not is_restored:
            self._is_rearranged = False
            self.restoreState(self._first(), LAYOUT_VERSION)
        self.panels.tell_made(self._place)

    def holds(self, name: str) -> bool:
        """Return whether a panel is a dock here, rather than the drawer or in the sheet."""
        return name != DRAWER and (name not in SHEET or name in self.docked)

    def dock(self, name: str) -> None:
        """Dock a tool, in front of what is at the lower right."""
        self.docked.add(name)
        panel = self.panels.get(name)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, panel)
        neighbour = self.panels.made().get("loss")
        if neighbour is not None and not neighbour.isHidden() and not neighbour.isFloating():
            self.tabifyDockWidget(neighbour, panel)
        panel.show()
        panel.raise_()

    def undock(self, name: str) -> None:
        """Undock a tool: it opens as the sheet again."""
        self.docked.discard(name)
        self.removeDockWidget(self.panels.get(name))

    def shown_elsewhere(self) -> list[str]:
        """Return the panels of the drawer and the sheet that the remembered layout shows."""
        shown = [] if self._state is None else self._stored_names("shown")
        return [name for name in ROWS if name in shown and not self.holds(name)]

    def _stored_names(self, what: str) -> list[str]:
        names = self._settings.value(f"{self._key}-{what}")
        return names.split(",") if isinstance(names, str) else []

    def _shown_at_start(self) -> Sequence[str]:
        """Return the docks that the layout shows; all of them where it was remembered without this list."""
        if self._state is None:
            return SHOWN_AT_FIRST
        shown = self._settings.value(f"{self._key}-shown")
        names = shown.split(",") if isinstance(shown, str) else list(ROWS)
        return [name for name in ROWS if name in names and self.holds(name)]

    def _first(self) -> QByteArray:
        columns = [[share.name for share in column] for column in COLUMNS]
        return first_layout(columns, BEHIND, SHOWN_AT_FIRST, LAYOUT_VERSION)

    def _place(self, name: str, panel: Panel) -> None:
        """Move a panel that has just been made to its place in the layout."""
        if not self.holds(name):
            return
        if self.dockWidgetArea(panel) == Qt.DockWidgetArea.NoDockWidgetArea and not self.restoreDockWidget(panel):
            raise KeyError(name)  # every layout has a place for every dock
        toggle = panel.toggleViewAction()
        assert toggle is not None
        # Only from the View menu: a tab that is clicked or restored keeps its place behind others.
        toggle.triggered.connect(self._raise_chosen)
        panel.topLevelChanged.connect(self._note_dragging)
        panel.visibilityChanged.connect(self._fit_untouched)

    def _raise_chosen(self, shown: bool) -> None:
        toggle = self.sender()
        for panel in self.panels.made().values():
            if shown and panel.toggleViewAction() is toggle:
                panel.raise_()

    def bring_forward(self, name: str) -> None:
        """Show a panel in front of its neighbouring tabs."""
        panel = self.panels.get(name)
        if panel.isVisible() and not panel.visibleRegion().isEmpty():
            return
        panel.show()
        panel.raise_()

    def createPopupMenu(self) -> QMenu | None:
        """Offer no menu of the docks: the View menu lists them."""
        return None

    def show_instead(self, name: str, others: Sequence[str]) -> None:
        """Show a panel in the place that it shares with others, and hide those."""
        panel = self.panels.get(name)
        panel.show()
        panel.raise_()
        for other in others:
            if other != name and other in self.panels.made():
                self.panels.get(other).hide()
        self.fit()

    # Sizes ---------------------------------------------------------------------------------------------------------

    def fit(self) -> None:
        """Set the sizes of columns and panels: they follow from the window's, and from where splitters were dragged."""
        if self._is_rearranged or self._is_dragging or not self.isVisible():
            return
        self._leave_out()
        scale = self._theme.scale
        docks, widths = [], []
        for column, width in zip(COLUMNS, self._widths(self.width() / scale), strict=True):
            first = next(iter(self._docks_of(column)), None)
            if first is not None:
                docks.append(first[1])
                widths.append(round(width * scale))
        self.resizeDocks(docks, widths, Qt.Orientation.Horizontal)
        for column in (LEFT_WITH_CODE if self._has_code else LEFT, *COLUMNS[1:]):
            there = self._docks_of(column)
            shares = [share for share, _ in there]
            gaps = metrics.GAP * (len(there) - 1)
            wanted = heights(shares, self.height() / scale - gaps, self._dragged)
            rows = [round(height * scale) for height in wanted]
            self.resizeDocks([dock for _, dock in there], rows, Qt.Orientation.Vertical)

    def _leave_out(self) -> None:
        """Leave out what is seen elsewhere too where the window becomes too low for all, and bring it back later.

        Only then: what a person shows or hides meanwhile stays as it is.
        """
        is_low = self.height() / self._theme.scale < LOW
        if is_low == self._is_low:
            return
        self._is_low = is_low
        made = self.panels.made()
        shown = {name for name in LEFT_OUT_WHERE_LOW if name in made and not made[name].isHidden()}
        gone, self._left_out = self._left_out, shown if is_low else set()
        for name in self._left_out | gone:
            self.panels.get(name).setVisible(not is_low)

    def _widths(self, room: float) -> tuple[int, int, int]:
        left = self._left_width(room)
        right = max(round(self.right_width() / self._theme.scale), round(self._right / self._theme.scale))
        if self._right:  # the left column gives the centre what the sheet has taken
            left = max(min(left, round(room - right - CENTRE_LEAST - 2 * metrics.GAP)), min(left, self._left.narrow))
        return left, max(1, round(room - left - right - 2 * metrics.GAP)), right

    @property
    def _left(self) -> Width:
        return LEFT_WIDTH_WITH_CODE if self._has_code else LEFT_WIDTH

    def _left_width(self, room: float) -> int:
        left = self._left.of(room)
        return left if self._has_code else round(self._dragged.get("left", left / room) * room)

    def _docks_of(self, column: Sequence[Share]) -> list[tuple[Share, Panel]]:
        """Return the panels of a column that take room in it."""
        made = self.panels.made()
        nowhere = Qt.DockWidgetArea.NoDockWidgetArea
        found: list[tuple[Share, Panel]] = []
        for share in column:
            in_place = (made[name] for name in (share.name, *BEHIND.get(share.name, ())) if name in made)
            shown = (panel for panel in in_place if not panel.isHidden() and not panel.isFloating())
            found += [(share, panel) for panel in shown if self.dockWidgetArea(panel) != nowhere][:1]
        return found

    def left_width(self) -> int:
        """Return how far the left column reaches, in pixels: as far as it will when it has been laid out."""
        docks = self._docks_of(LEFT)
        if self._is_rearranged or not docks:
            return max((panel.geometry().right() + 1 for _, panel in docks), default=0)
        wanted = round(self._left_width(self.width() / self._theme.scale) * self._theme.scale)
        return max(wanted, *(panel.minimumSizeHint().width() for _, panel in docks))

    def room_for_sheet(self) -> int:
        """Return how wide a sheet may be that covers nothing of the centre: the left column gives up some width."""
        left = min(self.left_width(), round(self._left.narrow * self._theme.scale))
        return self.width() - left - self._theme.px(CENTRE_LEAST) - 2 * self._theme.px(metrics.GAP)

    def right_width(self) -> int:
        """Return the width of the right column when nothing is over it, in pixels."""
        of_its_own = RIGHT_WIDTH.of(self.width() / self._theme.scale) * self._theme.scale
        return round(self._dragged.get("right", of_its_own / self.width()) * self.width())

    def keep_right(self, width: int) -> None:
        """Widen the right column to this at least: what is over it covers nothing of the others."""
        if width != self._right:
            self._right = width
            self.fit()

    def show_code(self, has_code: bool) -> None:
        """Set the left column's width: that of a person's own code, or that of the program."""
        if has_code != self._has_code:
            self._has_code = has_code
            self.fit()

    def _fit_untouched(self, _visible: bool) -> None:
        self.fit()

    def _note_dragging(self, _floats: bool) -> None:
        """Leave the sizes to Qt: a person has dragged a panel out or in."""
        self._is_rearranged = True

    # Events --------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent | None) -> None:
        """Set the sizes when the window is first shown: docks accept sizes only once the window has its own."""
        super().showEvent(event)
        self.fit()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Set the sizes that follow from the window's."""
        super().resizeEvent(event)
        self.fit()

    def event(self, event: QEvent | None) -> bool:
        """Notice that a splitter is dragged; restrict Tab to the visible tabs: Qt keeps a hidden one for each panel."""
        if isinstance(event, QMouseEvent):
            self._watch_splitter(event)
        done = super().event(event)
        if event is not None and event.type() == QEvent.Type.LayoutRequest:
            for bar in self.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
                in_use = bar.count() > 1
                bar.setFocusPolicy(Qt.FocusPolicy.TabFocus if in_use else Qt.FocusPolicy.NoFocus)
        return done

    def _watch_splitter(self, event: QMouseEvent) -> None:
        # What is of this window itself, and not of a panel, is a splitter.
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._is_dragging = True
        elif event.type() == QEvent.Type.MouseButtonRelease and self._is_dragging:
            self._is_dragging = False
            self._note_splitters()

    def _note_splitters(self) -> None:
        """Remember the shares of the window that columns and panels have been given by dragging splitters."""
        if self._is_rearranged or self._has_code:
            return
        width, height = max(1, self.width()), max(1, self.height())
        now: dict[str, float] = {}
        left, right = self._docks_of(LEFT), self._docks_of(COLUMNS[-1])
        if left:
            now["left"] = left[0][1].width() / width
        if right and not self._right:
            now["right"] = right[0][1].width() / width
        for column in COLUMNS:
            now |= {share.name: panel.height() / height for share, panel in self._docks_of(column)}
        self._dragged = {**self._dragged, **now}

    def _follow_keyboard(self, before: QWidget | None, now: QWidget | None) -> None:
        """Bring the panel that the keyboard has moved to forward: Qt lets Tab enter panels that are behind others."""
        for name, panel in self.panels.made().items():
            if now is not None and self.holds(name) and panel.isAncestorOf(now) and panel.visibleRegion().isEmpty():
                panel.raise_()
                self.covered.emit(panel)


def _is_of_another_version(state: QByteArray) -> bool:
    """Return whether a whole state was saved by an nnviz with other panels."""
    if not state.startsWith(_STATE) or state.size() < 2 * _STATE.size():
        return False
    (version,) = struct.unpack_from(">i", state.data(), _STATE.size())
    return bool(version != LAYOUT_VERSION)
