"""The diagram, to change weights and biases in: typing, dragging."""

from __future__ import annotations

from PyQt6.QtCore import QEvent, QPointF, QRect, Qt, pyqtSignal
from PyQt6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PyQt6.QtWidgets import QWidget

from nnviz.model.session.selection import Cell
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.network.canvas import NetworkCanvas
from nnviz.views.network.edge_values import EdgeValues
from nnviz.views.network.names import parameter_name
from nnviz.views.network.spots import Spot, parameter_of, place_of, rect_of, spot_of
from nnviz.views.scales import round_up
from nnviz.views.theme import Theme
from nnviz.views.widgets.shortcuts import is_override
from nnviz.views.widgets.value_editing import Target, ValueEditing, typed_text


class EditableNetwork(NetworkCanvas):
    """The diagram, in which a weight is changed at its edge and a bias at its dot.

    A double click opens an editor there, and so do F2 and Enter for the selected one; dragging changes the number.

    Signals
    -------
    value_requested(Cell, float)
        A weight or a bias is to have another value.
    pause_requested()
        Someone begins to edit.

    Parameters
    ----------
    theme
    parent
    """

    value_requested = pyqtSignal(object, object)
    pause_requested = pyqtSignal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        # Where on an edge the editor was opened.
        self._opened_at: QPointF | None = None
        self._editing = ValueEditing(theme, self, self)
        self._editing.value_requested.connect(self.value_requested)
        self._editing.pause_requested.connect(self.pause_requested)
        self._editing.tabbed.connect(self._edit_next)

    @property
    def editing(self) -> ValueEditing:
        """What is being edited."""
        return self._editing

    # What is shown -----------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw another moment; that of another network or scenario ends all editing."""
        self._editing.follow_moment(self._composer.snapshot, snapshot)
        super().show_snapshot(snapshot)

    def _changed(self) -> None:
        super()._changed()
        self._follow_cell()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Take an open editor along."""
        super().resizeEvent(event)
        self._opened_at = None
        self._follow_cell()

    def _follow_cell(self) -> None:
        cell = self._editing.cell
        if cell is not None:
            self._editing.follow(self._target_of(cell))

    def _target_of(self, cell: Cell) -> Target | None:
        """Return what would be edited for a cell; None where no parameter shows it."""
        frame = self._frame()
        spot = None if frame is None else spot_of(frame.snapshot, cell)
        return None if spot is None else self._target(spot, self._opened_at)

    def _target(self, spot: Spot, near: QPointF | None = None) -> Target | None:
        """Return what would be edited at a thing; `near` is a place on an edge, of which it is else the middle."""
        frame = self._frame()
        cell = None if frame is None else parameter_of(frame, spot)
        if frame is None or cell is None:
            return None
        place = near if near is not None and spot.kind == "edge" else place_of(frame, spot)
        if place is None:
            return None
        rect = rect_of(frame.layout, spot)
        around = QRect(place.toPoint(), place.toPoint()) if rect is None else rect.toAlignedRect()
        value = float(frame.snapshot.values[cell.symbol][cell.row, cell.column])
        return Target(cell, value, around, parameter_name(frame.snapshot, cell, frame.convention))

    # The mouse ---------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Ask for what was clicked; from there a weight or a bias can be dragged."""
        super().mousePressEvent(event)
        frame = self._frame()
        if event is None or event.button() != Qt.MouseButton.LeftButton or frame is None:
            return
        spot = self._spot_at(event.position())
        target = None if spot is None else self._target(spot)
        if target is not None:
            magnitude = EdgeValues(frame.snapshot, "weights").magnitude
            self._editing.press(event, target, round_up(magnitude) if magnitude else 1.0)

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Drag a number, or mark what lies under the mouse."""
        if event is None or not self._editing.move(event):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """End a drag."""
        if event is not None and event.button() == Qt.MouseButton.LeftButton:
            self._editing.release()

    def mouseDoubleClickEvent(self, event: QMouseEvent | None) -> None:
        """Type over the weight or the bias under the mouse; anything else has been clicked again."""
        spot = None if event is None else self._spot_at(event.position())
        target = None if event is None or spot is None else self._target(spot, event.position())
        if event is None or target is None or event.button() != Qt.MouseButton.LeftButton:
            super().mouseDoubleClickEvent(event)
        else:
            self._opened_at = event.position()
            self._editing.type_over(target)

    # The keyboard ------------------------------------------------------------------------------------------------

    def event(self, event: QEvent | None) -> bool:
        """Keep the keys that edit from the window; during a drag all keys, and no tooltip."""
        if event is not None and event.type() == QEvent.Type.ToolTip and self._editing.is_dragging:
            return True
        return is_override(event, self._wants_key) or super().event(event)

    def _wants_key(self, event: QKeyEvent) -> bool:
        return self._editing.wants_key(event, self._selected())

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Edit the selected weight or bias, or move the selected unit."""
        if event is None or self._editing.press_key(event):
            return
        typed, target = typed_text(event), self._selected()
        if typed is None or target is None:
            super().keyPressEvent(event)
        else:
            self._opened_at = None
            self._editing.type_over(target, typed)

    def _selected(self) -> Target | None:
        frame = self._frame()
        cell = None if frame is None else frame.selection.cell
        return None if cell is None else self._target_of(cell)

    def _edit_next(self, cell: Cell, step: int) -> None:
        """Edit the parameter after another in its matrix, or before it; beyond the last one end."""
        frame = self._frame()
        if frame is None:
            return
        rows, columns = frame.snapshot.shapes[cell.symbol]
        number = cell.row * columns + cell.column + step
        if 0 <= number < rows * columns:
            following = Cell(cell.symbol, *divmod(number, columns))
            self._opened_at = None
            self.cell_requested.emit(following)
            target = self._target_of(following)
            if target is not None:
                self._editing.type_over(target)
