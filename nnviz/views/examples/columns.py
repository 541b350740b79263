"""Columns of the table of figures: their places and widths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PyQt6.QtCore import QRectF
from PyQt6.QtGui import QFontMetricsF

from nnviz.model.examples import MET
from nnviz.views.examples.rows import FigureRow
from nnviz.views.theme import Theme, hint_font, metrics, mono_small_font


@dataclass(frozen=True)
class FigureColumns:
    """Places of the columns, for rows at one left edge and of one width."""

    label: QRectF
    printed: QRectF
    ours: QRectF
    mark: QRectF


@dataclass(frozen=True)
class Widths:
    """Widths of the columns of numbers, in pixels."""

    printed: float
    ours: float
    mark: float


def widths_of(rows: Sequence[FigureRow], heads: tuple[str, str], theme: Theme) -> Widths:
    """Return the widths of the columns of numbers: that of the widest number, or of the heading."""
    numbers, heading = QFontMetricsF(mono_small_font(theme)), QFontMetricsF(hint_font(theme))

    def width(texts: Sequence[str], head: str) -> float:
        widest = max((numbers.horizontalAdvance(text) for text in texts), default=0.0)
        return max(widest, heading.horizontalAdvance(head)) + 1

    printed = width([row.printed for row in rows], heads[0])
    return Widths(printed, width([row.ours for row in rows], heads[1]), numbers.horizontalAdvance(MET) + 1)


def columns_in(rect: QRectF, widths: Widths, theme: Theme) -> FigureColumns:
    """Return the columns of a row: numbers at its right end, and the label in the remaining room."""
    padding, gap = theme.px(metrics.PADDING), theme.px(metrics.PADDING)
    right = rect.right() - padding
    mark = QRectF(right - widths.mark, rect.top(), widths.mark, rect.height())
    ours = QRectF(mark.left() - gap - widths.ours, rect.top(), widths.ours, rect.height())
    printed = QRectF(ours.left() - gap - widths.printed, rect.top(), widths.printed, rect.height())
    left = rect.left() + padding
    label = QRectF(left, rect.top(), max(0.0, printed.left() - gap - left), rect.height())
    return FigureColumns(label, printed, ours, mark)
