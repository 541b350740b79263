"""A line of text that is never clipped."""

from PyQt6.QtCore import QEvent, QSize, Qt
from PyQt6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PyQt6.QtWidgets import QLabel, QWidget


class ElidedLabel(QLabel):
    """
    A label of one line that elides, and has its full text in the tooltip while it does.

    Parameters
    ----------
    text : str
    parent : QWidget, optional
    mode : Qt.TextElideMode
        Which end is left out.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(parent)
        self._mode = mode
        self._own_tooltip = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def setText(self, text: str | None) -> None:
        """Set the full text."""
        super().setText(text)
        self._explain()

    def setToolTip(self, text: str | None) -> None:
        """Set the tooltip of a text that is not elided."""
        self._own_tooltip = text or ""
        self._explain()

    def shown_text(self) -> str:
        """Return the text as it stands on the screen."""
        return self.fontMetrics().elidedText(self.text(), self._mode, self.contentsRect().width())

    def minimumSizeHint(self) -> QSize:
        """Return a size at which the text can still be guessed."""
        full = super().minimumSizeHint()
        return QSize(min(full.width(), self.fontMetrics().horizontalAdvance("m…")), full.height())

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Elide anew."""
        super().resizeEvent(event)
        self._explain()

    def changeEvent(self, event: QEvent | None) -> None:
        """Elide anew in another font."""
        super().changeEvent(event)
        if event is not None and event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._explain()

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment(), self.shown_text())

    def _explain(self) -> None:
        super().setToolTip(self.text() if self.shown_text() != self.text() else self._own_tooltip)
