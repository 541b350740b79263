"""The mouse and the keyboard over the cells of matrices, the same wherever matrices are drawn."""

from __future__ import annotations

from typing import Final, Generic, Protocol, TypeVar

from PyQt6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt, pyqtSignal
from PyQt6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QKeySequence, QMouseEvent
from PyQt6.QtWidgets import QToolTip, QWidget

from nnviz.model.arrays.array import Array
from nnviz.views.widgets.shortcuts import is_plain
from nnviz.views.widgets.value_editing import Target, ValueEditing

Spot = TypeVar("Spot")
"""How a view says where on it a number is drawn."""
SpotOf = TypeVar("SpotOf", covariant=True)
"""The same, for what only returns it."""

_EVENTS: Final = frozenset(
    (
        QEvent.Type.ContextMenu,
        QEvent.Type.FocusIn,
        QEvent.Type.KeyPress,
        QEvent.Type.Leave,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseMove,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.ToolTip,
    )
)
"""Others are left alone at once: they come in every frame, and also when a view is destroyed."""
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


class DrawnCells(Protocol[Spot]):
    """What a view answers about its cells, in pixels of the surface that they are drawn on."""

    def spot_at(self, point: QPointF) -> Spot | None:
        """Return the cell at a point."""

    def rect(self, spot: Spot) -> QRect:
        """Return where a cell is drawn."""

    def array(self, spot: Spot) -> Array | None:
        """Return the matrix of a cell as it is drawn."""

    def target(self, spot: Spot, near: QPointF | None = None) -> Target | None:
        """Return what would be edited at a cell; None where it is no parameter's."""

    def select(self, spot: Spot) -> None:
        """Ask for a cell to be selected."""

    def hover(self, point: QPoint | None) -> None:
        """Point out what is under the mouse; nothing when None."""

    def tip_at(self, point: QPoint) -> str:
        """Return the tooltip at a point."""

    def spoken(self) -> str:
        """Describe what is selected to people who hear the window."""

    def hide_refusal(self) -> None:
        """Hide why a cell cannot be edited."""


class CellCursor(Protocol[SpotOf]):
    """The selected cell, and where the arrow keys lead from it."""

    @property
    def spot(self) -> SpotOf | None:
        """The selected cell."""

    def step(self, down: int, right: int) -> SpotOf | None:
        """Return the cell one step on."""


class CellTool(QObject, Generic[Spot]):
    """Chooses, edits, drags, describes and copies what is under the mouse or selected; any other key is the window's.

    Signals
    -------
    menu_requested(object, QPoint)
        The menu of a cell is to open, at a place of the screen.

    Parameters
    ----------
    surface
        The widget that is drawn on, whose mouse it is.
    keyboard
        The widget that has the keyboard.
    cells, cursor
        What is drawn, and what of it is selected.
    editing
        Typing over numbers, and dragging them.
    """

    menu_requested = pyqtSignal(object, QPoint)

    def __init__(
        self,
        surface: QWidget,
        keyboard: QWidget,
        cells: DrawnCells[Spot],
        cursor: CellCursor[Spot],
        editing: ValueEditing[Spot],
    ) -> None:
        super().__init__(keyboard)
        self._surface, self._keyboard = surface, keyboard
        self._cells, self._cursor, self._editing = cells, cursor, editing
        self._arrows = _ArrowKeys()
        surface.setMouseTracking(True)
        surface.installEventFilter(self)
        keyboard.installEventFilter(self)

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """Take what is about cells; leave everything else to the widgets."""
        if event is None or event.type() not in _EVENTS:
            return False
        if isinstance(event, QContextMenuEvent):
            return self._ask_menu(event)
        if watched is self._surface:
            return self._on_surface(event)
        if isinstance(event, QKeyEvent):
            return self._key(event)
        if isinstance(event, QFocusEvent):
            self._arrows.take_keyboard(event.reason())
            self._keyboard.setAccessibleDescription(self._cells.spoken())
        return False

    def _on_surface(self, event: QEvent) -> bool:
        match event:
            case QMouseEvent():
                return self._mouse(event)
            case QHelpEvent() if event.type() == QEvent.Type.ToolTip:
                if not self._editing.is_dragging:
                    QToolTip.showText(event.globalPos(), self._cells.tip_at(event.pos()), self._surface)
                return True
            case QEvent() if event.type() == QEvent.Type.Leave:
                self._cells.hover(None)
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        match event.type():
            case QEvent.Type.MouseButtonPress:
                self._press(event)
            case QEvent.Type.MouseMove:
                if not self._editing.move(event):
                    self._cells.hover(event.position().toPoint())
            case QEvent.Type.MouseButtonRelease:
                self._editing.release(event)
            case QEvent.Type.MouseButtonDblClick:
                self._editing.double_click(event)
            case _:
                return False
        return True

    def _press(self, event: QMouseEvent) -> None:
        self._cells.hide_refusal()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        # Choosing may scroll, and then something else is under the mouse.
        target, spot = self._editing.target_at(event), self._cells.spot_at(event.position())
        if spot is not None:
            self._cells.select(spot)
        self._editing.press(event, target)

    def _key(self, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            is_copy = event.matches(QKeySequence.StandardKey.Copy)
            if is_copy or self._editing.wants_key(event) or self._arrows.step(event) is not None:
                event.accept()
                return True
            return False
        return event.type() == QEvent.Type.KeyPress and self._press_key(event)

    def _press_key(self, event: QKeyEvent) -> bool:
        self._cells.hide_refusal()
        if self._editing.press_key(event):
            return True
        arrow = self._arrows.step(event)
        if arrow is not None:
            spot = self._cursor.step(*arrow)
            if spot is not None:
                self._cells.select(spot)
            return True
        if not event.matches(QKeySequence.StandardKey.Copy):
            return False
        spot = self._cursor.spot
        value = None if spot is None else self._cells.array(spot)
        if value is not None:
            from nnviz.model.text.numpy_literal import as_numpy
            from nnviz.views.widgets.clipboard import copy_text

            copy_text(as_numpy(value))
        return True

    def _ask_menu(self, event: QContextMenuEvent) -> bool:
        """Ask for the menu of what is under the mouse, or is selected when the menu is asked for by its key."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        spot = self._cells.spot_at(event.pos().toPointF()) if by_mouse else self._cursor.spot
        if spot is not None:
            corner = self._surface.mapToGlobal(self._cells.rect(spot).bottomLeft())
            self.menu_requested.emit(spot, event.globalPos() if by_mouse else corner)
        return True


class _ArrowKeys:
    """Whose the arrow keys are while cells have the keyboard."""

    def __init__(self) -> None:
        self._are_own = False

    def take_keyboard(self, reason: Qt.FocusReason) -> None:
        """Take the keyboard; the arrow keys come with it unless a click brought it."""
        # After a click the arrow keys still step through the program; what comes back with the window is as it was.
        if reason not in _RETURNS:
            self._are_own = reason != Qt.FocusReason.MouseFocusReason

    def step(self, event: QKeyEvent) -> tuple[int, int] | None:
        """Return the step (down, right) of an arrow key that is pressed alone, if the arrow keys are the cells'."""
        return _ARROWS.get(event.key()) if is_plain(event) and self._are_own else None
