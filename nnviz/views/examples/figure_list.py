"""The table of an example's figures."""

from __future__ import annotations

from PyQt6.QtCore import QModelIndex, QRectF, QSize, Qt
from PyQt6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PyQt6.QtWidgets import QSizePolicy, QWidget

from nnviz.views.examples.columns import Widths, columns_in, widths_of
from nnviz.views.examples.rows import FigureRow
from nnviz.views.theme import Theme, hint_font, label_font, metrics, mono_small_font
from nnviz.views.widgets.row_list import RowDelegate, RowList, RowModel

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NO_WIDTHS = Widths(0.0, 0.0, 0.0)


class _FigureModel(RowModel[FigureRow]):
    """Figures, in the author's order."""

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.label}  {row.printed.strip()}  {row.ours.strip()}  {row.mark}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.details
        return None


class _FigurePainter(RowDelegate):
    """Paints a figure's label, both numbers and the mark."""

    def __init__(self, theme: Theme, model: _FigureModel, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._model = model
        self._font, self._mono = label_font(theme), mono_small_font(theme)
        self.widths = _NO_WIDTHS

    def paint_row(self, painter: QPainter, rect: QRectF, row: int) -> None:
        theme, figure = self.theme, self._model.rows[row]
        columns = columns_in(rect, self.widths, theme)
        painter.setFont(self._font)
        painter.setPen(QColor(theme.text))
        metric = QFontMetricsF(self._font)
        label = metric.elidedText(figure.label, Qt.TextElideMode.ElideRight, columns.label.width())
        painter.drawText(columns.label, _LEFT, label)
        painter.setFont(self._mono)
        painter.setPen(QColor(theme.secondary))
        painter.drawText(columns.printed, _RIGHT, figure.printed)
        if figure.finding is None:
            painter.drawText(columns.ours, _RIGHT, figure.ours)
            painter.drawText(columns.mark, _RIGHT, figure.mark)
            return
        met = figure.finding.is_met
        painter.setPen(QColor(theme.text if met else theme.fault))
        painter.drawText(columns.ours, _RIGHT, figure.ours)
        painter.setPen(QColor(theme.holds if met else theme.fault))
        painter.drawText(columns.mark, _RIGHT, figure.mark)


class FigureHead(QWidget):
    """The heading of the columns."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.heads = (self.tr("printed"), self.tr("here"))
        self._first = self.tr("figure")
        self._widths = _NO_WIDTHS
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the height of a row."""
        return QSize(0, self._theme.px(metrics.ROW))

    def show_widths(self, widths: Widths) -> None:
        """Place the names over columns of these widths."""
        self._widths = widths
        self.update()

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Write the names."""
        painter = QPainter(self)
        painter.setFont(hint_font(self._theme))
        painter.setPen(QColor(self._theme.secondary))
        columns = columns_in(QRectF(self.rect()), self._widths, self._theme)
        painter.drawText(columns.label, _LEFT, self._first)
        painter.drawText(columns.printed, _RIGHT, self.heads[0])
        painter.drawText(columns.ours, _RIGHT, self.heads[1])


class FigureList(RowList):
    """Figures, each beside the number computed here; entering a row goes to where it is computed.

    The list is as high as all of them, and its parent scrolls.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.head = FigureHead(theme)
        self._rows = _FigureModel(self)
        self._painter = _FigurePainter(theme, self._rows, self)
        self.show_in(self._rows, self._painter)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Figures of this example; Enter goes to where one is computed"))

    @property
    def rows(self) -> tuple[FigureRow, ...]:
        """The figures as they are listed."""
        return self._rows.rows

    def show_rows(self, rows: tuple[FigureRow, ...]) -> None:
        """List figures."""
        self._painter.widths = widths_of(rows, self.head.heads, self._painter.theme)
        self.head.show_widths(self._painter.widths)
        are_same = [row.figure for row in rows] == [row.figure for row in self.rows]
        self._rows.show_rows(rows, are_same=are_same)
        self.setFixedHeight(self.height_of(len(rows)))
