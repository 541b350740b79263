"""Renaming a branch in place: a field over its name, checked while the person types."""

from __future__ import annotations

from PyQt6.QtCore import QObject, QRectF, Qt, pyqtSignal
from PyQt6.QtWidgets import QListView

from nnviz.views.history.branch_delegate import BranchDelegate
from nnviz.views.history.branch_model import BranchModel
from nnviz.views.history.rows import BranchRow
from nnviz.views.theme import Theme
from nnviz.views.widgets.name_edit import NameEdit


class BranchRenaming(QObject):
    """Shows a field over a branch's name, and says why a typed name is not accepted.

    Signals
    -------
    rename_requested(str, str)
        A branch, and its new name.
    height_changed()
        The row of the branch has another height: a field is higher than a name.

    Parameters
    ----------
    view
        The list over which the field is shown.
    model, delegate
        The rows of the list, and what paints them.
    theme
        Colours, fonts and sizes.

    Attributes
    ----------
    edit
        The field; hidden while nothing is renamed.
    """

    rename_requested = pyqtSignal(str, str)
    height_changed = pyqtSignal()

    def __init__(self, view: QListView, model: BranchModel, delegate: BranchDelegate, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._model, self._delegate = view, model, delegate
        self.edit = NameEdit(theme, view.viewport())
        self.edit.returnPressed.connect(self._enter)
        self.edit.textEdited.connect(self._check)
        self.edit.left.connect(self._leave)

    @property
    def is_orphaned(self) -> bool:
        """Whether the branch being renamed is gone."""
        return bool(self._delegate.renamed) and self._row() is None

    @property
    def branch(self) -> str:
        """The branch that is being renamed; empty while none is."""
        return self._delegate.renamed

    @property
    def problem(self) -> str:
        """Why the name in the field is not accepted; empty if it is."""
        return self._delegate.problem

    def begin(self, row: BranchRow) -> None:
        """Open the field over a branch's name."""
        self._delegate.renamed = row.name
        self.height_changed.emit()
        self.edit.setText(row.title)
        self._show_problem("")
        self._view.scrollTo(self._model.index_of(row.name))
        self.place()
        self.edit.show()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.selectAll()

    def place(self) -> None:
        """Move the field over the name."""
        row = self._row()
        if row is not None:
            rect = QRectF(self._view.visualRect(self._model.index_of(row.name)))
            self.edit.setGeometry(self._delegate.parts(row, rect).name.toAlignedRect())

    def end(self) -> None:
        """Close the field; the branch keeps its name."""
        self._delegate.renamed, self._delegate.problem = "", ""
        self.edit.hide()
        self.height_changed.emit()

    def _row(self) -> BranchRow | None:
        return next((row for row in self._model.rows if row.name == self._delegate.renamed), None)

    def _check(self) -> bool:
        """Return whether the typed text can be a name, and show why not."""
        row, typed = self._row(), self.edit.text().strip()
        others = [other for other in self._model.rows if row is not None and other.name != row.name]
        if not typed:
            self._show_problem(self.tr("A branch must have a name"))
        elif any(typed in (other.name, other.title) for other in others):
            self._show_problem(self.tr("Another branch has this name"))
        else:
            self._show_problem("")
        return not self.problem

    def _show_problem(self, problem: str) -> None:
        self._delegate.problem = problem
        self.edit.show_fault(fault=bool(problem))
        self.edit.setToolTip(problem)
        viewport = self._view.viewport()
        if viewport is not None:
            viewport.update()

    def _enter(self) -> None:
        row = self._row()
        if row is None or not self._check():
            return
        new = self.edit.text().strip()
        self.end()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        if new != row.title:
            self.rename_requested.emit(row.name, new)

    def _leave(self, take: bool) -> None:
        row = self._row()
        new = self.edit.text().strip()
        accepted = take and row is not None and self._check()
        had_focus = self.edit.hasFocus()
        self.end()
        if had_focus:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        if accepted and row is not None and new != row.title:
            self.rename_requested.emit(row.name, new)
