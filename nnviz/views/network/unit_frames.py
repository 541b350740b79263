"""The frames around units, with their round corners: each kind is painted once and then copied."""

from __future__ import annotations

from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from nnviz.views.network.lighting import Light
from nnviz.views.theme import Theme, metrics


class UnitFrames:
    """Draws frames over the square pictures of units.

    Parameters
    ----------
    theme
        Colours and scale.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._ring, self._line = theme.px(metrics.RING), theme.px(metrics.BORDER)
        self._corner = theme.px(metrics.SMALL_CORNER)
        self._reach = 4 * self._ring
        """How far a frame reaches beyond its unit, halo included."""
        self._pixmaps: dict[tuple[float, Light | None, float], QPixmap] = {}

    def draw(self, painter: QPainter, unit: QRectF, light: Light | None, ratio: float) -> None:
        """Draw the frame of a unit: amber while it is lit."""
        key = (unit.width(), light, ratio)
        pixmap = self._pixmaps.get(key)
        if pixmap is None:
            pixmap = self._pixmaps[key] = self._paint(unit.width(), light, ratio)
        painter.drawPixmap(unit.topLeft() - QPointF(self._reach, self._reach), pixmap)

    def corner(self, side: float) -> float:
        """Return the radius of a unit's corners."""
        return min(self._corner, side / 5)

    def _paint(self, side: float, light: Light | None, ratio: float) -> QPixmap:
        theme = self._theme
        whole = side + 2 * self._reach
        pixmap = QPixmap(round(whole * ratio), round(whole * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        unit = QRectF(self._reach, self._reach, side, side)
        width = self._ring + self._line / 2
        frame, corner = unit.adjusted(-width, -width, width, width), self.corner(side) + width
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if light == "written":
            # A soft halo, which is seen before anything else.
            reach = 2 * self._ring
            halo = frame.adjusted(-reach, -reach, reach, reach)
            painter.fillPath(_ring(halo, corner + reach, unit, self.corner(side)), QColor(theme.now_row))
        painter.fillPath(_ring(frame, corner, unit, self.corner(side)), QColor(theme.panel))
        if light is None:
            painter.setPen(QPen(QColor(theme.border), self._line))
            painter.drawRoundedRect(frame, corner, corner)
        else:
            wide = self._ring if light == "written" else self._line
            inner = self.corner(side)
            for colour, away in ((theme.now_mark, 1.5 * wide), (theme.now_outline, 0.5 * wide)):
                painter.setPen(QPen(QColor(colour), wide))
                painter.drawRoundedRect(unit.adjusted(-away, -away, away, away), inner + away, inner + away)
        painter.end()
        return pixmap


def _ring(outer: QRectF, outer_corner: float, inner: QRectF, inner_corner: float) -> QPainterPath:
    """Return what lies inside one rounded rectangle and outside another."""
    path = QPainterPath()
    path.addRoundedRect(outer, outer_corner, outer_corner)
    path.addRoundedRect(inner, inner_corner, inner_corner)
    return path
