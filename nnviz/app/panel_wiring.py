"""Which signal of which panel goes where, and what each panel hears; a panel is wired when it is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

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
    from nnviz.views.history import HistoryPanel
    from nnviz.views.images import ImagesPanel
    from nnviz.views.imports import ImportPanel
    from nnviz.views.inspector import InspectorPanel
    from nnviz.views.map import MapPanel
    from nnviz.views.matrices import MatricesPanel
    from nnviz.views.mistakes import MistakesPanel
    from nnviz.views.network import NetworkPanel
    from nnviz.views.program import ProgramPanel
    from nnviz.views.setup import SetupPanel
    from nnviz.views.watches import WatchesPanel


class Announcer(Protocol):
    """Tells what it has told before, for views that have just been connected."""

    def announce(self) -> None:
        """Send everything again."""


class Wires(NamedTuple):
    """What a panel is connected to.

    Attributes
    ----------
    asked
        Its requests, and what answers them.
    heard
        What it hears of those who outlive it; it is disconnected from them when its window goes.
    announcers
        Who tells it what it has missed.
    """

    asked: Sequence[Link]
    heard: Sequence[Link] = ()
    announcers: tuple[Announcer, ...] = ()


class PanelWiring:
    """Says what each panel is connected to: the method named as it is; loss and help ask for nothing.

    Parameters
    ----------
    controller, documents, tools
        What panels ask and hear.
    panels
        For what one panel asks of another.
    titles
        (name, title) of every shipped scenario.
    open_rival
        Takes the session of that key into the window.
    """

    def __init__(
        self,
        controller: Controller,
        documents: Documents,
        tools: Tools,
        panels: Panels,
        titles: Sequence[tuple[str, str]],
        open_rival: Callable[[int], None],
    ) -> None:
        self._controller, self._documents, self._tools = controller, documents, tools
        self._panels, self._titles, self._open_rival = panels, titles, open_rival

    def of(self, name: str, panel: Panel) -> Wires:
        """Return what the panel of an object name is connected to."""
        wires: Callable[[Panel], Wires] | None = getattr(self, f"_{name}", None)
        return Wires(()) if wires is None else wires(panel)

    def _setup(self, panel: SetupPanel) -> Wires:
        return Wires([(panel.scenario_requested, self._controller.editing.change_scenario)])

    def _network(self, panel: NetworkPanel) -> Wires:
        controller = self._controller
        return Wires(
            [
                (panel.value_requested, controller.editing.set_value),
                (panel.pause_requested, controller.pause),
                (panel.cell_requested, controller.selecting.select_cell),
                (panel.unit_requested, controller.selecting.select_unit),
                (panel.layer_requested, controller.selecting.select_layer),
            ]
        )

    def _program(self, panel: ProgramPanel) -> Wires:
        controller, quiz = self._controller, self._tools.quiz
        return Wires(
            [
                (panel.line_requested, controller.selecting.select_line),
                (panel.breakpoint_requested, controller.line_breakpoints.toggle),
                (panel.breakpoint_switch_requested, controller.line_breakpoints.switch),
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

    def _matrices(self, panel: MatricesPanel) -> Wires:
        controller = self._controller
        return Wires(
            [
                (panel.value_requested, controller.editing.set_value),
                (panel.pause_requested, controller.pause),
                (panel.cell_requested, controller.selecting.select_cell),
                (panel.layer_requested, controller.selecting.select_layer),
            ]
        )

    def _boundary(self, panel: BoundaryPanel) -> Wires:
        controller = self._controller
        return Wires(
            [
                (panel.scenario_requested, controller.editing.change_scenario),
                (panel.sample_requested, controller.selecting.select_sample),
            ]
        )

    def _inspector(self, panel: InspectorPanel) -> Wires:
        controller = self._controller
        return Wires(
            [
                (panel.cell_requested, controller.selecting.select_cell),
                (panel.sample_requested, controller.selecting.select_sample),
            ]
        )

    def _checks(self, panel: ChecksPanel) -> Wires:
        return Wires([(panel.cell_requested, self._controller.selecting.select_cell)])

    def _breakpoints(self, panel: BreakpointsPanel) -> Wires:
        points, stops = self._controller.breakpoints, self._controller.breakpoint_stops
        return Wires(
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

    def _history(self, panel: HistoryPanel) -> Wires:
        controller = self._controller
        return Wires(
            [
                (panel.switch_requested, controller.editing.switch_branch),
                (panel.discard_requested, controller.editing.discard_branch),
                (panel.rename_requested, controller.editing.rename_branch),
                (panel.seek_requested, controller.stepping.seek),
                (panel.budget_requested, controller.editing.set_history_budget),
                (panel.compared_changed, self._panels.loss.show_compared),
            ]
        )

    def _watches(self, panel: WatchesPanel) -> Wires:
        controller, watches = self._controller, self._controller.watches
        return Wires(
            [
                (panel.watch_requested, controller.charting.watch),
                (panel.removal_requested, watches.remove),
                (panel.seek_requested, controller.stepping.seek),
            ],
            [(watches.watches_changed, panel.show_watches), (watches.curves_changed, panel.show_curves)],
            (watches,),
        )

    def _compare(self, panel: ComparePanel) -> Wires:
        comparison = self._controller.comparison
        return Wires(
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
                (panel.window_requested, self._open_rival),
            ],
            [(comparison.compared_changed, panel.show_compared)],
            (comparison,),
        )

    def _map(self, panel: MapPanel) -> Wires:
        tool = self._tools.map
        return Wires(
            [
                (panel.start_requested, tool.start),
                (panel.cancel_requested, tool.cancel),
                (panel.save_requested, tool.save),
                (panel.open_requested, self._documents.open_made),
            ],
            [(tool.map_changed, panel.show_map), (tool.problem_found, panel.show_problem)],
            (tool,),
        )

    def _examples(self, panel: ExamplesPanel) -> Wires:
        return Wires(
            [
                (panel.scenario_requested, self._documents.open_made),
                (panel.seek_requested, self._controller.running.reach),
                (panel.cell_requested, self._controller.selecting.select_cell),
            ]
        )

    def _codecheck(self, panel: CodePanel) -> Wires:
        code = self._tools.code
        panel.show_scenarios(self._titles)
        return Wires(
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

    def _mistakes(self, panel: MistakesPanel) -> Wires:
        return Wires([(panel.scenario_requested, self._controller.editing.change_scenario)])

    def _images(self, panel: ImagesPanel) -> Wires:
        controller = self._controller
        return Wires(
            [
                (panel.sample_requested, controller.selecting.select_sample),
                (panel.unit_requested, controller.selecting.select_unit),
            ]
        )

    def _imports(self, panel: ImportPanel) -> Wires:
        return Wires(
            [
                (panel.opening_requested, self._documents.open_session),
                (panel.scenario_requested, self._controller.editing.change_scenario),
            ],
            [(self._documents.scenario_opened, panel.stop), (self._documents.session_opened, panel.stop)],
        )
