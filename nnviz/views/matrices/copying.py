"""Copying a matrix, or a number of it, at full precision."""

from __future__ import annotations

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QGuiApplication
from PyQt6.QtWidgets import QMenu, QWidget

from nnviz.model.arrays.array import Array
from nnviz.model.text.numbers import exact
from nnviz.model.text.numpy_literal import as_numpy, as_tsv


def copy_text(text: str) -> None:
    """Put a text on the clipboard."""
    clipboard = QGuiApplication.clipboard()
    assert clipboard is not None
    clipboard.setText(text)


class CopyMenu(QMenu):
    """Offers a matrix to copy, and the number in one of its cells; greyed where nothing has been computed.

    Parameters
    ----------
    label
        How the matrix is written.
    value
        The matrix as drawn; what is copied is what it held when the menu opened.
    row, column
        The cell.
    parent
    """

    def __init__(self, label: str, value: Array | None, row: int, column: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._value, self._row, self._column = value, row, column
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

    def _copy_numpy(self) -> None:
        if self._value is not None:
            copy_text(as_numpy(self._value))

    def _copy_tsv(self) -> None:
        if self._value is not None:
            copy_text(as_tsv(self._value))

    def _copy_number(self) -> None:
        if self._value is not None:
            copy_text(exact(float(self._value[self._row, self._column])))
