"""The band at the bottom of the window: the run as its loss, and under its handle the lines of one update."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PyQt6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, pyqtSignal
from PyQt6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PyQt6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnviz.controller.breakpoint_hits import BreakpointHits
from nnviz.model.breakpoints import Condition
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention
from nnviz.views.cached_value import CachedValue
from nnviz.views.theme import Theme, metrics, mono_font
from nnviz.views.timeline.band import HEIGHT, RunBand, band_of
from nnviz.views.timeline.jump_field import JumpField
from nnviz.views.timeline.layer import Layer
from nnviz.views.timeline.painting import SegmentsState, StripPainter
from nnviz.views.timeline.pointer import BandPointer
from nnviz.views.timeline.readout import Readout, readout
from nnviz.views.timeline.run_curve import RunCurve
from nnviz.views.timeline.run_marks import RunMarks
from nnviz.views.timeline.slider import RunSlider
from nnviz.views.timeline.texts import line_tip, run_tip
from nnviz.views.widgets.shortcuts import is_override, is_plain

_WIDTH_HINT: Final = 700
_GROOVE_LEAST: Final = 120
"""Widths at scale 1: of the band, and of the groove in the narrowest one."""
_NEAR: Final = 4
"""Distance from an edit's mark, in pixels, within which the tooltip names the edit."""
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_RUN: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NOTCH: Final = 120
_FAST: Final = 10
"""Updates for a notch of the wheel with Ctrl."""


class TimelineStrip(QWidget):
    """The run's groove with its handle, the lines of the update on the screen, and the position in words.

    Dragging or turning the wheel over the groove goes to an update, a click on a segment to that line, a click on the
    words opens a field for an update. With the keyboard, the slider over the groove goes along the run; on the band
    itself ← and → mark a line, and Return runs to it.

    Signals
    -------
    seek_requested(object)
        The update (an int, from 0) to go to, of those that have run.
    reach_requested(object)
        The update (an int, from 0) that was typed; the run may have to go on to it.
    newest_requested()
        Go to the end of the run.
    line_run_requested(int)
        The person chose a line (from 1) to run to: of the update on the screen, or of the next where it has run
        already.

    Parameters
    ----------
    theme
        Colours and sizes.
    """

    seek_requested = pyqtSignal(object)
    reach_requested = pyqtSignal(object)
    newest_requested = pyqtSignal()
    line_run_requested = pyqtSignal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._painter, self._marks, self._curve = StripPainter(theme), RunMarks(theme), RunCurve(theme)
        self._measure = QFontMetrics(mono_font(theme))
        self._snapshot: Snapshot | None = None
        self._convention: Convention | None = None
        self._readout = Readout()
        self._band: RunBand | None = None
        self._hits: tuple[float, ...] = ()
        self._hovered: CachedValue[int] = CachedValue(self._program)
        self._pointer = BandPointer()
        self._ground = Layer()
        self._marked: int | None = None
        self.slider = RunSlider(theme, self)
        self.slider.seek_requested.connect(self.seek_requested)
        self.jump = JumpField(theme, self)
        self.jump.update_requested.connect(self.reach_requested)
        self.setMouseTracking(True)
        # A click does not take the keyboard: the arrow keys step through the program.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(theme.px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("The lines of this update"))

    def sizeHint(self) -> QSize:
        """Return the height of the band."""
        return QSize(self._theme.px(_WIDTH_HINT), self._theme.px(HEIGHT))

    # Showing -----------------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the position of a snapshot."""
        before, self._snapshot = self._snapshot, snapshot
        self._readout = readout(snapshot)
        if not self.jump.isHidden():
            self.jump.show_snapshot(snapshot)
        if before is None or before.program is not snapshot.program:
            self._marked = self._next_line() if self.hasFocus() else None
        self.slider.show_position(snapshot, self._readout)
        self._lay_out()

    def show_hits(self, hits: Mapping[Condition, BreakpointHits]) -> None:
        """Mark where breakpoints have stopped a run last."""
        self._hits = tuple(_share(hit.last.completed, hit.last.line, hit.last.lines) for hit in hits.values())
        self.update()

    def show_convention(self, convention: Convention) -> None:
        """Write formulas in a convention, instead of the scenario's."""
        self._convention = convention

    def ask_update(self) -> None:
        """Open a field for an update to go to."""
        if self._snapshot is not None:
            self.jump.ask(self._snapshot)
            self._place_jump()

    # What can be asked -------------------------------------------------------------------------------------------

    @property
    def band(self) -> RunBand:
        """The places of its parts."""
        assert self._band is not None  # it comes with the first snapshot
        return self._band

    def segment(self, line: int) -> QRectF:
        """Return the rectangle of a line's segment (from 1)."""
        return self.band.segments.rectangles[line - 1]

    def place_of(self, update: float) -> QPointF:
        """Return where an update is in the groove."""
        return QPointF(self.band.x_of(update), self.band.groove.center().y())

    def update_at(self, x: float) -> int:
        """Return the update at a horizontal place, of those that have run on this branch."""
        if self._snapshot is None:
            return 0
        return min(self.band.update_at(x), self._snapshot.newest.update)

    def text(self) -> str:
        """Return the position: epoch, update and line."""
        return f"{self._readout.where} · {self._readout.line}" if self._readout.where else ""

    def epoch_text(self) -> str:
        """Return how far the epoch is; empty where an epoch is a single update."""
        return self._readout.within

    def pill_text(self) -> str:
        """Return the text shown while the cursor is in the past; empty at the newest state."""
        return self._readout.past

    def pill(self) -> QRectF:
        """Return the place of that text."""
        return self._painter.pill(self._readout, self._text_area())

    @property
    def marked(self) -> int | None:
        """The line that Return runs to; None while none is marked."""
        return self._marked

    # Laying out and painting -------------------------------------------------------------------------------------

    def _text_area(self) -> QRectF:
        px = self._theme.px
        width = self._measure.horizontalAdvance(self._readout.reserved)
        right = self.width() - px(metrics.PADDING)
        left = max(float(px(metrics.PADDING)), right - width)
        return QRectF(left, 0.0, right - left, self.height())

    def _lay_out(self) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        stages = [line.stage for line in snapshot.program]
        last = max(snapshot.newest.update, *(info.newest.update for info in snapshot.branches))
        right = self._text_area().left() - 2 * self._theme.px(metrics.PADDING)
        # The segments are under the update on the screen until the next one has begun.
        completed = max(0, snapshot.position.update - 1)
        least = self._painter.words_width(stages)
        self._band = band_of(self._theme, right, last, completed, stages, least)
        self.slider.setGeometry(self._band.groove.toAlignedRect())
        self.setMinimumWidth(round(self._text_area().width()) + self._theme.px(_GROOVE_LEAST))
        self.update()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Lay the parts out for the new width."""
        self._lay_out()
        self._place_jump()

    def _place_jump(self) -> None:
        """Place the field over the words, and over as much of the groove as its hint needs."""
        px = self._theme.px
        padding = px(metrics.PADDING)
        width = min(self.jump.sizeHint().width(), self.width() - padding - px(metrics.CORNER))
        self.jump.setGeometry(self.width() - padding - width, px(metrics.GAP), width, px(metrics.BAR))

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Paint the groove, its curve and marks, the handle, the segments that hang from it, and the words."""
        painter, ratio = QPainter(self), self.devicePixelRatioF()
        snapshot, band = self._snapshot, self._band
        key = self.hasFocus(), band and band.groove
        self._ground.draw(painter, QPointF(), QSizeF(self.size()), ratio, key, self._paint_ground)
        if snapshot is None or band is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        position = snapshot.position
        x = band.x_of(_share(position.completed, position.line, position.lines))
        self._curve.draw(painter, snapshot, band.groove, band.last, x, ratio)
        self._marks.draw(painter, snapshot, band, self._hits)
        if self._pointer.hovered_x is not None:
            self._marks.draw_hover(painter, band.x_of(self.update_at(self._pointer.hovered_x)), band)
        self._marks.draw_magnifier(painter, x, band)
        self._marks.draw_numbers(painter, band, ratio)
        self._marks.draw_handle(painter, x, band)
        self._painter.draw_segments(painter, self._segments_state(band, position.line), ratio)
        self._painter.draw_readout(painter, self._readout, self._text_area(), lit=self._pointer.over_words)

    def _paint_ground(self, painter: QPainter) -> None:
        self._painter.draw_frame(painter, QRectF(self.rect()), focused=self.hasFocus())
        if self._band is not None:
            self._marks.draw_groove(painter, self._band)

    def _segments_state(self, band: RunBand, line: int) -> SegmentsState:
        words = self._painter.stages_fit(band.segments)
        return SegmentsState(band.segments, line, self._hovered.value, self._marked, words, band.words)

    # The mouse ---------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Go to the update or the line under the mouse, to the end where the pill is, or open the field."""
        if event is None or event.button() != Qt.MouseButton.LeftButton or self._snapshot is None:
            return
        place = event.position()
        line = self._line_at(place)
        if self.pill().contains(place):
            self.newest_requested.emit()
        elif self._text_area().contains(place):
            self.ask_update()
        elif line is not None:
            self.line_run_requested.emit(line)
        elif self._is_over_groove(place):
            self._pointer.grab()
            self._seek(place.x())

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Follow the mouse while the handle is dragged; highlight what is under it, and say what it is."""
        if event is None or self._snapshot is None:
            return
        place = event.position()
        if self._pointer.is_dragging and event.buttons() & Qt.MouseButton.LeftButton:
            self._pointer.hovered_x = place.x()
            self._seek(place.x())
        else:
            self._hovered.value = self._line_at(place)
            self._pointer.hovered_x = place.x() if self._is_over_groove(place) else None
            self._pointer.over_words = self._text_area().contains(place) and not self.pill().contains(place)
        nothing = self._hovered.value is None and self._pointer.is_over_nothing and not self.pill().contains(place)
        self.setCursor(Qt.CursorShape.ArrowCursor if nothing else Qt.CursorShape.PointingHandCursor)
        if self._pointer.hovered_x is not None:
            QToolTip.showText(event.globalPosition().toPoint(), self.tip(place), self)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """End the drag."""
        self._pointer.release()

    def leaveEvent(self, event: QEvent | None) -> None:
        """Highlight nothing."""
        self._hovered.value = None
        self._pointer.leave()
        self.update()

    def wheelEvent(self, event: QWheelEvent | None) -> None:
        """Go on by an update for each notch away from the person, back for each towards; with Ctrl, by ten."""
        if event is None or self._snapshot is None:
            return
        fast = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        notches = self._pointer.turn(event.angleDelta().y() / _NOTCH)
        wanted = self._snapshot.position.update + notches * (_FAST if fast else 1)
        update = min(max(wanted, 0), self._snapshot.newest.update)
        if notches and update != self._snapshot.position.update:
            self.seek_requested.emit(update)
        event.accept()

    def _line_at(self, place: QPointF) -> int | None:
        return None if self._band is None else self._band.line_at(place.x(), place.y())

    def _is_over_groove(self, place: QPointF) -> bool:
        if self._band is None:
            return False
        reach = self._theme.px(metrics.GAP)
        return self._band.groove.adjusted(-reach, -reach, reach, reach).contains(place)

    def _seek(self, x: float) -> None:
        update = self.update_at(x)
        # A drag requests each update once.
        if self._pointer.is_new(update):
            self.seek_requested.emit(update)

    # The keyboard ------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent | None) -> None:
        """Mark the line that would run next."""
        self._mark(self._next_line())
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent | None) -> None:
        """Mark none."""
        super().focusOutEvent(event)
        self._mark(None)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Mark another line, or run to the marked one."""
        if event is None:
            return
        key = Qt.Key(event.key())
        if not _is_own(event) or self._snapshot is None:
            super().keyPressEvent(event)
        elif key in _RUN:
            if self._marked is not None:
                self.line_run_requested.emit(self._marked)
        else:
            lines = self._snapshot.position.lines
            self._mark(min(max((self._marked or 1) + _STEPS[key], 1), lines))

    def _program(self) -> object:
        return None if self._snapshot is None else self._snapshot.program

    def _next_line(self) -> int | None:
        if self._snapshot is None:
            return None
        return self._snapshot.position.line % self._snapshot.position.lines + 1

    def _mark(self, line: int | None) -> None:
        self._marked = line
        if line is not None and self._snapshot is not None:
            self.setAccessibleDescription(line_tip(self._snapshot, line, self._convention))
        self.update()

    def event(self, event: QEvent | None) -> bool:
        """Keep its own keys from the window's shortcuts; show the tooltip of what is under the mouse."""
        if is_override(event, _is_own):
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def tip(self, place: QPointF) -> str:
        """Return the tooltip of a place: of a line, of an update with its settings and edits, or of the words."""
        snapshot = self._snapshot
        line = self._line_at(place)
        if snapshot is None or (line is None and not self._is_over_groove(place)):
            return self._words_tip(place)
        if line is not None:
            return line_tip(snapshot, line, self._convention)
        marks = [m for m in snapshot.marks if abs(self.band.x_of(m.position.update) - place.x()) <= self._near()]
        return run_tip(snapshot, self.update_at(place.x()), marks)

    def _near(self) -> float:
        return self._theme.px(_NEAR)

    def _words_tip(self, place: QPointF) -> str:
        if self.pill().contains(place):
            return self.tr("Click: return to the end of the run")
        if not self._text_area().contains(place):
            return self.tr("The run so far, and the lines of one update, and how many of them have run")
        text = self.tr("Passes over the training data, updates, and how many lines of this update have run")
        return "\n".join(filter(None, (text, self._readout.within, self.tr("Click: type an update to go to (Ctrl+J)"))))


def _share(completed: int, line: int, lines: int) -> float:
    """Return a position in updates: a fraction inside of one."""
    return completed + (line / lines if 0 < line < lines else 0.0)


def _is_own(event: QKeyEvent) -> bool:
    return is_plain(event) and Qt.Key(event.key()) in (*_STEPS, *_RUN)
