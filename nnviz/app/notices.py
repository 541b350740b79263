"""Notices: the sentences in the window's notice bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PyQt6.QtCore import QObject

from nnviz.controller.controller import Controller
from nnviz.model.errors import ModelError
from nnviz.model.history.position import Position
from nnviz.views.translation import branch_name, translate_model
from nnviz.views.widgets.notice_bar import NoticeKind
from nnviz.views.window.main_window import MainWindow

if TYPE_CHECKING:
    from nnviz.model.breakpoints import Stop, WentNonFinite


class Notices(QObject):
    """Writes sentences into the notice bar, and removes those that no longer hold.

    Parameters
    ----------
    controller
        Its signals become sentences.
    parent
        Owns it.

    Attributes
    ----------
    window
        Has the bar.
    """

    window: MainWindow

    def __init__(self, controller: Controller, parent: QObject) -> None:
        super().__init__(parent)
        self._controller = controller
        self._shown_stop = ""
        self._shown_at: Position | None = None
        self._shown_edit = ""
        self._shown_branch: str | None = None
        self._action: Callable[[], None] = controller.editing.undo

    def show_problem(self, problem: str | ModelError) -> None:
        """Show what went wrong."""
        from nnviz.views.error_text import error_text

        self.window.notice.tell("fault", problem if isinstance(problem, str) else error_text(problem))

    def show_problems(self, problems: Sequence[str]) -> None:
        """Show what was wrong at the start, under what the bar shows already."""
        if problems:
            shown = self.window.notice.text()
            self.window.notice.tell("fault", "\n".join((*([shown] if shown else []), *problems)))

    def show(self, text: str) -> None:
        """Show what the person should know."""
        self.window.notice.tell("info", text)

    def show_stop(self, stops: tuple[Stop, ...]) -> None:
        """Show which breakpoints have stopped the run."""
        from nnviz.views.breakpoints.stop_text import stop_text

        now = self._controller.snapshot
        self._shown_stop = stop_text(stops, now, self.window.convention)
        self._shown_at = now.position
        go = next((go for stop in stops if (go := self._way_to(stop)) is not None), None)
        self._tell("info", self._shown_stop, go)

    def show_nonfinite(self, went: WentNonFinite) -> None:
        """Show where the first number is not finite, and select it, so that every view marks it."""
        from nnviz.views.breakpoints.stop_text import nonfinite_text

        now = self._controller.snapshot
        self._shown_stop = nonfinite_text(went, now, self.window.convention)
        self._shown_at = now.position
        go = partial(self._controller.selecting.select_cell, went.cell)
        self._tell("fault", self._shown_stop, go)
        go()

    def forget_what_is_over(self) -> None:
        """Remove from the bar what stopped a run, once the cursor is elsewhere, and a branch that is there no more."""
        now = self._controller.snapshot
        if self._shown_stop and now.position != self._shown_at:
            self._remove(self._shown_stop)
            self._shown_stop = ""
        if self._shown_branch is not None and self._shown_branch not in [info.name for info in now.branches]:
            self.forget_edit()

    def show_of_edit(self, text: str) -> None:
        """Show what the person should know of what was just done, until it is undone."""
        undone = self._controller.owner.live_session.undo_text
        # Some notices are of no edit: that there is no breakpoint, say.
        self._show_edit(text, can_undo=undone is not None and translate_model(undone) in text)

    def _show_edit(self, text: str, *, can_undo: bool) -> None:
        self._shown_edit, self._shown_branch = text, None
        self._action = self._controller.editing.undo
        self.window.notice.tell("info", text, action=self.tr("Undo") if can_undo else "")

    def show_refusal(self, problem: ModelError) -> None:
        """Show what was asked for and cannot be done, until something else is edited."""
        self.show_problem(problem)
        self._shown_edit, self._shown_branch = self.window.notice.text(), None

    def act(self) -> None:
        """Carry out what the button of the notice says: undo what it is about, or go there."""
        self._action()

    def forget_edit(self) -> None:
        """Remove from the bar what was shown of an edit that is undone, or whose scenario is no longer open."""
        self._remove(self._shown_edit)
        self._shown_edit, self._shown_branch = "", None

    def _way_to(self, stop: Stop) -> Callable[[], None] | None:
        """Return what selects the number or the sample that a stop is about; None for a line, which is lit."""
        from nnviz.model.breakpoints import SampleChangesClass

        selecting, condition = self._controller.selecting, stop.breakpoint.condition
        if isinstance(condition, SampleChangesClass):
            return partial(selecting.select_sample, condition.sample)
        return None if stop.hit.cell is None else partial(selecting.select_cell, stop.hit.cell)

    def _tell(self, kind: NoticeKind, text: str, go: Callable[[], None] | None) -> None:
        """Show a text, with a button that goes to the place that it speaks of."""
        if go is not None:
            self._action = go
        self.window.notice.tell(kind, text, action="" if go is None else self.tr("Go there"))

    def _remove(self, text: str) -> None:
        if text and self.window.notice.text() == text:
            self.window.notice.clear()

    def show_branch(self, new: str, old: str) -> None:
        """Show that an edit in the past has begun a branch."""
        notice = self.tr("Editing the past started %1; %2 keeps the old future (Run ▸ Branches).")
        self._show_edit(notice.replace("%1", branch_name(new)).replace("%2", branch_name(old)), can_undo=True)
        self._shown_branch = new

    def show_fault(self, summary: str, details: str) -> None:
        """Show a defect in nnviz, with details to copy."""
        self._controller.pause()
        notice = self.tr("A defect in nnviz: %1. The run is paused; nothing is lost.").replace("%1", summary)
        self.window.notice.tell("fault", notice, details)
