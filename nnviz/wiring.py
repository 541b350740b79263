"""Which signal goes where: the window's requests to the controller, the controller's announcements to the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nnviz.controller.controller import Controller
from nnviz.filing.documents import Documents
from nnviz.notices import Notices
from nnviz.views.window.main_window import MainWindow

Link = tuple[Any, Callable[..., None]]
"""A bound signal and what it is connected to; PyQt6 names no type for the first."""


def announcements(controller: Controller, window: MainWindow, notices: Notices) -> list[Link]:
    """Give what a window has to be disconnected from when another takes its place."""
    points = controller.breakpoints
    return [
        (controller.selection_changed, window.show_selection),
        (controller.problem_found, notices.tell_problem),
        (controller.notice_given, notices.tell),
        (controller.branch_begun, notices.tell_branch),
        (points.breakpoints_changed, window.show_breakpoints),
        (points.stopped_at, notices.tell_stop),
        (controller.comparison.compared_changed, window.panels.compare.show_compared),
        (controller.watches.watches_changed, window.panels.watches.show_watches),
        (controller.watches.curves_changed, window.panels.watches.show_curves),
        (points.went_nonfinite, notices.tell_nonfinite),
        (points.guard_changed, window.panels.breakpoints.show_guard),
        (points.hits_changed, window.panels.breakpoints.show_hits),
    ]


def announcements_of(documents: Documents, window: MainWindow) -> list[Link]:
    """Give what else a window has to be disconnected from."""
    return [
        (documents.question_changed, window.question.show_question),
        (documents.title_changed, window.show_title),
        (documents.recent_changed, window.recent.show_files),
    ]


def requests(controller: Controller, window: MainWindow, documents: Documents) -> list[Link]:
    """Give what the person can ask for in panels and bars."""
    panels, points, comparison = window.panels, controller.breakpoints, controller.comparison
    return [
        (window.close_requested, documents.ask_close),
        (window.recent.open_requested, documents.open_recent),
        (window.recent.clear_requested, documents.clear_recent),
        (window.drop.several_dropped, documents.open_first_of),
        (window.drop.refused, documents.refuse),
        (window.transport.scenario_requested, documents.open_shipped),
        (window.transport.speed_requested, controller.set_speed),
        (window.timeline.line_run_requested, controller.run_to_line),
        (window.timeline.seek_requested, controller.seek),
        (window.timeline.newest_requested, controller.to_newest),
        (window.branches.switch_requested, controller.switch_branch),
        (window.branches.discard_requested, controller.discard_branch),
        (panels.setup.scenario_requested, controller.change_scenario),
        (panels.network.value_requested, controller.set_value),
        (panels.network.pause_requested, controller.pause),
        (panels.matrices.value_requested, controller.set_value),
        (panels.matrices.pause_requested, controller.pause),
        (panels.network.cell_requested, controller.select_cell),
        (panels.network.unit_requested, controller.select_unit),
        (panels.network.layer_requested, controller.select_layer),
        (panels.program.line_requested, controller.select_line),
        (panels.program.breakpoint_requested, controller.toggle_line_breakpoint),
        (panels.program.breakpoint_switch_requested, controller.switch_line_breakpoint),
        (panels.program.scenario_requested, controller.change_scenario),
        (panels.mistakes.scenario_requested, controller.change_scenario),
        (panels.matrices.cell_requested, controller.select_cell),
        (panels.matrices.layer_requested, controller.select_layer),
        (panels.boundary.scenario_requested, controller.change_scenario),
        (panels.boundary.sample_requested, controller.select_sample),
        (panels.images.sample_requested, controller.select_sample),
        (panels.images.unit_requested, controller.select_unit),
        (panels.imports.opening_requested, documents.open_made),
        (panels.imports.scenario_requested, controller.change_scenario),
        (panels.inspector.cell_requested, controller.select_cell),
        (panels.inspector.sample_requested, controller.select_sample),
        (panels.checks.cell_requested, controller.select_cell),
        (panels.history.switch_requested, controller.switch_branch),
        (panels.history.discard_requested, controller.discard_branch),
        (panels.history.rename_requested, controller.rename_branch),
        (panels.history.seek_requested, controller.seek),
        (panels.history.budget_requested, controller.set_history_budget),
        (panels.history.compared_changed, panels.loss.show_compared),
        (panels.watches.watch_requested, controller.watch),
        (panels.watches.removal_requested, controller.watches.remove),
        (panels.watches.seek_requested, controller.seek),
        (panels.examples.scenario_requested, documents.open_made),
        (panels.examples.seek_requested, controller.reach),
        (panels.examples.cell_requested, controller.select_cell),
        (panels.compare.scenario_requested, comparison.add_scenario),
        (panels.compare.shipped_requested, comparison.add_shipped),
        (panels.compare.branch_requested, comparison.add_branch),
        (panels.compare.copy_requested, comparison.add_copy),
        (panels.compare.file_requested, comparison.add_file),
        (panels.compare.together_requested, comparison.set_together),
        (panels.compare.step_requested, comparison.step),
        (panels.compare.run_requested, comparison.run),
        (panels.compare.restart_requested, comparison.restart),
        (panels.compare.removal_requested, comparison.remove),
        (panels.compare.rename_requested, comparison.rename),
        (panels.breakpoints.seek_requested, controller.seek),
        (panels.breakpoints.condition_requested, points.add),
        (panels.breakpoints.switch_requested, points.switch),
        (panels.breakpoints.removal_requested, points.remove),
    ]


def commands(controller: Controller) -> dict[str, Callable[[], None]]:
    """Give what the controller does for an action, by the action's name."""
    return {
        "line": controller.step_line,
        "update": controller.step_update,
        "epoch": controller.step_epoch,
        "line-back": controller.step_back_line,
        "update-back": controller.step_back_update,
        "epoch-back": controller.step_back_epoch,
        "newest": controller.to_newest,
        "run": controller.toggle_run,
        "run_back": controller.run_back,
        "breakpoint": controller.toggle_breakpoint,
        "switch_breakpoint": controller.switch_breakpoint,
        "clear_breakpoints": controller.clear_breakpoints,
        "watch": controller.watch_selected,
        "restart": controller.restart,
        "undo": controller.undo,
        "redo": controller.redo,
        "follow": controller.follow,
    }
