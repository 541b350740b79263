"""Changing a parameter where it is shown: typing over it, dragging it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from PyQt6.QtCore import QObject, QPointF, QRect, Qt, pyqtSignal
from PyQt6.QtGui import QKeyEvent, QMouseEvent
from PyQt6.QtWidgets import QToolTip, QWidget

from nnviz.model.session.selection import Cell
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import MINUS
from nnviz.views.theme import Theme
from nnviz.views.widgets.cell_editor import CellEditor
from nnviz.views.widgets.scrubbing import Scrub
from nnviz.views.widgets.shortcuts import is_plain

Spot = TypeVar("Spot")
"""How a view says where on it a number is drawn."""


@dataclass(frozen=True)
class Target:
    """A number that can be edited, and where it is.

    Attributes
    ----------
    cell
        Which, in the column convention.
    value
        The number.
    rect
        Where it is drawn, on the surface.
    name
        How it is written.
    is_legible
        Whether it is drawn as a number, so that an editor in its place need not name it.
    """

    cell: Cell
    value: float
    rect: QRect
    name: str
    is_legible: bool = False


class EditableNumbers(Protocol[Spot]):
    """What a view answers about the numbers that are drawn on its surface."""

    def spot_at(self, point: QPointF) -> Spot | None:
        """Return what is drawn at a point of the surface."""

    def spot_of(self, cell: Cell) -> Spot | None:
        """Return where a parameter's cell is drawn; None where it is not."""

    def selected_spot(self) -> Spot | None:
        """Return what a key would edit; None where the view leaves such keys to others."""

    def spot_after(self, cell: Cell, step: int) -> Spot | None:
        """Return what Tab leads to from a cell, or Shift+Tab where `step` is −1; None after the last one."""

    def target(self, spot: Spot, near: QPointF | None) -> Target | None:
        """Return what would be edited at a spot, close to `near` if that is on it; None where it is not a parameter."""

    def magnitude(self, target: Target) -> float:
        """Return the size of the numbers around one, which says how fast a drag changes it."""

    def select(self, spot: Spot) -> None:
        """Ask for a spot to be selected."""

    def reveal(self, spot: Spot) -> None:
        """Bring a spot into view, to be edited."""

    def refuse(self, spot: Spot) -> None:
        """Show that what is drawn at a spot cannot be edited."""


class ValueEditing(QObject, Generic[Spot]):
    """The editor and the drag of one surface.

    A double click, F2, Enter or typing a number opens an editor at a number; dragging changes it. The widget that has
    the keyboard passes its events to the methods of the same name here.

    Signals
    -------
    value_requested(Cell, float)
        A parameter's cell is to hold a number; while it is dragged, at most once for each move of the mouse.
    pause_requested()
        Editing begins, so that a run would only be in the way.

    Parameters
    ----------
    theme
    surface
        On which the numbers are drawn.
    keyboard
        What has the keyboard while a number is dragged.
    numbers
        What is drawn on the surface.
    """

    value_requested = pyqtSignal(object, object)
    pause_requested = pyqtSignal()

    def __init__(self, theme: Theme, surface: QWidget, keyboard: QWidget, numbers: EditableNumbers[Spot]) -> None:
        super().__init__(surface)
        self._numbers = numbers
        self._cell: Cell | None = None
        self._near: QPointF | None = None
        """Where the double click was that opened the editor."""
        self._editor = CellEditor(theme, surface)
        self._scrub = Scrub(theme, surface, keyboard)
        self._editor.accepted.connect(self._request)
        self._editor.tabbed.connect(self._edit_next)
        self._scrub.dragged.connect(self._request)
        self._scrub.began.connect(self._begin)

    @property
    def editor(self) -> CellEditor:
        """The editor; hidden while nothing is typed."""
        return self._editor

    @property
    def cell(self) -> Cell | None:
        """The cell that is being edited; None when nothing is."""
        return self._cell if self.is_dragging or not self._editor.isHidden() else None

    @property
    def typed_over(self) -> Cell | None:
        """The cell over which the editor is open; None while it is closed."""
        return None if self._editor.isHidden() else self._cell

    @property
    def is_dragging(self) -> bool:
        """Whether a number is being dragged."""
        return self._scrub.is_dragging

    # What is shown -----------------------------------------------------------------------------------------------

    def follow(self) -> None:
        """Follow what has become of the cell that is being edited; end where it is gone."""
        cell = self.cell
        if cell is None:
            return
        spot = self._numbers.spot_of(cell)
        target = None if spot is None else self._numbers.target(spot, self._near)
        if target is None or target.cell != cell:
            self.stop()
        elif not self._editor.isHidden():
            self._editor.follow(target.value)
            self._editor.place(target.rect)

    def follow_size(self) -> None:
        """Follow the cell that is being edited on a surface of another size."""
        self._near = None
        self.follow()

    def follow_moment(self, before: Snapshot | None, snapshot: Snapshot) -> None:
        """End all editing where the next moment is one of another network or scenario."""
        if before is not None and (snapshot.network, snapshot.scenario.name) != (before.network, before.scenario.name):
            self.stop()

    def stop(self) -> None:
        """End all editing; nothing more is changed."""
        self._editor.cancel()
        self._scrub.release()

    # Typing ------------------------------------------------------------------------------------------------------

    def edit(self, spot: Spot, typed: str = "", near: QPointF | None = None) -> bool:
        """Open the editor at a spot, or say why there is none.

        Parameters
        ----------
        spot
            Where the number is drawn.
        typed
            What has been typed already.
        near
            Where on the spot the editor is to be, if it is large.

        Returns
        -------
        bool
            Whether the number there can be edited.
        """
        self._numbers.reveal(spot)
        target = self._numbers.target(spot, near)
        if target is None:
            self._numbers.refuse(spot)
            return False
        self._near = near
        self._editor.finish()
        self._begin()
        self._cell = target.cell
        self._editor.open(target.rect, target.value, target.name, typed, is_legible=target.is_legible)
        return True

    def edit_cell(self, cell: Cell) -> None:
        """Open the editor over a cell, if it is drawn."""
        spot = self._numbers.spot_of(cell)
        if spot is not None:
            self.edit(spot)

    def set_value(self, target: Target, value: float) -> None:
        """Ask for a number without an editor."""
        self.pause_requested.emit()
        self.value_requested.emit(target.cell, value)

    # The mouse ---------------------------------------------------------------------------------------------------

    def target_at(self, event: QMouseEvent | None) -> Target | None:
        """Return what a press of the left button would take hold of."""
        if event is None or event.button() != Qt.MouseButton.LeftButton:
            return None
        spot = self._numbers.spot_at(event.position())
        return None if spot is None else self._numbers.target(spot, None)

    def press(self, event: QMouseEvent | None, target: Target | None) -> None:
        """Start editing a number that has been pressed, which may become a drag."""
        if event is not None and target is not None:
            self._cell = target.cell
            self._scrub.press(event, target.name, target.value, self._numbers.magnitude(target))

    def move(self, event: QMouseEvent | None) -> bool:
        """Follow the mouse; return whether it has hold of a number."""
        return event is not None and self._scrub.move(event)

    def release(self, event: QMouseEvent | None) -> None:
        """End a drag."""
        if event is not None and event.button() == Qt.MouseButton.LeftButton:
            self._scrub.release()

    def double_click(self, event: QMouseEvent | None) -> bool:
        """Type over the number under the mouse; return whether there is one that can be edited."""
        if event is None or event.button() != Qt.MouseButton.LeftButton:
            return False
        spot = self._numbers.spot_at(event.position())
        return spot is not None and self.edit(spot, near=event.position())

    # The keyboard ------------------------------------------------------------------------------------------------

    def wants_key(self, event: QKeyEvent) -> bool:
        """Return whether a key is ours: during a drag all are, else those that open the editor over what is chosen."""
        return self.is_dragging or (_typed_text(event) is not None and self._numbers.selected_spot() is not None)

    def press_key(self, event: QKeyEvent) -> bool:
        """Handle a key if it is ours; return whether it is."""
        if self.is_dragging:
            if event.key() == Qt.Key.Key_Escape:
                self._scrub.cancel()
            return True
        typed = _typed_text(event)
        spot = None if typed is None else self._numbers.selected_spot()
        if typed is None or spot is None:
            return False
        self.edit(spot, typed)
        return True

    # Inside ------------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        QToolTip.hideText()
        self.pause_requested.emit()

    def _request(self, number: float) -> None:
        self.value_requested.emit(self._cell, number)

    def _edit_next(self, step: int) -> None:
        """Edit the cell after another, or before it; beyond the last one end."""
        spot = None if self._cell is None else self._numbers.spot_after(self._cell, step)
        if spot is not None:
            self._numbers.select(spot)
            self.edit(spot)


def step_in_matrix(row: int, column: int, shape: tuple[int, int], step: int) -> tuple[int, int] | None:
    """Return the (row, column) after a cell, or before it, row by row; None beyond the ends of the matrix."""
    number = row * shape[1] + column + step
    return divmod(number, shape[1]) if 0 <= number < shape[0] * shape[1] else None


def _typed_text(event: QKeyEvent) -> str | None:
    """Return what a key that opens the editor has typed: a digit, a sign, or nothing (F2, Enter).

    Returns
    -------
    str or None
        None for any other key.
    """
    if not is_plain(event):
        return None
    if event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return ""
    text = event.text()
    return text if len(text) == 1 and text in f"0123456789-{MINUS}.," else None
