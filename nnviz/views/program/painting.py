"""Painting of the rows of the source pane."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import QPointF, QRect, Qt
from PyQt6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from nnviz.views.lines.style import LineStyle
from nnviz.views.program.columns import LineColumns
from nnviz.views.program.corrections import Ghost
from nnviz.views.program.row_layout import Heading
from nnviz.views.program.texts import RepeatMark, RowState, RowText, ValueText
from nnviz.views.theme import metrics

# Shares of the gutter: breakpoints have the left part, the arrow the right one.
_DOT_MIDDLE = 0.29
_ARROW_LEFT, _ARROW_RIGHT = 0.57, 0.83
_HATCH_CHARACTERS = 9


class LinePainter:
    """Draws the rows of one program, at one width, in one theme.

    Parameters
    ----------
    rows
        The program's texts.
    columns
        Their columns.
    style
        Their fonts and colours.
    """

    def __init__(self, rows: Sequence[RowText], columns: LineColumns, style: LineStyle) -> None:
        self._rows, self._columns, self._style, self._theme = rows, columns, style, style.theme
        self._digits = QFontMetricsF(style.plain)
        self._digit = self._digits.horizontalAdvance("0")
        self._small = QFontMetricsF(style.small)
        lit = QFontMetricsF(style.bold)
        # Bold is no narrower than plain, so a formula keeps its text when its line is lit.
        self.formulas = tuple(
            lit.elidedText(row.formula, Qt.TextElideMode.ElideRight, columns.formula_width) for row in rows
        )

    def paint_heading(self, painter: QPainter, heading: Heading, row: QRect, *, hovered: bool) -> None:
        """Draw the heading of a stage or a layer: a word, and a hairline; how many lines are folded away."""
        style, theme, columns = self._style, self._theme, self._columns
        text = f"{heading.word} · {heading.lines}" if heading.is_folded else heading.word
        metric = QFontMetricsF(style.words)
        left = columns.number - self._digit + (columns.formula - columns.number if heading.is_of_layer else 0)
        middle = row.top() + row.height() // 2
        painter.setFont(style.words)
        painter.setPen(style.accent if hovered else style.secondary)
        painter.drawText(QPointF(left, row.top() + (row.height() + metric.capHeight()) / 2), text)
        if heading.is_folded or hovered:
            self._paint_chevron(painter, QPointF(columns.gutter * _ARROW_RIGHT, middle), is_folded=heading.is_folded)
        begin = left + metric.horizontalAdvance(text) + theme.px(metrics.GAP)
        painter.setPen(style.border)
        if begin < columns.right and not heading.is_of_layer:
            painter.drawLine(QPointF(begin, middle), QPointF(columns.right, middle))

    def _paint_chevron(self, painter: QPainter, middle: QPointF, *, is_folded: bool) -> None:
        half = self._theme.px(metrics.SMALL_GAP) * 0.75
        across, down = (half / 2, half) if is_folded else (half, half / 2)
        ends = [QPointF(-across, -down), QPointF(across, 0.0) if is_folded else QPointF(0.0, down)]
        ends.append(QPointF(-across, down) if is_folded else QPointF(across, -down))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(painter.pen().color(), self._theme.px(metrics.STROKE)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([middle + end for end in ends]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def paint_row(self, painter: QPainter, index: int, row: QRect, state: RowState, area: QRect, height: int) -> None:
        """Draw the part of a row that lies in `area`; what is under its first `height` pixels is for its shapes."""
        if state.is_lit:
            painter.fillRect(row, self._style.now_row)
        elif state.is_selected:
            painter.fillRect(row.adjusted(self._columns.gutter, 0, 0, 0), self._style.chosen)
        first = QRect(row.left(), row.top(), row.width(), height)
        if area.left() < self._columns.value:
            self._paint_texts(painter, index, first, state, has_shapes=row.height() > height)
            if row.height() > height:
                self._paint_shapes(painter, index, row.adjusted(0, height, 0, 0))
            if self._rows[index].is_wrong:
                self._paint_wrong_bar(painter, row)
            if state.breakpoint is not None:
                self._paint_dot(painter, first, state.breakpoint)
            if state.is_lit:
                self._paint_arrow(painter, first)
            if state.is_selected:
                self._paint_bar(painter, row)
        self._paint_value(painter, first, state.value)

    def _paint_shapes(self, painter: QPainter, index: int, below: QRect) -> None:
        """Draw the shapes under a formula: directly under it, with some room below."""
        style, text = self._style, self._rows[index]
        baseline = below.top() + round(self._small.ascent()) - self._theme.px(metrics.BORDER)
        room = self._columns.right - self._columns.formula
        shapes = self._small.elidedText(text.shapes, Qt.TextElideMode.ElideRight, room)
        painter.setFont(style.small)
        painter.setPen(style.secondary)
        painter.drawText(QPointF(self._columns.formula, baseline), shapes)
        if shapes == text.shapes:
            for mark in text.repeated:
                self._paint_mark(painter, text.shapes, mark, baseline)

    def paint_ghost(self, painter: QPainter, ghost: Ghost, row: QRect) -> None:
        """Draw a line that does not run: a right one in green, one that is left out struck through."""
        columns, style, baseline = self._columns, self._style, self._baseline(row)
        colour = style.secondary if ghost.kind == "missing" else style.holds
        self._paint_wrong_bar(painter, row)
        painter.setPen(colour)
        painter.setFont(style.words)
        word = QFontMetricsF(style.words).horizontalAdvance(ghost.word)
        painter.drawText(QPointF(columns.right - word, baseline), ghost.word)
        painter.setFont(style.plain)
        room = columns.right - columns.gap - round(word) - columns.formula
        formula = self._digits.elidedText(ghost.formula, Qt.TextElideMode.ElideRight, room)
        if ghost.kind == "missing":
            self._strike(painter, formula, baseline)
        painter.drawText(QPointF(columns.formula, baseline), formula)

    def _strike(self, painter: QPainter, formula: str, baseline: float) -> None:
        """Draw a strike-through that the formula is then written over, so that it hides no minus sign."""
        pen, metric, left = painter.pen(), QFontMetricsF(painter.font()), self._columns.formula
        y = round(baseline - metric.strikeOutPos())
        painter.setPen(QPen(self._style.fault, self._theme.px(metrics.BORDER)))
        painter.drawLine(QPointF(left, y), QPointF(left + metric.horizontalAdvance(formula), y))
        painter.setPen(pen)

    def _paint_wrong_bar(self, painter: QPainter, row: QRect) -> None:
        painter.fillRect(QRect(0, row.top(), self._theme.px(metrics.RING), row.height()), self._style.fault)

    def _paint_texts(self, painter: QPainter, index: int, row: QRect, state: RowState, *, has_shapes: bool) -> None:
        columns, style, text = self._columns, self._style, self._rows[index]
        baseline = self._baseline(row)
        painter.setFont(style.plain)
        painter.setPen(style.fault if text.is_wrong else style.secondary)
        painter.drawText(QPointF(columns.number - len(text.number) * self._digit, baseline), text.number)
        painter.setFont(style.bold if state.is_lit else style.plain)
        painter.setPen(style.secondary if state.value is None else style.text)
        if text.is_wrong:
            self._strike(painter, self.formulas[index], baseline)
        painter.drawText(QPointF(columns.formula, baseline), self.formulas[index])
        if text.is_suspicious and not has_shapes:
            # The shapes, which would show it, are not there.
            width = QFontMetricsF(painter.font()).horizontalAdvance(self.formulas[index])
            self._underline(painter, columns.formula, width, baseline, is_meant=False)

    def _paint_mark(self, painter: QPainter, shapes: str, mark: RepeatMark, baseline: float) -> None:
        """Mark a repeated operand: with dots where that is intended, else in the colour of a fault."""
        start, stop = (
            self._columns.formula + self._small.horizontalAdvance(shapes[:n]) for n in (mark.start, mark.stop)
        )
        if not mark.is_meant:
            painter.setPen(self._style.fault)
            painter.drawText(QPointF(start, baseline), shapes[mark.start : mark.stop])
        lower = baseline - self._theme.px(metrics.BORDER)
        self._underline(painter, start, stop - start, lower, is_meant=mark.is_meant)

    def _underline(self, painter: QPainter, left: float, width: float, baseline: float, *, is_meant: bool) -> None:
        style, y = self._style, baseline + self._theme.px(metrics.SMALL_GAP)
        pen = QPen(style.secondary if is_meant else style.fault, self._theme.px(metrics.BORDER))
        pen.setStyle(Qt.PenStyle.DotLine if is_meant else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(left, y), QPointF(left + width, y))

    def _baseline(self, row: QRect) -> float:
        """Return the baseline of all texts of a row, whatever their size."""
        return row.top() + round((row.height() + self._digits.capHeight()) / 2)

    def _paint_value(self, painter: QPainter, row: QRect, value: ValueText | None) -> None:
        columns = self._columns
        painter.setFont(self._style.plain)
        if value is None:
            hatched = QRect(0, 0, round(_HATCH_CHARACTERS * self._digit), self._theme.px(metrics.GAP))
            hatched.moveCenter(row.center())
            hatched.moveRight(columns.right)
            painter.fillRect(hatched, self._style.hatching)
            return
        # One font of fixed width: a text's place follows from its number of characters.
        before_point, _, _ = value.number.partition(".")
        is_aligned = "e" not in value.number and value.is_finite
        width = len(value.number) * self._digit
        left = columns.point - len(before_point) * self._digit if is_aligned else columns.right - width
        left = max(columns.value + len(value.sign) * self._digit, min(left, columns.right - width))
        baseline = self._baseline(row)
        painter.setPen(self._style.text if value.is_finite else self._style.fault)
        painter.drawText(QPointF(left, baseline), value.number)
        if value.sign:
            painter.setPen(self._style.secondary)
            painter.drawText(QPointF(left - len(value.sign) * self._digit, baseline), value.sign)

    def _paint_dot(self, painter: QPainter, row: QRect, is_enabled: bool) -> None:
        """Draw a breakpoint; hollow when it is disabled."""
        theme, style = self._theme, self._style
        line = theme.px(metrics.STROKE)
        radius = theme.px(metrics.BREAKPOINT) / 2 - (0 if is_enabled else line / 2)
        middle = QPointF(self._columns.gutter * _DOT_MIDDLE, row.top() + row.height() / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen if is_enabled else QPen(style.breakpoint, line))
        painter.setBrush(style.breakpoint if is_enabled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _paint_arrow(self, painter: QPainter, row: QRect) -> None:
        gutter, half = self._columns.gutter, self._theme.px(metrics.SAMPLE) / 2
        left, right, middle = gutter * _ARROW_LEFT, gutter * _ARROW_RIGHT, row.top() + row.height() / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Amber, within an outline in the colour of text.
        painter.setPen(QPen(self._style.now_outline, self._theme.px(metrics.BORDER)))
        painter.setBrush(self._style.now_mark)
        corners = [QPointF(left, middle - half), QPointF(right, middle), QPointF(left, middle + half)]
        painter.drawPolygon(QPolygonF(corners))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _paint_bar(self, painter: QPainter, row: QRect) -> None:
        """Mark the selected row, readably on amber too."""
        width = self._theme.px(metrics.RING)
        painter.fillRect(QRect(self._columns.gutter, row.top(), width, row.height()), self._style.accent)
