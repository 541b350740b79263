"""A strip drawn: cells, numbers, headings, signs and brackets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from PyQt6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PyQt6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPainterPath, QPen

from nnviz.model.arrays.array import Array
from nnviz.model.text.numbers import format_number, format_short
from nnviz.views.matrix_cells.cell_text import CellText, Characters
from nnviz.views.strip.boxes import Box, BracketBox, MatrixBox, NumberBox, TextBox
from nnviz.views.strip.measures import Measures
from nnviz.views.strip.tags import tag_text
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


class StripPainter:
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

    def draw(self, painter: QPainter, boxes: Sequence[Box]) -> None:
        """Draw boxes; matrices that have not been computed are hatched."""
        for box in boxes:
            match box:
                case MatrixBox():
                    self._matrix(painter, box)
                case NumberBox():
                    self._number(painter, box)
                case TextBox():
                    painter.setFont(self._label_font if box.is_name else self._sign_font)
                    painter.setPen(QColor(self._theme.text))
                    painter.drawText(box.frame, Qt.AlignmentFlag.AlignCenter, box.text)
                case BracketBox():
                    self._bracket(painter, box)

    # Matrices ----------------------------------------------------------------------------------------------------

    def _matrix(self, painter: QPainter, box: MatrixBox) -> None:
        value = box.equation.value(box.operand)
        drawn = None if value is None else self._values.drawn(box, value)
        if value is None or drawn is None:
            painter.fillRect(box.cells, self._hatching)
        else:
            relative = np.asarray(drawn / self._values.scale(box.operand), dtype=np.float64)
            relative[~np.isfinite(relative)] = np.nan
            if box.is_numbered:
                self._fill(painter, box, signed_rgba(self._theme, relative, 1.0))
            else:
                self._fill_segments(painter, box, signed_rgba(self._theme, relative, 1.0))
        self._lines(painter, box)
        factor = ""
        if value is not None and drawn is not None:
            factor = self._numbers(painter, box, value, relative)
        self._heading(painter, box, factor)

    def _fill(self, painter: QPainter, box: MatrixBox, colours: np.ndarray) -> None:
        rows, columns = colours.shape[:2]
        data = np.ascontiguousarray(colours).tobytes()
        # The image reads `data` while it is drawn.
        painter.drawImage(box.cells, QImage(data, columns, rows, columns * 4, QImage.Format.Format_RGBX8888))

    def _fill_segments(self, painter: QPainter, box: MatrixBox, colours: np.ndarray) -> None:
        """Draw segments of different lengths, as an image with a pixel for each pixel."""
        packed = np.ascontiguousarray(colours).view(np.dtype("<u4"))[..., 0]
        down = [segment.length for segment in box.rows.segments]
        across = [segment.length for segment in box.columns.segments]
        pixels = np.repeat(np.repeat(packed, down, axis=0), across, axis=1)
        data = pixels.tobytes()
        rows, columns = pixels.shape
        image = QImage(data, columns, rows, columns * 4, QImage.Format.Format_RGBX8888)
        painter.drawImage(QRect(box.corner.x(), box.corner.y(), columns, rows), image)

    def _lines(self, painter: QPainter, box: MatrixBox) -> None:
        """Draw the lines between cells, as rectangles: a pen's line would not lie on the same pixels on each screen."""
        cells, width = box.cells, self._line
        rects = []
        if box.columns.size >= self._grid:
            ends = [cells.left() + segment.at + segment.length - width for segment in box.columns.segments]
            rects += [QRect(end, cells.top(), width, cells.height()) for end in ends]
        if box.rows.size >= self._grid:
            ends = [cells.top() + segment.at + segment.length - width for segment in box.rows.segments]
            rects += [QRect(cells.left(), end, cells.width(), width) for end in ends]
        if rects:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.panel))
            painter.drawRects(*rects)

    def _numbers(self, painter: QPainter, box: MatrixBox, value: Array, relative: Array) -> str:
        """Write the numbers; return the power of ten that they are in units of."""
        if not box.is_numbered:
            self._enlarged_number(painter, box, value)
            return ""
        form, texts = self._values.texts(box, value, lambda factor: self._has_room(box, factor))
        rects = [
            QRect(box.corner.x() + across.at, box.corner.y() + down.at, across.length, down.length)
            for down in box.rows.segments
            for across in box.columns.segments
        ]
        spots = self._text.spots(rects, box.slots)
        colours = signed_text_rgba(self._theme, relative, 1.0).reshape(-1, 4).view(np.dtype("<u4"))[:, 0].tolist()
        of_colour: dict[int, tuple[list[str], list[Characters]]] = {}
        for text, spot, colour in zip(texts, spots, colours, strict=True):
            written, where = of_colour.setdefault(colour, ([], []))
            written.append(text)
            where.append(spot)
        for colour, (written, where) in of_colour.items():
            self._text.draw(painter, QColor(colour & 255, colour >> 8 & 255, colour >> 16 & 255), written, where)
        return form.factor

    def _enlarged_number(self, painter: QPainter, box: MatrixBox, value: Array) -> None:
        row, column = box.rows.enlarged, box.columns.enlarged
        row = 0 if row is None and box.rows.count == 1 else row
        column = 0 if column is None and box.columns.count == 1 else column
        if row is None or column is None:
            return
        number = float(value[row, column])
        relative = np.array([number / self._values.scale(box.operand)])
        relative[~np.isfinite(relative)] = np.nan
        red, green, blue, _ = (int(part) for part in signed_text_rgba(self._theme, relative, 1.0)[0])
        spots = self._text.spots([box.cell_rect(row, column)], box.slots)
        self._text.draw(painter, QColor(red, green, blue), [format_number(number)], spots)

    def _has_room(self, box: MatrixBox, factor: str) -> bool:
        """Return whether a power of ten fits into a heading; the shape is left out for it."""
        texts = [self._measures.hint(text) for text in (tag_text(box.tag), factor) if text]
        used = self._measures.label(box.label) + sum(texts) + self._measures.between * len(texts)
        return used <= box.frame.width()

    def _heading(self, painter: QPainter, box: MatrixBox, factor: str) -> None:
        baseline = box.corner.y() - self._theme.px(metrics.RING) - self._label.descent() // 2
        left, right = box.frame.left(), box.frame.left() + box.frame.width()
        painter.setFont(self._label_font)
        painter.setPen(QColor(self._theme.text))
        painter.drawText(QPointF(left, baseline), box.label)
        left += self._measures.label(box.label) + self._measures.between
        painter.setFont(self._hint_font)
        painter.setPen(QColor(self._theme.secondary))
        shape = self._measures.hint(box.shape)
        for text in (tag_text(box.tag), factor):
            if text:
                painter.drawText(QPointF(left, baseline), text)
                left += self._measures.hint(text) + self._measures.between
        # A power of ten matters more than a shape.
        if box.shape and left + shape <= right + self._measures.between:
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
