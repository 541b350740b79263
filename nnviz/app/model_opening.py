"""Opening a model of another library in the window: asked about in a dialog, then a scenario like any other."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PyQt6.QtCore import QObject, pyqtSignal

from nnviz.controller.controller import Controller
from nnviz.documents import file_filters
from nnviz.documents.documents import Documents
from nnviz.documents.model_documents import ModelOptions, model_scenario
from nnviz.documents.open_any import find_document
from nnviz.model.data.data_shape import shape_of
from nnviz.model.errors import ModelError
from nnviz.model.other_libraries.model_files import read_model_file
from nnviz.model.scenario.scenario import Scenario
from nnviz.views.model_file import ModelDialog
from nnviz.views.model_file.dialog import ModelAnswer, OpenSamples
from nnviz.views.translation import translate_model
from nnviz.views.window.main_window import MainWindow


class ModelOpening(QObject):
    """Asks what a model's file does not say, and opens what comes of it.

    Parameters
    ----------
    controller, documents
        What is open, and what opens.
    parent
        Owns it.

    Signals
    -------
    notice_given(str)
        What was taken, and what is not as it is in the library.
    problem_found(ModelError)
        The file cannot be read.
    """

    notice_given = pyqtSignal(str)
    problem_found = pyqtSignal(object)

    def __init__(self, controller: Controller, documents: Documents, parent: QObject) -> None:
        super().__init__(parent)
        self._controller, self._documents = controller, documents

    def ask(self, window: MainWindow, path: Path) -> ModelDialog | None:
        """Show the dialog over a window, and return it; None where the file cannot be read."""
        scenario = self._controller.snapshot.scenario
        samples = OpenSamples(self._documents.name, shape_of(scenario.data).n_inputs)
        try:
            dialog = ModelDialog(
                window.theme, path, partial(read_model_file, path), samples, file_filters.samples(), window
            )
        except ModelError as error:
            self.problem_found.emit(error)
            return None
        dialog.buttons.accepted.connect(partial(self._open, dialog, path))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _open(self, dialog: ModelDialog, path: Path) -> None:
        try:
            scenario, notes = self._scenario(path, dialog.answer())
        except ModelError as error:
            dialog.tell(error)
            return
        dialog.accept()
        self._documents.open_made(scenario)
        self.notice_given.emit("\n".join(map(translate_model, notes)))

    def _scenario(self, path: Path, answer: ModelAnswer) -> tuple[Scenario, tuple[str, ...]]:
        options = ModelOptions(None, answer.activations, answer.loss, answer.layout)
        if answer.samples is None:
            return model_scenario(path, self._controller.snapshot.scenario.data, options)
        return model_scenario(path, find_document(str(answer.samples)).session.scenario.data, options)
