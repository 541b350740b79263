"""Fading what goes on beyond an edge, so that a row that is cut there is seen to be scrolled away."""

from __future__ import annotations

from PyQt6.QtCore import QPointF, QRectF
from PyQt6.QtGui import QColor, QLinearGradient, QPainter


def draw_fades(painter: QPainter, room: QRectF, colour: QColor, height: int, *, above: bool, below: bool) -> None:
    """Let the upper and the lower edge of a room go over into its ground.

    Parameters
    ----------
    painter
        On what is faded.
    room
        All that is in sight.
    colour
        Of the ground.
    height
        Pixels from the edge to where nothing is faded.
    above, below
        Whether there is more beyond the edge.
    """
    clear = QColor(colour)
    clear.setAlpha(0)
    for edge, inwards, is_faded in ((room.top(), height, above), (room.bottom(), -height, below)):
        if not is_faded:
            continue
        gradient = QLinearGradient(QPointF(0, edge), QPointF(0, edge + inwards))
        gradient.setColorAt(0, colour)
        gradient.setColorAt(1, clear)
        painter.fillRect(QRectF(room.left(), edge, room.width(), inwards).normalized(), gradient)
