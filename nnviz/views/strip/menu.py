"""What a cell's context menu offers: the verbs of a debugger, copying, and editing a parameter."""

from __future__ import annotations

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QAction
from PyQt6.QtWidgets import QMenu, QWidget

from nnviz.model.arrays.array import Array
from nnviz.model.session.selection import Cell
from nnviz.model.text.numbers import exact
from nnviz.model.text.numpy_literal import as_numpy, as_tsv
from nnviz.views.strip.boxes import StripSpot
from nnviz.views.strip.words import cell_name
from nnviz.views.widgets.clipboard import copy_text
from nnviz.views.widgets.value_editing import Target


class StripMenu(QMenu):
    """Offers what can be done with a cell; what cannot is greyed.

    Signals
    -------
    explain_requested(Cell)
        The inspector is to explain the cell.
    watch_requested(str)
        An expression is to be charted over the run.
    condition_requested(str)
        Runs are to stop where an expression holds.
    line_breakpoint_requested()
        Runs are to stop at the line.
    edit_requested(Target)
        The number is to be typed over.
    zero_requested(Target)
        The number is to be 0.

    Parameters
    ----------
    spot
        The cell.
    cell
        The symbol's cell that it is; None for a person's own arrays, and for some intermediate values.
    target
        What would be edited; None where the cell is not a parameter's.
    parent
    """

    explain_requested = pyqtSignal(object)
    watch_requested = pyqtSignal(str)
    condition_requested = pyqtSignal(str)
    line_breakpoint_requested = pyqtSignal()
    edit_requested = pyqtSignal(object)
    zero_requested = pyqtSignal(object)

    def __init__(self, spot: StripSpot, cell: Cell | None, target: Target | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._spot, self._cell, self._target = spot, cell, target
        self._value: Array | None = spot.box.equation.value(spot.box.operand)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name, label = cell_name(spot), spot.box.label
        number = None if self._value is None else float(self._value[spot.row, spot.column])
        is_symbol = cell is not None and bool(spot.box.operand.symbol)
        explain = self._add(self.tr("Explain %1"), name, is_on=cell is not None)
        explain.triggered.connect(lambda: self.explain_requested.emit(self._cell))
        watch = self._add(self.tr("Watch %1"), name, is_on=is_symbol)
        watch.triggered.connect(lambda: self.watch_requested.emit(self._expression))
        sign = self._add(self.tr("Break when %1 changes its sign"), name, is_on=is_symbol and bool(number))
        sign.triggered.connect(lambda: self.condition_requested.emit(self._other_sign))
        line = self._add(self.tr("Breakpoint on this line, or none"), "", is_on=cell is not None)
        line.triggered.connect(self.line_breakpoint_requested)
        self.addSeparator()
        for text, copied in (
            (self.tr("Copy %1 as numpy"), as_numpy),
            (self.tr("Copy %1 as tab-separated values"), as_tsv),
        ):
            action = self._add(text, label, is_on=self._value is not None)
            action.triggered.connect(lambda _=False, copied=copied: self._copy(copied))
        copy_number = self._add(self.tr("Copy this number"), "", is_on=number is not None)
        copy_number.triggered.connect(lambda: copy_text(exact(number or 0.0)))
        self.addSeparator()
        edit_text = self.tr("Edit %1…") if target is not None else self.tr("Edit %1… (not a parameter)")
        edit = self._add(edit_text, name, is_on=target is not None)
        edit.triggered.connect(lambda: self.edit_requested.emit(self._target))
        zero = self._add(self.tr("Set %1 to 0"), name, is_on=target is not None)
        zero.triggered.connect(lambda: self.zero_requested.emit(self._target))

    def _add(self, text: str, name: str, *, is_on: bool) -> QAction:
        action = self.addAction(text.replace("%1", name))
        assert action is not None
        action.setEnabled(is_on)
        return action

    @property
    def _expression(self) -> str:
        """The cell as an expression of a watch or a breakpoint, indices from 0 in the column convention."""
        assert self._cell is not None
        return f"{self._cell.symbol}[{self._cell.row}, {self._cell.column}]"

    @property
    def _other_sign(self) -> str:
        """The expression that holds where the number has another sign."""
        is_positive = self._value is not None and float(self._value[self._spot.row, self._spot.column]) > 0
        return f"{self._expression} {'<' if is_positive else '>'} 0"

    def _copy(self, written: object) -> None:
        if self._value is not None and callable(written):
            copy_text(written(self._value))
