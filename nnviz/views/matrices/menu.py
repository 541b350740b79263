"""What a cell's context menu offers: copying its matrix or its number at full precision, and editing a parameter."""

from __future__ import annotations

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtWidgets import QMenu, QWidget

from nnviz.model.arrays.array import Array
from nnviz.model.text.numbers import exact
from nnviz.model.text.numpy_literal import as_numpy, as_tsv
from nnviz.views.widgets.clipboard import copy_text
from nnviz.views.widgets.value_editing import Target


class CellMenu(QMenu):
    """Offers to copy a matrix and the number in one of its cells, and to edit that.

    Copying is greyed where nothing has been computed, editing where the cell is not a parameter's.

    Signals
    -------
    edit_requested(Target)
        The number is to be typed over.
    zero_requested(Target)
        The number is to be 0.

    Parameters
    ----------
    label
        How the matrix is written.
    name
        How the cell is written.
    value
        The matrix as drawn; what is copied is what it held when the menu opened.
    row, column
        The cell.
    target
        What would be edited; None where the cell is not a parameter's.
    parent
    """

    edit_requested = pyqtSignal(object)
    zero_requested = pyqtSignal(object)

    def __init__(
        self,
        label: str,
        name: str,
        value: Array | None,
        row: int,
        column: int,
        target: Target | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._value, self._row, self._column, self._target = value, row, column, target
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, slot in (
            (self.tr("Copy %1 as numpy"), self._copy_numpy),
            (self.tr("Copy %1 as tab-separated values"), self._copy_tsv),
            (self.tr("Copy this number"), self._copy_number),
        ):
            action = self.addAction(text.replace("%1", label))
            assert action is not None
            action.setEnabled(value is not None)
            action.triggered.connect(slot)
        self.addSeparator()
        edit = self.tr("Edit %1…") if target is not None else self.tr("Edit %1… (not a parameter)")
        for text, slot in ((edit, self._edit), (self.tr("Set %1 to 0"), self._set_to_zero)):
            action = self.addAction(text.replace("%1", name))
            assert action is not None
            action.setEnabled(target is not None)
            action.triggered.connect(slot)

    def _copy_numpy(self) -> None:
        if self._value is not None:
            copy_text(as_numpy(self._value))

    def _copy_tsv(self) -> None:
        if self._value is not None:
            copy_text(as_tsv(self._value))

    def _copy_number(self) -> None:
        if self._value is not None:
            copy_text(exact(float(self._value[self._row, self._column])))

    def _edit(self) -> None:
        self.edit_requested.emit(self._target)

    def _set_to_zero(self) -> None:
        self.zero_requested.emit(self._target)
