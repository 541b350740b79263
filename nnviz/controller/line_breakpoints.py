"""Breakpoints on lines of the program, by the number of a line or where the cursor is."""

from __future__ import annotations

from PyQt6.QtCore import QCoreApplication, QObject

from nnviz.controller.breakpoints import Breakpoints
from nnviz.controller.session_owner import SessionOwner


class LineBreakpoints(QObject):
    """Sets, removes and switches the breakpoint on a line; the current line is the selected one, else the lit one."""

    def __init__(self, owner: SessionOwner, breakpoints: Breakpoints) -> None:
        super().__init__(owner)
        self._owner = owner
        self._breakpoints = breakpoints

    def toggle(self, line: int) -> None:
        """Set or remove the breakpoint on a line of the program, from 1."""
        self._breakpoints.toggle_line(self._owner.session.program, line)

    def switch(self, line: int) -> None:
        """Switch the breakpoint on a line of the program off, or on again."""
        self._breakpoints.switch_line(self._owner.session.program, line)

    def toggle_current(self) -> None:
        """Set or remove the breakpoint on the current line."""
        line = self._current_line()
        if line:
            self.toggle(line)

    def switch_current(self) -> None:
        """Switch the breakpoint on the current line off, or on again."""
        line = self._current_line()
        if line:
            self.switch(line)

    def _current_line(self) -> int:
        """Return the line that a command about a line means; 0, after a notice, where there is none."""
        line = self._owner.selection.line or self._owner.snapshot.position.line
        if not line:
            self._owner.notice_given.emit(
                QCoreApplication.translate(
                    "Controller", "No line is selected: select one in the program, or step to it."
                )
            )
        return line
