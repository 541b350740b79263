"""Exports: the effective settings as a scenario file, and the window as a picture."""

from __future__ import annotations

from pathlib import Path

from PyQt6.QtCore import QCoreApplication, QObject, pyqtSignal
from PyQt6.QtWidgets import QWidget

from nnviz.documents import file_filters
from nnviz.model.scenario.scenario import Scenario
from nnviz.views import file_dialogs


class Exports(QObject):
    """Asks where, and writes.

    Signals
    -------
    scenario_exported(Path)
        A scenario file was written.
    problem_found(str)
        The file cannot be written, and why.
    """

    scenario_exported = pyqtSignal(object)
    problem_found = pyqtSignal(str)

    def export_scenario(self, window: QWidget, scenario: Scenario, suggestion: str) -> None:
        """Ask where to save a scenario, and save it."""
        path = file_dialogs.ask_save(window, self.tr("Export scenario"), suggestion, file_filters.scenarios())
        if path is None:
            return
        try:
            scenario.save(path)
        except OSError as error:
            self.problem_found.emit(unsaved(path, str(error)))
            return
        self.scenario_exported.emit(path)

    def save_picture(self, window: QWidget, suggestion: str) -> None:
        """Ask where to save a picture of the window, and save it."""
        path = file_dialogs.ask_save(window, self.tr("Save picture"), suggestion, file_filters.pictures())
        if path is not None and not window.grab().save(str(path)):
            reason = self.tr("the folder or the picture format is not writable")
            self.problem_found.emit(unsaved(path, reason))


def unsaved(path: Path, reason: str) -> str:
    """Return the sentence that a file was not written."""
    return QCoreApplication.translate("Exports", "%1 was not saved: %2").replace("%2", reason).replace("%1", str(path))
