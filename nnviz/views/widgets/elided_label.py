"""A line of text that is never clipped.

A label in a layout makes the whole window lay itself out again when its text changes: 1.8 ms of a frame at 1440x900.
One whose width does not follow its text has no need of that.
"""

from PyQt6.QtCore import QEvent, QSize, Qt
from PyQt6.QtGui import QPainter, QPaintEvent
from PyQt6.QtWidgets import QLabel, QSizePolicy, QWidget


class ElidedLabel(QLabel):
    """
    A label of one line that elides, and has its full text in the tooltip while it does.

    Set the horizontal policy ``Ignored`` on one that takes what room is left, whatever it says: another text then costs
    no more than its painting.

    Parameters
    ----------
    text : str
    parent : QWidget, optional
    mode : Qt.TextElideMode
        Which end is left out.
    spared : str
        It asks for no layout when it changes to a text that leaves at most as much room as this unused.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        spared: str = "",
    ) -> None:
        super().__init__(parent)
        self._spared = spared
        self._mode = mode
        self._text = ""
        self._own_tooltip = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def text(self) -> str:
        """Return the full text."""
        return self._text

    def setText(self, text: str | None) -> None:
        """Set the full text."""
        if (text or "") == self._text:
            return
        self._text = text or ""
        if self._is_as_wide_as_the_rest() or self._keeps_its_room():
            self.setAccessibleName(self._text)
            self.update()
        else:
            super().setText(self._text)

    def toolTip(self) -> str:
        """Return the full text while it is elided, else the tooltip that was set."""
        return self._own_tooltip if self.shown_text() == self._text else self._text

    def setToolTip(self, text: str | None) -> None:
        """Set the tooltip of a text that is not elided."""
        self._own_tooltip = text or ""

    def shown_text(self) -> str:
        """Return the text as it is shown on the screen."""
        return self.fontMetrics().elidedText(self.text(), self._mode, self.contentsRect().width())

    def sizeHint(self) -> QSize:
        """Return the size of the text."""
        return self._at_least_a_line(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        """Return a size at which the text can still be guessed."""
        full = super().minimumSizeHint()
        least = QSize(min(full.width(), self.fontMetrics().horizontalAdvance("m…")), full.height())
        return self._at_least_a_line(least)

    def event(self, event: QEvent | None) -> bool:
        """Determine the tooltip when it is requested."""
        if event is not None and event.type() == QEvent.Type.ToolTip:
            super().setToolTip(self.toolTip())
        return super().event(event)

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment(), self.shown_text())

    def _is_as_wide_as_the_rest(self) -> bool:
        return self.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Ignored

    def _keeps_its_room(self) -> bool:
        measure = self.fontMetrics()
        room = measure.horizontalAdvance(super().text()) - measure.horizontalAdvance(self._text)
        return bool(self._spared) and 0 <= room <= measure.horizontalAdvance(self._spared)

    def _at_least_a_line(self, size: QSize) -> QSize:
        if not self._is_as_wide_as_the_rest():
            return size
        margins = self.contentsMargins()
        return size.expandedTo(QSize(0, self.fontMetrics().height() + margins.top() + margins.bottom()))
