"""Scenario files and pictures of the window: asked for, read and written; what goes wrong is told in the window."""

from __future__ import annotations

from pathlib import Path

from PyQt6.QtCore import QObject, pyqtSignal
from PyQt6.QtWidgets import QWidget

from nnviz.model.errors import ModelError
from nnviz.model.scenario import Scenario
from nnviz.model.scenario_file import find_scenario, read_scenario
from nnviz.views import files


class Documents(QObject):
    """Opens and saves.

    Signals
    -------
    opened(Scenario)
        A scenario was read.
    problem_found(str)
        What was asked for cannot be read or written, and why.
    """

    opened = pyqtSignal(object)
    problem_found = pyqtSignal(str)

    def open_shipped(self, name: str) -> None:
        """Open a scenario that comes with nnviz."""
        self.opened.emit(find_scenario(name))

    def open_file(self, path: Path) -> None:
        """Open a scenario file."""
        try:
            scenario = read_scenario(path)
        except ModelError as error:
            self.problem_found.emit(str(error))
            return
        self.opened.emit(scenario)

    def ask_open(self, window: QWidget) -> None:
        """Ask for a scenario file and open it."""
        path = files.ask_open(window, self.tr("Open scenario"), self.tr("Scenarios (*.json)"))
        if path is not None:
            self.open_file(path)

    def ask_save(self, window: QWidget, scenario: Scenario) -> None:
        """Ask where to save a scenario, and save it."""
        suggestion = f"{scenario.name or 'scenario'}.json"
        path = files.ask_save(window, self.tr("Save scenario"), suggestion, self.tr("Scenarios (*.json)"))
        if path is None:
            return
        try:
            scenario.save(path)
        except OSError as error:
            self._tell_unsaved(path, str(error))

    def ask_picture(self, window: QWidget) -> None:
        """Ask where to save a picture of the window, and save it."""
        path = files.ask_save(window, self.tr("Save picture"), "nnviz.png", self.tr("Pictures (*.png)"))
        if path is not None and not window.grab().save(str(path)):
            self._tell_unsaved(path, self.tr("the folder or the kind of picture is not one that can be written"))

    def _tell_unsaved(self, path: Path, reason: str) -> None:
        self.problem_found.emit(self.tr("%1 was not saved: %2").replace("%1", str(path)).replace("%2", reason))
