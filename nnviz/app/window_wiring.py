"""Which signal goes where: the window's requests to the controller, the controller's announcements to the window.

`panel_wiring` has the same for the panels.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nnviz.app.notices import Notices
from nnviz.controller.controller import Controller
from nnviz.documents.documents import Documents
from nnviz.views.window.main_window import MainWindow

Link = tuple[Any, Callable[..., None]]
"""A bound signal and what it is connected to; PyQt6 names no type for the first."""


def announcements(controller: Controller, window: MainWindow, notices: Notices) -> list[Link]:
    """Return the controller's signals, from which a window is disconnected when another one replaces it."""
    stops = controller.breakpoint_stops
    return [
        (controller.problem_found, notices.show_refusal),
        (window.notice.action_requested, notices.act),
        (controller.comparison.problem_found, notices.show_problem),
        (controller.notice_given, notices.show_of_edit),
        (controller.edit_turned, notices.forget_edit),
        (controller.branch_begun, notices.show_branch),
        (controller.breakpoints.breakpoints_changed, window.show_breakpoints),
        (stops.hits_changed, window.timeline.show_hits),
        (stops.stopped_at, notices.show_stop),
        (stops.went_nonfinite, notices.show_nonfinite),
    ]


def document_announcements(documents: Documents, window: MainWindow) -> list[Link]:
    """Return the documents' signals, from which a window is disconnected when another one replaces it."""
    return [
        (documents.question_changed, window.question.show_question),
        (documents.title_changed, window.show_title),
        (documents.recent_changed, window.recent.show_files),
        (documents.opening_changed, window.show_opening),
    ]


def requests(controller: Controller, window: MainWindow, documents: Documents) -> list[Link]:
    """Return what the person can request in bars and menus."""
    return [
        (window.close_requested, documents.ask_close),
        (window.recent.clear_requested, documents.clear_recent),
        (window.opening_cancelled, documents.cancel_opening),
        (window.drop.several_dropped, documents.open_first_of),
        (window.drop.refused, documents.refuse),
        (window.transport.scenario_requested, documents.open_shipped),
        (window.transport.speed_requested, controller.running.set_speed),
        (window.transport.line_speed_requested, controller.running.set_line_speed),
        (window.transport.chips.scenario_requested, controller.editing.change_scenario),
        (window.timeline.line_run_requested, controller.stepping.run_to_line),
        (window.timeline.seek_requested, controller.stepping.seek),
        (window.timeline.reach_requested, controller.running.reach),
        (window.timeline.newest_requested, controller.stepping.to_newest),
        (window.branches.switch_requested, controller.editing.switch_branch),
        (window.branches.discard_requested, controller.editing.discard_branch),
    ]


def commands(controller: Controller) -> dict[str, Callable[[], None]]:
    """Return what the controller does for an action, by the name of the action."""
    return {
        "line": controller.stepping.step_line,
        "update": controller.stepping.step_update,
        "epoch": controller.stepping.step_epoch,
        "line-back": controller.stepping.step_back_line,
        "update-back": controller.stepping.step_back_update,
        "epoch-back": controller.stepping.step_back_epoch,
        "newest": controller.stepping.to_newest,
        "run": controller.running.toggle,
        "run_back": controller.running.run_back,
        "breakpoint": controller.line_breakpoints.toggle_current,
        "switch_breakpoint": controller.line_breakpoints.switch_current,
        "clear_breakpoints": controller.breakpoints.clear,
        "watch": controller.charting.watch_selected_cell,
        "restart": controller.stepping.restart,
        "undo": controller.editing.undo,
        "redo": controller.editing.redo,
        "follow": controller.selecting.follow_cursor,
    }
