"""The panels of the window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PyQt6.QtWidgets import QWidget

from nnviz.views.boundary import BoundaryPanel
from nnviz.views.breakpoints import BreakpointsPanel
from nnviz.views.checks import ChecksPanel
from nnviz.views.codecheck import CodePanel
from nnviz.views.compare import ComparePanel
from nnviz.views.examples import ExamplesPanel
from nnviz.views.history import HistoryPanel
from nnviz.views.images import ImagesPanel
from nnviz.views.imports import ImportPanel
from nnviz.views.inspector import InspectorPanel
from nnviz.views.loss import LossPanel
from nnviz.views.map import MapPanel
from nnviz.views.matrices import MatricesPanel
from nnviz.views.mistakes import MistakesPanel
from nnviz.views.network import NetworkPanel
from nnviz.views.panel import Panel
from nnviz.views.program import ProgramPanel
from nnviz.views.setup import SetupPanel
from nnviz.views.slots import ShowsConvention, ShowsRunning, ShowsSelection, ShowsSnapshot
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
    compare: ComparePanel
    map: MapPanel
    examples: ExamplesPanel
    codecheck: CodePanel
    mistakes: MistakesPanel
    images: ImagesPanel
    imports: ImportPanel
    help: HelpPanel

    def by_name(self) -> Mapping[str, Panel]:
        """Give the panels by object name, in the order of the View menu."""
        return dict(vars(self))

    def with_snapshot(self) -> list[ShowsSnapshot]:
        """Give the panels that draw a moment."""
        return [panel for panel in vars(self).values() if isinstance(panel, ShowsSnapshot)]

    def with_selection(self) -> list[ShowsSelection]:
        """Give the panels that mark what is selected."""
        return [panel for panel in vars(self).values() if isinstance(panel, ShowsSelection)]

    def with_convention(self) -> list[ShowsConvention]:
        """Give the panels that write formulas or draw matrices."""
        return [panel for panel in vars(self).values() if isinstance(panel, ShowsConvention)]

    def with_running(self) -> list[ShowsRunning]:
        """Give the panels that do with less while a run is on."""
        return [panel for panel in vars(self).values() if isinstance(panel, ShowsRunning)]


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
        compare=ComparePanel(theme, parent),
        map=MapPanel(theme, parent),
        examples=ExamplesPanel(theme, parent),
        codecheck=CodePanel(theme, parent),
        mistakes=MistakesPanel(theme, parent),
        images=ImagesPanel(theme, parent),
        imports=ImportPanel(theme, parent),
        help=HelpPanel(actions, theme, parent),
    )
