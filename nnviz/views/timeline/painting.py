"""How the strip is painted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from nnviz.views.lines.texts import stage_name
from nnviz.views.theme import Theme, hint_font, metrics, mono_font
from nnviz.views.timeline.readout import Readout
from nnviz.views.timeline.segments import Segments

_UPPER_SHARE, _LOWER_SHARE = 0.4, 0.76
"""Middles of two rows, as shares of the strip's height: segments and text, and what is written small under them."""


@dataclass(frozen=True)
class Look:
    """The segments as they are to be painted.

    Attributes
    ----------
    segments
        Where they are.
    line
        How many of them have run.
    hovered, marked
        The one under the mouse, and the one that the keyboard has marked.
    words
        Whether the names of the stages stand under them.
    """

    segments: Segments = field(default_factory=Segments)
    line: int = 0
    hovered: int | None = None
    marked: int | None = None
    words: bool = False


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
        self._mono_measure, self._hint_measure = QFontMetricsF(self._mono), QFontMetricsF(self._hint)
        height = theme.px(metrics.BAR)
        self._centre, self._upper = height / 2, float(round(height * _UPPER_SHARE))
        self._lower = float(round(height * _LOWER_SHARE))

    def middle(self, *, two_rows: bool) -> float:
        """Return the middle of the segments and of the text, above a second row or alone."""
        return self._upper if two_rows else self._centre

    def stages_fit(self, segments: Segments) -> bool:
        """Return whether there is room for the word of every stage: one missing word looks like a mistake.

        A word may reach under the gap behind its stage.
        """
        spans = segments.stages
        gap = self._theme.px(metrics.SMALL_GAP)
        ends = [*(after.left - gap for after in spans[1:]), *(span.right for span in spans[-1:])]
        words = [self._hint_measure.horizontalAdvance(stage_name(span.stage)) for span in spans]
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

    def draw_segments(self, painter: QPainter, look: Look) -> None:
        """Draw the segments, the words of the stages, and the ring where the update stands."""
        theme, rectangles = self._theme, look.segments.rectangles
        _fill(painter, rectangles[look.line :], theme.border)
        _fill(painter, rectangles[: look.line], theme.accent)
        if look.hovered is not None:
            colour = theme.accent_hover if look.hovered <= look.line else theme.faint
            _fill(painter, [rectangles[look.hovered - 1]], colour)
        if look.marked is not None:
            self._draw_mark(painter, rectangles[look.marked - 1])
        if look.words:
            self._draw_stages(painter, look.segments)
        if look.line:
            self._draw_ring(painter, rectangles[look.line - 1])

    def draw_readout(self, painter: QPainter, told: Readout, area: QRectF, middle: float, *, lit: bool) -> None:
        """Draw where the run stands, right-aligned and `lit` under the mouse, and under it how far the epoch is."""
        theme, right = self._theme, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._mono)
        painter.setPen(QColor(theme.accent if lit else theme.text))
        painter.drawText(_row(area, middle), right, told.where)
        if not told.within:
            return
        painter.setFont(self._hint)
        painter.setPen(QColor(theme.secondary))
        painter.drawText(_row(area, self._lower), right, told.within)
        height, words = theme.px(metrics.RING), self._hint_measure.horizontalAdvance(told.within)
        width = min(self._mono_measure.horizontalAdvance(told.where), area.width()) - words - theme.px(metrics.GAP)
        track = QRectF(area.right() - words - theme.px(metrics.GAP) - width, self._lower, width, height)
        painter.fillRect(track, QColor(theme.border))
        track.setWidth(told.share * width)
        painter.fillRect(track, QColor(theme.accent))

    def _draw_stages(self, painter: QPainter, segments: Segments) -> None:
        painter.setFont(self._hint)
        painter.setPen(QColor(self._theme.secondary))
        height = self._hint_measure.height()
        for span in segments.stages:
            word = stage_name(span.stage)
            place = QRectF(span.left, self._lower - height / 2, self._hint_measure.horizontalAdvance(word) + 1, height)
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, flags, word)

    def _draw_ring(self, painter: QPainter, segment: QRectF) -> None:
        theme = self._theme
        radius = theme.px(metrics.HANDLE) / 2
        painter.setPen(QPen(QColor(theme.now_mark), theme.px(metrics.RING)))
        painter.setBrush(QColor(theme.panel))
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
