"""A list without a frame, of rows of one height, that leaves the window its keys."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from PyQt6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QKeyEvent, QPainter
from PyQt6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from nnviz.views.painter_state import saved
from nnviz.views.theme import Theme, metrics
from nnviz.views.widgets.shortcuts import is_override_of

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OWN = (*ENTER, Qt.Key.Key_Up, Qt.Key.Key_Down)

Row = TypeVar("Row")


class RowModel(QAbstractListModel, Generic[Row]):
    """Rows as a Qt model; a subclass says what is shown of one.

    Attributes
    ----------
    rows
        All of them, in order.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def show_rows(self, rows: tuple[Row, ...], *, are_same: bool = False) -> None:
        """Show other rows; where they are the same ones with other contents, the current one stays current."""
        if are_same:
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()


class RowDelegate(QStyledItemDelegate):
    """Paints rows of one height, with what is under the mouse or chosen marked; a subclass paints what is in them."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """Return the same height for every row."""
        return QSize(0, self.theme.px(metrics.ROW))

    def paint(self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Paint the background, then what is in the row."""
        if painter is None:
            return
        rect, state = QRectF(option.rect), option.state
        with saved(painter):
            selected = bool(state & QStyle.StateFlag.State_Selected) and self.marks_chosen(state)
            if selected or state & QStyle.StateFlag.State_MouseOver:
                painter.fillRect(rect, QColor(self.theme.chosen if selected else self.theme.window))
            self.paint_row(painter, rect, index.row())

    def marks_chosen(self, state: QStyle.StateFlag) -> bool:
        """Return whether a chosen row is marked: while the list has the keyboard."""
        return bool(state & QStyle.StateFlag.State_HasFocus)

    def paint_row(self, painter: QPainter, rect: QRectF, row: int) -> None:
        """Paint what is in a row."""
        raise NotImplementedError


class RowList(QListView):
    """Rows that can be entered.

    Signals
    -------
    row_entered(int)
        The row on which Enter was pressed, or that was clicked (twice, if `by_double_click`).
    row_reached(QRect)
        Where the row is that the keyboard went to.
    """

    row_entered = pyqtSignal(int)
    row_reached = pyqtSignal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, by_double_click: bool = False) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        (self.doubleClicked if by_double_click else self.clicked).connect(self._enter)

    def show_in(self, model: RowModel[Any], painter: RowDelegate) -> None:
        """List a model's rows as a painter paints them."""
        self.setModel(model)
        self.setItemDelegate(painter)

    def height_of(self, rows: int) -> int:
        """Return the height of a number of rows."""
        return rows * self._theme.px(metrics.ROW)

    def event(self, event: QEvent | None) -> bool:
        """Keep its own keys from the window's shortcuts."""
        return is_override_of(event, *_OWN) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Go up and down, and enter a row."""
        if event is None:
            return
        if event.key() in ENTER and self.currentIndex().isValid():
            self._enter(self.currentIndex())
        elif event.key() in _OWN:
            super().keyPressEvent(event)
            self.row_reached.emit(self.visualRect(self.currentIndex()))
        else:
            event.ignore()

    def _enter(self, index: QModelIndex) -> None:
        self.row_entered.emit(index.row())
