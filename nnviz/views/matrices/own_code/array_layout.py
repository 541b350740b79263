"""Where the arrays of a person's code go: side by side as far as there is room, then on further lines."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from PyQt6.QtCore import QPoint, QRect, Qt
from PyQt6.QtGui import QFontMetrics, QFontMetricsF

from nnviz.model.text.columns import ColumnFormat, column_format
from nnviz.views.matrices.own_code.shown_arrays import ArrayRow, ShownArray
from nnviz.views.theme import Theme, hint_font, label_font, metrics, mono_small_font

_SLOTS: Final = 7
"""Characters of a number."""
_MOST_ROWS: Final = 12
_MOST_COLUMNS: Final = 10
"""Of which the numbers are written; of more the first ones, and how many there are."""
_LEAST_LABEL: Final = 14
"""Characters of a label that are always shown."""


@dataclass(frozen=True, eq=False)
class PlacedArray:
    """An array with its place.

    Attributes
    ----------
    array
        What is shown.
    frame
        Heading and cells.
    cells
        The cells that are drawn.
    rows, columns
        How many of each are drawn.
    label
        As it fits.
    sign_at
        Where the sign in front of it is written.
    form, texts
        How its numbers are written, and each of them, row by row.
    """

    array: ShownArray
    frame: QRect
    cells: QRect
    rows: int
    columns: int
    label: str
    sign_at: QPoint
    form: ColumnFormat
    texts: tuple[str, ...]

    @property
    def is_part(self) -> bool:
        """Whether not all of its cells are drawn."""
        return self.array.value.shape != (self.rows, self.columns)

    @property
    def heading(self) -> str:
        """What is written beside its label: its shape, and what its numbers are in units of."""
        return f"{self.array.shape} {self.form.factor}".strip()

    def moved(self, by: QPoint) -> PlacedArray:
        """Return it at another place."""
        frame, cells = self.frame.translated(by), self.cells.translated(by)
        return replace(self, frame=frame, cells=cells, sign_at=self.sign_at + by)

    def cell_at(self, point: QPoint) -> tuple[int, int] | None:
        """Return the row and column at a point; None outside the cells."""
        if not self.cells.contains(point):
            return None
        width, height = self.cells.width() // self.columns, self.cells.height() // self.rows
        away = point - self.cells.topLeft()
        return away.y() // height, away.x() // width


@dataclass(frozen=True)
class PlacedText:
    """A heading or a note: its text, where its baseline begins, and whether it is a heading."""

    text: str
    at: QPoint
    is_title: bool


@dataclass(frozen=True)
class ArrayArrangement:
    """All that is shown, and how high that is."""

    arrays: tuple[PlacedArray, ...] = ()
    texts: tuple[PlacedText, ...] = ()
    height: int = 0


class ArrayArranger:
    """Places rows of arrays.

    Parameters
    ----------
    theme
        Fonts and lengths.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._number = QFontMetricsF(mono_small_font(theme))
        self._label = QFontMetrics(mono_small_font(theme, bold=True))
        self._hint, self._words = QFontMetrics(hint_font(theme)), QFontMetrics(label_font(theme))
        self.cell_height = math.ceil(self._number.height()) + theme.px(metrics.SMALL_GAP)
        self.heading = self._label.height() + theme.px(metrics.SMALL_GAP)

    def arrange(self, rows: Sequence[ArrayRow], width: int) -> ArrayArrangement:
        """Return the places for a width."""
        px = self._theme.px
        padding, gap = px(metrics.PADDING), px(metrics.GAP)
        arrays: list[PlacedArray] = []
        texts: list[PlacedText] = []
        y = px(metrics.SMALL_GAP) + px(metrics.RING)
        for row in rows:
            if row.title:
                texts.append(PlacedText(row.title, QPoint(padding, y + self._words.ascent()), is_title=True))
                y += self._words.height() + px(metrics.SMALL_GAP)
            x, bottom = padding, y
            for array in row.arrays:
                sign = self._words.horizontalAdvance(array.sign) + 2 * gap if array.sign else 0
                placed = self._place(array, x + sign, y)
                if x > padding and placed.frame.right() > width - padding:
                    away = QPoint(padding - x, bottom + gap - y)
                    x, y, placed = padding, bottom + gap, placed.moved(away)
                arrays.append(placed)
                x, bottom = placed.frame.right() + gap + 4 * px(metrics.RING), max(bottom, placed.frame.bottom() + 1)
            y = bottom + gap
            if row.note:
                texts.append(PlacedText(row.note, QPoint(padding, y + self._words.ascent()), is_title=False))
                y += self._words.height() + gap
        return ArrayArrangement(tuple(arrays), tuple(texts), y)

    def _place(self, array: ShownArray, x: int, y: int) -> PlacedArray:
        rows, columns = (min(n, most) for n, most in zip(array.value.shape, (_MOST_ROWS, _MOST_COLUMNS), strict=True))
        numbers = np.asarray(array.value[:rows, :columns]).real.astype(np.float64).ravel().tolist()
        form = column_format(numbers, _SLOTS)
        texts = tuple(form.texts(numbers))
        cells = QRect(x, y + self.heading, columns * self._cell_width(texts), rows * self.cell_height)
        heading = f"{array.shape} {form.factor}".strip()
        shape = self._hint.horizontalAdvance(heading) + self._theme.px(metrics.GAP)
        wanted = self._label.horizontalAdvance(array.label) + shape + self._theme.px(metrics.RING)
        least = self._label.horizontalAdvance("0" * _LEAST_LABEL) + shape
        width = max(cells.width(), min(wanted, max(least, cells.width())))
        label = self._label.elidedText(array.label, Qt.TextElideMode.ElideRight, width - shape)
        sign_at = QPoint(
            x - self._theme.px(metrics.GAP) - self._words.horizontalAdvance(array.sign), cells.center().y()
        )
        frame = QRect(x, y, width, self.heading + cells.height())
        return PlacedArray(array, frame, cells, rows, columns, label, sign_at, form, texts)

    def _cell_width(self, texts: Sequence[str]) -> int:
        """Return the width of an array's cells: of its longest number, and no less than that of most numbers."""
        longest = max((len(text) for text in texts), default=0)
        return math.ceil(max(longest, _SLOTS) * self._number.horizontalAdvance("0")) + self._theme.px(metrics.SMALL_GAP)
