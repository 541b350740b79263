"""The workspace state: taking what a session file stores of the window out of it, and putting it back."""

from __future__ import annotations

from collections.abc import Mapping

from PyQt6.QtCore import QObject, pyqtSignal

from nnviz.controller.controller import Controller
from nnviz.views.window.main_window import MainWindow


class WorkspaceState(QObject):
    """Reads and restores the debugger state that a session file stores.

    Parameters
    ----------
    controller
        Has the breakpoints, the watches, the speed and the selection.
    parent
        Owns it.

    Attributes
    ----------
    window
        Has the convention, and whose names symbols have.

    Signals
    -------
    problem_found(str)
        Some of the stored state cannot be read; the rest of it is restored.
    """

    problem_found = pyqtSignal(str)

    window: MainWindow

    def __init__(self, controller: Controller, parent: QObject) -> None:
        super().__init__(parent)
        self._controller = controller

    def to_plain(self) -> dict[str, object]:
        """Return the debugger state as a file stores it."""
        from nnviz.model.session_file.debugger_state import DebuggerState

        controller, actions = self._controller, self.window.actions_by_name
        return DebuggerState(
            breakpoints=controller.breakpoints.stored,
            watches=tuple(controller.watches.to_plain()),
            speed=controller.run_state.speed,
            convention="rows" if actions["rows"].isChecked() else "columns",
            own_labels=actions["own_labels"].isChecked(),
            selection=controller.selection,
        ).to_plain()

    def restore(self, plain: Mapping[str, object]) -> None:
        """Restore a debugger state as a file stores it, for the session that is shown."""
        from nnviz.model.session_file.debugger_state import read_debugger_state

        state, problems = read_debugger_state(plain)
        controller, actions = self._controller, self.window.actions_by_name
        controller.breakpoints.set_all(state.breakpoints)
        controller.watches.from_plain(list(state.watches))
        controller.running.set_speed(state.speed)
        actions["rows"].setChecked(state.convention == "rows")
        actions["own_labels"].setChecked(state.own_labels)
        controller.selecting.select(state.selection)
        if problems:
            notice = self.tr("Some of the window's settings in this file cannot be read.")
            self.problem_found.emit("\n".join((notice, *problems)))
