"""The panel in which the person's own samples are checked before they are opened."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from operator import methodcaller
from pathlib import Path
from typing import Any, Final

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nnviz.controller.loading import Loader
from nnviz.model.data.files.endings import patterns
from nnviz.model.errors import ModelError
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.scenario.validation import Prepared
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot
from nnviz.views import file_dialogs
from nnviz.views.error_text import error_text
from nnviz.views.imports.body import ImportBody
from nnviz.views.imports.form import ImportForm
from nnviz.views.imports.pending_import import PendingImport, Role, of_file, of_text
from nnviz.views.imports.preview import Preview, first_pictures
from nnviz.views.imports.texts import found_text
from nnviz.views.panel import Panel
from nnviz.views.scenario_changes import with_consequences
from nnviz.views.theme import Theme, metrics
from nnviz.views.translation import translate_model
from nnviz.views.widgets import ElidedLabel
from nnviz.views.widgets.image_tiles import ImageTiles
from nnviz.views.widgets.problem_label import ProblemLabel

_PICTURE: Final = 40
"""Side of a picture at scale 1."""


class ImportPanel(Panel):
    """Shows how a file, or a table from a spreadsheet, is read, and lets the person change it.

    Signals
    -------
    opening_requested(Session)
        Open a new scenario that learns the samples; its session is at the start.
    scenario_requested(Scenario, str)
        Use the samples in the present network; the text says what changes, for Undo.

    Parameters
    ----------
    theme
        Colours, fonts and sizes.
    """

    opening_requested = pyqtSignal(object)
    scenario_requested = pyqtSignal(object, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("imports", "", theme, parent)
        self.set_title(self.tr("Your data"))
        self._snapshot: Snapshot | None = None
        self._pending: PendingImport | None = None
        self._make: Callable[[], PendingImport] | None = None
        self._fetched = ""
        self._loader = Loader(self)
        self._loader.waiting_changed.connect(self._show_waiting)
        self.source, self.found, self.notes = ElidedLabel(), QLabel(), QLabel()
        self.choosing, self.pasting = QPushButton(self.tr("Choose a file…")), QPushButton(self.tr("Paste"))
        self.form, self.preview = ImportForm(theme), Preview(theme)
        self.pictures = ImageTiles(theme, _PICTURE, grows=False)
        self.pictures.set_single_row(True)
        self.problem = ProblemLabel(self)
        self._import_body = ImportBody(theme, self.form, self.notes, self.pictures, self.preview)
        self.opening, self.using = QPushButton(self.tr("Open as new scenario")), QPushButton()
        self.cancelling = QPushButton(self.tr("Cancel"))
        self.using.setText(self.tr("Use in this network"))
        self.set_body(self._make_body())
        self._connect()
        self._show()

    # Showing ----------------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Store the network that samples can be used in."""
        self._snapshot = snapshot
        self._enable()

    def show_file(self, path: Path) -> None:
        """Begin with a file that was chosen or dropped; the caller shows the panel."""
        self._read_new(partial(of_file, path), PendingImport(path))

    def show_text(self, text: str) -> None:
        """Begin with a pasted table."""
        self._read_new(partial(of_text, text), PendingImport(text=text))

    def choices(self) -> PendingImport | None:
        """Return what is being imported, with what was chosen for it."""
        return self._pending

    def choose(self, choices: PendingImport | None) -> None:
        """Show what was being imported in another window."""
        if choices is not None:
            self._take(choices)

    def stop(self) -> None:
        """Cancel what is being read, and return to the state before."""
        if self._loader.is_busy:
            self._loader.cancel()
            self._make = None
            self._show()

    def end(self) -> None:
        """Cancel reading, and wait until it has ended: when the app quits."""
        self._loader.end()

    @property
    def pending(self) -> PendingImport | None:
        """What is being imported; None before anything is chosen."""
        return self._pending

    # What the person does ----------------------------------------------------------------------------------------

    def choose_file(self) -> None:
        """Ask for a file."""
        kinds = self.tr("Data (%1)").replace("%1", f"{patterns()} *.json")
        path = file_dialogs.ask_open(self, self.tr("Open data"), f"{kinds};;{self.tr('All files (*)')}")
        if path is not None:
            self.show_file(path)

    def paste(self) -> None:
        """Begin with the table that was copied in a spreadsheet."""
        clipboard = QGuiApplication.clipboard()
        text = "" if clipboard is None else clipboard.text()
        if text.strip():
            self.show_text(text)
        else:
            self.problem.show_problem(self.tr("There is no text to paste: copy cells in a spreadsheet first."))

    def _choose(self, name: str, value: object) -> None:
        self._change(methodcaller("chosen", name, value))

    def _set_role(self, column: int, role: Role, more: bool) -> None:
        self._change(methodcaller("with_role", column, role, more=more))

    def _open(self) -> None:
        if self._pending is not None:
            title = self._pending.path.stem if self._pending.path is not None else self.tr("Pasted data")
            self._finish(self._pending, partial(self._pending.new_session, title), self._open_session)

    def _use(self) -> None:
        if self._pending is not None and self._snapshot is not None:
            old = self._snapshot.scenario
            self._finish(self._pending, partial(self._pending.used_in, old), partial(self._change_scenario, old))

    def _open_session(self, session: Session) -> None:
        self._show_found()
        self.close()
        self.opening_requested.emit(session)

    def _change_scenario(self, old: Scenario, made: Prepared) -> None:
        assert self._pending is not None  # there is something to use
        assert self._snapshot is not None  # and a network to use it in
        if self._snapshot.scenario != old:
            self._use()  # it has been changed meanwhile, and the change must not be lost
            return
        name = self._pending.name or self.tr("pasted data")
        text = with_consequences(self.tr("Data of %1").replace("%1", name), old, made.scenario, frozenset())
        self._show_found()
        self.close()
        self.scenario_requested.emit(made.scenario, text)

    # Reading, in the background where it takes long ---------------------------------------------------------------

    def _read_new(self, make: Callable[[], PendingImport], begun: PendingImport) -> None:
        self._make, self._fetched = make, begun.name
        self._loader.load(make, self._take, self._refuse, at_once=begun.is_small)
        self._lock(self._loader.is_busy)

    def _change(self, change: Callable[[PendingImport], PendingImport]) -> None:
        """Change the import, or the one that is still being read."""
        pending = self._pending
        if pending is None:
            return
        self._make = partial(change, pending) if self._make is None else partial(_changed, self._make, change)
        self._fetched = pending.name
        self._loader.load(self._make, self._take, self._refuse, at_once=pending.is_small)
        self._enable()

    def _finish(self, pending: PendingImport, make: Callable[[], object], take: Callable[[Any], None]) -> None:
        """Read everything and pass it to `take`, or show why that is not possible."""
        self._fetched = pending.name
        self._loader.load(make, take, self._refuse, at_once=pending.is_small)
        self._lock(self._loader.is_busy)

    def _take(self, pending: PendingImport) -> None:
        self._make, self._pending = None, pending
        self._show()

    def _refuse(self, error: ModelError) -> None:
        self._show()
        self._show_problem(error)

    def _lock(self, locked: bool) -> None:
        """Prevent changes while everything is read, or another source."""
        if locked:
            self.setFocus()  # else the next button would take the keyboard, and Space would press it
        self._import_body.setEnabled(not locked)
        self._enable()

    def _show_waiting(self, waiting: bool) -> None:
        # The text for afterwards comes with what has been read.
        if waiting:
            name = self._fetched or self.tr("Pasted table")
            self.found.setText(self.tr("Reading “%1” …").replace("%1", name))

    # The state on the screen -------------------------------------------------------------------------------------

    def _show(self) -> None:
        pending = self._pending
        self._import_body.show_parts(
            settings=pending is not None, samples=pending is not None and pending.reading is not None
        )
        reading = None if pending is None else pending.reading
        pictures = [] if reading is None else first_pictures(self.theme, reading)
        self.pictures.show_tiles(pictures, None)
        self.pictures.setVisible(bool(pictures))
        self._show_found()
        if pending is None:
            self.source.setText(self.tr("No data chosen"))
            self.found.setText(
                self.tr(
                    "Choose a table (CSV, Excel, ARFF, LIBSVM, JSON …), arrays (NPZ, NPY, MATLAB), or IDX images, or "
                    "drop the file on the window; "
                    "or copy cells of a spreadsheet, a printed array or a list, and paste them here."
                )
            )
            self.notes.hide()
            return
        self.source.setText(pending.name or self.tr("Pasted table"))
        self.source.setToolTip("" if pending.path is None else str(pending.path))
        warnings = () if pending.reading is None else pending.reading.warnings
        self.notes.setText("\n".join(translate_model(warning) for warning in warnings))
        self.notes.setVisible(bool(warnings))
        self.form.show_import(pending)
        self._show_problem(pending.problem)
        self._import_body.arrange()

    def _show_found(self) -> None:
        """Show what was found, and allow changing and opening it."""
        self._lock(self._loader.is_busy)
        if self._pending is not None:
            self.found.setText(found_text(self._pending))

    def _show_problem(self, problem: ModelError | None) -> None:
        self.problem.show_problem("" if problem is None else error_text(problem))
        if self._pending is not None:
            self.preview.show_reading(self._pending.reading, problem)

    def _enable(self) -> None:
        can_open = self._pending is not None and self._pending.problem is None and not self._loader.is_busy
        self.opening.setEnabled(can_open)
        self.using.setEnabled(can_open)

    # Making ------------------------------------------------------------------------------------------------------

    def _make_body(self) -> QWidget:
        padding, gap = self.theme.px(metrics.PADDING), self.theme.px(metrics.GAP)
        self.source.setProperty("role", "heading")
        for label in (self.found, self.notes):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.notes.setProperty("role", "secondary")
        top, bottom = QHBoxLayout(), QHBoxLayout()
        for row in (top, bottom):
            row.setSpacing(gap)
            row.setContentsMargins(padding, 0, padding, 0)
        top.addWidget(self.source, 1)
        top.addWidget(self.choosing)
        top.addWidget(self.pasting)
        bottom.addStretch(1)
        for button in (self.cancelling, self.using, self.opening):
            bottom.addWidget(button)
        for label in (self.found, self.problem):
            label.setContentsMargins(padding, 0, padding, 0)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, gap)
        column.setSpacing(gap)
        column.addLayout(top)
        column.addWidget(self.found)
        column.addWidget(self._import_body, 1)
        column.addWidget(self.problem)
        column.addLayout(bottom)
        return body

    def _connect(self) -> None:
        self.choosing.clicked.connect(self.choose_file)
        self.pasting.clicked.connect(self.paste)
        self.form.chosen.connect(self._choose)
        self.preview.role_requested.connect(self._set_role)
        self.opening.clicked.connect(self._open)
        self.using.clicked.connect(self._use)
        self.cancelling.clicked.connect(self._cancel)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.paste)

    def _cancel(self) -> None:
        if self._loader.is_busy:
            self.stop()
            return
        self._pending = None
        self.problem.show_problem("")
        self._show()
        self.close()


def _changed(make: Callable[[], PendingImport], change: Callable[[PendingImport], PendingImport]) -> PendingImport:
    """Return the import that `make` returns, with a change to it."""
    return change(make())
