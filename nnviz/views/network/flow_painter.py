"""Drawing what moves: dots along the edges, units that fill, outputs and targets that join."""

from __future__ import annotations

import math
from typing import Final
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QColor, QPainter, QPen, QPolygonF

from nnviz.model.arrays.array import Array
from nnviz.views.network.columns import UnitColumn
from nnviz.views.network.edges import Edges
from nnviz.views.network.flow import Flow
from nnviz.views.network.frame import DiagramFrame
from nnviz.views.network.routes import Routes
from nnviz.views.theme import Theme, metrics, signed_colour

_PIECES: Final = 32
"""Straight pieces of which a dotted curve is made."""
_MOST: Final = 96
"""Most edges along which dots are drawn, those that carry most: dotted lines take three times as long as plain ones."""
_PALEST: Final = 0.4
"""Share of the full colour of the smallest amount."""
_DOTS: Final = (0.01, 2.1)
"""A dot, and the distance to the next, in widths of the line."""
_POINT: Final = 5.0
"""Length of an arrow's point."""


class FlowPainter:
    """Draws a `Flow` at a moment of its motion; 1 is how it stays until the next line.

    Parameters
    ----------
    theme
        Colours and scale.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._thin, self._thick = theme.px(metrics.STROKE), metrics.EDGE_THICK * theme.scale
        self._mark = QPen(QColor(theme.text), theme.px(metrics.STROKE))
        self._mark.setCapStyle(Qt.PenCapStyle.RoundCap)
        self._mark.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._curves: WeakKeyDictionary[Routes, dict[tuple[int, int], QPolygonF]] = WeakKeyDictionary()

    # Along edges -------------------------------------------------------------------------------------------------

    def draw_along(self, painter: QPainter, edges: Edges, flow: Flow, progress: float) -> None:
        """Draw dots that have come so far along the edges, with a point where they are; under the units."""
        if flow.amounts is None or flow.kind == "update" or progress <= 0.0:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        rows, columns = _strongest(flow.amounts, edges.rows, edges.columns)
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
            self._draw_dots(painter, self._curve(edges.routes, row, column), flow, row, column, progress)

    def _draw_dots(
        self, painter: QPainter, curve: QPolygonF, flow: Flow, row: int, column: int, progress: float
    ) -> None:
        assert flow.amounts is not None  # what has none is not drawn
        amount = float(flow.amounts[row, column])
        reached = max(1, round(progress * _PIECES))
        points = [curve[k] for k in range(_PIECES + 1)]
        if flow.kind == "backward":
            points.reverse()
        points = points[: reached + 1]
        painter.setPen(self._pen(amount, flow.scale))
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(self._mark)
        painter.drawPolyline(_arrow(points[-2], points[-1], self._theme.px(_POINT)))

    def _pen(self, amount: float, scale: float) -> QPen:
        theme = self._theme
        if not math.isfinite(amount):
            pen = QPen(QColor(theme.fault), self._thick)
        else:
            share = min(abs(amount) / scale, 1.0)
            colour = signed_colour(theme, math.copysign(max(share, _PALEST), amount), 1.0) if amount else theme.faint
            pen = QPen(QColor(colour), self._thin + (self._thick - self._thin) * share)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern(_DOTS)
        return pen

    def _curve(self, routes: Routes, row: int, column: int) -> QPolygonF:
        curves = self._curves.setdefault(routes, {})
        curve = curves.get((row, column))
        if curve is None:
            path = routes.path(row, column)
            curve = curves[row, column] = QPolygonF([path.pointAtPercent(k / _PIECES) for k in range(_PIECES + 1)])
        return curve

    # In units ----------------------------------------------------------------------------------------------------

    def draw_over(self, painter: QPainter, frame: DiagramFrame, flow: Flow, progress: float) -> None:
        """Draw what moves over the units: their pictures that fill, outputs and targets that join."""
        column = frame.layout.columns[flow.layer]
        if progress >= 1.0 or not isinstance(column, UnitColumn):
            return
        if flow.kind == "fill":
            for k in range(column.units):
                unit = column.unit(k)
                empty = QRectF(unit.left(), unit.top(), unit.width(), unit.height() * (1.0 - progress))
                painter.fillRect(empty, QColor(self._theme.panel))
        elif flow.kind == "loss":
            for k in range(column.units):
                self._draw_joining(painter, column, k, progress)

    def _draw_joining(self, painter: QPainter, column: UnitColumn, k: int, progress: float) -> None:
        target, unit = column.target(k), column.unit(k)
        if target is None:
            return
        one = QPointF(unit.right(), unit.center().y())
        other = QPointF(target.left(), target.center().y())
        middle, radius = (one + other) / 2, self._theme.px(metrics.SMALL_GAP) * 0.75
        painter.setPen(self._mark)
        painter.setBrush(QColor(self._theme.text))
        for begin in (one, other):
            head = begin + (middle - begin) * progress
            painter.drawLine(begin, head)
            painter.drawEllipse(head, radius, radius)


def _strongest(
    amounts: Array, rows: NDArray[np.intp], columns: NDArray[np.intp]
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the places of the edges that carry most, the strongest last."""
    order = np.argsort(np.abs(amounts[rows, columns]), kind="stable")[-_MOST:]
    return rows[order], columns[order]


def _arrow(before: QPointF, end: QPointF, length: float) -> QPolygonF:
    """Return an open arrow's point at the end of a line that comes from `before`."""
    along = math.atan2(end.y() - before.y(), end.x() - before.x())
    wings = [along + math.pi - 0.5, along + math.pi + 0.5]
    first, second = (end + QPointF(length * math.cos(angle), length * math.sin(angle)) for angle in wings)
    return QPolygonF([first, end, second])
