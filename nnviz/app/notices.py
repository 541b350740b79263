"""What the window tells in its notice bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt6.QtCore import QObject

from nnviz.controller.controller import Controller
from nnviz.model.errors import ModelError
from nnviz.model.history.position import Position
from nnviz.views.translation import branch_name
from nnviz.views.window.main_window import MainWindow

if TYPE_CHECKING:
    from nnviz.model.breakpoints import Stop, WentNonFinite


class Notices(QObject):
    """Writes sentences into the notice bar, and takes back what no longer holds.

    Parameters
    ----------
    controller
        Whose signals it turns into sentences.
    parent
        Owns it.

    Attributes
    ----------
    window
        In whose bar it writes.
    """

    window: MainWindow

    def __init__(self, controller: Controller, parent: QObject) -> None:
        super().__init__(parent)
        self._controller = controller
        self._told_stop = ""
        self._told_at: Position | None = None

    def tell_problem(self, problem: str | ModelError) -> None:
        """Tell what went wrong."""
        from nnviz.views.error_text import error_text

        self.window.notice.tell("fault", problem if isinstance(problem, str) else error_text(problem))

    def tell(self, text: str) -> None:
        """Tell what the person should know."""
        self.window.notice.tell("info", text)

    def tell_stop(self, stops: tuple[Stop, ...]) -> None:
        """Tell which breakpoints have stopped the run."""
        from nnviz.views.breakpoints.stop_text import stop_text

        now = self._controller.snapshot
        self._told_stop = stop_text(stops, now, self.window.convention)
        self._told_at = now.position
        self.tell(self._told_stop)

    def tell_nonfinite(self, went: WentNonFinite) -> None:
        """Tell where the first number is not finite, and have every view ring it."""
        from nnviz.views.breakpoints.stop_text import nonfinite_text

        now = self._controller.snapshot
        self._told_stop = nonfinite_text(went, now, self.window.convention)
        self._told_at = now.position
        self.window.notice.tell("fault", self._told_stop)
        self._controller.selecting.select_cell(went.cell)

    def forget_stop(self) -> None:
        """Take what stopped a run out of the bar, once the cursor stands elsewhere."""
        if self._told_stop and self._controller.snapshot.position != self._told_at:
            if self.window.notice.text() == self._told_stop:
                self.window.notice.clear()
            self._told_stop = ""

    def tell_branch(self, new: str, old: str) -> None:
        """Tell that an edit in the past has begun a branch."""
        told = self.tr("A change in the past began %1; %2 keeps the old future (Run ▸ Branches).")
        self.tell(told.replace("%1", branch_name(new)).replace("%2", branch_name(old)))

    def tell_fault(self, summary: str, details: str) -> None:
        """Tell of a defect in nnviz, with details to copy."""
        self._controller.pause()
        told = self.tr("A defect in nnviz: %1. The run is paused; nothing is lost.").replace("%1", summary)
        self.window.notice.tell("fault", told, details)
