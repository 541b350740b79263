"""The edges between two layers: which are drawn, which lies under the mouse, and drawing them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PyQt6.QtCore import QPointF, Qt
from PyQt6.QtGui import QColor, QPainter, QPen

from nnviz.model.arrays.array import Array
from nnviz.views.network.edge_values import ALL_EDGES, chosen_edges
from nnviz.views.network.routes import Routes
from nnviz.views.theme import Theme, metrics, signed_colour

_LEVELS: Final = 8
"""Widths and colours of an edge, of either sign."""
_PALEST: Final = 0.3
"""Share of the full colour that the smallest number has."""
_BACK: Final = 0.5
"""How much of its colour a dimmed edge keeps."""


@dataclass(frozen=True, eq=False)
class Edges:
    """The edges into one layer that are drawn.

    Attributes
    ----------
    layer
        The layer that they go into, from 1.
    routes
        Where they run.
    values
        ``(n_l, n_{l−1})`` numbers that they show; None when they have not been computed.
    rows, columns
        Which of them are drawn, in the order of drawing.
    possible
        Of how many these are the strongest.
    unit
        (layer, unit) whose edges alone are drawn, because there are too many; else None.
    """

    layer: int
    routes: Routes
    values: Array | None
    rows: NDArray[np.intp]
    columns: NDArray[np.intp]
    possible: int
    unit: tuple[int, int] | None = None

    @property
    def is_summary(self) -> bool:
        """Whether not all edges are drawn."""
        return len(self.rows) < self.routes.count

    def nearest(self, place: QPointF, within: float) -> tuple[int, int] | None:
        """Return (row, column) of the drawn edge that is nearest to a place, or None when none is near enough."""
        away = self.routes.distances(place, self.rows, self.columns)
        if away is None or not len(away):
            return None
        # Of equally near ones, the one that was drawn over the others.
        last = len(away) - 1 - int(np.argmin(away[::-1]))
        return (int(self.rows[last]), int(self.columns[last])) if away[last] <= within else None


def edges_along(routes: Routes, layer: int, values: Array | None, unit: tuple[int, int] | None) -> Edges:
    """Choose the edges into a layer that are drawn; `unit` is the selected one."""
    if values is None:
        few = routes.count if routes.count <= ALL_EDGES else 0
        rows, columns = np.divmod(np.arange(few), routes.before.units)
        return Edges(layer, routes, None, rows, columns, routes.count)
    row = unit[1] if unit is not None and unit[0] == layer else None
    column = unit[1] if unit is not None and unit[0] == layer - 1 else None
    chosen = chosen_edges(values, row, column)
    alone = unit if chosen.possible < routes.count else None
    return Edges(layer, routes, values, chosen.rows, chosen.columns, chosen.possible, alone)


class EdgePainter:
    """Draws edges, with pens that are made once.

    Parameters
    ----------
    theme
        Colours and scale.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._pens = {back: self._make_pens(back) for back in (False, True)}
        self._missing = QPen(QColor(theme.faint), theme.px(metrics.BORDER), Qt.PenStyle.DashLine)
        self._halo = QColor(theme.now_mark)
        self._halo.setAlphaF(0.35)
        self._widest = metrics.EDGE_THICK * theme.scale

    def draw(self, painter: QPainter, edges: Edges, scale: float, *, back: bool) -> None:
        """Draw edges by the sign and size of their numbers; dashed where these have not been computed.

        Parameters
        ----------
        painter
            With antialiasing.
        edges
            What to draw.
        scale
            The number that has the full colour and width.
        back
            Whether they are dimmed, because the lit line is about others.
        """
        for pen, rows, columns in self._by_pen(edges, scale, back):
            painter.setPen(pen)
            routes, places = edges.routes, zip(rows, columns, strict=True)
            if routes.is_curved:
                for row, column in places:
                    painter.drawPath(routes.path(row, column))
                continue
            painter.drawLines(*[routes.line(row, column) for row, column in places])
            if routes.has_level_part:
                painter.drawLines(*[routes.level_part(column) for column in set(columns)])

    def draw_halo(self, painter: QPainter, edges: Edges) -> None:
        """Draw amber under edges that have just been written."""
        painter.setPen(QPen(self._halo, self._widest + self._theme.px(metrics.RING)))
        if edges.routes.is_curved:
            for row, column in zip(edges.rows.tolist(), edges.columns.tolist(), strict=True):
                painter.drawPath(edges.routes.path(row, column))
        else:
            # Amber under each of very many would be one area, drawn slowly.
            painter.fillPath(edges.routes.area(), QColor(self._theme.now_row))

    def draw_marked(self, painter: QPainter, edges: Edges, row: int, column: int, scale: float) -> None:
        """Draw one edge with lines of the accent colour beside it: the selected one, or that under the mouse."""
        theme = self._theme
        pen = self._missing if edges.values is None else self._pen(float(edges.values[row, column]), scale)
        # The gap keeps the accent apart from the blue of a positive number.
        gap = pen.widthF() + theme.px(metrics.RING)
        path = edges.routes.path(row, column)
        for colour, width in ((theme.accent, gap + 2 * theme.px(metrics.RING)), (theme.panel, gap)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawPath(path)
        painter.setPen(pen)
        painter.drawPath(path)

    def _by_pen(self, edges: Edges, scale: float, back: bool) -> Iterator[tuple[QPen, list[int], list[int]]]:
        """Return the edges' rows and columns by the pen that draws them, the weakest first."""
        if not len(edges.rows):
            return
        if edges.values is None:
            yield self._missing, edges.rows.tolist(), edges.columns.tolist()
            return
        levels = _levels(edges.values[edges.rows, edges.columns], scale)
        for level in sorted(set(levels.tolist()), key=abs):
            chosen = levels == level
            yield self._pens[back][level], edges.rows[chosen].tolist(), edges.columns[chosen].tolist()

    def _pen(self, value: float, scale: float) -> QPen:
        return self._pens[False][int(_levels(np.array([value]), scale)[0])]

    def _make_pens(self, back: bool) -> dict[int, QPen]:
        """Return a pen for each level from −_LEVELS to _LEVELS, and one more for what is not a number."""
        theme = self._theme
        pens = {}
        thin, thick = theme.px(metrics.BORDER), metrics.EDGE_THICK * theme.scale
        for level in range(-_LEVELS, _LEVELS + 1):
            share = abs(level) / _LEVELS
            colour = QColor(theme.faint)
            if level:
                colour = signed_colour(theme, np.sign(level) * max(share, _PALEST), 1.0)
            # Pens of one pixel are much faster, so that the weakest have exactly that.
            width = thin if abs(level) <= 1 else thin + (thick - thin) * share
            pens[level] = QPen(_mixed(colour, theme, _BACK if back else 1.0), width)
        pens[_LEVELS + 1] = QPen(QColor(theme.fault), theme.px(metrics.RING))
        return pens


def _levels(values: Array, scale: float) -> NDArray[np.intp]:
    """Return each number's level: its share of the scale in eighths, rounded away from zero; NaN has its own."""
    missing = np.isnan(values)
    shares = np.clip(np.where(missing, 0.0, values) / scale, -1.0, 1.0)
    levels: NDArray[np.intp] = (np.sign(shares) * np.ceil(np.abs(shares) * _LEVELS)).astype(np.intp)
    levels[missing] = _LEVELS + 1
    return levels


def _mixed(colour: QColor, theme: Theme, share: float) -> QColor:
    """Return a colour mixed with the panel's, which is faster to draw than a transparent one."""
    panel = QColor(theme.panel)
    ends = (
        (colour.red(), panel.red()),
        (colour.green(), panel.green()),
        (colour.blue(), panel.blue()),
    )
    return QColor(*(round(share * one + (1 - share) * other) for one, other in ends))
