"""How *now* is drawn around a figure: an outline in the colour of text, within an amber glow.

Amber alone cannot be told from the orange of a negative number by many people, nor at the back of a room: the outline
can, without any colour.
"""

from __future__ import annotations

from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QColor, QPainter, QPen

from nnviz.views.theme import metrics
from nnviz.views.theme.tokens import Theme


def draw_now_ring(painter: QPainter, theme: Theme, figure: QRectF, corner: float = 0.0) -> None:
    """Draw the ring around a rectangle, outside of it.

    Parameters
    ----------
    painter
        Its pen and brush are changed.
    theme
        Colours and widths.
    figure
        What was just written, in the painter's coordinates; it takes `now_ring_reach` more on every side.
    corner
        The radius of the figure's own corners, in pixels.
    """
    wide = theme.px(metrics.RING)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, away in ((theme.now_mark, 1.5 * wide), (theme.now_outline, 0.5 * wide)):
        painter.setPen(QPen(QColor(colour), wide))
        painter.drawRoundedRect(figure.adjusted(-away, -away, away, away), corner + away, corner + away)


def draw_now_disc(painter: QPainter, theme: Theme, centre: QPointF, diameter: float) -> None:
    """Draw the ring around a disc, such as a sample on the plane, outside of it."""
    side = QRectF(0.0, 0.0, diameter, diameter)
    side.moveCenter(centre)
    draw_now_ring(painter, theme, side, diameter / 2)


def now_ring_reach(theme: Theme) -> int:
    """Return how many pixels the ring takes on each side."""
    return 2 * theme.px(metrics.RING)
