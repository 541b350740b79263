"""Boxes side by side, wrapped at operators."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from PyQt6.QtCore import QPoint, QRect

from nnviz.model.program.shapes import shape_text
from nnviz.model.strip.equation import LineEquation
from nnviz.model.strip.reach import EVERYTHING
from nnviz.model.strip.tokens import Bracket, Sign, StripOperand, Token
from nnviz.views.strip.axis import Axis, numbered_axis, reduced_axis
from nnviz.views.strip.boxes import Box, BracketBox, MatrixBox, NumberBox, Tag, TextBox
from nnviz.views.strip.measures import CellSize, Measures

_MOST_CELLS = 300
_MOST_ALONG = 16
"""A matrix with more cells than this, or more along a side, is drawn reduced."""


@dataclass(frozen=True)
class BoxRow:
    """Boxes side by side: their cells' middles are at 0, from left 0."""

    boxes: tuple[Box, ...]
    width: int
    above: int
    below: int

    @property
    def height(self) -> int:
        """Pixels from the highest heading to the lowest cell."""
        return self.above + self.below

    def placed(self, left: int, top: int) -> list[Box]:
        """Return the boxes in their places."""
        return [box.moved(left, top + self.above) for box in self.boxes]


class TokenFlow:
    """Makes boxes of tokens and wraps them.

    Parameters
    ----------
    measures
        Lengths.
    size
        How large cells are.
    tags
        The words for what is replaced, and for what replaces it.
    """

    def __init__(self, measures: Measures, size: CellSize, tag_text: Callable[[Tag], str]) -> None:
        self._measures, self._size, self._tag_text = measures, size, tag_text

    def lines(self, equation: LineEquation, tokens: Sequence[Token], room: int, *, names_slopes: bool) -> list[BoxRow]:
        """Return tokens in lines of at most so many pixels, where they can be broken so; slopes as their names."""
        units: list[list[Box]] = [[]]
        widths = [0]
        gap = self._measures.gap
        for token in tokens:
            box = self.box(equation, token, names_slopes=names_slopes)
            if isinstance(token, Sign) and token.is_break and units[-1]:
                units.append([])
                widths.append(0)
            widths[-1] += box.frame.width() + (gap if units[-1] else 0)
            units[-1].append(box)
        lines: list[list[Box]] = [[]]
        used = 0
        for unit, width in zip(units, widths, strict=True):
            if lines[-1] and used + gap + width > room:
                lines.append([])
                used = 0
            used += width + (gap if lines[-1] else 0)
            lines[-1].extend(unit)
        return [self.line(boxes) for boxes in lines if boxes]

    def line(self, boxes: Sequence[Box]) -> BoxRow:
        """Return boxes side by side, brackets as high as what they hold."""
        placed: list[Box] = []
        left = 0
        for box in boxes:
            placed.append(box.moved(left - box.frame.left(), 0))
            left += box.frame.width() + self._measures.gap
        placed = _with_high_brackets(placed)
        above = max(-box.frame.top() for box in placed)
        below = max(box.frame.top() + box.frame.height() for box in placed)
        return BoxRow(tuple(placed), left - self._measures.gap, above, below)

    def box(self, equation: LineEquation, token: Token, *, names_slopes: bool = False) -> Box:
        """Return what is drawn for a token, with the middle of its cells at 0."""
        measures = self._measures
        match token:
            case Sign(text):
                return TextBox(text, self._text_frame(measures.sign(text)))
            case Bracket():
                height = self._size.height
                return BracketBox(token, QRect(0, -height // 2, measures.bracket_width(token), height))
            case StripOperand() if names_slopes and token.stands_for:
                return TextBox(token.stands_for, self._text_frame(measures.label(token.stands_for)), is_name=True)
            case StripOperand() if token.is_number:
                return self._number(equation, token)
        return self._matrix(equation, token)

    def _text_frame(self, width: int) -> QRect:
        height = self._measures.sign_height
        return QRect(0, -height // 2, width, height)

    def _tag(self, equation: LineEquation, operand: StripOperand) -> Tag:
        if equation.replaces is None:
            return ""
        return (
            "old"
            if operand.symbol == equation.replaces.symbol and operand is not equation.result
            else ("new" if operand is equation.result else "")
        )

    def _number(self, equation: LineEquation, operand: StripOperand) -> NumberBox:
        measures = self._measures
        tag = self._tag(equation, operand)
        label = measures.label(operand.label) + (measures.between + measures.hint(self._tag_text(tag)) if tag else 0)
        width = max(label, measures.number_width if _is_array(operand) else measures.number("0.0000"))
        half = self._size.height // 2
        return NumberBox(
            equation, operand, tag, QRect(0, -half - measures.heading, width, measures.heading + 2 * half), 0
        )

    def _matrix(self, equation: LineEquation, operand: StripOperand) -> MatrixBox:
        measures, size = self._measures, self._size
        rows, columns = equation.shape(operand)
        is_numbered = not size.block or rows * columns <= 2
        if rows * columns > _MOST_CELLS or max(rows, columns) > _MOST_ALONG:
            is_numbered = False
        cell = measures.cell(size.slots)
        if is_numbered:
            down, across = numbered_axis(rows, size.height), numbered_axis(columns, cell)
        else:
            block = size.block or 6
            # Whether one row, one column or one cell of it is in question does not depend on which.
            row, column = operand.reach((0, 0)) or EVERYTHING
            enlarged = 0 if row is None else size.height, 0 if column is None else cell
            down = numbered_axis(1, size.height) if rows == 1 else reduced_axis(rows, block, enlarged[0], size.longest)
            most = size.longest + cell
            across = numbered_axis(1, cell) if columns == 1 else reduced_axis(columns, block, enlarged[1], most)
        tag = self._tag(equation, operand)
        shape = equation.shape_texts.get(id(operand)) or ("" if rows == columns == 1 else shape_text((rows, columns)))
        name = operand.label if operand.node is not None else measures.elided(operand.label)
        parts = [measures.label(name)]
        parts += [measures.hint(text) for text in (self._tag_text(tag), shape) if text]
        width = max(across.length, sum(parts) + measures.between * (len(parts) - 1))
        return self._placed(equation, operand, name, tag, shape, width, down, across, is_numbered)

    def _placed(
        self,
        equation: LineEquation,
        operand: StripOperand,
        name: str,
        tag: Tag,
        shape: str,
        width: int,
        down: Axis,
        across: Axis,
        is_numbered: bool,
    ) -> MatrixBox:
        top = -(down.length // 2)
        heading = self._measures.heading
        return MatrixBox(
            equation,
            operand,
            name,
            shape,
            tag,
            QRect(0, top - heading, width, heading + down.length),
            QPoint(0, top),
            down,
            across,
            self._size.slots,
            is_numbered,
        )


def _is_array(operand: StripOperand) -> bool:
    return bool(operand.symbol) or operand.is_computed


def _with_high_brackets(boxes: list[Box]) -> list[Box]:
    """Return boxes with each bracket as high as the cells between it and its other half, or the line's end."""
    open_at: list[int] = []
    spans: dict[int, tuple[int, int]] = {}
    for place, box in enumerate(boxes):
        if isinstance(box, BracketBox):
            if box.bracket.opens:
                open_at.append(place)
            else:
                start = open_at.pop() if open_at else -1
                spans[place] = (start + 1, place)
                if start >= 0:
                    spans[start] = (start + 1, place)
    for start in open_at:
        spans[start] = (start + 1, len(boxes))
    found = list(boxes)
    for place, (first, stop) in spans.items():
        held = [_cells_of(box) for box in boxes[first:stop]]
        own = boxes[place].frame
        top = min(chain((rect.top() for rect in held), (own.top(),)))
        bottom = max(chain((rect.top() + rect.height() for rect in held), (own.top() + own.height(),)))
        box = found[place]
        assert isinstance(box, BracketBox)
        found[place] = replace(box, frame=QRect(own.left(), top, own.width(), bottom - top))
    return found


def _cells_of(box: Box) -> QRect:
    match box:
        case MatrixBox():
            return box.cells
        case NumberBox():
            return QRect(box.frame.left(), box.middle, box.frame.width(), 0)
    return box.frame
