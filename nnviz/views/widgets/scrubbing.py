"""Dragging a number: moving the mouse up or to the right makes it greater."""

from __future__ import annotations

import math
from typing import Final

from PyQt6.QtCore import QObject, QPointF, QRect, Qt, pyqtSignal
from PyQt6.QtGui import QCursor, QMouseEvent
from PyQt6.QtWidgets import QApplication, QWidget

from nnviz.model.text.numbers import format_short
from nnviz.views.theme import Theme, metrics, mono_small_font
from nnviz.views.widgets.borrowed_focus import BorrowedFocus
from nnviz.views.widgets.floating_note import FloatingNote

_STEPS: Final = 100
"""Pixels over which a drag goes through the scale."""
_FACTOR: Final = 10.0
"""How much finer with Shift, and coarser with Ctrl."""
_DIGITS: Final = 6


class Scrub(QObject):
    """One number under the mouse, from its press to its release.

    Signals
    -------
    began()
        The mouse has gone far enough for a drag.
    dragged(float)
        Another number; the old one, too, when the drag is cancelled.

    Parameters
    ----------
    theme
    surface
        On which the numbers are.
    keyboard
        What has the keyboard during a drag, and calls `cancel` on Escape.
    """

    began = pyqtSignal()
    dragged = pyqtSignal(float)

    def __init__(self, theme: Theme, surface: QWidget, keyboard: QWidget) -> None:
        super().__init__(surface)
        self._surface = surface
        self._focus = BorrowedFocus(keyboard)
        self._note = FloatingNote(theme, surface, mono_small_font(theme))
        self._away = theme.px(metrics.ICON)
        self._cursor = QCursor()
        self._is_pressed = self._is_dragging = self._is_level = False
        self._name = ""
        self._last = QPointF()
        self._start = self._travelled = self._value = 0.0
        self._step = 1.0

    @property
    def is_dragging(self) -> bool:
        """Whether a number is being dragged."""
        return self._is_dragging

    def press(self, event: QMouseEvent, name: str, value: float, scale: float) -> None:
        """Remember where a drag would begin.

        Parameters
        ----------
        event
            The press.
        name
            Whose number it is.
        value
            The number; one that is not finite cannot be dragged.
        scale
            Magnitude of the numbers around it.
        """
        self._is_pressed = math.isfinite(value)
        self._name, self._start, self._value, self._travelled = name, value, value, 0.0
        self._last, self._step = event.globalPosition(), scale / _STEPS

    def move(self, event: QMouseEvent) -> bool:
        """Follow the mouse; return whether it has hold of a number, which may not have moved yet."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self.release()
        if not self._is_pressed:
            return False
        place = event.globalPosition()
        way = place - self._last
        if not self._is_dragging:
            if way.manhattanLength() < QApplication.startDragDistance():
                return True
            self._begin(is_level=abs(way.x()) > abs(way.y()))
            way = QPointF()
        self._last = place
        self._go(way.x() if self._is_level else -way.y(), event.modifiers())
        self._show_number(event)
        return True

    def release(self) -> None:
        """End the drag, with the number that it has reached."""
        if self._is_dragging:
            self._note.put_away()
            self._surface.setCursor(self._cursor)
            self._focus.give_back()
        self._is_pressed = self._is_dragging = False

    def cancel(self) -> None:
        """End the drag, with the number that there was before."""
        was_moved = self._is_dragging and self._value != self._start
        self.release()
        if was_moved:
            self.dragged.emit(self._start)

    def _begin(self, *, is_level: bool) -> None:
        self._is_dragging, self._is_level = True, is_level
        self._cursor = self._surface.cursor()
        shape = Qt.CursorShape.SizeHorCursor if is_level else Qt.CursorShape.SizeVerCursor
        self._surface.setCursor(shape)
        self._focus.take()
        self.began.emit()

    def _go(self, pixels: float, modifiers: Qt.KeyboardModifier) -> None:
        step = self._step
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            step /= _FACTOR
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            step *= _FACTOR
        self._travelled += pixels * step
        # On a grid, so that a person can reach 0.5; at the start there is the old number, with all its digits.
        aim = self._start + self._travelled
        has_moved = abs(self._travelled) >= step / 2
        value = float(f"{round(aim / step) * step:.12g}") if has_moved else self._start
        if value != self._value and math.isfinite(value):
            self._value = value
            self.dragged.emit(value)

    def _show_number(self, event: QMouseEvent) -> None:
        here = self._surface.mapFromGlobal(event.globalPosition().toPoint())
        beside = QRect(here.x() + self._away, here.y() - self._away // 2, 1, self._away)
        self._note.show_beside(beside, f"{self._name} = {format_short(self._value, _DIGITS)}")
