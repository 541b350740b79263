"""A few words beside a thing, over whatever is there."""

from __future__ import annotations

from PyQt6.QtCore import QPoint, QRect, QSize, Qt
from PyQt6.QtGui import QFont
from PyQt6.QtWidgets import QLabel, QWidget

from nnviz.views.theme import Theme, metrics


class FloatingNote(QLabel):
    """A label over the whole window of its owner, so that a small panel does not cut it off.

    Parameters
    ----------
    theme
    owner
        The widget that it is about.
    font
    fault
        Whether it reports a fault.
    """

    def __init__(self, theme: Theme, owner: QWidget, font: QFont, *, fault: bool = False) -> None:
        super().__init__(owner)
        self._owner = owner
        self._away = theme.px(metrics.SMALL_GAP)
        self.setProperty("role", "note")
        self.setProperty("fault", fault)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFont(font)
        self.hide()

    def show_beside(self, thing: QRect, text: str) -> None:
        """Show a text under a thing (in the owner's pixels), or over it where the window ends below.

        Parameters
        ----------
        thing
            What must not be covered.
        text
        """
        window = self._owner.window()
        assert window is not None
        if self.parentWidget() is not window:
            self.setParent(window)
        room = window.rect().adjusted(self._away, self._away, -self._away, -self._away)
        self.setText(text)
        self.setWordWrap(False)
        size = self.sizeHint()
        if size.width() > room.width():
            self.setWordWrap(True)
            size = QSize(room.width(), self.heightForWidth(room.width()))
        self.resize(size)
        start = self._owner.mapTo(window, thing.topLeft())
        top = start.y() + thing.height() + self._away
        if top + self.height() > room.bottom():
            top = start.y() - self._away - self.height()
        left = max(min(start.x(), room.right() - self.width()), room.left())
        self.move(QPoint(left, top))
        self.show()
        self.raise_()

    def put_away(self) -> None:
        """Hide the note."""
        self.hide()
        # It is deleted with the owner, whatever becomes of the window.
        if self.parentWidget() is not self._owner:
            self.setParent(self._owner)
