"""A picture that is drawn by hand, as a sample: strokes on a finer grid, brought to the size and place of the data's.

Pictures of digits are prepared: MNIST's fill 20 of 28 pixels, and their centre of mass is in the middle [1]_. A digit
that is drawn small in a corner is none that a network has ever seen, so it is prepared in the same way.

References
----------
.. [1] http://yann.lecun.com/exdb/mnist
"""

from __future__ import annotations

import math

import numpy as np

from nnviz.model.arrays.array import Array

FINER = 8
"""Points of the grid along each side of a pixel."""

_STROKE = 1 / 16
"""Radius of the pen, as a share of the picture's longer side: that of MNIST's strokes."""

_WITH_MARGIN = 16
"""Sides from which pictures have a margin: 20 of 28 pixels are used."""
_USED = 20 / 28


class DrawnPicture:
    """Strokes on a picture.

    Parameters
    ----------
    shape
        Rows and columns of the picture.
    """

    def __init__(self, shape: tuple[int, int]) -> None:
        self.shape = shape
        rows, columns = (side * FINER for side in shape)
        self._ink = np.zeros((rows, columns), dtype=bool)
        self._radius = max(shape) * FINER * _STROKE
        self._y, self._x = np.mgrid[0:rows, 0:columns] + 0.5

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been drawn."""
        return not self._ink.any()

    def clear(self) -> None:
        """Remove all strokes."""
        self._ink[...] = False

    def draw(self, begin: tuple[float, float], end: tuple[float, float]) -> None:
        """Draw a stroke between two places (x, y) in pixels; the upper left corner is (0, 0)."""
        (x0, y0), (x1, y1) = ((x * FINER, y * FINER) for x, y in (begin, end))
        dx, dy = x1 - x0, y1 - y0
        length = dx * dx + dy * dy
        along = np.zeros_like(self._x)
        if length:
            along = np.clip(((self._x - x0) * dx + (self._y - y0) * dy) / length, 0.0, 1.0)
        far = np.hypot(self._x - x0 - along * dx, self._y - y0 - along * dy)
        self._ink |= far <= self._radius

    def as_drawn(self) -> Array:
        """Return the picture ``(rows · columns,)`` with strokes where they were drawn, from 0 to 1."""
        return _pooled(self._ink.astype(np.float64)).ravel()

    def as_sample(self) -> Array:
        """Return the picture ``(rows · columns,)`` with strokes as large as those of the data, in the middle."""
        if self.is_empty:
            return np.zeros(self.shape[0] * self.shape[1])
        filled = np.argwhere(self._ink)
        (top, left), (bottom, right) = filled.min(axis=0), filled.max(axis=0) + 1
        box = self._ink[top:bottom, left:right].astype(np.float64)
        used = _USED if min(self.shape) >= _WITH_MARGIN else 1.0
        scale = min(used * self._ink.shape[0] / box.shape[0], used * self._ink.shape[1] / box.shape[1])
        resized = _resized(box, scale)
        if used < 1.0:
            centre = [float(axis) for axis in np.argwhere(resized > 0.5).mean(axis=0)]
        else:
            centre = [side / 2 for side in resized.shape]
        fine = np.zeros(self._ink.shape)
        _place(fine, resized, [round(side / 2 - at) for side, at in zip(fine.shape, centre, strict=True)])
        return _pooled(fine).ravel()


def _pooled(fine: Array) -> Array:
    rows, columns = (side // FINER for side in fine.shape)
    return np.asarray(fine.reshape(rows, FINER, columns, FINER).mean(axis=(1, 3)))


def _resized(box: Array, scale: float) -> Array:
    rows, columns = (max(1, math.floor(side * scale)) for side in box.shape)
    across = np.minimum((np.arange(columns) + 0.5) / scale, box.shape[1] - 1).astype(np.intp)
    down = np.minimum((np.arange(rows) + 0.5) / scale, box.shape[0] - 1).astype(np.intp)
    return box[np.ix_(down, across)]


def _place(fine: Array, box: Array, corner: list[int]) -> None:
    """Copy a box to a place, without what is outside."""
    top, left = corner
    rows = slice(max(top, 0), min(top + box.shape[0], fine.shape[0]))
    columns = slice(max(left, 0), min(left + box.shape[1], fine.shape[1]))
    fine[rows, columns] = box[rows.start - top : rows.stop - top, columns.start - left : columns.stop - left]
