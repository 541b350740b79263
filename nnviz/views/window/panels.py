"""The panels of the window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PyQt6.QtWidgets import QWidget

from nnviz.views.boundary import BoundaryPanel
from nnviz.views.breakpoints import BreakpointsPanel
from nnviz.views.checks import ChecksPanel
from nnviz.views.history import HistoryPanel
from nnviz.views.inspector import InspectorPanel
from nnviz.views.loss import LossPanel
from nnviz.views.matrices import MatricesPanel
from nnviz.views.network import NetworkPanel
from nnviz.views.panel import Panel
from nnviz.views.program import ProgramPanel
from nnviz.views.setup import SetupPanel
from nnviz.views.theme import Theme
from nnviz.views.watches import WatchesPanel
from nnviz.views.window.actions import Actions
from nnviz.views.window.help_panel import HelpPanel


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
    checks: ChecksPanel
    breakpoints: BreakpointsPanel
    history: HistoryPanel
    watches: WatchesPanel
    help: HelpPanel

    def by_name(self) -> Mapping[str, Panel]:
        """Give the panels by object name, in the order of the View menu."""
        return dict(vars(self))

    @property
    def with_selection(
        self,
    ) -> tuple[NetworkPanel, ProgramPanel, MatricesPanel, BoundaryPanel, InspectorPanel, WatchesPanel]:
        """The panels that show what is selected."""
        return self.network, self.program, self.matrices, self.boundary, self.inspector, self.watches


def make_panels(actions: Actions, theme: Theme, parent: QWidget) -> Panels:
    """Make every panel."""
    return Panels(
        setup=SetupPanel(theme, parent),
        network=NetworkPanel(theme, parent),
        program=ProgramPanel(theme, parent),
        matrices=MatricesPanel(theme, parent),
        boundary=BoundaryPanel(theme, parent),
        loss=LossPanel(theme, parent),
        inspector=InspectorPanel(theme, parent),
        checks=ChecksPanel(theme, parent),
        breakpoints=BreakpointsPanel(theme, parent),
        history=HistoryPanel(theme, parent),
        watches=WatchesPanel(theme, parent),
        help=HelpPanel(actions, theme, parent),
    )
