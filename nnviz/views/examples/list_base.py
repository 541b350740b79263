"""A list without a frame, as long as its rows, that leaves the window its keys."""

from __future__ import annotations

from PyQt6.QtCore import QEvent, QModelIndex, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QKeyEvent, QPainter
from PyQt6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from nnviz.views.theme import Theme, metrics

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OWN = (*ENTER, Qt.Key.Key_Up, Qt.Key.Key_Down)


class RowPainter(QStyledItemDelegate):
    """Paints rows of one height, with what is under the mouse or chosen marked; what is in them is a subclass's."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """Give every row the same height."""
        return QSize(0, self.theme.px(metrics.ROW))

    def paint(self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Paint the background, then what is in the row."""
        if painter is None:
            return
        rect, state = QRectF(option.rect), option.state
        painter.save()
        selected = bool(state & QStyle.StateFlag.State_Selected) and self.marks_chosen(state)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(self.theme.chosen if selected else self.theme.window))
        self.paint_row(painter, rect, index.row())
        painter.restore()

    def marks_chosen(self, state: QStyle.StateFlag) -> bool:
        """Tell whether a chosen row is marked: while the list has the keyboard."""
        return bool(state & QStyle.StateFlag.State_HasFocus)

    def paint_row(self, painter: QPainter, rect: QRectF, row: int) -> None:
        """Paint what is in a row."""
        raise NotImplementedError


class RowList(QListView):
    """Rows that can be entered. It has no scroll bars: after `fit` all are in sight, and what it stands in scrolls.

    Signals
    -------
    row_entered(int)
        The row that was clicked, or on which Enter was pressed.
    row_reached(QRect)
        Where the row is that the keyboard went to.
    """

    row_entered = pyqtSignal(int)
    row_reached = pyqtSignal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.clicked.connect(self._enter)

    def fit(self, rows: int) -> None:
        """Be as high as a number of rows."""
        self.setFixedHeight(rows * self._theme.px(metrics.ROW))

    def event(self, event: QEvent | None) -> bool:
        """Keep its own keys from being the window's shortcuts."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and event.key() in _OWN:
            event.accept()
            return True
        return super().event(event)

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
