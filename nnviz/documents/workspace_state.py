"""Taking the desk out of the window into a session file, and putting it back."""

from __future__ import annotations

from collections.abc import Mapping

from PyQt6.QtCore import QObject, pyqtSignal

from nnviz.controller.controller import Controller
from nnviz.views.window.main_window import MainWindow


class DeskKeeper(QObject):
    """Reads and sets what a session file keeps of the window.

    Parameters
    ----------
    controller
        Has the breakpoints, the speed and the selection.
    parent
        Owns it.

    Attributes
    ----------
    window
        Has the convention and whose names symbols have.

    Signals
    -------
    problem_found(str)
        What a file has of the desk cannot all be read; the rest of it is set.
    """

    problem_found = pyqtSignal(str)

    window: MainWindow

    def __init__(self, controller: Controller, parent: QObject) -> None:
        super().__init__(parent)
        self._controller = controller

    def plain(self) -> dict[str, object]:
        """Return the desk as a file has it."""
        from nnviz.model.session_file.debugger_state import Desk

        controller, actions = self._controller, self.window.actions_by_name
        return Desk(
            breakpoints=controller.breakpoints.stored,
            watches=tuple(controller.watches.to_plain()),
            speed=controller.run_state.speed,
            convention="rows" if actions["rows"].isChecked() else "columns",
            own_labels=actions["own_labels"].isChecked(),
            selection=controller.selection,
        ).to_plain()

    def put(self, plain: Mapping[str, object]) -> None:
        """Set the desk as a file has it, for the session that is shown."""
        from nnviz.model.session_file.debugger_state import read_desk

        desk, problems = read_desk(plain)
        controller, actions = self._controller, self.window.actions_by_name
        controller.breakpoints.set_all(desk.breakpoints)
        controller.watches.from_plain(list(desk.watches))
        controller.running.set_speed(desk.speed)
        actions["rows"].setChecked(desk.convention == "rows")
        actions["own_labels"].setChecked(desk.own_labels)
        controller.selecting.select(desk.selection)
        if problems:
            told = self.tr("Some of what the file keeps of the window cannot be read.")
            self.problem_found.emit("\n".join((told, *problems)))
