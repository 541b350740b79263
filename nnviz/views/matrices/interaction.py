"""The matrices under the mouse and the keyboard: choosing cells, reading exact numbers, copying."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import QCoreApplication, QEvent, QPoint, Qt, pyqtSignal
from PyQt6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QWheelEvent,
)
from PyQt6.QtWidgets import QMenu, QToolTip, QWidget

from nnviz.model.session.selection import Cell, Selection, shown_cell
from nnviz.model.text.numpy_literal import as_numpy
from nnviz.views.matrices.canvas import MatrixSurface
from nnviz.views.matrices.copying import CopyMenu, copy_text
from nnviz.views.matrices.entries import Entry
from nnviz.views.matrices.marks import Block
from nnviz.views.matrices.moves import Spot, step_from
from nnviz.views.matrices.place import Place
from nnviz.views.matrices.reduction import cell_of_block
from nnviz.views.matrices.tips import Tips
from nnviz.views.theme import Theme
from nnviz.views.widgets.shortcuts import is_override, is_plain

_ARROWS: Final[dict[int, tuple[int, int]]] = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
_RETURNS: Final = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class MatrixCanvas(MatrixSurface):
    """The matrices, to point at.

    Signals
    -------
    cell_requested(Cell)
        A cell was clicked or reached with the arrow keys; in the column convention.

    Parameters
    ----------
    theme
    parent
    """

    cell_requested = pyqtSignal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        # ΔW¹ and W¹ have the same cells: this is the one of the two in which the arrow keys move.
        self._entry: Entry | None = None
        self._has_arrows = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Not self.tr, which would look for it under the name of a subclass.
        self.setAccessibleName(QCoreApplication.translate("MatrixCanvas", "Matrices"))

    def show_selection(self, selection: Selection) -> None:
        """Mark the selected cell and sample."""
        super().show_selection(selection)
        self.setAccessibleDescription(self._in_words())

    # Mouse -------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Choose the cell under the mouse."""
        if event is None or event.button() != Qt.MouseButton.LeftButton:
            return
        spot = self._spot_at(event.position().toPoint())
        if spot is not None:
            self._choose(spot)

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Point out the row and the column under the mouse."""
        self._hover(None if event is None else self._block_at(event.position().toPoint()))

    def wheelEvent(self, event: QWheelEvent | None) -> None:
        """Look closer at a reduced matrix with Ctrl, move in what is seen closer; otherwise scroll."""
        if event is None or not self._zoom_or_move(event):
            super().wheelEvent(event)
            return
        event.accept()
        self._refresh()
        self._hover(self._block_at(event.position().toPoint()))

    def _zoom_or_move(self, event: QWheelEvent) -> bool:
        point, turned = event.position().toPoint(), event.angleDelta()
        place = self._place_at(point)
        if place is None or turned.isNull():
            return False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return self._zooms.closer(place, point + QPoint(0, self._offset), 1 if turned.y() > 0 else -1)
        across, down = turned.x(), turned.y()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            across, down = across or down, 0
        return self._zooms.move(place, _sign(-down), _sign(-across))

    def viewportEvent(self, event: QEvent | None) -> bool:
        """Show the exact number under the mouse, and forget what the mouse has left."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tip(event)
            return True
        if event is not None and event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Point out what has come under the mouse."""
        super().scrollContentsBy(dx, dy)
        if self._hovered is not None:
            self._hover(self._block_at(self._port.mapFromGlobal(QCursor.pos())))

    def _hover(self, block: Block | None) -> None:
        if block != self._hovered:
            self._hovered = block
            self._show_scale()
            self._port.update()

    def _show_tip(self, event: QHelpEvent) -> None:
        snapshot, text = self._snapshot, ""
        block, place = self._block_at(event.pos()), self._place_at(event.pos())
        if snapshot is not None and block is not None:
            text = Tips(snapshot, self._view).of_block(*block)
        elif snapshot is not None and place is not None:
            text = Tips(snapshot, self._view).of_heading(place.entry)
        QToolTip.showText(event.globalPos(), text, self._port)

    def _place_at(self, point: QPoint) -> Place | None:
        on_surface = point + QPoint(0, self._offset)
        return next((place for place in self.places() if place.frame.contains(on_surface)), None)

    def _block_at(self, point: QPoint) -> Block | None:
        place = self._place_at(point)
        block = None if place is None else place.block_at(point + QPoint(0, self._offset))
        return None if place is None or block is None else (place, *block)

    def _spot_at(self, point: QPoint) -> Spot | None:
        """Return the cell that is shown at a point."""
        block = self._block_at(point)
        if block is None:
            return None
        place, row, column = block
        value = None if self._snapshot is None else place.entry.value(self._snapshot, self._view.convention)
        return (place, *cell_of_block(value, place, row, column))

    # Keyboard ----------------------------------------------------------------------------------------------------

    def event(self, event: QEvent | None) -> bool:
        """Keep Copy from the window while the matrices have the keyboard, and the arrow keys when it came by Tab."""
        return is_override(event, self._is_own) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Move the selection, or copy its matrix; any other key is the window's."""
        if event is None:
            return
        arrow = self._arrow(event)
        if arrow is not None:
            self._move(*arrow)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy_selected()
        else:
            event.ignore()

    def _is_own(self, event: QKeyEvent) -> bool:
        return self._arrow(event) is not None or event.matches(QKeySequence.StandardKey.Copy)

    def _arrow(self, event: QKeyEvent) -> tuple[int, int] | None:
        """Return the step (down, right) of an arrow key that is pressed alone, if the arrow keys are ours."""
        return _ARROWS.get(event.key()) if is_plain(event) and self._has_arrows else None

    def _move(self, down: int, right: int) -> None:
        spot = self._current()
        if spot is not None:
            self._choose(step_from(self.places(), spot, down, right))
        elif self.places():
            self._choose((self.places()[0], 0, 0))

    def _choose(self, spot: Spot) -> None:
        place, row, column = spot
        self._entry = place.entry
        if place.shows(row, column):
            self._bring_into_view(place.cell_rect(row, column))
        self.cell_requested.emit(Cell(place.entry.symbol, *self._view.as_drawn(row, column)))

    def _current(self) -> Spot | None:
        """Return the selected cell, in the matrix that was last pointed at if that shows it."""
        cell = None if self._snapshot is None else shown_cell(self._snapshot, self._selection)
        if cell is None:
            return None
        places = self._arrangement.of_symbol(cell.symbol)
        place = next((place for place in places if place.entry == self._entry), next(iter(places), None))
        return None if place is None else (place, *self._view.as_drawn(cell.row, cell.column))

    def _in_words(self) -> str:
        spot = self._current()
        if spot is None or self._snapshot is None:
            return ""
        return Tips(self._snapshot, self._view).of_number(spot[0].entry, spot[1], spot[2])

    def focusInEvent(self, event: QFocusEvent | None) -> None:
        """Say what is selected to people who hear the window."""
        super().focusInEvent(event)
        # After a click the arrow keys still step through the program; what comes back with the window is as it was.
        if event is not None and event.reason() not in _RETURNS:
            self._has_arrows = event.reason() != Qt.FocusReason.MouseFocusReason
        self.setAccessibleDescription(self._in_words())

    # Copying -----------------------------------------------------------------------------------------------------

    def contextMenuEvent(self, event: QContextMenuEvent | None) -> None:
        """Offer what can be done with what is under the mouse, or is selected when the menu is asked for by its key."""
        if event is None:
            return
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        spot = self._spot_at(event.pos()) if by_mouse else self._current()
        menu = None if spot is None else self._menu_for(spot)
        if spot is None or menu is None:
            return
        place, row, column = spot
        corner = place.cell_rect(row, column).bottomLeft() - QPoint(0, self._offset)
        menu.popup(event.globalPos() if by_mouse else self._port.mapToGlobal(corner))

    def _menu_for(self, spot: Spot) -> QMenu | None:
        if self._snapshot is None:
            return None
        value = spot[0].entry.value(self._snapshot, self._view.convention)
        return CopyMenu(spot[0].label, value, spot[1], spot[2], self)

    def _copy_selected(self) -> None:
        spot = self._current()
        if spot is not None and self._snapshot is not None:
            value = spot[0].entry.value(self._snapshot, self._view.convention)
            if value is not None:
                copy_text(as_numpy(value))


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)
