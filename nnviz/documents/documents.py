"""Opening, saving and closing, so that nothing is lost without a question.

Everything that would replace what is open goes through `_leave`: it asks where there is unsaved work, and continues
with the request once that is answered. What takes long to read or to make is loaded in the background before that;
what is open stays until then, and a newer request replaces an older one.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PyQt6.QtCore import QLocale, QObject, QSettings, pyqtSignal
from PyQt6.QtWidgets import QWidget

from nnviz.controller.loading import Loader
from nnviz.documents import file_filters
from nnviz.documents.open_document import OpenDocument
from nnviz.documents.overwriting import Over, Overwriting, Then
from nnviz.documents.questions import CANCEL, DISCARD, LATER, LOSE, RECOVER, SAVE, unsaved_question
from nnviz.documents.recent_files import RecentFiles
from nnviz.documents.recovery import Recovery
from nnviz.documents.savable_session import SavableSession
from nnviz.documents.save_outcome import SaveOutcome
from nnviz.model.data.building import takes_long
from nnviz.model.errors import ModelError
from nnviz.model.files.present import is_file
from nnviz.model.files.state import Change, state_now
from nnviz.model.history.branches import NAME_MAX
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.session import Session
from nnviz.model.session_file.file import SUFFIX, Opened
from nnviz.model.text.numbers import format_number
from nnviz.views import file_dialogs
from nnviz.views.error_text import error_text
from nnviz.views.widgets.question_bar import Question


class Documents(QObject):
    """Opens, saves and closes what is open.

    Parameters
    ----------
    session
        The session that is open.
    debugger_state
        Returns what a session file stores of the window.
    settings
        Where recent files are stored; sessions that may have to be recovered are saved in a folder next to it.

    Signals
    -------
    scenario_opened(Session), session_opened(Opened)
        Replaces what is open: a scenario at its start, or a session from its file.
    opening_changed(str)
        The name of what takes long to be opened; empty when nothing does.
    opening_withdrawn()
        What is open stays, although something else had been chosen.
    close_allowed()
        The window may close: there is nothing left to ask.
    question_changed(Question or None)
        What to ask; the answer is passed to `answer`.
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
    opening_withdrawn = pyqtSignal()
    close_allowed = pyqtSignal()
    question_changed = pyqtSignal(object)
    title_changed = pyqtSignal(str, bool)
    recent_changed = pyqtSignal(object)
    problem_found = pyqtSignal(str)
    notice_given = pyqtSignal(str)

    def __init__(
        self,
        session: SavableSession,
        debugger_state: Callable[[], dict[str, object]],
        settings: QSettings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._debugger_state = debugger_state
        self._recent = RecentFiles(settings)
        self._recovery = Recovery(session, debugger_state, Path(settings.fileName()).parent / "recovery", self)
        self._recovery.problem_found.connect(self.problem_found)
        self._document = OpenDocument(saved=session.session_stamp)
        self._recovery.begin_document("", self._document.saved)
        self._loader = Loader(self)
        self._loader.waiting_changed.connect(self._announce_opening)
        self._loaded_name = ""
        self._asked: tuple[Callable[[], Question], Callable[[], None]] | None = None
        self._overwriting = Overwriting(self._announce_question)
        self._may_lose = False
        self._announced_title: tuple[str, bool] | None = None
        session.snapshot_changed.connect(self._announce_title)

    # What is open ------------------------------------------------------------------------------------------------

    @property
    def document(self) -> OpenDocument:
        """What is open."""
        return self._document

    @property
    def has_unsaved_work(self) -> bool:
        """Whether closing would lose something that a person did."""
        return self._document.has_unsaved_work(self._session.session_stamp)

    @property
    def name(self) -> str:
        """The name of what is open, as it is shown."""
        return self._document.name_in(QLocale().name(), self._session.snapshot.scenario)

    def announce(self) -> None:
        """Send everything again, for a window that has just been connected."""
        self._announced_title = None
        self._announce_title()
        self.recent_changed.emit(self._recent.files)
        self._announce_question()
        self._announce_opening()

    # Opening -----------------------------------------------------------------------------------------------------

    def start_with(self, start: Scenario | Opened, path: Path | None) -> None:
        """Begin with what the command line has read; a picture of a session is made without a path."""
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
        """Open a scenario of which a session has been made already."""
        self._leave(partial(self._take, session, None))

    def open_file(self, path: Path) -> None:
        """Open a scenario or a session, whichever the file is."""
        from nnviz.documents.open_any import made_document

        self._open(path.name, partial(made_document, path), path)

    def cancel_opening(self) -> None:
        """Stop opening something, if that takes long."""
        if self._loader.is_busy:
            self._loader.cancel()
            self.opening_withdrawn.emit()

    def _open(
        self, name: str, job: Callable[[], Session | Opened], path: Path | None, *, at_once: bool = False
    ) -> None:
        """Load what is to be opened, and replace what is open by it."""
        self._loaded_name = name
        self._loader.load(job, partial(self._replace, path), self._refuse, at_once=at_once)

    def _replace(self, path: Path | None, found: Session | Opened) -> None:
        self._leave(partial(self._take, found, path))

    def _refuse(self, error: ModelError) -> None:
        notice = self.tr("“%1” was not opened.").replace("%1", self._loaded_name)
        self.problem_found.emit(f"{notice}\n{error_text(error)}")
        self.opening_withdrawn.emit()

    def _announce_opening(self) -> None:
        self.opening_changed.emit(self._loaded_name if self._loader.is_waiting else "")

    def open_recent(self, path: Path) -> None:
        """Open a recent file; one that is gone is reported and forgotten."""
        if is_file(path):
            self.open_file(path)
            return
        self._recent.drop(path)
        self.recent_changed.emit(self._recent.files)
        self.problem_found.emit(self.tr("%1 no longer exists.").replace("%1", str(path)))

    def open_first_of(self, path: Path, count: int) -> None:
        """Announce that of several files only the first is opened."""
        notice = self.tr("Only the first of %1 files is opened: “%2”.").replace("%1", str(count))
        self.notice_given.emit(notice.replace("%2", path.name))

    def refuse(self, address: str) -> None:
        """Announce that only files on this computer are opened."""
        notice = self.tr("Only files on this computer can be opened; save “%1” here first.")
        self.problem_found.emit(notice.replace("%1", address))

    def clear_recent(self) -> None:
        """Forget the recent files."""
        self._recent.clear()
        self.recent_changed.emit(self._recent.files)

    def exchange(self, swap: Callable[[OpenDocument], object]) -> None:
        """Exchange what is open with a session that is compared, after asking where work would be lost.

        Parameters
        ----------
        swap
            Exchanges the sessions: it stores what is open with one, and returns what was stored with the other.
        """
        self._leave(partial(self._exchange, swap))

    def _exchange(self, swap: Callable[[OpenDocument], object]) -> None:
        stored = swap(self._document)
        if not isinstance(stored, OpenDocument):
            stored = OpenDocument(saved=self._session.session_stamp)
        self._begin_document(stored)

    # Saving ------------------------------------------------------------------------------------------------------

    def save(self, window: QWidget, then: Then | None = None, give_up: Then | None = None) -> None:
        """Save the session to its file, after asking if something else has changed that, or ask where.

        Parameters
        ----------
        window
            Over it the person is asked where to save.
        then, give_up
            Called once it is saved, or if it is not.
        """
        outcome = SaveOutcome(then, give_up)
        path = self._document.path
        if self._document.kind != "session" or path is None:
            self._save_where_asked(window, outcome)
            return
        change = self._document.file_change()
        if change is None:
            outcome.tell(saved=self._save_to(path))
        else:
            self._ask_overwrite(path, change, outcome)

    def save_as(self, window: QWidget) -> None:
        """Ask where to save the session, and save it."""
        self._save_where_asked(window, SaveOutcome(None, None))

    def ask_overwrite(self, path: Path, change: Change, overwrite: Then, save_as: Over) -> None:
        """Ask before a file is overwritten that something else has changed; each answer does what is given."""
        self._session.pause()
        self._overwriting.ask(path, change, overwrite, save_as)

    def _save_where_asked(self, window: QWidget, outcome: SaveOutcome, told: Path | None = None) -> None:
        """Ask where to save; `told` is a file of which the person knows already that it has changed."""
        title, kinds = self.tr("Save session"), file_filters.sessions()
        path = file_dialogs.ask_save(window, title, self.suggested(SUFFIX), kinds)
        # The dialog has asked whether to replace a file, but did not say that another program has changed it.
        change = self._document.file_change() if path is not None and path == self._document.path != told else None
        if path is not None and change is not None and change != "gone":
            self._ask_overwrite(path, change, outcome)
        else:
            outcome.tell(saved=path is not None and self._save_to(path))

    def _ask_overwrite(self, path: Path, change: Change, outcome: SaveOutcome) -> None:
        self._session.pause()
        self._overwriting.ask(
            path,
            change,
            lambda: outcome.tell(saved=self._save_to(path)),
            lambda window: self._save_where_asked(window, outcome, told=path),
            lambda: outcome.tell(saved=False),
        )

    def suggested(self, suffix: str) -> str:
        """Return a name for a new file in the folder of what is open, else of what was opened last."""
        scenario, document = self._session.snapshot.scenario, self._document
        near = document.path or next(iter(self._recent.files), None)
        name = document.name or scenario.name or "scenario"
        return str((Path() if near is None else near.parent) / f"{name}{suffix}")

    def remember(self, path: Path) -> None:
        """Move a file to the front among the recent ones."""
        self._recent.add(path)
        self.recent_changed.emit(self._recent.files)

    # Asking ------------------------------------------------------------------------------------------------------

    def ask_close(self) -> None:
        """Close the window, after asking where work would be lost."""
        self._leave(self.close_allowed.emit, closing=True)

    def answer(self, key: str, window: QWidget) -> None:
        """Continue with the request that a question was about.

        Parameters
        ----------
        key
            The answer.
        window
            Over it the person is asked where to save.
        """
        if self._overwriting.answer(key, window):
            pass  # what it was about has gone on
        elif self._asked is not None and key in (SAVE, LOSE, CANCEL):
            self._answer_unsaved(key, window)
        elif self._recovery.question is not None and key in (RECOVER, DISCARD, LATER):
            self._answer_recovery(key)
        self._announce_question()

    def _leave(self, then: Callable[[], None], *, closing: bool = False) -> None:
        """Replace or close what is open, after asking where work would be lost."""
        self._loader.cancel()
        self._overwriting.give_up()
        if not self.has_unsaved_work:
            self._asked = None
            then()
            self._announce_question()
            return
        self._session.pause()
        # Written anew each time: the language may change while it is open.
        self._asked = partial(unsaved_question, self.name, closing=closing), then
        self._announce_question()

    def _answer_unsaved(self, key: str, window: QWidget) -> None:
        assert self._asked is not None
        _, then = self._asked
        self._asked = None
        if key == LOSE:
            self._may_lose = True
            then()
        elif key == SAVE:
            # A session that was not saved stays.
            self.save(window, then, self.opening_withdrawn.emit)
        else:
            self.opening_withdrawn.emit()

    def _answer_recovery(self, key: str) -> None:
        if key == RECOVER:
            self._leave(self._recover)
        elif key == DISCARD:
            self._recovery.take_found().leftover.remove()
        else:
            self._recovery.take_found().leftover.release()

    def _recover(self) -> None:
        found = self._recovery.take_found()
        self.session_opened.emit(found.opened)
        self._begin_document(OpenDocument("session", None, found.name, None))
        # What is recovered is saved again before its file goes.
        if self._recovery.save():
            found.leftover.remove()
        else:
            found.leftover.release()

    def _announce_question(self) -> None:
        asked = self._recovery.question if self._asked is None else self._asked[0]()
        self.question_changed.emit(self._overwriting.question or asked)

    # Beginning and ending ----------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Offer what other processes have left that are gone, and begin to save for the next start."""
        self._recovery.begin()
        self._announce_question()

    def end(self) -> None:
        """End in good order: only unsaved work that was not asked about is left for the next start."""
        self._loader.end()
        self.leave_for_next_start()

    def leave_for_next_start(self) -> None:
        """Save unsaved work that was not asked about where the next start offers it; nothing is waited for."""
        self._recovery.end(leave=self.has_unsaved_work and not self._may_lose)

    def save_for_recovery(self) -> None:
        """Save where the next start finds it: the system is about to end all applications."""
        self._recovery.save()

    def save_on_defect(self) -> None:
        """Save where the next start finds it: a defect in nnviz has been found."""
        self._recovery.save_on_defect()

    # Inside ------------------------------------------------------------------------------------------------------

    def _take(self, found: Session | Opened, path: Path | None) -> None:
        if isinstance(found, Opened):
            self.session_opened.emit(found)
            name = "" if path is None else path.stem
            self._begin_document(OpenDocument("session", path, name, self._session.session_stamp, found.state))
            notices = self._notices_of(found)
            if notices:
                self.notice_given.emit("\n".join(notice.replace("%1", self.name) for notice in notices))
        else:
            self.scenario_opened.emit(found)
            state = None if path is None else state_now(path)
            self._begin_document(OpenDocument("scenario", path, "", self._session.session_stamp, state))
        if path is not None:
            self.remember(path)

    def _notices_of(self, found: Opened) -> list[str]:
        """Return what of a session file is not as it was saved; %1 stands for its name."""
        notices = []
        if found.difference > 0:
            notice = self.tr("On this computer the numbers of “%1” differ slightly: by up to %2.")
            notices.append(notice.replace("%2", format_number(found.difference)))
        if found.shortened:
            notice = self.tr("Names of branches in “%1” were longer than %2 characters and have been shortened.")
            notices.append(notice.replace("%2", str(NAME_MAX)))
        if found.lacks_compiled:
            notice = self.tr(
                "“%1” was run by compiled loops, which need numba. Here numpy goes on; the last bits may differ."
            )
            notices.append(notice)
        return notices

    def _begin_document(self, document: OpenDocument) -> None:
        self._document = document
        self._may_lose = False
        self._recovery.begin_document(document.name, document.saved)
        self._announce_title()

    def _save_to(self, path: Path) -> bool:
        from nnviz.documents.exports import unsaved

        try:
            state = self._session.save_to(path, self._debugger_state())
        except ModelError as error:
            self.problem_found.emit(unsaved(path, error))
            return False
        self._begin_document(OpenDocument("session", path, path.stem, self._session.session_stamp, state))
        self.remember(path)
        return True

    def _announce_title(self) -> None:
        title = (self.name, self.has_unsaved_work)
        if title != self._announced_title:
            self._announced_title = title
            self.title_changed.emit(*title)
