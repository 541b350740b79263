"""The picture of the band: where its parts are, and what is drawn of them."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import QPointF, QRectF, QSize, QSizeF
from PyQt6.QtGui import QPainter

from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention
from nnviz.views.plots.axis_range import AxisRange
from nnviz.views.theme import Theme, metrics
from nnviz.views.timeline.band import RunBand, band_of
from nnviz.views.timeline.layer import Layer
from nnviz.views.timeline.painting import SegmentsState, StripPainter
from nnviz.views.timeline.pointer import BandPointer, BandTarget, LineMarker, target_at
from nnviz.views.timeline.position_words import PositionWords
from nnviz.views.timeline.run_curve import RunCurve
from nnviz.views.timeline.run_marks import RunMarks

_NEAR: Final = 4
"""Distance from an edit's mark, in pixels, within which the tooltip names the edit."""


class BandPicture:
    """Lays out the groove, its curve and marks, the handle, the segments that hang from it, and the words; draws them.

    Parameters
    ----------
    theme
        Colours and sizes.
    pointer, marker
        What is under the mouse, and what is marked with the keyboard.

    Attributes
    ----------
    words
        The position in words.
    band
        Where the groove and the segments are; None before the first snapshot.
    hits
        Where breakpoints have stopped a run last, in updates.
    """

    def __init__(self, theme: Theme, pointer: BandPointer, marker: LineMarker) -> None:
        self._theme, self._pointer, self._marker = theme, pointer, marker
        self._painter, self._marks, self._curve = StripPainter(theme), RunMarks(theme), RunCurve(theme)
        self._ground = Layer()
        self._snapshot: Snapshot | None = None
        self.words = PositionWords(theme, self._painter)
        self.band: RunBand | None = None
        self.hits: tuple[float, ...] = ()

    def lay_out(self, snapshot: Snapshot, size: QSize, seen: AxisRange) -> RunBand:
        """Find the places of the parts in a room, with the updates that are seen of the run."""
        self._snapshot = snapshot
        self.words.size = size
        stages = [line.stage for line in snapshot.program]
        right = self.words.area.left() - 2 * self._theme.px(metrics.PADDING)
        # The segments are under the update on the screen until the next one has begun.
        completed = max(0, snapshot.position.update - 1)
        self.band = band_of(self._theme, right, seen, completed, stages, self._painter.words_width(stages))
        return self.band

    def update_at(self, x: float) -> int:
        """Return the update at a horizontal place, of those that have run on this branch."""
        if self._snapshot is None or self.band is None:
            return 0
        return min(self.band.update_at(x), self._snapshot.newest.update)

    def groove(self) -> QRectF:
        """Return where the groove is; empty before the first snapshot."""
        return QRectF() if self.band is None else self.band.groove

    def target_at(self, place: QPointF) -> BandTarget:
        """Return what is at a place."""
        return target_at(self.band, self.words, place, self._theme.px(metrics.GAP))

    def tip(self, place: QPointF, convention: Convention | None) -> str:
        """Return the tooltip of a place: of a line, of an update with its settings and edits, or of the words."""
        from nnviz.views.timeline.texts import line_tip, run_tip

        snapshot, band, target = self._snapshot, self.band, self.target_at(place)
        if snapshot is not None and isinstance(target, int):
            return line_tip(snapshot, target, convention)
        if snapshot is None or band is None or target != "groove":
            return self.words.tip(place)
        near = self._theme.px(_NEAR)
        marks = [mark for mark in snapshot.marks if abs(band.x_of(mark.position.update) - place.x()) <= near]
        return run_tip(snapshot, self.update_at(place.x()), marks)

    def draw(self, painter: QPainter, size: QSize, ratio: float, *, focused: bool) -> None:
        """Draw everything."""
        snapshot, band = self._snapshot, self.band

        def ground(inside: QPainter) -> None:
            self._painter.draw_frame(inside, QRectF(QPointF(), QSizeF(size)), focused=focused)
            if band is not None:
                self._marks.draw_groove(inside, band)

        self._ground.draw(painter, QPointF(), QSizeF(size), ratio, (focused, band and band.groove), ground)
        if snapshot is None or band is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = share_of(snapshot.position.completed, snapshot.position.line, snapshot.position.lines)
        x = band.x_of(now)
        self._curve.draw(painter, snapshot, band.groove, band.seen, x, ratio)
        self._marks.draw(painter, snapshot, band, self.hits)
        if self._pointer.hovered_x is not None:
            self._marks.draw_hover(painter, band.x_of(self.update_at(self._pointer.hovered_x)), band)
        if band.has(now):
            self._marks.draw_magnifier(painter, x, band)
        self._marks.draw_numbers(painter, band)
        if band.has(now):
            self._marks.draw_handle(painter, x, band)
        self._painter.draw_segments(painter, self._segments(band, snapshot.position.line), ratio)
        self.words.draw(painter, lit=self._pointer.over_words)

    def _segments(self, band: RunBand, line: int) -> SegmentsState:
        words = self._painter.stages_fit(band.segments)
        return SegmentsState(band.segments, line, self._pointer.line.value, self._marker.line, words, band.words)


def share_of(completed: int, line: int, lines: int) -> float:
    """Return a position in updates: a fraction inside of one."""
    return completed + (line / lines if 0 < line < lines else 0.0)
