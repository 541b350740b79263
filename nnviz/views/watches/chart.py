"""The chart of one watch: its picture, and its mouse and keyboard."""

from __future__ import annotations

from typing import Final

import numpy as np
from PyQt6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PyQt6.QtWidgets import QMenu, QSizePolicy, QToolButton, QToolTip, QWidget

from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import exact
from nnviz.model.watches.watch import Watch, WatchCurve
from nnviz.views.plots.axis_range import VisibleRange
from nnviz.views.plots.copying import as_csv
from nnviz.views.plots.navigation import NavigationWays, PlotNavigation
from nnviz.views.theme import Theme, icon, metrics
from nnviz.views.watches import texts
from nnviz.views.watches.picture import WatchPicture
from nnviz.views.widgets.shortcuts import is_override_of

_REMOVE_SHARE: Final = 0.75
"""The remove button's size, as a share of an icon's."""
_REMOVALS: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class WatchChart(QWidget):
    """Draws a watch; a click goes to an update, and its button or Delete removes it.

    While all updates are seen a drag goes along the run; zoomed in, it pans.

    Signals
    -------
    removal_requested(Watch)
        Remove it.
    seek_requested(int)
        Go to the end of an update.
    coarseness_changed()
        The chart has another width, so one stroke may cover another number of updates.
    moved()
        Other updates are to be seen.

    Parameters
    ----------
    watch
        Which.
    theme
        Colours, fonts and sizes.
    updates
        What is seen of the updates, which charts beside each other have in common.

    Attributes
    ----------
    picture
        What is drawn, and where its parts are.
    navigation
        The mouse and the keyboard over it, as far as they look around.
    """

    removal_requested = pyqtSignal(object)
    seek_requested = pyqtSignal(object)
    coarseness_changed = pyqtSignal()
    moved = pyqtSignal()

    def __init__(self, watch: Watch, theme: Theme, updates: VisibleRange, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.watch = watch
        self._theme = theme
        self._asked: int | None = None
        self.picture = WatchPicture(watch, theme, self, updates)
        self.remove = self._make_remove()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self.picture.height)
        self.setAccessibleName(watch.text)
        ways = NavigationWays(menu=False)
        self.navigation = PlotNavigation(self, self._area, updates, values=self._csv, ways=ways)
        self.navigation.moved.connect(self.moved)
        self.navigation.hovered.connect(self._hover)
        self.navigation.clicked.connect(self._seek_clicked)
        # A click leaves the keyboard where it is: the arrow keys step through the program.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _make_remove(self) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("bare", True)
        button.setIcon(icon("close", self._theme, "secondary"))
        side = round(self._theme.px(metrics.ICON) * _REMOVE_SHARE)
        button.setIconSize(QSize(side, side))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.setToolTip(self.tr("Remove this watch (Delete)"))
        button.setAccessibleName(button.toolTip())
        button.hide()
        button.clicked.connect(self._ask_removal)
        return button

    def sizeHint(self) -> QSize:
        """Return a size with room for the numbers and some of the curve."""
        return QSize(self.picture.useful_width, self.height())

    # What is shown -----------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the position in the run, and the value there."""
        self.picture.show_snapshot(snapshot)
        self.setAccessibleDescription(texts.exact_text(self.picture.reading))
        self.update()

    def show_curve(self, curve: WatchCurve | None) -> None:
        """Show the values over the run; None while there are none."""
        self.picture.show_curve(curve)
        self.update()

    def look_again(self) -> None:
        """Show other updates."""
        self.picture.thin()
        self.update()

    def show_log(self, log: bool) -> None:
        """Draw values on a logarithmic axis, or a linear one."""
        self.picture.show_log(log)
        self.update()

    def tip(self, place: QPoint) -> str:
        """Return the tooltip at a place."""
        picture = self.picture
        if self._is_in_plot(place.toPointF()) and picture.curve is not None:
            return texts.place_text(picture.curve, picture.update_at(place.x()))
        if picture.value_area.contains(place) or picture.reading.problem:
            return texts.exact_text(picture.reading)
        return f"{self.watch.text}\n{picture.range_text()}".rstrip()

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Paint the picture, and a ring around the plot while it has the keyboard."""
        painter = QPainter(self)
        self.picture.paint(painter)
        if self.hasFocus():
            self.picture.paint_focus(painter)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Keep the button in its corner, and thin the curve out for the new width."""
        row = self.picture.row_height
        self.remove.setGeometry(self.width() - row + self._theme.px(metrics.SMALL_GAP), 0, row, row)
        self.picture.thin()
        super().resizeEvent(event)
        self.coarseness_changed.emit()

    # The mouse and the keyboard ----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Request the update where the plot was clicked."""
        if event is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if self._is_in_plot(event.position()):
            self._asked = None
            self._ask_seek(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Request further updates while the button is held."""
        if event is not None and event.buttons() & Qt.MouseButton.LeftButton and self._asked is not None:
            self._ask_seek(event.position().x())
            self._hover(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """End the drag."""
        self._asked = None

    def enterEvent(self, event: QEnterEvent | None) -> None:
        """Show the remove button."""
        self.remove.show()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent | None) -> None:
        """Hide the remove button."""
        self.remove.setVisible(self.hasFocus())
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent | None) -> None:
        """Draw the ring, and show the remove button."""
        self.remove.show()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent | None) -> None:
        """Remove the ring, and the button unless the mouse is over the chart."""
        self.remove.setVisible(self.underMouse())
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Request removal on Delete or Backspace."""
        if event is not None and event.key() in _REMOVALS:
            self._ask_removal()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent | None) -> bool:
        """Keep Delete from the window's shortcuts; show the tooltip of a place."""
        if is_override_of(event, *_REMOVALS):
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip(event.pos()), self)
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent | None) -> None:
        """Open the menu."""
        if event is not None:
            self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """Return a menu with the kind of axis, copying and removal."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        log = menu.addAction(self.tr("Logarithmic axis"))
        number = menu.addAction(self.tr("Copy number"), self._copy_value)
        self.navigation.fill_menu(menu)
        menu.addSeparator()
        menu.addAction(self.tr("Remove"), self._ask_removal)
        assert log is not None
        assert number is not None  # a menu returns the action that it makes
        log.setCheckable(True)
        log.setChecked(self.picture.log)
        log.toggled.connect(self.show_log)
        number.setEnabled(self.picture.reading.value is not None)
        return menu

    def _is_in_plot(self, place: QPointF) -> bool:
        return self.picture.plot.area.contains(place) and not self.picture.is_foreign

    def _area(self) -> QRectF:
        return QRectF() if self.picture.is_foreign else self.picture.plot.area

    def _hover(self, place: QPointF | None) -> None:
        """Show the exact values of the update under the mouse."""
        inside = place is not None and self._is_in_plot(place)
        update = self.picture.update_at(place.x()) if place is not None and inside else None
        self.setCursor(Qt.CursorShape.ArrowCursor if update is None else Qt.CursorShape.CrossCursor)
        if place is not None and inside:
            QToolTip.showText(self.mapToGlobal(place.toPoint()), self.tip(place.toPoint()), self)
        if update != self.picture.hovered:
            self.picture.hovered = update
            self.update()

    def _seek_clicked(self, place: QPointF) -> None:
        self._asked = None
        self._ask_seek(place.x())

    def _csv(self) -> str:
        """Return the values over the run, with both extremes of what is stored together."""
        curve = self.picture.curve
        if curve is None:
            return as_csv(texts.UPDATE, {})
        at = np.arange(len(curve.least)) * curve.stride
        if curve.stride == 1:
            return as_csv(texts.UPDATE, {self.watch.text: (at, curve.least)})
        return as_csv(
            texts.UPDATE, {f"min {self.watch.text}": (at, curve.least), f"max {self.watch.text}": (at, curve.greatest)}
        )

    def _ask_seek(self, x: float) -> None:
        update = self.picture.update_at(x)
        if update != self._asked:
            self._asked = update
            self.seek_requested.emit(update)

    def _ask_removal(self) -> None:
        self.removal_requested.emit(self.watch)

    def _copy_value(self) -> None:
        clipboard = QGuiApplication.clipboard()
        if clipboard is not None and self.picture.reading.value is not None:
            clipboard.setText(exact(self.picture.reading.value))
