"""What hands do in the window: keys, the mouse, the wheel, menus, fields, sizes."""

from __future__ import annotations

import random
from collections.abc import Callable

from PyQt6 import sip
from PyQt6.QtCore import QPoint, QPointF, Qt
from PyQt6.QtGui import QContextMenuEvent, QWheelEvent
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QPlainTextEdit, QWidget

from nnviz.app.application import App
from nnviz.views.window.action_rows import ROWS

NASTY = (
    *("", " ", "nan", "1e999", "-1", "0", "3, 3", "1/0", "W1[0,0]", "abs(dW1).max() < 1e-6", "é" * 300, "\t", "7"),
    *("seed=0:3", "0.1,0.3", "loss", "a" * 5000, "½", "−1", "1_0", "😀", "%1", "<b>x</b>"),
)
NAMES = [row.name for row in ROWS]
REBUILDING = ("theme", "language", "presentation")
"""What builds another window, which takes as long as fifty other actions, and is done less often."""

_KEYS = (
    *(Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backspace, Qt.Key.Key_Delete),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_A, Qt.Key.Key_E, Qt.Key.Key_1, Qt.Key.Key_Period, Qt.Key.Key_F10, Qt.Key.Key_F5, Qt.Key.Key_F9),
)
_PLAIN = Qt.KeyboardModifier.NoModifier
_LOOK_AGAIN = 8
"""Actions after which the widgets of the window are listed again."""


class Hands:
    """Do what a person's hands would, at places that are drawn by lot.

    Parameters
    ----------
    draw
        Draws the lots.
    app
        Whose window it is.
    say
        Called with what is about to be done.
    """

    def __init__(self, draw: random.Random, app: App, say: Callable[[str], None]) -> None:
        self._draw, self._app, self._say = draw, app, say
        self._listed: list[QWidget] = []
        self._looked = 0

    # Where -------------------------------------------------------------------------------------------------------

    def _some(self, kind: type = QWidget) -> QWidget | None:
        """Return a widget that can be seen: half the time whatever is at a place of the window."""
        window = self._app.window
        if kind is QWidget and self._draw.random() < 0.5:
            return window.childAt(self._place(window))
        self._looked -= 1
        if self._looked < 0:
            self._listed, self._looked = window.findChildren(QWidget), _LOOK_AGAIN
        of_kind = self._listed if kind is QWidget else [each for each in self._listed if isinstance(each, kind)]
        for _ in range(40 if of_kind else 0):
            widget = self._draw.choice(of_kind)
            if not sip.isdeleted(widget) and widget.isVisible() and widget.width() > 2 and widget.height() > 2:
                return widget
        return None

    def _target(self) -> QWidget | None:
        widget = self._some()
        if widget is not None:
            self._say(f"on {type(widget).__name__} {widget.objectName()} {widget.accessibleName()[:40]!r}")
        return widget

    def _place(self, widget: QWidget) -> QPoint:
        return QPoint(self._draw.randrange(max(widget.width(), 1)), self._draw.randrange(max(widget.height(), 1)))

    # What --------------------------------------------------------------------------------------------------------

    def key(self) -> None:
        """Press a key on what has the focus."""
        key = self._draw.choice(_KEYS)
        modifier = self._draw.choice(
            [_PLAIN] * 3 + [Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier]
        )
        target = QApplication.focusWidget() or self._app.window
        self._say(f"key {key.name} {modifier.name} on {type(target).__name__} {target.accessibleName()[:40]!r}")
        QTest.keyClick(target, key, modifier)

    def click(self) -> None:
        """Click, or click twice."""
        widget = self._target()
        if widget is not None:
            click = QTest.mouseClick if self._draw.random() < 0.85 else QTest.mouseDClick
            click(widget, Qt.MouseButton.LeftButton, pos=self._place(widget))

    def hover(self) -> None:
        """Move the mouse somewhere."""
        widget = self._target()
        if widget is not None:
            QTest.mouseMove(widget, self._place(widget))

    def wheel(self) -> None:
        """Turn the wheel, sometimes with Ctrl."""
        widget = self._target()
        if widget is None:
            return
        place = self._place(widget)
        event = QWheelEvent(
            QPointF(place),
            QPointF(widget.mapToGlobal(place)),
            QPoint(),
            QPoint(0, self._draw.choice((-120, 120, 1200))),
            Qt.MouseButton.NoButton,
            self._draw.choice((_PLAIN, Qt.KeyboardModifier.ControlModifier)),
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, event)

    def drag(self) -> None:
        """Press, move and release the mouse."""
        widget = self._target()
        if widget is None:
            return
        modifier = self._draw.choice((_PLAIN, _PLAIN, Qt.KeyboardModifier.ShiftModifier))
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, modifier, self._place(widget))
        for _ in range(self._draw.randrange(1, 4)):
            if not sip.isdeleted(widget):
                QTest.mouseMove(widget, self._place(widget))
        if not sip.isdeleted(widget):
            QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, modifier, self._place(widget))

    def context(self) -> None:
        """Ask for the menu of a place, and perhaps choose something in it."""
        widget = self._target()
        if widget is not None:
            place = self._place(widget)
            event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place))
            QApplication.sendEvent(widget, event)
            self._choose_in(QApplication.activePopupWidget())

    def menu(self) -> None:
        """Choose something in a menu of the window."""
        name = self._draw.choice(list(self._app.window.menus))
        if name not in REBUILDING or self._draw.random() < 0.1:
            menu = self._app.window.menus[name]
            menu.aboutToShow.emit()
            self._choose_in(menu)

    def _choose_in(self, menu: QWidget | None) -> None:
        if isinstance(menu, QMenu) and self._draw.random() < 0.8:
            actions = [each for each in menu.actions() if each.isEnabled() and not each.isSeparator()]
            actions = [each for each in actions if each.menu() is None]
            if actions:
                action = self._draw.choice(actions)
                self._say(f"menu {action.text()!r}")
                action.trigger()

    def action(self) -> None:
        """Trigger an action of the window, as its shortcut does."""
        name = self._draw.choice(NAMES)
        if name in REBUILDING and self._draw.random() > 0.1:
            return
        self._say(f"action {name}")
        if self._app.window.actions_by_name[name].isEnabled():
            self._app.window.actions_by_name[name].trigger()

    def type(self) -> None:
        """Type something nasty into a field."""
        widget = self._some(self._draw.choice((QLineEdit, QLineEdit, QPlainTextEdit)))
        if not isinstance(widget, QLineEdit | QPlainTextEdit) or widget.isReadOnly() or not widget.isEnabled():
            return
        text = self._draw.choice(NASTY)
        self._say(f"type {text[:20]!r} into {widget.accessibleName()!r}")
        widget.setFocus()
        widget.selectAll()
        if isinstance(widget, QLineEdit):
            widget.insert(text)  # QTest types ASCII only
        else:
            widget.insertPlainText(text)
        if not sip.isdeleted(widget):
            QTest.keyClick(widget, self._draw.choice((Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab)))

    def combo(self) -> None:
        """Choose another entry of a list."""
        widget = self._some(QComboBox)
        if isinstance(widget, QComboBox) and widget.count():
            index = self._draw.randrange(widget.count())
            self._say(f"choose {index} of {widget.accessibleName()!r}")
            widget.setCurrentIndex(index)
            widget.activated.emit(index)

    def resize(self) -> None:
        """Make the window larger or smaller."""
        self._app.window.resize(self._draw.randrange(300, 1300), self._draw.randrange(200, 800))
