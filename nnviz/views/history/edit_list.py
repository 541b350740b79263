"""The list of the current branch's edits, each of which can be gone to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PyQt6.QtCore import QCoreApplication, QModelIndex, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QFontMetricsF, QPainter
from PyQt6.QtWidgets import QWidget

from nnviz.model.history.edits import Mark
from nnviz.model.text.numbers import MINUS, exact, format_count, format_number
from nnviz.views.theme import Theme, label_font, metrics, mono_small_font
from nnviz.views.translation import translate_model
from nnviz.views.widgets.row_list import RowDelegate, RowList, RowModel

_FEWEST_ROWS = 1


def place_text(mark: Mark) -> str:
    """Return where an edit was made: an update, and inside one how many of its lines had run."""
    update = format_count(mark.position.update)
    return f"{update}·{mark.position.line}" if mark.position.is_inside else update


def edit_text(mark: Mark, number: Callable[[float], str] = format_number) -> str:
    """Return what was done, and of a value that was set the one before, written by `number`."""
    text = translate_model(mark.text)
    if mark.old is None:
        return text
    was = QCoreApplication.translate("HistoryPanel", "%1 (was %2)")
    return was.replace("%1", text).replace("%2", number(mark.old))


def _exact(value: float) -> str:
    return exact(value).replace("-", MINUS)


class _EditModel(RowModel[Mark]):
    """Edits, in order."""

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        mark = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{place_text(mark)}  {edit_text(mark)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tr("%1\nEnter or a double click goes there").replace("%1", edit_text(mark, _exact))
        return None


class _EditPainter(RowDelegate):
    """Paints where an edit was made, and what it was."""

    def __init__(self, theme: Theme, model: _EditModel, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._model = model
        self._mono, self._font = mono_small_font(theme), label_font(theme)
        self._column = 0.0

    def measure(self, marks: Sequence[Mark]) -> None:
        """Make the column of places as wide as the widest place."""
        measure = QFontMetricsF(self._mono)
        self._column = max((measure.horizontalAdvance(place_text(mark)) for mark in marks), default=0.0) + 1

    def paint_row(self, painter: QPainter, rect: QRectF, row: int) -> None:
        theme, mark = self.theme, self._model.rows[row]
        padding, middle = theme.px(metrics.PADDING), Qt.AlignmentFlag.AlignVCenter
        place = QRectF(rect.left() + padding, rect.top(), self._column, rect.height())
        painter.setFont(self._mono)
        painter.setPen(QColor(theme.secondary))
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | middle, place_text(mark))
        left = place.right() + theme.px(metrics.GAP)
        what = QRectF(left, rect.top(), max(0.0, rect.right() - padding - left), rect.height())
        painter.setFont(self._font)
        painter.setPen(QColor(theme.text))
        text = edit_text(mark)
        shown = QFontMetricsF(self._font).elidedText(text, Qt.TextElideMode.ElideRight, what.width())
        painter.drawText(what, Qt.AlignmentFlag.AlignLeft | middle, shown)


class EditList(RowList):
    """Edits, each with its place.

    Signals
    -------
    seek_requested(object, object)
        As the panel's.
    """

    seek_requested = pyqtSignal(object, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, by_double_click=True)
        self._rows = _EditModel(self)
        self._painter = _EditPainter(theme, self._rows, self)
        self.show_in(self._rows, self._painter)
        self.setAccessibleName(self.tr("Edits of this branch; Enter goes to where one was made"))
        self.row_entered.connect(self._seek)

    def minimumSizeHint(self) -> QSize:
        """Return a size with room for one edit."""
        return QSize(self._painter.theme.px(metrics.NUMBER_FIELD_W), self.height_of(_FEWEST_ROWS))

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The edits as they are listed."""
        return self._rows.rows

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """List edits, and scroll to the last one."""
        if marks != self.marks:
            self._painter.measure(marks)
            self._rows.show_rows(marks)
            self.setMaximumHeight(self.height_of(max(_FEWEST_ROWS, len(marks))))
            self.scrollToBottom()

    def _seek(self, row: int) -> None:
        position = self.marks[row].position
        self.seek_requested.emit(position.update, position.line if position.is_inside else None)
