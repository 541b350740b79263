"""Changing a parameter where it is shown: typing over it, dragging it."""

from __future__ import annotations

from dataclasses import dataclass

from PyQt6.QtCore import QObject, QRect, Qt, pyqtSignal
from PyQt6.QtGui import QKeyEvent, QMouseEvent
from PyQt6.QtWidgets import QToolTip, QWidget

from nnviz.model.session.selection import Cell
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import MINUS
from nnviz.views.theme import Theme
from nnviz.views.widgets.cell_editor import CellEditor
from nnviz.views.widgets.scrubbing import Scrub
from nnviz.views.widgets.shortcuts import is_plain


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
        Whether it stands there as a number, so that an editor in its place need not name it.
    """

    cell: Cell
    value: float
    rect: QRect
    name: str
    is_legible: bool = False


class ValueEditing(QObject):
    """The editor and the drag of one surface.

    Signals
    -------
    value_requested(Cell, float)
        A parameter's cell is to hold a number; while it is dragged, at most once for each move of the mouse.
    pause_requested()
        Someone begins to edit, so that a run would only be in the way.
    tabbed(Cell, int)
        The next cell (1) after a cell is to be edited, or the one before (−1).

    Parameters
    ----------
    theme
    surface
        On which the numbers are drawn.
    keyboard
        What has the keyboard while a number is dragged; it gives its key presses to `press_key`.
    """

    value_requested = pyqtSignal(object, object)
    pause_requested = pyqtSignal()
    tabbed = pyqtSignal(object, int)

    def __init__(self, theme: Theme, surface: QWidget, keyboard: QWidget) -> None:
        super().__init__(surface)
        self._cell: Cell | None = None
        self._editor = CellEditor(theme, surface)
        self._scrub = Scrub(theme, surface, keyboard)
        self._editor.accepted.connect(self._request)
        self._editor.tabbed.connect(self._tab)
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
    def is_dragging(self) -> bool:
        """Whether a number is being dragged."""
        return self._scrub.is_dragging

    # Typing ------------------------------------------------------------------------------------------------------

    def type_over(self, target: Target, typed: str = "") -> None:
        """Open the editor over a number; `typed` is what has been typed already."""
        self._editor.finish()
        self._begin()
        self._cell = target.cell
        self._editor.open(target.rect, target.value, target.name, typed, is_legible=target.is_legible)

    def follow(self, target: Target | None) -> None:
        """Take note of what has become of the cell that is being edited; None when it is gone."""
        if target is None or target.cell != self._cell:
            self.stop()
        elif not self._editor.isHidden():
            self._editor.follow(target.value)
            self._editor.place(target.rect)

    def stop(self) -> None:
        """End all editing; nothing more is changed."""
        self._editor.cancel()
        self._scrub.release()

    def follow_moment(self, before: Snapshot | None, snapshot: Snapshot) -> None:
        """End all editing where the next moment is one of another network or scenario."""
        if before is not None and (snapshot.network, snapshot.scenario.name) != (before.network, before.scenario.name):
            self.stop()

    # Dragging ----------------------------------------------------------------------------------------------------

    def press(self, event: QMouseEvent, target: Target, scale: float) -> None:
        """Take note that a number has been pressed, which may become a drag; `scale` is the size of its like."""
        self._cell = target.cell
        self._scrub.press(event, target.name, target.value, scale)

    def move(self, event: QMouseEvent) -> bool:
        """Follow the mouse; tell whether it has a number in its grip."""
        return self._scrub.move(event)

    def release(self) -> None:
        """End a drag."""
        self._scrub.release()

    def wants_key(self, event: QKeyEvent, chosen: object) -> bool:
        """Return whether a key is ours: during a drag all are, else those that open the editor over what is chosen."""
        return self.is_dragging or (typed_text(event) is not None and chosen is not None)

    def press_key(self, event: QKeyEvent) -> bool:
        """Take a key during a drag, all of which are ours; tell whether there is one."""
        if not self.is_dragging:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self._scrub.cancel()
        return True

    # Inside ------------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        QToolTip.hideText()
        self.pause_requested.emit()

    def _request(self, number: float) -> None:
        self.value_requested.emit(self._cell, number)

    def _tab(self, step: int) -> None:
        self.tabbed.emit(self._cell, step)


def typed_text(event: QKeyEvent) -> str | None:
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
