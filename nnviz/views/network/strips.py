"""Where the units of a wide layer are: as cells of a strip, or of a block."""

from __future__ import annotations

from dataclasses import dataclass

from PyQt6.QtCore import QPointF, QRectF

from nnviz.views.network.columns import LayerColumn


@dataclass(frozen=True)
class StripColumn(LayerColumn):
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

    def nearest(self, place: QPointF) -> int:
        """Return the unit at a place's height, from 0."""
        return self.clamped((place.y() - self.y) * self.units / self.height)

    def unit(self, k: int) -> QRectF:
        """Return unit `k`'s cell, from 0."""
        return self._cell(k, self.x, self.m.strip)

    def bias(self, k: int) -> QRectF | None:
        """Return the bias's cell."""
        return self._cell(k, self.x - self.m.hair - self.m.swatch, self.m.swatch) if self.layer else None

    def delta(self, k: int) -> QRectF | None:
        """Return the δ's cell."""
        return self._cell(k, self.x + self.m.strip + self.m.hair, self.m.swatch) if self.layer else None

    def target(self, k: int) -> QRectF | None:
        """Return the target's cell."""
        if not self.has_target:
            return None
        return self._cell(k, self.x + self.m.strip + 2 * self.m.hair + self.m.swatch, self.m.swatch)

    def value(self, k: int) -> QRectF | None:
        """Return None: there is no room for labels."""
        return None

    def left_port(self, k: int) -> QPointF:
        """Return where edges end."""
        first = self.bias(k) or self.unit(k)
        return QPointF(first.left() - self.m.hair, first.center().y())

    def right_port(self, k: int) -> QPointF:
        """Return where edges begin."""
        last = self.delta(k) or self.unit(k)
        return QPointF(last.right() + self.m.hair, last.center().y())

    def _cell(self, k: int, x: float, width: float) -> QRectF:
        height = self.height / self.units
        return QRectF(x, self.y + k * height, width, height)


@dataclass(frozen=True)
class BlockColumn(LayerColumn):
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

    def nearest(self, place: QPointF) -> int:
        """Return the unit at a place, from 0."""
        row = int((place.y() - self.y) // self.cell)
        column = min(max(int((place.x() - self.x) // self.cell), 0), self.per_row - 1)
        return self.clamped(row * self.per_row + column)

    def unit(self, k: int) -> QRectF:
        """Return unit `k`'s cell, from 0."""
        row, column = divmod(k, self.per_row)
        return QRectF(self.x + column * self.cell, self.y + row * self.cell, self.cell, self.cell)

    def bias(self, k: int) -> QRectF | None:
        """Return None: inputs have no bias."""
        return None

    def delta(self, k: int) -> QRectF | None:
        """Return None: inputs have no δ."""
        return None

    def target(self, k: int) -> QRectF | None:
        """Return None: inputs have no target."""
        return None

    def value(self, k: int) -> QRectF | None:
        """Return None: there is no room for labels."""
        return None

    def left_port(self, k: int) -> QPointF:
        """Return the left border at the cell's height."""
        return QPointF(self.body.left() - self.m.hair, self.unit(k).center().y())

    def right_port(self, k: int) -> QPointF:
        """Return the right border at the cell's height."""
        return QPointF(self.body.right() + self.m.hair, self.unit(k).center().y())
