"""Where every matrix of a tab goes in the room that there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from nnviz.views.matrices.entries import rank_of
from nnviz.views.matrices.item import Item, Sizes
from nnviz.views.matrices.packing import BoxColumn, flow, pack
from nnviz.views.matrices.place import MatrixPlace
from nnviz.views.matrices.plan import LinePlan, MatrixLine, side_by_side
from nnviz.views.matrices.ruler import SLOTS, Ruler

_ROWS_AMONG_ALL: Final = 16
_ROWS_OF_ONE: Final = 40
"""Matrices with more rows than this are drawn without numbers, among all layers and on a layer's own tab."""


@dataclass(frozen=True)
class MatrixArrangement:
    """The places of a tab's matrices, in reading order, and the height of all of them."""

    places: tuple[MatrixPlace, ...] = ()
    height: int = 0

    def of_symbol(self, symbol: str) -> tuple[MatrixPlace, ...]:
        """Return the places that show a symbol, its value before its change."""
        return tuple(place for place in self.places if place.entry.symbol == symbol)


class Arranger:
    """Finds the arrangement for a room: as little scrolling as possible, then as many numbers as possible.

    Parameters
    ----------
    ruler
        Lengths of the theme.
    width, height
        What can be seen at once, in pixels.
    """

    def __init__(self, ruler: Ruler, width: int, height: int) -> None:
        self._ruler = ruler
        self._room = max(width - 2 * ruler.padding, ruler.preview)
        self._height = height

    def overview(self, layers: Sequence[Sequence[Item]], wanted: str | None) -> MatrixArrangement:
        """Place the matrices of all layers, a group for each; `wanted` is a symbol that must not be left out."""
        plans = [
            plan for slots in SLOTS for terse in (False, True) for plan in self._plans(layers, slots, terse, wanted)
        ]
        best = max(plans, key=self._merit)
        return self._placed(best, best.cell_height(self._height))

    def layer(self, items: Sequence[Item]) -> MatrixArrangement:
        """Place everything of one layer, with numbers wherever a line has room for them."""
        for slots in SLOTS[:2]:
            sizes = Sizes(self._ruler, self._room, slots, _ROWS_OF_ONE)
            columns = [BoxColumn((sizes.box(item, self._room // 3),), rank=0) for item in items]
            lines = flow(columns, self._room, self._ruler.gap)
            plan = LinePlan([side_by_side(items, spans, sizes) for spans in lines], sizes)
            cell = plan.cell_height(self._height)
            if plan.height(cell) <= self._height:
                return self._placed(plan, cell)
        # It has to be scrolled: low cells gain nothing, unless a single matrix is higher than all that can be seen.
        is_high = any(item.rows > _ROWS_AMONG_ALL for item in items)
        return self._placed(plan, self._ruler.low if is_high else self._ruler.tall)

    def _merit(self, plan: LinePlan) -> tuple[int, ...]:
        height = plan.height(plan.cell_height(self._height))
        return min(0, self._height - height), -len(plan.lines), *plan.quality()

    def _placed(self, plan: LinePlan, cell: int) -> MatrixArrangement:
        places = plan.places(cell, max(0, self._height - plan.height(cell)))
        bottom = max(place.frame.top() + place.frame.height() for place in places)
        return MatrixArrangement(tuple(places), bottom + self._ruler.bottom)

    def _plans(self, layers: Sequence[Sequence[Item]], slots: int, terse: bool, wanted: str | None) -> list[LinePlan]:
        """Return the ways to place all layers: each for itself, and if possible aligned."""
        sizes = Sizes(self._ruler, self._room, slots, _ROWS_AMONG_ALL)
        columns = [[self._column(item, sizes, terse, wanted) for item in items] for items in layers]
        lines = [
            side_by_side(items, spans, sizes)
            for items, row in zip(layers, columns, strict=True)
            for spans in pack(row, self._room, self._ruler.gap)
        ]
        aligned = self._aligned(layers, columns, sizes)
        return [LinePlan(lines, sizes), *([LinePlan(aligned, sizes, is_aligned=True)] if aligned else [])]

    def _column(self, item: Item, sizes: Sizes, terse: bool, wanted: str | None) -> BoxColumn:
        rank = rank_of(item.entry)
        if item.entry.symbol == wanted:
            rank = min(rank, 1)
        share = self._ruler.preview * (2 if rank == 0 else 1)
        return BoxColumn((sizes.box(item, share, terse and rank > 0),), rank)

    def _aligned(
        self, layers: Sequence[Sequence[Item]], columns: Sequence[Sequence[BoxColumn]], sizes: Sizes
    ) -> list[MatrixLine]:
        """Place the layers' matrices of a kind below each other; return nothing if a layer would need several lines."""
        if len({len(row) for row in columns}) > 1:
            return []
        kinds = list(zip(*columns, strict=True))
        if any(len({column.with_numbers is None for column in kind}) > 1 for kind in kinds):
            return []
        merged = [
            BoxColumn(tuple(column.boxes[0] for column in kind), min(column.rank for column in kind)) for kind in kinds
        ]
        lines = pack(merged, self._room, self._ruler.gap)
        return [side_by_side(items, lines[0], sizes) for items in layers] if len(lines) == 1 else []
