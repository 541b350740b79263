"""Marks on the run's groove: its numbers, edits, breakpoints that were hit, the fault, the update under the mouse."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PyQt6.QtCore import QLineF, QPointF, QRectF, Qt
from PyQt6.QtGui import QColor, QPainter, QPen, QPolygonF, QStaticText

from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import format_count
from nnviz.views.plots.ticks import count_ticks
from nnviz.views.theme import Theme, hint_font, metrics
from nnviz.views.theme.fonts import TextWidths
from nnviz.views.timeline.band import HANDLE, RunBand

_DIAMOND: Final = 9.0
_DOT: Final = 7.0
_ARM: Final = 3.5
"""Sizes at scale 1: a diamond across, a dot across, half a cross."""
_LANE: Final = 7
"""Distance of the marks' middles from the groove's lower edge."""
_TICK_ACROSS: Final = 90
_MOST_TEXTS: Final = 100


class RunMarks:
    """Paints marks; marks on the same pixel are painted once.

    Parameters
    ----------
    theme
        Colours and sizes.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._font = hint_font(theme)
        self._widths = TextWidths(self._font)
        self._texts: dict[str, QStaticText] = {}

    def draw_groove(self, painter: QPainter, band: RunBand) -> None:
        """Draw the empty groove."""
        corner = self._theme.px(metrics.SMALL_GAP)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.window))
        painter.drawRoundedRect(band.groove, corner, corner)

    def draw_numbers(self, painter: QPainter, band: RunBand) -> None:
        """Write round numbers under the groove, and both of its ends."""
        top, panel = round(band.ticks - self._widths.row / 2), QColor(self._theme.panel)
        painter.setFont(self._font)
        painter.setPen(QColor(self._theme.secondary))
        for x, text in self.numbers(band):
            # The lines from the handle to the segments do not cross a number.
            painter.fillRect(QRectF(x, top, self._widths.of(text) + 1, self._widths.row), panel)
            painter.drawStaticText(QPointF(x, top), self._static(text))

    def _static(self, text: str) -> QStaticText:
        """Return a text that is laid out once: in a run, all of them move in every frame, and only the end changes."""
        if text not in self._texts:
            if len(self._texts) >= _MOST_TEXTS:
                self._texts.clear()
            made = self._texts[text] = QStaticText(text)
            made.setTextFormat(Qt.TextFormat.PlainText)
            made.prepare(font=self._font)
        return self._texts[text]

    def numbers(self, band: RunBand) -> list[tuple[float, str]]:
        """Return the numbers under the groove, each with the pixel at which it begins."""
        begin, end = format_count(round(band.seen.low)), format_count(round(band.seen.high))
        gap, groove = self._theme.px(metrics.PADDING), band.groove
        placed = [(groove.left(), begin)]
        last = groove.right() - self._widths.of(end)
        most = max(2, int(groove.width() / self._theme.px(_TICK_ACROSS)))
        for tick in count_ticks(band.seen, most):
            width = self._widths.of(tick.text)
            left = band.x_of(tick.at) - width / 2
            before, text = placed[-1]
            if left > before + self._widths.of(text) + gap and left + width + gap < last:
                placed.append((left, tick.text))
        return [*placed, (last, end)]

    def draw(self, painter: QPainter, snapshot: Snapshot, band: RunBand, hits: Iterable[float]) -> None:
        """Draw a diamond for each edit (filled for an edited value), a dot for each hit, and a cross for a fault."""
        theme, lane = self._theme, band.groove.bottom() - self._theme.px(_LANE)
        places = {
            (round(band.x_of(mark.position.update)) + 0.5, mark.kind)
            for mark in snapshot.marks
            if band.has(mark.position.update)
        }
        painter.setPen(QPen(QColor(theme.secondary), theme.px(metrics.BORDER)))
        half = _DIAMOND * theme.scale / 2
        for x, kind in sorted(places):
            painter.setBrush(QColor(theme.panel if kind == "settings" else theme.secondary))
            corners = (QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0))
            painter.drawPolygon(QPolygonF([QPointF(x, lane) + corner for corner in corners]))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.breakpoint))
        radius = _DOT * theme.scale / 2
        for x in sorted({round(band.x_of(hit)) + 0.5 for hit in hits if band.has(hit)}):
            painter.drawEllipse(QPointF(x, lane), radius, radius)
        if snapshot.curve.fault is not None and band.has(snapshot.curve.fault):
            self._draw_fault(painter, QPointF(band.x_of(snapshot.curve.fault), band.groove.center().y()))

    def draw_hover(self, painter: QPainter, x: float, band: RunBand) -> None:
        """Draw a line at the update under the mouse."""
        painter.setPen(QPen(QColor(self._theme.text), self._theme.px(metrics.BORDER)))
        painter.drawLine(QLineF(x, band.groove.top(), x, band.groove.bottom()))

    def draw_magnifier(self, painter: QPainter, x: float, band: RunBand) -> None:
        """Draw the two lines from the handle to the ends of the segments."""
        segments = band.segments.rectangles
        if not segments:
            return
        theme = self._theme
        handle = self.handle(x, band)
        foot, top = handle.bottom(), segments[0].top() - theme.px(metrics.SMALL_GAP)
        painter.setPen(QPen(QColor(theme.faint), theme.px(metrics.BORDER)))
        left, right = segments[0].left(), segments[-1].right()
        ends = (
            QPointF(left, top),
            QPointF(handle.left() + 1, foot),
            QPointF(handle.right() - 1, foot),
            QPointF(right, top),
        )
        painter.drawPolyline(QPolygonF(ends))

    def handle(self, x: float, band: RunBand) -> QRectF:
        """Return the place of the handle."""
        width, height = (self._theme.px(side) for side in HANDLE)
        return QRectF(x - width / 2, band.groove.center().y() - height / 2, width, height)

    def draw_handle(self, painter: QPainter, x: float, band: RunBand) -> None:
        """Draw *now*: amber, with the outline in the colour of text."""
        theme = self._theme
        painter.setPen(QPen(QColor(theme.now_outline), metrics.STROKE * theme.scale))
        painter.setBrush(QColor(theme.now_mark))
        corner = theme.px(3)
        painter.drawRoundedRect(self.handle(x, band), corner, corner)

    def _draw_fault(self, painter: QPainter, at: QPointF) -> None:
        arm = _ARM * self._theme.scale
        painter.setPen(QPen(QColor(self._theme.fault), metrics.STROKE * self._theme.scale))
        painter.drawLine(at + QPointF(-arm, -arm), at + QPointF(arm, arm))
        painter.drawLine(at + QPointF(-arm, arm), at + QPointF(arm, -arm))
