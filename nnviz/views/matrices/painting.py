"""The cells of matrices drawn: one image of fills for each, the lines between them, and their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

import numpy as np
from PyQt6.QtCore import QRect, Qt
from PyQt6.QtGui import QColor, QImage, QPainter

from nnviz.model.arrays.array import Array
from nnviz.views.matrices.arrangement import MatrixArrangement
from nnviz.views.matrices.number_formats import WrittenNumbers
from nnviz.views.matrices.place import MatrixPlace
from nnviz.views.matrix_cells.cell_text import CellText, Characters
from nnviz.views.theme import Theme, hatch_brush, metrics, signed_rgba, signed_text_rgba

_BYTES: Final = 4


@dataclass(frozen=True, eq=False)
class Shown:
    """What is drawn in the place with that number.

    Attributes
    ----------
    number
        The place.
    values
        A value for each block; None where nothing has been computed.
    scale
        The magnitude of the full colour.
    written
        The numbers; None where the cells have none.
    """

    number: int
    values: Array | None
    scale: float
    written: WrittenNumbers | None = None


class CellPainter:
    """Draws the cells of an arrangement.

    Parameters
    ----------
    theme
        Colours and fonts.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._text = CellText(theme)
        self._hatching = hatch_brush(theme)
        self._line = theme.px(metrics.BORDER)
        self._places: tuple[MatrixPlace, ...] = ()
        self._lines: list[list[QRect]] = []
        self._spots: list[list[Characters]] = []

    def arrange(self, arrangement: MatrixArrangement) -> None:
        """Set the places of the matrices; what follows from that alone is worked out once."""
        self._places = arrangement.places
        self._lines = [self._lines_of(place) for place in self._places]
        self._spots = [
            self._text.spots(place.block_rects, place.slots) if place.slots else [] for place in self._places
        ]

    def draw(self, painter: QPainter, shown: Sequence[Shown], clip: QRect) -> None:
        """Draw matrices, as far as they lie inside `clip`."""
        computed = [(self._places[each.number], each, each.values) for each in shown if each.values is not None]
        for each in shown:
            if each.values is None:
                painter.fillRect(self._places[each.number].cells, self._hatching)
        if computed:
            relative = np.concatenate([(values / each.scale).ravel() for _, each, values in computed])
            # Whatever is not a number has the colour of a fault, infinities too.
            relative[~np.isfinite(relative)] = np.nan
            self._fill(painter, computed, relative)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.panel))
        if lines := list(chain.from_iterable(self._lines[each.number] for each in shown)):
            painter.drawRects(*lines)
        if computed:
            self._write(painter, computed, relative, clip)

    def _fill(self, painter: QPainter, computed: Sequence[tuple[MatrixPlace, Shown, Array]], relative: Array) -> None:
        fills = signed_rgba(self._theme, relative, 1.0).tobytes()
        start = 0
        for place, _, values in computed:
            rows, columns = values.shape
            pixels = fills[start : start + values.size * _BYTES]
            start += values.size * _BYTES
            # The image reads `pixels` while it is drawn.
            image = QImage(pixels, columns, rows, columns * _BYTES, QImage.Format.Format_RGBX8888)
            painter.drawImage(place.cells, image)

    def _write(
        self, painter: QPainter, computed: Sequence[tuple[MatrixPlace, Shown, Array]], relative: Array, clip: QRect
    ) -> None:
        colours = signed_text_rgba(self._theme, relative, 1.0).view(np.dtype("<u4"))[:, 0].tolist()
        of_colour: dict[int, tuple[list[str], list[Characters]]] = {}
        start = 0
        for place, each, values in computed:
            first, last = _visible_cells(place, clip)
            spots = self._spots[each.number][first:last]
            written = each.written.texts[first:last] if spots and each.written is not None else []
            for text, cell, colour in zip(written, spots, colours[start + first : start + last], strict=False):
                texts, where = of_colour.setdefault(colour, ([], []))
                texts.append(text)
                where.append(cell)
            start += values.size
        for colour, (texts, where) in of_colour.items():
            red, green, blue = colour & 255, colour >> 8 & 255, colour >> 16 & 255
            self._text.draw(painter, QColor(red, green, blue), texts, where)

    def _lines_of(self, place: MatrixPlace) -> list[QRect]:
        """Return the lines between cells, and after the last ones; blocks too small for lines have none.

        They are rectangles: a pen's line would not lie on the same pixels on a screen with a device pixel ratio.
        """
        cells, width, lines = place.cells, self._line, []
        if place.columns.size >= self._theme.px(metrics.GAP):
            for column in range(1, place.columns.blocks + 1):
                end = cells.left() + column * place.columns.size
                lines.append(QRect(end - width, cells.top(), width, cells.height()))
        if place.rows.size >= self._theme.px(metrics.GAP):
            for row in range(1, place.rows.blocks + 1):
                end = cells.top() + row * place.rows.size
                lines.append(QRect(cells.left(), end - width, cells.width(), width))
        return lines


def _visible_cells(place: MatrixPlace, clip: QRect) -> tuple[int, int]:
    """Return the numbers of the first cell, and of the one after the last, in the rows that lie inside `clip`."""
    above, height = clip.top() - place.cells.top(), place.rows.size
    first = min(max(above // height, 0), place.rows.blocks)
    last = min(max((above + clip.height()) // height + 1, first), place.rows.blocks)
    return first * place.columns.blocks, last * place.columns.blocks
