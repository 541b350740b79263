"""Exports: the effective settings as a scenario file, and the window as a picture.

The dialog that asks where has asked already whether a file that is there is to be replaced; one that something else has
changed since it was read or written here is asked about once more.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final, Protocol

from PyQt6.QtCore import QCoreApplication, QLocale, QObject, pyqtSignal
from PyQt6.QtWidgets import QWidget

from nnviz.documents import file_filters
from nnviz.documents.open_document import OpenDocument
from nnviz.documents.overwriting import Over, Then
from nnviz.model.errors import ModelError
from nnviz.model.files.state import Change, FileState, change_since
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.snapshot import Snapshot
from nnviz.views import file_dialogs
from nnviz.views.error_text import error_text

EXPORTS: Final = (
    *("scenario", "numpy", "torch", "notebook"),
    *("receipt", "losses", "predictions", "confusion", "arrays"),
)
"""Kinds of `written_exports` that the File menu has."""


class OverwritableDocuments(Protocol):
    """What exports need of the documents."""

    @property
    def document(self) -> OpenDocument:
        """What is open."""

    def ask_overwrite(self, path: Path, change: Change, overwrite: Then, save_as: Over) -> None:
        """Ask before a file is overwritten that something else has changed."""


class Exports(QObject):
    """Asks where, and writes.

    Parameters
    ----------
    documents
        What is open, and what asks before a file is overwritten.
    parent
        Owns it.

    Signals
    -------
    scenario_exported(Path)
        A scenario file was written.
    exported(Path)
        Another export was written.
    problem_found(str)
        The file cannot be written, and why.
    """

    scenario_exported = pyqtSignal(object)
    exported = pyqtSignal(object)
    problem_found = pyqtSignal(str)

    def __init__(self, documents: OverwritableDocuments, parent: QObject) -> None:
        super().__init__(parent)
        self._documents = documents
        self._states: dict[Path, FileState] = {}

    def export_scenario(self, window: QWidget, scenario: Scenario, suggestion: str) -> None:
        """Ask where to save a scenario, and save it."""
        path = file_dialogs.ask_save(window, self.tr("Export scenario"), suggestion, file_filters.scenarios())
        if path is None:
            return
        change = self._change_of(path)
        if change is None or change == "gone":
            self._write(scenario, path)
            return
        write = partial(self._write, scenario, path)
        self._documents.ask_overwrite(
            path, change, write, lambda window: self.export_scenario(window, scenario, suggestion)
        )

    def export_written(self, window: QWidget, snapshot: Snapshot, kind: str, name: str) -> None:
        """Ask where to save a script, a receipt, a table or arrays of a moment, and save it.

        Parameters
        ----------
        window
            Over it the person is asked.
        snapshot
            The moment.
        kind
            One of `written_exports.KINDS`.
        name
            What the file is called, without its ending.
        """
        from nnviz.documents.written_exports import SUFFIXES, ExportRequest, written

        suggestion = f"{name}{SUFFIXES[kind][0]}"
        path = file_dialogs.ask_save(
            window, self.tr("Save the export"), suggestion, file_filters.exports(SUFFIXES[kind])
        )
        if path is None:
            return
        try:
            written(snapshot, ExportRequest(kind, language=QLocale().name()), path)(path)
        except ModelError as error:
            self.problem_found.emit(unsaved(path, error))
            return
        self.exported.emit(path)

    def save_picture(self, window: QWidget, suggestion: str) -> None:
        """Ask where to save a picture of the window, and save it."""
        path = file_dialogs.ask_save(window, self.tr("Save picture"), suggestion, file_filters.pictures())
        if path is None:
            return
        try:
            from nnviz.documents.pictures import save_picture  # writing is not needed at the start

            save_picture(window.grab(), path)
        except ModelError as error:
            self.problem_found.emit(unsaved(path, error))

    def _change_of(self, path: Path) -> Change | None:
        """Return what has become of a file that was opened or exported here; None where nothing has, or of another."""
        document = self._documents.document
        state = document.state if document.path == path else None
        known = self._states.get(path, state)
        return None if known is None else change_since(path, known)

    def _write(self, scenario: Scenario, path: Path) -> None:
        try:
            self._states[path] = scenario.save(path)
        except ModelError as error:
            self.problem_found.emit(unsaved(path, error))
            return
        self.scenario_exported.emit(path)


def unsaved(path: Path, error: ModelError) -> str:
    """Return the sentences that a file was not written, and why."""
    sentence = QCoreApplication.translate("Exports", "%1 was not saved.").replace("%1", path.name)
    return f"{sentence}\n{error_text(error)}"
