"""Painting of a recorded run in the band: its updates in the groove, and the statements of one of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PyQt6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PyQt6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from nnviz.model.recorded_run.recorded_run import RecordedRun
from nnviz.views.theme import Theme, hint_font, metrics
from nnviz.views.timeline.band import RunBand
from nnviz.views.timeline.layer import Layer
from nnviz.views.timeline.recorded_groups import PlacedGroup
from nnviz.views.timeline.recorded_lines import RecordedLines

_AHEAD: Final = 0.45
"""Opacity of a wrong line that has not run yet."""
_SEEN: Final = 24
_APART: Final = 60
"""Pixels at scale 1 that an update takes at least to be seen as one, and that numbers are apart where they are many."""
_STEPS: Final = tuple(digit * 10**power for power in range(9) for digit in (1, 2, 5))
_DOT: Final = 7.0
_LANE: Final = 7
"""Size of the mark of a wrong line in the groove at scale 1, and its distance from the lower edge."""


class RecordedPainter:
    """Paints the parts that a recorded run has of its own.

    Parameters
    ----------
    theme
        Colours, fonts and sizes.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._hint = hint_font(theme)
        self._measure = QFontMetricsF(self._hint)
        self._titles = Layer()

    def draw_updates(self, painter: QPainter, run: RecordedRun, groups: Sequence[PlacedGroup], band: RunBand) -> None:
        """Draw where each update begins, and a mark where the first wrong line runs in it."""
        theme, first = self._theme, run.findings.first
        painter.setPen(QPen(QColor(theme.border), theme.px(metrics.BORDER)))
        for placed in groups[1:]:
            place = placed.place
            if place.width() < theme.px(_SEEN):
                continue
            painter.drawLine(QLineF(place.left(), place.top(), place.left(), place.bottom()))
        if first is None:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.fault))
        radius, lane = _DOT * theme.scale / 2, band.groove.bottom() - theme.px(_LANE)
        for placed in groups:
            at = run.next_at([first.at], placed.group.first)
            if at is not None and at <= placed.group.last:
                painter.drawEllipse(QPointF(placed.x_of(at), lane), radius, radius)
                if placed.place.width() < theme.px(_SEEN):
                    return  # in every narrow one it would be a chain of dots

    def draw_titles(self, painter: QPainter, groups: Sequence[PlacedGroup], band: RunBand, ratio: float) -> None:
        """Write the updates' titles under the groove."""
        height = self._measure.height()
        at = QPointF(0.0, round(band.ticks - height / 2))
        size = QSizeF(band.groove.right() + self._theme.px(metrics.PADDING), height)
        self._titles.draw(painter, at, size, ratio, groups, partial(self._write_titles, groups))

    def _write_titles(self, groups: Sequence[PlacedGroup], painter: QPainter) -> None:
        gap = self._theme.px(metrics.SMALL_GAP)
        painter.setFont(self._hint)
        painter.setPen(QColor(self._theme.secondary))
        for number, (placed, title) in enumerate(zip(groups, self.titles(groups), strict=True)):
            if not title:
                continue
            left, width = placed.place.left() + (gap if number else 0), self._measure.horizontalAdvance(title)
            place = QRectF(left, 0.0, width + 1, self._measure.height())
            # The lines from the handle to the statements do not cross a title.
            painter.fillRect(place, QColor(self._theme.panel))
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft, title)

    def titles(self, groups: Sequence[PlacedGroup]) -> list[str]:
        """Return what is written under each of some groups; empty where there is no room for it."""
        last = max((placed.group.number for placed in groups), default=0)
        return [self._title(placed, last) for placed in groups]

    def _title(self, placed: PlacedGroup, last: int) -> str:
        """Return the longest title for which there is room; of narrow updates only round numbers."""
        width, number = placed.place.width(), placed.group.number
        room = width - 2 * self._theme.px(metrics.SMALL_GAP)
        if number and self._measure.horizontalAdvance(str(last)) > room:
            every = next(step for step in _STEPS if step * width >= self._theme.px(_APART))
            return "" if number % every else str(number)
        return next((one for one in placed.group.titles if self._measure.horizontalAdvance(one) <= room), "")

    def draw_lines(self, painter: QPainter, lines: RecordedLines, cursor: int, words: float) -> None:
        """Draw the statements of the update: blue where they have run, red where they are wrong, and their numbers."""
        theme = self._theme
        painter.setPen(Qt.PenStyle.NoPen)
        paler = QColor(theme.fault)
        paler.setAlphaF(_AHEAD)
        for segment in lines.segments:
            ran = segment.cursor <= cursor
            wrong = QColor(theme.fault) if ran else paler
            painter.setBrush(wrong if segment.is_wrong else QColor(theme.accent if ran else theme.border))
            _draw_bar(painter, segment.place)
        if not lines.segments:
            painter.setBrush(QColor(theme.border))
            _draw_bar(painter, lines.room)
            done = QRectF(lines.room)
            done.setRight(lines.x_of(cursor))
            painter.setBrush(QColor(theme.accent))
            _draw_bar(painter, done)
        self._draw_numbers(painter, lines, cursor, words)
        if lines.group.first < cursor <= lines.group.last:
            radius = theme.px(metrics.HANDLE) / 2
            painter.setPen(QPen(QColor(theme.now_outline), metrics.STROKE * theme.scale))
            painter.setBrush(QColor(theme.now_mark))
            x = lines.x_of(cursor) - radius / 2 - (lines.room.width() / len(lines.group) - 2 > radius)
            painter.drawEllipse(QPointF(x, lines.room.center().y()), radius, radius)

    def _draw_numbers(self, painter: QPainter, lines: RecordedLines, cursor: int, middle: float) -> None:
        """Write the lines' numbers under them: of those for which there is room, the present one in any case."""
        painter.setFont(self._hint)
        height, gap = self._measure.height(), self._theme.px(metrics.SMALL_GAP)
        now = next((one for one in lines.segments if one.cursor == cursor), None)
        taken: list[QRectF] = []
        for segment in ([now] if now is not None else []) + list(lines.segments):
            width = self._measure.horizontalAdvance(str(segment.number))
            place = QRectF(segment.place.center().x() - width / 2, middle - height / 2, width, height)
            if any(place.intersects(other.adjusted(-gap, 0, gap, 0)) for other in taken):
                continue
            taken.append(place)
            is_lit = segment is now
            wrong = self._theme.fault if segment.is_wrong else self._theme.secondary
            painter.setPen(QColor(self._theme.text if is_lit else wrong))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, str(segment.number))


def _draw_bar(painter: QPainter, place: QRectF) -> None:
    radius = min(place.width(), place.height()) / 2
    painter.drawRoundedRect(place, radius, radius)
