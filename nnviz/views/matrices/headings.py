"""What is drawn around the cells: labels and shapes above them, numbers along large ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PyQt6.QtCore import QPointF
from PyQt6.QtGui import QColor, QFontMetrics, QPainter

from nnviz.views.matrices.arrangement import MatrixArrangement
from nnviz.views.matrices.place import CellAxis, MatrixPlace
from nnviz.views.theme import Theme, hint_font, metrics, mono_small_font

_ROUND: Final = (1, 2, 5)
_Text = tuple[QPointF, str]


def tick_numbers(axis: CellAxis, room: int) -> list[int]:
    """Return the rows or columns, from 1, that are numbered along a large matrix.

    Parameters
    ----------
    axis
        How they are drawn.
    room
        Pixels that a number takes along the axis.
    """
    least = max(2.0, room * axis.step / axis.size)
    power = 1
    while True:
        for factor in _ROUND:
            if factor * power >= least:
                every, first = factor * power, axis.first + 1
                following = range(-(-(first + 1) // every) * every, axis.end + 1, every)
                return [first, *(number for number in following if number - axis.first >= least)]
        power *= 10


class HeadingPainter:
    """Draws labels, shapes and numbers along large matrices.

    Parameters
    ----------
    theme
        Colours and fonts.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._label_font = mono_small_font(theme, bold=True)
        self._hint_font = hint_font(theme)
        self._hint = QFontMetrics(self._hint_font)
        self._label = QFontMetrics(self._label_font)
        self._between = theme.px(metrics.SMALL_GAP)
        self._widths: dict[tuple[bool, str], int] = {}
        self._places: tuple[MatrixPlace, ...] = ()
        self._labels: list[_Text] = []
        self._shapes: list[_Text] = []
        self._ticks: list[list[_Text]] = []

    def arrange(self, arrangement: MatrixArrangement) -> None:
        """Set the places of the matrices."""
        self._widths.clear()
        self._places = arrangement.places
        self._labels = [(self._label_start(place), place.label) for place in self._places]
        self._shapes = [(self._right(place, place.shape), place.shape) for place in self._places]
        self._ticks = [[*self._row_ticks(place), *self._column_ticks(place)] for place in self._places]

    def draw(
        self, painter: QPainter, numbers: list[int], factors: Mapping[int, str], hovered: tuple[int, str] | None
    ) -> None:
        """Draw what is around the places with these numbers.

        Parameters
        ----------
        painter
            What to draw with.
        numbers
            Numbers of places.
        factors
            The powers of ten that the numbers of a place are in units of, where there is one.
        hovered
            A place, and the index that is drawn instead of its shape.
        """
        painter.setFont(self._label_font)
        painter.setPen(QColor(self._theme.text))
        for number in numbers:
            painter.drawText(*self._labels[number])
        painter.setFont(self._hint_font)
        if hovered is not None and self._has_room(*hovered, factors):
            painter.drawText(self._right(self._places[hovered[0]], hovered[1]), hovered[1])
        painter.setPen(QColor(self._theme.secondary))
        for number in numbers:
            if factor := factors.get(number, ""):
                start, label = self._labels[number]
                painter.drawText(start + QPointF(self._width(self._label, label) + self._between, 0), factor)
            shape = self._shapes[number][1]
            if shape and (hovered is None or number != hovered[0]) and self._has_room(number, shape, factors):
                painter.drawText(*self._shapes[number])
            for tick in self._ticks[number]:
                painter.drawText(*tick)

    def _has_room(self, number: int, text: str, factors: Mapping[int, str]) -> bool:
        """Return whether a text has room right of a label with its power of ten, which matters more."""
        place, factor = self._places[number], factors.get(number, "")
        if not factor:
            return True
        used = self._width(self._label, place.label) + self._width(self._hint, factor) + self._width(self._hint, text)
        return used + 2 * self._between <= place.frame.width()

    def _width(self, font: QFontMetrics, text: str) -> int:
        """Return the width of a text, measured once: there are few of them, in every frame."""
        key = (font is self._label, text)
        if key not in self._widths:
            self._widths[key] = font.horizontalAdvance(text)
        return self._widths[key]

    def _baseline(self, place: MatrixPlace) -> float:
        room = place.corner.y() - place.frame.top() - self._theme.px(metrics.SMALL_GAP)
        return place.frame.top() + (room + self._label.ascent() - self._label.descent()) // 2

    def _label_start(self, place: MatrixPlace) -> QPointF:
        return QPointF(place.frame.left(), self._baseline(place))

    def _right(self, place: MatrixPlace, text: str) -> QPointF:
        end = place.frame.left() + place.frame.width() - self._theme.px(metrics.BORDER)
        return QPointF(end - self._hint.horizontalAdvance(text), self._baseline(place))

    def _row_ticks(self, place: MatrixPlace) -> list[_Text]:
        if place.corner.x() == place.frame.left():
            return []
        cells, height = place.cells, self._hint.capHeight()
        end = cells.left() - self._theme.px(metrics.RING)
        texts = []
        for row in tick_numbers(place.rows, self._hint.height()):
            middle = place.cell_rect(row - 1, 0).center().y() + height // 2
            baseline = min(max(middle, cells.top() + height), cells.top() + cells.height())
            texts.append((QPointF(end - self._hint.horizontalAdvance(str(row)), baseline), str(row)))
        return texts

    def _column_ticks(self, place: MatrixPlace) -> list[_Text]:
        cells = place.cells
        if place.frame.bottom() - cells.bottom() < self._hint.height():
            return []
        baseline = cells.top() + cells.height() + self._hint.ascent()
        between = self._theme.px(metrics.SMALL_GAP)
        room = self._hint.horizontalAdvance(str(place.columns.count)) + between
        texts: list[_Text] = []
        free = float(cells.left())
        for column in tick_numbers(place.columns, room):
            width = self._hint.horizontalAdvance(str(column))
            middle = place.cell_rect(0, column - 1).center().x() - width // 2
            left = min(max(middle, cells.left()), cells.left() + cells.width() - width)
            if left >= free:
                texts.append((QPointF(left, baseline), str(column)))
                free = left + width + between
        return texts
