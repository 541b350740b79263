"""The first rows and pictures of what is imported, and the use of each column."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from PyQt6.QtCore import QAbstractTableModel, QModelIndex, QPoint, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QBrush, QColor
from PyQt6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from nnviz.model.arrays.array import Array
from nnviz.model.data.files import DetectedTable
from nnviz.model.errors import ModelError
from nnviz.model.text.translation import Filled
from nnviz.views.imports.pending_import import Role
from nnviz.views.imports.texts import role_title
from nnviz.views.theme import Theme, label_font, metrics, mono_small_font
from nnviz.views.widgets.image_tiles import ImageTile
from nnviz.views.widgets.sample_images import picture_of

_WIDEST: Final = 160
_MEASURED: Final = 40
"""So many columns are fitted to their contents, the others to the widest of these: fitting 785 takes 230 ms."""
_ANSWERS: Final = ("answer", "more")

Cell = tuple[int, int | None]
"""Row and column from 0; None for all columns."""


class _Rows(QAbstractTableModel):
    """The cells as they are in the file."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font = mono_small_font(theme)
        self._reading: DetectedTable | None = None
        self._wrong: Cell | None = None

    def show_reading(self, reading: DetectedTable | None, wrong: Cell | None) -> None:
        self.beginResetModel()
        self._reading, self._wrong = reading, wrong
        self.endResetModel()

    def role_of(self, column: int) -> Role:
        assert self._reading is not None  # called only for columns that are there
        options = self._reading.options
        if column in options.answer_columns:
            return "answer"
        return "unused" if column in options.unused_columns else "input"

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if self._reading is None else len(self._reading.preview)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if self._reading is None else len(self._reading.columns)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._reading is None:
            return None
        row, column = self._reading.preview[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row[column] if column < len(row) else ""
        if role == Qt.ItemDataRole.FontRole:
            return self._font
        if role == Qt.ItemDataRole.BackgroundRole and self.role_of(column) == "answer":
            return QBrush(QColor(self._theme.chosen))
        if role == Qt.ItemDataRole.ForegroundRole:
            if self._is_wrong(index.row(), column):
                return QBrush(QColor(self._theme.fault))
            if self.role_of(column) == "unused":
                return QBrush(QColor(self._theme.faint))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._reading is None or role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return f"{self._reading.columns[section]}\n{role_title(self.role_of(section))}"
        # As an editor counts the rows of the file.
        lines = self._reading.lines
        return lines[section] if section < len(lines) else section + 1 + self._reading.options.header

    def _is_wrong(self, row: int, column: int) -> bool:
        return self._wrong is not None and self._wrong[0] == row and self._wrong[1] in (None, column)


class Preview(QTableView):
    """A table of the first rows; a click on a column's heading opens a menu with its uses.

    Signals
    -------
    role_requested(int, str, bool)
        A column, from 0; its new use; and whether it is an additional answer.

    Parameters
    ----------
    theme
        Colours, fonts and sizes.
    """

    role_requested = pyqtSignal(int, str, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reading: DetectedTable | None = None
        self._rows = _Rows(theme, self)
        self._column = 0
        self.menu = QMenu(self)
        self.menu.triggered.connect(self._take)
        self.setModel(self._rows)
        self.setAccessibleName(self.tr("The first rows"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        across, down = self.horizontalHeader(), self.verticalHeader()
        assert across is not None  # a table has both
        assert down is not None
        # Where there is no column, the heading looks like the panel, and not like a bar.
        self.setStyleSheet("QHeaderView, QTableCornerButton::section { background: transparent; border: none; }")
        down.setFont(mono_small_font(theme))
        across.setFont(label_font(theme))
        across.setSectionsClickable(True)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setMaximumSectionSize(theme.px(_WIDEST))
        across.setToolTip(self.tr("Click: what the column is for"))
        across.sectionClicked.connect(self._ask_role)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(theme.px(metrics.CELL_H))

    def sizeHint(self) -> QSize:
        """Return a size with room for some rows."""
        return QSize(self._theme.px(360), self._theme.px(8 * metrics.CELL_H))

    def show_reading(self, reading: DetectedTable | None, problem: ModelError | None) -> None:
        """Show how the source is read, and where a problem is."""
        self._reading = reading
        wrong = None if reading is None or problem is None else wrong_cell(reading, problem)
        self._rows.show_reading(reading, wrong)
        self._fit_columns()
        if wrong is not None:
            self.scrollTo(self._rows.index(wrong[0], wrong[1] or 0))

    def _fit_columns(self) -> None:
        columns = self._rows.columnCount()
        for column in range(min(columns, _MEASURED)):
            self.resizeColumnToContents(column)
        if columns > _MEASURED:
            widest = max(self.columnWidth(column) for column in range(_MEASURED))
            for column in range(_MEASURED, columns):
                self.setColumnWidth(column, widest)

    def offer_roles(self, column: int) -> None:
        """Fill the menu with the uses of a column."""
        self._column = column
        self.menu.clear()
        if self._reading is None or self._reading.options.format not in ("text", "excel", "npy"):
            return
        now = self._rows.role_of(column)
        choices = [(role, role_title(role)) for role in ("input", "answer", "unused")]
        if now != "answer" and self._reading.options.task == "regression":
            choices.insert(2, ("more", self.tr("additional answer")))
        for key, title in choices:
            action = self.menu.addAction(title)
            assert action is not None  # a menu returns the action that it makes
            action.setData(key)
            action.setCheckable(True)
            action.setChecked(key == now)

    def _ask_role(self, column: int) -> None:
        self.offer_roles(column)
        header = self.horizontalHeader()
        if header is not None and not self.menu.isEmpty():
            at = QPoint(header.sectionViewportPosition(column), header.height())
            self.menu.popup(header.mapToGlobal(at))

    def _take(self, action: Any) -> None:
        key = action.data()
        self.role_requested.emit(self._column, "answer" if key in _ANSWERS else key, key == "more")


def wrong_cell(reading: DetectedTable, problem: ModelError) -> Cell | None:
    """Return the cell that a problem is about, if it is among the first rows."""
    if not isinstance(problem.where, Filled):
        return None
    row, column = problem.where.values.get("row"), problem.where.values.get("column")
    if not isinstance(row, int):
        return None
    at = reading.lines.index(row) if row in reading.lines else row - 1 - reading.options.header
    inside = 0 <= at < len(reading.preview)
    return (at, column - 1 if isinstance(column, int) else None) if inside else None


def first_pictures(theme: Theme, reading: DetectedTable) -> list[ImageTile]:
    """Return pictures of the first samples, each with its answer; none where they are no pictures."""
    shape = reading.options.image_shape
    if shape is None or shape[0] * shape[1] != reading.n_inputs:
        return []
    samples = [(row, _pixels(row, reading)) for row in reading.preview if len(row) == len(reading.columns)]
    pixels = [found for _, found in samples if found is not None]
    if not pixels:
        return []
    high = max(float(found.max()) for found in pixels)
    limits = min(0.0, *(float(found.min()) for found in pixels)), high if high > 0 else 1.0
    return [
        ImageTile(number, picture_of(theme, found, shape, limits), _answer(row, reading))
        for number, (row, found) in enumerate(samples)
        if found is not None
    ]


def _pixels(row: tuple[str, ...], reading: DetectedTable) -> Array | None:
    """Return a row's inputs; None where one of them is missing."""
    decimal = reading.options.decimal
    try:
        numbers = [float(row[column].replace(decimal, ".")) for column in reading.input_columns]
    except ValueError:
        return None
    found = np.array(numbers)
    return found if np.isfinite(found).all() else None


def _answer(row: tuple[str, ...], reading: DetectedTable) -> str:
    return ", ".join(row[column] for column in reading.answer_columns if column < len(row))
