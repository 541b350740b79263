"""The strip at the bottom of the window while a person's own code is shown: what ran, update after update."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PyQt6.QtWidgets import QLineEdit, QSizePolicy, QToolTip, QWidget

from nnviz.model.recorded_run.recorded_run import Moment, RecordedRun
from nnviz.views.theme import Theme, hint_font, metrics, mono_font
from nnviz.views.timeline.recorded_groups import PlacedGroup, asked_cursor, place_groups, where_text
from nnviz.views.widgets.borrowed_focus import BorrowedFocus
from nnviz.views.widgets.looks import set_look
from nnviz.views.widgets.shortcuts import is_override_of

_HEIGHT: Final = 66
_MIDDLE, _NUMBERS, _TITLES = 0.24, 0.52, 0.79
"""Middles of the segments, the line numbers and the titles, as shares of the height."""
_AHEAD: Final = 0.45
"""Opacity of a wrong line that has not run yet."""
_TEXT: Final = "update 10 of 10 recorded"
"""The longest text on the right."""


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
    """Shows where the cursor is in a recorded run; a click or a drag goes elsewhere.

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
        self._mono, self._hint = mono_font(theme), hint_font(theme)
        self._measure, self._small = QFontMetricsF(self._mono), QFontMetricsF(self._hint)
        self.jump = _PlaceEdit(self)
        self.jump.setFont(self._mono)
        self.jump.setPlaceholderText(self.tr("2 = update, :14 = line, 2:14"))
        self.jump.setAccessibleName(self.tr("Update or line to go to"))
        self.jump.hide()
        self.jump.returnPressed.connect(self._enter)
        self.jump.left.connect(self._leave)
        self._focus = BorrowedFocus(self.jump)
        self.setMouseTracking(True)
        self.setFixedHeight(theme.px(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Position in the recording"))

    def sizeHint(self) -> QSize:
        """Return the height of the strip."""
        return QSize(self._theme.px(700), self._theme.px(_HEIGHT))

    # Showing -----------------------------------------------------------------------------------------------------

    def show_moment(self, moment: Moment) -> None:
        """Show where the cursor is."""
        before, self._moment = self._moment, moment
        if before is None or before.run is not moment.run:
            self._lay_out()
        self.setAccessibleDescription(" · ".join(filter(None, where_text(moment))))
        self.update()

    def place_of(self, cursor: int) -> QPointF:
        """Return where on the strip so many statements have run."""
        for placed in self._groups:
            if cursor <= placed.group.last:
                return QPointF(placed.x_of(max(cursor, placed.group.first)), placed.place.center().y())
        return QPointF()

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
        width = self._measure.horizontalAdvance(_TEXT)
        return QRectF(self.width() - padding - width, 0.0, width, self.height())

    def _lay_out(self) -> None:
        if self._moment is None:
            return
        px = self._theme.px
        left, right = px(metrics.PADDING), self._text_area().left() - px(metrics.PADDING)
        height = px(metrics.TRACK) * 2
        area = QRectF(left, self.height() * _MIDDLE - height / 2, max(1.0, right - left), height)
        self._groups = place_groups(self._moment.run, area, px(metrics.PADDING), px(metrics.RING))

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Lay the segments out for the new width."""
        self._lay_out()

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Paint the frame, what has run, the ring at the cursor, and the texts."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        border = px(metrics.BORDER)
        painter.setPen(QPen(QColor(theme.border), border))
        painter.setBrush(QColor(theme.panel))
        frame = QRectF(self.rect()).adjusted(border / 2, border / 2, -border / 2, -border / 2)
        painter.drawRoundedRect(frame, px(metrics.CORNER), px(metrics.CORNER))
        if self._moment is None:
            return
        for placed in self._groups:
            self._paint_group(painter, placed, self._moment.cursor)
        self._paint_ring(painter)
        self._paint_text(painter)

    def _paint_group(self, painter: QPainter, placed: PlacedGroup, cursor: int) -> None:
        theme = self._theme
        painter.setPen(Qt.PenStyle.NoPen)
        fault, paler = QColor(theme.fault), QColor(theme.fault)
        paler.setAlphaF(_AHEAD)
        done, ahead = QColor(theme.accent), QColor(theme.border)
        for segment in placed.segments:
            ran = segment.cursor <= cursor
            painter.setBrush((fault if ran else paler) if segment.is_wrong else done if ran else ahead)
            radius = min(segment.place.width(), segment.place.height()) / 2
            painter.drawRoundedRect(segment.place, radius, radius)
        if not placed.segments:
            self._paint_bar(painter, placed, cursor)
        self._paint_numbers(painter, placed)
        painter.setFont(self._hint)
        painter.setPen(QColor(theme.secondary))
        title = self._small.elidedText(placed.group.title, Qt.TextElideMode.ElideRight, placed.place.width())
        baseline = self.height() * _TITLES + self._small.capHeight() / 2
        painter.drawText(QPointF(placed.place.left(), baseline), title)

    def _paint_bar(self, painter: QPainter, placed: PlacedGroup, cursor: int) -> None:
        radius = placed.place.height() / 2
        painter.setBrush(QColor(self._theme.border))
        painter.drawRoundedRect(placed.place, radius, radius)
        if cursor > placed.group.first:
            done = QRectF(placed.place)
            done.setRight(placed.x_of(min(cursor, placed.group.last)))
            painter.setBrush(QColor(self._theme.accent))
            painter.drawRoundedRect(done, radius, radius)

    def _paint_numbers(self, painter: QPainter, placed: PlacedGroup) -> None:
        """Write the lines' numbers below their segments, where all of them fit."""
        if not placed.segments:
            return
        room = min(segment.place.width() for segment in placed.segments)
        widest = max(self._small.horizontalAdvance(str(segment.number)) for segment in placed.segments)
        if widest > room:
            return
        painter.setFont(self._hint)
        baseline = self.height() * _NUMBERS + self._small.capHeight() / 2
        for segment in placed.segments:
            text = str(segment.number)
            is_now = self._moment is not None and segment.cursor == self._moment.cursor
            painter.setPen(QColor(self._theme.text if is_now else self._theme.secondary))
            x = segment.place.center().x() - self._small.horizontalAdvance(text) / 2
            painter.drawText(QPointF(x, baseline), text)

    def _paint_ring(self, painter: QPainter) -> None:
        assert self._moment is not None  # the caller has looked
        radius = self._theme.px(metrics.HANDLE) / 2
        place = self.place_of(self._moment.cursor)
        painter.setPen(QPen(QColor(self._theme.now_mark), self._theme.px(metrics.RING)))
        painter.setBrush(QColor(self._theme.panel))
        painter.drawEllipse(place, radius, radius)

    def _paint_text(self, painter: QPainter) -> None:
        assert self._moment is not None  # the caller has looked
        painter.setFont(self._mono)
        painter.setPen(QColor(self._theme.text))
        area = self._text_area()
        first, second = where_text(self._moment)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        upper, lower = QRectF(area), QRectF(area)
        upper.setHeight(self.height() * 0.5 + self._theme.px(metrics.SMALL_GAP))
        lower.setTop(self.height() * 0.5 - self._theme.px(metrics.SMALL_GAP))
        painter.drawText(upper, flags, first)
        painter.drawText(lower, flags, second)

    # The mouse ---------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Go to where the strip was pressed."""
        self._drag(event)

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Go along with the mouse while its button is held."""
        if event is not None:
            over = event.position().x() < self._text_area().left()
            self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        self._drag(event)

    def _drag(self, event: QMouseEvent | None) -> None:
        if event is None or not event.buttons() & Qt.MouseButton.LeftButton or self._moment is None:
            return
        if event.position().x() >= self._text_area().left():
            if event.type() == QEvent.Type.MouseButtonPress:
                self.ask_update()
            return
        cursor = self.cursor_at(event.position().x())
        if cursor is not None and cursor != self._moment.cursor:
            self.cursor_requested.emit(cursor)

    def cursor_at(self, x: float) -> int | None:
        """Return how many statements have run at a horizontal place."""
        gap = self._theme.px(metrics.PADDING) / 2
        for placed in self._groups:
            if x <= placed.place.right() + gap:
                return placed.cursor_at(x)
        return None

    def event(self, event: QEvent | None) -> bool:
        """Show the line under the mouse as a tooltip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip(event.pos().x()), self)
            return True
        return super().event(event)

    def _tip(self, x: float) -> str:
        if self._moment is None or x >= self._text_area().left():
            return self.tr("Click: type an update or a line to go to (Ctrl+J)")
        run: RecordedRun = self._moment.run
        at = run.line_at(self.cursor_at(x) or 0)
        if at is None:
            return ""
        text = run.recording.files[at.file].text.split("\n")[at.number - 1].strip()
        return f"{at.number}  {text}"
