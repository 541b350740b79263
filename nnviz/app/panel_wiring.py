"""Which signal of which panel goes where, and which signals each panel follows; it is connected when it is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from nnviz.app.own_code_wiring import pane_links
from nnviz.app.tools import Tools
from nnviz.app.window_wiring import Link
from nnviz.controller.controller import Controller
from nnviz.documents.documents import Documents
from nnviz.views.panel import Panel
from nnviz.views.window.panels import Panels

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
    from nnviz.views.map import MapPanel
    from nnviz.views.matrices import MatricesPanel
    from nnviz.views.mistakes import MistakesPanel
    from nnviz.views.network import NetworkPanel
    from nnviz.views.outline import OutlinePanel
    from nnviz.views.program import ProgramPanel
    from nnviz.views.program.own_code.pane import OwnCodePane
    from nnviz.views.samples import SamplesPanel
    from nnviz.views.setup import SetupPanel
    from nnviz.views.strip import StripPanel
    from nnviz.views.watches import WatchesPanel


class Announcer(Protocol):
    """Can announce again what it has announced before, for views that have just been connected."""

    def announce(self) -> None:
        """Send everything again."""


class PanelConnections(NamedTuple):
    """What a panel is connected to.

    Attributes
    ----------
    requests
        Its signals, and what they are connected to.
    announcements
        Signals of what outlives it, from which it is disconnected when its window closes.
    announcers
        What sends it again what it has missed.
    """

    requests: Sequence[Link]
    announcements: Sequence[Link] = ()
    announcers: tuple[Announcer, ...] = ()


class PanelWiring:
    """Returns what each panel is connected to, by the method with its name; loss and help request nothing.

    Parameters
    ----------
    controller, documents, tools
        What panels are connected to.
    panels
        For what one panel requests of another.
    titles
        (name, title) of every shipped scenario.
    open_compared
        Exchanges the session in the window with the compared one of a key.
    """

    def __init__(
        self,
        controller: Controller,
        documents: Documents,
        tools: Tools,
        panels: Panels,
        titles: Sequence[tuple[str, str]],
        open_compared: Callable[[int], None],
    ) -> None:
        self._controller, self._documents, self._tools = controller, documents, tools
        self._panels, self._titles, self._open_compared = panels, titles, open_compared

    def of(self, name: str, panel: Panel) -> PanelConnections:
        """Return what the panel of an object name is connected to."""
        connections: Callable[[Panel], PanelConnections] | None = getattr(self, f"_{name}", None)
        return PanelConnections(()) if connections is None else connections(panel)

    def _setup(self, panel: SetupPanel) -> PanelConnections:
        return PanelConnections([(panel.scenario_requested, self._controller.editing.change_scenario)])

    def _network(self, panel: NetworkPanel) -> PanelConnections:
        controller = self._controller
        return PanelConnections(
            [
                (panel.value_requested, controller.editing.set_value),
                (panel.pause_requested, controller.pause),
                (panel.cell_requested, controller.selecting.select_cell),
                (panel.unit_requested, controller.selecting.select_unit),
                (panel.layer_requested, controller.selecting.select_layer),
            ]
        )

    def _program(self, panel: ProgramPanel) -> PanelConnections:
        controller, quiz, tools = self._controller, self._tools.quiz, self._tools
        own_code = tools.own_code
        return PanelConnections(
            [
                (panel.own_code_made, self._connect_own_code),
                (panel.own_code_closed, own_code.close),
                (panel.line_requested, controller.selecting.select_line),
                (panel.breakpoint_requested, controller.line_breakpoints.toggle),
                (panel.breakpoint_switch_requested, controller.line_breakpoints.switch),
                (panel.line_run_requested, controller.stepping.run_to_line),
                (panel.watch_requested, controller.charting.watch),
                (panel.scenario_requested, controller.editing.change_scenario),
                (panel.answer_requested, quiz.answer),
                (panel.give_up_requested, quiz.give_up),
            ],
            [
                (controller.breakpoints.breakpoints_changed, panel.show_breakpoints),
                (quiz.state_changed, panel.show_quiz),
            ],
            (controller.breakpoints, quiz),
        )

    def _findings(self, panel: FindingsPanel) -> PanelConnections:
        tools = self._tools
        return PanelConnections(
            [
                (panel.network_requested, tools.own_code.run_with_network),
                (panel.scenario_requested, tools.open_own_scenario),
            ]
        )

    def _connect_own_code(self, pane: OwnCodePane) -> None:
        """Connect the pane of the person's own code, which lives as long as its panel."""
        for signal, slot in pane_links(pane, self._tools):
            signal.connect(slot)

    def _matrices(self, panel: MatricesPanel) -> PanelConnections:
        controller = self._controller
        return PanelConnections(
            [
                (panel.value_requested, controller.editing.set_value),
                (panel.pause_requested, controller.pause),
                (panel.cell_requested, controller.selecting.select_cell),
                (panel.layer_requested, controller.selecting.select_layer),
            ]
        )

    def _strip(self, panel: StripPanel) -> PanelConnections:
        controller = self._controller

        def stop_where(text: str) -> None:
            from nnviz.model.breakpoints.expression_condition import ExpressionHolds

            controller.breakpoints.add(ExpressionHolds(text))

        return PanelConnections(
            [
                (panel.value_requested, controller.editing.set_value),
                (panel.pause_requested, controller.pause),
                (panel.cell_requested, controller.selecting.select_cell),
                (panel.watch_requested, controller.charting.watch),
                (panel.breakpoint_requested, controller.line_breakpoints.toggle),
                (panel.condition_requested, stop_where),
            ]
        )

    def _boundary(self, panel: BoundaryPanel) -> PanelConnections:
        controller = self._controller
        return PanelConnections(
            [
                (panel.scenario_requested, controller.editing.change_scenario),
                (panel.sample_requested, controller.selecting.select_sample),
            ]
        )

    def _inspector(self, panel: InspectorPanel) -> PanelConnections:
        controller = self._controller
        return PanelConnections(
            [
                (panel.cell_requested, controller.selecting.select_cell),
                (panel.sample_requested, controller.selecting.select_sample),
                (panel.release_requested, controller.selecting.follow_cursor),
            ]
        )

    def _outline(self, panel: OutlinePanel) -> PanelConnections:
        selecting = self._controller.selecting
        return PanelConnections(
            [
                (panel.line_requested, selecting.select_line),
                (panel.cell_requested, selecting.select_cell),
                (panel.unit_requested, selecting.select_unit),
                (panel.sample_requested, selecting.select_sample),
            ]
        )

    def _checks(self, panel: ChecksPanel) -> PanelConnections:
        return PanelConnections([(panel.cell_requested, self._controller.selecting.select_cell)])

    def _breakpoints(self, panel: BreakpointsPanel) -> PanelConnections:
        points, stops = self._controller.breakpoints, self._controller.breakpoint_stops
        return PanelConnections(
            [
                (panel.seek_requested, self._controller.stepping.seek),
                (panel.condition_requested, points.add),
                (panel.switch_requested, points.switch),
                (panel.removal_requested, points.remove),
            ],
            [
                (points.breakpoints_changed, panel.show_breakpoints),
                (points.guard_changed, panel.show_guard),
                (stops.hits_changed, panel.show_hits),
            ],
            (points, stops),
        )

    def _history(self, panel: HistoryPanel) -> PanelConnections:
        controller = self._controller
        return PanelConnections(
            [
                (panel.switch_requested, controller.editing.switch_branch),
                (panel.discard_requested, controller.editing.discard_branch),
                (panel.rename_requested, controller.editing.rename_branch),
                (panel.seek_requested, controller.stepping.seek),
                (panel.budget_requested, controller.editing.set_history_budget),
                (panel.compared_changed, self._panels.loss.show_compared),
            ]
        )

    def _watches(self, panel: WatchesPanel) -> PanelConnections:
        controller, watches = self._controller, self._controller.watches
        return PanelConnections(
            [
                (panel.watch_requested, controller.charting.watch),
                (panel.removal_requested, watches.remove),
                (panel.seek_requested, controller.stepping.seek),
            ],
            [
                (watches.watches_changed, panel.show_watches),
                (watches.curves_changed, panel.show_curves),
                (self._tools.recorded_watches.curves_changed, panel.show_curves),
            ],
            (watches, self._tools.recorded_watches),
        )

    def _compare(self, panel: ComparePanel) -> PanelConnections:
        comparison = self._controller.comparison
        return PanelConnections(
            [
                (panel.scenario_requested, comparison.add_scenario),
                (panel.shipped_requested, comparison.add_shipped),
                (panel.branch_requested, comparison.add_branch),
                (panel.copy_requested, comparison.add_copy),
                (panel.file_requested, comparison.add_file),
                (panel.together_requested, comparison.set_together),
                (panel.step_requested, comparison.step),
                (panel.run_requested, comparison.run),
                (panel.restart_requested, comparison.restart),
                (panel.removal_requested, comparison.remove),
                (panel.rename_requested, comparison.rename),
                (panel.window_requested, self._open_compared),
            ],
            [(comparison.compared_changed, panel.show_compared)],
            (comparison,),
        )

    def _map(self, panel: MapPanel) -> PanelConnections:
        tool = self._tools.map
        return PanelConnections(
            [
                (panel.start_requested, tool.start),
                (panel.cancel_requested, tool.cancel),
                (panel.save_requested, tool.save),
                (panel.open_requested, self._documents.open_made),
            ],
            [(tool.map_changed, panel.show_map), (tool.problem_found, panel.show_problem)],
            (tool,),
        )

    def _examples(self, panel: ExamplesPanel) -> PanelConnections:
        return PanelConnections(
            [
                (panel.scenario_requested, self._documents.open_made),
                (panel.seek_requested, self._controller.running.reach),
                (panel.cell_requested, self._controller.selecting.select_cell),
            ]
        )

    def _codecheck(self, panel: CodePanel) -> PanelConnections:
        code = self._tools.code
        panel.show_scenarios(self._titles)
        return PanelConnections(
            [
                (panel.run_requested, code.run),
                (panel.scenario_requested, code.choose_scenario),
                (panel.convention_requested, code.choose_convention),
                (panel.line_requested, self._controller.selecting.select_line),
                (panel.file_requested, self._tools.ask_code),
            ],
            [(code.begun, panel.show_begun), (code.finished, panel.show_report), (code.failed, panel.show_problem)],
            (code,),
        )

    def _mistakes(self, panel: MistakesPanel) -> PanelConnections:
        return PanelConnections([(panel.scenario_requested, self._controller.editing.change_scenario)])

    def _images(self, panel: ImagesPanel) -> PanelConnections:
        controller = self._controller
        return PanelConnections(
            [
                (panel.sample_requested, controller.selecting.select_sample),
                (panel.unit_requested, controller.selecting.select_unit),
            ]
        )

    def _samples(self, panel: SamplesPanel) -> PanelConnections:
        controller = self._controller
        return PanelConnections(
            [
                (panel.sample_requested, controller.selecting.select_sample),
                (panel.scenario_requested, controller.editing.change_scenario),
            ]
        )

    def _imports(self, panel: ImportPanel) -> PanelConnections:
        return PanelConnections(
            [
                (panel.opening_requested, self._documents.open_session),
                (panel.scenario_requested, self._controller.editing.change_scenario),
            ],
            [(self._documents.scenario_opened, panel.stop), (self._documents.session_opened, panel.stop)],
        )
