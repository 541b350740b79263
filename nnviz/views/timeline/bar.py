"""The lines of the update on the screen as segments; clicks and keys choose a line to run to."""

from __future__ import annotations

from PyQt6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PyQt6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention
from nnviz.views.cached_value import CachedValue
from nnviz.views.theme import Theme, metrics, mono_font
from nnviz.views.timeline.jump_field import JumpField
from nnviz.views.timeline.painting import SegmentsState, StripPainter
from nnviz.views.timeline.readout import Readout, readout
from nnviz.views.timeline.segments import Segments, lay_out
from nnviz.views.widgets.shortcuts import is_override, is_plain

_WIDTH_HINT = 700
_GROOVE_LEAST = 120
"""Widths at scale 1: of the strip, and of the groove in the narrowest one."""
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_RUN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TimelineBar(QWidget):
    """Shows how far the update on the screen has run: a segment for each line, in four stages.

    A click on a segment runs to that line; with the keyboard ← and → mark a line, and Return runs to it. A click on the
    text, or `ask_update`, opens a field for an update to go to.

    Signals
    -------
    line_run_requested(int)
        The person chose a line (from 1) to run to: of the update on the screen, or of the next where it has run
        already.
    update_requested(object)
        The person typed an update (an int, from 0) to go to.

    Parameters
    ----------
    theme
        Colours and sizes.
    """

    line_run_requested = pyqtSignal(int)
    update_requested = pyqtSignal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._painter = StripPainter(theme)
        self._measure = QFontMetrics(mono_font(theme))
        self._snapshot: Snapshot | None = None
        self._convention: Convention | None = None
        self._readout = Readout()
        self._segments = Segments()
        self._state = SegmentsState()
        self._words, self._middle = False, 0.0
        self._hovered: CachedValue[int] = CachedValue(self._program)
        self._over_text = False
        self.jump = JumpField(theme, self)
        self.jump.update_requested.connect(self.update_requested)
        self._marked: int | None = None
        self.setMouseTracking(True)
        # A click does not take the keyboard: the arrow keys step through the program.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(theme.px(metrics.BAR))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Position in the run"))

    def sizeHint(self) -> QSize:
        """Return the height of a bar."""
        return QSize(self._theme.px(_WIDTH_HINT), self._theme.px(metrics.BAR))

    # Showing -----------------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the position of a snapshot."""
        before, self._snapshot = self._snapshot, snapshot
        old, self._readout = self._readout, readout(snapshot)
        if not self.jump.isHidden():
            self.jump.show_snapshot(snapshot)
        if before is None or before.program is not snapshot.program or not old.as_wide_as(self._readout):
            self._marked = self._next_line() if self.hasFocus() else None
            self._lay_out()
            self._refresh()
        elif before.position.line != snapshot.position.line:
            self._refresh()
        elif old != self._readout:
            # While running only the text changes.
            self.update(self._text_area().toAlignedRect())

    def show_convention(self, convention: Convention) -> None:
        """Write formulas in a convention, instead of the scenario's."""
        self._convention = convention

    def ask_update(self) -> None:
        """Open a field for an update to go to."""
        if self._snapshot is not None:
            self.jump.ask(self._snapshot)
            self._place_jump()

    def segment(self, line: int) -> QRectF:
        """Return the rectangle of a line's segment (from 1), in the widget's coordinates."""
        return self._segments.rectangles[line - 1]

    def text(self) -> str:
        """Return the position: epoch, update and line."""
        return self._readout.where

    def epoch_text(self) -> str:
        """Return how far the epoch is; empty where an epoch is a single update."""
        return self._readout.within

    @property
    def marked(self) -> int | None:
        """The line that Return runs to; None while none is marked."""
        return self._marked

    # Laying out and painting -------------------------------------------------------------------------------------

    def _text_area(self) -> QRectF:
        px = self._theme.px
        width = self._measure.horizontalAdvance(self._readout.reserved)
        left = max(px(metrics.PADDING), self.width() - px(metrics.PADDING) - width)
        return QRectF(left, 0.0, self.width() - px(metrics.PADDING) - left, self.height())

    def _lay_out(self) -> None:
        if self._snapshot is None:
            return
        px = self._theme.px
        stages = [line.stage for line in self._snapshot.program]
        left, right = px(metrics.PADDING), self._text_area().left() - px(metrics.PADDING) * 2
        groove = QRectF(left, 0.0, max(0.0, right - left), px(metrics.TRACK) * 2)
        self._words = self._painter.stages_fit(lay_out(stages, groove, self._theme.scale))
        self._middle = self._painter.middle(two_rows=self._words or bool(self._readout.within))
        groove.moveTop(self._middle - groove.height() / 2)
        self._segments = lay_out(stages, groove, self._theme.scale)
        self.setMinimumWidth(round(self._text_area().width()) + px(_GROOVE_LEAST))

    def _refresh(self) -> None:
        line = self._snapshot.position.line if self._snapshot is not None else 0
        self._state = SegmentsState(self._segments, line, self._hovered.value, self._marked, self._words)
        self.update()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Lay the segments out for the new width."""
        self._lay_out()
        self._place_jump()
        self._refresh()

    def _place_jump(self) -> None:
        """Place the field over the text, and over as much of the segments as its hint needs."""
        padding, border = self._theme.px(metrics.PADDING), self._theme.px(metrics.BORDER)
        width = min(self.jump.sizeHint().width(), self.width() - padding - self._theme.px(metrics.CORNER))
        self.jump.setGeometry(self.width() - padding - width, border, width, self.height() - 2 * border)

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Paint the frame, a segment for each line, the ring at the newest line, and the text."""
        painter = QPainter(self)
        self._painter.draw_frame(painter, QRectF(self.rect()), focused=self.hasFocus())
        if self._snapshot is None:
            return
        area = self._text_area()
        if event is None or event.rect().left() < area.left():
            self._painter.draw_segments(painter, self._state)
        self._painter.draw_readout(painter, self._readout, area, self._middle, lit=self._over_text)

    # The mouse ---------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Highlight what is under the mouse; the whole height of the strip is the target, not only the thin segment."""
        if event is not None:
            self._hover(self._segments.line_at(event.position().x()), self._is_over_text(event.position()))

    def leaveEvent(self, event: QEvent | None) -> None:
        """Highlight nothing."""
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Request a run to the clicked line, or open the field for an update."""
        if event is None or event.button() != Qt.MouseButton.LeftButton:
            return
        line = self._segments.line_at(event.position().x())
        if line is not None:
            self.line_run_requested.emit(line)
        elif self._is_over_text(event.position()):
            self.ask_update()

    def _is_over_text(self, place: QPointF) -> bool:
        return self._snapshot is not None and self._text_area().contains(place)

    def _hover(self, line: int | None, over_text: bool = False) -> None:
        if (line, over_text) != (self._hovered.value, self._over_text):
            self._hovered.value, self._over_text = line, over_text
            nothing = line is None and not over_text
            self.setCursor(Qt.CursorShape.ArrowCursor if nothing else Qt.CursorShape.PointingHandCursor)
            self._refresh()

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
        if line is not None:
            self.setAccessibleDescription(self.tip(line))
        self._refresh()

    def event(self, event: QEvent | None) -> bool:
        """Keep its own keys from the window's shortcuts; show the tooltip of a segment or of the text."""
        if is_override(event, _is_own):
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = QPointF(event.pos())
            text = self._text_tip() if self._is_over_text(place) else self.tip(self._segments.line_at(place.x()))
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    # Words -------------------------------------------------------------------------------------------------------

    def tip(self, line: int | None) -> str:
        """Return the tooltip of a line's segment, or of the strip."""
        snapshot = self._snapshot
        if snapshot is None or line is None:
            return self.tr("The lines of one update, and how many of them have run")
        convention = self._convention or snapshot.scenario.convention
        formula = snapshot.program[line].formula(snapshot.labels, convention)
        position = snapshot.position
        ahead = position.is_inside and line > position.line
        what = self.tr("Click: run on to this line") if ahead else self.tr("Click: run to this line of the next update")
        return f"{line}  {formula}\n{what}"

    def _text_tip(self) -> str:
        text = self.tr("Passes over the training data, updates, and how many lines of this update have run")
        return "\n".join(filter(None, (text, self._readout.within, self.tr("Click: type an update to go to"))))


def _is_own(event: QKeyEvent) -> bool:
    return is_plain(event) and Qt.Key(event.key()) in (*_STEPS, *_RUN)
