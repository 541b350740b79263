"""The edits of the current branch, from which one can go to where each was made."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter
from PyQt6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from nnviz.model.history.edits import Mark
from nnviz.model.numbers import format_count
from nnviz.views.theme import Theme, label_font, metrics, mono_small_font
from nnviz.views.words import translate_model

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OWN = (*_ENTER, Qt.Key.Key_Up, Qt.Key.Key_Down)
_FEWEST_ROWS = 1


def place_text(mark: Mark) -> str:
    """Write where an edit was made: an update, and inside one how many of its lines had run."""
    update = format_count(mark.position.update)
    return f"{update}·{mark.position.line}" if mark.position.is_inside else update


class _Model(QAbstractListModel):
    """Edits, in order."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.marks: tuple[Mark, ...] = ()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.marks)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        mark = self.marks[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{place_text(mark)}  {translate_model(mark.text)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tr("%1\nEnter or a double click goes there").replace("%1", translate_model(mark.text))
        return None

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        self.beginResetModel()
        self.marks = marks
        self.endResetModel()


class _Delegate(QStyledItemDelegate):
    """Paints where an edit was made, and what it was."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._mono, self._font = mono_small_font(theme), label_font(theme)
        self.column = 0.0

    def measure(self, marks: Sequence[Mark]) -> None:
        """Make the column of places as wide as the widest."""
        measure = QFontMetricsF(self._mono)
        self.column = max((measure.horizontalAdvance(place_text(mark)) for mark in marks), default=0.0) + 1

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(0, self._theme.px(metrics.ROW))

    def paint(self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        model = index.model()
        if painter is None or not isinstance(model, _Model):
            return
        theme, mark, rect = self._theme, model.marks[index.row()], QRectF(option.rect)
        painter.save()
        selected = option.state & QStyle.StateFlag.State_Selected and option.state & QStyle.StateFlag.State_HasFocus
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.chosen if selected else theme.window))
        padding, middle = theme.px(metrics.PADDING), Qt.AlignmentFlag.AlignVCenter
        place = QRectF(rect.left() + padding, rect.top(), self.column, rect.height())
        painter.setFont(self._mono)
        painter.setPen(QColor(theme.secondary))
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | middle, place_text(mark))
        left = place.right() + theme.px(metrics.GAP)
        what = QRectF(left, rect.top(), max(0.0, rect.right() - padding - left), rect.height())
        painter.setFont(self._font)
        painter.setPen(QColor(theme.text))
        text = translate_model(mark.text)
        shown = QFontMetricsF(self._font).elidedText(text, Qt.TextElideMode.ElideRight, what.width())
        painter.drawText(what, Qt.AlignmentFlag.AlignLeft | middle, shown)
        painter.restore()


class EditList(QListView):
    """Edits, each with its place.

    Signals
    -------
    seek_requested(object, object)
        As the panel's.
    """

    seek_requested = pyqtSignal(object, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows, self._painter = _Model(self), _Delegate(theme, self)
        self.setModel(self._rows)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Edits of this branch; Enter goes to where one was made"))
        self.doubleClicked.connect(self._seek)

    def minimumSizeHint(self) -> QSize:
        """Give room for one edit."""
        return QSize(self._theme.px(metrics.NUMBER_FIELD_W), _FEWEST_ROWS * self._theme.px(metrics.ROW))

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The edits as they are listed."""
        return self._rows.marks

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """List edits; the last made is in sight."""
        if marks != self.marks:
            self._painter.measure(marks)
            self._rows.show_marks(marks)
            self.setMaximumHeight(max(_FEWEST_ROWS, len(marks)) * self._theme.px(metrics.ROW))
            self.scrollToBottom()

    def event(self, event: QEvent | None) -> bool:
        """Keep its own keys from being the window's shortcuts."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and event.key() in _OWN:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Go to where the chosen edit was made."""
        if event is None:
            return
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._seek(self.currentIndex())
        elif event.key() in _OWN:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _seek(self, index: QModelIndex) -> None:
        position = self.marks[index.row()].position
        self.seek_requested.emit(position.update, position.line if position.is_inside else None)
