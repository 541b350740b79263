"""The inspector panel: which cell is explained, and how often its page is written."""

from __future__ import annotations

from PyQt6.QtCore import QElapsedTimer, QPoint, Qt, QTimer, pyqtSignal
from PyQt6.QtGui import QAction, QGuiApplication, QHideEvent, QKeySequence, QShowEvent
from PyQt6.QtWidgets import QMenu, QToolButton, QWidget

from nnviz.model.formula import Convention
from nnviz.model.numbers import exact
from nnviz.model.numpy_text import as_numpy
from nnviz.model.selection import Cell, Selection, shown_cell, valid_for
from nnviz.model.snapshot import Snapshot
from nnviz.views.inspector.page import Notation, Page, array_of, empty_page, page_of
from nnviz.views.inspector.sheet import Sheet
from nnviz.views.panel import Panel
from nnviz.views.theme import Theme, icon

REST = 50
"""Milliseconds between two pages: nobody reads numbers that change sixty times a second."""


class InspectorPanel(Panel):
    """Explains one number: its equation with symbols and with numbers, its exact value, and what it means.

    It shows the selected cell, or one of those that the line wrote which has just run.

    Signals
    -------
    cell_requested(Cell)
        A number in the equation was followed.

    Parameters
    ----------
    theme
        Colours and scale.
    """

    cell_requested = pyqtSignal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("inspector", "", theme, parent)
        self.set_title(self.tr("Inspector"))
        self._snapshot: Snapshot | None = None
        self._selection = Selection()
        self._convention: Convention | None = None
        self._page = Page("", ())
        self._trail: list[Cell] = []
        self._asked: Cell | None = None
        self._since_page = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._write)
        self._make_sheet()
        self._make_copy_action()
        self._write()

    def _make_sheet(self) -> None:
        self._sheet = Sheet(self.theme, self)
        self._sheet.setAccessibleName(self.tr("Explanation of a number"))
        self._sheet.cell_requested.connect(self._follow)
        self._sheet.copy_requested.connect(self._copy_value)
        self._sheet.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._sheet.customContextMenuRequested.connect(self._open_menu)
        self.set_body(self._sheet)
        back = QAction(self.tr("Back"), self._sheet)
        back.setShortcut(QKeySequence(Qt.Key.Key_Backspace))
        back.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        back.triggered.connect(self._go_back)
        self._sheet.addAction(back)

    def _make_copy_action(self) -> None:
        self._copy_action = QAction(icon("copy", self.theme, "secondary"), self.tr("Copy as numpy"), self)
        self._copy_action.setShortcut(QKeySequence("Ctrl+Shift+C"))
        self._copy_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._copy_action.triggered.connect(self._copy_array)
        self._sheet.addAction(self._copy_action)
        button = QToolButton(self)
        button.setProperty("bare", True)
        button.setDefaultAction(self._copy_action)
        self.add_control(button)

    @property
    def sheet(self) -> Sheet:
        """The text."""
        return self._sheet

    @property
    def page(self) -> Page:
        """What is on the sheet."""
        return self._page

    # Showing -----------------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Explain a number of that moment."""
        self._snapshot = snapshot
        self._write_soon()

    def show_selection(self, selection: Selection) -> None:
        """Explain the selected cell, if there is one."""
        self._selection = selection
        self._write_soon()

    def show_convention(self, convention: Convention) -> None:
        """Write subscripts and products for samples in columns or in rows."""
        self._convention = convention
        self._write_soon()

    def hideEvent(self, event: QHideEvent | None) -> None:
        """Write nothing while hidden."""
        super().hideEvent(event)
        self._timer.stop()

    def showEvent(self, event: QShowEvent | None) -> None:
        """Write what was not written while hidden."""
        super().showEvent(event)
        self._write()

    # Inside ------------------------------------------------------------------------------------------------------

    def _write_soon(self) -> None:
        """Write when snapshot and selection have both arrived; in a run, not before the last page has had its rest."""
        if self.isVisible() and not self._timer.isActive():
            spent = self._since_page.elapsed() if self._since_page.isValid() else REST
            self._timer.start(max(0, REST - spent))

    def _write(self) -> None:
        self._timer.stop()
        page = self._next_page()
        if page != self._page:
            is_same_cell = page.cell == self._page.cell
            self._page = page
            self._sheet.show_page(page, keep_place=is_same_cell)
            self.set_aside(page.title)
            self._copy_action.setEnabled(page.value is not None)
            symbol = page.title.split(" ")[0]
            self._copy_action.setToolTip(self.tr("Copy all of %1 as numpy (Ctrl+Shift+C)").replace("%1", symbol))
        if page.cell is not None:
            self._since_page.start()

    def _next_page(self) -> Page:
        snapshot = self._snapshot
        if snapshot is None:
            return empty_page()
        selection = valid_for(snapshot, self._selection)
        cell = shown_cell(snapshot, selection)
        if cell is None:
            return empty_page()
        self._keep_trail(snapshot, cell)
        return page_of(snapshot, selection, cell, self._notation(snapshot), self._trail[-1] if self._trail else None)

    def _notation(self, snapshot: Snapshot) -> Notation:
        convention = snapshot.scenario.convention if self._convention is None else self._convention
        return Notation(snapshot.labels, convention)

    def _keep_trail(self, snapshot: Snapshot, cell: Cell) -> None:
        """Forget the way that led here when the cell was chosen elsewhere, and cells that are no more."""
        if cell != self._page.cell:
            if cell != self._asked:
                self._trail = []
            self._asked = None
        self._trail = [each for each in self._trail if valid_for(snapshot, Selection(cell=each)).cell == each]

    def _follow(self, cell: Cell) -> None:
        if self._trail and cell == self._trail[-1]:
            self._trail.pop()
        elif self._page.cell is not None:
            self._trail.append(self._page.cell)
        self._asked = cell
        self.cell_requested.emit(cell)

    def _go_back(self) -> None:
        if self._trail:
            self._follow(self._trail[-1])

    def _copy_value(self) -> None:
        if self._page.value is not None:
            _to_clipboard(exact(self._page.value))

    def _copy_array(self) -> None:
        snapshot, cell = self._snapshot, self._page.cell
        array = None if snapshot is None or cell is None else array_of(snapshot, cell.symbol)
        if snapshot is not None and array is not None:
            _to_clipboard(as_numpy(array.T if self._notation(snapshot).convention == "rows" else array))

    def _open_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        selected = menu.addAction(self.tr("Copy text"), self._sheet.copy)
        number = menu.addAction(self.tr("Copy number"), self._copy_value)
        menu.addAction(self._copy_action)
        menu.addSeparator()
        menu.addAction(self.tr("Select all"), self._sheet.selectAll)
        assert selected is not None
        assert number is not None  # a menu gives the action that it makes
        selected.setEnabled(self._sheet.textCursor().hasSelection())
        number.setEnabled(self._page.value is not None)
        menu.popup(self._sheet.mapToGlobal(place))


def _to_clipboard(text: str) -> None:
    clipboard = QGuiApplication.clipboard()
    if clipboard is not None:
        clipboard.setText(text)
