"""The columns of the source pane: their places, and the widths that they follow from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PyQt6.QtGui import QFontMetricsF

from nnviz.views.lines.style import LineStyle
from nnviz.views.lines.texts import NORM_SIGN
from nnviz.views.program.texts import RowText
from nnviz.views.theme import metrics

_BEFORE_POINT: Final = NORM_SIGN + "12"
_AFTER_POINT: Final = ".1234"
"""Room of the value column on either side of the decimal point; a number with more digits takes of the other side."""


@dataclass(frozen=True)
class LineColumns:
    """Places in pixels from the pane's left edge.

    Attributes
    ----------
    gutter
        Right edge of the gutter.
    number
        Right edge of the line numbers.
    formula
        Left edge of the formulas, and of the shapes under them.
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
    formula: int
    gap: int
    value: int
    point: int
    right: int

    @property
    def formula_width(self) -> int:
        """The room of a formula."""
        return max(0, self.value - self.gap - self.formula)


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
        digits = QFontMetricsF(style.plain)
        self._number = max((digits.horizontalAdvance(row.number) for row in rows), default=0.0)
        self._after_point = digits.horizontalAdvance(_AFTER_POINT)
        self._value = digits.horizontalAdvance(_BEFORE_POINT) + self._after_point

    def columns(self, width: int) -> LineColumns:
        """Return the columns of a pane of that width."""
        gap = self._theme.px(metrics.GAP)
        gutter = self._theme.px(metrics.GUTTER)
        number = gutter + self._theme.px(metrics.SMALL_GAP) + round(self._number)
        right = width - self._theme.px(metrics.PADDING)
        value = right - round(self._value)
        point = right - round(self._after_point)
        return LineColumns(gutter, number, number + gap + gap // 2, gap, value, point, right)
