"""Which signal goes where: the window's requests to the controller, the controller's announcements to the window.

`panel_wiring` says it of the panels.
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
    """Return what a window has to be disconnected from when another takes its place."""
    points = controller.breakpoints
    return [
        (controller.selection_changed, window.show_selection),
        (controller.problem_found, notices.tell_problem),
        (controller.notice_given, notices.tell),
        (controller.branch_begun, notices.tell_branch),
        (points.breakpoints_changed, window.show_breakpoints),
        (points.stopped_at, notices.tell_stop),
        (points.went_nonfinite, notices.tell_nonfinite),
    ]


def announcements_of(documents: Documents, window: MainWindow) -> list[Link]:
    """Return what else a window has to be disconnected from."""
    return [
        (documents.question_changed, window.question.show_question),
        (documents.title_changed, window.show_title),
        (documents.recent_changed, window.recent.show_files),
        (documents.opening_changed, window.show_opening),
    ]


def requests(controller: Controller, window: MainWindow, documents: Documents) -> list[Link]:
    """Return what the person can ask for in bars and menus."""
    return [
        (window.close_requested, documents.ask_close),
        (window.recent.open_requested, documents.open_recent),
        (window.recent.clear_requested, documents.clear_recent),
        (window.opening_cancelled, documents.cancel_opening),
        (window.drop.several_dropped, documents.open_first_of),
        (window.drop.refused, documents.refuse),
        (window.transport.scenario_requested, documents.open_shipped),
        (window.transport.speed_requested, controller.set_speed),
        (window.timeline.line_run_requested, controller.run_to_line),
        (window.timeline.seek_requested, controller.seek),
        (window.timeline.newest_requested, controller.to_newest),
        (window.branches.switch_requested, controller.switch_branch),
        (window.branches.discard_requested, controller.discard_branch),
    ]


def commands(controller: Controller) -> dict[str, Callable[[], None]]:
    """Return what the controller does for an action, by the action's name."""
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
