"""The band at the bottom of the window while a person's own code is shown: what ran, update after update."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PyQt6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, pyqtSignal
from PyQt6.QtGui import QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PyQt6.QtWidgets import QLineEdit, QSizePolicy, QToolTip, QWidget

from nnviz.model.recorded_run.recorded_run import Moment, RecordedRun
from nnviz.views.plots.axis_range import AxisRange
from nnviz.views.theme import Theme, metrics, mono_font
from nnviz.views.timeline.band import HEIGHT, RunBand, band_of
from nnviz.views.timeline.layer import Layer
from nnviz.views.timeline.painting import StripPainter
from nnviz.views.timeline.readout import Readout
from nnviz.views.timeline.recorded_groups import PlacedGroup, asked_cursor, place_groups, reserved_text, where_text
from nnviz.views.timeline.recorded_lines import RecordedLines, place_lines
from nnviz.views.timeline.recorded_painting import RecordedPainter
from nnviz.views.timeline.run_curve import RunCurve
from nnviz.views.timeline.run_marks import RunMarks
from nnviz.views.timeline.segments import Segments
from nnviz.views.widgets.borrowed_focus import BorrowedFocus
from nnviz.views.widgets.looks import set_look
from nnviz.views.widgets.shortcuts import is_override_of

_LINE_WIDTH: Final = 44
_SEGMENT_HEIGHT: Final = 9
_SEGMENTS_AT: Final = 78
"""Of a statement under the groove, at scale 1: its width where there is room, its height, its vertical middle."""


class _PlaceEdit(QLineEdit):
    """The field for the place to go to.

    Signals
    -------
    left()
        Escape was pressed.
    """

    left = pyqtSignal()

    def event(self, event: QEvent | None) -> bool:
        return is_override_of(event, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        if event is not None and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class RecordedStrip(QWidget):
    """The recorded updates with their losses, the lines of one of them, and the position in words.

    Dragging over the groove, or over the lines under it, goes elsewhere; a click on the words opens a field.

    Signals
    -------
    cursor_requested(object)
        Go to where so many statements (an int) have run.

    Parameters
    ----------
    theme
        Colours and sizes.
    """

    cursor_requested = pyqtSignal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._moment: Moment | None = None
        self._groups: tuple[PlacedGroup, ...] = ()
        self._lines: RecordedLines | None = None
        self._band: RunBand | None = None
        self._readout = Readout()
        self._over_words = self._in_lines = False
        self._painter, self._marks, self._curve = StripPainter(theme), RunMarks(theme), RunCurve(theme)
        self._own, self._ground = RecordedPainter(theme), Layer()
        self._measure = QFontMetricsF(mono_font(theme))
        self.jump = _PlaceEdit(self)
        self.jump.setFont(mono_font(theme))
        self.jump.setPlaceholderText(self.tr("2 = update, :14 = line, 2:14"))
        self.jump.setAccessibleName(self.tr("Update or line to go to"))
        self.jump.hide()
        self.jump.returnPressed.connect(self._enter)
        self.jump.left.connect(self._leave)
        self._focus = BorrowedFocus(self.jump)
        self.setMouseTracking(True)
        self.setFixedHeight(theme.px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Position in the recording"))

    def sizeHint(self) -> QSize:
        """Return the height of the band."""
        return QSize(self._theme.px(700), self._theme.px(HEIGHT))

    # Showing -----------------------------------------------------------------------------------------------------

    def show_moment(self, moment: Moment) -> None:
        """Show where the cursor is."""
        before, self._moment = self._moment, moment
        where, line = where_text(moment)
        self._readout = Readout(where, line, reserved_text(moment))
        is_other = before is None or before.run is not moment.run
        group = self._group_at(moment.cursor).group if self._groups else None
        if is_other or self._lines is None or group is not self._lines.group or not group.number:
            self._lay_out()
        self.setAccessibleDescription(self._readout.words)
        self.update()

    def place_of(self, cursor: int) -> QPointF:
        """Return where in the groove so many statements have run."""
        placed = self._group_at(cursor)
        return QPointF(placed.x_of(max(cursor, placed.group.first)), placed.place.center().y())

    def ask_update(self) -> None:
        """Open a field for the update or the line to go to."""
        if self._moment is None:
            return
        self.jump.setText("")
        set_look(self.jump, "fault", False)
        px = self._theme.px
        width = px(metrics.NUMBER_FIELD_W) * 3
        height = px(metrics.CONTROL)
        self.jump.setGeometry(self.width() - px(metrics.PADDING) - width, (self.height() - height) // 2, width, height)
        self.jump.show()
        self.jump.raise_()
        self._focus.take()

    # Inside ------------------------------------------------------------------------------------------------------

    def _enter(self) -> None:
        cursor = None if self._moment is None else asked_cursor(self._moment, self.jump.text())
        if cursor is None:
            set_look(self.jump, "fault", True)
            self.jump.selectAll()
            return
        self._leave()
        self.cursor_requested.emit(cursor)

    def _leave(self) -> None:
        self._focus.give_back()
        self.jump.hide()

    def _text_area(self) -> QRectF:
        padding = self._theme.px(metrics.PADDING)
        width = max(self._measure.horizontalAdvance(text) for text in (self._readout.reserved, self._readout.line))
        return QRectF(self.width() - padding - width, 0.0, width, self.height())

    def _group_at(self, cursor: int) -> PlacedGroup:
        """Return the group whose statement has just run; the first one before any has."""
        return next((placed for placed in self._groups if cursor <= placed.group.last), self._groups[-1])

    def _lay_out(self) -> None:
        if self._moment is None:
            return
        px, run = self._theme.px, self._moment.run
        right = self._text_area().left() - 2 * px(metrics.PADDING)
        empty = band_of(self._theme, right, AxisRange(0.0, max(1.0, len(run.begins))), 0, ())
        self._groups = place_groups(run, empty.groove)
        placed = self._group_at(self._moment.cursor)
        height = float(px(_SEGMENT_HEIGHT))
        middle = QRectF(placed.place.left(), px(_SEGMENTS_AT) - height / 2, placed.place.width(), height)
        if not placed.group.number:
            # What ran besides updates may be all that there is: its lines stay under the handle.
            middle.moveCenter(QPointF(placed.x_of(max(self._moment.cursor, placed.group.first)), middle.center().y()))
        ends = empty.groove.left(), empty.groove.right()
        self._lines = place_lines(run, placed.group, middle, ends, float(px(_LINE_WIDTH)))
        self._band = replace(empty, segments=Segments((self._lines.room,)))
        self.update()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Lay the parts out for the new width."""
        self._lay_out()

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Paint the groove with the updates, their losses and the handle, and the statements that hang from it."""
        painter, ratio = QPainter(self), self.devicePixelRatioF()
        moment, band = self._moment, self._band
        key = None if moment is None else id(moment.run), None if band is None else band.groove
        self._ground.draw(painter, QPointF(), QSizeF(self.size()), ratio, key, self._paint_ground)
        if moment is None or band is None or self._lines is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = self.place_of(moment.cursor).x()
        self._paint_losses(painter, moment, x, ratio)
        self._marks.draw_magnifier(painter, x, band)
        self._own.draw_titles(painter, self._groups, band, ratio)
        self._marks.draw_handle(painter, x, band)
        self._own.draw_lines(painter, self._lines, moment.cursor, band.words)
        self._painter.draw_readout(painter, self._readout, self._text_area(), lit=self._over_words)

    def _paint_ground(self, painter: QPainter) -> None:
        self._painter.draw_frame(painter, QRectF(self.rect()), focused=False)
        if self._band is not None and self._moment is not None:
            self._marks.draw_groove(painter, self._band)
            self._own.draw_updates(painter, self._moment.run, self._groups, self._band)

    def _paint_losses(self, painter: QPainter, moment: Moment, x: float, ratio: float) -> None:
        """Paint the loss of the parameters between the updates, where their network was found."""
        updates = [placed.place for placed in self._groups if placed.group.number]
        if moment.snapshot is None or not updates:
            return
        part = QRectF(updates[0].topLeft(), updates[-1].bottomRight())
        self._curve.draw(painter, moment.snapshot, part, AxisRange(0.0, float(len(updates))), x, ratio)

    # The mouse ---------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Go to where the band was pressed: in the groove, or in the lines under it."""
        if event is not None and self._band is not None:
            self._in_lines = event.position().y() > self._band.ticks
        self._drag(event)

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Go along with the mouse while its button is held."""
        if event is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            over = event.position().x() >= self._text_area().left()
            if over != self._over_words:
                self._over_words = over
                self.update()
        self._drag(event)

    def leaveEvent(self, event: QEvent | None) -> None:
        """Highlight nothing."""
        self._over_words = False
        self.update()

    def _drag(self, event: QMouseEvent | None) -> None:
        if event is None or not event.buttons() & Qt.MouseButton.LeftButton or self._moment is None:
            return
        if event.position().x() >= self._text_area().left():
            if event.type() == QEvent.Type.MouseButtonPress:
                self.ask_update()
            return
        cursor = self.cursor_at(event.position().x(), in_lines=self._in_lines)
        if cursor is not None and cursor != self._moment.cursor:
            self.cursor_requested.emit(cursor)

    def cursor_at(self, x: float, *, in_lines: bool = False) -> int | None:
        """Return how many statements have run at a horizontal place of the groove, or of the lines under it."""
        if in_lines:
            return None if self._lines is None else self._lines.cursor_at(x)
        return next((placed.cursor_at(x) for placed in self._groups if x <= placed.place.right()), None)

    def event(self, event: QEvent | None) -> bool:
        """Show the line under the mouse as a tooltip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def _tip(self, place: QPointF) -> str:
        x = place.x()
        if self._moment is None or self._band is None or x >= self._text_area().left():
            return self.tr("Click: type an update or a line to go to (Ctrl+J)")
        run: RecordedRun = self._moment.run
        at = run.line_at(self.cursor_at(x, in_lines=place.y() > self._band.ticks) or 0)
        if at is None:
            return ""
        text = run.recording.files[at.file].text.split("\n")[at.number - 1].strip()
        return f"{at.number}  {text}"
