"""The table of samples: sorted by a click on a heading, changed by a double click on a cell."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from PyQt6.QtCore import QAbstractTableModel, QModelIndex, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QBrush, QColor
from PyQt6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from nnviz.views.samples.columns import Column, SampleCells, columns_of
from nnviz.views.theme import Theme, label_font, metrics, mono_small_font

_MEASURED: Final = 12
"""Columns that are fitted to their contents; those after them have the width of the last."""
_WIDEST: Final = 180
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SampleRows(QAbstractTableModel):
    """A row for each sample.

    Signals
    -------
    change_requested(int, object, str)
        A sample, the `Column` that is to be changed, and what was typed.

    Parameters
    ----------
    theme
        Colours and fonts.
    """

    change_requested = pyqtSignal(int, object, str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._font = theme, mono_small_font(theme)
        self._cells: SampleCells | None = None
        self._columns: tuple[Column, ...] = ()
        self._order = np.zeros(0, dtype=np.intp)
        self._sorted: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    def show_cells(self, cells: SampleCells) -> None:
        """Show other samples, or other answers to the same."""
        same = self._cells is not None and self._cells.data is cells.data
        if same:
            self._cells = cells
            self._sort()
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        columns = columns_of(cells.data)
        if len(columns) != len(self._columns):
            self._sorted = (-1, Qt.SortOrder.AscendingOrder)
        self._cells, self._columns = cells, columns
        self._sort()
        self.endResetModel()

    def sample_at(self, row: int) -> int:
        """Return the sample of a row."""
        return int(self._order[row])

    def row_of(self, sample: int) -> int:
        """Return the row of a sample."""
        return int(np.flatnonzero(self._order == sample)[0])

    def columns(self) -> tuple[Column, ...]:
        """Return the columns."""
        return self._columns

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; equal ones stay in the order of their numbers. −1 sorts by these."""
        self.layoutAboutToBeChanged.emit()
        self._sorted = column, order
        self._sort()
        self.layoutChanged.emit()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """Return how many samples there are."""
        return len(self._order)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        """Return how many columns there are."""
        return len(self._columns)

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        """Return whether a cell can be changed."""
        editable = Qt.ItemFlag.ItemIsEditable if self._columns[index.column()].is_editable else Qt.ItemFlag(0)
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | editable

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        cells = self._cells
        if cells is None or index.row() >= len(self._order):
            return None
        sample, column = self.sample_at(index.row()), self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cells.text(column, sample)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.EditRole):
            return cells.text(column, sample, exact=column.role not in ("part", "class", "predicted"))
        if role == Qt.ItemDataRole.FontRole:
            return self._font
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if column.role in ("part", "class", "predicted") else _RIGHT
        if role == Qt.ItemDataRole.ForegroundRole:
            if column.role == "predicted" and cells.is_wrong(sample):
                return QBrush(QColor(self._theme.fault))
            if column.role == "part":
                return QBrush(QColor(self._theme.secondary))
        return None

    def setData(self, index: QModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Request what was typed; the table changes when the data have."""
        column, sample = self._columns[index.column()], self.sample_at(index.row())
        if self._cells is not None and str(value) != self.data(index, Qt.ItemDataRole.EditRole):
            self.change_requested.emit(sample, column, str(value))
        return False

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's title, or a sample's number from 1."""
        across = orientation == Qt.Orientation.Horizontal and section < len(self._columns)
        if role == Qt.ItemDataRole.TextAlignmentRole and across:
            return _LEFT if self._columns[section].role in ("part", "class", "predicted") else _RIGHT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._columns[section].title if section < len(self._columns) else None
        return self.sample_at(section) + 1 if section < len(self._order) else None

    def _sort(self) -> None:
        if self._cells is None:
            return
        column, order = self._sorted
        count = self._cells.data.n_samples
        if column < 0:
            self._order = np.arange(count)
            return
        keys = self._cells.values(self._columns[column])
        ascending = np.argsort(keys, kind="stable")
        if order == Qt.SortOrder.DescendingOrder:
            ascending = np.argsort(-keys.astype(np.float64), kind="stable")
        self._order = ascending


class SampleTable(QTableView):
    """The table.

    Signals
    -------
    sample_requested(object)
        A sample was clicked, or reached by keys.

    Parameters
    ----------
    theme
        Colours, fonts and sizes.
    """

    sample_requested = pyqtSignal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows = SampleRows(theme, self)
        self.setModel(self.rows)
        self.setAccessibleName(self.tr("Samples"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        across, down = self.horizontalHeader(), self.verticalHeader()
        assert across is not None  # a table has both
        assert down is not None
        self.setStyleSheet(
            "QHeaderView, QTableCornerButton::section { background: transparent; border: none; } "
            f"QTableView::item {{ padding: 0 {theme.px(metrics.SMALL_GAP)}px; }}"
        )
        down.setFont(mono_small_font(theme))
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(theme.px(metrics.CELL_H))
        across.setFont(label_font(theme))
        across.setDefaultAlignment(_LEFT)
        across.setMaximumSectionSize(theme.px(_WIDEST))
        across.setSortIndicatorClearable(True)
        across.setToolTip(self.tr("Click: sort; a third click brings the order of the data back"))
        across.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.rows.modelReset.connect(self._fit_columns)

    def sizeHint(self) -> QSize:
        """Return a size with room for some rows."""
        return QSize(self._theme.px(400), self._theme.px(12 * metrics.CELL_H))

    def show_sample(self, sample: int | None) -> None:
        """Mark a sample, and scroll to it."""
        chosen = self.selectionModel()
        if chosen is None:
            return
        blocked = self.blockSignals(True)
        if sample is None or sample >= self.rows.rowCount():
            chosen.clearSelection()
        else:
            row = self.rows.row_of(sample)
            if self.currentIndex().row() != row or not chosen.isRowSelected(row):
                column = max(self.currentIndex().column(), 0)
                self.setCurrentIndex(self.rows.index(row, column))
        self.blockSignals(blocked)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        """Request the sample of the row that was reached."""
        super().currentChanged(current, previous)
        if current.isValid() and not self.signalsBlocked():
            self.sample_requested.emit(self.rows.sample_at(current.row()))

    def _fit_columns(self) -> None:
        columns = self.rows.columnCount()
        for column in range(min(columns, _MEASURED)):
            self.resizeColumnToContents(column)
        for column in range(_MEASURED, columns):
            self.setColumnWidth(column, self.columnWidth(_MEASURED - 1))
