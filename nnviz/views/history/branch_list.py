"""The list of branches: keys, clicks and a context menu."""

from __future__ import annotations

from PyQt6.QtCore import QEvent, QModelIndex, QPoint, QPointF, Qt
from PyQt6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PyQt6.QtWidgets import QToolTip, QWidget

from nnviz.views.history.branch_menu import BranchMenu
from nnviz.views.history.branch_view import BranchView
from nnviz.views.theme import Theme, metrics
from nnviz.views.widgets.shortcuts import is_override, is_plain

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OWN = (*_ENTER, Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Up, Qt.Key.Key_Down)


class BranchList(BranchView):
    """Branches; Enter goes to the chosen one, F2 renames it, Delete discards it, and its menu says so."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(self.tr("Branches; Enter goes to one, F2 renames it, Delete discards it"))
        self.menu = BranchMenu(self)
        self.menu.switch_chosen.connect(self.switch_chosen)
        self.menu.rename_chosen.connect(self.rename_chosen)
        self.menu.compare_chosen.connect(self.compare_chosen)
        self.menu.discard_chosen.connect(self.discard_chosen)

    def event(self, event: QEvent | None) -> bool:
        """Keep its own keys from being the window's shortcuts."""
        return is_override(event, _is_own) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Do with the chosen branch what a key says."""
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
        """Choose a row; on its check box, draw it on the loss plot or not."""
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
        """Tell that another row is chosen."""
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
        self._place_edit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Keep the field over its name."""
        super().scrollContentsBy(dx, dy)
        self._place_edit()

    def viewportEvent(self, event: QEvent | None) -> bool:
        """Tell of a row under a mouse that rests."""
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
        if self._painter.is_cut(row, self.visualRect(index)):
            return f"{row.title}\n{row.details}\n{keys}"
        return keys

    def _is_on_check(self, place: QPointF) -> bool:
        index = self.indexAt(place.toPoint())
        if not index.isValid() or self.rows[index.row()].is_current:
            return False
        gap = self._theme.px(metrics.SMALL_GAP)
        return self.parts_of(self.rows[index.row()].name).check.adjusted(-gap, -gap, gap, gap).contains(place)


def _is_own(event: QKeyEvent) -> bool:
    return is_plain(event) and event.key() in _OWN
