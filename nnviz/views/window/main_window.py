"""The main window: it composes actions, bars and panels, and passes every snapshot to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PyQt6.QtCore import QSettings, Qt, pyqtSignal
from PyQt6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PyQt6.QtWidgets import QMainWindow, QMenu, QVBoxLayout, QWidget

from nnviz.model.session.available_commands import Command, RunState
from nnviz.model.session.selection import Selection
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention
from nnviz.views.panel import Panel
from nnviz.views.protocols import ShowsConvention, ShowsRunning, ShowsSelection, ShowsSnapshot
from nnviz.views.theme import Theme, app_icon, apply_theme, metrics
from nnviz.views.timeline import TimelineStrip
from nnviz.views.widgets.notice_bar import NoticeBar
from nnviz.views.widgets.question_bar import QuestionBar
from nnviz.views.window.actions import Actions
from nnviz.views.window.branches_menu import BranchesMenu
from nnviz.views.window.drop import FileDrop
from nnviz.views.window.keyboard import WindowKeyboard
from nnviz.views.window.menus import close_menus, fill_menus
from nnviz.views.window.own_code_panels import OwnCodePanels
from nnviz.views.window.panel_space import PanelSpace
from nnviz.views.window.panel_toggles import PanelToggles
from nnviz.views.window.recent_menu import RecentMenu
from nnviz.views.window.screen_fit import fit_screen
from nnviz.views.window.status import StatusLine
from nnviz.views.window.stored_state import store_state, stored_state
from nnviz.views.window.toasts import Toasts
from nnviz.views.window.transport import TransportBar

if TYPE_CHECKING:
    from nnviz.controller.own_code_state import OwnCodeState
    from nnviz.model.breakpoints import Breakpoint
    from nnviz.model.recorded_run.findings import SourceLine
    from nnviz.model.recorded_run.recorded_run import Moment
    from nnviz.views.playground import PlaygroundBar
    from nnviz.views.timeline.recorded_strip import RecordedStrip
    from nnviz.views.window.caption import Caption

GEOMETRY = "window/geometry"

SUMMONING = ("examples", "compare", "map")
"""Actions that show the panel of the same name."""


class MainWindow(QMainWindow):
    """The window.

    Parameters
    ----------
    scenarios
        (name, title) of every shipped scenario.
    theme
        Colours, and the scale of a presentation.
    settings
        Where size and layout are stored.

    Attributes
    ----------
    panels, transport, timeline, notice, status
        The parts; the composition root connects their signals.
    convention
        In which formulas are written.
    layout_was_damaged
        Whether its remembered place or layout was damaged, and it has the first one.

    Signals
    -------
    close_requested()
        The person closes the window; `leave` carries it out.
    link_requested(PlaygroundLink)
        Open a TensorFlow Playground link.
    opening_cancelled()
        Cancel what is being opened.
    cursor_requested(object)
        Go to where so many statements (an int) of the person's own code have run.
    """

    close_requested = pyqtSignal()
    link_requested = pyqtSignal(object)
    opening_cancelled = pyqtSignal()
    cursor_requested = pyqtSignal(object)

    def __init__(self, scenarios: tuple[tuple[str, str], ...], theme: Theme, settings: QSettings) -> None:
        super().__init__()
        self._settings, self._theme = settings, theme
        self._may_close = False
        self._has_images = False
        self._shown: Snapshot | None = None
        self._selection = Selection()
        self._running = False
        self.convention: Convention = "columns"
        self.setWindowIcon(app_icon())
        self.setWindowTitle("nnviz")
        # Qt's own menu of the window would hide what it lists for good.
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        apply_theme(self, theme)
        self.actions_by_name = Actions(self, theme)
        self.docks = PanelSpace(self.actions_by_name, theme, settings)
        self.panels = self.docks.panels
        self._keyboard = WindowKeyboard(self, self.docks)
        self._own_code = OwnCodePanels(self.panels)
        self.transport = TransportBar(self.actions_by_name, scenarios, theme, self)
        self.timeline = TimelineStrip(theme)
        self.notice = NoticeBar(theme)
        self.question = QuestionBar(theme)
        self.status = StatusLine(theme, self)
        self.setCentralWidget(self._column(theme))
        self.setStatusBar(self.status)
        self._fill_menus()
        self.drop = FileDrop(self, theme)
        fit_screen(self)
        self._restore()
        self._is_complete = False
        self.panels.tell_made(self._take)
        self._sort_panels()
        self._is_complete = True

    def _column(self, theme: Theme) -> QWidget:
        column = QWidget()
        # It has the focus when nothing else has: the transport's keys work, and no field takes them.
        column.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        whole = QVBoxLayout(column)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.transport)
        rows = QVBoxLayout()
        whole.addLayout(rows, 1)
        gap = theme.px(metrics.GAP)
        rows.setContentsMargins(gap, gap, gap, 0)
        rows.setSpacing(gap)
        rows.addWidget(self.docks, 1)
        rows.addWidget(self.timeline)
        self._rows = rows
        self.toasts = Toasts(theme, column, self.timeline)
        for bar in (self.notice, self.question):
            self.toasts.add(bar)
        return column

    @cached_property
    def playground(self) -> PlaygroundBar:
        """The bar for a link, above the panels; it is made when it is first used."""
        from nnviz.views.playground import PlaygroundBar

        bar = PlaygroundBar(self._theme)
        bar.link_requested.connect(self.link_requested)
        self._rows.insertWidget(self._rows.indexOf(self.docks), bar)
        return bar

    @property
    def theme(self) -> Theme:
        """The colours and lengths of everything in it."""
        return self._theme

    @property
    def has_playground(self) -> bool:
        """Whether the bar for a link has been used."""
        return "playground" in vars(self)

    @property
    def asks(self) -> bool:
        """Whether a question is waiting for its answer."""
        return self.question.text() != ""

    @cached_property
    def opening(self) -> NoticeBar:
        """The bar that shows what is being opened; it is made when something takes long."""
        bar = NoticeBar(self._theme)
        bar.action_requested.connect(self.opening_cancelled)
        bar.dismissed.connect(self.opening_cancelled)
        self.toasts.add(bar)
        return bar

    @cached_property
    def caption(self) -> Caption:
        """The caption of the introduction; it is made when that is shown."""
        from nnviz.views.window.caption import Caption

        caption = Caption(self._theme, self.docks)
        self.docks.resized.connect(caption.place)
        return caption

    @cached_property
    def recorded(self) -> RecordedStrip:
        """The strip of the person's own code, in the place of the timeline; it is made when it is first used."""
        from nnviz.views.timeline.recorded_strip import RecordedStrip

        strip = RecordedStrip(self._theme)
        strip.cursor_requested.connect(self.cursor_requested)
        self._rows.addWidget(strip)
        return strip

    def _ask_jump(self) -> None:
        if self._own_code.is_recorded:
            self.recorded.ask_update()
        elif not self._own_code.is_shown:
            self.timeline.ask_update()

    def _show_next_side(self) -> None:
        if self._own_code.is_recorded and self.panels.matrices.isHidden():
            self.docks.show_view("matrices")  # it is they that show the right numbers
        self.panels.matrices.show_next_side()

    def _ask_link(self) -> None:
        self.playground.ask()

    def _fill_menus(self) -> None:
        bar = self.menuBar()
        assert bar is not None
        self.branches = BranchesMenu(bar)
        self.recent = RecentMenu(bar)
        self._toggles = PanelToggles(self.panels, self)
        self.menus = fill_menus(bar, self.actions_by_name, self._toggles.actions(), self.branches, self.recent)
        self.actions_by_name["help"].toggled.connect(self._show_help)
        self.actions_by_name["all_shapes"].toggled.connect(self._show_all_shapes)
        self.actions_by_name["setup"].triggered.connect(self._show_setup)
        self.docks.drawer.changed.connect(self._mark_setup)
        self.transport.chips.setting_requested.connect(self._reveal_setting)
        self.actions_by_name["gradient_check"].triggered.connect(self._show_checks)
        self.actions_by_name.connect(
            {
                **dict.fromkeys(SUMMONING, self._summon_triggered),
                "mistakes": self._show_mistakes,
                "reset_layout": self.docks.reset,
                "next_panel": self._walk_on,
                "previous_panel": self._walk_back,
                "jump": self._ask_jump,
                "next_side": self._show_next_side,
                "playground_link": self._ask_link,
            }
        )

    def _take(self, name: str, panel: Panel) -> None:
        """Connect a panel that has just been made to the window, and show it the present state."""
        self._toggles.take(name, panel)
        panels, toggle = self.panels, panel.toggleViewAction()
        assert toggle is not None
        if name == "help":
            toggle.toggled.connect(self.actions_by_name["help"].setChecked)
        elif name == "checks":
            toggle.toggled.connect(self.actions_by_name["gradient_check"].setChecked)
            panels.checks.check_changed.connect(self.transport.check.show_check)
        elif name == "program":
            panels.program.show_all_shapes(self.actions_by_name["all_shapes"].isChecked())
            panels.program.catalogue_requested.connect(self._show_mistakes)
        if self._is_complete:
            self._sort_panels()
        self._own_code.take(name, panel)
        if self._shown is None:
            return
        if isinstance(panel, ShowsConvention):
            panel.show_convention(self.convention)
        if isinstance(panel, ShowsRunning):
            panel.show_running(self._running)
        if isinstance(panel, ShowsSnapshot):
            panel.show_snapshot(self._shown)
        if isinstance(panel, ShowsSelection):
            panel.show_selection(self._selection)

    def _sort_panels(self) -> None:
        """Find out once which panels show what: the protocol checks can take longer than a frame."""
        self._with_snapshot = self.panels.with_snapshot()
        self._with_selection = self.panels.with_selection()
        self._with_convention = self.panels.with_convention()
        self._with_running = self.panels.with_running()

    def _show_checks(self) -> None:
        panel = self.panels.checks
        # It may be behind another tool.
        shown = not panel.is_in_sight
        if shown:
            self.docks.bring_forward("checks")
        else:
            panel.hide()
        self.actions_by_name["gradient_check"].setChecked(shown)

    def _show_images(self, shown: bool) -> None:
        """Show the images instead of the plane where samples are images, else the plane."""
        if shown != self._has_images:
            self._has_images = shown
            self.panels.images.setVisible(shown)
            self.docks.bring_forward("images" if shown else "boundary")

    def summon(self, name: str) -> None:
        """Show a panel in front of its neighbouring tabs, and move the keyboard to it."""
        self.docks.bring_forward(name)
        self.panels.get(name).setFocus()

    def _summon_triggered(self) -> None:
        action = self.sender()
        assert action is not None
        self.summon(action.objectName())

    def _show_all_shapes(self, shown: bool) -> None:
        self.panels.program.show_all_shapes(shown)

    def _show_setup(self, shown: bool) -> None:
        if shown:
            self.summon("setup")
        else:
            self.docks.drawer.close_drawer()
            self._keyboard.release()

    def _reveal_setting(self, name: str) -> None:
        self.docks.bring_forward("setup")
        self.panels.setup.reveal(name)

    def _mark_setup(self) -> None:
        self.actions_by_name["setup"].setChecked(self.docks.drawer.is_open)

    # Not `partial`: what an action is connected to would keep the window from dying.
    def _walk_on(self) -> None:
        self._walk(1)

    def _walk_back(self) -> None:
        self._walk(-1)

    def _walk(self, by: int) -> None:
        self._keyboard.walk(by, self.recorded if self._own_code.is_recorded else self.timeline)

    def _show_mistakes(self) -> None:
        self.summon("mistakes")
        self.panels.mistakes.search.setFocus()

    def _show_help(self, shown: bool) -> None:
        if not shown and "help" not in self.panels.made():
            return
        if shown:
            self.docks.bring_forward("help")
        else:
            self.panels.help.hide()

    # Showing -----------------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot, state: RunState) -> None:
        """Pass a snapshot to every view."""
        if self._shown is None or _is_of_other(self._shown, snapshot):
            close_menus(self.docks)
        self._shown = snapshot
        for view in (*self._with_snapshot, self.transport, self.timeline, self.branches, self.status):
            view.show_snapshot(snapshot)
        self._show_images(snapshot.data.image_shape is not None)
        self.actions_by_name.show_state(snapshot, state)
        self.actions_by_name["own_labels"].setVisible(bool(snapshot.scenario.labels))

    def show_own_code(self, state: OwnCodeState | None) -> None:
        """Show a person's own code in place of the program; None shows the session again."""
        was_shown = self._own_code.is_shown
        if self._own_code.show_state(state):
            close_menus(self.docks)
        if state is None and was_shown:
            self.docks.take_room_back()
            if "findings" in self.panels.made():
                self.panels.findings.hide()
        elif state is not None:
            self.docks.make_room_for_code()
            self.transport.show_title(self._own_code.name)
            self.show_title(self._own_code.name, unsaved=state.source.text is not None)
            self.status.show_own_code(self._own_code.status())
        is_recorded = self._own_code.is_recorded
        if state is not None and state.run is not None:
            findings = state.run.findings
            # Code that broke off has not shown gradients to be wrong.
            self.transport.check.show_verdict(None if findings.raised is not None else findings.ok)
        elif state is None:
            self.transport.check.show_verdict(None)
        if not is_recorded and "recorded" in vars(self):
            self.recorded.hide()
        self.timeline.setVisible(not is_recorded)

    def show_moment(self, moment: Moment, possible: frozenset[Command], state: RunState) -> None:
        """Pass a moment of a person's own code to every view, and its network to those that draw one."""
        if not self._own_code.is_recorded:
            self.docks.bring_forward("findings")
        self.recorded.show_moment(moment)
        self.recorded.show()
        self.timeline.hide()
        self._own_code.show_moment(moment)
        snapshot = moment.snapshot
        self.transport.chips.show_recorded(snapshot)
        if snapshot is not None:
            self._shown = snapshot
            for view in self._own_code.drawing(self._with_snapshot):
                view.show_snapshot(snapshot)
            self._show_images(snapshot.data.image_shape is not None)
        self.transport.show_title(self._own_code.name)
        self.status.show_own_code(self._own_code.status())
        self.show_possible(possible, state)

    def show_possible(self, possible: frozenset[Command], state: RunState) -> None:
        """Show whether the person's own code runs on, and enable the possible actions."""
        self.actions_by_name.show_possible(possible, state)
        self._show_running(state)

    def show_source_breakpoints(self, breakpoints: Mapping[SourceLine, bool]) -> None:
        """Mark the lines of the person's own code that have breakpoints."""
        self.panels.program.show_source_breakpoints(breakpoints)

    def show_title(self, name: str, unsaved: bool) -> None:
        """Show what is open, and whether there is unsaved work on it."""
        self.setWindowTitle(f"{name}[*] – nnviz" if name else "nnviz[*]")
        self.setWindowModified(unsaved)

    def show_opening(self, name: str) -> None:
        """Show what is being opened; empty when nothing is."""
        if name:
            self.opening.tell("info", self.tr("Opening “%1” …").replace("%1", name), action=self.tr("Cancel"))
        elif "opening" in vars(self):
            self.opening.clear()

    def show_selection(self, selection: Selection) -> None:
        """Pass the selection to every view that shows it."""
        self._selection = selection
        for panel in self._with_selection:
            panel.show_selection(selection)

    def show_state(self, snapshot: Snapshot, state: RunState) -> None:
        """Show whether a run is going on, and enable the possible actions."""
        self.actions_by_name.show_state(snapshot, state)
        self._show_running(state)

    def _show_running(self, state: RunState) -> None:
        self.transport.show_state(state)
        self._running = state.running
        for panel in self._with_running:
            panel.show_running(state.running)
        self.status.show_state(state)

    def show_breakpoints(self, breakpoints: Sequence[Breakpoint]) -> None:
        """Enable clearing the breakpoints where there are any."""
        self.actions_by_name["clear_breakpoints"].setEnabled(bool(breakpoints))

    def show_convention(self, convention: Convention) -> None:
        """Write formulas and draw matrices for samples as columns, or as rows."""
        self.convention = convention
        for view in (*self._with_convention, self.timeline, self.status):
            view.show_convention(convention)

    # The window itself -------------------------------------------------------------------------------------------

    def remember(self) -> None:
        """Store the window's size and the panels' places for the next start."""
        if not self.isFullScreen():
            store_state(self._settings, GEOMETRY, self.saveGeometry())
        self.docks.remember()

    def _restore(self) -> None:
        geometry = stored_state(self._settings, GEOMETRY)
        fits = geometry.state is None or self.restoreGeometry(geometry.state)
        self.docks.bring_back()
        self.layout_was_damaged = geometry.is_damaged or not fits or self.docks.was_damaged

    def showEvent(self, event: QShowEvent | None) -> None:
        """Move the focus to no field, so that the transport's keys work at once."""
        super().showEvent(event)
        self._keyboard.release()

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Handle keys that nothing else has had a use for: Esc, and Enter in a field of Setup."""
        if event is None or not self._keyboard.press(event):
            super().keyPressEvent(event)

    def createPopupMenu(self) -> QMenu | None:
        """Offer no menu that hides parts of the window: the View menu does, and shows them again."""
        return None

    def leave(self) -> None:
        """Store the layout, and close the window without asking."""
        self.remember()
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent | None) -> None:
        """Request closing; `leave` carries it out."""
        if self._may_close or event is None:
            super().closeEvent(event)
            return
        event.ignore()
        self.close_requested.emit()


def _is_of_other(before: Snapshot, now: Snapshot) -> bool:
    """Return whether what a menu is about may be gone: a line, a cell, a sample, a branch."""
    same = before.program is now.program and before.data is now.data
    return not same or [info.name for info in before.branches] != [info.name for info in now.branches]
