"""A strip drawn: cells, numbers, headings, signs and brackets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PyQt6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PyQt6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPainterPath, QPen

from nnviz.model.arrays.array import Array
from nnviz.model.text.numbers import format_number, format_short
from nnviz.views.matrix_cells.cell_text import CellText, Characters
from nnviz.views.strip.boxes import Box, BracketBox, MatrixBox, NumberBox, TextBox, tag_text
from nnviz.views.strip.measures import Measures
from nnviz.views.strip.values import StripValues
from nnviz.views.theme import (
    Theme,
    hatch_brush,
    hint_font,
    metrics,
    mono_font,
    mono_small_font,
    signed_rgba,
    signed_text_rgba,
)

_LONGEST_SHORT: Final = 7
"""Characters of the longest number that is written as it was set."""
_MOST_KEPT: Final = 400
"""Matrices of which it is kept where their lines and characters are."""

Rgba = NDArray[np.uint8]


class EquationPainter:
    """Draws boxes.

    Parameters
    ----------
    theme
        Colours and fonts.
    measures
        Lengths.
    values
        What the arrays look like.
    """

    def __init__(self, theme: Theme, measures: Measures, values: StripValues) -> None:
        self._theme, self._measures, self._values = theme, measures, values
        self._text = CellText(theme)
        self._hatching = hatch_brush(theme)
        self._label_font, self._hint_font = mono_small_font(theme, bold=True), hint_font(theme)
        self._sign_font, self._number_font = mono_font(theme, bold=True), mono_small_font(theme)
        self._label = QFontMetrics(self._label_font)
        self._line = theme.px(metrics.BORDER)
        self._grid = theme.px(metrics.GAP)
        self._kept_lines: dict[MatrixBox, Sequence[QRect]] = {}
        self._kept_spots: dict[MatrixBox, Sequence[Characters]] = {}

    def draw(self, painter: QPainter, boxes: Sequence[Box]) -> None:
        """Draw boxes; matrices that have not been computed are hatched."""
        self._matrices(painter, [box for box in boxes if isinstance(box, MatrixBox)])
        for box in boxes:
            match box:
                case NumberBox():
                    self._number(painter, box)
                case TextBox():
                    painter.setFont(self._label_font if box.is_name else self._sign_font)
                    painter.setPen(QColor(self._theme.text))
                    painter.drawText(box.frame, Qt.AlignmentFlag.AlignCenter, box.text)
                case BracketBox():
                    self._bracket(painter, box)

    # Matrices ----------------------------------------------------------------------------------------------------

    def _matrices(self, painter: QPainter, boxes: Sequence[MatrixBox]) -> None:
        """Draw matrices: the colours of all of them in one go, and the numbers of each colour in one stroke."""
        drawn: list[tuple[MatrixBox, Array, Array]] = []
        for box in boxes:
            value = box.equation.value(box.operand)
            cells = None if value is None else self._values.drawn(box, value)
            if value is None or cells is None:
                painter.fillRect(box.cells, self._hatching)
            else:
                drawn.append((box, value, cells))
        factors: dict[MatrixBox, str] = {}
        if drawn:
            relative = np.concatenate([(cells / self._values.scale(box.operand)).ravel() for box, _, cells in drawn])
            # Whatever is not a number has the colour of a fault, infinities too.
            relative[~np.isfinite(relative)] = np.nan
            self._fill(painter, drawn, signed_rgba(self._theme, relative, 1.0))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.panel))
        if lines := [line for box in boxes for line in self._lines(box)]:
            painter.drawRects(*lines)
        if drawn:
            factors = self._write(painter, drawn, relative)
        self._headings(painter, boxes, factors)

    def _fill(self, painter: QPainter, drawn: Sequence[tuple[MatrixBox, Array, Array]], colours: Rgba) -> None:
        start = 0
        for box, _, cells in drawn:
            rows, columns = cells.shape
            own = colours[start : start + cells.size].reshape(rows, columns, 4)
            start += cells.size
            room = box.cells
            if box.is_numbered:
                data, layout = own.tobytes(), QImage.Format.Format_RGBX8888
            else:
                pixels = self._stretched(box, own)
                rows, columns = pixels.shape
                room = QRect(room.left(), room.top(), columns, rows)
                data, layout = pixels.tobytes(), QImage.Format.Format_RGB32
            # The image reads `data` while it is drawn.
            painter.drawImage(room, QImage(data, columns, rows, columns * 4, layout))

    def _stretched(self, box: MatrixBox, colours: Rgba) -> NDArray[np.uint32]:
        """Return the colours of segments of different lengths, one for each pixel, as the screen has them."""
        parts = colours.astype(np.uint32)
        packed = 0xFF000000 | parts[..., 0] << 16 | parts[..., 1] << 8 | parts[..., 2]
        down = [segment.length for segment in box.rows.segments]
        across = [segment.length for segment in box.columns.segments]
        return np.repeat(np.repeat(packed.astype(np.uint32), down, axis=0), across, axis=1)

    def _lines(self, box: MatrixBox) -> Sequence[QRect]:
        """Return the lines between cells, as rectangles: a pen's would not lie on the same pixels on each screen."""
        if box in self._kept_lines:
            return self._kept_lines[box]
        cells, width = box.cells, self._line
        rects: list[QRect] = []
        if box.columns.size >= self._grid:
            ends = [cells.left() + segment.at + segment.length - width for segment in box.columns.segments]
            rects += [QRect(end, cells.top(), width, cells.height()) for end in ends]
        if box.rows.size >= self._grid:
            ends = [cells.top() + segment.at + segment.length - width for segment in box.rows.segments]
            rects += [QRect(cells.left(), end, cells.width(), width) for end in ends]
        if len(self._kept_lines) > _MOST_KEPT:
            self._kept_lines.clear()
        self._kept_lines[box] = rects
        return rects

    def _spots(self, box: MatrixBox) -> Sequence[Characters]:
        """Return where the characters are of a matrix that has its numbers."""
        if box not in self._kept_spots:
            rects = [
                QRect(box.corner.x() + across.at, box.corner.y() + down.at, across.length, down.length)
                for down in box.rows.segments
                for across in box.columns.segments
            ]
            if len(self._kept_spots) > _MOST_KEPT:
                self._kept_spots.clear()
            self._kept_spots[box] = self._text.spots(rects, box.slots)
        return self._kept_spots[box]

    def _write(
        self, painter: QPainter, drawn: Sequence[tuple[MatrixBox, Array, Array]], relative: Array
    ) -> dict[MatrixBox, str]:
        """Write the numbers; return the powers of ten that they are in units of."""
        colours = signed_text_rgba(self._theme, relative, 1.0).view(np.dtype("<u4"))[:, 0].tolist()
        of_colour: dict[int, tuple[list[str], list[Characters]]] = {}
        factors: dict[MatrixBox, str] = {}
        start = 0
        for box, value, cells in drawn:
            own = colours[start : start + cells.size]
            start += cells.size
            if box.is_numbered:
                form, texts = self._values.texts(box, value, partial(self._has_room, box))
                factors[box] = form.factor
                spots = self._spots(box)
            else:
                own, texts, spots = self._enlarged(box, value, own)
            for text, spot, colour in zip(texts, spots, own, strict=True):
                written, where = of_colour.setdefault(colour, ([], []))
                written.append(text)
                where.append(spot)
        for colour, (written, where) in of_colour.items():
            self._text.draw(painter, QColor(colour & 255, colour >> 8 & 255, colour >> 16 & 255), written, where)
        return factors

    def _enlarged(
        self, box: MatrixBox, value: Array, colours: list[int]
    ) -> tuple[list[int], list[str], list[Characters]]:
        """Return the colour, the text and the place of the one number that is written in a reduced matrix."""
        row = 0 if box.rows.count == 1 else box.rows.enlarged
        column = 0 if box.columns.count == 1 else box.columns.enlarged
        if row is None or column is None:
            return [], [], []
        down, across = box.rows.place(row), box.columns.place(column)
        colour = colours[down * len(box.columns.segments) + across]
        spots = self._text.spots([box.cell_rect(row, column)], box.slots)
        return [colour], [format_number(float(value[row, column]))], spots

    def _has_room(self, box: MatrixBox, factor: str) -> bool:
        """Return whether a power of ten fits into a heading; the shape is left out for it."""
        texts = [self._measures.hint(text) for text in (tag_text(box.tag), factor) if text]
        used = self._measures.label(box.label) + sum(texts) + self._measures.between * len(texts)
        return used <= box.frame.width()

    def _headings(self, painter: QPainter, boxes: Sequence[MatrixBox], factors: Mapping[MatrixBox, str]) -> None:
        lift, measures = self._theme.px(metrics.RING) + self._label.descent() // 2, self._measures
        painter.setFont(self._label_font)
        painter.setPen(QColor(self._theme.text))
        for box in boxes:
            painter.drawText(QPointF(box.frame.left(), box.corner.y() - lift), box.label)
        painter.setFont(self._hint_font)
        painter.setPen(QColor(self._theme.secondary))
        for box in boxes:
            baseline, right = box.corner.y() - lift, box.frame.left() + box.frame.width()
            left = box.frame.left() + measures.label(box.label) + measures.between
            for text in (tag_text(box.tag), factors.get(box, "")):
                if text:
                    painter.drawText(QPointF(left, baseline), text)
                    left += measures.hint(text) + measures.between
            # A power of ten matters more than a shape.
            shape = measures.hint(box.shape)
            if box.shape and left + shape <= right + measures.between:
                painter.drawText(QPointF(max(left, right - shape - self._line), baseline), box.shape)

    # Numbers and signs -------------------------------------------------------------------------------------------

    def _number(self, painter: QPainter, box: NumberBox) -> None:
        value = box.equation.value(box.operand)
        frame = box.frame
        baseline = frame.top() + self._measures.heading - self._theme.px(metrics.RING) - self._label.descent() // 2
        painter.setFont(self._label_font)
        painter.setPen(QColor(self._theme.text))
        painter.drawText(QPointF(frame.left(), baseline), box.operand.label)
        painter.setFont(self._hint_font)
        painter.setPen(QColor(self._theme.secondary))
        if box.tag:
            left = frame.left() + self._measures.label(box.operand.label) + self._measures.between
            painter.drawText(QPointF(left, baseline), tag_text(box.tag))
        room = frame.adjusted(0, self._measures.heading, 0, 0)
        if value is None:
            painter.fillRect(room.adjusted(0, self._line, 0, -self._line), self._hatching)
            return
        number = float(value[0, 0])
        is_setting = not box.operand.symbol and not box.operand.is_computed
        short = format_short(number)
        text = short if is_setting and len(short) <= _LONGEST_SHORT else format_number(number)
        painter.setFont(self._number_font)
        painter.setPen(QColor(self._theme.text))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _bracket(self, painter: QPainter, box: BracketBox) -> None:
        bracket, frame = box.bracket, box.frame
        painter.setFont(self._sign_font)
        painter.setPen(QColor(self._theme.text))
        left = frame.left()
        height = self._measures.sign_height
        if bracket.before:
            width = self._measures.sign(bracket.before)
            room = QRect(left, frame.center().y() - height // 2, width, height)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, bracket.before)
            left += width + self._theme.px(metrics.RING)
        drawn = QRectF(left, frame.top(), self._measures.bracket, frame.height())
        if bracket.after:
            # An exponent stands at the upper end.
            room = QRect(round(drawn.right()), frame.top() - height // 3, self._measures.sign(bracket.after), height)
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, bracket.after)
        painter.setPen(QPen(QColor(self._theme.secondary), 1.5 * self._line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_bracket(painter, bracket.shape, drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _draw_bracket(self, painter: QPainter, shape: str, room: QRectF) -> None:
        inner = room.adjusted(1, 1, -1, -1)
        middle = inner.center().x()
        if shape in "‖|":
            away = 1.5 * self._line if shape == "‖" else 0.0
            for x in {middle - away, middle + away}:
                painter.drawLine(QLineF(x, inner.top(), x, inner.bottom()))
            return
        near, far = (inner.right(), inner.left()) if shape in "([" else (inner.left(), inner.right())
        path = QPainterPath(QPointF(near, inner.top()))
        if shape in "[]":
            path.lineTo(far, inner.top())
            path.lineTo(far, inner.bottom())
            path.lineTo(near, inner.bottom())
        else:
            bend = min(inner.height() / 3, 3 * inner.width())
            turn, top, bottom = QPointF(far, inner.center().y()), inner.top(), inner.bottom()
            path.cubicTo(QPointF(far, top + bend / 2), QPointF(far, top + bend), turn)
            path.cubicTo(QPointF(far, bottom - bend), QPointF(far, bottom - bend / 2), QPointF(near, bottom))
        painter.drawPath(path)
