"""The routes of the edges between two columns."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PyQt6.QtCore import QLineF, QPointF
from PyQt6.QtGui import QPainterPath

from nnviz.views.network.columns import LayerColumn

Places = NDArray[np.intp]

_CURVED: Final = 48
"""More edges than this between two layers are straight: those are drawn four times as fast."""
_KEPT: Final = 1000
"""Most routes that are kept for the next frame."""
_BEND: Final = 0.55
"""How far a curve runs level at its ends, as a share of its width."""
_HALVINGS: Final = 20


@dataclass(frozen=True, eq=False)
class Routes:
    """Where the edges into a layer run.

    Attributes
    ----------
    before, after
        The columns between which they run.
    """

    before: LayerColumn
    after: LayerColumn
    _lines: dict[tuple[int, int], QLineF] = field(default_factory=dict, init=False)
    _paths: dict[tuple[int, int], QPainterPath] = field(default_factory=dict, init=False)

    @property
    def count(self) -> int:
        """How many edges there are."""
        return self.before.units * self.after.units

    @cached_property
    def is_curved(self) -> bool:
        """Whether they are curves."""
        return self.count <= _CURVED

    @cached_property
    def has_level_part(self) -> bool:
        """Whether they run level before they part."""
        return self.before.start(0).x() < self.before.right_ports[0].x()

    def line(self, row: int, column: int) -> QLineF:
        """Return the straight line from where an edge parts from its neighbours to its end."""
        line = self._lines.get((row, column))
        if line is None:
            line = QLineF(self.before.right_ports[column], self.after.left_ports[row])
            if len(self._lines) < _KEPT:
                self._lines[row, column] = line
        return line

    def level_part(self, column: int) -> QLineF:
        """Return the part before that line, which all edges from a unit share."""
        return QLineF(self.before.start(column), self.before.right_ports[column])

    def path(self, row: int, column: int) -> QPainterPath:
        """Return one edge's whole route."""
        path = self._paths.get((row, column))
        if path is None:
            path = self._make_path(row, column)
            if len(self._paths) < _KEPT:
                self._paths[row, column] = path
        return path

    def area(self) -> QPainterPath:
        """Return the area over which the edges spread."""
        area = QPainterPath(self.before.right_ports[0])
        for corner in (self.after.left_ports[0], self.after.left_ports[-1], self.before.right_ports[-1]):
            area.lineTo(corner)
        area.closeSubpath()
        return area

    def distances(self, place: QPointF, rows: Places, columns: Places) -> NDArray[np.float64] | None:
        """Return how far some edges are from a place; None for a place that is not between the columns."""
        left, right = self.before.right_ports[0].x(), self.after.left_ports[0].x()
        share = (place.x() - left) / max(right - left, 1.0)
        if not 0.0 <= share <= 1.0:
            return None
        begin, end = self._heights
        rise, slope = self._rise(share)
        climb = end[rows] - begin[columns]
        # All edges between two columns pass a given x at the same share of their route.
        away = np.abs(begin[columns] + climb * rise - place.y())
        distances: NDArray[np.float64] = away / np.hypot(1.0, climb * slope / max(right - left, 1.0))
        return distances

    @cached_property
    def _heights(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        begin = np.array([port.y() for port in self.before.right_ports])
        return begin, np.array([port.y() for port in self.after.left_ports])

    def _make_path(self, row: int, column: int) -> QPainterPath:
        line = self.line(row, column)
        path = QPainterPath(self.before.start(column))
        path.lineTo(line.p1())
        if self.is_curved:
            level = QPointF(_BEND * line.dx(), 0.0)
            path.cubicTo(line.p1() + level, line.p2() - level, line.p2())
        else:
            path.lineTo(line.p2())
        return path

    def _rise(self, share: float) -> tuple[float, float]:
        """Return how much of its height an edge has risen at a share of its width, and how steeply it rises there."""
        if not self.is_curved:
            return share, 1.0
        low, high = 0.0, 1.0
        for _ in range(_HALVINGS):
            t = (low + high) / 2
            x = 3 * (1 - t) ** 2 * t * _BEND + 3 * (1 - t) * t**2 * (1 - _BEND) + t**3
            low, high = (t, high) if x < share else (low, t)
        across = 3 * (1 - t) ** 2 * _BEND + 6 * (1 - t) * t * (1 - 2 * _BEND) + 3 * t**2 * _BEND
        return 3 * t**2 - 2 * t**3, (6 * t - 6 * t**2) / across
