"""The inspector panel: which cell is explained, and how often its page is written."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import QCoreApplication, QElapsedTimer, QPoint, Qt, QTimer, pyqtSignal
from PyQt6.QtGui import QAction, QHideEvent, QKeySequence, QShowEvent
from PyQt6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from nnviz.model.session.selection import Cell, Selection, shown_cell, valid_for
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention
from nnviz.model.text.numbers import exact
from nnviz.views.inspector.breadcrumbs import Breadcrumbs, CellPath, crumbs
from nnviz.views.inspector.page import LinkTarget, Notation, Page, Paragraph, TextSpan, ToSample
from nnviz.views.inspector.page_view import PageView
from nnviz.views.inspector.spans import array_of
from nnviz.views.panel import Panel
from nnviz.views.theme import Theme, icon, mono_small_font
from nnviz.views.widgets.clipboard import copy_text

REST = 50
"""Milliseconds between two pages: numbers that change sixty times a second cannot be read."""

_SHARE: Final = 0.05
"""Share of the time that writing may take in a run: a page that takes long is written less often."""


class InspectorPanel(Panel):
    """Explains one number: its equation with symbols and with numbers, its exact value, and what it means.

    It shows the selected cell, or one of those that the line wrote which has just run; where it goes to, what each term
    or sample adds to it, and the chain rule. Over it is the path by which it was reached from another.

    Signals
    -------
    cell_requested(Cell)
        A link to a number was followed, forwards or back.
    sample_requested(int)
        The bar of a sample was clicked: its index in the data.
    release_requested()
        The cell is to be pinned no more.

    Parameters
    ----------
    theme
        Colours and scale.
    """

    cell_requested = pyqtSignal(object)
    sample_requested = pyqtSignal(object)
    release_requested = pyqtSignal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("inspector", "", theme, parent)
        self.set_title(self.tr("Inspector"))
        self._snapshot: Snapshot | None = None
        self._selection = Selection()
        self._convention: Convention | None = None
        self._page = Page("", ())
        self._path = CellPath()
        self._by_size = False
        self._since_page = QElapsedTimer()
        self._rest = REST
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._write)
        self._make_page_view()
        self._make_breadcrumbs()
        self._make_pin()
        self._make_digits_button()
        self._make_copy_action()
        self._lay_out()
        self._write()

    def _make_page_view(self) -> None:
        self._page_view = PageView(self.theme, self)
        self._page_view.setAccessibleName(self.tr("Explanation of a number"))
        self._page_view.target_requested.connect(self._follow)
        self._page_view.copy_requested.connect(self._copy_value)
        self._page_view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._page_view.customContextMenuRequested.connect(self._open_menu)

    def _make_breadcrumbs(self) -> None:
        self._breadcrumbs = Breadcrumbs(self.theme, self)
        self._breadcrumbs.setAccessibleName(self.tr("Path to this number"))
        self._breadcrumbs.crumb_requested.connect(self._go_to)
        self._breadcrumbs.back_requested.connect(self._go_back)

    def _make_pin(self) -> None:
        self.pin = QToolButton(self)
        self.pin.setProperty("chip", True)
        self.pin.setFont(mono_small_font(self.theme))
        self.pin.setToolTip(self.tr("This number stays selected while you step. Click: follow the lines again (Esc)"))
        self.pin.clicked.connect(self.release_requested)
        self.pin.setVisible(False)
        self.add_control(self.pin)

    def _make_digits_button(self) -> None:
        self._digits = QToolButton(self)
        self._digits.setProperty("bare", True)
        self._digits.setCheckable(True)
        self._digits.setText(".123…")
        self._digits.setFont(mono_small_font(self.theme))
        self._digits.setAccessibleName(self.tr("All digits"))
        self._digits.setToolTip(self.tr("Show every number with all its digits"))
        self._digits.toggled.connect(self._write)
        self.add_control(self._digits)

    def _lay_out(self) -> None:
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._breadcrumbs)
        column.addWidget(self._page_view, 1)
        self.set_body(body)
        # The page has the keyboard, not the body around it.
        self._page_view.installEventFilter(self)
        self.setFocusProxy(self._page_view)
        back = QAction(self.tr("Back"), body)
        back.setShortcuts([QKeySequence("Alt+Left"), QKeySequence(Qt.Key.Key_Backspace)])
        back.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.triggered.connect(self._go_back)
        body.addAction(back)

    def _make_copy_action(self) -> None:
        self._copy_action = QAction(icon("copy", self.theme, "secondary"), self.tr("Copy as numpy"), self)
        self._copy_action.setShortcut(QKeySequence("Ctrl+Shift+C"))
        self._copy_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._copy_action.triggered.connect(self._copy_array)
        self._page_view.addAction(self._copy_action)
        button = QToolButton(self)
        button.setProperty("bare", True)
        button.setDefaultAction(self._copy_action)
        self.add_control(button)

    @property
    def page_view(self) -> PageView:
        """The widget that shows the page."""
        return self._page_view

    @property
    def is_waiting(self) -> bool:
        """Whether something newer than what is on the page is about to be written."""
        return self._timer.isActive()

    @property
    def breadcrumbs(self) -> Breadcrumbs:
        """The path over the page."""
        return self._breadcrumbs

    @property
    def digits_button(self) -> QToolButton:
        """What switches to all digits."""
        return self._digits

    @property
    def page(self) -> Page:
        """What the page says."""
        return self._page

    # Showing -----------------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Explain a number of that moment."""
        self._snapshot = snapshot
        self._write_soon()

    def show_selection(self, selection: Selection) -> None:
        """Explain the selected cell, if there is one."""
        self._selection = selection
        self._show_title()
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
        """Write when snapshot and selection have both arrived; in a run, not before the last page could be read."""
        if self.isVisible() and not self._timer.isActive():
            spent = self._since_page.elapsed() if self._since_page.isValid() else self._rest
            self._timer.start(max(0, self._rest - spent))

    def _write(self) -> None:
        self._timer.stop()
        self._since_page.start()
        page = self._next_page()
        if page != self._page:
            is_same_cell = page.cell == self._page.cell
            self._page = page
            self._page_view.show_page(page, keep_place=is_same_cell)
            self._show_title()
            self._copy_action.setEnabled(page.value is not None)
            symbol = page.title.split(" ")[0]
            self._copy_action.setToolTip(self.tr("Copy all of %1 as numpy (Ctrl+Shift+C)").replace("%1", symbol))
        if page.cell is None:
            self._since_page.invalidate()
            return
        self._rest = max(REST, round(self._since_page.elapsed() / _SHARE))
        self._since_page.start()

    def _show_title(self) -> None:
        """Name the cell: in a chip where it is pinned, which a click lets go of."""
        is_pinned = self._selection.pinned is not None and self._selection.pinned == self._page.cell
        if is_pinned:
            self.pin.setText(self.tr("pinned %1").replace("%1", self._page.title) + " ×")
        self.pin.setVisible(is_pinned)
        self.set_aside("" if is_pinned else self._page.title)

    def _next_page(self) -> Page:
        snapshot = self._snapshot
        if snapshot is None:
            return _empty_page()
        selection = valid_for(snapshot, self._selection)
        cell = shown_cell(snapshot, selection)
        if cell is None:
            self._breadcrumbs.show_crumbs(())
            return _empty_page()
        notation = self._notation(snapshot)
        self._path.arrive(snapshot, cell)
        self._breadcrumbs.show_crumbs(crumbs(snapshot, self._path.cells, notation))
        from nnviz.views.inspector.page_writer import page_of

        return page_of(snapshot, selection, cell, notation, by_size=self._by_size)

    def _notation(self, snapshot: Snapshot) -> Notation:
        convention = snapshot.scenario.convention if self._convention is None else self._convention
        return Notation(snapshot.labels, convention, self._digits.isChecked())

    def _follow(self, target: LinkTarget) -> None:
        if isinstance(target, Cell):
            self._path.follow(target)
            self.cell_requested.emit(target)
        elif isinstance(target, ToSample):
            self.sample_requested.emit(target.sample)
        else:
            self._by_size = not self._by_size
            self._write()

    def _go_to(self, place: int) -> None:
        cell = self._path.cells[place]
        self._path.go_to(place)
        self.cell_requested.emit(cell)

    def _go_back(self) -> None:
        if len(self._path.cells) > 1:
            self._go_to(len(self._path.cells) - 2)

    def _copy_value(self) -> None:
        if self._page.value is not None:
            copy_text(exact(self._page.value))

    def _copy_array(self) -> None:
        from nnviz.model.text.numpy_literal import as_numpy

        snapshot, cell = self._snapshot, self._page.cell
        array = None if snapshot is None or cell is None else array_of(snapshot, cell.symbol)
        if snapshot is not None and array is not None:
            copy_text(as_numpy(array.T if self._notation(snapshot).convention == "rows" else array))

    def _open_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        selected = menu.addAction(self.tr("Copy text"), self._page_view.copy)
        number = menu.addAction(self.tr("Copy number"), self._copy_value)
        menu.addAction(self._copy_action)
        menu.addSeparator()
        menu.addAction(self.tr("Select all"), self._page_view.selectAll)
        assert selected is not None
        assert number is not None  # a menu returns the action that it makes
        selected.setEnabled(self._page_view.textCursor().hasSelection())
        number.setEnabled(self._page.value is not None)
        menu.popup(self._page_view.mapToGlobal(place))


def _empty_page() -> Page:
    """Return the page for when there is nothing to explain."""
    text = QCoreApplication.translate(
        "InspectorPanel", "Run a line, or click a number, to see its equation here with its numbers."
    )
    return Page("", (Paragraph("words", (TextSpan(text),)),))
