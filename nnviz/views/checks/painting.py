"""Drawing the blocks of a check."""

from __future__ import annotations

import numpy as np
from PyQt6.QtCore import QRect, QRectF, Qt
from PyQt6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPen

from nnviz.model.text.numbers import NUMBER_WIDTH, format_number
from nnviz.views.checks.arrangement import Placed
from nnviz.views.checks.blocks import BAND_NAMES, CellResults
from nnviz.views.checks.texts import error_text
from nnviz.views.theme import (
    Theme,
    band_colour,
    band_rgba,
    hatch_brush,
    label_font,
    metrics,
    mono_font,
    mono_small_font,
    text_on,
)

_FADED = 0.45
"""Opacity of the results of another moment."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class BlockPainter:
    """Draws the parts of a block.

    Parameters
    ----------
    theme
        Colours, fonts and sizes.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._symbol, self._number = mono_font(theme, bold=True), mono_small_font(theme)
        self._bold, self._label = mono_small_font(theme, bold=True), label_font(theme)
        self._hatch = hatch_brush(theme)
        self._fills = [band_colour(theme, name) for name in BAND_NAMES]
        self._texts = [text_on(theme, fill) for fill in self._fills]

    def widths(self, headings: tuple[str, str, str], cells: tuple[tuple[str, ...], ...]) -> tuple[int, int, int, int]:
        """Return the widths of the table's columns: the cell's name and three numbers."""
        numbers, label = QFontMetrics(self._bold), QFontMetrics(self._label)
        names = max((numbers.horizontalAdvance(name) for of_block in cells for name in of_block), default=0)
        least = numbers.horizontalAdvance("0" * NUMBER_WIDTH)
        first, second, third = (max(least, label.horizontalAdvance(heading)) for heading in headings)
        return names, first, second, third

    def draw(self, painter: QPainter, placed: Placed, name: str, *, faded: bool) -> None:
        """Draw the heading and the heat map of a block."""
        painter.setOpacity(1.0)
        painter.setFont(self._symbol)
        painter.setPen(QColor(self._theme.text))
        painter.drawText(placed.head, _LEFT, name)
        painter.setOpacity(_FADED if faded else 1.0)
        self._draw_verdict(painter, placed)
        if placed.block.results is None:
            painter.setBrushOrigin(placed.heat.topLeft())
            painter.fillRect(placed.heat, self._hatch)
            painter.setPen(QPen(QColor(self._theme.border), self._theme.px(metrics.BORDER)))
            painter.drawRect(placed.heat.adjusted(0, 0, -1, -1))
            return
        self._draw_heat(painter, placed, placed.block.results)

    def draw_table(
        self, painter: QPainter, placed: Placed, names: tuple[str, ...], headings: tuple[str, str, str], *, faded: bool
    ) -> None:
        """Draw the table of a block."""
        results = placed.block.results
        if results is None or not placed.listed:
            return
        painter.setOpacity(_FADED if faded else 1.0)
        first = placed.row_rect(-1)
        column = (first.width() - self._name_width(names)) // 3
        painter.setFont(self._label)
        painter.setPen(QColor(self._theme.secondary))
        for place, heading in enumerate(headings):
            painter.drawText(_column(first, column, place), _RIGHT, heading)
        for index, (cell, name) in enumerate(zip(placed.listed, names, strict=True)):
            row = placed.row_rect(index)
            painter.setFont(self._bold if cell == results.worst else self._number)
            painter.setPen(QColor(self._theme.secondary))
            painter.drawText(row, _LEFT, name)
            painter.setPen(QColor(self._theme.text))
            painter.drawText(_column(row, column, 0), _RIGHT, format_number(float(results.actual[cell])))
            painter.drawText(_column(row, column, 1), _RIGHT, format_number(float(results.expected[cell])))
            if BAND_NAMES[int(results.places[cell])] not in ("good", "fine") and not results.left_out[cell]:
                painter.setPen(QColor(self._theme.fault))
            painter.drawText(_column(row, column, 2), _RIGHT, result_text(results, cell))

    def draw_ring(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the ring around the current cell of the keyboard."""
        width = self._theme.px(metrics.RING)
        painter.setOpacity(1.0)
        painter.setPen(QPen(QColor(self._theme.accent), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2))

    def _name_width(self, names: tuple[str, ...]) -> int:
        return max(QFontMetrics(self._bold).horizontalAdvance(name) for name in names)

    def _draw_verdict(self, painter: QPainter, placed: Placed) -> None:
        block = placed.block
        colour = self._theme.secondary if block.good is None else self._theme.fault
        painter.setPen(QColor(self._theme.holds if block.good else colour))
        painter.setFont(self._label)
        painter.drawText(placed.head, _RIGHT, block.verdict)

    def _draw_heat(self, painter: QPainter, placed: Placed, results: CellResults) -> None:
        places = results.places.T if placed.transposed else results.places
        pixels = band_rgba(self._theme, BAND_NAMES, places).tobytes()
        image = QImage(pixels, places.shape[1], places.shape[0], 4 * places.shape[1], QImage.Format.Format_RGBA8888)
        painter.drawImage(placed.heat, image)
        for row, column in np.argwhere(results.left_out):
            rect = placed.cell_rect(int(row), int(column))
            painter.setBrushOrigin(rect.topLeft())
            painter.fillRect(rect, self._hatch)
        cell = placed.cell_rect(0, 0)
        line = self._theme.px(metrics.BORDER)
        if min(cell.width(), cell.height()) >= self._theme.px(metrics.GAP):
            self._draw_gaps(painter, placed, line)
        fitting = QFontMetrics(self._number).horizontalAdvance("1.234e−12") + self._theme.px(metrics.SMALL_GAP)
        if cell.width() >= fitting and cell.height() >= QFontMetrics(self._number).height():
            self._draw_numbers(painter, placed, results)

    def _draw_gaps(self, painter: QPainter, placed: Placed, line: int) -> None:
        rows, columns = placed.drawn_shape
        heat, panel = placed.heat, QColor(self._theme.panel)
        for row in range(1, rows):
            painter.fillRect(QRect(heat.left(), heat.top() + heat.height() * row // rows, heat.width(), line), panel)
        for column in range(1, columns):
            painter.fillRect(
                QRect(heat.left() + heat.width() * column // columns, heat.top(), line, heat.height()), panel
            )

    def _draw_numbers(self, painter: QPainter, placed: Placed, results: CellResults) -> None:
        painter.setFont(self._number)
        for cell in np.ndindex(placed.block.shape):
            if results.left_out[cell]:
                continue
            painter.setPen(self._texts[int(results.places[cell])])
            painter.drawText(placed.cell_rect(*cell), Qt.AlignmentFlag.AlignCenter, result_text(results, cell))


def _column(row: QRect, width: int, place: int) -> QRect:
    """Return the rectangle of one of the three numbers of a row."""
    return QRect(row.right() + 1 - (3 - place) * width, row.top(), width, row.height())


def result_text(results: CellResults, cell: tuple[int, ...]) -> str:
    """Return the relative error or the ratio of a cell as text; a dash where it is not valid."""
    return "—" if results.left_out[cell] else error_text(float(results.result[cell]))
