"""Painting of a row of a person's source."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from PyQt6.QtCore import QPointF, QRect, Qt
from PyQt6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from nnviz.model.recorded_run.findings import LineNote, Verdict
from nnviz.views.lines.style import LineStyle
from nnviz.views.program.own_code.syntax import Span
from nnviz.views.theme import metrics, syntax_colour

# Shares of the gutter: breakpoints have the left part, the arrow the right one.
_DOT_MIDDLE = 0.29
_ARROW_LEFT, _ARROW_RIGHT = 0.57, 0.83

MARKS: dict[Verdict, str] = {"right": "✓", "wrong": "✗", "follows": "↳", "unknown": ""}
"""What stands beside a line, by its verdict."""


@dataclass(frozen=True)
class SourceRowState:
    """The state of a row.

    Attributes
    ----------
    is_lit, is_selected
        Whether it has just run; whether the person chose it.
    breakpoint
        Whether its breakpoint is enabled; None when it has none.
    has_run
        Whether it ran at all in the recording; True where there is none.
    """

    is_lit: bool = False
    is_selected: bool = False
    breakpoint: bool | None = None
    has_run: bool = True


@dataclass(frozen=True)
class SourceColumns:
    """Places in pixels from the pane's left edge.

    Attributes
    ----------
    gutter, number, text
        Right edge of the gutter, of the line numbers; left edge of the source, which scrolls below the gutter.
    right
        Right edge of the equations.
    offset
        How far the source is scrolled to the left.
    """

    gutter: int
    number: int
    text: int
    right: int
    offset: int = 0


class SourcePainter:
    """Draws rows in one theme.

    Parameters
    ----------
    style
        Fonts and colours.
    """

    def __init__(self, style: LineStyle) -> None:
        self._style, self._theme = style, style.theme
        self._metric, self._bold = QFontMetricsF(style.plain), QFontMetricsF(style.bold)
        self._small = QFontMetricsF(style.small)
        self._syntax = {kind: syntax_colour(style.theme, kind) for kind in ("keyword", "number", "string", "comment")}
        self.advance = self._metric.horizontalAdvance("0")

    def x_of(self, text: str, column: int) -> float:
        """Return how far right of its line's left edge a character is; Chinese ones are not as wide as the others."""
        return self._metric.horizontalAdvance(text[:column]) if _is_wide(text) else column * self.advance

    def paint_background(self, painter: QPainter, row: QRect, columns: SourceColumns, state: SourceRowState) -> None:
        """Draw what is behind a line."""
        painter.fillRect(QRect(0, row.top(), columns.gutter, row.height()), self._style.window)
        if state.is_lit:
            painter.fillRect(row, self._style.now_row)
        elif state.is_selected:
            painter.fillRect(row.adjusted(columns.gutter, 0, 0, 0), self._style.chosen)

    def paint_text(
        self, painter: QPainter, row: QRect, columns: SourceColumns, text: str, spans: tuple[Span, ...], has_run: bool
    ) -> None:
        """Draw the source of a line with its colours; one that has not run is paler."""
        left, baseline = columns.text - columns.offset, self._baseline(row)
        painter.save()
        painter.setClipRect(QRect(columns.text, row.top(), columns.right - columns.text, row.height()))
        painter.setFont(self._style.plain)
        plain = self._style.text if has_run else self._style.secondary
        at = 0
        for span in (*spans, Span(len(text), len(text), "number")):
            self._piece(painter, text, at, span.start, left, baseline, plain)
            self._piece(painter, text, span.start, span.stop, left, baseline, self._syntax[span.kind])
            at = span.stop
        painter.restore()

    def _piece(
        self, painter: QPainter, text: str, start: int, stop: int, left: int, baseline: float, colour: QColor
    ) -> None:
        piece = text[start:stop]
        if piece.strip():
            painter.setPen(colour)
            painter.drawText(QPointF(left + self.x_of(text, start), baseline), piece)

    def paint_mended(self, painter: QPainter, row: QRect, columns: SourceColumns, text: str, link: str) -> QRect:
        """Draw a line as it should be, in green, and the link that tries it; return the link's rectangle."""
        style, baseline = self._style, self._baseline(row)
        painter.setFont(style.words)
        words = QFontMetricsF(style.words)
        width = round(words.horizontalAdvance(link))
        rect = QRect(columns.right - width, row.top(), width, row.height())
        painter.save()
        gap = self._theme.px(metrics.PADDING) if link else 0
        painter.setClipRect(QRect(columns.text, row.top(), rect.left() - gap - columns.text, row.height()))
        painter.setFont(style.bold)
        painter.setPen(style.holds)
        painter.drawText(QPointF(columns.text - columns.offset, baseline), text)
        painter.restore()
        painter.setFont(style.words)
        painter.setPen(style.accent)
        painter.drawText(QPointF(rect.left(), baseline), link)
        return rect

    def paint_heading(self, painter: QPainter, row: QRect, columns: SourceColumns, text: str) -> None:
        """Draw the name of a file above its lines."""
        painter.fillRect(row, self._style.window)
        painter.setFont(self._style.words)
        painter.setPen(self._style.secondary)
        painter.drawText(QPointF(columns.number - self.advance, self._baseline(row)), text)

    def paint_number(
        self, painter: QPainter, row: QRect, columns: SourceColumns, number: int, state: SourceRowState, wrong: bool
    ) -> None:
        """Draw the line number, the breakpoint and the arrow."""
        style = self._style
        text = str(number)
        painter.setFont(style.plain)
        painter.setPen(style.fault if wrong else style.secondary if state.is_lit else style.faint)
        painter.drawText(QPointF(columns.number - len(text) * self.advance, self._baseline(row)), text)
        if wrong:
            painter.fillRect(QRect(0, row.top(), self._theme.px(metrics.RING), row.height()), style.fault)
        if state.breakpoint is not None:
            self._paint_dot(painter, row, columns, state.breakpoint)
        if state.is_lit:
            self._paint_arrow(painter, row, columns)
        if state.is_selected:
            width = self._theme.px(metrics.RING)
            painter.fillRect(QRect(columns.gutter, row.top(), width, row.height()), style.accent)

    def paint_note(
        self, painter: QPainter, row: QRect, columns: SourceColumns, note: LineNote, text: str, behind: QColor
    ) -> None:
        """Draw the verdict and the equation at the right end, as far as the source leaves room."""
        style, gap = self._style, self._theme.px(metrics.PADDING)
        end = columns.text - columns.offset + self.x_of(text, len(text)) + gap
        mark = MARKS[note.verdict]
        mark_width = self._metric.horizontalAdvance(mark) if mark else 0.0
        between = self._theme.px(metrics.GAP) if mark and note.equation else 0
        room = columns.right - end - mark_width - between
        equation = note.equation
        width = self._small.horizontalAdvance(equation)
        if width > room:
            # Less than half of an equation says nothing; the tooltip has it.
            equation = self._small.elidedText(equation, Qt.TextElideMode.ElideRight, room) if room > width / 2 else ""
            width = self._small.horizontalAdvance(equation)
        between = between if equation else 0
        left = columns.right - width - between - mark_width
        if left < end:
            painter.fillRect(QRect(round(left) - gap // 2, row.top(), row.right(), row.height()), behind)
        baseline = self._baseline(row)
        painter.setFont(style.plain)
        colours = {"right": style.holds, "wrong": style.fault}
        painter.setPen(colours.get(note.verdict, style.secondary))
        painter.drawText(QPointF(left, baseline), mark)
        painter.setFont(style.small)
        painter.setPen(style.secondary)
        painter.drawText(QPointF(columns.right - width, baseline), equation)

    def _baseline(self, row: QRect) -> float:
        return row.top() + round((row.height() + self._metric.capHeight()) / 2)

    def _paint_dot(self, painter: QPainter, row: QRect, columns: SourceColumns, is_enabled: bool) -> None:
        theme, style = self._theme, self._style
        line = theme.px(metrics.STROKE)
        radius = theme.px(metrics.BREAKPOINT) / 2 - (0 if is_enabled else line / 2)
        middle = QPointF(columns.gutter * _DOT_MIDDLE, row.top() + row.height() / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen if is_enabled else QPen(style.breakpoint, line))
        painter.setBrush(style.breakpoint if is_enabled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _paint_arrow(self, painter: QPainter, row: QRect, columns: SourceColumns) -> None:
        gutter, half = columns.gutter, self._theme.px(metrics.SAMPLE) / 2
        left, right, middle = gutter * _ARROW_LEFT, gutter * _ARROW_RIGHT, row.top() + row.height() / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._style.now_mark)
        corners = [QPointF(left, middle - half), QPointF(right, middle), QPointF(left, middle + half)]
        painter.drawPolygon(QPolygonF(corners))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _is_wide(text: str) -> bool:
    return not text.isascii() and any(unicodedata.east_asian_width(character) in "WF" for character in text)
