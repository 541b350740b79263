"""The matrices, to change parameters in: typing over a cell, dragging it."""

from __future__ import annotations

from PyQt6.QtCore import QEvent, Qt, pyqtSignal
from PyQt6.QtGui import QHideEvent, QKeyEvent, QMouseEvent
from PyQt6.QtWidgets import QMenu, QWidget

from nnviz.model.session.selection import Cell
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.matrices.edit_entries import EditEntries
from nnviz.views.matrices.entries import Entry
from nnviz.views.matrices.interaction import MatrixCanvas
from nnviz.views.matrices.marks import Block
from nnviz.views.matrices.moves import Spot
from nnviz.views.matrices.tips import Tips
from nnviz.views.theme import Theme, label_font
from nnviz.views.widgets.floating_note import FloatingNote
from nnviz.views.widgets.shortcuts import is_override
from nnviz.views.widgets.value_editing import Target, ValueEditing, typed_text


class EditableMatrices(MatrixCanvas):
    """The matrices, in which a parameter is changed where it is shown.

    A double click, F2, Enter, or typing a number opens an editor over the cell; dragging a cell changes its number.

    Signals
    -------
    value_requested(Cell, float)
        A parameter's cell is to hold another number.
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
        self._editing = ValueEditing(theme, self._port, self)
        self._editing.value_requested.connect(self.value_requested)
        self._editing.pause_requested.connect(self.pause_requested)
        self._editing.tabbed.connect(self._edit_next)
        self._refusal = FloatingNote(theme, self._port, label_font(theme))

    @property
    def editing(self) -> ValueEditing:
        """What is being edited."""
        return self._editing

    # What is shown -----------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the matrices of a moment; those of another network or scenario end all editing."""
        self._editing.follow_moment(self._snapshot, snapshot)
        super().show_snapshot(snapshot)

    def _refresh(self) -> None:
        super()._refresh()
        self._refusal.put_away()
        self._follow_cell()

    def hideEvent(self, event: QHideEvent | None) -> None:
        """Say nothing about what cannot be seen."""
        super().hideEvent(event)
        self._refusal.put_away()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Take an open editor along."""
        super().scrollContentsBy(dx, dy)
        self._follow_cell()

    def _follow_cell(self) -> None:
        cell = self._editing.cell
        if cell is not None and self._snapshot is not None:
            self._editing.follow(self._target(self._spot_of(cell)))

    def _spot_of(self, cell: Cell) -> Spot | None:
        """Return where a parameter's cell is drawn; None where it is not on this tab, or not at all."""
        row, column = self._view.as_drawn(cell.row, cell.column)
        for place in self.places():
            if place.entry == Entry(cell.symbol) and place.shows(row, column):
                return place, row, column
        return None

    def _target(self, spot: Spot | None) -> Target | None:
        """Return what would be edited at a spot; None where that is no parameter's cell."""
        snapshot = self._snapshot
        if snapshot is None or spot is None or not spot[0].entry.is_editable(snapshot):
            return None
        place, row, column = spot
        cell = Cell(place.entry.symbol, *self._view.as_drawn(row, column))
        rect = place.cell_rect(row, column).translated(0, -self._offset)
        value = float(snapshot.values[cell.symbol][cell.row, cell.column])
        return Target(cell, value, rect, Tips(snapshot, self._view).name(place.entry, row, column), bool(place.slots))

    # Mouse -------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Choose the cell under the mouse; from there a parameter can be dragged."""
        self._refusal.put_away()
        is_left = event is not None and event.button() == Qt.MouseButton.LeftButton
        target = self._target(self._spot_at(event.position().toPoint())) if event is not None and is_left else None
        super().mousePressEvent(event)
        if event is not None and target is not None:
            self._editing.press(event, target, self._scales.of(Entry(target.cell.symbol).quantity))

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Drag a number, or point out what is under the mouse."""
        if event is None or not self._editing.move(event):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """End a drag."""
        if event is not None and event.button() == Qt.MouseButton.LeftButton:
            self._editing.release()

    def mouseDoubleClickEvent(self, event: QMouseEvent | None) -> None:
        """Type over the number under the mouse."""
        if event is None or event.button() != Qt.MouseButton.LeftButton:
            return
        spot = self._spot_at(event.position().toPoint())
        if spot is not None:
            self._edit(spot)

    def _hover(self, block: Block | None) -> None:
        if block != self._hovered:
            self._refusal.put_away()
        super()._hover(block)

    def viewportEvent(self, event: QEvent | None) -> bool:
        """Show no tooltip over a number that is being dragged."""
        if event is not None and event.type() == QEvent.Type.ToolTip and self._editing.is_dragging:
            return True
        return super().viewportEvent(event)

    # Keyboard ----------------------------------------------------------------------------------------------------

    def event(self, event: QEvent | None) -> bool:
        """Keep the keys that edit from the window; during a drag all keys."""
        return is_override(event, self._wants_key) or super().event(event)

    def _wants_key(self, event: QKeyEvent) -> bool:
        return self._editing.wants_key(event, self._current())

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Edit the selected cell, or whatever else the key means here."""
        if event is None or self._editing.press_key(event):
            return
        self._refusal.put_away()
        typed, spot = typed_text(event), self._current()
        if typed is None or spot is None:
            super().keyPressEvent(event)
        else:
            self._edit(spot, typed)

    # Editing -----------------------------------------------------------------------------------------------------

    def _edit(self, spot: Spot, typed: str = "") -> None:
        """Open the editor, or say why there is none."""
        place, row, column = spot
        self._bring_into_view(place.cell_rect(row, column))
        target = self._target(spot)
        if target is not None:
            self._editing.type_over(target, typed)
        elif self._snapshot is not None:
            # No tooltip: that would go with the mouse button's release.
            rect = place.cell_rect(row, column).translated(0, -self._offset)
            self._refusal.show_beside(rect, Tips(self._snapshot, self._view).refusal(place.entry))

    def _edit_next(self, cell: Cell, step: int) -> None:
        """Edit the cell after another, or before it, as they are drawn; beyond the last one end."""
        spot = self._spot_of(cell)
        if spot is None:
            return
        place, row, column = spot
        number = row * place.columns.count + column + step
        if 0 <= number < place.rows.count * place.columns.count:
            following = (place, *divmod(number, place.columns.count))
            self._choose(following)
            self._edit(following)

    # The menu ----------------------------------------------------------------------------------------------------

    def _menu_for(self, spot: Spot) -> QMenu | None:
        menu = super()._menu_for(spot)
        if menu is not None and self._snapshot is not None:
            name = Tips(self._snapshot, self._view).name(spot[0].entry, spot[1], spot[2])
            entries = EditEntries(menu, name, self._target(spot))
            entries.edit_requested.connect(self._edit_target)
            entries.zero_requested.connect(self._set_to_zero)
        return menu

    def _edit_target(self, target: Target) -> None:
        spot = self._spot_of(target.cell)
        if spot is not None:
            self._edit(spot)

    def _set_to_zero(self, target: Target) -> None:
        self.pause_requested.emit()
        self.value_requested.emit(target.cell, 0.0)
