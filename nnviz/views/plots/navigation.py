"""Looking around in a plot, the same in all of them: the wheel zooms, dragging pans, a double click shows everything.

The keys are + and − to zoom, the arrow keys to pan what has been zoomed, 0 to show everything, and Copy for the values.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PyQt6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QRectF, Qt, pyqtSignal
from PyQt6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QWheelEvent
from PyQt6.QtWidgets import QApplication, QMenu, QWidget

from nnviz.views.plots.axis_range import VisibleRange
from nnviz.views.widgets.shortcuts import is_plain

_ZOOM_STEP: Final = 1.25
"""Factor of one step of the wheel, or of one key press."""
_WHEEL_STEP: Final = 120
_PAN_STEP: Final = 0.2
"""Share of what is seen by which one key press pans."""
_ZOOMS: Final = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
_PANS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
_EVENTS: Final = frozenset(
    (
        QEvent.Type.ContextMenu,
        QEvent.Type.KeyPress,
        QEvent.Type.Leave,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseMove,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.Wheel,
    )
)
"""Others are left alone at once: they come in every frame, and also when a plot is destroyed."""


@dataclass(frozen=True)
class NavigationWays:
    """What of the mouse and the keyboard a plot leaves to looking around.

    Attributes
    ----------
    wheel
        The modifier with which the wheel zooms.
    drags
        Whether dragging with the left button pans; the middle button, and the left one with Shift, pan everywhere.
    arrows
        Whether the arrow keys pan.
    menu
        Whether the plot has no menu of its own.
    margin
        Pixels of the plot right of the end of what is seen of its axis across.
    """

    wheel: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    drags: bool = True
    arrows: bool = True
    menu: bool = True
    margin: float = 0.0


class PlotNavigation(QObject):
    """The mouse and the keyboard over a plot, as far as they look around in it.

    Signals
    -------
    moved()
        Another part of the plot is to be seen.
    hovered(object)
        The mouse is over a place of the plot (a QPointF in pixels), or over none (None).
    clicked(QPointF)
        A place was clicked, rather than dragged, while a click might have been a drag.

    Parameters
    ----------
    plot
        The widget whose mouse it is.
    area
        Returns where the plot is between its axes, in pixels of the widget.
    across, up
        What is seen of its axes; None for an axis that always shows everything.
    values
        Returns the values as CSV, to copy.
    ways
        What is left to looking around.
    """

    moved = pyqtSignal()
    hovered = pyqtSignal(object)
    clicked = pyqtSignal(QPointF)

    def __init__(
        self,
        plot: QWidget,
        area: Callable[[], QRectF],
        across: VisibleRange,
        up: VisibleRange | None = None,
        *,
        values: Callable[[], str],
        ways: NavigationWays | None = None,
    ) -> None:
        super().__init__(plot)
        self._plot, self._area, self._across, self._up = plot, area, across, up
        self._values, self._keys, self._ways = values, plot, ways or NavigationWays()
        self._grabbed: QPointF | None = None
        self._last = QPointF()
        self._is_dragged = False
        plot.setMouseTracking(True)
        plot.installEventFilter(self)

    def take_keys(self, widget: QWidget) -> None:
        """Take the keyboard of another widget than the plot."""
        self._keys = widget
        widget.installEventFilter(self)

    # What can be done --------------------------------------------------------------------------------------------

    @property
    def is_whole(self) -> bool:
        """Whether all of the plot is seen."""
        return all(seen.is_whole for seen in self._ranges())

    def show_whole(self) -> None:
        """Show all of the plot."""
        for seen in self._ranges():
            seen.show_whole()
        self.moved.emit()

    def zoom(self, steps: float, at: QPointF | None = None) -> None:
        """Zoom in by steps of the wheel around a place; around the middle when None."""
        area = self._area()
        at = area.center() if at is None else at
        self._across.zoom(_ZOOM_STEP**-steps, _share(at.x() - area.left(), area.width() - self._ways.margin))
        if self._up is not None:
            self._up.zoom(_ZOOM_STEP**-steps, _share(area.bottom() - at.y(), area.height()))
        self.moved.emit()

    def pan(self, right: float, up: float = 0.0) -> None:
        """Pan by steps of a key."""
        self._pan(right * _PAN_STEP, up * _PAN_STEP)

    def copy_values(self) -> None:
        """Copy the values to the clipboard, as CSV."""
        from nnviz.views.widgets.clipboard import copy_text

        copy_text(self._values())

    def menu(self) -> QMenu:
        """Return a menu of what can be done with the plot."""
        menu = QMenu(self._keys)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu)
        return menu

    def fill_menu(self, menu: QMenu) -> None:
        """Add what can be done with any plot to a menu."""
        translate = QCoreApplication.translate
        menu.addAction(translate("Plots", "Copy values (CSV)"), self.copy_values)
        menu.addAction(translate("Plots", "Copy picture"), self._copy_picture)
        menu.addAction(translate("Plots", "Show all (0)"), self.show_whole)
        menu.actions()[-1].setEnabled(not self.is_whole)

    def _copy_picture(self) -> None:
        from nnviz.views.plots.copying import copy_picture

        copy_picture(self._plot)

    def _ranges(self) -> tuple[VisibleRange, ...]:
        return (self._across,) if self._up is None else (self._across, self._up)

    def _pan(self, right: float, up: float) -> None:
        self._across.pan(right)
        if self._up is not None:
            self._up.pan(up)
        self.moved.emit()

    # Events ------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """Take what looks around; leave everything else to the widgets."""
        if event is None or event.type() not in _EVENTS:
            return False
        if isinstance(event, QKeyEvent) and watched is self._keys:
            return self._key(event)
        if watched is not self._plot:
            return False
        if isinstance(event, QWheelEvent):
            return self._wheel(event)
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if event.type() == QEvent.Type.Leave:
            self.hovered.emit(None)
        elif isinstance(event, QContextMenuEvent) and self._ways.menu:
            self.menu().popup(event.globalPos())
            return True
        return False

    def _wheel(self, event: QWheelEvent) -> bool:
        steps = event.angleDelta().y() / _WHEEL_STEP
        is_meant = event.modifiers() == self._ways.wheel and self._area().contains(event.position())
        # Where there is nothing to zoom out of, what is around the plot is scrolled.
        if not is_meant or not steps or (steps < 0 and self.is_whole):
            return False
        self.zoom(steps, event.position())
        event.accept()
        return True

    def _mouse(self, event: QMouseEvent) -> bool:
        act = {
            QEvent.Type.MouseButtonPress: self._press,
            QEvent.Type.MouseMove: self._move,
            QEvent.Type.MouseButtonRelease: self._release,
            QEvent.Type.MouseButtonDblClick: self._double_click,
        }.get(event.type())
        return act is not None and act(event)

    def _press(self, event: QMouseEvent) -> bool:
        button, shift = event.button(), event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        is_pan = button == Qt.MouseButton.MiddleButton or (
            button == Qt.MouseButton.LeftButton and (self._ways.drags or shift)
        )
        if not is_pan or self.is_whole or not self._area().contains(event.position()):
            return False
        self._grabbed = self._last = event.position()
        self._is_dragged = False
        return True

    def _move(self, event: QMouseEvent) -> bool:
        place, area = event.position(), self._area()
        if self._grabbed is None:
            if not event.buttons():
                self.hovered.emit(place if area.contains(place) else None)
            return False
        away = (place - self._grabbed).manhattanLength()
        if self._is_dragged or away >= QApplication.startDragDistance():
            self._is_dragged = True
            moved, self._last = self._last - place, place
            width, height = max(1.0, area.width() - self._ways.margin), max(1.0, area.height())
            self._pan(moved.x() / width, -moved.y() / height)
        return True

    def _release(self, event: QMouseEvent) -> bool:
        if self._grabbed is None:
            return False
        place, self._grabbed = self._grabbed, None
        if not self._is_dragged and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(place)
        return True

    def _double_click(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton or self.is_whole or not self._area().contains(event.position()):
            return False
        self._grabbed = None
        self.show_whole()
        return True

    def _key(self, event: QKeyEvent) -> bool:
        """Keep the keys from the window's shortcuts, and act on them."""
        act = self._action(event)
        if act is None:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress:
            act()
        return event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)

    def _action(self, event: QKeyEvent) -> Callable[[], None] | None:
        if event.matches(QKeySequence.StandardKey.Copy):
            return self.copy_values
        key = Qt.Key(event.key())
        # The + of many keyboards needs Shift.
        if key in _ZOOMS and not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        ):
            return lambda: self.zoom(_ZOOMS[key])
        if not is_plain(event):
            return None
        if key == Qt.Key.Key_0:
            return self.show_whole
        # While everything is seen, the arrow keys remain the window's, for stepping.
        if self._ways.arrows and not self.is_whole and key in _PANS:
            right, up = _PANS[key]
            if right or self._up is not None:
                return lambda: self.pan(right, up)
        return None


def _share(part: float, whole: float) -> float:
    return min(max(part / max(1.0, whole), 0.0), 1.0)
