"""The list of examples."""

from __future__ import annotations

from dataclasses import dataclass

from PyQt6.QtCore import QModelIndex, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QFontMetricsF, QPainter
from PyQt6.QtWidgets import QSizePolicy, QStyle, QWidget

from nnviz.model.examples import MET, NOT_MET, Findings
from nnviz.views.examples.rows import NOT_COMPUTED
from nnviz.views.theme import Theme, label_font, metrics, mono_small_font
from nnviz.views.widgets.row_list import RowDelegate, RowList, RowModel

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_FEWEST_ROWS = 3


@dataclass(frozen=True)
class ExampleRow:
    """An example as it is listed.

    Attributes
    ----------
    name, title, author
        Its name, its title, and who published it.
    found
        The findings on its figures; None until they are computed.
    """

    name: str
    title: str
    author: str
    found: Findings | None

    @property
    def met(self) -> str:
        """How many figures are met."""
        if self.found is None:
            return NOT_COMPUTED
        return f"{sum(finding.is_met for finding in self.found)} {MET}"

    @property
    def missed(self) -> str:
        """How many figures are not met; empty where all are."""
        missed = sum(not finding.is_met for finding in self.found or ())
        return f"{missed} {NOT_MET}" if missed else ""


class _ExampleModel(RowModel[ExampleRow]):
    """Examples."""

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.title}  {row.met}  {row.missed}".rstrip()
        return f"{row.title}\n{row.author}" if role == Qt.ItemDataRole.ToolTipRole else None


class _ExamplePainter(RowDelegate):
    """Paints an example's title and how many of its figures are met."""

    def __init__(self, theme: Theme, model: _ExampleModel, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._model = model
        self._font, self._mono = label_font(theme), mono_small_font(theme)
        # The same room for the number of figures that are met and of those that are not.
        self._room = QFontMetricsF(self._mono).horizontalAdvance(f"99 {MET} ") + theme.px(metrics.SMALL_GAP)

    def marks_chosen(self, state: QStyle.StateFlag) -> bool:
        # The details below are of this one, wherever the keyboard is.
        return True

    def paint_row(self, painter: QPainter, rect: QRectF, row: int) -> None:
        theme, example = self.theme, self._model.rows[row]
        padding = theme.px(metrics.PADDING)
        inner = rect.adjusted(padding, 0, -padding, 0)
        painter.setFont(self._mono)
        right = Qt.AlignmentFlag.AlignRight | _MIDDLE
        painter.setPen(QColor(theme.fault))
        painter.drawText(inner, right, example.missed)
        met = inner.adjusted(0, 0, -self._room, 0)
        painter.setPen(QColor(theme.secondary if example.found is None else theme.holds))
        painter.drawText(met, right, example.met)
        painter.setFont(self._font)
        painter.setPen(QColor(theme.text))
        left = met.adjusted(0, 0, -self._room, 0)
        title = QFontMetricsF(self._font).elidedText(example.title, Qt.TextElideMode.ElideRight, left.width())
        painter.drawText(left, Qt.AlignmentFlag.AlignLeft | _MIDDLE, title)


class ExampleList(RowList):
    """Examples, one of which is chosen.

    Signals
    -------
    chosen_changed(str)
        Name of the example that is chosen now.
    """

    chosen_changed = pyqtSignal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._rows = _ExampleModel(self)
        self.show_in(self._rows, _ExamplePainter(theme, self._rows, self))
        self.setAccessibleName(self.tr("Published examples"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @property
    def rows(self) -> tuple[ExampleRow, ...]:
        """The examples as they are listed."""
        return self._rows.rows

    @property
    def chosen(self) -> str | None:
        """Name of the chosen example; None before there are any."""
        index = self.currentIndex()
        return self.rows[index.row()].name if index.isValid() else None

    def show_rows(self, rows: tuple[ExampleRow, ...]) -> None:
        """List examples."""
        self._rows.show_rows(rows, are_same=len(rows) == len(self.rows))
        self.setMaximumHeight(self.height_of(len(rows)))

    def sizeHint(self) -> QSize:
        """Return a size with room for all examples; a small panel leaves most of its room to the figures."""
        return QSize(super().sizeHint().width(), self.maximumHeight())

    def minimumSizeHint(self) -> QSize:
        """Return a size with room for a few examples."""
        return QSize(super().minimumSizeHint().width(), self.height_of(_FEWEST_ROWS))

    def choose(self, name: str) -> None:
        """Choose an example by its name."""
        row = next(number for number, row in enumerate(self.rows) if row.name == name)
        self.setCurrentIndex(self._rows.index(row))

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        """Announce what is chosen."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen_changed.emit(self.rows[current.row()].name)
