"""One watch: its picture, and what the mouse and the keyboard do with it."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import QEvent, QPoint, QSize, Qt, pyqtSignal
from PyQt6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PyQt6.QtWidgets import QMenu, QToolButton, QToolTip, QWidget

from nnviz.model.text.numbers import exact
from nnviz.model.watches.watch import Watch
from nnviz.views.theme import Theme, icon, metrics
from nnviz.views.watches import words
from nnviz.views.watches.picture import WatchPicture
from nnviz.views.widgets.shortcuts import is_override_of

_REMOVE_SHARE: Final = 0.75
"""The remove button's size, as a share of an icon's."""
_REMOVALS: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class WatchChart(WatchPicture):
    """A watch that goes to an update where it is clicked or dragged, and is taken away by its button or Delete.

    Signals
    -------
    removal_requested(Watch)
        Take it away.
    seek_requested(int)
        Stand at the end of an update.
    """

    removal_requested = pyqtSignal(object)
    seek_requested = pyqtSignal(object)

    def __init__(self, watch: Watch, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(watch, theme, parent)
        self._asked: int | None = None
        self.remove = self._make_remove()
        self.setMouseTracking(True)
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
        button.setToolTip(self.tr("Take this watch away (Delete)"))
        button.setAccessibleName(button.toolTip())
        button.hide()
        button.clicked.connect(self._ask_removal)
        return button

    def tip(self, place: QPoint) -> str:
        """Return the tooltip at a place."""
        plot = self.plot
        if plot.area.contains(place.toPointF()) and self._curve is not None and not self.is_foreign:
            return words.place_text(self._curve, self._update_at(place.x()))
        if self.value_area.contains(place) or self._reading.problem:
            return words.exact_text(self._reading)
        return f"{self.watch.text}\n{self.said()}".rstrip()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Keep the button in its corner."""
        self.remove.setGeometry(self.width() - self._row + self._theme.px(metrics.SMALL_GAP), 0, self._row, self._row)
        super().resizeEvent(event)

    # The mouse and the keyboard ----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Ask to stand where the plot was clicked."""
        if event is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if self.plot.area.contains(event.position()) and not self.is_foreign:
            self._asked = None
            self._ask_seek(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Go on asking while the button is held; tell of the update under the mouse."""
        if event is None:
            return
        if event.buttons() & Qt.MouseButton.LeftButton and self._asked is not None:
            self._ask_seek(event.position().x())
        inside = self.plot.area.contains(event.position()) and not self.is_foreign
        self._hover(self._update_at(event.position().x()) if inside else None)
        if inside:
            QToolTip.showText(event.globalPosition().toPoint(), self.tip(event.position().toPoint()), self)

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """Ask no more."""
        self._asked = None

    def enterEvent(self, event: QEnterEvent | None) -> None:
        """Offer to take it away."""
        self.remove.show()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent | None) -> None:
        """Show nothing of the mouse any more."""
        self._hover(None)
        self.remove.setVisible(self.hasFocus())
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent | None) -> None:
        """Draw the ring, and offer to take it away."""
        self.remove.show()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent | None) -> None:
        """Draw no ring."""
        self.remove.setVisible(self.underMouse())
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Ask to be taken away."""
        if event is not None and event.key() in _REMOVALS:
            self._ask_removal()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent | None) -> bool:
        """Keep Delete from the window's shortcuts; give the tooltip of a place."""
        if is_override_of(event, *_REMOVALS):
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip(event.pos()), self)
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent | None) -> None:
        """Offer a logarithmic axis, and what can be done with the watch."""
        if event is not None:
            self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """Make the menu."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        log = menu.addAction(self.tr("Logarithmic axis"))
        number = menu.addAction(self.tr("Copy number"), self._copy_value)
        menu.addSeparator()
        menu.addAction(self.tr("Take away"), self._ask_removal)
        assert log is not None
        assert number is not None  # a menu gives the action that it makes
        log.setCheckable(True)
        log.setChecked(self._log)
        log.toggled.connect(self.show_log)
        number.setEnabled(self._reading.value is not None)
        return menu

    def _hover(self, update: int | None) -> None:
        self.setCursor(Qt.CursorShape.ArrowCursor if update is None else Qt.CursorShape.CrossCursor)
        if update != self._hovered:
            self._hovered = update
            self.update()

    def _ask_seek(self, x: float) -> None:
        update = self._update_at(x)
        if update != self._asked:
            self._asked = update
            self.seek_requested.emit(update)

    def _ask_removal(self) -> None:
        self.removal_requested.emit(self.watch)

    def _copy_value(self) -> None:
        clipboard = QGuiApplication.clipboard()
        if clipboard is not None and self._reading.value is not None:
            clipboard.setText(exact(self._reading.value))
