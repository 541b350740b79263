"""Where the units of one layer are: what every column answers, and units that are drawn one by one.

The columns of `strips` answer the same questions, so that painting and finding what is under the mouse need not know
which it is. Rectangles are None where the thing is not shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from PyQt6.QtCore import QPointF, QRectF

from nnviz.views.network.measures import DiagramMeasures

ValuePlace = Literal["under", "number under", "left", "right", "nowhere"]
"""Where a unit's label is; "number under" has no room for more than the number."""

DeltaPlace = Literal["corner", "right", "swatch", "nowhere"]
"""Where a unit's δ is; a swatch is its colour alone."""


@dataclass(frozen=True)
class LayerColumn:
    """One layer's place.

    Attributes
    ----------
    layer
        0 is the input.
    units
        How many there are.
    x, y
        Left and top of the units.
    m
        Lengths.
    has_target
        Whether targets are drawn beside the units.
    """

    layer: int
    units: int
    x: float
    y: float
    m: DiagramMeasures
    has_target: bool

    @property
    def body(self) -> QRectF:
        """All the units, without texts."""
        return self.unit(0).united(self.unit(self.units - 1))

    @cached_property
    def left_ports(self) -> tuple[QPointF, ...]:
        """Where edges end, for each unit."""
        return tuple(self.left_port(k) for k in range(self.units))

    @cached_property
    def right_ports(self) -> tuple[QPointF, ...]:
        """Where edges part from each other, for each unit."""
        return tuple(self.right_port(k) for k in range(self.units))

    def nearest(self, place: QPointF) -> int:
        """Return the one unit to which a place can belong, from 0."""
        raise NotImplementedError

    def unit(self, k: int) -> QRectF:
        """Return unit `k`'s picture, from 0."""
        raise NotImplementedError

    def bias(self, k: int) -> QRectF | None:
        """Return the place of its bias."""
        raise NotImplementedError

    def delta(self, k: int) -> QRectF | None:
        """Return the place of its δ."""
        raise NotImplementedError

    def target(self, k: int) -> QRectF | None:
        """Return the place of its target."""
        raise NotImplementedError

    def value(self, k: int) -> QRectF | None:
        """Return the place of its label."""
        raise NotImplementedError

    def start(self, k: int) -> QPointF:
        """Return where edges begin, to run level to where they part."""
        return self.right_ports[k]

    def left_port(self, k: int) -> QPointF:
        """Return where the edges into unit `k` end, from 0."""
        raise NotImplementedError

    def right_port(self, k: int) -> QPointF:
        """Return where the edges from unit `k` part from each other, from 0."""
        raise NotImplementedError

    def clamped(self, k: float) -> int:
        """Return the number of the unit that is nearest to a position among them."""
        return min(max(int(k), 0), self.units - 1)


@dataclass(frozen=True)
class UnitColumn(LayerColumn):
    """Units that are drawn one by one.

    Attributes
    ----------
    side
        Of a unit, in whole pixels, as `x` is: pictures that need no smoothing are drawn much faster.
    pitch
        From one unit to the next.
    values, deltas
        Where labels and δ are.
    """

    side: float
    pitch: float
    values: ValuePlace
    deltas: DeltaPlace

    @property
    def is_double(self) -> bool:
        """Whether texts beside a unit are in two lines."""
        return self.pitch >= 2 * self.m.line

    def nearest(self, place: QPointF) -> int:
        """Return the unit whose texts reach a place's height, from 0."""
        return self.clamped((place.y() - self.y + self.m.hair) / self.pitch)

    def unit(self, k: int) -> QRectF:
        """Return unit `k`'s picture, from 0."""
        return self._pictures[k]

    @cached_property
    def _pictures(self) -> tuple[QRectF, ...]:
        return tuple(QRectF(self.x, round(self.y + k * self.pitch), self.side, self.side) for k in range(self.units))

    def bias(self, k: int) -> QRectF | None:
        """Return the dot's square, at the unit's upper left."""
        if not self.layer:
            return None
        radius = min(self.m.dot, self.side / 6)
        unit = self.unit(k)
        # Clear of the ring around a selected unit.
        left = unit.left() - self.m.small - self.m.hair - 2 * radius
        return QRectF(left, unit.top(), 2 * radius, 2 * radius)

    def value(self, k: int) -> QRectF | None:
        """Return the label's place."""
        m, unit = self.m, self.unit(k)
        middle = unit.center()
        match self.values:
            case "under" | "number under":
                width = m.label if self.values == "under" else m.number
                return QRectF(middle.x() - width / 2, unit.bottom() + m.small, width, m.line)
            case "left":
                return QRectF(unit.left() - m.gap - m.label, middle.y() - m.line / 2, m.label, m.line)
            case "right":
                top = middle.y() - (m.line if self.is_double else m.line / 2)
                return QRectF(unit.right() + m.gap, top, m.label, m.line)
        return None

    def delta(self, k: int) -> QRectF | None:
        """Return the δ's place."""
        m, unit = self.m, self.unit(k)
        match self.deltas:
            case "corner":
                return QRectF(unit.right() + m.gap, unit.top() - m.hair, m.delta, m.line)
            case "right" if self.is_double:
                return QRectF(unit.right() + m.gap, unit.center().y(), m.delta, m.line)
            case "right":
                beside = unit.right() + 2 * m.gap + m.label
                return QRectF(beside, unit.center().y() - m.line / 2, m.delta, m.line)
            case "swatch":
                return QRectF(unit.right() + m.small + m.hair / 2, unit.top(), m.swatch, unit.height())
        return None

    def target(self, k: int) -> QRectF | None:
        """Return the target's place: under the δ, or after it."""
        if not self.has_target:
            return None
        m, unit, delta = self.m, self.unit(k), self.delta(k)
        if delta is None or self.deltas == "corner":
            return QRectF(unit.right() + m.gap, unit.bottom() - m.line + m.hair, m.target, m.line)
        after = max(delta.right(), unit.right() + m.gap + m.label) if self.deltas == "right" else delta.right()
        return QRectF(after + m.gap, unit.center().y() - m.line / 2, m.target, m.line)

    def left_port(self, k: int) -> QPointF:
        """Return where edges end."""
        unit = self.unit(k)
        return QPointF(unit.left() - self.m.hair, unit.center().y())

    def right_port(self, k: int) -> QPointF:
        """Return where edges part: right of what is beside the unit, or below a δ at its corner."""
        unit, delta, value = self.unit(k), self.delta(k), self.value(k)
        reach = unit.right()
        if self.values == "right" and value is not None:
            reach = value.right()
        if delta is not None:
            # They rise so little at first that they need not wait for the end of a δ over them.
            reach = max(reach, delta.center().x() if self.deltas == "corner" else delta.right())
        return QPointF(reach + self.m.hair, unit.center().y())

    def start(self, k: int) -> QPointF:
        """Return where edges begin: under a δ at the corner they run level, so that it can be read."""
        if self.deltas != "corner":
            return self.right_ports[k]
        unit = self.unit(k)
        return QPointF(unit.right() + self.m.hair, unit.center().y())
