"""The list of branches: which is chosen, what can be done with it, and renaming in place."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import QCoreApplication, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtWidgets import QFrame, QListView, QWidget

from nnviz.views.history.branch_delegate import BranchDelegate, Parts
from nnviz.views.history.branch_model import BranchModel
from nnviz.views.history.rows import BranchRow
from nnviz.views.theme import Theme, metrics
from nnviz.views.widgets.name_edit import NameEdit

_FEWEST_ROWS = 1


class BranchView(QListView):
    """Branches, of which one is chosen.

    Signals
    -------
    switch_requested(str), rename_requested(str, str), discard_requested(str)
        As the panel's.
    compare_requested(str, bool)
        Draw a branch on the loss plot, or not.
    chosen_changed()
        Another row is chosen, or others can be done something with.
    """

    switch_requested = pyqtSignal(str)
    rename_requested = pyqtSignal(str, str)
    discard_requested = pyqtSignal(str)
    compare_requested = pyqtSignal(str, bool)
    chosen_changed = pyqtSignal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = BranchModel(self)
        self._painter = BranchDelegate(theme, self)
        self.setModel(self._rows)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self._edit = NameEdit(theme, self.viewport())
        self._edit.returnPressed.connect(self._enter_name)
        self._edit.textEdited.connect(self._check_name)
        self._edit.left.connect(self._leave_name)

    def minimumSizeHint(self) -> QSize:
        """Return room for one branch."""
        return QSize(self._theme.px(metrics.NUMBER_FIELD_W), _FEWEST_ROWS * max(self.sizeHintForRow(0), 0))

    # What is shown -----------------------------------------------------------------------------------------------

    @property
    def rows(self) -> Sequence[BranchRow]:
        """The branches as they are listed."""
        return self._rows.rows

    @property
    def name_edit(self) -> NameEdit:
        """The field for another name; hidden while nothing is renamed."""
        return self._edit

    @property
    def problem(self) -> str:
        """Why the name in the field is not accepted; empty if it is."""
        return self._painter.problem

    def show_rows(self, rows: Sequence[BranchRow]) -> None:
        """Show branches; what is chosen stays chosen while it is there, else it is the current one."""
        chosen, before, current = self.chosen(), _current(self.rows), _current(rows)
        has_moved = self._rows.show_rows(rows)
        if self._painter.renamed and self._renamed() is None:
            self._end_name()
        elif has_moved:
            self._lay_out()
        index = self.currentIndex()
        if has_moved or before != current:
            index = self._rows.place_of(chosen.name if chosen is not None and before == current else "")
        if not index.isValid():
            index = self._rows.place_of(next((row.name for row in rows if row.is_current), ""))
        if index != self.currentIndex():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        if self.chosen() != chosen:
            self.chosen_changed.emit()

    def chosen(self) -> BranchRow | None:
        """Return the chosen row."""
        index = self.currentIndex()
        return self.rows[index.row()] if index.isValid() else None

    def choose(self, name: str) -> None:
        """Choose a branch."""
        self.setCurrentIndex(self._rows.place_of(name))

    def parts_of(self, name: str) -> Parts:
        """Return where the parts of a branch's row are, in the viewport."""
        index = self._rows.place_of(name)
        return self._painter.parts(self.rows[index.row()], QRectF(self.visualRect(index)))

    # What is done with the chosen one ----------------------------------------------------------------------------

    def switch_chosen(self) -> None:
        """Ask to go to the chosen branch, if that is another."""
        row = self.chosen()
        if row is not None and not row.is_current:
            self.switch_requested.emit(row.name)

    def discard_chosen(self) -> None:
        """Ask to discard the chosen branch, if it is not the only one."""
        row = self.chosen()
        if row is not None and len(self.rows) > 1:
            self.discard_requested.emit(row.name)

    def compare_chosen(self) -> None:
        """Ask to draw the chosen branch on the loss plot, or no longer; the current one always is."""
        row = self.chosen()
        if row is not None and not row.is_current:
            self.compare_requested.emit(row.name, not row.is_compared)

    def rename_chosen(self) -> None:
        """Open a field for another name."""
        row = self.chosen()
        if row is None:
            return
        self._painter.renamed = row.name
        self._lay_out()
        self._edit.setText(row.title)
        self._tell("")
        self.scrollTo(self.currentIndex())
        self._place_edit()
        self._edit.show()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._edit.selectAll()

    # Renaming ----------------------------------------------------------------------------------------------------

    def _place_edit(self) -> None:
        row = self._renamed()
        if row is not None:
            self._edit.setGeometry(self.parts_of(row.name).name.toAlignedRect())

    def _renamed(self) -> BranchRow | None:
        return next((row for row in self.rows if row.name == self._painter.renamed), None)

    def _check_name(self) -> bool:
        """Return whether what was typed can be a name, and under it why not."""
        row, typed = self._renamed(), self._edit.text().strip()
        others = [other for other in self.rows if row is not None and other.name != row.name]
        if not typed:
            self._tell(QCoreApplication.translate("BranchList", "A branch must have a name"))
        elif any(typed in (other.name, other.title) for other in others):
            self._tell(QCoreApplication.translate("BranchList", "Another branch has this name"))
        else:
            self._tell("")
        return not self.problem

    def _tell(self, problem: str) -> None:
        self._painter.problem = problem
        self._edit.show_fault(fault=bool(problem))
        self._edit.setToolTip(problem)
        self._update_viewport()

    def _enter_name(self) -> None:
        row = self._renamed()
        if row is None or not self._check_name():
            return
        new = self._edit.text().strip()
        self._end_name()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if new != row.title:
            self.rename_requested.emit(row.name, new)

    def _leave_name(self, take: bool) -> None:
        row = self._renamed()
        new = self._edit.text().strip()
        accepted = take and row is not None and self._check_name()
        had_focus = self._edit.hasFocus()
        self._end_name()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        if accepted and row is not None and new != row.title:
            self.rename_requested.emit(row.name, new)

    def _end_name(self) -> None:
        self._painter.renamed, self._painter.problem = "", ""
        self._edit.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        """Give rows their heights, and the list no more room than they need."""
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        heights = sum(self.sizeHintForRow(at) for at in range(len(self.rows)))
        self.setMaximumHeight(max(heights, self.minimumSizeHint().height()))

    def _update_viewport(self) -> None:
        viewport = self.viewport()
        if viewport is not None:
            viewport.update()


def _current(rows: Sequence[BranchRow]) -> int | None:
    """Return the place of the current branch among all."""
    return next((row.place for row in rows if row.is_current), None)
