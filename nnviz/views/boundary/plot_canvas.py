"""The plot under the mouse and the keyboard."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import QEvent, QPointF, Qt, pyqtSignal
from PyQt6.QtGui import QCursor, QFocusEvent, QKeyEvent
from PyQt6.QtWidgets import QWidget

from nnviz.views.boundary.edits import Place, rounded
from nnviz.views.boundary.keys import DIRECTIONS, Action, action_of
from nnviz.views.boundary.mouse_canvas import MouseCanvas
from nnviz.views.theme import Theme
from nnviz.views.widgets.shortcuts import is_override

_KEY_ZOOM: Final = 1.25
_KEY_STEP: Final = 0.01
"""How far an arrow key moves a sample, as a share of what is shown …"""
_KEY_PAN: Final = 0.1
"""… and the plot."""


class PlotCanvas(MouseCanvas):
    """A plot that can be looked at closely and edited, with the mouse and with the keyboard.

    Signals
    -------
    relabel_asked(int), removal_asked(int)
        A key asked for it, for the sample of that index.

    Parameters
    ----------
    theme
        Colours, fonts and sizes.
    """

    relabel_asked = pyqtSignal(int)
    removal_asked = pyqtSignal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def event(self, event: QEvent | None) -> bool:
        """Take the plot's keys before they are the window's shortcuts."""
        return is_override(event, self._has_use_for) or super().event(event)

    def _has_use_for(self, event: QKeyEvent) -> bool:
        return action_of(event, self._editing) is not None

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Do what a key asks."""
        action = None if event is None or self.moment() is None else action_of(event, self._editing)
        if action is None:
            super().keyPressEvent(event)
        elif action in DIRECTIONS:
            self._step(*DIRECTIONS[action])
        elif action in (Action.CLOSER, Action.FARTHER):
            factor = _KEY_ZOOM if action is Action.CLOSER else 1 / _KEY_ZOOM
            self._zoom(factor, self.viewport().area.center())
        elif action is Action.HOME:
            self.reset_view()
        elif action is Action.ADD:
            self.place_clicked.emit(*self._place_at(self._aim()))
        else:
            self._act_on_sample(action)

    def keyReleaseEvent(self, event: QKeyEvent | None) -> None:
        """Let go of a sample that keys have moved, once for all the repeats of a key."""
        super().keyReleaseEvent(event)
        if event is not None and not event.isAutoRepeat() and self._press is None:
            self._drop()

    def focusOutEvent(self, event: QFocusEvent | None) -> None:
        """Let go of a sample that keys have moved."""
        super().focusOutEvent(event)
        if self._press is None:
            self._drop()

    def _act_on_sample(self, action: Action) -> None:
        moment, sample = self.moment(), self.ringed_sample()
        if action is Action.NONE:
            if self._preview is not None or self._stroke is not None:
                self._give_up_drag()
                self.update()
            else:
                self.sample_clicked.emit(None)
        elif action in (Action.PREVIOUS, Action.NEXT) and moment is not None and len(moment.predictions.samples):
            self.sample_clicked.emit(moment.predictions.neighbour(sample, 1 if action is Action.NEXT else -1))
        elif sample is not None and action is Action.RELABEL:
            self.relabel_asked.emit(sample)
        elif sample is not None and action is Action.REMOVE:
            self.removal_asked.emit(sample)

    def _step(self, across: int, up: int) -> None:
        """Move the ringed sample while editing, else the plot."""
        area, sample = self.viewport().area, self.ringed_sample()
        if self._editing and self._can_move() and sample is not None:
            place = self._preview[1] if self._preview is not None else self._place_of(sample)
            if place is not None:
                extent = self.viewport().extent
                moved = (place[0] + across * _KEY_STEP * extent.width, place[1] + up * _KEY_STEP * extent.height)
                self._preview = (sample, rounded(moved, self.viewport()))
        elif self._zooms():
            self._view.move(area, QPointF(-across * _KEY_PAN * area.width(), up * _KEY_PAN * area.height()))
        self.update()

    def _place_of(self, sample: int) -> Place | None:
        """Return where a drawn sample stands."""
        moment = self.moment()
        column = None if moment is None else moment.predictions.place_of(sample)
        if moment is None or column is None or self._plot is None:
            return None
        first, second = self._plot.places(moment)[:, column].tolist()
        return first, second

    def _aim(self) -> QPointF:
        """Return the pixel at which a key adds: under the mouse, else the middle."""
        under_mouse, area = QPointF(self.mapFromGlobal(QCursor.pos())), self.viewport().area
        return under_mouse if self.underMouse() and area.contains(under_mouse) else area.center()
