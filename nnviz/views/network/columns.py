"""Where the units of one layer stand: each by itself, as cells of a strip, or as cells of a block.

All three answer the same questions, so that whoever paints or looks for what is under the mouse need not know which
it is. Rectangles are None where the thing is not shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PyQt6.QtCore import QPointF, QRectF

from nnviz.views.network.measures import Measures

ValuePlace = Literal["under", "number under", "left", "right", "nowhere"]
"""Where a unit's label is; "number under" has no room for more than the number."""

DeltaPlace = Literal["corner", "right", "swatch", "nowhere"]
"""Where a unit's δ is; a swatch is its colour alone."""


@dataclass(frozen=True)
class Column:
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
        Whether targets stand beside the units.
    """

    layer: int
    units: int
    x: float
    y: float
    m: Measures
    has_target: bool

    @property
    def body(self) -> QRectF:
        """All the units, without texts."""
        return self.unit(0).united(self.unit(self.units - 1))

    def unit(self, k: int) -> QRectF:
        """Give unit `k`'s picture, from 0."""
        raise NotImplementedError

    def bias(self, k: int) -> QRectF | None:
        """Give the place of its bias."""
        raise NotImplementedError

    def delta(self, k: int) -> QRectF | None:
        """Give the place of its δ."""
        raise NotImplementedError

    def target(self, k: int) -> QRectF | None:
        """Give the place of its target."""
        raise NotImplementedError

    def value(self, k: int) -> QRectF | None:
        """Give the place of its label."""
        raise NotImplementedError

    def left_port(self, k: int) -> QPointF:
        """Give where edges end."""
        raise NotImplementedError

    def right_port(self, k: int) -> QPointF:
        """Give where edges begin."""
        raise NotImplementedError


@dataclass(frozen=True)
class UnitColumn(Column):
    """Units that stand by themselves.

    Attributes
    ----------
    side
        Of a unit.
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
        """Whether texts beside a unit stand in two lines."""
        return self.pitch >= 2 * self.m.line

    def unit(self, k: int) -> QRectF:
        """Give unit `k`'s picture, from 0."""
        return QRectF(self.x, self.y + k * self.pitch, self.side, self.side)

    def bias(self, k: int) -> QRectF | None:
        """Give the dot's square, at the unit's upper left."""
        if not self.layer:
            return None
        radius = min(self.m.dot, self.side / 6)
        unit = self.unit(k)
        return QRectF(unit.left() - 2 * radius - self.m.hair, unit.top(), 2 * radius, 2 * radius)

    def value(self, k: int) -> QRectF | None:
        """Give the label's place."""
        m, unit = self.m, self.unit(k)
        middle = unit.center()
        match self.values:
            case "under" | "number under":
                width = m.label if self.values == "under" else m.number
                return QRectF(middle.x() - width / 2, unit.bottom() + m.hair, width, m.line)
            case "left":
                return QRectF(unit.left() - m.gap - m.label, middle.y() - m.line / 2, m.label, m.line)
            case "right":
                top = middle.y() - (m.line if self.is_double else m.line / 2)
                return QRectF(unit.right() + m.gap, top, m.label, m.line)
        return None

    def delta(self, k: int) -> QRectF | None:
        """Give the δ's place."""
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
                return QRectF(unit.right() + m.hair, unit.top(), m.swatch, unit.height())
        return None

    def target(self, k: int) -> QRectF | None:
        """Give the target's place: under the δ, or after it."""
        if not self.has_target:
            return None
        m, unit, delta = self.m, self.unit(k), self.delta(k)
        if delta is None or self.deltas == "corner":
            return QRectF(unit.right() + m.gap, unit.bottom() - m.line + m.hair, m.target, m.line)
        after = max(delta.right(), unit.right() + m.gap + m.label) if self.deltas == "right" else delta.right()
        return QRectF(after + m.gap, unit.center().y() - m.line / 2, m.target, m.line)

    def left_port(self, k: int) -> QPointF:
        """Give where edges end."""
        unit = self.unit(k)
        return QPointF(unit.left() - self.m.hair, unit.center().y())

    def right_port(self, k: int) -> QPointF:
        """Give where edges begin: after what stands right of the unit, if that is at the height of its middle."""
        unit = self.unit(k)
        reach = unit.right()
        if self.values == "right":
            reach = max(rect.right() for rect in (self.value(k), self.delta(k)) if rect is not None)
        elif self.deltas == "swatch":
            reach += self.m.hair + self.m.swatch
        return QPointF(reach + self.m.hair, unit.center().y())


@dataclass(frozen=True)
class StripColumn(Column):
    """Units as the cells of a strip, with a narrower strip of biases on its left and of δ on its right.

    Attributes
    ----------
    height
        Of all cells.
    """

    height: float

    @property
    def body(self) -> QRectF:
        """All the units."""
        return QRectF(self.x, self.y, self.m.strip, self.height)

    def unit(self, k: int) -> QRectF:
        """Give unit `k`'s cell, from 0."""
        return self._cell(k, self.x, self.m.strip)

    def bias(self, k: int) -> QRectF | None:
        """Give the bias's cell."""
        return self._cell(k, self.x - self.m.hair - self.m.swatch, self.m.swatch) if self.layer else None

    def delta(self, k: int) -> QRectF | None:
        """Give the δ's cell."""
        return self._cell(k, self.x + self.m.strip + self.m.hair, self.m.swatch) if self.layer else None

    def target(self, k: int) -> QRectF | None:
        """Give the target's cell."""
        if not self.has_target:
            return None
        return self._cell(k, self.x + self.m.strip + 2 * self.m.hair + self.m.swatch, self.m.swatch)

    def value(self, k: int) -> QRectF | None:
        """Give None: there is no room for labels."""
        return None

    def left_port(self, k: int) -> QPointF:
        """Give where edges end."""
        first = self.bias(k) or self.unit(k)
        return QPointF(first.left() - self.m.hair, first.center().y())

    def right_port(self, k: int) -> QPointF:
        """Give where edges begin."""
        last = self.delta(k) or self.unit(k)
        return QPointF(last.right() + self.m.hair, last.center().y())

    def _cell(self, k: int, x: float, width: float) -> QRectF:
        height = self.height / self.units
        return QRectF(x, self.y + k * height, width, height)


@dataclass(frozen=True)
class BlockColumn(Column):
    """Very many inputs as the cells of a square block, row by row (an image, where the inputs are one).

    Attributes
    ----------
    cell
        Side of a cell.
    per_row
        Cells in a row.
    """

    cell: float
    per_row: int

    @property
    def body(self) -> QRectF:
        """All the units."""
        rows = -(-self.units // self.per_row)
        return QRectF(self.x, self.y, self.per_row * self.cell, rows * self.cell)

    def unit(self, k: int) -> QRectF:
        """Give unit `k`'s cell, from 0."""
        row, column = divmod(k, self.per_row)
        return QRectF(self.x + column * self.cell, self.y + row * self.cell, self.cell, self.cell)

    def bias(self, k: int) -> QRectF | None:
        """Give None: inputs have no bias."""
        return None

    def delta(self, k: int) -> QRectF | None:
        """Give None: inputs have no δ."""
        return None

    def target(self, k: int) -> QRectF | None:
        """Give None: inputs have no target."""
        return None

    def value(self, k: int) -> QRectF | None:
        """Give None: there is no room for labels."""
        return None

    def left_port(self, k: int) -> QPointF:
        """Give the left border at the cell's height."""
        return QPointF(self.body.left() - self.m.hair, self.unit(k).center().y())

    def right_port(self, k: int) -> QPointF:
        """Give the right border at the cell's height."""
        return QPointF(self.body.right() + self.m.hair, self.unit(k).center().y())
