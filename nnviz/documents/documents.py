"""What is open: opened and saved, and never lost without a question.

Everything that would put something else in the place of what is open goes through `_leave`: it asks where there is
unsaved work, and goes on with what was wanted once that is answered. What takes long to read or to make is fetched
beside the window before that; what is open stays until then, and a newer wish takes the place of the older.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PyQt6.QtCore import QLocale, QObject, QSettings, pyqtSignal
from PyQt6.QtWidgets import QWidget

from nnviz.controller.loading import Loader
from nnviz.documents import file_filters
from nnviz.documents.document import Document
from nnviz.documents.questions import CANCEL, DISCARD, LATER, LOSE, RECOVER, SAVE
from nnviz.documents.recent_files import RecentFiles
from nnviz.documents.recovery import Rescue
from nnviz.documents.saved_session import SessionHolder
from nnviz.model.data.building import takes_long
from nnviz.model.errors import ModelError
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.session import Session
from nnviz.model.session_file.file import SUFFIX, Opened
from nnviz.views import file_dialogs
from nnviz.views.error_text import error_text
from nnviz.views.widgets.question_bar import Question


class Documents(QObject):
    """Knows what is open.

    Parameters
    ----------
    holder
        Holds the session.
    desk
        Gives what a session file keeps of the window.
    settings
        Where recent files are kept; sessions that may have to be recovered are saved in a folder beside it.

    Signals
    -------
    scenario_opened(Session), session_opened(Opened)
        To be put in the place of what is open: a scenario at its start, or a session from its file.
    opening_changed(str)
        The name of what takes long to be opened; empty when nothing does.
    kept()
        What is open stays, although something else had been chosen.
    close_allowed()
        The window may close: there is nothing left to ask.
    question_changed(Question or None)
        What is to be asked; its answer goes to `answer`.
    title_changed(str, bool)
        The name of what is open, and whether there is unsaved work on it.
    recent_changed(tuple[Path, ...])
        The recent files.
    problem_found(str), notice_given(str)
        Something cannot be done, and why; something to know.
    """

    scenario_opened = pyqtSignal(object)
    session_opened = pyqtSignal(object)
    opening_changed = pyqtSignal(str)
    kept = pyqtSignal()
    close_allowed = pyqtSignal()
    question_changed = pyqtSignal(object)
    title_changed = pyqtSignal(str, bool)
    recent_changed = pyqtSignal(object)
    problem_found = pyqtSignal(str)
    notice_given = pyqtSignal(str)

    def __init__(
        self,
        holder: SessionHolder,
        desk: Callable[[], dict[str, object]],
        settings: QSettings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._holder = holder
        self._desk = desk
        self._recent = RecentFiles(settings)
        self._rescue = Rescue(holder, desk, Path(settings.fileName()).parent / "recovery", self)
        self._rescue.problem_found.connect(self.problem_found)
        self._document = Document(saved=holder.session_stamp)
        self._rescue.begin_document("", self._document.saved)
        self._loader = Loader(self)
        self._loader.waiting_changed.connect(self._tell_opening)
        self._fetched = ""
        self._wanted: tuple[Question, Callable[[], None]] | None = None
        self._may_lose = False
        self._told: tuple[str, bool] | None = None
        holder.snapshot_changed.connect(self._tell_title)

    # What is open ------------------------------------------------------------------------------------------------

    @property
    def document(self) -> Document:
        """What is open."""
        return self._document

    @property
    def has_unsaved_work(self) -> bool:
        """Whether closing would lose something that a person did."""
        return self._document.has_unsaved_work(self._holder.session_stamp)

    @property
    def name(self) -> str:
        """What people call what is open."""
        return self._document.name_in(QLocale().name(), self._holder.snapshot.scenario)

    def announce(self) -> None:
        """Send everything again, for a window that has just been connected."""
        self._told = None
        self._tell_title()
        self.recent_changed.emit(self._recent.files)
        self._tell_question()
        self._tell_opening()

    # Opening -----------------------------------------------------------------------------------------------------

    def start_with(self, start: Scenario | Opened, path: Path | None) -> None:
        """Take what the command line has read; a picture of a session is made without a path."""
        if isinstance(start, Opened) or path is not None:
            self._take(Session(start) if isinstance(start, Scenario) else start, path)

    def open_shipped(self, name: str) -> None:
        """Open a scenario that comes with nnviz."""
        self.open_made(find_scenario(name))

    def open_made(self, scenario: Scenario) -> None:
        """Open a scenario that the app itself has made."""
        name = scenario.title_in(QLocale().name())
        self._open(name, partial(Session, scenario), None, at_once=not takes_long(scenario.data))

    def open_session(self, session: Session) -> None:
        """Open a scenario that has been made into a session already."""
        self._leave(partial(self._take, session, None))

    def open_file(self, path: Path) -> None:
        """Open a scenario or a session, whichever the file is."""
        from nnviz.documents.open_any import made_document

        self._open(path.name, partial(made_document, path), path)

    def cancel_opening(self) -> None:
        """Open nothing else after all."""
        if self._loader.is_busy:
            self._loader.cancel()
            self.kept.emit()

    def _open(
        self, name: str, job: Callable[[], Session | Opened], path: Path | None, *, at_once: bool = False
    ) -> None:
        """Fetch what is to be opened, and put it in the place of what is open."""
        self._fetched = name
        self._loader.load(job, partial(self._arrive, path), self._refuse, at_once=at_once)

    def _arrive(self, path: Path | None, found: Session | Opened) -> None:
        self._leave(partial(self._take, found, path))

    def _refuse(self, error: ModelError) -> None:
        told = self.tr("“%1” was not opened.").replace("%1", self._fetched)
        self.problem_found.emit(f"{told}\n{error_text(error)}")
        self.kept.emit()

    def _tell_opening(self) -> None:
        self.opening_changed.emit(self._fetched if self._loader.is_waiting else "")

    def open_recent(self, path: Path) -> None:
        """Open a recent file; one that is gone is told and forgotten."""
        if path.is_file():
            self.open_file(path)
            return
        self._recent.drop(path)
        self.recent_changed.emit(self._recent.files)
        self.problem_found.emit(self.tr("%1 is no longer there.").replace("%1", str(path)))

    def open_first_of(self, path: Path, count: int) -> None:
        """Say that of several files only the first is opened."""
        told = self.tr("Of %1 files the first is opened: “%2”.").replace("%1", str(count))
        self.notice_given.emit(told.replace("%2", path.name))

    def refuse(self, address: str) -> None:
        """Say that only files of this machine are opened."""
        told = self.tr("Only files on this computer can be opened; save “%1” here first.")
        self.problem_found.emit(told.replace("%1", address))

    def clear_recent(self) -> None:
        """Forget the recent files."""
        self._recent.clear()
        self.recent_changed.emit(self._recent.files)

    def exchange(self, swap: Callable[[Document], object]) -> None:
        """Put a session that is compared in the place of what is open, after asking where work would be lost.

        Parameters
        ----------
        swap
            Is handed what is open, to be given back when that returns, and gives what was left with the other.
        """
        self._leave(partial(self._exchange, swap))

    def _exchange(self, swap: Callable[[Document], object]) -> None:
        left = swap(self._document)
        self._begin_document(left if isinstance(left, Document) else Document(saved=self._holder.session_stamp))

    # Saving ------------------------------------------------------------------------------------------------------

    def save(self, window: QWidget) -> bool:
        """Save the session to its file, or ask where; tell whether it was saved."""
        if self._document.kind == "session" and self._document.path is not None:
            return self._save_to(self._document.path)
        return self.save_as(window)

    def save_as(self, window: QWidget) -> bool:
        """Ask where to save the session, and save it; tell whether it was saved."""
        path = file_dialogs.ask_save(window, self.tr("Save session"), self.suggested(SUFFIX), file_filters.sessions())
        return path is not None and self._save_to(path)

    def suggested(self, suffix: str) -> str:
        """Return a name for a new file in the folder of what is open, else of what was opened last."""
        scenario, document = self._holder.snapshot.scenario, self._document
        near = document.path or next(iter(self._recent.files), None)
        name = document.name or scenario.name or "scenario"
        return str((Path() if near is None else near.parent) / f"{name}{suffix}")

    def remember(self, path: Path) -> None:
        """Put a file first among the recent ones."""
        self._recent.add(path)
        self.recent_changed.emit(self._recent.files)

    # Asking ------------------------------------------------------------------------------------------------------

    def ask_close(self) -> None:
        """Ask what is to be asked before the window closes."""
        self._leave(self.close_allowed.emit, closing=True)

    def answer(self, key: str, window: QWidget) -> None:
        """Go on with what a question was asked for.

        Parameters
        ----------
        key
            The answer.
        window
            Whose session it is; over it the person is asked where to save.
        """
        if self._wanted is not None and key in (SAVE, LOSE, CANCEL):
            self._answer_unsaved(key, window)
        elif self._rescue.question is not None and key in (RECOVER, DISCARD, LATER):
            self._answer_recovery(key)
        self._tell_question()

    def _leave(self, then: Callable[[], None], *, closing: bool = False) -> None:
        """Do what takes the place of what is open, after asking where work would be lost."""
        from nnviz.documents.questions import unsaved_question

        self._loader.cancel()
        if not self.has_unsaved_work:
            self._wanted = None
            then()
            self._tell_question()
            return
        self._holder.pause()
        self._wanted = unsaved_question(self.name, closing=closing), then
        self._tell_question()

    def _answer_unsaved(self, key: str, window: QWidget) -> None:
        assert self._wanted is not None
        _, then = self._wanted
        self._wanted = None
        # A session that could not be saved, or was not after all, stays.
        if key == LOSE or (key == SAVE and self.save(window)):
            self._may_lose = key == LOSE
            then()
        else:
            self.kept.emit()

    def _answer_recovery(self, key: str) -> None:
        if key == RECOVER:
            self._leave(self._recover)
        elif key == DISCARD:
            self._rescue.take_found().leftover.remove()
        else:
            self._rescue.take_found().leftover.release()

    def _recover(self) -> None:
        found = self._rescue.take_found()
        self.session_opened.emit(found.opened)
        self._begin_document(Document("session", None, found.name, None))
        # What is recovered is saved again before its file goes.
        if self._rescue.save():
            found.leftover.remove()
        else:
            found.leftover.release()

    def _tell_question(self) -> None:
        self.question_changed.emit(self._rescue.question if self._wanted is None else self._wanted[0])

    # Beginning and ending ----------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Offer what processes that are gone have left, and begin to save for the next start."""
        self._rescue.begin()
        self._tell_question()

    def end(self) -> None:
        """End in good order: nothing is left, but for work that nobody was asked about."""
        self._loader.end()
        self._rescue.end(leave=self.has_unsaved_work and not self._may_lose)

    def save_for_recovery(self) -> None:
        """Save where the next start finds it: the system is about to end all applications."""
        self._rescue.save()

    def save_on_defect(self) -> None:
        """Save where the next start finds it: something of ours went wrong."""
        self._rescue.save_on_defect()

    # Inside ------------------------------------------------------------------------------------------------------

    def _take(self, found: Session | Opened, path: Path | None) -> None:
        if isinstance(found, Opened):
            self.session_opened.emit(found)
            name = "" if path is None else path.stem
            self._begin_document(Document("session", path, name, self._holder.session_stamp))
            if found.difference > 0:
                told = self.tr("On this computer the numbers of “%1” come out a little different: by up to %2.")
                self.notice_given.emit(told.replace("%2", f"{found.difference:.1g}").replace("%1", self.name))
        else:
            self.scenario_opened.emit(found)
            self._begin_document(Document("scenario", path, "", self._holder.session_stamp))
        if path is not None:
            self.remember(path)

    def _begin_document(self, document: Document) -> None:
        self._document = document
        self._may_lose = False
        self._rescue.begin_document(document.name, document.saved)
        self._tell_title()

    def _save_to(self, path: Path) -> bool:
        from nnviz.documents.exports import unsaved

        try:
            self._holder.save_to(path, self._desk())
        except ModelError as error:
            self.problem_found.emit(unsaved(path, error.found))
            return False
        self._begin_document(Document("session", path, path.stem, self._holder.session_stamp))
        self.remember(path)
        return True

    def _tell_title(self) -> None:
        told = (self.name, self.has_unsaved_work)
        if told != self._told:
            self._told = told
            self.title_changed.emit(*told)
