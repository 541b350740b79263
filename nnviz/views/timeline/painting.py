"""Painting of the update's lines in the band: segments, stages, and the position in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from PyQt6.QtCore import QPointF, QRectF, QSizeF, Qt
from PyQt6.QtGui import QColor, QPainter, QPen

from nnviz.model.program.line import Stage
from nnviz.views.lines.texts import stage_name
from nnviz.views.theme import Theme, hint_font, label_font, metrics, mono_font
from nnviz.views.theme.fonts import TextWidths
from nnviz.views.timeline.layer import Layer
from nnviz.views.timeline.readout import Readout
from nnviz.views.timeline.segments import Segments, StageSpan

_ROWS = (23, 41)
"""Middles of the two rows of the position in words."""
_WITHIN, _PILL, _PILL_HIGHER = 58, 82, 70
"""Middles of what is under them: how far the epoch is, and the pill below it or in its place."""
_PILL_HEIGHT = 20


@dataclass(frozen=True)
class SegmentsState:
    """The segments, and the state in which they are painted.

    Attributes
    ----------
    segments
        Where they are.
    line
        How many of them have run.
    hovered, marked
        The one under the mouse, and the one marked with the keyboard.
    words
        Whether the names of the stages are written under them.
    words_at
        The vertical middle of those names.
    """

    segments: Segments = field(default_factory=Segments)
    line: int = 0
    hovered: int | None = None
    marked: int | None = None
    words: bool = False
    words_at: float = 0.0

    @property
    def form(self) -> tuple[object, ...]:
        """All that it looks like, wherever it is, with places to a hundredth of a pixel."""
        first, last = self.segments.rectangles[0], self.segments.rectangles[-1]
        # Equal lines at equal distances: their stages and these lengths say where all of them are.
        lengths = (round(first.width(), 2), round(last.right() - first.left(), 2), self.words_at - first.top())
        stages = tuple((span.stage, round(span.right - span.left, 2)) for span in self.segments.stages)
        return len(self.segments.rectangles), lengths, stages, self.line, self.hovered, self.marked, self.words

    def moved(self, x: float, y: float) -> SegmentsState:
        """Return the same at another place."""
        rectangles = tuple(rectangle.translated(x, y) for rectangle in self.segments.rectangles)
        spans = tuple(StageSpan(span.stage, span.left + x, span.right + x) for span in self.segments.stages)
        return replace(self, segments=Segments(rectangles, spans), words_at=self.words_at + y)


class StripPainter:
    """Paints the strip's parts.

    Parameters
    ----------
    theme
        Colours, fonts and sizes.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._mono, self._hint = mono_font(theme), hint_font(theme)
        self._mono_widths, self._hint_widths = TextWidths(self._mono), TextWidths(self._hint)
        self._segments = Layer()
        self._label = label_font(theme)
        self._label_widths = TextWidths(self._label)

    def words_width(self, stages: Sequence[Stage]) -> float:
        """Return the pixels that the lines of some stages take at least for the words under them to fit."""
        count, gap = max(len(stages), 1), self._theme.px(metrics.PADDING)
        runs = [(stage, len(list(run))) for stage, run in groupby(stages)]
        each = max((self._hint_widths.of(stage_name(s)) + gap) / n for s, n in runs) if runs else 0.0
        return each * count

    def stages_fit(self, segments: Segments) -> bool:
        """Return whether there is room for the word of every stage: one missing word looks like a mistake.

        A word may reach under the gap behind its stage.
        """
        spans = segments.stages
        gap = self._theme.px(metrics.SMALL_GAP)
        ends = [*(after.left - gap for after in spans[1:]), *(span.right for span in spans[-1:])]
        words = [self._hint_widths.of(stage_name(span.stage)) for span in spans]
        return all(span.left + word <= end for span, word, end in zip(spans, words, ends, strict=True))

    def draw_frame(self, painter: QPainter, rect: QRectF, *, focused: bool) -> None:
        """Draw the strip itself, in the accent colour while it has the keyboard."""
        theme = self._theme
        border = theme.px(metrics.BORDER)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.accent if focused else theme.border), border))
        painter.setBrush(QColor(theme.panel))
        corner = theme.px(metrics.CORNER)
        painter.drawRoundedRect(rect.adjusted(border / 2, border / 2, -border / 2, -border / 2), corner, corner)

    def draw_segments(self, painter: QPainter, state: SegmentsState, ratio: float) -> None:
        """Draw the segments, the words of the stages, and the ring at the newest line."""
        if not state.segments.rectangles:
            return
        # They follow the handle, and are the same wherever they are.
        left, reach = state.segments.rectangles[0].left(), float(self._theme.px(metrics.HANDLE))
        top = state.segments.rectangles[0].top() - reach
        right = round(state.segments.rectangles[-1].right() - left, 2) + 2 * reach
        size = QSizeF(right, state.words_at - top + reach)

        def make(inside: QPainter) -> None:
            self._draw_segments(state.moved(reach - left, -top), inside)

        self._segments.draw(painter, QPointF(left - reach, top), size, ratio, state.form, make)

    def _draw_segments(self, state: SegmentsState, painter: QPainter) -> None:
        theme, rectangles = self._theme, state.segments.rectangles
        _fill(painter, rectangles[state.line :], theme.border)
        _fill(painter, rectangles[: state.line], theme.accent)
        if state.hovered is not None:
            colour = theme.accent_hover if state.hovered <= state.line else theme.faint
            _fill(painter, [rectangles[state.hovered - 1]], colour)
        if state.marked is not None:
            self._draw_mark(painter, rectangles[state.marked - 1])
        if state.words:
            self._draw_stages(painter, state.segments, state.words_at)
        if state.line:
            self._draw_ring(painter, rectangles[state.line - 1])

    def draw_readout(self, painter: QPainter, readout: Readout, area: QRectF, *, lit: bool) -> None:
        """Draw the position, right-aligned and `lit` under the mouse, how far the epoch is, and the pill."""
        theme, right = self._theme, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._mono)
        painter.setPen(QColor(theme.accent if lit else theme.text))
        for text, middle in zip((readout.where, readout.line), _ROWS, strict=True):
            painter.drawText(_row(area, theme.scale * middle), right, text)
        if readout.within:
            self._draw_within(painter, readout, area)
        if readout.past:
            pill = self.pill(readout, area)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.now_row))
            painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
            painter.setFont(self._label)
            painter.setPen(QColor(theme.text))
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, readout.past)

    def pill(self, readout: Readout, area: QRectF) -> QRectF:
        """Return the place of the pill; empty where there is none."""
        if not readout.past:
            return QRectF()
        px = self._theme.px
        width = min(self._label_widths.of(readout.past) + 2 * px(metrics.PADDING), area.width())
        middle = self._theme.scale * (_PILL if readout.within else _PILL_HIGHER)
        return QRectF(area.right() - width, middle - px(_PILL_HEIGHT) / 2, width, px(_PILL_HEIGHT))

    def _draw_within(self, painter: QPainter, readout: Readout, area: QRectF) -> None:
        theme, middle = self._theme, self._theme.scale * _WITHIN
        painter.setFont(self._hint)
        painter.setPen(QColor(theme.secondary))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(_row(area, middle), right, readout.within)
        height, words = theme.px(metrics.RING), self._hint_widths.of(readout.within)
        width = min(self._mono_widths.of(readout.where), area.width()) - words - theme.px(metrics.GAP)
        track = QRectF(area.right() - words - theme.px(metrics.GAP) - width, middle, width, height)
        painter.fillRect(track, QColor(theme.border))
        track.setWidth(readout.share * width)
        painter.fillRect(track, QColor(theme.accent))

    def _draw_stages(self, painter: QPainter, segments: Segments, middle: float) -> None:
        painter.setFont(self._hint)
        painter.setPen(QColor(self._theme.secondary))
        height = self._hint_widths.row
        for span in segments.stages:
            word = stage_name(span.stage)
            place = QRectF(span.left, middle - height / 2, self._hint_widths.of(word) + 1, height)
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, flags, word)

    def _draw_ring(self, painter: QPainter, segment: QRectF) -> None:
        theme = self._theme
        radius = theme.px(metrics.HANDLE) / 2
        painter.setPen(QPen(QColor(theme.now_outline), metrics.STROKE * theme.scale))
        painter.setBrush(QColor(theme.now_mark))
        painter.drawEllipse(QPointF(segment.right() - radius / 2, segment.center().y()), radius, radius)

    def _draw_mark(self, painter: QPainter, segment: QRectF) -> None:
        theme = self._theme
        ring = float(theme.px(metrics.RING))
        painter.setPen(QPen(QColor(theme.accent), ring))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        outer = segment.adjusted(-ring, -2 * ring, ring, 2 * ring)
        painter.drawRoundedRect(outer, 2 * ring, 2 * ring)


def _row(area: QRectF, middle: float) -> QRectF:
    return QRectF(area.left(), middle - area.height() / 2, area.width(), area.height())


def _fill(painter: QPainter, rectangles: Iterable[QRectF], colour: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    # One by one: a path of all of them takes five times as long.
    for rectangle in rectangles:
        radius = min(rectangle.width(), rectangle.height()) / 2
        painter.drawRoundedRect(rectangle, radius, radius)
