"""Units' fills as pictures: a heat map over the plane of inputs, a curve over one input, cells of a strip."""

from __future__ import annotations

import numpy as np
from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QImage, QPainter, QPolygonF

from nnviz.views.network.palette import Palette, Shares


class HeatMaps:
    """The heat maps of one layer's units.

    Parameters
    ----------
    palette
        Colours.
    shares
        ``(units, size·size)`` in −1..1, row 0 of a picture at the top.
    """

    def __init__(self, palette: Palette, shares: Shares) -> None:
        self._size = round(shares.shape[1] ** 0.5)
        self._pixels = palette.pixels(shares)

    def draw(self, painter: QPainter, unit: int, rect: QRectF, ratio: float) -> None:
        """Draw a unit's heat map into a rectangle of whole pixels, on a screen of a device pixel ratio."""
        size = self._size
        data = self._pixels[unit].tobytes()
        image = QImage(data, size, size, 4 * size, QImage.Format.Format_RGB32)
        # The grid's outermost places are the rectangle's borders: half a pixel of the image lies outside on each side.
        wanted = round(rect.width() * ratio * size / (size - 1))
        # Scaling first and then copying is several times as fast as letting the painter scale.
        scaled = image.scaled(
            wanted, wanted, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        side = rect.width() * ratio
        outside = (wanted - side) // 2
        painter.drawImage(rect, scaled, QRectF(outside, outside, side, side))


def strip_image(palette: Palette, shares: Shares, per_row: int = 1) -> QImage:
    """Return numbers in −1..1 as an image, a pixel each, row by row; places after the last are neutral."""
    rows = -(-len(shares) // per_row)
    filled = np.zeros(rows * per_row)
    filled[: len(shares)] = shares
    data = palette.pixels(filled).tobytes()
    # An image of bytes does not own them; its copy does.
    return QImage(data, per_row, rows, 4 * per_row, QImage.Format.Format_RGB32).copy()


def curve(shares: Shares, rect: QRectF) -> QPolygonF:
    """Return a unit's values over one input, ``(size,)`` in −1..1, as a line; what is not finite is left out."""
    step = rect.width() / (len(shares) - 1)
    middle, half = rect.center().y(), rect.height() / 2
    inside = np.clip(shares, -1.0, 1.0)
    return QPolygonF(
        [QPointF(rect.left() + k * step, middle - half * float(y)) for k, y in enumerate(inside) if np.isfinite(y)]
    )
