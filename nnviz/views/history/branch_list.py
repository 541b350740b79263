"""The list of branches: which is chosen, keys, clicks and a context menu."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import QEvent, QModelIndex, QPoint, QPointF, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PyQt6.QtWidgets import QFrame, QListView, QToolTip, QWidget

from nnviz.views.history.branch_delegate import BranchDelegate, Parts
from nnviz.views.history.branch_menu import BranchMenu
from nnviz.views.history.branch_model import BranchModel
from nnviz.views.history.branch_renaming import BranchRenaming
from nnviz.views.history.rows import BranchRow
from nnviz.views.theme import Theme, metrics
from nnviz.views.widgets.shortcuts import is_override, is_plain

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OWN = (*_ENTER, Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Up, Qt.Key.Key_Down)
_FEWEST_ROWS = 1


class BranchList(QListView):
    """Branches, of which one is chosen: Enter goes to it, F2 renames it, Delete discards it, and its menu says so.

    Signals
    -------
    switch_requested(str), rename_requested(str, str), discard_requested(str)
        As the panel's.
    compare_requested(str, bool)
        Draw a branch on the loss plot, or not.
    chosen_changed()
        Another row is chosen, or what can be done with the chosen one has changed.

    Attributes
    ----------
    renaming
        The field for another name.
    menu
        What can be done with the chosen branch.
    """

    switch_requested = pyqtSignal(str)
    rename_requested = pyqtSignal(str, str)
    discard_requested = pyqtSignal(str)
    compare_requested = pyqtSignal(str, bool)
    chosen_changed = pyqtSignal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = BranchModel(self)
        self._delegate = BranchDelegate(theme, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Branches; Enter goes to one, F2 renames it, Delete discards it"))
        self.renaming = BranchRenaming(self, self._model, self._delegate, theme)
        self.renaming.rename_requested.connect(self.rename_requested)
        self.renaming.height_changed.connect(self._lay_out)
        self.menu = BranchMenu(self)
        self.menu.switch_chosen.connect(self.switch_chosen)
        self.menu.rename_chosen.connect(self.rename_chosen)
        self.menu.compare_chosen.connect(self.compare_chosen)
        self.menu.discard_chosen.connect(self.discard_chosen)

    def minimumSizeHint(self) -> QSize:
        """Return a size with room for one branch."""
        return QSize(self._theme.px(metrics.NUMBER_FIELD_W), _FEWEST_ROWS * max(self.sizeHintForRow(0), 0))

    # What is shown -----------------------------------------------------------------------------------------------

    @property
    def rows(self) -> Sequence[BranchRow]:
        """The branches as they are listed."""
        return self._model.rows

    def show_rows(self, rows: Sequence[BranchRow]) -> None:
        """Show branches; the chosen one stays chosen while it exists, else the current one is chosen."""
        chosen, before, current = self.chosen(), _current(self.rows), _current(rows)
        has_moved = self._model.show_rows(rows)
        if self.renaming.is_orphaned:
            self.renaming.end()
        elif has_moved:
            self._lay_out()
        index = self.currentIndex()
        if has_moved or before != current:
            index = self._model.index_of(chosen.name if chosen is not None and before == current else "")
        if not index.isValid():
            index = self._model.index_of(next((row.name for row in rows if row.is_current), ""))
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
        self.setCurrentIndex(self._model.index_of(name))

    def parts_of(self, name: str) -> Parts:
        """Return where the parts of a branch's row are, in the viewport."""
        index = self._model.index_of(name)
        return self._delegate.parts(self.rows[index.row()], QRectF(self.visualRect(index)))

    # What is done with the chosen one ----------------------------------------------------------------------------

    def switch_chosen(self) -> None:
        """Request to go to the chosen branch, unless it is the current one."""
        row = self.chosen()
        if row is not None and not row.is_current:
            self.switch_requested.emit(row.name)

    def discard_chosen(self) -> None:
        """Request to discard the chosen branch, unless it is the only one."""
        row = self.chosen()
        if row is not None and len(self.rows) > 1:
            self.discard_requested.emit(row.name)

    def compare_chosen(self) -> None:
        """Request to draw the chosen branch on the loss plot, or to remove it; the current one is always drawn."""
        row = self.chosen()
        if row is not None and not row.is_current:
            self.compare_requested.emit(row.name, not row.is_compared)

    def rename_chosen(self) -> None:
        """Open a field for another name."""
        row = self.chosen()
        if row is not None:
            self.renaming.begin(row)

    # Keys and the mouse ------------------------------------------------------------------------------------------

    def event(self, event: QEvent | None) -> bool:
        """Keep its own keys from being the window's shortcuts."""
        return is_override(event, _is_own) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Carry out what a key does with the chosen branch."""
        if event is None:
            return
        if not _is_own(event):
            event.ignore()
        elif event.key() in _ENTER:
            self.switch_chosen()
        elif event.key() == Qt.Key.Key_F2:
            self.rename_chosen()
        elif event.key() == Qt.Key.Key_Delete:
            self.discard_chosen()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Choose a row; its check box draws it on the loss plot or removes it."""
        super().mousePressEvent(event)
        if event is not None and event.button() == Qt.MouseButton.LeftButton and self._is_on_check(event.position()):
            self.compare_chosen()

    def mouseDoubleClickEvent(self, event: QMouseEvent | None) -> None:
        """Rename by the name; go to the branch by the rest of its row."""
        if event is None or event.button() != Qt.MouseButton.LeftButton:
            return
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        if self._is_on_check(event.position()):
            self.compare_chosen()
        elif self.parts_of(self.rows[index.row()].name).name.contains(event.position()):
            self.rename_chosen()
        else:
            self.switch_chosen()

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        """Announce that another row is chosen."""
        super().currentChanged(current, previous)
        self.chosen_changed.emit()

    def contextMenuEvent(self, event: QContextMenuEvent | None) -> None:
        """Open the menu of the chosen branch."""
        row = self.chosen()
        if event is None or row is None:
            return
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        elif not self.indexAt(event.pos()).isValid():
            return
        self.menu.show_row(row, is_only=len(self.rows) == 1)
        self.menu.popup(place)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Keep the field over its name."""
        super().resizeEvent(event)
        self.renaming.place()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Keep the field over its name."""
        super().scrollContentsBy(dx, dy)
        self.renaming.place()

    def viewportEvent(self, event: QEvent | None) -> bool:
        """Show the tooltip of the row under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def tip(self, place: QPoint) -> str:
        """Return the tooltip at a place of the viewport."""
        index = self.indexAt(place)
        if not index.isValid():
            return ""
        row = self.rows[index.row()]
        if self._is_on_check(QPointF(place)):
            return self.tr("Draw it on the loss plot")
        keys = self.tr("Enter goes to it · F2 renames · Delete discards")
        if self._delegate.is_cut(row, self.visualRect(index)):
            return f"{row.title}\n{row.details}\n{keys}"
        return keys

    def _is_on_check(self, place: QPointF) -> bool:
        index = self.indexAt(place.toPoint())
        if not index.isValid() or self.rows[index.row()].is_current:
            return False
        gap = self._theme.px(metrics.SMALL_GAP)
        return self.parts_of(self.rows[index.row()].name).check.adjusted(-gap, -gap, gap, gap).contains(place)

    def _lay_out(self) -> None:
        """Set the heights of the rows, and limit the list to the room that they need."""
        # A field is higher than a name. Without one, Qt need not ask for the height of each of thousands of rows.
        is_uniform = not self.renaming.branch
        self.setUniformItemSizes(is_uniform)
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        count = len(self.rows)
        if is_uniform:
            heights = count * max(self.sizeHintForRow(0), 0)
        else:
            heights = sum(self.sizeHintForRow(at) for at in range(count))
        self.setMaximumHeight(max(heights, self.minimumSizeHint().height()))


def _is_own(event: QKeyEvent) -> bool:
    return is_plain(event) and event.key() in _OWN


def _current(rows: Sequence[BranchRow]) -> int | None:
    """Return the place of the current branch among all."""
    return next((row.place for row in rows if row.is_current), None)
