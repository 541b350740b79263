"""The controller: the only object that changes a session."""

from __future__ import annotations

from nnviz.controller.stepping import Moving


class Controller(Moving):
    """Owns a session; runs it; announces what it holds.

    `Core` has its signals; `Pointing`, `Changing` and `Moving` what else it can do.
    """

    def toggle_line_breakpoint(self, line: int) -> None:
        """Set or take away the breakpoint on a line of the program, from 1."""
        self._breakpoints.toggle_line(self._session.program, line)

    def switch_line_breakpoint(self, line: int) -> None:
        """Switch the breakpoint on a line of the program off, or on again."""
        self._breakpoints.switch_line(self._session.program, line)

    def toggle_breakpoint(self) -> None:
        """Set or take away the breakpoint on the selected line, else on the lit one."""
        line = self._current_line()
        if line:
            self.toggle_line_breakpoint(line)

    def switch_breakpoint(self) -> None:
        """Switch the breakpoint on the selected line, else on the lit one, off or on again."""
        line = self._current_line()
        if line:
            self.switch_line_breakpoint(line)

    def clear_breakpoints(self) -> None:
        """Take all breakpoints away."""
        self._breakpoints.clear()

    # Watches -----------------------------------------------------------------------------------------------------

    def watch(self, text: str) -> None:
        """Chart an expression that has been found to be one."""
        from nnviz.model.watches.watch import Watch

        self._settle()
        self._watches.add(Watch(text))

    def watch_selected(self) -> None:
        """Chart the selected cell."""
        from nnviz.model.watches.watch import Watch

        if self._selection.cell is None:
            self.notice_given.emit(self.tr("Which number? Select one first."))
            return
        self._settle()
        self._watches.add(Watch.of_cell(self._selection.cell))

    # Inside ------------------------------------------------------------------------------------------------------

    def _current_line(self) -> int:
        """Return the line that a command about a line means; 0 where there is none, which it tells."""
        line = self._selection.line or self._snapshot.position.line
        if not line:
            self.notice_given.emit(self.tr("Which line? Select one in the program first, or step to it."))
        return line
