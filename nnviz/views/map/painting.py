"""Drawing a map: fills, numbers, axes, and the legend of the colours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from PyQt6.QtCore import QPointF, QRect, QRectF, Qt
from PyQt6.QtGui import QColor, QFontMetrics, QImage, QLinearGradient, QPainter, QPainterPath, QPen

from nnviz.model.text.numbers import format_short
from nnviz.views.map.content import Kind, MapPicture
from nnviz.views.map.plane import Plane, every, label_gap
from nnviz.views.theme import (
    Theme,
    hatch_brush,
    hint_font,
    label_font,
    metrics,
    mono_small_font,
    sequential_colour,
    sequential_table,
    text_on,
)

_BYTES: Final = 4
_LINED: Final = 6
"""Smallest side of a cell with a line around it."""
_STOPS: Final = 16
_LONG: Final = 10
"""Length in characters of the shortest value that may be elided: no number is as long."""
_WIDEST: Final = "1.234e−12"


class MapPainter:
    """Draws the parts of a map.

    Parameters
    ----------
    theme
        Colours, fonts and sizes.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._brushes = {Kind.MISSING: hatch_brush(theme), Kind.FAULT: hatch_brush(theme, fault=True)}
        self._numbers, self._values, self._label = mono_small_font(theme), hint_font(theme), label_font(theme)

    @property
    def value_metrics(self) -> QFontMetrics:
        """The font metrics of the values on the axes."""
        return QFontMetrics(self._values)

    @property
    def label_metrics(self) -> QFontMetrics:
        """The font metrics of the axes' names and of the legend."""
        return QFontMetrics(self._label)

    # Cells -------------------------------------------------------------------------------------------------------

    def draw_cells(self, painter: QPainter, plane: Plane, picture: MapPicture) -> None:
        """Draw the fills, the lines between them, and the numbers where there is room."""
        painter.setBrushOrigin(QPointF(plane.cells.topLeft()))
        painter.fillRect(plane.cells, QColor(self._theme.window))
        self._fill(painter, plane, picture)
        width, height = plane.size
        if min(width, height) >= self._theme.px(_LINED):
            self._line(painter, plane)
        metric = QFontMetrics(self._numbers)
        if width > metric.horizontalAdvance(_WIDEST) and height > metric.height():
            self._write(painter, plane, picture)

    def draw_ring(self, painter: QPainter, rect: QRect) -> None:
        """Ring the current cell of the keyboard."""
        width = self._theme.px(metrics.RING)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._theme.accent), width))
        painter.drawRect(QRectF(rect).adjusted(-width / 2, -width / 2, -width / 2, -width / 2))

    def _fill(self, painter: QPainter, plane: Plane, picture: MapPicture) -> None:
        table = sequential_table()
        fills = np.zeros((plane.rows, plane.columns, _BYTES), dtype=np.uint8)
        for row, cells in enumerate(picture.cells):
            for column, cell in enumerate(cells):
                if not isinstance(cell, Kind):
                    fills[plane.rows - 1 - row, column] = table[round(picture.scale.share(cell) * (len(table) - 1))]
                elif cell in self._brushes:
                    painter.fillRect(plane.rect(row, column), self._brushes[cell])
        # The image reads `pixels` while it is drawn.
        pixels = fills.tobytes()
        stride = plane.columns * _BYTES
        painter.drawImage(plane.cells, QImage(pixels, plane.columns, plane.rows, stride, QImage.Format.Format_RGBA8888))

    def _line(self, painter: QPainter, plane: Plane) -> None:
        line, (width, height), cells = self._theme.px(metrics.BORDER), plane.size, plane.cells
        # Rectangles: the line of a pen would not be on the same pixels on a screen with a device pixel ratio.
        lines = [
            QRect(cells.left() + column * width - line, cells.top(), line, cells.height())
            for column in range(1, plane.columns + 1)
        ]
        lines += [
            QRect(cells.left(), cells.top() + row * height - line, cells.width(), line)
            for row in range(1, plane.rows + 1)
        ]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.panel))
        painter.drawRects(*lines)

    def _write(self, painter: QPainter, plane: Plane, picture: MapPicture) -> None:
        painter.setFont(self._numbers)
        for row, cells in enumerate(picture.cells):
            for column, cell in enumerate(cells):
                if cell in self._brushes:
                    continue
                if isinstance(cell, Kind):
                    text, colour = "—", QColor(self._theme.secondary)
                else:
                    text = format_short(cell)
                    colour = text_on(self._theme, sequential_colour(picture.scale.share(cell)))
                painter.setPen(colour)
                painter.drawText(plane.rect(row, column), Qt.AlignmentFlag.AlignCenter, text)

    # Axes --------------------------------------------------------------------------------------------------------

    def draw_axes(self, painter: QPainter, plane: Plane, across: Sequence[str], up: Sequence[str]) -> None:
        """Write the values below the columns and beside the rows, as many as do not touch."""
        painter.setFont(self._values)
        painter.setPen(QColor(self._theme.secondary))
        metric, gap = self.value_metrics, label_gap(self._theme)
        width, height = plane.size
        room = plane.cells.left() - gap
        step = every(up, height, [metric.height()] * len(up))
        for row in range(0, len(up), step):
            place = plane.rect(row, 0)
            text = self._shortened(up[row], room - self._theme.px(metrics.PADDING))
            beside = QRect(0, place.center().y() - metric.height() // 2, room, metric.height())
            painter.drawText(beside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        most = max(width, plane.cells.width() // max(1, min(len(across), 6))) - gap
        texts = [self._shortened(text, most) for text in across]
        step = every(texts, width, [metric.horizontalAdvance(text) + gap for text in texts])
        for column in range(0, len(texts), step):
            centre = plane.rect(0, column).center().x()
            half = metric.horizontalAdvance(texts[column]) // 2 + 1
            below = QRect(centre - half, plane.cells.bottom() + gap, 2 * half, metric.height())
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, texts[column])

    def _shortened(self, text: str, room: int) -> str:
        # A number that is cut off would be another number.
        if len(text) < _LONG:
            return text
        return self.value_metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)

    def draw_names(self, painter: QPainter, above: QRect, below: QRect, across: str, up: str) -> None:
        """Write the names of the axes: above the rows' values, and below the columns'."""
        painter.setFont(self._label)
        painter.setPen(QColor(self._theme.text))
        metric = self.label_metrics
        for room, text, side in (
            (above, up, Qt.AlignmentFlag.AlignLeft),
            (below, across, Qt.AlignmentFlag.AlignRight),
        ):
            text = metric.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, text)

    # The legend --------------------------------------------------------------------------------------------------

    def draw_legend(
        self, painter: QPainter, room: QRect, picture: MapPicture, names: Sequence[tuple[Kind, str]]
    ) -> None:
        """Draw the colour bar between its numbers, if there are any, and a swatch for each other kind of cell."""
        theme, metric = self._theme, self.label_metrics
        painter.setFont(self._label)
        gap, side, middle = theme.px(metrics.SMALL_GAP), theme.px(metrics.PADDING), room.center().y() + 1
        left = self._draw_bar(painter, room, picture) + side if picture.has_numbers else room.left()
        for kind, name in names:
            if left + side + gap + metric.horizontalAdvance(name) > room.right():
                break
            swatch = QRect(left, middle - side // 2, side, side)
            painter.setBrushOrigin(QPointF(swatch.topLeft()))
            painter.fillRect(swatch, self._brushes.get(kind, QColor(theme.window)))
            painter.setPen(QColor(theme.border))
            painter.drawRect(swatch)
            left = self._write_at(painter, left + side + gap, room, name) + side

    def _draw_bar(self, painter: QPainter, room: QRect, picture: MapPicture) -> int:
        """Draw the colour bar between the numbers at its ends; return where it ends."""
        theme = self._theme
        gap, middle = theme.px(metrics.SMALL_GAP), room.center().y() + 1
        low, high = (format_short(end) for end in picture.scale.ends())
        left = self._write_at(painter, room.left(), room, low) + gap
        bar = QRectF(
            left, middle - theme.px(metrics.LEGEND_H) / 2, theme.px(metrics.LEGEND_W), theme.px(metrics.LEGEND_H)
        )
        gradient = QLinearGradient(bar.topLeft(), bar.topRight())
        for stop in range(_STOPS + 1):
            share = stop / _STOPS
            gradient.setColorAt(share, sequential_colour(1.0 - share if picture.scale.rising else share))
        shape = QPainterPath()
        shape.addRoundedRect(bar, bar.height() / 2, bar.height() / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrushOrigin(QPointF())  # otherwise the gradient would begin where the cells do
        painter.fillPath(shape, gradient)
        painter.setPen(QPen(QColor(theme.border), theme.px(metrics.BORDER)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        return self._write_at(painter, int(bar.right()) + gap, room, high)

    def _write_at(self, painter: QPainter, left: int, room: QRect, text: str) -> int:
        """Write a text in a row; return where it ends."""
        width = self.label_metrics.horizontalAdvance(text) + 1
        painter.setPen(QColor(self._theme.secondary))
        place = QRect(left, room.top(), width, room.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        return left + width
