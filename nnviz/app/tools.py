"""Tools around the debugger: own data, the quiz, the check of one's own code, and the map of two settings."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PyQt6.QtCore import QObject, QTimer
from PyQt6.QtGui import QGuiApplication

from nnviz.controller.controller import Controller
from nnviz.controller.own_code import OwnCode
from nnviz.controller.quiz import Quiz
from nnviz.controller.recorded_watches import RecordedWatches
from nnviz.documents.documents import Documents
from nnviz.model.errors import ModelError
from nnviz.model.files.present import is_file
from nnviz.model.session.session import Session
from nnviz.views.error_text import error_text
from nnviz.views.translation import translate_model
from nnviz.views.window.main_window import MainWindow

if TYPE_CHECKING:
    from nnviz.app.model_opening import ModelOpening
    from nnviz.controller.codecheck import CodeCheck
    from nnviz.controller.map_training import MapTraining
    from nnviz.views.program.own_code.pane import OwnCodePane

CODE: Final = (".py", ".ipynb")
"""Endings of a person's own code, which is shown and never run by opening it."""


class Tools(QObject):
    """Holds the tools, which go on working when the window is rebuilt, and connects them to each window.

    Parameters
    ----------
    controller, documents
        What the tools work on, and what opens what they make.
    parent
        Owns it.

    Attributes
    ----------
    window
        Shows them.
    quiz, own_code, recorded_watches
        The quiz; the person's own code, and the watches over it. `code` and `map` are made when they are first used.
    """

    window: MainWindow

    def __init__(self, controller: Controller, documents: Documents, parent: QObject) -> None:
        super().__init__(parent)
        self._controller, self._documents = controller, documents
        self.quiz = Quiz(controller, parent=self)
        self.own_code = OwnCode(parent=self)
        self.recorded_watches = RecordedWatches(controller.watches, self.own_code, self)
        documents.scenario_opened.connect(self._begin_drawing)

    @cached_property
    def code(self) -> CodeCheck:
        """The check of a person's own code."""
        from nnviz.controller.codecheck import CodeCheck

        return CodeCheck(self._controller, self)

    @cached_property
    def map(self) -> MapTraining:
        """The map of two settings."""
        from nnviz.controller.map_training import MapTraining

        return MapTraining(self)

    @cached_property
    def models(self) -> ModelOpening:
        """Opening models of other libraries."""
        from nnviz.app.model_opening import ModelOpening

        opening = ModelOpening(self._controller, self._documents, self)
        opening.notice_given.connect(self._documents.notice_given)
        opening.problem_found.connect(self._controller.owner.problem_found)
        return opening

    def commands(self) -> dict[str, Callable[[], None]]:
        """Return what the tools do for an action, by the action's name."""
        return {
            "break": self.quiz.break_something,
            "give_up": self.quiz.give_up,
            "debug_code": self.debug_code,
            "inside": self.own_code.stepping.step_inside,
            "check_code": self.ask_code,
            "open": self._ask_open,
            "open_data": self._ask_data,
            "paste_data": self._paste_data,
            "draw_data": self._draw_data,
        }

    def announce(self) -> None:
        """Send everything again, for a window that has just been connected."""
        self.quiz.announce()
        if "code" in vars(self):
            self.code.announce()
        if "map" in vars(self):
            self.map.announce()

    def cancel(self) -> None:
        """Have what runs in other processes stop, without waiting for it; `stop` does."""
        self.own_code.cancel()
        if "map" in vars(self):
            self.map.cancel()

    def stop(self) -> None:
        """Stop what runs in the background."""
        if "imports" in self.window.panels.made():
            self.window.panels.imports.end()
        self.own_code.stop()
        if "code" in vars(self):
            self.code.stop()
        if "map" in vars(self):
            self.map.close()

    def ask_code(self) -> None:
        """Ask for a person's file, and show its check."""
        from nnviz.views import file_dialogs

        path = file_dialogs.ask_open(self.window, self.tr("Check my code"), self.tr("Python files (*.py)"))
        if path is not None:
            self._check_code(path)

    def debug_code(self) -> None:
        """Show the person's own code, or an empty editor to paste it into."""
        self.window.docks.bring_forward("program")
        if not self.own_code.is_open:
            self.own_code.show_text("")
        self.window.panels.program.setFocus()

    def show_code(self, path: Path) -> None:
        """Show a Python file or a notebook, to be debugged."""
        self.window.docks.bring_forward("program")
        self.own_code.show_file(path)
        if self.own_code.is_open:
            self._documents.remember(path)

    def ask_own_code(self) -> None:
        """Ask for the file of a person's own code, and show it."""
        from nnviz.views import file_dialogs

        path = file_dialogs.ask_open(
            self.window, self.tr("Debug my code"), self.tr("Python files and notebooks (*.py *.ipynb)")
        )
        if path is not None:
            self.show_code(path)

    def insert_example(self, pane: OwnCodePane) -> None:
        """Insert a small script that does not learn as it should."""
        from nnviz.assets import asset

        pane.insert(asset("code", "xor.py").read_text(encoding="utf-8"))

    def open_own_scenario(self) -> None:
        """Open the network that was found in the person's code as a session of its own."""
        moment = self.own_code.stepping.moment
        if moment is not None and moment.run.network is not None:
            self._documents.open_made(moment.run.network.scenario)

    def open_dropped(self, path: Path) -> None:
        """Show a person's code to be debugged, and the samples of a file that has some; open any other file."""
        from nnviz.documents.open_any import holds_samples, is_model

        if path.suffix in CODE:
            self.show_code(path)
        elif is_model(path):
            self.models.ask(self.window, path)
        elif holds_samples(path):
            self.window.summon("imports")
            self.window.panels.imports.show_file(path)
        else:
            self._documents.open_file(path)

    def open_recent(self, path: Path) -> None:
        """Show a recent file that is a person's code, and open any other."""
        if path.suffix in CODE and is_file(path):
            self.show_code(path)
        else:
            self._documents.open_recent(path)

    def _ask_open(self) -> None:
        from nnviz.documents import file_filters
        from nnviz.views import file_dialogs

        path = file_dialogs.ask_open(self.window, self.tr("Open"), file_filters.all_that_open())
        if path is not None:
            self.open_dropped(path)

    def _ask_data(self) -> None:
        self.window.summon("imports")
        self.window.panels.imports.choose_file()

    def _paste_data(self) -> None:
        """Open the scenario of a copied link, or show copied samples."""
        clipboard = QGuiApplication.clipboard()
        text = "" if clipboard is None else clipboard.text()
        if text.strip().lower().startswith("nnviz:"):
            from nnviz.model.scenario.link import scenario_of_link

            try:
                self._documents.open_made(scenario_of_link(text))
            except ModelError as error:
                self._documents.problem_found.emit(error_text(error))
            return
        self.window.summon("imports")
        self.window.panels.imports.paste()

    def _draw_data(self) -> None:
        from nnviz.model.scenario.suggestion import BLANK_TITLE, blank_scenario

        self._documents.open_made(blank_scenario(translate_model(BLANK_TITLE)))

    def _begin_drawing(self, session: Session) -> None:
        from nnviz.model.scenario.suggestion import is_blank

        if is_blank(session.scenario):
            # After it has been shown.
            QTimer.singleShot(0, self.window.panels.boundary.begin_drawing)

    def _check_code(self, path: Path) -> None:
        self.window.summon("codecheck")
        self.code.choose(path)
