"""Recovery after a crash: the session is saved while nnviz runs, and offered at the next start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PyQt6.QtCore import QLocale, QObject, pyqtSignal

from nnviz.documents.autosave import Autosave
from nnviz.documents.recovery_files import Leftover, RecoveryFile, leftovers
from nnviz.documents.savable_session import SavableSession
from nnviz.model.errors import ModelError
from nnviz.model.files.present import is_file
from nnviz.model.history.session_contents import SessionContents
from nnviz.views.widgets.question_bar import Question

if TYPE_CHECKING:
    from nnviz.model.session_file.file import Opened

_NAME = "name"
"""The field of the file's debugger state that has the name of what was open."""


@dataclass(frozen=True, eq=False)
class RecoverableSession:
    """A session that a process which is gone has left, and its name."""

    leftover: Leftover
    opened: Opened
    name: str


class Recovery(QObject):
    """Saves the session for the next start, and finds what other processes have saved like that.

    Parameters
    ----------
    session
        What is saved.
    debugger_state
        Returns what is saved with the session.
    folder
        Where all processes of this person save.

    Signals
    -------
    problem_found(str)
        It cannot be saved, or what was found cannot be opened.
    """

    problem_found = pyqtSignal(str)

    def __init__(
        self,
        session: SavableSession,
        debugger_state: Callable[[], dict[str, object]],
        folder: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._debugger_state = debugger_state
        self._folder = folder
        self._name = ""
        self._file = RecoveryFile(folder)
        self._autosave = Autosave(session, self._file, self._named_state, self)
        self._autosave.failed.connect(self._report_failure)
        self._found: list[RecoverableSession] = []

    # Saving ------------------------------------------------------------------------------------------------------

    def begin_document(self, name: str, unchanged: SessionContents | None) -> None:
        """Save another document from now on.

        Parameters
        ----------
        name
            What it is called; empty for a scenario, which has a title.
        unchanged
            What its file, or running it again, would bring back; None if nothing would.
        """
        self._name = name
        self._autosave.begin_document(unchanged)

    def save(self) -> bool:
        """Save now, if something has changed; return whether everything is saved."""
        return self._autosave.save()

    def save_on_defect(self) -> None:
        """Save now, unless that is what the defect is in."""
        self._autosave.save_on_defect()

    def end(self, *, leave: bool) -> None:
        """Stop saving, and leave what there is for the next start, or remove it."""
        self._autosave.end()
        for found in self._found:
            found.leftover.release()
        if leave:
            # What was saved before is better than nothing, where this fails.
            self._autosave.save()
            self._file.leave()
        else:
            self._file.remove()

    # Finding -----------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Look for what other processes have left, and begin to save."""
        from nnviz.model.session_file.file import open_session

        self._autosave.begin()
        problems = []
        for leftover in leftovers(self._folder, self._file.path):
            if not is_file(leftover.path):
                problems.append(self._set_aside(leftover, self.tr("It is no file, or a link that leads nowhere.")))
                continue
            try:
                opened = open_session(leftover.path)
            except (ModelError, OSError) as error:
                problems.append(self._set_aside(leftover, str(error)))
            else:
                self._found.append(RecoverableSession(leftover, opened, str(opened.debugger_state.get(_NAME, ""))))
        if problems:
            self.problem_found.emit("\n".join(problems))

    def _set_aside(self, leftover: Leftover, reason: str) -> str:
        """Set a file aside; return a text about that."""
        text = self.tr("A session that nnviz saved before it ended cannot be opened; the file is kept as %1.")
        try:
            aside = leftover.set_aside()
        except OSError as error:
            aside, reason = leftover.path, f"{reason}\n{error}"
        return f"{text.replace('%1', str(aside))}\n{reason}"

    @property
    def question(self) -> Question | None:
        """The question whether to recover what was found first; None when there is nothing."""
        from nnviz.documents.questions import recovery_question

        if not self._found:
            return None
        first = self._found[0]
        session = first.opened.session
        name = first.name or session.scenario.title_in(QLocale().name())
        return recovery_question(name, session.position.update, first.leftover.saved_at)

    def take_found(self) -> RecoverableSession:
        """Return what was found first, and ask about it no more."""
        return self._found.pop(0)

    def _named_state(self) -> dict[str, object]:
        return {**self._debugger_state(), _NAME: self._name}

    def _report_failure(self, reason: str) -> None:
        self.problem_found.emit(self.tr("The session cannot be saved for recovery: %1").replace("%1", reason))
