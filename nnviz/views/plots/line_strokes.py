"""Drawing curves as separate strokes, which every plot that is not pyqtgraph's shares.

A frame of one curve with antialiasing, 400 × 250 pixels, in CPU time: pyqtgraph's `PlotWidget` takes 7.3 ms for 1,000
points and 130 ms for 100,000; a `QPainter` polyline takes 2.2 ms and 139 ms. Most of pyqtgraph's time for a short curve
is for axes and for bookkeeping, so the loss plot, which needs its axes, is on pyqtgraph, and what is drawn many at a
time or in every frame (watches, compared sessions, the timeline) is painted. Long curves are reduced first by all.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from PyQt6 import sip
from PyQt6.QtCore import QLineF
from PyQt6.QtGui import QPainter

from nnviz.model.arrays.array import Array


def strokes_between(x: Array, y: Array) -> Array:
    """Return the strokes between neighbouring points as ``(n, 4)`` ends; a lone point is a short stroke.

    Parameters
    ----------
    x, y
        ``(n,)`` places in pixels; the curve is broken where `y` is NaN.
    """
    there = ~np.isnan(y)
    joined = there[:-1] & there[1:]
    alone = there.copy()
    alone[:-1] &= ~joined
    alone[1:] &= ~joined
    lines = np.stack((x[:-1], y[:-1], x[1:], y[1:]), axis=1)[joined]
    dots = np.stack((x - 0.5, y, x + 0.5, y), axis=1)[alone]
    return np.concatenate((lines, dots))


def draw_strokes(painter: QPainter, strokes: Array) -> None:
    """Draw ``(n, 4)`` strokes one by one: a long path is stroked many times slower."""
    if not len(strokes):
        return
    # Made one by one in Python, the lines would take longer than drawing them.
    new_array: Any = sip.array  # its stubs know neither its arguments nor that its memory is a buffer
    lines = new_array(QLineF, len(strokes))
    memory: Any = sip.voidptr(lines, len(strokes) * 4 * 8)
    np.frombuffer(memory, np.float64)[:] = strokes.ravel()
    painter.drawLines(lines)
