"""Where everything of a line goes: with the largest cells for which there is room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from PyQt6.QtCore import QPoint, QRect

from nnviz.model.session.selection import Cell
from nnviz.model.strip.equation import LineEquation
from nnviz.model.strip.tokens import Sign
from nnviz.model.text.convention import Convention
from nnviz.views.strip.boxes import Box, MatrixBox, NumberBox, StripSpot, Tag
from nnviz.views.strip.flow import TokenFlow
from nnviz.views.strip.measures import CellSize, Measures

_MOST_SCROLLED = 2
"""How many times as high as what can be seen a line with its numbers may be."""
_LEAST_LINES = 4
"""Lines of text for which there is room beneath a result, so that the arithmetic of a cell stands there."""


@dataclass(frozen=True, eq=False)
class Arrangement:
    """The places of a strip's boxes.

    Attributes
    ----------
    boxes
        In reading order.
    height, width
        Of all of it.
    arithmetic
        Where the arithmetic of a cell is written: beneath the result, in several lines.
    footer
        Where it is written in a single line, where there is no room for that.
    shows_computed
        Whether the intermediate values are shown.
    lines
        How many lines there are.
    """

    boxes: tuple[Box, ...] = ()
    height: int = 0
    width: int = 0
    arithmetic: QRect = field(default_factory=QRect)
    footer: QRect = field(default_factory=QRect)
    shows_computed: bool = False
    lines: int = 0

    @cached_property
    def matrices(self) -> tuple[MatrixBox, ...]:
        """Those of its boxes that have cells."""
        return tuple(box for box in self.boxes if isinstance(box, MatrixBox))

    @cached_property
    def operands(self) -> tuple[MatrixBox | NumberBox, ...]:
        """Those of its boxes that have values."""
        return tuple(box for box in self.boxes if isinstance(box, MatrixBox | NumberBox))

    def spot_at(self, point: QPoint) -> StripSpot | None:
        """Return the cell that is drawn at a point; of a block the one of the largest magnitude."""
        for box in self.matrices:
            if box.cells.contains(point):
                away = point - box.corner
                down, across = box.rows.segment_at(away.y()), box.columns.segment_at(away.x())
                value = box.equation.value(box.operand)
                if value is None:
                    return StripSpot(box, down.first, across.first)
                block = value[down.first : down.stop, across.first : across.stop]
                there = int(block.argmin() if block.max() < -block.min() else block.argmax())
                row, column = divmod(there, block.shape[1])
                return StripSpot(box, down.first + row, across.first + column)
        return None

    def number_at(self, point: QPoint) -> NumberBox | None:
        """Return the number at a point."""
        return next((box for box in self.boxes if isinstance(box, NumberBox) and box.frame.contains(point)), None)

    def spots_of(self, cell: Cell, convention: Convention) -> list[StripSpot]:
        """Return where a symbol's cell is drawn."""
        found = []
        for box in self.matrices:
            if box.operand.symbol == cell.symbol:
                turned = (convention == "rows") != box.operand.is_turned
                row, column = (cell.column, cell.row) if turned else (cell.row, cell.column)
                if row < box.rows.count and column < box.columns.count:
                    found.append(StripSpot(box, row, column))
        return found

    def enlarging(self, regions: Callable[[MatrixBox], tuple[int | None, int | None]]) -> Arrangement:
        """Return it with other rows and columns enlarged."""
        boxes = tuple(box.enlarging(*regions(box)) if isinstance(box, MatrixBox) else box for box in self.boxes)
        return replace(self, boxes=boxes)


class StripArranger:
    """Finds the arrangement for a room.

    Parameters
    ----------
    measures
        Lengths.
    tag_text
        The words for what is replaced, and for what replaces it.
    """

    def __init__(self, measures: Measures, tag_text: Callable[[Tag], str]) -> None:
        self._measures, self._tag_text = measures, tag_text

    def arrange(self, equations: Sequence[LineEquation], width: int, height: int) -> Arrangement:
        """Return the places: numbers where there is room, then intermediate values, then as large as may be."""
        has_computed = any(equation.computed for equation in equations)
        groups = [[(size, has_computed) for size in self._measures.sizes]]
        if has_computed:
            groups.append([(size, False) for size in self._measures.sizes])
        groups += [[(size, shows)] for size in self._measures.reduced for shows in dict.fromkeys((has_computed, False))]
        least: Arrangement | None = None
        for group in groups:
            found = [self._with(equations, size, width, shows=shows) for size, shows in group]
            fitting = [each for each in found if each.height <= height and each.width <= width]
            if fitting:
                # The first of those that are wrapped least: the largest cells.
                return min(fitting, key=lambda each: each.lines)
            if least is None:
                least = found[-1]
        # It has to be scrolled: then with its numbers, unless that is far too high.
        assert least is not None
        return least if least.height <= _MOST_SCROLLED * height and least.width <= width else found[-1]

    def _with(self, equations: Sequence[LineEquation], size: CellSize, width: int, *, shows: bool) -> Arrangement:
        measures = self._measures
        boxes: list[Box] = []
        top, widest, lines = measures.ring, 0, 0
        arithmetic = QRect()
        alone = [equation for equation in equations if not equation.operands]
        for equation in equations:
            if equation in alone:
                continue
            placed, bottom, right, beneath, count = self._equation(equation, size, width, top, shows=shows)
            boxes += placed
            lines += count
            if arithmetic.isNull():
                arithmetic = beneath
            widest = max(widest, right)
            top = bottom + measures.line_gap
        placed, top, right, count = self._results(alone, size, width, top)
        boxes += placed
        widest, lines = max(widest, right), lines + count
        footer = QRect()
        if arithmetic.isNull():
            left = measures.padding + measures.ring
            footer = QRect(left, top, width - left - measures.padding, measures.text_line)
            top = footer.top() + footer.height() + measures.gap
        return Arrangement(tuple(boxes), top, widest + measures.padding, arithmetic, footer, shows, lines)

    def _results(
        self, equations: Sequence[LineEquation], size: CellSize, width: int, top: int
    ) -> tuple[list[Box], int, int, int]:
        """Return results without operands side by side, their lowest and rightmost pixels, and their lines."""
        measures = self._measures
        flow = TokenFlow(measures, size, self._tag_text)
        boxes: list[Box] = []
        start = left = measures.padding + measures.ring
        widest, bottom, count = 0, top, 0
        for equation in equations:
            result = flow.line([flow.box(equation, equation.result)])
            if left > start and left + result.width + measures.padding > width:
                left, top = start, bottom
            count += left == start
            boxes += result.placed(left, top)
            bottom = max(bottom, top + result.height + 2 * measures.ring + measures.line_gap)
            left += result.width + 2 * measures.ring + measures.gap
            widest = max(widest, left - measures.ring)
        return boxes, bottom, widest, count

    def _equation(
        self, equation: LineEquation, size: CellSize, width: int, top: int, *, shows: bool
    ) -> tuple[list[Box], int, int, QRect, int]:
        """Return an equation's boxes, its lowest and rightmost pixel, the room beneath its result, and its lines."""
        measures = self._measures
        flow = TokenFlow(measures, size, self._tag_text)
        result = flow.line([flow.box(equation, equation.result)])
        signs = [flow.line([flow.box(equation, Sign(text))]) for text in (equation.sign, "=")]
        left = measures.padding + measures.ring
        signs_at = left + result.width + measures.ring + measures.gap
        right_at = signs_at + max(sign.width for sign in signs) + 2 * measures.gap
        shows = shows and bool(equation.computed)
        rows = [equation.operands, equation.computed if shows else ()]
        room = width - right_at - measures.padding
        blocks = [
            flow.lines(equation, tokens, room, names_slopes=shows and not number) for number, tokens in enumerate(rows)
        ]
        above = max(line.above for line in (result, *blocks[0][:1]))
        boxes = result.placed(left, top + above - result.above)
        under_result = top + above + result.below + measures.ring
        bottom, right, at = under_result, left + result.width, top + above
        for block, sign in zip(blocks, signs, strict=True):
            for number, line in enumerate(block):
                middle = at if block is blocks[0] and not number else at + line.above
                if not number:
                    boxes += sign.placed(signs_at, middle - sign.above)
                boxes += line.placed(right_at, middle - line.above)
                right = max(right, right_at + line.width)
                at = middle + line.below + measures.line_gap
                bottom = max(bottom, middle + line.below)
            at += measures.line_gap
        beneath = QRect()
        room_below = bottom - under_result - measures.gap
        if result.width >= 2 * measures.number_width and room_below >= _LEAST_LINES * measures.text_line:
            beneath = QRect(left, under_result + measures.gap, signs_at - left - measures.gap, room_below)
        return boxes, bottom, right, beneath, sum(map(len, blocks))
