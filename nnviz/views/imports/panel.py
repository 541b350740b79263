"""The panel in which a person's own samples are looked at before they are opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PyQt6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nnviz.model.adapt import with_data
from nnviz.model.data import DataSpec
from nnviz.model.errors import ModelError
from nnviz.model.proposing import scenario_for
from nnviz.model.scenario import Scenario
from nnviz.model.scenario_checks import prepare
from nnviz.model.snapshot import Snapshot
from nnviz.views import files
from nnviz.views.errors import error_text
from nnviz.views.images.tiles import Tiles
from nnviz.views.imports.draft import Draft, Role, of_file, of_text
from nnviz.views.imports.fields import ProblemLabel
from nnviz.views.imports.form import ImportForm
from nnviz.views.imports.halves import Halves
from nnviz.views.imports.pictures import first_pictures
from nnviz.views.imports.preview import Preview
from nnviz.views.imports.words import found_text
from nnviz.views.panel import Panel
from nnviz.views.setup.words import with_consequences
from nnviz.views.theme import Theme, metrics
from nnviz.views.widgets import ElidedLabel
from nnviz.views.words import translate_model

_PICTURE: Final = 40
"""Side of a picture at scale 1."""


class ImportPanel(Panel):
    """Shows what a file, or a table from a spreadsheet, was taken for, and lets everything of it be changed.

    Signals
    -------
    opening_requested(Scenario)
        Open a new scenario that learns the samples.
    scenario_requested(Scenario, str)
        Use the samples in the network that is there; the text says what changes, for Undo.

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
        self._draft: Draft | None = None
        self.source, self.found, self.notes = ElidedLabel(), QLabel(), QLabel()
        self.choosing, self.pasting = QPushButton(self.tr("Choose a file…")), QPushButton(self.tr("Paste"))
        self.form, self.preview = ImportForm(theme), Preview(theme)
        self.pictures = Tiles(theme, _PICTURE, grows=False)
        self.pictures.set_single_row(True)
        self.problem = ProblemLabel(self)
        self._halves = Halves(theme, self.form, self.notes, self.pictures, self.preview)
        self.opening, self.using = QPushButton(self.tr("Open as new scenario")), QPushButton()
        self.cancelling = QPushButton(self.tr("Cancel"))
        self.using.setText(self.tr("Use in this network"))
        self.set_body(self._make_body())
        self._connect()
        self._show()

    # What comes in -----------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Keep the network that samples could be used in."""
        self._snapshot = snapshot
        self.using.setEnabled(self._can_open())

    def show_file(self, path: Path) -> None:
        """Begin with a file that was chosen or dropped; the panel is shown by whoever calls this."""
        self._take(of_file(path))

    def show_text(self, text: str) -> None:
        """Begin with a pasted table."""
        self._take(of_text(text))

    @property
    def draft(self) -> Draft | None:
        """What is being imported; None before anything was chosen."""
        return self._draft

    # What a person does ------------------------------------------------------------------------------------------

    def choose_file(self) -> None:
        """Ask for a file."""
        kinds = self.tr("Data (%1)").replace("%1", "*.csv *.tsv *.txt *.dat *.npz *.npy *.gz *ubyte")
        path = files.ask_open(self, self.tr("Open data"), f"{kinds};;{self.tr('All files (*)')}")
        if path is not None:
            self.show_file(path)

    def paste(self) -> None:
        """Take the table that was copied in a spreadsheet."""
        clipboard = QGuiApplication.clipboard()
        text = "" if clipboard is None else clipboard.text()
        if text.strip():
            self.show_text(text)
        else:
            self.problem.tell(self.tr("There is no text to paste: copy cells in a spreadsheet first."))

    def _choose(self, name: str, value: object) -> None:
        if self._draft is not None:
            self._take(self._draft.chosen(name, value))

    def _set_role(self, column: int, role: Role, more: bool) -> None:
        if self._draft is not None:
            self._take(self._draft.with_role(column, role, more=more))

    def _open(self) -> None:
        self._finish(self._open_data)

    def _use(self) -> None:
        self._finish(self._use_data)

    def _open_data(self, data: DataSpec) -> None:
        assert self._draft is not None  # there is something to open
        title = self._draft.path.stem if self._draft.path is not None else self.tr("Pasted data")
        scenario = scenario_for(data, title)
        prepare(scenario)
        self.close()
        self.opening_requested.emit(scenario)

    def _use_data(self, data: DataSpec) -> None:
        assert self._snapshot is not None  # otherwise the button is disabled
        assert self._draft is not None
        old = self._snapshot.scenario
        new: Scenario = with_data(old, data)
        prepare(new)
        name = self._draft.name or self.tr("pasted data")
        text = with_consequences(self.tr("Data of %1").replace("%1", name), old, new, frozenset())
        self.close()
        self.scenario_requested.emit(new, text)

    def _finish(self, then: Callable[[DataSpec], None]) -> None:
        """Read everything, and do what is wanted with it, or say in place why that cannot be."""
        if self._draft is None:
            return
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            then(self._draft.data())
        except ModelError as error:
            self._tell(error)
        finally:
            QApplication.restoreOverrideCursor()

    # Showing -----------------------------------------------------------------------------------------------------

    def _take(self, draft: Draft) -> None:
        self._draft = draft
        self._show()

    def _show(self) -> None:
        draft = self._draft
        self._halves.show_parts(settings=draft is not None, samples=draft is not None and draft.reading is not None)
        self.opening.setEnabled(self._can_open())
        self.using.setEnabled(self._can_open())
        reading = None if draft is None else draft.reading
        pictures = [] if reading is None else first_pictures(self.theme, reading)
        self.pictures.show_tiles(pictures, None)
        self.pictures.setVisible(bool(pictures))
        if draft is None:
            self.source.setText(self.tr("No data chosen"))
            self.found.setText(
                self.tr(
                    "Choose a table (CSV, TSV …), NPZ or NPY arrays, or IDX images, or drop the file on the window; "
                    "or copy cells in a spreadsheet and paste them here."
                )
            )
            self.notes.hide()
            return
        self.source.setText(draft.name or self.tr("Pasted table"))
        self.source.setToolTip("" if draft.path is None else str(draft.path))
        self.found.setText(found_text(draft))
        warnings = () if draft.reading is None else draft.reading.warnings
        self.notes.setText("\n".join(translate_model(warning) for warning in warnings))
        self.notes.setVisible(bool(warnings))
        self.form.show_draft(draft)
        self._tell(draft.problem)
        self._halves.arrange()

    def _tell(self, problem: ModelError | None) -> None:
        self.problem.tell("" if problem is None else error_text(problem))
        if self._draft is not None:
            self.preview.show_reading(self._draft.reading, problem)

    def _can_open(self) -> bool:
        return self._draft is not None and self._draft.problem is None

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
        column.addWidget(self._halves, 1)
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
        self._draft = None
        self.problem.tell("")
        self._show()
        self.close()
