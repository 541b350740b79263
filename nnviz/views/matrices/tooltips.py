"""The tooltips of the matrices: the exact number, its equation, what a click does."""

from __future__ import annotations

from PyQt6.QtCore import QCoreApplication

from nnviz.model.program.shapes import shape_text
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import exact
from nnviz.views.matrices.arrangement_cache import View
from nnviz.views.matrices.entries import MatrixEntry
from nnviz.views.matrices.place import MatrixPlace
from nnviz.views.matrices.reduction import cell_of_block


class MatrixTooltips:
    """Writes the tooltips for one moment.

    Parameters
    ----------
    snapshot
        The moment.
    view
        Convention and names.
    """

    def __init__(self, snapshot: Snapshot, view: View) -> None:
        self._snapshot, self._view = snapshot, view
        self._labels = snapshot.labels

    def of_block(self, place: MatrixPlace, row: int, column: int) -> str:
        """Describe what a block shows."""
        value = place.entry.value(self._snapshot, self._view.convention)
        lines = [self.of_number(place.entry, *cell_of_block(value, place, row, column))]
        if place.is_reduced:
            rows, columns = place.rows.range_of(row), place.columns.range_of(column)
            text = QCoreApplication.translate(
                "MatricesPanel", "the largest in magnitude of rows %1 to %2, columns %3 to %4"
            )
            for number, end in enumerate((rows[0], rows[-1], columns[0], columns[-1]), start=1):
                text = text.replace(f"%{number}", str(end + 1))
            lines.append(text)
        lines += self._origin(place.entry)
        if place.is_part:
            lines.append(
                QCoreApplication.translate("MatricesPanel", "Wheel: move · Ctrl + wheel: look closer or farther")
            )
        elif place.is_reduced:
            lines.append(QCoreApplication.translate("MatricesPanel", "Ctrl + wheel: look closer, down to the numbers"))
        lines.append(QCoreApplication.translate("MatricesPanel", "Click: the inspector explains this number"))
        if place.entry.is_editable(self._snapshot):
            lines.append(
                QCoreApplication.translate("MatricesPanel", "Double-click: type another value · drag: change it")
            )
        return "\n".join(lines)

    def of_heading(self, entry: MatrixEntry, factor: str = "") -> str:
        """Describe a matrix; `factor` is the power of ten that its cells are in units of, ``×10⁻⁴``."""
        shape = shape_text(entry.shape(self._snapshot, self._view.convention))
        lines = [f"{entry.label(self._labels)}  {shape}", *self._origin(entry)]
        if factor:
            text = QCoreApplication.translate("MatricesPanel", "each number in its cells is to be taken %1")
            lines.append(text.replace("%1", factor))
        return "\n".join(lines)

    def of_number(self, entry: MatrixEntry, row: int, column: int) -> str:
        """Return a number with its name, indices from 1 as drawn: ``δ¹ [2, 3] = 0.17585885693085468``."""
        name = self.name(entry, row, column)
        value = entry.value(self._snapshot, self._view.convention)
        if value is None:
            return QCoreApplication.translate("MatricesPanel", "%1 has not been computed yet").replace("%1", name)
        return f"{name} = {exact(float(value[row, column]))}"

    def name(self, entry: MatrixEntry, row: int, column: int) -> str:
        """Return the name of a cell, indices from 1 as drawn: ``δ¹ [2, 3]``."""
        shape = entry.shape(self._snapshot, self._view.convention)
        index = "" if shape == (1, 1) else f" [{row + 1}, {column + 1}]"
        return entry.label(self._labels) + index

    def refusal(self, entry: MatrixEntry) -> str:
        """Return why a matrix cannot be edited."""
        text = QCoreApplication.translate("MatricesPanel", "%1 is not a parameter: only W and b can be edited")
        return text.replace("%1", entry.label(self._labels))

    def _origin(self, entry: MatrixEntry) -> list[str]:
        if entry.change:
            label = self._labels.of(entry.symbol)
            text = QCoreApplication.translate("MatricesPanel", "by how much this update changed %1")
            return [text.replace("%1", label)]
        if entry.symbol == "X":
            return [QCoreApplication.translate("MatricesPanel", "the inputs of the batch's samples")]
        if entry.symbol == "Y":
            return [QCoreApplication.translate("MatricesPanel", "the targets of the batch's samples")]
        number = self._snapshot.program.line_of.get(entry.symbol)
        if number is None:
            return [QCoreApplication.translate("MatricesPanel", "no line of the program changes it")]
        formula = self._snapshot.program[number].formula(self._labels, self._view.convention)
        text = QCoreApplication.translate("MatricesPanel", "line %1:  %2")
        return [text.replace("%1", str(number)).replace("%2", formula)]
