"""The key to the colours of values."""

from PyQt6.QtCore import QRectF, QSize, Qt
from PyQt6.QtGui import QColor, QFontMetrics, QLinearGradient, QPainter, QPainterPath, QPaintEvent
from PyQt6.QtWidgets import QSizePolicy, QWidget

from nnviz.model.text.numbers import MINUS, format_short, scientific_short
from nnviz.views.theme import Theme, label_font, metrics, signed_colour

_STOPS = 16
_WIDEST = "−1.5e−10"
_PLAIN = (1e-3, 1e5)
"""Scales between these are plain decimals; they have two significant digits, so that none is rounded."""


class Legend(QWidget):
    """
    A bar of the diverging colours with the numbers at its ends; nothing where it has less room than it needs.

    Parameters
    ----------
    theme : Theme
    parent : QWidget, optional
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ends = ("0", "1")
        self._room = "0"
        # Made once: they are the same in every frame.
        shares = [stop / _STOPS for stop in range(_STOPS + 1)]
        self._colours = [(share, signed_colour(theme, 2 * share - 1, 1.0)) for share in shares]
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFont(label_font(theme))
        self.show_probability()

    def show_signed(self, scale: float) -> None:
        """Show that the full colours stand for −scale and +scale, and neutral for 0."""
        measures = QFontMetrics(self.font())
        text = format_short(scale) if _PLAIN[0] <= scale < _PLAIN[1] else scientific_short(scale)
        if measures.horizontalAdvance(MINUS + text) > measures.horizontalAdvance(_WIDEST):
            # Only beyond 1e±99: it is rounded, before its sign or a digit of its exponent is cut off.
            text = scientific_short(scale, 1)
        self._show((MINUS + text, text), _WIDEST)
        self.setToolTip(self.tr("Orange is negative, grey is zero, blue is positive"))

    def show_probability(self) -> None:
        """Show that the full colours stand for 0 and 1, and neutral for ½."""
        self._show(("0", "1"), "0")
        self.setToolTip(self.tr("Orange is 0, grey is one half, blue is 1"))

    def ends(self) -> tuple[str, str]:
        """Return the texts at the left and the right end."""
        return self._ends

    def sizeHint(self) -> QSize:
        """Return a size that does not depend on the numbers, so that they do not move their neighbours."""
        gap = self._theme.px(metrics.GAP)
        texts = 2 * (QFontMetrics(self.font()).horizontalAdvance(self._room) + gap)
        return QSize(texts + self._theme.px(metrics.LEGEND_W), QFontMetrics(self.font()).height())

    def minimumSizeHint(self) -> QSize:
        """Return the one size that the legend has."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw the bar between its numbers."""
        theme = self._theme
        bar = self.bar()
        if self.width() < self.sizeHint().width():
            return  # a number without its sign would be another number
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gradient = QLinearGradient(bar.topLeft(), bar.topRight())
        gradient.setStops(self._colours)
        shape = QPainterPath()
        shape.addRoundedRect(bar, bar.height() / 2, bar.height() / 2)
        painter.fillPath(shape, gradient)
        painter.setPen(QColor(theme.secondary))
        room = bar.left() - theme.px(metrics.GAP)
        left = QRectF(0, 0, room, self.height())
        right = QRectF(self.width() - room, 0, room, self.height())
        painter.drawText(left, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._ends[0])
        painter.drawText(right, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._ends[1])

    def bar(self) -> QRectF:
        """Return where the bar is in the widget."""
        width, height = self._theme.px(metrics.LEGEND_W), self._theme.px(metrics.LEGEND_H)
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def _show(self, ends: tuple[str, str], room: str) -> None:
        if room != self._room:
            self._room = room
            self.updateGeometry()
        self._ends = ends
        self.update()
