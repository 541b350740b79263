"""The part of the matrices' surface that the viewport shows, and what is seen of there being more."""

from __future__ import annotations

from PyQt6.QtCore import QPoint, QPointF, QRect, QRectF
from PyQt6.QtGui import QColor, QLinearGradient, QPainter
from PyQt6.QtWidgets import QAbstractScrollArea, QWidget

from nnviz.views.matrices.ruler import Ruler
from nnviz.views.theme import Theme, metrics


class Scrolling:
    """Turns pixels of the viewport into pixels of the surface, and scrolls.

    Parameters
    ----------
    area
        The widget that scrolls.
    theme
    ruler
        Lengths of the surface.
    """

    def __init__(self, area: QAbstractScrollArea, theme: Theme, ruler: Ruler) -> None:
        viewport, bar = area.viewport(), area.verticalScrollBar()
        assert viewport is not None
        assert bar is not None
        self._viewport, self._bar, self._ruler = viewport, bar, ruler
        self._ground = QColor(theme.panel)
        self._fade = theme.px(metrics.CELL_H)

    @property
    def viewport(self) -> QWidget:
        """The widget that is drawn on."""
        return self._viewport

    @property
    def offset(self) -> int:
        """Pixels of the surface above the viewport."""
        return self._bar.value()

    def on_surface(self, point: QPoint) -> QPoint:
        """Return the point of the surface at a point of the viewport."""
        return point + QPoint(0, self.offset)

    def on_viewport(self, rect: QRect) -> QRect:
        """Return where a rectangle of the surface is on the viewport."""
        return rect.translated(0, -self.offset)

    def to_top(self) -> None:
        """Show the beginning."""
        self._bar.setValue(0)

    def set_height(self, height: int) -> None:
        """Make a surface of some height scrollable."""
        seen = self._viewport.height()
        self._bar.setRange(0, max(0, height - seen))
        self._bar.setPageStep(seen)
        self._bar.setSingleStep(self._ruler.tall)

    def bring_into_view(self, rect: QRect) -> None:
        """Scroll as little as needed for a rectangle to be seen, clear of the faded edges."""
        top = rect.top() - max(self._ruler.top, self._fade)
        bottom = rect.top() + rect.height() + max(self._ruler.bottom, self._fade) - self._viewport.height()
        self._bar.setValue(min(top, max(bottom, self._bar.value())))

    def draw_fades(self, painter: QPainter) -> None:
        """Fade what goes on beyond an edge of the viewport, so that a row that is cut there is seen to go on."""
        clear, room = QColor(self._ground), QRectF(self._viewport.rect())
        clear.setAlpha(0)
        above, below = self.offset > 0, self.offset < self._bar.maximum()
        for edge, inwards, is_faded in ((room.top(), self._fade, above), (room.bottom(), -self._fade, below)):
            if not is_faded:
                continue
            gradient = QLinearGradient(QPointF(0, edge), QPointF(0, edge + inwards))
            gradient.setColorAt(0, self._ground)
            gradient.setColorAt(1, clear)
            painter.fillRect(QRectF(room.left(), edge, room.width(), inwards).normalized(), gradient)
