"""The main window: it composes actions, bars and panels, and hands every snapshot on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PyQt6.QtCore import QSettings, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QCloseEvent
from PyQt6.QtWidgets import QMainWindow, QToolBar, QWidget

from nnviz.model.commands import RunState
from nnviz.model.selection import Selection
from nnviz.model.snapshot import Snapshot
from nnviz.views.boundary import BoundaryPanel
from nnviz.views.inspector import InspectorPanel
from nnviz.views.loss import LossPanel
from nnviz.views.matrices import MatricesPanel
from nnviz.views.network import NetworkPanel
from nnviz.views.panel import Panel
from nnviz.views.program import ProgramPanel
from nnviz.views.setup import SetupPanel
from nnviz.views.theme import Theme, app_icon, apply_theme, metrics
from nnviz.views.timeline import TimelineBar
from nnviz.views.widgets.notice_bar import NoticeBar
from nnviz.views.window import layout
from nnviz.views.window.actions import Actions
from nnviz.views.window.help_panel import HelpPanel
from nnviz.views.window.menus import fill_menus
from nnviz.views.window.status import StatusLine
from nnviz.views.window.transport import TransportBar


@dataclass(frozen=True)
class Panels:
    """The window's panels, by what they are."""

    setup: SetupPanel
    network: NetworkPanel
    program: ProgramPanel
    matrices: MatricesPanel
    boundary: BoundaryPanel
    loss: LossPanel
    inspector: InspectorPanel
    help: HelpPanel

    def by_name(self) -> Mapping[str, Panel]:
        """Give the panels by object name, in the order of the View menu."""
        return dict(vars(self))


class MainWindow(QMainWindow):
    """The window.

    Parameters
    ----------
    scenarios
        (name, title) of every shipped scenario.
    theme
        Colours, and the scale of a presentation.
    settings
        Where the layout is remembered; None remembers nothing.

    Signals
    -------
    closed()
        The person closed the window.
    """

    closed = pyqtSignal()

    def __init__(self, scenarios: tuple[tuple[str, str], ...], theme: Theme, settings: QSettings | None) -> None:
        super().__init__()
        self._theme, self._settings = theme, settings
        self._fitted = False
        self.setWindowIcon(app_icon())
        self.setWindowTitle("nnviz")
        self.setDockNestingEnabled(True)
        self.setDockOptions(self.dockOptions() | QMainWindow.DockOption.AllowTabbedDocks)
        apply_theme(self, theme)
        self.actions_by_name = Actions(self, theme)
        self.panels = self._make_panels()
        self.transport = TransportBar(self.actions_by_name, scenarios, theme, self)
        self.timeline = TimelineBar(theme)
        self.notice = NoticeBar(theme)
        self.status = StatusLine(theme, self)
        self._place_bars()
        menu_bar = self.menuBar()
        assert menu_bar is not None
        toggles = [panel.toggleViewAction() for name, panel in self._by_name.items() if name != "help"]
        self.menus = fill_menus(menu_bar, self.actions_by_name, [action for action in toggles if action is not None])
        self._connect_help()
        self.resize(QSize(1440, 900))
        layout.place_panels(self, self._by_name, theme)
        if settings is not None and layout.restore(self, settings):
            self._fitted = True

    def _make_panels(self) -> Panels:
        theme = self._theme
        panels = Panels(
            setup=SetupPanel(theme, self),
            network=NetworkPanel(theme, self),
            program=ProgramPanel(theme, self),
            matrices=MatricesPanel(theme, self),
            boundary=BoundaryPanel(theme, self),
            loss=LossPanel(theme, self),
            inspector=InspectorPanel(theme, self),
            help=HelpPanel(self.actions_by_name, theme, self),
        )
        self._by_name = panels.by_name()
        return panels

    def _place_bars(self) -> None:
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self.transport)
        self.addToolBarBreak()
        self._add_strip("notice-strip", self.notice, Qt.ToolBarArea.TopToolBarArea)
        self._add_strip("timeline-strip", self.timeline, Qt.ToolBarArea.BottomToolBarArea)
        self.setStatusBar(self.status)
        margin = self._theme.px(metrics.GAP)
        self.setContentsMargins(margin, margin, margin, 0)

    def _add_strip(self, name: str, widget: QWidget, area: Qt.ToolBarArea) -> None:
        strip = QToolBar(self)
        strip.setObjectName(name)
        strip.setProperty("strip", True)
        strip.setMovable(False)
        strip.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        strip.addWidget(widget)
        self.addToolBar(area, strip)

    def _connect_help(self) -> None:
        action, panel = self.actions_by_name["help"], self.panels.help
        action.toggled.connect(panel.setVisible)
        toggle = panel.toggleViewAction()
        assert toggle is not None
        toggle.toggled.connect(action.setChecked)
        self.actions_by_name.connect({"reset_layout": self.reset_layout})

    # Showing -----------------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot, state: RunState) -> None:
        """Hand a snapshot to every view."""
        for panel in self._views():
            panel.show_snapshot(snapshot)
        self.transport.show_snapshot(snapshot)
        self.timeline.show_snapshot(snapshot)
        self.status.show_snapshot(snapshot)
        self.actions_by_name.show_state(snapshot, state)
        self.actions_by_name["own_labels"].setVisible(bool(snapshot.scenario.labels))
        title = snapshot.scenario.title_in(self.locale().name())
        self.setWindowTitle(f"{title} – nnviz" if title else "nnviz")

    def show_selection(self, selection: Selection) -> None:
        """Hand the selection to every view."""
        for panel in self._views():
            if not isinstance(panel, SetupPanel | LossPanel):
                panel.show_selection(selection)

    def show_state(self, snapshot: Snapshot, state: RunState) -> None:
        """Show whether a run is on, and what can be done."""
        self.actions_by_name.show_state(snapshot, state)
        self.transport.show_state(state)
        self.panels.boundary.show_running(state.running)
        self.status.show_state(state)

    def _views(self) -> tuple[
        SetupPanel | NetworkPanel | ProgramPanel | MatricesPanel | BoundaryPanel | LossPanel | InspectorPanel, ...
    ]:
        p = self.panels
        return (p.setup, p.network, p.program, p.matrices, p.boundary, p.loss, p.inspector)

    # The window itself -------------------------------------------------------------------------------------------

    def reset_layout(self) -> None:
        """Show every panel at its first place."""
        layout.place_panels(self, self._by_name, self._theme)
        self.actions_by_name["help"].setChecked(False)

    def remember_layout(self) -> None:
        """Keep the window's size and the panels' places."""
        if self._settings is not None:
            layout.remember(self, self._settings)

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        if not self._fitted:
            # Docks take sizes only once the window has its own.
            self._fitted = True
            layout.size_panels(self, self._by_name, self._theme)

    def closeEvent(self, event: QCloseEvent | None) -> None:
        self.remember_layout()
        super().closeEvent(event)
        self.closed.emit()


