"""The columns of the source pane: their places, and the widths that they follow from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PyQt6.QtGui import QFontMetricsF

from nnviz.views.lines.style import LineStyle
from nnviz.views.lines.texts import NORM_SIGN
from nnviz.views.program.texts import RowText
from nnviz.views.theme import metrics

# Room of the value column on either side of the decimal point; more digits before it leave room for fewer after it.
_BEFORE_POINT, _AFTER_POINT = NORM_SIGN + "123", ".123456"


@dataclass(frozen=True)
class LineColumns:
    """Places in pixels from the pane's left edge.

    Attributes
    ----------
    gutter
        Right edge of the gutter.
    number
        Right edge of the line numbers.
    stage
        Left edge of the stage words; None when they are hidden.
    formula
        Left edge of the formulas.
    shapes
        Left edge of the shapes.
    shows_shapes
        For each row, whether its shapes are shown beside its formula; a long formula takes their room.
    gap
        Free space between columns.
    value
        Left edge of the values.
    point
        Where the values' decimal points are.
    right
        Right edge of the values.
    """

    gutter: int
    number: int
    stage: int | None
    formula: int
    shapes: int
    shows_shapes: tuple[bool, ...]
    gap: int
    value: int
    point: int
    right: int

    def formula_width(self, index: int) -> int:
        """Return how wide the formula of a row (from 0) may be."""
        end = self.shapes if self.shows_shapes[index] else self.value
        return max(0, end - self.gap - self.formula)


class LineMeasures:
    """Widths of a program's texts, measured once.

    Parameters
    ----------
    rows
        The program's rows.
    style
        Their fonts and colours.
    """

    def __init__(self, rows: Sequence[RowText], style: LineStyle) -> None:
        self._theme = style.theme
        lit, small = QFontMetricsF(style.bold), QFontMetricsF(style.small)
        digits, words = QFontMetricsF(style.plain), QFontMetricsF(style.words)
        self.formulas = [lit.horizontalAdvance(row.formula) for row in rows]
        self.shapes = [small.horizontalAdvance(row.shapes) for row in rows]
        self._number = max((digits.horizontalAdvance(row.number) for row in rows), default=0.0)
        self._stage = max((words.horizontalAdvance(row.stage) for row in rows), default=0.0)
        self._after_point = digits.horizontalAdvance(_AFTER_POINT)
        self._value = digits.horizontalAdvance(_BEFORE_POINT) + self._after_point

    def columns(self, width: int) -> LineColumns:
        """Return the columns of a pane of that width; a narrow one drops the shapes first, then the stage words."""
        gap, wide_gap = self._theme.px(metrics.GAP), self._theme.px(metrics.PADDING)
        gutter = self._theme.px(metrics.GUTTER)
        number = gutter + gap + round(self._number)
        right = width - gap
        value = right - round(self._value)
        point = right - round(self._after_point)
        formula = number + wide_gap + round(self._stage) + wide_gap
        # Stage words stay as long as the formulas keep half of their width.
        has_stage = value - formula >= max(self.formulas, default=0.0) / 2
        stage = number + wide_gap if has_stage else None
        if not has_stage:
            formula = number + wide_gap
        room = value - wide_gap - formula
        shapes, shown = self._place_shapes(room, wide_gap)
        return LineColumns(gutter, number, stage, formula, formula + shapes, shown, wide_gap, value, point, right)

    def _place_shapes(self, room: int, gap: int) -> tuple[int, tuple[bool, ...]]:
        """Return where the shapes begin in the room that they share with the formulas, and which rows show them."""
        longest, widest = max(self.formulas, default=0.0), max(self.shapes, default=0.0)
        spare = room - longest - gap - widest
        # With room to spare, half of it is left free on either side of the shapes.
        left = longest + gap + spare / 2 if spare >= 0 else room - widest
        shown = tuple(formula + gap <= left for formula in self.formulas)
        if sum(shown) < len(shown) / 2:
            shown = (False,) * len(shown)
        return round(left), shown
