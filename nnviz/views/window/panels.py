"""The panels of the window, each imported and made when it is first used.

The first frame shows seven of nineteen. The other twelve were more than half of the window's widgets (680 of 1250) and
a fifth of the modules imported, and took 165 ms of a start of 750 ms. Each of them takes 10 to 80 ms when it is first
opened.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from PyQt6.QtWidgets import QWidget

from nnviz.views.panel import Panel
from nnviz.views.protocols import KeepsChoices, ShowsConvention, ShowsRunning, ShowsSelection, ShowsSnapshot
from nnviz.views.theme import Theme
from nnviz.views.window.actions import Actions
from nnviz.views.window.panel_rows import ROWS

if TYPE_CHECKING:
    from nnviz.views.boundary import BoundaryPanel
    from nnviz.views.breakpoints import BreakpointsPanel
    from nnviz.views.checks import ChecksPanel
    from nnviz.views.codecheck import CodePanel
    from nnviz.views.compare import ComparePanel
    from nnviz.views.examples import ExamplesPanel
    from nnviz.views.findings import FindingsPanel
    from nnviz.views.history import HistoryPanel
    from nnviz.views.images import ImagesPanel
    from nnviz.views.imports import ImportPanel
    from nnviz.views.inspector import InspectorPanel
    from nnviz.views.loss import LossPanel
    from nnviz.views.map import MapPanel
    from nnviz.views.matrices import MatricesPanel
    from nnviz.views.mistakes import MistakesPanel
    from nnviz.views.network import NetworkPanel
    from nnviz.views.program import ProgramPanel
    from nnviz.views.samples import SamplesPanel
    from nnviz.views.setup import SetupPanel
    from nnviz.views.strip import StripPanel
    from nnviz.views.watches import WatchesPanel
    from nnviz.views.window.help_panel import HelpPanel


class Panels:
    """The window's panels as attributes; reading one makes it.

    Parameters
    ----------
    actions
        The window's actions, which the help panel lists.
    theme
        Colours and scale.
    parent
        Owns the panels.
    """

    setup: SetupPanel
    findings: FindingsPanel
    network: NetworkPanel
    program: ProgramPanel
    strip: StripPanel
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
    samples: SamplesPanel
    imports: ImportPanel
    help: HelpPanel

    def __init__(self, actions: Actions, theme: Theme, parent: QWidget) -> None:
        self._actions, self._theme, self._parent = actions, theme, parent
        self._made: dict[str, Panel] = {}
        self._observers: list[Callable[[str, Panel], None]] = []

    def __getattr__(self, name: str) -> Panel:
        if name not in ROWS:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        return self.get(name)

    def get(self, name: str) -> Panel:
        """Return a panel by its object name; one that is made for this is announced."""
        if name not in self._made:
            row = ROWS[name]
            kind = getattr(import_module(f"nnviz.views.{row.package}"), row.kind)
            arguments = (self._actions,) if name == "help" else ()
            panel = self._made[name] = cast(Panel, kind(*arguments, self._theme, self._parent))
            for announce in self._observers:
                announce(name, panel)
        return self._made[name]

    def tell_made(self, announce: Callable[[str, Panel], None]) -> None:
        """Call a function with every panel that there is, and with each that is made from now on."""
        for name, panel in self.made().items():
            announce(name, panel)
        self._observers.append(announce)

    def made(self) -> Mapping[str, Panel]:
        """Return the panels that have been made, by object name, in the order of the View menu."""
        return {name: self._made[name] for name in ROWS if name in self._made}

    def by_name(self) -> Mapping[str, Panel]:
        """Return all panels by object name, in the order of the View menu; missing ones are made."""
        return {name: self.get(name) for name in ROWS}

    def with_snapshot(self) -> list[ShowsSnapshot]:
        """Return the panels that show a snapshot."""
        return [panel for panel in self._made_panels if isinstance(panel, ShowsSnapshot)]

    def with_selection(self) -> list[ShowsSelection]:
        """Return the panels that show the selection."""
        return [panel for panel in self._made_panels if isinstance(panel, ShowsSelection)]

    def with_convention(self) -> list[ShowsConvention]:
        """Return the panels that write formulas or draw matrices."""
        return [panel for panel in self._made_panels if isinstance(panel, ShowsConvention)]

    def with_running(self) -> list[ShowsRunning]:
        """Return the panels that do less during a run."""
        return [panel for panel in self._made_panels if isinstance(panel, ShowsRunning)]

    def choices(self) -> dict[str, Any]:
        """Return what the person has chosen in the panels, by object name, for the panels of another window."""
        return {name: panel.choices() for name, panel in self.made().items() if isinstance(panel, KeepsChoices)}

    def choose(self, choices: Mapping[str, Any]) -> None:
        """Choose what was chosen in the panels of another window."""
        for name, chosen in choices.items():
            panel = self.get(name)
            assert isinstance(panel, KeepsChoices)
            panel.choose(chosen)

    @property
    def _made_panels(self) -> list[Panel]:
        return list(self.made().values())
