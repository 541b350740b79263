"""Inputs and weights as images."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PyQt6.QtCore import QRectF
from PyQt6.QtGui import QColor, QImage, QPainter

from nnviz.model.arrays.array import Array
from nnviz.model.data import DataSet
from nnviz.views.theme import Theme, signed_rgba

_LEVELS: Final = 256
_COARSE: Final = 6.0
"""Pixels of the screen from which on one pixel of an image is large."""

Shape = tuple[int, int]


@cache
def _greys(theme: Theme) -> NDArray[np.uint8]:
    """Return ``(256, 4)`` colours from the background to the ink."""
    table = np.full((_LEVELS, 4), 255, dtype=np.uint8)
    ends = np.array([QColor(colour).getRgb()[:3] for colour in (theme.zero, theme.text)], dtype=np.float64)
    shares = np.linspace(0.0, 1.0, _LEVELS)[:, np.newaxis]
    table[:, :3] = np.rint(ends[0] + shares * (ends[1] - ends[0]))
    return table


def limits_of(data: DataSet) -> tuple[float, float]:
    """Return the darkest and the brightest pixel of all samples, as they were before scaling."""
    low, high = float(data.raw.min()), float(data.raw.max())
    return min(low, 0.0), high if high > low else low + 1.0


def picture_of(theme: Theme, pixels: NDArray[Any], shape: Shape, limits: tuple[float, float]) -> QImage:
    """Return an image of a sample's inputs ``(n,)``, pixel by pixel."""
    low, high = limits
    shares = (pixels.astype(np.float64) - low) / (high - low)
    places = np.rint(np.clip(shares, 0.0, 1.0) * (_LEVELS - 1)).astype(np.intp)
    return _image(_greys(theme)[places], shape)


def weights_picture(theme: Theme, weights: Array, shape: Shape, scale: float) -> QImage:
    """Return an image of a unit's weights ``(n,)`` in signed colours, which are full at `scale`."""
    return _image(signed_rgba(theme, weights, scale), shape)


def draw_image(painter: QPainter, image: QImage, box: QRectF) -> QRectF:
    """Draw an image as large as a box allows, at its upper left, with sharp pixels; return where it is."""
    side = min(box.width() / max(image.width(), 1), box.height() / max(image.height(), 1))
    # Large pixels of an image are all of the same size.
    side = float(int(side)) if side >= _COARSE else side
    place = QRectF(round(box.left()), round(box.top()), side * image.width(), side * image.height())
    painter.drawImage(place, image)
    return place


def _image(rgba: NDArray[np.uint8], shape: Shape) -> QImage:
    rows, columns = shape
    data = np.ascontiguousarray(rgba).tobytes()
    return QImage(data, columns, rows, columns * 4, QImage.Format.Format_RGBA8888).copy()
