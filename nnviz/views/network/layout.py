"""Where everything in the diagram is: a pure function of the layers' sizes and the room there is.

What does not fit is left out in a fixed order, and nothing overlaps: first the whole labels, then the numbers under the
units, then δ as numbers (its colour stays); units shrink, and where many share a column they become cells of a strip.
The growth beyond the usual unit is modest: empty space stays empty.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from PyQt6.QtCore import QRectF

from nnviz.views.network.columns import DeltaPlace, LayerColumn, UnitColumn, ValuePlace
from nnviz.views.network.edge_values import ALL_EDGES
from nnviz.views.network.measures import DiagramMeasures
from nnviz.views.network.routes import Routes
from nnviz.views.network.strips import BlockColumn, StripColumn

_GROWTH = 1.5
_LOOSEST = 1.9
"""Most distance from one unit to the next, in units."""
_WIDEST_GAP = 4.5
"""Most distance between columns, in units."""
_NARROWEST_GAP = 1.15
"""Least room for edges beside texts, in units."""
_MOST_IN_STRIP = 64
"""More inputs than that are a block."""
_BLOCK_SHARE = 0.28
"""Most of the width that a block takes."""
_LARGEST_BLOCK = 6
"""Side of the largest block, in units."""


@dataclass(frozen=True)
class DiagramLayout:
    """The diagram's geometry.

    Attributes
    ----------
    columns
        One per layer, inputs first.
    headings
        The room of each column's heading; neighbours leave the width of a symbol between them.
    m
        Lengths.
    width
        Of the whole room.
    caption_top
        Where the line of small print under the edges begins.
    """

    columns: tuple[LayerColumn, ...]
    headings: tuple[QRectF, ...]
    m: DiagramMeasures
    width: float
    caption_top: float

    @cached_property
    def routes(self) -> tuple[Routes, ...]:
        """The routes of the edges into layer 1, 2, …."""
        return tuple(Routes(before, after) for before, after in pairwise(self.columns))

    def gap(self, layer: int) -> QRectF:
        """Return the room of the edges into a layer (from 1), as high as the higher of the two columns."""
        before, after = self.columns[layer - 1], self.columns[layer]
        left, right = before.right_ports[0].x(), after.left_ports[0].x()
        top = min(before.body.top(), after.body.top())
        bottom = max(before.body.bottom(), after.body.bottom())
        return QRectF(left, top, right - left, bottom - top)

    def symbol(self, layer: int) -> QRectF:
        """Return the place of a symbol in the headings' row, over the edges into a layer."""
        middle = (self.columns[layer - 1].body.center().x() + self.columns[layer].body.center().x()) / 2
        row = self.headings[0]
        return QRectF(middle - self.m.tag / 2, row.top(), self.m.tag, row.height())


def arrange(sizes: tuple[int, ...], width: float, height: float, m: DiagramMeasures) -> DiagramLayout:
    """Lay the diagram out.

    Parameters
    ----------
    sizes
        Units per layer, inputs first.
    width, height
        The room.
    m
        Lengths.

    Returns
    -------
    DiagramLayout
        Centred in the room.
    """
    return _Arrangement(sizes, width, height, m).layout()


@dataclass(frozen=True)
class _Form:
    """What a column is before its place is known."""

    kind: str
    width: float
    side: float = 0.0
    pitch: float = 0.0


class _Arrangement:
    def __init__(self, sizes: tuple[int, ...], width: float, height: float, m: DiagramMeasures) -> None:
        self.sizes, self.width, self.m = sizes, width, m
        self.top = m.line + m.gap
        self.caption_top = height - m.line - m.hair
        # The small print says how many edges are drawn where it is not all.
        has_caption = any(before * after > ALL_EDGES for before, after in pairwise(sizes))
        bottom = self.caption_top - m.hair if has_caption else height - m.small
        self.room = max(bottom - self.top, m.unit_least)
        self.narrowest = m.unit * _NARROWEST_GAP
        self.left_out = 0  # for the sake of the edges: from 1 on the labels left of the inputs, then those of outputs

    def layout(self) -> DiagramLayout:
        """Choose forms, then distances, then the texts for which these leave room."""
        forms, m = self.forms, self.m
        widths = [form.width for form in forms]
        gaps = max(len(forms) - 1, 1)
        left, right, gap = 0.0, 0.0, 0.0
        for self.left_out in (0, 1, 2):
            left, right = self._margins(forms)
            gap = (self.width - left - right - sum(widths)) / gaps
            if gap >= self.narrowest:
                break
        gap = max(min(gap, _WIDEST_GAP * max(self.unit, m.unit)), m.gap)
        whole = sum(widths) + gap * (len(forms) - 1)
        x = min(max((self.width - whole) / 2, left), max(self.width - right - whole, m.small))
        columns = []
        for layer, form in enumerate(forms):
            columns.append(self._column(layer, form, round(x), gap))
            x += form.width + gap
        return DiagramLayout(tuple(columns), self._headings(columns), m, self.width, self.caption_top)

    # Forms -------------------------------------------------------------------------------------------------------

    @cached_property
    def unit(self) -> float:
        """Side of the units where there is room: more than usual if the highest column and the width leave it."""
        alone = [n for n in self.sizes if self._under(n, math.inf) >= self.m.unit_labelled]
        high = min((self._under(n, math.inf) for n in alone), default=self.m.unit)
        wide = self.width / (len(self.sizes) * (_WIDEST_GAP + 0.5))
        return min(max(self.m.unit, min(high, wide)), self.m.unit * _GROWTH)

    def _under(self, n: int, most: float) -> float:
        """Side of `n` units with labels under them."""
        return min(most, self.room / n - self.m.line - 3 * self.m.small)

    @cached_property
    def forms(self) -> list[_Form]:
        """Each column's form."""
        return [self._form(layer, n) for layer, n in enumerate(self.sizes)]

    def _form(self, layer: int, n: int) -> _Form:
        m = self.m
        side = self._under(n, self.unit)
        if side >= m.unit_labelled:
            most = max(_LOOSEST * side, side + m.line + m.gap)
            side = float(math.floor(side))
            return _Form("under", side, side, min(self.room / n, most))
        side = float(math.floor(min(self.unit, self.room / n - m.small)))
        if side >= m.unit_least:
            return _Form("beside", side, side, self.room / n)
        if layer == 0 and n > _MOST_IN_STRIP:
            return _Form("block", min(self.room, self.width * _BLOCK_SHARE, m.unit * _LARGEST_BLOCK))
        return _Form("strip", m.strip)

    def _margins(self, forms: list[_Form]) -> tuple[float, float]:
        """Room that the texts outside the first and the last column take."""
        m, first, last = self.m, forms[0], forms[-1]
        label = m.of_inputs.label
        beside = 0.0 if self.left_out else m.gap + label
        left = {"under": (label - first.side) / 2, "beside": beside}.get(first.kind, 0.0)
        right = m.gap + max(m.delta, m.target)
        if last.kind == "beside" and self.left_out > 1:
            right = 2 * m.gap + m.swatch + m.target
        elif last.kind == "beside":
            right = m.gap + m.label + m.gap + m.target
            if last.pitch < 2 * m.line:
                right += m.gap + m.delta
        return m.padding + max(left, 0.0), m.padding + right

    # Columns -----------------------------------------------------------------------------------------------------

    def _column(self, layer: int, form: _Form, x: float, gap: float) -> LayerColumn:
        n, is_last = self.sizes[layer], layer == len(self.sizes) - 1
        m = self.m if layer else self.m.of_inputs
        if form.kind == "block":
            per_row = math.ceil(math.sqrt(n))
            cell = form.width / per_row
            high = -(-n // per_row) * cell
            return BlockColumn(layer, n, x, self.top + (self.room - high) / 2, m, is_last, cell, per_row)
        if form.kind == "strip":
            return StripColumn(layer, n, x, self.top, m, is_last, self.room)
        values, deltas = self._texts(layer, form, gap, is_last)
        high = (n - 1) * form.pitch + form.side + (m.small + m.line if values in ("under", "number under") else 0.0)
        y = self.top + max(self.room - high, 0.0) / 2
        return UnitColumn(layer, n, x, y, m, is_last, form.side, form.pitch, values, deltas)

    def _texts(self, layer: int, form: _Form, gap: float, is_last: bool) -> tuple[ValuePlace, DeltaPlace]:
        m = self.m if layer else self.m.of_inputs
        values: ValuePlace
        deltas: DeltaPlace
        if form.kind == "under":
            room = form.side + gap - m.gap
            values = "under" if room >= m.label else "number under" if room >= m.number else "nowhere"
            deltas = "corner" if is_last or gap >= m.gap + m.delta + self.narrowest else "swatch"
        elif layer == 0:
            values, deltas = "nowhere" if self.left_out else "left", "nowhere"
        elif is_last:
            values, deltas = ("nowhere", "swatch") if self.left_out > 1 else ("right", "right")
        else:
            fits = form.pitch >= 2 * m.line and gap >= m.gap + max(m.label, m.delta) + self.narrowest
            values, deltas = ("right", "right") if fits else ("nowhere", "swatch")
        return values, deltas if layer else "nowhere"

    def _headings(self, columns: list[LayerColumn]) -> tuple[QRectF, ...]:
        m = self.m
        middles = [column.body.center().x() for column in columns]
        steps = [self.width, *(after - before for before, after in pairwise(middles)), self.width]
        # Right over the highest column, with room for its frame.
        top = max(min(column.body.top() for column in columns) - m.gap - m.line, m.hair)
        rooms = []
        for x, (before, after) in zip(middles, pairwise(steps), strict=True):
            room = min(before, after) - m.tag - m.gap
            rooms.append(max(min(room, 2 * x, 2 * (self.width - x)), 0.0))
        return tuple(QRectF(x - room / 2, top, room, m.line) for x, room in zip(middles, rooms, strict=True))
