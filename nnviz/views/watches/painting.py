"""Painting of a watch's plot: the curve and its gaps, and the cursor."""

from __future__ import annotations

from typing import Final

import numpy as np
from PyQt6.QtCore import QLineF, QPointF, QRectF, Qt
from PyQt6.QtGui import QColor, QPainter, QPen

from nnviz.model.arrays.array import Array
from nnviz.views.plots.frame import PlotFrame
from nnviz.views.plots.line_strokes import draw_strokes, strokes_between
from nnviz.views.theme import Theme, hatch_brush, metrics
from nnviz.views.watches.strokes import Spans, Strokes

_DOT: Final = 7.0
"""Diameter of the cursor's dot at scale 1."""
_DENSE: Final = 4.0
"""From so many vertical pixels for each horizontal one, a line is drawn thin."""
_SAMPLED: Final = 0.6
"""How opaque a line through samples is."""


class WatchPlotPainter:
    """Paints plots.

    Parameters
    ----------
    theme
        Colours and fonts.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._hatching = hatch_brush(theme)
        self._hair = float(theme.px(metrics.BORDER))

    def draw_curve(self, painter: QPainter, plot: PlotFrame, strokes: Strokes, cursor: float) -> None:
        """Draw a curve; grey where it comes after the cursor, and paler and thinner where it goes through samples."""
        theme, area = self._theme, plot.area
        painter.setClipRect(area.adjusted(-self._hair, -self._hair, 2 * self._hair, self._hair))
        for begin, end in self._clipped(strokes.not_computed, plot):
            painter.fillRect(QRectF(begin, area.top(), end - begin, area.height()), self._hatching)
        foot = theme.px(metrics.RING)
        for begin, end in self._clipped(strokes.not_finite, plot):
            painter.fillRect(QRectF(begin, area.bottom() - foot, max(end - begin, foot), foot), QColor(theme.fault))
        border = plot.x(cursor)
        lines = _pieces(plot, strokes.updates, strokes.values)
        sampled = _pieces(plot, strokes.sampled_updates, strokes.sampled_values)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for is_later, colour, width in (
            (True, theme.faint, self._hair),
            (False, theme.accent, self._hair if _is_dense(lines, plot) else self._theme.scale * metrics.STROKE),
        ):
            stroke = QColor(colour)
            painter.setPen(QPen(stroke, width))
            _draw(painter, lines, border, is_later=is_later)
            stroke.setAlphaF(_SAMPLED)
            painter.setPen(QPen(stroke, self._hair))
            _draw(painter, sampled, border, is_later=is_later)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setClipping(False)

    def draw_cursor(self, painter: QPainter, plot: PlotFrame, cursor: float, height: float | None) -> None:
        """Draw the cursor, with a dot at the value there."""
        theme, area = self._theme, plot.area
        x = plot.x(cursor)
        if not area.left() <= x <= area.right() + 1:
            return
        painter.setPen(QPen(QColor(theme.now_mark), self._hair))
        painter.drawLine(QLineF(x, area.top(), x, area.bottom()))
        if height is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.now_mark))
            radius = theme.scale * _DOT / 2
            painter.drawEllipse(QPointF(x, plot.y(height)), radius, radius)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def draw_hover(self, painter: QPainter, plot: PlotFrame, update: int) -> None:
        """Draw the update under the mouse."""
        painter.setPen(QPen(QColor(self._theme.faint), self._hair))
        x = plot.x(update)
        painter.drawLine(QLineF(x, plot.area.top(), x, plot.area.bottom()))

    @staticmethod
    def _clipped(spans: Spans, plot: PlotFrame) -> Spans:
        area = plot.area
        pixels = ((max(plot.x(begin), area.left()), min(plot.x(end), area.right())) for begin, end in spans)
        return [(begin, end) for begin, end in pixels if end > begin]


def _pieces(plot: PlotFrame, updates: Array, values: Array) -> Array:
    """Return the lines between neighbouring points as ``(n, 4)`` ends in pixels; a lone point is a short line."""
    heights, area = plot.scale.heights(values), plot.area
    x = area.left() + (updates - plot.across.low) / plot.across.span * area.width()
    # What lies beyond the axis is drawn at its edge.
    y = area.bottom() - np.clip(heights, 0.0, 1.0) * area.height()
    return strokes_between(x, y)


def _is_dense(pieces: Array, plot: PlotFrame) -> bool:
    """Return whether lines are so close that wider ones would only be a block of colour."""
    return float(np.abs(pieces[:, 3] - pieces[:, 1]).sum()) > _DENSE * plot.area.width()


def _draw(painter: QPainter, pieces: Array, border: float, *, is_later: bool) -> None:
    """Draw the pieces on one side of a border."""
    chosen = pieces[((pieces[:, 0] + pieces[:, 2]) / 2 > border) == is_later]
    draw_strokes(painter, chosen)
